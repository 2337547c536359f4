//! Arithmetic of a time axis: which column a day falls in, and from which column to which a time span runs.
//!
//! Draws nothing and knows nothing of today. A column stands for a whole number of months, so quarters and years never
//! begin inside one.

use jiff::civil::Date as Day;

use super::date::{Date, Span};
use super::timeline::{Certainty, Timeline, TimelineKind};

/// How much time one column stands for, the finest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Zoom {
    /// A month.
    Month,
    /// A quarter.
    #[default]
    Quarter,
    /// Half a year.
    Half,
    /// A year.
    Year,
}

impl Zoom {
    /// All, the finest first.
    pub const ALL: [Self; 4] = [Self::Month, Self::Quarter, Self::Half, Self::Year];

    /// Months in one column.
    #[must_use]
    pub fn months(self) -> i16 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Half => 6,
            Self::Year => 12,
        }
    }

    /// The next finer one, or itself.
    #[must_use]
    pub fn closer(self) -> Self {
        Self::ALL.into_iter().rev().find(|zoom| *zoom < self).unwrap_or(self)
    }

    /// The next coarser one, or itself.
    #[must_use]
    pub fn wider(self) -> Self {
        Self::ALL.into_iter().find(|zoom| *zoom > self).unwrap_or(self)
    }

    /// The column of a day, counted from the beginning of the year 0.
    fn column(self, day: Day) -> i32 {
        let months = i32::from(day.year()) * 12 + i32::from(day.month()) - 1;
        months.div_euclid(i32::from(self.months()))
    }
}

/// What lies on an axis, or how many columns beyond which of its ends.
///
/// One column beyond is the one next to the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sight<T> {
    /// To the left of the window.
    Before(u32),
    /// In the window.
    In(T),
    /// To the right of the window.
    After(u32),
}

/// A window of columns on time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Axis {
    zoom: Zoom,
    /// The left column, counted from the beginning of the year 0.
    first: i32,
    columns: u16,
}

/// A time span on an axis, cut to its window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bar {
    /// Its left column.
    pub first: u16,
    /// Its right column, the left one or one further right.
    pub last: u16,
    /// What its left end means.
    pub start: Edge,
    /// What its right end means.
    pub end: Edge,
    /// What is said of the time between.
    pub form: Form,
    /// How firmly it is stated.
    pub certainty: Certainty,
}

/// What an end of a bar means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edge {
    /// It is stated and lies here.
    Stated,
    /// None is stated: the bar has an end here only for want of a better place.
    Open,
    /// The bar goes on outside the window.
    Cut,
}

/// What is said of the time a bar covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// Something runs all through it.
    Through,
    /// Something takes place at some time in it.
    Once,
    /// Something takes place every year.
    Yearly,
    /// Something is to be reached by its end.
    By,
}

impl Form {
    fn of(kind: TimelineKind) -> Self {
        match kind {
            TimelineKind::Quarter | TimelineKind::SingleYear | TimelineKind::Potential => Self::Once,
            TimelineKind::RecurringAnnual => Self::Yearly,
            TimelineKind::Deadline => Self::By,
            TimelineKind::Ongoing
            | TimelineKind::OngoingWindow
            | TimelineKind::OngoingUntil
            | TimelineKind::Window
            | TimelineKind::StartPossible => Self::Through,
        }
    }
}

/// The first and last day any of `timelines` states; `None` if none states one.
#[must_use]
pub fn extent<'a>(timelines: impl IntoIterator<Item = &'a Timeline>) -> Option<(Day, Day)> {
    let stated = timelines.into_iter().flat_map(|timeline| [timeline.start, timeline.end]).flatten();
    stated.fold(None, |extent, date| {
        let (first, last) = extent.unwrap_or((date.first_day(), date.last_day()));
        Some((first.min(date.first_day()), last.max(date.last_day())))
    })
}

impl Axis {
    /// The closest look at all days from `from` to `to` that `columns` allow, `from` in the left column.
    ///
    /// Where not even years fit, the last ones are outside.
    #[must_use]
    pub fn fitting(from: Day, to: Day, columns: u16) -> Self {
        let fits = |zoom: &Zoom| zoom.column(to) - zoom.column(from) < i32::from(columns);
        let zoom = Zoom::ALL.into_iter().find(fits).unwrap_or(Zoom::Year);
        Self { zoom, first: zoom.column(from), columns }
    }

    /// An axis with `day` in its middle.
    #[must_use]
    pub fn around(day: Day, zoom: Zoom, columns: u16) -> Self {
        Self { zoom, first: zoom.column(day) - i32::from(columns / 2), columns }.kept_in_time()
    }

    /// How much time a column stands for.
    #[must_use]
    pub fn zoom(self) -> Zoom {
        self.zoom
    }

    /// How many columns there are.
    #[must_use]
    pub fn columns(self) -> u16 {
        self.columns
    }

    /// The same beginning on another number of columns.
    #[must_use]
    pub fn resized(self, columns: u16) -> Self {
        Self { columns, ..self }
    }

    /// Moved by so many columns, to the right if positive; not beyond the years 0 to 9999.
    #[must_use]
    pub fn panned(self, columns: i32) -> Self {
        Self { first: self.first.saturating_add(columns), ..self }.kept_in_time()
    }

    /// Another zoom, with `anchor` in the column it has now, or in the middle if it has none.
    #[must_use]
    pub fn zoomed(self, zoom: Zoom, anchor: Day) -> Self {
        match self.column(anchor) {
            Sight::In(column) => Self { zoom, first: zoom.column(anchor) - i32::from(column), ..self }.kept_in_time(),
            Sight::Before(_) | Sight::After(_) => Self::around(anchor, zoom, self.columns),
        }
    }

    /// Moved as little as needed to have `day` in the window.
    #[must_use]
    pub fn showing(self, day: Day) -> Self {
        let moved = |columns: u32| i32::try_from(columns).unwrap_or(i32::MAX);
        match self.column(day) {
            Sight::Before(columns) => self.panned(-moved(columns)),
            Sight::After(columns) if self.columns > 0 => self.panned(moved(columns)),
            Sight::In(_) | Sight::After(_) => self,
        }
    }

    fn kept_in_time(self) -> Self {
        let months = i32::from(self.zoom.months());
        Self { first: self.first.clamp(0, (9999 * 12 + 11) / months), ..self }
    }

    /// The column of a day.
    #[must_use]
    pub fn column(self, day: Day) -> Sight<u16> {
        self.sight(self.zoom.column(day))
    }

    fn sight(self, column: i32) -> Sight<u16> {
        let offset = column - self.first;
        match u16::try_from(offset) {
            _ if offset < 0 => Sight::Before(offset.unsigned_abs()),
            Ok(column) if column < self.columns => Sight::In(column),
            _ => Sight::After((offset - i32::from(self.columns)).unsigned_abs() + 1),
        }
    }

    /// The first day of a column; columns outside the window are counted on.
    #[must_use]
    pub fn first_day(self, column: u16) -> Day {
        let months = (self.first + i32::from(column)).saturating_mul(i32::from(self.zoom.months()));
        let month = i8::try_from(months.rem_euclid(12) + 1).unwrap_or(1);
        let year = i16::try_from(months.div_euclid(12)).unwrap_or(i16::MAX);
        Day::new(year, month, 1).unwrap_or(Day::MAX)
    }

    /// The years of the window, each with its first column in it.
    pub fn years(self) -> impl Iterator<Item = (u16, i16)> {
        let mut last = None;
        (0..self.columns).filter_map(move |column| {
            let year = self.first_day(column).year();
            (last.replace(year) != Some(year)).then_some((column, year))
        })
    }

    /// The bar of a time span; `as_of` is the day of the document, from which on what "runs" is known to run.
    ///
    /// Without `as_of` an unstated start lies at the left end of the window.
    #[must_use]
    pub fn bar(self, timeline: &Timeline, as_of: Option<Day>) -> Sight<Bar> {
        let first = timeline.start.map(Date::first_day);
        // What is stated to be over when the document was written did not begin with the document.
        let known = as_of.filter(|day| timeline.last_day().is_none_or(|last| *day <= last));
        let bounds = [(first, first.or(known)), (timeline.last_day(), timeline.last_day())];
        self.cut(bounds, Form::of(timeline.kind), timeline.certainty)
    }

    /// The bar of a planned date or of a date that has passed: one date is something that takes place once in it.
    #[must_use]
    pub fn bar_of(self, span: Span) -> Sight<Bar> {
        let form = if span.to.is_some() { Form::Through } else { Form::Once };
        let bounds = [span.first_day(), span.last_day()].map(|day| (Some(day), Some(day)));
        self.cut(bounds, form, Certainty::Firm)
    }

    /// Each bound as it is stated, and where to draw it.
    fn cut(self, bounds: [(Option<Day>, Option<Day>); 2], form: Form, certainty: Certainty) -> Sight<Bar> {
        let [(stated_start, from), (stated_end, to)] = bounds;
        let edge = |stated: Option<Day>| if stated.is_some() { Edge::Stated } else { Edge::Open };
        let Some(right) = self.columns.checked_sub(1) else { return Sight::After(1) };
        let (first, start) = match from.map(|day| self.column(day)) {
            Some(Sight::After(columns)) => return Sight::After(columns),
            Some(Sight::Before(_)) => (0, Edge::Cut),
            Some(Sight::In(column)) => (column, edge(stated_start)),
            None => (0, Edge::Open),
        };
        let (last, end) = match to.map(|day| self.column(day)) {
            Some(Sight::Before(columns)) => return Sight::Before(columns),
            Some(Sight::After(_)) => (right, Edge::Cut),
            Some(Sight::In(column)) => (column, edge(stated_end)),
            None => (right, Edge::Open),
        };
        Sight::In(Bar { first, last: last.max(first), start, end, form, certainty })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn span(kind: TimelineKind, start: Option<&str>, end: Option<&str>) -> Timeline {
        let read = |text: Option<&str>| text.map(|t| t.parse().expect("a date"));
        let (start, end) = (read(start), read(end));
        Timeline { raw: "".into(), kind, start, end, certainty: Certainty::Firm }
    }

    fn plan() -> Axis {
        Axis::fitting(date(2023, 1, 1), date(2030, 12, 31), 40)
    }

    #[test]
    fn the_eight_years_of_the_plan_take_the_closest_zoom_the_columns_allow() {
        for (columns, zoom) in [
            (96, Zoom::Month),
            (95, Zoom::Quarter),
            (32, Zoom::Quarter),
            (31, Zoom::Half),
            (16, Zoom::Half),
            (15, Zoom::Year),
            (3, Zoom::Year),
            (0, Zoom::Year),
        ] {
            let axis = Axis::fitting(date(2023, 1, 1), date(2030, 12, 31), columns);
            assert_eq!(axis.zoom(), zoom, "{columns} columns");
        }
    }

    #[test]
    fn a_day_has_a_column_or_a_side_and_a_distance() {
        let axis = plan();
        assert_eq!(axis.column(date(2023, 3, 31)), Sight::In(0));
        assert_eq!(axis.column(date(2026, 11, 21)), Sight::In(15));
        assert_eq!(axis.column(date(2032, 12, 31)), Sight::In(39));
        assert_eq!(axis.column(date(2033, 1, 1)), Sight::After(1));
        assert_eq!(axis.column(date(2022, 12, 31)), Sight::Before(1));
        assert_eq!(axis.column(date(2014, 10, 2)), Sight::Before(33));
        assert_eq!(axis.first_day(15), date(2026, 10, 1));
        let years: Vec<_> = axis.panned(2).resized(9).years().collect();
        assert_eq!(years, [(0, 2023), (2, 2024), (6, 2025)]);
    }

    #[test]
    fn a_bar_says_of_each_end_whether_it_is_stated_open_or_cut() {
        let axis = plan().panned(8).resized(24);
        let as_of = Some(date(2025, 6, 5));
        let ends = |timeline: &Timeline| match axis.bar(timeline, as_of) {
            Sight::In(bar) => (bar.first, bar.last, bar.start, bar.end),
            Sight::Before(_) | Sight::After(_) => panic!("in the window"),
        };
        let ongoing = span(TimelineKind::Ongoing, None, None);
        assert_eq!(ends(&ongoing), (1, 23, Edge::Open, Edge::Open));
        let window = span(TimelineKind::OngoingWindow, Some("2023"), Some("2026"));
        assert_eq!(ends(&window), (0, 7, Edge::Cut, Edge::Stated));
        let until = span(TimelineKind::OngoingUntil, None, Some("2027-36"));
        assert_eq!(ends(&until), (1, 11, Edge::Open, Edge::Stated));
        let quarter = span(TimelineKind::Quarter, Some("2025-36"), Some("2025-36"));
        assert_eq!(ends(&quarter), (3, 3, Edge::Stated, Edge::Stated));
        let possible = span(TimelineKind::StartPossible, Some("2025"), None);
        assert_eq!(ends(&possible), (0, 23, Edge::Stated, Edge::Open));
        assert_eq!(axis.bar(&ongoing, None), axis.bar(&ongoing, Some(date(2025, 1, 1))));
    }

    #[test]
    fn what_lies_outside_the_window_says_on_which_side() {
        let axis = plan();
        let note: Span = "2015-01/2015-06".parse().expect("a span");
        assert_eq!(axis.bar_of(note), Sight::Before(31));
        let far = span(TimelineKind::Window, Some("2040"), Some("2041"));
        assert_eq!(axis.bar(&far, None), Sight::After(29));
        let one: Span = "2025-05".parse().expect("a span");
        let Sight::In(bar) = axis.bar_of(one) else { panic!("in the window") };
        assert_eq!((bar.first, bar.last, bar.form), (9, 9, Form::Once));
    }

    #[test]
    fn zooming_keeps_the_column_of_its_anchor() {
        let today = date(2026, 11, 21);
        let axis = plan();
        for zoom in Zoom::ALL {
            assert_eq!(axis.zoomed(zoom, today).column(today), axis.column(today), "{zoom:?}");
        }
        assert_eq!(axis.zoomed(Zoom::Year, date(1990, 1, 1)).column(date(1990, 1, 1)), Sight::In(20));
        assert_eq!((Zoom::Month.closer(), Zoom::Month.wider()), (Zoom::Month, Zoom::Quarter));
        assert_eq!((Zoom::Year.closer(), Zoom::Year.wider()), (Zoom::Half, Zoom::Year));
    }

    #[test]
    fn an_axis_without_columns_shows_nothing_and_does_not_fall() {
        let axis = plan().resized(0);
        assert_eq!(axis.column(date(2023, 1, 1)), Sight::After(1));
        assert_eq!(axis.bar(&span(TimelineKind::Ongoing, None, None), None), Sight::After(1));
        assert_eq!(axis.years().count(), 0);
    }
}
