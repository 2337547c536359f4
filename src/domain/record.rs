//! One record of any kind, and what can be asked of all of them alike.

use serde::Serialize;

use super::date::Span;
use super::id::{PartnerCode, RecordId};
use super::meeting::{AgendaItem, Context, Event, Meeting, Milestone, OpenQuestion, Person, Position};
use super::records::{Action, Document, PartnerRole, Source, Theme};
use super::text::{EnStatus, Lang};
use super::vocabulary::{GlossaryEntry, Partner};

/// One record of any kind.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(untagged)]
pub enum Record<'a> {
    /// A paper.
    Document(&'a Document),
    /// A theme or sub-theme.
    Theme(&'a Theme),
    /// An action.
    Action(&'a Action),
    /// A meeting.
    Meeting(&'a Meeting),
    /// What happened before a meeting.
    Event(&'a Event),
    /// A piece of a meeting's setting.
    Context(&'a Context),
    /// A question for discussion.
    Item(&'a AgendaItem),
    /// A point of a position.
    Position(&'a Position),
    /// A question left open.
    Question(&'a OpenQuestion),
    /// What is planned after a meeting.
    Milestone(&'a Milestone),
    /// A person.
    Person(&'a Person),
    /// A partner: country, group, region, body or scope.
    Partner {
        /// Its id as a record.
        #[serde(skip)]
        id: &'a RecordId,
        /// The partner.
        #[serde(flatten)]
        partner: &'a Partner,
    },
    /// An entry of the glossary.
    Term {
        /// Its id as a record.
        #[serde(skip)]
        id: &'a RecordId,
        /// The entry.
        #[serde(flatten)]
        entry: &'a GlossaryEntry,
    },
}

/// Kind of record, for a label or a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RecordKind {
    /// A paper.
    Document,
    /// A theme or sub-theme.
    Theme,
    /// An action.
    Action,
    /// A meeting.
    Meeting,
    /// What happened before a meeting.
    Event,
    /// A piece of a meeting's setting.
    Context,
    /// A question for discussion.
    Item,
    /// A point of a position.
    Position,
    /// A question left open.
    Question,
    /// What is planned after a meeting.
    Milestone,
    /// A person.
    Person,
    /// A partner: country, group, region, body or scope.
    Partner,
    /// An entry of the glossary.
    Term,
}

impl RecordKind {
    /// The word used in files and on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Theme => "theme",
            Self::Action => "action",
            Self::Meeting => "meeting",
            Self::Event => "event",
            Self::Context => "context",
            Self::Item => "agenda_item",
            Self::Position => "position",
            Self::Question => "open_question",
            Self::Milestone => "milestone",
            Self::Person => "person",
            Self::Partner => "partner",
            Self::Term => "term",
        }
    }
}

/// A partner or body that a record names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named<'a> {
    /// Its code.
    pub code: &'a PartnerCode,
    /// Whether it is a partner of the record.
    pub role: PartnerRole,
    /// Whether all members of a group are meant.
    pub is_whole: bool,
}

impl<'a> Record<'a> {
    /// The partners and bodies it names, in the order of the record.
    ///
    /// A meeting's paper gives nobody as a partner: there all are only named.
    #[must_use]
    pub fn named(self) -> Vec<Named<'a>> {
        let named = |code| Named { code, role: PartnerRole::Named, is_whole: true };
        match self {
            Self::Action(action) => {
                let partners = action.partners.iter();
                partners.map(|p| Named { code: &p.code, role: p.role, is_whole: !p.members_by_name }).collect()
            }
            Self::Event(event) => event.actors.iter().map(named).collect(),
            Self::Milestone(milestone) => milestone.actors.iter().map(named).collect(),
            Self::Meeting(meeting) => {
                let bodies = meeting.bodies.iter().map(|body| &body.code);
                bodies.chain(&meeting.presidency).chain([&meeting.place.country]).map(named).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Its id.
    #[must_use]
    pub fn id(self) -> &'a RecordId {
        match self {
            Self::Document(r) => &r.id,
            Self::Theme(r) => &r.id,
            Self::Action(r) => &r.id,
            Self::Meeting(r) => &r.id,
            Self::Event(r) => &r.id,
            Self::Context(r) => &r.id,
            Self::Item(r) => &r.id,
            Self::Position(r) => &r.id,
            Self::Question(r) => &r.id,
            Self::Milestone(r) => &r.id,
            Self::Person(r) => &r.id,
            Self::Partner { id, .. } | Self::Term { id, .. } => id,
        }
    }

    /// Its kind.
    #[must_use]
    pub fn kind(self) -> RecordKind {
        match self {
            Self::Document(_) => RecordKind::Document,
            Self::Theme(_) => RecordKind::Theme,
            Self::Action(_) => RecordKind::Action,
            Self::Meeting(_) => RecordKind::Meeting,
            Self::Event(_) => RecordKind::Event,
            Self::Context(_) => RecordKind::Context,
            Self::Item(_) => RecordKind::Item,
            Self::Position(_) => RecordKind::Position,
            Self::Question(_) => RecordKind::Question,
            Self::Milestone(_) => RecordKind::Milestone,
            Self::Person(_) => RecordKind::Person,
            Self::Partner { .. } => RecordKind::Partner,
            Self::Term { .. } => RecordKind::Term,
        }
    }

    /// The line that names it in a list.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'a str {
        match self {
            Self::Document(r) => r.title.as_ref().map_or(r.citation.in_lang(lang), |title| title.in_lang(lang)),
            Self::Theme(r) => r.title.in_lang(lang),
            Self::Action(r) => r.title.in_lang(lang),
            Self::Meeting(r) => r.name.in_lang(lang),
            Self::Event(r) => r.headline.in_lang(lang),
            Self::Context(r) => r.headline.in_lang(lang),
            Self::Item(r) => r.headline.in_lang(lang),
            Self::Position(r) => r.headline.in_lang(lang),
            Self::Question(r) => r.headline.in_lang(lang),
            Self::Milestone(r) => r.headline.in_lang(lang),
            Self::Person(r) => r.name.as_deref().unwrap_or_else(|| r.role.in_lang(lang)),
            Self::Partner { partner, .. } => partner.name.in_lang(lang),
            Self::Term { entry, .. } => entry.name.in_lang(lang),
        }
    }

    /// Where the English of its title comes from; everything but a printed title is our own.
    #[must_use]
    pub fn en_status(self) -> EnStatus {
        match self {
            Self::Document(r) => r.title.as_ref().map_or(EnStatus::Own, |title| title.en_status),
            Self::Theme(r) => r.title.en_status,
            Self::Action(r) => r.title.en_status,
            _ => EnStatus::Own,
        }
    }

    /// Where it stands in its document.
    #[must_use]
    pub fn source(self) -> &'a [Source] {
        match self {
            Self::Document(_) | Self::Partner { .. } | Self::Term { .. } => &[],
            Self::Theme(r) => &r.source,
            Self::Action(r) => &r.source,
            Self::Meeting(r) => &r.source,
            Self::Event(r) => &r.source,
            Self::Context(r) => &r.source,
            Self::Item(r) => &r.source,
            Self::Position(r) => &r.source,
            Self::Question(r) => &r.source,
            Self::Milestone(r) => &r.source,
            Self::Person(r) => &r.source,
        }
    }

    /// When it was or is to be: of a meeting, what led to one and what comes after.
    #[must_use]
    pub fn date(self) -> Option<Span> {
        match self {
            Self::Meeting(r) => Some(r.date),
            Self::Event(r) => r.date,
            Self::Milestone(r) => r.planned,
            _ => None,
        }
    }

    /// Words of its printed passage that its own texts do without.
    #[must_use]
    pub fn printed(self) -> &'a str {
        match self {
            Self::Document(_) | Self::Theme(_) | Self::Partner { .. } | Self::Term { .. } => "",
            Self::Action(r) => &r.printed,
            Self::Meeting(r) => &r.printed,
            Self::Event(r) => &r.printed,
            Self::Context(r) => &r.printed,
            Self::Item(r) => &r.printed,
            Self::Position(r) => &r.printed,
            Self::Question(r) => &r.printed,
            Self::Milestone(r) => &r.printed,
            Self::Person(r) => &r.printed,
        }
    }
}
