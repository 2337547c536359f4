//! The findings as lines for a reader.

use std::io::{self, Write};
use std::path::Path;

use unicode_width::UnicodeWidthStr;

use super::{Findings, Folder, Terminal, errors};
use crate::app::Look;
use crate::app::look::{Background, Colours, Origin};
use crate::domain::fault::Problem;
use crate::domain::kept::Unkept;
use crate::domain::{SCHEMA_VERSION, untrusted};
use crate::i18n::doctor::DoctorWords;
use crate::i18n::messages;
use crate::store::{paths, place::Place, shown_name};

/// A line: what it is about, what was found, and whether that is wrong.
struct Row {
    label: &'static str,
    found: String,
    is_faulty: bool,
}

fn row(label: &'static str, found: impl Into<String>) -> Row {
    Row { label, found: found.into(), is_faulty: false }
}

/// Writes the findings.
///
/// # Errors
/// When they cannot be written.
pub fn write(findings: &Findings<'_>, out: &mut impl Write) -> io::Result<()> {
    let lang = findings.args.language();
    let words = &messages(lang).doctor;
    writeln!(out, "dosje {}, {} {SCHEMA_VERSION}", env!("CARGO_PKG_VERSION"), words.file_format)?;
    let sections = [
        (words.terminal, terminal(&findings.terminal, words)),
        (words.settings, settings(findings, words)),
        (words.folders, folders(findings, words)),
        (words.data, data(findings, words)),
        (words.own, own(findings, words)),
    ];
    let widest = sections.iter().flat_map(|(_, rows)| rows).map(|row| row.label.width()).max().unwrap_or(0);
    for (heading, rows) in sections {
        writeln!(out, "\n{heading}")?;
        for row in rows {
            let mark = if row.is_faulty { '!' } else { ' ' };
            let fill = " ".repeat(widest - row.label.width());
            // What stands in the environment must not steer the terminal.
            writeln!(out, "{mark} {}{fill}  {}", row.label, untrusted::line(&row.found))?;
        }
    }
    let faults = findings.faults();
    writeln!(out, "\n{}", if faults == 0 { words.sound.to_owned() } else { (words.faulty)(faults) })
}

fn terminal(terminal: &Terminal, words: &DoctorWords) -> Vec<Row> {
    let size = terminal.columns.zip(terminal.rows).map(|(columns, rows)| format!("{columns}x{rows}"));
    let end = |is_terminal: bool| if is_terminal { words.a_terminal } else { words.no_terminal };
    let locale = terminal.locale.as_ref().map(|(name, value)| format!("{name}={value}"));
    let inside: Vec<&str> = terminal.inside.iter().map(|name| if *name == "ssh" { "SSH" } else { *name }).collect();
    vec![
        row(words.kind, terminal.kind.as_deref().unwrap_or(words.unknown)),
        row(words.size, size.unwrap_or_else(|| words.unknown.to_owned())),
        row(words.ends, format!("{}, {}", end(terminal.input_is_a_tty), end(terminal.output_is_a_tty))),
        row(words.inside, if inside.is_empty() { words.nothing.to_owned() } else { inside.join(", ") }),
        row(words.locale, locale.unwrap_or_else(|| words.no_locale.to_owned())),
        row(words.clipboard, if terminal.clipboard == "tmux" { words.by_tmux } else { words.by_terminal }),
        row(words.escape_delay, format!("{} ms", terminal.escape_delay_ms)),
        row(words.editor, terminal.editor.as_deref().unwrap_or(words.own_pad)),
    ]
}

fn settings(findings: &Findings<'_>, words: &DoctorWords) -> Vec<Row> {
    let settings = &findings.args.settings;
    let settled = &settings.settled;
    let Look { is_ascii, colours, background } = settled.look.look();
    let decided = |value: &str, by: Origin| format!("{value} ({})", (words.by)(by));
    let yes = |is_so: bool| if is_so { words.yes } else { words.no };
    let tab = messages(findings.args.language()).tabs.get(settled.tab.0.index()).copied().unwrap_or_default();
    let background = if background == Background::Light { words.light } else { words.dark };
    let colours = if colours == Colours::None { words.none } else { colours.word() };
    let (pace, by) = settled.pace;
    let [lv, en] =
        [("lv", pace.lv, by[0]), ("en", pace.en, by[1])].map(|(lang, pace, by)| decided(&format!("{lang} {pace}"), by));
    let state = match &settings.file {
        Some(file) if settings.faults.is_empty() => {
            let state = if file.exists() { words.no_faults.to_owned() } else { words.not_there.to_owned() };
            format!("{}: {state}", short(file))
        }
        Some(file) => format!("{}: {}", short(file), (words.faults)(settings.faults.len())),
        None => words.none.to_owned(),
    };
    vec![
        Row { label: words.file, found: state, is_faulty: errors(&settings.faults) > 0 },
        row(words.language, decided(settled.lang.0.code(), settled.lang.1)),
        row(words.start_tab, decided(tab, settled.tab.1)),
        row(words.words_a_minute, format!("{lv}, {en}")),
        row(words.colours, decided(colours, settled.look.colours.1)),
        row(words.background, decided(background, settled.look.background.1)),
        row(words.ascii, decided(yes(is_ascii), settled.look.is_ascii.1)),
        row(words.mouse, decided(yes(settled.mouse.0), settled.mouse.1)),
        row(words.keys, (words.rebound)(findings.rebound())),
    ]
}

fn folders(findings: &Findings<'_>, words: &DoctorWords) -> Vec<Row> {
    let rows = findings.folders.iter().map(|(folder, place)| {
        let label = match folder {
            Folder::Data => words.data_folder,
            Folder::Settings => words.settings_folder,
            Folder::State => words.state_folder,
            Folder::Drafts => words.drafts_folder,
            Folder::Runtime => words.runtime_folder,
        };
        let found = match place {
            None => words.none.to_owned(),
            Some(place) if !place.exists && findings.must_be_there(*folder) => {
                let problem = messages(findings.args.language()).problem;
                format!("{}: {}", short(&place.path), problem(&Problem::NoFolder))
            }
            Some(place) => of_place(place, words),
        };
        Row { label, found, is_faulty: findings.is_faulty(*folder, place.as_ref()) }
    });
    rows.collect()
}

fn of_place(place: &Place, words: &DoctorWords) -> String {
    let writable = if place.is_writable { words.writable } else { words.not_writable };
    let state = match (&place.mode, place.exists) {
        (_, true) if !place.is_folder => words.no_folder.to_owned(),
        (Some(mode), _) => format!("{writable} ({mode})"),
        (None, true) => writable.to_owned(),
        (None, false) if place.is_writable => words.not_there.to_owned(),
        (None, false) => format!("{}, {writable}", words.not_there),
    };
    format!("{}: {state}", short(&place.path))
}

fn data(findings: &Findings<'_>, words: &DoctorWords) -> Vec<Row> {
    let data = &findings.data;
    let wrong = data.faults + data.warnings;
    let state = if wrong == 0 { String::new() } else { format!("; {}", (words.faults)(wrong)) };
    let own = if data.own_files == 0 && wrong == 0 {
        words.none.to_owned()
    } else {
        format!("{}{state}; {}", (words.files)(data.own_files), (words.together)(data.records))
    };
    vec![
        row(
            words.built_in,
            format!("{}, {}", (words.files)(data.built_in_files), (words.records)(data.built_in_records)),
        ),
        Row { label: words.own_files, found: own, is_faulty: data.faults > 0 },
        row(words.texts, (words.attached)(data.texts, data.documents)),
    ]
}

fn own(findings: &Findings<'_>, words: &DoctorWords) -> Vec<Row> {
    let line = |label, found: Result<String, &Unkept>| {
        let is_faulty = found.is_err();
        Row { label, found: found.unwrap_or_else(words.why), is_faulty }
    };
    vec![
        line(words.added, findings.own.as_ref().map(|own| (words.marked)(own.marked, own.with_text))),
        line(words.queries, findings.queries.as_ref().map(|queries| (words.asked)(queries.asked, queries.saved))),
    ]
}

/// A path as people write it, harmless to a terminal.
fn short(path: &Path) -> String {
    let below = paths::home().and_then(|home| path.strip_prefix(home).map(Path::to_owned).ok());
    match below {
        Some(below) => format!("~/{}", shown_name(&below, None)),
        None => shown_name(path, None),
    }
}
