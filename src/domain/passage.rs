//! What a document says in its own words: the lines that a record was taken from, with some around them.
//!
//! A line is what ends with a line feed, counted from 1, as every `source` counts them.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::id::RecordId;
use super::record::Record;
use super::records::{Document, Source};
use super::untrusted;

/// Lines shown before and after those that are cited.
const AROUND: u32 = 5;

/// Most bytes of text in a passage.
const MOST: usize = 1024 * 1024;

/// SHA-256 of a text, by which it is known again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TextHash(String);

/// No SHA-256 in hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a SHA-256 in 64 hexadecimal digits: {0:?}")]
pub struct NotAHash(pub String);

impl FromStr for TextHash {
    type Err = NotAHash;

    fn from_str(text: &str) -> Result<Self, NotAHash> {
        let is_hash = text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if is_hash { Ok(Self(text.to_owned())) } else { Err(NotAHash(text.to_owned())) }
    }
}

impl TryFrom<String> for TextHash {
    type Error = NotAHash;

    fn try_from(text: String) -> Result<Self, NotAHash> {
        text.parse()
    }
}

impl From<TextHash> for String {
    fn from(hash: TextHash) -> Self {
        hash.0
    }
}

impl fmt::Display for TextHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl JsonSchema for TextHash {
    fn schema_name() -> Cow<'static, str> {
        "TextHash".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "sha256", "pattern": "^[0-9a-f]{64}$" })
    }
}

/// A place in a document's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The document.
    pub document: RecordId,
    /// Hash of the text in which the lines are counted.
    pub text: Option<TextHash>,
    /// The lines; none for the whole text.
    pub sources: Vec<Source>,
}

impl Place {
    /// The place of a record in the document it stands in.
    #[must_use]
    pub fn of(record: Record<'_>, document: &Document) -> Self {
        let (text, sources) = (document.text_sha256.clone(), record.source().to_vec());
        Self { document: document.id.clone(), text, sources }
    }
}

/// Whether a text is the one in which the lines are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// It is.
    Same,
    /// It is another, and the lines may not fit.
    Other,
    /// The document does not say which one that is.
    Unstated,
}

/// Part of a document's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The lines in their order; where a number is missing, something was left out.
    pub lines: Vec<PassageLine>,
    /// Whether the text is the right one.
    pub likeness: Likeness,
    /// Lines of the whole text.
    pub count: u32,
    /// Whether it was too long to be given whole.
    pub is_cut: bool,
}

/// A line of a document's text, harmless to a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassageLine {
    /// Its number, from 1.
    pub number: u32,
    /// What it says.
    pub text: String,
    /// Whether it is cited, and not one around those that are.
    pub is_cited: bool,
}

/// The lines of a text; blanks after the last line feed are none.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let end = text.rfind('\n').map_or(0, |at| at + 1);
    let rest = text.get(end..).unwrap_or_default();
    if rest.trim().is_empty() { text.get(..end).unwrap_or_default() } else { text }.lines()
}

impl Passage {
    /// The lines of `text` that `sources` cite and those around them; all lines where nothing is cited.
    #[must_use]
    pub fn of(text: &str, likeness: Likeness, sources: &[Source]) -> Self {
        let is_within = |number: u32, around: u32| {
            let holds = |[first, last]: [u32; 2]| {
                (first.saturating_sub(around)..=last.saturating_add(around)).contains(&number)
            };
            sources.iter().any(|source| holds(source.lines))
        };
        let mut passage = Self { lines: Vec::new(), likeness, count: 0, is_cut: false };
        let mut room = MOST;
        for (number, line) in (1..).zip(lines(text)) {
            passage.count = number;
            if !(sources.is_empty() || is_within(number, AROUND)) {
                continue;
            }
            if room == 0 {
                passage.is_cut = true;
                continue;
            }
            let kept = line.get(..line.floor_char_boundary(room)).unwrap_or_default();
            passage.lines.push(PassageLine {
                number,
                text: untrusted::line(kept).trim_end().to_owned(),
                is_cited: is_within(number, 0),
            });
            passage.is_cut |= kept.len() < line.len();
            // The line break counts too, or empty lines would never fill it.
            room = room.saturating_sub(line.len() + 1);
        }
        passage
    }

    /// Whether lines are cited that the text does not have.
    #[must_use]
    pub fn is_too_short(&self, sources: &[Source]) -> bool {
        sources.iter().any(|source| source.lines[1] > self.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(first: u32, last: u32) -> Source {
        Source { page: None, lines: [first, last] }
    }

    fn text(lines: u32) -> String {
        (1..=lines).fold(String::new(), |text, number| text + &format!("line {number}\r\n"))
    }

    fn numbers(passage: &Passage) -> Vec<u32> {
        passage.lines.iter().map(|line| line.number).collect()
    }

    #[test]
    fn cited_lines_come_with_some_around_them_and_gaps_between() {
        let sources = [source(3, 4), source(20, 20)];
        let passage = Passage::of(&text(30), Likeness::Same, &sources);
        assert_eq!(numbers(&passage), (1..=9).chain(15..=25).collect::<Vec<_>>());
        let cited: Vec<&str> = passage.lines.iter().filter(|line| line.is_cited).map(|line| &*line.text).collect();
        assert_eq!(cited, ["line 3", "line 4", "line 20"]);
        assert!(!passage.is_too_short(&sources) && !passage.is_cut);
    }

    #[test]
    fn without_a_place_all_of_it_is_given() {
        assert_eq!(numbers(&Passage::of(&text(30), Likeness::Same, &[])).len(), 30);
        for (text, count) in [("", 0), (" ", 0), ("a", 1), ("a\n", 1), ("a\n ", 1), ("a\n\n", 2), ("a\nb", 2)] {
            assert_eq!(Passage::of(text, Likeness::Same, &[]).count, count, "{text:?}");
        }
    }

    #[test]
    fn a_text_that_ends_before_the_place_is_found_too_short() {
        for (first, last) in [(12, 14), (9, 11), (u32::MAX - 1, u32::MAX)] {
            let sources = [source(first, last)];
            let passage = Passage::of(&text(10), Likeness::Other, &sources);
            assert!(passage.is_too_short(&sources), "{first}-{last}");
            assert_eq!(passage.count, 10);
        }
    }

    #[test]
    fn what_steers_a_terminal_is_shown_and_too_much_is_cut_between_letters() {
        assert_eq!(Passage::of("\u{feff}a\u{1b}[2Jb\u{202e}", Likeness::Same, &[]).lines[0].text, "a␛[2Jb");
        let long = "ā".repeat(MOST);
        let passage = Passage::of(&format!("a\n{long}\nb"), Likeness::Same, &[]);
        assert!(passage.is_cut);
        assert_eq!((numbers(&passage), passage.count), (vec![1, 2], 3));
        assert!(passage.lines[1].text.len() <= MOST);
        assert!(Passage::of(&"\n".repeat(2 * MOST), Likeness::Same, &[]).is_cut);
    }
}
