//! Everything the dashboard shows.

use std::cell::OnceCell;
use std::ops::Range;

use jiff::civil::Date as Day;

use super::flow::{Flow, flow};
use super::history::History;
use super::input::Input;
use super::keymap::Context;
use super::layout::Layout;
use super::palette::{Choice, Face, Palette};
use super::purpose::Purpose;
use super::recall::Recall;
use super::view::{Row, Tab, TabView};
use crate::card::card;
use crate::domain::{Dataset, Lang, RecordId, RecordKind};
use crate::i18n::{Messages, messages};
use crate::search::{Hit, Query, SearchIndex};

/// What the dashboard starts with besides its data.
#[derive(Debug, Clone)]
pub struct Setting {
    /// Language.
    pub lang: Lang,
    /// The day on which everything that depends on a date stands.
    pub today: Day,
    /// Whether that day was asked for and is to be shown.
    pub is_other_day: bool,
    /// A query to start with.
    pub query: Option<String>,
    /// Window, in columns and rows.
    pub size: (u16, u16),
    /// Something to say at the start.
    pub notice: Option<String>,
}

/// Which pane the keys move in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Focus {
    /// The list.
    #[default]
    List,
    /// The text.
    Detail,
}

/// What the keys are for at the moment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Mode {
    /// Moving about.
    #[default]
    Browse,
    /// Typing a query.
    Search,
    /// The palette lies on top.
    Palette(Palette),
}

/// A place to come back to: the tab, and every tab as it was.
#[derive(Debug, Clone)]
pub struct Spot {
    tab: Tab,
    focus: Focus,
    views: Box<[TabView; 3]>,
}

/// Everything the dashboard shows.
pub struct Model {
    /// The records.
    pub dataset: Dataset,
    /// Language.
    pub lang: Lang,
    /// The day on which everything that depends on a date stands.
    pub today: Day,
    /// Whether that day is to be shown.
    pub is_other_day: bool,
    /// Window, in columns and rows.
    pub size: (u16, u16),
    /// The tab on screen.
    pub tab: Tab,
    /// Which pane the keys move in.
    pub focus: Focus,
    /// Whether one pane has the whole window though there is room for two.
    pub is_zoomed: bool,
    /// What the keys are for.
    pub mode: Mode,
    /// Something to say, until the next key.
    pub notice: Option<String>,
    /// What it was opened for.
    pub purpose: Purpose,
    /// The record that was picked.
    pub picked: Option<RecordId>,
    /// The user's queries.
    pub recall: Recall,
    /// Built when the first query asks for it: the first frame needs none.
    index: OnceCell<SearchIndex>,
    views: [TabView; 3],
    /// Rows of each tab without a query.
    totals: [usize; 3],
    history: History<Spot>,
}

impl Model {
    /// The dashboard at its start.
    #[must_use]
    pub fn new(dataset: Dataset, setting: Setting) -> Self {
        let mut model = Self {
            dataset,
            lang: setting.lang,
            today: setting.today,
            is_other_day: setting.is_other_day,
            size: setting.size,
            tab: Tab::default(),
            focus: Focus::default(),
            is_zoomed: false,
            mode: Mode::default(),
            notice: setting.notice,
            purpose: Purpose::default(),
            picked: None,
            recall: Recall::default(),
            index: OnceCell::new(),
            views: Default::default(),
            totals: [0; 3],
            history: History::default(),
        };
        for tab in Tab::ALL {
            model.search_in(tab);
        }
        model.totals = model.views.each_ref().map(|view| view.rows.len());
        if let Some(query) = setting.query {
            model.start_with(&query);
        }
        model
    }

    /// Goes to the tab with the best answer to `typed`.
    fn start_with(&mut self, typed: &str) {
        let hits = self.index().search(&self.dataset, &Query::parse(typed), self.today, |_| true).hits;
        let best = hits.iter().find_map(|hit| Tab::of(&self.dataset, &hit.id));
        self.tab = best.unwrap_or(Tab::Actions);
        self.view_mut().input = Input::of(typed);
        self.view_mut().is_led = false;
        self.search_in(self.tab);
        self.mode = if hits.is_empty() { Mode::Search } else { Mode::Browse };
    }

    /// The interface's words.
    #[must_use]
    pub fn words(&self) -> &'static Messages {
        messages(self.lang)
    }

    /// The tab on screen.
    #[must_use]
    pub fn view(&self) -> &TabView {
        let [themes, actions, agenda] = &self.views;
        match self.tab {
            Tab::Themes => themes,
            Tab::Actions => actions,
            Tab::Agenda => agenda,
        }
    }

    /// The tab on screen, to be changed.
    pub fn view_mut(&mut self) -> &mut TabView {
        let [themes, actions, agenda] = &mut self.views;
        match self.tab {
            Tab::Themes => themes,
            Tab::Actions => actions,
            Tab::Agenda => agenda,
        }
    }

    /// Finds the rows of a tab anew after its query has changed.
    pub fn search_in(&mut self, tab: Tab) {
        let Some(query) = self.views.get(tab.index()).map(|view| Query::parse(view.input.text())) else { return };
        let mistake = query.mistakes(&self.dataset).into_iter().next();
        let mut repairs = Vec::new();
        let (rows, total) = if query.is_empty() {
            let all = tab.records(&self.dataset);
            let total = all.len();
            (all, total)
        } else {
            let found = self.index().search(&self.dataset, &query, self.today, |kind| tab.lists(kind));
            repairs = found.repairs;
            // Papers stand on the tab that has their records.
            let is_listed =
                |hit: &Hit| hit.kind != RecordKind::Document || Tab::of(&self.dataset, &hit.id) == Some(tab);
            let rows = found.hits.into_iter().filter(is_listed).map(|hit| Row { id: hit.id, depth: 0 }).collect();
            (rows, self.totals.get(tab.index()).copied().unwrap_or_default())
        };
        if let Some(view) = self.views.get_mut(tab.index()) {
            view.answer(query, rows, total);
            view.repairs = repairs;
            view.mistake = mistake;
        }
    }

    /// Where the parts lie in the window; none where the window is too small.
    #[must_use]
    pub fn layout(&self) -> Option<Layout> {
        Layout::of(self.size.0, self.size.1, self.is_zoomed)
    }

    /// Rows of the list on screen.
    #[must_use]
    pub fn list_page(&self) -> usize {
        self.layout().map_or(1, |layout| usize::from(layout.list().height))
    }

    /// Lines of the text on screen.
    #[must_use]
    pub fn text_page(&self) -> usize {
        self.layout().map_or(1, |layout| usize::from(layout.detail().height))
    }

    /// Rows of the palette on screen: the body without the line that explains the marks.
    #[must_use]
    pub fn palette_page(&self) -> usize {
        self.layout().map_or(1, |layout| usize::from(layout.body.height).saturating_sub(1))
    }

    /// Whether the text is on screen.
    #[must_use]
    pub fn shows_text(&self) -> bool {
        self.layout().is_some_and(|layout| layout.shows_both()) || self.focus == Focus::Detail
    }

    /// The selected record in lines of the text pane.
    #[must_use]
    pub fn text(&self) -> Flow {
        let width = self.layout().map_or(0, |layout| layout.detail().width);
        let record = self.view().selected().and_then(|id| self.dataset.record(id));
        // One column at either edge: the left one marks the selected link.
        let width = usize::from(width.saturating_sub(2));
        record.map(|record| flow(&card(&self.dataset, record, self.lang, self.today), width)).unwrap_or_default()
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

    fn index(&self) -> &SearchIndex {
        self.index.get_or_init(|| SearchIndex::build(&self.dataset))
    }

    /// Lines of `text` that hold a match of the query.
    #[must_use]
    pub fn matched_lines(&self, text: &Flow) -> Vec<usize> {
        let holds = |line: &super::flow::FlowLine| !self.highlights(&line.text()).is_empty();
        text.lines.iter().enumerate().filter(|(_, line)| holds(line)).map(|(index, _)| index).collect()
    }

    /// Whether every letter goes into the line of the palette.
    #[must_use]
    pub fn is_typing_in_palette(&self) -> bool {
        matches!(&self.mode, Mode::Palette(palette) if palette.takes_letters())
    }

    /// Lays the palette on top.
    pub fn open_palette(&mut self, face: Face) {
        self.mode = Mode::Palette(Palette::new(face, self.context()));
        self.search_in_palette();
    }

    /// Shows the queries as they are now in the palette, on the row one is at.
    pub fn refresh_palette(&mut self) {
        let page = self.palette_page();
        let Mode::Palette(palette) = &self.mode else { return };
        let selected = palette.cursor.selected;
        self.search_in_palette();
        if let Mode::Palette(palette) = &mut self.mode {
            palette.cursor.select(selected, palette.entries.len(), page);
        }
    }

    /// Finds the rows of the palette anew.
    pub fn search_in_palette(&mut self) {
        let standing = self.view().input.text().trim().to_owned();
        if let Mode::Palette(palette) = &mut self.mode {
            let (lang, is_picking) = (self.lang, self.purpose == Purpose::Pick);
            palette.search(Choice { lang, is_picking, queries: self.recall.queries(), standing: &standing });
        }
    }

    /// Which bindings hold.
    #[must_use]
    pub fn context(&self) -> Context {
        match self.mode {
            Mode::Browse => Context::Browse,
            Mode::Search => Context::Search,
            Mode::Palette(_) => Context::Palette,
        }
    }

    /// Selects row `index` of the list.
    pub fn select(&mut self, index: usize) {
        let page = self.list_page();
        let view = self.view_mut();
        let before = view.cursor.selected;
        view.cursor.select(index, view.rows.len(), page);
        if view.cursor.selected != before {
            view.open_text_at_top();
        }
    }

    /// Shows a record on the tab that lists it, leaving the place one is at.
    pub fn go_to(&mut self, id: &RecordId, focus: Focus) {
        let Some(tab) = Tab::of(&self.dataset, id) else { return };
        self.leave_place();
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

    /// Goes to the search line of the tab with the best answer to a saved query, leaving the place one is at.
    pub fn go_to_saved(&mut self, query: &str) {
        self.leave_place();
        self.start_with(query);
        self.focus = Focus::List;
        self.mode = Mode::Search;
    }

    /// Selects a record, dropping the query if it hides it.
    fn reveal(&mut self, id: &RecordId) {
        let place = |model: &Self| model.view().rows.iter().position(|row| row.id == *id);
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
        Spot { tab: self.tab, focus: self.focus, views: Box::new(self.views.clone()) }
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
        self.tab = spot.tab;
        self.focus = spot.focus;
        self.views = *spot.views;
        true
    }

    /// Empties the query of the tab and keeps its selection.
    pub fn clear_query(&mut self) {
        let selected = self.view().selected().cloned();
        self.view_mut().input = Input::default();
        self.search_in(self.tab);
        if let Some(id) = selected {
            self.reveal(&id);
        }
    }
}
