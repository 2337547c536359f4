//! Words on the user's settings.

/// Texts on the user's settings.
pub struct SettingsWords {
    /// How much is wrong in their file, where, and how to see all of it.
    pub faulty: fn(usize, &str) -> String,
    /// The mouse is heard from now on.
    pub mouse_on: &'static str,
    /// It is no longer.
    pub mouse_off: &'static str,
}
