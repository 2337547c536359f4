//! The guard on a real terminal: what is left of it after each way out.

use std::time::{Duration, Instant};

use rustix::process::{Signal, kill_process};

use crate::counter::{counter, counter_words};
use crate::session::{DEADLINE, Session, modes, state};

fn running() -> Session {
    let mut session = Session::start(&counter_words());
    session.until_screen("count 0");
    assert_ne!(modes(&*session.master), session.modes_before);
    session
}

#[test]
fn q_restores_the_terminal() {
    let mut session = running();
    session.keys("xq");
    assert_eq!(session.exit_code(), 0);
    session.assert_restored();
}

#[test]
fn the_ctrl_c_key_restores_the_terminal_and_exits_130() {
    let mut session = running();
    session.keys("\x03");
    assert_eq!(session.exit_code(), 130);
    session.assert_restored();
}

#[test]
fn sigterm_sigint_and_sigquit_restore_the_terminal() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::INT, 130), (Signal::QUIT, 131)] {
        let mut session = running();
        session.signal(signal);
        assert_eq!(session.exit_code(), code);
        session.assert_restored();
    }
}

#[test]
fn sighup_restores_a_terminal_that_is_still_there() {
    let mut session = running();
    assert_eq!(session.drain(), "");
    session.signal(Signal::HUP);
    assert_eq!(session.exit_code(), 129);
    session.assert_restored();
}

#[test]
fn a_panic_of_any_thread_is_told_on_the_main_screen() {
    for key in ["p", "t"] {
        let mut session = running();
        session.keys(key);
        assert_eq!(session.exit_code(), 70);
        session.assert_restored();
        session.until_text("on purpose ?[31m");
        assert!(session.parser.screen().contents().contains("error: internal error: panicked at tests/pty/counter.rs"));
    }
}

#[test]
fn a_panic_that_cannot_be_told_exits_70() {
    for stderr in ["2>/dev/full", "2>&-"] {
        let mut session = Session::start(&["sh", "-c", &format!("exec {} {stderr}", counter())]);
        session.until_screen("count 0");
        session.keys("p");
        assert_eq!(session.exit_code(), 70);
        session.assert_restored();
    }
}

#[test]
fn a_closed_terminal_ends_the_program_within_a_second() {
    let ignoring = format!("trap '' HUP; exec {}", counter());
    let beneath = format!("trap '' HUP; {}; exit $?", counter());
    let words = counter_words();
    for (argv, keys) in [(&words[..], ""), (&words, "f"), (&["sh", "-c", &ignoring], ""), (&["sh", "-c", &beneath], "")]
    {
        let mut session = Session::start(argv);
        session.until_screen("count 0");
        session.keys("x");
        session.until_screen("count 1");
        session.keys(keys);
        let (code, time) = session.hang_up();
        assert_eq!(code, 129, "{argv:?}");
        assert!(time < Duration::from_secs(1), "{argv:?} took {time:?}");
    }
}

#[test]
fn a_terminal_nobody_reads_does_not_hold_up_the_end() {
    let mut session = running();
    session.keys("f");
    session.until_text("7 ");
    let pid = session.pid();
    let start = Instant::now();
    while state(pid) != 'S' {
        assert!(start.elapsed() < DEADLINE, "never stalled");
    }
    let start = Instant::now();
    session.signal(Signal::TERM);
    assert_eq!(session.exit_code(), 143);
    assert!(start.elapsed() < Duration::from_secs(1), "took {:?}", start.elapsed());
    assert_eq!(modes(&*session.master), session.modes_before);
}

#[test]
fn a_frame_is_one_synchronized_update_and_an_idle_screen_is_silent() {
    let mut session = running();
    session.drain();
    let seen = session.bytes.len();
    session.keys("x");
    session.until_screen("count 1");
    assert_eq!(session.drain(), "");
    let frame = String::from_utf8_lossy(&session.bytes[seen..]).into_owned();
    assert!(frame.starts_with("\x1b[?2026h") && frame.ends_with("\x1b[?2026l"), "{frame:?}");
    assert_eq!(frame.matches("\x1b[?2026").count(), 2, "{frame:?}");
    assert_eq!(session.drain(), "");
}

#[test]
fn the_terminal_is_asked_nothing() {
    let mut session = running();
    session.keys("xq");
    session.exit_code();
    session.drain();
    let bytes = String::from_utf8_lossy(&session.bytes).into_owned();
    let finals = bytes.split('\x1b').skip(1).map(|part| part.chars().find(char::is_ascii_alphabetic));
    assert!(finals.clone().flatten().all(|end| "mHJKlh".contains(end)), "{bytes:?}");
}

#[test]
fn ctrl_z_gives_the_terminal_to_the_shell_and_fg_repaints() {
    let mut session = Session::start_in_shell(&counter(), "PROGRAM; echo stopped; read line; fg; echo code $?");
    session.until_screen("count 0");
    session.keys("x");
    session.until_screen("count 1");
    session.keys("\x1a");
    session.until_text("stopped");
    session.assert_restored();
    assert!(session.program_is_stopped());
    session.keys("\n");
    session.until_screen("count 1");
    session.keys("x");
    session.until_screen("count 2");
    session.keys("q");
    session.until_text("code 0");
    session.assert_restored();
}

#[test]
fn fg_repaints_after_a_sigstop() {
    let mut session =
        Session::start_in_shell(&counter(), "PROGRAM; stty sane; echo stopped; read line; fg; echo code $?");
    session.until_screen("count 0");
    kill_process(session.program_pid().expect("the test's own terminal"), Signal::STOP)
        .expect("the test's own terminal");
    session.until_text("stopped");
    session.keys("\n");
    session.until("a second screen", |session| {
        let bytes = String::from_utf8_lossy(&session.bytes).into_owned();
        bytes.matches("\x1b[?1049h").count() == 2
    });
    session.until_screen("count 0");
    session.keys("xq");
    session.until_text("code 0");
    session.until_left();
}

#[test]
fn a_stopped_program_can_be_terminated() {
    let mut session = Session::start_in_shell(&counter(), "PROGRAM; kill %1; read line");
    session.until_screen("count 0");
    let program = session.program_pid().expect("the test's own terminal");
    session.keys("\x1a");
    // The exit code is not asked for: bash may still take the job for stopped, or have forgotten it.
    session.until("the end", |_| matches!(state(program), 'Z' | 'X'));
    session.assert_restored();
}

#[test]
fn a_program_continued_in_the_background_stops_again() {
    let mut session =
        Session::start_in_shell(&counter(), "PROGRAM; bg; wait %1; echo behind; read line; fg; echo code $?");
    session.until_screen("count 0");
    session.keys("\x1a");
    session.until_text("behind"); // `wait` returns when the job stops
    assert!(session.program_is_stopped());
    session.assert_restored();
    session.keys("\n");
    session.until_screen("count 0");
    session.keys("q");
    session.until_text("code 0");
    session.assert_restored();
}

#[test]
fn a_program_started_in_the_background_waits_for_fg() {
    let mut session =
        Session::start_in_shell(&counter(), "PROGRAM & wait %1; echo behind; read line; fg; echo code $?");
    session.until_text("behind");
    assert!(session.program_is_stopped());
    assert!(!String::from_utf8_lossy(&session.bytes).contains('\x1b'));
    session.keys("\n");
    session.until_screen("count 0");
    session.keys("q");
    session.until_text("code 0");
    session.assert_restored();
}

#[test]
fn ctrl_z_without_a_shell_is_ignored() {
    let mut session = running();
    session.keys("\x1ax");
    session.until_screen("count 1");
    session.signal(Signal::TSTP);
    session.keys("x");
    session.until_screen("count 2");
    session.keys("q");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn a_child_process_has_the_terminal_and_its_ctrl_c() {
    let mut session = running();
    session.keys("e");
    session.until_text("lent");
    session.assert_restored();
    session.keys("\x03");
    session.until_text("interrupted");
    session.keys("\n");
    session.until_screen("count 0");
    session.keys("q");
    assert_eq!(session.exit_code(), 0);
    session.assert_restored();
}
