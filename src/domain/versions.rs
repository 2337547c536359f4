//! A text that several windows may write without seeing each other.

use serde::{Deserialize, Serialize};

/// A text of the user's: one version, none, or the several that windows wrote without seeing each other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Versions(Vec<String>);

impl Versions {
    /// Whether nothing is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The versions, the oldest first.
    #[must_use]
    pub fn all(&self) -> &[String] {
        &self.0
    }

    /// The same, to be changed.
    pub(super) fn all_mut(&mut self) -> &mut [String] {
        &mut self.0
    }

    /// Puts `text` in the place of the versions its author has seen; the others stay. Blanks alone are no text.
    pub(super) fn write(&mut self, seen: &[String], text: &str) {
        self.0.retain(|version| !seen.contains(version) && version != text);
        if !text.trim().is_empty() {
            self.0.push(text.to_owned());
        }
    }
}
