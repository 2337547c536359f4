//! How well a word answers a text: the ladder from the same word down to a loose likeness.
//!
//! The only file that names `fuzzy_matcher`. That crate folds ASCII capitals only and finds its letters anywhere in a
//! long text, so it sees single folded words here and never whole texts.

use std::ops::Range;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// Rungs of the ladder.
const SAME: i64 = 100;
const PREFIX: i64 = 80;
const INSIDE: i64 = 50;
const LOOSE: i64 = 20;

/// Shortest word that may match loosely.
const LOOSE_FROM: usize = 4;

/// Least that `fuzzy_matcher` must give a loose match for each letter typed; below, the letters lie scattered.
const LOOSE_FLOOR: i64 = 12;

/// Rates words.
#[derive(Default)]
pub struct Scorer {
    fuzzy: SkimMatcherV2,
}

impl Scorer {
    /// The rung on which `term` is found in `text`, both folded; none where it is not.
    ///
    /// A number is only ever found from its start, so that `2.4` is not found in `1.2.4`.
    #[must_use]
    pub fn rate(&self, term: &str, text: &str, is_short: bool, is_number: bool) -> Option<i64> {
        if is_number {
            return match text.strip_prefix(term)? {
                "" => Some(SAME),
                rest if rest.starts_with('.') => Some(PREFIX),
                _ => None,
            };
        }
        let mut best = None;
        for (at, _) in text.match_indices(term) {
            let starts = !text[..at].ends_with(char::is_alphanumeric);
            let ends = !text[at + term.len()..].starts_with(char::is_alphanumeric);
            let rung = match (starts, ends) {
                (true, true) => return Some(SAME),
                (true, false) => PREFIX,
                // Two letters are inside almost any long word.
                _ if term.len() < 3 => continue,
                _ => INSIDE,
            };
            best = best.max(Some(rung));
        }
        if best.is_none() && is_short {
            best = words(text).find_map(|(_, word)| self.is_like(term, word).then_some(LOOSE));
        }
        best
    }

    /// Where `term` shows in `text`, both folded.
    #[must_use]
    pub fn places(&self, term: &str, text: &str) -> Vec<Range<usize>> {
        let found: Vec<Range<usize>> = text
            .match_indices(term)
            .map(|(at, _)| at..at + term.len())
            .filter(|range| term.len() > 2 || !text[..range.start].ends_with(char::is_alphanumeric))
            .collect();
        if !found.is_empty() {
            return found;
        }
        let like = words(text).filter(|(_, word)| self.is_like(term, word));
        like.map(|(at, word)| at..at + word.len()).collect()
    }

    fn is_like(&self, term: &str, word: &str) -> bool {
        let letters = term.chars().count();
        letters >= LOOSE_FROM
            && term.chars().next() == word.chars().next()
            && word.chars().count() <= letters * 2
            && self
                .fuzzy
                .fuzzy_match(word, term)
                .is_some_and(|score| score >= LOOSE_FLOOR * i64::try_from(letters).unwrap_or(i64::MAX))
    }
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive(|c: char| !c.is_alphanumeric()).filter_map(move |piece| {
        let start = at;
        at += piece.len();
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        (!word.is_empty()).then_some((start, word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(term: &str, text: &str) -> Option<i64> {
        Scorer::default().rate(term, text, true, false)
    }

    #[test]
    fn the_same_word_outranks_a_prefix_a_part_and_a_likeness() {
        let rungs: Vec<_> = ["drosa kiber", "drosa kiberrezerve", "superkibers"].map(|text| rate("kiber", text)).into();
        assert_eq!(rungs, [Some(SAME), Some(PREFIX), Some(INSIDE)]);
        assert_eq!(rate("kibrezerve", "es kiberrezerve"), Some(LOOSE));
    }

    #[test]
    fn letters_scattered_over_a_text_are_no_match() {
        assert_eq!(rate("zebra", "zemudens kabelu trases un baltijas regions arktika"), None);
        assert_eq!(rate("ai", "sakaru kabeli braila"), None);
    }

    #[test]
    fn a_number_is_found_from_its_start_only() {
        let number = |term: &str| Scorer::default().rate(term, "2.4.1", true, true);
        assert_eq!(number("2.4.1"), Some(SAME));
        assert_eq!(number("2.4"), Some(PREFIX));
        assert_eq!(number("4.1"), None);
        assert_eq!(number("2.4.10"), None);
    }
}
