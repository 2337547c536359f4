//! The dashboard itself on a real terminal.

use std::time::{Duration, Instant};

use rustix::process::Signal;
use tempfile::TempDir;

use crate::grammar::foreign;
use crate::session::{Session, modes};

const DOSJE: &str = env!("CARGO_BIN_EXE_dosje");

fn started() -> Session {
    let mut session = Session::start(&[DOSJE, "--lang", "lv", "--today", "2026-11-21"]);
    session.until_screen("Tēmas");
    assert_ne!(modes(&*session.master), session.modes_before);
    session
}

#[test]
fn q_gives_the_terminal_back_as_it_was() {
    let mut session = started();
    session.keys("q");
    assert_eq!(session.exit_code(), 0);
    session.assert_restored();
}

#[test]
fn ctrl_c_gives_the_terminal_back_from_the_search_line_too() {
    let mut session = started();
    session.keys("2/kvantu");
    session.until_screen("5 no 50");
    session.keys("\x03");
    assert_eq!(session.exit_code(), 130);
    session.assert_restored();
}

#[test]
fn a_signal_gives_the_terminal_back() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::INT, 130), (Signal::QUIT, 131)] {
        let mut session = started();
        session.signal(signal);
        assert_eq!(session.exit_code(), code);
        session.assert_restored();
    }
}

#[test]
fn a_hang_up_that_is_only_a_signal_gives_the_terminal_back() {
    let mut session = started();
    session.signal(Signal::HUP);
    assert_eq!(session.exit_code(), 129);
    session.assert_restored();
}

#[test]
fn a_line_that_drops_ends_it_within_a_second() {
    let mut session = started();
    session.keys("2");
    session.until_screen("1.1");
    let (code, time) = session.hang_up();
    assert_eq!(code, 129);
    assert!(time < Duration::from_secs(1), "took {time:?}");
}

#[test]
fn ctrl_z_gives_the_terminal_to_the_shell_and_fg_shows_the_same_again() {
    let program = format!("{DOSJE} --lang lv");
    let mut session = Session::start_in_shell(&program, "PROGRAM; echo stopped; read line; fg; echo code $?");
    session.until_screen("Tēmas");
    session.keys("2/gdhcn");
    session.until_screen("1 no 50");
    session.keys("\x1a");
    session.until_text("stopped");
    session.assert_restored();
    assert!(session.program_is_stopped());
    session.keys("\n");
    session.until_screen("1 no 50");
    session.keys("\x03");
    session.until_text("code 130");
    session.assert_restored();
}

#[test]
fn a_pasted_text_runs_no_commands() {
    let mut session = started();
    session.keys("\x1b[200~q\x03\x1b[201~2");
    session.until_screen("1.1");
    session.keys("/\x1b[200~gdh\ncn\x1b[201~");
    session.until_screen("/ gdh cn");
    session.keys("\x03");
    assert_eq!(session.exit_code(), 130);
}

#[test]
fn it_is_silent_while_nothing_happens_and_asks_the_terminal_nothing() {
    let mut session = started();
    session.drain();
    let start = Instant::now();
    while start.elapsed() < Duration::from_millis(300) {
        assert_eq!(session.drain(), "");
    }
    session.keys("23/kvantuq");
    session.until_screen("kvantuq");
    session.keys("\x03");
    session.exit_code();
    session.drain();
    assert_eq!(foreign(&session.bytes), None);
}

fn started_at(home: TempDir) -> Session {
    let mut session = Session::start_at(home, &[DOSJE, "--lang", "lv", "--today", "2026-11-21"]);
    session.until_screen("Tēmas");
    session
}

#[test]
fn what_was_asked_comes_back_in_the_next_session() {
    let mut session = started();
    session.keys("2/gdhcn\r");
    session.until_screen("1 no 50");
    session.keys("q");
    assert_eq!(session.exit_code(), 0);
    let mut session = started_at(session.home);
    session.keys("2/\x1b[A");
    session.until_screen("/ gdhcn");
    session.keys("\x03");
    assert_eq!(session.exit_code(), 130);
}

#[test]
fn a_query_is_saved_and_said_without_another_key_and_is_there_in_the_next_session() {
    let mut session = started();
    session.keys("2/gdhcn\x14:saglab\u{101}t v\u{101}rti\r");
    session.until_screen("Vaicājums saglabāts ar nosaukumu „vārti”.");
    session.keys("\x03");
    assert_eq!(session.exit_code(), 130);
    let mut session = started_at(session.home);
    session.keys(":varti\r");
    session.until_screen("/ gdhcn");
    session.until_screen("1 no 50");
    session.keys("\x03");
    session.exit_code();
}

#[test]
fn what_was_saved_but_cannot_be_kept_is_said_again_at_the_end() {
    let home = tempfile::tempdir().expect("a folder");
    tempfile::NamedTempFile::new_in(&home).expect("a file").persist(home.path().join(".local")).expect("named");
    let mut session = started_at(home);
    session.keys("2/gdhcn\x14save a\r\x03");
    assert_eq!(session.exit_code(), 74);
    session.until_left();
    session.until_text("kļūda: Vaicājumus nevar saglabāt:");
}

#[test]
fn two_windows_remember_what_either_was_asked() {
    let mut one = started();
    // Both find it: a link to what is not there yet is no place to write to.
    std::fs::create_dir_all(one.home.path().join(".local")).expect("a folder");
    let home = tempfile::tempdir_in(one.home.path()).expect("a folder");
    std::fs::DirBuilder::new().recursive(true).create(one.home.path().join(".local")).expect("a folder");
    std::os::unix::fs::symlink(one.home.path().join(".local"), home.path().join(".local")).expect("linked");
    let mut other = started_at(home);
    one.keys("2/gdhcn\r");
    one.until_screen("1 no 50");
    other.keys("2/lac4\r");
    other.until_screen("1 no 50");
    one.keys("q");
    other.keys("q");
    assert_eq!((one.exit_code(), other.exit_code()), (0, 0));
    let file = one.home.path().join(".local/state/dosje/queries.json");
    let text = std::fs::read_to_string(file).expect("written");
    assert!(text.contains("gdhcn") && text.contains("lac4"), "{text}");
}

#[test]
fn a_mark_that_cannot_be_kept_is_said_before_the_program_ends_and_by_its_exit_code() {
    let home = tempfile::tempdir().expect("a folder");
    tempfile::NamedTempFile::new_in(&home).expect("a file").persist(home.path().join(".local")).expect("named");
    let mut session = started_at(home);
    session.keys(" ");
    session.until_screen("NAV SAGLABĀTS");
    session.keys("q");
    session.until_screen("Vēlreiz q");
    session.keys("q");
    assert_eq!(session.exit_code(), 74);
    session.assert_restored();
}

#[test]
fn a_mark_is_on_the_disk_when_the_program_has_ended() {
    let home = tempfile::tempdir().expect("a folder");
    let file = home.path().join(".local/share/dosje/own/state.json");
    let mut session = started_at(home);
    session.keys("2 q");
    assert_eq!(session.exit_code(), 0);
    let kept = std::fs::read_to_string(file).expect("kept");
    assert!(kept.contains("ids25/1.1"), "{kept}");
}

#[test]
fn a_home_that_cannot_be_written_is_said_and_does_no_harm() {
    let home = tempfile::tempdir().expect("a folder");
    // In the place of a folder, so that it holds for root too.
    tempfile::NamedTempFile::new_in(&home).expect("a file").persist(home.path().join(".local")).expect("named");
    let mut session = started_at(home);
    session.until_screen("Atzīmes un piezīmes nevar");
    session.keys("2/gdhcn\r");
    session.until_screen("1 no 50");
    session.keys("q");
    assert_eq!(session.exit_code(), 0);
    session.assert_restored();
}

#[test]
fn the_text_laid_beside_the_data_is_shown_where_the_data_lie() {
    let home = tempfile::tempdir().expect("a folder");
    let text: String = (1..=999).fold(String::new(), |text, number| text + &format!("rinda nr. {number}\n"));
    let file = tempfile::NamedTempFile::new_in(&home).expect("a file");
    dosje::store::keep::export(file.path(), text.as_bytes(), true).expect("written");
    let attach = std::process::Command::new(DOSJE)
        .args(["attach", "ids25"])
        .arg(file.path())
        .env_clear()
        .env("HOME", home.path())
        .output()
        .expect("it starts");
    assert!(attach.status.success());
    let mut session = started_at(home);
    session.keys("2o");
    session.until_screen("15 │ rinda nr. 15");
    session.keys("qq");
    assert_eq!(session.exit_code(), 0);
    session.assert_restored();
}
