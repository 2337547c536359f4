//! What can happen to the dashboard, and what it can ask of the world.

use super::keymap::Key;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The window has a new size, in columns and rows.
    Resized(u16, u16),
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
