//! All records together with the ways between them, immutable once built.

mod hidden;
pub mod holding;
mod overlaid;

use std::ops::Range;
use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::concerns::Concerns;
use super::contents::Contents;
use super::count::Figures;
use super::ends::Ends;
use super::hidden::Hidden;
use super::id::{self, GlossaryId, PartnerCode, RecordId};
use super::meeting::{AgendaItem, Meeting};
use super::ordinals::{self, Ordinal, Ordinals};
use super::overlay::{Later, Link};
use super::record::Record;
use super::records::{Action, Document, Theme};
use super::text::Lang;
use super::uses::Uses;
use super::vocabulary::{GlossaryEntry, Partner};

/// Every record known to the program.
///
/// The order is that of the files, and in each file that of the document.
#[derive(Debug, Default)]
pub struct Dataset {
    documents: Vec<Document>,
    themes: Vec<Theme>,
    /// Those of each file where they were read: a hundred thousand of them are not moved in a moment.
    actions: Vec<Vec<Action>>,
    meetings: Vec<Meeting>,
    partners: Vec<Partner>,
    glossary: Vec<GlossaryEntry>,
    links: Vec<Link>,
    later: Vec<Later>,
    /// Paper in which each meeting is told, by the meeting's id.
    papers: FxHashMap<RecordId, RecordId>,
    /// Ids under which partners and glossary entries are records like any other.
    partner_ids: Vec<RecordId>,
    term_ids: Vec<RecordId>,
    partner_slots: FxHashMap<PartnerCode, u32>,
    term_slots: FxHashMap<GlossaryId, u32>,
    /// Every record, in order.
    slots: Vec<Slot>,
    ordinals: Ordinals,
    /// Who is named where; read when it is first asked for.
    concerns: OnceLock<Concerns>,
    /// Actions under each theme and its sub-themes, in order.
    under: FxHashMap<RecordId, Vec<Ordinal>>,
    /// Of each paper with themes or actions, counted when first asked for.
    figures: FxHashMap<RecordId, OnceLock<Figures>>,
    /// Of each record whose texts hid something in their file.
    hidden: FxHashMap<RecordId, Vec<Hidden>>,
    /// These three are read when first asked for: with what something came later, ends, uses.
    targets: OnceLock<FxHashSet<RecordId>>,
    pub(super) ends: OnceLock<Ends>,
    pub(super) uses: OnceLock<Uses>,
}

/// Where a record lies in the dataset.
#[derive(Debug, Clone, Copy)]
enum Slot {
    Document(u32),
    Theme(u32),
    Action(u32, u32),
    Meeting(u32),
    Event(u32, u32),
    Context(u32, u32),
    Item(u32, u32),
    Position(u32, u32, u32),
    Question(u32, u32, u32),
    Milestone(u32, u32),
    Person(u32, u32),
    Partner(u32),
    Term(u32),
}

impl Dataset {
    /// Builds the dataset from files that keep their shape and rules.
    #[must_use]
    pub fn build(files: impl IntoIterator<Item = Contents>) -> Self {
        let mut dataset = Self::default();
        for contents in files {
            match contents {
                Contents::Document(file) => {
                    dataset.documents.push(file.document);
                    dataset.themes.extend(file.themes);
                    dataset.actions.push(file.actions);
                }
                Contents::Meeting(file) => {
                    dataset.papers.insert(file.meeting.id.clone(), file.document.id.clone());
                    dataset.documents.push(file.document);
                    dataset.meetings.push(file.meeting);
                }
                Contents::Partners(file) => dataset.partners.extend(file.partners),
                Contents::Glossary(file) => dataset.glossary.extend(file.entries),
                Contents::Links(file) => dataset.links.extend(file.links),
                Contents::Later(file) => dataset.later.extend(file.later),
            }
        }
        dataset.index();
        dataset
    }

    fn index(&mut self) {
        self.partner_ids = self.partners.iter().map(|partner| id::of_partner(&partner.code)).collect();
        self.term_ids = self.glossary.iter().map(|entry| id::of_term(&entry.id)).collect();
        self.partner_slots = self.partners.iter().map(|partner| partner.code.clone()).zip(0..).collect();
        self.term_slots = self.glossary.iter().map(|entry| entry.id.clone()).zip(0..).collect();
        self.slots = self.all_slots();
        // Each id is looked at but once: they lie all over memory.
        let mut plans = Vec::<&str>::new();
        let mut hashes = Vec::with_capacity(self.slots.len());
        for record in self.records() {
            let id = record.id();
            if matches!(record, Record::Theme(_) | Record::Action(_)) && plans.last() != Some(&id.collection()) {
                plans.push(id.collection());
            }
            hashes.push(ordinals::hash(id));
        }
        self.figures = plans.into_iter().map(|plan| (RecordId::new(plan), OnceLock::new())).collect();
        self.ordinals = Ordinals::of(&hashes, |place| self.at(place).map(Record::id));
        // A user's file may have replaced the record at the other end of a built-in link.
        let has_ends = |link: &Link| self.ordinal(&link.from).is_some() && self.ordinal(&link.to).is_some();
        self.links = self.links.iter().filter(|link| has_ends(link)).cloned().collect();
        let mut under: FxHashMap<RecordId, Vec<Ordinal>> = FxHashMap::default();
        for (ordinal, record) in self.ordered() {
            let Record::Action(action) = record else { continue };
            let above = self.theme(&action.theme).and_then(|theme| theme.parent.as_ref());
            for theme in [Some(&action.theme), above].into_iter().flatten() {
                under.entry(theme.clone()).or_default().push(ordinal);
            }
        }
        self.under = under;
    }

    fn all_slots(&self) -> Vec<Slot> {
        let mut slots = Vec::new();
        slots.extend(places(&self.documents).map(Slot::Document));
        slots.extend(places(&self.themes).map(Slot::Theme));
        for (file, actions) in (0..).zip(&self.actions) {
            slots.extend(places(actions).map(|i| Slot::Action(file, i)));
        }
        for (m, meeting) in (0..).zip(&self.meetings) {
            slots.push(Slot::Meeting(m));
            slots.extend(places(&meeting.chronology).map(|i| Slot::Event(m, i)));
            slots.extend(places(&meeting.context).map(|i| Slot::Context(m, i)));
            for (i, item) in (0..).zip(&meeting.agenda) {
                slots.push(Slot::Item(m, i));
                slots.extend(places(&item.positions).map(|j| Slot::Position(m, i, j)));
                slots.extend(places(&item.open_questions).map(|j| Slot::Question(m, i, j)));
            }
            slots.extend(places(&meeting.milestones).map(|i| Slot::Milestone(m, i)));
            slots.extend(places(&meeting.people).map(|i| Slot::Person(m, i)));
        }
        slots.extend(places(&self.partners).map(Slot::Partner));
        slots.extend(places(&self.glossary).map(Slot::Term));
        slots
    }

    /// The record with this id.
    #[must_use]
    pub fn record(&self, id: &RecordId) -> Option<Record<'_>> {
        self.at(self.ordinal(id)?)
    }

    /// The place of the record with this id.
    #[must_use]
    pub fn ordinal(&self, id: &RecordId) -> Option<Ordinal> {
        self.ordinals.get(id, |place| self.at(place).map(Record::id))
    }

    /// The record at this place.
    #[must_use]
    pub fn at(&self, ordinal: Ordinal) -> Option<Record<'_>> {
        self.slots.get(ordinal.0 as usize).and_then(|slot| self.in_slot(*slot))
    }

    fn in_slot(&self, slot: Slot) -> Option<Record<'_>> {
        let meeting = |m: u32| self.meetings.get(m as usize);
        let item = |m: u32, i: u32| meeting(m)?.agenda.get(i as usize);
        Some(match slot {
            Slot::Document(i) => Record::Document(self.documents.get(i as usize)?),
            Slot::Theme(i) => Record::Theme(self.themes.get(i as usize)?),
            Slot::Action(file, i) => Record::Action(self.actions.get(file as usize)?.get(i as usize)?),
            Slot::Meeting(m) => Record::Meeting(meeting(m)?),
            Slot::Event(m, i) => Record::Event(meeting(m)?.chronology.get(i as usize)?),
            Slot::Context(m, i) => Record::Context(meeting(m)?.context.get(i as usize)?),
            Slot::Item(m, i) => Record::Item(item(m, i)?),
            Slot::Position(m, i, j) => Record::Position(item(m, i)?.positions.get(j as usize)?),
            Slot::Question(m, i, j) => Record::Question(item(m, i)?.open_questions.get(j as usize)?),
            Slot::Milestone(m, i) => Record::Milestone(meeting(m)?.milestones.get(i as usize)?),
            Slot::Person(m, i) => Record::Person(meeting(m)?.people.get(i as usize)?),
            Slot::Partner(i) => {
                Record::Partner { id: self.partner_ids.get(i as usize)?, partner: self.partners.get(i as usize)? }
            }
            Slot::Term(i) => Record::Term { id: self.term_ids.get(i as usize)?, entry: self.glossary.get(i as usize)? },
        })
    }

    /// How many records there are.
    #[must_use]
    pub fn count(&self) -> u32 {
        u32::try_from(self.slots.len()).unwrap_or(u32::MAX)
    }

    /// All records: papers, themes, actions, the parts of each meeting, partners, glossary entries.
    pub fn records(&self) -> impl Iterator<Item = Record<'_>> {
        self.slots.iter().filter_map(|slot| self.in_slot(*slot))
    }

    /// The same, each with its place.
    pub fn ordered(&self) -> impl Iterator<Item = (Ordinal, Record<'_>)> {
        (0..).map(Ordinal).zip(self.slots.iter()).filter_map(|(ordinal, slot)| Some((ordinal, self.in_slot(*slot)?)))
    }

    /// Records a person means by `typed`: the whole id, or its local part in any collection.
    #[must_use]
    pub fn named(&self, typed: &str) -> Vec<Record<'_>> {
        if let Some(record) = self.record(&RecordId::new(typed)) {
            return vec![record];
        }
        let same = |id: &RecordId| [id.as_str(), id.local(), id.number()].iter().any(|n| n.eq_ignore_ascii_case(typed));
        self.records().filter(|record| same(record.id())).collect()
    }

    /// Papers.
    #[must_use]
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// Themes and sub-themes in printed order.
    #[must_use]
    pub fn themes(&self) -> &[Theme] {
        &self.themes
    }

    /// Actions in printed order.
    pub fn actions(&self) -> impl Iterator<Item = &Action> + Clone {
        self.actions.iter().flatten()
    }

    /// Meetings.
    #[must_use]
    pub fn meetings(&self) -> &[Meeting] {
        &self.meetings
    }

    /// The partner vocabulary.
    #[must_use]
    pub fn partners(&self) -> &[Partner] {
        &self.partners
    }

    /// The glossary.
    #[must_use]
    pub fn glossary(&self) -> &[GlossaryEntry] {
        &self.glossary
    }

    /// Who is named where.
    #[must_use]
    pub fn concerns(&self) -> &Concerns {
        self.concerns.get_or_init(|| Concerns::of(self))
    }

    /// The partner with this code.
    #[must_use]
    pub fn partner(&self, code: &PartnerCode) -> Option<&Partner> {
        self.partners.get(self.place_of_partner(code)? as usize)
    }

    /// The place of a partner in the vocabulary.
    #[must_use]
    pub fn place_of_partner(&self, code: &PartnerCode) -> Option<u32> {
        self.partner_slots.get(code).copied()
    }

    /// The place of a glossary entry.
    #[must_use]
    pub fn place_of_term(&self, id: &GlossaryId) -> Option<u32> {
        self.term_slots.get(id).copied()
    }

    /// The place of a theme among the themes.
    #[must_use]
    pub fn place_of_theme(&self, id: &RecordId) -> Option<u32> {
        match *self.slots.get(self.ordinal(id)?.0 as usize)? {
            Slot::Theme(place) => Some(place),
            _ => None,
        }
    }

    /// The glossary entry with this id.
    #[must_use]
    pub fn term(&self, id: &GlossaryId) -> Option<&GlossaryEntry> {
        self.glossary.get(self.place_of_term(id)? as usize)
    }

    /// What an abbreviation of one language is in the other.
    #[must_use]
    pub fn abbreviation(&self, short: &str, lang: Lang) -> Option<&str> {
        let has = |entry: &GlossaryEntry, lang| entry.abbreviations.in_lang(lang).iter().any(|word| **word == *short);
        // One that both languages use needs no other form.
        let has_it = |entry: &&GlossaryEntry| has(entry, lang) && !has(entry, lang.other());
        let others = self.glossary.iter().filter(has_it).flat_map(|entry| entry.abbreviations.in_lang(lang.other()));
        others.map(|word| &**word).next()
    }

    /// The theme with this id.
    #[must_use]
    pub fn theme(&self, id: &RecordId) -> Option<&Theme> {
        match self.record(id) {
            Some(Record::Theme(theme)) => Some(theme),
            _ => None,
        }
    }

    /// The paper a record stands in; a meeting's parts stand in the paper that tells of it.
    #[must_use]
    pub fn document_of(&self, id: &RecordId) -> Option<&Document> {
        let collection = RecordId::new(id.collection());
        let paper = self.papers.get(&collection).unwrap_or(&collection);
        self.documents.iter().find(|document| document.id == *paper)
    }

    /// Whether a paper sets out themes or actions.
    #[must_use]
    pub fn is_plan(&self, document: &Document) -> bool {
        self.figures.contains_key(&document.id)
    }

    /// How the actions of a paper are spread, if it has any.
    #[must_use]
    pub fn figures(&self, document: &RecordId) -> Option<&Figures> {
        let figures = self.figures.get(document)?.get_or_init(|| Figures::of(self, document));
        Some(figures).filter(|figures| figures.actions > 0)
    }

    /// The meeting a record is part of.
    #[must_use]
    pub fn meeting_of(&self, id: &RecordId) -> Option<&Meeting> {
        self.meetings.iter().find(|meeting| meeting.id.as_str() == id.collection())
    }

    /// The question for discussion under which a position or an open question stands.
    #[must_use]
    pub fn item_of(&self, id: &RecordId) -> Option<&AgendaItem> {
        match *self.slots.get(self.ordinal(id)?.0 as usize)? {
            Slot::Position(m, i, _) | Slot::Question(m, i, _) => self.meetings.get(m as usize)?.agenda.get(i as usize),
            _ => None,
        }
    }

    /// Actions under a theme and under its sub-themes.
    pub fn actions_under(&self, theme: &RecordId) -> impl Iterator<Item = &Action> {
        self.actions_at(self.under.get(theme).map_or(&[], Vec::as_slice))
    }

    /// The actions among the records at these places.
    pub(super) fn actions_at<'a>(&'a self, places: &'a [Ordinal]) -> impl Iterator<Item = &'a Action> {
        places.iter().filter_map(|place| match self.at(*place)? {
            Record::Action(action) => Some(action),
            _ => None,
        })
    }

    /// How many actions stand under a theme and its sub-themes.
    #[must_use]
    pub fn count_under(&self, theme: &RecordId) -> usize {
        self.under.get(theme).map_or(0, Vec::len)
    }

    /// Reads beforehand what is otherwise read when it is first asked for.
    pub fn warm_up(&self) {
        let _ = self.concerns();
        let _ = self.documents.iter().filter_map(|document| self.figures(&document.id)).count();
        self.ends();
        self.uses();
    }
}

/// The places in a list.
fn places<T>(list: &[T]) -> Range<u32> {
    0..u32::try_from(list.len()).unwrap_or(u32::MAX)
}
