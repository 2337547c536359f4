//! Rows of a tab under headings: which rows belong together, and how headings share the page with them.

use std::sync::Arc;

use super::model::Model;
use super::view::{Tab, TabView};
use crate::domain::due::Due;
use crate::domain::{Ordinal, Record};

/// Least rows of a page on which headings are shown.
const HEADINGS_FROM: usize = 4;

/// What the rows of the timeline are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Grouping {
    /// On the axis, by theme.
    #[default]
    Theme,
    /// On the axis, by partner.
    Partner,
    /// On the axis, by year of end.
    End,
    /// No axis: by where the end lies, seen from the day.
    Due,
}

impl Grouping {
    /// How many there are.
    pub(super) const COUNT: usize = 4;

    /// Whether bars are shown.
    #[must_use]
    pub fn has_axis(self) -> bool {
        self != Self::Due
    }
}

/// What the rows of a group have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Common {
    /// A theme, a partner or a meeting.
    Record(Ordinal),
    /// Neither theme nor partner.
    Nothing,
    /// The year of their end.
    Year(i16),
    /// No stated end.
    NoEnd,
    /// Where their end lies.
    Due(Due),
    /// Other tabs list them.
    Elsewhere,
}

/// Rows that stand under one heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// The first of them.
    pub first: usize,
    /// How many there are.
    pub rows: usize,
    /// What they have in common.
    pub common: Common,
}

/// A line of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// The heading of this group.
    Heading(Group),
    /// This row.
    Row(usize),
}

impl Model {
    /// What the rows of a group have in common, in words.
    #[must_use]
    pub fn heading(&self, group: Group) -> String {
        let words = &self.words().time;
        let name = match group.common {
            Common::Record(ordinal) => self.dataset.at(ordinal).map(|record| match record {
                Record::Theme(theme) => format!("{} {}", theme.id.number(), theme.title.in_lang(self.lang)),
                other => other.title(self.lang).to_owned(),
            }),
            Common::Nothing if self.tab == Tab::Briefing => Some(self.words().own.ungrouped.to_owned()),
            Common::Nothing if self.view().grouping == Grouping::Partner => Some(words.no_partner.to_owned()),
            Common::Nothing => Some(words.no_theme.to_owned()),
            Common::Year(year) => Some((words.year)(year)),
            Common::NoEnd => Some(words.no_end.to_owned()),
            Common::Due(due) => Some((words.due)(due).to_owned()),
            Common::Elsewhere => Some(words.elsewhere.to_owned()),
        };
        name.unwrap_or_default()
    }

    /// Turns the list by a page, down where positive, and passes over no row.
    pub(super) fn turn_list(&mut self, by: isize) {
        let page = self.list_page();
        let view = self.view();
        let (top, bottom) = (view.cursor.top, view.last_shown(page));
        let has_headings = view.has_headings(page);
        let step = if has_headings { bottom + 1 - top.min(bottom) } else { page };
        let step = by * isize::try_from(step).unwrap_or(1);
        self.select(view.cursor.selected.saturating_add_signed(step));
        let view = self.view_mut();
        // Headings may leave less room for rows on the page that follows.
        if has_headings && by > 0 && view.cursor.top > bottom + 1 {
            view.cursor.top = bottom + 1;
            view.cursor.selected = view.last_shown(page);
        }
        while has_headings && by < 0 && view.last_shown(page) + 1 < top {
            view.cursor.top += 1;
            view.cursor.selected = view.cursor.selected.max(view.cursor.top);
        }
    }
}

impl TabView {
    /// Moves to the row at `index`, or to the last one, and brings it onto a page of `page` lines, headings among them.
    pub fn select(&mut self, index: usize, page: usize) {
        self.cursor.select(index, self.rows.len(), page);
        if !self.has_headings(page) {
            return;
        }
        let last = self.rows.len().saturating_sub(1);
        // A row of context below, where there is room for one.
        let wanted = if page > HEADINGS_FROM { (self.cursor.selected + 1).min(last) } else { self.cursor.selected };
        while self.cursor.top < self.cursor.selected && self.lines(self.cursor.top, wanted) > page {
            self.cursor.top += 1;
        }
    }

    /// The lines on a page: the heading of the first row, then rows, each group's heading over it.
    #[must_use]
    pub fn shown(&self, page: usize) -> Vec<Shown> {
        let mut shown = Vec::with_capacity(page);
        let has_headings = self.has_headings(page);
        for row in self.cursor.top..self.rows.len() {
            if shown.len() >= page {
                break;
            }
            let group = self.group_of(row).and_then(|at| self.groups.get(at)).filter(|_| has_headings);
            let heading = group.filter(|group| row == group.first || shown.is_empty());
            shown.extend(heading.map(|group| Shown::Heading(*group)));
            shown.push(Shown::Row(row));
        }
        // A heading with nothing under it would say that its group is here.
        shown.truncate(page);
        if matches!(shown.last(), Some(Shown::Heading(_))) {
            shown.pop();
        }
        shown
    }

    /// The last row on a page of so many lines.
    fn last_shown(&self, page: usize) -> usize {
        let row = |shown: &Shown| match shown {
            Shown::Row(row) => Some(*row),
            Shown::Heading(_) => None,
        };
        self.shown(page).iter().rev().find_map(row).unwrap_or(0)
    }

    /// Whether headings are shown on a page of so many lines.
    #[must_use]
    pub fn has_headings(&self, page: usize) -> bool {
        page >= HEADINGS_FROM && !self.groups.is_empty()
    }

    fn group_of(&self, row: usize) -> Option<usize> {
        self.groups.partition_point(|group| group.first <= row).checked_sub(1)
    }

    /// Lines that the rows from `top` to `row` take with their headings.
    fn lines(&self, top: usize, row: usize) -> usize {
        let group = |row| self.group_of(row).unwrap_or(0);
        row - top + 1 + group(row) - group(top) + 1
    }

    /// Puts the rows under headings.
    pub fn group(&mut self, groups: impl Into<Arc<[Group]>>) {
        self.groups = groups.into();
    }
}
