//! Texts of the command line.

/// Texts of the command line.
pub struct CliWords {
    /// Before the reason of a failure.
    pub error: &'static str,
    /// Before what to do about it.
    pub hint: &'static str,
    /// Before a fault that does no harm.
    pub warning: &'static str,
    /// No record of this name.
    pub no_record: fn(&str) -> String,
    /// No partner of this name.
    pub no_partner: fn(&str) -> String,
    /// A name that may be meant.
    pub may_be_meant: fn(&str) -> String,
    /// How to look for one.
    pub try_search: fn(&str) -> String,
    /// Several records of this name.
    pub several: fn(&str, &[String]) -> String,
    /// No terminal to draw on.
    pub no_terminal: &'static str,
    /// What to do without one.
    pub no_terminal_hint: &'static str,
    /// How to see so many faults of the user's files.
    pub see_all: fn(usize, &str) -> String,
    /// The folder of data files holds none.
    pub no_data_files: fn(&str) -> String,
    /// Nothing was asked for.
    pub no_query: &'static str,
    /// A condition that cannot be met.
    pub wrong_filter: fn(&str) -> String,
}
