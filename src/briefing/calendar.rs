//! Occasions as a calendar file (iCalendar, RFC 5545): all-day entries that take up nobody's time.
//!
//! Written here and not by a crate: the subset is small, and the known crate brings a clock, random names and a second
//! library of dates with it, where names and stamps have to be the same every time.

use jiff::civil::Date as Day;

use super::{Briefing, Languages, Occasion};
use crate::domain::Date;

/// Most octets of a line before it is folded.
const FOLD: usize = 75;

/// Writes the occasions of a briefing.
#[must_use]
pub fn write(briefing: &Briefing) -> String {
    of(&briefing.occasions, briefing.languages, briefing.prepared.first_day(), &briefing.markings)
}

/// Writes some occasions, stamped with a day.
#[must_use]
pub fn of(occasions: &[Occasion], languages: Languages, stamp: Day, markings: &[String]) -> String {
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        format!("PRODID:-//dosje//dosje {}//LV", env!("CARGO_PKG_VERSION")),
        "CALSCALE:GREGORIAN".to_owned(),
    ];
    for occasion in occasions {
        lines.extend(event(occasion, languages, stamp, markings));
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

fn event(occasion: &Occasion, languages: Languages, stamp: Day, markings: &[String]) -> Vec<String> {
    let language = match languages {
        Languages::One(lang) => format!(";LANGUAGE={}", lang.code()),
        Languages::Both => String::new(),
    };
    let marking = (!markings.is_empty()).then(|| markings.join(" · "));
    let about: Vec<String> = marking.into_iter().chain(occasion.about.iter().map(super::Wording::joined)).collect();
    // The end of an all-day entry is the day after its last.
    let after = occasion.last.tomorrow().unwrap_or(occasion.last);
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@dosje", escaped(&occasion.name)),
        format!("DTSTAMP:{}T000000Z", basic(stamp)),
        format!("DTSTART;VALUE=DATE:{}", basic(occasion.first)),
        format!("DTEND;VALUE=DATE:{}", basic(after)),
        format!("SUMMARY{language}:{}", escaped(&occasion.title.joined())),
        format!("DESCRIPTION{language}:{}", escaped(&about.join("\n"))),
        "TRANSP:TRANSPARENT".to_owned(),
        format!("STATUS:{}", if occasion.is_fixed { "CONFIRMED" } else { "TENTATIVE" }),
    ];
    if !occasion.place.is_empty() {
        lines.push(format!("LOCATION{language}:{}", escaped(&occasion.place.joined())));
    }
    if !occasion.url.is_empty() {
        lines.push(format!("URL:{}", occasion.url));
    }
    if !markings.is_empty() {
        lines.push("CLASS:CONFIDENTIAL".to_owned());
    }
    lines.push("END:VEVENT".to_owned());
    lines
}

fn basic(day: Day) -> String {
    Date::Day(day).to_string().replace('-', "")
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out
}

/// The line in pieces of at most 75 octets, cut between characters, each but the first behind a blank.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut octets = 0;
    for c in line.chars() {
        if octets + c.len_utf8() > FOLD {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(c);
        octets += c.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_between_characters() {
        let line = format!("SUMMARY:{}", "ā".repeat(200));
        let folded = folded(&line);
        assert!(folded.split("\r\n").all(|piece| piece.len() <= FOLD), "{folded}");
        assert_eq!(folded.replace("\r\n ", ""), format!("{line}\r\n"));
    }

    #[test]
    fn no_text_can_open_a_property() {
        assert_eq!(escaped("a;b,c\\d\nATTENDEE:x"), "a\\;b\\,c\\\\d\\nATTENDEE:x");
    }
}
