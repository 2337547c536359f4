//! A vocabulary being made: the words of some records in the order they are read, then packed word by word.
//!
//! Reading only notes a number for each word; where each word stands is put together afterwards. So every byte of a
//! posting is written once and to its place, and none of 150,000 words has a list of its own that grows.

use std::hash::BuildHasher;
use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use super::field::Slot;
use super::postings::{self, Last, SLOT_BITS, Step};
use super::stem::stem;
use super::vocabulary::{Entry, FIRST_BYTES, Vocabulary, WordNumber};
use super::words::{head, letters};

/// How many words there can be: the number of each has to fit beside a slot.
const WORDS_LIMIT: usize = 1 << (u32::BITS - SLOT_BITS);

/// Distinct words, numbered in the order they come.
#[derive(Default)]
struct Words {
    /// One after the other, in UTF-8.
    text: Vec<u8>,
    /// End of each word in the text; it starts where the one before ends.
    ends: Vec<u32>,
    /// The number of each word, beside its key: most words are found without a look at the text, which lies far away.
    numbers: HashTable<(Key, WordNumber)>,
}

impl Words {
    /// The number of a word, a new one where it has none; none where there is no room for it.
    fn number(&mut self, word: &[u8]) -> Option<WordNumber> {
        let key = Key::of(word);
        self.number_of(key, key.hash(word), word)
    }

    /// The same for a word whose key and hash are known already.
    fn number_of(&mut self, key: Key, hash: u64, word: &[u8]) -> Option<WordNumber> {
        let is_it =
            |(other, number): &(Key, WordNumber)| *other == key && (key.is_whole() || self.word(*number) == word);
        if let Some((_, number)) = self.numbers.find(hash, is_it) {
            return Some(*number);
        }
        let number = u32::try_from(self.ends.len()).ok().filter(|_| self.ends.len() < WORDS_LIMIT)?;
        let end = u32::try_from(self.text.len() + word.len()).ok()?;
        self.text.extend_from_slice(word);
        self.ends.push(end);
        let Self { text, ends, numbers } = self;
        let rehash = |(key, number): &(Key, WordNumber)| key.hash(text.get(span(ends, *number)).unwrap_or_default());
        numbers.insert_unique(hash, (key, number), rehash);
        Some(number)
    }

    fn word(&self, number: WordNumber) -> &[u8] {
        self.text.get(span(&self.ends, number)).unwrap_or_default()
    }
}

/// A word of up to 16 bytes, or the beginning of a longer one with a byte behind it that is in no text.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Key([u8; Self::LENGTH]);

impl Key {
    const LENGTH: usize = 16;
    const LONGER: u8 = u8::MAX;

    fn of(word: &[u8]) -> Self {
        if let Some(key) = word.first_chunk() {
            let mut key = *key;
            if word.len() > Self::LENGTH {
                key[Self::LENGTH - 1] = Self::LONGER;
            }
            return Self(key);
        }
        // Both ends of the word, lapping over: how many bytes it has is not to be guessed.
        let both = |first: u128, last: u128, half: usize| first | last << (8 * (word.len() - half));
        let key = if let (Some(first), Some(last)) = (word.first_chunk::<8>(), word.last_chunk::<8>()) {
            both(u64::from_le_bytes(*first).into(), u64::from_le_bytes(*last).into(), 8)
        } else if let (Some(first), Some(last)) = (word.first_chunk::<4>(), word.last_chunk::<4>()) {
            both(u32::from_le_bytes(*first).into(), u32::from_le_bytes(*last).into(), 4)
        } else {
            word.iter().rev().fold(0, |key, byte| key << 8 | u128::from(*byte))
        };
        Self(key.to_le_bytes())
    }

    fn is_whole(self) -> bool {
        self.0[Self::LENGTH - 1] != Self::LONGER
    }

    /// The hash of the word it is the key of.
    fn hash(self, word: &[u8]) -> u64 {
        if self.is_whole() { FxBuildHasher.hash_one(u128::from_le_bytes(self.0)) } else { FxBuildHasher.hash_one(word) }
    }
}

/// What lies between the end of the one before and its own.
fn span(ends: &[u32], number: WordNumber) -> Range<usize> {
    let number = number as usize;
    let end = |at: usize| ends.get(at).map_or(0, |end| *end as usize);
    number.checked_sub(1).map_or(0, end)..end(number)
}

/// The words of some records, in the order they are read.
#[derive(Default)]
pub struct Gathering {
    words: Words,
    /// Number and slot of each word.
    read: Vec<u32>,
    /// Each record, and how much was read before it.
    records: Vec<(u32, usize)>,
    waiting: Waiting,
}

/// Words that are looked up together: each lies somewhere else in memory, and so the ways there are gone side by side.
#[derive(Default)]
struct Waiting {
    words: Vec<(Key, u64, usize, Slot)>,
    /// Those longer than their keys, one after the other.
    long: Vec<u8>,
}

impl Waiting {
    const MOST: usize = 64;
}

impl Gathering {
    /// Goes on to another record. Records come in ascending order.
    pub fn begin(&mut self, record: u32) {
        self.look_up();
        self.records.push((record, self.read.len()));
    }

    /// Notes that a folded word stands in a slot of the record.
    pub fn add(&mut self, word: &[u8], slot: Slot) {
        let key = Key::of(word);
        if !key.is_whole() {
            self.waiting.long.extend_from_slice(word);
        }
        self.waiting.words.push((key, key.hash(word), word.len(), slot));
        if self.waiting.words.len() == Waiting::MOST {
            self.look_up();
        }
    }

    /// Notes the words that wait for it.
    fn look_up(&mut self) {
        let mut long = self.waiting.long.as_slice();
        for (key, hash, length, slot) in self.waiting.words.drain(..) {
            let word = if key.is_whole() { key.0.get(..length) } else { long.split_off(..length) };
            if let Some(number) = self.words.number_of(key, hash, word.unwrap_or_default()) {
                self.read.push(number << SLOT_BITS | u32::from(slot.byte()));
            }
        }
        self.waiting.long.clear();
    }

    /// Puts together where each word stands; only the first of several parts is asked for the numbers of words again.
    #[must_use]
    pub fn pack(mut self, is_first: bool) -> Packed {
        self.look_up();
        if !is_first {
            self.words.numbers = HashTable::new();
        }
        let mut ends = vec![0_u32; self.words.ends.len()];
        self.steps(|number, step| ends[number] += step.length());
        let mut total = 0;
        for end in &mut ends {
            (*end, total) = (total, total + *end);
        }
        let mut postings = vec![0; total as usize];
        let lasts = self.steps(|number, step| {
            let end = &mut ends[number];
            step.write(|byte| {
                postings[*end as usize] = byte;
                *end += 1;
            });
        });
        let Self { words, read, .. } = self;
        drop(read);
        Packed { words, ends, lasts, postings }
    }

    /// Gives every posting with the number of its word to `visit`; where each word stands last.
    fn steps(&self, mut visit: impl FnMut(usize, Step)) -> Vec<Last> {
        let mut lasts = vec![Last::default(); self.words.ends.len()];
        let ends = self.records.iter().skip(1).map(|(_, start)| *start).chain([self.read.len()]);
        for ((record, start), end) in self.records.iter().zip(ends) {
            for read in self.read.get(*start..end).unwrap_or_default() {
                let number = (read >> SLOT_BITS) as usize;
                let [slot, ..] = (read & ((1 << SLOT_BITS) - 1)).to_le_bytes();
                if let Some(step) = lasts[number].step_to(*record, Slot::of_byte(slot)) {
                    visit(number, step);
                }
            }
        }
        lasts
    }
}

/// What is looked at of a word before all else.
struct Look {
    /// Length of its stem.
    stem: u8,
    head: u64,
    letters: u64,
}

impl Look {
    fn of(word: &str) -> Self {
        Self { stem: u8::try_from(stem(word).len()).unwrap_or(u8::MAX), head: head(word), letters: letters(word) }
    }
}

/// The words of some records, and where each stands.
pub struct Packed {
    words: Words,
    /// End of the postings of each word.
    ends: Vec<u32>,
    lasts: Vec<Last>,
    postings: Vec<u8>,
}

impl Packed {
    fn postings(&self, number: WordNumber) -> &[u8] {
        self.postings.get(span(&self.ends, number)).unwrap_or_default()
    }
}

/// The vocabulary of all that was gathered: each part from the records that follow those of the part before.
#[must_use]
pub fn join(parts: Vec<Packed>) -> Vocabulary {
    let mut parts = parts.into_iter();
    let Some(mut first) = parts.next() else { return Vocabulary::default() };
    let mut later = Vec::new();
    for part in parts {
        let mut own = vec![None; first.words.ends.len()];
        for number in (0..).take(part.words.ends.len()) {
            let Some(common) = first.words.number(part.words.word(number)) else { continue };
            own.resize(own.len().max(common as usize + 1), None);
            own[common as usize] = Some(number);
        }
        later.push((part, own));
    }
    first.words.numbers = HashTable::new();
    let (order, starts) = by_first_byte(&first.words);
    let parts = Parts { first, later };
    let (front, back) = order.split_at(if order.len() < WORTH_A_THREAD { order.len() } else { order.len() / 2 });
    let (mut joined, rest) = thread::scope(|scope| {
        let rest = (!back.is_empty()).then(|| scope.spawn(|| parts.joined(back, 0, 0)));
        let joined = parts.joined(front, parts.first.words.text.len(), parts.size());
        (joined, rest.map(|rest| rest.join().unwrap_or_else(|panic| resume_unwind(panic))))
    });
    drop(parts);
    if let Some(rest) = rest {
        joined.append(&rest);
    }
    Vocabulary { starts, ..joined }
}

/// Words from which on a further thread is worth its start.
const WORTH_A_THREAD: usize = 10_000;

/// What was gathered, to be joined.
struct Parts {
    /// The first part; its words are those of all parts.
    first: Packed,
    /// The others, each with the number that it gives to each word, if it has it.
    later: Vec<(Packed, Vec<Option<WordNumber>>)>,
}

impl Parts {
    /// Bytes of the postings of all parts.
    fn size(&self) -> usize {
        self.first.postings.len() + self.later.iter().map(|(part, _)| part.postings.len()).sum::<usize>()
    }

    /// Some of the words and where each stands, with room for so many bytes of text and of postings.
    fn joined(&self, numbers: &[WordNumber], text: usize, postings: usize) -> Vocabulary {
        let (mut text, mut postings) = (String::with_capacity(text), Vec::with_capacity(postings));
        let (mut words, mut looks) = (Vec::with_capacity(numbers.len()), Vec::with_capacity(numbers.len()));
        for &number in numbers {
            let word = str::from_utf8(self.first.words.word(number)).unwrap_or_default();
            text.push_str(word);
            postings.extend_from_slice(self.first.postings(number));
            let mut last = self.first.lasts.get(number as usize).copied().unwrap_or_default();
            for (part, own) in &self.later {
                let Some(own) = own.get(number as usize).copied().flatten() else { continue };
                postings::append(&mut postings, last, part.postings(own));
                last = part.lasts[own as usize];
            }
            let look = Look::of(word);
            let postings_end = u32::try_from(postings.len()).unwrap_or(u32::MAX);
            let text_end = u32::try_from(text.len()).unwrap_or(u32::MAX);
            words.push(Entry { text_end, postings_end, stem: look.stem });
            looks.push((look.head, look.letters));
        }
        Vocabulary { text, words, looks, postings, starts: Vec::new() }
    }
}

/// The numbers of words in the order of their first bytes, otherwise as they came; and how many words begin with a byte
/// before each.
fn by_first_byte(words: &Words) -> (Vec<WordNumber>, Vec<WordNumber>) {
    let first = |number| words.word(number).first().map_or(0, |byte| usize::from(*byte));
    let numbers = (0..).take(words.ends.len());
    let mut starts = vec![0; FIRST_BYTES + 1];
    for number in numbers.clone() {
        starts[first(number) + 1] += 1;
    }
    for byte in 1..=FIRST_BYTES {
        starts[byte] += starts[byte - 1];
    }
    let (mut order, mut next) = (vec![0; words.ends.len()], starts.clone());
    for number in numbers {
        let place = &mut next[first(number)];
        order[*place as usize] = number;
        *place += 1;
    }
    (order, starts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_holds_every_byte_of_a_word_that_is_no_longer() {
        let word: Vec<u8> = (b'a'..=b'z').collect();
        for length in 0..=Key::LENGTH {
            let mut bytes = [0; Key::LENGTH];
            bytes[..length].copy_from_slice(&word[..length]);
            assert_eq!(Key::of(&word[..length]).0, bytes);
            assert!(Key::of(&word[..length]).is_whole());
        }
        assert!(!Key::of(&word[..=Key::LENGTH]).is_whole());
    }

    #[test]
    fn words_that_wait_are_noted_in_the_order_they_were_read() {
        // Short and long ones, more than wait at a time, each of them twice.
        let words: Vec<String> = (0..2 * Waiting::MOST).map(|n| format!("{n}{}", "x".repeat(n % 30))).collect();
        let read: Vec<&str> = words.iter().chain(&words).map(String::as_str).collect();
        let mut gathering = Gathering::default();
        gathering.begin(0);
        for word in &read {
            gathering.add(word.as_bytes(), Slot::of_byte(0));
        }
        gathering.look_up();
        let noted: Vec<&[u8]> = gathering.read.iter().map(|read| gathering.words.word(read >> SLOT_BITS)).collect();
        assert_eq!(noted, read.iter().map(|word| word.as_bytes()).collect::<Vec<_>>());
        assert_eq!(gathering.words.ends.len(), words.len());
    }
}
