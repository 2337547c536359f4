//! What lies over the records of a dataset: editorial links, and facts that came later.

use super::Dataset;
use crate::domain::id::RecordId;
use crate::domain::overlay::{Later, Link};
use crate::domain::parts::quoted;
use crate::domain::record::Record;

impl Dataset {
    /// Editorial links that start or end at a record, seen from it.
    pub fn links_of<'a>(&'a self, id: &'a RecordId) -> impl Iterator<Item = (&'a RecordId, &'a Link)> {
        self.links.iter().filter_map(move |link| match id {
            _ if link.from == *id => Some((&link.to, link)),
            _ if link.to == *id => Some((&link.from, link)),
            _ => None,
        })
    }

    /// What came after the document on a record, oldest first.
    #[must_use]
    pub fn later_of(&self, id: &RecordId) -> Vec<&Later> {
        let mut found: Vec<_> = self.later.iter().filter(|later| later.targets.contains(id)).collect();
        found.sort_by_key(|later| later.date.first_day());
        found
    }

    /// The same on a record and on the parts of it that are quoted.
    #[must_use]
    pub fn later_about(&self, record: Record<'_>) -> Vec<&Later> {
        let ids = quoted(record);
        let mut found: Vec<_> =
            self.later.iter().filter(|later| later.targets.iter().any(|target| ids.contains(target))).collect();
        found.sort_by_key(|later| later.date.first_day());
        found
    }

    /// All links.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// All that came after the documents.
    #[must_use]
    pub fn later(&self) -> &[Later] {
        &self.later
    }
}
