//! The only room that knows files: reads data files, checks them and puts them together; writes what the user keeps.
//!
//! The dashboard's start and `dosje check` come through the same functions, so that both find the same faults.

pub mod book;
pub mod builtin;
pub mod bytes;
pub mod config;
pub mod datafile;
#[cfg(feature = "tui")]
pub mod drafts;
mod hidden;
pub mod keep;
mod object;
pub mod paths;
pub mod place;
mod shape;
pub mod stamp;
mod swift;
mod syntax;
pub mod texts;
mod threads;
mod tree;
#[cfg(feature = "tui")]
pub mod watch;

use std::collections::{HashMap, HashSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::domain::dataset::holding::Holding;
use crate::domain::fault::{Fault, Path as FieldPath, Problem};
use crate::domain::hidden::Trace;
use crate::domain::known::Known;
use crate::domain::rules;
use crate::domain::{Contents, Dataset, untrusted};
use datafile::DataFile;

/// The dataset and what is to be said of how it came about.
#[derive(Debug)]
pub struct Loaded {
    /// Built-in data with the user's files on top.
    pub dataset: Dataset,
    /// What was wrong with the user's files.
    pub faults: Vec<Fault>,
    /// Ids of built-in documents, meetings and vocabulary that a user's file replaced.
    pub replaced: Vec<String>,
    /// What each of the user's files has put in.
    pub held: Held,
    /// What could not be read and is still as it was before.
    pub kept: Vec<Fault>,
}

/// What files have put into a dataset.
pub type Held = HashMap<PathBuf, Holding>;

/// What was read before.
#[derive(Clone, Copy)]
struct Before<'a> {
    dataset: &'a Dataset,
    held: &'a Held,
}

impl Before<'_> {
    /// A file as it was.
    fn kept(&self, path: &Path, name: &str) -> Option<DataFile> {
        let contents = self.dataset.contents(self.held.get(path)?)?;
        DataFile::kept(path, name, contents, self.dataset.hidden_from(name).collect())
    }
}

/// Puts the built-in data and the data files of `folder` together.
///
/// Never fails: a faulty record is left out and reported, and the rest stands.
#[must_use]
pub fn load(folder: Option<&Path>) -> Loaded {
    put_together(folder, None)
}

/// The same again: of a file that is there and cannot be read any more, what it said before stays.
#[must_use]
pub fn load_again(folder: Option<&Path>, dataset: &Dataset, held: &Held) -> Loaded {
    put_together(folder, Some(Before { dataset, held }))
}

fn put_together(folder: Option<&Path>, before: Option<Before<'_>>) -> Loaded {
    let files = folder.map(paths::data_files).unwrap_or_default();
    let of_folder = folder.and_then(|folder| folder_fault(folder, false));
    if files.is_empty() {
        let (dataset, faults) = (Dataset::build(builtin::contents()), of_folder.into_iter().collect());
        return Loaded { dataset, faults, replaced: Vec::new(), held: Held::new(), kept: Vec::new() };
    }
    let names: Vec<String> = files.iter().map(|file| shown_name(file, folder)).collect();
    let mut loaded = assemble(&files, &names, before);
    loaded.faults.splice(0..0, of_folder);
    loaded
}

/// Why the data files in `folder` cannot be listed, or those in the folders below it; that it is not there is a fault only
/// where it `must_be`.
#[must_use]
pub fn folder_fault(folder: &Path, must_be: bool) -> Option<Fault> {
    paths::data_folders(folder).into_iter().find_map(|place| {
        let problem = match std::fs::read_dir(&place).err()? {
            error if error.kind() == ErrorKind::NotFound => {
                (must_be && place == folder).then_some(Problem::NoFolder)?
            }
            error if error.kind() == ErrorKind::NotADirectory => Problem::NotAFolder,
            error => Problem::UnreadableFolder(error.into()),
        };
        Some(object::whole_file(&shown_name(&place, None), None, problem))
    })
}

/// Every fault of `files`, read on top of the built-in data and of `folder` as the dashboard would.
#[must_use]
pub fn check(files: &[PathBuf], folder: Option<&Path>) -> Vec<Fault> {
    let mut seen: HashSet<&PathBuf> = HashSet::new();
    let files: Vec<PathBuf> = files.iter().filter(|file| seen.insert(file)).cloned().collect();
    let beside = folder.map(paths::data_files).unwrap_or_default().into_iter();
    let mut all: Vec<PathBuf> = beside.filter(|found| !files.iter().any(|file| is_same(file, found))).collect();
    let already = all.len();
    all.extend(files);
    let names: Vec<String> = all.iter().map(|file| shown_name(file, None)).collect();
    let asked: Vec<String> = names.iter().skip(already).cloned().collect();
    let Loaded { dataset, mut faults, .. } = assemble(&all, &names, None);
    faults.retain(|fault| asked.contains(&fault.file));
    // The dashboard tells it of each record.
    faults.extend(asked.iter().flat_map(|name| dataset.hidden_from(name)).map(|trace| trace.hidden.into()));
    faults.sort_by(|a, b| (&a.file, a.at).cmp(&(&b.file, b.at)));
    faults
}

/// Whether two paths lead to one file.
#[must_use]
pub fn is_same(a: &Path, b: &Path) -> bool {
    a == b || a.canonicalize().ok().is_some_and(|a| b.canonicalize().ok() == Some(a))
}

/// A file as it is named to the user: below `folder` where it lies there, and harmless to a terminal.
#[must_use]
pub fn shown_name(file: &Path, folder: Option<&Path>) -> String {
    let short = folder.and_then(|folder| file.strip_prefix(folder).ok()).unwrap_or(file);
    untrusted::line(&short.to_string_lossy()).into_owned()
}

fn assemble(files: &[PathBuf], names: &[String], before: Option<Before<'_>>) -> Loaded {
    let (mut faults, mut kept) = (Vec::new(), Vec::new());
    let mut readable: Vec<DataFile> = Vec::new();
    let opened = files.iter().zip(names.iter()).collect();
    let opened = threads::each(opened, |room, (path, name): (&PathBuf, &String)| DataFile::open(path, name, room));
    for ((opened, path), name) in opened.into_iter().zip(files).zip(names) {
        let (mut read, found) = match opened {
            Ok((file, found)) => (Some(file), found),
            Err(fault) => (None, vec![*fault]),
        };
        if read.as_ref().is_none_or(DataFile::is_left_out)
            && let Some(last) = before.and_then(|before| before.kept(path, name))
        {
            kept.extend(found.iter().find(|fault| !fault.is_warning()).cloned());
            read = Some(last);
        }
        readable.extend(read);
        faults.extend(found);
    }
    let Settled { contents, replaced, held, hidden } = settle(readable, &mut faults);
    faults.sort_by(|a, b| (&a.file, a.at).cmp(&(&b.file, b.at)));
    Loaded { dataset: Dataset::build(contents).with_hidden(hidden), faults, replaced, held, kept }
}

/// What stays.
struct Settled {
    /// The built-in data first.
    contents: Vec<Contents>,
    /// The ids of built-in records that were replaced.
    replaced: Vec<String>,
    held: Held,
    /// What was left out of its texts.
    hidden: Vec<Trace>,
}

/// Leaves out what breaks a rule until nothing does: a record left out may be one that others refer to.
fn settle(mut files: Vec<DataFile>, faults: &mut Vec<Fault>) -> Settled {
    let mut left_out: HashSet<String> = HashSet::new();
    loop {
        left_out.extend(files.iter().flat_map(DataFile::names_left_out));
        files.retain(|file| !file.is_left_out());
        let mut contents = Vec::new();
        files.retain_mut(|file| match file.contents() {
            Ok(held) => {
                contents.push(held);
                true
            }
            Err(fault) => {
                faults.push(*fault);
                false
            }
        });
        let mut built_in = builtin::contents();
        let replaced = replace(&mut built_in, &contents);
        let known = Known::of(built_in.iter().chain(&contents), &left_out);
        let taken = taken_ids(&files, &contents);
        let mut is_settled = true;
        let broken = threads::each(contents.iter().collect(), |(): &mut (), held| rules::check(held, &known));
        for ((file, mut taken), broken) in files.iter_mut().zip(taken).zip(broken) {
            taken.extend(broken);
            let broken = taken;
            let found = file.faults(broken);
            is_settled &= found.iter().all(Fault::is_warning);
            file.leave_out(&found);
            faults.extend(found);
        }
        if is_settled {
            let held = files.iter().zip(&contents).map(|(file, held)| (file.path.clone(), Holding::of(held))).collect();
            built_in.extend(contents);
            let hidden = files.iter_mut().flat_map(DataFile::take_hidden).collect();
            return Settled { contents: built_in, replaced, held, hidden };
        }
    }
}

/// For each of the user's files, the records it defines that an earlier one has already defined.
fn taken_ids(files: &[DataFile], contents: &[Contents]) -> Vec<Vec<(FieldPath, Problem)>> {
    let mut first: HashMap<&str, &str> = HashMap::new();
    let pairs = files.iter().zip(contents);
    let taken = pairs.map(|(file, held)| {
        let ids = main_ids(held).into_iter();
        let taken = ids.filter_map(|(path, id)| match *first.entry(id).or_insert(&file.name) {
            other if other == file.name => None,
            other => Some((path, Problem::TakenId { id: id.to_owned(), file: other.to_owned() })),
        });
        taken.collect()
    });
    taken.collect()
}

/// The ids by which one file takes the place of another's records, with their paths.
fn main_ids(contents: &Contents) -> Vec<(FieldPath, &str)> {
    let top = FieldPath::default();
    let entry = |list: &str, index: usize, field: &str| top.field(list).element(index).field(field);
    match contents {
        Contents::Document(file) => vec![(top.field("document").field("id"), file.document.id.as_str())],
        Contents::Meeting(file) => vec![
            (top.field("document").field("id"), file.document.id.as_str()),
            (top.field("meeting").field("id"), file.meeting.id.as_str()),
        ],
        Contents::Partners(file) => {
            file.partners.iter().enumerate().map(|(i, p)| (entry("partners", i, "code"), p.code.as_str())).collect()
        }
        Contents::Glossary(file) => {
            file.entries.iter().enumerate().map(|(i, e)| (entry("entries", i, "id"), e.id.as_str())).collect()
        }
        Contents::Later(file) => {
            file.later.iter().enumerate().map(|(i, l)| (entry("later", i, "id"), l.id.as_str())).collect()
        }
        Contents::Links(_) => Vec::new(),
    }
}

/// Takes out of the built-in data what the user's files replace, and names it.
fn replace(built_in: &mut Vec<Contents>, contents: &[Contents]) -> Vec<String> {
    let users: Vec<&str> = contents.iter().flat_map(|held| main_ids(held).into_iter().map(|(_, id)| id)).collect();
    let mut replaced = Vec::new();
    built_in.retain_mut(|held| {
        let mut gone = |id: &str| {
            let is_gone = users.contains(&id);
            if is_gone {
                replaced.push(id.to_owned());
            }
            is_gone
        };
        match held {
            Contents::Document(file) => !gone(file.document.id.as_str()),
            Contents::Meeting(file) => !gone(file.meeting.id.as_str()),
            Contents::Partners(file) => {
                file.partners.retain(|partner| !gone(partner.code.as_str()));
                true
            }
            Contents::Glossary(file) => {
                file.entries.retain(|entry| !gone(entry.id.as_str()));
                true
            }
            Contents::Later(file) => {
                file.later.retain(|later| !gone(later.id.as_str()));
                true
            }
            Contents::Links(_) => true,
        }
    });
    replaced
}
