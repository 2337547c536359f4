//! The time on screen in a meeting, on a real terminal: what it costs on the line.

use std::time::{Duration, Instant};

use crate::session::Session;

const DOSJE: &str = env!("CARGO_BIN_EXE_dosje");

/// Most bytes of a tick: begin and end of a frame, the place, a digit or two, plain text again.
const FEW: usize = 90;

/// What stands at the end of the first line.
fn time(session: &Session) -> String {
    let first = session.parser.screen().contents().lines().next().unwrap_or_default().to_owned();
    first.split_whitespace().next_back().unwrap_or_default().to_owned()
}

#[test]
fn a_second_in_a_meeting_is_a_few_bytes_and_none_outside_of_it() {
    let mut session = Session::start(&[DOSJE, "--lang", "lv", "--today", "2026-11-21"]);
    session.until_screen("Tēmas");
    session.keys("M");
    session.until_screen("0:00");
    session.until_screen("1/3");
    session.drain();
    for _ in 0..2 {
        let (before, seen) = (time(&session), session.bytes.len());
        session.until("a tick", |session| time(session) != before);
        let bytes = session.drain();
        let all = &session.bytes[seen..];
        assert!((1..=FEW).contains(&all.len()), "{} bytes: {:?}{bytes:?}", all.len(), String::from_utf8_lossy(all));
    }
    session.keys("q");
    session.until_screen("Tēmas");
    session.drain();
    let start = Instant::now();
    while start.elapsed() < Duration::from_millis(1200) {
        assert_eq!(session.drain(), "");
    }
    session.keys("q");
    assert_eq!(session.exit_code(), 0);
    session.assert_restored();
}

#[test]
fn a_line_that_drops_in_a_meeting_ends_it() {
    let mut session = Session::start(&[DOSJE, "--lang", "lv", "--today", "2026-11-21"]);
    session.until_screen("Tēmas");
    session.keys("M");
    session.until_screen("1/3");
    session.drain();
    let (code, _) = session.hang_up();
    assert_eq!(code, 129);
}
