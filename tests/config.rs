//! The user's settings: what is said of a file with a fault, and what holds of one without.
//!
//! The bad files lie in `tests/data/bad` under names that begin with `config-`.
#![cfg(feature = "tui")]

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// Each file with the exit code of `dosje check` and the lines it prints.
#[rustfmt::skip]
const CORPUS: &[(&str, i32, &[&str])] = &[
    ("background", 2, &[r#"2:17: background: "darkish" is not allowed here"#, "hint: allowed: dark, light"]),
    ("colours", 2, &[r#"2:14: colours: "32" is not allowed here"#, "hint: allowed: none, 16, 256, true"]),
    ("colours-as-number", 2, &["2:14: colours: expected a text in quotes, found a whole number", r#"hint: allowed: "none", "16", "256", "true""#]),
    ("comma", 2, &["2:16: not valid JSON: a comma with nothing after it", "hint: remove the comma"]),
    ("empty", 2, &["1:1: the file is empty", "hint: `dosje schema config` describes the fields"]),
    ("escape", 2, &[r#"2:11: keys.␛[2J: no command "␛[2J""#, "hint: `dosje schema config` lists the commands", r#"3:15: language: "␛[31m" is not allowed here"#, "hint: allowed: lv, en"]),
    ("given-twice", 2, &[r#"3:3: ascii: field "ascii" given twice"#]),
    ("keys-command", 2, &[r#"2:22: keys.serch: no command "serch""#, r#"hint: did you mean "search"?"#]),
    ("keys-fixed", 2, &[r#"2:25: keys.quit-now: the key of "quit-now" cannot be changed"#]),
    ("keys-key", 2, &[r#"2:31: keys.mark[1]: no key "ctrl+g""#, r#"hint: did you mean "Ctrl-G"?"#]),
    ("keys-never-sent", 2, &[r#"2:22: keys.mark[0]: no key "Ctrl-M""#, r#"hint: did you mean "Enter"?"#]),
    ("keys-no-key", 2, &[r#"2:22: keys.mark[0]: no key "Hyper-x""#, "hint: keys are written as `dosje keys` has them: x, F5, Ctrl-F, Alt-Left"]),
    ("keys-no-list", 2, &["2:21: keys.copy: expected a list [...], found a text in quotes", "hint: `dosje schema config` describes the fields"]),
    ("keys-no-way-out", 2, &[r#"2:21: keys.quit: "quit" cannot be left without a key"#, r#"2:38: keys.step-back: "step-back" cannot be left without a key"#]),
    ("keys-stranger", 2, &[r#"2:22: keys.zebra: no command "zebra""#, "hint: `dosje schema config` lists the commands"]),
    ("keys-taken", 2, &[r#"2:22: keys.mark[0]: "j" would be both "mark" and "down" in one place"#, r#"hint: choose another key, or give "down" one under "keys" as well"#]),
    ("keys-text", 2, &[r#"2:25: keys.to-list[0]: "x" is text where "to-list" is needed"#, "hint: take a key with Ctrl or Alt, or F3 to F12"]),
    ("keys-twice", 2, &[r#"4:14: keys.zoom[0]: "F5" would be both "zoom" and "sort" in one place"#, r#"hint: choose another key, or give "sort" one under "keys" as well"#]),
    ("language", 2, &[r#"3:15: language: "de" is not allowed here"#, "hint: allowed: lv, en"]),
    ("latin-1", 2, &["3:4: not UTF-8 text from here on", "hint: save the file as UTF-8"]),
    ("list", 2, &["1:1: the file must start with {", "hint: `dosje schema config` describes the fields"]),
    ("misspelt", 0, &[r#"2:3: langauge: unknown field "langauge""#, r#"hint: did you mean "language"?"#]),
    ("mouse", 2, &["2:12: mouse: expected true or false, found a text in quotes", "hint: `dosje schema config` describes the fields"]),
    ("no-such-language", 2, &[r#"2:23: words_a_minute.de: "de" is not a language of these data"#, r#"hint: the language keys are "lv" and "en""#]),
    ("start-tab", 2, &[r#"2:16: start_tab: "agneda" is not allowed here"#, "hint: allowed: themes, actions, agenda, partners, timeline, briefing, glossary"]),
    ("too-fast", 2, &["2:40: words_a_minute.en: the number must be from 40 to 300"]),
    ("utf-16", 2, &["1:1: text in UTF-16", "hint: save the file as UTF-8"]),
];

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/bad")
}

struct Run {
    code: i32,
    out: String,
    err: String,
}

/// Somebody's home, and in it the settings.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        Self(TempDir::new().expect("a folder"))
    }

    fn with(settings: &str) -> Self {
        let home = Self::new();
        home.set(settings.as_bytes());
        home
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("config/dosje/config.json")
    }

    fn set(&self, bytes: &[u8]) {
        let file = self.file();
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        let mut file = File::options().write(true).create(true).truncate(true).open(file).expect("a file");
        file.write_all(bytes).expect("room for it");
    }

    fn run(&self, args: &[&str]) -> Run {
        self.run_with(args, &[])
    }

    fn run_with(&self, args: &[&str], variables: &[(&str, &str)]) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_dosje"))
            .args(args)
            .current_dir(corpus())
            .env_clear()
            .env("HOME", self.0.path())
            .env("XDG_CONFIG_HOME", self.0.path().join("config"))
            .env("TZ", "UTC")
            .envs(variables.iter().copied())
            .stdin(Stdio::null())
            .output()
            .expect("it starts");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Run { code: output.status.code().expect("not killed"), out: text(output.stdout), err: text(output.stderr) }
    }
}

#[test]
fn of_each_bad_file_it_is_said_what_is_wrong_where_and_what_to_do() {
    for (name, code, expected) in CORPUS {
        let file = format!("config-{name}.json");
        let severity = if *code == 0 { "warning" } else { "error" };
        let expected: Vec<String> = expected
            .iter()
            .map(
                |line| if line.starts_with("hint") { (*line).to_owned() } else { format!("{severity}: {file}:{line}") },
            )
            .collect();
        let run = Home::new().run(&["--lang", "en", "--config", &file, "check", &file]);
        assert_eq!(
            (run.out.lines().collect::<Vec<_>>(), run.code),
            (expected.iter().map(String::as_str).collect(), *code)
        );
        assert_eq!(run.err, "", "said once: {name}");
    }
}

#[test]
fn every_bad_file_has_its_lines_in_the_table_and_words_of_its_own_in_latvian() {
    let names = fs::read_dir(corpus()).expect("the corpus").map(|entry| entry.expect("readable").file_name());
    let names = names.map(|name| name.to_string_lossy().into_owned());
    let found: BTreeSet<String> = names.filter(|name| name.starts_with("config-")).collect();
    let told: BTreeSet<String> = CORPUS.iter().map(|(name, ..)| format!("config-{name}.json")).collect();
    assert_eq!(found, told);
    for (name, code, expected) in CORPUS {
        let file = format!("config-{name}.json");
        let run = Home::new().run(&["--lang", "lv", "--config", &file, "check", &file]);
        assert_eq!(run.code, *code);
        assert_eq!(run.out.lines().count(), expected.len(), "{}", run.out);
        let words = ["error", "warning", "hint", "allowed", "found"];
        assert!(words.iter().all(|word| !run.out.contains(word)), "{}", run.out);
    }
}

#[test]
fn a_word_says_what_is_wrong_once_on_standard_error_and_goes_on() {
    let home = Home::with(r#"{ "language": "en", "start_tab": "x", "mouse": 1 }"#);
    let run = home.run(&["show", "2.4.1"]);
    assert_eq!(run.code, 0);
    assert!(run.out.starts_with("2.4.1  EU"), "the rest of the settings holds: {}", run.out);
    let lines: Vec<&str> = run.err.lines().collect();
    assert_eq!(lines.len(), 3, "{}", run.err);
    assert!(
        lines[0].starts_with("error: ") && lines[0].contains("/dosje/config.json:1:34: start_tab: "),
        "{}",
        run.err
    );
    assert_eq!(
        lines[1..],
        [
            "hint: allowed: themes, actions, agenda, partners, timeline, briefing, glossary",
            "hint: run `dosje check` to list all 2"
        ]
    );
}

#[test]
fn without_a_file_nothing_is_said_and_one_that_is_asked_for_must_be_there() {
    let home = Home::new();
    assert_eq!(home.run(&["show", "2.4.1"]).err, "");
    assert_eq!(home.run(&["check"]).code, 0);
    let run = home.run(&["--config", "nowhere.json", "--lang", "en", "show", "2.4.1"]);
    assert_eq!((run.err.as_str(), run.code), ("error: nowhere.json: no such file\n", 0));
}

#[test]
fn check_looks_at_the_settings_too() {
    let sound = Home::with(r#"{ "mouse": true }"#);
    let run = sound.run(&["check", "--lang", "en"]);
    assert_eq!((run.out, run.code), (format!("{}: no faults\n", sound.file().to_string_lossy()), 0));
    let faulty = Home::with(r#"{ "mouse": 1 }"#);
    assert_eq!(faulty.run(&["check"]).code, 2);
    let json: Value = serde_json::from_str(&faulty.run(&["check", "--json"]).out).expect("JSON");
    assert_eq!(json["faults"][0]["path"], "mouse");
}

#[test]
fn whatever_lies_there_the_program_starts() {
    let home = Home::new();
    let file = home.file();
    fs::create_dir_all(&file).expect("a folder of that name");
    let run = home.run(&["--lang", "en", "show", "2.4.1"]);
    assert!(run.code == 0 && run.err.contains("a folder, pipe or device"), "{}", run.err);
    fs::remove_dir(&file).expect("removed");
    rustix::fs::mkfifoat(rustix::fs::CWD, &file, rustix::fs::Mode::RWXU).expect("a pipe");
    let run = home.run(&["--lang", "en", "show", "2.4.1"]);
    assert!(run.code == 0 && run.err.contains("a folder, pipe or device"), "{}", run.err);
    fs::remove_file(&file).expect("removed");
    File::options()
        .write(true)
        .create_new(true)
        .open(&file)
        .and_then(|file| file.set_len(65 << 20))
        .expect("a large file");
    let run = home.run(&["--lang", "en", "show", "2.4.1"]);
    assert!(run.code == 0 && run.err.contains("too large"), "{}", run.err);
    home.set(b"\xef\xbb\xbf{ \"language\": \"en\" }");
    let run = home.run(&["show", "2.4.1"]);
    assert!(run.err.is_empty() && run.out.starts_with("2.4.1  EU"), "a byte order mark is nothing: {}", run.err);
}

#[test]
fn a_flag_goes_before_the_settings_and_these_before_the_locale() {
    let english = |run: Run| run.out.starts_with("2.4.1  EU–Japan");
    let home = Home::with(r#"{ "language": "en" }"#);
    let locale = [("LANG", "lv_LV.UTF-8")];
    assert!(english(home.run_with(&["show", "2.4.1"], &locale)));
    assert!(!english(home.run_with(&["show", "2.4.1", "--lang", "lv"], &locale)));
    assert!(english(Home::with("{}").run_with(&["show", "2.4.1"], &[("LANG", "en_IE.UTF-8")])));
    assert!(!english(Home::with("{}").run(&["show", "2.4.1"])));
}

#[test]
fn a_briefing_counts_in_the_users_words_a_minute() {
    let pace = |settings: &str, lang: &str| {
        let run = Home::with(settings).run(&["brief", "Q3", "--format", "json", "--lang", lang]);
        let json: Value = serde_json::from_str(&run.out).expect("JSON");
        json["speaking"][lang]["words_a_minute"].as_u64()
    };
    let set = r#"{ "words_a_minute": { "lv": 90 } }"#;
    assert_eq!([pace(set, "lv"), pace(set, "en"), pace("{}", "lv")], [Some(90), Some(130), Some(110)]);
}

#[test]
fn the_table_of_keys_is_the_users() {
    let keys = Home::with(r#"{ "keys": { "mark": ["F5", "Space"], "copy": [] } }"#).run(&["keys", "--lang", "en"]).out;
    assert!(keys.contains("| `F5` `Space` | mark for the briefing"), "{keys}");
    assert!(keys.contains("|  | copy the record as plain text |"), "{keys}");
}

#[test]
fn the_example_in_readme_has_nothing_wrong_and_means_something() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("there");
    let (_, section) = readme.split_once("## Settings\n").expect("a section");
    let (_, rest) = section.split_once("```json\n").expect("an example");
    let (example, _) = rest.split_once("```").expect("its end");
    let home = Home::with(example);
    assert_eq!(home.run(&["check", "--lang", "en"]).code, 0, "{}", home.run(&["check", "--lang", "en"]).out);
    let told: Value = serde_json::from_str(&home.run(&["doctor", "--json"]).out).expect("JSON");
    let settings = &told["doctor"]["settings"];
    for name in ["language", "start_tab", "colours", "background", "mouse"] {
        assert_eq!(settings[name]["by"], "config", "{name}: {settings}");
    }
    assert_eq!(settings["commands_with_own_keys"], 3);
}
