//! The data inside the program.

use crate::domain::{Contents, FileKind};

/// A built-in file by its path, with what stands in it but the blanks between (see `build.rs`).
macro_rules! file {
    ($path:literal, $kind:ident) => {
        ($path, FileKind::$kind, include_str!(concat!(env!("OUT_DIR"), "/", $path)))
    };
}

/// Name and text of every built-in data file, in the order they are read.
pub const FILES: [(&str, FileKind, &str); 6] = [
    file!("data/partners.json", Partners),
    file!("data/glossary.json", Glossary),
    file!("data/documents/ids25.json", Document),
    file!("data/meetings/tte-2014-10.json", Meeting),
    file!("data/links.json", Links),
    file!("data/later.json", Later),
];

/// What the built-in files hold.
#[must_use]
pub fn contents() -> Vec<Contents> {
    let read = |(name, kind, text): &(&str, FileKind, &str)| {
        kind.read(text).unwrap_or_else(|error| unreachable!("{name} is checked by the tests: {error}"))
    };
    FILES.iter().map(read).collect()
}
