//! A file of the user's that the program changes: read, changed and written as a whole.

use std::path::{Path, PathBuf};

use super::{keep, shown_name};
use crate::domain::kept::{Book, Reason, Unkept, Worth};

/// Reads a file; an empty book where nothing was ever kept.
///
/// # Errors
/// When the file is not readable, damaged, or of a newer version.
pub fn load<B: Book>(file: &Path) -> Result<B, Unkept> {
    let bytes = keep::read(file)?;
    parse(bytes.as_deref()).map_err(|reason| Unkept { file: shown_name(file, None), reason })
}

/// Carries out changes on what the file holds now; gives what it holds then, and where a damaged one was put aside.
///
/// # Errors
/// When the file is of a newer version, or precious and damaged, or cannot be written: then it is as it was.
pub fn change<B: Book>(file: &Path, changes: &[B::Change]) -> Result<(B, Option<PathBuf>), Unkept> {
    let mut after = B::default();
    let aside = keep::change(file, |old| {
        let (mut book, is_damaged) = match parse::<B>(old) {
            Err(Reason::Damaged(..)) if B::WORTH == Worth::Handy => (B::default(), true),
            parsed => (parsed?, false),
        };
        let before = book.clone();
        for change in changes {
            book.apply(change);
        }
        after = book;
        Ok(match B::WORTH {
            _ if is_damaged => keep::Verdict::SetAside(text(&after)?),
            _ if after == before => keep::Verdict::Leave,
            Worth::Handy => keep::Verdict::Replace(text(&after)?),
            Worth::Precious => keep::Verdict::BackUp(text(&after)?),
        })
    })?;
    Ok((after, aside))
}

fn parse<B: Book>(bytes: Option<&[u8]>) -> Result<B, Reason> {
    /// Read first: a newer version may have given everything else another form.
    #[derive(serde::Deserialize)]
    struct Version {
        schema_version: u32,
    }
    let Some(bytes) = bytes else { return Ok(B::default()) };
    let damaged = |error: serde_json::Error| Reason::Damaged(error.line(), error.column());
    let version: Version = serde_json::from_slice(bytes).map_err(damaged)?;
    if version.schema_version > B::VERSION {
        return Err(Reason::Newer);
    }
    serde_json::from_slice(bytes).map(B::cleaned).map_err(damaged)
}

/// The text of the file, read back once so that nothing is written that could not be.
fn text<B: Book>(book: &B) -> Result<String, Reason> {
    let unwritable = |error: serde_json::Error| Reason::Other(error.to_string());
    let text = serde_json::to_string_pretty(book).map_err(unwritable)? + "\n";
    let again: B = serde_json::from_str(&text).map_err(unwritable)?;
    if again == *book { Ok(text) } else { Err(Reason::Other("the text does not read back".to_owned())) }
}
