//! The distinct words of all records, and where each stands.
//!
//! Words are scored, not texts: 100,000 records hold some 150,000 distinct words, and a query word is compared with each
//! once. Endings, abbreviations and slips are only more ways from a query word into the same table.

use std::ops::Range;

use super::postings::Postings;
use super::term::{Matcher, Term, Way, Word};
use super::words::is_empty_word;

/// The distinct words of all records, immutable once made.
#[derive(Default)]
pub struct Vocabulary {
    pub(super) text: String,
    pub(super) words: Vec<Entry>,
    /// Head and letters of each word, apart from the rest: they are all that is looked at of nearly every word.
    pub(super) looks: Vec<(u64, u64)>,
    pub(super) postings: Vec<u8>,
}

/// A word: where it ends in the text and its postings among the bytes; it starts where the one before ends.
#[derive(Clone, Copy)]
pub struct Entry {
    pub(super) text_end: u32,
    pub(super) postings_end: u32,
    /// Length of its stem.
    pub(super) stem: u8,
}

/// Number of a word in its vocabulary.
pub type WordNumber = u32;

/// A word of the vocabulary that answers a query word.
#[derive(Clone, Copy)]
pub struct Answer<'a> {
    /// Its number.
    pub number: WordNumber,
    /// The word.
    pub word: &'a str,
    /// How it answers.
    pub way: Way,
    /// Where it stands.
    pub postings: Postings<'a>,
}

impl Vocabulary {
    /// The word of this number.
    #[must_use]
    pub fn word(&self, number: WordNumber) -> &str {
        self.text.get(self.span(number, |entry| entry.text_end)).unwrap_or_default()
    }

    /// Where in an arena the word of this number has its part.
    fn span(&self, number: WordNumber, end: fn(&Entry) -> u32) -> Range<usize> {
        let number = number as usize;
        let ends = |at: usize| self.words.get(at).map_or(0, |entry| end(entry) as usize);
        number.checked_sub(1).map_or(0, ends)..ends(number)
    }

    fn entry(&self, number: WordNumber) -> Word<'_> {
        let known = self.words.get(number as usize).zip(self.looks.get(number as usize));
        let (stem, letters) = known.map_or((0, 0), |(entry, look)| (usize::from(entry.stem), look.1));
        Word { text: self.word(number), letters, stem }
    }

    fn answer(&self, number: WordNumber, way: Way) -> Answer<'_> {
        let bytes = self.postings.get(self.span(number, |entry| entry.postings_end)).unwrap_or_default();
        Answer { number, word: self.word(number), way, postings: Postings(bytes) }
    }

    /// Every word that answers `term`, with the way it does; slips are not looked for.
    pub fn answers<'a>(&'a self, term: &'a Term, matcher: &'a Matcher) -> impl Iterator<Item = Answer<'a>> {
        let likely = (0..).zip(&self.looks).filter(|(_, (head, letters))| term.may_be_answered_by(*head, *letters));
        likely.filter_map(|(number, _)| {
            let (way, _) = term.rate(&self.entry(number), matcher)?;
            Some(self.answer(number, way))
        })
    }

    /// The words that equal `term` but for the fewest slips, the one to name first.
    #[must_use]
    pub fn nearly(&self, term: &Term) -> Vec<&str> {
        // Fingers slip seldom on the first letter, and nobody looks for a word that says nothing.
        let cost = |word: &Word<'_>, slips: usize| {
            slips * 2 + usize::from(word.text.chars().next() != term.text().chars().next())
        };
        let numbers = (0..).take(self.words.len());
        let near: Vec<(usize, &str)> = numbers
            .map(|number| self.entry(number))
            .filter_map(|word| Some((cost(&word, term.slips(&word)?), word.text)))
            .filter(|(_, word)| !is_empty_word(word))
            .collect();
        let fewest = near.iter().map(|(cost, _)| *cost).min();
        let mut nearest: Vec<&str> =
            near.into_iter().filter(|(cost, _)| Some(*cost) == fewest).map(|(_, word)| word).collect();
        // The one without a further ending is the one to name.
        nearest.sort_by_key(|word| word.len());
        nearest
    }
}
