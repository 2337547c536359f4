//! The text of a data file with the place of every value in it, so that a fault can name line and column.

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, CommentCollectionStrategy, ParseOptions, parse_to_ast};

use crate::domain::fault::{Path, Step};

/// A parsed text whose values know where they stand.
pub struct Tree<'a> {
    /// The value at the top.
    pub root: Value<'a>,
    /// Where the lines of the text begin.
    pub lines: Lines<'a>,
}

impl<'a> Tree<'a> {
    /// Parses text that is already known to be JSON.
    #[must_use]
    pub fn of(text: &'a str) -> Option<Self> {
        let collect = CollectOptions { comments: CommentCollectionStrategy::Off, tokens: false };
        let root = parse_to_ast(text, &collect, &ParseOptions::default()).ok()?.value?;
        Some(Self { root, lines: Lines::of(text.as_bytes()) })
    }

    /// Line and column of the value at `path`, or of the nearest one above it.
    #[must_use]
    pub fn place(&self, path: &Path) -> (usize, usize) {
        let mut value = &self.root;
        for step in &path.0 {
            let below = match (step, value) {
                (Step::Field(name), Value::Object(object)) => object.get(name).map(|property| &property.value),
                (Step::Element(index), Value::Array(array)) => array.elements.get(*index),
                _ => None,
            };
            let Some(below) = below else { break };
            value = below;
        }
        self.lines.place(value.range().start)
    }
}

/// The lines of a text, which need not be UTF-8 as a whole.
///
/// Found once for a file: it may have as many faults as lines.
pub struct Lines<'a> {
    bytes: &'a [u8],
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Finds the lines of `bytes`.
    #[must_use]
    pub fn of(bytes: &'a [u8]) -> Self {
        let after_breaks = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
        Self { bytes, starts: std::iter::once(0).chain(after_breaks).collect() }
    }

    /// Line and column of a byte, both in characters from 1.
    #[must_use]
    pub fn place(&self, byte: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|&start| start <= byte);
        let start = self.start(line);
        let before = self.bytes.get(start..byte.min(self.bytes.len())).unwrap_or_default();
        (line, String::from_utf8_lossy(before).chars().count() + 1)
    }

    /// The byte at which a line begins, counted from 1.
    #[must_use]
    pub fn start(&self, line: usize) -> usize {
        self.starts.get(line.saturating_sub(1)).copied().unwrap_or(self.bytes.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_counts_characters_and_not_bytes() {
        let text = "{\n \"ā\": [1, \"ž\", 2]}";
        let tree = Tree::of(text).expect("JSON");
        assert_eq!(tree.place(&Path::default().field("ā").element(2)), (2, 16));
        assert_eq!(tree.place(&Path::default().field("ā").element(9)), (2, 7), "the list itself");
    }

    #[test]
    fn a_place_at_the_very_end_is_on_the_last_line() {
        assert_eq!(Lines::of(b"").place(0), (1, 1));
        assert_eq!(Lines::of(b"a\nb").place(3), (2, 2));
        assert_eq!(Lines::of(b"a\n").place(2), (2, 1));
    }
}
