//! One data file from text to contents: its faults with their places, and what is left of it without the faulty records.

use serde_json::Value as Json;

use super::{bytes, shape, tree};
use crate::domain::fault::{Fault, Path, Problem, Step};
use crate::domain::{Contents, FileKind, SCHEMA_VERSION, untrusted};

/// A file that is JSON of a known kind; its records may still be faulty.
pub struct DataFile {
    /// The name a fault is reported under.
    pub name: String,
    /// Its kind.
    pub kind: FileKind,
    text: String,
    json: Json,
    left_out: Vec<Path>,
}

impl DataFile {
    /// Reads the file at `path`, reporting it as `name`.
    ///
    /// # Errors
    /// When nothing of it can be used.
    pub fn open(path: &std::path::Path, name: &str) -> Result<(Self, Vec<Fault>), Vec<Fault>> {
        match bytes::read(path) {
            Ok(text) => Self::parse(text, name),
            Err((at, problem)) => Err(vec![whole_file(name, at.map(|at| place_in(path, at)), problem)]),
        }
    }

    /// Takes `text` apart and finds what differs from the shape of its kind.
    ///
    /// # Errors
    /// When nothing of it can be used.
    pub fn parse(text: String, name: &str) -> Result<(Self, Vec<Fault>), Vec<Fault>> {
        let refuse =
            |at: usize, problem: Problem| vec![whole_file(name, Some(tree::line_and_column(&text, at)), problem)];
        let mut json: Json = serde_json::from_str(&text).map_err(|error| {
            let words = error.to_string();
            let words = words.split(" at line ").next().unwrap_or(&words);
            let at = tree::byte_at(&text, error.line(), error.column());
            refuse(at, Problem::Syntax(untrusted::line(words).into_owned()))
        })?;
        if !json.is_object() {
            return Err(refuse(0, Problem::NotAnObject));
        }
        let Some(tree) = tree::Tree::of(&text) else {
            return Err(refuse(0, Problem::Syntax("not read".to_owned())));
        };
        let refuse_field = |field: &str, problem: Problem| {
            let path = Path::default().field(field);
            vec![Fault { file: name.to_owned(), at: Some(tree.place(&path)), path, problem }]
        };
        let kind = match json.get("kind") {
            None => return Err(refuse_field("", Problem::Missing("kind".to_owned()))),
            Some(Json::String(word)) => FileKind::named(word)
                .ok_or_else(|| refuse_field("kind", Problem::UnknownKind(untrusted::line(word).into_owned())))?,
            Some(other) => return Err(refuse_field("kind", Problem::UnknownKind(other.to_string()))),
        };
        match json.get("schema_version") {
            Some(Json::Number(version)) if version.as_u64() == Some(u64::from(SCHEMA_VERSION)) => {}
            found => {
                let found = found.map_or_else(|| "—".to_owned(), Json::to_string);
                return Err(refuse_field("schema_version", Problem::UnknownVersion { found, known: SCHEMA_VERSION }));
            }
        }
        let faults: Vec<Fault> = shape::compare(&tree.root, kind.schema().as_value())
            .into_iter()
            .map(|finding| Fault {
                file: name.to_owned(),
                at: Some(tree::line_and_column(&text, finding.at)),
                path: finding.path,
                problem: finding.problem,
            })
            .collect();
        drop(tree);
        make_harmless(&mut json);
        let mut file = Self { name: name.to_owned(), kind, text, json, left_out: Vec::new() };
        if file.leave_out(&faults) { Ok((file, faults)) } else { Err(faults) }
    }

    /// Leaves out the records in which the faults lie; false when that would be the whole file.
    pub fn leave_out(&mut self, faults: &[Fault]) -> bool {
        for fault in faults.iter().filter(|fault| !fault.is_warning()) {
            let Some(record) = self.record_around(&fault.path) else { return false };
            if !self.left_out.contains(&record) {
                self.left_out.push(record);
            }
        }
        true
    }

    /// What the file holds without the records left out.
    ///
    /// # Errors
    /// When it cannot be read into its type after all.
    pub fn contents(&self) -> Result<Contents, Box<Fault>> {
        let mut json = self.json.clone();
        let mut records = self.left_out.clone();
        // From the back, so that the places of those still to be removed do not move.
        records.sort();
        for record in records.iter().rev() {
            remove(&mut json, record);
        }
        self.kind.read(json).map_err(|error| {
            let problem = Problem::Syntax(untrusted::line(&error.to_string()).into_owned());
            Box::new(whole_file(&self.name, None, problem))
        })
    }

    /// A fault at a path of [`Self::contents`], with its place in the text.
    #[must_use]
    pub fn fault(&self, path: &Path, problem: Problem) -> Fault {
        let path = self.original(path);
        let at = tree::Tree::of(&self.text).map(|tree| tree.place(&path));
        Fault { file: self.name.clone(), at, path, problem }
    }

    /// The path a value has in the file, from the one it has among the records that stayed.
    fn original(&self, path: &Path) -> Path {
        let mut original = Path::default();
        for step in &path.0 {
            let step = match step {
                Step::Field(name) => Step::Field(name.clone()),
                Step::Element(kept) => {
                    let gone = |index: usize| self.left_out.contains(&original.element(index));
                    Step::Element((0..).filter(|&index| !gone(index)).nth(*kept).unwrap_or(*kept))
                }
            };
            original.0.push(step);
        }
        original
    }

    /// The smallest record that can be left out to be rid of a fault at `path`: something with an id, an entry of a
    /// list at the top, or a mere reference.
    fn record_around(&self, path: &Path) -> Option<Path> {
        let mut json = &self.json;
        let mut smallest = None;
        let mut list = "";
        for (depth, step) in path.0.iter().enumerate() {
            json = match step {
                Step::Field(name) => {
                    list = name;
                    match json.get(name) {
                        Some(below) => below,
                        None => break,
                    }
                }
                Step::Element(index) => {
                    let Some(below) = json.get(index) else { break };
                    if depth == 1 || below.get("id").is_some() || ["related", "targets"].contains(&list) {
                        smallest = path.0.get(..=depth).map(|steps| Path(steps.to_vec()));
                    }
                    below
                }
            };
        }
        smallest
    }
}

fn whole_file(name: &str, at: Option<(usize, usize)>, problem: Problem) -> Fault {
    Fault { file: name.to_owned(), at, path: Path::default(), problem }
}

/// Line and column of a byte in a file that is not text as a whole.
fn place_in(path: &std::path::Path, byte: usize) -> (usize, usize) {
    let bytes = std::fs::read(path).unwrap_or_default();
    let before = String::from_utf8_lossy(bytes.get(..byte.min(bytes.len())).unwrap_or_default());
    tree::line_and_column(&before, before.len())
}

fn make_harmless(json: &mut Json) {
    match json {
        Json::String(text) => {
            if let std::borrow::Cow::Owned(clean) = untrusted::block(text) {
                *text = clean;
            }
        }
        Json::Array(items) => items.iter_mut().for_each(make_harmless),
        Json::Object(fields) => fields.values_mut().for_each(make_harmless),
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

fn remove(json: &mut Json, path: &Path) {
    let Some((Step::Element(last), above)) = path.0.split_last() else { return };
    let items = above.iter().try_fold(json, |json, step| match step {
        Step::Field(name) => json.get_mut(name),
        Step::Element(index) => json.get_mut(index),
    });
    if let Some(Json::Array(items)) = items
        && *last < items.len()
    {
        items.remove(*last);
    }
}
