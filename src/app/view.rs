//! A tab and what it remembers: query, rows, selection, scroll.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;

use super::cursor::ListCursor;
use super::groups::{Group, Grouping};
use super::input::Input;
use super::rows::{Row, Rows};
use crate::domain::{Dataset, Ordinal, Record, RecordId, id};
use crate::search::filter::Mistake;
use crate::search::{Query, Repair};

/// A tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Tab {
    /// Papers, themes and sub-themes.
    #[default]
    Themes,
    /// Actions.
    Actions,
    /// Meetings and their parts.
    Agenda,
    /// Countries, groups, regions and bodies.
    Partners,
    /// Actions and milestones on a time axis, or by when they end.
    Timeline,
    /// Marked records.
    Briefing,
    /// Abbreviations and terms.
    Glossary,
}

impl Tab {
    /// All tabs, from the left.
    pub const ALL: [Self; 7] =
        [Self::Themes, Self::Actions, Self::Agenda, Self::Partners, Self::Timeline, Self::Briefing, Self::Glossary];

    /// Its place from the left, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }

    /// Its name in the user's settings, as its derived traits have it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Themes => "themes",
            Self::Actions => "actions",
            Self::Agenda => "agenda",
            Self::Partners => "partners",
            Self::Timeline => "timeline",
            Self::Briefing => "briefing",
            Self::Glossary => "glossary",
        }
    }

    /// The number it is called by, that of its key.
    #[must_use]
    pub fn number(self) -> usize {
        match self {
            Self::Themes => 1,
            Self::Actions => 2,
            Self::Agenda => 3,
            Self::Partners => 4,
            Self::Timeline => 5,
            Self::Briefing => 6,
            Self::Glossary => 7,
        }
    }

    /// The tab `steps` further to the right, around the end.
    #[must_use]
    pub fn turned(self, steps: usize) -> Self {
        Self::ALL.into_iter().cycle().nth(self.index() + steps).unwrap_or_default()
    }

    /// Whether it lists names rather than what is told of them: who is there looks for a name first.
    #[must_use]
    pub fn is_of_names(self) -> bool {
        matches!(self, Self::Partners | Self::Glossary)
    }

    /// The tab on which a record is at home.
    #[must_use]
    pub fn of(dataset: &Dataset, record: Record<'_>) -> Self {
        match record {
            Record::Document(document) if dataset.is_plan(document) => Self::Themes,
            Record::Theme(_) => Self::Themes,
            Record::Action(_) => Self::Actions,
            Record::Partner { .. } => Self::Partners,
            Record::Term { .. } => Self::Glossary,
            _ => Self::Agenda,
        }
    }

    /// Everything the tab lists of the data, in its own order; the timeline's is arranged, and what is marked is the user's.
    #[must_use]
    pub fn rows(self, dataset: &Dataset) -> Vec<Row> {
        let mut listing = Listing { dataset, rows: Vec::new() };
        match self {
            Self::Themes => listing.themes(),
            Self::Agenda => listing.agenda(),
            Self::Actions => {
                let actions = dataset.ordered().filter(|(_, record)| matches!(record, Record::Action(_)));
                listing.rows.extend(actions.map(|(ordinal, _)| Row::listed(ordinal, 0)));
            }
            Self::Partners => {
                dataset.partners().iter().for_each(|partner| listing.add(&id::of_partner(&partner.code), 0));
            }
            Self::Glossary => dataset.glossary().iter().for_each(|entry| listing.add(&id::of_term(&entry.id), 0)),
            Self::Timeline | Self::Briefing => {}
        }
        listing.rows
    }
}

/// Rows being listed.
struct Listing<'a> {
    dataset: &'a Dataset,
    rows: Vec<Row>,
}

impl Listing<'_> {
    fn add(&mut self, id: &RecordId, depth: u8) {
        self.rows.extend(self.dataset.ordinal(id).map(|ordinal| Row::listed(ordinal, depth)));
    }

    fn themes(&mut self) {
        let dataset = self.dataset;
        for document in dataset.documents().iter().filter(|document| dataset.is_plan(document)) {
            self.add(&document.id, 0);
            let is_of_it = |id: &RecordId| id.collection() == document.id.as_str();
            for theme in dataset.themes().iter().filter(|theme| is_of_it(&theme.id)) {
                self.add(&theme.id, if theme.parent.is_some() { 2 } else { 1 });
            }
        }
    }

    fn agenda(&mut self) {
        for meeting in self.dataset.meetings() {
            self.add(&meeting.id, 0);
            for item in &meeting.agenda {
                self.add(&item.id, 1);
                item.positions.iter().for_each(|position| self.add(&position.id, 2));
                item.open_questions.iter().for_each(|question| self.add(&question.id, 2));
            }
            meeting.milestones.iter().for_each(|milestone| self.add(&milestone.id, 1));
            meeting.chronology.iter().for_each(|event| self.add(&event.id, 1));
            meeting.context.iter().for_each(|context| self.add(&context.id, 1));
            meeting.people.iter().for_each(|person| self.add(&person.id, 1));
            self.dataset.document_of(&meeting.id).into_iter().for_each(|document| self.add(&document.id, 1));
        }
    }
}

/// What a tab remembers.
#[derive(Debug, Clone, Default)]
pub struct TabView {
    /// The search line.
    pub input: Input,
    /// Whether the program wrote it and the user has not changed it: such a query is not remembered.
    pub is_led: bool,
    /// What it means.
    pub query: Query,
    /// Rows that answer it, the tab's own and those that other tabs list.
    pub rows: Rows,
    /// Number of the tab's own rows.
    pub own: usize,
    /// Number of records among these: one may stand in several rows.
    pub found: usize,
    /// Headings over the rows, where they have some.
    pub groups: Arc<[Group]>,
    /// What the headings are for.
    pub grouping: Grouping,
    /// The same without a query.
    pub total: usize,
    /// Words of the query that were read as others or left out.
    pub repairs: Vec<Repair>,
    /// The first condition of the query that cannot be met, and is as good as none.
    pub mistake: Option<Mistake>,
    /// Selection and scroll of the list.
    pub cursor: ListCursor,
    /// First line of the text on screen.
    pub scroll: usize,
    /// Selected link of the text.
    pub link: Option<usize>,
    /// Line of the text to which the last search for a match led.
    pub matched: Option<usize>,
}

impl TabView {
    /// The selected record.
    #[must_use]
    pub fn selected(&self) -> Option<Ordinal> {
        self.rows.get(self.cursor.selected).map(|row| row.ordinal)
    }

    /// Takes the rows that answer a new query; the selection goes to the first.
    pub fn answer(&mut self, rows: impl Into<Rows>, own: usize) {
        self.rows = rows.into();
        (self.own, self.found) = (own, own);
        self.groups = Arc::default();
        self.cursor = ListCursor::default();
        self.open_text_at_top();
    }

    /// Forgets scroll, link and match of the text: another record is shown.
    pub fn open_text_at_top(&mut self) {
        self.scroll = 0;
        self.link = None;
        self.matched = None;
    }
}
