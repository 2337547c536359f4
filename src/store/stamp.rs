//! Whether a file is still the one that was seen, without reading it.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::paths;

/// Tells one state of a file from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    written: SystemTime,
    length: u64,
    /// A clock that ticks a few hundred times a second does not tell two files of one length from each other.
    number: u64,
}

impl Stamp {
    /// The state of a file now; none where it is not there.
    #[must_use]
    pub fn of(file: &Path) -> Option<Self> {
        let known = std::fs::metadata(file).ok()?;
        #[cfg(unix)]
        let number = std::os::unix::fs::MetadataExt::ino(&known);
        #[cfg(not(unix))]
        let number = 0;
        Some(Self { written: known.modified().ok()?, length: known.len(), number })
    }
}

/// The data files of a folder, each with its state.
pub type Stamps = Vec<(PathBuf, Option<Stamp>)>;

/// The state of the data files of `folder`.
#[must_use]
pub fn of_data(folder: Option<&Path>) -> Stamps {
    let files = folder.map(paths::data_files).unwrap_or_default().into_iter();
    files.map(|file| (Stamp::of(&file), file)).map(|(stamp, file)| (file, stamp)).collect()
}

/// How many bytes the files hold together.
#[must_use]
pub fn size(stamps: &Stamps) -> u64 {
    stamps.iter().filter_map(|(_, stamp)| stamp.as_ref()).map(|stamp| stamp.length).sum()
}
