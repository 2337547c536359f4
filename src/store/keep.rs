//! Where files are written: whole or not at all, and by one window at a time.
//!
//! The only place that writes. A change is read, decided and written under a lock, so that two windows lose nothing of
//! each other's; the new file is on the disk before it takes the place of the old one, so that neither a crash nor a power
//! cut leaves half of it. Knows no format.

mod aside;
mod claim;
mod export;
#[cfg(feature = "tui")]
mod sheet;

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::NamedTempFile;

use super::shown_name;
use crate::domain::kept::{Reason, Unkept};
use claim::Claim;
pub use export::{export, export_numbered};

pub use claim::Owner;
#[cfg(feature = "tui")]
pub use sheet::{read_text, remove};

/// Largest file read back, in bytes.
const SIZE_LIMIT: u64 = 64 * 1024 * 1024;

/// How long another window is waited for, and how often it is looked after.
const PATIENCE: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_millis(5);

/// How many symbolic links are followed, as the system does.
const LINKS: usize = 40;

/// What is to become of a file.
#[derive(Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It stays.
    Leave,
    /// This takes its place.
    Replace(String),
    /// This takes its place; where the old one is of an earlier day, it is kept under that.
    BackUp(String),
    /// It is kept under another name, and this takes its place.
    SetAside(String),
}

/// Reads a file, if there is one.
///
/// # Errors
/// When it is no regular file, too large or not readable.
pub fn read(path: &Path) -> Result<Option<Vec<u8>>, Unkept> {
    read_at_most(path, SIZE_LIMIT)
}

/// The same with another limit, in bytes.
///
/// # Errors
/// As for [`read`].
pub fn read_at_most(path: &Path, limit: u64) -> Result<Option<Vec<u8>>, Unkept> {
    contents(path, limit).map_err(|reason| unkept(path, reason))
}

/// Makes the folder of a file where there is none, for the user's eyes only.
///
/// # Errors
/// When it cannot be made.
pub fn make_room(path: &Path) -> Result<(), Unkept> {
    make_folder(folder_of(path)).map_err(|error| unkept(path, Reason::from(error)))
}

/// Reads a file, lets `decide` say what is to become of it, and does so, all under the folder's lock; gives the name under
/// which the old one was set aside.
///
/// The folder is made where there is none, for the user's eyes only, as is the file. A symbolic link stays one, and the
/// file it leads to is replaced.
///
/// # Errors
/// What `decide` refuses; else when another window holds the lock too long, or the system would not do it: then the old
/// file is untouched.
pub fn change(
    path: &Path,
    decide: impl FnOnce(Option<&[u8]>) -> Result<Verdict, Reason>,
) -> Result<Option<PathBuf>, Unkept> {
    change_by(Way::Flock, path, decide).map_err(|reason| unkept(path, reason))
}

/// How other windows are kept out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// By the system's own lock, and where it knows none by a claim.
    Flock,
    /// By a claim.
    Claim,
}

fn change_by(
    way: Way,
    path: &Path,
    decide: impl FnOnce(Option<&[u8]>) -> Result<Verdict, Reason>,
) -> Result<Option<PathBuf>, Reason> {
    let folder = path.parent().ok_or(Reason::NoPlace)?;
    make_folder(folder).map_err(Reason::from)?;
    let _lock = Lock::take(folder, way)?;
    let file = followed(path).map_err(Reason::from)?;
    let old = contents(&file, SIZE_LIMIT)?;
    match decide(old.as_deref())? {
        Verdict::Leave => Ok(None),
        Verdict::Replace(text) => replace(&file, &text, |_| {}).map(|()| None).map_err(Reason::from),
        Verdict::BackUp(text) => {
            // Better saved without a backup than not saved.
            let back_up = |new: &File| drop(aside::back_up(&file, new));
            replace(&file, &text, back_up).map(|()| None).map_err(Reason::from)
        }
        Verdict::SetAside(text) => {
            let aside = aside::set_aside(&file).map_err(Reason::from)?;
            replace(&file, &text, |_| {}).map(|()| Some(aside)).map_err(Reason::from)
        }
    }
}

fn unkept(path: &Path, reason: Reason) -> Unkept {
    Unkept { file: shown_name(path, None), reason }
}

impl From<&io::Error> for Reason {
    fn from(error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::PermissionDenied => Self::NoPermission,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::Full,
            ErrorKind::IsADirectory => Self::NotAFile,
            ErrorKind::NotADirectory => Self::NotAFolder,
            ErrorKind::AlreadyExists => Self::Taken,
            ErrorKind::NotFound => Self::Missing,
            ErrorKind::InvalidFilename => Self::BadName,
            _ => Self::Other(error.to_string()),
        }
    }
}

impl From<io::Error> for Reason {
    fn from(error: io::Error) -> Self {
        Self::from(&error)
    }
}

fn contents(path: &Path, limit: u64) -> Result<Option<Vec<u8>>, Reason> {
    // Looked at before it is opened: opening a pipe would wait for its other end.
    let known = match fs::metadata(path) {
        Ok(known) => known,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Reason::from(error)),
    };
    if !known.is_file() {
        return Err(Reason::NotAFile);
    }
    // Read in one go: without the size it would begin with a few bytes at a time.
    let mut bytes = Vec::with_capacity(usize::try_from(known.len().min(limit)).unwrap_or(0) + 1);
    let file = File::open(path).map_err(Reason::from)?;
    file.take(limit + 1).read_to_end(&mut bytes).map_err(Reason::from)?;
    if bytes.len() as u64 > limit { Err(Reason::TooLarge) } else { Ok(Some(bytes)) }
}

/// The file that a symbolic link leads to, also where it is not there yet.
fn followed(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        match fs::symlink_metadata(&path) {
            Ok(known) if known.is_symlink() => {
                let target = fs::read_link(&path)?;
                path = path.parent().map(|folder| folder.join(&target)).unwrap_or(target);
            }
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => return Ok(path),
        }
    }
    Err(io::Error::other("too many symbolic links"))
}

/// Puts `text` in the place of a file, once it is on the disk; `before` is shown the new file while the old one is there.
fn replace(file: &Path, text: &str, before: impl FnOnce(&File)) -> io::Result<()> {
    let folder = folder_of(file);
    sweep(folder, &prefix_of(&name_of(file)), TEMPORARY);
    let new = temporary(folder, &name_of(file), text.as_bytes())?;
    before(new.as_file());
    new.persist(file).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// Ending of files that are being written.
const TEMPORARY: &str = ".tmp";

fn prefix_of(name: &str) -> String {
    format!(".{name}.")
}

/// `bytes` on the disk, for the user's eyes only, before they have their name.
fn temporary(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut new = tempfile::Builder::new().prefix(&prefix_of(name)).suffix(TEMPORARY).tempfile_in(folder)?;
    #[cfg(unix)]
    new.as_file().set_permissions(only_for_the_user(0o600))?;
    new.write_all(bytes)?;
    // Some network file systems say only now that there is no room.
    new.as_file().sync_all()?;
    if new.as_file().metadata()?.len() != bytes.len() as u64 {
        return Err(ErrorKind::WriteZero.into());
    }
    Ok(new)
}

/// Removes what a window left that was killed while it wrote. The lock is held: nobody is writing now.
fn sweep(folder: &Path, prefix: &str, suffix: &str) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(prefix) && name.ends_with(suffix) {
            // What cannot be removed does no harm.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// A file of a name that nothing has yet, for the user's eyes only.
fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn name_of(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Makes a folder and those above it, each for the user's eyes only, whatever the mask for new files says.
fn make_folder(folder: &Path) -> io::Result<()> {
    let missing: Vec<&Path> = folder.ancestors().take_while(|folder| !folder.exists()).collect();
    for folder in missing.into_iter().rev().filter(|folder| !folder.as_os_str().is_empty()) {
        match fs::create_dir(folder) {
            // Another window was faster.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => continue,
            made => made?,
        }
        #[cfg(unix)]
        fs::set_permissions(folder, only_for_the_user(0o700))?;
        sync_folder(folder_of(folder))?;
    }
    Ok(())
}

#[cfg(unix)]
fn only_for_the_user(mode: u32) -> fs::Permissions {
    std::os::unix::fs::PermissionsExt::from_mode(mode)
}

/// Makes a name that was given to a file last through a power cut.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        // A file system on which folders cannot be asked.
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        done => done,
    }
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// The right to change the files of a folder; dropping it lets others.
///
/// A file of its own, since a lock stays with a file that is replaced and not with its name.
enum Lock {
    Flock { _file: File },
    Claim { _claim: Claim },
}

impl Lock {
    fn take(folder: &Path, way: Way) -> Result<Self, Reason> {
        let deadline = Instant::now() + PATIENCE;
        let path = folder.join(".lock");
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&path).map_err(Reason::from)?;
        let mut way = way;
        loop {
            let taken = match way {
                Way::Flock => match file.try_lock() {
                    Ok(()) => return Ok(Self::Flock { _file: file }),
                    Err(TryLockError::WouldBlock) => None,
                    Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Interrupted => continue,
                    Err(TryLockError::Error(_)) => {
                        way = Way::Claim;
                        continue;
                    }
                },
                Way::Claim => Claim::take(folder).map_err(Reason::from)?,
            };
            if let Some(claim) = taken {
                return Ok(Self::Claim { _claim: claim });
            }
            if Instant::now() >= deadline {
                return Err(Reason::Busy);
            }
            thread::sleep(PAUSE);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_lost_where_the_system_knows_no_locks() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("count");
        let add = |old: Option<&[u8]>| {
            let old = old.map_or(0, |old| String::from_utf8_lossy(old).parse::<u32>().expect("a number"));
            Ok(Verdict::Replace((old + 1).to_string()))
        };
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| (0..100).for_each(|_| drop(change_by(Way::Claim, &file, add).expect("kept"))));
            }
        });
        assert_eq!(fs::read_to_string(&file).expect("there"), "200");
    }
}
