//! Everything the dashboard shows.

use std::cell::OnceCell;
use std::sync::Arc;

use jiff::civil::Date as Day;

use super::additions::Additions;
use super::ask::Ask;
use super::flow::{Flow, flow, margin};
use super::history::History;
use super::input::Input;
use super::keymap::Context;
use super::layout::Layout;
use super::ledger::Ledger;
use super::listing::Listing;
use super::look::Look;
use super::meeting::Meeting;
use super::palette::{Choice, Face, Palette};
use super::places::Spot;
use super::purpose::Purpose;
use super::reader::Reader;
use super::recall::Recall;
use super::rows::Row;
use super::setting::Setting;
use super::timeline::Timeline;
use super::view::{Tab, TabView};
use super::ways::Ways;
use super::writing::Writing;
use crate::briefing::Briefing;
use crate::card::Reading;
use crate::domain::annotations::Annotations;
use crate::domain::changes::{Altered, Changes};
use crate::domain::ladder::Order;
use crate::domain::{Dataset, Lang, Record, RecordId};
use crate::i18n::{Messages, messages};
use crate::search::SearchIndex;

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
    /// Choosing a link of the text by its number, of which so much is typed.
    Follow(String),
    /// The palette lies on top.
    Palette(Palette),
    /// A document's own text lies on top.
    Source(Box<Reader>),
    /// A question is asked.
    Ask(Box<Ask>),
    /// One sits in the meeting, one item a screen.
    Meeting(Box<Meeting>),
}

/// More data is being read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Loading {
    /// The query of the start, to be answered again by data that arrive before the first key.
    pub query: Option<String>,
}

/// Everything the dashboard shows.
pub struct Model {
    /// The records.
    pub dataset: Arc<Dataset>,
    /// Language.
    pub lang: Lang,
    /// The day on which everything that depends on a date stands.
    pub today: Day,
    /// Whether that day is to be shown.
    pub is_other_day: bool,
    /// Window, in columns and rows.
    pub size: (u16, u16),
    /// How it reaches the terminal.
    pub look: Look,
    /// The tab on screen.
    pub tab: Tab,
    /// Which pane the keys move in.
    pub focus: Focus,
    /// Whether one pane has the whole window though there is room for two.
    pub is_zoomed: bool,
    /// What the keys are for.
    pub mode: Mode,
    /// Order of the records that concern a partner.
    pub order: Order,
    /// Whether each row says why it is in the list.
    pub shows_reasons: bool,
    /// Something to say, until the next key.
    pub notice: Option<String>,
    /// While more data is being read.
    pub loading: Option<Loading>,
    /// What has become of the records in the user's files since the start.
    pub changes: Changes,
    /// The record that was being read when it went.
    pub(super) gone: Option<Altered>,
    /// How the user likes it.
    pub ways: Ways,
    /// What it was opened for.
    pub purpose: Purpose,
    /// The record that was picked.
    pub picked: Option<RecordId>,
    /// The user's queries.
    pub recall: Recall,
    /// What the user added to the records.
    pub own: Ledger<Annotations>,
    /// Which marks came many at once.
    pub(super) additions: Additions,
    /// What is marked as it would be written in Latvian and in English; put together when it is first shown.
    pub(super) written: [OnceCell<Briefing>; 2],
    /// Drafts of what is being added.
    pub(super) writing: Writing,
    /// Built when the first query asks for it: the first frame needs none.
    pub(super) index: OnceCell<SearchIndex>,
    pub(super) views: [TabView; Tab::ALL.len()],
    pub(super) history: History<Spot>,
    pub(super) timeline: Timeline,
    pub(super) listing: Arc<Listing>,
}

impl Model {
    /// The dashboard at its start.
    #[must_use]
    pub fn new(dataset: impl Into<Arc<Dataset>>, setting: Setting) -> Self {
        let mut model = Self {
            dataset: dataset.into(),
            lang: setting.lang,
            today: setting.today,
            is_other_day: setting.is_other_day,
            size: setting.size,
            look: setting.look,
            tab: setting.ways.tab,
            focus: Focus::default(),
            is_zoomed: false,
            mode: Mode::default(),
            order: Order::default(),
            shows_reasons: false,
            notice: setting.notice,
            loading: setting.is_loading.then(Loading::default),
            changes: Changes::default(),
            gone: None,
            ways: setting.ways,
            purpose: Purpose::default(),
            picked: None,
            recall: Recall::default(),
            own: Ledger::default(),
            additions: Additions::default(),
            written: [OnceCell::new(), OnceCell::new()],
            writing: Writing::default(),
            index: OnceCell::new(),
            views: Default::default(),
            history: History::default(),
            timeline: Timeline::default(),
            listing: Arc::default(),
        };
        for tab in Tab::ALL {
            model.list(tab);
        }
        if let Some(query) = setting.query {
            model.start_with(&query);
            model.loading.iter_mut().for_each(|loading| loading.query = Some(query.clone()));
        }
        model
    }

    /// Goes to the tab with the best answer to `typed`; false where that is longer than a search line, which is said.
    pub(super) fn start_with(&mut self, typed: &str) -> bool {
        let input = Input::of(typed);
        if input.text().is_empty() && !typed.is_empty() {
            self.notice = Some(self.words().writing.too_long.to_owned());
            return false;
        }
        let query = self.index().read(&self.dataset, typed);
        let hits = self.index().find(&self.dataset, &query, self.situation()).hits;
        let best = hits.iter().min_by_key(|hit| hit.rank()).and_then(|hit| self.dataset.at(hit.ordinal));
        self.tab = best.map_or(Tab::Actions, |record| Tab::of(&self.dataset, record));
        self.view_mut().input = input;
        self.view_mut().is_led = false;
        self.search_in(self.tab);
        self.mode = if hits.is_empty() { Mode::Search } else { Mode::Browse };
        true
    }

    /// Lists everything a tab has.
    pub(super) fn list(&mut self, tab: Tab) {
        match tab {
            Tab::Timeline => return self.list_timeline(),
            Tab::Briefing => return self.list_tray(),
            _ => {}
        }
        let rows = self.listing.rows(tab, &self.dataset);
        let view = &mut self.views[tab.index()];
        view.total = rows.len();
        view.answer(rows, view.total);
    }

    /// The interface's words.
    #[must_use]
    pub fn words(&self) -> &'static Messages {
        messages(self.lang)
    }

    /// The tab on screen.
    #[must_use]
    pub fn view(&self) -> &TabView {
        &self.views[self.tab.index()]
    }

    /// The tab on screen, to be changed.
    pub fn view_mut(&mut self) -> &mut TabView {
        &mut self.views[self.tab.index()]
    }

    /// The selected row.
    #[must_use]
    pub fn selected_row(&self) -> Option<Row> {
        let view = self.view();
        view.rows.get(view.cursor.selected)
    }

    /// The selected record; none while one is read that is gone: what is done there is not meant for its neighbour.
    #[must_use]
    pub fn selected(&self) -> Option<Record<'_>> {
        self.dataset.at(self.view().selected().filter(|_| self.shown_gone().is_none())?)
    }

    /// Where the parts lie in the window; none where the window is too small.
    #[must_use]
    pub fn layout(&self) -> Option<Layout> {
        let layout = Layout::of(self.size.0, self.size.1, self.is_zoomed)?;
        Some(if self.tab == Tab::Timeline { layout.with_tall_list() } else { layout })
    }

    /// Rows of the list on screen; an axis has a line of its own over them.
    #[must_use]
    pub fn list_page(&self) -> usize {
        let axis = usize::from(self.tab == Tab::Timeline && self.view().grouping.has_axis());
        self.layout().map_or(1, |layout| usize::from(layout.list().height).saturating_sub(axis))
    }

    /// Lines of the text on screen.
    #[must_use]
    pub fn text_page(&self) -> usize {
        self.layout().map_or(1, |layout| usize::from(layout.detail().height))
    }

    /// Rows of the palette on screen: the body without the lines that explain the marks.
    #[must_use]
    pub fn palette_page(&self) -> usize {
        let legend = self.legend().len().max(1);
        self.layout().map_or(1, |layout| usize::from(layout.body.height).saturating_sub(legend).max(1))
    }

    /// Lines of a document's own text on screen.
    #[must_use]
    pub fn reader_page(&self) -> usize {
        self.layout().map_or(1, |layout| usize::from(layout.body.height))
    }

    /// Whether the text is on screen.
    #[must_use]
    pub fn shows_text(&self) -> bool {
        self.layout().is_some_and(|layout| layout.shows_both()) || self.focus == Focus::Detail
    }

    /// The selected record in lines of the text pane.
    #[must_use]
    pub fn text(&self) -> Flow {
        let width = self.layout().map_or(0, |layout| usize::from(layout.detail().width));
        if let Some(gone) = self.text_of_gone(width.saturating_sub(margin(0) + 1)) {
            return gone;
        }
        let Some(record) = self.selected() else { return Flow::default() };
        let card = self.shown(record);
        // One column at the right edge says that the text goes on.
        flow(&card, width.saturating_sub(margin(card.targets().len()) + 1))
    }

    /// How records are laid out.
    #[must_use]
    pub fn reading(&self) -> Reading {
        Reading { lang: self.lang, today: self.today, order: self.order }
    }

    pub(super) fn index(&self) -> &SearchIndex {
        self.index.get_or_init(|| SearchIndex::build(&self.dataset))
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
        let Mode::Palette(palette) = &self.mode else { return };
        let selected = palette.cursor.selected;
        self.search_in_palette();
        self.select_in_palette(selected);
    }

    /// Goes to a row of the palette.
    pub fn select_in_palette(&mut self, index: usize) {
        let page = self.palette_page();
        if let Mode::Palette(palette) = &mut self.mode {
            palette.cursor.select(index, palette.entries.len(), page);
        }
    }

    /// Finds the rows of the palette anew.
    pub fn search_in_palette(&mut self) {
        let standing = self.view().input.text().trim().to_owned();
        let is_picking = self.is_for_picking();
        if let Mode::Palette(palette) = &mut self.mode {
            let lang = self.lang;
            let (queries, heading) = (self.recall.queries(), &self.own.book().heading);
            let (keymap, pace, changes) = (&self.ways.keymap, self.ways.pace, &self.changes);
            palette.search(Choice { lang, is_picking, queries, standing: &standing, heading, changes, pace, keymap });
        }
    }

    /// Which bindings hold.
    #[must_use]
    pub fn context(&self) -> Context {
        match self.mode {
            Mode::Browse => Context::Browse,
            Mode::Search => Context::Search,
            Mode::Follow(_) => Context::Follow,
            Mode::Palette(_) => Context::Palette,
            Mode::Source(_) => Context::Source,
            Mode::Ask(_) => Context::Ask,
            Mode::Meeting(_) => Context::Meeting,
        }
    }

    /// Selects row `index` of the list.
    pub fn select(&mut self, index: usize) {
        let page = self.list_page();
        let view = self.view_mut();
        let before = view.cursor.selected;
        view.select(index, page);
        if view.cursor.selected != before {
            view.open_text_at_top();
        }
    }

    /// The selected record of a tab.
    pub(super) fn selected_in(&self, tab: Tab) -> Option<RecordId> {
        let ordinal = self.views[tab.index()].selected()?;
        self.dataset.at(ordinal).map(|record| record.id().clone())
    }

    /// Selects a record of a tab, where it is listed.
    pub(super) fn select_in(&mut self, tab: Tab, id: &RecordId) {
        let (page, ordinal) = (self.list_page(), self.dataset.ordinal(id));
        let view = &mut self.views[tab.index()];
        let place = ordinal.and_then(|ordinal| view.rows.position(ordinal));
        if let Some(place) = place {
            view.select(place, page);
        }
    }

    /// Puts the records that concern a partner into the other order.
    pub fn turn_order(&mut self) {
        let words = self.words();
        let (order, said) = match self.order {
            Order::Number => (Order::Deadline, words.by_deadline),
            Order::Deadline => (Order::Number, words.by_number),
        };
        self.order = order;
        self.notice = Some(said.to_owned());
    }
}
