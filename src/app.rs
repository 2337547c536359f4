//! The dashboard as a state machine: what is shown, and how it changes.
//!
//! Opens no file, draws nothing, knows no terminal and no clock. [`update`] takes what happened and gives back what is
//! to be done; `ui` draws the [`Model`] without changing it.

mod additions;
mod arrangement;
mod arrival;
pub mod ascii;
pub mod ask;
pub mod bars;
pub mod command;
pub mod config;
mod context;
pub mod cursor;
pub mod cut;
pub mod draft;
pub mod file_name;
pub mod flow;
pub mod former;
mod found;
pub mod groups;
pub mod history;
pub mod input;
pub mod key;
pub mod keymap;
pub mod layout;
pub mod ledger;
mod legend;
pub mod listing;
pub mod look;
pub mod marks;
pub mod meeting;
pub mod model;
pub mod msg;
pub mod notice;
pub mod palette;
mod places;
pub mod pointer;
pub mod purpose;
pub mod reader;
pub mod rebinding;
pub mod recall;
pub mod rows;
mod setting;
pub mod timeline;
mod tray;
mod update;
pub mod view;
mod ways;
pub mod writing;

pub use command::Command;
pub use groups::{Common, Group, Grouping, Shown};
pub use keymap::{Context, Key, KeyCode, Keymap};
pub use layout::{Layout, Panes};
pub use look::Look;
pub use model::{Focus, Mode, Model};
pub use msg::{Arrival, Effect, FileState, Msg, Renewal};
pub use purpose::Purpose;
pub use rows::{Row, Rows};
pub use setting::Setting;
pub use update::{CLIPBOARD_LIMIT, lines, turn_mouse, update};
pub use view::{Tab, TabView};
pub use ways::Ways;

/// The exit code of a panic, `EX_SOFTWARE` of sysexits.h.
pub const INTERNAL_ERROR: i32 = 70;
