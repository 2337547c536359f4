//! The timeline tab: its grouping, the axis over it, and what its keys do.
//!
//! What is costly is built when the tab is first shown and kept: the rows once for each grouping, the extent once.

use std::rc::Rc;

use jiff::civil::Date as Day;
use unicode_width::UnicodeWidthStr;

use super::arrangement::{Answers, Arrangement};
use super::command::Command;
use super::groups::{Common, Group, Grouping};
use super::model::{Focus, Model};
use super::rows::Row;
use super::view::{Tab, TabView};
use crate::domain::axis::{Axis, Sight, extent};
use crate::domain::{Dataset, Record};

/// Columns of the marker before a row and of the marks behind it.
const MARKER: usize = 2;
const MARKS: usize = 3;

/// Least columns for title and bars together; below them the bars have the room alone.
const LEAST_TITLE_AND_BARS: usize = 20;

/// Widest number of a row.
const MOST_NUMBER: usize = 9;

/// What the timeline tab keeps besides its rows.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    /// The grouping of the axis, also while what falls due is shown.
    axis_grouping: Grouping,
    /// The axis as it was zoomed and panned to; else it fits all that is stated.
    moved: Option<Axis>,
    arranged: Vec<(Grouping, Rc<Arrangement>)>,
    /// First and last day that any action states.
    extent: Option<(Day, Day)>,
    number: usize,
}

/// Columns of a row with a bar; the title has none where there is no room for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns {
    /// The record's number.
    pub number: usize,
    /// Its title.
    pub title: usize,
    /// Its bar.
    pub bars: usize,
}

impl Columns {
    /// Columns before the bars.
    #[must_use]
    pub fn left(self) -> usize {
        let gap = |column: usize| if column > 0 { column + 1 } else { 0 };
        MARKER + gap(self.number) + gap(self.title)
    }
}

impl Timeline {
    /// The same with nothing kept of the data.
    #[must_use]
    pub fn renewed(&self) -> Self {
        Self { axis_grouping: self.axis_grouping, ..Self::default() }
    }

    fn arrangement(&mut self, grouping: Grouping, dataset: &Dataset, today: Day) -> Rc<Arrangement> {
        if let Some((_, kept)) = self.arranged.iter().find(|(kept, _)| *kept == grouping) {
            return Rc::clone(kept);
        }
        let built = Rc::new(Arrangement::of(grouping, dataset, today));
        if self.arranged.is_empty() {
            self.extent = extent(dataset.actions().iter().map(|action| &action.timeline));
            let numbers = built.rows.iter().filter_map(|row| dataset.at(row.ordinal));
            self.number = numbers.map(|record| number_of(record).width()).max().unwrap_or(0).min(MOST_NUMBER);
        }
        self.arranged.push((grouping, Rc::clone(&built)));
        built
    }

    /// All that is stated, and the day on which everything stands.
    fn stated(&self, today: Day) -> (Day, Day) {
        let (from, to) = self.extent.unwrap_or((today, today));
        (from.min(today), to.max(today))
    }
}

/// The number a row begins with.
fn number_of(record: Record<'_>) -> &str {
    match record {
        Record::Action(action) => action.id.number(),
        other => other.id().local(),
    }
}

impl Tab {
    /// Whether the tab lists a record of its own, be it that another one is its home.
    #[must_use]
    pub fn lists(self, dataset: &Dataset, record: Record<'_>) -> bool {
        match self {
            Self::Timeline => match record {
                Record::Action(_) => true,
                Record::Milestone(milestone) => milestone.planned.is_some(),
                _ => false,
            },
            other => Self::of(dataset, record) == other,
        }
    }
}

impl Model {
    /// Makes the rows of the timeline ready to be shown.
    pub(super) fn open_timeline(&mut self) {
        let view = self.timeline_view();
        if view.rows.is_empty() && view.query.is_empty() {
            self.list_timeline();
        }
    }

    fn timeline_view(&mut self) -> &mut TabView {
        &mut self.views[Tab::Timeline.index()]
    }

    /// Lists everything the timeline has, once somebody has looked at it.
    pub(super) fn list_timeline(&mut self) {
        if self.tab != Tab::Timeline && self.timeline_view().rows.is_empty() {
            return;
        }
        let grouping = self.timeline_view().grouping;
        let arranged = self.timeline.arrangement(grouping, &self.dataset, self.today);
        let view = self.timeline_view();
        view.answer(arranged.rows.clone(), arranged.rows.len());
        view.group(arranged.groups.clone());
        (view.total, view.found) = (arranged.records, arranged.records);
    }

    /// Puts the answers to a query, the best first, under the headings of the timeline, and selects the best one.
    pub(super) fn group_answers(&mut self) {
        let grouping = self.timeline_view().grouping;
        let arranged = self.timeline.arrangement(grouping, &self.dataset, self.today);
        let page = self.list_page();
        let view = self.timeline_view();
        let (elsewhere, own): (Vec<Row>, Vec<Row>) = view.rows.iter().partition(|row| row.is_elsewhere);
        let best = own.first().map(|row| row.ordinal);
        let picked = arranged.picked(&Answers::of(&own));
        let (mut rows, mut groups) = (picked.rows, picked.groups);
        let first = rows.len();
        rows.extend_from_slice(&elsewhere);
        if !elsewhere.is_empty() {
            groups.push(Group { first, rows: elsewhere.len(), common: Common::Elsewhere });
        }
        let place = rows.iter().position(|row: &Row| Some(row.ordinal) == best).unwrap_or(0);
        view.answer(rows, first);
        view.group(groups);
        (view.total, view.found) = (arranged.records, picked.records);
        view.select(place, page);
    }

    /// Shows the timeline with another grouping, on the same record.
    fn turn_to(&mut self, grouping: Grouping) {
        // Who has chosen nothing yet is shown what comes first.
        let is_chosen = self.timeline_view().cursor.selected > 0;
        let selected = self.selected_in(Tab::Timeline).filter(|_| is_chosen);
        self.focus = Focus::List;
        self.timeline_view().grouping = grouping;
        self.search_in(Tab::Timeline);
        if let Some(id) = selected {
            self.select_in(Tab::Timeline, &id);
        }
    }

    /// Does what a key of the timeline means; elsewhere only the way to what falls due is open.
    pub(super) fn run_on_timeline(&mut self, command: Command) {
        let grouping = self.timeline_view().grouping;
        match command {
            Command::Lens if self.tab != Tab::Timeline => {
                self.tab = Tab::Timeline;
                self.turn_to(Grouping::Due);
            }
            _ if self.tab != Tab::Timeline => {}
            Command::Lens if grouping == Grouping::Due => self.turn_to(self.timeline.axis_grouping),
            Command::Lens => self.turn_to(Grouping::Due),
            _ if !grouping.has_axis() => {}
            Command::Sort => {
                let next = match grouping {
                    Grouping::Theme => Grouping::Partner,
                    Grouping::Partner => Grouping::End,
                    Grouping::End | Grouping::Due => Grouping::Theme,
                };
                self.timeline.axis_grouping = next;
                self.turn_to(next);
            }
            Command::WholeAxis => self.timeline.moved = None,
            move_axis => self.move_axis(move_axis),
        }
    }

    fn move_axis(&mut self, command: Command) {
        let axis = self.axis();
        let year = i32::from((12 / axis.zoom().months()).max(1));
        let middle = || axis.first_day(axis.columns() / 2);
        let anchor = if matches!(axis.column(self.today), Sight::In(_)) { self.today } else { middle() };
        let moved = match command {
            Command::Closer => axis.zoomed(axis.zoom().closer(), anchor),
            Command::Wider => axis.zoomed(axis.zoom().wider(), anchor),
            Command::Earlier => axis.panned(-year),
            Command::Later => axis.panned(year),
            _ => axis,
        };
        if moved == axis || self.shows_nothing(moved) {
            self.notice = Some(self.words().no_further.to_owned());
        } else {
            self.timeline.moved = Some(moved);
        }
    }

    /// Whether nothing that is stated lies on an axis, nor the day on which everything stands.
    fn shows_nothing(&self, axis: Axis) -> bool {
        let (mut from, to) = self.timeline.stated(self.today);
        let milestones = self.dataset.meetings().iter().flat_map(|meeting| &meeting.milestones);
        let planned = milestones.filter_map(|milestone| Some(milestone.planned?.first_day()));
        from = planned.fold(from, Day::min);
        matches!(axis.column(from), Sight::After(_)) || matches!(axis.column(to), Sight::Before(_))
    }

    /// The columns of the timeline's rows.
    #[must_use]
    pub fn axis_columns(&self) -> Columns {
        let width = self.layout().map_or(0, |layout| usize::from(layout.list().width));
        let number = self.timeline.number;
        let rest = width.saturating_sub(MARKER + number + 1 + MARKS);
        if rest < LEAST_TITLE_AND_BARS {
            return Columns { number, title: 0, bars: rest };
        }
        let most = (rest - 1) * 11 / 20;
        // A year more than all that is stated: an open end is seen to go on.
        let (from, to) = self.timeline.stated(self.today);
        let axis = Axis::fitting(from, to, cells(most));
        let bars = match axis.column(to) {
            Sight::In(last) => usize::from(last + 1 + (12 / axis.zoom().months()).unsigned_abs()).min(most),
            Sight::Before(_) | Sight::After(_) => most,
        };
        Columns { number, title: rest - 1 - bars, bars }
    }

    /// The axis over the rows.
    #[must_use]
    pub fn axis(&self) -> Axis {
        let columns = cells(self.axis_columns().bars);
        let (from, to) = self.timeline.stated(self.today);
        let whole = || Axis::fitting(from, to, columns).showing(self.today);
        self.timeline.moved.map_or_else(whole, |axis| axis.resized(columns))
    }
}

fn cells(columns: usize) -> u16 {
    u16::try_from(columns).unwrap_or(u16::MAX)
}
