//! Reads words that find nothing as others: with a slip of the fingers, or two words written as one.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use super::fold::fold;
use super::matches::Matches;
use super::query::{Query, Sought};
use super::rank::Best;
use super::sieve::Sieve;
use super::term::{Term, Word};
use super::vocabulary::WordNumber;
use super::way::Way;
use super::words::words;
use super::{Found, Hit, Repair, SearchIndex, entry};
use crate::domain::Lang;

/// Shortest part of a word that may be two.
const SHORTEST_PART: usize = 3;

/// A word of the query and what it may be read as.
struct Typed<'a> {
    word: &'a Sought,
    /// What it found as it was typed.
    found: &'a Arc<Matches>,
    /// None while it is taken as it was typed.
    readings: Option<Arc<Readings>>,
}

/// What else a word may be.
pub struct Readings {
    /// Two words written as one.
    halves: Vec<[Term; 2]>,
    /// The matches of those, looked for once.
    in_halves: OnceLock<Vec<(usize, Best)>>,
    /// Words it is near to, the cheapest first.
    near: Vec<Near>,
}

/// A word that another is near to.
struct Near {
    word: WordNumber,
    /// What the slips cost.
    cost: usize,
    /// Its matches, looked for once.
    found: OnceLock<Vec<(usize, Best)>>,
}

impl SearchIndex {
    /// Reads words as the nearest ones with which something is found: those that found nothing; if that does not help,
    /// those found by a likeness only as well. What is spelt like a word of the data was meant so.
    pub(super) fn repaired(&self, query: &Query, plain: &[Arc<Matches>], sieve: &Sieve<'_>) -> Found {
        let typed = query.words.iter().zip(plain);
        let mut typed: Vec<Typed<'_>> = typed.map(|(word, found)| Typed { word, found, readings: None }).collect();
        for least in [Way::Typo, Way::Stem] {
            let mut is_other = false;
            for typed in &mut typed {
                if typed.readings.is_none() && !typed.found.reaches(least) {
                    typed.readings = Some(self.readings_of(&typed.word.term, plain.len(), sieve.lang()));
                    is_other = true;
                }
            }
            let found = if is_other { self.read_cheaply(query, &typed, sieve) } else { Found::default() };
            if !found.hits.is_empty() {
                return found;
            }
        }
        Found::default()
    }

    /// Whether a hit is not there for another reading of a word than is said: *Jāņa* beside *Japāna* of *japna*.
    #[must_use]
    pub fn is_read_as_said(&self, hit: &Hit, repairs: &[Repair]) -> bool {
        let word = Word::new(self.vocabulary.word(hit.telling.word()));
        let is_it = |repair: &Repair| match repair {
            Repair::ReadAs(_, read) => words(&fold(read)).any(|(_, read)| Term::new(read).is_whole_word(&word)),
            Repair::AsCondition(..) | Repair::Like(..) | Repair::Without(_) => false,
        };
        !hit.telling.is_read_as_another() || repairs.iter().any(is_it)
    }

    /// Where a word of so many is found, in whatever reading if the data does not have it as it was typed.
    pub(super) fn in_any_reading(&self, word: &Sought, count: usize, sieve: &Sieve<'_>) -> Arc<Matches> {
        let found = self.as_typed(&word.term, count, sieve.lang());
        if found.reaches(Way::Stem) {
            return found;
        }
        let readings = Some(self.readings_of(&word.term, count, sieve.lang()));
        self.reading_of(&Typed { word, found: &found, readings }, usize::MAX, sieve.lang())
    }

    fn readings_of(&self, term: &Term, count: usize, lang: Option<Lang>) -> Arc<Readings> {
        let is_among = count > 1;
        self.readings.of((term.clone(), lang, is_among), count, || {
            let near = self.vocabulary.nearly(term, is_among).into_iter();
            let mut near: Vec<_> = near.map(|(cost, word)| Near { word, cost, found: OnceLock::new() }).collect();
            let text = |near: &Near| self.vocabulary.word(near.word);
            // Words with one stem find the same.
            near.dedup_by(|a, b| a.cost == b.cost && Term::new(text(a)).is_word(&Word::new(text(b))));
            Readings { halves: self.halves(term), in_halves: OnceLock::new(), near }
        })
    }

    /// What is found with the cheapest slips that find something.
    fn read_cheaply(&self, query: &Query, typed: &[Typed<'_>], sieve: &Sieve<'_>) -> Found {
        let near = typed.iter().filter_map(|typed| typed.readings.as_ref()).flat_map(|readings| &readings.near);
        let costs: BTreeSet<usize> = near.map(|near| near.cost).collect();
        // Where nothing is near, there may be two words written as one.
        let costs = if costs.is_empty() { BTreeSet::from([0]) } else { costs };
        for most in costs {
            let read: Vec<Arc<Matches>> =
                typed.iter().map(|typed| self.reading_of(typed, most, sieve.lang())).collect();
            let hits = self.joined(query, &read, sieve);
            if let Some(best) = hits.iter().min_by_key(|hit| hit.rank()) {
                let repair = |(typed, read): (&Typed<'_>, &Arc<Matches>)| {
                    let as_typed = || typed.word.typed().to_owned();
                    let found = read.get(best.ordinal.0 as usize)?;
                    if found.is_read_as_another() {
                        return Some(Repair::ReadAs(as_typed(), self.read_as(typed, found, best, sieve)));
                    }
                    let spelt = || self.spelt(sieve.dataset(), best.ordinal, found);
                    (found.way() == Way::Loose).then(|| Repair::Like(as_typed(), spelt()))
                };
                let repairs = typed.iter().zip(&read).filter_map(repair).collect();
                return Found { hits, repairs };
            }
        }
        Found::default()
    }

    /// The best match in each record of what a word is read as with slips of so much at most: each reading as if it had
    /// been typed, and the word itself where that was found.
    fn reading_of(&self, typed: &Typed<'_>, most: usize, lang: Option<Lang>) -> Arc<Matches> {
        let Some(readings) = &typed.readings else { return Arc::clone(typed.found) };
        let mut either: Vec<(usize, Best)> = typed.found.iter().collect();
        for near in readings.near.iter().take_while(|near| near.cost <= most) {
            let find =
                || as_another(&self.matches_outside(&Term::new(self.vocabulary.word(near.word)), lang)).collect();
            either.extend(near.found.get_or_init(find));
        }
        either.extend(readings.in_halves.get_or_init(|| self.in_halves(&readings.halves, lang)));
        Arc::new(Matches::of(self.count(), &either))
    }

    /// Two words of the vocabulary that make one where the blank between them is left out; the first may say nothing.
    fn halves(&self, term: &Term) -> Vec<[Term; 2]> {
        let text = term.text();
        let ends = SHORTEST_PART..(text.len() + 1).saturating_sub(SHORTEST_PART);
        let halves = ends.filter_map(|end| Some([Term::new(text.get(..end)?), Term::new(text.get(end..)?)]));
        let is_known = |half: &Term| self.vocabulary.has(half);
        halves.filter(|[first, second]| (is_known(first) || !first.is_telling()) && is_known(second)).collect()
    }

    /// The matches of second words, in the records that hold the first one too.
    fn in_halves(&self, halves: &[[Term; 2]], lang: Option<Lang>) -> Vec<(usize, Best)> {
        let mut both = Vec::new();
        for [first, second] in halves {
            let is_any = !first.is_telling();
            let [first, second] = [first, second].map(|half| self.matches_outside(half, lang));
            let is_first_there = |number| is_any || first.get(number).is_some_and(is_solid);
            both.extend(as_another(&second).filter(|(number, _)| is_first_there(*number)));
        }
        both
    }

    /// As what a word was read in a hit where it was found as another, spelt as it is there.
    fn read_as(&self, typed: &Typed<'_>, best: Best, hit: &Hit, sieve: &Sieve<'_>) -> String {
        let word = Word::new(self.vocabulary.word(best.word()));
        let dataset = sieve.dataset();
        let mut halves = typed.readings.iter().flat_map(|readings| &readings.halves);
        let cost = |word: &str| typed.word.term.slip_cost(&Word::new(word), true);
        let nearest = || entry::cheapest_word(dataset, dataset.at(hit.ordinal)?, None, cost);
        let first = halves.find(|[_, second]| second.is_word(&word)).map(|[first, _]| first.text());
        let spelt = || self.spelt(dataset, hit.ordinal, best);
        let both = first.map(|first| format!("{first} {}", spelt()));
        // The word may stand there in an ending to which the slip would be too far.
        both.or_else(nearest).unwrap_or_else(spelt)
    }
}

/// Whether a match is more than a part of a word or a likeness.
pub fn is_solid(best: Best) -> bool {
    best.way() >= Way::Stem
}

/// The matches that are, as those of a word that was read as another.
fn as_another(found: &Matches) -> impl Iterator<Item = (usize, Best)> {
    found.iter().filter(|(_, best)| is_solid(*best)).map(|(number, best)| (number, best.read_as_another()))
}
