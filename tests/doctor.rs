//! `dosje doctor`.
#![cfg(feature = "tui")]

use std::fs::{self, File};
use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;
use unicode_width::UnicodeWidthStr;

fn dosje(home: &TempDir, args: &[&str], variables: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dosje"))
        .args(args)
        .env_clear()
        .env("HOME", home.path())
        .env("TZ", "UTC")
        .envs(variables.iter().copied())
        .stdin(Stdio::null())
        .output()
        .expect("it starts")
}

fn home() -> TempDir {
    TempDir::new().expect("a folder")
}

/// Lays a file below the home.
fn lay(home: &TempDir, path: &str, text: &str) {
    let path = home.path().join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    let mut file = File::options().write(true).create(true).truncate(true).open(path).expect("a file");
    file.write_all(text.as_bytes()).expect("room for it");
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn found(home: &TempDir, variables: &[(&str, &str)]) -> (Value, Option<i32>) {
    let output = dosje(home, &["doctor", "--json"], variables);
    let value: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    (value["doctor"].clone(), output.status.code())
}

#[test]
fn where_nothing_is_wrong_it_says_so_in_lines_that_fit() {
    let home = home();
    for (lang, sound) in [("lv", "Kļūdu nav."), ("en", "No faults.")] {
        let output = dosje(&home, &["doctor", "--lang", lang], &[("TERM", "xterm-256color"), ("LANG", "lv_LV.UTF-8")]);
        let told = text(&output);
        assert_eq!(output.status.code(), Some(0), "{told}");
        assert_eq!(told.lines().last(), Some(sound));
        assert!(told.lines().all(|line| line.width() <= 80 && line == line.trim_end()), "{told}");
        let begins: Vec<usize> = told
            .lines()
            .filter(|line| line.starts_with("  "))
            .map(|line| {
                line.trim_start().find("  ").map_or(0, |end| {
                    line[..end + 2].width() + line[end + 2..].width() - line[end + 2..].trim_start().width()
                })
            })
            .collect();
        assert!(begins.len() > 25 && begins.iter().all(|column| *column == begins[0]), "aligned: {told}");
        assert!(told.contains("~/.config/dosje/config.json"), "{told}");
    }
    assert!(fs::read_dir(home.path()).expect("readable").next().is_none(), "it makes nothing");
}

#[test]
fn it_says_by_what_each_setting_was_decided() {
    let home = home();
    lay(
        &home,
        ".config/dosje/config.json",
        r#"{ "colours": "256", "mouse": true, "keys": { "copy": [], "mark": ["F5"] } }"#,
    );
    let settings = |args: &[&str], variables: &[(&str, &str)]| {
        let output = dosje(&home, &[&["doctor", "--json"], args].concat(), variables);
        serde_json::from_slice::<Value>(&output.stdout).expect("JSON")["doctor"]["settings"].clone()
    };
    let by = |settings: &Value, name: &str| settings[name]["by"].as_str().unwrap_or_default().to_owned();
    let quiet = settings(&[], &[]);
    assert_eq!(
        ["language", "colours", "mouse", "ascii"].map(|name| by(&quiet, name)),
        ["default", "config", "config", "default"]
    );
    assert_eq!((quiet["colours"]["value"].as_str(), quiet["commands_with_own_keys"].as_u64()), (Some("256"), Some(2)));
    let told = settings(&["--lang", "en"], &[("NO_COLOR", "1"), ("LANG", "lv_LV.UTF-8")]);
    assert_eq!(["language", "colours", "ascii"].map(|name| by(&told, name)), ["flag", "environment", "environment"]);
}

#[test]
fn it_sees_what_lies_around_it() {
    let around = [("TMUX", "/tmp/x,1,0"), ("SSH_TTY", "/dev/pts/1"), ("EDITOR", "vi\u{1b}[2J"), ("ESCDELAY", "70")];
    let (found, code) = found(&home(), &around);
    assert_eq!(code, Some(0));
    let terminal = &found["terminal"];
    assert_eq!(terminal["inside"], serde_json::json!(["tmux", "ssh"]));
    assert_eq!((terminal["clipboard"].as_str(), terminal["escape_delay_ms"].as_u64()), (Some("tmux"), Some(70)));
    assert_eq!(terminal["output_is_a_tty"], false);
    let told = text(&dosje(&home(), &["doctor"], &around));
    assert!(!told.contains('\u{1b}') && told.contains("vi␛[2J"), "{told}");
}

#[test]
fn each_thing_that_is_wrong_is_marked_and_the_exit_code_says_so() {
    let newer = r#"{ "schema_version": 99 }"#;
    for (path, content, label) in [
        (".config/dosje/config.json", r#"{ "mouse": 1 }"#, "! file "),
        (".local/share/dosje/x.json", "{", "! your files "),
        (".local/share/dosje/own/state.json", "{", "! marks and notes "),
        (".local/share/dosje/own/state.json", newer, "! marks and notes "),
        (".local/state/dosje/queries.json", newer, "! queries "),
        (".local/state", "a file where a folder should be", "! queries "),
    ] {
        let home = home();
        lay(&home, path, content);
        let output = dosje(&home, &["doctor", "--lang", "en"], &[]);
        let told = text(&output);
        assert_eq!(output.status.code(), Some(2), "{path}: {told}");
        assert!(told.lines().any(|line| line.starts_with(label)), "{path}: {told}");
        assert_eq!(found(&home, &[]).1, Some(2));
    }
}

#[test]
fn it_counts_what_the_user_wrote_and_tells_none_of_it() {
    let home = home();
    lay(
        &home,
        ".local/share/dosje/own/state.json",
        r#"{ "schema_version": 1, "marked": ["ids25/2.4.1"], "records": { "ids25/2.4.1": { "note": ["noslepums"] } } }"#,
    );
    lay(
        &home,
        ".local/state/dosje/queries.json",
        r#"{ "schema_version": 1, "history": ["noslepums"], "saved": { "noslepums": "kvantu" } }"#,
    );
    let (found, code) = found(&home, &[]);
    assert_eq!(code, Some(0), "{found}");
    assert_eq!(found["annotations"], serde_json::json!({ "marked": 1, "with_text": 1 }));
    assert_eq!(found["queries"], serde_json::json!({ "asked": 1, "saved": 1 }));
    for args in [&["doctor"][..], &["doctor", "--json"]] {
        let told = text(&dosje(&home, args, &[]));
        assert!(!told.contains("noslepums") && !told.contains("2.4.1"), "{told}");
    }
}
