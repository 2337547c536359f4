//! Texts on data files that change while they are shown.

use crate::domain::changes::Fate;
use crate::domain::fault::Fault;

/// Texts on data files that change while they are shown.
pub struct FileWords {
    /// So many records are changed, new, gone; the key that lists them, where there is one.
    pub altered: fn([usize; 3], Option<&str>) -> String,
    /// A file cannot be read any more, for this reason.
    pub unread: fn(&Fault, &str) -> String,
    /// Nothing is wrong with the files any more.
    pub sound: &'static str,
    /// Nothing has changed.
    pub none: &'static str,
    /// Before what is said of a record's own file.
    pub in_file: &'static str,
    /// So many characters of a record that nobody could have seen were left out.
    pub hidden: fn(usize) -> String,
    /// Over what has changed.
    pub title: &'static str,
    /// What became of a record.
    pub fate: fn(Fate) -> &'static str,
    /// In place of the text of a record that is gone.
    pub gone: &'static str,
    /// Over what is written on a record that has changed meanwhile.
    pub changed: &'static str,
    /// A record of this title is gone.
    pub is_gone: fn(&str) -> String,
}

/// A fault's file, with line and column where they are known.
pub(super) fn place(fault: &Fault) -> String {
    let at = fault.at.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
    format!("{}{at}", fault.file)
}
