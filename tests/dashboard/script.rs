//! A dashboard without a terminal: keys in, screen out.
//!
//! Drives the same loop as the real one, [`tui::run`], with a double at either end: a source that ends when its keys
//! are used up, and a canvas that draws into memory. Knows nothing of what the screens should say.

use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

use dosje::app::draft::Draft;
use dosje::app::layout::Area;
use dosje::app::msg::{Fetched, Kept, Target};
use dosje::app::writing::Sheet;
use dosje::app::{Effect, Key, KeyCode, Look, Model, Msg, Setting, Ways};
use dosje::domain::annotations::{self, Annotations, Slot};
use dosje::domain::kept::{Book, Reason, Unkept};
use dosje::domain::passage::Passage;
use dosje::domain::queries::{Change, Queries};
use dosje::domain::{Dataset, Lang, RecordId};
use dosje::tui::painter::Painter;
use dosje::tui::{self, Canvas, Last, Offer, Paper, Shell, Source};
use dosje::ui::{self, Frame};
use jiff::civil::{Date, date};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// A dashboard that keys are fed to, drawn after each of them.
pub struct Script {
    pub model: Model,
    canvas: Memory,
    desk: Desk,
    exit: Option<i32>,
}

/// What all scripts begin with.
fn setting(lang: Lang, size: (u16, u16)) -> Setting {
    Setting {
        lang,
        today: date(2026, 11, 21),
        is_other_day: false,
        query: None,
        is_loading: false,
        size,
        notice: None,
        look: Look::default(),
        ways: Ways::default(),
    }
}

impl Script {
    /// The dashboard over the built-in data on 21 November 2026.
    pub fn new(lang: Lang, columns: u16, rows: u16) -> Self {
        Self::with_query(lang, columns, rows, None)
    }

    /// The same, started with a query as from the command line.
    pub fn with_query(lang: Lang, columns: u16, rows: u16, query: Option<&str>) -> Self {
        Self::start(lang, (columns, rows), query, false, Desk::default())
    }

    /// The same, with queries kept from before.
    pub fn with_queries(lang: Lang, columns: u16, rows: u16, queries: Queries) -> Self {
        Self::start(
            lang,
            (columns, rows),
            None,
            false,
            Desk { queries: Drawer { book: queries, ..Drawer::default() }, ..Desk::default() },
        )
    }

    /// The same, where nothing can be kept.
    pub fn with_refusal(lang: Lang, columns: u16, rows: u16, unkept: &Unkept) -> Self {
        let desk = Desk { queries: Drawer::refusing(unkept), annotations: Drawer::refusing(unkept), ..Desk::default() };
        Self::start(lang, (columns, rows), None, false, desk)
    }

    /// The same while more data is being read.
    pub fn loading(lang: Lang, columns: u16, rows: u16, query: &str) -> Self {
        Self::start(lang, (columns, rows), Some(query), true, Desk::default())
    }

    /// The same on another day, which the header says.
    pub fn on(today: Date, lang: Lang, columns: u16, rows: u16) -> Self {
        Self::set(Setting { today, is_other_day: true, ..setting(lang, (columns, rows)) }, Desk::default())
    }

    fn start(lang: Lang, size: (u16, u16), query: Option<&str>, is_loading: bool, desk: Desk) -> Self {
        let query = query.map(str::to_owned);
        Self::set(Setting { query, is_loading, ..setting(lang, size) }, desk)
    }

    /// The same as a user likes it.
    pub fn with_ways(lang: Lang, columns: u16, rows: u16, ways: Ways) -> Self {
        Self::set(Setting { ways, ..setting(lang, (columns, rows)) }, Desk::default())
    }

    /// The same over other data.
    pub fn over(dataset: Dataset, lang: Lang, columns: u16, rows: u16) -> Self {
        Self::show(dataset, setting(lang, (columns, rows)), Desk::default())
    }

    fn set(setting: Setting, desk: Desk) -> Self {
        Self::show(Arc::clone(&BUILT), setting, desk)
    }

    fn show(dataset: impl Into<Arc<Dataset>>, setting: Setting, desk: Desk) -> Self {
        let (columns, rows) = setting.size;
        let model = Model::new(dataset, setting);
        Self { model, canvas: Memory::new(columns, rows), desk, exit: None }.run(Vec::new())
    }

    /// Presses keys, written with blanks between them: a name such as `Enter` or `Ctrl-U`, else letter by letter.
    pub fn keys(self, written: &str) -> Self {
        let keys = written.split_whitespace().flat_map(keys_of).map(Msg::Key).collect();
        self.feed(keys)
    }

    /// Presses keys all at once, as they come over a slow line: drawn only after the last.
    pub fn burst(self, written: &str) -> Self {
        let keys = written.split_whitespace().flat_map(keys_of).map(Msg::Key).collect();
        self.run(vec![keys])
    }

    /// Presses keys again and again until the screen is as wanted.
    pub fn keys_until(mut self, written: &str, is_wanted: impl Fn(&Screen) -> bool) -> Self {
        for _ in 0..200 {
            if is_wanted(&self.screen()) {
                return self;
            }
            self = self.keys(written);
        }
        assert!(is_wanted(&self.screen()), "{written} never leads there:\n{}", self.screen().text());
        self
    }

    /// Pastes text, as a terminal hands it over: in one piece.
    pub fn paste(self, text: &str) -> Self {
        self.feed(vec![Msg::Paste(text.to_owned())])
    }

    /// Gives the window another size.
    pub fn resize(mut self, columns: u16, rows: u16) -> Self {
        self.canvas.size = (columns, rows);
        self.feed(vec![Msg::Resized(columns, rows)])
    }

    /// Gives the window another size without a word of it, as it is between two events.
    pub fn shrink_unnoticed(mut self, columns: u16, rows: u16) -> Self {
        self.canvas.size = (columns, rows);
        self
    }

    /// Lets things happen one after the other, each drawn before the next.
    pub fn feed(self, messages: Vec<Msg>) -> Self {
        self.run(messages.into_iter().map(|message| vec![message]).collect())
    }

    /// Lets things happen all at once.
    pub fn batch(self, messages: Vec<Msg>) -> Self {
        self.run(vec![messages])
    }

    fn run(mut self, batches: Vec<Vec<Msg>>) -> Self {
        assert_eq!(self.exit, None, "the dashboard has ended already");
        let mut source = Queue(batches.into());
        match tui::run(&mut self.model, &mut source, &mut self.canvas, &mut self.desk) {
            Ok(code) => self.exit = Some(code),
            Err(error) => assert_eq!(error.kind(), io::ErrorKind::UnexpectedEof, "{error}"),
        }
        self
    }

    /// The exit code, once the dashboard has ended.
    pub fn exit(&self) -> Option<i32> {
        self.exit
    }

    /// Lets another window make a change.
    pub fn elsewhere(mut self, change: &Change) -> Self {
        self.desk.queries.book.apply(change);
        self
    }

    /// Lets another window add something, and this one see it.
    pub fn added_elsewhere(mut self, change: &annotations::Change) -> Self {
        self.desk.annotations.book.apply(change);
        let read = self.desk.annotations.read();
        self.feed(vec![Msg::Annotated(read)])
    }

    /// What was asked to be kept, in its order.
    pub fn kept(&self) -> &[Change] {
        &self.desk.queries.changes
    }

    /// The same where this is the text of every document.
    pub fn with_text(mut self, text: &str) -> Self {
        self.desk.text = Some(text.to_owned());
        self
    }

    /// The same in a multiplexer that does this with what it is offered.
    pub fn within(mut self, offer: Offer) -> Self {
        self.desk.offer = Some(offer);
        self
    }

    /// What the terminal was sent for its clipboard.
    pub fn copied(&self) -> &[String] {
        &self.canvas.copied
    }

    /// What the multiplexer was handed for it.
    pub fn taken(&self) -> &[String] {
        &self.desk.taken
    }

    /// What was written into files: each name, and the text.
    pub fn exported(&self) -> &[(String, String)] {
        &self.desk.exported
    }

    /// What is written on a record: objective, own lines, note.
    pub fn written(&self, id: &str) -> Vec<Vec<String>> {
        let added = self.desk.annotations.book.of(&RecordId::new(id)).cloned().unwrap_or_default();
        Slot::ALL.into_iter().map(|slot| added.texts(slot).all().to_vec()).collect()
    }

    /// The drafts that lie on the disk.
    pub fn drafts(&self) -> Vec<String> {
        self.desk.papers.lock().expect("sound").values().cloned().collect()
    }

    /// Whether the terminal was asked to tell of the mouse.
    pub fn hears_mouse(&self) -> bool {
        self.canvas.hears_mouse
    }

    /// How often the screen was drawn.
    pub fn draws(&self) -> usize {
        self.canvas.drawn
    }

    /// How often the dashboard asked to be stopped, and to have everything drawn anew.
    pub fn asked(&self) -> (usize, usize) {
        (self.canvas.suspended, self.canvas.forgotten)
    }

    /// Id of the selected record, without its collection.
    pub fn selected(&self) -> &str {
        self.model.selected().map_or("", |record| record.id().local())
    }

    /// What is on screen.
    pub fn screen(&self) -> Screen {
        let (buffer, cursor) = self.canvas.shown.clone();
        let layout = self.model.layout();
        Screen { buffer, cursor, list: layout.map(|l| l.list()), detail: layout.map(|l| l.detail()) }
    }
}

/// The built-in data, read once for all scripts.
static BUILT: LazyLock<Arc<Dataset>> = LazyLock::new(|| Arc::new(dataset()));

/// The built-in data.
pub fn dataset() -> Dataset {
    dosje::store::load(None).dataset
}

/// One word of a script as keys.
fn keys_of(word: &str) -> Vec<Key> {
    named(word).map_or_else(|| word.chars().map(|letter| Key::plain(KeyCode::Char(letter))).collect(), |key| vec![key])
}

fn named(word: &str) -> Option<Key> {
    if let Some(rest) = word.strip_prefix("Ctrl-") {
        let letter = rest.to_lowercase().chars().next()?;
        return Some(Key { ctrl: true, ..Key::plain(KeyCode::Char(letter)) });
    }
    if let Some(rest) = word.strip_prefix("Alt-") {
        let letter = || rest.chars().next().map(|letter| Key::plain(KeyCode::Char(letter)));
        return Some(Key { alt: true, ..named(rest).or_else(letter)? });
    }
    Some(Key::plain(match word {
        "Space" => KeyCode::Char(' '),
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "Shift-Tab" => KeyCode::BackTab,
        "Backspace" => KeyCode::Backspace,
        "Delete" => KeyCode::Delete,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "F1" => KeyCode::F(1),
        "F2" => KeyCode::F(2),
        "F4" => KeyCode::F(4),
        _ => return None,
    }))
}

/// Hands over what is to happen, then ends.
struct Queue(VecDeque<Vec<Msg>>);

impl Source for Queue {
    fn next(&mut self) -> io::Result<Vec<Msg>> {
        self.0.pop_front().ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
    }

    fn next_within(&mut self, _: Duration) -> io::Result<Vec<Msg>> {
        self.next()
    }

    fn next_tick(&mut self, _: Duration) -> io::Result<Vec<Msg>> {
        self.next()
    }
}

/// Draws into memory.
struct Memory {
    size: (u16, u16),
    shown: (Buffer, Option<Position>),
    drawn: usize,
    suspended: usize,
    copied: Vec<String>,
    forgotten: usize,
    hears_mouse: bool,
}

impl Memory {
    fn new(columns: u16, rows: u16) -> Self {
        let (size, shown) = ((columns, rows), (Buffer::default(), None));
        Self { size, shown, drawn: 0, suspended: 0, copied: Vec::new(), forgotten: 0, hears_mouse: false }
    }
}

impl Canvas for Memory {
    fn paint(&mut self, view: &mut dyn FnMut(&mut Frame<'_>)) -> io::Result<()> {
        self.drawn += 1;
        let mut cursor = None;
        let drawn = ui::drawn(self.size, |frame| {
            view(frame);
            cursor = frame.cursor();
        });
        self.shown = (drawn, cursor);
        Ok(())
    }

    fn forget(&mut self) {
        self.forgotten += 1;
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        self.copied.push(text.to_owned());
        Ok(())
    }

    fn hear_mouse(&mut self, is_on: bool) -> io::Result<()> {
        self.hears_mouse = is_on;
        Ok(())
    }

    fn suspend(&mut self) -> io::Result<()> {
        self.suspended += 1;
        Ok(())
    }

    fn lend(&mut self, _: &[String], _: &Path) -> io::Result<io::Result<ExitStatus>> {
        Ok(Err(io::ErrorKind::NotFound.into()))
    }

    fn promise(&mut self, _: Option<Last>) {}
}

/// Keeps the user's files in memory, and answers once asked.
#[derive(Default)]
struct Desk {
    queries: Drawer<Queries>,
    annotations: Drawer<Annotations>,
    /// The text of every document.
    text: Option<String>,
    exported: Vec<(String, String)>,
    /// What a multiplexer does, if there is one.
    offer: Option<Offer>,
    taken: Vec<String>,
    /// Drafts that lie on the desk.
    papers: Arc<Mutex<BTreeMap<PathBuf, String>>>,
}

/// A draft on the desk.
struct Page {
    path: PathBuf,
    papers: Arc<Mutex<BTreeMap<PathBuf, String>>>,
}

impl Paper for Page {
    fn sheet(&self) -> Sheet {
        Sheet { name: self.path.to_string_lossy().into_owned(), path: self.path.clone() }
    }

    fn write(&self, text: &str) -> Result<(), Unkept> {
        self.papers.lock().expect("sound").insert(self.path.clone(), text.to_owned());
        Ok(())
    }

    fn read(&self) -> Result<Option<String>, Unkept> {
        Ok(self.papers.lock().expect("sound").get(&self.path).cloned())
    }
}

/// One of the files.
struct Drawer<B: Book> {
    book: B,
    refusal: Option<Unkept>,
    changes: Vec<B::Change>,
    answered: usize,
}

impl<B: Book> Default for Drawer<B> {
    fn default() -> Self {
        Self { book: B::default(), refusal: None, changes: Vec::new(), answered: 0 }
    }
}

impl<B: Book> Drawer<B> {
    fn refusing(unkept: &Unkept) -> Self {
        Self { refusal: Some(unkept.clone()), ..Self::default() }
    }

    fn read(&self) -> Kept<B> {
        Kept { changes: 0, outcome: Ok(self.book.clone()), aside: None }
    }

    fn change(&mut self, change: B::Change) {
        if self.refusal.is_none() {
            self.book.apply(&change);
        }
        self.changes.push(change);
    }

    fn report(&mut self) -> Option<Kept<B>> {
        let changes = self.changes.len() - std::mem::replace(&mut self.answered, self.changes.len());
        let outcome = self.refusal.clone().map_or_else(|| Ok(self.book.clone()), Err);
        (changes > 0).then_some(Kept { changes, outcome, aside: None })
    }
}

impl Shell for Desk {
    fn read(&mut self) -> Vec<Msg> {
        vec![Msg::Annotated(self.annotations.read()), Msg::Kept(self.queries.read())]
    }

    fn perform(&mut self, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::Keep(change) => {
                self.queries.change(change);
                None
            }
            Effect::Annotate(change) => {
                self.annotations.change(change);
                None
            }
            Effect::Fetch { record, place } => {
                let passage = |text: &String| {
                    let likeness = dosje::store::texts::likeness(text, place.text.as_ref());
                    Passage::of(text, likeness, &place.sources)
                };
                let found = self.queries.refusal.clone().map_or_else(|| Ok(self.text.as_ref().map(passage)), Err);
                Some(Msg::Fetched(Box::new(Fetched { record, found })))
            }
            Effect::Export(export) => {
                let name = match &export.target {
                    Target::Named(stem) => format!("./{stem}.txt"),
                    Target::File { path, .. } => path.clone(),
                };
                let is_replaced = matches!(export.target, Target::File { is_replaced: true, .. });
                let is_there = self.exported.iter().any(|(other, _)| *other == name);
                if is_there && !is_replaced && matches!(export.target, Target::File { .. }) {
                    let taken = Unkept { file: name, reason: Reason::Taken };
                    return Some(Msg::Exported(Box::new(export), Err(taken)));
                }
                self.exported.push((name.clone(), String::from_utf8_lossy(&export.bytes).into_owned()));
                Some(Msg::Exported(Box::new(export), self.queries.refusal.clone().map_or(Ok(name), Err)))
            }
            Effect::Remove(sheet) => {
                self.papers.lock().expect("sound").remove(&sheet.path);
                None
            }
            _ => None,
        }
    }

    fn offer(&mut self, text: &str) -> Offer {
        if self.offer == Some(Offer::Taken) {
            self.taken.push(text.to_owned());
        }
        self.offer.unwrap_or(Offer::NoTaker)
    }

    fn editor(&self) -> Option<String> {
        None
    }

    fn lay(&mut self, draft: &Draft) -> Result<Arc<dyn Paper>, Unkept> {
        let page = Page { path: PathBuf::from(draft.id.as_str()), papers: Arc::clone(&self.papers) };
        page.write(&draft.text)?;
        Ok(Arc::new(page))
    }

    fn reports(&mut self) -> Vec<Msg> {
        let annotations = self.annotations.report().map(Msg::Annotated);
        annotations.into_iter().chain(self.queries.report().map(Msg::Kept)).collect()
    }

    fn settle(&mut self) -> Vec<Msg> {
        self.reports()
    }
}

/// What is on screen after some keys.
#[derive(Clone, PartialEq, Eq)]
pub struct Screen {
    buffer: Buffer,
    cursor: Option<Position>,
    list: Option<Area>,
    detail: Option<Area>,
}

impl Screen {
    /// The text of the whole screen, without the blanks at the ends of its lines.
    pub fn text(&self) -> String {
        let area = self.buffer.area;
        let lines: Vec<String> = (0..area.height).map(|y| self.row(y)).collect();
        lines.join("\n")
    }

    /// A row of the screen.
    pub fn row(&self, y: u16) -> String {
        self.part(y, 0, self.buffer.area.width)
    }

    /// What a terminal is sent for all of it.
    pub fn wire(&self) -> Vec<u8> {
        let frame = Painter::default().draw(self.buffer.area.as_size().into(), |frame| {
            frame.buffer_mut().clone_from(&self.buffer);
        });
        [b"\x1b[?1049h".as_slice(), &frame].concat()
    }

    /// Whether it is as large as a window, with its cursor inside.
    pub fn fits(&self, (columns, rows): (u16, u16)) -> bool {
        let area = self.buffer.area;
        (area.width, area.height) == (columns, rows)
            && self.cursor.is_none_or(|place| place.x < columns && place.y < rows)
    }

    /// What stands in the cells of a row, by their columns; the second half of a wide letter is none.
    pub fn cells(&self, y: u16) -> impl Iterator<Item = (u16, &str)> {
        let mut next = 0;
        (0..self.buffer.area.width).filter_map(move |x| {
            let symbol = self.buffer.cell((x, y))?.symbol();
            let is_begun = x >= next;
            if is_begun {
                next = x + u16::try_from(symbol.width()).unwrap_or(1).max(1);
            }
            is_begun.then_some((x, symbol))
        })
    }

    /// Tabs.
    pub fn header(&self) -> String {
        self.row(0)
    }

    /// The search line.
    pub fn query(&self) -> String {
        self.row(1)
    }

    /// Keys or notice.
    pub fn footer(&self) -> String {
        self.row(self.buffer.area.height - 1)
    }

    /// The rows of the list.
    pub fn list(&self) -> Vec<String> {
        self.area(self.list)
    }

    /// The lines of the text.
    pub fn detail(&self) -> Vec<String> {
        self.area(self.detail)
    }

    /// The list's row with the selection's marker.
    pub fn chosen(&self) -> String {
        self.list().into_iter().find(|row| row.starts_with('>')).unwrap_or_default()
    }

    /// The line of the text with the marker, from the marker on.
    pub fn pointed(&self) -> String {
        let behind_number = |line: String| {
            let rest = line.trim_start_matches(|c: char| c == ' ' || c.is_ascii_digit());
            rest.starts_with('>').then(|| rest.to_owned())
        };
        self.detail().into_iter().find_map(behind_number).unwrap_or_default()
    }

    /// The words marked as found in a part of the screen, row by row, from the left.
    pub fn marked_in_list(&self) -> Vec<String> {
        self.marked(self.list)
    }

    /// The words marked as found in the text.
    pub fn marked_in_detail(&self) -> Vec<String> {
        self.marked(self.detail)
    }

    /// Column and row of the terminal's own cursor, while it is shown.
    pub fn cursor(&self) -> Option<(u16, u16)> {
        self.cursor.map(|place| (place.x, place.y))
    }

    /// The text, then of each row of `rows` every run that is styled, with its style.
    pub fn styled(&self, rows: impl IntoIterator<Item = u16>) -> String {
        let mut printed = vec![self.text(), "---".to_owned()];
        for y in rows {
            let styled = self.runs(y).into_iter().filter(|(_, style)| !style.is_empty());
            printed.extend(styled.map(|(text, style)| format!("{y}: {style}: |{text}|")));
        }
        printed.join("\n")
    }

    fn area(&self, area: Option<Area>) -> Vec<String> {
        let Some(area) = area else { return Vec::new() };
        (area.y..area.y + area.height).map(|y| self.part(y, area.x, area.width)).collect()
    }

    fn part(&self, y: u16, x: u16, width: u16) -> String {
        let text: String = (x..x + width).filter_map(|x| self.buffer.cell((x, y))).map(Cell::symbol).collect();
        text.trim_end().to_owned()
    }

    fn marked(&self, area: Option<Area>) -> Vec<String> {
        let Some(area) = area else { return Vec::new() };
        let mut found = Vec::new();
        for y in area.y..area.y + area.height {
            let mut was_marked = false;
            for cell in (area.x..area.x + area.width).filter_map(|x| self.buffer.cell((x, y))) {
                let is_marked = cell.modifier.contains(Modifier::UNDERLINED);
                if is_marked && !was_marked {
                    found.push(String::new());
                }
                if let Some(last) = found.last_mut().filter(|_| is_marked) {
                    last.push_str(cell.symbol());
                }
                was_marked = is_marked;
            }
        }
        found
    }

    fn runs(&self, y: u16) -> Vec<(String, String)> {
        let mut runs: Vec<(String, String)> = Vec::new();
        for cell in (0..self.buffer.area.width).filter_map(|x| self.buffer.cell((x, y))) {
            let style = style_of(cell);
            match runs.last_mut() {
                Some((text, last)) if *last == style => text.push_str(cell.symbol()),
                _ => runs.push((cell.symbol().to_owned(), style)),
            }
        }
        runs
    }
}

fn style_of(cell: &Cell) -> String {
    let mut words = Vec::new();
    if cell.fg != Color::Reset {
        words.push(format!("{:?}", cell.fg).to_lowercase());
    }
    if cell.bg != Color::Reset {
        words.push(format!("on {:?}", cell.bg).to_lowercase());
    }
    words.extend(cell.modifier.iter_names().map(|(name, _)| name.to_lowercase()));
    words.join(" ")
}
