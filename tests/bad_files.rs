//! The corpus of bad data files: what is said of each, exactly, and what stays of the rest.
//!
//! The files lie in `tests/data/bad`, one fault each (those of settings are told of in `config.rs`); what is too large to keep is made here.
#![cfg(feature = "tui")]

#[path = "upheld/data_file.rs"]
mod data_file;
#[path = "bad_files/hidden.rs"]
mod hidden;
#[path = "program/home.rs"]
#[expect(dead_code, reason = "the program is not run in its home here")]
mod home;
#[path = "bad_files/mutations.rs"]
mod mutations;
#[path = "upheld/place.rs"]
mod place;
#[path = "upheld/settings.rs"]
mod settings;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use dosje::domain::fault::{Fault, Problem};
use dosje::domain::{Lang, RecordId};
use dosje::store::{self, Loaded};
use home::{command, home};
use serde_json::Value;
use tempfile::TempDir;

/// Each file with the exit code of `dosje check` and the lines it prints.
#[rustfmt::skip]
const CORPUS: &[(&str, i32, &[&str])] = &[
    ("array-at-the-top.json", 2, &["error: array-at-the-top.json:2:1: the file must start with {"]),
    ("bad-date.json", 2, &[r#"error: bad-date.json:22:68: actions[0].timeline.start: "2025-13" is not a date"#, "hint: write 2027, 2027-10, 2027-10-31; quarters as 2027-33 to 2027-36"]),
    ("bad-escape.json", 2, &["error: bad-escape.json:5:64: not valid JSON: a lone backslash", "hint: write two of them for one in the text"]),
    ("bad-lines.json", 2, &["error: bad-lines.json:24:40: actions[0].source[0].lines: lines and pages count from 1, the first not after the last"]),
    ("bad-page.json", 2, &["error: bad-page.json:24:28: actions[0].source[0].page: lines and pages count from 1, the first not after the last"]),
    ("blank.json", 2, &["error: blank.json:1:1: the file is empty"]),
    ("c1-in-a-name.json", 0, &["c1-in-a-name.json: no faults"]),
    ("comment.json", 2, &["error: comment.json:4:3: not valid JSON: comments are not allowed"]),
    ("conflict-at-the-top.json", 2, &["error: conflict-at-the-top.json:1:1: conflict markers left over from a merge", "hint: keep one of the two versions and remove the markers"]),
    ("conflict-markers.json", 2, &["error: conflict-markers.json:5:1: conflict markers left over from a merge", "hint: keep one of the two versions and remove the markers"]),
    ("deep.json", 2, &["error: deep.json:23:77: nested deeper than 64 levels"]),
    ("duplicate-field.json", 2, &[r#"error: duplicate-field.json:5:45: entries[0].kind: field "kind" given twice"#]),
    ("duplicate-id.json", 2, &[r#"error: duplicate-id.json:6:13: entries[1].id: "mans-termins" is already taken by entries[0].id"#]),
    ("duplicate-kind.json", 2, &[r#"error: duplicate-kind.json:4:3: kind: field "kind" given twice"#]),
    ("duplicate-version.json", 2, &[r#"error: duplicate-version.json:2:24: schema_version: field "schema_version" given twice"#]),
    ("empty-summary.json", 2, &["error: empty-summary.json:19:40: actions[0].summary.en: the text is empty"]),
    ("empty-title.json", 2, &["error: empty-title.json:18:24: actions[0].title.lv: the text is empty"]),
    ("empty.json", 2, &["error: empty.json:1:1: the file is empty"]),
    ("escape-in-address.json", 2, &[r#"error: escape-in-address.json:9:37: document.urls[0].url: "ftp://␛[2J x.lv" is not a web address"#, "hint: an address begins with https://"]),
    ("escape-in-date.json", 2, &[r#"error: escape-in-date.json:22:68: actions[0].timeline.start: "20␛[2J25\u200b" is not a date"#, "hint: write 2027, 2027-10, 2027-10-31; quarters as 2027-33 to 2027-36"]),
    ("escape-in-field-name.json", 0, &[r#"warning: escape-in-field-name.json:23:7: actions[0].te␛[31m\u202erms: unknown field "te␛[31m\u202erms""#, "hint: `dosje schema document` describes the fields"]),
    ("escape-in-id.json", 2, &[r#"error: escape-in-id.json:16:13: actions[0].id: "mans/␛[31m\u202e1.1" is not an id"#, "hint: ids hold letters without diacritics, digits and . - _ : + /"]),
    ("escape-in-kind.json", 2, &[r#"error: escape-in-kind.json:3:11: kind: unknown kind of file "glos␛[2Jsary\u202e""#, "hint: kinds: document, meeting, partners, glossary, links, later"]),
    ("escape-in-language.json", 0, &[r#"warning: escape-in-language.json:19:34: actions[0].summary.␛[2J: unknown field "␛[2J""#, "hint: `dosje schema document` describes the fields"]),
    ("escape-in-title.json", 0, &["warning: escape-in-title.json:18:41: actions[0].title.en: 1 hidden character left out", "hint: type that text anew: they come along with copied text"]),
    ("escape-in-version.json", 2, &[r#"error: escape-in-version.json:2:21: schema_version: unknown file version "�2J\u202e1""#, r#"hint: write "schema_version": 1"#]),
    ("escape-in-word.json", 2, &[r#"error: escape-in-word.json:21:44: actions[0].partners[0].role: "part␛[2Jner" is not allowed here"#, "hint: allowed: partner, named"]),
    ("reserved-id.json", 2, &[r#"error: reserved-id.json:5:11: document.id: "partner" is a name of the program's own"#, "hint: give the document or the meeting another id"]),
    ("foreign-id.json", 2, &[r#"error: foreign-id.json:16:13: actions[0].id: "ids25/1.1" must begin with "mans/""#]),
    ("gzip.json", 2, &["error: gzip.json:1:1: a compressed file", "hint: unpack it first"]),
    ("hidden-in-a-name.json", 0, &["warning: hidden-in-a-name.json:5:83: entries[0].name.en: 6 hidden characters left out", "hint: type that text anew: they come along with copied text"]),
    ("hidden-in-id.json", 2, &[r#"error: hidden-in-id.json:16:13: actions[0].id: "mans/1.\u200b1" is not an id"#, "hint: ids hold letters without diacritics, digits and . - _ : + /"]),
    ("id-with-a-blank.json", 2, &[r#"error: id-with-a-blank.json:16:13: actions[0].id: "mans/1 1" is not an id"#, "hint: ids hold letters without diacritics, digits and . - _ : + /"]),
    ("kind-is-a-number.json", 2, &[r#"error: kind-is-a-number.json:3:11: kind: unknown kind of file "7""#, "hint: kinds: document, meeting, partners, glossary, links, later"]),
    ("latin-1.json", 2, &["error: latin-1.json:5:80: not UTF-8 text from here on", "hint: save the file as UTF-8"]),
    ("line-as-fraction.json", 2, &["error: line-as-fraction.json:24:41: actions[0].source[0].lines[0]: expected a whole number, found a number", "hint: `dosje schema document` describes the fields"]),
    ("line-break-in-text.json", 2, &["error: line-break-in-text.json:5:66: not valid JSON: a line break or tab inside a text", r"hint: write \n or \t, or look for a missing quotation mark"]),
    ("lone-surrogate.json", 2, &["error: lone-surrogate.json:5:67: not valid JSON: half of a character written in two parts", "hint: write the character itself"]),
    ("missing-comma.json", 2, &["error: missing-comma.json:5:44: not valid JSON: a comma or a closing bracket must stand here", "hint: look for a missing comma or quotation mark just before"]),
    ("missing-field.json", 2, &[r#"error: missing-field.json:5:5: entries[0]: field "name" is missing"#, "hint: `dosje schema glossary` describes the fields"]),
    ("missing-id.json", 2, &[r#"error: missing-id.json:5:5: entries[0]: field "id" is missing"#, "hint: `dosje schema glossary` describes the fields"]),
    ("missing-kind.json", 2, &[r#"error: missing-kind.json:1:1: field "kind" is missing"#, "hint: kinds: document, meeting, partners, glossary, links, later"]),
    ("missing-version.json", 2, &[r#"error: missing-version.json:1:1: field "schema_version" is missing"#, r#"hint: write "schema_version": 1"#]),
    ("misspelt-field.json", 2, &[r#"error: misspelt-field.json:5:45: entries[0].nmae: unknown field "nmae", and "name" is missing"#, r#"hint: did you mean "name"?"#]),
    ("negative-line.json", 2, &["error: negative-line.json:24:41: actions[0].source[0].lines[0]: the number is below zero or too large"]),
    ("newer-version.json", 2, &["error: newer-version.json:2:21: schema_version: file version 2, this program reads 1", "hint: update dosje"]),
    ("not-a-number.json", 2, &["error: not-a-number.json:2:32: not valid JSON: a value must stand here"]),
    ("not-a-theme.json", 2, &[r#"error: not-a-theme.json:17:16: actions[0].theme: "ids25/1.1" is not a theme"#]),
    ("not-an-address.json", 2, &[r#"error: not-an-address.json:9:37: document.urls[0].url: "javascript:alert(1)" is not a web address"#, "hint: an address begins with https://"]),
    ("not-one-of.json", 2, &[r#"error: not-one-of.json:5:37: entries[0].kind: "terms" is not allowed here"#, "hint: allowed: act, programme, body, process, term"]),
    ("nul-bytes.json", 2, &["error: nul-bytes.json:1:1: looks damaged: it holds NUL bytes"]),
    ("nul-inside.json", 2, &["error: nul-inside.json:5:86: looks damaged: it holds NUL bytes"]),
    ("null-at-the-top.json", 2, &["error: null-at-the-top.json:1:1: the file must start with {"]),
    ("overlong-utf-8.json", 2, &["error: overlong-utf-8.json:5:87: not UTF-8 text from here on", "hint: save the file as UTF-8"]),
    ("number-too-large.json", 2, &["error: number-too-large.json:2:25: not valid JSON: the number is too large"]),
    ("pdf.json", 2, &["error: pdf.json:1:1: a PDF, not a data file"]),
    ("single-quotes.json", 2, &[r#"error: single-quotes.json:5:61: not valid JSON: a quotation mark other than ""#, "hint: put names and texts between straight double quotes"]),
    ("start-after-end.json", 2, &["error: start-after-end.json:22:68: actions[0].timeline.start: the start lies after the end"]),
    ("summary-too-long.json", 2, &["error: summary-too-long.json:19:40: actions[0].summary.en: 170 characters, at most 160 are allowed"]),
    ("three-lines.json", 2, &["error: three-lines.json:24:40: actions[0].source[0].lines: 2 elements must stand here, found 3"]),
    ("title-too-long.json", 2, &["error: title-too-long.json:18:41: actions[0].title.en: 1001 characters, at most 1000 are allowed"]),
    ("trailing-comma.json", 2, &["error: trailing-comma.json:5:96: not valid JSON: a comma with nothing after it", "hint: remove the comma"]),
    ("trailing-text.json", 2, &["error: trailing-text.json:7:3: not valid JSON: something follows after its end", "hint: a file holds one {...} and nothing else"]),
    ("truncated-list.json", 2, &["error: truncated-list.json:5:96: not valid JSON: it ends too early", "hint: a part may be missing: copy the file anew"]),
    ("truncated.json", 2, &["error: truncated.json:5:86: not valid JSON: it ends too early", "hint: a part may be missing: copy the file anew"]),
    ("two-documents.json", 2, &["error: two-documents.json:8:1: not valid JSON: something follows after its end", "hint: a file holds one {...} and nothing else"]),
    ("unclosed-text.json", 2, &["error: unclosed-text.json:5:77: not valid JSON: a comma or a closing bracket must stand here", "hint: look for a missing comma or quotation mark just before"]),
    ("unknown-field-of-another.json", 0, &[r#"warning: unknown-field-of-another.json:5:96: entries[0].colour: unknown field "colour""#, "hint: `dosje schema glossary` describes the fields"]),
    ("unknown-field.json", 0, &[r#"warning: unknown-field.json:5:96: entries[0].alaises: unknown field "alaises""#, r#"hint: did you mean "aliases"?"#]),
    ("unknown-kind.json", 2, &[r#"error: unknown-kind.json:3:11: kind: unknown kind of file "glossaries""#, "hint: kinds: document, meeting, partners, glossary, links, later"]),
    ("unknown-partner.json", 2, &[r#"error: unknown-partner.json:21:30: actions[0].partners[0].code: no partner "JPN""#, "hint: add it in a `partners` file of your own"]),
    ("unknown-record.json", 2, &[r#"error: unknown-record.json:17:16: actions[0].theme: no record "mans/T2""#, "hint: `dosje search` shows the records there are"]),
    ("unknown-term.json", 2, &[r#"error: unknown-term.json:23:24: actions[0].terms[1]: no term "digital-markets""#, "hint: add it in a `glossary` file of your own"]),
    ("utf-16-no-bom.json", 2, &["error: utf-16-no-bom.json:1:1: text in UTF-16", "hint: save the file as UTF-8"]),
    ("utf-16.json", 2, &["error: utf-16.json:1:1: text in UTF-16", "hint: save the file as UTF-8"]),
    ("version-as-fraction.json", 2, &["error: version-as-fraction.json:2:21: schema_version: unknown file version 1.0", r#"hint: write "schema_version": 1"#]),
    ("version-as-text.json", 2, &[r#"error: version-as-text.json:2:21: schema_version: unknown file version "1""#, r#"hint: write "schema_version": 1"#]),
    ("very-long-date.json", 2, &[r#"error: very-long-date.json:22:68: actions[0].timeline.start: "ilgi ilgi ilgi ilgi ilgi ilgi ilgi ilgi ilgi ilgi ilgi ilgi ilgi ilgi ilgi ilgi …" is not a date"#, "hint: write 2027, 2027-10, 2027-10-31; quarters as 2027-33 to 2027-36"]),
    ("web-page.json", 2, &["error: web-page.json:1:1: a web page, not a data file"]),
    ("wrong-language-key-in-a-title.json", 2, &[r#"error: wrong-language-key-in-a-title.json:12:64: themes[0].title.en_statsu: unknown field "en_statsu", and "en_status" is missing"#, r#"hint: did you mean "en_status"?"#]),
    ("wrong-language-key.json", 2, &[r#"error: wrong-language-key.json:5:77: entries[0].name.eng: "eng" is not a language of these data"#, r#"hint: the language keys are "lv" and "en""#]),
    ("wrong-type-in-the-second.json", 2, &["error: wrong-type-in-the-second.json:6:77: entries[1].name.en: expected a text in quotes, found a whole number", "hint: `dosje schema glossary` describes the fields"]),
    ("wrong-type-list.json", 2, &["error: wrong-type-list.json:5:114: entries[0].not_to_confuse: expected a list [...], found a text in quotes", "hint: `dosje schema glossary` describes the fields"]),
    ("wrong-type.json", 2, &["error: wrong-type.json:5:83: entries[0].name.en: expected a text in quotes, found a whole number", "hint: `dosje schema glossary` describes the fields"]),
    ("zalgo-in-a-name.json", 0, &["warning: zalgo-in-a-name.json:5:83: entries[0].name.en: 398 hidden characters left out", "hint: type that text anew: they come along with copied text"]),
    ("zip.json", 2, &["error: zip.json:1:1: a compressed file", "hint: unpack it first"]),
];

/// Every fault of `many-faults.json`, whose records lean on each other.
#[rustfmt::skip]
const MANY: &[&str] = &[
    r#"warning: many-faults.json:10:5: document.author: unknown field "author""#,
    r#"hint: did you mean "authors"?"#,
    r#"error: many-faults.json:23:17: meeting.chronology[0].date: "2026-11-31" is not a date"#,
    "hint: write 2027, 2027-10, 2027-10-31; quarters as 2027-33 to 2027-36",
    "error: many-faults.json:30:17: meeting.chronology[1].date: the start lies after the end",
    "error: many-faults.json:40:41: meeting.agenda[0].text.en: expected a text in quotes, found a whole number",
    "hint: `dosje schema meeting` describes the fields",
    r#"error: many-faults.json:51:23: meeting.agenda[1].positions[0].stance: "wants" is not allowed here"#,
    "hint: allowed: supports, calls_for, conditions, opposes, offers, asks, notes",
    "error: many-faults.json:64:35: meeting.agenda[1].positions[1].source[0].lines: lines and pages count from 1, the first not after the last",
    r#"error: many-faults.json:76:34: meeting.agenda[1].related[1]: no record "ids25/2.9.9""#,
    "hint: `dosje search` shows the records there are",
    r#"error: many-faults.json:76:49: meeting.agenda[1].related[2]: "mana-sanaksme/Q1" was left out because of its own fault"#,
    "hint: mend that fault first",
    r#"error: many-faults.json:80:15: meeting.agenda[2].id: "mana-sanaksme/Q2" is already taken by meeting.agenda[1].id"#,
    r#"error: many-faults.json:91:26: meeting.milestones[0].actors[1]: no partner "ZZ""#,
    "hint: add it in a `partners` file of your own",
];

/// What a run of the program left: its exit code, and what it printed.
struct Run {
    code: i32,
    out: String,
    err: String,
}

fn folder_of(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

/// Runs `dosje` in the folder of bad files.
fn dosje(args: &[&str]) -> Run {
    let home = home();
    let output = command(home.path()).args(args).current_dir(folder_of("bad")).output().expect("it starts");
    let text = |bytes: &[u8]| home::text(bytes).to_owned();
    Run { code: output.status.code().expect("not killed"), out: text(&output.stdout), err: text(&output.stderr) }
}

fn check(file: &str) -> Run {
    dosje(&["--lang", "en", "check", file])
}

fn lines(text: &str) -> Vec<&str> {
    text.lines().collect()
}

/// Lays a file of `bytes` into `folder`.
fn lay(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    let mut file = File::options().write(true).create_new(true).open(&path).expect("a new file");
    file.write_all(bytes).expect("room for it");
    path
}

fn bytes_of(name: &str) -> Vec<u8> {
    fs::read(folder_of(name)).expect("in the corpus")
}

fn text_of(name: &str) -> String {
    String::from_utf8(bytes_of(name)).expect("UTF-8")
}

/// What the program makes of a folder that holds `files`: the name of each, and its text.
fn load(files: &[(&str, &str)]) -> Loaded {
    let folder = TempDir::new().expect("a folder");
    for (name, text) in files {
        lay(folder.path(), name, text.as_bytes());
    }
    store::load(Some(folder.path()))
}

fn has(loaded: &Loaded, id: &str) -> bool {
    loaded.dataset.record(&RecordId::new(id)).is_some()
}

/// The faults as `line path problem`, to be compared at a glance.
fn told(faults: &[Fault]) -> Vec<String> {
    let tell = |fault: &Fault| {
        let (line, _) = fault.at.expect("a place");
        format!("{}:{line} {} {:?}", fault.file, fault.path, fault.problem)
    };
    faults.iter().map(tell).collect()
}

/// A document of the user's with an action for each `(id, theme)`, one a line from line 5 on.
fn document(actions: &[(&str, &str)]) -> String {
    let pair = r#"{ "lv": "a", "en": "b" }"#;
    let title = r#"{ "lv": "a", "en": "b", "en_status": "own" }"#;
    let actions: Vec<String> = actions
        .iter()
        .map(|(id, theme)| {
            format!(
                r#"{{ "id": "{id}", "theme": "{theme}", "title": {title}, "summary": {pair}, "description": {pair}, "timeline": {{ "raw": "x", "kind": "ongoing", "certainty": "firm" }}, "source": [] }}"#
            )
        })
        .collect();
    format!(
        r#"{{ "schema_version": 1, "kind": "document",
"document": {{ "id": "mans", "citation": {pair}, "about": {pair}, "language": "lv", "provenance": {pair} }},
"themes": [{{ "id": "mans/T1", "title": {title}, "source": [] }}],
"actions": [
{}
] }}"#,
        actions.join(",\n")
    )
}

#[test]
fn of_each_bad_file_it_is_said_what_is_wrong_where_and_what_to_do() {
    for (file, code, expected) in CORPUS {
        let run = check(file);
        assert_eq!((lines(&run.out).as_slice(), run.code, run.err.as_str()), (*expected, *code, ""), "{file}");
    }
}

#[test]
fn every_file_of_the_corpus_has_its_lines_in_the_table() {
    let found: BTreeSet<String> = fs::read_dir(folder_of("bad"))
        .expect("the corpus")
        .map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with("config-"))
        .collect();
    let told: BTreeSet<String> =
        CORPUS.iter().map(|(file, ..)| *file).chain(["many-faults.json"]).map(str::to_owned).collect();
    assert_eq!(found, told);
}

#[test]
fn all_faults_of_a_file_are_told_in_one_run() {
    let run = check("many-faults.json");
    assert_eq!((lines(&run.out).as_slice(), run.code), (MANY, 2));
}

#[test]
fn as_json_the_faults_are_the_same() {
    let run = dosje(&["--lang", "en", "check", "--json", "many-faults.json"]);
    let value: Value = serde_json::from_str(&run.out).expect("JSON");
    let faults = value["faults"].as_array().expect("a list");
    let word = |fault: &Value, field: &str| fault[field].as_str().unwrap_or_default().to_owned();
    let printed = faults.iter().flat_map(|fault| {
        let place = format!("{}:{}:{}", word(fault, "file"), fault["line"], fault["column"]);
        let line = format!("{}: {place}: {}: {}", word(fault, "severity"), word(fault, "path"), word(fault, "problem"));
        let hint = fault["hint"].as_str().map(|hint| format!("hint: {hint}"));
        std::iter::once(line).chain(hint)
    });
    assert_eq!(printed.collect::<Vec<_>>(), MANY);
    assert_eq!(run.code, 2);
}

#[test]
fn latvian_says_the_same_in_latvian() {
    for (file, expected) in [
        (
            "unknown-field.json",
            "brīdinājums: unknown-field.json:5:96: entries[0].alaises: nezināms lauks „alaises”\n\
             padoms: varbūt domāts „aliases”?\n",
        ),
        (
            "unclosed-text.json",
            "kļūda: unclosed-text.json:5:77: nav derīgs JSON: te jābūt komatam vai aizverošai iekavai\n\
             padoms: meklējiet trūkstošu komatu vai pēdiņas tieši pirms šīs vietas\n",
        ),
        (
            "newer-version.json",
            "kļūda: newer-version.json:2:21: schema_version: datnes versija ir 2, šī programma lasa 1\n\
             padoms: atjauniniet dosje\n",
        ),
        (
            "start-after-end.json",
            "kļūda: start-after-end.json:22:68: actions[0].timeline.start: sākums ir pēc beigām\n",
        ),
    ] {
        assert_eq!(dosje(&["--lang", "lv", "check", file]).out, expected);
    }
}

#[test]
fn nothing_of_a_bad_file_steers_the_terminal() {
    let files = CORPUS.iter().map(|(file, ..)| *file);
    let name = "esc\u{1b}[2J\u{202e}.json";
    let folder = TempDir::new().expect("a folder");
    let strange = lay(folder.path(), name, b"{}");
    for file in files.chain([strange.to_str().expect("UTF-8")]) {
        for format in [["--lang", "en"], ["--lang", "lv"]] {
            let plain = dosje(&[&format[..], &["check", file]].concat());
            let json = dosje(&[&format[..], &["check", "--json", file]].concat());
            for text in [plain.out, json.out] {
                let steers = |c: char| {
                    (c.is_control() && c != '\n') || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
                };
                assert_eq!(text.find(steers), None, "{file}: {text:?}");
            }
        }
    }
}

#[test]
fn an_escape_in_a_title_is_shown_instead_of_obeyed() {
    let folder = TempDir::new().expect("a folder");
    lay(folder.path(), "escape.json", &bytes_of("bad/escape-in-title.json"));
    let data = folder.path().to_str().expect("UTF-8");
    for word in [&["show", "mans/1.1"][..], &["search", "--tsv", "act"], &["show", "mans/1.1", "--json"]] {
        let run = dosje(&[&["--lang", "en", "--data", data][..], word].concat());
        assert!(run.out.contains("Act␛]52;c;AA␇ion"), "{word:?}: {}", run.out);
        assert!(!run.out.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{word:?}");
    }
}

#[test]
fn what_hides_turns_or_smears_a_name_is_not_shown_and_the_rest_of_it_is() {
    for (file, name) in [
        ("c1-in-a-name.json", "\u{fffd}31mred\u{fffd}0;t\u{fffd}"),
        ("hidden-in-a-name.json", "abcdefg"),
        ("zalgo-in-a-name.json", "a\u{301}\u{301}\u{301}\u{301} 🇱🇻 👩👩👧 ｶ゛ z"),
    ] {
        let folder = TempDir::new().expect("a folder");
        lay(folder.path(), file, &bytes_of(&format!("bad/{file}")));
        let data = folder.path().to_str().expect("UTF-8");
        let run = dosje(&["--lang", "en", "--data", data, "show", "mans-termins"]);
        assert!(run.out.starts_with(&format!("{name}\n")), "{file}: {}", run.out);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{file}");
    }
}

#[test]
fn files_that_refer_to_each_other_and_to_the_built_in_data_load_cleanly() {
    let loaded = store::load(Some(&folder_of("good")));
    assert_eq!(told(&loaded.faults), [] as [&str; 0]);
    assert_eq!(loaded.replaced, [] as [&str; 0]);
    let item = RecordId::new("kabeli-2026-12/Q1");
    let linked: Vec<_> = loaded.dataset.links_of(&item).map(|(other, _)| other.as_str()).collect();
    assert_eq!(linked, ["ministra-piezime/1.2"]);
    let theme = RecordId::new("ids25/T1");
    let under: Vec<_> = loaded.dataset.actions_under(&theme).map(|action| action.id.as_str()).collect();
    assert!(under.contains(&"ids25/1.1") && under.contains(&"ministra-piezime/1.2"), "{under:?}");

    let files = ["ar-bom.json", "piezime.json", "saites.json", "sanaksme.json"].map(|file| format!("../good/{file}"));
    let run = dosje(&[&["--lang", "en", "check"][..], &files.each_ref().map(String::as_str)].concat());
    let fine = files.map(|file| format!("{file}: no faults"));
    assert_eq!((lines(&run.out), run.code), (fine.each_ref().map(String::as_str).to_vec(), 0));
}

#[test]
fn what_is_no_file_is_refused_before_it_is_waited_for() {
    let folder = TempDir::new().expect("a folder");
    let pipe = folder.path().join("pipe.json");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    for (path, problem) in [
        (pipe, "a folder, pipe or device, not a file"),
        (folder.path().to_owned(), "a folder, pipe or device, not a file"),
        (PathBuf::from("/dev/zero"), "a folder, pipe or device, not a file"),
        (folder.path().join("nowhere.json"), "no such file"),
    ] {
        let name = path.to_str().expect("UTF-8");
        let run = check(name);
        assert_eq!((run.out, run.code), (format!("error: {name}: {problem}\n"), 2));
    }
}

#[test]
fn a_file_too_large_is_refused_without_being_read() {
    const MIB: u64 = 1024 * 1024;
    let folder = TempDir::new().expect("a folder");
    let path = lay(folder.path(), "large.json", b"");
    let file = File::options().write(true).open(&path).expect("the file");
    let name = path.to_str().expect("UTF-8");
    for (size, told) in [(500 * MIB, 500), (8192 * MIB, 8192), (64 * MIB + 1, 65)] {
        file.set_len(size).expect("a hole takes no room");
        let run = check(name);
        let expected =
            format!("error: {name}: too large: {told} MiB, the limit is 64 MiB\nhint: split it into several files\n");
        assert_eq!((run.out, run.code), (expected, 2));
    }
}

#[test]
fn a_text_longer_than_a_reader_would_read_is_left_out() {
    let document = text_of("good/piezime.json");
    let long = document.replace("Discuss the map at the meeting.", &"ā".repeat(65_537));
    assert_eq!(told(&load(&[("a.json", &document)]).faults), [] as [&str; 0]);
    let loaded = load(&[("a.json", &long)]);
    let fault = "a.json:42 actions[1].description.en TooLong { length: 65537, limit: 65536 }";
    assert_eq!(told(&loaded.faults), [fault]);
    assert!(has(&loaded, "ministra-piezime/1.1") && !has(&loaded, "ministra-piezime/1.2"));
}

#[test]
fn a_fault_in_one_record_leaves_those_before_and_behind_it() {
    let loaded = load(&[("a.json", &text_of("bad/wrong-type-in-the-second.json"))]);
    let ids = ["pirmais", "otrais", "tresais"];
    let entries = loaded.dataset.glossary();
    assert_eq!(ids.map(|id| entries.iter().any(|entry| entry.id.as_str() == id)), [true, false, true]);
}

#[test]
fn nesting_of_any_depth_is_refused_at_the_bracket_that_is_too_many() {
    let folder = TempDir::new().expect("a folder");
    let depth = 5_000_000;
    // Never closed, and closed in a field that nobody reads.
    for (name, end) in [("cut.json", String::new()), ("whole.json", "]".repeat(depth) + "}")] {
        let text = format!("{{\n\"a\": {}{end}", "[".repeat(depth));
        let path = lay(folder.path(), name, text.as_bytes());
        let name = path.to_str().expect("UTF-8");
        let run = check(name);
        assert_eq!((run.out, run.code), (format!("error: {name}:2:69: nested deeper than 64 levels\n"), 2));
    }
}

#[test]
fn a_file_named_twice_is_told_of_once() {
    let run = dosje(&["--lang", "en", "check", "bad-date.json", "bad-date.json"]);
    let (_, _, once) = CORPUS.iter().find(|(file, ..)| *file == "bad-date.json").expect("in the table");
    assert_eq!(lines(&run.out).as_slice(), *once);
}

#[test]
fn a_bad_file_in_the_folder_does_not_stop_the_rest() {
    let loaded = load(&[
        ("a.json", &text_of("bad/truncated.json")),
        ("b.json", &text_of("good/piezime.json")),
        ("c.json", &text_of("bad/wrong-type.json")),
    ]);
    assert!(has(&loaded, "ministra-piezime/1.1") && has(&loaded, "ids25/1.1"));
    let files: Vec<&str> = loaded.faults.iter().map(|fault| fault.file.as_str()).collect();
    assert_eq!(files, ["a.json", "c.json"]);
}

#[test]
fn a_user_s_record_takes_the_place_of_the_built_in_one_of_the_same_id_and_it_is_said() {
    let glossary = text_of("good/ar-bom.json").replace("kabelu-karte", "dma");
    let loaded = load(&[("dma.json", &glossary)]);
    assert_eq!((loaded.replaced, loaded.faults), (vec!["dma".to_owned()], Vec::new()));
    let entries = loaded.dataset.glossary().iter().filter(|entry| entry.id.as_str() == "dma");
    let names: Vec<&str> = entries.map(|entry| entry.name.in_lang(Lang::En)).collect();
    assert_eq!(names, ["map of cables"]);
}

#[test]
fn a_faulty_record_takes_the_place_of_nothing() {
    let glossary = text_of("bad/missing-field.json").replace("mans-termins", "dma");
    let loaded = load(&[("dma.json", &glossary)]);
    assert_eq!(loaded.replaced, [] as [&str; 0]);
    assert!(loaded.dataset.glossary().iter().any(|entry| entry.id.as_str() == "dma"));
}

#[test]
fn of_two_files_with_the_same_id_the_first_stays() {
    let document = text_of("good/piezime.json");
    let loaded = load(&[("a.json", &document), ("b.json", &document.replace("Kabeļu karte", "Cita karte"))]);
    let taken = Problem::TakenId { id: "ministra-piezime".to_owned(), file: "a.json".to_owned() };
    assert_eq!(loaded.faults.iter().map(|fault| &fault.problem).collect::<Vec<_>>(), [&taken]);
    let title = loaded.dataset.record(&RecordId::new("ministra-piezime/1.1")).map(|record| record.title(Lang::Lv));
    assert_eq!(title, Some("Kabeļu karte"));
}

#[test]
fn what_refers_to_a_record_left_out_is_left_out_too_and_the_reason_is_said() {
    let document = text_of("good/piezime.json").replace(r#""kind": "deadline""#, r#""kind": "someday""#);
    let links = text_of("good/saites.json").replace("ministra-piezime/1.2", "ministra-piezime/1.1");
    let meeting = text_of("good/sanaksme.json");
    let loaded = load(&[("a.json", &document), ("b.json", &links), ("c.json", &meeting)]);
    assert!(!has(&loaded, "ministra-piezime/1.1") && has(&loaded, "ministra-piezime/1.2"));
    let item = RecordId::new("kabeli-2026-12/Q1");
    assert_eq!(loaded.dataset.links_of(&item).count(), 0, "the link");
    assert!(has(&loaded, item.as_str()), "a question only loses the reference");
    let left_out = r#"LeftOut("ministra-piezime/1.1")"#;
    assert_eq!(
        told(&loaded.faults)[1..],
        [format!("b.json:6 links[0].from {left_out}"), format!("c.json:35 meeting.agenda[0].related[0] {left_out}")]
    );
}

#[test]
fn a_file_refused_whole_is_the_reason_given_for_what_refers_to_it() {
    let document = text_of("good/piezime.json").replace(r#""language": "lv","#, "");
    let loaded = load(&[("a.json", &document), ("b.json", &text_of("good/sanaksme.json"))]);
    assert_eq!(
        told(&loaded.faults),
        [
            r#"a.json:4 document Missing("language")"#,
            r#"b.json:35 meeting.agenda[0].related[0] LeftOut("ministra-piezime/1.1")"#
        ]
    );
}

#[test]
fn places_stay_right_when_earlier_records_were_left_out() {
    let text = document(&[
        ("mans/1 1", "mans/T1"),
        ("mans/1.2", "mans/T1"),
        ("mans/1 3", "mans/T1"),
        ("mans/1.4", "mans/T9"),
        ("mans/1.2", "mans/T1"),
        ("mans/1.6", "mans/1.4"),
        ("mans/1.7", "mans/T1"),
    ]);
    let loaded = load(&[("a.json", &text)]);
    assert_eq!(
        told(&loaded.faults),
        [
            r#"a.json:5 actions[0].id NotAnId("mans/1 1")"#,
            r#"a.json:7 actions[2].id NotAnId("mans/1 3")"#,
            r#"a.json:8 actions[3].theme UnknownRecord("mans/T9")"#,
            r#"a.json:9 actions[4].id DoubleId { id: "mans/1.2", first: Path([Field("actions"), Element(1), Field("id")]) }"#,
            r#"a.json:10 actions[5].theme NotATheme("mans/1.4")"#,
        ]
    );
    let kept: Vec<_> = loaded.dataset.actions().filter(|action| action.id.collection() == "mans").collect();
    assert_eq!(kept.iter().map(|action| action.id.number()).collect::<Vec<_>>(), ["1.2", "1.7"]);
}

#[test]
fn a_fault_in_every_record_is_told_for_every_record() {
    let names: Vec<String> = (0..2000).map(|n| format!("mans/{n}")).collect();
    let actions: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "mans/T9")).collect();
    assert_eq!(load(&[("a.json", &document(&actions))]).faults.len(), 2000);
}
