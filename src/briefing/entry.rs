//! What a briefing says of one record, in the order of a flash card: objective, points, if raised, background, what came
//! later, what is linked, sources; the user's note last.

use super::build::Composer;
use super::{Entry, Layer, Line, Part, Section, Wording};
use crate::card::{later_lead, year_of};
use crate::domain::annotations::{Added, Depth, Intent, Slot};
use crate::domain::meeting::{Holder, Meeting, OpenQuestion, Position};
use crate::domain::overlay::{Later, When};
use crate::domain::parts::{parts, quoted};
use crate::domain::records::{Action, FlagKind};
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
        let depth = self.depth_of(id);
        let mut entry = Entry {
            id: id.clone(),
            kind: record.kind().word(),
            number: number_of(record).to_owned(),
            title: self.title(record),
            depth,
            intent: added.intent,
            details: self.details(record),
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
        if let Record::Action(action) = record {
            entry.facts.extend(self.bears_on(action));
            entry.facts.extend(self.only_named(action));
        }
        if depth != Depth::Title {
            entry.facts.extend(self.above(record));
            if let Record::Action(action) = record {
                entry.facts.extend(self.with_whom_and_until_when(action));
            }
            if let Record::Meeting(meeting) = record {
                entry.facts.extend(self.where_and_who(meeting));
            }
            entry.sections = self.sections(record, added, depth);
        }
        entry
    }

    /// What a record is part of.
    fn above(&self, record: Record<'a>) -> Option<Line> {
        if let Record::Action(action) = record {
            return Some(
                Line::led(self.label(|words| words.labels.theme), self.theme_of(action)?).about(&action.theme),
            );
        }
        let meeting = self.dataset.meeting_of(record.id()).filter(|meeting| meeting.id != *record.id())?;
        let is_named = self.is_named_before(meeting, record.id());
        (!is_named)
            .then(|| Line::led(self.label(|words| words.briefing.meeting), self.held(meeting)).about(&meeting.id))
    }

    /// The theme of an action, behind the one above it.
    pub(super) fn theme_of(&self, action: &Action) -> Option<Wording> {
        let theme = self.dataset.record(&action.theme)?;
        let parent = self.dataset.theme(&action.theme).and_then(|theme| theme.parent.as_ref());
        let parent = parent.and_then(|id| self.dataset.record(id));
        Some(self.say(|lang, _| {
            let names = parent.into_iter().chain([theme]);
            let names: Vec<_> = names.map(|theme| self.heading(theme).in_lang(lang).to_owned()).collect();
            names.join(" > ")
        }))
    }

    fn sections(&self, record: Record<'a>, added: &Added, depth: Depth) -> Vec<Section> {
        let slot = |slot| move |words: &'static Messages| (words.own.slot)(slot);
        let mut sections = Sections(Vec::new());
        let objective = self.label(|words| words.briefing.objective);
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
        let title = self.label(|words| words.briefing.sources);
        sections.add(Part::Sources, Layer::Document, title, self.sources(record, depth));
        if self.setting.has_notes {
            let title = self.label(|words| words.briefing.note);
            sections.add(Part::Note, Layer::Own, title, self.verbatim(added.texts(Slot::Note)));
        }
        sections.0.iter_mut().for_each(|section| self.finish(section));
        sections.0
    }

    /// Points begin with a capital letter, and a heading says that the English under it is ours; words of the user's stay
    /// as they are.
    fn finish(&self, section: &mut Section) {
        if section.layer == Layer::Own {
            return;
        }
        for line in &mut section.lines {
            let first = if line.lead.is_empty() { &mut line.text } else { &mut line.lead };
            *first = self.say(|lang, _| capitalised(first.in_lang(lang)));
        }
        if section.part != Part::Sources {
            let title = &section.title;
            section.title = self.say(|lang, words| title.in_lang(lang).to_owned() + words.briefing.ours);
        }
    }

    /// What only a whole entry has.
    fn whole(&self, record: Record<'a>, sections: &mut Sections) {
        let title = self.label(|words| words.briefing.in_full);
        sections.add_said(Part::InFull, title, self.dated(record), self.in_full(record));
        let title = self.label(|words| words.briefing.background);
        sections.add(Part::Background, Layer::Document, title, self.background(record));
        if let Record::Meeting(meeting) = record {
            let [led_up, setting, planned] = facts_of(meeting);
            let mut add = |title, facts: Vec<Record<'a>>| {
                sections.add(Part::Background, Layer::Document, title, self.facts_of_meeting(meeting, &facts));
            };
            add(self.label(|words| words.labels.chronology), led_up);
            add(self.label(|words| words.labels.context), setting);
            add(self.label(|words| words.labels.milestones), planned);
        }
        let title = self.label(|words| words.labels.warnings);
        sections.add(Part::Warnings, Layer::Editorial, title, self.warnings(record, &self.told(record), |_| true));
        self.later(&self.told(record), |fact| &fact.text, sections);
        if let Record::Theme(theme) = record {
            let actions = self.dataset.actions_under(&theme.id).map(|action| self.action(action, None));
            let title = self.label(|words| words.briefing.actions);
            sections.add(Part::Linked, Layer::Document, title, actions.collect());
        }
        let (remark, lines) = self.links(record);
        let title = self.label(|words| words.editorial_heading);
        sections.add_with(Part::Linked, Layer::Editorial, title, remark, lines);
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

    /// The points of a position on an item as they are retold, each behind its headline.
    fn in_full(&self, record: Record<'_>) -> Vec<Line> {
        let Record::Item(item) = record else { return Vec::new() };
        let in_full = |position: &Position| {
            let headline = self.say(|lang, _| position.headline.in_lang(lang).to_owned());
            let text = self.say(|lang, _| position.text.in_lang(lang).to_owned());
            Line::led(headline, text).about(&position.id)
        };
        item.positions.iter().filter(|position| position.text != position.line).map(in_full).collect()
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

    /// What is known from outside on some records of one paper, each fact once, in the order of time; what is older than
    /// the paper and what lies ahead stand apart.
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
        for when in When::ALL {
            let falls = |fact: &&&Later| self.dataset.when(fact, &told[0], self.setting.today) == when;
            let lines = facts.iter().filter(falls).map(|fact| line(fact)).collect();
            let is_older = when == When::Before;
            let (part, layer) = if is_older { (Part::Outside, Layer::Outside) } else { (Part::Later, Layer::Later) };
            sections.add(part, layer, self.label(|words| (words.time.outside)(when)), lines);
        }
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
        match record {
            Record::Item(item) => {
                let known = item.related.iter().filter(|id| self.dataset.record(id).is_some());
                told.extend(known.filter(|fact| self.tells(&item.id, fact)).cloned());
            }
            Record::Meeting(meeting) => {
                let facts = facts_of(meeting).into_iter().flatten().map(Record::id);
                told.extend(facts.filter(|fact| self.tells(&meeting.id, fact)).cloned());
            }
            _ => {}
        }
        told
    }
}

/// A text with a large first letter, unless that is the name of something: "eID".
fn capitalised(text: &str) -> String {
    let word: String = text.chars().take_while(|c| c.is_alphanumeric()).collect();
    let is_name = word.chars().any(char::is_uppercase);
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if !is_name => first.to_uppercase().chain(chars).collect(),
        _ => text.to_owned(),
    }
}

/// The records that an entry tells of, its own first.
pub(super) fn told_in(entry: &Entry) -> impl Iterator<Item = RecordId> {
    let lines = entry.sections.iter().flat_map(|section| &section.lines);
    [entry.id.clone()].into_iter().chain(lines.filter_map(|line| line.record.clone()))
}

/// What led up to a meeting, its setting, and what is planned after it.
fn facts_of(meeting: &Meeting) -> [Vec<Record<'_>>; 3] {
    [
        meeting.chronology.iter().map(Record::Event).collect(),
        meeting.context.iter().map(Record::Context).collect(),
        meeting.milestones.iter().map(Record::Milestone).collect(),
    ]
}

struct Sections(Vec<Section>);

impl Sections {
    fn add(&mut self, part: Part, layer: Layer, title: Wording, lines: Vec<Line>) {
        self.add_with(part, layer, title, Wording::default(), lines);
    }

    fn add_said(&mut self, part: Part, title: Wording, remark: Wording, lines: Vec<Line>) {
        self.add_with(part, Layer::Document, title, remark, lines);
    }

    fn add_with(&mut self, part: Part, layer: Layer, title: Wording, remark: Wording, lines: Vec<Line>) {
        if !lines.is_empty() {
            self.0.push(Section { part, layer, title, remark, lines });
        }
    }
}
