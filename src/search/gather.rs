//! Reads the words of all records, on as many threads as the machine has where there are many.
//!
//! Names that records share stand behind the records, each with a number of its own: a word found in one of them is found
//! in every record that bears it. A hundred thousand records with three partners each hold half the words so.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

use super::entry::{self, Reader, Shared};
use super::field::{Field, Slot};
use super::vocabulary::Gathering;
use super::words::visit_folded;
use crate::domain::{Dataset, Lang, Ordinal};

/// Records from which on a further thread is worth its start.
const WORTH_A_THREAD: u32 = 5_000;

/// Words in the title of a record, Latvian and English.
pub type TitleWords = [u8; 2];

/// Names that records share, numbered behind the records: for each the records that bear it.
pub type Names = Vec<Vec<u32>>;

/// What was read of some records.
#[derive(Default)]
pub struct Read {
    /// Their words.
    pub words: Gathering,
    /// How many words stand in each title.
    pub title_words: Vec<TitleWords>,
    bearers: BTreeMap<Shared, Vec<u32>>,
}

/// The words of every record and of the names they share.
pub fn all(dataset: &Dataset) -> (Read, Names) {
    let count = dataset.count();
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let threads = u32::try_from(cores).unwrap_or(1).min(count / WORTH_A_THREAD + 1);
    let share = count.div_ceil(threads);
    let shares = (0..threads).map(|thread| thread * share..count.min((thread + 1) * share));
    let mut read = thread::scope(|scope| {
        let others: Vec<_> = shares.skip(1).map(|share| scope.spawn(|| some(dataset, share))).collect();
        let mut read = some(dataset, 0..share.min(count));
        for later in others.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic))) {
            read.words.append(&later.words);
            read.title_words.extend(later.title_words);
            for (name, records) in later.bearers {
                read.bearers.entry(name).or_default().extend(records);
            }
        }
        read
    });
    let mut names = Names::new();
    let mut room = String::new();
    for ((name, records), number) in std::mem::take(&mut read.bearers).into_iter().zip(count..) {
        names.push(records);
        entry::visit_shared(dataset, name, &mut |slot: Slot, text: &str| {
            visit_folded(text, &mut room, |word| read.words.add(word, number, slot));
        });
    }
    (read, names)
}

/// The words of some of the records.
fn some(dataset: &Dataset, records: Range<u32>) -> Read {
    let mut read = Read::default();
    let mut room = String::new();
    for number in records {
        let Some(record) = dataset.at(Ordinal(number)) else { continue };
        let mut reading = Reading { read: &mut read, room: &mut room, number, in_title: [0, 0] };
        entry::visit_texts(dataset, record, &mut reading);
        let in_title = reading.in_title;
        read.title_words.push(in_title);
    }
    read
}

/// A record being read.
struct Reading<'a> {
    read: &'a mut Read,
    room: &'a mut String,
    number: u32,
    in_title: TitleWords,
}

impl Reader for Reading<'_> {
    fn text(&mut self, slot: Slot, text: &str) {
        let mut count: u8 = 0;
        visit_folded(text, self.room, |word| {
            self.read.words.add(word, self.number, slot);
            count = count.saturating_add(1);
        });
        if slot.field() == Field::Title {
            // Of several names the shortest counts.
            let [latvian, english] = &mut self.in_title;
            let words = if slot.lang() == Some(Lang::En) { english } else { latvian };
            *words = if *words == 0 { count } else { count.min(*words) };
        }
    }

    fn wants(&mut self, shared: Shared) -> bool {
        let bearers = self.read.bearers.entry(shared).or_default();
        if bearers.last() != Some(&self.number) {
            bearers.push(self.number);
        }
        false
    }
}
