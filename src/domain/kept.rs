//! What the user's own files have in common, and what came of keeping one: a file written, or why it could not be.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// What a file of the user's holds, as the program changes it.
pub trait Book: Clone + Debug + Default + PartialEq + Serialize + DeserializeOwned + Send + 'static {
    /// A change.
    ///
    /// Kept instead of its result, so that it can be applied to whatever another window has written meanwhile.
    type Change: Clone + Debug + PartialEq + Send + 'static;

    /// Version of the format this program reads and writes.
    const VERSION: u32;
    /// How it is treated.
    const WORTH: Worth;

    /// Carries out a change.
    fn apply(&mut self, change: &Self::Change);

    /// The same with nothing in it that a terminal could obey.
    #[must_use]
    fn cleaned(self) -> Self;

    /// Whether the user asked for a change, and is told what came of it.
    fn is_asked_for(change: &Self::Change) -> bool;
}

/// What a file of the user's is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Worth {
    /// A help: a damaged one is set aside, and a new one begun.
    Handy,
    /// The user's own work: a damaged one stays as it is until the user mends it, and the state of each day is kept.
    Precious,
}

/// Why a file could not be read or written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {reason}")]
pub struct Unkept {
    /// The file as it is named to the user; empty where there is no place for one.
    pub file: String,
    /// Why.
    pub reason: Reason,
}

impl Unkept {
    /// The file and the place in it, before the words for the reason.
    #[must_use]
    pub fn told(&self, reason: &str) -> String {
        let file = &self.file;
        match self.reason {
            Reason::Damaged(line, column) | Reason::NotUtf8(line, column) => {
                format!("{file}:{line}:{column}: {reason}")
            }
            _ if file.is_empty() => reason.to_owned(),
            _ => format!("{file}: {reason}"),
        }
    }
}

/// What stood in the way of a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The system names no folder for it.
    #[error("no folder to keep it in")]
    NoPlace,
    /// Written by a newer version of this program; left as it is.
    #[error("written by a newer version")]
    Newer,
    /// Not what this program writes; holds the line and the column.
    #[error("damaged at {0}:{1}")]
    Damaged(usize, usize),
    /// Another file has the name, and stays.
    #[error("the name is taken")]
    Taken,
    /// There is no such file, or no such folder to put it in.
    #[error("no such file or folder")]
    Missing,
    /// Not in UTF-8; holds the line and the column.
    #[error("not in UTF-8 at {0}:{1}")]
    NotUtf8(usize, usize),
    /// Another window holds the lock and does not let go.
    #[error("held by another window")]
    Busy,
    /// The user may not.
    #[error("no permission")]
    NoPermission,
    /// The file system can only be read.
    #[error("read-only file system")]
    ReadOnly,
    /// No room left, or none allowed.
    #[error("no room left")]
    Full,
    /// A folder, pipe or device stands where the file should.
    #[error("not a regular file")]
    NotAFile,
    /// A file stands where a folder should.
    #[error("a file stands where a folder should")]
    NotAFolder,
    /// It was there, and is no more.
    #[error("no longer there")]
    Gone,
    /// Bytes that are no UTF-8.
    #[error("not UTF-8 text")]
    NotText,
    /// Nothing stands in it.
    #[error("empty")]
    Empty,
    /// Larger than this program reads.
    #[error("too large")]
    TooLarge,
    /// The file system takes no such name.
    #[error("a name that cannot be")]
    BadName,
    /// Anything else, in the system's words.
    #[error("{0}")]
    Other(String),
}
