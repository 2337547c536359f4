//! What can happen to the dashboard, and what it can ask of the world.

use std::fmt;

use super::keymap::Key;
use crate::domain::Dataset;
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

/// Work for the shell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// End the program with this exit code.
    Quit(i32),
    /// Give the terminal back and stop.
    Suspend,
    /// Draw every cell anew.
    Redraw,
}
