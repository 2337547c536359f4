//! The shell behind the dashboard: keeps the user's files on threads of their own, so that no key waits for the disk, and
//! sends for what takes long to read.

use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::clerk::Clerk;
use super::errand::Errand;
use super::{paper, tmux};
use crate::app::draft::Draft;
use crate::app::msg::{Export, Fetched, Target};
use crate::app::{Effect, Msg};
use crate::domain::annotations::Annotations;
use crate::domain::kept::Unkept;
use crate::domain::queries::Queries;
use crate::store::drafts::{self, Drafts};
use crate::store::{keep, paths, shown_name, texts};
use crate::tui::{Last, Offer, Paper, Shell};

/// The keeper of the user's files.
pub struct Keeper {
    queries: Clerk<Queries>,
    annotations: Clerk<Annotations>,
    /// The folder of the user's data, in which the texts of documents lie.
    data: Option<PathBuf>,
    errand: Errand,
    drafts: Drafts,
    /// Whether it was looked for drafts that were left.
    has_looked: bool,
}

impl Keeper {
    pub fn new(data: Option<PathBuf>, errand: Errand) -> Self {
        Self {
            queries: Clerk::new(paths::queries_file()),
            annotations: Clerk::new(paths::annotations_file()),
            data,
            errand,
            drafts: Drafts::default(),
            has_looked: false,
        }
    }

    /// Waits until what was handed over is kept, or is known not to be.
    pub fn last(&self) -> Last {
        let (annotations, queries) = (self.annotations.backlog(), self.queries.backlog());
        Arc::new(move || {
            annotations.wait();
            queries.wait();
        })
    }
}

impl Shell for Keeper {
    fn read(&mut self) -> Vec<Msg> {
        self.errand.start();
        let annotations = self.annotations.read().map(Msg::Annotated);
        let left = (!mem::replace(&mut self.has_looked, true)).then(|| paper::left(&self.drafts)).flatten();
        self.queries.read().map(Msg::Kept).into_iter().chain(annotations).chain(left).collect()
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
            Effect::Remove(sheet) => {
                // What cannot be removed is offered again at the next start.
                let _ = drafts::remove(&sheet.path);
                None
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

    fn editor(&self) -> Option<String> {
        paths::editor()
    }

    fn lay(&mut self, draft: &Draft) -> Result<Arc<dyn Paper>, Unkept> {
        paper::lay(&self.drafts, draft)
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
            keep::export(&path, &export.bytes, *is_replaced).map(|()| std::path::absolute(&path).unwrap_or(path))
        }
    };
    let named = written.map(|path| shown_name(&path, None));
    Msg::Exported(Box::new(export), named)
}
