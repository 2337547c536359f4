//! By what a setting was decided.

/// By what something was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Origin {
    /// The command line.
    Flag,
    /// A variable of the environment.
    Environment,
    /// The user's settings.
    Config,
    /// Nothing.
    #[default]
    Default,
}
