//! The shared vocabulary: partners, groups and regions, and the glossary of abbreviations and terms.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::{GlossaryId, PartnerCode};
use super::records::Keywords;
use super::text::Prose;

/// A file of kind `partners`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PartnersFile {
    /// Version of this file format; this program reads 1.
    pub schema_version: u32,
    /// Always `partners`.
    pub kind: String,
    /// The vocabulary.
    pub partners: Vec<Partner>,
}

/// A country, group, region, body or scope that an action or a meeting concerns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    /// ISO 3166-1 alpha-2, `m49:419`, `grp:g7`, `org:oecd`, `scope:global` ...
    pub code: PartnerCode,
    /// What it is.
    pub kind: PartnerKind,
    /// Full name.
    pub name: Prose,
    /// Short form for narrow columns; the code or name serves where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<Prose>,
    /// Other names and spellings in each language.
    #[serde(default)]
    pub aliases: Keywords,
    /// Other codes: ISO alpha-3, EU house codes.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub codes: Box<[Box<str>]>,
    /// Regions it lies in, the nearest first.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub within: Box<[PartnerCode]>,
    /// Members of a group, as of `members_as_of`.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub members: Box<[PartnerCode]>,
    /// When the list of members was valid (EDTF).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members_as_of: Option<super::date::Date>,
    /// Where the list of members was taken from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members_source: Option<Prose>,
    /// Footnote that goes with every mention.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footnote: Option<Prose>,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Prose>,
}

/// Kind of partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PartnerKind {
    /// A state.
    Country,
    /// A territory with a code of its own.
    Territory,
    /// An economy, named so to avoid a word on its status.
    Economy,
    /// A part of the world.
    Region,
    /// A group of states.
    Group,
    /// An organisation or body.
    Organisation,
    /// A company.
    Company,
    /// A programme or alliance.
    Programme,
    /// A negotiation or review process.
    Process,
    /// A way of working: global, multilateral, bilateral.
    Scope,
    /// Named in a document and not explained anywhere.
    Unresolved,
}

/// A file of kind `glossary`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GlossaryFile {
    /// Version of this file format; this program reads 1.
    pub schema_version: u32,
    /// Always `glossary`.
    pub kind: String,
    /// The entries.
    pub entries: Vec<GlossaryEntry>,
}

/// An abbreviation, act, programme or term in both languages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GlossaryEntry {
    /// `dma`, `single-digital-gateway`.
    pub id: GlossaryId,
    /// What it is.
    pub kind: GlossaryKind,
    /// Full name in each language.
    pub name: Prose,
    /// Abbreviations used in each language.
    #[serde(default)]
    pub abbreviations: Keywords,
    /// Other words for it in each language.
    #[serde(default)]
    pub aliases: Keywords,
    /// What a reader should know: official number, collision, origin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Prose>,
    /// Whether readers know its abbreviation without being told the name.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub familiar: bool,
    /// Entries with which it is easily confused.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub not_to_confuse: Box<[GlossaryId]>,
}

/// Kind of glossary entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GlossaryKind {
    /// A legal act.
    Act,
    /// A programme, fund, plan, strategy or toolbox.
    Programme,
    /// A body or network.
    Body,
    /// A process of negotiation or review.
    Process,
    /// A technical or policy term.
    Term,
}
