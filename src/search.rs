//! Answers a query with ranked hits over every record, the same for the dashboard and the command line.
//!
//! Every word of a query must be found somewhere in a record, in any order and in either language. Short fields
//! (number, title, partners, keywords) may also match loosely; long texts match only as they are written, since a
//! subsequence of letters can be found in almost any long text.

pub mod fold;
pub mod query;
mod score;

use std::ops::Range;

use crate::domain::RecordKind;
use crate::domain::{Dataset, PartnerCode, Prose, Record, RecordId, Title};
use fold::Folded;
use query::Filter;
pub use query::Query;
use score::Scorer;

/// A record that answers a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The record.
    pub id: RecordId,
    /// Its kind.
    pub kind: RecordKind,
    /// Higher is better; comparable only within one search.
    pub score: i64,
    /// The field in which the most telling word was found.
    pub field: Field,
}

/// Where in a record a word was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// Id or number.
    Number,
    /// Title, headline or name.
    Title,
    /// A partner or body.
    Partner,
    /// An abbreviation or keyword.
    Keyword,
    /// The summary.
    Summary,
    /// The full text, the printed time span. Warnings are no part of it: they name what is easily mistaken for it.
    Text,
}

impl Field {
    /// How much a word found here says of the record.
    fn weight(self) -> i64 {
        match self {
            Self::Number => 12,
            Self::Title => 8,
            Self::Keyword => 7,
            Self::Partner => 6,
            Self::Summary => 4,
            Self::Text => 2,
        }
    }

    fn is_short(self) -> bool {
        !matches!(self, Self::Summary | Self::Text)
    }

    /// The word used in machine-readable output.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Title => "title",
            Self::Partner => "partner",
            Self::Keyword => "keyword",
            Self::Summary => "summary",
            Self::Text => "text",
        }
    }
}

/// All records folded once for searching.
pub struct SearchIndex {
    entries: Vec<Entry>,
    scorer: Scorer,
}

/// One record as the search sees it.
struct Entry {
    id: RecordId,
    kind: RecordKind,
    fields: Vec<(Field, Folded)>,
    partners: Vec<PartnerCode>,
}

impl SearchIndex {
    /// Folds every record of `dataset`.
    #[must_use]
    pub fn build(dataset: &Dataset) -> Self {
        let entries = dataset.records().map(|record| Entry::of(record, dataset)).collect();
        Self { entries, scorer: Scorer::default() }
    }

    /// Records of the kinds that `wanted` lets through, best first; all of them, in their own order, for an empty query.
    #[must_use]
    pub fn search(&self, dataset: &Dataset, query: &Query, wanted: impl Fn(RecordKind) -> bool) -> Vec<Hit> {
        let candidates = self.entries.iter().filter(|entry| wanted(entry.kind));
        let mut hits: Vec<Hit> = candidates
            .filter(|entry| query.filters.iter().all(|filter| entry.passes(filter, dataset)))
            .filter_map(|entry| self.rate(entry, query))
            .collect();
        // Stable: records of equal rank keep the order of their document.
        hits.sort_by_key(|hit| std::cmp::Reverse(hit.score));
        hits
    }

    fn rate(&self, entry: &Entry, query: &Query) -> Option<Hit> {
        let mut score = 0;
        let mut telling = (0, Field::Number);
        for term in &query.terms {
            let rated = entry.fields.iter().filter_map(|(field, text)| {
                let rung = self.scorer.rate(term, text.text(), field.is_short(), *field == Field::Number)?;
                Some((rung * field.weight(), *field))
            });
            let best = rated.max_by_key(|(rating, _)| *rating)?;
            score += best.0;
            telling = telling.max(best);
        }
        Some(Hit { id: entry.id.clone(), kind: entry.kind, score, field: telling.1 })
    }

    /// Where the words of `query` stand in `text`, as ranges of bytes in order and without overlap.
    #[must_use]
    pub fn highlights(&self, query: &Query, text: &str) -> Vec<Range<usize>> {
        if query.terms.is_empty() {
            return Vec::new();
        }
        let folded = Folded::of(text);
        let found = query.terms.iter().flat_map(|term| self.scorer.places(term, folded.text()));
        let mut ranges: Vec<Range<usize>> = found.map(|range| folded.original(range)).collect();
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

impl Entry {
    fn of(record: Record<'_>, dataset: &Dataset) -> Self {
        let mut fields = Fields(Vec::new());
        let mut partners: Vec<PartnerCode> = Vec::new();
        fields.add(Field::Number, record.id().number());
        fields.add(Field::Number, record.id().local());
        match record {
            Record::Document(document) => {
                document.title.iter().for_each(|title| fields.title(title));
                fields.both(Field::Title, &document.citation);
                fields.both(Field::Summary, &document.about);
                document.identifiers.iter().for_each(|number| fields.add(Field::Keyword, &number.value));
            }
            Record::Theme(theme) => {
                fields.title(&theme.title);
                for action in dataset.actions_under(&theme.id) {
                    fields.add(Field::Text, &action.title.lv);
                    fields.add(Field::Text, &action.title.en);
                }
            }
            Record::Action(action) => {
                fields.title(&action.title);
                fields.both(Field::Summary, &action.summary);
                fields.both(Field::Text, &action.description);
                fields.add(Field::Text, &action.timeline.raw);
                action.keywords.lv.iter().chain(&action.keywords.en).for_each(|word| fields.add(Field::Keyword, word));
                for term in action.terms.iter().chain(&action.instruments).filter_map(|id| dataset.term(id)) {
                    let short = term.abbreviations.lv.iter().chain(&term.abbreviations.en);
                    short.for_each(|word| fields.add(Field::Keyword, word));
                    fields.both(Field::Text, &term.name);
                    term.aliases.lv.iter().chain(&term.aliases.en).for_each(|word| fields.add(Field::Text, word));
                }
                if let Some(theme) = dataset.theme(&action.theme) {
                    fields.add(Field::Text, &theme.title.lv);
                    fields.add(Field::Text, &theme.title.en);
                }
                partners.extend(action.partners.iter().map(|partner| partner.code.clone()));
            }
            Record::Meeting(meeting) => {
                fields.both(Field::Title, &meeting.name);
                fields.both(Field::Text, &meeting.about);
                fields.both(Field::Text, &meeting.place.name);
                partners.extend(meeting.bodies.iter().map(|body| body.code.clone()));
            }
            Record::Event(event) => {
                fields.part(&event.headline, &event.text);
                partners.clone_from(&event.actors);
            }
            Record::Context(context) => fields.part(&context.headline, &context.text),
            Record::Item(item) => fields.part(&item.headline, &item.text),
            Record::Position(position) => {
                fields.part(&position.headline, &position.text);
                fields.both(Field::Text, &position.line);
            }
            Record::Question(question) => fields.part(&question.headline, &question.text),
            Record::Milestone(milestone) => {
                fields.part(&milestone.headline, &milestone.text);
                partners.clone_from(&milestone.actors);
            }
            Record::Person(person) => {
                person.name.iter().chain(&person.other_names).for_each(|name| fields.add(Field::Title, name));
                fields.both(Field::Text, &person.role);
            }
        }
        for partner in partners.iter().filter_map(|code| dataset.partner(code)) {
            fields.both(Field::Partner, &partner.name);
            partner.short.iter().for_each(|short| fields.both(Field::Partner, short));
            let names = partner.aliases.lv.iter().chain(&partner.aliases.en).chain(&partner.codes);
            names.for_each(|name| fields.add(Field::Partner, name));
            fields.add(Field::Partner, partner.code.as_str());
        }
        Self { id: record.id().clone(), kind: record.kind(), fields: fields.0, partners }
    }

    fn passes(&self, filter: &Filter, dataset: &Dataset) -> bool {
        match filter {
            Filter::Theme(number) => {
                let Some(record) = dataset.record(&self.id) else { return false };
                let theme = match record {
                    Record::Action(action) => &action.theme,
                    Record::Theme(theme) => &theme.id,
                    _ => return false,
                };
                let above = dataset.theme(theme).and_then(|theme| theme.parent.as_ref());
                [Some(theme), above].into_iter().flatten().any(|id| id.number() == number || id.as_str() == number)
            }
            Filter::Partner(typed) => self.partners.iter().filter_map(|code| dataset.partner(code)).any(|partner| {
                let names = [&partner.name.lv, &partner.name.en].into_iter();
                let names = names.chain(&partner.aliases.lv).chain(&partner.aliases.en).chain(&partner.codes);
                let code = partner.code.as_str();
                fold::fold(code) == *typed || names.map(|name| fold::fold(name)).any(|name| name == *typed)
            }),
        }
    }
}

struct Fields(Vec<(Field, Folded)>);

impl Fields {
    fn add(&mut self, field: Field, text: &str) {
        self.0.push((field, Folded::of(text)));
    }

    fn both(&mut self, field: Field, prose: &Prose) {
        self.add(field, &prose.lv);
        self.add(field, &prose.en);
    }

    fn title(&mut self, title: &Title) {
        self.add(Field::Title, &title.lv);
        self.add(Field::Title, &title.en);
    }

    fn part(&mut self, headline: &Prose, text: &Prose) {
        self.both(Field::Title, headline);
        self.both(Field::Text, text);
    }
}
