//! The words of a folded text.

use super::fold::{self, fold_letter};

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
const PLUS_BYTE: u8 = b'+';

/// Gives each word of a text, folded, to `visit`: the same as folding first and taking the words then, in one go; of a
/// joined word its parts first.
///
/// `room` is kept between calls, for the word being read.
pub fn visit_folded(text: &str, room: &mut Vec<u8>, mut visit: impl FnMut(&[u8])) {
    let bytes = text.as_bytes();
    // Always room for the rest of the text, which seldom grows longer by folding.
    room.resize(room.len().max(bytes.len()), 0);
    let (mut at, mut length, mut is_joined) = (0, 0, false);
    loop {
        let (read, written) = fold_run(bytes.get(at..).unwrap_or_default(), &mut room[length..]);
        (at, length) = (at + read, length + written);
        let Some(byte) = bytes.get(at) else { break };
        if *byte == PLUS_BYTE && length > 0 && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
            room[length] = PLUS_BYTE;
            (at, length, is_joined) = (at + 1, length + 1, true);
        } else if byte.is_ascii() {
            end_word(room, length, is_joined, &mut visit);
            (at, length, is_joined) = (at + 1, 0, false);
        } else {
            let Some(letter) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
            at += letter.len_utf8();
            let mut so_far = (length, is_joined);
            fold_letter(letter, |letter| {
                let (length, is_joined) = so_far;
                so_far = if letter.is_alphanumeric() {
                    let end = length + letter.len_utf8();
                    room.resize(room.len().max(end + bytes.len() - at), 0);
                    letter.encode_utf8(&mut room[length..end]);
                    (end, is_joined)
                } else {
                    end_word(room, length, is_joined, &mut visit);
                    (0, false)
                };
            });
            (length, is_joined) = so_far;
        }
    }
    end_word(room, length, is_joined, &mut visit);
}

/// Folds the plain and Latvian letters and the digits at the start of `bytes` into `room`; how many bytes that was, and of
/// how many letters.
fn fold_run(bytes: &[u8], room: &mut [u8]) -> (usize, usize) {
    let (mut at, mut length) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        let plain = fold::plain(*byte);
        if plain != 0 {
            room[length] = plain;
            (at, length) = (at + 1, length + 1);
            continue;
        }
        let latin = fold::latin(*byte, bytes.get(at + 1).copied().unwrap_or_default());
        if latin == 0 {
            break;
        }
        room[length] = latin;
        (at, length) = (at + 2, length + 1);
    }
    (at, length)
}

fn end_word(room: &[u8], length: usize, is_joined: bool, visit: &mut impl FnMut(&[u8])) {
    let word = room.get(..length).unwrap_or_default();
    if word.is_empty() {
        return;
    }
    if is_joined {
        word.split(|byte| *byte == PLUS_BYTE).for_each(&mut *visit);
    }
    visit(word);
}

/// Words that say nothing of what is looked for; they need not be found beside others.
const EMPTY: &[&str] = &[
    "un", "ar", "par", "pie", "no", "uz", "ko", "kas", "ka", "vai", "lidz", "jeb", "the", "of", "and", "in", "for",
    "to", "on", "with", "by", "a", "an", "at", "abi", "abas", "abu", "abos", "abus", "abiem", "sis", "si", "so", "sos",
    "sas", "sai", "tas", "tos", "kur", "kurs", "kura", "kuram", "kurai", "kuru", "kuri", "kuras", "kuriem", "kuros",
    "kad", "kads", "kada", "kadu", "katrs", "katra", "katru", "ir", "pret", "starp", "caur", "pec", "lai", "ari",
    "bet", "nevis", "tikai", "this", "that", "which", "each", "both", "is", "are", "from", "between", "against",
    "into", "how", "what",
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

/// The first eight bytes of a word in one number, so that two beginnings are compared at once.
pub fn head(word: &str) -> u64 {
    word.bytes().chain(std::iter::repeat(0)).take(8).fold(0, |head, byte| head << 8 | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use super::super::fold::fold;
    use super::*;

    #[test]
    fn words_taken_while_folding_are_the_words_of_the_folded_text() {
        for text in [
            "ES un Japānas kvantiskās datošanas sadarbība (5G/6G) – „ŠĪ GADA” Nr. 3",
            "ka\u{304}rta Ⅷ ㎏ ½ ﬁls ẞ İn K eﬀekt 日本 Ελλάδα",
            "",
            " - ",
        ] {
            let folded = fold(text);
            let expected: Vec<&str> = words(&folded).map(|(_, word)| word).collect();
            let mut found = Vec::new();
            visit_folded(text, &mut Vec::new(), |word| found.push(String::from_utf8_lossy(word).into_owned()));
            assert_eq!(found, expected);
        }
    }
}
