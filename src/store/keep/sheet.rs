//! A file that another program has had its hands on: taken for what it is, and no more of it than is asked for.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;

use super::{folder_of, sync_folder, unkept};
use crate::domain::kept::{Reason, Unkept};

/// Reads a text of at most `most` bytes.
///
/// # Errors
/// When there is no such file, when it is a link, a pipe or a folder, is larger, or holds no UTF-8 text.
pub fn read_text(path: &Path, most: u64) -> Result<String, Unkept> {
    text(path, most).map_err(|reason| unkept(path, reason))
}

fn text(path: &Path, most: u64) -> Result<String, Reason> {
    // Without waiting: a pipe would keep it until somebody writes into it.
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = match rustix::fs::open(path, flags, Mode::empty()) {
        Ok(file) => File::from(file),
        Err(Errno::NOENT | Errno::NOTDIR) => return Err(Reason::Gone),
        Err(Errno::LOOP | Errno::NXIO) => return Err(Reason::NotAFile),
        Err(error) => return Err(io::Error::from(error).into()),
    };
    if !file.metadata().map_err(Reason::from)?.is_file() {
        return Err(Reason::NotAFile);
    }
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes).map_err(Reason::from)?;
    if bytes.len() as u64 > most {
        return Err(Reason::TooLarge);
    }
    String::from_utf8(bytes).map_err(|_| Reason::NotText)
}

/// Removes a file for good; one that is not there is no error.
///
/// # Errors
/// When it cannot be removed.
pub fn remove(path: &Path) -> Result<(), Unkept> {
    let removed = match fs::remove_file(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        removed => removed.and_then(|()| sync_folder(folder_of(path))),
    };
    removed.map_err(|error: io::Error| unkept(path, Reason::from(error)))
}
