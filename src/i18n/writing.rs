//! Texts about writing on a record.

use crate::domain::annotations::Slot;
use crate::domain::kept::Unkept;
use crate::domain::mishap::Mishap;

/// Texts about drafts and the editor.
pub struct WritingWords {
    /// The second line of a draft.
    pub head: &'static str,
    /// Over a text that comes from an unfinished draft.
    pub unfinished: &'static str,
    /// What was written on the record of this number is on the disk.
    pub saved: fn(&str) -> String,
    /// What is written stays a draft: what is added can neither be read nor kept.
    pub refused: fn(&Unkept) -> String,
    /// No draft can be laid anywhere.
    pub no_draft: fn(&Unkept) -> String,
    /// The editor went wrong; the second is the draft that is left, if anything stands in it.
    pub failed: fn(&Mishap, Option<&str>) -> String,
    /// Drafts are left from before, on the records of these numbers; what opens them.
    pub left: fn(&[&str], &str) -> String,
    /// A draft is left that cannot be read.
    pub left_unread: fn(&Unkept) -> String,
    /// What is not on the disk stands in this draft.
    pub draft_at: fn(&str) -> String,
    /// The headings of these texts are gone, and the texts nowhere else: they stay as they were.
    pub as_before: fn(&[Slot]) -> String,
    /// Before what was typed is thrown away; the key that does.
    pub discard: fn(&str) -> String,
    /// The text cannot grow further.
    pub too_long: &'static str,
    /// The draft is not on the disk.
    pub unsafe_draft: fn(&Unkept) -> String,
}
