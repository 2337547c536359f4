//! Texts about the user's queries.

use crate::domain::kept::Unkept;

/// Texts about the user's queries.
pub struct QueryWords {
    /// Their file cannot be read.
    pub not_read: fn(&Unkept) -> String,
    /// A change to them was not kept.
    pub not_kept: fn(&Unkept) -> String,
    /// Their file was damaged; the name it has now.
    pub set_aside: fn(&str) -> String,
    /// Nothing answers a query.
    pub nothing: &'static str,
    /// Over saved queries.
    pub group: &'static str,
    /// The word that saves a query under a name.
    pub save: &'static str,
    /// The word that gives up a saved query.
    pub forget: &'static str,
    /// What saving does, beside the name: the query, empty if there is none, and the one that has the name now.
    pub to_save: fn(&str, Option<&str>) -> String,
    /// What saving is as long as the name is wanting.
    pub to_save_as: fn(&str) -> String,
    /// What giving up a saved query is.
    pub to_forget: &'static str,
    /// What giving up this one does, beside its name.
    pub forgets: fn(&str) -> String,
    /// A query is saved under this name.
    pub saved: fn(&str) -> String,
    /// The query of this name is given up.
    pub forgotten: fn(&str) -> String,
}
