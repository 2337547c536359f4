//! All records together with the ways between them, immutable once built.

use std::collections::HashMap;

use super::contents::Contents;
use super::date::Date;
use super::id::{GlossaryId, PartnerCode, RecordId};
use super::meeting::{AgendaItem, Meeting};
use super::overlay::{Later, Link};
use super::record::Record;
use super::records::{Action, Document, Theme};
use super::vocabulary::{GlossaryEntry, Partner};

/// Every record known to the program.
///
/// The order is that of the files, and in each file that of the document.
#[derive(Debug, Default)]
pub struct Dataset {
    documents: Vec<Document>,
    themes: Vec<Theme>,
    actions: Vec<Action>,
    meetings: Vec<Meeting>,
    partners: Vec<Partner>,
    glossary: Vec<GlossaryEntry>,
    links: Vec<Link>,
    later: Vec<Later>,
    /// Paper in which each meeting is told, by the meeting's id.
    papers: HashMap<RecordId, RecordId>,
    slots: HashMap<RecordId, Slot>,
    partner_slots: HashMap<PartnerCode, usize>,
    term_slots: HashMap<GlossaryId, usize>,
    order: Vec<RecordId>,
}

/// Where a record lies in the dataset.
#[derive(Debug, Clone, Copy)]
enum Slot {
    Document(usize),
    Theme(usize),
    Action(usize),
    Meeting(usize),
    Event(usize, usize),
    Context(usize, usize),
    Item(usize, usize),
    Position(usize, usize, usize),
    Question(usize, usize, usize),
    Milestone(usize, usize),
    Person(usize, usize),
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
                    dataset.actions.extend(file.actions);
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
        let mut slots: Vec<(RecordId, Slot)> = Vec::new();
        slots.extend(self.documents.iter().enumerate().map(|(i, r)| (r.id.clone(), Slot::Document(i))));
        slots.extend(self.themes.iter().enumerate().map(|(i, r)| (r.id.clone(), Slot::Theme(i))));
        slots.extend(self.actions.iter().enumerate().map(|(i, r)| (r.id.clone(), Slot::Action(i))));
        for (m, meeting) in self.meetings.iter().enumerate() {
            slots.push((meeting.id.clone(), Slot::Meeting(m)));
            slots.extend(meeting.chronology.iter().enumerate().map(|(i, r)| (r.id.clone(), Slot::Event(m, i))));
            slots.extend(meeting.context.iter().enumerate().map(|(i, r)| (r.id.clone(), Slot::Context(m, i))));
            for (i, item) in meeting.agenda.iter().enumerate() {
                slots.push((item.id.clone(), Slot::Item(m, i)));
                slots.extend(item.positions.iter().enumerate().map(|(j, r)| (r.id.clone(), Slot::Position(m, i, j))));
                slots.extend(
                    item.open_questions.iter().enumerate().map(|(j, r)| (r.id.clone(), Slot::Question(m, i, j))),
                );
            }
            slots.extend(meeting.milestones.iter().enumerate().map(|(i, r)| (r.id.clone(), Slot::Milestone(m, i))));
            slots.extend(meeting.people.iter().enumerate().map(|(i, r)| (r.id.clone(), Slot::Person(m, i))));
        }
        self.order = slots.iter().map(|(id, _)| id.clone()).collect();
        self.slots = slots.into_iter().collect();
        // A user's file may have replaced the record at the other end of a built-in link.
        let slots = &self.slots;
        self.links.retain(|link| slots.contains_key(&link.from) && slots.contains_key(&link.to));
        self.partner_slots = self.partners.iter().enumerate().map(|(i, p)| (p.code.clone(), i)).collect();
        self.term_slots = self.glossary.iter().enumerate().map(|(i, e)| (e.id.clone(), i)).collect();
    }

    /// The record with this id.
    #[must_use]
    pub fn record(&self, id: &RecordId) -> Option<Record<'_>> {
        Some(match *self.slots.get(id)? {
            Slot::Document(i) => Record::Document(self.documents.get(i)?),
            Slot::Theme(i) => Record::Theme(self.themes.get(i)?),
            Slot::Action(i) => Record::Action(self.actions.get(i)?),
            Slot::Meeting(m) => Record::Meeting(self.meetings.get(m)?),
            Slot::Event(m, i) => Record::Event(self.meetings.get(m)?.chronology.get(i)?),
            Slot::Context(m, i) => Record::Context(self.meetings.get(m)?.context.get(i)?),
            Slot::Item(m, i) => Record::Item(self.meetings.get(m)?.agenda.get(i)?),
            Slot::Position(m, i, j) => Record::Position(self.meetings.get(m)?.agenda.get(i)?.positions.get(j)?),
            Slot::Question(m, i, j) => Record::Question(self.meetings.get(m)?.agenda.get(i)?.open_questions.get(j)?),
            Slot::Milestone(m, i) => Record::Milestone(self.meetings.get(m)?.milestones.get(i)?),
            Slot::Person(m, i) => Record::Person(self.meetings.get(m)?.people.get(i)?),
        })
    }

    /// All records, papers first, then themes, actions and the parts of each meeting.
    pub fn records(&self) -> impl Iterator<Item = Record<'_>> {
        self.order.iter().filter_map(|id| self.record(id))
    }

    /// Records a person means by `typed`: the whole id, or its local part in any collection.
    #[must_use]
    pub fn named(&self, typed: &str) -> Vec<Record<'_>> {
        if let Some(record) = self.record(&RecordId::new(typed)) {
            return vec![record];
        }
        let same = |id: &RecordId| [id.as_str(), id.local(), id.number()].iter().any(|n| n.eq_ignore_ascii_case(typed));
        self.order.iter().filter(|id| same(id)).filter_map(|id| self.record(id)).collect()
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
    #[must_use]
    pub fn actions(&self) -> &[Action] {
        &self.actions
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

    /// The partner with this code.
    #[must_use]
    pub fn partner(&self, code: &PartnerCode) -> Option<&Partner> {
        self.partners.get(*self.partner_slots.get(code)?)
    }

    /// The glossary entry with this id.
    #[must_use]
    pub fn term(&self, id: &GlossaryId) -> Option<&GlossaryEntry> {
        self.glossary.get(*self.term_slots.get(id)?)
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

    /// The meeting a record is part of.
    #[must_use]
    pub fn meeting_of(&self, id: &RecordId) -> Option<&Meeting> {
        self.meetings.iter().find(|meeting| meeting.id.as_str() == id.collection())
    }

    /// The question for discussion under which a position or an open question stands.
    #[must_use]
    pub fn item_of(&self, id: &RecordId) -> Option<&AgendaItem> {
        match *self.slots.get(id)? {
            Slot::Position(m, i, _) | Slot::Question(m, i, _) => self.meetings.get(m)?.agenda.get(i),
            _ => None,
        }
    }

    /// Actions under a theme and under its sub-themes.
    pub fn actions_under<'a>(&'a self, theme: &'a RecordId) -> impl Iterator<Item = &'a Action> {
        self.actions.iter().filter(move |action| self.is_under(&action.theme, theme))
    }

    /// Whether `theme` is `above` or lies under it.
    #[must_use]
    pub fn is_under(&self, theme: &RecordId, above: &RecordId) -> bool {
        let parent = || self.theme(theme).and_then(|t| t.parent.as_ref());
        theme == above || parent().is_some_and(|parent| parent == above)
    }

    /// The nearest end date from `today` on among the actions under a theme.
    #[must_use]
    pub fn next_end(&self, theme: &RecordId, today: jiff::civil::Date) -> Option<Date> {
        let ends = self.actions_under(theme).filter_map(|action| action.timeline.end);
        ends.filter(|end| end.last_day() >= today).min_by_key(|end| end.last_day())
    }

    /// Editorial links that start or end at a record, seen from it.
    pub fn links_of<'a>(&'a self, id: &'a RecordId) -> impl Iterator<Item = (&'a RecordId, &'a Link)> {
        self.links.iter().filter_map(move |link| match id {
            _ if link.from == *id => Some((&link.to, link)),
            _ if link.to == *id => Some((&link.from, link)),
            _ => None,
        })
    }

    /// What came after the document on a record, oldest first.
    #[must_use]
    pub fn later_of(&self, id: &RecordId) -> Vec<&Later> {
        let mut found: Vec<_> = self.later.iter().filter(|later| later.targets.contains(id)).collect();
        found.sort_by_key(|later| later.date.first_day());
        found
    }
}
