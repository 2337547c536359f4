//! What is not the documents' own: editorial links between records, and facts that came later.
//!
//! Both are kept in files of their own so that no one can take them for what a document says.

use jiff::civil::Date as Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::date::Span;
use super::id::RecordId;
use super::text::Prose;

/// A file of kind `links`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LinksFile {
    /// Version of this file format; this program reads 1.
    pub schema_version: u32,
    /// Always `links`.
    pub kind: String,
    /// The links.
    pub links: Vec<Link>,
}

/// An editorial link: two records that bear on one another, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Where it starts.
    pub from: RecordId,
    /// Where it leads.
    pub to: RecordId,
    /// How the two stand to each other.
    pub rel: Relation,
    /// Why they are linked.
    pub reason: Prose,
}

/// How two linked records stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The later carries the earlier on.
    Continues,
    /// They touch the same matter.
    Relates,
    /// One supports the other.
    Supports,
}

/// A file of kind `later`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LaterFile {
    /// Version of this file format; this program reads 1.
    pub schema_version: u32,
    /// Always `later`.
    pub kind: String,
    /// The facts.
    pub later: Vec<Later>,
}

/// A fact from outside the document, mostly of what came after it, with its date and a public address.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Later {
    /// `later/wsis20-outcome`.
    pub id: RecordId,
    /// Records it bears on.
    pub targets: Box<[RecordId]>,
    /// What it is to those records.
    pub kind: LaterKind,
    /// When it happened.
    pub date: Span,
    /// One line for a list.
    pub headline: Prose,
    /// What happened.
    pub text: Prose,
    /// Public address where it can be read.
    pub url: Box<str>,
}

impl Later {
    /// Whether it has yet to happen on `today`.
    #[must_use]
    pub fn is_ahead(&self, today: Day) -> bool {
        self.date.first_day() > today
    }
}

/// When a fact from outside falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Before the document or at its time: the document could have said it.
    Before,
    /// After the document.
    Later,
    /// Not yet.
    Ahead,
}

impl When {
    /// All, in the order of time.
    pub const ALL: [Self; 3] = [Self::Before, Self::Later, Self::Ahead];
}

/// What a later fact is to the record it follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LaterKind {
    /// What became of a planned milestone or action.
    Outcome,
    /// An answer to an open question.
    Answer,
    /// A fact that puts a record in its place.
    Fact,
}
