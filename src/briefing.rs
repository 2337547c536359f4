//! A briefing: what was marked, in order, with what the user wrote, laid out for a meeting; and its writers.
//!
//! A [`Briefing`] is a value that every writer turns into text. The three layers and the user's own words stand in sections
//! of their own, so that none can be taken for another. Knows no file, terminal or clock.
//!
//! ```
//! use dosje::briefing::{Briefing, Languages, Setting, markdown};
//! use dosje::domain::{Lang, annotations::Annotations};
//!
//! let dataset = dosje::store::load(None).dataset;
//! let scope: Vec<_> = dataset.named("2.4.1").iter().map(|record| record.id().clone()).collect();
//! let today = jiff::civil::date(2026, 11, 22);
//! let setting = Setting { depth: None, ..Setting::new(Languages::One(Lang::En), today) };
//! let briefing = Briefing::build(&dataset, &Annotations::default(), &scope, &setting);
//! assert!(markdown::write(&briefing).contains("## 2.4.1 EU–Japan quantum computing cooperation"));
//! ```

mod abbreviations;
mod background;
mod build;
pub mod calendar;
mod card;
pub mod csv;
mod details;
pub mod docx;
mod entry;
mod format;
pub mod html;
pub mod json;
mod linked;
pub mod markdown;
mod occasions;
mod sources;
mod speaking;
pub mod text;
mod wording;

use jiff::civil::Date as Day;
use serde::Serialize;

use crate::domain::annotations::{Depth, Grouping, Intent};
use crate::domain::{Date, Lang, Pace, RecordId};

pub use build::{Subject, markings};
pub use details::{Details, Place, TimeSpan};
pub use format::Format;
pub use occasions::{Occasion, Sort, occasions};
pub use speaking::Speaking;
pub use wording::{Languages, Wording};

/// How a briefing is to be made.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// In which languages.
    pub languages: Languages,
    /// The day on which everything that depends on a date stands.
    pub today: Day,
    /// Version of the program that holds the data.
    pub version: &'static str,
    /// How much of every record is shown, whatever is kept with it.
    pub depth: Option<Depth>,
    /// How the entries are grouped, whatever is kept.
    pub grouping: Option<Grouping>,
    /// Whether the user's notes are in it.
    pub has_notes: bool,
    /// How fast one speaks where nothing is kept of it.
    pub pace: Pace,
}

impl Setting {
    /// As the user has kept it, without notes, at the usual pace.
    #[must_use]
    pub fn new(languages: Languages, today: Day) -> Self {
        let version = env!("CARGO_PKG_VERSION");
        Self { languages, today, version, depth: None, grouping: None, has_notes: false, pace: Pace::default() }
    }
}

/// A briefing, ready to be written in any form.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Briefing {
    /// What it is.
    pub title: Wording,
    /// Handling markings of the papers it draws on.
    pub markings: Vec<String>,
    /// Meeting, date, for whom, time to speak, when prepared, from which data.
    pub header: Vec<Line>,
    /// The entries.
    pub groups: Vec<Group>,
    /// What can stand in a calendar, in the order of time.
    pub occasions: Vec<Occasion>,
    /// The abbreviations it uses, spelt out; and their heading.
    pub abbreviations: Section,
    /// Footnotes of names with an asterisk, and whose words the texts are.
    pub remarks: Vec<Wording>,
    /// In which languages.
    #[serde(skip)]
    pub languages: Languages,
    /// The day it was prepared on.
    pub prepared: Date,
    #[serde(skip)]
    pace: [u32; 2],
    #[serde(skip)]
    limit: Option<u32>,
}

/// Entries under one heading.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// The heading; none where nothing is grouped.
    pub title: Option<Wording>,
    /// The entries, in the user's order.
    pub entries: Vec<Entry>,
}

/// What the briefing says of one record.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    /// The record.
    pub id: RecordId,
    /// Its kind, as files have it.
    pub kind: &'static str,
    /// The number people type; empty where it has none.
    pub number: String,
    /// Its title.
    pub title: Wording,
    /// How much is shown.
    pub depth: Depth,
    /// What one will do at it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intent: Option<Intent>,
    /// What a table has columns for.
    pub details: Details,
    /// Under the title: the meeting or theme, the intent.
    pub facts: Vec<Line>,
    /// The rest, in the order of a briefing.
    pub sections: Vec<Section>,
    /// Whether it stands in full under an earlier heading.
    pub is_repeated: bool,
}

/// Lines of one sort under a heading.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// What sort.
    pub part: Part,
    /// Whose words they are.
    pub layer: Layer,
    /// The heading.
    pub title: Wording,
    /// What is to be kept in mind with all of them: the date of a position.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub remark: Wording,
    /// The lines.
    pub lines: Vec<Line>,
}

/// The sorts of lines, in the order of a briefing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// What is to be reached.
    Objective,
    /// What is said.
    Points,
    /// What is said if it is raised.
    IfRaised,
    /// The points of a position in full.
    InFull,
    /// Facts.
    Background,
    /// Traps in the paper's wording.
    Warnings,
    /// What is known from outside the paper and is no younger than it.
    Outside,
    /// What came after the paper.
    Later,
    /// Records that bear on it.
    Linked,
    /// Where it says so.
    Sources,
    /// Abbreviations spelt out.
    Abbreviations,
    /// For the user alone.
    Note,
}

/// Whose words they are; they are never mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Layer {
    /// The paper's content.
    Document,
    /// What the editors add.
    Editorial,
    /// What is known from outside the paper and is no younger than it.
    Outside,
    /// What came after the paper.
    Later,
    /// The user's.
    Own,
}

/// A line: a fact, a point, a source. Holds no line break.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// What stands before it: a date, a label, a number.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub lead: Wording,
    /// What it says.
    pub text: Wording,
    /// Where it can be read.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// The record it is of, where that is not the entry's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<RecordId>,
}

impl Entry {
    /// All that it says of its record, save where the papers say so.
    fn texts(&self) -> impl Iterator<Item = &Wording> {
        let sections = self.sections.iter().filter(|section| section.part != Part::Sources);
        let lines = self.facts.iter().chain(sections.flat_map(|section| &section.lines));
        [&self.title].into_iter().chain(lines.flat_map(|line| [&line.lead, &line.text]))
    }
}

impl Line {
    /// A line with nothing before it.
    #[must_use]
    pub fn of(text: Wording) -> Self {
        Self { lead: Wording::default(), text, url: String::new(), record: None }
    }

    /// A line behind a label or a date.
    #[must_use]
    pub fn led(lead: Wording, text: Wording) -> Self {
        Self { lead, ..Self::of(text) }
    }

    /// What stands before it with its colon, all languages in one; empty where nothing does.
    #[must_use]
    pub fn opening(&self) -> String {
        opened(&self.lead.joined())
    }

    /// The same in `lang` alone.
    #[must_use]
    pub fn opening_in(&self, lang: Lang) -> String {
        opened(self.lead.in_lang(lang))
    }

    fn about(self, record: &RecordId) -> Self {
        Self { record: Some(record.clone()), ..self }
    }
}

fn opened(lead: &str) -> String {
    match lead.chars().last() {
        None => String::new(),
        // A question needs no colon.
        Some('?' | '!' | ':') => lead.to_owned(),
        Some(_) => format!("{lead}:"),
    }
}

impl Briefing {
    /// The handling markings in one line; none where no paper bears one.
    #[must_use]
    pub fn marking(&self) -> Option<String> {
        (!self.markings.is_empty()).then(|| self.markings.join(" · "))
    }

    /// The entries, each once and in full.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.groups.iter().flat_map(|group| &group.entries).filter(|entry| !entry.is_repeated)
    }

    /// Language of the whole where it has one.
    #[must_use]
    pub fn lang(&self) -> Option<Lang> {
        match self.languages {
            Languages::One(lang) => Some(lang),
            Languages::Both => None,
        }
    }
}
