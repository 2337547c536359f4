//! One function a word of the command line.

use std::io::Write;
use std::path::PathBuf;

use serde_json::json;

use super::args::{Args, Search};
use super::failure::{Failure, fault_line};
use super::{json as envelope, print};
use crate::app::command::{COMMANDS, Group};
use crate::app::{Context, Tab, keymap};
use crate::card::card;
use crate::domain::RecordKind;
use crate::domain::{Dataset, FileKind, Record};
use crate::i18n::messages;
use crate::search::filter::Filter;
use crate::search::{Hit, Query, SearchIndex};
use crate::store::{self, paths};

/// Found, or done.
const DONE: u8 = 0;
/// Nothing found.
const NOTHING: u8 = 1;
/// Faults in the data.
const FAULTY: u8 = 2;

/// Loads the data; says on standard error what was left out of the user's files.
fn load(args: &Args) -> Result<Dataset, Failure> {
    let loaded = store::load(paths::data_folder(args.data.as_deref()).as_deref());
    let words = messages(args.language());
    if let Some(fault) = loaded.faults.first() {
        print::err(&fault_line(fault, args.language()))?;
        if loaded.faults.len() > 1 {
            let all = (words.cli.see_all)(&fault.file, loaded.faults.len());
            print::err(&format!("{}: {all}\n", words.cli.hint))?;
        }
    }
    Ok(loaded.dataset)
}

pub fn search(args: &Args, search: &Search, out: &mut impl Write) -> Result<u8, Failure> {
    let dataset = load(args)?;
    let index = SearchIndex::build(&dataset);
    let mut query = Query::parse(&search.query.join(" "));
    let given = [("theme", &search.theme), ("partner", &search.partner)];
    let filters = given.into_iter().filter_map(|(field, value)| Some(format!("{field}:{}", value.as_ref()?)));
    query.filters.extend(filters.filter_map(|filter| Filter::parse(&filter, 0)));
    let listed = |kind| Tab::ALL.into_iter().any(|tab| tab.lists(kind));
    let mut hits = index.search(&dataset, &query, args.day(), listed).hits;
    hits.truncate(search.limit.unwrap_or(usize::MAX));
    let found = hits.iter().filter_map(|hit| Some((hit, dataset.record(&hit.id)?)));
    if search.json {
        let hits: Vec<_> = found.map(|(hit, record)| hit_json(hit, record)).collect();
        envelope::envelope("hits", hits, out)?;
    } else {
        let rows: Vec<Vec<String>> = found.map(|(hit, record)| hit_cells(args, hit, record)).collect();
        if search.tsv {
            for row in &rows {
                writeln!(out, "{}", row.join("\t"))?;
            }
        } else {
            print::columns(&rows, out)?;
        }
    }
    Ok(if hits.is_empty() { NOTHING } else { DONE })
}

fn hit_json(hit: &Hit, record: Record<'_>) -> serde_json::Value {
    use crate::domain::Lang;
    json!({
        "id": hit.id,
        "kind": hit.kind.word(),
        "title": { "lv": record.title(Lang::Lv), "en": record.title(Lang::En) },
        "why": hit.why.as_ref().map(|why| json!({
            "field": why.field.word(),
            "lang": why.lang.map(Lang::code),
            "match": why.way.word(),
            "word": why.word,
        })),
        "score": hit.score,
    })
}

fn hit_cells(args: &Args, hit: &Hit, record: Record<'_>) -> Vec<String> {
    let words = messages(args.language());
    let badge = match record {
        Record::Action(action) => (words.badge)(&action.timeline),
        _ => String::new(),
    };
    vec![hit.id.to_string(), (words.kind)(hit.kind).to_owned(), record.title(args.language()).to_owned(), badge]
}

pub fn show(args: &Args, typed: &str, as_json: bool, out: &mut impl Write) -> Result<u8, Failure> {
    let dataset = load(args)?;
    let record = match dataset.named(typed).as_slice() {
        [] => return Err(Failure::NoRecord(typed.to_owned())),
        [record] => *record,
        several => {
            let ids = several.iter().map(|record| record.id().to_string()).collect();
            return Err(Failure::Several(typed.to_owned(), ids));
        }
    };
    if as_json {
        envelope::envelope("result", envelope::record(&dataset, record), out)?;
    } else {
        print::card(&card(&dataset, record, args.language(), args.day()), out)?;
    }
    Ok(DONE)
}

pub fn agenda(args: &Args, typed: Option<&str>, as_json: bool, out: &mut impl Write) -> Result<u8, Failure> {
    let dataset = load(args)?;
    let meetings: Vec<_> = match typed {
        None => dataset.meetings().iter().collect(),
        Some(typed) => dataset.meetings().iter().filter(|meeting| meeting.id.as_str() == typed).collect(),
    };
    if meetings.is_empty() {
        return Err(Failure::NoRecord(typed.unwrap_or("*").to_owned()));
    }
    if as_json {
        let all: Vec<_> = meetings.iter().map(|meeting| envelope::meeting(&dataset, meeting)).collect();
        envelope::envelope("meetings", all, out)?;
        return Ok(DONE);
    }
    for meeting in meetings {
        let cards = Tab::Agenda.records(&dataset).into_iter().filter_map(|row| dataset.record(&row.id));
        let is_of_it = |record: &Record<'_>| record.id().collection() == meeting.id.as_str();
        let told = |record: &Record<'_>| {
            matches!(record.kind(), RecordKind::Meeting | RecordKind::Item | RecordKind::Milestone)
        };
        for (index, record) in cards.filter(|record| is_of_it(record) && told(record)).enumerate() {
            if index > 0 {
                writeln!(out, "\n{}\n", "-".repeat(80))?;
            }
            print::card(&card(&dataset, record, args.language(), args.day()), out)?;
        }
    }
    Ok(DONE)
}

pub fn check(args: &Args, files: &[PathBuf], as_json: bool, out: &mut impl Write) -> Result<u8, Failure> {
    let lang = args.language();
    let words = messages(lang);
    let faults = store::check(files, paths::data_folder(args.data.as_deref()).as_deref());
    if as_json {
        let list: Vec<_> = faults
            .iter()
            .map(|fault| {
                json!({
                    "file": fault.file,
                    "line": fault.at.map(|at| at.0),
                    "column": fault.at.map(|at| at.1),
                    "path": fault.path.to_string(),
                    "severity": if fault.is_warning() { "warning" } else { "error" },
                    "problem": (words.problem)(&fault.problem),
                    "hint": (words.hint)(&fault.problem),
                })
            })
            .collect();
        envelope::envelope("faults", list, out)?;
    } else {
        for fault in &faults {
            write!(out, "{}", fault_line(fault, lang))?;
        }
        for file in files {
            let name = store::shown_name(file, None);
            if !faults.iter().any(|fault| fault.file == name) {
                writeln!(out, "{}", (words.no_faults)(&name))?;
            }
        }
    }
    Ok(if faults.iter().any(|fault| !fault.is_warning()) { FAULTY } else { DONE })
}

pub fn schema(kind: Option<&str>, out: &mut impl Write) -> Result<u8, Failure> {
    let Some(word) = kind else {
        let all: serde_json::Map<_, _> =
            FileKind::ALL.into_iter().map(|kind| (kind.word().to_owned(), kind.schema().to_value())).collect();
        envelope::envelope("schemas", all, out)?;
        return Ok(DONE);
    };
    let kind = FileKind::named(word).ok_or_else(|| Failure::NoKind(word.to_owned()))?;
    serde_json::to_writer_pretty(&mut *out, &kind.schema())?;
    writeln!(out)?;
    Ok(DONE)
}

/// The table of keys as README has it.
pub fn keys(args: &Args, out: &mut impl Write) -> Result<u8, Failure> {
    let lang = args.language();
    for group in Group::ALL {
        writeln!(out, "| {} | |\n|---|---|", group.name(lang))?;
        for about in COMMANDS.iter().filter(|about| about.group == group) {
            let context = if group == Group::Edit || keymap::keys(Context::Browse, about.command).next().is_none() {
                Context::Search
            } else {
                Context::Browse
            };
            let keys: Vec<String> = keymap::keys(context, about.command).map(|key| format!("`{key}`")).collect();
            writeln!(out, "| {} | {} |", keys.join(" "), about.help(lang))?;
        }
        writeln!(out)?;
    }
    Ok(DONE)
}
