//! How a user likes the dashboard, whatever it shows.

use super::keymap::Keymap;
use super::view::Tab;
use crate::domain::Pace;

/// How a user likes the dashboard.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ways {
    /// The tab to start with, unless a query decides.
    pub tab: Tab,
    /// The keys.
    pub keymap: Keymap,
    /// How fast one speaks where nothing is kept of it.
    pub pace: Pace,
    /// Whether the mouse is heard.
    pub has_mouse: bool,
}
