//! Leaves words out where they are not found together: those stay that stand together in some record. A number or a
//! condition on records that must be met counts as a word that stays.

use std::cmp::Reverse;
use std::iter::once;
use std::sync::Arc;

use super::matches::Matches;
use super::query::{Query, Sought};
use super::repair::is_solid;
use super::sieve::Sieve;
use super::way::Way;
use super::{Found, Repair, SearchIndex, ordinal};

impl SearchIndex {
    /// What is found with as many words of `query` as stand together, of equally many those that say most and else those that
    /// were typed first: so what has been found stays while another word that says no more is typed and is nowhere beside it.
    /// Nothing where more would be left out.
    pub(super) fn rank_without(&self, query: &Query, sieve: &Sieve<'_>) -> Found {
        let needed: Vec<(usize, &Sought)> = query.needed().filter_map(|at| Some((at, query.words.get(at)?))).collect();
        let staying = sieve.demands();
        if needed.len() + staying < 2 {
            return Found::default();
        }
        let count = query.words.len();
        let found: Vec<Arc<Matches>> = needed.iter().map(|(_, word)| self.in_any_reading(word, count, sieve)).collect();
        for places in together(&found, staying, sieve) {
            let kept: Vec<usize> = places.iter().filter_map(|place| needed.get(*place)).map(|(at, _)| *at).collect();
            let without = needed.iter().filter(|(at, _)| !kept.contains(at));
            let kept = query.with_only(|at| kept.contains(&at));
            let mut found = self.rank_words(&kept, count, sieve);
            if !found.hits.is_empty() {
                found.repairs.extend(without.map(|(_, word)| Repair::Without(word.typed().to_owned())));
                self.look_closer(sieve.dataset(), &kept, &mut found);
                return found;
            }
        }
        Found::default()
    }
}

/// The places of the words, found so, that stand together in some record, with so many that stay anyhow at least half of
/// all: the most first, then those with the fewest likenesses and slips, then those that most often say what a record is
/// about, then those that begin with the first.
fn together(found: &[Arc<Matches>], staying: usize, sieve: &Sieve<'_>) -> Vec<Vec<usize>> {
    let stand_together = |places: &[usize]| {
        let found: Vec<&Matches> = places.iter().filter_map(|place| found.get(*place)).map(|found| &**found).collect();
        Matches::in_all(&found).iter().any(|number| sieve.lets_through(ordinal(number)))
    };
    let with_as_many_others = |first: usize| {
        let mut together = Vec::new();
        for place in once(first).chain((0..found.len()).filter(|place| *place != first)) {
            together.push(place);
            if !stand_together(&together) {
                together.pop();
            }
        }
        together
    };
    let mut all: Vec<Vec<usize>> = (0..found.len()).map(with_as_many_others).collect();
    all.retain(|places| 2 * (places.len() + staying) >= found.len() + staying);
    let is_word =
        |found: &&Arc<Matches>| found.iter().any(|(_, best)| best.way() >= Way::Inside && !best.is_read_as_another());
    let tells = |found: &&Arc<Matches>| found.iter().any(|(_, best)| is_solid(best) && best.slot().field().tells());
    all.sort_by_cached_key(|places| {
        let found = || places.iter().filter_map(|place| found.get(*place));
        Reverse((places.len(), found().filter(is_word).count(), found().filter(tells).count()))
    });
    all
}
