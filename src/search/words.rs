//! The words of a folded text.

/// Words of a folded text, each with the byte at which it starts: runs of letters and digits.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive(|c: char| !c.is_alphanumeric()).filter_map(move |piece| {
        let start = at;
        at += piece.len();
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        (!word.is_empty()).then_some((start, word))
    })
}

/// Words that say nothing of what is looked for; they need not be found beside others.
const EMPTY: &[&str] = &[
    "un", "ar", "par", "pie", "no", "uz", "ko", "kas", "ka", "vai", "lidz", "jeb", "the", "of", "and", "in", "for",
    "to", "on", "with", "by", "a", "an", "at",
];

/// Whether a folded word says nothing of what is looked for.
pub fn is_empty_word(word: &str) -> bool {
    EMPTY.contains(&word)
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
