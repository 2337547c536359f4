//! The clipboard of the terminal, which lies where the user sits, also over SSH. It is written to and never read.

use data_encoding::BASE64;

/// The sequence that asks a terminal to put `text` into its clipboard (OSC 52); it gives no answer.
///
/// The text can hold whatever it likes: nothing of it reaches the terminal as it is.
#[must_use]
pub fn sequence(text: &str) -> String {
    format!("\x1b]52;c;{}\x1b\\", BASE64.encode(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::CLIPBOARD_LIMIT;

    #[test]
    fn the_longest_text_makes_the_longest_sequence_that_passes() {
        assert_eq!(sequence("Rīga"), "\x1b]52;c;UsSrZ2E=\x1b\\");
        let longest = sequence(&"a".repeat(CLIPBOARD_LIMIT));
        assert_eq!(longest.len() - "\x1b]52;c;\x1b\\".len(), 74_992);
    }
}
