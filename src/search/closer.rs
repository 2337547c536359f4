//! A closer look at the best hits, for what no word alone can tell: whether words of the query stand side by side, since
//! *kabeļu drošība* is rather what it says than a cable here and a danger there, and whether a title begins like the query.

use super::entry;
use super::field::Slot;
use super::fold::fold;
use super::query::Query;
use super::term::{Term, Word};
use super::words::{head, is_empty_word, visit_folded, words};
use super::{Hit, SearchIndex};
use crate::domain::{Dataset, Lang, Ordinal};

/// Of how many hits, the best ones, the texts are read.
const READ: usize = 32;

/// What two words side by side are worth in a field, where one whole word is worth 1,000.
const NEIGHBOURS: u32 = 300;

/// What a title is worth that begins like the query: little, it only decides between those that are alike otherwise.
const OPENING: u32 = 2_000;

impl SearchIndex {
    /// Adds to the best hits what a closer look finds.
    pub(super) fn look_closer(&self, dataset: &Dataset, query: &Query, hits: &mut [Hit]) {
        let terms: Vec<&Term> = query.terms.iter().filter(|term| !is_empty_word(term.text())).collect();
        let Some(first) = terms.first().filter(|_| hits.len() > 1) else { return };
        for place in best(hits) {
            let Some(hit) = hits.get_mut(place) else { continue };
            if self.is_behind.get(hit.ordinal.0 as usize) == Some(&false) && opens(dataset, hit.ordinal, first) {
                hit.score += OPENING;
            }
            if terms.len() > 1 {
                hit.score += neighbours(dataset, hit.ordinal, &terms);
            }
        }
    }
}

/// Whether the title of a record begins with a word.
fn opens(dataset: &Dataset, ordinal: Ordinal, term: &Term) -> bool {
    let Some(record) = dataset.at(ordinal) else { return false };
    [Lang::Lv, Lang::En].iter().any(|lang| {
        let title = fold(record.title(*lang));
        words(&title).next().is_some_and(|(_, word)| term.is_word(&Word::new(word)))
    })
}

/// Where the best hits stand, in no order.
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

/// What neighbours among the terms are worth in a record: each pair where it is worth most.
fn neighbours(dataset: &Dataset, ordinal: Ordinal, terms: &[&Term]) -> u32 {
    let Some(record) = dataset.at(ordinal) else { return 0 };
    let mut worth = vec![0; terms.len()];
    let mut room = Vec::new();
    entry::visit_texts(dataset, record, &mut |slot: Slot, text: &str| {
        let weight = slot.field().weight();
        // Of each term whether the word before is it.
        let mut before = 0_u64;
        visit_folded(text, &mut room, |word| {
            let word = str::from_utf8(word).unwrap_or_default();
            let is_it = |term: &&Term| term.may_begin_like(head(word)) && term.is_word(&Word::new(word));
            let own = (0..u64::BITS).zip(terms).filter(|(_, term)| is_it(term)).fold(0, |own, (at, _)| own | 1 << at);
            for (at, worth) in (0..u64::BITS).zip(&mut worth) {
                if before >> at & own >> at >> 1 & 1 == 1 {
                    *worth = weight.max(*worth);
                }
            }
            before = own;
        });
    });
    worth.iter().sum::<u32>() * NEIGHBOURS
}
