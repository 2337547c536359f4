//! Words on the user's settings.

/// Texts on the user's settings.
pub struct SettingsWords {
    /// How much is wrong in their file, where, and how to see all of it.
    pub faulty: fn(usize, &str) -> String,
}
