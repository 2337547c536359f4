//! What a note says of a meeting: identity, agenda, positions, open questions, what came before and what lies ahead.
//!
//! A file of kind `meeting` holds one [`MeetingFile`]. What happened later is not here: see [`crate::domain::overlay`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::date::Span;
use super::id::{PartnerCode, RecordId};
use super::records::{Document, Flag, Source};
use super::text::Prose;

/// A file of kind `meeting`: one meeting and the paper that tells of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeetingFile {
    /// Version of this file format; this program reads 1.
    pub schema_version: u32,
    /// Always `meeting`.
    pub kind: String,
    /// The paper the meeting is told in; sources below count its lines.
    pub document: Document,
    /// The meeting.
    pub meeting: Meeting,
}

/// A meeting and all that the paper says of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// Short id, first part of the id of every part of it (`tte-2014-10`).
    pub id: RecordId,
    /// Short name, in our own words.
    pub name: Prose,
    /// What the meeting is, where, when and about what.
    pub about: Prose,
    /// Kind of meeting.
    pub classification: Classification,
    /// Day or days of the meeting.
    pub date: Span,
    /// The date as printed.
    pub raw: Box<str>,
    /// Where it is held.
    pub place: Venue,
    /// Country that holds the Presidency of the Council.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presidency: Option<PartnerCode>,
    /// Who leads the delegation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegation: Option<Delegation>,
    /// What led up to the meeting, in order of time.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub chronology: Box<[Event]>,
    /// The setting: what is agreed, what is wanted, how the Presidency sees it.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub context: Box<[Context]>,
    /// The questions for discussion, in order.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub agenda: Box<[AgendaItem]>,
    /// What is planned after the meeting.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub milestones: Box<[Milestone]>,
    /// People the paper speaks of.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub people: Box<[Person]>,
    /// Bodies and processes the paper speaks of.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub bodies: Box<[BodyRef]>,
    /// What a reader must be warned of.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub flags: Box<[Flag]>,
    /// Words of the passage, as printed and in the order of the alphabet, that our own texts do without: searched, never
    /// shown.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub printed: Box<str>,
    /// Where the meeting itself is announced.
    pub source: Box<[Source]>,
}

/// Kind of meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Classification {
    /// Informal meeting of ministers: nothing is decided.
    InformalCouncil,
    /// Council.
    Council,
    /// Coreper.
    Coreper,
    /// Working party.
    WorkingParty,
    /// Two sides only.
    Bilateral,
    /// A body of the United Nations.
    UnBody,
    /// Conference.
    Conference,
}

/// Where a meeting is held.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Venue {
    /// Town.
    pub name: Prose,
    /// Country code.
    pub country: PartnerCode,
}

/// Who leads the delegation and on what footing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Delegation {
    /// Post of the head, as far as the paper names it.
    pub lead: Prose,
    /// On what the head will speak.
    pub basis: Prose,
    /// Where it is said.
    pub source: Box<[Source]>,
}

/// Something that happened before the meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// `tte-2014-10/C1`.
    pub id: RecordId,
    /// The date as printed; absent where none is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raw: Option<Box<str>>,
    /// The same as a date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Span>,
    /// One line for a list.
    pub headline: Prose,
    /// What happened.
    pub text: Prose,
    /// Bodies and countries concerned.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub actors: Box<[PartnerCode]>,
    /// What a reader must be warned of.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub flags: Box<[Flag]>,
    /// Words of the passage, as printed and in the order of the alphabet, that our own texts do without: searched, never
    /// shown.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub printed: Box<str>,
    /// Where it is said.
    pub source: Box<[Source]>,
}

/// A piece of the setting in which the meeting takes place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Context {
    /// `tte-2014-10/E1`.
    pub id: RecordId,
    /// Whose view it is.
    pub holder: Holder,
    /// One line for a list.
    pub headline: Prose,
    /// What is said.
    pub text: Prose,
    /// What a reader must be warned of.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub flags: Box<[Flag]>,
    /// Words of the passage, as printed and in the order of the alphabet, that our own texts do without: searched, never
    /// shown.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub printed: Box<str>,
    /// Where it is said.
    pub source: Box<[Source]>,
}

/// A question put to the meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AgendaItem {
    /// `tte-2014-10/Q1`.
    pub id: RecordId,
    /// One line for a list.
    pub headline: Prose,
    /// The question.
    pub text: Prose,
    /// Points of position on it.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub positions: Box<[Position]>,
    /// Questions left open.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub open_questions: Box<[OpenQuestion]>,
    /// Records of any file that bear on it.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub related: Box<[RecordId]>,
    /// What a reader must be warned of.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub flags: Box<[Flag]>,
    /// Words of the passage, as printed and in the order of the alphabet, that our own texts do without: searched, never
    /// shown.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub printed: Box<str>,
    /// Where it is put.
    pub source: Box<[Source]>,
}

/// One point of a position.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// `tte-2014-10/P1.1`.
    pub id: RecordId,
    /// Whose position it is.
    pub holder: Holder,
    /// What the holder does with it.
    pub stance: Stance,
    /// One line for a list.
    pub headline: Prose,
    /// The point with every fact of the passage.
    pub text: Prose,
    /// The point for saying aloud, at most 25 words.
    pub line: Prose,
    /// What a reader must be warned of.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub flags: Box<[Flag]>,
    /// Words of the passage, as printed and in the order of the alphabet, that our own texts do without: searched, never
    /// shown.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub printed: Box<str>,
    /// Where it is said.
    pub source: Box<[Source]>,
}

/// Who holds a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Holder {
    /// The author's own country.
    Own,
    /// The European Union.
    Eu,
    /// The country holding the Presidency of the Council.
    Presidency,
    /// The European Commission.
    Commission,
    /// Somebody else.
    Other,
}

/// What a holder does with a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// Is for it.
    Supports,
    /// Asks others to act.
    CallsFor,
    /// Ties it to a condition.
    Conditions,
    /// Is against it.
    Opposes,
    /// Offers to do something.
    Offers,
    /// Asks a question.
    Asks,
    /// States it.
    Notes,
}

/// A question the paper leaves open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenQuestion {
    /// `tte-2014-10/OQ1`.
    pub id: RecordId,
    /// Who asks it.
    pub asked_by: Holder,
    /// One line for a list.
    pub headline: Prose,
    /// The question, with the answers on offer.
    pub text: Prose,
    /// Answers the paper itself offers.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub options: Box<[Prose]>,
    /// What a reader must be warned of.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub flags: Box<[Flag]>,
    /// Words of the passage, as printed and in the order of the alphabet, that our own texts do without: searched, never
    /// shown.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub printed: Box<str>,
    /// Where it is asked.
    pub source: Box<[Source]>,
}

/// Something planned for after the meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// `tte-2014-10/M1`.
    pub id: RecordId,
    /// One line for a list.
    pub headline: Prose,
    /// What is planned.
    pub text: Prose,
    /// Bodies concerned.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub actors: Box<[PartnerCode]>,
    /// The planned date as printed; absent where none is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raw: Option<Box<str>>,
    /// The planned date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<Span>,
    /// What a reader must be warned of.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub flags: Box<[Flag]>,
    /// Words of the passage, as printed and in the order of the alphabet, that our own texts do without: searched, never
    /// shown.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub printed: Box<str>,
    /// Where it is said.
    pub source: Box<[Source]>,
}

/// A person the paper speaks of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// `tte-2014-10/karklins`.
    pub id: RecordId,
    /// Name; absent where the paper names only a post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Box<str>>,
    /// Other spellings, each as printed.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub other_names: Box<[Box<str>]>,
    /// Post and part in the matter.
    pub role: Prose,
    /// What a reader must be warned of.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub flags: Box<[Flag]>,
    /// Words of the passage, as printed and in the order of the alphabet, that our own texts do without: searched, never
    /// shown.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub printed: Box<str>,
    /// Where the paper speaks of the person.
    pub source: Box<[Source]>,
}

/// A body or process the paper speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BodyRef {
    /// Code in the partner vocabulary.
    pub code: PartnerCode,
    /// The printed form.
    pub as_printed: Box<str>,
    /// Where it stands.
    pub source: Box<[Source]>,
}
