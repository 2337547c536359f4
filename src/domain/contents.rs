//! The kinds of data file and what each holds.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};

use super::meeting::MeetingFile;
use super::overlay::{LaterFile, LinksFile};
use super::records::DocumentFile;
use super::vocabulary::{GlossaryFile, PartnersFile};

/// Kind of data file, as its `kind` field names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FileKind {
    /// A document with its themes and actions.
    Document,
    /// A meeting.
    Meeting,
    /// The partner vocabulary.
    Partners,
    /// The glossary.
    Glossary,
    /// Editorial links.
    Links,
    /// Facts that came later.
    Later,
}

impl FileKind {
    /// All kinds, in the order in which files of them are read.
    pub const ALL: [Self; 6] =
        [Self::Partners, Self::Glossary, Self::Document, Self::Meeting, Self::Links, Self::Later];

    /// The word in the `kind` field.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Meeting => "meeting",
            Self::Partners => "partners",
            Self::Glossary => "glossary",
            Self::Links => "links",
            Self::Later => "later",
        }
    }

    /// The kind that `word` names.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The JSON Schema of a file of this kind, generated from its type.
    #[must_use]
    pub fn schema(self) -> Schema {
        match self {
            Self::Document => schema_of::<DocumentFile>(),
            Self::Meeting => schema_of::<MeetingFile>(),
            Self::Partners => schema_of::<PartnersFile>(),
            Self::Glossary => schema_of::<GlossaryFile>(),
            Self::Links => schema_of::<LinksFile>(),
            Self::Later => schema_of::<LaterFile>(),
        }
    }

    /// Reads the text of a file of this kind.
    ///
    /// # Errors
    /// When it is no JSON of this kind's shape, or has a field that is unknown.
    pub fn read(self, text: &str) -> serde_json::Result<Contents> {
        Ok(match self {
            Self::Document => Contents::Document(serde_json::from_str(text)?),
            Self::Meeting => Contents::Meeting(serde_json::from_str(text)?),
            Self::Partners => Contents::Partners(serde_json::from_str(text)?),
            Self::Glossary => Contents::Glossary(serde_json::from_str(text)?),
            Self::Links => Contents::Links(serde_json::from_str(text)?),
            Self::Later => Contents::Later(serde_json::from_str(text)?),
        })
    }
}

/// The JSON Schema of a type: an unknown field is nothing wrong with a file, only with what is read as it stands.
#[must_use]
pub fn schema_of<T: JsonSchema>() -> Schema {
    let forgive = RecursiveTransform(|schema: &mut Schema| {
        if schema.get("additionalProperties").is_some_and(serde_json::Value::is_boolean) {
            schema.remove("additionalProperties");
        }
    });
    SchemaSettings::default().with_transform(forgive).into_generator().into_root_schema_for::<T>()
}

/// What one data file holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Contents {
    /// A document with its themes and actions.
    Document(Box<DocumentFile>),
    /// A meeting.
    Meeting(Box<MeetingFile>),
    /// Partner vocabulary.
    Partners(PartnersFile),
    /// Glossary.
    Glossary(GlossaryFile),
    /// Editorial links.
    Links(LinksFile),
    /// Facts that came later.
    Later(LaterFile),
}

impl Contents {
    /// Its kind, and the text of a file that holds it.
    ///
    /// # Errors
    /// Never: a record is made of texts, numbers and lists, which JSON holds.
    pub fn text(&self) -> serde_json::Result<(FileKind, String)> {
        Ok(match self {
            Self::Document(file) => (FileKind::Document, serde_json::to_string(file)?),
            Self::Meeting(file) => (FileKind::Meeting, serde_json::to_string(file)?),
            Self::Partners(file) => (FileKind::Partners, serde_json::to_string(file)?),
            Self::Glossary(file) => (FileKind::Glossary, serde_json::to_string(file)?),
            Self::Links(file) => (FileKind::Links, serde_json::to_string(file)?),
            Self::Later(file) => (FileKind::Later, serde_json::to_string(file)?),
        })
    }
}
