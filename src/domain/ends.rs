//! When the actions under a theme end: an index, read once.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date as Day;

use super::Dataset;
use super::date::Date;
use super::id::RecordId;

/// The stated ends under each theme by their last day; of several with the same one, that of the first action.
#[derive(Debug, Default)]
pub struct Ends(HashMap<RecordId, BTreeMap<Day, Date>>);

impl Ends {
    /// Reads the ends of all actions of `dataset`.
    #[must_use]
    pub fn of(dataset: &Dataset) -> Self {
        let ends = dataset.themes().iter().map(|theme| {
            let mut ends = BTreeMap::new();
            for end in dataset.actions_under(&theme.id).filter_map(|action| action.timeline.end) {
                ends.entry(end.last_day()).or_insert(end);
            }
            (theme.id.clone(), ends)
        });
        Self(ends.collect())
    }

    /// The nearest under a theme whose last day is not before `today`.
    #[must_use]
    pub fn next(&self, theme: &RecordId, today: Day) -> Option<Date> {
        self.0.get(theme)?.range(today..).next().map(|(_, end)| *end)
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
