//! Conditions that can be met, and whether a record meets them on a given day.

use jiff::ToSpan;
use jiff::civil::Date as Day;

use crate::domain::date::Span;
use crate::domain::timeline::{State, Timeline};
use crate::domain::{Date, Lang, PartnerCode, Record, RecordId, RecordKind};

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
    Year(i16),
    /// With an end between two days.
    Due(Due),
    /// With a time span in this state.
    State(State),
    /// In this document or meeting.
    Document(String),
    /// With its words in this language; every record has both.
    Lang(Lang),
}

/// When an end date lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Within a date.
    In(Date),
    /// Before a date.
    Before(Date),
    /// Within so many days from today.
    Days(i32),
}

impl Condition {
    /// Whether a record meets it on `today`.
    #[must_use]
    pub fn is_met(&self, record: Record<'_>, today: Day) -> bool {
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
            Self::Year(year) => Dates::of(record).take_in(*year),
            Self::Due(due) => Dates::of(record).end.is_some_and(|day| due.takes_in(day, today)),
            Self::State(state) => timeline(record).is_some_and(|span| span.state(today) == *state),
            Self::Document(id) => record.id().collection().eq_ignore_ascii_case(id),
            Self::Lang(_) => true,
        }
    }
}

fn timeline(record: Record<'_>) -> Option<&Timeline> {
    match record {
        Record::Action(action) => Some(&action.timeline),
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

impl Due {
    fn takes_in(self, day: Day, today: Day) -> bool {
        match self {
            Self::In(date) => (date.first_day()..=date.last_day()).contains(&day),
            Self::Before(date) => day < date.first_day(),
            Self::Days(days) => today.checked_add(days.days()).is_ok_and(|last| (today..=last).contains(&day)),
        }
    }
}
