//! Reads the words of all records, on as many threads as the machine has where there are many.
//!
//! Names that records share stand behind the records, each with a number of its own: a word found in one of them is found
//! in every record that bears it. A hundred thousand records with three partners each hold half the words so.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

use rustc_hash::FxHashMap;

use super::entry::{self, Reader, Shared};
use super::field::{Field, Slot};
use super::gathering::{self, Gathering, Packed};
use super::vocabulary::Vocabulary;
use crate::domain::{Dataset, Lang, Ordinal, Record};

/// Records from which on a further thread is worth its start.
const WORTH_A_THREAD: u32 = 5_000;

/// How many titles are as much to read as a record.
const TITLES: usize = 12;

/// Words in the title of a record, Latvian and English.
pub type TitleWords = [u8; 2];

/// Names that records share, numbered behind the records: each with the records that bear it.
pub type Names = Vec<(Shared, Vec<u32>)>;

/// What was read of all records.
pub struct Read {
    /// Their words.
    pub vocabulary: Vocabulary,
    /// How many words stand in each title.
    pub title_words: Vec<TitleWords>,
    /// The names they share.
    pub names: Names,
}

/// What was read of some records.
#[derive(Default)]
struct Part {
    words: Gathering,
    title_words: Vec<TitleWords>,
    bearers: FxHashMap<Shared, Vec<u32>>,
}

/// The words of every record and of the names they share.
pub fn all(dataset: &Dataset) -> Read {
    let count = dataset.count();
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let mut shares = shares(dataset, cores.min((count / WORTH_A_THREAD + 1) as usize)).into_iter();
    let first = shares.next().unwrap_or_default();
    let (mut words, mut title_words, mut bearers) = (Vec::new(), Vec::new(), BTreeMap::<Shared, Vec<u32>>::new());
    thread::scope(|scope| {
        let others: Vec<_> = shares.map(|share| scope.spawn(|| some(dataset, share))).collect();
        let first = some(dataset, first);
        let others = others.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        for (packed, part) in std::iter::once(first).chain(others) {
            words.push(packed);
            title_words.extend(part.title_words);
            for (name, records) in part.bearers {
                bearers.entry(name).or_default().extend(records);
            }
        }
    });
    let mut names = Names::new();
    let mut of_names = Gathering::default();
    for ((name, records), number) in bearers.into_iter().zip(count..) {
        names.push((name, records));
        of_names.begin(number);
        entry::visit_shared(dataset, name, &mut |slot: Slot, text: &str| {
            of_names.text(text, slot);
        });
    }
    words.push(of_names.pack(false));
    Read { vocabulary: gathering::join(words), title_words, names }
}

/// The records in so many shares, with about as much to read in each.
fn shares(dataset: &Dataset, count: usize) -> Vec<Range<u32>> {
    let length = |record: Record<'_>| match record {
        // Around a theme stand the titles of all that lies below.
        Record::Theme(theme) => 1 + dataset.actions_under(&theme.id).count() / TITLES,
        _ => 1,
    };
    let all: usize = dataset.records().map(length).sum();
    let (mut shares, mut start, mut read) = (Vec::new(), 0, 0);
    for (end, record) in (1..).zip(dataset.records()) {
        read += length(record);
        if read * count >= all * (shares.len() + 1) {
            shares.push(start..end);
            start = end;
        }
    }
    shares
}

/// The words of some of the records, and the rest of what was read of them.
fn some(dataset: &Dataset, records: Range<u32>) -> (Packed, Part) {
    let is_first = records.start == 0;
    let mut part = Part::default();
    for number in records {
        let Some(record) = dataset.at(Ordinal(number)) else { continue };
        part.words.begin(number);
        let mut reading = Reading { part: &mut part, number, in_title: [0, 0] };
        entry::visit_texts(dataset, record, &mut reading);
        let in_title = reading.in_title;
        part.title_words.push(in_title);
    }
    (std::mem::take(&mut part.words).pack(is_first), part)
}

/// A record being read.
struct Reading<'a> {
    part: &'a mut Part,
    number: u32,
    in_title: TitleWords,
}

impl Reader for Reading<'_> {
    fn text(&mut self, slot: Slot, text: &str) {
        let count = u8::try_from(self.part.words.text(text, slot)).unwrap_or(u8::MAX);
        if slot.field() == Field::Title {
            // Of several names the shortest counts.
            let [latvian, english] = &mut self.in_title;
            let words = if slot.lang() == Some(Lang::En) { english } else { latvian };
            *words = if *words == 0 { count } else { count.min(*words) };
        }
    }

    fn wants(&mut self, shared: Shared) -> bool {
        let bearers = self.part.bearers.entry(shared).or_default();
        if bearers.last() != Some(&self.number) {
            bearers.push(self.number);
        }
        false
    }
}
