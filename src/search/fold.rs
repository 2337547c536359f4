//! Comparable text that remembers where it came from.
//!
//! Folding takes away what people leave out when they type in a hurry: diacritics, capitals, typographic quotes and
//! dashes. Lower-casing can change the number of letters, so each folded byte keeps the place of its origin.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text folded, with the way back to the original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// For each byte of `text`, the start of the letter it came from; empty where both texts match byte for byte.
    origins: Vec<u32>,
    /// Length of the original in bytes.
    end: u32,
}

impl Folded {
    /// Folds `original`.
    #[must_use]
    pub fn of(original: &str) -> Self {
        let end = u32::try_from(original.len()).unwrap_or(u32::MAX);
        if original.is_ascii() {
            return Self { text: original.to_ascii_lowercase(), origins: Vec::new(), end };
        }
        let mut text = String::with_capacity(original.len());
        let mut origins = Vec::with_capacity(original.len());
        for (start, letter) in original.char_indices() {
            let origin = u32::try_from(start).unwrap_or(u32::MAX);
            fold_letter(letter, |folded| {
                text.push(folded);
                origins.extend(std::iter::repeat_n(origin, folded.len_utf8()));
            });
        }
        Self { text, origins, end }
    }

    /// The folded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the original that a range of folded bytes came from, marks that follow the last letter included.
    #[must_use]
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        if self.origins.is_empty() {
            return range;
        }
        let origin = |at: usize| self.origins.get(at).copied().unwrap_or(self.end) as usize;
        let last = origin(range.end.saturating_sub(1));
        let next = self.origins.iter().skip(range.end).find(|&&next| next as usize > last);
        origin(range.start)..next.map_or(self.end as usize, |&next| next as usize)
    }
}

/// The folded form alone.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Puts the folded form of `text` behind what `folded` holds.
pub fn fold_into(text: &str, folded: &mut String) {
    text.chars().for_each(|letter| fold_letter(letter, |c| folded.push(c)));
}

/// Gives what a letter becomes to `push`: one letter, several or none.
pub fn fold_letter(letter: char, mut push: impl FnMut(char)) {
    if letter.is_ascii() {
        return push(letter.to_ascii_lowercase());
    }
    if let Some(plain) = latvian(letter) {
        return push(plain);
    }
    let plain = std::iter::once(letter).nfkd().filter(|&c| !is_combining_mark(c));
    plain.flat_map(char::to_lowercase).filter(|&c| !is_combining_mark(c)).map(typed).for_each(push);
}

/// Latvian letters without their marks; the general rule gives the same, many times slower.
fn latvian(letter: char) -> Option<char> {
    Some(match letter {
        'ā' | 'Ā' => 'a',
        'č' | 'Č' => 'c',
        'ē' | 'Ē' => 'e',
        'ģ' | 'Ģ' => 'g',
        'ī' | 'Ī' => 'i',
        'ķ' | 'Ķ' => 'k',
        'ļ' | 'Ļ' => 'l',
        'ņ' | 'Ņ' => 'n',
        'š' | 'Š' => 's',
        'ū' | 'Ū' => 'u',
        'ž' | 'Ž' => 'z',
        _ => return None,
    })
}

/// The form in which quotes and dashes are typed.
fn typed(letter: char) -> char {
    match letter {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}'..='\u{201b}' => '\'',
        '\u{201c}'..='\u{201f}' | '«' | '»' => '"',
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_drops_marks_and_capitals_and_is_the_same_twice() {
        for (text, folded) in [
            ("ŠIFRS", "sifrs"),
            ("Kiberdrošība", "kiberdrosiba"),
            ("„Apvāršņa”", "\"apvarsna\""),
            ("2025–2030", "2025-2030"),
        ] {
            assert_eq!(fold(text), folded);
            assert_eq!(fold(&fold(text)), folded);
            assert_eq!(Folded::of(text).text(), folded);
        }
    }

    #[test]
    fn a_range_leads_back_to_the_letters_it_came_from() {
        for text in ["ES eID maks — drošība", "ES eID maks — dros\u{30c}i\u{304}ba"] {
            let folded = Folded::of(text);
            let at = folded.text().find("drosiba").expect("there");
            assert_eq!(fold(&text[folded.original(at..at + 7)]), "drosiba", "{text}");
            let last = folded.original(at + 6..at + 7);
            assert_eq!(last.end, text.len());
        }
    }
}
