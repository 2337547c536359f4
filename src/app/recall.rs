//! The user's queries in the dashboard: what was asked before comes back with a key.

use std::mem;

use super::ledger::{Ledger, Outcome, Progress};
use super::msg::{Effect, Kept};
use crate::domain::kept::{Book, Reason, Unkept};
use crate::domain::queries::{Change, Queries};

/// The user's queries, and how far keeping them has come.
#[derive(Debug, Clone, Default)]
pub struct Recall {
    ledger: Ledger<Queries>,
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
        self.ledger.book()
    }

    /// Makes a change and says what is to be done to keep it: nothing where it changes nothing.
    pub fn change(&mut self, change: Change) -> Vec<Effect> {
        self.ledger.change(change).into_iter().map(Effect::Keep).collect()
    }

    /// Hears what came of changes, and says what the user should know of it.
    ///
    /// That the file cannot be read, or what is asked not remembered, is said once; that what the user saved is not kept, each time.
    pub fn hear(&mut self, kept: Kept<Queries>) -> Option<Said> {
        match self.ledger.hear(kept) {
            Outcome::Kept(changes, aside) => aside.map(Said::SetAside).or_else(|| changes.iter().rev().find_map(done)),
            Outcome::Unread(unkept) => {
                let is_said = mem::replace(&mut self.is_said, true);
                (!is_said).then_some(Said::Unread(unkept))
            }
            Outcome::Unkept(changes, unkept) => {
                let is_asked_for = changes.iter().any(Queries::is_asked_for);
                let is_worth_saying = is_asked_for || !(self.is_said || unkept.reason == Reason::NoPlace);
                self.is_said |= is_worth_saying;
                is_worth_saying.then_some(Said::Unkept(unkept))
            }
        }
    }

    /// Why something that the user saved or gave up is not on the disk.
    #[must_use]
    pub fn unsaved(&self) -> Option<&Unkept> {
        match self.ledger.progress() {
            Progress::Failed(unkept) => Some(unkept),
            Progress::Kept | Progress::Pending => None,
        }
    }

    /// The query before the one that stands in the search line, if that is empty or holds a recalled one unedited; the
    /// oldest stays.
    pub fn older(&mut self, line: &str) -> Option<&str> {
        let place = match self.place(line) {
            None if line.is_empty() => self.queries().history.len(),
            place => place?,
        };
        let query = self.queries().history.get(place.saturating_sub(1))?;
        self.shown = Some(query.clone());
        self.shown.as_deref()
    }

    /// The query after the recalled one that stands in the search line unedited; behind the newest an empty line.
    pub fn newer(&mut self, line: &str) -> Option<&str> {
        let place = self.place(line)?;
        self.shown = self.queries().history.get(place + 1).cloned();
        Some(self.shown.as_deref().unwrap_or_default())
    }

    /// Takes what stands in the search line for typed, though it was recalled.
    pub fn end(&mut self) {
        self.shown = None;
    }

    fn place(&self, line: &str) -> Option<usize> {
        let shown = self.shown.as_deref().filter(|shown| *shown == line)?;
        self.queries().history.iter().position(|query| query == shown)
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

    fn refused() -> Kept<Queries> {
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
