//! What a query asks of a record besides its words: conditions, numbers, phrases, and words it must not hold.

use super::condition::{Condition, Situation};
use super::field::Slot;
use super::filter::Filter;
use super::fold::fold;
use super::query::{Query, Sought, Unwanted};
use super::rank::counts;
use super::vocabulary::Inside;
use super::way::Way;
use super::words::words;
use super::{SearchIndex, entry};
use crate::domain::{Dataset, Lang, Ordinal, Record, RecordId};

/// Lets through the records that a query asks for.
pub struct Sieve<'a> {
    dataset: &'a Dataset,
    query: &'a Query,
    conditions: Vec<Condition>,
    /// Conditions that must not be met.
    unwanted: Vec<Condition>,
    /// Records that hold a word to be left out, by their number; empty where there is no such word.
    dropped: Vec<bool>,
    situation: Situation<'a>,
    /// Whether it lets everything through.
    asks_nothing: bool,
}

/// How a record stands to a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It is the theme.
    Itself,
    /// It lies under it.
    Under,
}

impl<'a> Sieve<'a> {
    /// The sieve of `query`; a condition that cannot be met is passed over.
    pub fn new(index: &SearchIndex, dataset: &'a Dataset, query: &'a Query, situation: Situation<'a>) -> Self {
        let met = |filters: &[Filter]| -> Vec<Condition> {
            filters.iter().filter_map(|filter| filter.condition(&index.values).ok()).collect()
        };
        let (conditions, unwanted) = (met(&query.filters), met(&query.unwanted.filters));
        let asks_nothing = conditions.is_empty()
            && query.numbers.is_empty()
            && query.phrases.is_empty()
            && query.unwanted == Unwanted::default();
        let dropped = index.holding_any(&query.unwanted.words);
        Self { dataset, query, conditions, unwanted, dropped, situation, asks_nothing }
    }

    /// The language to which the search is narrowed.
    pub fn lang(&self) -> Option<Lang> {
        let named = |conditions: &[Condition]| {
            conditions.iter().find_map(|condition| match condition {
                Condition::Lang(lang) => Some(*lang),
                _ => None,
            })
        };
        named(&self.conditions).or_else(|| named(&self.unwanted).map(Lang::other))
    }

    /// How many numbers and conditions, of those that can be met, a record has to answer.
    pub fn demands(&self) -> usize {
        self.query.numbers.len() + self.conditions.iter().filter(|condition| is_of_record(condition)).count()
    }

    /// The records it sifts.
    pub fn dataset(&self) -> &'a Dataset {
        self.dataset
    }

    /// Whether the record at this place is let through.
    pub fn lets_through(&self, ordinal: Ordinal) -> bool {
        self.asks_nothing || self.dropped.get(ordinal.0 as usize) != Some(&true) && self.is_answered_by(ordinal)
    }

    /// How a record stands to the theme of a number, if it is one of a list of actions.
    pub fn place_under(&self, ordinal: Ordinal, number: &str) -> Option<Place> {
        let record = self.dataset.at(ordinal)?;
        match record {
            Record::Theme(theme) if theme.id.number() == number => Some(Place::Itself),
            Record::Theme(_) | Record::Action(_) if bears(record.id(), number) => Some(Place::Under),
            _ => None,
        }
    }

    fn is_answered_by(&self, ordinal: Ordinal) -> bool {
        let (query, unwanted) = (self.query, &self.query.unwanted);
        self.dataset.at(ordinal).is_some_and(|record| {
            let bears = |number: &String| bears(record.id(), number);
            let is_met = |condition: &Condition| condition.is_met(record, self.situation);
            query.numbers.iter().all(bears)
                && !unwanted.numbers.iter().any(bears)
                && self.conditions.iter().all(is_met)
                && !self.unwanted.iter().any(|condition| is_of_record(condition) && is_met(condition))
                && self.missing_in(record, &query.phrases) == 0
                && self.missing_in(record, &unwanted.phrases) == unwanted.phrases.len()
        })
    }

    /// How many of some phrases a record does not hold.
    fn missing_in(&self, record: Record<'_>, phrases: &[String]) -> usize {
        let mut missing: Vec<&str> = phrases.iter().map(String::as_str).collect();
        if missing.is_empty() {
            return 0;
        }
        let mut text_words = String::new();
        entry::visit_texts(self.dataset, record, &mut |_: Slot, text: &str| {
            text_words.clear();
            for (_, word) in words(&fold(text)) {
                text_words.push(' ');
                text_words.push_str(word);
            }
            missing.retain(|phrase| !text_words.contains(&format!(" {phrase}")));
        });
        missing.len()
    }
}

/// Whether a condition is one on records; the other kind is one on the words.
fn is_of_record(condition: &Condition) -> bool {
    !matches!(condition, Condition::Lang(_))
}

impl SearchIndex {
    /// Which records hold one of these words, in any ending.
    fn holding_any(&self, unwanted: &[Sought]) -> Vec<bool> {
        if unwanted.is_empty() {
            return Vec::new();
        }
        let mut holding = vec![false; self.count() + self.names.len()];
        let nowhere = Inside::default();
        for Sought { term, .. } in unwanted {
            let answers = self.vocabulary.answers(term, &nowhere, &self.matcher);
            let words = answers.filter(|answer| matches!(answer.way, Way::Same | Way::Prefix | Way::Stem));
            let places = words.flat_map(|answer| answer.postings.into_iter().map(move |place| (answer.way, place)));
            let is_another = self.is_another_country(term);
            let names = |number: u32| self.names.get((number as usize).checked_sub(self.count())?);
            for (_, (number, _)) in places.filter(|(way, (_, slot))| counts(term, *way, *slot)) {
                holding[number as usize] |= !names(number).is_some_and(|(name, _)| is_another(*name));
            }
        }
        let in_names = holding.split_off(self.count());
        for ((_, bearers), _) in self.names.iter().zip(in_names).filter(|(_, holds)| *holds) {
            for record in bearers {
                holding[*record as usize] = true;
            }
        }
        holding
    }
}

/// Whether a record bears `number`, or one that lies under it: `2.4` of `2.4.1`, `ids25/2`.
pub fn bears(id: &RecordId, number: &str) -> bool {
    let begins = |own: &str| {
        let fits = own.get(..number.len()).is_some_and(|start| start.eq_ignore_ascii_case(number));
        fits && own.get(number.len()..).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    [id.local(), id.as_str(), id.number()].into_iter().any(begins)
}
