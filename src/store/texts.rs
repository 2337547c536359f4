//! The texts of documents, which the user has laid beside the data: `texts/<document>.txt` in the data folder.

use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::tree::Lines;
use super::{keep, paths, shown_name};
use crate::domain::RecordId;
use crate::domain::kept::{Reason, Unkept};
use crate::domain::passage::{Likeness, Passage, Place, TextHash};

/// Largest text taken, in bytes.
pub const SIZE_LIMIT: u64 = 16 * 1024 * 1024;

/// Reads a text as the user hands it over.
///
/// # Errors
/// When there is no such file, or it is empty, too large, not readable, or not in UTF-8.
pub fn read(file: &Path) -> Result<String, Unkept> {
    let unread = |reason| Unkept { file: shown_name(file, None), reason };
    let text = find(file)?.ok_or_else(|| unread(Reason::Missing))?;
    if text.trim().is_empty() { Err(unread(Reason::Empty)) } else { Ok(text) }
}

/// The passage at a place, if its document's text is there.
///
/// # Errors
/// As for [`read`].
pub fn passage(folder: Option<&Path>, place: &Place) -> Result<Option<Passage>, Unkept> {
    let Some(folder) = folder else { return Ok(None) };
    let text = find(&paths::text_file(folder, &place.document))?;
    Ok(text.map(|text| Passage::of(&text, likeness(&text, place.text.as_ref()), &place.sources)))
}

/// Keeps the text of a document; gives where, and whether it was there already.
///
/// # Errors
/// [`Reason::Taken`] when another text is there and stays; else when it cannot be written.
pub fn keep(folder: &Path, document: &RecordId, text: &str, replaces: bool) -> Result<(PathBuf, bool), Unkept> {
    let path = paths::text_file(folder, document);
    // One that cannot be read is another one.
    let is_there = find(&path).is_ok_and(|old| old.as_deref() == Some(text));
    if !is_there {
        keep::make_room(&path)?;
        keep::export(&path, text.as_bytes(), replaces)?;
    }
    Ok((path, is_there))
}

/// Whether a text is the one of this hash.
#[must_use]
pub fn likeness(text: &str, wanted: Option<&TextHash>) -> Likeness {
    let hash = HEXLOWER.encode(&Sha256::digest(text.as_bytes()));
    match wanted {
        None => Likeness::Unstated,
        Some(wanted) if wanted.to_string() == hash => Likeness::Same,
        Some(_) => Likeness::Other,
    }
}

fn find(file: &Path) -> Result<Option<String>, Unkept> {
    let Some(bytes) = keep::read_at_most(file, SIZE_LIMIT)? else { return Ok(None) };
    String::from_utf8(bytes).map(Some).map_err(|error| {
        let (line, column) = Lines::of(error.as_bytes()).place(error.utf8_error().valid_up_to());
        Unkept { file: shown_name(file, None), reason: Reason::NotUtf8(line, column) }
    })
}
