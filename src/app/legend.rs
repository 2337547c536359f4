//! What the signs on screen mean, at the foot of the palette.

use unicode_width::UnicodeWidthStr;

use super::ascii;
use super::groups::Grouping;
use super::model::{Mode, Model};
use super::palette::Face;
use super::view::Tab;

/// Columns before each meaning.
const GAP: &str = "  ";

impl Model {
    /// What the signs of the list on screen mean, in lines of the window; they leave the commands half of the rows.
    #[must_use]
    pub fn legend(&self) -> Vec<String> {
        let Some(layout) = self.layout() else { return Vec::new() };
        let words = self.words();
        let meanings = match (&self.mode, self.tab) {
            (Mode::Palette(palette), _) if matches!(palette.face, Face::Exports | Face::Heading | Face::Changes) => &[],
            (_, Tab::Timeline) if self.view().grouping != Grouping::Due => words.time.legend,
            (_, Tab::Partners) => words.partner_legend,
            _ => words.legend,
        };
        let meanings = if self.look.is_ascii { apart(meanings) } else { meanings.to_vec() };
        let most = usize::from(layout.body.height / 2).max(1);
        set(&meanings, usize::from(layout.body.width), most)
    }
}

/// The meanings, each sign once: some that differ have one twin in ASCII, since they mean the same.
fn apart(meanings: &[&'static str]) -> Vec<&'static str> {
    let sign = |meaning: &str| meaning.split(' ').next().map(ascii::text);
    let is_first =
        |(at, meaning): &(usize, &&str)| meanings.iter().position(|other| sign(other) == sign(meaning)) == Some(*at);
    meanings.iter().enumerate().filter(is_first).map(|(_, meaning)| *meaning).collect()
}

/// The meanings in at most so many lines. One cut short would mislead: it stands whole or not at all.
fn set(meanings: &[&str], width: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for meaning in meanings.iter().filter(|meaning| GAP.len() + meaning.width() + GAP.len() <= width) {
        let fits = |line: &&mut String| line.width() + GAP.len() + meaning.width() + GAP.len() <= width;
        if let Some(line) = lines.last_mut().filter(fits) {
            line.push_str(GAP);
            line.push_str(meaning);
        } else if lines.len() < most {
            lines.push(format!("{GAP}{meaning}"));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;
    use crate::i18n::messages;

    #[test]
    fn every_sign_has_its_meaning_in_a_usual_window_and_in_a_small_one() {
        for lang in [Lang::Lv, Lang::En] {
            let words = messages(lang);
            for (width, most) in [(80, 10), (40, 4)] {
                let lines = set(words.legend, width, most);
                assert!(lines.iter().all(|line| line.width() <= width), "{lines:?}");
                let text = lines.join("\n");
                assert!(words.legend.iter().all(|meaning| text.contains(meaning)), "{width}: {text}");
            }
            let text = set(words.time.legend, 80, 10).join("\n");
            assert!(words.time.legend.iter().all(|meaning| text.contains(meaning)), "{text}");
        }
    }

    #[test]
    fn a_sign_that_is_one_in_ascii_is_explained_once() {
        for lang in [Lang::Lv, Lang::En] {
            let meanings = apart(messages(lang).time.legend);
            let signs: Vec<String> =
                meanings.iter().filter_map(|meaning| meaning.split(' ').next()).map(ascii::text).collect();
            assert_eq!(signs, ["(==)", "[==]", "-->", "?__", "..)", "@", "o", "#", ":", "{"]);
        }
    }

    #[test]
    fn what_does_not_fit_is_left_out_whole() {
        assert_eq!(set(&["! one", "< two, which is long", "+ three"], 18, 1), ["  ! one  + three"]);
        assert_eq!(set(&["! one", "< two", "+ three"], 9, 2), ["  ! one", "  < two"]);
    }
}
