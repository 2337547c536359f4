//! What takes a letter's place where only ASCII can be shown, in as many columns.
//!
//! What is told apart by signs is told apart by their twins too.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::search::fold::fold_letter;

/// The signs of the interface, and what data hold besides letters, each with its twin.
const TWINS: [(char, char); 33] = [
    ('═', '='),
    ('─', '-'),
    ('·', '.'),
    ('╞', '['),
    ('╡', ']'),
    ('→', '>'),
    ('←', '<'),
    ('↑', '^'),
    ('↓', 'v'),
    ('○', 'o'),
    ('●', '*'),
    ('◆', '#'),
    ('▼', 'v'),
    ('│', '|'),
    ('╪', '+'),
    ('┼', '+'),
    ('■', '#'),
    ('¶', '&'),
    ('…', '~'),
    ('•', '*'),
    ('„', '"'),
    ('‚', '\''),
    ('′', '\''),
    ('×', 'x'),
    ('€', 'E'),
    ('§', 'S'),
    ('°', 'o'),
    ('ß', 's'),
    ('ø', 'o'),
    ('Ø', 'O'),
    ('ł', 'l'),
    ('Ł', 'L'),
    ('đ', 'd'),
];

/// Stands for a column of what has no twin.
const UNKNOWN: char = '?';

/// The ASCII letter that takes a letter's place; none where it takes one column and has no twin.
#[must_use]
pub fn twin(letter: char) -> Option<char> {
    if matches!(letter, ' '..='~') {
        return Some(letter);
    }
    if let Some((_, twin)) = TWINS.iter().find(|(known, _)| *known == letter) {
        return Some(*twin);
    }
    let mut plain = None;
    let mut count = 0;
    fold_letter(letter, |folded| {
        plain = Some(folded);
        count += 1;
    });
    let plain = plain.filter(|plain| count == 1 && matches!(plain, ' '..='~'))?;
    Some(if letter.is_uppercase() { plain.to_ascii_uppercase() } else { plain })
}

/// The ASCII letter for each column of what a terminal shows as one letter.
#[must_use]
pub fn column(letters: &str) -> char {
    let is_wide = letters.width() > 1;
    letters.chars().next().filter(|_| !is_wide).and_then(twin).unwrap_or(UNKNOWN)
}

/// A text in ASCII, in as many columns; line breaks and tabs stay.
#[must_use]
pub fn text(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letters in text.graphemes(true) {
        match letters {
            "\n" | "\r\n" | "\t" => plain.push_str(letters),
            letters if letters.chars().all(char::is_control) => plain.push(UNKNOWN),
            letters => plain.extend(std::iter::repeat_n(column(letters), letters.width())),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_ascii_has_the_columns_it_had() {
        for (original, plain) in [
            ("Kiberdrošība, ŠĶŪŅI un Ģ", "Kiberdrosiba, SKUNI un G"),
            ("„Apvārsnis” – 2025–2027 — …", "\"Apvarsnis\" - 2025-2027 - ~"),
            ("dros\u{30c}i\u{304}ba", "drosiba"),
            ("漢字 ＡＢ 👍", "???? ???? ??"),
            ("zero\u{200b}width\u{ad}", "zerowidth"),
            ("a\tb\r\nc\u{1b}[31m", "a\tb\r\nc?[31m"),
            ("½ ﬁ ☃", "? ? ?"),
            ("Straße, Møller, Łódź, Ñandú", "Strase, Moller, Lodz, Nandu"),
        ] {
            assert_eq!(text(original), plain);
        }
    }

    #[test]
    fn marks_that_stand_in_one_column_stay_apart() {
        // At the edge of a list, at the edge of a text, and in the column of today.
        for marks in ["!<+?*¶", "↑↓>", "│╪┼▼○◆"] {
            let twins: Vec<Option<char>> = marks.chars().map(twin).collect();
            for (index, one) in twins.iter().enumerate() {
                assert!(one.is_some_and(|one| one.is_ascii_graphic()));
                let others = twins.iter().skip(index + 1);
                let is_pair = |other: &Option<char>| *one == Some('+') && *other == Some('+');
                assert!(others.clone().all(|other| other != one || is_pair(other)), "{marks}: {one:?}");
            }
        }
    }
}
