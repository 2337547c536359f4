//! The distinct words of all records, and where each stands.
//!
//! Words are scored, not texts: 100,000 records hold some 150,000 distinct words, and a query word is compared with each
//! once. Endings, abbreviations and slips are only more ways from a query word into the same table.

use std::ops::Range;

use memchr::memmem;

use super::numbered::span;
use super::postings::Postings;
use super::term::{Matcher, Term, Word};
use super::way::Way;
use super::words::is_empty_word;

/// The distinct words of all records, immutable once made.
#[derive(Default)]
pub struct Vocabulary {
    pub(super) text: String,
    pub(super) words: Vec<Entry>,
    /// Head and letters of each word, apart from the rest: they are all that is looked at of nearly every word.
    pub(super) looks: Vec<(u64, u64)>,
    pub(super) postings: Vec<u8>,
    /// The first word that begins with each byte or a later one: words that begin alike lie together.
    pub(super) starts: Vec<WordNumber>,
}

/// A word: where it ends in the text and its postings among the bytes; it starts where the one before ends.
#[derive(Clone, Copy)]
pub struct Entry {
    pub(super) text_end: u32,
    pub(super) postings_end: u32,
    /// Length of its stem.
    pub(super) stem: u8,
}

/// How many bytes there are for a word to begin with.
pub(super) const FIRST_BYTES: usize = 1 << u8::BITS;

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

/// Words that hold a part of a word and begin otherwise.
#[derive(Default)]
pub struct Inside {
    part: String,
    words: Vec<WordNumber>,
}

impl Vocabulary {
    /// The word of this number.
    #[must_use]
    pub fn word(&self, number: WordNumber) -> &str {
        self.text.get(self.span(number, |entry| entry.text_end)).unwrap_or_default()
    }

    /// Adds the words of another, which come after these.
    pub(super) fn append(&mut self, other: &Self) {
        let end = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let (text, postings) = (end(self.text.len()), end(self.postings.len()));
        self.text.push_str(&other.text);
        self.postings.extend_from_slice(&other.postings);
        self.looks.extend_from_slice(&other.looks);
        self.words.extend(other.words.iter().map(|word| Entry {
            text_end: text.saturating_add(word.text_end),
            postings_end: postings.saturating_add(word.postings_end),
            stem: word.stem,
        }));
    }

    /// Where in an arena the word of this number has its part.
    fn span(&self, number: WordNumber, end: fn(&Entry) -> u32) -> Range<usize> {
        span(number, |at| self.words.get(at).map(end))
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

    /// Every word that answers `term`, with the way it does; slips are not looked for. `inside` are those of which the term
    /// may be but a part.
    pub fn answers<'a>(
        &'a self,
        term: &'a Term,
        inside: &'a Inside,
        matcher: &'a Matcher,
    ) -> impl Iterator<Item = Answer<'a>> {
        let alike = self.beginning_like(term.text());
        let looks = self.looks.get(alike.start as usize..alike.end as usize).unwrap_or_default();
        let likely = alike.zip(looks).filter(|(_, (head, letters))| term.may_be_answered_by(*head, *letters));
        likely.map(|(number, _)| number).chain(inside.words.iter().copied()).filter_map(|number| {
            let (way, _) = term.rate(&self.entry(number), matcher)?;
            Some(self.answer(number, way))
        })
    }

    /// The words that hold `term` and begin otherwise.
    ///
    /// Nearly all answers begin like the term; elsewhere it can only stand inside a word. Of `known`, the words that hold
    /// its beginning, a few are left with each letter more.
    #[must_use]
    pub fn inside(&self, term: &Term, known: &Inside) -> Inside {
        let part = term.text();
        let words = if !term.may_stand_inside() {
            Vec::new()
        } else if !known.part.is_empty() && part.starts_with(&known.part) {
            known.words.iter().copied().filter(|number| self.word(*number).contains(part)).collect()
        } else {
            let alike = self.beginning_like(part);
            let last = WordNumber::try_from(self.words.len()).unwrap_or(WordNumber::MAX);
            [0..alike.start, alike.end..last].into_iter().flat_map(|words| self.holding(part, words)).collect()
        };
        Inside { part: if term.may_stand_inside() { part.to_owned() } else { String::new() }, words }
    }

    /// Those words among `inside` that are to be kept.
    #[must_use]
    pub fn narrowed(&self, inside: &Inside, is_kept: impl Fn(&str) -> bool) -> Inside {
        let words = inside.words.iter().copied().filter(|number| is_kept(self.word(*number)));
        Inside { part: inside.part.clone(), words: words.collect() }
    }

    /// Whether it holds a word, in any ending.
    pub fn has(&self, term: &Term) -> bool {
        let mut alike = self.beginning_like(term.text());
        alike.any(|number| {
            let is_alike = self.looks.get(number as usize).is_some_and(|(head, _)| term.may_begin_like(*head));
            is_alike && term.is_whole_word(&self.entry(number))
        })
    }

    /// The words with the same first byte.
    fn beginning_like(&self, text: &str) -> Range<WordNumber> {
        let first = text.bytes().next().map_or(0, usize::from);
        let start = |byte: usize| self.starts.get(byte).copied().unwrap_or_default();
        start(first)..start(first + 1)
    }

    /// Those of `words` that hold `part`: their texts lie side by side and are searched in one go.
    fn holding<'a>(&'a self, part: &'a str, words: Range<WordNumber>) -> impl Iterator<Item = WordNumber> {
        let span = |number| self.span(number, |entry| entry.text_end);
        let (mut from, to) = (span(words.start).start, span(words.end).start);
        let finder = memmem::Finder::new(part);
        std::iter::from_fn(move || {
            loop {
                let at = from + finder.find(self.text.as_bytes().get(from..to)?)?;
                let number = self.words.partition_point(|entry| entry.text_end as usize <= at);
                let number = WordNumber::try_from(number).ok()?;
                let end = span(number).end;
                // What begins in one word and ends in the next is in neither.
                if at + part.len() <= end {
                    from = end;
                    return Some(number);
                }
                from = at + 1;
            }
        })
    }

    /// The words that equal `term` but for a few slips, each with what those cost, the cheapest first; `among` other words
    /// more may be a slip than alone.
    #[must_use]
    pub fn nearly(&self, term: &Term, among: bool) -> Vec<(usize, WordNumber)> {
        let numbers = (0..).take(self.words.len());
        let likely = numbers.zip(&self.looks).filter(|(_, (_, letters))| term.may_be_a_slip_of(*letters, among));
        let words = likely.map(|(number, _)| (number, self.entry(number)));
        // Nobody looks for a word that says nothing.
        let telling = words.filter(|(_, word)| !is_empty_word(word.text));
        let near = telling.filter_map(|(number, word)| Some((term.slip_cost(&word, among)?, word.text.len(), number)));
        let mut near: Vec<(usize, usize, WordNumber)> = near.collect();
        // Of equals the one without a further ending comes first.
        near.sort_by_key(|(cost, length, _)| (*cost, *length));
        near.into_iter().map(|(cost, _, number)| (cost, number)).collect()
    }
}
#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::field::Slot;
    use crate::search::gathering::{Gathering, join};

    #[test]
    fn a_word_is_found_wherever_it_begins_and_never_across_two_words() {
        let mut gathering = Gathering::default();
        // The first two come to lie side by side, and *rezerve* stands across both.
        for (word, record) in
            ["dirrez", "ervelat", "kiberrezerve", "rezerves", "arezervearezerve", "zeme"].iter().zip(0..)
        {
            gathering.begin(record);
            gathering.text(word, Slot::of_byte(0));
        }
        let vocabulary = join(vec![gathering.pack(true)]);
        let (term, matcher) = (Term::new("rezerve"), Matcher::default());
        let inside = vocabulary.inside(&term, &vocabulary.inside(&Term::new("reze"), &Inside::default()));
        let mut found: Vec<(&str, Way, u32)> = vocabulary
            .answers(&term, &inside, &matcher)
            .flat_map(|answer| answer.postings.into_iter().map(move |(record, _)| (answer.word, answer.way, record)))
            .collect();
        found.sort_by_key(|(_, _, record)| *record);
        let expected =
            [("kiberrezerve", Way::Inside, 2), ("rezerves", Way::Stem, 3), ("arezervearezerve", Way::Inside, 4)];
        assert_eq!(found, expected);
    }
}
