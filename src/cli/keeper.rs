//! The shell behind the dashboard: keeps the user's files on threads of their own, so that no key waits for the disk, and
//! sends for what takes long to read.

use super::clerk::Clerk;
use super::errand::Errand;
use crate::app::{Effect, Msg};
use crate::domain::annotations::Annotations;
use crate::domain::queries::Queries;
use crate::store::paths;
use crate::tui::Shell;

/// The keeper of the user's files.
pub struct Keeper {
    queries: Clerk<Queries>,
    annotations: Clerk<Annotations>,
    errand: Errand,
}

impl Keeper {
    pub fn new(errand: Errand) -> Self {
        Self { queries: Clerk::new(paths::queries_file()), annotations: Clerk::new(paths::annotations_file()), errand }
    }
}

impl Shell for Keeper {
    fn read(&mut self) -> Vec<Msg> {
        self.errand.start();
        let annotations = self.annotations.read().map(Msg::Annotated);
        self.queries.read().map(Msg::Kept).into_iter().chain(annotations).collect()
    }

    fn perform(&mut self, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::Keep(change) => self.queries.hand_over(change).map(Msg::Kept),
            Effect::Annotate(change) => self.annotations.hand_over(change).map(Msg::Annotated),
            _ => None,
        }
    }

    fn reports(&mut self) -> Vec<Msg> {
        let annotations = self.annotations.reread().into_iter().chain(self.annotations.reports()).map(Msg::Annotated);
        let queries = self.queries.reports().into_iter().map(Msg::Kept);
        annotations.chain(queries).chain(self.errand.reports()).collect()
    }

    fn settle(&mut self) -> Vec<Msg> {
        let mut told = self.reports();
        told.extend(self.annotations.settle().into_iter().map(Msg::Annotated));
        told.extend(self.queries.settle().into_iter().map(Msg::Kept));
        told
    }
}
