//! The texts of documents, laid beside the data and shown: `dosje attach` and `dosje source`.

#[path = "program/home.rs"]
mod home;

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Output;

use dosje::store::keep;
use home::{dosje, home, text};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A text of twelve lines, and its SHA-256 as `sha256sum` gives it.
const HASH: &str = "1538fe25978bc3982a9d3542c7abb5efe54c71d1f96cdbe3f4b58e9432a98a07";

fn right_text() -> String {
    (1..=12).fold(String::new(), |text, number| text + &format!("line {number}\n"))
}

/// A folder of the user's data, with a document of their own whose lines are counted in [`right_text`].
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let prose = |text: &str| json!({ "lv": text, "en": text });
        let theme = json!({
            "id": "own/T1", "title": { "lv": "Tēma", "en": "Theme", "en_status": "own" }, "source": [{ "lines": [8, 9] }],
        });
        let file = json!({
            "schema_version": 1, "kind": "document",
            "document": {
                "id": "own", "citation": prose("OWN(2026) 1"), "about": prose("a"), "language": "en",
                "provenance": prose("twelve lines"), "text_sha256": HASH,
            },
            "themes": [theme],
        });
        let desk = Self(home());
        keep::export(&desk.path("own.json"), file.to_string().as_bytes(), false).expect("written");
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> String {
        keep::export(&self.path(name), bytes, true).expect("written");
        self.path(name).to_string_lossy().into_owned()
    }

    fn run(&self, args: &[&str]) -> Output {
        let data = self.0.path().to_string_lossy();
        dosje(&self.0, &[args, &["--lang", "en", "--data", &data]].concat())
    }
}

fn said(output: &Output) -> (Option<i32>, &str, &str) {
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("there").permissions().mode() & 0o777
}

#[test]
fn the_right_text_is_kept_and_shown_at_the_cited_lines() {
    let desk = Desk::new();
    let file = desk.file("right.txt", right_text().as_bytes());
    let kept = desk.path("texts/own.txt");
    let attached = format!("own: text attached, 12 lines: {}\n", kept.to_string_lossy());
    assert_eq!(said(&desk.run(&["attach", "own", &file])), (Some(0), &*attached, ""));
    assert_eq!(fs::read_to_string(&kept).expect("there"), right_text());
    assert_eq!((mode(&kept), mode(&desk.path("texts"))), (0o600, 0o700));
    let shown = desk.run(&["source", "own/T1"]);
    let expected = "1  OWN(2026) 1, lines 8–9\nTheme\n\n\
         \u{20}3   line 3\n 4   line 4\n 5   line 5\n 6   line 6\n 7   line 7\n 8 │ line 8\n 9 │ line 9\n\
         10   line 10\n11   line 11\n12   line 12\n\ntwelve lines\n";
    assert_eq!(said(&shown), (Some(0), expected, ""));
    let again = desk.run(&["attach", "own/T1", &file]);
    assert_eq!(again.status.code(), Some(0));
    assert!(text(&again.stdout).starts_with("own: this text was attached before, 12 lines: "));
}

#[test]
fn another_text_is_kept_with_a_warning_that_comes_back_whenever_it_is_shown() {
    let desk = Desk::new();
    let file = desk.file("other.txt", b"one\r\ntwo\x1b[2J\r\n");
    let output = desk.run(&["attach", "own", &file]);
    let warning = "warning: The attached text is not the one in which the lines are counted; they may not fit.\n";
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), warning));
    let shown = desk.run(&["source", "own/T1"]);
    for words in
        ["The attached text is not the one in which the lines are\ncounted", "The attached text has only 2 lines."]
    {
        assert!(text(&shown.stdout).replace(" counted", "\ncounted").contains(words), "{}", text(&shown.stdout));
    }
    let whole = desk.run(&["source", "own"]);
    assert!(text(&whole.stdout).contains("\n1   one\n2   two␛[2J\n"), "{}", text(&whole.stdout));
}

#[test]
fn no_other_text_is_overwritten_unless_that_is_asked_for() {
    let desk = Desk::new();
    let (one, two) = (desk.file("1.txt", b"one\n"), desk.file("2.txt", b"two\n"));
    assert!(desk.run(&["attach", "own", &one]).status.success());
    let refused = desk.run(&["attach", "own", &two]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).ends_with("hint: with --replace the new text takes the place of the old one\n"));
    assert_eq!(fs::read_to_string(desk.path("texts/own.txt")).expect("there"), "one\n");
    assert!(desk.run(&["attach", "own", &two, "--replace"]).status.success());
    assert_eq!(fs::read_to_string(desk.path("texts/own.txt")).expect("there"), "two\n");
    assert_eq!(fs::read_dir(desk.path("texts")).expect("a folder").count(), 1, "and nothing half written");
}

#[test]
fn what_is_no_text_is_refused_with_its_place_and_what_to_do() {
    let desk = Desk::new();
    let latin = desk.file("latin.txt", b"a\nR\xeega\n");
    let blank = desk.file("blank.txt", b" \n\n");
    let folder = desk.path("").to_string_lossy().into_owned();
    let missing = desk.path("missing.txt").to_string_lossy().into_owned();
    for (file, reason, hint) in [
        (&latin, format!("{latin}:2:2: not a text in UTF-8\n"), "hint: save it as plain text in UTF-8"),
        (&blank, format!("{blank}: the file is empty\n"), ""),
        (&missing, format!("{missing}: no such file or folder\n"), ""),
        (&folder, format!("{folder}: not a regular file\n"), ""),
    ] {
        let output = desk.run(&["attach", "own", file]);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), ""));
        let wanted = format!("error: the text cannot be attached: {reason}{hint}");
        assert!(text(&output.stderr).starts_with(&wanted), "{}", text(&output.stderr));
    }
    let large = desk.path("large.txt");
    let file = fs::OpenOptions::new().create_new(true).write(true).open(&large).expect("made");
    file.set_len(16 * 1024 * 1024 + 1).expect("sparse");
    let output = desk.run(&["attach", "own", &large.to_string_lossy()]);
    assert!(text(&output.stderr).ends_with("the file is too large\nhint: a text may have up to 16 MiB\n"));
    assert!(!desk.path("texts").exists());
}

#[test]
fn a_text_laid_there_by_hand_is_shown_and_a_damaged_one_said() {
    let desk = Desk::new();
    fs::create_dir(desk.path("texts")).expect("made");
    desk.file("texts/own.txt", right_text().as_bytes());
    assert!(text(&desk.run(&["source", "own/T1"]).stdout).contains("\n 8 │ line 8\n"));
    desk.file("texts/own.txt", b"\xff");
    let shown = desk.run(&["source", "own/T1"]);
    assert_eq!(shown.status.code(), Some(2));
    assert!(text(&shown.stdout).contains("The attached text cannot be read: "), "{}", text(&shown.stdout));
    let output = desk.run(&["source", "own/T1", "--json"]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), ""));
    assert!(text(&output.stderr).contains("own.txt:1:1: not a text in UTF-8"));
}

#[test]
fn json_gives_place_addresses_and_lines() {
    let desk = Desk::new();
    let answer = |id: &str| -> Value {
        let value: Value = serde_json::from_slice(&desk.run(&["source", id, "--json"]).stdout).expect("JSON");
        value["source"].clone()
    };
    let annex = answer("2.4.1");
    assert_eq!((&annex["id"], &annex["document"]), (&json!("ids25/2.4.1"), &json!("ids25")));
    assert_eq!(annex["places"], json!([{ "page": 5, "lines": [421, 435] }]));
    assert_eq!((annex["urls"].as_array().map(Vec::len), &annex["text"]), (Some(2), &Value::Null));
    let file = desk.file("right.txt", right_text().as_bytes());
    assert!(desk.run(&["attach", "own", &file]).status.success());
    let own = answer("own/T1")["text"].clone();
    assert_eq!((&own["is_the_one_counted"], &own["line_count"]), (&json!(true), &json!(12)));
    assert_eq!(own["lines"][5], json!({ "number": 8, "cited": true, "text": "line 8" }));
}

#[test]
fn what_stands_in_no_document_has_no_source() {
    let desk = Desk::new();
    let output = desk.run(&["source", "partner/JP"]);
    assert_eq!(said(&output), (Some(1), "", "error: the record \"partner/JP\" stands in no document\n"));
    assert_eq!(desk.run(&["source", "nothing"]).status.code(), Some(1));
    assert_eq!(desk.run(&["attach", "JP", "/dev/null"]).status.code(), Some(1));
}

#[test]
fn a_hash_that_is_none_is_a_fault_of_the_data_file() {
    let desk = Desk::new();
    let own = fs::read_to_string(desk.path("own.json")).expect("there");
    desk.file("own.json", own.replace(HASH, "06D7").as_bytes());
    let output = desk.run(&["check"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        text(&output.stdout).contains("document.text_sha256: \"06D7\" is not a SHA-256\n"),
        "{}",
        text(&output.stdout)
    );
}
