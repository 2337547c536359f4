//! The distinct words of all records, and where each stands.
//!
//! Words are scored, not texts: 100,000 records hold some 150,000 distinct words, and a query word is compared with each
//! once. Endings, abbreviations and slips are only more ways from a query word into the same table.

use rustc_hash::FxHashMap;

use super::field::Slot;
use super::stem::stem;
use super::term::{Matcher, Term, Way};
use super::words::{is_empty_word, letters};

/// Where a word stands: the number of the record and the slot in it.
pub type Posting = (u32, Slot);

/// A distinct word.
struct Word {
    text: Box<str>,
    letters: u64,
    stem: Box<str>,
    /// Record and slot in one number, ascending without repeats.
    postings: Vec<u32>,
}

/// The distinct words of all records.
#[derive(Default)]
pub struct Vocabulary {
    words: Vec<Word>,
    numbers: FxHashMap<Box<str>, u32>,
}

impl Vocabulary {
    /// Notes that `word` stands in a slot of a record. Records come in ascending order.
    pub fn add(&mut self, word: &str, record: u32, slot: Slot) {
        let packed = record << 8 | u32::from(slot.byte());
        let next = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        if let Some(&number) = self.numbers.get(word) {
            let Some(word) = self.words.get_mut(number as usize) else { return };
            // A record's words come together, so a repeat is among the last few.
            if !word.postings.iter().rev().take_while(|&&p| p >> 8 == record).any(|&p| p == packed) {
                word.postings.push(packed);
            }
        } else {
            self.numbers.insert(word.into(), next);
            self.words.push(Word {
                text: word.into(),
                letters: letters(word),
                stem: stem(word).into(),
                postings: vec![packed],
            });
        }
    }

    /// Every word that answers `term`, with the way it does; slips only where they are asked for.
    pub fn answers<'a>(&'a self, term: &'a Term, matcher: &'a Matcher) -> impl Iterator<Item = Answer<'a>> {
        self.words.iter().filter_map(move |word| {
            let (way, _) = term.rate_known(&word.text, word.letters, matcher)?;
            Some(Answer { word: &word.text, way, postings: &word.postings })
        })
    }

    /// The words that equal `term` but for the fewest slips.
    pub fn nearly<'a>(&'a self, term: &Term) -> Vec<Answer<'a>> {
        // Fingers slip seldom on the first letter, and nobody looks for a word that says nothing.
        let cost =
            |word: &Word, slips: usize| slips * 2 + usize::from(word.text.chars().next() != term.text().chars().next());
        let near: Vec<(usize, &Word)> = self
            .words
            .iter()
            .filter(|word| !is_empty_word(&word.text))
            .filter_map(|word| Some((cost(word, term.slips(&word.text, &word.stem, word.letters)?), word)))
            .collect();
        let fewest = near.iter().map(|(slips, _)| *slips).min();
        let mut nearest: Vec<&Word> =
            near.into_iter().filter(|(cost, _)| Some(*cost) == fewest).map(|(_, word)| word).collect();
        // The one without a further ending is the one to name.
        nearest.sort_by_key(|word| word.text.len());
        nearest.into_iter().map(|word| Answer { word: &word.text, way: Way::Typo, postings: &word.postings }).collect()
    }
}

/// A word of the vocabulary that answers a query word.
pub struct Answer<'a> {
    /// The word.
    pub word: &'a str,
    /// How it answers.
    pub way: Way,
    postings: &'a [u32],
}

impl Answer<'_> {
    /// Where the word stands.
    pub fn postings(&self) -> impl Iterator<Item = Posting> {
        self.postings.iter().map(|&packed| {
            let byte = u8::try_from(packed & 0xff).unwrap_or_default();
            (packed >> 8, Slot::of_byte(byte))
        })
    }
}
