//! Words for somebody who sits in a meeting.

/// Texts of a meeting.
pub struct MeetingWords {
    /// There is no item to show.
    pub nothing: &'static str,
    /// Before the time it takes to say what is to be said.
    pub to_say: &'static str,
    /// Before a time that is estimated.
    pub about: &'static str,
    /// The background is folded; opened by this key.
    pub folded: fn(&str) -> String,
    /// The same where later facts are in it.
    pub folded_with_later: fn(&str) -> String,
    /// Over the background.
    pub background: &'static str,
}
