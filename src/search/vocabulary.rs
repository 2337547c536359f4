//! The distinct words of all records, and where each stands.
//!
//! Words are scored, not texts: 100,000 records hold some 150,000 distinct words, and a query word is compared with each
//! once. Endings, abbreviations and slips are only more ways from a query word into the same table.

use std::hash::BuildHasher;
use std::ops::Range;

use hashbrown::HashTable;
use memchr::memmem;
use rustc_hash::FxBuildHasher;

use super::field::Slot;
use super::postings::{Postings, Trail};
use super::stem::stem;
use super::term::{Matcher, Term, Way, Word};
use super::words::{head, is_empty_word, letters};

/// The distinct words of all records, immutable once made.
pub struct Vocabulary {
    text: String,
    words: Vec<Entry>,
    /// Head and letters of each word, apart from the rest: they are all that is looked at of nearly every word.
    looks: Vec<(u64, u64)>,
    postings: Vec<u8>,
    /// The first word that begins with each byte or a later one: words that begin alike lie together.
    starts: Vec<WordNumber>,
}

/// A word: where it ends in the text and its postings among the bytes; it starts where the one before ends.
#[derive(Clone, Copy)]
struct Entry {
    text_end: u32,
    postings_end: u32,
    stem: u8,
}

/// How many bytes there are for a word to begin with.
const FIRST_BYTES: usize = 1 << u8::BITS;

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
    ///
    /// Nearly all answers begin like the term; elsewhere it can only stand inside a word.
    pub fn answers<'a>(&'a self, term: &'a Term, matcher: &'a Matcher) -> impl Iterator<Item = Answer<'a>> {
        let alike = self.beginning_like(term.text());
        let looks = self.looks.get(alike.start as usize..alike.end as usize).unwrap_or_default();
        let likely = alike.clone().zip(looks).filter(|(_, (head, letters))| term.may_be_answered_by(*head, *letters));
        let last = WordNumber::try_from(self.words.len()).unwrap_or(WordNumber::MAX);
        let elsewhere = [0..alike.start, alike.end..last].into_iter().filter(|_| term.may_stand_inside());
        let inside = elsewhere.flat_map(|words| self.holding(term.text(), words));
        likely.map(|(number, _)| number).chain(inside).filter_map(|number| {
            let (way, _) = term.rate(&self.entry(number), matcher)?;
            Some(self.answer(number, way))
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

    /// The words that equal `term` but for the fewest slips, the one to name first.
    #[must_use]
    pub fn nearly(&self, term: &Term) -> Vec<&str> {
        // Fingers slip seldom on the first letter, and nobody looks for a word that says nothing.
        let cost = |word: &Word<'_>, slips: usize| {
            slips * 2 + usize::from(word.text.chars().next() != term.text().chars().next())
        };
        let numbers = (0..).take(self.words.len());
        let likely = numbers.zip(&self.looks).filter(|(_, (_, letters))| term.may_be_a_slip_of(*letters));
        let near: Vec<(usize, &str)> = likely
            .map(|(number, _)| self.entry(number))
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

/// A vocabulary being made.
#[derive(Default)]
pub struct Gathering {
    text: String,
    /// End of each word in the text, and where it stands.
    words: Vec<(u32, Trail)>,
    numbers: HashTable<WordNumber>,
}

impl Gathering {
    /// Notes that `word` stands in a slot of a record. Records come in ascending order.
    pub fn add(&mut self, word: &str, record: u32, slot: Slot) {
        if let Some(trail) = self.trail(word) {
            trail.add(record, slot);
        }
    }

    /// Takes in what was gathered from the records that follow.
    pub fn append(&mut self, later: &Self) {
        for (number, (_, trail)) in (0..).zip(&later.words) {
            if let Some(own) = self.trail(word(&later.text, &later.words, number)) {
                own.append(trail);
            }
        }
    }

    /// Where `text` stands; a word that is new stands nowhere yet.
    fn trail(&mut self, text: &str) -> Option<&mut Trail> {
        let (arena, words) = (&mut self.text, &mut self.words);
        let hash = |text: &str| FxBuildHasher.hash_one(text);
        let is_it = |number: &WordNumber| word(arena, words, *number) == text;
        let number = if let Some(&number) = self.numbers.find(hash(text), is_it) {
            number
        } else {
            let number = u32::try_from(words.len()).ok()?;
            arena.push_str(text);
            words.push((u32::try_from(arena.len()).ok()?, Trail::default()));
            self.numbers.insert_unique(hash(text), number, |&number| hash(word(arena, words, number)));
            number
        };
        words.get_mut(number as usize).map(|(_, trail)| trail)
    }

    /// The vocabulary of all that was gathered.
    #[must_use]
    pub fn finish(self) -> Vocabulary {
        let spelt = |number| word(&self.text, &self.words, number);
        let first = |number| spelt(number).bytes().next().map_or(0, usize::from);
        let mut starts: Vec<WordNumber> = vec![0; FIRST_BYTES + 1];
        let numbers = (0..).take(self.words.len());
        numbers.clone().for_each(|number| starts[first(number) + 1] += 1);
        (1..=FIRST_BYTES).for_each(|byte| starts[byte] += starts[byte - 1]);
        let mut order: Vec<WordNumber> = numbers.collect();
        order.sort_by_key(|number| first(*number));
        let mut text = String::with_capacity(self.text.len());
        let mut postings = Vec::with_capacity(self.words.iter().map(|(_, trail)| trail.bytes().len()).sum());
        let mut words = Vec::with_capacity(order.len());
        let mut looks = Vec::with_capacity(order.len());
        for number in order {
            let word = spelt(number);
            text.push_str(word);
            postings.extend(self.words.get(number as usize).map_or(&[][..], |(_, trail)| trail.bytes()));
            words.push(Entry {
                text_end: u32::try_from(text.len()).unwrap_or(u32::MAX),
                postings_end: u32::try_from(postings.len()).unwrap_or(u32::MAX),
                stem: u8::try_from(stem(word).len()).unwrap_or(u8::MAX),
            });
            looks.push((head(word), letters(word)));
        }
        Vocabulary { text, words, looks, postings, starts }
    }
}

/// The word of a number: from the end of the one before to its own.
fn word<'a>(text: &'a str, words: &[(u32, Trail)], number: WordNumber) -> &'a str {
    let number = number as usize;
    let end = |at: usize| words.get(at).map_or(0, |(end, _)| *end as usize);
    text.get(number.checked_sub(1).map_or(0, end)..end(number)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_wherever_it_begins_and_never_across_two_words() {
        let mut gathering = Gathering::default();
        // The first two come to lie side by side, and *rezerve* stands across both.
        for (word, record) in
            ["dirrez", "ervelat", "kiberrezerve", "rezerves", "arezervearezerve", "zeme"].iter().zip(0..)
        {
            gathering.add(word, record, Slot::of_byte(0));
        }
        let vocabulary = gathering.finish();
        let (term, matcher) = (Term::new("rezerve"), Matcher::default());
        let mut found: Vec<(&str, Way, u32)> = vocabulary
            .answers(&term, &matcher)
            .flat_map(|answer| answer.postings.into_iter().map(move |(record, _)| (answer.word, answer.way, record)))
            .collect();
        found.sort_by_key(|(_, _, record)| *record);
        let expected =
            [("kiberrezerve", Way::Inside, 2), ("rezerves", Way::Stem, 3), ("arezervearezerve", Way::Inside, 4)];
        assert_eq!(found, expected);
    }
}
