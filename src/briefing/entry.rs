//! What a briefing says of one record, in the order of a flash card: objective, points, if raised, background, what came
//! later, what is linked, sources; the user's note last.

use super::build::Composer;
use super::{Entry, Layer, Line, Part, Section, Wording};
use crate::card::{actors, later_lead, time_span, year_of};
use crate::domain::annotations::{Added, Depth, Intent, Slot};
use crate::domain::meeting::{Holder, OpenQuestion, Position};
use crate::domain::overlay::{Later, Link};
use crate::domain::records::{Action, FlagKind, PartnerRole};
use crate::domain::versions::Versions;
use crate::domain::{Prose, Record, RecordId, RecordKind, untrusted};
use crate::i18n::Messages;

/// The number under which a record is asked for; empty where people use its name.
pub(super) fn number_of(record: Record<'_>) -> &str {
    match record.kind() {
        RecordKind::Person | RecordKind::Meeting | RecordKind::Document | RecordKind::Partner | RecordKind::Term => "",
        _ => record.id().number(),
    }
}

impl<'a> Composer<'a> {
    pub(super) fn entry(&self, record: Record<'a>, is_repeated: bool) -> Entry {
        let id = record.id();
        let none = Added::default();
        let added = self.own.of(id).unwrap_or(&none);
        let depth = self.setting.depth.unwrap_or(added.depth);
        let mut entry = Entry {
            id: id.clone(),
            kind: record.kind().word(),
            number: number_of(record).to_owned(),
            title: self.title(record),
            depth,
            intent: added.intent,
            facts: Vec::new(),
            sections: Vec::new(),
            is_repeated,
        };
        if is_repeated {
            entry.facts.push(Line::of(self.label(|words| words.briefing.told_above)));
            return entry;
        }
        if let Some(intent) = added.intent {
            let intent = self.label(|words| (words.own.intent)(intent));
            entry.facts.push(Line::led(self.label(|words| words.own.intent_label), intent));
        }
        if depth != Depth::Title {
            entry.facts.extend(self.above(record));
            if let Record::Action(action) = record {
                entry.facts.extend(self.with_whom_and_until_when(action));
            }
            entry.sections = self.sections(record, added, depth);
        }
        entry
    }

    /// What a record is part of.
    fn above(&self, record: Record<'a>) -> Option<Line> {
        if let Record::Action(action) = record {
            let theme = self.dataset.record(&action.theme)?;
            let parent = self.dataset.theme(&action.theme).and_then(|theme| theme.parent.as_ref());
            let parent = parent.and_then(|id| self.dataset.record(id));
            let path = self.say(|lang, _| {
                let names = parent.into_iter().chain([theme]);
                let names: Vec<_> = names.map(|theme| self.heading(theme).in_lang(lang).to_owned()).collect();
                names.join(" > ")
            });
            return Some(Line::led(self.label(|words| words.labels.theme), path));
        }
        let meeting = self.dataset.meeting_of(record.id()).filter(|meeting| meeting.id != *record.id())?;
        let held = self.say(|lang, words| format!("{}, {}", meeting.name.in_lang(lang), (words.span)(meeting.date)));
        Some(Line::led(self.label(|words| words.briefing.meeting), held).about(&meeting.id))
    }

    fn sections(&self, record: Record<'a>, added: &Added, depth: Depth) -> Vec<Section> {
        let slot = |slot| move |words: &'static Messages| (words.own.slot)(slot);
        let mut sections = Sections(Vec::new());
        let objective = self.label(slot(Slot::Objective));
        sections.add(Part::Objective, Layer::Own, objective, self.own_lines(added.texts(Slot::Objective)));
        let is_raised = added.intent == Some(Intent::IfRaised);
        let part = if is_raised { Part::IfRaised } else { Part::Points };
        let over = |label: Wording| if is_raised { self.if_raised(&label) } else { label };
        let (positions, questions) = parts(record);
        let position = over(self.label(|words| match positions {
            [] => words.labels.open_questions,
            _ => words.labels.positions,
        }));
        let ours = questions.iter().filter(|question| question.asked_by == Holder::Own);
        let ours = ours.map(|question| self.asked(question));
        let lines = positions.iter().map(|position| self.position(position)).chain(ours).collect();
        sections.add_said(part, position, self.dated(record), lines);
        let points = over(self.label(slot(Slot::Points)));
        sections.add(part, Layer::Own, points, self.own_lines(added.texts(Slot::Points)));
        if depth == Depth::Whole {
            let open = self.if_raised(&self.label(|words| words.labels.open_questions));
            let others = questions.iter().filter(|question| question.asked_by != Holder::Own);
            let lines = others.flat_map(|question| self.question(question)).collect();
            sections.add_said(Part::IfRaised, open, self.dated(record), lines);
            self.whole(record, &mut sections);
        } else {
            self.short(record, &mut sections);
        }
        sections.add(
            Part::Sources,
            Layer::Document,
            self.label(|words| words.briefing.sources),
            self.sources(record, depth),
        );
        if self.setting.has_notes {
            let title = self.label(|words| words.briefing.note);
            sections.add(Part::Note, Layer::Own, title, self.verbatim(added.texts(Slot::Note)));
        }
        sections.0
    }

    /// What only a whole entry has.
    fn whole(&self, record: Record<'a>, sections: &mut Sections) {
        let title = self.label(|words| words.briefing.background);
        sections.add(Part::Background, Layer::Document, title, self.background(record));
        let title = self.label(|words| words.labels.warnings);
        sections.add(Part::Warnings, Layer::Editorial, title, self.warnings(record, &self.told(record), |_| true));
        self.later(&self.told(record), |fact| &fact.text, sections);
        if let Record::Theme(theme) = record {
            let actions = self.dataset.actions_under(&theme.id).map(|action| self.action(action, None));
            let title = self.label(|words| words.briefing.actions);
            sections.add(Part::Linked, Layer::Document, title, actions.collect());
        }
        let linked = self.linked(record).into_iter().map(|(other, link)| self.link(other, link));
        let title = self.label(|words| words.editorial_heading);
        sections.add(Part::Linked, Layer::Editorial, title, linked.collect());
    }

    /// What an entry cannot do without however short it is: what it is about, what it hangs on, whether more is known.
    fn short(&self, record: Record<'a>, sections: &mut Sections) {
        if let Record::Action(action) = record {
            let summary = Line::of(self.say(|lang, _| action.summary.in_lang(lang).to_owned()));
            sections.add(Part::Background, Layer::Document, self.label(|words| words.labels.summary), vec![summary]);
        }
        let quoted = quoted(record);
        let title = self.label(|words| words.labels.warnings);
        let is_grave = |kind| matches!(kind, FlagKind::Conditional | FlagKind::Unresolved);
        sections.add(Part::Warnings, Layer::Editorial, title, self.warnings(record, &quoted, is_grave));
        self.later(&quoted, |fact| &fact.headline, sections);
    }

    fn if_raised(&self, label: &Wording) -> Wording {
        self.say(|lang, words| format!("{}: {}", words.briefing.if_raised, label.in_lang(lang).to_lowercase()))
    }

    /// How old a position is.
    fn dated(&self, record: Record<'_>) -> Wording {
        self.say(|_, words| (words.position_of)(year_of(self.dataset, record.id())))
    }

    fn position(&self, position: &Position) -> Line {
        let text = self.say(|lang, _| position.line.in_lang(lang).to_owned());
        let lead = self.say(|lang, words| {
            let holder = (words.holder)(position.holder);
            let is_said = position.holder == Holder::Own || position.line.in_lang(lang).contains(holder);
            if is_said { String::new() } else { holder.to_owned() }
        });
        Line::led(lead, text).about(&position.id)
    }

    /// A question as it is put; of our side that is all that is said, since the text names the answers on offer.
    fn asked(&self, question: &OpenQuestion) -> Line {
        Line::of(self.say(|lang, _| question.text.in_lang(lang).to_owned())).about(&question.id)
    }

    fn question(&self, question: &OpenQuestion) -> Vec<Line> {
        let options = self.say(|lang, _| {
            let options: Vec<_> = question.options.iter().map(|option| option.in_lang(lang)).collect();
            options.join("; ")
        });
        let options = Line::led(self.label(|words| words.labels.options), options).about(&question.id);
        let has_options = !question.options.is_empty();
        [self.asked(question)].into_iter().chain(has_options.then_some(options)).collect()
    }

    /// What came later on some records, each fact once, in the order of time; what lies ahead stands apart.
    fn later(&self, told: &[RecordId], text: fn(&Later) -> &Prose, sections: &mut Sections) {
        let mut facts: Vec<&Later> = Vec::new();
        for id in told {
            let new = self.dataset.later_of(id);
            facts.extend(
                new.into_iter().filter(|fact| facts.iter().all(|known| known.id != fact.id)).collect::<Vec<_>>(),
            );
        }
        facts.sort_by_key(|fact| fact.date.first_day());
        let line = |fact: &Later| {
            let lead = self.say(|_, words| later_lead(fact, words, self.setting.today));
            let said = self.say(|lang, _| text(fact).in_lang(lang).to_owned());
            Line { url: super::sources::address(&fact.url), ..Line::led(lead, said).about(&fact.id) }
        };
        let (ahead, past): (Vec<_>, Vec<_>) = facts.into_iter().partition(|fact| fact.is_ahead(self.setting.today));
        let add = |sections: &mut Sections, title, facts: Vec<&Later>| {
            sections.add(Part::Later, Layer::Later, title, facts.into_iter().map(line).collect());
        };
        add(sections, self.label(|words| words.later_heading), past);
        add(sections, self.label(|words| words.ahead_heading), ahead);
    }

    /// What bears on a record or on a part of it, each once.
    pub(super) fn linked(&self, record: Record<'a>) -> Vec<(Record<'a>, &'a Link)> {
        let (positions, questions) = parts(record);
        let ids = positions.iter().map(|position| &position.id).chain(questions.iter().map(|question| &question.id));
        let mut linked: Vec<(Record<'a>, &Link)> = Vec::new();
        for id in [record.id()].into_iter().chain(ids) {
            for (other, link) in self.dataset.links_of(id) {
                let Some(other) = self.dataset.record(other) else { continue };
                if linked.iter().all(|(known, _)| known.id() != other.id()) {
                    linked.push((other, link));
                }
            }
        }
        linked
    }

    fn link(&self, other: Record<'a>, link: &Link) -> Line {
        let reason = self.say(|lang, words| format!("({}) {}", (words.relation)(link.rel), link.reason.in_lang(lang)));
        match other {
            Record::Action(action) => self.action(action, Some(&reason)),
            other => {
                // A position is as old as its meeting.
                let meeting = self.dataset.meeting_of(other.id());
                let text = self.say(|lang, words| {
                    let held = meeting
                        .map(|meeting| format!("{}, {}", meeting.name.in_lang(lang), (words.span)(meeting.date)));
                    format!("{} {}", ended(held.unwrap_or_default()), reason.in_lang(lang)).trim().to_owned()
                });
                Line::led(self.heading(other), text).about(other.id())
            }
        }
    }

    /// An action in a line; partners and time span only where it is no entry itself.
    fn action(&self, action: &Action, reason: Option<&Wording>) -> Line {
        let is_entry = self.scope.contains(&action.id);
        let text = self.say(|lang, _| {
            let mut parts = Vec::new();
            if !is_entry {
                parts.push(actors(self.dataset, action, PartnerRole::Partner, lang));
                parts.push(time_span(self.dataset, action, lang, self.setting.today));
            }
            parts.retain(|part| !part.is_empty());
            let known = parts.join("; ");
            let reason = reason.map_or("", |reason| reason.in_lang(lang));
            if known.is_empty() || reason.is_empty() { known + reason } else { format!("{} {reason}", ended(known)) }
        });
        Line::led(self.heading(Record::Action(action)), text).about(&action.id)
    }

    /// Own words as points, one a line; the marks of a list go.
    fn own_lines(&self, versions: &Versions) -> Vec<Line> {
        let mut lines = self.verbatim(versions);
        for line in &mut lines {
            if let Wording::One(text) = &mut line.text {
                let plain = text.trim();
                let plain = ["- ", "* ", "• ", "– ", "+ "]
                    .into_iter()
                    .find_map(|mark| plain.strip_prefix(mark))
                    .unwrap_or(plain);
                *text = plain.trim().to_owned();
            }
        }
        lines.retain(|line| !line.text.is_empty());
        lines
    }

    /// Own words as they stand, one line each; of several versions the first line of each says which it is.
    fn verbatim(&self, versions: &Versions) -> Vec<Line> {
        let of = versions.all().len();
        let mut lines = Vec::new();
        for (number, version) in (1..).zip(versions.all()) {
            let text = untrusted::block(version);
            let mut lead =
                if of > 1 { self.say(|_, words| (words.own.version)(number, of)) } else { Wording::default() };
            for line in text.split('\n') {
                lines.push(Line::led(std::mem::take(&mut lead), Wording::own(line)));
            }
        }
        lines
    }

    /// What is quoted, and what the background tells of.
    pub(super) fn told(&self, record: Record<'a>) -> Vec<RecordId> {
        let mut told = quoted(record);
        if let Record::Item(item) = record {
            told.extend(item.related.iter().filter(|id| self.dataset.record(id).is_some()).cloned());
        }
        told
    }
}

/// The positions and open questions that a record is, or that stand under it.
pub(super) fn parts(record: Record<'_>) -> (&[Position], &[OpenQuestion]) {
    match record {
        Record::Item(item) => (&item.positions, &item.open_questions),
        Record::Position(position) => (std::slice::from_ref(position), &[]),
        Record::Question(question) => (&[], std::slice::from_ref(question)),
        _ => (&[], &[]),
    }
}

/// A text with a full stop behind it.
fn ended(text: String) -> String {
    if text.is_empty() || text.ends_with('.') { text } else { text + "." }
}

struct Sections(Vec<Section>);

impl Sections {
    fn add(&mut self, part: Part, layer: Layer, title: Wording, lines: Vec<Line>) {
        if !lines.is_empty() {
            self.0.push(Section { part, layer, title, remark: Wording::default(), lines });
        }
    }

    fn add_said(&mut self, part: Part, title: Wording, remark: Wording, lines: Vec<Line>) {
        if !lines.is_empty() {
            self.0.push(Section { part, layer: Layer::Document, title, remark, lines });
        }
    }
}

/// The record and the parts of it that are quoted.
pub(super) fn quoted(record: Record<'_>) -> Vec<RecordId> {
    let (positions, questions) = parts(record);
    let parts = positions.iter().map(|position| &position.id).chain(questions.iter().map(|question| &question.id));
    let mut quoted = vec![record.id().clone()];
    quoted.extend(parts.filter(|id| *id != record.id()).cloned());
    quoted
}
