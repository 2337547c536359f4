//! Answers a query with ranked hits over every record, the same for the dashboard and the command line.
//!
//! Every word of a query must be found somewhere in a record, in any order and in either language. A word is found on
//! the best rung of a ladder (see [`way::Way`]) in the most telling field; of the best records the texts are looked at
//! once more, for words side by side. A likeness counts only where the data has no better answer to a word. Where nothing
//! is found, or a word by a likeness only, slips of the fingers are repaired in words that the data does not have; where
//! that does not help either, words are left out, at most half of them. The answer says so.

mod calendar;
mod choice;
mod closer;
pub mod condition;
mod entry;
pub mod field;
pub mod filter;
pub mod fold;
mod forms;
mod gather;
mod gathering;
mod matches;
mod numbered;
mod numerals;
mod pieces;
mod postings;
pub mod query;
mod rank;
mod recent;
mod repair;
mod sieve;
pub mod slips;
pub mod slug;
pub mod stem;
pub mod term;
mod times;
pub mod values;
mod vocabulary;
pub mod way;
mod without;
mod words;

use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::Mutex;

use crate::domain::{Dataset, Lang, Ordinal, PartnerCode, Record};
pub use condition::Situation;
use entry::Shared;
pub use field::Field;
use field::Slot;
use filter::Mistake;
use fold::Folded;
use gather::Names;
use matches::{Marks, Matches};
pub use query::Query;
use rank::Best;
use recent::Recent;
use repair::Readings;
use sieve::Sieve;
use term::{Matcher, Term, Word};
use values::Values;
use vocabulary::{Inside, Vocabulary};
use way::Way;

/// A record that answers a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The record.
    pub ordinal: Ordinal,
    /// Higher is better; comparable only within one search.
    pub score: u32,
    /// The most telling match.
    telling: Best,
}

impl Hit {
    /// Its place among the hits of a search, the best first; those of equal score keep the order of the dataset.
    #[must_use]
    pub fn rank(&self) -> (Reverse<u32>, Ordinal) {
        (Reverse(self.score), self.ordinal)
    }
}

/// The most telling match of a hit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// Where it stands.
    pub field: Field,
    /// In which language, where the field has one.
    pub lang: Option<Lang>,
    /// How it answers.
    pub way: Way,
    /// The word, as it stands in the record.
    pub word: String,
    /// What it is called in the other language, where it is an abbreviation: `MI` of `AI`.
    pub equals: Option<String>,
}

/// What became of a word with which nothing was found as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Repair {
    /// It was read as another: as typed, and as read.
    ReadAs(String, String),
    /// It was read as a condition: as typed, and as read.
    AsCondition(String, String),
    /// The data has only words that are like it: as typed, and the one in the first hit.
    Like(String, String),
    /// It was left out.
    Without(String),
}

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Records, in the order that was asked for.
    pub hits: Vec<Hit>,
    /// Words that were read as others or left out.
    pub repairs: Vec<Repair>,
}

impl Found {
    /// Whether all words and numbers of the query were left out, and only its conditions stand.
    #[must_use]
    pub fn has_no_word(&self, query: &Query) -> bool {
        let left_out = self.repairs.iter().filter(|repair| matches!(repair, Repair::Without(_))).count();
        left_out > 0 && left_out == query.needed().count() && query.numbers.is_empty()
    }

    /// Whether the data has each word, as it was typed or but for a slip.
    #[must_use]
    pub fn has_every_word(&self) -> bool {
        self.repairs.iter().all(|repair| matches!(repair, Repair::ReadAs(..) | Repair::AsCondition(..)))
    }
}

/// All records of a dataset, ready to be searched.
pub struct SearchIndex {
    vocabulary: Vocabulary,
    /// Names that records share, numbered behind the records.
    names: Names,
    /// Words in the title of each record, Latvian and English.
    title_words: Vec<[u8; 2]>,
    /// Records that only say what a name stands for, and stand behind those that tell of it.
    is_behind: Marks,
    /// What conditions can name.
    values: Values,
    matcher: Matcher,
    /// What each word found, heard in one language or in any.
    recent: Recent<(Term, Option<Lang>), Matches>,
    /// As what each word may be read, alone or among others.
    readings: Recent<(Term, Option<Lang>, bool), Readings>,
    /// Where the word looked for last may stand inside others.
    inside: Mutex<Inside>,
}

impl SearchIndex {
    /// Reads every record of `dataset` once.
    #[must_use]
    pub fn build(dataset: &Dataset) -> Self {
        let gather::Read { vocabulary, title_words, names } = gather::all(dataset);
        let is_behind = behind(dataset, &names);
        Self {
            vocabulary,
            names,
            title_words,
            is_behind,
            values: Values::of(dataset),
            matcher: Matcher::default(),
            recent: Recent::default(),
            readings: Recent::default(),
            inside: Mutex::default(),
        }
    }

    /// The query that `text` spells, read by what the data holds: a number that no record bears as words, `4.0` of *Web 4.0*,
    /// a word that none holds as a condition, `šogad`, the words of a quarter or of a name together.
    #[must_use]
    pub fn read(&self, dataset: &Dataset, text: &str) -> Query {
        let mut query = Query::parse(text);
        query.read_numbers(|number| dataset.records().any(|record| sieve::bears(record.id(), number)));
        query.read_quarters(|date| self.vocabulary.has(date));
        query.read_times(|term| self.vocabulary.has(term));
        query.read_codes(|term| self.values.is_partner(term));
        query.read_names(|terms| self.values.is_name(terms));
        query.read_equals(|short| [Lang::Lv, Lang::En].iter().find_map(|lang| dataset.abbreviation(short, *lang)));
        query
    }

    /// What is wrong with the conditions of `query`; a wrong one is as good as none.
    #[must_use]
    pub fn mistakes(&self, query: &Query) -> Vec<Mistake> {
        query.conditions().filter_map(|filter| filter.condition(&self.values).err()).map(|mistake| *mistake).collect()
    }

    /// Records that answer `query`, best first; all of them, in their own order, for an empty one.
    ///
    /// Records of equal rank keep the order of the dataset.
    #[must_use]
    pub fn search(&self, dataset: &Dataset, query: &Query, situation: Situation<'_>) -> Found {
        let mut found = self.find(dataset, query, situation);
        found.hits.sort_unstable_by_key(Hit::rank);
        found
    }

    /// The same in the order of the dataset, for whoever needs but the best of them.
    #[must_use]
    pub fn find(&self, dataset: &Dataset, query: &Query, situation: Situation<'_>) -> Found {
        let mut found = self.rank(query, &Sieve::new(self, dataset, query, situation));
        found.repairs.splice(..0, query.conditions_read.iter().cloned());
        found
    }

    /// How many records there are.
    fn count(&self) -> usize {
        self.title_words.len()
    }

    /// Why a record is among the hits; nothing where the query has no words.
    #[must_use]
    pub fn why(&self, dataset: &Dataset, hit: &Hit) -> Option<Why> {
        let best = hit.telling.found()?;
        let slot = best.slot();
        let way = if best.is_read_as_another() { Way::Typo } else { best.way() };
        let word = self.spelt(dataset, hit.ordinal, best);
        let equals = equal(dataset, &word, slot).map(str::to_owned);
        Some(Why { field: slot.field(), lang: slot.lang(), way, word, equals })
    }

    /// The word of a match, spelt as it is in the record.
    fn spelt(&self, dataset: &Dataset, ordinal: Ordinal, best: Best) -> String {
        let folded = self.vocabulary.word(best.word());
        let record = dataset.at(ordinal);
        let is_it = |word: &str| (word == folded).then_some(0);
        let spelling = record.and_then(|record| entry::cheapest_word(dataset, record, Some(best.slot()), is_it));
        spelling.unwrap_or_else(|| folded.to_owned())
    }

    /// Whether the word of a hit's most telling match, in any ending or as the abbreviation that it is there, stands in its
    /// texts of `lang` or of no language too.
    #[must_use]
    pub fn is_said_in(&self, dataset: &Dataset, hit: &Hit, lang: Lang) -> bool {
        let (Some(best), Some(record)) = (hit.telling.found(), dataset.at(hit.ordinal)) else { return false };
        let equal = equal(dataset, &self.spelt(dataset, hit.ordinal, best), best.slot()).map(fold::fold);
        let terms = [Some(Term::new(self.vocabulary.word(best.word()))), equal.map(|equal| Term::new(&equal))];
        let (mut is_said, mut room) = (false, String::new());
        entry::visit_texts(dataset, record, &mut |slot: Slot, text: &str| {
            if !is_said && slot.lang() != Some(lang.other()) {
                words::visit_folded(text, &mut room, |word| {
                    is_said |= terms.iter().flatten().any(|term| term.is_spelt(word));
                });
            }
        });
        is_said
    }

    /// Whether the word of a hit's most telling match stands in no text of the record's own: in the printed document alone,
    /// or in what is known from outside.
    #[must_use]
    pub fn stands_elsewhere(&self, hit: &Hit) -> bool {
        let field = hit.telling.found().map(|best| best.slot().field());
        matches!(field, Some(Field::Printed | Field::Later))
    }

    /// In which language the most telling match of a hit stands, where it stands in one alone.
    #[must_use]
    pub fn language(&self, hit: &Hit) -> Option<Lang> {
        hit.telling.found()?.slot().lang()
    }

    /// Where the words of `query`, what they were read as or are called in the other language, stand in `text`: ranges of
    /// bytes in order and without overlap.
    #[must_use]
    pub fn highlights(&self, query: &Query, read_as: &[&str], text: &str) -> Vec<Range<usize>> {
        if query.words.is_empty() {
            return Vec::new();
        }
        let folded = Folded::of(text);
        let read_as: Vec<String> = read_as.iter().map(|words| fold::fold(words)).collect();
        let read_as: Vec<Term> =
            read_as.iter().flat_map(|read| words::words(read)).map(|(_, word)| Term::new(word)).collect();
        let terms: Vec<&Term> =
            query.weighed().filter_map(|place| query.words.get(place)).map(|word| &word.term).collect();
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for (start, word) in words::words(folded.text()) {
            let whole = folded.original(start..start + word.len());
            let is_written_small = text.get(whole.clone()).is_some_and(|word| word.chars().any(char::is_lowercase));
            let is_equal = || !is_written_small && query.equals.iter().any(|equal| equal == word);
            if read_as.iter().any(|term| term.is_word(&Word::new(word))) || is_equal() {
                ranges.push(whole);
            }
            let (head, letters) = (words::head(word), words::letters(word));
            if !terms.iter().any(|term| term.may_be_answered_by(head, letters)) {
                continue;
            }
            let word = Word::new(word);
            let terms = terms.iter().filter(|term| !(term.is_code() && is_written_small));
            let answers = terms.filter_map(|term| term.rate(&word, &self.matcher));
            let solid = answers.filter(|(way, _)| *way > Way::Loose);
            ranges.extend(solid.map(|(_, range)| folded.original(start + range.start..start + range.end)));
        }
        ranges.sort_by_key(|range| (range.start, range.end));
        let mut apart: Vec<Range<usize>> = Vec::new();
        for range in ranges {
            match apart.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => apart.push(range),
            }
        }
        apart
    }
}

/// What a word of a slot is called in the other language, where it is an abbreviation.
fn equal<'a>(dataset: &'a Dataset, word: &str, slot: Slot) -> Option<&'a str> {
    dataset.abbreviation(word, slot.lang()?)
}

/// The records that only say what a name stands for. A country is looked up for itself, if anything else tells of it.
fn behind(dataset: &Dataset, names: &Names) -> Marks {
    let told = |(name, bearers): &(Shared, Vec<u32>)| match name {
        Shared::Partner(_, place) if !bearers.is_empty() => dataset.partners().get(*place as usize),
        _ => None,
    };
    let told: HashSet<&PartnerCode> = names.iter().filter_map(told).map(|partner| &partner.code).collect();
    let is_behind = |record: Record<'_>| match record {
        Record::Partner { partner, .. } => !values::is_country(partner) || !told.contains(&partner.code),
        Record::Term { .. } => true,
        _ => false,
    };
    let mut marks = Marks::none(dataset.count() as usize);
    let numbers = dataset.records().enumerate().filter(|(_, record)| is_behind(*record));
    numbers.for_each(|(number, _)| marks.mark(number));
    marks
}

/// The record of a number.
fn ordinal(number: usize) -> Ordinal {
    Ordinal(u32::try_from(number).unwrap_or(u32::MAX))
}
