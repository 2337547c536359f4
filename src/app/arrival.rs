//! New data under the user's hands: every tab keeps its query, its selection and its place in the text.

use std::sync::Arc;

use super::command::Command;
use super::flow::Flow;
use super::input::Input;
use super::keymap::Context;
use super::model::{Focus, Mode, Model};
use super::msg::{Arrival, FileState, Renewal};
use super::notice::GAP;
use super::rows::Rows;
use super::view::{Tab, TabView};
use crate::card::{Block, Card, Layer};
use crate::domain::changes::{Altered, Changes};
use crate::domain::{Dataset, RecordId};

/// How far from a record that is gone a neighbour is looked for.
const NEAR: usize = 100;

/// Where one is on a tab: the record, its row among the others, and the place in its text.
#[derive(Debug, Clone)]
pub(super) struct Stay {
    pub(super) record: RecordId,
    rows: Rows,
    at: usize,
    /// Rows above it on screen.
    above: usize,
    scroll: usize,
    link: Option<usize>,
}

impl Stay {
    /// Where one is on a tab that lists `dataset`; none where nothing is listed.
    pub(super) fn of(view: &TabView, dataset: &Dataset) -> Option<Self> {
        let record = dataset.at(view.selected()?)?.id().clone();
        let (rows, at) = (view.rows.clone(), view.cursor.selected);
        Some(Self { record, rows, at, above: at - view.cursor.top.min(at), scroll: view.scroll, link: view.link })
    }

    /// The same without the rows around it.
    pub(super) fn alone(self) -> Self {
        Self { rows: Rows::default(), ..self }
    }
}

impl Model {
    /// Takes in data that took long to read.
    pub fn arrive(&mut self, mut arrival: Arrival) {
        let said: Vec<String> = self.notice.take().into_iter().chain(arrival.notice.take()).collect();
        self.notice = (!said.is_empty()).then(|| said.join(GAP));
        let stays: Vec<Option<Stay>> = Tab::ALL.into_iter().map(|tab| self.stay(tab, false)).collect();
        let before = self.replace(arrival);
        self.timeline = self.timeline.renewed();
        let start_query = self.loading.take().and_then(|loading| loading.query);
        if matches!(self.mode, Mode::Follow(_)) {
            // The links of a new text have other numbers.
            self.mode = Mode::Browse;
        }
        self.renew_history(&before);
        let stays = if start_query.is_none() { stays } else { Vec::new() };
        self.relist(stays, &before, &Changes::default());
        if let Some(query) = start_query {
            // With more data it may lead to another tab.
            self.view_mut().input = Input::default();
            self.search_in(self.tab);
            self.start_with(&query);
        }
    }

    /// Takes in data that were read again, and says what has changed.
    pub fn renew(&mut self, renewal: Renewal) {
        let Renewal { arrival, changes, state } = renewal;
        let stays: Vec<Option<Stay>> = Tab::ALL.into_iter().map(|tab| self.stay(tab, true)).collect();
        let is_read_changed = self.selected().is_none_or(|record| changes.of(record.id()).is_some());
        if matches!(self.mode, Mode::Follow(_)) && is_read_changed {
            self.mode = Mode::Browse;
        }
        let said = self.told(&changes, state);
        let notice = self.notice.take();
        let before = self.replace(arrival);
        self.notice = said.or(notice);
        self.renew_history(&before);
        self.relist(stays, &before, &changes);
        self.changes.then(&changes);
        self.refresh_palette();
    }

    /// Keeps the places one was at whose records are still there.
    fn renew_history(&mut self, before: &Dataset) {
        let now = &self.dataset;
        self.history.retain(|spot| spot.renew(before, now));
    }

    /// Puts other data in the place of the present ones, and gives these.
    fn replace(&mut self, arrival: Arrival) -> Arc<Dataset> {
        self.index = arrival.index.into();
        self.listing = arrival.listing;
        let before = std::mem::replace(&mut self.dataset, arrival.dataset);
        self.forget_written();
        match &mut self.mode {
            Mode::Meeting(meeting) => meeting.renew(&before, &self.dataset),
            Mode::Source(reader) => reader.former.renew(&reader.record, &before, &self.dataset),
            _ => {}
        }
        before
    }

    /// Lists every tab anew.
    pub(super) fn relist(&mut self, stays: Vec<Option<Stay>>, before: &Dataset, changes: &Changes) {
        let mut stays = stays.into_iter();
        for tab in Tab::ALL {
            self.list(tab);
            let Some(stay) = stays.next() else { continue };
            if !self.views[tab.index()].query.is_empty() {
                self.search_in(tab);
            }
            if let Some(stay) = stay {
                self.resume(tab, &stay, before, changes);
            }
        }
    }

    /// Where one is on a tab; unless `is_firm`, nowhere for who has not moved from the first row and is shown the first
    /// again.
    fn stay(&self, tab: Tab, is_firm: bool) -> Option<Stay> {
        let view = &self.views[tab.index()];
        let is_reading = tab == self.tab && self.focus == Focus::Detail;
        let is_asked = |_: &Stay| is_firm || is_reading || view.cursor.selected > 0;
        let stay = Stay::of(view, &self.dataset).filter(is_asked)?;
        // Who reads a record that is gone is still at it, should it come back.
        let record = self.gone.as_ref().filter(|_| is_reading).map(|gone| gone.id.clone());
        Some(Stay { record: record.unwrap_or_else(|| stay.record.clone()), ..stay })
    }

    fn resume(&mut self, tab: Tab, stay: &Stay, before: &Dataset, changes: &Changes) {
        let is_reading = tab == self.tab && self.focus == Focus::Detail;
        let page = self.list_page();
        let place = self.place_after(tab, stay, before);
        let view = &mut self.views[tab.index()];
        view.cursor.top = place.saturating_sub(stay.above);
        view.select(place, page);
        if self.selected_in(tab).as_ref() != Some(&stay.record) && is_reading {
            if self.dataset.ordinal(&stay.record).is_some() {
                self.reveal(&stay.record);
            } else {
                self.gone = changes.of(&stay.record).cloned().or(self.gone.take());
            }
        }
        if self.selected_in(tab).as_ref() == Some(&stay.record) {
            self.gone = self.gone.take().filter(|_| !is_reading);
            let view = &mut self.views[tab.index()];
            (view.scroll, view.link) = (stay.scroll, stay.link);
        }
    }

    /// The row of a record, or of the nearest that stood beside it.
    fn place_after(&self, tab: Tab, stay: &Stay, before: &Dataset) -> usize {
        let rows = &self.views[tab.index()].rows;
        let place = |id: &RecordId| {
            let ordinal = self.dataset.ordinal(id)?;
            // A record may stand in several rows.
            let is_here = rows.get(stay.at).is_some_and(|row| row.ordinal == ordinal);
            if is_here { Some(stay.at) } else { rows.position(ordinal) }
        };
        let beside = |at: usize| place(before.at(stay.rows.get(at)?.ordinal)?.id());
        let below = (stay.at..stay.rows.len()).take(NEAR);
        let above = (0..stay.at).rev().take(NEAR);
        place(&stay.record).or_else(|| below.chain(above).find_map(beside)).unwrap_or(stay.at)
    }

    /// What is to be said of files that have changed.
    fn told(&self, changes: &Changes, state: Option<FileState>) -> Option<String> {
        let words = &self.words().files;
        // Where the key does nothing, it is not named.
        let works_here = self.keys(Command::Changes).next().is_some();
        let key = works_here.then(|| self.key_name(Context::Browse, Command::Changes));
        let altered = (!changes.is_empty()).then(|| (words.altered)(changes.counts(), key.as_deref()));
        let state = state.and_then(|state| match state {
            FileState::Sound => altered.is_none().then(|| words.sound.to_owned()),
            FileState::Faulty(count, first) => Some((self.words().left_out)(count, &first)),
            FileState::Unread(fault) => Some((words.unread)(&fault, &(self.words().problem)(&fault.problem))),
        });
        let said: Vec<String> = [state, altered].into_iter().flatten().collect();
        (!said.is_empty()).then(|| said.join(GAP))
    }

    /// What stands in the place of the text of a record that is gone.
    pub(super) fn text_of_gone(&self, width: usize) -> Option<Flow> {
        let gone = self.shown_gone()?;
        let heading = Block::Heading { number: gone.id.number().to_owned(), title: gone.title(self.lang).to_owned() };
        let said = Block::Text(self.words().files.gone.to_owned(), Layer::Warning);
        Some(super::flow::flow(&Card { blocks: vec![heading, said] }, width))
    }

    /// The record that is gone and whose text is on screen.
    pub(super) fn shown_gone(&self) -> Option<&Altered> {
        self.gone.as_ref().filter(|_| self.focus == Focus::Detail)
    }

    /// The user has done something: the query of the start is theirs now.
    pub(super) fn take_over(&mut self) {
        if let Some(loading) = &mut self.loading {
            loading.query = None;
        }
    }
}
