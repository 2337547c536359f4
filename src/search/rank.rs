//! Ranks records: the best match of each word in each record, and what they are worth together.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use super::field::{Field, Slot};
use super::query::Query;
use super::term::{Term, Way, Word};
use super::vocabulary::{Answer, WordNumber};
use super::words::is_empty_word;
use super::{Found, Hit, SearchIndex, ordinal};
use crate::domain::Lang;

/// What a title is worth that the query covers whole: it is what was meant.
const WHOLE_TITLE: u32 = 9_000;

/// How much less a body or a term is worth than a record that tells of it: its name is typed to find the matter.
const NAMES_BEHIND: u32 = 4;

/// The best match of a word in a record, packed so that the greater number is the better match; 0 where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Best(u64);

const WORD_BITS: u32 = 28;
const SLOT_BITS: u32 = 8;
/// One of them says that the word was read as another.
const WAY_BITS: u32 = 4;

impl Best {
    fn new(score: u32, way: Way, slot: Slot, word: WordNumber) -> Self {
        let packed = u64::from(score) << WAY_BITS | u64::from(way as u8);
        let packed = packed << SLOT_BITS | u64::from(slot.byte());
        Self(packed << WORD_BITS | u64::from(word))
    }

    /// Itself, unless nothing was found.
    pub fn found(self) -> Option<Self> {
        (self.0 != 0).then_some(self)
    }

    fn bits(self, from: u32, count: u32) -> u32 {
        u32::try_from(self.0 >> from & ((1 << count) - 1)).unwrap_or_default()
    }

    /// The number of the word.
    pub fn word(self) -> WordNumber {
        self.bits(0, WORD_BITS)
    }

    /// Where it stands.
    pub fn slot(self) -> Slot {
        Slot::of_byte(u8::try_from(self.bits(WORD_BITS, SLOT_BITS)).unwrap_or_default())
    }

    /// How it answers.
    pub fn way(self) -> Way {
        let number = self.bits(WORD_BITS + SLOT_BITS, WAY_BITS - 1) as usize;
        Way::ALL.get(number).copied().unwrap_or(Way::Typo)
    }

    /// The same for a word that was read as another.
    fn read_as_another(self) -> Self {
        Self(self.0 | 1 << (WORD_BITS + SLOT_BITS + WAY_BITS - 1))
    }

    /// Whether the word that was typed was read as another.
    pub fn is_read_as_another(self) -> bool {
        self.bits(WORD_BITS + SLOT_BITS + WAY_BITS - 1, 1) == 1
    }

    fn score(self) -> u32 {
        self.bits(WORD_BITS + SLOT_BITS + WAY_BITS, 64 - WORD_BITS - SLOT_BITS - WAY_BITS)
    }
}

/// The best match of a word in each record, by the record's number.
type Matches = Arc<Vec<Best>>;

/// Matches of the words asked for last, the latest first: while one word is typed, those before it stay as they are.
#[derive(Default)]
pub struct Recent(Mutex<VecDeque<(Term, Option<Lang>, Matches)>>);

/// How many words are remembered.
const RECENT: usize = 4;

impl Recent {
    fn matches(&self, term: &Term, lang: Option<Lang>, find: impl FnOnce() -> Matches) -> Matches {
        // A thread that panics has ended the program already.
        let mut recent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = recent.iter().position(|(other, other_lang, _)| other == term && *other_lang == lang);
        let entry = known.and_then(|place| recent.remove(place)).unwrap_or_else(|| (term.clone(), lang, find()));
        let matches = Arc::clone(&entry.2);
        recent.push_front(entry);
        recent.truncate(RECENT);
        matches
    }
}

impl SearchIndex {
    /// Records that hold every word of `query` and pass, best first; with words found in `lang` only where one is given.
    pub(super) fn rank(&self, query: &Query, lang: Option<Lang>, passes: &dyn Fn(usize) -> bool) -> Found {
        if query.terms.is_empty() {
            let all = (0..self.count()).filter(|&number| passes(number));
            let hits = all.map(|number| Hit { ordinal: ordinal(number), score: 0, telling: Best::default() }).collect();
            return Found { hits, repairs: Vec::new() };
        }
        let found = |term| self.best_by_record(term, lang, self.vocabulary.answers(term, &self.matcher));
        let plain: Vec<_> =
            query.terms.iter().map(|term| self.recent.matches(term, lang, || found(term).into())).collect();
        let hits = self.joined(query, &plain, passes);
        let tells = |hit: &Hit| self.is_behind.get(hit.ordinal.0 as usize) == Some(&false);
        let is_shaky = |found: &Matches| !found.iter().any(|best| best.way() >= Way::Stem);
        // What only a name answers, and that by a likeness, may be a slip.
        if hits.iter().any(tells) || !hits.is_empty() && !plain.iter().any(is_shaky) {
            return Found { hits, repairs: Vec::new() };
        }
        let repaired = self.repaired(query, lang, plain, passes);
        if repaired.hits.len() > hits.len() { repaired } else { Found { hits, repairs: Vec::new() } }
    }

    /// Reads words with a slip in them as the nearest ones there are: those that found nothing; if all found something,
    /// those found by a likeness only; if none was, any.
    fn repaired(
        &self,
        query: &Query,
        lang: Option<Lang>,
        plain: Vec<Matches>,
        passes: &dyn Fn(usize) -> bool,
    ) -> Found {
        let is_lost = |found: &Matches| {
            let mut matched = found.iter().enumerate().filter(|(_, best)| best.found().is_some());
            !matched.any(|(number, _)| passes(number))
        };
        let is_shaky = |found: &Matches| {
            let mut solid = found.iter().enumerate().filter(|(_, best)| best.way() >= Way::Stem);
            !solid.any(|(number, _)| passes(number))
        };
        let mut lost: Vec<bool> = plain.iter().map(is_lost).collect();
        if !lost.contains(&true) {
            lost = plain.iter().map(is_shaky).collect();
        }
        let some_are_lost = lost.contains(&true);
        let mut repairs = Vec::new();
        let mut widened = Vec::new();
        for ((term, found), is_lost) in query.terms.iter().zip(plain).zip(lost) {
            if is_lost || !some_are_lost {
                let near = self.vocabulary.nearly(term);
                repairs.extend(near.first().map(|first| (term.text().to_owned(), (*first).to_owned())));
                widened.push(self.read_as(&near, lang, &found).into());
            } else {
                widened.push(found);
            }
        }
        Found { hits: self.joined(query, &widened, passes), repairs }
    }

    /// The best match in each record of the words that a word with a slip in it was read as, each as if it had been
    /// typed; of the word itself where that was found.
    fn read_as(&self, near: &[&str], lang: Option<Lang>, found: &[Best]) -> Vec<Best> {
        let mut read: Vec<Term> = near.iter().map(|word| Term::new(word)).collect();
        read.dedup_by(|a, b| a.is_word(&Word::new(b.text())));
        let mut either = found.to_vec();
        for term in &read {
            let matches = self.best_by_record(term, lang, self.vocabulary.answers(term, &self.matcher));
            for (best, new) in either.iter_mut().zip(matches).filter(|(_, new)| new.way() >= Way::Stem) {
                *best = best.found().unwrap_or_default().max(new.read_as_another());
            }
        }
        either
    }

    /// The best match of a term in each record.
    fn best_by_record<'a>(
        &self,
        term: &Term,
        lang: Option<Lang>,
        answers: impl Iterator<Item = Answer<'a>>,
    ) -> Vec<Best> {
        let count = self.count();
        let mut found = vec![Best::default(); count + self.names.len()];
        let weights = Way::ALL.map(|way| weights(way, lang));
        let length = u32::try_from(term.text().len()).unwrap_or(u32::MAX);
        for answer in answers {
            // Of two words on one rung the shorter is nearer to what was typed.
            let spare = u32::try_from(answer.word.len()).unwrap_or(u32::MAX).saturating_sub(length).min(12);
            let rung = term.worth(answer.way) * 10 - spare * 4;
            let weights = &weights[answer.way as usize];
            for (record, slot) in answer.postings {
                let weight = weights[usize::from(slot.byte())];
                if let Some(best) = found.get_mut(record as usize)
                    && weight > 0
                {
                    *best = (*best).max(Best::new(rung * weight, answer.way, slot, answer.number));
                }
            }
        }
        // What is found in a name is found in every record that bears it.
        let in_names = found.split_off(count);
        for (bearers, in_name) in self.names.iter().zip(in_names).filter(|(_, best)| best.found().is_some()) {
            for record in bearers {
                if let Some(best) = found.get_mut(*record as usize) {
                    *best = (*best).max(in_name);
                }
            }
        }
        found
    }

    /// Records in which every needed term was found, with the sum of what each is worth there; the best first.
    fn joined(&self, query: &Query, found: &[Matches], passes: &dyn Fn(usize) -> bool) -> Vec<Hit> {
        let all_empty = query.terms.iter().all(|term| is_empty_word(term.text()));
        // A word that says nothing is not weighed either, since it stands in any text; the last may yet become another.
        let says = |term: &Term| all_empty || !is_empty_word(term.text());
        let last = query.terms.len().saturating_sub(1);
        let weighed =
            query.terms.iter().zip(found).enumerate().filter(|(place, (term, _))| says(term) || *place == last);
        let weighed: Vec<(&Matches, bool)> = weighed.map(|(_, (term, found))| (found, says(term))).collect();
        let rate = |number: usize| {
            let mut score = 0;
            let mut telling = Best::default();
            let mut in_title = 0;
            for (found, is_needed) in &weighed {
                let Some(best) = found.get(number).copied().and_then(Best::found) else {
                    if *is_needed {
                        return None;
                    }
                    continue;
                };
                score += best.score();
                in_title += u32::from(best.slot().field() == Field::Title && best.way() >= Way::Stem);
                telling = telling.max(best);
            }
            let lang = usize::from(telling.slot().lang() == Some(Lang::En));
            let words = self.title_words.get(number).map_or(1, |words| u32::from(words[lang]).max(1));
            score += WHOLE_TITLE * in_title.min(words) / words;
            if self.is_behind.get(number) == Some(&true) {
                score /= NAMES_BEHIND;
            }
            passes(number).then_some(Hit { ordinal: ordinal(number), score, telling })
        };
        best_first((0..self.count()).filter_map(rate).collect())
    }
}

/// Orders hits by score, the best first; those of equal score stay in the order they are in.
///
/// Scores are small numbers, so that they are sorted by their digits, the last digit first: 100,000 hits take a quarter
/// of the time that comparing them takes.
fn best_first(mut hits: Vec<Hit>) -> Vec<Hit> {
    const DIGIT: u32 = 10;
    let digit = |hit: &Hit, place: u32| (!hit.score >> (place * DIGIT)) as usize % (1 << DIGIT);
    let highest = hits.iter().map(|hit| hit.score).max().unwrap_or(0);
    let mut sorted = hits.clone();
    for place in (0..).take_while(|place| highest.checked_shr(place * DIGIT).is_some_and(|rest| rest > 0)) {
        let mut starts = [0_usize; 1 << DIGIT];
        for hit in &hits {
            starts[digit(hit, place)] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            (*start, sum) = (sum, sum + *start);
        }
        for hit in &hits {
            let start = &mut starts[digit(hit, place)];
            sorted[*start] = *hit;
            *start += 1;
        }
        std::mem::swap(&mut hits, &mut sorted);
    }
    hits
}

/// What a match by `way` is worth in each slot, heard in `lang` only where one is given; 0 where it does not count.
fn weights(way: Way, lang: Option<Lang>) -> [u32; Slot::COUNT] {
    std::array::from_fn(|byte| {
        let slot = Slot::of_byte(u8::try_from(byte).unwrap_or(u8::MAX));
        let is_heard = lang.is_none() || slot.lang().is_none() || slot.lang() == lang;
        if is_heard && may_stand_in(way, slot.field()) { slot.field().weight() } else { 0 }
    })
}

/// Whether a match by this way counts in this field: likeness tells nothing in a long text, a part of a number nothing
/// at all.
fn may_stand_in(way: Way, field: Field) -> bool {
    match way {
        Way::Loose => field.is_short(),
        Way::Inside => !matches!(field, Field::Number | Field::Time),
        Way::Stem => field != Field::Number,
        Way::Typo | Way::Prefix | Way::Same => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorting_by_digits_gives_the_order_of_comparing() {
        let scores = (0..5_000_u32).map(|number| number.wrapping_mul(2_654_435_761) >> (8 + number % 23));
        let hits: Vec<Hit> = scores
            .zip(0..)
            .map(|(score, number)| Hit { ordinal: ordinal(number), score, telling: Best::default() })
            .collect();
        let mut compared = hits.clone();
        compared.sort_by_key(|hit| std::cmp::Reverse(hit.score));
        assert_eq!(best_first(hits), compared);
        assert_eq!(best_first(Vec::new()), Vec::new());
    }
}
