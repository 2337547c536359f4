//! Cards of a meeting and its parts.

use super::{Block, Layer, Writer};
use crate::domain::meeting::{AgendaItem, Context, Event, Meeting, Milestone, OpenQuestion, Person, Position};
use crate::domain::{Dataset, Date, PartnerCode, RecordId, id};

impl Writer<'_> {
    pub(super) fn meeting(&mut self, meeting: &Meeting) {
        let labels = &self.words.labels;
        self.text(meeting.about.in_lang(self.lang));
        self.add(Block::Gap);
        self.pair(labels.classification, (self.words.classification)(meeting.classification));
        self.pair(labels.date, (self.words.span)(meeting.date));
        let country = self.partner_name(&meeting.place.country);
        self.pair(labels.place, format!("{}, {country}", meeting.place.name.in_lang(self.lang)));
        let presidency =
            meeting.presidency.iter().map(|code| (id::of_partner(code), self.partner_name(code).to_owned()));
        self.pairs(labels.presidency, presidency.collect());
        if let Some(delegation) = &meeting.delegation {
            let (lead, basis) = (delegation.lead.in_lang(self.lang), delegation.basis.in_lang(self.lang));
            self.pair(labels.delegation, format!("{lead}. {basis}"));
        }
        self.flags(&meeting.flags);
        self.links(labels.agenda, meeting.agenda.iter().map(|item| &item.id));
        self.links(labels.milestones, meeting.milestones.iter().map(|milestone| &milestone.id));
        self.links(labels.chronology, meeting.chronology.iter().map(|event| &event.id));
        self.links(labels.context, meeting.context.iter().map(|context| &context.id));
        self.links(labels.people, meeting.people.iter().map(|person| &person.id));
        if !meeting.bodies.is_empty() {
            let bodies: Vec<RecordId> = meeting.bodies.iter().map(|body| id::of_partner(&body.code)).collect();
            self.links(labels.bodies, &bodies);
        }
    }

    pub(super) fn event(&mut self, event: &Event) {
        let labels = &self.words.labels;
        self.pair(labels.date, event.date.map(self.words.span).unwrap_or_default());
        self.pair(labels.as_printed, event.raw.clone().unwrap_or_default());
        self.bodies(&event.actors);
        self.paragraph(event.text.in_lang(self.lang));
        self.flags(&event.flags);
        self.meeting_above(&event.id);
    }

    pub(super) fn context(&mut self, context: &Context) {
        self.pair(self.words.labels.holder, (self.words.holder)(context.holder));
        self.paragraph(context.text.in_lang(self.lang));
        self.flags(&context.flags);
        self.meeting_above(&context.id);
    }

    pub(super) fn item(&mut self, item: &AgendaItem) {
        let labels = &self.words.labels;
        self.text(item.text.in_lang(self.lang));
        if !item.positions.is_empty() {
            self.section(labels.positions, Layer::Document);
            self.text((self.words.position_of)(year_of(self.dataset, &item.id)));
            for position in &item.positions {
                self.link_saying(&position.id, position.line.in_lang(self.lang).to_owned(), String::new());
            }
        }
        if !item.open_questions.is_empty() {
            self.section(labels.open_questions, Layer::Document);
            for question in &item.open_questions {
                self.link(&question.id);
                self.options(question);
            }
        }
        self.flags(&item.flags);
        self.links(labels.related, &item.related);
        self.meeting_above(&item.id);
    }

    pub(super) fn position(&mut self, position: &Position) {
        let labels = &self.words.labels;
        let who = format!("{} ({})", (self.words.holder)(position.holder), (self.words.stance)(position.stance));
        self.pair(labels.holder, format!("{who} · {}", (self.words.position_of)(year_of(self.dataset, &position.id))));
        self.pair(labels.line, position.line.in_lang(self.lang));
        self.paragraph(position.text.in_lang(self.lang));
        self.flags(&position.flags);
        self.item_above(&position.id);
    }

    pub(super) fn question(&mut self, question: &OpenQuestion) {
        let labels = &self.words.labels;
        let who = (self.words.holder)(question.asked_by);
        self.pair(labels.holder, format!("{who} · {}", (self.words.position_of)(year_of(self.dataset, &question.id))));
        self.paragraph(question.text.in_lang(self.lang));
        self.options(question);
        self.flags(&question.flags);
        self.item_above(&question.id);
    }

    fn options(&mut self, question: &OpenQuestion) {
        let options: Vec<_> = question.options.iter().map(|option| option.in_lang(self.lang)).collect();
        self.pair(self.words.labels.options, options.join("; "));
    }

    pub(super) fn milestone(&mut self, milestone: &Milestone) {
        let labels = &self.words.labels;
        self.pair(labels.planned, milestone.planned.map(self.words.span).unwrap_or_default());
        self.pair(labels.as_printed, milestone.raw.clone().unwrap_or_default());
        self.bodies(&milestone.actors);
        self.paragraph(milestone.text.in_lang(self.lang));
        self.flags(&milestone.flags);
        self.meeting_above(&milestone.id);
    }

    pub(super) fn person(&mut self, person: &Person) {
        if person.name.is_some() {
            self.text(person.role.in_lang(self.lang));
            self.add(Block::Gap);
        }
        self.pair(self.words.labels.as_printed, person.other_names.join("; "));
        self.flags(&person.flags);
        self.meeting_above(&person.id);
    }

    fn bodies(&mut self, codes: &[PartnerCode]) {
        let names = codes.iter().map(|code| (id::of_partner(code), self.partner_name(code).to_owned()));
        self.pairs(self.words.labels.bodies, names.collect());
    }

    fn meeting_above(&mut self, id: &RecordId) {
        if let Some(meeting) = self.dataset.meeting_of(id) {
            self.add(Block::Gap);
            self.link(&meeting.id);
        }
    }

    fn item_above(&mut self, id: &RecordId) {
        if let Some(item) = self.dataset.item_of(id) {
            self.add(Block::Gap);
            self.link(&item.id);
        }
    }
}

/// The year in which what a meeting's paper says was said.
#[must_use]
pub fn year_of(dataset: &Dataset, id: &RecordId) -> i16 {
    let said = dataset.document_of(id).and_then(|document| document.date).map(Date::year);
    let held = || dataset.meeting_of(id).map(|meeting| meeting.date.first_day().year());
    said.or_else(held).unwrap_or_default()
}
