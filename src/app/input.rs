//! A line of text being typed.

use unicode_segmentation::UnicodeSegmentation;

use super::command::Command;
use crate::domain::untrusted;

/// Longest line, in bytes; more is a slip of the clipboard.
const LIMIT: usize = 500;

/// A line of text and the cursor in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Input {
    text: String,
    /// Byte before which the next letter goes; always between two letters.
    cursor: usize,
}

impl Input {
    /// A line that holds `text`, with the cursor behind it.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut input = Self::default();
        input.insert(text);
        input
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text before the cursor.
    #[must_use]
    pub fn before_cursor(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or_default()
    }

    fn after_cursor(&self) -> &str {
        self.text.get(self.cursor..).unwrap_or_default()
    }

    /// Puts `text` in at the cursor, without line breaks or anything that steers a terminal; false where there is no room
    /// for all of it.
    pub fn insert(&mut self, text: &str) -> bool {
        let clean = untrusted::line(text);
        let has_room = self.text.len() + clean.len() <= LIMIT;
        if has_room {
            self.text.insert_str(self.cursor, &clean);
            self.cursor += clean.len();
        }
        has_room
    }

    /// Carries out an editing command; false if `command` is none, or changed nothing in the text.
    pub fn edit(&mut self, command: Command) -> bool {
        let before = self.text.clone();
        let left = self.before_cursor().graphemes(true).next_back().map_or(0, str::len);
        let right = self.after_cursor().graphemes(true).next().map_or(0, str::len);
        match command {
            Command::InputLeft => self.cursor -= left,
            Command::InputRight => self.cursor += right,
            Command::InputWordLeft => self.cursor = self.word_start(),
            Command::InputWordRight => self.cursor = self.word_end(),
            Command::InputStart => self.cursor = 0,
            Command::InputEnd => self.cursor = self.text.len(),
            Command::DeleteBack => self.cut(self.cursor - left, self.cursor),
            Command::DeleteForward => self.cut(self.cursor, self.cursor + right),
            Command::DeleteWord => self.cut(self.word_start(), self.cursor),
            Command::DeleteWordForward => self.cut(self.cursor, self.word_end()),
            Command::DeleteToStart => self.cut(0, self.cursor),
            Command::DeleteToEnd => self.cut(self.cursor, self.text.len()),
            _ => {}
        }
        before != self.text
    }

    /// Where the word before the cursor begins.
    fn word_start(&self) -> usize {
        let kept = self.before_cursor().trim_end();
        kept.char_indices().rev().find(|(_, c)| c.is_whitespace()).map_or(0, |(at, c)| at + c.len_utf8())
    }

    /// Where the word after the cursor ends.
    fn word_end(&self) -> usize {
        let after = self.after_cursor();
        let blanks = after.len() - after.trim_start().len();
        let word = after.trim_start().find(char::is_whitespace).unwrap_or(after.trim_start().len());
        self.cursor + blanks + word
    }

    fn cut(&mut self, start: usize, end: usize) {
        self.text.replace_range(start..end, "");
        self.cursor = start;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_with_a_loose_mark_is_one_letter() {
        let mut input = Input::of("ka\u{304}");
        assert!(input.edit(Command::DeleteBack));
        assert_eq!(input.text(), "k");
    }

    #[test]
    fn words_go_from_the_cursor_back() {
        let mut input = Input::of("kvantu  japāna ");
        input.edit(Command::DeleteWord);
        assert_eq!(input.text(), "kvantu  ");
        input.edit(Command::InputStart);
        assert!(!input.edit(Command::DeleteWord));
        input.insert("a\nb\u{1b}");
        assert_eq!(input.before_cursor(), "a b␛");
    }
}
