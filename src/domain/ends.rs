//! When the actions under a theme end: an index, read once.

use std::collections::HashMap;

use jiff::civil::Date as Day;

use super::Dataset;
use super::date::Date;
use super::id::RecordId;

/// The stated ends under each theme, the earliest first, each last day once.
#[derive(Debug, Default)]
pub struct Ends(HashMap<RecordId, Vec<Date>>);

impl Ends {
    /// Reads the ends of all actions of `dataset`.
    #[must_use]
    pub fn of(dataset: &Dataset) -> Self {
        let ends = dataset.themes().iter().map(|theme| {
            let stated = dataset.actions_under(&theme.id).filter_map(|action| action.timeline.end);
            let mut ends: Vec<Date> = stated.collect();
            ends.sort_by_key(|end| end.last_day());
            ends.dedup_by_key(|end| end.last_day());
            (theme.id.clone(), ends)
        });
        Self(ends.collect())
    }

    /// The nearest under a theme whose last day is not before `today`.
    #[must_use]
    pub fn next(&self, theme: &RecordId, today: Day) -> Option<Date> {
        let ends = self.0.get(theme)?;
        ends.get(ends.partition_point(|end| end.last_day() < today)).copied()
    }
}

impl Dataset {
    pub(super) fn ends(&self) -> &Ends {
        self.ends.get_or_init(|| Ends::of(self))
    }

    /// The nearest end date from `today` on among the actions under a theme.
    #[must_use]
    pub fn next_end(&self, theme: &RecordId, today: Day) -> Option<Date> {
        self.ends().next(theme, today)
    }
}
