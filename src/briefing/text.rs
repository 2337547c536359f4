//! A briefing as plain text for mail and phone: at most 72 columns, as the eye counts them.

use std::fmt::Write as _;

use textwrap::{Options, WordSplitter};
use unicode_width::UnicodeWidthStr;

use super::{Briefing, Entry, Line, Part, Section, Wording};

/// Most columns of a line.
const WIDTH: usize = 72;

/// Writes a briefing.
#[must_use]
pub fn write(briefing: &Briefing) -> String {
    let marking = briefing.marking();
    let mut out = String::new();
    if let Some(marking) = &marking {
        wrapped(marking, "", "", &mut out);
        out.push('\n');
    }
    underlined(&[briefing.title.joined().to_uppercase()], '=', &mut out);
    briefing.header.iter().for_each(|line| self::line(line, "", &mut out));
    for group in &briefing.groups {
        if let Some(title) = &group.title {
            out.push('\n');
            underlined(&[title.joined()], '=', &mut out);
        }
        group.entries.iter().for_each(|entry| self::entry(entry, &mut out));
    }
    if !briefing.abbreviations.lines.is_empty() {
        section(&briefing.abbreviations, &mut out);
    }
    let _ = writeln!(out, "\n{}", "-".repeat(WIDTH));
    for remark in &briefing.remarks {
        each(remark, "", "", &mut out);
    }
    if let Some(marking) = &marking {
        out.push('\n');
        wrapped(marking, "", "", &mut out);
    }
    out
}

fn entry(entry: &Entry, out: &mut String) {
    out.push('\n');
    let title = |text: &str| format!("{} {text}", entry.number).trim().to_owned();
    let titles: Vec<String> = match &entry.title {
        Wording::One(text) => vec![title(text)],
        Wording::Both { lv, en } => vec![title(lv), format!("/ {en}")],
    };
    underlined(&titles, '-', out);
    entry.facts.iter().for_each(|line| self::line(line, "", out));
    for section in &entry.sections {
        self::section(section, out);
    }
}

fn section(section: &Section, out: &mut String) {
    out.push('\n');
    wrapped(&section.title.joined().to_uppercase(), "", "", out);
    if !section.remark.is_empty() {
        wrapped(&format!("({})", section.remark.joined()), "", "", out);
    }
    let bullet = if section.part == Part::Note { "| " } else { "- " };
    section.lines.iter().for_each(|line| self::line(line, bullet, out));
}

/// A line behind its mark; what it takes further lines for stands below its first word.
fn line(line: &Line, bullet: &str, out: &mut String) {
    let rest = if bullet == "| " { "| ".to_owned() } else { " ".repeat(bullet.len().max(2)) };
    let lead = if line.lead.is_empty() { String::new() } else { line.opening() + " " };
    match &line.text {
        Wording::One(text) => wrapped(&format!("{lead}{text}"), bullet, &rest, out),
        Wording::Both { lv, en } => {
            wrapped(&format!("{lead}{lv}"), bullet, &rest, out);
            wrapped(&format!("/ {en}"), &rest, &format!("{rest}  "), out);
        }
    }
    if !line.url.is_empty() {
        wrapped(&line.url, &rest, &rest, out);
    }
}

fn each(text: &Wording, first: &str, rest: &str, out: &mut String) {
    for (_, text) in text.each() {
        wrapped(text, first, rest, out);
    }
}

fn underlined(texts: &[String], with: char, out: &mut String) {
    let start = out.len();
    for text in texts {
        wrapped(text, "", "", out);
    }
    let columns = out.get(start..).unwrap_or_default().lines().map(UnicodeWidthStr::width).max().unwrap_or(0);
    let _ = writeln!(out, "{}", with.to_string().repeat(columns.max(1)));
}

fn wrapped(text: &str, first: &str, rest: &str, out: &mut String) {
    let options =
        Options::new(WIDTH).initial_indent(first).subsequent_indent(rest).word_splitter(WordSplitter::NoHyphenation);
    for line in textwrap::wrap(text, options) {
        let _ = writeln!(out, "{}", line.trim_end());
    }
}
