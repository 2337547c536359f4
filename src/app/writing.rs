//! What the user writes on a record, on its way: laid down as a draft, edited, read back, kept.

use std::path::PathBuf;

use super::draft::Draft;
use super::ledger::Progress;
use super::model::Model;
use crate::domain::kept::Reason;
use crate::domain::{RecordId, untrusted};

pub use crate::domain::kept::Unkept;
pub use crate::domain::mishap::Mishap;

/// The file of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Where it lies.
    pub path: PathBuf,
    /// The same, as it is named to the user.
    pub name: String,
}

/// A draft that was never finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leftover {
    /// Its file.
    pub sheet: Sheet,
    /// The record it is on.
    pub id: RecordId,
    /// Tells the texts that its author has seen, as [`Draft::mark`] does.
    pub mark: String,
    /// The draft.
    pub text: String,
}

/// What came of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// The draft as it was handed out.
    pub draft: Draft,
    /// Its file, unless it could be laid nowhere.
    pub result: Result<(Sheet, Outcome), Unkept>,
}

/// How editing ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// This was written.
    Written(String),
    /// The user threw it away.
    Discarded,
    /// It went wrong; with what the file holds, where it can be read.
    Failed(Mishap, Option<String>),
}

/// Text as it may be shown and kept, from a key, the clipboard or an editor.
#[must_use]
pub fn cleaned(text: &str) -> String {
    untrusted::block(text).into_owned()
}

impl Model {
    /// Why what is written stays a draft, where trying to keep it would not help.
    #[must_use]
    pub fn refusal(&self) -> Option<&Unkept> {
        let failed = match self.own.progress() {
            Progress::Failed(unkept) => Some(unkept),
            Progress::Kept | Progress::Pending => None,
        };
        let may_pass = |unkept: &&Unkept| matches!(unkept.reason, Reason::Busy | Reason::Full | Reason::Other(_));
        self.writing.refusal.as_ref().or(failed.filter(|unkept| !may_pass(unkept)))
    }
}

/// Drafts in the dashboard.
#[derive(Debug, Default)]
pub struct Writing {
    /// Why the file of what is added could not be read.
    pub(super) refusal: Option<Unkept>,
    /// Drafts to be gone on with.
    pub(super) leftovers: Vec<Leftover>,
    /// Files of drafts whose texts are not known to be on the disk, and the numbers of their records.
    pub(super) unsaved: Vec<(Sheet, String)>,
}
