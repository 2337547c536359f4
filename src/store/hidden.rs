//! Finds in a file the characters that nobody could have seen and that are left out of its texts.

use serde_json::Value as Json;

use super::tree::Tree;
use crate::domain::fault::{Path, Step};
use crate::domain::hidden::{Hidden, Trace};
use crate::domain::{FileKind, GlossaryId, PartnerCode, RecordId, id, untrusted};

/// What is left out of one text of a file.
pub struct Found {
    /// The text.
    pub path: Path,
    /// Whose text it may be: one record's, or of a link or a later fact each that it is about.
    pub traces: Vec<Trace>,
}

/// What is left out of the texts of `json`, which stand in `tree`, the file reported as `name`.
#[must_use]
pub fn found(kind: FileKind, json: &Json, tree: &Tree<'_>, name: &str) -> Vec<Found> {
    let mut seeker = Seeker { kind, tree, name, steps: Vec::new(), around: Vec::new(), found: Vec::new() };
    seeker.seek(json);
    seeker.found
}

/// A step that is not yet worth a name of its own: most texts have nothing hidden.
#[derive(Clone, Copy)]
enum At<'a> {
    Field(&'a str),
    Element(usize),
}

struct Seeker<'a> {
    kind: FileKind,
    tree: &'a Tree<'a>,
    name: &'a str,
    steps: Vec<At<'a>>,
    /// The objects around, each with the steps that lead to it.
    around: Vec<(&'a serde_json::Map<String, Json>, usize)>,
    found: Vec<Found>,
}

impl<'a> Seeker<'a> {
    fn seek(&mut self, json: &'a Json) {
        match json {
            Json::String(text) => match untrusted::hidden(text) {
                0 => {}
                count => self.tell(count),
            },
            Json::Array(items) => items.iter().enumerate().for_each(|(index, item)| self.go(At::Element(index), item)),
            Json::Object(fields) => {
                self.around.push((fields, self.steps.len()));
                fields.iter().for_each(|(name, field)| self.go(At::Field(name), field));
                self.around.pop();
            }
            Json::Null | Json::Bool(_) | Json::Number(_) => {}
        }
    }

    fn go(&mut self, step: At<'a>, json: &'a Json) {
        self.steps.push(step);
        self.seek(json);
        self.steps.pop();
    }

    fn tell(&mut self, count: usize) {
        let path = path_of(&self.steps);
        let (line, column) = self.tree.place(&path);
        let (field, file) = (Box::default(), self.name.into());
        let hidden = Hidden { count, field, path: path.clone(), file, line, column };
        let named = |(fields, steps): &(&serde_json::Map<String, Json>, usize)| {
            let field: Box<str> = path_of(self.steps.get(*steps..).unwrap_or_default()).to_string().into();
            self.records(fields).into_iter().map(move |id| (id, field.clone())).collect::<Vec<_>>()
        };
        let around: Vec<(RecordId, Box<str>)> = self.around.iter().rev().flat_map(named).collect();
        let traces = match self.kind {
            FileKind::Links | FileKind::Later => {
                let each = around.into_iter().map(|place| Trace { around: vec![place], hidden: hidden.clone() });
                each.collect()
            }
            _ => vec![Trace { around, hidden }],
        };
        self.found.push(Found { path, traces });
    }

    /// The records that an object is, or is about.
    fn records(&self, fields: &serde_json::Map<String, Json>) -> Vec<RecordId> {
        let texts = |name: &str| -> Vec<String> {
            let value = fields.get(name);
            let several = value.and_then(Json::as_array).into_iter().flatten();
            value.into_iter().chain(several).filter_map(Json::as_str).map(str::to_owned).collect()
        };
        match self.kind {
            FileKind::Document | FileKind::Meeting => texts("id").into_iter().map(RecordId::new).collect(),
            FileKind::Partners => {
                texts("code").into_iter().map(|code| id::of_partner(&PartnerCode::new(code))).collect()
            }
            FileKind::Glossary => texts("id").into_iter().map(|term| id::of_term(&GlossaryId::new(term))).collect(),
            FileKind::Links => ["from", "to"].into_iter().flat_map(texts).map(RecordId::new).collect(),
            FileKind::Later => texts("targets").into_iter().map(RecordId::new).collect(),
        }
    }
}

fn path_of(steps: &[At<'_>]) -> Path {
    let step = |step: &At<'_>| match step {
        At::Field(name) => Step::Field((*name).to_owned()),
        At::Element(index) => Step::Element(*index),
    };
    Path(steps.iter().map(step).collect())
}
