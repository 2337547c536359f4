//! What came of keeping something: a file written, or why it could not be.

/// Why a file could not be read or written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {reason}")]
pub struct Unkept {
    /// The file as it is named to the user; empty where there is no place for one.
    pub file: String,
    /// Why.
    pub reason: Reason,
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
    /// Larger than this program reads.
    #[error("too large")]
    TooLarge,
    /// Anything else, in the system's words.
    #[error("{0}")]
    Other(String),
}
