//! Dates, time spans and places in a document.

use crate::domain::records::Source;
use crate::domain::timeline::{Certainty, Timeline, TimelineKind};
use crate::domain::{Date, Span};
use crate::i18n::short_year;

const MONTHS: [&str; 12] = [
    "janvāris",
    "februāris",
    "marts",
    "aprīlis",
    "maijs",
    "jūnijs",
    "jūlijs",
    "augusts",
    "septembris",
    "oktobris",
    "novembris",
    "decembris",
];

/// A date as it is read.
pub fn date(date: Date) -> String {
    match date {
        Date::Year(year) => format!("{year}. gads"),
        Date::Quarter(year, quarter) => format!("{year}. gada {quarter}. ceturksnis"),
        Date::Season(year, season) => {
            let name =
                ["pavasaris", "vasara", "rudens", "ziema"].get(usize::from(season.unsigned_abs()).saturating_sub(1));
            format!("{year}. gada {}", name.unwrap_or(&""))
        }
        Date::Month(year, month) => {
            let name = MONTHS.get(usize::from(month.unsigned_abs()).saturating_sub(1));
            format!("{year}. gada {}", name.unwrap_or(&""))
        }
        Date::Day(day) => format!("{:02}.{:02}.{}.", day.day(), day.month(), day.year()),
    }
}

/// One or two days, or a wider date.
pub fn span(span: Span) -> String {
    match (span.from, span.to) {
        (from, None) => date(from),
        (Date::Day(a), Some(Date::Day(b))) if a.year() == b.year() && a.month() == b.month() => {
            format!("{:02}.–{:02}.{:02}.{}.", a.day(), b.day(), b.month(), b.year())
        }
        (Date::Month(a, _), Some(Date::Month(b, month))) if a == b => {
            let to = MONTHS.get(usize::from(month.unsigned_abs()).saturating_sub(1));
            format!("{}–{}", date(span.from), to.unwrap_or(&""))
        }
        (from, Some(to)) => format!("{} – {}", date(from), date(to)),
    }
}

/// Months in figures, so that a column of dates stays narrow.
pub fn short_span(span: Span) -> String {
    let short = |date: Date| match date {
        Date::Year(year) => year.to_string(),
        Date::Quarter(year, quarter) => format!("{quarter}.c {year}"),
        Date::Season(year, season) => {
            let name =
                ["pavas.", "vasara", "rudens", "ziema"].get(usize::from(season.unsigned_abs()).saturating_sub(1));
            format!("{} {year}", name.unwrap_or(&""))
        }
        Date::Month(year, month) => format!("{month:02}.{year}"),
        Date::Day(day) => format!("{:02}.{:02}.{}", day.day(), day.month(), day.year()),
    };
    match (span.from, span.to) {
        (from, None) => short(from),
        (Date::Month(a, from), Some(to @ Date::Month(b, _))) if a == b => format!("{from:02}.–{}", short(to)),
        (Date::Day(a), Some(to @ Date::Day(b))) if a.year() == b.year() && a.month() == b.month() => {
            format!("{:02}.–{}", a.day(), short(to))
        }
        (from, Some(to)) => format!("{}–{}", short(from), short(to)),
    }
}

/// Pages in order without repeats, then lines: "9. lpp., 816.–831. rinda".
pub fn source(citation: &str, sources: &[Source]) -> String {
    let mut pages: Vec<u32> = sources.iter().filter_map(|source| source.page).collect();
    pages.dedup();
    let pages: Vec<String> = pages.iter().map(|page| format!("{page}.")).collect();
    let pages = if pages.is_empty() { String::new() } else { format!(", {} lpp.", listed(&pages)) };
    let lines: Vec<String> = Source::ranges(sources)
        .into_iter()
        .map(|lines| match lines {
            [first, last] if first == last => format!("{first}. rinda"),
            [first, last] => format!("{first}.–{last}. rinda"),
        })
        .collect();
    format!("{citation}{pages}, {}", lines.join(", "))
}

/// "5.", "5. un 6.", "5., 6. un 7."
fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} un {last}", most.join(", ")),
    }
}

/// A time span in at most nine columns.
pub fn badge(timeline: &Timeline) -> String {
    let short = |date: Option<Date>| match date {
        Some(Date::Quarter(year, quarter)) => format!("{quarter}c{}", short_year(year)),
        Some(date) => short_year(date.year()),
        None => String::new(),
    };
    let (start, end) = (short(timeline.start), short(timeline.end));
    let doubt = if timeline.certainty == Certainty::Firm { "" } else { "?" };
    match timeline.kind {
        TimelineKind::Ongoing => "pastāvīgi".to_owned(),
        TimelineKind::RecurringAnnual => format!("{doubt}ik gadu"),
        TimelineKind::OngoingWindow | TimelineKind::Window => format!("{start}–{end}"),
        TimelineKind::OngoingUntil | TimelineKind::Deadline => format!("līdz {end}"),
        TimelineKind::Quarter | TimelineKind::SingleYear => end,
        TimelineKind::StartPossible => format!("?no {start}"),
        TimelineKind::Potential => format!("?{start}"),
    }
}
