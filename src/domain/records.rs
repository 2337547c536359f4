//! What a document says: the document itself, its themes and its actions, as plain data.
//!
//! A file of kind `document` holds one [`DocumentFile`]. Nothing here knows where a file lies or how it is shown.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::date::Date;
use super::id::{GlossaryId, PartnerCode, RecordId};
use super::passage::TextHash;
use super::text::{Lang, Prose, Title};
use super::timeline::Timeline;

/// A file of kind `document`: the paper, its themes and the actions under them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentFile {
    /// Version of this file format; this program reads 1.
    pub schema_version: u32,
    /// Always `document`.
    pub kind: String,
    /// The paper the records below were taken from.
    pub document: Document,
    /// Themes and sub-themes in their printed order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Theme>,
    /// Actions in their printed order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Action>,
}

/// Identity of a paper: what it is, who issued it, when, and under which numbers it is known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Short id, first part of the id of every record in it (`ids25`).
    pub id: RecordId,
    /// Printed title; absent where the paper carries none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Title>,
    /// How a source line names the paper, for instance "JOIN(2025) 140, Annex".
    pub citation: Prose,
    /// What kind of paper it is and what it belongs to.
    pub about: Prose,
    /// Handling marking printed on the paper, such as `LIMITE`; absent where it carries none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marking: Option<String>,
    /// Date of issue, as exact as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Place of issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Prose>,
    /// Codes of the bodies that issued it.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub authors: Box<[PartnerCode]>,
    /// Language of the text the line numbers refer to (ISO 639-1).
    pub language: Box<str>,
    /// Numbers under which the paper is known.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub identifiers: Box<[Identifier]>,
    /// Public addresses of the paper.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub urls: Box<[Url]>,
    /// Whether the paper calls its own time spans indicative.
    #[serde(default)]
    pub indicative: bool,
    /// How the text was obtained and what the page and line numbers count.
    pub provenance: Prose,
    /// SHA-256 of the text in which pages and lines are counted, of all its bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_sha256: Option<TextHash>,
    /// What a reader must be warned of.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub flags: Box<[Flag]>,
}

/// A number under which a paper is known, such as a CELEX number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Identifier {
    /// Numbering scheme: `CELEX`, `JOIN`, `COM` ...
    pub scheme: Box<str>,
    /// The number itself.
    pub value: Box<str>,
}

/// A public address of a paper in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Url {
    /// ISO 639-1 code of the language found there.
    pub lang: Box<str>,
    /// The address.
    pub url: Box<str>,
}

/// A theme, or a sub-theme when it has a parent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// `ids25/T2.1`: the document, `T` and the number.
    pub id: RecordId,
    /// Theme above this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<RecordId>,
    /// Printed heading.
    pub title: Title,
    /// Where the heading stands.
    pub source: Box<[Source]>,
}

/// One action of the plan: what is to be done, with whom and until when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// `ids25/2.1.1`: the document and the number people type.
    pub id: RecordId,
    /// Theme it stands under, the deepest one.
    pub theme: RecordId,
    /// Printed title.
    pub title: Title,
    /// At most 160 characters in each language.
    pub summary: Prose,
    /// Every fact of the passage, in our own words.
    pub description: Prose,
    /// The separate measures where one row holds several.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub parts: Box<[Prose]>,
    /// Partners of the row and actors named in its text.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub partners: Box<[PartnerRef]>,
    /// The time span.
    pub timeline: Timeline,
    /// Dates in the text that the time span does not carry.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub inner_dates: Box<[InnerDate]>,
    /// Acts, programmes, funds and plans it relies on.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub instruments: Box<[GlossaryId]>,
    /// Other glossary entries the passage uses.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub terms: Box<[GlossaryId]>,
    /// Further words people may look for.
    #[serde(default)]
    pub keywords: Keywords,
    /// What a reader must be warned of.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub flags: Box<[Flag]>,
    /// Words of the passage, as printed and in the order of the alphabet, that our own texts do without: searched, never
    /// shown.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub printed: Box<str>,
    /// Where the row stands.
    pub source: Box<[Source]>,
}

/// A partner of an action, or an actor its text names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PartnerRef {
    /// Code in the partner vocabulary.
    pub code: PartnerCode,
    /// Whether it is a partner or only named.
    pub role: PartnerRole,
    /// Where the document has it.
    pub from: Place,
    /// The printed form, ending included.
    #[serde(deserialize_with = "super::id::shared")]
    pub as_printed: Arc<str>,
    /// Whether the document says by name which members of a group it means: the others are not meant.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub members_by_name: bool,
}

/// How an actor belongs to an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PartnerRole {
    /// A partner of the action.
    Partner,
    /// Named in the text, without being given as a partner.
    Named,
}

/// The part of a row in which something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The partner cell.
    Cell,
    /// The title.
    Title,
    /// The descriptive text.
    Text,
}

/// A date in a text, and what happens then.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InnerDate {
    /// The printed form.
    pub raw: Box<str>,
    /// The same as a date; absent where the words fix none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// What the date is of.
    pub what: Prose,
}

/// Words under which a record may be looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Keywords {
    /// Latvian words.
    #[serde(default)]
    pub lv: Box<[Box<str>]>,
    /// English words.
    #[serde(default)]
    pub en: Box<[Box<str>]>,
}

impl Keywords {
    /// The words in `lang`.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> &[Box<str>] {
        match lang {
            Lang::Lv => &self.lv,
            Lang::En => &self.en,
        }
    }
}

/// A warning to the reader about the document's own wording.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Flag {
    /// Kind of trap.
    pub kind: FlagKind,
    /// What to mind.
    pub note: Prose,
}

/// Kind of trap in a document's wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FlagKind {
    /// The wording looks wrong: compare with the original.
    CheckOriginal,
    /// Two places of the document do not agree.
    Inconsistent,
    /// A slip of spelling in the document.
    Spelling,
    /// The words can be read in two ways.
    Ambiguous,
    /// Something the document does not explain.
    Unresolved,
    /// The document makes it depend on a condition.
    Conditional,
    /// A position of its time, not of today.
    Dated,
}

/// Where something stands in the text of its document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Page of the text the lines are counted in, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// First and last line, from 1, both included.
    pub lines: [u32; 2],
}

impl Source {
    /// The lines of some places in the order of the text; places that touch are one, across pages too.
    #[must_use]
    pub fn ranges(places: &[Self]) -> Vec<[u32; 2]> {
        let mut lines: Vec<[u32; 2]> = places.iter().map(|place| place.lines).collect();
        lines.sort_unstable();
        let mut ranges: Vec<[u32; 2]> = Vec::new();
        for [first, last] in lines {
            match ranges.last_mut() {
                Some(range) if first <= range[1].saturating_add(1) => range[1] = range[1].max(last),
                _ => ranges.push([first, last]),
            }
        }
        ranges
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_that_touch_are_told_as_one() {
        let place = |page, first, last| Source { page, lines: [first, last] };
        let places = [place(Some(9), 915, 927), place(Some(10), 928, 943), place(None, 3, 3), place(None, 5, 6)];
        assert_eq!(Source::ranges(&places), [[3, 3], [5, 6], [915, 943]]);
    }
}
