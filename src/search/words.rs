//! The words of a folded text.

use super::fold::fold_into;
use crate::domain::Lang;

/// Words of a folded text, each with the byte at which it starts: runs of letters and digits, joined by a plus before a
/// digit, since *WSIS+20* is not *WSIS+10*.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = letters.find(|(_, letter)| letter.is_alphanumeric())?;
        let mut end = start + first.len_utf8();
        while let Some((at, letter)) = letters.peek().copied() {
            let is_joined = letter == PLUS && text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit);
            if !letter.is_alphanumeric() && !is_joined {
                break;
            }
            end = at + letter.len_utf8();
            letters.next();
        }
        text.get(start..end).map(|word| (start, word))
    })
}

/// What joins a word and a number.
const PLUS: char = '+';

/// Gives each word of a text, folded, to `visit`; of a joined word its parts first. `room` is kept between calls.
pub fn visit_folded(text: &str, room: &mut String, mut visit: impl FnMut(&str)) {
    room.clear();
    fold_into(text, room);
    for (_, word) in words(room) {
        if word.contains(PLUS) {
            word.split(PLUS).for_each(&mut visit);
        }
        visit(word);
    }
}

/// Latvian words that say nothing of what is looked for, those of questions too; they need not be found beside others.
const EMPTY_LATVIAN: &[&str] = &[
    "un", "ar", "par", "pie", "no", "uz", "ko", "kas", "ka", "vai", "lidz", "jeb", "abi", "abas", "abu", "abos",
    "abus", "abiem", "sis", "si", "so", "sos", "sas", "sai", "tas", "tos", "kur", "kurs", "kura", "kuram", "kurai",
    "kuru", "kuri", "kuras", "kuriem", "kuros", "kad", "kads", "kada", "kadu", "katrs", "katra", "ir", "pret", "starp",
    "caur", "pec", "lai", "ari", "bet", "nevis", "tikai", "cik", "kapec", "kam", "bija", "bus", "tiek", "tika", "tiks",
    "notiek", "notiks", "notika", "beidzas", "beigsies", "stajas", "stasies", "vajag", "varam", "mes", "mums", "mus",
    "musu", "man", "jus", "jums", "vini", "vinu", "visu", "viss", "visi", "daram", "dara", "saka", "paradi",
    "pastasti", "atrodi", "ludzu",
];

/// The same in English.
const EMPTY_ENGLISH: &[&str] = &[
    "the", "of", "and", "in", "for", "to", "on", "with", "by", "a", "an", "at", "no", "so", "this", "that", "which",
    "each", "both", "is", "are", "from", "between", "against", "into", "how", "what", "when", "where", "why", "does",
    "do", "did", "will", "would", "should", "can", "could", "was", "were", "be", "been", "has", "have", "had", "we",
    "our", "i", "me", "my", "you", "your", "they", "their", "it", "its", "these", "those", "about", "happens",
    "happened", "there", "ends", "ended", "expires", "show", "tell", "find", "please",
];

/// Folded words that say nothing in a text of `lang`.
pub fn empty_in(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Lv => EMPTY_LATVIAN,
        Lang::En => EMPTY_ENGLISH,
    }
}

/// Whether a folded word says nothing of what is looked for.
pub fn is_empty_word(word: &str) -> bool {
    [Lang::Lv, Lang::En].into_iter().any(|lang| empty_in(lang).contains(&word))
}

/// Which letters a word holds, as bits, so that most words need no closer look.
pub fn letters(word: &str) -> u64 {
    word.chars().fold(0, |mask, letter| mask | bit(letter))
}

fn bit(letter: char) -> u64 {
    match letter {
        'a'..='z' => 1 << (u32::from(letter) - u32::from('a')),
        '0'..='9' => 1 << (26 + u32::from(letter) - u32::from('0')),
        other => 1 << (36 + u32::from(other) % 28),
    }
}

/// The first eight bytes of a word in one number, so that two beginnings are compared at once.
pub fn head(word: &str) -> u64 {
    word.bytes().chain(std::iter::repeat(0)).take(8).fold(0, |head, byte| head << 8 | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_joined_word_is_three_words_and_any_other_one() {
        for (text, words) in [
            ("ES un „ŠĪ GADA” (5G/6G) – Nr. 3", "es un si gada 5g 6g nr 3"),
            ("WSIS+20, WSIS + 20 un ES+ASV", "wsis 20 wsis+20 wsis 20 un es asv"),
            ("ka\u{304}rta Ⅷ ﬁls İn 日本", "karta viii fils in 日本"),
            (" - ", ""),
        ] {
            let mut found = Vec::new();
            visit_folded(text, &mut String::new(), |word| found.push(word.to_owned()));
            assert_eq!(found.join(" "), words);
        }
    }
}
