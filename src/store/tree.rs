//! The text of a data file with the place of every value in it, so that a fault can name line and column.

use std::borrow::Cow;

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, CommentCollectionStrategy, ParseOptions, parse_to_ast};

use crate::domain::fault::{Path, Step};

/// A parsed text whose values know where they stand.
pub struct Tree<'a> {
    /// The value at the top.
    pub root: Value<'a>,
    text: &'a str,
}

impl<'a> Tree<'a> {
    /// Parses text that is already known to be JSON.
    #[must_use]
    pub fn of(text: &'a str) -> Option<Self> {
        let collect = CollectOptions { comments: CommentCollectionStrategy::Off, tokens: false };
        let root = parse_to_ast(text, &collect, &ParseOptions::default()).ok()?.value?;
        Some(Self { root, text })
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
        line_and_column(self.text, value.range().start)
    }
}

/// Line and column of a byte, both in characters from 1.
#[must_use]
pub fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let before = bytes.get(..byte.min(bytes.len())).unwrap_or_default();
    let line_start = before.iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
    let line = before.split(|&b| b == b'\n').count();
    let in_line: Cow<'_, str> = String::from_utf8_lossy(before.get(line_start..).unwrap_or_default());
    (line, in_line.chars().count() + 1)
}

/// The byte at which a parser's line and byte column point, both from 1.
#[must_use]
pub fn byte_at(text: &str, line: usize, column: usize) -> usize {
    let lines_before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (lines_before + column.saturating_sub(1)).min(text.len())
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
}
