//! What can happen to the dashboard, and what it can ask of the world.

use std::fmt;
use std::sync::Arc;

use super::keymap::Key;
use super::listing::Listing;
use super::view::Tab;
use crate::domain::Dataset;
use crate::domain::kept::Unkept;
use crate::domain::queries::{Change, Queries};
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
    Kept(Kept),
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
        Self { dataset: dataset.into(), index, listing: listing.into(), notice }
    }
}

impl fmt::Debug for Arrival {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Arrival").field("records", &self.dataset.count()).finish_non_exhaustive()
    }
}

/// What came of reading or changing the user's queries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Of how many [`Effect::Keep`], in the order they were asked for; none where the file was only read.
    pub changes: usize,
    /// The queries as they are now, or why it failed.
    pub outcome: Result<Queries, Unkept>,
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
    Keep(Change),
    /// Read the user's queries again: another window may have changed them.
    Reread,
}
