//! What each tab has to list without a query: made once for a dataset and a day, and kept.
//!
//! Where there is much of it, it is made on the thread that has read the data, so that no key waits for it: what is asked
//! for before is made at once.

use std::sync::{Arc, OnceLock};

use jiff::civil::Date as Day;
use unicode_width::UnicodeWidthStr;

use super::arrangement::Arrangement;
use super::groups::Grouping;
use super::rows::Row;
use super::timeline;
use super::view::Tab;
use crate::domain::axis::extent;
use crate::domain::{Dataset, Ordinal};

/// Widest number of a row on the timeline.
const MOST_NUMBER: usize = 9;

/// The rows of every tab.
#[derive(Debug, Default)]
pub struct Listing {
    rows: [OnceLock<Arc<[Row]>>; Tab::ALL.len()],
    arranged: [OnceLock<Arrangement>; Grouping::COUNT],
    measures: OnceLock<Measures>,
    homes: OnceLock<Homes>,
}

/// Which tabs list each record, in the order of the dataset: a bit for each tab.
///
/// A key asks it of every answer, and the records lie all over memory.
#[derive(Debug)]
pub struct Homes(Box<[u8]>);

impl Homes {
    fn of(dataset: &Dataset) -> Self {
        let bits = |record| {
            let home = 1 << Tab::of(dataset, record).index();
            home | u8::from(timeline::lists(record)) << Tab::Timeline.index()
        };
        Self(dataset.records().map(bits).collect())
    }

    /// Whether a tab lists the record at this place of its own; not for a tab that lists what is marked.
    #[must_use]
    pub fn has(&self, tab: Tab, ordinal: Ordinal) -> bool {
        self.0.get(ordinal.0 as usize).is_some_and(|bits| bits >> tab.index() & 1 == 1)
    }
}

/// What the axis is laid out by.
#[derive(Debug, Clone, Copy)]
pub struct Measures {
    /// First and last day that any action states.
    pub extent: Option<(Day, Day)>,
    /// Columns of the widest number.
    pub number: usize,
}

impl Listing {
    /// Makes all that has not been asked for, and what drawing asks of the dataset, in the order in which it may be wanted.
    pub fn complete(&self, dataset: &Dataset, today: Day) {
        dataset.warm_up();
        let _ = self.measures(dataset);
        for grouping in [Grouping::Theme, Grouping::Due, Grouping::Partner, Grouping::End] {
            let _ = self.arrangement(grouping, dataset, today);
        }
    }

    /// The rows of a tab; those of the timeline are arranged.
    #[must_use]
    pub fn rows(&self, tab: Tab, dataset: &Dataset) -> Arc<[Row]> {
        Arc::clone(self.rows[tab.index()].get_or_init(|| tab.rows(dataset).into()))
    }

    /// Which tabs list each record.
    #[must_use]
    pub fn homes(&self, dataset: &Dataset) -> &Homes {
        self.homes.get_or_init(|| Homes::of(dataset))
    }

    /// The rows of the timeline with a grouping.
    #[must_use]
    pub fn arrangement(&self, grouping: Grouping, dataset: &Dataset, today: Day) -> &Arrangement {
        self.arranged[grouping as usize].get_or_init(|| Arrangement::of(grouping, dataset, today))
    }

    /// What the axis is laid out by.
    #[must_use]
    pub fn measures(&self, dataset: &Dataset) -> Measures {
        *self.measures.get_or_init(|| {
            let actions = dataset.actions().map(|action| action.id.number());
            let milestones = dataset.meetings().iter().flat_map(|meeting| &meeting.milestones);
            let milestones = milestones.filter(|milestone| milestone.planned.is_some()).map(|m| m.id.local());
            let number = actions.chain(milestones).map(UnicodeWidthStr::width).max().unwrap_or(0);
            let extent = extent(dataset.actions().map(|action| &action.timeline));
            Measures { extent, number: number.min(MOST_NUMBER) }
        })
    }
}
