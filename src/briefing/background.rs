//! The facts behind an entry: a staccato of dates and data, not a narrative.

use super::build::Composer;
use super::{Line, Wording};
use crate::card::{actors, time_span};
use crate::domain::meeting::{AgendaItem, Meeting};
use crate::domain::records::{Action, Document, Flag, FlagKind, PartnerRole};
use crate::domain::vocabulary::{GlossaryEntry, Partner};
use crate::domain::{PartnerCode, Prose, Record, RecordId};
use crate::i18n::{Labels, Messages};

impl<'a> Composer<'a> {
    pub(super) fn background(&self, record: Record<'a>) -> Vec<Line> {
        let lines = match record {
            Record::Document(document) => self.document(document),
            Record::Action(action) => self.facts_of(action),
            Record::Meeting(meeting) => self.meeting(meeting),
            Record::Item(item) => self.item(item),
            Record::Event(_) | Record::Milestone(_) | Record::Context(_) => vec![self.dated_fact(record, true)],
            Record::Position(position) => vec![self.prose(&position.text)],
            // A theme is its actions; a question stands with what is said if it is raised.
            Record::Theme(_) | Record::Question(_) => Vec::new(),
            Record::Person(person) => vec![self.prose(&person.role)],
            Record::Partner { partner, .. } => self.partner(partner),
            Record::Term { entry, .. } => self.term(entry),
        };
        lines.into_iter().filter(|line| !line.text.is_empty()).collect()
    }

    fn prose(&self, prose: &Prose) -> Line {
        Line::of(self.both(prose))
    }

    fn both(&self, prose: &Prose) -> Wording {
        self.say(|lang, _| prose.in_lang(lang).to_owned())
    }

    fn pair(&self, label: impl Fn(&'static Labels) -> &'static str, text: Wording) -> Line {
        Line::led(self.label(|words| label(&words.labels)), text)
    }

    fn partner_names(&self, codes: &[PartnerCode]) -> Wording {
        self.say(|lang, _| {
            let known = codes.iter().filter_map(|code| self.dataset.partner(code));
            known.map(|partner| partner.name.in_lang(lang)).collect::<Vec<_>>().join("; ")
        })
    }

    /// What an action is asked for first, whatever else is shown of it.
    pub(super) fn with_whom_and_until_when(&self, action: &Action) -> Vec<Line> {
        let partners = self.say(|lang, _| actors(self.dataset, action, PartnerRole::Partner, lang));
        let time = self.say(|lang, _| time_span(self.dataset, action, lang, self.setting.today));
        let lines = [self.pair(|labels| labels.partners, partners), self.pair(|labels| labels.timeline, time)];
        lines.into_iter().filter(|line| !line.text.is_empty()).collect()
    }

    fn facts_of(&self, action: &Action) -> Vec<Line> {
        let named = self.say(|lang, _| actors(self.dataset, action, PartnerRole::Named, lang));
        let instruments = self.say(|lang, _| {
            let known = action.instruments.iter().filter_map(|id| self.dataset.term(id));
            known.map(|term| term.name.in_lang(lang)).collect::<Vec<_>>().join("; ")
        });
        let mut lines =
            vec![self.pair(|labels| labels.named, named), self.pair(|labels| labels.instruments, instruments)];
        for inner in &action.inner_dates {
            // What has no date in figures says in its text when it is.
            let date = |words: &'static Messages| inner.date.map(words.date).unwrap_or_default();
            lines.push(Line::led(self.say(|_, words| date(words)), self.both(&inner.what)));
        }
        // The description holds every fact of the row, its separate measures too.
        lines.push(self.prose(&action.description));
        lines
    }

    /// The question in full, then what is dated in the order of time, then the setting.
    fn item(&self, item: &AgendaItem) -> Vec<Line> {
        let question = Line::led(self.label(|words| words.briefing.question), self.both(&item.text));
        let mut related: Vec<Record<'_>> = item.related.iter().filter_map(|id| self.dataset.record(id)).collect();
        related.sort_by_key(|record| record.date().map_or((true, None), |date| (false, Some(date.first_day()))));
        let told = |record: Record<'_>| self.dated_fact(record, self.tells(&item.id, record.id()));
        [question].into_iter().chain(related.into_iter().map(told)).collect()
    }

    /// Town and country of a meeting.
    pub(super) fn place_of(&self, meeting: &Meeting) -> Wording {
        let country = std::slice::from_ref(&meeting.place.country);
        self.say(|lang, _| {
            format!("{}, {}", meeting.place.name.in_lang(lang), self.partner_names(country).in_lang(lang))
        })
    }

    /// What a meeting is asked for first: its format, days and place, who presides, who leads the delegation, who else matters.
    pub(super) fn where_and_who(&self, meeting: &Meeting) -> Vec<Line> {
        let delegation = self.say(|lang, _| {
            let said =
                |d: &crate::domain::meeting::Delegation| format!("{}. {}", d.lead.in_lang(lang), d.basis.in_lang(lang));
            meeting.delegation.as_ref().map(said).unwrap_or_default()
        });
        let people = self.say(|lang, _| {
            // A post without a name stands with the delegation.
            let named = meeting.people.iter().filter_map(|person| Some((person.name.as_ref()?, &person.role)));
            let shown = named
                .map(|(name, role)| format!("{name} – {}", uncapitalised(role.in_lang(lang).trim_end_matches('.'))));
            shown.collect::<Vec<_>>().join("; ")
        });
        // Their English is ours, which a label says for what stands beside it.
        let ours = |line: Line| Line {
            lead: self.say(|lang, words| line.lead.in_lang(lang).to_owned() + words.briefing.ours),
            ..line
        };
        let lines = [
            self.pair(
                |labels| labels.classification,
                self.label(|words| (words.classification)(meeting.classification)),
            ),
            self.pair(|labels| labels.date, self.say(|_, words| (words.span)(meeting.date))),
            self.pair(|labels| labels.place, self.place_of(meeting)),
            self.pair(|labels| labels.presidency, self.partner_names(meeting.presidency.as_slice())),
            ours(self.pair(|labels| labels.delegation, delegation)),
            ours(self.pair(|labels| labels.people, people)),
        ];
        lines.into_iter().filter(|line| !line.text.is_empty()).collect()
    }

    /// What it is about, and its agenda where that does not follow.
    fn meeting(&self, meeting: &Meeting) -> Vec<Line> {
        let agenda = meeting.agenda.iter().filter(|item| !self.scope.contains(&item.id)).map(Record::Item);
        let agenda = agenda.map(|record| self.dated_fact(record, false));
        [self.prose(&meeting.about)].into_iter().chain(agenda).collect()
    }

    /// Facts of a meeting; those that an agenda item tells in full stand in a line that leads there.
    pub(super) fn facts_of_meeting(&self, meeting: &Meeting, facts: &[Record<'a>]) -> Vec<Line> {
        let line = |record: &Record<'a>| match self.teller(record.id()) {
            None => self.dated_fact(*record, true),
            Some(item) if *item == meeting.id => self.dated_fact(*record, true),
            Some(item) => {
                let line = self.dated_fact(*record, false);
                let text = self.say(|lang, words| {
                    format!("{} ({})", line.text.in_lang(lang), (words.briefing.see)(item.number()))
                });
                Line { text, ..line }
            }
        };
        facts.iter().map(line).collect()
    }

    /// A record in a line behind its date, or behind its number where it has none: all of it, or its headline.
    fn dated_fact(&self, record: Record<'_>, is_whole: bool) -> Line {
        let lead = self.say(|lang, words| match (record.date(), record) {
            (Some(date), Record::Milestone(_)) => {
                format!("{}, {}", (words.span)(date), words.labels.planned.to_lowercase())
            }
            (Some(date), _) => (words.span)(date),
            (None, Record::Item(item)) => item.id.number().to_owned(),
            (None, Record::Context(context)) if context.holder != crate::domain::meeting::Holder::Other => {
                let holder = (words.holder)(context.holder);
                let shown = if is_whole { &context.text } else { &context.headline };
                let is_said = shown.in_lang(lang).starts_with(holder);
                if is_said { String::new() } else { holder.to_owned() }
            }
            (None, _) => String::new(),
        });
        let whole = match record {
            Record::Event(event) => Some(&event.text),
            Record::Milestone(milestone) => Some(&milestone.text),
            Record::Context(context) => Some(&context.text),
            _ => None,
        };
        let text = match whole.filter(|_| is_whole) {
            Some(text) => self.both(text),
            None => self.say(|lang, _| record.title(lang).to_owned()),
        };
        Line::led(lead, text).about(record.id())
    }

    fn document(&self, document: &Document) -> Vec<Line> {
        let numbers = document.identifiers.iter().map(|id| &*id.value).collect::<Vec<_>>().join("; ");
        vec![
            self.prose(&document.about),
            self.pair(|labels| labels.date, self.say(|_, words| document.date.map(words.date).unwrap_or_default())),
            self.pair(|labels| labels.authors, self.partner_names(&document.authors)),
            self.pair(|labels| labels.identifiers, Wording::own(numbers)),
        ]
    }

    fn partner(&self, partner: &Partner) -> Vec<Line> {
        // A list of members is of a day, and from somewhere.
        let as_of = self.say(|lang, words| {
            let source = partner.members_source.as_ref().map_or("", |source| source.in_lang(lang));
            partner.members_as_of.map(|date| (words.members_as_of)(date, source)).unwrap_or_default()
        });
        vec![
            self.pair(|labels| labels.kind, self.label(|words| (words.partner_kind)(partner.kind))),
            self.pair(|labels| labels.members, self.partner_names(&partner.members)),
            Line::of(as_of),
            self.pair(|labels| labels.note, partner.note.as_ref().map(|note| self.both(note)).unwrap_or_default()),
        ]
    }

    fn term(&self, entry: &GlossaryEntry) -> Vec<Line> {
        let short = self.say(|lang, _| entry.abbreviations.in_lang(lang).join(", "));
        vec![
            self.pair(|labels| labels.kind, self.label(|words| (words.glossary_kind)(entry.kind))),
            self.pair(|labels| labels.abbreviations, short),
            self.pair(|labels| labels.note, entry.note.as_ref().map(|note| self.both(note)).unwrap_or_default()),
        ]
    }

    /// What to mind with a record, and behind their names with what else is told of it.
    pub(super) fn warnings(
        &self,
        record: Record<'_>,
        told: &[RecordId],
        is_wanted: impl Fn(FlagKind) -> bool,
    ) -> Vec<Line> {
        let mut lines = Vec::new();
        for told in told.iter().filter_map(|id| self.dataset.record(id)) {
            for flag in flags_of(told).iter().filter(|flag| is_wanted(flag.kind)) {
                let lead = self.say(|lang, words| match (words.flag)(flag.kind) {
                    kind if told.id() == record.id() => kind.to_owned(),
                    kind => format!("{kind} ({})", told.title(lang)),
                });
                let line = Line::led(lead, self.both(&flag.note)).about(told.id());
                if lines.iter().all(|known: &Line| known.text != line.text) {
                    lines.push(line);
                }
            }
        }
        lines
    }
}

/// A text that goes on a sentence: its first letter small, unless it begins with a name or an abbreviation.
fn uncapitalised(text: &str) -> String {
    let word: String = text.chars().take_while(|c| c.is_alphanumeric()).collect();
    let is_abbreviation = word.chars().skip(1).any(char::is_uppercase);
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if !is_abbreviation => first.to_lowercase().chain(chars).collect(),
        _ => text.to_owned(),
    }
}

fn flags_of(record: Record<'_>) -> &[Flag] {
    match record {
        Record::Document(document) => &document.flags,
        Record::Action(action) => &action.flags,
        Record::Meeting(meeting) => &meeting.flags,
        Record::Event(event) => &event.flags,
        Record::Context(context) => &context.flags,
        Record::Item(item) => &item.flags,
        Record::Position(position) => &position.flags,
        Record::Question(question) => &question.flags,
        Record::Milestone(milestone) => &milestone.flags,
        Record::Person(person) => &person.flags,
        Record::Theme(_) | Record::Partner { .. } | Record::Term { .. } => &[],
    }
}
