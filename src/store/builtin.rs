//! The data inside the program.

use crate::domain::{Contents, FileKind};

/// Name and text of every built-in data file, in the order they are read.
pub const FILES: [(&str, FileKind, &str); 6] = [
    ("data/partners.json", FileKind::Partners, include_str!("../../data/partners.json")),
    ("data/glossary.json", FileKind::Glossary, include_str!("../../data/glossary.json")),
    ("data/documents/ids25.json", FileKind::Document, include_str!("../../data/documents/ids25.json")),
    ("data/meetings/tte-2014-10.json", FileKind::Meeting, include_str!("../../data/meetings/tte-2014-10.json")),
    ("data/links.json", FileKind::Links, include_str!("../../data/links.json")),
    ("data/later.json", FileKind::Later, include_str!("../../data/later.json")),
];

/// What the built-in files hold.
#[must_use]
pub fn contents() -> Vec<Contents> {
    let read = |(name, kind, text): &(&str, FileKind, &str)| {
        kind.read(text).unwrap_or_else(|error| unreachable!("{name} is checked by the tests: {error}"))
    };
    FILES.iter().map(read).collect()
}
