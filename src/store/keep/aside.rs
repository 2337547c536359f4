//! Second names for a file that is about to be replaced.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use jiff::civil::Date as Day;

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

/// Keeps a file that was last written on an earlier day than `new`, in `backups` beside it, under that day; two weeks of
/// such days are kept.
pub fn back_up(file: &Path, new: &File) -> io::Result<()> {
    let day = day(&fs::metadata(file)?)?;
    if day == self::day(&new.metadata()?)? {
        return Ok(());
    }
    let folder = file.with_file_name("backups");
    make_folder(&folder)?;
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    match link(file, &folder.join(format!("{stem}-{day}.json"))) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Ok(()),
        done => done?,
    }
    let start = format!("{stem}-");
    let entries = fs::read_dir(&folder)?.flatten().map(|entry| entry.path());
    let mut days: Vec<PathBuf> = entries.filter(|path| name_of(path).starts_with(&start)).collect();
    days.sort();
    let surplus = days.len().saturating_sub(DAYS);
    days.drain(..surplus).try_for_each(fs::remove_file)
}

/// The day on which a file was written, by the file system's clock.
fn day(known: &fs::Metadata) -> io::Result<Day> {
    let written = jiff::Timestamp::try_from(known.modified()?).map_err(io::Error::other)?;
    Ok(written.to_zoned(jiff::tz::TimeZone::UTC).date())
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
