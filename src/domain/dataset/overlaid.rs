//! What lies over the records of a dataset: editorial links, and facts from outside, most of which came later.

use jiff::civil::Date as Day;
use rustc_hash::FxHashSet;

use super::Dataset;
use crate::domain::id::RecordId;
use crate::domain::overlay::{Later, Link, When};
use crate::domain::parts::quoted_ids;
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

    /// What is known from outside the document on a record, oldest first.
    #[must_use]
    pub fn later_of(&self, id: &RecordId) -> Vec<&Later> {
        if !self.later_targets().contains(id) {
            return Vec::new();
        }
        let mut found: Vec<_> = self.later.iter().filter(|later| later.targets.contains(id)).collect();
        found.sort_by_key(|later| later.date.first_day());
        found
    }

    /// The records of which anything is known from outside: nearly none, and a list asks for each of its rows.
    fn later_targets(&self) -> &FxHashSet<RecordId> {
        self.targets.get_or_init(|| self.later.iter().flat_map(|fact| &fact.targets).cloned().collect())
    }

    /// When a fact falls, seen from `today` and the document that holds a record.
    #[must_use]
    pub fn when(&self, fact: &Later, id: &RecordId, today: Day) -> When {
        let paper = self.document_of(id).and_then(|document| document.date);
        // A document dated by its month may have been written on any day of it.
        let is_before = paper.is_some_and(|date| fact.date.first_day() <= date.last_day());
        match is_before {
            _ if fact.is_ahead(today) => When::Ahead,
            true => When::Before,
            false => When::Later,
        }
    }

    /// Whether anything came after the document on a record or what is quoted with it, or is still to come.
    #[must_use]
    pub fn has_later(&self, record: Record<'_>, today: Day) -> bool {
        quoted_ids(record).any(|id| self.later_targets().contains(id))
            && self.later_about(record).into_iter().any(|fact| self.when(fact, record.id(), today) != When::Before)
    }

    /// The same on a record and on the parts of it that are quoted.
    #[must_use]
    pub fn later_about(&self, record: Record<'_>) -> Vec<&Later> {
        let ids: Vec<&RecordId> = quoted_ids(record).collect();
        let mut found: Vec<_> =
            self.later.iter().filter(|later| later.targets.iter().any(|target| ids.contains(&target))).collect();
        found.sort_by_key(|later| later.date.first_day());
        found
    }

    /// All links.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// All that is known from outside the documents.
    #[must_use]
    pub fn later(&self) -> &[Later] {
        &self.later
    }
}
