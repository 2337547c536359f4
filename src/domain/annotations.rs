//! What the user adds to the records: marks, notes, own lines, and how a briefing is to be made of them.
//!
//! Never mixed with what a document says. Texts are kept so that nobody's words are lost: two windows that write on the
//! same record at once leave two versions, until the user makes one of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::id::RecordId;
use super::kept::{Book, Worth};
use super::pace::Pace;
use super::text::Lang;
use super::untrusted;
use super::versions::Versions;

type Other = BTreeMap<String, serde_json::Value>;

/// Everything the user has added, as the file holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotations {
    /// Version of the format.
    pub schema_version: u32,
    /// What stands over the briefing.
    #[serde(default)]
    pub heading: Heading,
    /// Marked records, in the order of the briefing.
    #[serde(default)]
    pub marked: Vec<RecordId>,
    /// What was added to each record.
    #[serde(default)]
    pub records: BTreeMap<RecordId, Added>,
    /// What a later version of this program may have put there.
    #[serde(flatten)]
    other: Other,
}

/// What stands over the briefing, and how it is made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// The meeting it is for, in the user's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub meeting: String,
    /// Its date, in the user's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// For whom it is prepared.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub audience: String,
    /// Longest time to speak, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// Words a minute in Latvian.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pace_lv: Option<u32>,
    /// Words a minute in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pace_en: Option<u32>,
    /// How the entries are grouped.
    #[serde(default)]
    pub grouping: Grouping,
    /// What a later version of this program may have put there.
    #[serde(flatten)]
    other: Other,
}

impl Heading {
    /// Words a minute in `lang`; the usual ones where none are kept.
    #[must_use]
    pub fn pace(&self, lang: Lang, usual: Pace) -> u32 {
        let kept = match lang {
            Lang::Lv => self.pace_lv,
            Lang::En => self.pace_en,
        };
        kept.unwrap_or(usual.of(lang))
    }

    /// A heading of nothing but how fast the user speaks.
    #[must_use]
    fn pace_alone(&self) -> Self {
        Self { pace_lv: self.pace_lv, pace_en: self.pace_en, ..Self::default() }
    }
}

/// How the entries of a briefing are grouped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grouping {
    /// Not at all: in the user's order.
    #[default]
    None,
    /// Under the agenda items they bear on.
    Item,
    /// Under their themes.
    Theme,
    /// Under their partners.
    Partner,
}

impl Grouping {
    /// The next one.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::None => Self::Item,
            Self::Item => Self::Theme,
            Self::Theme => Self::Partner,
            Self::Partner => Self::None,
        }
    }
}

/// What was added to one record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Added {
    /// What is to be reached.
    #[serde(default, skip_serializing_if = "Versions::is_empty")]
    pub objective: Versions,
    /// Own lines to be said.
    #[serde(default, skip_serializing_if = "Versions::is_empty")]
    pub points: Versions,
    /// A note, for the user alone.
    #[serde(default, skip_serializing_if = "Versions::is_empty")]
    pub note: Versions,
    /// Fingerprint of the record when something was last written on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written_on: Option<String>,
    /// What one will do at this agenda item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intent: Option<Intent>,
    /// How much of it the briefing shows.
    #[serde(default, skip_serializing_if = "Depth::is_whole")]
    pub depth: Depth,
    /// What a later version of this program may have put there.
    #[serde(flatten)]
    other: Other,
}

impl Added {
    /// The texts of a slot.
    #[must_use]
    pub fn texts(&self, slot: Slot) -> &Versions {
        match slot {
            Slot::Objective => &self.objective,
            Slot::Points => &self.points,
            Slot::Note => &self.note,
        }
    }

    /// Whether something was written.
    #[must_use]
    pub fn has_text(&self) -> bool {
        Slot::ALL.into_iter().any(|slot| !self.texts(slot).is_empty())
    }
}

/// Which text of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slot {
    /// What is to be reached.
    Objective,
    /// Own lines to be said.
    Points,
    /// A note.
    Note,
}

impl Slot {
    /// All of them, in the order of a briefing.
    pub const ALL: [Self; 3] = [Self::Objective, Self::Points, Self::Note];
}

/// What one will do at an agenda item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    /// Speak.
    Speak,
    /// Listen.
    Listen,
    /// Say that there is no objection.
    NoObjection,
    /// Speak if it is raised.
    IfRaised,
}

impl Intent {
    /// The one after `intent`; none after the last.
    #[must_use]
    pub fn after(intent: Option<Self>) -> Option<Self> {
        match intent {
            None => Some(Self::Speak),
            Some(Self::Speak) => Some(Self::Listen),
            Some(Self::Listen) => Some(Self::NoObjection),
            Some(Self::NoObjection) => Some(Self::IfRaised),
            Some(Self::IfRaised) => None,
        }
    }
}

/// How much of a record a briefing shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Depth {
    /// All of it.
    #[default]
    Whole,
    /// What is said and the sources.
    Short,
    /// Its title.
    Title,
}

impl Depth {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "asked by serde")]
    fn is_whole(&self) -> bool {
        *self == Self::Whole
    }

    /// The next one.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Whole => Self::Short,
            Self::Short => Self::Title,
            Self::Title => Self::Whole,
        }
    }
}

/// A change to what the user has added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Records are marked: they stand at the end of the briefing, unless they are in it.
    Mark(Vec<RecordId>),
    /// Records are marked no longer.
    Unmark(Vec<RecordId>),
    /// A marked record goes before another, or to the end.
    Move {
        /// The record.
        id: RecordId,
        /// The one it is to stand before.
        before: Option<RecordId>,
    },
    /// A text is written; an empty one is deleted.
    Write {
        /// The record.
        id: RecordId,
        /// Which text.
        slot: Slot,
        /// The versions that its author has seen.
        seen: Vec<String>,
        /// The text.
        text: String,
        /// Fingerprint of the record.
        on: String,
    },
    /// What one will do at an agenda item.
    Intend(RecordId, Option<Intent>),
    /// How much of a record the briefing shows.
    Show(RecordId, Depth),
    /// What stands over the briefing.
    Head(Head),
}

/// A change to what stands over the briefing.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the heading")]
pub enum Head {
    Meeting(String),
    Date(String),
    Audience(String),
    Limit(Option<u32>),
    Pace(Lang, Option<u32>),
    Group(Grouping),
}

impl Default for Annotations {
    fn default() -> Self {
        Self {
            schema_version: Self::VERSION,
            heading: Heading::default(),
            marked: Vec::new(),
            records: BTreeMap::new(),
            other: Other::new(),
        }
    }
}

impl Annotations {
    /// What was added to a record.
    #[must_use]
    pub fn of(&self, id: &RecordId) -> Option<&Added> {
        self.records.get(id)
    }

    /// Whether a record is marked.
    #[must_use]
    pub fn is_marked(&self, id: &RecordId) -> bool {
        self.marked.contains(id)
    }

    /// The same for records other than the marked ones: what stands over the briefing, and how much it shows of each, is
    /// of those alone; how fast the user speaks is not.
    #[must_use]
    pub fn for_others(mut self) -> Self {
        self.heading = self.heading.pace_alone();
        self.records.values_mut().for_each(|added| added.depth = Depth::Whole);
        self
    }

    fn with(&mut self, id: &RecordId, change: impl FnOnce(&mut Added)) {
        let added = self.records.entry(id.clone()).or_default();
        change(added);
        if *added == Added::default() {
            self.records.remove(id);
        }
    }
}

impl Book for Annotations {
    type Change = Change;

    const VERSION: u32 = 1;
    const WORTH: Worth = Worth::Precious;

    fn is_asked_for(_: &Change) -> bool {
        true
    }

    fn cleaned(mut self) -> Self {
        let clean = |text: &mut String| *text = untrusted::block(text).into_owned();
        for added in self.records.values_mut() {
            let texts = [&mut added.objective, &mut added.points, &mut added.note];
            texts.into_iter().flat_map(Versions::all_mut).for_each(clean);
        }
        let heading = &mut self.heading;
        [&mut heading.meeting, &mut heading.date, &mut heading.audience].into_iter().for_each(clean);
        self
    }

    fn apply(&mut self, change: &Change) {
        match change {
            Change::Mark(ids) => {
                for id in ids {
                    if !self.is_marked(id) {
                        self.marked.push(id.clone());
                    }
                }
            }
            Change::Unmark(ids) => self.marked.retain(|marked| !ids.contains(marked)),
            Change::Move { id, before } => {
                // Another window may have unmarked either of the two.
                let Some(from) = self.marked.iter().position(|marked| marked == id) else { return };
                let id = self.marked.remove(from);
                let to = before.as_ref().and_then(|before| self.marked.iter().position(|marked| marked == before));
                self.marked.insert(to.unwrap_or(self.marked.len()), id);
            }
            Change::Write { id, slot, seen, text, on } => self.with(id, |added| {
                let versions = match slot {
                    Slot::Objective => &mut added.objective,
                    Slot::Points => &mut added.points,
                    Slot::Note => &mut added.note,
                };
                versions.write(seen, text);
                added.written_on = added.has_text().then(|| on.clone());
            }),
            Change::Intend(id, intent) => self.with(id, |added| added.intent = *intent),
            Change::Show(id, depth) => self.with(id, |added| added.depth = *depth),
            Change::Head(head) => {
                let heading = &mut self.heading;
                match head.clone() {
                    Head::Meeting(text) => heading.meeting = text,
                    Head::Date(text) => heading.date = text,
                    Head::Audience(text) => heading.audience = text,
                    Head::Limit(minutes) => heading.limit = minutes,
                    Head::Pace(Lang::Lv, pace) => heading.pace_lv = pace,
                    Head::Pace(Lang::En, pace) => heading.pace_en = pace,
                    Head::Group(grouping) => heading.grouping = grouping,
                }
            }
        }
    }
}
