//! What can happen to the dashboard, and what it can ask of the world.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::draft::Draft;
use super::keymap::Key;
use super::listing::Listing;
use super::pointer::{Mouse, Pointed};
use super::reader::Found;
use super::view::Tab;
use super::writing::{Edited, Leftover, Sheet};
use crate::domain::annotations::{self, Annotations};
use crate::domain::changes::Changes;
use crate::domain::fault::Fault;
use crate::domain::kept::{Book, Unkept};
use crate::domain::passage::Place;
use crate::domain::queries::{self, Queries};
use crate::domain::{Dataset, RecordId};
use crate::search::SearchIndex;

/// What happened.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// The mouse did something.
    Mouse(Mouse),
    /// The same, by what lies under it.
    Point(Pointed),
    /// Text was pasted.
    Paste(String),
    /// The window has a new size, in columns and rows.
    Resized(u16, u16),
    /// So much time has passed, while the model wants to hear of it.
    Elapsed(Duration),
    /// Data that took long to read are there.
    Arrived(Box<Arrival>),
    /// The user's data files have changed, and were read again.
    Renewed(Box<Renewal>),
    /// The user's queries were read, or changes to them kept.
    Kept(Kept<Queries>),
    /// What the user added to the records was read, or changes to it kept.
    Annotated(Kept<Annotations>),
    /// What a document itself says was looked up.
    Fetched(Box<Fetched>),
    /// A text was sent to the terminal's clipboard.
    Sent(Sent),
    /// A file was written, under this name, or why it was not.
    Exported(Box<Export>, Result<String, Unkept>),
    /// Drafts were found whose programs have died, and some of them that cannot be read.
    Left(Vec<Leftover>, Vec<Unkept>),
    /// A draft was edited.
    Edited(Box<Edited>),
}

/// Data read while the dashboard was on screen already.
pub struct Arrival {
    /// The records.
    pub dataset: Arc<Dataset>,
    /// The same, ready to be searched.
    pub index: SearchIndex,
    /// What the tabs list of them.
    pub listing: Arc<Listing>,
    /// Something to say of them.
    pub notice: Option<String>,
}

impl Arrival {
    /// Makes `dataset` ready to be searched; what else takes time to make, [`Listing::complete`] makes.
    #[must_use]
    pub fn of(dataset: Dataset, notice: Option<String>) -> Self {
        let (index, listing) = (SearchIndex::build(&dataset), Listing::default());
        for tab in Tab::ALL {
            let _ = listing.rows(tab, &dataset);
        }
        let _ = listing.homes(&dataset);
        Self { dataset: dataset.into(), index, listing: listing.into(), notice }
    }
}

impl fmt::Debug for Arrival {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Arrival").field("records", &self.dataset.count()).finish_non_exhaustive()
    }
}

/// Data read again after their files have changed.
#[derive(Debug)]
pub struct Renewal {
    /// The data as they are now.
    pub arrival: Arrival,
    /// What differs from before.
    pub changes: Changes,
    /// What is wrong with the files now, where that is not what it was.
    pub state: Option<FileState>,
}

/// What is wrong with the user's data files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileState {
    /// Nothing.
    Sound,
    /// So many faults; the first is in this file.
    Faulty(usize, String),
    /// This file cannot be read any more, and what it said before stays.
    Unread(Box<Fault>),
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

/// What a document itself says at the place of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fetched {
    /// The record.
    pub record: RecordId,
    /// What was found.
    pub found: Found,
}

/// What was sent to the terminal's clipboard; whether it arrived is not to be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sent {
    /// Characters of the text.
    pub characters: usize,
    /// Its bytes.
    pub bytes: usize,
    /// Whether tmux was asked and did not take it, so that it went straight to the terminal.
    pub is_refused: bool,
}

/// A file to be written for the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// Where.
    pub target: Target,
    /// What.
    pub bytes: Vec<u8>,
}

/// Where a file is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A text file of this name, without its ending, where the program was started; a number follows where it is taken.
    Named(String),
    /// Under this path as it was typed.
    File {
        /// The path.
        path: String,
        /// Whether what is there may be replaced.
        is_replaced: bool,
    },
}

impl Export {
    /// The path or name of the file.
    #[must_use]
    pub fn path(&self) -> &str {
        match &self.target {
            Target::Named(name) | Target::File { path: name, .. } => name,
        }
    }

    /// The same, in the place of what is there.
    #[must_use]
    pub fn replacing(mut self) -> Self {
        if let Target::File { is_replaced, .. } = &mut self.target {
            *is_replaced = true;
        }
        self
    }
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
    /// Send a text to the terminal's clipboard.
    Copy(String),
    /// Write a file.
    Export(Export),
    /// Look up what a document itself says.
    Fetch {
        /// The record for which it is asked.
        record: RecordId,
        /// Its place.
        place: Place,
    },
    /// Let the user edit a draft.
    Edit(Box<Draft>),
    /// Remove the file of a draft: its texts are on the disk, or thrown away.
    Remove(Sheet),
    /// Hear the mouse, or no longer.
    Mouse(bool),
    /// Read the user's files again: another window may have changed them.
    Reread,
}
