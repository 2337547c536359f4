//! What the dashboard starts with.

use jiff::civil::Date as Day;

use super::look::Look;
use super::ways::Ways;
use crate::domain::Lang;

/// What the dashboard starts with besides its data.
#[derive(Debug, Clone)]
pub struct Setting {
    /// Language.
    pub lang: Lang,
    /// The day on which everything that depends on a date stands.
    pub today: Day,
    /// Whether that day was asked for and is to be shown.
    pub is_other_day: bool,
    /// A query to start with.
    pub query: Option<String>,
    /// Whether more data is being read and will arrive.
    pub is_loading: bool,
    /// Window, in columns and rows.
    pub size: (u16, u16),
    /// Something to say at the start.
    pub notice: Option<String>,
    /// How it reaches the terminal.
    pub look: Look,
    /// How the user likes it.
    pub ways: Ways,
}
