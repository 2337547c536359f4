//! The mouse on a real terminal: only where it is asked for, and gone by every way out.

use rustix::process::Signal;
use tempfile::TempDir;
use vt100::MouseProtocolMode;

use crate::counter::counter_words;
use crate::session::Session;

const DOSJE: &str = env!("CARGO_BIN_EXE_dosje");

fn hears(session: &Session) -> bool {
    session.parser.screen().mouse_protocol_mode() != MouseProtocolMode::None
}

fn with_mouse() -> Session {
    let mut session = Session::start(&[DOSJE, "--lang", "lv", "--today", "2026-11-21", "--mouse"]);
    session.until_screen("Tēmas");
    session.until("the mouse", hears);
    session
}

/// Whether something was ever said of the mouse.
fn is_spoken_of(session: &Session) -> bool {
    let bytes = String::from_utf8_lossy(&session.bytes).into_owned();
    ["?1000", "?1002", "?1003", "?1006"].iter().any(|mode| bytes.contains(mode))
}

#[test]
fn without_a_word_of_it_the_terminal_is_told_nothing_of_a_mouse() {
    let mut session = Session::start(&[DOSJE, "--lang", "lv", "--today", "2026-11-21"]);
    session.until_screen("Tēmas");
    session.keys("2\x1b[<0;3;5Mj");
    session.until_screen("> 1.2");
    session.keys("q");
    assert_eq!(session.exit_code(), 0);
    session.assert_restored();
    session.drain();
    assert!(!is_spoken_of(&session));
}

#[test]
fn a_press_selects_a_row_and_the_wheel_moves_on() {
    let mut session = with_mouse();
    session.keys("2\x1b[<0;3;5M\x1b[<0;3;5m");
    session.until_screen("> 1.3");
    session.keys("\x1b[<65;3;5M");
    session.until_screen("> 2.1.1");
    session.keys("\x1b[<64;3;5M");
    session.until_screen("> 1.3");
    session.keys("q");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn a_press_on_the_pad_places_the_cursor_and_its_key_turns_the_mouse_off() {
    let mut session = with_mouse();
    session.keys("2e");
    session.until_screen("## Mērķis");
    session.keys("pirmais\rotrais");
    session.until_screen("otrais");
    let line = session.parser.screen().contents().lines().position(|line| line == " pirmais").expect("a line");
    session.keys(&format!("\x1b[<0;5;{}M", line + 1));
    session.until("the cursor", |session| usize::from(session.parser.screen().cursor_position().0) == line);
    session.keys("X");
    session.until_screen("pirXmais");
    session.keys("\x1bOS");
    session.until("no mouse", |session| !hears(session));
    session.until_screen("Pele izslēgta");
    session.keys("\x13");
    session.until_screen("Saglabāts: 1.1");
    session.keys("q");
    assert_eq!(session.exit_code(), 0);
    session.assert_restored();
}

#[test]
fn by_every_way_out_the_terminal_is_left_without_a_mouse() {
    for (keys, code) in [("q", 0), ("\x03", 130), ("", 143)] {
        let mut session = with_mouse();
        if keys.is_empty() {
            session.signal(Signal::TERM);
        }
        session.keys(keys);
        assert_eq!(session.exit_code(), code);
        session.assert_restored();
        session.until("no mouse", |session| !hears(session));
    }
    let mut session = Session::start(&counter_words());
    session.until_screen("count 0");
    session.keys("m");
    session.until("the mouse", hears);
    session.keys("p");
    assert_eq!(session.exit_code(), 70);
    session.assert_restored();
    session.until("no mouse", |session| !hears(session));
}

#[test]
fn it_is_given_away_with_the_terminal_and_comes_back_with_it() {
    let mut session = Session::start_in_shell(
        &format!("{DOSJE} --lang lv --mouse"),
        "PROGRAM; echo stopped; read line; fg; echo code $?",
    );
    session.until_screen("Tēmas");
    session.until("the mouse", hears);
    session.keys("\x1a");
    session.until_text("stopped");
    session.until("no mouse", |session| !hears(session));
    session.keys("\n");
    session.until_screen("Tēmas");
    session.until("the mouse", hears);
    session.keys("\x1bOS");
    session.until("no mouse", |session| !hears(session));
    session.keys("q");
    session.until_text("code 0");
    session.assert_restored();
}

/// A home with these settings in it.
fn home(settings: &str) -> TempDir {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join(".config/dosje");
    std::fs::create_dir_all(&folder).expect("a folder");
    let mut file =
        std::fs::File::options().write(true).create_new(true).open(folder.join("config.json")).expect("a file");
    std::io::Write::write_all(&mut file, settings.as_bytes()).expect("room for it");
    home
}

#[test]
fn the_settings_decide_what_it_starts_with() {
    let settings =
        r#"{ "language": "en", "start_tab": "actions", "mouse": true, "keys": { "search": ["F6"], "quit": ["Q"] } }"#;
    let mut session = Session::start_at(home(settings), &[DOSJE, "--today", "2026-11-21"]);
    session.until_screen("> 1.1");
    session.until_screen("F6 search");
    session.until("the mouse", hears);
    session.keys("qQ");
    assert_eq!(session.exit_code(), 0);
    session.assert_restored();
}

#[test]
fn a_fault_in_the_settings_is_said_and_the_rest_holds() {
    let settings = r#"{ "language": "en", "start_tab": "actionz" }"#;
    let mut session = Session::start_at(home(settings), &[DOSJE, "--today", "2026-11-21"]);
    session.until_screen("1 fault in your settings (config.json:1)");
    session.keys("q");
    assert_eq!(session.exit_code(), 0);
}
