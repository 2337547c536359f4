//! What can go wrong while the user writes.

use super::kept::{Reason, Unkept};

/// Most bytes that are written on a record at once; more is a slip.
pub const MOST_WRITTEN: usize = 1024 * 1024;

/// Why a text did not come back from the editor.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Mishap {
    /// The words that name it, in quotation marks that do not match.
    #[error("not to be split into words: {0}")]
    Unsplit(String),
    /// It does not start.
    #[error("{program}: {reason}")]
    NotStarted {
        /// The editor.
        program: String,
        /// Why.
        reason: Reason,
    },
    /// It ended with a code that means failure.
    #[error("{program}: exit code {code}")]
    Failed {
        /// The editor.
        program: String,
        /// The code.
        code: i32,
    },
    /// A signal ended it.
    #[error("{program}: ended by a signal")]
    Killed {
        /// The editor.
        program: String,
    },
    /// It removed the file, or gave it another name.
    #[error("{program}: the draft is gone")]
    Deleted {
        /// The editor.
        program: String,
    },
    /// What it left cannot be read.
    #[error("{0}")]
    Unread(Unkept),
}
