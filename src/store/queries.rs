//! The file of the user's queries: `queries.json` in the state folder.

use std::path::{Path, PathBuf};

use super::{keep, shown_name};
use crate::domain::kept::{Reason, Unkept};
use crate::domain::queries::{Change, Queries};

/// Reads the user's queries; none where nothing was ever kept.
///
/// # Errors
/// When the file is not readable, damaged, or of a newer version.
pub fn load(file: &Path) -> Result<Queries, Unkept> {
    let bytes = keep::read(file)?;
    parse(bytes.as_deref()).map_err(|reason| Unkept { file: shown_name(file, None), reason })
}

/// Carries out changes on what the file holds now; gives what it holds then, and where a damaged one was put aside.
///
/// # Errors
/// When the file is of a newer version, or cannot be written: then it is as it was.
pub fn change(file: &Path, changes: &[Change]) -> Result<(Queries, Option<PathBuf>), Unkept> {
    let mut after = Queries::default();
    let aside = keep::change(file, |old| {
        let (mut queries, is_damaged) = match parse(old) {
            Err(Reason::Damaged(..)) => (Queries::default(), true),
            parsed => (parsed?, false),
        };
        let before = queries.clone();
        for change in changes {
            queries.apply(change);
        }
        after = queries;
        if is_damaged {
            return text(&after).map(keep::Verdict::SetAside);
        }
        if after == before { Ok(keep::Verdict::Leave) } else { text(&after).map(keep::Verdict::Replace) }
    })?;
    Ok((after, aside))
}

fn parse(bytes: Option<&[u8]>) -> Result<Queries, Reason> {
    /// Read first: a newer version may have given everything else another form.
    #[derive(serde::Deserialize)]
    struct Version {
        schema_version: u32,
    }
    let Some(bytes) = bytes else { return Ok(Queries::default()) };
    let damaged = |error: serde_json::Error| Reason::Damaged(error.line(), error.column());
    let version: Version = serde_json::from_slice(bytes).map_err(damaged)?;
    if version.schema_version > Queries::VERSION {
        return Err(Reason::Newer);
    }
    serde_json::from_slice(bytes).map(Queries::cleaned).map_err(damaged)
}

/// The text of the file, read back once so that nothing is written that could not be.
fn text(queries: &Queries) -> Result<String, Reason> {
    let unwritable = |error: serde_json::Error| Reason::Other(error.to_string());
    let text = serde_json::to_string_pretty(queries).map_err(unwritable)? + "\n";
    let again: Queries = serde_json::from_str(&text).map_err(unwritable)?;
    if again == *queries { Ok(text) } else { Err(Reason::Other("the text does not read back".to_owned())) }
}
