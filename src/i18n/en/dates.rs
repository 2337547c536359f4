//! Dates, time spans and places in a document.

use crate::domain::records::Source;
use crate::domain::timeline::{Certainty, Timeline, TimelineKind};
use crate::domain::{Date, Span};
use crate::i18n::plural::english;
use crate::i18n::short_year;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month(month: i8) -> &'static str {
    MONTHS.get(usize::from(month.unsigned_abs()).saturating_sub(1)).unwrap_or(&"")
}

/// A date as it is read.
pub fn date(date: Date) -> String {
    match date {
        Date::Year(year) => year.to_string(),
        Date::Quarter(year, quarter) => format!("Q{quarter} {year}"),
        Date::Season(year, season) => {
            let name =
                ["spring", "summer", "autumn", "winter"].get(usize::from(season.unsigned_abs()).saturating_sub(1));
            format!("{} {year}", name.unwrap_or(&""))
        }
        Date::Month(year, number) => format!("{} {year}", month(number)),
        Date::Day(day) => format!("{} {} {}", day.day(), month(day.month()), day.year()),
    }
}

/// One or two days, or a wider date.
pub fn span(span: Span) -> String {
    match (span.from, span.to) {
        (from, None) => date(from),
        (Date::Day(a), Some(Date::Day(b))) if a.year() == b.year() && a.month() == b.month() => {
            format!("{}–{} {} {}", a.day(), b.day(), month(b.month()), b.year())
        }
        (from, Some(to)) => format!("{} – {}", date(from), date(to)),
    }
}

/// Months in three letters, so that a column of dates stays narrow.
pub fn short_span(span: Span) -> String {
    let name = |number: i8| month(number).get(..3).unwrap_or_default();
    let short = |date: Date| match date {
        Date::Month(year, number) => format!("{} {year}", name(number)),
        Date::Day(day) => format!("{} {} {}", day.day(), name(day.month()), day.year()),
        other => self::date(other),
    };
    match (span.from, span.to) {
        (from, None) => short(from),
        (Date::Month(a, from), Some(to @ Date::Month(b, _))) if a == b => format!("{}–{}", name(from), short(to)),
        (Date::Day(a), Some(to @ Date::Day(b))) if a.year() == b.year() && a.month() == b.month() => {
            format!("{}–{}", a.day(), short(to))
        }
        (from, Some(to)) => format!("{}–{}", short(from), short(to)),
    }
}

/// Pages in order without repeats, then lines: "p. 9, lines 816–831".
pub fn source(citation: &str, sources: &[Source]) -> String {
    let mut pages: Vec<u32> = sources.iter().filter_map(|source| source.page).collect();
    pages.dedup();
    let word = english(pages.len(), "p.", "pp.");
    let pages: Vec<String> = pages.iter().map(u32::to_string).collect();
    let pages = if pages.is_empty() { String::new() } else { format!(", {word} {}", pages.join(" and ")) };
    let lines: Vec<String> = Source::ranges(sources)
        .into_iter()
        .map(|lines| match lines {
            [first, last] if first == last => format!("line {first}"),
            [first, last] => format!("lines {first}–{last}"),
        })
        .collect();
    format!("{citation}{pages}, {}", lines.join(", "))
}

/// A time span in at most nine columns.
pub fn badge(timeline: &Timeline) -> String {
    let short = |date: Option<Date>| match date {
        Some(Date::Quarter(year, quarter)) => format!("Q{quarter} {}", short_year(year)),
        Some(date) => short_year(date.year()),
        None => String::new(),
    };
    let (start, end) = (short(timeline.start), short(timeline.end));
    let doubt = if timeline.certainty == Certainty::Firm { "" } else { "?" };
    match timeline.kind {
        TimelineKind::Ongoing => "ongoing".to_owned(),
        TimelineKind::RecurringAnnual => format!("{doubt}yearly"),
        TimelineKind::OngoingWindow | TimelineKind::Window => format!("{start}–{end}"),
        TimelineKind::OngoingUntil => format!("to {end}"),
        TimelineKind::Deadline => format!("by {end}"),
        TimelineKind::Quarter | TimelineKind::SingleYear => end,
        TimelineKind::StartPossible => format!("?from {start}"),
        TimelineKind::Potential => format!("?{start}"),
    }
}

/// A time span in words.
pub fn time_span(timeline: &Timeline) -> String {
    let read = |date: Option<Date>| date.map(self::date).unwrap_or_default();
    let (start, end) = (read(timeline.start), read(timeline.end));
    match timeline.kind {
        TimelineKind::Ongoing => "ongoing".to_owned(),
        TimelineKind::RecurringAnnual => "every year".to_owned(),
        TimelineKind::OngoingWindow => format!("ongoing, {start}–{end}"),
        TimelineKind::Window => format!("{start}–{end}"),
        TimelineKind::OngoingUntil => format!("ongoing until {end}"),
        TimelineKind::Deadline => format!("by the end of {end}"),
        TimelineKind::Quarter | TimelineKind::SingleYear => end,
        TimelineKind::StartPossible => format!("may start in {start}"),
        TimelineKind::Potential => format!("possible in {start}"),
    }
}
