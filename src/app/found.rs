//! What the query of a tab finds: rows, why each is there, and the places in a text.

use std::ops::Range;

use super::flow::Flow;
use super::model::Model;
use super::view::{Row, Tab};
use crate::search::{Hit, Query};

impl Model {
    /// Finds the rows of a tab anew after its query has changed.
    pub fn search_in(&mut self, tab: Tab) {
        let typed = self.views[tab.index()].input.text();
        if Query::parse(typed).is_empty() {
            let view = &mut self.views[tab.index()];
            view.query = Query::default();
            view.repairs.clear();
            view.mistake = None;
            self.list(tab);
            return;
        }
        let index = self.index();
        let query = index.read(&self.dataset, typed);
        let mistake = index.mistakes(&query).into_iter().next();
        let found = index.search(&self.dataset, &query, self.situation());
        let is_own = |hit: &Hit| self.dataset.at(hit.ordinal).is_some_and(|record| self.lists(tab, record));
        let (own, mut elsewhere): (Vec<Hit>, Vec<Hit>) = found.hits.iter().partition(|hit| is_own(hit));
        // A condition is put to what the tab lists; a word or a number is looked for wherever it is.
        if query.terms.is_empty() && query.numbers.is_empty() && !own.is_empty() {
            elsewhere.clear();
        }
        let count = own.len();
        let rows = merged(&own, &elsewhere, tab.is_of_names());
        let view = &mut self.views[tab.index()];
        view.query = query;
        view.repairs = found.repairs;
        view.mistake = mistake;
        view.answer(rows, count);
        if tab == Tab::Timeline {
            self.group_answers();
        }
    }

    /// Why a row is in the list: when that was asked, or when its most telling match is not in the language shown.
    #[must_use]
    pub fn reason(&self, row: &Row) -> Option<String> {
        if self.shows_reasons {
            let why = self.index().why(&self.dataset, row.hit.as_ref()?);
            return why.as_ref().map(self.words().why);
        }
        self.other_language(row)
    }

    /// That the most telling match of a row stands in the language that is not shown, and not in the other as well.
    #[must_use]
    pub fn other_language(&self, row: &Row) -> Option<String> {
        let (index, hit) = (self.index(), row.hit.as_ref()?);
        let lang = index.language(hit).filter(|lang| *lang != self.lang)?;
        if index.is_said_in(&self.dataset, hit, self.lang) {
            return None;
        }
        let why = index.why(&self.dataset, hit)?;
        Some((self.words().in_language)(lang, &why.word))
    }

    /// Where the words of the tab's query stand in `text`, as ranges of bytes.
    #[must_use]
    pub fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        let query = &self.view().query;
        if query.terms.is_empty() {
            return Vec::new();
        }
        let read_as: Vec<&str> = self.view().repairs.iter().map(|(_, word)| word.as_str()).collect();
        self.index().highlights(query, &read_as, text)
    }

    /// Lines of `text` that hold a match of the query.
    #[must_use]
    pub fn matched_lines(&self, text: &Flow) -> Vec<usize> {
        let holds = |line: &super::flow::FlowLine| !self.highlights(&line.text()).is_empty();
        text.lines.iter().enumerate().filter(|(_, line)| holds(line)).map(|(index, _)| index).collect()
    }
}

/// Hits of a tab and of the others in one order, a little in favour of the tab one is on; the best is never hidden behind
/// the tab's own, unless those are all to come first.
fn merged(own: &[Hit], elsewhere: &[Hit], is_own_first: bool) -> Vec<Row> {
    let row = |hit: &Hit, is_elsewhere| Row { ordinal: hit.ordinal, depth: 0, is_elsewhere, hit: Some(*hit) };
    let mut rows = Vec::with_capacity(own.len() + elsewhere.len());
    let mut others = elsewhere.iter().peekable();
    for hit in own {
        while let Some(other) = others.next_if(|other| !is_own_first && other.score > hit.score + hit.score / 4) {
            rows.push(row(other, true));
        }
        rows.push(row(hit, false));
    }
    rows.extend(others.map(|other| row(other, true)));
    rows
}
