//! The timeline tab: its grouping, the axis over it, and what its keys do.
//!
//! The rows are those of the listing.

use jiff::civil::Date as Day;

use super::arrangement::Answers;
use super::command::Command;
use super::groups::{Common, Group, Grouping};
use super::model::{Focus, Model};
use super::rows::Row;
use super::view::{Tab, TabView};
use crate::domain::Record;
use crate::domain::axis::{Axis, Sight};
use crate::domain::due::Due;

/// Columns of the marker before a row.
const MARKER: usize = 2;
/// Columns of the marks behind it: how it stands to the day, and whether something came later.
pub const MARKS: usize = 3;

/// Least columns for title and bars together; below them the bars have the room alone.
const LEAST_TITLE_AND_BARS: usize = 20;

/// What the timeline tab keeps besides its rows.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    /// The grouping of the axis, also while what falls due is shown.
    axis_grouping: Grouping,
    /// The axis as it was zoomed and panned to; else it fits all that is stated.
    moved: Option<Axis>,
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
}

/// Whether the timeline lists a record, whose home is another tab.
pub(super) fn lists(record: Record<'_>) -> bool {
    match record {
        Record::Action(_) => true,
        Record::Milestone(milestone) => milestone.planned.is_some(),
        _ => false,
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
        let arranged = self.listing.arrangement(grouping, &self.dataset, self.today);
        let (rows, groups, records) = (arranged.rows(), arranged.groups(), arranged.records);
        let (view, count) = (self.timeline_view(), rows.len());
        view.answer(rows, count);
        view.group(groups);
        (view.total, view.found) = (records, records);
    }

    /// Puts the answers to a query, the best first, under the headings of the timeline, and selects the best one.
    pub(super) fn group_answers(&mut self) {
        let grouping = self.timeline_view().grouping;
        let page = self.list_page();
        let view = &self.views[Tab::Timeline.index()];
        let (elsewhere, own): (Vec<Row>, Vec<Row>) = view.rows.iter().partition(|row| row.is_elsewhere);
        let best = own.first().map(|row| row.ordinal);
        let arranged = self.listing.arrangement(grouping, &self.dataset, self.today);
        let (picked, total) = (arranged.picked(&Answers::of(&own)), arranged.records);
        let (mut rows, mut groups) = (picked.rows, picked.groups);
        let first = rows.len();
        rows.extend_from_slice(&elsewhere);
        if !elsewhere.is_empty() {
            groups.push(Group { first, rows: elsewhere.len(), common: Common::Elsewhere });
        }
        let place = rows.iter().position(|row: &Row| Some(row.ordinal) == best).unwrap_or(0);
        let view = self.timeline_view();
        view.answer(rows, first);
        view.group(groups);
        (view.total, view.found) = (total, picked.records);
        view.select(place, page);
    }

    /// Shows the timeline with another grouping, on the same record.
    fn turn_to(&mut self, grouping: Grouping) {
        // Who has chosen nothing yet is shown what comes first.
        let is_chosen = self.timeline_view().cursor.selected != self.opening_row();
        let selected = self.selected_in(Tab::Timeline).filter(|_| is_chosen);
        self.focus = Focus::List;
        self.timeline_view().grouping = grouping;
        self.search_in(Tab::Timeline);
        if let Some(id) = selected {
            self.select_in(Tab::Timeline, &id);
        } else if self.timeline_view().query.is_empty() {
            let (row, page) = (self.opening_row(), self.list_page());
            self.timeline_view().select(row, page);
        }
    }

    /// The row on which the timeline opens: the first; of what falls due the first that is still ahead.
    fn opening_row(&self) -> usize {
        let groups = &self.views[Tab::Timeline.index()].groups;
        let ahead = groups.iter().find(|group| matches!(group.common, Common::Due(due) if due != Due::Past));
        ahead.map_or(0, |group| group.first)
    }

    /// Does what a key of the timeline means, if it means anything here: elsewhere only the way to what falls due is open.
    pub(super) fn run_on_timeline(&mut self, command: Command) -> bool {
        let grouping = self.timeline_view().grouping;
        match command {
            Command::Lens if self.tab != Tab::Timeline => {
                self.tab = Tab::Timeline;
                self.turn_to(Grouping::Due);
            }
            _ if self.tab != Tab::Timeline => return false,
            Command::Lens if grouping == Grouping::Due => self.turn_to(self.timeline.axis_grouping),
            Command::Lens => self.turn_to(Grouping::Due),
            _ if !grouping.has_axis() => return false,
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
        true
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
        let (mut from, to) = self.stated();
        let milestones = self.dataset.meetings().iter().flat_map(|meeting| &meeting.milestones);
        let planned = milestones.filter_map(|milestone| Some(milestone.planned?.first_day()));
        from = planned.fold(from, Day::min);
        matches!(axis.column(from), Sight::After(_)) || matches!(axis.column(to), Sight::Before(_))
    }

    /// All that is stated, and the day on which everything stands.
    fn stated(&self) -> (Day, Day) {
        let (from, to) = self.listing.measures(&self.dataset).extent.unwrap_or((self.today, self.today));
        (from.min(self.today), to.max(self.today))
    }

    /// The columns of the timeline's rows.
    #[must_use]
    pub fn axis_columns(&self) -> Columns {
        let width = self.layout().map_or(0, |layout| usize::from(layout.list().width));
        let number = self.listing.measures(&self.dataset).number;
        let rest = width.saturating_sub(MARKER + number + 1 + MARKS);
        if rest < LEAST_TITLE_AND_BARS {
            return Columns { number, title: 0, bars: rest };
        }
        let most = (rest - 1) * 11 / 20;
        // A year more than all that is stated: an open end is seen to go on.
        let (from, to) = self.stated();
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
        let (from, to) = self.stated();
        let whole = || Axis::fitting(from, to, columns).showing(self.today);
        self.timeline.moved.map_or_else(whole, |axis| axis.resized(columns))
    }
}

fn cells(columns: usize) -> u16 {
    u16::try_from(columns).unwrap_or(u16::MAX)
}
