//! Small numbers in words: *trešais jautājums* for the third.

use super::fold::fold;
use super::term::{Term, Word};

/// In order from the first, Latvian and English; endings are the stemmer's.
const WORDS: [&str; 10] = [
    "pirmais first",
    "otrais second",
    "trešais third",
    "ceturtais fourth",
    "piektais fifth",
    "sestais sixth",
    "septītais seventh",
    "astotais eighth",
    "devītais ninth",
    "desmitais tenth",
];

/// The words of the number spelt in these digits; none of one that is seldom said in words.
pub fn words_of_number(digits: &str) -> Option<&'static str> {
    let place = digits.parse::<usize>().ok()?.checked_sub(1)?;
    WORDS.get(place).copied()
}

/// The number that a folded word of any ending stands for.
pub fn number_of_words(word: &str) -> Option<usize> {
    let term = Term::new(word);
    let is_it = |spelt: &str| term.is_whole_word(&Word::new(&fold(spelt)));
    WORDS.iter().position(|words| words.split(' ').any(is_it)).map(|place| place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_small_numbers_have_words() {
        assert_eq!(["1", "10"].map(words_of_number), [Some("pirmais first"), Some("desmitais tenth")]);
        assert_eq!(["0", "11", "", "x"].map(words_of_number), [None; 4]);
    }
}
