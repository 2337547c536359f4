//! The program as the benches use it: the only file here that names loading, search and dashboard.

use std::path::Path;

use dosje::app::{Arrival, Key, KeyCode, Model, Msg, Setting, update};
use dosje::domain::annotations::Annotations;
use dosje::domain::changes::Changes;
use dosje::domain::{Dataset, Lang};
pub use dosje::search::way::Way;
use dosje::search::{SearchIndex, Situation};
use dosje::tui::painter::Painter;
use dosje::{store, ui};
use jiff::civil::{Date as Day, date};

/// The day on which every bench stands.
const TODAY: Day = date(2026, 11, 21);
/// The window of every bench, in columns and rows.
const WINDOW: (u16, u16) = (120, 36);

/// The built-in data with the files of `folder` on top, all of them sound.
pub fn load(folder: &Path) -> Dataset {
    let loaded = store::load(Some(folder));
    assert!(loaded.faults.is_empty(), "made-up files break a rule: {:?}", loaded.faults.first());
    loaded.dataset
}

/// The built-in data alone.
pub fn built_in() -> Dataset {
    store::load(None).dataset
}

/// Data that have been read once.
pub struct Shelf {
    dataset: Dataset,
    held: store::Held,
}

impl Shelf {
    /// Reads the files of `folder`.
    pub fn of(folder: &Path) -> Self {
        let store::Loaded { dataset, held, .. } = store::load(Some(folder));
        Self { dataset, held }
    }

    /// Reads them again as the dashboard does when one of them has changed; gives how many records have.
    pub fn again(&self, folder: &Path) -> (usize, Arrival) {
        let loaded = store::load_again(Some(folder), &self.dataset, &self.held);
        let changes = Changes::between(&self.dataset, &loaded.dataset);
        (changes.records().len(), Arrival::of(loaded.dataset, None))
    }
}

/// Reads every record once.
pub fn index(dataset: &Dataset) -> SearchIndex {
    SearchIndex::build(dataset)
}

/// Records that can be searched.
pub struct Searchable {
    dataset: Dataset,
    index: SearchIndex,
}

impl Searchable {
    /// Reads every record once.
    pub fn new(dataset: Dataset) -> Self {
        Self { index: index(&dataset), dataset }
    }

    /// How many records answer `typed`, and how the best of them does.
    pub fn search(&self, typed: &str) -> (usize, Option<Way>) {
        let query = self.index.read(&self.dataset, typed);
        let annotations = Annotations::default();
        let situation = Situation { today: TODAY, annotations: &annotations };
        let found = self.index.search(&self.dataset, &query, situation);
        let why = found.hits.first().and_then(|hit| self.index.why(&self.dataset, hit));
        (found.hits.len(), why.map(|why| why.way))
    }
}

/// The dashboard on a screen in memory, with its search line open on the actions.
pub struct Dashboard {
    model: Model,
    painter: Painter,
}

impl Dashboard {
    /// Opens it over `dataset` and searches once, so that all that is put off until then is done.
    pub fn open(dataset: Dataset) -> Self {
        let setting = Setting {
            lang: Lang::Lv,
            today: TODAY,
            is_other_day: false,
            query: None,
            is_loading: true,
            size: WINDOW,
            notice: None,
            look: dosje::app::Look::default(),
            ways: dosje::app::Ways::default(),
        };
        let mut model = Model::new(Dataset::default(), setting);
        let arrival = Arrival::of(dataset, None);
        arrival.listing.complete(&arrival.dataset, TODAY);
        update(&mut model, Msg::Arrived(Box::new(arrival)));
        let mut dashboard = Self { model, painter: Painter::default() };
        dashboard.type_letters("2/a");
        dashboard.clear();
        dashboard
    }

    /// Leaves the search line for the list.
    pub fn leave_search_line(&mut self) {
        self.press(Key::plain(KeyCode::Enter));
    }

    /// Presses the key of each letter.
    pub fn type_letters(&mut self, letters: &str) {
        letters.chars().for_each(|letter| self.press(Key::plain(KeyCode::Char(letter))));
    }

    /// Empties the search line.
    pub fn clear(&mut self) {
        self.press(Key { code: KeyCode::Char('u'), ctrl: true, alt: false });
    }

    fn press(&mut self, key: Key) {
        update(&mut self.model, Msg::Key(key));
    }

    /// How many rows the list has.
    pub fn rows(&self) -> usize {
        self.model.view().rows.len()
    }

    /// Draws one frame; gives what the terminal would be sent.
    pub fn draw(&mut self) -> Vec<u8> {
        self.painter.draw(WINDOW, |frame| ui::view(&self.model, frame))
    }
}
