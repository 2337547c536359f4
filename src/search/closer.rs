//! A closer look at the best hits, for what no word alone can tell: whether words of the query stand side by side, since
//! *kabeļu drošība* is rather what it says than a cable here and a danger there, and whether a title begins like the query.

use std::mem;

use super::entry::{self, Reader, Shared};
use super::field::Slot;
use super::fold::fold;
use super::query::Query;
use super::term::Term;
use super::words::{visit_folded, words};
use super::{Found, Hit, SearchIndex};
use crate::domain::{Dataset, Lang, Record};

/// Of how many hits, the best ones, the texts are read.
const READ: usize = 8;

/// What two words side by side are worth in a field, where one whole word is worth 1,000.
const NEIGHBOURS: u32 = 300;

/// What a title is worth that begins like the query: little, it only decides between those that are alike otherwise.
const OPENING: u32 = 2_000;

impl SearchIndex {
    /// Adds to the best hits what a closer look finds.
    pub(super) fn look_closer(&self, dataset: &Dataset, query: &Query, found: &mut Found) {
        let read = query.read_as(&found.repairs);
        let hits = &mut found.hits;
        let terms: Vec<&Term> = read.iter().filter(|term| term.is_telling()).collect();
        let Some(first) = terms.first().filter(|_| hits.len() > 1) else { return };
        let mut neighbours = Neighbours { terms: &terms, worth: vec![0; terms.len()], room: String::new() };
        for place in best(hits) {
            let Some(hit) = hits.get_mut(place) else { continue };
            let Some(record) = dataset.at(hit.ordinal) else { continue };
            if !self.is_behind.has(hit.ordinal.0 as usize) && opens(record, first) {
                hit.score += OPENING;
            }
            if terms.len() > 1 {
                entry::visit_texts(dataset, record, &mut neighbours);
                hit.score += neighbours.worth.iter_mut().map(mem::take).sum::<u32>() * NEIGHBOURS;
            }
        }
    }
}

/// Whether the title of a record begins with a word.
fn opens(record: Record<'_>, term: &Term) -> bool {
    [Lang::Lv, Lang::En].iter().any(|lang| {
        let opening = fold(record.title(*lang).split(' ').next().unwrap_or_default());
        words(&opening).next().is_some_and(|(_, word)| term.is_spelt(word))
    })
}

/// Where the best hits stand, the best first.
fn best(hits: &[Hit]) -> Vec<usize> {
    let mut places: Vec<usize> = Vec::with_capacity(2 * READ);
    let rank = |place: &usize| hits.get(*place).map(Hit::rank);
    let mut worst = None;
    for (place, hit) in hits.iter().enumerate() {
        if worst.is_some_and(|worst| hit.rank() > worst) {
            continue;
        }
        places.push(place);
        if places.len() == 2 * READ {
            let (_, last, _) = places.select_nth_unstable_by_key(READ - 1, rank);
            worst = rank(last);
            places.truncate(READ);
        }
    }
    places.sort_unstable_by_key(rank);
    places.truncate(READ);
    places
}

/// Looks for neighbours among the terms in the texts of a record.
struct Neighbours<'a> {
    terms: &'a [&'a Term],
    /// Of each term what it is worth that the one behind it follows, where that is worth most.
    worth: Vec<u32>,
    room: String,
}

impl Reader for Neighbours<'_> {
    fn text(&mut self, slot: Slot, text: &str) {
        let Self { terms, worth, room } = self;
        let weight = slot.field().weight();
        // Of each term whether the word before is it.
        let mut before = 0_u64;
        visit_folded(text, room, |word| {
            let own = (0..u64::BITS).zip(terms.iter()).filter(|(_, term)| term.is_spelt(word));
            let own = own.fold(0, |own, (at, _)| own | 1 << at);
            let followed = before & own >> 1;
            for (_, worth) in (0..u64::BITS).zip(worth.iter_mut()).filter(|(at, _)| followed >> at & 1 == 1) {
                *worth = weight.max(*worth);
            }
            before = own;
        });
    }

    /// Names of partners and kinds are short: whoever types two words of one has found it already.
    fn wants(&mut self, shared: Shared) -> bool {
        matches!(shared, Shared::Term(_))
    }
}
