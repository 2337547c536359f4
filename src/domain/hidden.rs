//! Characters of a file that nobody could have seen: how many were left out, of which text, and where that stands.

use serde::Serialize;

use super::fault::{Fault, Path, Problem};
use super::id::RecordId;

/// What was left out of one text of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hidden {
    /// How many characters.
    pub count: usize,
    /// The field of the record.
    pub field: Box<str>,
    /// The same field as the file has it.
    #[serde(skip)]
    pub path: Path,
    /// The file, as it is named to the user.
    pub file: Box<str>,
    /// Line at which the text begins, from 1.
    pub line: usize,
    /// Column at which it begins, from 1.
    pub column: usize,
}

impl From<Hidden> for Fault {
    fn from(hidden: Hidden) -> Self {
        let Hidden { count, path, file, line, column, .. } = hidden;
        Self { file: file.into(), at: Some((line, column)), path, problem: Problem::Hidden(count), schema: None }
    }
}

/// The same before it is known whose text it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The records around the text, the nearest first, each with the name the field has in it.
    pub around: Vec<(RecordId, Box<str>)>,
    /// What was left out; the field is still to be named.
    pub hidden: Hidden,
}

impl Trace {
    /// The nearest record there is, and what was left out of it.
    pub(super) fn settled(self, is_there: impl Fn(&RecordId) -> bool) -> Option<(RecordId, Hidden)> {
        let (id, field) = self.around.into_iter().find(|(id, _)| is_there(id))?;
        Some((id, Hidden { field, ..self.hidden }))
    }
}
