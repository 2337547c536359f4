//! A record laid out for reading: labelled lines, paragraphs and links, before any width or colour is known.
//!
//! The detail pane and `dosje show` both draw from a [`Card`], so that what is on screen is what is printed.

mod action;
mod figures;
mod meeting;
mod own;
mod vocabulary;

pub use action::{actors, time_span};
pub use meeting::year_of;

use std::borrow::Cow;

use jiff::civil::Date as Day;
use rustc_hash::FxHashSet;

use crate::domain::RecordKind;
use crate::domain::annotations::Added;
use crate::domain::footnotes::footnotes;
use crate::domain::hidden::Hidden;
use crate::domain::ladder::Order;
use crate::domain::overlay::{Later, When};
use crate::domain::parts::{places_quoted, quoted};
use crate::domain::records::Flag;
use crate::domain::{Dataset, Lang, Record, RecordId};
use crate::i18n::{Messages, messages};

/// Most records under one heading that are listed.
const ENTRIES: usize = 50;

/// Most texts that are named of which something hidden was left out.
const PLACES: usize = 3;

/// A record laid out for reading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card {
    /// What is shown, from the top.
    pub blocks: Vec<Block>,
}

/// A piece of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Number and title of the record.
    Heading {
        /// Number.
        number: String,
        /// Title.
        title: String,
    },
    /// A short text behind a label; behind an empty one where it goes on with those above it.
    Pair {
        /// The label.
        label: Cow<'static, str>,
        /// The text.
        text: String,
        /// The record the text leads to.
        target: Option<RecordId>,
    },
    /// A line over the blocks that follow.
    Section(Cow<'static, str>, Layer),
    /// A line over records that concern a partner in one way.
    Rung(String),
    /// A paragraph.
    Text(String, Layer),
    /// A point of a list.
    Point {
        /// What stands before it: a date, a label; empty where nothing does.
        lead: String,
        /// What it says.
        text: String,
        /// Whose words they are.
        layer: Layer,
    },
    /// A line that leads to another record.
    Link {
        /// The record.
        target: RecordId,
        /// Its number.
        number: String,
        /// Its title, or what is said of it.
        text: String,
        /// What stands at the end of the line.
        badge: String,
    },
    /// Counts as bars, all on one scale.
    Chart(Vec<Count>),
    /// Room between groups.
    Gap,
}

/// A line of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// Number of what is counted, where it has one; a sub-theme's stands further in.
    pub number: String,
    /// What is counted.
    pub label: String,
    /// How many there are.
    pub count: usize,
}

/// Whose words a block holds; they are never mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// What the document says.
    Document,
    /// What the editors add.
    Editorial,
    /// What is known from outside the document, mostly from after it.
    Later,
    /// A warning on the document's wording.
    Warning,
    /// What the user adds.
    Own,
}

/// How a record is to be laid out.
#[derive(Debug, Clone, Copy)]
pub struct Reading {
    /// Language.
    pub lang: Lang,
    /// The day on which everything that depends on a date stands.
    pub today: Day,
    /// Order of the records that concern a partner.
    pub order: Order,
}

/// Lays out a record, with what the user added to it.
#[must_use]
pub fn card(dataset: &Dataset, record: Record<'_>, reading: Reading, added: Option<&Added>) -> Card {
    let Reading { lang, today, order } = reading;
    let mut writer = Writer { dataset, lang, today, order, words: messages(lang), card: Card::default() };
    writer.heading(record);
    if let Some(added) = added {
        writer.own(record, added);
    }
    match record {
        Record::Document(document) => writer.document(document),
        Record::Theme(theme) => writer.theme(theme),
        Record::Action(action) => writer.action(action),
        Record::Meeting(meeting) => writer.meeting(meeting),
        Record::Event(event) => writer.event(event),
        Record::Context(context) => writer.context(context),
        Record::Item(item) => writer.item(item),
        Record::Position(position) => writer.position(position),
        Record::Question(question) => writer.question(question),
        Record::Milestone(milestone) => writer.milestone(milestone),
        Record::Person(person) => writer.person(person),
        Record::Partner { partner, .. } => writer.partner(partner),
        Record::Term { entry, .. } => writer.term(entry),
    }
    writer.footnotes();
    writer.later(record);
    writer.editorial(record.id());
    writer.terms(record);
    writer.source(record);
    writer.hidden(record);
    writer.card
}

/// The number a record is known by; empty where it is known by its name.
#[must_use]
pub fn shown_number(record: Record<'_>) -> &str {
    match record.kind() {
        RecordKind::Action | RecordKind::Theme => record.id().number(),
        RecordKind::Person | RecordKind::Meeting | RecordKind::Document | RecordKind::Partner | RecordKind::Term => "",
        _ => record.id().local(),
    }
}

struct Writer<'a> {
    dataset: &'a Dataset,
    lang: Lang,
    today: Day,
    order: Order,
    words: &'static Messages,
    card: Card,
}

impl Block {
    fn target(&self) -> Option<&RecordId> {
        match self {
            Self::Pair { target, .. } => target.as_ref(),
            Self::Link { target, .. } => Some(target),
            _ => None,
        }
    }
}

impl Card {
    /// Where it leads, each place once.
    #[must_use]
    pub fn targets(&self) -> Vec<&RecordId> {
        let mut known = FxHashSet::default();
        self.blocks.iter().filter_map(Block::target).filter(|target| known.insert(*target)).collect()
    }
}

impl<'a> Writer<'a> {
    fn add(&mut self, block: Block) {
        // What stood between two gaps may have had nothing to say.
        if block != Block::Gap || self.card.blocks.last() != Some(&Block::Gap) {
            self.card.blocks.push(block);
        }
    }

    fn pair(&mut self, label: &'static str, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.add(Block::Pair { label: label.into(), text, target: None });
        }
    }

    /// Texts that lead somewhere, below each other behind one label.
    fn pairs(&mut self, label: &'static str, texts: Vec<(RecordId, String)>) {
        let labels = [label].into_iter().chain(std::iter::repeat(""));
        for (label, (target, text)) in labels.zip(texts) {
            let target = Some(target).filter(|target| self.dataset.ordinal(target).is_some());
            self.add(Block::Pair { label: label.into(), text, target });
        }
    }

    fn section(&mut self, label: &'static str, layer: Layer) {
        self.add(Block::Gap);
        self.add(Block::Section(label.into(), layer));
    }

    fn text(&mut self, text: impl Into<String>) {
        self.add(Block::Text(text.into(), Layer::Document));
    }

    fn paragraph(&mut self, text: &str) {
        self.add(Block::Gap);
        self.text(text);
    }

    fn heading(&mut self, record: Record<'_>) {
        let number = shown_number(record).to_owned();
        let mut title = record.title(self.lang).to_owned();
        if matches!(record, Record::Action(_) | Record::Theme(_)) {
            let mark = self.words.translation_mark(record.en_status(), self.lang);
            if !mark.is_empty() {
                title = format!("{title} {mark}");
            }
        }
        self.add(Block::Heading { number, title });
    }

    /// A record as one line of a list.
    fn link(&mut self, target: &RecordId) {
        let Some(record) = self.dataset.record(target) else { return };
        let badge = match record {
            Record::Action(action) => (self.words.badge)(&action.timeline),
            _ => String::new(),
        };
        self.link_saying(target, record.title(self.lang).to_owned(), badge);
    }

    fn link_saying(&mut self, target: &RecordId, text: String, badge: String) {
        let number = match self.dataset.record(target) {
            Some(
                Record::Person(_)
                | Record::Document(_)
                | Record::Meeting(_)
                | Record::Partner { .. }
                | Record::Term { .. },
            ) => "·".to_owned(),
            _ => target.number().to_owned(),
        };
        self.add(Block::Link { target: target.clone(), number, text, badge });
    }

    fn links<'i>(&mut self, label: &'static str, targets: impl IntoIterator<Item = &'i RecordId>) {
        let mut targets = targets.into_iter().peekable();
        if targets.peek().is_some() {
            self.section(label, Layer::Document);
            targets.by_ref().take(ENTRIES).for_each(|target| self.link(target));
            let more = targets.count();
            if more > 0 {
                self.text((self.words.further)(more));
            }
        }
    }

    fn flags(&mut self, flags: &[Flag]) {
        if flags.is_empty() {
            return;
        }
        self.section(self.words.labels.warnings, Layer::Warning);
        for flag in flags {
            let text = format!("{}: {}", (self.words.flag)(flag.kind), flag.note.in_lang(self.lang));
            self.add(Block::Text(text, Layer::Warning));
        }
    }

    fn footnotes(&mut self) {
        let texts = self.card.blocks.iter().filter_map(|block| match block {
            Block::Text(text, _) | Block::Pair { text, .. } => Some(text.as_str()),
            _ => None,
        });
        for footnote in footnotes(self.dataset, &texts.collect::<Vec<_>>(), self.lang) {
            self.add(Block::Text(format!("* {}", footnote.in_lang(self.lang)), Layer::Warning));
        }
    }

    fn later(&mut self, record: Record<'_>) {
        let facts = self.dataset.later_about(record);
        let (dataset, today) = (self.dataset, self.today);
        for when in When::ALL {
            let mut facts = facts.iter().filter(|fact| dataset.when(fact, record.id(), today) == when).peekable();
            if facts.peek().is_some() {
                self.section((self.words.time.outside)(when), Layer::Later);
            }
            for fact in facts {
                let lead = later_lead(fact, self.words, self.today);
                let whose = part_of(record, fact);
                let text = format!("{whose}{lead}: {} {}", fact.text.in_lang(self.lang), fact.url);
                self.add(Block::Text(text, Layer::Later));
            }
        }
    }

    fn editorial(&mut self, id: &RecordId) {
        let links: Vec<_> = self.dataset.links_of(id).collect();
        if links.is_empty() {
            return;
        }
        self.section(self.words.editorial_heading, Layer::Editorial);
        for (target, link) in links {
            let Some(record) = self.dataset.record(target) else { continue };
            let relation = (self.words.relation)(link.rel);
            let text = format!("{} — {relation}. {}", record.title(self.lang), link.reason.in_lang(self.lang));
            self.link_saying(target, text, String::new());
        }
    }

    fn source(&mut self, record: Record<'_>) {
        let Some(document) = self.dataset.document_of(record.id()) else { return };
        let places = places_quoted(record);
        if places.is_empty() {
            return;
        }
        self.add(Block::Gap);
        let text = (self.words.source)(document.citation.in_lang(self.lang), &places);
        self.add(Block::Pair { label: self.words.labels.source.into(), text, target: Some(document.id.clone()) });
    }

    /// How many characters nobody could have seen, and where: by them a text may have been made to look like another.
    fn hidden(&mut self, record: Record<'_>) {
        let ids = quoted(record);
        let found: Vec<&Hidden> = ids.iter().flat_map(|id| self.dataset.hidden_in(id)).collect();
        if found.is_empty() {
            return;
        }
        let words = &self.words.files;
        let count = (words.hidden)(found.iter().map(|hidden| hidden.count).sum());
        let place = |hidden: &&Hidden| format!("{} ({}:{}:{})", hidden.field, hidden.file, hidden.line, hidden.column);
        let mut places: Vec<String> = found.iter().take(PLACES).map(place).collect();
        places.extend((found.len() > PLACES).then(|| (self.words.further)(found.len() - PLACES)));
        if !self.card.blocks.last().is_some_and(|last| matches!(last, Block::Pair { .. })) {
            self.add(Block::Gap);
        }
        self.pair(words.in_file, format!("{count}: {}", places.join(", ")));
    }

    fn partner_name(&self, code: &crate::domain::PartnerCode) -> &'a str {
        self.dataset.partner(code).map_or("?", |partner| partner.name.in_lang(self.lang))
    }
}

/// Before a fact that came later on parts of a record and not on itself: their numbers.
fn part_of(record: Record<'_>, fact: &Later) -> String {
    if fact.targets.contains(record.id()) {
        return String::new();
    }
    let parts: Vec<RecordId> = quoted(record).into_iter().filter(|id| fact.targets.contains(id)).collect();
    format!("{} · ", parts.iter().map(RecordId::local).collect::<Vec<_>>().join(", "))
}

/// Date of a later fact and what it is to its record, or that it is still expected.
#[must_use]
pub fn later_lead(fact: &Later, words: &Messages, today: Day) -> String {
    let kind = if fact.is_ahead(today) { words.ahead } else { (words.later)(fact.kind) };
    format!("{}, {kind}", (words.span)(fact.date))
}
