//! Words on what is taken out of the dashboard.

use crate::domain::RecordKind;
use crate::domain::kept::Unkept;

/// Texts on what is taken out of the dashboard.
pub struct CopyWords {
    /// So many characters were sent; nobody knows whether they arrived.
    pub sent: fn(usize) -> String,
    /// Before that: tmux did not do it.
    pub refused: &'static str,
    /// After it: the text is long.
    pub long: &'static str,
    /// So many characters are too many; the key that writes a file.
    pub too_long: fn(usize, &str) -> String,
    /// Nothing is selected.
    pub nothing: &'static str,
    /// The record stands in no document.
    pub no_place: &'static str,
    /// A file was written.
    pub written: fn(&str) -> String,
    /// A file was not written.
    pub unwritten: fn(&Unkept) -> String,
    /// A record by its kind and number.
    pub numbered: fn(RecordKind, &str) -> String,
}
