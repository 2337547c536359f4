//! What stands where a folder should, as far as that can be told without opening it.

use std::path::{Path, PathBuf};

use serde::Serialize;

/// What stands where a folder should.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The path.
    pub path: PathBuf,
    /// Whether something is there.
    pub exists: bool,
    /// Whether that is a folder.
    pub is_folder: bool,
    /// Whether it can be written, or made where it is not there.
    pub is_writable: bool,
    /// Who may do what, in octal; none where nothing is there, or the system knows no such thing.
    pub mode: Option<String>,
}

impl Place {
    /// Looks at a path.
    #[must_use]
    pub fn at(path: PathBuf) -> Self {
        let known = std::fs::metadata(&path).ok();
        let nearest = path.ancestors().find(|above| above.exists());
        #[cfg(unix)]
        let mode = known
            .as_ref()
            .map(|known| format!("{:o}", std::os::unix::fs::PermissionsExt::mode(&known.permissions()) & 0o7777));
        #[cfg(not(unix))]
        let mode = None;
        let is_folder = known.as_ref().is_some_and(std::fs::Metadata::is_dir);
        let is_writable = nearest.is_some_and(|nearest| nearest.is_dir() && is_writable(nearest));
        Self { exists: known.is_some(), is_folder, is_writable, mode, path }
    }
}

#[cfg(feature = "tui")]
fn is_writable(path: &Path) -> bool {
    rustix::fs::access(path, rustix::fs::Access::WRITE_OK).is_ok()
}

#[cfg(not(feature = "tui"))]
fn is_writable(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|known| !known.permissions().readonly())
}
