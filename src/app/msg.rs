//! What can happen to the dashboard, and what it can ask of the world.

use std::fmt;

use super::draft::Draft;
use super::keymap::Key;
use super::writing::{Edited, Leftover, Sheet};
use crate::domain::Dataset;
use crate::domain::annotations::{self, Annotations};
use crate::domain::kept::{Book, Unkept};
use crate::domain::queries::{self, Queries};
use crate::search::SearchIndex;

/// What happened.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The window has a new size, in columns and rows.
    Resized(u16, u16),
    /// Data that took long to read are there.
    Arrived(Box<Arrival>),
    /// The user's queries were read, or changes to them kept.
    Kept(Kept<Queries>),
    /// What the user added to the records was read, or changes to it kept.
    Annotated(Kept<Annotations>),
    /// Drafts were found whose programs have died, and some of them that cannot be read.
    Left(Vec<Leftover>, Vec<Unkept>),
    /// A draft was edited.
    Edited(Box<Edited>),
}

/// Data read while the dashboard was on screen already.
pub struct Arrival {
    /// The records.
    pub dataset: Dataset,
    /// The same, ready to be searched.
    pub index: SearchIndex,
    /// Something to say of them.
    pub notice: Option<String>,
}

impl fmt::Debug for Arrival {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Arrival").field("records", &self.dataset.count()).finish_non_exhaustive()
    }
}

/// What came of reading or changing a file of the user's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept<B: Book> {
    /// Of how many changes, in the order they were asked for; none where the file was only read.
    pub changes: usize,
    /// What the file holds now, or why it failed.
    pub outcome: Result<B, Unkept>,
    /// The name under which a damaged file was set aside.
    pub aside: Option<String>,
}

/// Work for the shell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// End the program with this exit code.
    Quit(i32),
    /// Give the terminal back and stop.
    Suspend,
    /// Draw every cell anew.
    Redraw,
    /// Keep a change to the user's queries.
    Keep(queries::Change),
    /// Keep a change to what the user added to the records.
    Annotate(annotations::Change),
    /// Let the user edit a draft.
    Edit(Box<Draft>),
    /// Remove the file of a draft: its texts are on the disk, or thrown away.
    Remove(Sheet),
    /// Read the user's files again: another window may have changed them.
    Reread,
}
