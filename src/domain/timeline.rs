//! The time span of an action: what is printed, what it means, and how it stands on a given day.

pub mod printed;

use std::sync::Arc;

use jiff::civil::Date as Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::date::Date;

/// A time span as printed, with its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Timeline {
    /// The printed words.
    #[serde(deserialize_with = "super::id::shared")]
    pub raw: Arc<str>,
    /// What sort of span it is.
    pub kind: TimelineKind,
    /// When it starts, where the words say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Date>,
    /// When it ends, where the words say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// How firmly it is stated.
    pub certainty: Certainty,
}

/// Sort of time span.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TimelineKind {
    /// Runs, no end stated.
    Ongoing,
    /// Runs, within stated years.
    OngoingWindow,
    /// Runs until a stated date.
    OngoingUntil,
    /// From one date to another.
    Window,
    /// In one quarter.
    Quarter,
    /// In one year.
    SingleYear,
    /// By a date at the latest.
    Deadline,
    /// Might start then.
    StartPossible,
    /// Might take place then.
    Potential,
    /// Once every year.
    RecurringAnnual,
}

/// How firmly a time span is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Without a condition.
    Firm,
    /// If something allows it.
    Conditional,
    /// As a possibility only.
    Potential,
}

/// How a time span stands on a given day.
///
/// "Past its window" is neither done nor late: a document's window says nothing of what was achieved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// Its start lies ahead.
    NotStarted,
    /// It runs, no end stated.
    OpenEnded,
    /// It runs and ends in a later year.
    Running,
    /// It ends in the year of the day.
    EndsThisYear,
    /// It ends in the quarter of the day.
    EndsThisQuarter,
    /// Its last day has passed.
    PastWindow,
    /// Whether it takes place at all is open.
    Uncertain,
}

impl State {
    /// Whether what stands so also stands as `wanted`: what ends this quarter ends this year, and both run.
    #[must_use]
    pub fn is_also(self, wanted: Self) -> bool {
        match wanted {
            Self::Running => matches!(self, Self::Running | Self::EndsThisYear | Self::EndsThisQuarter),
            Self::EndsThisYear => matches!(self, Self::EndsThisYear | Self::EndsThisQuarter),
            _ => self == wanted,
        }
    }

    /// How what is stated so stands on `today`.
    #[must_use]
    pub fn between(first: Option<Day>, last: Option<Day>, certainty: Certainty, today: Day) -> Self {
        if first.is_some_and(|first| first > today) && certainty == Certainty::Firm {
            return Self::NotStarted;
        }
        match last {
            Some(last) if last < today => Self::PastWindow,
            _ if certainty != Certainty::Firm => Self::Uncertain,
            None => Self::OpenEnded,
            Some(last) if same_quarter(last, today) => Self::EndsThisQuarter,
            Some(last) if last.year() == today.year() => Self::EndsThisYear,
            Some(_) => Self::Running,
        }
    }
}

impl Timeline {
    /// How the span stands on `today`.
    #[must_use]
    pub fn state(&self, today: Day) -> State {
        State::between(self.start.map(Date::first_day), self.end.map(Date::last_day), self.certainty, today)
    }

    /// The last day of the span where one is stated.
    #[must_use]
    pub fn last_day(&self) -> Option<Day> {
        self.end.map(Date::last_day)
    }
}

fn same_quarter(a: Day, b: Day) -> bool {
    a.year() == b.year() && (a.month() - 1) / 3 == (b.month() - 1) / 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn span(kind: TimelineKind, start: Option<&str>, end: Option<&str>, certainty: Certainty) -> Timeline {
        let read = |text: Option<&str>| text.map(|t| t.parse().expect("a date"));
        Timeline { raw: "".into(), kind, start: read(start), end: read(end), certainty }
    }

    #[test]
    fn a_window_is_ahead_then_runs_then_ends_and_is_past() {
        let window = span(TimelineKind::Window, Some("2027"), Some("2030"), Certainty::Firm);
        for (day, state) in [
            (date(2026, 11, 21), State::NotStarted),
            (date(2027, 1, 1), State::Running),
            (date(2030, 9, 30), State::EndsThisYear),
            (date(2030, 10, 1), State::EndsThisQuarter),
            (date(2031, 1, 1), State::PastWindow),
        ] {
            assert_eq!(window.state(day), state, "{day}");
        }
    }

    #[test]
    fn what_is_only_possible_is_uncertain_until_its_window_has_passed() {
        let maybe = span(TimelineKind::Potential, Some("2026"), Some("2026"), Certainty::Potential);
        assert_eq!(maybe.state(date(2025, 6, 5)), State::Uncertain);
        assert_eq!(maybe.state(date(2026, 11, 21)), State::Uncertain);
        assert_eq!(maybe.state(date(2027, 1, 1)), State::PastWindow);
        let start = span(TimelineKind::StartPossible, Some("2025"), None, Certainty::Potential);
        assert_eq!(start.state(date(2026, 11, 21)), State::Uncertain);
    }

    #[test]
    fn no_stated_end_is_open_ended() {
        let ongoing = span(TimelineKind::Ongoing, None, None, Certainty::Firm);
        assert_eq!(ongoing.state(date(2026, 11, 21)), State::OpenEnded);
    }
}
