//! A tab and what it remembers: query, rows, selection, scroll.

use super::cursor::ListCursor;
use super::input::Input;
use crate::domain::RecordKind;
use crate::domain::{Dataset, RecordId};
use crate::search::Query;
use crate::search::filter::Mistake;

/// A tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Tab {
    /// Papers, themes and sub-themes.
    #[default]
    Themes,
    /// Actions.
    Actions,
    /// Meetings and their parts.
    Agenda,
}

impl Tab {
    /// All tabs, from the left.
    pub const ALL: [Self; 3] = [Self::Themes, Self::Actions, Self::Agenda];

    /// Its place from the left, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }

    /// The tab `steps` further to the right, around the end.
    #[must_use]
    pub fn turned(self, steps: usize) -> Self {
        Self::ALL.into_iter().cycle().nth(self.index() + steps).unwrap_or_default()
    }

    /// The tab on which a record is listed.
    #[must_use]
    pub fn of(dataset: &Dataset, id: &RecordId) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.records(dataset).iter().any(|row| row.id == *id))
    }

    /// Everything the tab lists, in its own order.
    #[must_use]
    pub fn records(self, dataset: &Dataset) -> Vec<Row> {
        let row = |id: &RecordId, depth| Row { id: id.clone(), depth };
        let mut rows = Vec::new();
        match self {
            Self::Themes => {
                for document in dataset.documents() {
                    let is_of_it = |id: &RecordId| id.collection() == document.id.as_str();
                    let mut themes = dataset.themes().iter().filter(|theme| is_of_it(&theme.id)).peekable();
                    if themes.peek().is_some() || dataset.actions().iter().any(|action| is_of_it(&action.id)) {
                        rows.push(row(&document.id, 0));
                    }
                    rows.extend(themes.map(|theme| row(&theme.id, if theme.parent.is_some() { 2 } else { 1 })));
                }
            }
            Self::Actions => rows.extend(dataset.actions().iter().map(|action| row(&action.id, 0))),
            Self::Agenda => {
                for meeting in dataset.meetings() {
                    rows.push(row(&meeting.id, 0));
                    for item in &meeting.agenda {
                        rows.push(row(&item.id, 1));
                        rows.extend(item.positions.iter().map(|position| row(&position.id, 2)));
                        rows.extend(item.open_questions.iter().map(|question| row(&question.id, 2)));
                    }
                    rows.extend(meeting.milestones.iter().map(|milestone| row(&milestone.id, 1)));
                    rows.extend(meeting.chronology.iter().map(|event| row(&event.id, 1)));
                    rows.extend(meeting.context.iter().map(|context| row(&context.id, 1)));
                    rows.extend(meeting.people.iter().map(|person| row(&person.id, 1)));
                    rows.extend(dataset.document_of(&meeting.id).map(|document| row(&document.id, 1)));
                }
            }
        }
        rows
    }

    /// Kinds of record that a search on this tab may find; of papers, only those the tab lists.
    #[must_use]
    pub fn lists(self, kind: RecordKind) -> bool {
        match self {
            Self::Themes => matches!(kind, RecordKind::Theme | RecordKind::Document),
            Self::Actions => kind == RecordKind::Action,
            Self::Agenda => !matches!(kind, RecordKind::Theme | RecordKind::Action),
        }
    }
}

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The record.
    pub id: RecordId,
    /// How far it is indented.
    pub depth: u16,
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
    /// Rows that answer it.
    pub rows: Vec<Row>,
    /// Number of rows without a query.
    pub total: usize,
    /// Words of the query that were read as others: as typed, and as read.
    pub repairs: Vec<(String, String)>,
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
    pub fn selected(&self) -> Option<&RecordId> {
        self.rows.get(self.cursor.selected).map(|row| &row.id)
    }

    /// Takes the rows that answer a new query; the selection goes to the first.
    pub fn answer(&mut self, query: Query, rows: Vec<Row>, total: usize) {
        self.query = query;
        self.rows = rows;
        self.total = total;
        self.repairs.clear();
        self.mistake = None;
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
