//! The briefing tab: the marked records in the order the user gave them.

use super::model::Model;
use super::view::{Row, Tab};
use crate::domain::Record;
use crate::domain::annotations::Annotations;
use crate::search::Situation;

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

    /// Whether a tab lists a record of its own.
    pub(super) fn lists(&self, tab: Tab, record: Record<'_>) -> bool {
        match tab {
            Tab::Briefing => self.annotations().is_marked(record.id()),
            tab => tab.lists(&self.dataset, record),
        }
    }

    /// The marked records, in their order.
    pub(super) fn tray(&self) -> Vec<Row> {
        let marked = self.annotations().marked.iter().filter_map(|id| self.dataset.ordinal(id));
        marked.map(|ordinal| Row { ordinal, depth: 0, is_elsewhere: false, hit: None }).collect()
    }

    /// Lists the marked records anew, on the record one is at, or on what has come to its place.
    pub(super) fn list_briefing(&mut self) {
        let view = &self.views[Tab::Briefing.index()];
        let (place, scroll, link) = (view.cursor.selected, view.scroll, view.link);
        let selected = self.selected_in(Tab::Briefing);
        self.search_in(Tab::Briefing);
        let page = self.list_page();
        self.views[Tab::Briefing.index()].select(place, page);
        if let Some(id) = selected {
            self.select_in(Tab::Briefing, &id);
            if self.selected_in(Tab::Briefing).as_ref() == Some(&id) {
                let view = &mut self.views[Tab::Briefing.index()];
                (view.scroll, view.link) = (scroll, link);
            }
        }
    }
}
