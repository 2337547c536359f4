//! Titles cut in the middle where they are too long for their place.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

const CUT: &str = "…";

/// `text` in at most `width` columns; its end stays, since titles often differ only there.
#[must_use]
pub fn truncated(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    if width == 0 {
        return String::new();
    }
    let room = width - 1;
    let tail = room * 2 / 5;
    let (front, back) = if text.chars().all(stands_alone) {
        let end = |letters: usize| text.char_indices().nth(letters).map_or(text.len(), |(at, _)| at);
        let start = text.char_indices().rev().take(tail).last().map_or(text.len(), |(at, _)| at);
        (text.get(..end(room - tail)).unwrap_or(text), text.get(start..).unwrap_or_default())
    } else {
        let front: usize = taken(text.graphemes(true), room - tail).iter().map(|part| part.len()).sum();
        let back: usize = taken(text.graphemes(true).rev(), tail).iter().map(|part| part.len()).sum();
        (text.get(..front).unwrap_or(text), text.get(text.len() - back..).unwrap_or_default())
    };
    [front.trim_end(), CUT, back.trim_start()].concat()
}

/// The beginning of `text` in at most `width` columns: of a sentence its end says least.
#[must_use]
pub fn begun(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let Some(room) = width.checked_sub(CUT.width()) else { return String::new() };
    let front = taken(text.graphemes(true), room).concat();
    format!("{}{CUT}", front.trim_end())
}

/// Whether a letter takes one cell, and nothing beside it belongs to it but what does not stand alone.
#[must_use]
pub fn stands_alone(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{17f}' | '\u{2010}'..='\u{2027}')
}

/// Titles, each in its own width, so that no two that differ look alike: where the middle that was cut out is what tells
/// them apart, that part is shown instead.
#[must_use]
pub fn told_apart(titles: &[(&str, usize)]) -> Vec<String> {
    let mut shown: Vec<String> = titles.iter().map(|(title, width)| truncated(title, *width)).collect();
    for (index, (title, width)) in titles.iter().enumerate() {
        let alike = titles.iter().zip(&shown).enumerate().find(|(other, ((other_title, _), cut))| {
            *other != index && other_title != title && Some(*cut) == shown.get(index)
        });
        let Some((_, ((other, _), _))) = alike else { continue };
        if let Some(cut) = cut_before(title, other, *width)
            && let Some(place) = shown.get_mut(index)
        {
            *place = cut;
        }
    }
    shown
}

/// The front of `title`, then the words from the one in which it differs from `other`.
fn cut_before(title: &str, other: &str, width: usize) -> Option<String> {
    let same = title.char_indices().zip(other.chars()).find(|((_, a), b)| a != b).map(|((at, _), _)| at)?;
    let word = title.get(..same)?.rfind(' ').map_or(0, |at| at + 1);
    let rest = title.get(word..)?;
    let tail = taken(rest.graphemes(true), width * 3 / 5).concat();
    let end = if tail.len() < rest.len() { CUT } else { "" };
    let front = taken(title.graphemes(true), width.saturating_sub(tail.width() + 1 + end.width())).concat();
    Some(format!("{}{CUT}{tail}{end}", front.trim_end()))
}

fn taken<'a>(graphemes: impl Iterator<Item = &'a str>, width: usize) -> Vec<&'a str> {
    let mut used = 0;
    graphemes
        .take_while(|grapheme| {
            used += grapheme.width();
            used <= width
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_title_keeps_its_distinguishing_end() {
        let (a, b) = (
            "Cilvēktiesībās balstīta tiešsaistes platformu tiesisko normu īstenošana visā pasaulē",
            "Cilvēktiesībās balstīta tiešsaistes platformu tiesisko normu īstenošana reģionos",
        );
        for width in 24..80 {
            let (a, b) = (truncated(a, width), truncated(b, width));
            assert!(a.width() <= width && b.width() <= width);
            assert_ne!(a, b, "{width}");
        }
    }

    #[test]
    fn titles_that_differ_only_in_their_middle_are_told_apart() {
        let (a, b) = (
            "6G pētniecībai un inovācijai pieskaņots 2026. gada projektu konkurss",
            "6G pētniecībai un inovācijai pieskaņots projektu konkurss",
        );
        for width in 20..70 {
            let shown = told_apart(&[(a, width), ("LAC4", width), (b, width)]);
            assert_ne!(shown.first(), shown.last(), "{width}");
            assert!(shown.iter().all(|title| title.width() <= width), "{width}: {shown:?}");
        }
    }

    #[test]
    fn what_fits_stays_and_nothing_fits_in_nothing() {
        assert_eq!(truncated("LAC4", 4), "LAC4");
        assert_eq!(truncated("LAC4", 1), "…");
        assert_eq!(truncated("LAC4", 0), "");
        assert_eq!(
            (begun("nav „foo”; ir: lv, en", 21), begun("nav „foo”; ir: lv, en", 11)),
            ("nav „foo”; ir: lv, en".to_owned(), "nav „foo”;…".to_owned())
        );
    }
}
