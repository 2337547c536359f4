//! Data files that are written while the program shows them, on a real terminal.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use crate::session::Session;

const DOSJE: &str = env!("CARGO_BIN_EXE_dosje");
const DOCUMENT: &str = include_str!("../../data/documents/ids25.json");

/// The program over a folder with a document of the user's, on its actions.
fn opened(folder: &Path) -> Session {
    write(folder, DOCUMENT);
    let data = folder.to_string_lossy().into_owned();
    let mut session = Session::start(&[DOSJE, "--lang", "lv", "--today", "2026-11-21", "--data", &data]);
    session.until_screen("aizstāj");
    session.keys("2");
    session.until_screen("Arktikas");
    session
}

/// Writes the document as an editor does: beside it, then in its place.
#[expect(clippy::disallowed_methods, reason = "a file of the test's own")]
fn write(folder: &Path, text: &str) {
    fs::create_dir_all(folder.join("documents")).expect("a folder");
    let (new, file) = (folder.join("documents/.new"), folder.join("documents/own.json"));
    fs::write(&new, text).expect("written");
    fs::rename(new, file).expect("in its place");
}

#[test]
fn a_file_that_is_written_is_shown_without_a_key() {
    let folder = TempDir::new().expect("a folder");
    let mut session = opened(folder.path());
    write(folder.path(), &DOCUMENT.replace("Arktikas savienotības", "Antarktikas savienotības"));
    session.until_screen("1 mainīts ieraksts");
    session.until_screen("Antarktikas");
    let half = DOCUMENT.get(..DOCUMENT.len() / 2).expect("ASCII there");
    write(folder.path(), half);
    session.until_screen("documents/own.json:");
    assert!(session.parser.screen().contents().contains("Antarktikas"), "the last that could be read");
    session.keys("q");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn who_writes_on_a_record_is_told_without_a_key_that_it_changes_and_goes() {
    let folder = TempDir::new().expect("a folder");
    let mut session = opened(folder.path());
    session.keys("e");
    session.until_screen("## Mērķis");
    session.keys("mans vārds");
    session.until_screen("mans vārds");
    write(folder.path(), &DOCUMENT.replace("Arktikas savienotības", "Antarktikas savienotības"));
    session.until_screen("mainīts  1.1 Arktikas");
    write(folder.path(), &DOCUMENT.replace("\"ids25/1.1\"", "\"ids25/1.9\""));
    session.until_screen("izņemts  1.1 Arktikas");
    assert!(session.parser.screen().contents().contains("mans vārds"));
    session.keys("\x13");
    session.until_screen("Saglabāts: 1.1");
    session.keys("q");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn a_folder_that_comes_later_is_seen_too() {
    let folder = TempDir::new().expect("a folder");
    let data = folder.path().join("data");
    let mut session = Session::start(&[DOSJE, "--lang", "lv", "--data", &data.to_string_lossy()]);
    session.until_screen("Tēmas");
    write(&data, &DOCUMENT.replace("Arktikas savienotības", "Antarktikas savienotības"));
    session.until_screen("mainīts ieraksts");
}

#[test]
fn what_the_kernel_does_not_tell_is_seen_with_a_key() {
    let (folder, elsewhere) = (TempDir::new().expect("a folder"), TempDir::new().expect("a folder"));
    write(elsewhere.path(), DOCUMENT);
    fs::create_dir_all(folder.path().join("documents")).expect("a folder");
    let own = folder.path().join("documents/own.json");
    std::os::unix::fs::symlink(elsewhere.path().join("documents/own.json"), own).expect("linked");
    let data = folder.path().to_string_lossy().into_owned();
    let mut session = Session::start(&[DOSJE, "--lang", "lv", "--data", &data]);
    session.until_screen("aizstāj");
    write(elsewhere.path(), &DOCUMENT.replace("Arktikas savienotības", "Antarktikas savienotības"));
    session.keys("2");
    session.until_screen("1 mainīts ieraksts");
}

#[test]
fn much_data_that_came_after_the_first_frame_is_read_again_too() {
    let folder = TempDir::new().expect("a folder");
    let much = |text: &str| format!("{text}{}", " ".repeat(2 * 1024 * 1024));
    write(folder.path(), &much(&DOCUMENT.replace("Arktikas savienotības", "Baltijas savienotības")));
    let data = folder.path().to_string_lossy().into_owned();
    let mut session = Session::start(&[DOSJE, "--lang", "lv", "--data", &data]);
    session.until_screen("aizstāj");
    session.keys("2");
    session.until_screen("Baltijas");
    write(folder.path(), &much(DOCUMENT));
    session.until_screen("1 mainīts ieraksts");
    session.until_screen("Arktikas");
}

#[test]
fn nothing_wakes_it_while_nothing_happens() {
    let folder = TempDir::new().expect("a folder");
    let mut session = opened(folder.path());
    session.drain();
    let wakes = || {
        let tasks = fs::read_dir(format!("/proc/{}/task", session.pid().as_raw_nonzero())).expect("threads");
        let of = |task: fs::DirEntry| fs::read_to_string(task.path().join("status")).unwrap_or_default();
        let count = |status: String| -> u64 {
            let lines = status.lines().filter(|line| line.contains("ctxt_switches"));
            lines.filter_map(|line| line.split_whitespace().last()?.parse::<u64>().ok()).sum()
        };
        tasks.flatten().map(of).map(count).sum::<u64>()
    };
    // What was under way comes to its end; after that nothing counts on.
    let rests = (0..20).any(|_| {
        let before = wakes();
        thread::sleep(Duration::from_millis(500));
        wakes() == before
    });
    assert!(rests);
}
