//! What falls due when, seen from one day: each action and milestone in exactly one class, by its stated end.
//!
//! Knows nothing of today: a caller passes the day in. A class is where the stated end lies, and no word on achievement.

use jiff::civil::Date as Day;

use super::Dataset;
use super::date::Span;
use super::id::RecordId;
use super::timeline::Certainty;

/// Where the stated end of a record lies, seen from a day.
///
/// As time goes on a record only ever moves up this list; the last two it never leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Due {
    /// Its last day has passed: neither done nor late.
    Past,
    /// In the quarter of the day.
    ThisQuarter,
    /// In a later quarter of the year.
    ThisYear,
    /// In the year after.
    NextYear,
    /// In a later year.
    Later,
    /// No end is stated.
    Open,
    /// No end is stated, and whether it takes place at all is open.
    Uncertain,
}

impl Due {
    /// All classes, the most pressing first.
    pub const ALL: [Self; 7] =
        [Self::Past, Self::ThisQuarter, Self::ThisYear, Self::NextYear, Self::Later, Self::Open, Self::Uncertain];

    /// The word of the class in data for other programs.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Past => "past",
            Self::ThisQuarter => "this_quarter",
            Self::ThisYear => "this_year",
            Self::NextYear => "next_year",
            Self::Later => "later",
            Self::Open => "open",
            Self::Uncertain => "uncertain",
        }
    }

    /// The class of an end on `last`, seen from `today`.
    ///
    /// What is only possible and has an end is classed by that end: it has to be watched until then. `certainty` goes with
    /// it so that nobody states it as firm.
    #[must_use]
    pub fn of(last: Option<Day>, certainty: Certainty, today: Day) -> Self {
        let quarter = |day: Day| (day.month() - 1) / 3;
        match last {
            None if certainty != Certainty::Firm => Self::Uncertain,
            None => Self::Open,
            Some(last) if last < today => Self::Past,
            Some(last) if last.year() == today.year() && quarter(last) == quarter(today) => Self::ThisQuarter,
            Some(last) if last.year() == today.year() => Self::ThisYear,
            Some(last) if last.year() - 1 == today.year() => Self::NextYear,
            Some(_) => Self::Later,
        }
    }
}

/// The end of an action or milestone, seen from a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The action or milestone.
    pub record: RecordId,
    /// Its last day, where an end is stated.
    pub last: Option<Day>,
    /// How firmly it is stated.
    pub certainty: Certainty,
    /// Where it lies.
    pub due: Due,
}

/// The ends of all actions and milestones, seen from a day: by class, then by last day, then as printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Deadlines(Vec<Deadline>);

impl Deadlines {
    /// How all actions and milestones stand on `today`.
    #[must_use]
    pub fn on(today: Day, dataset: &Dataset) -> Self {
        let actions = dataset.actions().map(|a| (&a.id, a.timeline.last_day(), a.timeline.certainty));
        let milestones = dataset.meetings().iter().flat_map(|meeting| &meeting.milestones);
        let milestones = milestones.map(|m| (&m.id, m.planned.map(Span::last_day), Certainty::Firm));
        let deadline = |(record, last, certainty): (&RecordId, _, _)| {
            let due = Due::of(last, certainty, today);
            Deadline { record: record.clone(), last, certainty, due }
        };
        let mut deadlines: Vec<Deadline> = actions.chain(milestones).map(deadline).collect();
        deadlines.sort_by_key(|deadline| (deadline.due, deadline.last));
        Self(deadlines)
    }

    /// All, the most pressing class first.
    #[must_use]
    pub fn all(&self) -> &[Deadline] {
        &self.0
    }

    /// Those of one class in the order of their ends.
    #[must_use]
    pub fn of(&self, due: Due) -> &[Deadline] {
        let first = self.0.partition_point(|deadline| deadline.due < due);
        let end = self.0.partition_point(|deadline| deadline.due <= due);
        self.0.get(first..end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use crate::domain::Contents;
    use crate::domain::meeting::MeetingFile;
    use crate::store;
    use jiff::civil::date;
    use proptest::prelude::*;

    static DATASET: LazyLock<Dataset> = LazyLock::new(|| store::load(None).dataset);

    fn counts(deadlines: &Deadlines) -> [usize; 7] {
        Due::ALL.map(|due| deadlines.of(due).len())
    }

    fn numbers(deadlines: &Deadlines, due: Due) -> Vec<&str> {
        deadlines.of(due).iter().map(|deadline| deadline.record.number()).collect()
    }

    /// From the time column of the annex: 21 actions state an end, namely 1 in 2025 (its last quarter), 3 in 2026, 9 in
    /// 2027, 1 in 2028, 1 in 2029 and 6 in 2030, all on the last day of the year; 29 state none, and of these two (1.5, 2.4.5) may
    /// never start. The six milestones of the note were all planned for 2015.
    #[test]
    fn classes_are_counted_as_the_time_column_has_them() {
        for (today, expected) in [
            // The milestones | nothing | 6.1 | 2026 | 2027 to 2030.
            (date(2025, 6, 5), [6, 0, 1, 3, 9 + 1 + 1 + 6, 27, 2]),
            // 6.1 too | 2026 | nothing | 2027 | 2028 to 2030.
            (date(2026, 11, 21), [6 + 1, 3, 0, 9, 1 + 1 + 6, 27, 2]),
            // On its last day 2027 is not past.
            (date(2027, 12, 31), [6 + 1 + 3, 9, 0, 1, 1 + 6, 27, 2]),
            (date(2031, 1, 1), [6 + 21, 0, 0, 0, 0, 27, 2]),
        ] {
            assert_eq!(counts(&Deadlines::on(today, &DATASET)), expected, "{today}");
        }
    }

    #[test]
    fn late_in_2026_the_classes_hold_what_is_asked_for_in_the_room() {
        let deadlines = Deadlines::on(date(2026, 11, 21), &DATASET);
        assert_eq!(numbers(&deadlines, Due::Past), ["M2", "M3", "M1", "M4", "M5", "M6", "6.1"]);
        assert_eq!(numbers(&deadlines, Due::ThisQuarter), ["2.1.8", "2.2.2", "2.4.2"]);
        let next = ["1.4", "3.2", "3.9", "4.1", "4.2", "5.1", "5.2", "5.3", "5.4"];
        assert_eq!(numbers(&deadlines, Due::NextYear), next);
        let later = ["4.5", "2.4.1", "1.1", "2.2.1", "2.4.3", "4.3", "4.4", "6.3"];
        assert_eq!(numbers(&deadlines, Due::Later), later);
        assert_eq!(numbers(&deadlines, Due::Uncertain), ["1.5", "2.4.5"]);
        let possible = deadlines.of(Due::ThisQuarter).iter().find(|d| d.record.number() == "2.2.2");
        assert_eq!(possible.map(|d| d.certainty), Some(Certainty::Potential), "never stated as firm");
    }

    #[test]
    fn the_day_after_an_end_is_past_it_and_a_quarter_opens_on_its_first_day() {
        let last = Some(date(2027, 12, 31));
        for (today, due) in [
            (date(2025, 12, 31), Due::Later),
            (date(2026, 1, 1), Due::NextYear),
            (date(2027, 1, 1), Due::ThisYear),
            (date(2027, 9, 30), Due::ThisYear),
            (date(2027, 10, 1), Due::ThisQuarter),
            (date(2027, 12, 31), Due::ThisQuarter),
            (date(2028, 1, 1), Due::Past),
        ] {
            assert_eq!(Due::of(last, Certainty::Firm, today), due, "{today}");
        }
    }

    #[test]
    fn a_milestone_without_a_date_has_no_end() {
        let mut files = store::builtin::contents();
        let undated = |file: &mut MeetingFile| file.meeting.milestones.iter_mut().for_each(|m| m.planned = None);
        for contents in &mut files {
            if let Contents::Meeting(file) = contents {
                undated(file);
            }
        }
        let deadlines = Deadlines::on(date(2026, 11, 21), &Dataset::build(files));
        assert_eq!(counts(&deadlines), [1, 3, 0, 9, 8, 27 + 6, 2]);
    }

    fn days() -> impl Strategy<Value = Day> {
        (2010_i16..2035, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day))
    }

    proptest! {
        #[test]
        fn every_record_is_in_one_class_and_moves_only_forward(one in days(), other in days()) {
                let (earlier, later) = (Deadlines::on(one.min(other), &DATASET), Deadlines::on(one.max(other), &DATASET));
            for deadlines in [&earlier, &later] {
                prop_assert_eq!(counts(deadlines).iter().sum::<usize>(), 50 + 6);
                for due in Due::ALL {
                    prop_assert!(deadlines.of(due).iter().all(|deadline| deadline.due == due));
                    prop_assert!(deadlines.of(due).is_sorted_by_key(|deadline| deadline.last));
                }
            }
            for before in earlier.all() {
                let after: Vec<_> = later.all().iter().filter(|after| after.record == before.record).collect();
                prop_assert_eq!(after.len(), 1, "{}", before.record);
                prop_assert!(after[0].due <= before.due, "{}", before.record);
            }
        }
    }
}
