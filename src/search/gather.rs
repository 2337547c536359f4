//! Reads the words of all records, on as many threads as the machine has where there are many.

use std::num::NonZero;
use std::ops::Range;
use std::thread;

use super::entry;
use super::field::Field;
use super::vocabulary::Gathering;
use super::words::visit_folded;
use crate::domain::{Dataset, Lang, Ordinal};

/// Records from which on a further thread is worth its start.
const WORTH_A_THREAD: u32 = 5_000;

/// Words in the title of a record, Latvian and English.
pub type TitleWords = [u8; 2];

/// The words of every record, and how many stand in each title.
pub fn all(dataset: &Dataset) -> (Gathering, Vec<TitleWords>) {
    let count = dataset.count();
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let threads = u32::try_from(cores).unwrap_or(1).min(count / WORTH_A_THREAD + 1);
    let share = count.div_ceil(threads);
    let shares = (0..threads).map(|thread| thread * share..count.min((thread + 1) * share));
    thread::scope(|scope| {
        let mut shares =
            shares.skip(1).map(|share| scope.spawn(|| some(dataset, share))).collect::<Vec<_>>().into_iter();
        let (mut gathered, mut title_words) = some(dataset, 0..share.min(count));
        // A thread that panics has ended the program already.
        for (later, more) in shares.by_ref().filter_map(|thread| thread.join().ok()) {
            gathered.append(&later);
            title_words.extend(more);
        }
        (gathered, title_words)
    })
}

/// The words of some of the records.
fn some(dataset: &Dataset, records: Range<u32>) -> (Gathering, Vec<TitleWords>) {
    let mut gathered = Gathering::default();
    let mut title_words = Vec::with_capacity(records.len());
    let mut room = String::new();
    for number in records {
        let mut in_title: TitleWords = [0, 0];
        let Some(record) = dataset.at(Ordinal(number)) else { continue };
        entry::visit_texts(dataset, record, &mut |slot, text| {
            let mut count: u8 = 0;
            visit_folded(text, &mut room, |word| {
                gathered.add(word, number, slot);
                count = count.saturating_add(1);
            });
            if slot.field() == Field::Title {
                // Of several names the shortest counts.
                let [latvian, english] = &mut in_title;
                let words = if slot.lang() == Some(Lang::En) { english } else { latvian };
                *words = if *words == 0 { count } else { count.min(*words) };
            }
        });
        title_words.push(in_title);
    }
    (gathered, title_words)
}
