//! The briefing tab: the marked records in the order the user gave them.

use std::cell::OnceCell;
use std::collections::HashSet;

use super::groups::{Common, Group};
use super::model::Model;
use super::rows::Row;
use super::view::Tab;
use crate::briefing::{Briefing, Languages, Speaking};
use crate::card::{Card, card};
use crate::domain::annotations::{Annotations, Change, Grouping};
use crate::domain::grouped::grouped;
use crate::domain::{Lang, Ordinal, Record, RecordId};
use crate::search::Situation;
use crate::search::filter::Filter;

impl Model {
    /// What the user added to the records.
    #[must_use]
    pub fn annotations(&self) -> &Annotations {
        self.own.book()
    }

    /// What an answer depends on besides the data and the query.
    pub(super) fn situation(&self) -> Situation<'_> {
        Situation { today: self.today, annotations: self.annotations() }
    }

    /// Whether the tray holds the record at this place.
    pub(super) fn is_marked(&self, ordinal: Ordinal) -> bool {
        self.dataset.at(ordinal).is_some_and(|record| self.annotations().is_marked(record.id()))
    }

    /// Lists the marked records: in their order, or under what they have in common.
    pub(super) fn list_tray(&mut self) {
        let annotations = self.own.book();
        let grouping = annotations.heading.grouping;
        let (mut rows, mut groups) = (Vec::new(), Vec::new());
        for group in grouped(&self.dataset, grouping, &annotations.marked) {
            let over = group.over.and_then(|over| self.dataset.ordinal(&over));
            let common = over.map_or(Common::Nothing, Common::Record);
            let first = rows.len();
            let known = group.records.iter().filter_map(|id| self.dataset.ordinal(id));
            rows.extend(known.map(|ordinal| Row::listed(ordinal, 0)));
            groups.push(Group { first, rows: rows.len() - first, common });
        }
        let records: HashSet<Ordinal> = rows.iter().map(|row| row.ordinal).collect();
        let view = &mut self.views[Tab::Briefing.index()];
        let count = rows.len();
        view.answer(rows, count);
        if grouping != Grouping::None {
            groups.retain(|group| group.rows > 0);
            view.group(groups);
        }
        (view.total, view.found) = (records.len(), records.len());
    }

    /// What moves the selected entry of the briefing past the one beside it on screen, up or down; nothing where there is
    /// none, or where the entries stand in another order than the user's own.
    #[must_use]
    pub fn shifted(&self, is_up: bool) -> Option<Change> {
        let Annotations { marked, heading, .. } = self.annotations();
        let is_own = self.tab == Tab::Briefing && heading.grouping == Grouping::None && self.view().query.is_empty();
        let id = self.selected().filter(|_| is_own)?.id();
        let place = marked.iter().position(|marked| marked == id)?;
        // Between them may be some that the data has no more.
        let is_on_screen = |id: &&RecordId| self.dataset.record(id).is_some();
        let before = if is_up {
            Some(marked.iter().take(place).rev().find(is_on_screen)?)
        } else {
            let mut below = marked.iter().skip(place + 1).skip_while(|id| !is_on_screen(id));
            below.next()?;
            below.next()
        };
        Some(Change::Move { id: id.clone(), before: before.cloned() })
    }

    /// How long it takes to say what is marked.
    #[must_use]
    pub fn speaking(&self) -> Speaking {
        self.written().speaking(self.lang)
    }

    /// The briefing as it would be written in the language on screen; put together anew when what is marked or added
    /// changes.
    fn written(&self) -> &Briefing {
        let [latvian, english] = &self.written;
        let written = if self.lang == Lang::Lv { latvian } else { english };
        written.get_or_init(|| self.briefing(Languages::One(self.lang)))
    }

    /// Has the briefing put together anew when it is next shown.
    pub(super) fn forget_written(&mut self) {
        self.written = [OnceCell::new(), OnceCell::new()];
    }

    /// What the text pane shows of a record: in the briefing its entry, else all of it.
    pub(super) fn shown(&self, record: Record<'_>) -> Card {
        let is_in_tray = self.tab == Tab::Briefing && self.annotations().is_marked(record.id());
        let entry = is_in_tray.then(|| self.written().card(record.id(), self.lang)).flatten();
        entry.unwrap_or_else(|| card(&self.dataset, record, self.reading(), self.annotations().of(record.id())))
    }

    /// Lists anew what depends on what the user added: the briefing, and the answers to a query that asks for it.
    pub(super) fn list_added(&mut self) {
        self.forget_written();
        for tab in Tab::ALL {
            let is_asked_for = self.views[tab.index()].query.conditions().any(Filter::is_of_user);
            if tab == Tab::Briefing || is_asked_for {
                self.list_anew(tab);
            }
        }
    }

    /// Lists the rows of a tab anew, on the record one is at, or on what has come to its place.
    fn list_anew(&mut self, tab: Tab) {
        let view = &self.views[tab.index()];
        let (place, scroll, link) = (view.cursor.selected, view.scroll, view.link);
        let selected = self.selected_in(tab);
        self.search_in(tab);
        let page = self.list_page();
        self.views[tab.index()].select(place, page);
        if let Some(id) = selected {
            self.select_in(tab, &id);
            if self.selected_in(tab).as_ref() == Some(&id) {
                let view = &mut self.views[tab.index()];
                (view.scroll, view.link) = (scroll, link);
            }
        }
    }
}
