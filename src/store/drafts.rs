//! Drafts on the disk: in a folder beside the file of what is added, or where that cannot be written in the one the system
//! clears when the user logs out.
//!
//! Beside each lies a file that says whose it is, so that a draft whose program has died is told from one that somebody is
//! writing on.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::keep::{self, Owner, Verdict};
use super::paths;
use crate::domain::RecordId;
use crate::domain::kept::{Reason, Unkept};
use crate::domain::mishap::MOST_WRITTEN;

/// Longest draft, in bytes.
pub const LONGEST: u64 = MOST_WRITTEN as u64;

/// Stands for `/` in the name of a file; no id holds one.
const SLASH: &str = "~";

/// The folders of drafts, the better first.
pub struct Drafts {
    folders: Vec<PathBuf>,
}

/// A draft that lies on the disk.
pub struct Draft {
    /// Changes where the folder becomes full.
    path: Mutex<PathBuf>,
    id: RecordId,
    mark: String,
    folders: Vec<PathBuf>,
}

/// A draft whose program has died.
pub struct Left {
    /// Where it lies.
    pub path: PathBuf,
    /// The record it is on.
    pub id: RecordId,
    /// What was laid down with it.
    pub mark: String,
    /// The draft.
    pub text: Result<String, Unkept>,
}

impl Default for Drafts {
    fn default() -> Self {
        let beside = paths::annotations_file().map(|file| file.with_file_name("drafts"));
        Self { folders: beside.into_iter().chain(paths::volatile_drafts_folder()).collect() }
    }
}

impl Drafts {
    /// Lays a draft down under a name that no other has.
    ///
    /// # Errors
    /// When there is no folder for it, or none that can be written.
    pub fn lay(&self, id: &RecordId, mark: &str, text: &str) -> Result<Draft, Unkept> {
        let (id, mark, folders) = (id.clone(), mark.to_owned(), self.folders.clone());
        let draft = Draft { path: Mutex::default(), id, mark, folders };
        draft.lay_anew(text)?;
        Ok(draft)
    }

    /// The drafts whose programs have died.
    #[must_use]
    pub fn left(&self) -> Vec<Left> {
        let mut found: Vec<Left> = self.folders.iter().flat_map(|folder| left_in(folder)).collect();
        found.sort_by(|a, b| a.path.cmp(&b.path));
        found
    }
}

/// Removes a draft.
///
/// # Errors
/// When it cannot be removed.
pub fn remove(path: &Path) -> Result<(), Unkept> {
    // The draft goes first: alone, the other is not taken for one.
    keep::remove(path)?;
    keep::remove(&label(path))
}

impl Draft {
    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.path.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts a text in its place; where there is no room any more, in another folder.
    ///
    /// # Errors
    /// When it can be written nowhere; then the text before is still there.
    pub fn write(&self, text: &str) -> Result<(), Unkept> {
        put(&self.path(), text).or_else(|unkept| self.lay_anew(text).map_err(|_| unkept))
    }

    /// What the file holds now, whoever wrote it.
    ///
    /// # Errors
    /// When it is gone, no regular file, longer than [`LONGEST`] or no UTF-8 text.
    pub fn read(&self) -> Result<String, Unkept> {
        keep::read_text(&self.path(), LONGEST)
    }

    fn lay_anew(&self, text: &str) -> Result<(), Unkept> {
        let mut first = None;
        for folder in &self.folders {
            let path = free_name(folder, &self.id);
            let line = format!("{}\n{}", Owner::this().line(), self.mark);
            match put(&label(&path), &line).and_then(|()| put(&path, text)) {
                Ok(()) => {
                    *self.path.lock().unwrap_or_else(PoisonError::into_inner) = path;
                    return Ok(());
                }
                Err(unkept) => drop(first.get_or_insert(unkept)),
            }
        }
        Err(first.unwrap_or(Unkept { file: String::new(), reason: Reason::NoPlace }))
    }
}

fn put(path: &Path, text: &str) -> Result<(), Unkept> {
    keep::change(path, |_| Ok(Verdict::Replace(text.to_owned()))).map(drop)
}

fn free_name(folder: &Path, id: &RecordId) -> PathBuf {
    let (slug, process) = (id.as_str().replace('/', SLASH), std::process::id());
    let name = |number: usize| if number == 1 { String::new() } else { format!(".{number}") };
    let mut names = (1..).map(|number| folder.join(format!("{slug}-{process}{}.md", name(number))));
    names.find(|path| path.symlink_metadata().is_err()).unwrap_or_default()
}

/// The file that says whose a draft is.
fn label(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.owner"))
}

fn left_in(folder: &Path) -> Vec<Left> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| left(entry.path())).collect()
}

fn left(path: PathBuf) -> Option<Left> {
    let name = path.file_name()?.to_str()?.strip_suffix(".md").filter(|name| !name.starts_with('.'))?;
    let (slug, _) = name.rsplit_once('-')?;
    let id = RecordId::new(slug.replace(SLASH, "/"));
    // Without a word of whose it is, it is better shown than lost.
    let label = keep::read_text(&label(&path), LONGEST).unwrap_or_default();
    let (owner, mark) = label.split_once("\n\n").unwrap_or_default();
    if Owner::of(owner).is_some_and(|owner| !owner.is_dead()) {
        return None;
    }
    let text = keep::read_text(&path, LONGEST);
    Some(Left { id, mark: mark.to_owned(), text, path })
}
