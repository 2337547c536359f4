//! Answers a query with ranked hits over every record, the same for the dashboard and the command line.
//!
//! Every word of a query must be found somewhere in a record, in any order and in either language. A word is found on
//! the best rung of a ladder (see [`term::Way`]) in the most telling field. Where nothing is found at all, slips of the
//! fingers are repaired, and the answer says so.

mod entry;
pub mod field;
pub mod filter;
pub mod fold;
pub mod query;
pub mod stem;
pub mod term;
mod vocabulary;
mod words;

use std::ops::Range;

use jiff::civil::Date as Day;

use crate::domain::{Dataset, Lang, RecordId, RecordKind};
pub use field::Field;
use field::Slot;
use fold::Folded;
pub use query::Query;
use term::{Matcher, Term, Way};
use vocabulary::{Answer, Vocabulary};

/// A record that answers a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The record.
    pub id: RecordId,
    /// Its kind.
    pub kind: RecordKind,
    /// Higher is better; comparable only within one search.
    pub score: u32,
    /// Why it is there: the most telling match.
    pub why: Option<Why>,
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
    /// The word of the record, folded.
    pub word: String,
}

/// A word that was read as another, because nothing answered it: as typed, and as read.
pub type Repair = (String, String);

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Records, best first.
    pub hits: Vec<Hit>,
    /// Words that were read as others.
    pub repairs: Vec<Repair>,
}

/// All records, ready to be searched.
pub struct SearchIndex {
    vocabulary: Vocabulary,
    /// Id and kind of each record, by its number in the vocabulary.
    records: Vec<(RecordId, RecordKind)>,
    /// Words in the title of each record, Latvian and English.
    title_words: Vec<[u32; 2]>,
    matcher: Matcher,
}

/// The best that one term found in a record.
#[derive(Debug, Clone, Copy)]
struct Best<'a> {
    score: u32,
    slot: Slot,
    way: Way,
    word: &'a str,
}

/// The best match of a term in each record, by the record's number.
type Matches<'a> = Vec<Option<Best<'a>>>;

/// A record that answers a query, by its number.
struct Rank {
    number: usize,
    score: u32,
    why: Option<Why>,
}

impl SearchIndex {
    /// Reads every record of `dataset` once.
    #[must_use]
    pub fn build(dataset: &Dataset) -> Self {
        let mut index = Self {
            vocabulary: Vocabulary::default(),
            records: Vec::new(),
            title_words: Vec::new(),
            matcher: Matcher::default(),
        };
        let mut folded = String::new();
        for (number, record) in (0_u32..).zip(dataset.records()) {
            index.records.push((record.id().clone(), record.kind()));
            let mut title_words = [0, 0];
            entry::visit_texts(dataset, record, &mut |slot, text| {
                folded.clear();
                fold::fold_into(text, &mut folded);
                let mut count = 0;
                for (_, word) in words::words(&folded) {
                    index.vocabulary.add(word, number, slot);
                    count += 1;
                }
                if slot.field() == Field::Title {
                    // Of several names the shortest counts.
                    let [latvian, english] = &mut title_words;
                    let words = if slot.lang() == Some(Lang::En) { english } else { latvian };
                    *words = if *words == 0 { count } else { count.min(*words) };
                }
            });
            index.title_words.push(title_words);
        }
        index
    }

    /// Records of the kinds that `wanted` lets through, best first; all of them, in their own order, for an empty query.
    #[must_use]
    pub fn search(&self, dataset: &Dataset, query: &Query, today: Day, wanted: impl Fn(RecordKind) -> bool) -> Found {
        let query = &query.read_in(dataset);
        let conditions = query.conditions(dataset);
        let passes = |number: usize| {
            let Some((id, kind)) = self.records.get(number) else { return false };
            let lets_through = |record| query.lets_through(dataset, record, &conditions, today);
            wanted(*kind) && (query.is_words_only() || dataset.record(id).is_some_and(lets_through))
        };
        let (mut ranked, repairs) = self.rank(query, &passes);
        // Records of equal rank keep the order of their document.
        ranked.sort_by_key(|rank| (std::cmp::Reverse(rank.score), rank.number));
        let hit = |rank: Rank| {
            let (id, kind) = self.records.get(rank.number)?;
            Some(Hit { id: id.clone(), kind: *kind, score: rank.score, why: rank.why })
        };
        Found { hits: ranked.into_iter().filter_map(hit).collect(), repairs }
    }

    fn rank(&self, query: &Query, passes: &dyn Fn(usize) -> bool) -> (Vec<Rank>, Vec<Repair>) {
        if query.terms.is_empty() {
            let all = (0..self.records.len()).filter(|&number| passes(number));
            let all = all.map(|number| Rank { number, score: 0, why: None });
            return (all.collect(), Vec::new());
        }
        let plain: Vec<_> = query
            .terms
            .iter()
            .map(|term| self.best_by_record(term, self.vocabulary.answers(term, &self.matcher)))
            .collect();
        let ranked = self.joined(query, &plain, passes);
        if !ranked.is_empty() {
            return (ranked, Vec::new());
        }
        self.repaired(query, plain, passes)
    }

    /// Reads words with a slip in them as the nearest ones there are: first those that found nothing, then any.
    fn repaired<'a>(
        &'a self,
        query: &'a Query,
        plain: Vec<Matches<'a>>,
        passes: &dyn Fn(usize) -> bool,
    ) -> (Vec<Rank>, Vec<Repair>) {
        let is_lost =
            |found: &[Option<Best<'_>>]| found.iter().enumerate().all(|(n, best)| best.is_none() || !passes(n));
        let some_are_lost = plain.iter().any(|found| is_lost(found));
        let mut repairs = Vec::new();
        let widened: Vec<Matches<'_>> = query
            .terms
            .iter()
            .zip(plain)
            .map(|(term, mut found)| {
                if some_are_lost && !is_lost(&found) {
                    return found;
                }
                let near = self.vocabulary.nearly(term);
                if let Some(first) = near.first() {
                    repairs.push((term.text().to_owned(), first.word.to_owned()));
                }
                for (old, new) in found.iter_mut().zip(self.best_by_record(term, near.into_iter())) {
                    *old = old.or(new);
                }
                found
            })
            .collect();
        let ranked = self.joined(query, &widened, passes);
        if ranked.is_empty() { (ranked, Vec::new()) } else { (ranked, repairs) }
    }

    /// The best match of a term in each record.
    fn best_by_record<'a>(&'a self, term: &Term, answers: impl Iterator<Item = Answer<'a>>) -> Matches<'a> {
        let mut found: Matches<'a> = vec![None; self.records.len()];
        let length = u32::try_from(term.text().len()).unwrap_or(u32::MAX);
        for answer in answers {
            // Of two words on one rung the shorter is nearer to what was typed.
            let spare = u32::try_from(answer.word.len()).unwrap_or(u32::MAX).saturating_sub(length).min(12);
            let rung = answer.way.worth() * 10 - spare * 4;
            for (record, slot) in answer.postings() {
                let field = slot.field();
                let is_allowed = match (answer.way, field) {
                    (Way::Loose, field) => field.is_short(),
                    (Way::Inside | Way::Stem, Field::Number | Field::Time) => false,
                    _ => true,
                };
                if !is_allowed {
                    continue;
                }
                let score = rung * field.weight();
                if let Some(best) = found.get_mut(record as usize)
                    && best.is_none_or(|best| score > best.score)
                {
                    *best = Some(Best { score, slot, way: answer.way, word: answer.word });
                }
            }
        }
        found
    }

    /// Records in which every needed term was found, with the sum of what each is worth there.
    fn joined(&self, query: &Query, found: &[Matches<'_>], passes: &dyn Fn(usize) -> bool) -> Vec<Rank> {
        let needs = |term: &Term| !words::is_empty_word(term.text());
        let all_empty = !query.terms.iter().any(needs);
        let rate = |number: usize| {
            let mut score = 0;
            let mut telling: Option<Best<'_>> = None;
            let mut in_title = 0;
            for (term, found) in query.terms.iter().zip(found) {
                let Some(best) = found.get(number).copied().flatten() else {
                    if all_empty || needs(term) {
                        return None;
                    }
                    continue;
                };
                score += best.score;
                in_title += u32::from(best.slot.field() == Field::Title && best.way >= Way::Prefix);
                if telling.is_none_or(|telling| best.score > telling.score) {
                    telling = Some(best);
                }
            }
            // A title that the query covers whole is what was meant.
            let lang = telling.and_then(|best| best.slot.lang());
            let words =
                self.title_words.get(number).map_or(1, |words| words[usize::from(lang == Some(Lang::En))].max(1));
            score += 9_000 * in_title.min(words) / words;
            let why = telling.map(|best| Why {
                field: best.slot.field(),
                lang: best.slot.lang(),
                way: best.way,
                word: best.word.to_owned(),
            });
            Some(Rank { number, score, why })
        };
        (0..self.records.len()).filter(|&number| passes(number)).filter_map(rate).collect()
    }

    /// Where the words of `query`, or those they were read as, stand in `text`: ranges of bytes in order and without
    /// overlap.
    #[must_use]
    pub fn highlights(&self, query: &Query, read_as: &[&str], text: &str) -> Vec<Range<usize>> {
        if query.terms.is_empty() {
            return Vec::new();
        }
        let folded = Folded::of(text);
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for (start, word) in words::words(folded.text()) {
            let answers = query.terms.iter().filter_map(|term| term.rate(word, &self.matcher));
            let solid = answers.filter(|(way, _)| *way > Way::Loose);
            if read_as.contains(&word) {
                ranges.push(folded.original(start..start + word.len()));
            }
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
