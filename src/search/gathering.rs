//! A vocabulary being made: the words of some records in the order they are read, then packed word by word.
//!
//! Reading only notes a number for each word; where each word stands is put together afterwards. So every byte of a
//! posting is written once and to its place, and none of 150,000 words has a list of its own that grows.

use std::panic::resume_unwind;
use std::thread;

use super::field::Slot;
use super::forms::Forms;
use super::numbered::{Words, span};
use super::postings::{self, Last, SLACK, SLOT_BITS, Step};
use super::stem::stem;
use super::vocabulary::{Entry, FIRST_BYTES, Vocabulary, WordNumber};
use super::words::{head, letters};

/// The words of some records, in the order they are read.
#[derive(Default)]
pub struct Gathering {
    forms: Forms,
    /// Number and slot of each word.
    read: Vec<u32>,
    /// Each record, and how much was read before it.
    records: Vec<(u32, usize)>,
}

/// What is known of where a word stands.
#[derive(Clone, Copy, Default)]
struct Track {
    last: Last,
    /// Bytes of its postings; where they are written, the end of what has been.
    bytes: u32,
}

impl Gathering {
    /// Goes on to another record. Records come in ascending order.
    pub fn begin(&mut self, record: u32) {
        self.records.push((record, self.read.len()));
    }

    /// Notes that a text stands in a slot of the record; how many words it has.
    pub fn text(&mut self, text: &str, slot: Slot) -> usize {
        let before = self.read.len();
        self.forms.read(text, |word| self.read.push(word << SLOT_BITS | u32::from(slot.byte())));
        self.read.len() - before
    }

    /// Puts together where each word stands; only the first of several parts is asked for the numbers of words again.
    #[must_use]
    pub fn pack(mut self, is_first: bool) -> Packed {
        let mut words = std::mem::take(&mut self.forms).into_words();
        if !is_first {
            words.close();
        }
        let mut tracks = vec![Track::default(); words.count()];
        self.follow(&mut tracks, |bytes, step| *bytes += step.length());
        let mut total = 0;
        for track in &mut tracks {
            let start = Track { last: Last::default(), bytes: total };
            total += std::mem::replace(track, start).bytes + SLACK;
        }
        let mut postings = vec![0; total as usize];
        self.follow(&mut tracks, |end, step| {
            if let Some(bytes) = postings.get_mut(*end as usize..).and_then(<[u8]>::first_chunk_mut) {
                *bytes = step.bytes();
            }
            *end += step.length();
        });
        Packed { words, tracks, postings }
    }

    /// Gives every posting, with the bytes of its word's track, to `visit`.
    fn follow(&self, tracks: &mut [Track], mut visit: impl FnMut(&mut u32, Step)) {
        let ends = self.records.iter().skip(1).map(|(_, start)| *start).chain([self.read.len()]);
        for ((record, start), end) in self.records.iter().zip(ends) {
            for read in self.read.get(*start..end).unwrap_or_default() {
                let track = &mut tracks[(read >> SLOT_BITS) as usize];
                let [slot, ..] = (read & ((1 << SLOT_BITS) - 1)).to_le_bytes();
                if let Some(step) = track.last.step_to(*record, Slot::of_byte(slot)) {
                    visit(&mut track.bytes, step);
                }
            }
        }
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
    /// For each word, with the end of its postings.
    tracks: Vec<Track>,
    postings: Vec<u8>,
}

impl Packed {
    fn last(&self, number: WordNumber) -> Last {
        self.tracks.get(number as usize).map(|track| track.last).unwrap_or_default()
    }

    fn postings(&self, number: WordNumber) -> &[u8] {
        let with_slack = span(number, |at| Some(self.tracks.get(at)?.bytes + SLACK));
        self.postings.get(with_slack.start..with_slack.end.saturating_sub(SLACK as usize)).unwrap_or_default()
    }
}

/// The vocabulary of all that was gathered: each part from the records that follow those of the part before.
#[must_use]
pub fn join(parts: Vec<Packed>) -> Vocabulary {
    let mut parts = parts.into_iter();
    let Some(mut first) = parts.next() else { return Vocabulary::default() };
    let mut later = Vec::new();
    for part in parts {
        let known = known(&first.words, &part.words);
        let mut own = vec![None; first.words.count()];
        for (number, known) in (0..).zip(known) {
            let Some(common) = known.or_else(|| first.words.number(part.words.word(number))) else { continue };
            own.resize(own.len().max(common as usize + 1), None);
            own[common as usize] = Some(number);
        }
        later.push((part, own));
    }
    first.words.close();
    let (order, starts) = by_first_byte(&first.words);
    let parts = Parts { first, later };
    let (front, back) = order.split_at(half(order.len()));
    let front = || parts.joined(front, parts.first.words.size(), parts.size());
    let (mut joined, rest) = both(front, (!back.is_empty()).then_some(|| parts.joined(back, 0, 0)));
    drop(parts);
    if let Some(rest) = rest {
        joined.append(&rest);
    }
    Vocabulary { starts, ..joined }
}

/// The number that each of the words `of` a later part has among those of the first, if it has one.
fn known(first: &Words, of: &Words) -> Vec<Option<WordNumber>> {
    let some = |from: usize, to: usize| -> Vec<_> {
        (0..).take(to).skip(from).map(|number| first.find(of.word(number))).collect()
    };
    let (middle, end) = (half(of.count()), of.count());
    let (mut known, rest) = both(|| some(0, middle), (middle < end).then_some(|| some(middle, end)));
    known.extend(rest.unwrap_or_default());
    known
}

/// How many of so many words are the first half; all, where a further thread is not worth its start.
fn half(words: usize) -> usize {
    if words < WORTH_A_THREAD { words } else { words / 2 }
}

/// Does one thing, and beside it the other, if there is one.
fn both<T: Send>(one: impl FnOnce() -> T, other: Option<impl FnOnce() -> T + Send>) -> (T, Option<T>) {
    thread::scope(|scope| {
        let other = other.map(|other| scope.spawn(other));
        (one(), other.map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic))))
    })
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
            let word = self.first.words.word(number);
            text.push_str(word);
            postings.extend_from_slice(self.first.postings(number));
            let mut last = self.first.last(number);
            for (part, own) in &self.later {
                let Some(own) = own.get(number as usize).copied().flatten() else { continue };
                postings::append(&mut postings, last, part.postings(own));
                last = part.last(own);
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
    let first = |number| words.word(number).bytes().next().map_or(0, usize::from);
    let numbers = (0..).take(words.count());
    let mut starts = vec![0; FIRST_BYTES + 1];
    for number in numbers.clone() {
        starts[first(number) + 1] += 1;
    }
    for byte in 1..=FIRST_BYTES {
        starts[byte] += starts[byte - 1];
    }
    let (mut order, mut next) = (vec![0; words.count()], starts.clone());
    for number in numbers {
        let place = &mut next[first(number)];
        order[*place as usize] = number;
        *place += 1;
    }
    (order, starts)
}
