//! One data file from text to contents: its faults with their places, and what is left of it without the faulty records.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::Value as Json;

use super::hidden::{self, Found};
use super::object::{Object, whole_file};
use super::{bytes, shape, swift, tree};
use crate::domain::fault::{Fault, Path, Problem, Slip, Step};
use crate::domain::hidden::Trace;
use crate::domain::{Contents, FileKind, SCHEMA_VERSION, untrusted};

/// A file that is JSON of a known kind; its records may still be faulty.
pub struct DataFile {
    /// The name a fault is reported under.
    pub name: String,
    /// Its kind.
    pub kind: FileKind,
    /// Where it lies.
    pub path: PathBuf,
    /// Its text, unless the file is sound: then it is read again should it be asked for.
    text: Option<String>,
    /// What a sound file holds, until it is asked for.
    sound: Option<Contents>,
    /// The file as values; null as long as nobody needed it so.
    json: Json,
    /// Where the records lie that were left out; the empty path stands for the whole file.
    left_out: BTreeSet<Path>,
    /// What nobody could have seen in its texts.
    hidden: Vec<Found>,
}

impl DataFile {
    /// Reads the file at `path` into `room`, reporting it as `name`, and finds what differs from the shape of its kind.
    ///
    /// # Errors
    /// When it is no JSON of a known kind.
    pub fn open(path: &std::path::Path, name: &str, room: &mut Vec<u8>) -> Result<(Self, Vec<Fault>), Box<Fault>> {
        let refused = |(at, problem)| Box::new(whole_file(name, at, problem));
        bytes::read(path, room).map_err(refused)?;
        bytes::expect(room.len());
        match simdutf8::basic::from_utf8(room).ok().and_then(swift::read) {
            Some((kind, contents)) => {
                let (name, path, left_out) = (name.to_owned(), path.to_owned(), BTreeSet::new());
                let sound = Some(contents);
                let (json, hidden) = (Json::Null, Vec::new());
                Ok((Self { name, kind, path, text: None, sound, json, left_out, hidden }, Vec::new()))
            }
            None => Self::take_in(path, bytes::text(room.clone()).map_err(refused)?, name),
        }
    }

    /// A file that cannot be read any more, as it was when it could; none where that cannot be written down.
    #[must_use]
    pub fn kept(path: &std::path::Path, name: &str, contents: Contents, traces: Vec<Trace>) -> Option<Self> {
        let (kind, text) = contents.text().ok()?;
        let (name, path, left_out) = (name.to_owned(), path.to_owned(), BTreeSet::new());
        let hidden = vec![Found { path: Path::default(), traces }];
        Some(Self { name, kind, path, text: Some(text), sound: Some(contents), json: Json::Null, left_out, hidden })
    }

    fn take_in(path: &std::path::Path, text: String, name: &str) -> Result<(Self, Vec<Fault>), Box<Fault>> {
        let mut object = Object::read(&text, name)?;
        let refuse_field =
            |field: &str, problem: Problem| Box::new(object.fault_at(Path::default().field(field), problem));
        let kind = match object.json.get("kind") {
            None => return Err(object.fault(Problem::NoKind)),
            Some(Json::String(word)) => FileKind::named(word)
                .ok_or_else(|| refuse_field("kind", Problem::UnknownKind(untrusted::excerpt(word))))?,
            Some(other) => {
                return Err(refuse_field("kind", Problem::UnknownKind(untrusted::excerpt(&other.to_string()))));
            }
        };
        let known = SCHEMA_VERSION;
        match object.json.get("schema_version") {
            None => return Err(object.fault(Problem::UnknownVersion { found: None, known })),
            Some(version) => match version.as_u64() {
                Some(found) if found == u64::from(known) => {}
                Some(found) if found > u64::from(known) => {
                    return Err(refuse_field("schema_version", Problem::NewerVersion { found, known }));
                }
                _ => {
                    let found = Some(untrusted::excerpt(&version.to_string()));
                    return Err(refuse_field("schema_version", Problem::UnknownVersion { found, known }));
                }
            },
        }
        let schema = kind.schema();
        let faults = shape::faults(&object.tree, schema.as_value(), name);
        let faults: Vec<Fault> = faults.into_iter().map(|fault| fault.of(kind.word())).collect();
        let mut json = std::mem::take(&mut object.json);
        shape::prune(&mut json, schema.as_value());
        let hidden = hidden::found(kind, &json, &object.tree, name);
        drop(object);
        make_harmless(&mut json);
        let (name, path, text, left_out) = (name.to_owned(), path.to_owned(), Some(text), BTreeSet::new());
        let mut file = Self { name, kind, path, text, sound: None, json, left_out, hidden };
        file.leave_out(&faults);
        Ok((file, faults))
    }

    /// Leaves out the records in which the faults lie, or the whole file where a fault lies in no record.
    pub fn leave_out(&mut self, faults: &[Fault]) {
        for fault in faults.iter().filter(|fault| !fault.is_warning()) {
            self.take_apart();
            let record = self.record_around(&fault.path);
            self.left_out.insert(record);
        }
    }

    /// Sees to it that the file is there as values.
    fn take_apart(&mut self) {
        if self.json.is_null() {
            self.json = serde_json::from_str(&self.text()).unwrap_or_default();
            make_harmless(&mut self.json);
        }
    }

    /// Its text; empty if it has gone since it was read first.
    fn text(&self) -> Cow<'_, str> {
        if let Some(text) = &self.text {
            return Cow::Borrowed(text);
        }
        let mut room = Vec::new();
        let text = bytes::read(&self.path, &mut room).and_then(|()| bytes::text(room));
        Cow::Owned(text.unwrap_or_default())
    }

    /// Whether nothing of the file stays.
    #[must_use]
    pub fn is_left_out(&self) -> bool {
        self.left_out.contains(&Path::default())
    }

    /// Ids and codes of all that was left out, by which others may refer to it.
    #[must_use]
    pub fn names_left_out(&self) -> Vec<String> {
        let name = if self.kind == FileKind::Partners { "code" } else { "id" };
        let mut names = Vec::new();
        let records = self.left_out.iter().filter_map(|path| path.0.iter().try_fold(&self.json, below));
        records.for_each(|record| collect(name, record, &mut names));
        names
    }

    /// What nobody could have seen in the texts that stay.
    pub fn take_hidden(&mut self) -> Vec<Trace> {
        let left_out = &self.left_out;
        let stays = |found: &Found| !left_out.iter().any(|gone| found.path.0.starts_with(&gone.0));
        std::mem::take(&mut self.hidden).into_iter().filter(stays).flat_map(|found| found.traces).collect()
    }

    /// What the file holds without the records left out.
    ///
    /// # Errors
    /// When it cannot be read into its type after all.
    pub fn contents(&mut self) -> Result<Contents, Box<Fault>> {
        if let Some(sound) = self.sound.take().filter(|_| self.left_out.is_empty()) {
            return Ok(sound);
        }
        self.take_apart();
        let mut json = self.json.clone();
        // From the back, so that the places of those still to be removed do not move.
        for record in self.left_out.iter().rev() {
            remove(&mut json, record);
        }
        // By way of its text: one way of reading is enough.
        self.kind.read(&json.to_string()).map_err(|error| {
            let slip = Slip::AsSaid(untrusted::excerpt(&error.to_string()));
            Box::new(whole_file(&self.name, None, Problem::Syntax(slip)))
        })
    }

    /// Faults at paths of [`Self::contents`], with their places in the text.
    #[must_use]
    pub fn faults(&self, found: Vec<(Path, Problem)>) -> Vec<Fault> {
        let text = if found.is_empty() { Cow::Borrowed("") } else { self.text() };
        let tree = tree::Tree::of(&text);
        let placed = found.into_iter().map(|(path, problem)| {
            let path = self.original(&path);
            let problem = match problem {
                Problem::DoubleId { id, first } => Problem::DoubleId { id, first: self.original(&first) },
                problem => problem,
            };
            let at = tree.as_ref().map(|tree| tree.place(&path));
            Fault { file: self.name.clone(), at, path, problem, schema: Some(self.kind.word()) }
        });
        placed.collect()
    }

    /// The path a value has in the file, from the one it has among the records that stayed.
    fn original(&self, path: &Path) -> Path {
        let mut original = Path::default();
        for step in &path.0 {
            let Step::Element(kept) = step else {
                original.0.push(step.clone());
                continue;
            };
            let mut index = *kept;
            for gone in self.left_out.range(original.element(0)..) {
                match gone.0.strip_prefix(original.0.as_slice()) {
                    Some([Step::Element(gone)]) if *gone <= index => index += 1,
                    Some([Step::Element(gone), ..]) if *gone <= index => {}
                    _ => break,
                }
            }
            original.0.push(Step::Element(index));
        }
        original
    }

    /// The smallest record that can be left out to be rid of a fault at `path`: something with an id, an entry of a
    /// list at the top, or a mere reference; the whole file if there is none.
    fn record_around(&self, path: &Path) -> Path {
        let mut json = &self.json;
        let mut smallest = Path::default();
        let mut list = "";
        for (depth, step) in path.0.iter().enumerate() {
            let Some(found) = below(json, step) else { break };
            match step {
                Step::Field(name) => list = name,
                Step::Element(_) => {
                    if depth == 1
                        || found.get("id").is_some()
                        || ["related", "targets", "authors", "actors", "bodies"].contains(&list)
                    {
                        smallest = Path(path.0.iter().take(depth + 1).cloned().collect());
                    }
                }
            }
            json = found;
        }
        smallest
    }
}

/// The value one step down.
fn below<'a>(json: &'a Json, step: &Step) -> Option<&'a Json> {
    match step {
        Step::Field(name) => json.get(name),
        Step::Element(index) => json.get(index),
    }
}

/// Adds the texts that stand under `name` anywhere in `json`.
fn collect(name: &str, json: &Json, found: &mut Vec<String>) {
    match json {
        Json::Array(items) => items.iter().for_each(|item| collect(name, item, found)),
        Json::Object(fields) => {
            found.extend(fields.get(name).and_then(Json::as_str).map(str::to_owned));
            fields.values().for_each(|field| collect(name, field, found));
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}

/// Takes what steers a terminal out of every text.
pub fn make_harmless(json: &mut Json) {
    match json {
        Json::String(text) => {
            if let Cow::Owned(clean) = untrusted::block(text) {
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
