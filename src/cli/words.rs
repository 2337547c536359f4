//! One function a word of the command line.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;

use serde_json::json;

use super::args::{Args, Search};
use super::failure::{Failure, fault_line};
use super::{json as envelope, own, print};
use crate::app::Tab;
use crate::app::command::{COMMANDS, Group};
use crate::app::config::Config;
use crate::card::card;
use crate::domain::RecordKind;
use crate::domain::untrusted;
use crate::domain::{Dataset, FileKind, Lang, Record};
use crate::i18n::{Messages, messages};
use crate::search::filter::Filter;
use crate::search::{Found, Hit, Repair, SearchIndex, Situation};
use crate::store::{self, paths};

/// Found, or done.
pub(super) const DONE: u8 = 0;
/// Nothing found.
const NOTHING: u8 = 1;
/// Faults in the data.
pub(super) const FAULTY: u8 = 2;

/// The kind of file that holds the settings, as it is typed.
pub(super) const CONFIG: &str = "config";

/// Loads the data; says on standard error what was left out of the user's files.
///
/// Where their folder cannot be read at all there is no answer: a script would take it for one from all of the data.
pub(super) fn load(args: &Args) -> Result<Dataset, Failure> {
    let folder = paths::data_folder(args.options.data.as_deref());
    if let Some(fault) = folder.as_deref().and_then(|folder| store::folder_fault(folder, args.needs_folder())) {
        return Err(Failure::Folder(Box::new(fault)));
    }
    let loaded = store::load(folder.as_deref());
    let words = messages(args.language());
    if let Some(fault) = loaded.faults.first() {
        print::err(Some(args), &fault_line(fault, args.language()))?;
        if loaded.faults.len() > 1 {
            let named = args.options.data.as_deref().map(|data| format!(" --data {}", store::shown_name(data, None)));
            let check = format!("dosje check{}", named.unwrap_or_default());
            let all = (words.cli.see_all)(loaded.faults.len(), &check);
            print::err(Some(args), &format!("{}: {all}\n", words.cli.hint))?;
        }
    }
    if !loaded.replaced.is_empty() {
        print::err(Some(args), &format!("{}: {}\n", words.cli.warning, (words.replaced)(&loaded.replaced)))?;
    }
    Ok(loaded.dataset)
}

pub fn search(args: &Args, search: &Search, out: &mut impl Write) -> Result<u8, Failure> {
    let dataset = load(args)?;
    let index = SearchIndex::build(&dataset);
    let mut query = index.read(&dataset, &search.query.join(" "));
    let given = [("theme", &search.theme), ("partner", &search.partner)];
    query.filters.extend(given.into_iter().filter_map(|(field, value)| Some(Filter::new(field, value.as_ref()?))));
    if query.is_empty() {
        return Err(Failure::NoQuery);
    }
    if let Some(mistake) = index.mistakes(&query).into_iter().next() {
        return Err(Failure::WrongFilter(Box::new(mistake)));
    }
    let annotations = match own::annotations() {
        Err(failure) if query.conditions().any(Filter::is_of_user) => return Err(failure),
        read => read.unwrap_or_default(),
    };
    let situation = Situation { today: args.day(), annotations: &annotations };
    let answer = index.search(&dataset, &query, situation);
    say_repairs(args, &answer.repairs)?;
    // While somebody types, what a condition lets through may stay; a script asked for the words.
    let is_nothing = answer.has_no_word(&query);
    let Found { mut hits, repairs } = answer;
    if is_nothing {
        hits.clear();
    }
    let is_found = !hits.is_empty();
    hits.truncate(search.limit.unwrap_or(usize::MAX));
    let found = hits.iter().filter_map(|hit| Some((hit, dataset.at(hit.ordinal)?)));
    if search.format.json {
        let hits: Vec<_> = found.map(|(hit, record)| hit_json(&dataset, &index, hit, record)).collect();
        let repairs: Vec<_> = repairs.iter().map(repair_json).collect();
        envelope::envelope_of(json!({ "hits": hits, "repairs": repairs }), out)?;
    } else {
        let cells = |(hit, record): (&Hit, Record<'_>)| {
            let why = search.explain.then(|| index.why(&dataset, hit)).flatten();
            hit_cells(args, record, why.as_ref().map(messages(args.language()).why))
        };
        let rows: Vec<Vec<String>> = found.map(cells).collect();
        if search.format.tsv {
            for row in &rows {
                writeln!(out, "{}", row.join("\t"))?;
            }
        } else {
            print::columns(&rows, out)?;
        }
    }
    Ok(if is_found { DONE } else { nothing(args)? })
}

/// Says on standard error what became of words with which nothing was found as they were typed.
pub(super) fn say_repairs(args: &Args, repairs: &[Repair]) -> Result<(), Failure> {
    let words = messages(args.language());
    for repair in repairs {
        print::err(Some(args), &format!("{}: {}\n", words.cli.hint, untrusted::line(&(words.repair)(repair))))?;
    }
    Ok(())
}

/// Says at a terminal that nothing was found; gives the exit code, which says it to a script.
pub(super) fn nothing(args: &Args) -> Result<u8, Failure> {
    if std::io::stderr().is_terminal() {
        print::err(Some(args), &format!("{}\n", messages(args.language()).queries.nothing))?;
    }
    Ok(NOTHING)
}

fn repair_json(repair: &Repair) -> serde_json::Value {
    match repair {
        Repair::ReadAs(typed, read) => json!({ "typed": typed, "became": "read_as", "word": read }),
        Repair::AsCondition(typed, read) => json!({ "typed": typed, "became": "condition", "word": read }),
        Repair::Like(typed, word) => json!({ "typed": typed, "became": "like", "word": word }),
        Repair::Without(typed) => json!({ "typed": typed, "became": "left_out", "word": null }),
    }
}

fn hit_json(dataset: &Dataset, index: &SearchIndex, hit: &Hit, record: Record<'_>) -> serde_json::Value {
    let why = index.why(dataset, hit).map(|why| {
        json!({
            "field": why.field.word(),
            "lang": why.lang.map(Lang::code),
            "match": why.way.word(),
            "word": why.word,
            "equals": why.equals,
        })
    });
    envelope::named(record, json!({ "why": why, "score": hit.score }))
}

fn hit_cells(args: &Args, record: Record<'_>, why: Option<String>) -> Vec<String> {
    let words = messages(args.language());
    let badge = match record {
        Record::Action(action) => (words.badge)(&action.timeline),
        _ => String::new(),
    };
    let title = record.title(args.language()).to_owned();
    let cells = [record.id().to_string(), (words.kind)(record.kind()).to_owned(), title, badge];
    cells.into_iter().chain(why).collect()
}

/// When a record is, runs or ends, in a few columns; empty for one that states no time.
pub(super) fn when(record: Record<'_>, words: &Messages) -> String {
    match record {
        Record::Action(action) => (words.badge)(&action.timeline),
        _ => record.date().map(words.short_span).unwrap_or_default(),
    }
}

/// The one record that `typed` names.
pub(super) fn named<'a>(dataset: &'a Dataset, typed: &str) -> Result<Record<'a>, Failure> {
    match dataset.named(typed).as_slice() {
        [] => Err(Failure::NoRecord(typed.to_owned())),
        [record] => Ok(*record),
        several => {
            let ids = several.iter().map(|record| record.id().to_string()).collect();
            Err(Failure::Several(typed.to_owned(), ids))
        }
    }
}

pub fn show(args: &Args, typed: &str, as_json: bool, out: &mut impl Write) -> Result<u8, Failure> {
    let dataset = load(args)?;
    let record = named(&dataset, typed)?;
    if as_json {
        envelope::envelope("result", envelope::record(&dataset, record), out)?;
    } else {
        let annotations = own::readable(args)?;
        print::card(&card(&dataset, record, args.reading(), annotations.of(record.id())), out)?;
    }
    Ok(DONE)
}

/// Where a record leads, one record a line, under the numbers that its links have on screen.
pub fn links(args: &Args, typed: &str, out: &mut impl Write) -> Result<u8, Failure> {
    let dataset = load(args)?;
    let card = card(&dataset, named(&dataset, typed)?, args.reading(), None);
    let targets = (1..).zip(card.targets()).filter_map(|(number, id)| Some((number, dataset.record(id)?)));
    let cells = |(number, target): (usize, _)| [vec![format!("{number:>2}")], hit_cells(args, target, None)].concat();
    let rows: Vec<Vec<String>> = targets.map(cells).collect();
    print::columns(&rows, out)?;
    Ok(if rows.is_empty() { nothing(args)? } else { DONE })
}

pub fn agenda(args: &Args, typed: Option<&str>, as_json: bool, out: &mut impl Write) -> Result<u8, Failure> {
    let dataset = load(args)?;
    let meetings: Vec<_> = match typed {
        None => dataset.meetings().iter().collect(),
        Some(typed) => dataset.meetings().iter().filter(|m| m.id.as_str().eq_ignore_ascii_case(typed)).collect(),
    };
    if meetings.is_empty() {
        return Err(Failure::NoRecord(typed.unwrap_or("*").to_owned()));
    }
    if as_json {
        let all: Vec<_> = meetings.iter().map(|meeting| envelope::meeting(&dataset, meeting)).collect();
        envelope::envelope("meetings", all, out)?;
        return Ok(DONE);
    }
    let rows = Tab::Agenda.rows(&dataset);
    let records = rows.iter().filter_map(|row| dataset.at(row.ordinal));
    let is_asked = |record: &Record<'_>| meetings.iter().any(|m| m.id.as_str() == record.id().collection());
    let told = [RecordKind::Meeting, RecordKind::Item, RecordKind::Milestone];
    let annotations = own::readable(args)?;
    for (index, record) in records.filter(|record| is_asked(record) && told.contains(&record.kind())).enumerate() {
        if index > 0 {
            writeln!(out, "\n{}\n", "-".repeat(80))?;
        }
        print::card(&card(&dataset, record, args.reading(), annotations.of(record.id())), out)?;
    }
    Ok(DONE)
}

pub fn check(args: &Args, files: &[PathBuf], as_json: bool, out: &mut impl Write) -> Result<u8, Failure> {
    let lang = args.language();
    let words = messages(lang);
    let folder = paths::data_folder(args.options.data.as_deref());
    // Without a name, the files that lie where the dashboard looks for them.
    let own = || folder.as_deref().map(paths::data_files).unwrap_or_default();
    let settings = &args.settings;
    let is_settings = |file: &PathBuf| settings.file.as_ref().is_some_and(|own| store::is_same(own, file));
    let is_data_asked = files.is_empty();
    let is_asked = is_data_asked || files.iter().any(is_settings);
    let files: Vec<PathBuf> = if files.is_empty() { own() } else { files.to_vec() };
    let mut files: Vec<PathBuf> = files.into_iter().filter(|file| !is_settings(file)).collect();
    let mut faults = store::check(&files, folder.as_deref());
    let of_folder = folder.as_deref().and_then(|folder| store::folder_fault(folder, args.needs_folder()));
    faults.splice(0..0, of_folder.filter(|_| is_data_asked || args.options.data.is_some()));
    let set = settings.file.iter().filter(|file| is_asked && (file.exists() || !settings.faults.is_empty()));
    for file in set {
        faults.extend(settings.faults.iter().cloned());
        files.push(file.clone());
    }
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
                    "hint": (words.hint)(&fault.problem, fault.schema),
                })
            })
            .collect();
        envelope::envelope("faults", list, out)?;
    } else {
        for fault in &faults {
            write!(out, "{}", fault_line(fault, lang))?;
        }
        for file in &files {
            let name = store::shown_name(file, None);
            if !faults.iter().any(|fault| fault.file == name) {
                writeln!(out, "{}", (words.no_faults)(&name))?;
            }
        }
        if let Some(folder) = folder.filter(|_| files.is_empty() && faults.is_empty()) {
            writeln!(out, "{}", (words.cli.no_data_files)(&store::shown_name(&folder, None)))?;
        }
    }
    Ok(if faults.iter().any(|fault| !fault.is_warning()) { FAULTY } else { DONE })
}

pub fn schema(kind: Option<&str>, out: &mut impl Write) -> Result<u8, Failure> {
    let Some(word) = kind else {
        let all =
            FileKind::ALL.into_iter().map(|kind| (kind.word(), kind.schema())).chain([(CONFIG, Config::schema())]);
        let all: serde_json::Map<_, _> = all.map(|(word, schema)| (word.to_owned(), schema.to_value())).collect();
        envelope::envelope("schemas", all, out)?;
        return Ok(DONE);
    };
    // The words of the command line let through no other kind.
    let schema = FileKind::named(word).map_or_else(Config::schema, FileKind::schema);
    serde_json::to_writer_pretty(&mut *out, &schema)?;
    writeln!(out)?;
    Ok(DONE)
}

/// The table of keys as README has it.
pub fn keys(args: &Args, out: &mut impl Write) -> Result<u8, Failure> {
    let lang = args.language();
    let keymap = &args.settings.keymap;
    for group in Group::ALL {
        writeln!(out, "| {} | |\n|---|---|", group.name(lang))?;
        for about in COMMANDS.iter().filter(|about| about.group == group) {
            let keys: Vec<String> = keymap.shown_keys(about.command).map(|key| format!("`{key}`")).collect();
            writeln!(out, "| {} | {} |", keys.join(" "), about.help(lang))?;
        }
        writeln!(out)?;
    }
    Ok(DONE)
}
