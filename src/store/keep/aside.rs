//! Second names for a file that is about to be replaced.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::{create, make_folder, name_of};

/// How many days are kept.
const DAYS: usize = 14;

/// Keeps a damaged file under a name that nothing has yet.
pub fn set_aside(file: &Path) -> io::Result<PathBuf> {
    for number in 1.. {
        let aside = file.with_file_name(format!("{}.damaged-{number}", name_of(file)));
        match link(file, &aside) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            done => return done.map(|()| aside),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// Keeps a file as it was before the first change of the day, in `backups` beside it, for two weeks of changes.
pub fn back_up(file: &Path) -> io::Result<()> {
    let folder = file.with_file_name("backups");
    make_folder(&folder)?;
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let today = jiff::Zoned::now().date();
    match link(file, &folder.join(format!("{stem}-{today}.json"))) {
        Err(error) if matches!(error.kind(), ErrorKind::AlreadyExists | ErrorKind::NotFound) => return Ok(()),
        done => done?,
    }
    let start = format!("{stem}-");
    let entries = fs::read_dir(&folder)?.flatten().map(|entry| entry.path());
    let mut days: Vec<PathBuf> = entries.filter(|path| name_of(path).starts_with(&start)).collect();
    days.sort();
    let surplus = days.len().saturating_sub(DAYS);
    days.drain(..surplus).try_for_each(fs::remove_file)
}

/// Gives a file a second name; where the file system knows none, a second file.
fn link(file: &Path, name: &Path) -> io::Result<()> {
    match fs::hard_link(file, name) {
        Err(error) if !matches!(error.kind(), ErrorKind::AlreadyExists | ErrorKind::NotFound) => copy(file, name),
        done => done,
    }
}

fn copy(file: &Path, to: &Path) -> io::Result<()> {
    let mut new = create(to)?;
    io::copy(&mut File::open(file)?, &mut new)?;
    new.sync_all()
}
