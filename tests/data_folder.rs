//! The folder of the user's data files: what is said where it cannot be read as one, and by which exit code.
#![cfg(feature = "tui")]

#[path = "program/home.rs"]
mod home;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use dosje::store::keep;
use home::{command, dosje, home, text};
use tempfile::TempDir;

/// Lays a file where a folder should be.
fn lay(home: &TempDir, path: &str) -> PathBuf {
    let path = home.path().join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    keep::export(&path, b"{}", false).expect("written");
    path
}

/// A text without its blanks and the ends of its lines, wherever they fell.
fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The lines that `--plain` says before it ends.
fn plain(home: &TempDir, args: &[&str]) -> (Option<i32>, String) {
    let mut command = command(home.path());
    command.args(["--plain", "--lang", "en"]).args(args);
    let mut program =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    // It may have ended already.
    let _ = program.stdin.take().expect("a pipe").write_all(b"q\n");
    let output = program.wait_with_output().expect("it ends");
    (output.status.code(), [text(&output.stdout), text(&output.stderr)].concat())
}

#[test]
fn a_named_folder_that_is_not_there_or_is_a_file_is_said_and_no_word_answers() {
    let home = home();
    let file = lay(&home, "file");
    let away = home.path().join("away");
    for (path, latvian, english) in [
        (&away, "tādas mapes nav", "no such folder"),
        (&file, "te jābūt mapei, bet ir kas cits", "not a folder, though one should be here"),
    ] {
        let path = path.to_str().expect("UTF-8");
        for words in [&["search", "gdhcn"][..], &["show", "1.1"], &["agenda"], &["brief", "1.1"], &["check"], &["due"]]
        {
            for (lang, start, said) in [("lv", "kļūda", latvian), ("en", "error", english)] {
                let output = dosje(&home, &[words, &["--data", path, "--lang", lang]].concat());
                let told = if words[0] == "check" { &output.stdout } else { &output.stderr };
                assert_eq!(output.status.code(), Some(2), "{words:?}");
                assert!(text(told).starts_with(&format!("{start}: {path}: {said}\n")), "{words:?}: {}", text(told));
            }
        }
        // The dashboard waits for a folder that may yet come, and says that it is not there.
        let (code, said) = plain(&home, &["--data", path]);
        assert_eq!(code, Some(if path.ends_with("away") { 0 } else { 2 }), "{said}");
        assert!(unwrapped(&said).contains(&unwrapped(&format!("{path}: {english}"))), "{said}");
        let doctor = dosje(&home, &["doctor", "--data", path, "--lang", "en"]);
        assert_eq!(doctor.status.code(), Some(2));
        let told = text(&doctor.stdout).lines().find(|line| line.starts_with("! data ")).expect("a fault");
        assert!(
            told.ends_with(&format!(": {}", if path.ends_with("away") { english } else { "not a folder" })),
            "{told}"
        );
    }
    let found = dosje(&home, &["check", "--json", "--data", away.to_str().expect("UTF-8")]);
    let found: serde_json::Value = serde_json::from_slice(&found.stdout).expect("JSON");
    assert_eq!(found["faults"][0]["file"].as_str(), away.to_str(), "{found}");
}

#[test]
fn a_file_in_the_place_of_the_usual_folder_or_of_one_in_it_is_said() {
    for path in ["data/dosje", "data/dosje/documents", "data/dosje/meetings", "data"] {
        let home = home();
        lay(&home, path);
        let fault = "not a folder, though one should be here";
        for words in [&["search", "gdhcn"][..], &["show", "1.1"], &["brief", "1.1"]] {
            let output = dosje(&home, &[words, &["--lang", "en"]].concat());
            assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), ""), "{path}: {words:?}");
            assert!(text(&output.stderr).contains(fault), "{path}: {words:?}: {}", text(&output.stderr));
        }
        let check = dosje(&home, &["check", "--lang", "en"]);
        assert_eq!(check.status.code(), Some(2), "{path}");
        assert!(text(&check.stdout).contains(fault), "{path}: {}", text(&check.stdout));
        // The dashboard opens all the same, and says so.
        let (code, said) = plain(&home, &[]);
        assert_eq!(code, Some(0), "{path}: {said}");
        let is_said = ["1 fault in your files", fault, "a file stands where a folder"]
            .iter()
            .any(|words| unwrapped(&said).contains(&unwrapped(words)));
        assert!(is_said, "{path}: {said}");
        assert_eq!(dosje(&home, &["doctor"]).status.code(), Some(2), "{path}");
    }
}

#[test]
fn where_nothing_has_been_laid_down_yet_nothing_is_wrong() {
    let home = home();
    for words in [&["search", "gdhcn"][..], &["check"], &["doctor"]] {
        let output = dosje(&home, words);
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""), "{words:?}");
    }
    let check = dosje(&home, &["check", "--lang", "en"]);
    let folder = home.path().join("data/dosje");
    assert_eq!(text(&check.stdout), format!("{}: no data files of yours\n", folder.to_str().expect("UTF-8")));
    assert_eq!(plain(&home, &[]).0, Some(0));
}

#[test]
fn a_folder_that_is_named_for_a_text_to_come_is_made() {
    let home = home();
    let text_file = lay(&home, "annex.txt");
    let folder = home.path().join("new");
    let words = [Path::new("attach"), Path::new("ids25"), &text_file, Path::new("--data"), &folder];
    let output = command(home.path()).args(words).output().expect("it starts");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(folder.join("texts/ids25.txt").exists());
}
