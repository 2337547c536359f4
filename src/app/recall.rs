//! The user's queries in the dashboard: what was asked before comes back with a key.
//!
//! Holds them as they will be once every change is kept, and the changes of which nothing has been heard yet.

use std::collections::VecDeque;
use std::mem;

use super::msg::{Effect, Kept};
use crate::domain::kept::{Reason, Unkept};
use crate::domain::queries::{Change, Queries};

/// The user's queries, and how far keeping them has come.
#[derive(Debug, Clone, Default)]
pub struct Recall {
    queries: Queries,
    /// Changes asked for, in their order, until it is heard what came of them.
    pending: VecDeque<Change>,
    /// Changes that could not be kept; tried again with the next one.
    failed: Vec<Change>,
    /// Why the last of them failed.
    failure: Option<Unkept>,
    /// The query recalled last.
    shown: Option<String>,
    /// Whether it was said that the file is not to be had.
    is_said: bool,
}

/// What is to be said of keeping the queries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// The file cannot be read.
    Unread(Unkept),
    /// A change was not kept.
    Unkept(Unkept),
    /// The file was damaged: the name under which it was set aside.
    SetAside(String),
    /// A query is on the disk under this name.
    Saved(String),
    /// The query of this name is given up.
    Forgotten(String),
}

impl Recall {
    /// The queries.
    #[must_use]
    pub fn queries(&self) -> &Queries {
        &self.queries
    }

    /// Makes a change and says what is to be done to keep it: nothing where it changes nothing.
    pub fn change(&mut self, change: Change) -> Vec<Effect> {
        let before = self.queries.clone();
        self.queries.apply(&change);
        if self.queries == before {
            return Vec::new();
        }
        let mut changes = mem::take(&mut self.failed);
        changes.push(change);
        self.pending.extend(changes.iter().cloned());
        changes.into_iter().map(Effect::Keep).collect()
    }

    /// Hears what came of changes, and says what the user should know of it.
    ///
    /// That the file cannot be read, or what is asked not remembered, is said once; that what the user saved is not kept, each time.
    pub fn hear(&mut self, kept: Kept) -> Option<Said> {
        let answered: Vec<Change> = self.pending.drain(..kept.changes.min(self.pending.len())).collect();
        match kept.outcome {
            Ok(queries) => {
                self.queries = queries;
                for change in self.failed.iter().chain(&self.pending) {
                    self.queries.apply(change);
                }
                kept.aside.map(Said::SetAside).or_else(|| answered.iter().rev().find_map(done))
            }
            Err(unkept) if answered.is_empty() => {
                let is_said = mem::replace(&mut self.is_said, true);
                (!is_said).then_some(Said::Unread(unkept))
            }
            Err(unkept) => {
                let is_asked_for = answered.iter().any(Change::is_asked_for);
                self.failed.extend(answered);
                self.failure = Some(unkept.clone());
                let is_worth_saying = is_asked_for || !(self.is_said || unkept.reason == Reason::NoPlace);
                self.is_said |= is_worth_saying;
                is_worth_saying.then_some(Said::Unkept(unkept))
            }
        }
    }

    /// Why something that the user saved or gave up is not on the disk.
    #[must_use]
    pub fn unsaved(&self) -> Option<&Unkept> {
        self.failure.as_ref().filter(|_| self.failed.iter().any(Change::is_asked_for))
    }

    /// The query before the one that stands in the search line, if that is empty or holds a recalled one unedited; the
    /// oldest stays.
    pub fn older(&mut self, line: &str) -> Option<&str> {
        let history = &self.queries.history;
        let place = match self.place(line) {
            None if line.is_empty() => history.len(),
            place => place?,
        };
        let query = history.get(place.saturating_sub(1))?;
        self.shown = Some(query.clone());
        self.shown.as_deref()
    }

    /// The query after the recalled one that stands in the search line unedited; behind the newest an empty line.
    pub fn newer(&mut self, line: &str) -> Option<&str> {
        let place = self.place(line)?;
        self.shown = self.queries.history.get(place + 1).cloned();
        Some(self.shown.as_deref().unwrap_or_default())
    }

    /// Takes what stands in the search line for typed, though it was recalled.
    pub fn end(&mut self) {
        self.shown = None;
    }

    fn place(&self, line: &str) -> Option<usize> {
        let shown = self.shown.as_deref().filter(|shown| *shown == line)?;
        self.queries.history.iter().position(|query| query == shown)
    }
}

/// What is said of a change once it is kept.
fn done(change: &Change) -> Option<Said> {
    match change {
        Change::Remember(_) => None,
        Change::Save { name, .. } => Some(Said::Saved(name.clone())),
        Change::Forget(name) => Some(Said::Forgotten(name.clone())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remember(query: &str) -> Change {
        Change::Remember(query.to_owned())
    }

    fn refused() -> Kept {
        let unkept = Unkept { file: "queries.json".to_owned(), reason: Reason::ReadOnly };
        Kept { changes: 1, outcome: Err(unkept), aside: None }
    }

    #[test]
    fn what_is_under_way_is_not_undone_by_an_earlier_answer() {
        let mut recall = Recall::default();
        recall.change(remember("kvantu"));
        recall.change(remember("igf"));
        let mut queries = Queries::default();
        queries.apply(&remember("from another window"));
        queries.apply(&remember("kvantu"));
        assert_eq!(recall.hear(Kept { changes: 1, outcome: Ok(queries), aside: None }), None);
        assert_eq!(recall.queries().history, ["from another window", "kvantu", "igf"]);
    }

    #[test]
    fn a_change_that_failed_is_tried_again_with_the_next() {
        let mut recall = Recall::default();
        recall.change(remember("kvantu"));
        assert!(matches!(recall.hear(refused()), Some(Said::Unkept(_))));
        assert_eq!(recall.change(remember("igf")).len(), 2);
        assert_eq!(recall.hear(refused()), None, "said once");
        recall.hear(refused());
        assert_eq!(recall.unsaved(), None);
        recall.change(Change::Save { name: "a".to_owned(), query: "b".to_owned() });
        for _ in 0..3 {
            recall.hear(refused());
        }
        assert!(recall.unsaved().is_some());
    }
}
