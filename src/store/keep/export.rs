//! Files for the user to take away: under a name that was free, or in the place of another only where that was asked for.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::{create, folder_of, followed, name_of, sync_folder, temporary, unkept};
use crate::domain::kept::{Reason, Unkept};

/// How many names are tried for a file.
const NAMES: u32 = 99;

/// Writes a file into a folder that is there, whole or not at all, for the user's eyes only.
///
/// # Errors
/// [`Reason::Taken`] where the name is taken and nothing may be overwritten; else when it cannot be written.
pub fn export(path: &Path, bytes: &[u8], overwrite: bool) -> Result<(), Unkept> {
    let done = if overwrite { take_over(path, bytes) } else { put(path, bytes).map_err(Reason::from) };
    done.map_err(|reason| unkept(path, reason))
}

/// Writes a file under the first free name of `stem.ending`, `stem-2.ending` up to `stem-99.ending`; gives its path.
///
/// # Errors
/// As for [`export`].
pub fn export_numbered(folder: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Result<PathBuf, Unkept> {
    let name = |number: u32| match number {
        1 => folder.join(format!("{stem}.{ending}")),
        number => folder.join(format!("{stem}-{number}.{ending}")),
    };
    for path in (1..=NAMES).map(name) {
        match export(&path, bytes, false) {
            Err(Unkept { reason: Reason::Taken, .. }) => {}
            done => return done.map(|()| path),
        }
    }
    Err(unkept(&name(1), Reason::Taken))
}

fn take_over(path: &Path, bytes: &[u8]) -> Result<(), Reason> {
    let file = followed(path).map_err(Reason::from)?;
    if fs::metadata(&file).is_ok_and(|known| !known.is_file()) {
        return Err(Reason::NotAFile);
    }
    let folder = folder_of(&file);
    let new = temporary(folder, &name_of(&file), bytes).map_err(Reason::from)?;
    new.persist(&file).map_err(|error| Reason::from(&error.error))?;
    sync_folder(folder).map_err(Reason::from)
}

fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = folder_of(path);
    match temporary(folder, &name_of(path), bytes)?.persist_noclobber(path) {
        Ok(_) => {}
        // A file system on which a name can be given neither by moving nor by linking without losing what has it.
        Err(refused) if refused.error.kind() != ErrorKind::AlreadyExists => write_new(path, bytes)?,
        Err(refused) => return Err(refused.error),
    }
    sync_folder(folder)
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = create(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        // Half of it is worse than nothing; the first error is the one to tell.
        let _ = fs::remove_file(path);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_moving_or_linking_a_file_is_written_once_and_no_more() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.txt");
        write_new(&path, b"one").expect("written");
        assert_eq!(write_new(&path, b"two").expect_err("refused").kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).expect("there"), b"one");
    }
}
