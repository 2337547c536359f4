//! New data under the user's hands: every tab keeps its query, its selection and its place in the text.

use super::history::History;
use super::model::{Focus, Mode, Model};
use super::msg::Arrival;
use super::view::Tab;
use crate::domain::RecordId;

/// Where one is on a tab: the record, and the place in its text.
struct Stay {
    record: RecordId,
    scroll: usize,
    link: Option<usize>,
}

impl Model {
    /// Takes in data that took long to read.
    pub fn arrive(&mut self, arrival: Arrival) {
        let stays: Vec<Option<Stay>> = Tab::ALL.into_iter().map(|tab| self.stay(tab)).collect();
        self.dataset = arrival.dataset;
        self.index = arrival.index.into();
        self.listing = arrival.listing;
        self.timeline = self.timeline.renewed();
        let start_query = self.loading.take().and_then(|loading| loading.query);
        self.notice = arrival.notice;
        if matches!(self.mode, Mode::Follow(_)) {
            // The links of a new text have other numbers.
            self.mode = Mode::Browse;
        }
        // The places in it are those of the old data.
        self.history = History::default();
        for (tab, stay) in Tab::ALL.into_iter().zip(stays) {
            self.list(tab);
            if start_query.is_none() {
                if !self.views[tab.index()].query.is_empty() {
                    self.search_in(tab);
                }
                self.resume(tab, stay);
            }
        }
        if let Some(query) = start_query {
            self.start_with(&query);
        }
    }

    /// Where one is on a tab; nowhere for who has not moved from the first row and is shown the first again.
    fn stay(&self, tab: Tab) -> Option<Stay> {
        let view = &self.views[tab.index()];
        let is_reading = tab == self.tab && self.focus == Focus::Detail;
        let record = self.selected_in(tab).filter(|_| is_reading || view.cursor.selected > 0)?;
        Some(Stay { record, scroll: view.scroll, link: view.link })
    }

    fn resume(&mut self, tab: Tab, stay: Option<Stay>) {
        let Some(Stay { record, scroll, link }) = stay else { return };
        self.select_in(tab, &record);
        if self.selected_in(tab).as_ref() == Some(&record) {
            let view = &mut self.views[tab.index()];
            (view.scroll, view.link) = (scroll, link);
        }
    }

    /// The user has done something: the query of the start is theirs now.
    pub(super) fn take_over(&mut self) {
        if let Some(loading) = &mut self.loading {
            loading.query = None;
        }
    }
}
