//! The shell behind the dashboard: keeps the user's files on threads of their own, so that no key waits for the disk, and
//! sends for what takes long to read.

use std::path::{Path, PathBuf};

use super::clerk::Clerk;
use super::errand::Errand;
use super::tmux;
use crate::app::msg::{Export, Fetched, Target};
use crate::app::{Effect, Msg};
use crate::domain::annotations::Annotations;
use crate::domain::queries::Queries;
use crate::store::{keep, paths, shown_name, texts};
use crate::tui::{Offer, Shell};

/// The keeper of the user's files.
pub struct Keeper {
    queries: Clerk<Queries>,
    annotations: Clerk<Annotations>,
    /// The folder of the user's data, in which the texts of documents lie.
    data: Option<PathBuf>,
    errand: Errand,
}

impl Keeper {
    pub fn new(data: Option<PathBuf>, errand: Errand) -> Self {
        let (queries, annotations) = (Clerk::new(paths::queries_file()), Clerk::new(paths::annotations_file()));
        Self { queries, annotations, data, errand }
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
            Effect::Export(asked) => Some(export(asked)),
            Effect::Fetch { record, place } => {
                let found = texts::passage(self.data.as_deref(), &place);
                Some(Msg::Fetched(Box::new(Fetched { record, found })))
            }
            _ => None,
        }
    }

    fn offer(&mut self, text: &str) -> Offer {
        match paths::is_inside_tmux() {
            false => Offer::NoTaker,
            true if tmux::load(text) => Offer::Taken,
            true => Offer::Refused,
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

/// Writes a file; a path without a folder leads to where the program was started, since that is where the user is at home.
fn export(export: Export) -> Msg {
    let written = match &export.target {
        Target::Named(stem) => keep::export_numbered(Path::new("."), stem, "txt", &export.bytes),
        Target::File { path, is_replaced } => {
            let path = paths::typed(path);
            keep::export(&path, &export.bytes, *is_replaced).map(|()| path)
        }
    };
    let named = written.map(|path| shown_name(&std::path::absolute(&path).unwrap_or(path), None));
    Msg::Exported(Box::new(export), named)
}
