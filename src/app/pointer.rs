//! The mouse: what it did where, and what lies there.

use super::command::Command;
use super::view::Tab;

/// What the mouse did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// Column, from 0.
    pub column: u16,
    /// Row, from 0.
    pub row: u16,
    /// What it did there.
    pub touch: Touch,
}

/// What the mouse does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touch {
    /// Its first button goes down.
    Press,
    /// Its wheel turns away from the user.
    WheelUp,
    /// Its wheel turns towards the user.
    WheelDown,
}

/// What lies under the mouse, and is meant by what it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pointed {
    /// A tab.
    Tab(Tab),
    /// The search line.
    Query,
    /// A row of the list.
    Row(usize),
    /// A link of the text.
    Link(usize),
    /// The text.
    Text,
    /// A row of the palette.
    Entry(usize),
    /// A key in the last line.
    Key(Command),
    /// The list, to be moved by so many rows.
    List(isize),
    /// The text beside or below it, to be scrolled by so many lines.
    Detail(isize),
    /// What lies on top, to be scrolled by so many lines.
    Top(isize),
}
