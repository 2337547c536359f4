//! Keys as a line may bring them: in pieces, together with signals, or with their end lost.

use std::thread::sleep;
use std::time::Duration;

use portable_pty::PtySize;
use rustix::process::Signal;

use crate::counter::counter_words;
use crate::session::{COLUMNS, ROWS, Session, modes, state};

const DOSJE: &str = env!("CARGO_BIN_EXE_dosje");

/// Long enough for two pieces of a key to be read one by one.
const PAUSE: Duration = Duration::from_millis(10);

/// The dashboard, which waits for the rest of a key for so long that no busy machine is too late with it.
fn patient() -> Session {
    let mut session = Session::start(&["env", "ESCDELAY=1000", DOSJE, "--lang", "lv", "--today", "2026-11-21"]);
    session.until_screen("Tēmas");
    session
}

/// The dashboard as it is without a word from its user.
fn started() -> Session {
    let mut session = Session::start(&[DOSJE, "--lang", "lv", "--today", "2026-11-21"]);
    session.until_screen("Tēmas");
    session
}

/// Types `keys` as often as they have bytes: each time cut in two at another place, and once byte by byte.
fn type_cut(session: &mut Session, keys: &str) {
    let bytes = keys.as_bytes();
    let halves = (1..bytes.len()).map(|cut| bytes.split_at(cut)).flat_map(|(first, rest)| [first, rest]);
    for piece in halves.chain(bytes.chunks(1)) {
        session.writer.write_all(piece).expect("the test's own terminal");
        sleep(PAUSE);
    }
}

#[test]
fn a_key_that_comes_in_pieces_is_one_key_in_the_search_line() {
    let mut session = patient();
    session.keys("2/123456");
    type_cut(&mut session, "\x1b[D");
    type_cut(&mut session, "\x1bOD");
    type_cut(&mut session, "\u{101}");
    session.until_screen("/ āā123456");
    type_cut(&mut session, "\x1b[200~q\x1b[201~");
    session.until_screen("/ āāqqqqqqqqqqqqq123456");
    session.keys("\x03");
    assert_eq!(session.exit_code(), 130);
}

#[test]
fn a_key_that_comes_in_pieces_is_one_key_in_the_list() {
    let script = format!("x=$(ESCDELAY=1000 {DOSJE} --lang lv pick kvantu); echo \"code $? id <$x>\"");
    let mut session = Session::start(&["sh", "-c", &script]);
    session.until_screen("Enter izvēlēties");
    session.keys("jjj");
    type_cut(&mut session, "\x1b[A");
    type_cut(&mut session, "\x1bOB");
    type_cut(&mut session, "\x1b[200~qj\x1b[201~");
    // Opens the help, closes it and opens it.
    type_cut(&mut session, "\x1bOP");
    session.keys("\x1bOP\r");
    session.until_text("code 0 id <ids25/2.4.1>");
    session.exit_code();
}

#[test]
fn how_long_the_rest_of_a_key_is_waited_for_is_the_users_to_say() {
    let mut session = patient();
    session.keys("2/ab\x1b");
    sleep(20 * PAUSE);
    session.keys("[Dx");
    session.until_screen("/ axb");
    session.keys("\x03");
    assert_eq!(session.exit_code(), 130);
}

#[test]
fn esc_alone_is_heard_without_another_key() {
    let mut session = started();
    session.keys("2/gdhcn");
    session.until_screen("1 no 50");
    session.keys("\x1b");
    session.until_screen("q iziet");
    session.keys("q");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn a_key_that_comes_together_with_a_resize_is_heard() {
    let mut session = Session::start(&counter_words());
    session.until_screen("count 0");
    let pid = session.pid();
    for count in 1..=50 {
        // Held up, so that it finds both at once.
        session.signal(Signal::STOP);
        session.until("a stop", |_| state(pid) == 'T');
        let size = PtySize { rows: ROWS, cols: COLUMNS - count % 2, pixel_width: 0, pixel_height: 0 };
        session.master.resize(size).expect("the test's own terminal");
        session.keys("x");
        session.signal(Signal::CONT);
        session.until_screen(&format!("count {count}"));
    }
    session.keys("q");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn a_paste_whose_end_is_lost_leaves_the_keys_alive() {
    let mut session = started();
    session.keys("2/\x1b[200~gdhcn\x03");
    session.until_screen("/ gdhcn␃");
    session.keys("\x03");
    assert_eq!(session.exit_code(), 130);
}

#[test]
fn answers_to_questions_of_another_program_do_nothing() {
    let mut session = started();
    session
        .keys("2/a\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\\x1b[?64;1;2c\x1bP>|XTerm(370)\x1b\\\x1b[<0;12;3M\x1b[M !!\x1b[Ib");
    session.until_screen("/ ab");
    session.keys("\x03");
    assert_eq!(session.exit_code(), 130);
}

#[test]
fn the_shell_of_a_suspended_program_gets_every_key_typed_at_it() {
    let script = "PROGRAM; echo stopped; read line; echo \"heard <$line>\"; fg; echo code $?";
    let mut session = Session::start_in_shell(&format!("{DOSJE} --lang lv"), script);
    session.until_screen("Tēmas");
    session.keys("\x1a");
    session.until_text("stopped");
    assert_eq!(modes(&*session.master), session.modes_before);
    session.keys("q\x1bxyz\n");
    session
        .until("what the shell heard", |session| String::from_utf8_lossy(&session.bytes).contains("heard <q\x1bxyz>"));
    session.until_screen("Tēmas");
    session.keys("q");
    session.until_text("code 0");
    session.assert_restored();
}
