//! A briefing is put together: what stands over it, its groups, and what is said of it as a whole.

use std::collections::HashSet;

use super::{Briefing, Entry, Group, Languages, Layer, Line, Part, Section, Setting, Wording};
use crate::domain::annotations::{Annotations, Depth, Grouping};
use crate::domain::footnotes::footnotes;
use crate::domain::grouped::grouped;
use crate::domain::records::{Action, Document, PartnerRole};
use crate::domain::text::EnStatus;
use crate::domain::vocabulary::Partner;
use crate::domain::{Dataset, Date, Lang, PartnerCode, Record, RecordId, untrusted};
use crate::i18n::Messages;

/// What a briefing is made from.
#[derive(Clone, Copy)]
pub(super) struct Composer<'a> {
    pub dataset: &'a Dataset,
    pub own: &'a Annotations,
    pub setting: &'a Setting,
    /// The records of the briefing, in its order.
    pub scope: &'a [RecordId],
    /// What it is on, where it was not put together by hand.
    pub subject: Option<&'a Subject>,
}

/// What a briefing is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// Themes, partners, meetings and other records that stand for those in it.
    Records(Vec<RecordId>),
    /// A query that found them.
    Query(String),
}

impl Briefing {
    /// Puts a briefing on `scope` together; records that the dataset does not have are left out.
    #[must_use]
    pub fn build(dataset: &Dataset, own: &Annotations, scope: &[RecordId], setting: &Setting) -> Self {
        Self::build_on(dataset, own, scope, setting, None)
    }

    /// The same, saying at its head what it is on.
    #[must_use]
    pub fn build_on(
        dataset: &Dataset,
        own: &Annotations,
        scope: &[RecordId],
        setting: &Setting,
        subject: Option<&Subject>,
    ) -> Self {
        let grouping = setting.grouping.unwrap_or(own.heading.grouping);
        let groups = grouped(dataset, grouping, scope);
        // What is said once is said where one reads first.
        let mut order: Vec<RecordId> = Vec::new();
        for id in groups.iter().flat_map(|group| &group.records) {
            if dataset.ordinal(id).is_some() && !order.contains(id) {
                order.push(id.clone());
            }
        }
        let composer = Composer { dataset, own, setting, scope: &order, subject };
        let mut briefing = composer.blank();
        briefing.groups = composer.groups(grouping, groups);
        briefing.abbreviations.lines = composer.abbreviations(&briefing);
        composer.say_what_lines_are(&mut briefing);
        briefing.markings = markings_on(composer.papers(&briefing));
        briefing.header = composer.header(&briefing);
        briefing.remarks = composer.remarks(&briefing);
        briefing
    }
}

/// The handling markings of the papers that some records stand in, each once.
#[must_use]
pub fn markings(dataset: &Dataset, ids: &[RecordId]) -> Vec<String> {
    markings_on(ids.iter().filter_map(|id| dataset.document_of(id)))
}

fn markings_on<'a>(papers: impl IntoIterator<Item = &'a Document>) -> Vec<String> {
    let mut markings: Vec<String> = Vec::new();
    for marking in papers.into_iter().filter_map(|paper| paper.marking.as_ref()) {
        let marking = untrusted::line(marking).into_owned();
        if !markings.contains(&marking) {
            markings.push(marking);
        }
    }
    markings
}

impl Composer<'_> {
    pub(super) fn languages(&self) -> Languages {
        self.setting.languages
    }

    pub(super) fn say(&self, text: impl Fn(Lang, &'static Messages) -> String) -> Wording {
        self.languages().say(text)
    }

    /// A text of the interface.
    pub(super) fn label(&self, label: impl Fn(&'static Messages) -> &'static str) -> Wording {
        self.say(|_, words| label(words).to_owned())
    }

    fn blank(&self) -> Briefing {
        let heading = &self.own.heading;
        Briefing {
            title: self.label(|words| words.briefing.title),
            markings: Vec::new(),
            header: Vec::new(),
            groups: Vec::new(),
            occasions: self.occasions(),
            abbreviations: Section {
                part: Part::Abbreviations,
                layer: Layer::Editorial,
                title: self.label(|words| words.labels.abbreviations),
                remark: Wording::default(),
                lines: Vec::new(),
            },
            remarks: Vec::new(),
            languages: self.languages(),
            prepared: Date::Day(self.setting.today),
            pace: [Lang::Lv, Lang::En].map(|lang| heading.pace(lang, self.setting.pace)),
            limit: heading.limit,
        }
    }

    /// How much is shown of a record.
    pub(super) fn depth_of(&self, id: &RecordId) -> Depth {
        self.setting.depth.unwrap_or_else(|| self.own.of(id).map_or(Depth::Whole, |added| added.depth))
    }

    /// Whether a record is an entry that is shown whole.
    pub(super) fn is_whole(&self, id: &RecordId) -> bool {
        self.depth_of(id) == Depth::Whole && self.scope.contains(id)
    }

    /// The agenda item that tells a fact of its meeting in full: the first it bears on.
    pub(super) fn teller(&self, fact: &RecordId) -> Option<&RecordId> {
        let bears_on = |id: &&RecordId| match self.dataset.record(id) {
            Some(Record::Item(item)) => self.depth_of(id) == Depth::Whole && item.related.contains(fact),
            _ => false,
        };
        self.scope.iter().find(bears_on)
    }

    /// Whether this entry tells a fact of its meeting in full: that item, else the meeting.
    pub(super) fn tells(&self, entry: &RecordId, fact: &RecordId) -> bool {
        self.teller(fact).is_none_or(|teller| teller == entry)
    }

    fn groups(&self, grouping: Grouping, groups: Vec<crate::domain::grouped::Group>) -> Vec<Group> {
        let mut told: HashSet<RecordId> = HashSet::new();
        let group = |group: crate::domain::grouped::Group| {
            let records = group.records.iter().filter_map(|id| self.dataset.record(id));
            let entries: Vec<Entry> =
                records.map(|record| self.entry(record, !told.insert(record.id().clone()))).collect();
            let title = match (grouping, group.over) {
                (Grouping::None, _) => None,
                (_, None) => Some(self.label(|words| words.own.ungrouped)),
                (_, Some(over)) => {
                    self.dataset.record(&over).filter(|over| !matches!(over, Record::Meeting(_))).map(|record| {
                        // Where it is an entry itself, its title follows.
                        let number = super::entry::number_of(record);
                        let is_entry = !number.is_empty() && self.scope.contains(&over);
                        if is_entry { Wording::own(number) } else { self.heading(record) }
                    })
                }
            };
            Group { title, entries }
        };
        groups.into_iter().map(group).collect()
    }

    /// Number and title of a record.
    pub(super) fn heading(&self, record: Record<'_>) -> Wording {
        let number = super::entry::number_of(record);
        let title = self.title(record);
        if number.is_empty() {
            return title;
        }
        self.say(|lang, _| format!("{number} {}", title.in_lang(lang)))
    }

    /// The title of a record, with the sign behind English that is ours.
    pub(super) fn title(&self, record: Record<'_>) -> Wording {
        let is_name = match record {
            Record::Partner { .. } | Record::Term { .. } => true,
            Record::Person(person) => person.name.is_some(),
            _ => record.en_status() != EnStatus::Own,
        };
        self.say(|lang, words| record.title(lang).to_owned() + if is_name { "" } else { words.briefing.ours })
    }

    /// Says with the first sources what is counted as a line.
    fn say_what_lines_are(&self, briefing: &mut Briefing) {
        let shown: Vec<RecordId> = self.scope.iter().filter(|id| self.depth_of(id) != Depth::Title).cloned().collect();
        let remark = self.counted(&shown);
        let sections =
            briefing.groups.iter_mut().flat_map(|group| &mut group.entries).flat_map(|entry| &mut entry.sections);
        if let Some(first) = sections.into_iter().find(|section| section.part == Part::Sources) {
            first.remark = remark;
        }
    }

    /// The papers that the records of the briefing and those it tells of stand in.
    fn papers(&self, briefing: &Briefing) -> Vec<&Document> {
        let mut papers: Vec<&Document> = Vec::new();
        for entry in briefing.entries() {
            for id in super::entry::told_in(entry) {
                let paper = self.dataset.document_of(&id);
                papers.extend(paper.filter(|paper| papers.iter().all(|known| known.id != paper.id)));
            }
        }
        papers
    }

    fn header(&self, briefing: &Briefing) -> Vec<Line> {
        let heading = &self.own.heading;
        let mut lines = Vec::new();
        let mut add = |label: Wording, text: Wording| {
            if !text.is_empty() {
                lines.push(Line::led(label, text));
            }
        };
        let own = |text: &str| Wording::own(untrusted::line(text.trim()));
        add(self.label(|words| words.briefing.subject), self.named_subject());
        add(self.label(|words| words.briefing.meeting), own(&heading.meeting));
        add(self.label(|words| words.labels.date), own(&heading.date));
        add(self.label(|words| words.briefing.audience), own(&heading.audience));
        let spoken = self.say(|lang, words| {
            let speaking = briefing.speaking(lang);
            if speaking.words + speaking.if_raised == 0 {
                return String::new();
            }
            let raised = (speaking.if_raised > 0).then(|| speaking.seconds_if_raised());
            (words.briefing.spoken)(speaking.words, speaking.pace, speaking.seconds(), raised)
                + &(words.briefing.limit)(speaking.limit, speaking.over())
        });
        add(self.label(|words| words.briefing.speaking), spoken);
        let today = Date::Day(self.setting.today);
        add(self.label(|words| words.briefing.prepared), self.say(|_, words| (words.date)(today)));
        let data = self.say(|lang, words| {
            let papers = self.papers(briefing).into_iter().map(|paper| {
                let date = paper.date.map(|date| format!(", {}", (words.date)(date))).unwrap_or_default();
                format!("{}{date}", paper.citation.in_lang(lang))
            });
            [format!("dosje {}", self.setting.version)].into_iter().chain(papers).collect::<Vec<_>>().join("; ")
        });
        add(self.label(|words| words.briefing.data), data);
        lines
    }

    fn named_subject(&self) -> Wording {
        match self.subject {
            None => Wording::default(),
            Some(Subject::Query(query)) => Wording::own(untrusted::line(query.trim())),
            Some(Subject::Records(ids)) => {
                // What is an entry itself says so there.
                let others = ids.iter().filter(|id| !self.scope.contains(id));
                let records: Vec<Record<'_>> = others.filter_map(|id| self.dataset.record(id)).collect();
                self.say(|lang, _| {
                    let names: Vec<_> =
                        records.iter().map(|record| self.heading(*record).in_lang(lang).to_owned()).collect();
                    names.join("; ")
                })
            }
        }
    }

    /// The partners the briefing is on that an action names without having them as partners.
    pub(super) fn only_named(&self, action: &Action) -> Option<Line> {
        let Some(Subject::Records(ids)) = self.subject else { return None };
        let is_only_named = |code: &PartnerCode| {
            let mut named = action.partners.iter().filter(|named| named.code == *code).peekable();
            named.peek().is_some() && named.all(|named| named.role != PartnerRole::Partner)
        };
        let partners: Vec<&Partner> = ids
            .iter()
            .filter_map(|id| match self.dataset.record(id)? {
                Record::Partner { partner, .. } => Some(partner),
                _ => None,
            })
            .filter(|partner| is_only_named(&partner.code))
            .collect();
        let text = self.say(|lang, words| {
            let names: Vec<&str> = partners.iter().map(|partner| partner.name.in_lang(lang)).collect();
            (words.briefing.no_partner)(&names.join(", "))
        });
        (!partners.is_empty()).then(|| Line::led(self.label(|words| words.briefing.only_named), text))
    }

    fn remarks(&self, briefing: &Briefing) -> Vec<Wording> {
        let mut texts: Vec<&Wording> = Vec::new();
        for entry in briefing.entries() {
            texts.extend(entry.texts());
        }
        let mut notes: Vec<Wording> = Vec::new();
        for &lang in self.languages().each() {
            let texts: Vec<&str> = texts.iter().map(|text| text.in_lang(lang)).collect();
            for footnote in footnotes(self.dataset, &texts, lang) {
                let note = self.say(|lang, _| format!("* {}", footnote.in_lang(lang)));
                if !notes.contains(&note) {
                    notes.push(note);
                }
            }
        }
        notes.push(self.label(|words| words.briefing.imprint));
        notes
    }
}
