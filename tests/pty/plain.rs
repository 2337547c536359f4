//! The dashboard line by line, on a real terminal.

use rustix::process::Signal;

use crate::session::{Session, modes};

const DOSJE: &str = env!("CARGO_BIN_EXE_dosje");

fn started(words: &[&str]) -> Session {
    let program = ["env", "TERM=dumb", DOSJE, "--lang", "lv", "--today", "2026-11-21"];
    let mut session = Session::start(&[&program, words].concat());
    session.until_text("dosje> ");
    session
}

/// What came, without the returns that a terminal puts before each line's end.
fn said(session: &Session) -> String {
    String::from_utf8_lossy(&session.bytes).replace('\r', "")
}

#[test]
fn a_terminal_that_knows_lines_only_gets_lines() {
    let mut session = started(&[]);
    assert_eq!(modes(&*session.master), session.modes_before);
    session.keys("gdhcn\n");
    session.until_text("1. 4.5 Globālais digitālās veselības");
    session.keys("1\n");
    session.until_text("(Enter: tālāk)");
    session.keys("q\n");
    assert_eq!(session.exit_code(), 0);
    session.drain();
    assert!(said(&session).chars().all(|letter| letter == '\n' || letter >= ' '), "{:?}", said(&session));
}

#[test]
fn a_terminal_of_which_nothing_is_known_gets_lines() {
    for setting in [["env", "-u", "TERM"].as_slice(), &["env", "TERM="]] {
        let mut session = Session::start(&[setting, &[DOSJE, "--lang", "lv"]].concat());
        session.until_text("dosje> ");
        session.keys("q\n");
        assert_eq!(session.exit_code(), 0, "{setting:?}");
        session.drain();
        assert!(!session.bytes.contains(&0x1b), "{}", said(&session));
        session.assert_restored();
    }
}

#[test]
fn a_long_text_waits_for_enter_and_loses_no_line() {
    let mut session = started(&["2.4.1"]);
    session.keys("1\n");
    for _ in 0..12 {
        session.keys("\n");
    }
    session.until_text("Tālāk nekā nav.");
    session.keys("q\n");
    session.exit_code();
    session.drain();
    let said = said(&session);
    assert!(said.contains("ES un Japānas kvantiskās") && said.contains("Avots"), "{said}");
    assert!(said.matches("(Enter: tālāk)").count() > 2, "{said}");
}

#[test]
fn all_of_an_item_is_read_before_the_meeting_goes_on_and_no_list_runs_off_the_top() {
    let mut session = started(&[]);
    session.keys(":meeting\n");
    session.until_text("1/3> ");
    for _ in 0..40 {
        if said(&session).contains("2/3> ") {
            break;
        }
        let before = said(&session).matches("1/3> ").count();
        session.keys("\n");
        session.until("an answer", |session| {
            said(session).contains("2/3> ") || said(session).matches("1/3> ").count() > before
        });
    }
    let first = said(&session).split("\n2/3, ").next().unwrap_or_default().to_owned();
    assert!(first.contains("Konteksts") && first.contains("Ārpus dokumenta zināmais"), "{first}");
    session.keys(":links\n:agenda\nq\n");
    assert_eq!(session.exit_code(), 0);
    session.drain();
    let all = said(&session);
    let longest = all.split("> ").map(|answer| answer.lines().count()).max();
    assert!(longest <= Some(24), "a window of 24 rows: {longest:?} in {all}");
}

#[test]
fn ctrl_c_and_a_signal_end_it_with_their_codes() {
    let mut session = started(&[]);
    session.keys("\x03");
    assert_eq!(session.exit_code(), 130);
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129)] {
        let mut session = started(&[]);
        session.signal(signal);
        assert_eq!(session.exit_code(), code);
    }
    let mut session = started(&[]);
    session.keys("\x04");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn a_note_is_written_in_the_editor_where_there_is_one() {
    let editor = "EDITOR=sh -c 'echo ar redaktoru >> \"$1\"' sh";
    let program = ["env", "TERM=dumb", editor, DOSJE, "--plain", "--lang", "lv", "gdhcn"];
    let mut session = Session::start(&program);
    session.until_text("dosje> ");
    session.keys("1\n:e\n");
    session.until_text("saglabāts");
    session.keys("1\n");
    session.until("the note", |session| said(session).contains("ar redaktoru"));
}

#[test]
fn what_is_marked_line_by_line_is_marked_on_screen() {
    let mut session = started(&["gdhcn"]);
    session.keys(":mark 1\n");
    session.until_text("saglabāts");
    session.keys("q\n");
    assert_eq!(session.exit_code(), 0);
    let mut session = Session::start_at(session.home, &[DOSJE, "--lang", "lv", "--today", "2026-11-21"]);
    session.until_screen("Tēmas");
    session.keys("6");
    session.until_screen("4.5");
}
