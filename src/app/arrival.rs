//! New data under the user's hands: every tab keeps its query and its selection.

use super::history::History;
use super::model::Model;
use super::msg::Arrival;
use super::view::Tab;
use crate::domain::RecordId;

impl Model {
    /// Takes in data that took long to read.
    pub fn arrive(&mut self, arrival: Arrival) {
        let selected: Vec<Option<RecordId>> = Tab::ALL.into_iter().map(|tab| self.selected_in(tab)).collect();
        self.dataset = arrival.dataset;
        self.index = arrival.index.into();
        self.timeline = self.timeline.renewed();
        self.is_loading = false;
        self.notice = arrival.notice;
        // The places in it are those of the old data.
        self.history = History::default();
        match self.start_query.take() {
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
