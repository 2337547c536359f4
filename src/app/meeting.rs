//! Sitting in a meeting: one item a screen, and how long it has been on it.
//!
//! Knows no clock: how much time has passed is told from outside, as often as [`Model::wants_tick`] asks for it.

mod page;

use std::sync::Arc;
use std::time::Duration;

pub use page::{Estimate, Page, Room};

use super::former::Former;
use super::layout::{Area, LEAST};
use super::model::{Mode, Model};
use super::view::Tab;
use crate::domain::{Dataset, Record, RecordId};

/// How often the time on screen changes.
const SECOND: Duration = Duration::from_secs(1);

/// Widest text that is still taken in at a glance.
const WIDEST: u16 = 70;

/// Rows from which on there is room around the text, and rows from which on there is more of it.
const ROOMY: (u16, u16) = (16, 30);

/// Columns from which on the margins are wide.
const WIDE: u16 = 60;

/// A meeting that one sits in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    stops: Vec<Stop>,
    at: usize,
    /// The item in lines of the window.
    pub page: Page,
    /// The first line on screen.
    pub scroll: usize,
}

/// An item of the meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stop {
    record: RecordId,
    former: Former,
    /// How long it has been on screen.
    elapsed: Duration,
    /// Whether the background is open, once a key has said so.
    is_open: Option<bool>,
}

impl Meeting {
    /// A meeting on these items, of which there is at least one, at one of them.
    fn new(items: Vec<RecordId>, at: usize) -> Self {
        let stop = |record| Stop { record, former: Former::default(), elapsed: Duration::ZERO, is_open: None };
        Self { stops: items.into_iter().map(stop).collect(), at, page: Page::default(), scroll: 0 }
    }

    /// Which item is on screen, from 1, and how many there are.
    #[must_use]
    pub fn place(&self) -> (usize, usize) {
        (self.at + 1, self.stops.len())
    }

    /// The item on screen.
    #[must_use]
    pub fn item(&self) -> Option<&RecordId> {
        self.stops.get(self.at).map(|stop| &stop.record)
    }

    /// How long it has been on screen, in whole seconds.
    #[must_use]
    pub fn seconds(&self) -> u64 {
        self.elapsed().as_secs()
    }

    fn elapsed(&self) -> Duration {
        self.stops.get(self.at).map_or(Duration::ZERO, |stop| stop.elapsed)
    }

    /// Counts time that the item on screen was there.
    pub(super) fn pass(&mut self, time: Duration) {
        if let Some(stop) = self.stops.get_mut(self.at) {
            stop.elapsed = stop.elapsed.saturating_add(time);
        }
    }

    /// Goes to the next item, or the one before; false where there is none.
    pub(super) fn go(&mut self, is_on: bool) -> bool {
        let to = if is_on { self.at.checked_add(1) } else { self.at.checked_sub(1) };
        let Some(to) = to.filter(|to| *to < self.stops.len()) else { return false };
        (self.at, self.scroll) = (to, 0);
        true
    }

    /// Goes to the item of this number, from 1, or of this id; false where there is none.
    pub(super) fn go_to(&mut self, typed: &str) -> bool {
        let number = typed.parse().ok().and_then(|number: usize| number.checked_sub(1));
        let number = number.filter(|at| *at < self.stops.len());
        let is_it =
            |id: &RecordId| [id.as_str(), id.local(), id.number()].iter().any(|name| name.eq_ignore_ascii_case(typed));
        let Some(at) = number.or_else(|| self.stops.iter().position(|stop| is_it(&stop.record))) else { return false };
        (self.at, self.scroll) = (at, 0);
        true
    }

    /// Opens the background, or closes it.
    pub(super) fn turn_background(&mut self) {
        let is_open = self.page.is_open();
        if let Some(stop) = self.stops.get_mut(self.at) {
            stop.is_open = Some(!is_open);
        }
    }

    /// Takes in that other data came in the place of those before: an item that went stays as it was, since somebody may
    /// be speaking on it.
    pub(super) fn renew(&mut self, before: &Arc<Dataset>, now: &Dataset) {
        for stop in &mut self.stops {
            stop.former.renew(&stop.record, before, now);
        }
    }

    /// Scrolls so that `line` is the first on screen, or as near as `rows` allow.
    pub(super) fn scroll_to(&mut self, line: usize, rows: usize) {
        self.scroll = line.min(self.page.lines.len().saturating_sub(rows));
    }
}

/// Where the parts of an item lie in the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    /// Which item it is, and the time.
    pub header: Area,
    /// The item.
    pub body: Area,
    /// Keys or a notice, over the whole width.
    pub footer: Area,
}

impl Parts {
    /// The parts in a window of `width` by `height`; none below the least size.
    #[must_use]
    pub fn of((width, height): (u16, u16)) -> Option<Self> {
        if width < LEAST.0 || height < LEAST.1 {
            return None;
        }
        let margin = if width < WIDE { 1 } else { (width / 16).max(width.saturating_sub(WIDEST).div_ceil(2)) };
        // At the right edge an arrow says that the text goes on.
        let text = width - margin - margin.max(2);
        let gap = u16::from(height >= ROOMY.0) + u16::from(height >= ROOMY.1);
        let header = Area { x: margin, y: gap.saturating_sub(1), width: text, height: 1 };
        let top = header.y + 1 + gap;
        let body = Area { x: margin, y: top, width: text, height: height - 1 - top - gap.min(1) };
        Some(Self { header, body, footer: Area { x: 0, y: height - 1, width, height: 1 } })
    }

    fn room(&self) -> Room {
        Room {
            width: usize::from(self.body.width),
            rows: usize::from(self.body.height),
            is_tight: self.body.y == self.header.y + 1,
        }
    }
}

impl Model {
    /// How long until the time on screen changes; none while none is shown, and nobody is to be woken for it.
    #[must_use]
    pub fn wants_tick(&self) -> Option<Duration> {
        let Mode::Meeting(meeting) = &self.mode else { return None };
        let into = Duration::from_nanos(meeting.elapsed().subsec_nanos().into());
        Some(SECOND.saturating_sub(into))
    }

    /// A meeting on the agenda that is on screen, else on what is marked, else on the latest agenda; at the selected item.
    pub(super) fn meeting(&self) -> Option<Meeting> {
        let selected = self.selected().map(Record::id);
        let on_screen = selected.filter(|_| self.tab == Tab::Agenda).and_then(|id| self.dataset.meeting_of(id));
        let is_there = |id: &&RecordId| self.dataset.record(id).is_some();
        let marked = self.annotations().marked.iter().filter(is_there).cloned().collect();
        let agenda = |meeting: &crate::domain::meeting::Meeting| -> Vec<RecordId> {
            meeting.agenda.iter().map(|item| item.id.clone()).collect()
        };
        let with_items = self.dataset.meetings().iter().filter(|meeting| !meeting.agenda.is_empty());
        let latest = with_items.max_by_key(|meeting| meeting.date.last_day());
        let choices = [on_screen.map(agenda), Some(marked), latest.map(agenda)];
        let items = choices.into_iter().flatten().find(|items| !items.is_empty())?;
        let is_selected = |item: &RecordId| Some(item) == selected;
        let above = selected.and_then(|id| self.dataset.item_of(id)).map(|item| &item.id);
        let place = items.iter().position(is_selected).or_else(|| items.iter().position(|item| Some(item) == above));
        Some(Meeting::new(items, place.unwrap_or(0)))
    }

    /// Lays the item on screen out for the window.
    pub(super) fn lay_out_meeting(&mut self) {
        let Mode::Meeting(meeting) = &self.mode else { return };
        let Some(room) = Parts::of(self.size).map(|parts| parts.room()) else { return };
        let stop = meeting.stops.get(meeting.at);
        let Some(page) = stop.and_then(|stop| self.page_of(stop, room)) else { return };
        if let Mode::Meeting(meeting) = &mut self.mode {
            meeting.page = page;
            meeting.scroll_to(meeting.scroll, room.rows);
        }
    }

    fn page_of(&self, stop: &Stop, room: Room) -> Option<Page> {
        let dataset = stop.former.or(&self.dataset);
        let record = dataset.record(&stop.record)?;
        let terms = page::Terms { lang: self.lang, today: self.today, pace: self.ways.pace, keymap: &self.ways.keymap };
        let mut page = page::page(dataset, self.annotations(), record, terms, stop.is_open, room);
        page.is_gone = stop.former.is_gone();
        Some(page)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_lies_in_the_window_and_the_text_is_never_wide() {
        for width in 20..=300 {
            for height in 5..=100 {
                let parts = Parts::of((width, height)).expect("large enough");
                let Parts { header, body, footer } = parts;
                assert!(body.width <= WIDEST && body.width >= 17, "{width}: {}", body.width);
                assert!(body.x + body.width + 2 <= width && body.height >= 1, "{width}x{height}");
                assert!(header.y < body.y && body.y + body.height <= footer.y && footer.y < height);
            }
        }
    }

    #[test]
    fn time_is_counted_for_each_item_and_only_while_it_is_on_screen() {
        let items = ["a/1", "a/2"].map(RecordId::new).to_vec();
        let mut meeting = Meeting::new(items, 0);
        meeting.pass(Duration::from_millis(1900));
        assert!(meeting.go(true) && !meeting.go(true));
        meeting.pass(Duration::from_secs(5));
        assert_eq!((meeting.place(), meeting.seconds()), ((2, 2), 5));
        assert!(meeting.go(false) && !meeting.go(false));
        meeting.pass(Duration::from_millis(100));
        assert_eq!(meeting.seconds(), 2);
    }
}
