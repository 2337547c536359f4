//! What the query of a tab finds: rows, why each is there, and the places in a text.

use std::ops::Range;

use super::flow::Flow;
use super::model::Model;
use super::rows::{Row, Rows};
use super::view::Tab;
use crate::search::{Found, Hit, Query, Repair};

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
        let Found { mut hits, repairs } = index.find(&self.dataset, &query, self.situation());
        let homes = self.listing.homes(&self.dataset);
        let is_own = |hit: &Hit| match tab {
            Tab::Briefing => self.is_marked(hit.ordinal),
            tab => homes.has(tab, hit.ordinal),
        };
        // A condition is put to what the tab lists; a word or a number is looked for wherever it is.
        if query.words.is_empty() && query.numbers.is_empty() && hits.iter().any(is_own) {
            hits.retain(is_own);
        }
        let rows = Rows::ranked(hits, |hit| !is_own(hit), tab.is_of_names());
        let view = &mut self.views[tab.index()];
        view.query = query;
        view.repairs = repairs;
        view.mistake = mistake;
        let own = rows.own();
        view.answer(rows, own);
        if tab == Tab::Timeline {
            self.group_answers();
        }
    }

    /// Why a row is in the list: when that was asked, or when its most telling match is none of its own words in the language
    /// shown.
    #[must_use]
    pub fn reason(&self, row: &Row) -> Option<String> {
        let hit = row.hit.as_ref()?;
        if self.shows_reasons || self.index().stands_elsewhere(hit) {
            let why = self.index().why(&self.dataset, hit);
            return why.as_ref().map(self.words().why);
        }
        self.other_language(row)
    }

    /// That the most telling match of a row stands in the language that is not shown, and not in the other as well.
    #[must_use]
    pub fn other_language(&self, row: &Row) -> Option<String> {
        // First the hit: without a query there is none, and the first frame builds no index.
        let hit = row.hit.as_ref()?;
        let index = self.index();
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
        if query.words.is_empty() {
            return Vec::new();
        }
        let read_as = self.view().repairs.iter().filter_map(|repair| match repair {
            Repair::ReadAs(_, word) | Repair::Like(_, word) => Some(word.as_str()),
            Repair::AsCondition(..) | Repair::Without(_) => None,
        });
        let read_as: Vec<&str> = read_as.collect();
        self.index().highlights(query, &read_as, text)
    }

    /// Lines of `text` that hold a match of the query.
    #[must_use]
    pub fn matched_lines(&self, text: &Flow) -> Vec<usize> {
        let holds = |line: &super::flow::FlowLine| !self.highlights(&line.text()).is_empty();
        text.lines.iter().enumerate().filter(|(_, line)| holds(line)).map(|(index, _)| index).collect()
    }
}
