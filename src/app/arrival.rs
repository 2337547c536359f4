//! New data under the user's hands: every tab keeps its query and its selection.

use super::history::History;
use super::model::Model;
use super::msg::Arrival;
use super::view::Tab;
use crate::domain::RecordId;

impl Model {
    /// Takes in data that took long to read.
    pub fn arrive(&mut self, arrival: Arrival) {
        // Who has not moved from the first row is shown the first again.
        let moved_to = |tab: Tab| self.selected_in(tab).filter(|_| self.views[tab.index()].cursor.selected > 0);
        let selected: Vec<Option<RecordId>> = Tab::ALL.into_iter().map(moved_to).collect();
        self.dataset = arrival.dataset;
        self.index = arrival.index.into();
        self.timeline = self.timeline.renewed();
        let start_query = self.loading.take().and_then(|loading| loading.query);
        self.notice = arrival.notice;
        // The places in it are those of the old data.
        self.history = History::default();
        match start_query {
            Some(query) => {
                for tab in Tab::ALL {
                    self.list(tab);
                }
                self.start_with(&query);
            }
            None => {
                for (tab, id) in Tab::ALL.into_iter().zip(selected) {
                    self.list(tab);
                    self.search_in(tab);
                    if let Some(id) = id {
                        self.select_in(tab, &id);
                    }
                }
            }
        }
    }
}
