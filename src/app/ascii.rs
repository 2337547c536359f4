//! What takes a letter's place where only ASCII can be shown, in as many columns.
//!
//! What is told apart by signs is told apart by their twins too.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::search::fold::fold_letter;

/// The signs of the interface, and what data hold besides letters, each with its twin: no two signs share one that do
/// not mean the same.
const TWINS: [(char, char); 37] = [
    ('═', '='),
    ('─', '-'),
    ('≈', '_'),
    ('·', '.'),
    ('╞', '['),
    ('╡', ']'),
    ('→', '>'),
    ('◄', '{'),
    ('►', '}'),
    ('←', '<'),
    ('↑', '^'),
    ('↓', 'v'),
    ('○', 'o'),
    ('●', '@'),
    ('◆', '#'),
    ('│', '|'),
    // Today has one sign, on a bar, between them and over them.
    ('▼', ':'),
    ('¦', ':'),
    ('╪', ':'),
    ('┼', ':'),
    ('■', '/'),
    ('¶', '&'),
    ('…', '~'),
    ('•', '-'),
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
    fn no_sign_of_the_interface_shares_its_twin_with_another_that_means_something_else() {
        // At the edge of a row, at the edge of a text, parts of a bar, of a chart, between panes, and what is cut; then
        // those that mean the same.
        let signs = "!<+?*¶>↑↓()╞╡═─≈·○●◆■│…◄►".chars().map(|sign| sign.to_string());
        let same = ["▼¦╪┼", "→>"].map(str::to_owned);
        let mut twins: Vec<(char, String)> = Vec::new();
        for meaning in signs.chain(same) {
            let found: Vec<char> = meaning.chars().map(|sign| twin(sign).expect("a twin")).collect();
            assert!(found.iter().all(|twin| *twin == found[0] && twin.is_ascii_graphic()), "{meaning}: {found:?}");
            let other = twins.iter().find(|(twin, other)| *twin == found[0] && !meaning.contains(other.as_str()));
            assert_eq!(other, None, "{meaning}");
            twins.push((found[0], meaning));
        }
    }
}
