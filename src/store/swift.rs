//! Reads a file that has nothing wrong with it in one go.
//!
//! A file is only taken apart value by value, each with its place, when this has failed: that costs ten times as much, and
//! nearly all files are sound. Whatever is not certain here is left to the thorough way, never refused.

use crate::domain::{Contents, FileKind, SCHEMA_VERSION, untrusted};

/// How far into a file its kind is looked for.
const HEAD: usize = 1024;

/// What `text` holds, if it is a sound file of a known kind with no unknown field and nothing that steers a terminal.
#[must_use]
pub fn read(text: &str) -> Option<(FileKind, Contents)> {
    let kind = kind(text)?;
    if !is_harmless(text) {
        return None;
    }
    let contents = kind.read(text).ok()?;
    (head(&contents) == (kind.word(), SCHEMA_VERSION)).then_some((kind, contents))
}

/// The kind that the first `kind` field names.
fn kind(text: &str) -> Option<FileKind> {
    let end = (0..=HEAD.min(text.len())).rev().find(|&end| text.is_char_boundary(end))?;
    let (_, rest) = text.get(..end)?.split_once("\"kind\"")?;
    let value = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    FileKind::named(value.split('"').next()?)
}

fn head(contents: &Contents) -> (&str, u32) {
    match contents {
        Contents::Document(file) => (&file.kind, file.schema_version),
        Contents::Meeting(file) => (&file.kind, file.schema_version),
        Contents::Partners(file) => (&file.kind, file.schema_version),
        Contents::Glossary(file) => (&file.kind, file.schema_version),
        Contents::Links(file) => (&file.kind, file.schema_version),
        Contents::Later(file) => (&file.kind, file.schema_version),
    }
}

/// Whether neither the characters of the text nor those it spells with a backslash need any change.
fn is_harmless(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut after = 0;
    let are_plain_escapes = memchr::memchr_iter(b'\\', bytes).all(|at| {
        if at < after {
            return true;
        }
        after = at + 2;
        matches!(bytes.get(at + 1), Some(b'"' | b'\\' | b'/' | b'n'))
    });
    are_plain_escapes && untrusted::is_harmless(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOUND: &str = r#"{"schema_version": 1, "kind": "links", "links": []}"#;

    #[test]
    fn a_sound_file_is_read_and_anything_doubtful_left_to_the_thorough_way() {
        assert!(read(SOUND).is_some());
        for doubtful in [
            r#"{"schema_version": 2, "kind": "links", "links": []}"#,
            r#"{"schema_version": 1, "kind": "links", "links": [], "more": 1}"#,
            r#"{"schema_version": 1, "kind": "links", "links": []} x"#,
            r#"{"schema_version": 1, "kind": "later", "links": []}"#,
            r#"{"schema_version": 1, "kind": "links", "links": [], "a": "\u001b"}"#,
        ] {
            assert!(read(doubtful).is_none(), "{doubtful}");
        }
    }

    #[test]
    fn an_escape_is_seen_behind_a_doubled_backslash() {
        assert!(is_harmless(r#""a\\n \"b\" c\\""#));
        assert!(!is_harmless(r#""\\\u001b""#));
    }
}
