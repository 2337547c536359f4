//! Reads the printed words of a Latvian time span.
//!
//! A closed list of forms, those of the documents; anything else is not read rather than guessed at. Only the words of the
//! time column count: a condition stated elsewhere in the row is not here.

use super::{Certainty, TimelineKind};
use crate::domain::Date;

/// What the words of a time span say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Printed {
    /// Sort of time span.
    pub kind: TimelineKind,
    /// When it starts, where the words say so.
    pub start: Option<Date>,
    /// When it ends, where the words say so.
    pub end: Option<Date>,
    /// How firmly the words state it.
    pub certainty: Certainty,
}

/// Words that say that something runs.
const RUNS: [&str; 2] = ["Pastāvīgi", "Rit"];

impl Printed {
    /// Reads `raw`; `None` if it has none of the known forms.
    #[must_use]
    pub fn read(raw: &str) -> Option<Self> {
        let words: Vec<&str> = raw.split_whitespace().collect();
        let text = words.join(" ");
        let is_bare = |word: &&str| text == **word;
        if RUNS.iter().any(is_bare) {
            return Some(Self::firm(TimelineKind::Ongoing, None, None));
        }
        if text == "Ik gadu" {
            return Some(Self::firm(TimelineKind::RecurringAnnual, None, None));
        }
        if let Some(rest) = RUNS.iter().find_map(|word| text.strip_prefix(word)?.strip_prefix(' ')) {
            return running(rest);
        }
        if let Some(rest) = text.strip_prefix("Līdz ") {
            return deadline(rest);
        }
        if let Some(rest) = text.strip_prefix("Sākums iespējams ") {
            let start = only_date(rest)?;
            return Some(Self::possible(TimelineKind::StartPossible, start, None));
        }
        if let Some(rest) = text.strip_prefix("Potenciāls ") {
            let date = only_date(rest)?;
            return Some(Self::possible(TimelineKind::Potential, date, Some(date)));
        }
        dated(text.strip_prefix("Projekts risinās ").unwrap_or(&text))
    }

    fn firm(kind: TimelineKind, start: Option<Date>, end: Option<Date>) -> Self {
        Self { kind, start, end, certainty: Certainty::Firm }
    }

    fn possible(kind: TimelineKind, start: Date, end: Option<Date>) -> Self {
        Self { kind, start: Some(start), end, certainty: Certainty::Potential }
    }
}

/// `(2025–2027)`, `(līdz 2027. gada 4. cet.)`, `ES un LAC digitālajā aliansē – līdz 2027. gada 4. cet.`
fn running(rest: &str) -> Option<Printed> {
    let inner = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let until = match inner {
        Some(inner) => inner.strip_prefix("līdz "),
        None => rest.split_once(" – līdz ").map(|(_, date)| date),
    };
    if let Some(end) = until {
        return Some(Printed::firm(TimelineKind::OngoingUntil, None, Some(date(end)?)));
    }
    let (start, end) = range(inner?)?;
    Some(Printed::firm(TimelineKind::OngoingWindow, Some(start), Some(end)))
}

/// `2027. gada beigām`, `CRA piemērošanas brīdim (2027. gada beigās)`
fn deadline(rest: &str) -> Option<Printed> {
    let named = rest.split_once(" (").and_then(|(_, inner)| inner.strip_suffix(')'));
    let end = named.unwrap_or(rest);
    // The end of a period is its last day, which is what the period is an end to.
    let end = end.strip_suffix(" beigās").or_else(|| end.strip_suffix(" beigām")).unwrap_or(end);
    Some(Printed::firm(TimelineKind::Deadline, None, Some(date(end)?)))
}

/// `2025–2030`, `2027.–2030. gadā`, `2025. gada 4. cet.–2026. gads`, `2025. g. 4. cet.`, `2026. gads`
fn dated(text: &str) -> Option<Printed> {
    if let Some((start, end)) = range(text) {
        return Some(Printed::firm(TimelineKind::Window, Some(start), Some(end)));
    }
    let date = date(text)?;
    let kind = if matches!(date, Date::Quarter(..)) { TimelineKind::Quarter } else { TimelineKind::SingleYear };
    Some(Printed::firm(kind, Some(date), Some(date)))
}

/// Two dates with a dash between them, in order.
fn range(text: &str) -> Option<(Date, Date)> {
    let (start, end) = text.split_once(['–', '-'])?;
    let (start, end) = (date(start.trim())?, date(end.trim())?);
    (start.first_day() <= end.first_day() && start.last_day() <= end.last_day()).then_some((start, end))
}

/// `2025`, `2025.`, `2025. gads`, `2025. gada 4. cet.`, `2025. g. 4. cet.`
fn date(text: &str) -> Option<Date> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (first, rest) = words.split_first()?;
    let year = year(first)?;
    match rest {
        [] => Some(Date::Year(year)),
        ["gads" | "gada" | "gadā" | "gadam" | "g."] if first.ends_with('.') => Some(Date::Year(year)),
        ["gada" | "g.", quarter, "cet." | "ceturksnis" | "ceturksnī" | "ceturksnim"] if first.ends_with('.') => {
            let quarter: i8 = quarter.strip_suffix('.')?.parse().ok()?;
            (1..=4).contains(&quarter).then_some(Date::Quarter(year, quarter))
        }
        _ => None,
    }
}

/// The year of a sentence that has one, and no other number of four digits.
fn only_date(sentence: &str) -> Option<Date> {
    let words: Vec<&str> = sentence.split(' ').collect();
    let mut dates = words.windows(2).filter_map(|pair| match pair {
        [number, "gads" | "gada" | "gadā"] if number.ends_with('.') => year(number).map(Date::Year),
        _ => None,
    });
    let date = dates.next()?;
    let numbers = sentence.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let says_more = ["cet.", "ceturksn"].iter().any(|word| sentence.contains(word));
    (numbers.count() == 1 && !says_more).then_some(date)
}

fn year(word: &str) -> Option<i16> {
    let digits = word.strip_suffix('.').unwrap_or(word);
    (digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_with_more_than_one_date_or_an_unknown_verb_is_not_read() {
        for raw in [
            "",
            "2026.–2030. gads un vēlāk",
            "Pastāvīgi (no 2026. gada)",
            "Pastāvīgi (2026)",
            "Pastāvīgi (līdz nākamajam samitam)",
            "Potenciāls konkurss 2026. gadā vai 2027. gadā",
            "Potenciāls konkurss 2026. gada 2. ceturksnī",
            "Sākums iespējams pēc samita",
            "2030–2026",
            "2025. g. 5. cet.",
            "2025 4. cet.",
            "25–27",
            "Katru gadu",
        ] {
            assert_eq!(Printed::read(raw), None, "{raw:?}");
        }
    }

    #[test]
    fn blanks_and_either_dash_make_no_difference() {
        assert_eq!(Printed::read(" 2026 – 2030 "), Printed::read("2026-2030"));
        assert_eq!(Printed::read("Pastāvīgi\u{a0}(2025–2027)"), Printed::read("Pastāvīgi (2025–2027)"));
    }
}
