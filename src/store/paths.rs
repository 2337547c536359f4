//! What the environment says: where the user's files lie, which language is spoken, whether a terminal can be drawn on.
//!
//! The only room that reads it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::domain::RecordId;

/// The folder of the user's own data files, `dosje` in the data directory.
///
/// None where the system names no home, or only a relative one.
#[must_use]
pub fn data_folder(option: Option<&Path>) -> Option<PathBuf> {
    if let Some(folder) = option {
        return Some(folder.to_owned());
    }
    let dirs = directories::ProjectDirs::from("", "", "dosje")?;
    Some(dirs.data_dir().to_owned()).filter(|folder| folder.is_absolute())
}

/// The file of the user's queries, in `dosje` in the state directory.
///
/// None where the system names no home, or only a relative one.
#[must_use]
pub fn queries_file() -> Option<PathBuf> {
    let dirs = directories::ProjectDirs::from("", "", "dosje")?;
    let folder = dirs.state_dir().unwrap_or(dirs.data_local_dir());
    Some(folder.join("queries.json")).filter(|file| file.is_absolute())
}

/// The file of what the user added to the records, in `dosje/own` in the data directory; its drafts and backups lie beside
/// it. Whichever data are shown, it is the same.
///
/// None where the system names no home, or only a relative one.
#[must_use]
pub fn annotations_file() -> Option<PathBuf> {
    data_folder(None).map(|folder| folder.join("own").join("state.json"))
}

/// The file of the user's settings, `dosje/config.json` in the configuration directory.
///
/// None where the system names no home, or only a relative one.
#[must_use]
pub fn config_file() -> Option<PathBuf> {
    let dirs = directories::ProjectDirs::from("", "", "dosje")?;
    Some(dirs.config_dir().join("config.json")).filter(|file| file.is_absolute())
}

/// A path as somebody types it: `~` is the home folder.
#[must_use]
pub fn typed(path: &str) -> PathBuf {
    let in_home = path.strip_prefix("~/").and_then(|rest| Some(directories::BaseDirs::new()?.home_dir().join(rest)));
    in_home.unwrap_or_else(|| path.into())
}

/// The folder for drafts where the other cannot be written: `dosje/drafts` in the one the system clears after the user.
#[must_use]
pub fn volatile_drafts_folder() -> Option<PathBuf> {
    let folder = PathBuf::from(variable("XDG_RUNTIME_DIR")?).join("dosje").join("drafts");
    Some(folder).filter(|folder| folder.is_absolute())
}

/// The editor the user asks for, with its options, as a shell would read them.
#[must_use]
pub fn editor() -> Option<String> {
    ["VISUAL", "EDITOR"].into_iter().find_map(variable).filter(|words| !words.trim().is_empty())
}

/// Data files in `folder`, its `documents` and its `meetings`, in the order of their names.
#[must_use]
pub fn data_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for place in data_folders(folder) {
        let entries = std::fs::read_dir(place).into_iter().flatten().flatten();
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| is_data_file(path)).collect();
        files.sort();
        found.extend(files);
    }
    found
}

/// The folders in which data files lie.
#[must_use]
pub fn data_folders(folder: &Path) -> [PathBuf; 3] {
    [folder.to_owned(), folder.join("documents"), folder.join("meetings")]
}

/// The file of a document's own text, in `texts` of the data folder.
#[must_use]
pub fn text_file(folder: &Path, document: &RecordId) -> PathBuf {
    // No id holds the sign, and none leads out of the folder.
    folder.join("texts").join(format!("{}.txt", document.as_str().replace('/', "%")))
}

fn is_data_file(path: &Path) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    !hidden && path.extension().is_some_and(|ending| ending == "json") && !path.is_dir()
}

/// Whether the terminal's kind can be drawn on.
#[must_use]
pub fn has_drawable_terminal() -> bool {
    variable("TERM").is_some_and(|kind| kind != "dumb")
}

/// Whether the program runs inside tmux.
#[must_use]
pub fn is_inside_tmux() -> bool {
    variable("TMUX").is_some()
}

/// Whether the program runs inside GNU screen.
#[must_use]
pub fn is_inside_screen() -> bool {
    variable("STY").is_some()
}

/// Whether the program runs at the far end of a line.
#[must_use]
pub fn is_remote() -> bool {
    ["SSH_CONNECTION", "SSH_TTY"].into_iter().find_map(variable).is_some()
}

/// The user's home.
#[must_use]
pub fn home() -> Option<PathBuf> {
    directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned())
}

/// How long to wait for the rest of a key whose first byte is Esc's: `$ESCDELAY` milliseconds, as in ncurses, but at most
/// a second; else longer where the line is long.
#[must_use]
pub fn escape_delay() -> Duration {
    let asked = variable("ESCDELAY").and_then(|delay| delay.trim().parse().ok());
    Duration::from_millis(asked.unwrap_or(if is_remote() { 100 } else { 25 })).min(Duration::from_secs(1))
}

/// A variable of the environment, unless it is unset or empty.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is the room that reads the environment")]
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
