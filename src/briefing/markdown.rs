//! A briefing as Markdown (`CommonMark`).

use std::fmt::Write as _;

use super::{Briefing, Entry, Line, Part, Section, Wording};

/// Characters of a pair that stand on one line.
const SHORT: usize = 64;

/// Writes a briefing.
#[must_use]
pub fn write(briefing: &Briefing) -> String {
    let mut out = String::new();
    marking(briefing, &mut out);
    heading(1, &inline(&briefing.title.joined()), &mut out);
    list(&briefing.header, &mut out);
    for group in &briefing.groups {
        if let Some(title) = &group.title {
            heading(2, &inline(&title.joined()), &mut out);
        }
        let level = if group.title.is_some() { 3 } else { 2 };
        group.entries.iter().for_each(|entry| self::entry(entry, level, &mut out));
    }
    if !briefing.abbreviations.lines.is_empty() {
        section(&briefing.abbreviations, 2, &mut out);
    }
    out.push_str("\n---\n");
    for remark in &briefing.remarks {
        let _ = writeln!(out, "\n{}", pair(remark, at_start));
    }
    if !briefing.markings.is_empty() {
        out.push('\n');
        marking(briefing, &mut out);
        out.pop();
    }
    out
}

fn marking(briefing: &Briefing, out: &mut String) {
    if let Some(marking) = briefing.marking() {
        let _ = writeln!(out, "**{}**\n", inline(&marking));
    }
}

fn heading(level: usize, text: &str, out: &mut String) {
    if !out.is_empty() && !out.ends_with("\n\n") {
        out.push('\n');
    }
    let _ = writeln!(out, "{} {text}\n", "#".repeat(level));
}

fn entry(entry: &Entry, level: usize, out: &mut String) {
    let title = format!("{} {}", entry.number, entry.title.joined());
    heading(level, &inline(title.trim()), out);
    list(&entry.facts, out);
    for section in &entry.sections {
        self::section(section, level + 1, out);
    }
}

fn section(section: &Section, level: usize, out: &mut String) {
    heading(level, &inline(&section.title.joined()), out);
    if !section.remark.is_empty() {
        let _ = writeln!(out, "*{}*\n", inline(&section.remark.joined()));
    }
    if section.part == Part::Note {
        let lines = &section.lines;
        for (index, line) in lines.iter().enumerate() {
            let text = verbatim(&line.text.joined());
            let is_followed = lines.get(index + 1).is_some_and(|next| !next.text.is_empty());
            let end = if !text.is_empty() && is_followed { "\\" } else { "" };
            let _ = writeln!(out, "{}", format!("> {}{text}{end}", lead(line)).trim_end_matches(' '));
        }
        return;
    }
    list(&section.lines, out);
}

fn list(lines: &[Line], out: &mut String) {
    for line in lines {
        let url = if line.url.is_empty() { String::new() } else { format!(" <{}>", line.url) };
        let text = if line.lead.is_empty() { pair(&line.text, at_start) } else { pair(&line.text, inline) };
        let _ = writeln!(out, "- {}{text}{url}", lead(line));
    }
}

fn lead(line: &Line) -> String {
    if line.lead.is_empty() { String::new() } else { format!("**{}** ", inline(&line.opening())) }
}

/// A text; of a pair the English in italics, below the Latvian where the two are long.
fn pair(text: &Wording, first: fn(&str) -> String) -> String {
    match text {
        Wording::One(text) => first(text),
        Wording::Both { lv, en } if lv.is_empty() || en.is_empty() => first(lv) + &inline(en),
        Wording::Both { lv, en } => {
            let between = if lv.chars().count() + en.chars().count() <= SHORT { " / " } else { "\\\n  " };
            format!("{}{between}*{}*", first(lv), inline(en))
        }
    }
}

/// A line of the user's with the blanks at its ends.
fn verbatim(text: &str) -> String {
    let plain = text.trim_matches(' ');
    let lead = text.len() - text.trim_start_matches(' ').len();
    let tail = if plain.is_empty() { 0 } else { text.len() - text.trim_end_matches(' ').len() };
    format!("{}{}{}", "&#32;".repeat(lead), at_start(plain), "&#32;".repeat(tail))
}

/// The text with nothing in it that Markdown could take for its own at the start of a line.
fn at_start(text: &str) -> String {
    let safe = inline(text);
    // A number opens a list if a dot or a bracket follows.
    let digits = safe.chars().take_while(char::is_ascii_digit).count();
    match safe.get(digits..).and_then(|rest| rest.chars().next()) {
        Some('.' | ')') if digits > 0 => format!("{}\\{}", &safe[..digits], &safe[digits..]),
        Some('#' | '+' | '-' | '=' | ':' | '>') if digits == 0 => format!("\\{safe}"),
        _ => safe,
    }
}

/// The text with nothing in it that Markdown could take for its own inside a line.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' if is_entity(text.get(at + 1..).unwrap_or_default()) => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '|' | '$' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// Whether what stands behind an ampersand makes a character of it: "R&I" does not.
fn is_entity(rest: &str) -> bool {
    let name = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '#');
    name.is_some_and(|end| end > 0 && rest.get(end..).is_some_and(|rest| rest.starts_with(';')))
}
