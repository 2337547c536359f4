//! Going from place to place: to a record, to the answers of a query, back and forward.

use std::sync::Arc;

use super::arrival::Stay;
use super::input::Input;
use super::model::{Focus, Model};
use super::view::{Tab, TabView};
use crate::domain::changes::Changes;
use crate::domain::{Dataset, RecordId};

/// A place to come back to: the tab, and every tab as it was.
#[derive(Debug, Clone)]
pub struct Spot {
    tab: Tab,
    focus: Focus,
    views: Box<[TabView; Tab::ALL.len()]>,
    /// Where one was on each tab, once other data have come: then the tabs are to be listed anew.
    stays: Option<Vec<Option<Stay>>>,
}

impl Spot {
    /// Takes in that other data came in the place of those before; false where the record one was at is gone.
    pub(super) fn renew(&mut self, before: &Dataset, now: &Dataset) -> bool {
        let views = &mut self.views;
        let stays = self.stays.get_or_insert_with(|| {
            let stay = |view: &mut TabView| {
                let stay = Stay::of(view, before).map(Stay::alone);
                // Rows of data that are no more are not to be looked at, nor kept.
                (view.rows, view.groups) = Default::default();
                stay
            };
            views.iter_mut().map(stay).collect()
        });
        let here = stays.get(self.tab.index()).and_then(Option::as_ref);
        here.is_none_or(|stay| now.ordinal(&stay.record).is_some())
    }
}

impl Model {
    /// Shows a record on the tab that lists it, leaving the place one is at.
    pub fn go_to(&mut self, id: &RecordId, focus: Focus) {
        let Some(record) = self.dataset.record(id) else { return };
        let tab = Tab::of(&self.dataset, record);
        self.leave_place();
        self.gone = None;
        self.tab = tab;
        self.reveal(id);
        self.view_mut().open_text_at_top();
        self.focus = focus;
    }

    /// Shows the rows of a tab that answer `query`, leaving the place one is at.
    pub fn go_to_query(&mut self, tab: Tab, query: &str) {
        self.leave_place();
        self.tab = tab;
        self.view_mut().input = Input::of(query);
        self.view_mut().is_led = true;
        self.search_in(tab);
        self.focus = Focus::List;
    }

    /// Goes to the tab with the best answer to a saved query, leaving the place one is at; where nothing answers, to its
    /// search line. False where it is too long, which is said.
    pub fn go_to_saved(&mut self, query: &str) -> bool {
        let here = self.place();
        let is_taken = self.start_with(query);
        if is_taken {
            self.history.leave(here);
            self.focus = Focus::List;
        }
        is_taken
    }

    /// Selects a record, dropping the query if it hides it.
    pub(super) fn reveal(&mut self, id: &RecordId) {
        let Some(ordinal) = self.dataset.ordinal(id) else { return };
        let place = |model: &Self| model.view().rows.position(ordinal);
        if place(self).is_none() {
            self.view_mut().input = Input::default();
            self.search_in(self.tab);
        }
        if let Some(index) = place(self) {
            self.select(index);
        }
    }

    fn leave_place(&mut self) {
        let here = self.place();
        self.history.leave(here);
    }

    fn place(&self) -> Spot {
        Spot { tab: self.tab, focus: self.focus, views: Box::new(self.views.clone()), stays: None }
    }

    /// Whether there is a place to go back to.
    #[must_use]
    pub fn has_past(&self) -> bool {
        self.history.has_past()
    }

    /// Goes back to the place before, or forward again; false where there is none.
    pub fn travel(&mut self, is_back: bool) -> bool {
        let here = self.place();
        let found = if is_back { self.history.back(here) } else { self.history.forward(here) };
        let Some(spot) = found else { return false };
        self.gone = None;
        self.tab = spot.tab;
        self.focus = spot.focus;
        self.views = *spot.views;
        match spot.stays {
            Some(stays) => self.relist(stays, &Arc::clone(&self.dataset), &Changes::default()),
            // What is marked may have changed since.
            None => self.list_added(),
        }
        true
    }

    /// Empties the query of the tab and keeps its selection.
    pub fn clear_query(&mut self) {
        let selected = self.selected().map(|record| record.id().clone());
        self.view_mut().input = Input::default();
        self.search_in(self.tab);
        if let Some(id) = selected {
            self.reveal(&id);
        }
    }
}
