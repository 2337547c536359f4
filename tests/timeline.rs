//! Time: the printed words of the annex read again, and the arithmetic of the axis whatever is done to it.

use dosje::domain::axis::{Axis, Bar, Edge, Sight, Zoom, extent};
use dosje::domain::timeline::printed::Printed;
use dosje::domain::timeline::{Certainty, Timeline, TimelineKind};
use dosje::domain::{Date, Span};
use dosje::store;
use jiff::ToSpan;
use jiff::civil::{Date as Day, date};
use proptest::prelude::*;

/// Actions whose words the reader leaves alone.
const NOT_READ: [&str; 0] = [];

/// Actions held under a condition that stands in their text, not in the time column.
const CONDITION_ELSEWHERE: [&str; 1] = ["1.5"];

#[test]
fn the_bounds_of_every_action_are_what_its_printed_words_say() {
    for action in store::load(None).dataset.actions() {
        let (number, timeline) = (action.id.number(), &action.timeline);
        let Some(read) = Printed::read(&timeline.raw) else {
            assert!(NOT_READ.contains(&number), "{number}: {:?} is not read", timeline.raw);
            continue;
        };
        assert!(!NOT_READ.contains(&number), "{number} is read");
        let stored = (timeline.kind, timeline.start, timeline.end);
        assert_eq!((read.kind, read.start, read.end), stored, "{number}: {:?}", timeline.raw);
        assert_eq!(read.certainty != timeline.certainty, CONDITION_ELSEWHERE.contains(&number), "{number}");
    }
}

/// A date with one of the ways to print it.
fn printed_date() -> impl Strategy<Value = (Date, String)> {
    let year = 1990_i16..2100;
    prop_oneof![
        year.clone().prop_map(|year| (Date::Year(year), format!("{year}"))),
        (year.clone(), prop_oneof!["gads", "gadā", "gada", "g\\."])
            .prop_map(|(year, word)| (Date::Year(year), format!("{year}. {word}"))),
        (year, prop_oneof!["gada", "g\\."], 1_i8..=4, prop_oneof!["cet\\.", "ceturksnis", "ceturksnī"]).prop_map(
            |(year, word, quarter, unit)| (Date::Quarter(year, quarter), format!("{year}. {word} {quarter}. {unit}"))
        ),
    ]
}

fn printed_range() -> impl Strategy<Value = (Date, Date, String)> {
    (printed_date(), printed_date(), prop_oneof!["–", "-", " – "]).prop_filter_map(
        "in order",
        |((start, a), (end, b), dash)| {
            let in_order = start.first_day() <= end.first_day() && start.last_day() <= end.last_day();
            in_order.then(|| (start, end, format!("{a}{dash}{b}")))
        },
    )
}

proptest! {
    #[test]
    fn ranges_are_read_back_with_and_without_a_word_before_them((start, end, words) in printed_range()) {
        for (raw, kind) in [
            (words.clone(), TimelineKind::Window),
            (format!("Projekts risinās {words}"), TimelineKind::Window),
            (format!("Pastāvīgi ({words})"), TimelineKind::OngoingWindow),
            (format!("Rit ({words})"), TimelineKind::OngoingWindow),
        ] {
            let read = Printed { kind, start: Some(start), end: Some(end), certainty: Certainty::Firm };
            prop_assert_eq!(Printed::read(&raw), Some(read), "{}", raw);
        }
    }

    #[test]
    fn single_dates_are_read_back_in_every_sentence_that_takes_one((when, words) in printed_date()) {
        let is_quarter = matches!(when, Date::Quarter(..));
        let alone = if is_quarter { TimelineKind::Quarter } else { TimelineKind::SingleYear };
        for (raw, kind, start) in [
            (words.clone(), alone, Some(when)),
            (format!("Pastāvīgi (līdz {words})"), TimelineKind::OngoingUntil, None),
            (format!("Rit kādā aliansē – līdz {words}"), TimelineKind::OngoingUntil, None),
            (format!("Līdz {words}"), TimelineKind::Deadline, None),
            (format!("Līdz kāda akta piemērošanai ({words})"), TimelineKind::Deadline, None),
        ] {
            let read = Printed { kind, start, end: Some(when), certainty: Certainty::Firm };
            prop_assert_eq!(Printed::read(&raw), Some(read), "{}", raw);
        }
    }

    #[test]
    fn a_possible_year_is_read_and_stays_only_possible(year in 1990_i16..2100) {
        let when = Some(Date::Year(year));
        for (raw, kind, end) in [
            (format!("Sākums iespējams samitā {year}. gadā"), TimelineKind::StartPossible, None),
            (format!("Potenciāls konkurss {year}. gadā vai cita sadarbība"), TimelineKind::Potential, when),
        ] {
            let read = Printed { kind, start: when, end, certainty: Certainty::Potential };
            prop_assert_eq!(Printed::read(&raw), Some(read), "{}", raw);
        }
    }

    #[test]
    fn whatever_is_written_is_read_or_left_alone(raw in "[ 0-9.–()A-Za-zāīļšē]{0,40}") {
        if let Some(read) = Printed::read(&raw) {
            let (start, end) = (read.start.map(Date::first_day), read.end.map(Date::last_day));
            prop_assert!(start.zip(end).is_none_or(|(start, end)| start <= end), "{}", raw);
        }
    }
}

#[test]
fn the_plan_runs_from_2023_to_2030() {
    let dataset = store::load(None).dataset;
    let timelines = dataset.actions().map(|action| &action.timeline);
    assert_eq!(extent(timelines), Some((date(2023, 1, 1), date(2030, 12, 31))));
    assert_eq!(extent([]), None);
}

fn day() -> impl Strategy<Value = Day> {
    (1900_i16..2100, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day))
}

fn axis() -> impl Strategy<Value = Axis> {
    (day(), day(), 0_u16..120).prop_map(|(a, b, columns)| Axis::fitting(a.min(b), a.max(b), columns))
}

fn timeline() -> impl Strategy<Value = Timeline> {
    let kind = prop_oneof![
        Just(TimelineKind::Ongoing),
        Just(TimelineKind::Window),
        Just(TimelineKind::Potential),
        Just(TimelineKind::RecurringAnnual),
        Just(TimelineKind::Deadline),
    ];
    let bounds = (proptest::option::of(day()), proptest::option::of(day()));
    (kind, bounds).prop_map(|(kind, (start, end))| {
        let (start, end) = match (start, end) {
            (Some(a), Some(b)) => (Some(a.min(b)), Some(a.max(b))),
            bounds => bounds,
        };
        let (start, end) = (start.map(Date::Day), end.map(Date::Day));
        Timeline { raw: "".into(), kind, start, end, certainty: Certainty::Firm }
    })
}

/// Where something lies as one number: columns from the left of the window.
fn position(axis: Axis, sight: Sight<u16>) -> i64 {
    match sight {
        Sight::Before(columns) => -i64::from(columns),
        Sight::In(column) => i64::from(column),
        Sight::After(columns) => i64::from(axis.columns()) + i64::from(columns) - 1,
    }
}

/// Columns between two days, counted one by one.
fn columns_between(zoom: Zoom, from: Day, to: Day) -> i64 {
    let months = zoom.months();
    let opening = |day: Day| {
        date(day.year(), i8::try_from((i16::from(day.month()) - 1) / months * months + 1).expect("a month"), 1)
    };
    let (from, to) = (opening(from), opening(to));
    let (mut at, mut columns) = (from.min(to), 0);
    while at < from.max(to) {
        at = at.checked_add(i32::from(months).months()).expect("a day");
        columns += 1;
    }
    if from <= to { columns } else { -columns }
}

/// What a person may do to the axis.
#[derive(Debug, Clone)]
enum Step {
    Pan(i32),
    Zoom(Zoom),
    Resize(u16),
    Show,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        (-60_i32..60).prop_map(Step::Pan),
        (0_usize..4).prop_map(|zoom| Step::Zoom(Zoom::ALL[zoom])),
        (0_u16..120).prop_map(Step::Resize),
        Just(Step::Show),
    ];
    proptest::collection::vec(step, 0..20)
}

fn taken(axis: Axis, step: &Step, today: Day) -> Axis {
    match *step {
        Step::Pan(columns) => axis.panned(columns),
        Step::Zoom(zoom) => axis.zoomed(zoom, today),
        Step::Resize(columns) => axis.resized(columns),
        Step::Show => axis.showing(today),
    }
}

proptest! {
    #[test]
    fn today_is_in_sight_or_its_side_and_distance_are_told(start in axis(), steps in steps(), today in day()) {
        let mut axis = start;
        for step in &steps {
            let was = axis.column(today);
            axis = taken(axis, step, today);
            let sight = axis.column(today);
            let expected = columns_between(axis.zoom(), axis.first_day(0), today);
            prop_assert_eq!(position(axis, sight), expected, "after {:?}", step);
            prop_assert_eq!(matches!(sight, Sight::In(_)), (0..i64::from(axis.columns())).contains(&expected));
            prop_assert!(!matches!(sight, Sight::Before(0) | Sight::After(0)));
            if axis.columns() > 0 && matches!(step, Step::Show | Step::Zoom(_)) {
                prop_assert!(matches!(sight, Sight::In(_)), "{:?} shows today", step);
            }
            if let (Step::Zoom(_), Sight::In(before), Sight::In(after)) = (step, was, sight) {
                prop_assert_eq!(before, after, "zooming turns about today");
            }
        }
    }

    #[test]
    fn days_keep_their_order_and_columns_know_their_first_day(axis in axis(), a in day(), b in day()) {
        let (earlier, later) = (a.min(b), a.max(b));
        prop_assert!(position(axis, axis.column(earlier)) <= position(axis, axis.column(later)));
        for column in 0..axis.columns() {
            let first = axis.first_day(column);
            prop_assert_eq!(axis.column(first), Sight::In(column));
            let before = axis.column(first.yesterday().expect("a day"));
            prop_assert_eq!(position(axis, before), i64::from(column) - 1);
        }
        let years: Vec<(u16, i16)> = axis.years().collect();
        prop_assert!(years.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 + 1 == pair[1].1));
        prop_assert_eq!(years.first().map(|year| year.0), (axis.columns() > 0).then_some(0));
    }

    #[test]
    fn a_span_fits_where_a_closer_look_would_not(a in day(), b in day(), columns in 1_u16..120) {
        let (from, to) = (a.min(b), a.max(b));
        let axis = Axis::fitting(from, to, columns);
        prop_assert_eq!(axis.column(from), Sight::In(0));
        let fits = matches!(axis.column(to), Sight::In(_));
        prop_assert!(fits || axis.zoom() == Zoom::Year);
        let closer = axis.zoom().closer();
        if closer != axis.zoom() {
            prop_assert!(columns_between(closer, from, to) >= i64::from(columns));
        }
    }

    #[test]
    fn bars_stay_inside_and_end_where_they_say(axis in axis(), timeline in timeline(), as_of in proptest::option::of(day())) {
        let (start, end) = (timeline.start.map(Date::first_day), timeline.last_day());
        match axis.bar(&timeline, as_of) {
            Sight::In(Bar { first, last, start: left, end: right, .. }) => {
                prop_assert!(first <= last && last < axis.columns());
                let at = |day: Option<Day>, column: u16| day.map(|day| axis.column(day)) == Some(Sight::In(column));
                match left {
                    Edge::Stated => prop_assert!(at(start, first)),
                    Edge::Open => prop_assert!(start.is_none()),
                    Edge::Cut => prop_assert_eq!(first, 0),
                }
                match right {
                    Edge::Stated => prop_assert!(at(end, last)),
                    Edge::Open => prop_assert!(end.is_none() && last + 1 == axis.columns()),
                    Edge::Cut => prop_assert_eq!(last + 1, axis.columns()),
                }
            }
            Sight::Before(columns) => {
                prop_assert_eq!(end.map(|end| axis.column(end)), Some(Sight::Before(columns)));
            }
            Sight::After(columns) => {
                let from = start.or(as_of).map(|day| axis.column(day));
                prop_assert!(axis.columns() == 0 || from == Some(Sight::After(columns)));
            }
        }
    }

    #[test]
    fn of_two_spans_the_one_that_begins_earlier_is_not_further_right(axis in axis(), a in (day(), day()), b in (day(), day())) {
        let span = |(a, b): (Day, Day)| Span { from: Date::Day(a.min(b)), to: Some(Date::Day(a.max(b))) };
        let (a, b) = (span(a), span(b));
        if let (Sight::In(one), Sight::In(other)) = (axis.bar_of(a), axis.bar_of(b)) {
            prop_assert!(a.first_day() > b.first_day() || one.first <= other.first);
            prop_assert!(a.last_day() > b.last_day() || one.last <= other.last);
        }
    }
}
