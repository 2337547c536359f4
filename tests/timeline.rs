//! Time: the printed words of the annex read again.

use dosje::domain::Date;
use dosje::domain::timeline::printed::Printed;
use dosje::domain::timeline::{Certainty, TimelineKind};
use dosje::store;
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
