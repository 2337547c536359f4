//! Conditions that can be met, and whether a record meets them as things stand.

use jiff::ToSpan;
use jiff::civil::Date as Day;

use super::fold::fold;
use super::term::{Term, Word};
use super::words::words;
use crate::domain::annotations::{Annotations, Intent, Slot};
use crate::domain::date::Span;
use crate::domain::timeline::{Certainty, State};
use crate::domain::{Date, Lang, PartnerCode, Record, RecordId, RecordKind};

/// What an answer depends on besides the data and the query.
#[derive(Debug, Clone, Copy)]
pub struct Situation<'a> {
    /// The day on which everything that depends on a date stands.
    pub today: Day,
    /// What the user added to the records.
    pub annotations: &'a Annotations,
}

/// A condition that can be met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// Under one of these themes.
    Theme(Vec<RecordId>),
    /// With one of these partners.
    Partner(Vec<PartnerCode>),
    /// Of this kind.
    Kind(RecordKind),
    /// With a stated time span that takes in this year.
    Year(Year),
    /// With an end that lies then.
    Due(When),
    /// With a start that lies then.
    Start(When),
    /// With a time span in this state.
    State(State),
    /// In this document or meeting.
    Document(String),
    /// With its words in this language; every record has both.
    Lang(Lang),
    /// Marked by the user, or not.
    Marked(bool),
    /// With this intent of the user's, or with any.
    Intent(Option<Intent>),
    /// With this word in what the user wrote; folded, and empty for any text.
    Note(String),
}

/// A year, as one names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Year {
    /// By its number.
    Named(i16),
    /// By how far it is from today's.
    FromToday(i16),
}

/// When a day lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Within a date.
    In(Date),
    /// Before a date.
    Before(Date),
    /// Within so many days from today.
    Days(i32),
    /// In a year.
    Year(Year),
}

impl Condition {
    /// Whether a record meets it.
    #[must_use]
    pub fn is_met(&self, record: Record<'_>, situation: Situation<'_>) -> bool {
        let Situation { today, annotations } = situation;
        match self {
            Self::Theme(themes) => match record {
                Record::Action(action) => themes.contains(&action.theme),
                Record::Theme(theme) => themes.contains(&theme.id),
                _ => false,
            },
            Self::Partner(codes) => match record {
                Record::Partner { partner, .. } => codes.contains(&partner.code),
                other => other.named().iter().any(|named| codes.contains(named.code)),
            },
            Self::Kind(kind) => record.kind() == *kind,
            Self::Year(year) => Dates::of(record).take_in(year.on(today)),
            Self::Due(when) => Dates::of(record).end.is_some_and(|day| when.takes_in(day, today)),
            Self::Start(when) => Dates::of(record).start.is_some_and(|day| when.takes_in(day, today)),
            Self::State(state) => state_of(record, today).is_some_and(|own| own.is_also(*state)),
            Self::Document(id) => record.id().collection().eq_ignore_ascii_case(id),
            Self::Lang(_) => true,
            Self::Marked(is_marked) => annotations.is_marked(record.id()) == *is_marked,
            Self::Intent(wanted) => {
                let intent = annotations.of(record.id()).and_then(|added| added.intent);
                intent.is_some_and(|intent| wanted.is_none_or(|wanted| intent == wanted))
            }
            Self::Note(word) => is_written(annotations, record.id(), word),
        }
    }
}

/// Whether the user wrote a word on a record, in any ending.
fn is_written(annotations: &Annotations, id: &RecordId, word: &str) -> bool {
    let Some(added) = annotations.of(id) else { return false };
    if word.is_empty() {
        return added.has_text();
    }
    let term = Term::new(word);
    let texts = Slot::ALL.into_iter().flat_map(|slot| added.texts(slot).all());
    texts.into_iter().any(|text| {
        let text = fold(text);
        words(&text).any(|(_, written)| written.starts_with(word) || term.is_word(&Word::new(written)))
    })
}

/// How what a record plans stands on a day.
fn state_of(record: Record<'_>, today: Day) -> Option<State> {
    let planned = |span: Span| State::between(Some(span.first_day()), Some(span.last_day()), Certainty::Firm, today);
    match record {
        Record::Action(action) => Some(action.timeline.state(today)),
        Record::Milestone(milestone) => milestone.planned.map(planned),
        _ => None,
    }
}

/// First and last day of what a record plans.
struct Dates {
    start: Option<Day>,
    end: Option<Day>,
}

impl Dates {
    fn of(record: Record<'_>) -> Self {
        match record {
            Record::Action(action) => {
                Self { start: action.timeline.start.map(Date::first_day), end: action.timeline.last_day() }
            }
            Record::Milestone(milestone) => {
                Self { start: milestone.planned.map(Span::first_day), end: milestone.planned.map(Span::last_day) }
            }
            _ => Self { start: None, end: None },
        }
    }

    fn take_in(&self, year: i16) -> bool {
        let first = self.start.or(self.end).map(Day::year);
        let last = self.end.or(self.start).map(Day::year);
        first.zip(last).is_some_and(|(first, last)| (first..=last).contains(&year))
    }
}

impl Year {
    /// Its number on a day.
    fn on(self, today: Day) -> i16 {
        match self {
            Self::Named(year) => year,
            Self::FromToday(years) => today.year() + years,
        }
    }
}

impl When {
    fn takes_in(self, day: Day, today: Day) -> bool {
        match self {
            Self::In(date) => (date.first_day()..=date.last_day()).contains(&day),
            Self::Before(date) => day < date.first_day(),
            Self::Year(year) => day.year() == year.on(today),
            Self::Days(days) => today.checked_add(days.days()).is_ok_and(|last| (today..=last).contains(&day)),
        }
    }
}
