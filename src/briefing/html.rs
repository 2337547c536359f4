//! A briefing as one HTML file that prints well on A4: nothing is loaded, nothing runs.

use std::fmt::Write as _;

use super::{Briefing, Entry, Line, Part, Section, Wording};
use crate::domain::Lang;

const STYLE: &str = include_str!("style.css");

/// Writes a briefing.
#[must_use]
pub fn write(briefing: &Briefing) -> String {
    let lang = briefing.lang().unwrap_or_default().code();
    let title = escaped(&briefing.title.joined());
    let marking = briefing.marking().unwrap_or_default();
    let running = if marking.is_empty() {
        String::new()
    } else {
        format!(
            "@page {{ @top-center {{ content: \"{0}\"; font: bold 10pt sans-serif; }} \
             @bottom-left {{ content: \"{0}\"; font: bold 10pt sans-serif; }} }}\n",
            in_css(&marking)
        )
    };
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
         base-uri 'none'; form-action 'none'\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title}</title>\n<style>\n{STYLE}{running}</style>\n</head>\n<body>\n"
    );
    mark(&marking, &mut out);
    let _ = writeln!(out, "<h1>{title}</h1>");
    table(&briefing.header, "header", &mut out);
    for group in &briefing.groups {
        if let Some(title) = &group.title {
            let _ = writeln!(out, "<h2 class=\"group\">{}</h2>", pair(title));
        }
        let level = if group.title.is_some() { 3 } else { 2 };
        group.entries.iter().for_each(|entry| self::entry(entry, level, &mut out));
    }
    if !briefing.abbreviations.lines.is_empty() {
        let title = escaped(&briefing.abbreviations.title.joined());
        let _ = writeln!(out, "<section class=\"abbreviations\">\n<h2 class=\"part\">{title}</h2>");
        table(&briefing.abbreviations.lines, "facts", &mut out);
        out.push_str("</section>\n");
    }
    out.push_str("<footer>\n");
    for remark in &briefing.remarks {
        let _ = writeln!(out, "<div>{}</div>", pair(remark));
    }
    mark(&marking, &mut out);
    out.push_str("</footer>\n</body>\n</html>\n");
    out
}

fn mark(marking: &str, out: &mut String) {
    if !marking.is_empty() {
        let _ = writeln!(out, "<p class=\"marking\">{}</p>", escaped(marking));
    }
}

fn entry(entry: &Entry, level: usize, out: &mut String) {
    let number =
        if entry.number.is_empty() { String::new() } else { format!("<span>{}</span> ", escaped(&entry.number)) };
    let _ =
        writeln!(out, "<article>\n<h{level} class=\"entry\">{number}<span>{}</span></h{level}>", pair(&entry.title));
    table(&entry.facts, "facts", out);
    for section in &entry.sections {
        self::section(section, level + 1, out);
    }
    out.push_str("</article>\n");
}

fn section(section: &Section, level: usize, out: &mut String) {
    let class = match section.part {
        Part::Objective => "objective",
        Part::Points | Part::IfRaised => "said",
        Part::Outside | Part::Later => "later",
        Part::Note => "note",
        _ => "facts",
    };
    let _ = writeln!(
        out,
        "<section class=\"{class}\">\n<h{level} class=\"part\">{}</h{level}>",
        escaped(&section.title.joined())
    );
    if !section.remark.is_empty() {
        let _ = writeln!(out, "<p class=\"remark\">{}</p>", escaped(&section.remark.joined()));
    }
    if section.part == Part::Note {
        let lines: Vec<String> =
            section.lines.iter().map(|line| format!("{}{}", lead(line), escaped(&line.text.joined()))).collect();
        let _ = writeln!(out, "<p class=\"own\">{}</p>", lines.join("\n"));
    } else {
        out.push_str("<ul>\n");
        for line in &section.lines {
            let _ = writeln!(out, "<li>{}{}</li>", told(line), link(line));
        }
        out.push_str("</ul>\n");
    }
    out.push_str("</section>\n");
}

/// Lines with their labels beside them.
fn table(lines: &[Line], class: &str, out: &mut String) {
    let (plain, labelled): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(|line| line.lead.is_empty());
    for line in plain {
        let _ = writeln!(out, "<p>{}</p>", pair(&line.text));
    }
    if labelled.is_empty() {
        return;
    }
    let _ = writeln!(out, "<table class=\"{class}\">");
    for line in labelled {
        let (label, text) = (escaped(&line.lead.joined()), pair(&line.text));
        let _ = writeln!(out, "<tr><th scope=\"row\">{label}</th><td>{text}</td></tr>");
    }
    out.push_str("</table>\n");
}

fn lead(line: &Line) -> String {
    bold(&line.opening())
}

fn bold(opening: &str) -> String {
    if opening.is_empty() { String::new() } else { format!("<b>{}</b> ", escaped(opening)) }
}

/// A line; of a pair each side behind its own lead.
fn told(line: &Line) -> String {
    match &line.text {
        Wording::One(text) => format!("{}{}", lead(line), escaped(text)),
        Wording::Both { .. } => {
            sides(|lang| format!("{}{}", bold(&line.opening_in(lang)), escaped(line.text.in_lang(lang))))
        }
    }
}

/// The address is shown too: paper cannot be clicked.
fn link(line: &Line) -> String {
    if line.url.is_empty() {
        return String::new();
    }
    let url = escaped(&line.url);
    format!(" <a href=\"{url}\" rel=\"noreferrer\">{url}</a>")
}

/// A text; of a pair one beside the other, each in its language.
fn pair(text: &Wording) -> String {
    match text {
        Wording::One(text) => escaped(text),
        Wording::Both { .. } => sides(|lang| escaped(text.in_lang(lang))),
    }
}

fn sides(said: impl Fn(Lang) -> String) -> String {
    let side = |lang: Lang| format!("<span lang=\"{}\">{}</span>", lang.code(), said(lang));
    format!("<span class=\"pair\">{}{}</span>", side(Lang::Lv), side(Lang::En))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// A text between the quotes of a style sheet.
fn in_css(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == ' ';
    text.chars().map(|c| if plain(c) { c.to_string() } else { format!("\\{:x} ", u32::from(c)) }).collect()
}
