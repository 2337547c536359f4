//! Distinct words, each with a number.

use std::hash::BuildHasher;
use std::ops::Range;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use super::postings::SLOT_BITS;
use super::vocabulary::WordNumber;

/// How many words there can be: the number of each has to fit beside a slot.
pub const WORDS_LIMIT: WordNumber = 1 << (u32::BITS - SLOT_BITS);

/// Distinct words, numbered in the order they come.
#[derive(Default)]
pub struct Words {
    /// One after the other.
    text: String,
    /// End of each word in the text; it starts where the one before ends.
    ends: Vec<u32>,
    numbers: HashTable<WordNumber>,
}

impl Words {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// The bytes that all of them take.
    pub fn size(&self) -> usize {
        self.text.len()
    }

    /// The word with a number.
    pub fn word(&self, number: WordNumber) -> &str {
        self.text.get(span(number, |at| self.ends.get(at).copied())).unwrap_or_default()
    }

    /// The number of a word, if it has one.
    pub fn find(&self, word: &str) -> Option<WordNumber> {
        self.numbers.find(hash(word), |number| self.word(*number) == word).copied()
    }

    /// The number of a word, a new one where it has none; none where there is no room for it.
    pub fn number(&mut self, word: &str) -> Option<WordNumber> {
        if let Some(number) = self.find(word) {
            return Some(number);
        }
        let number = u32::try_from(self.count()).ok().filter(|number| *number < WORDS_LIMIT)?;
        let end = u32::try_from(self.size() + word.len()).ok()?;
        self.text.push_str(word);
        self.ends.push(end);
        let Self { text, ends, numbers } = self;
        numbers.insert_unique(hash(word), number, |number| {
            hash(text.get(span(*number, |at| ends.get(at).copied())).unwrap_or_default())
        });
        Some(number)
    }

    /// Makes do without what finds the number of a word: no other is asked for.
    pub fn close(&mut self) {
        self.numbers = HashTable::new();
    }
}

fn hash(word: &str) -> u64 {
    FxBuildHasher.hash_one(word)
}

/// What lies between the end of the one before and its own.
pub fn span(number: WordNumber, end: impl Fn(usize) -> Option<u32>) -> Range<usize> {
    let number = number as usize;
    let end = |at: usize| end(at).map_or(0, |end| end as usize);
    number.checked_sub(1).map_or(0, end)..end(number)
}
