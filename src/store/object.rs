//! The text of a file as one JSON object whose values know their places, or why it is none.

use serde_json::Value as Json;

use super::syntax;
use super::tree::{Lines, Tree};
use crate::domain::fault::{Fault, Path, Problem, Slip};

/// A text that is one JSON object.
pub struct Object<'a> {
    /// As values.
    pub json: Json,
    /// With the place of each.
    pub tree: Tree<'a>,
    name: &'a str,
    start: usize,
}

impl<'a> Object<'a> {
    /// Reads the text of the file reported as `name`.
    ///
    /// # Errors
    /// When it is no JSON, or not an object at the top.
    pub fn read(text: &'a str, name: &'a str) -> Result<Self, Box<Fault>> {
        let refuse = |at: usize, problem: Problem| {
            Err(Box::new(whole_file(name, Some(Lines::of(text.as_bytes()).place(at)), problem)))
        };
        let json: Json = match serde_json::from_str(text) {
            Ok(json) => json,
            Err(error) => {
                let (at, slip) = syntax::slip(text, &error);
                return refuse(at, Problem::Syntax(slip));
            }
        };
        let start = text.len() - text.trim_start().len();
        if !json.is_object() {
            return refuse(start, Problem::NotAnObject);
        }
        match Tree::of(text) {
            Some(tree) => Ok(Self { json, tree, name, start }),
            None => refuse(start, Problem::Syntax(Slip::Disputed)),
        }
    }

    /// A fault of the whole.
    #[must_use]
    pub fn fault(&self, problem: Problem) -> Box<Fault> {
        Box::new(whole_file(self.name, Some(self.tree.lines.place(self.start)), problem))
    }

    /// A fault of a field.
    #[must_use]
    pub fn fault_at(&self, path: Path, problem: Problem) -> Fault {
        Fault { file: self.name.to_owned(), at: Some(self.tree.place(&path)), path, problem, schema: None }
    }
}

/// A fault that lies in no field.
#[must_use]
pub fn whole_file(name: &str, at: Option<(usize, usize)>, problem: Problem) -> Fault {
    Fault { file: name.to_owned(), at, path: Path::default(), problem, schema: None }
}
