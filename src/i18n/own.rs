//! Texts about what the user adds to the records.

use crate::domain::Lang;
use crate::domain::annotations::{Depth, Grouping, Intent, Slot};
use crate::domain::kept::Unkept;

/// Texts about marks, notes and the briefing.
pub struct OwnWords {
    /// What was added cannot be read.
    pub not_read: fn(&Unkept) -> String,
    /// A change was not kept.
    pub not_kept: fn(&Unkept) -> String,
    /// A change is under way.
    pub saving: &'static str,
    /// A change is not on the disk.
    pub unsaved: &'static str,
    /// On quitting with something that is not on the disk: the key that quits, and why.
    pub quit_unsaved: fn(&str, &Unkept) -> String,
    /// Nothing is marked; the keys that mark a record, and all of a selection.
    pub nothing_marked: fn(&str, &str) -> String,
    /// So many records were marked.
    pub marked: fn(usize) -> String,
    /// More was found than can be marked at once.
    pub too_many: fn(usize) -> String,
    /// So many marks were taken off.
    pub unmarked: fn(usize) -> String,
    /// A record was taken out of the briefing; its number and title.
    pub taken_out: fn(&str) -> String,
    /// Only a marked record has this; the key that marks one.
    pub mark_first: fn(&str) -> String,
    /// All of it is marked, and none of that came in this way; the key that takes one mark off.
    pub all_marked: fn(&str) -> String,
    /// The record stands for nothing that could be marked.
    pub nothing_to_mark: &'static str,
    /// Only agenda items have an intent.
    pub no_intent_here: &'static str,
    /// Only entries of the briefing can be moved.
    pub only_in_briefing: &'static str,
    /// The order is that of the groups; the key that turns to another.
    pub grouped: fn(&str) -> String,
    /// The order is that of the answers to a query; the key that leads back from it.
    pub answers: fn(&str) -> String,
    /// Over what the user added, in a record.
    pub heading: &'static str,
    /// What is written.
    pub slot: fn(Slot) -> &'static str,
    /// What one will do at an agenda item.
    pub intent_label: &'static str,
    /// What one will do at an agenda item.
    pub intent: fn(Intent) -> &'static str,
    /// How much of a record the briefing shows.
    pub depth_label: &'static str,
    /// How much of a record the briefing shows.
    pub depth: fn(Depth) -> &'static str,
    /// How the briefing is grouped.
    pub grouping: fn(Grouping) -> &'static str,
    /// Under no item, theme or partner.
    pub ungrouped: &'static str,
    /// The record has changed since something was written on it.
    pub changed_since: &'static str,
    /// This was typed where a number was wanted.
    pub no_number: fn(&str) -> String,
    /// Forms of the briefing, in the order in which they are offered.
    pub formats: [&'static str; 7],
    /// In which languages; none stands for both.
    pub languages: fn(Option<Lang>) -> &'static str,
    /// Fields of the heading, in its order.
    pub fields: [&'static str; 6],
    /// Over the forms of the briefing.
    pub exports: &'static str,
    /// Over the fields of the heading.
    pub heading_title: &'static str,
    /// Before the name of a file.
    pub file: &'static str,
    /// Whether a file is to be replaced.
    pub replace: fn(&str) -> String,
    /// Whether what bears a handling marking is to be written.
    pub is_marked: fn(&str) -> String,
    /// How long it takes to say it, in seconds, and how long one may, in minutes.
    pub speaking: fn(usize, Option<u32>) -> String,
    /// Over a version that another window wrote.
    pub version: fn(usize, usize) -> String,
}
