//! Where the program is started: with bad files around it, without a terminal, half on one, or behind a shell.

use std::fs;
use std::path::Path;
use std::time::Instant;

use dosje::domain::Lang;
use dosje::i18n::messages;
use dosje::store;
use rustix::process::Signal;

use crate::grammar::foreign;
use crate::session::{DEADLINE, Session, modes};

const DOSJE: &str = env!("CARGO_BIN_EXE_dosje");

#[test]
fn every_bad_file_of_the_corpus_is_named_and_the_rest_is_shown() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/bad");
    let mut count = 0;
    for file in fs::read_dir(corpus).expect("the corpus").flatten() {
        let home = tempfile::tempdir().expect("a folder");
        let data = home.path().join("data");
        fs::create_dir(&data).expect("made");
        fs::copy(file.path(), data.join(file.file_name())).expect("copied");
        let faults = store::load(Some(&data)).faults;
        let said = faults.first().map(|first| (messages(Lang::Lv).left_out)(faults.len(), &first.file));
        let words = [DOSJE, "--lang", "lv", "--today", "2026-11-21", "--data", &data.to_string_lossy()];
        let mut session = Session::start_sized(home, (120, 12), &words);
        session.until_screen(said.as_deref().unwrap_or("q iziet"));
        session.until_screen("Notiekošās un plānotās darbības");
        session.keys("q");
        assert_eq!(session.exit_code(), 0, "{}", file.path().to_string_lossy());
        session.assert_restored();
        assert_eq!(foreign(&session.bytes), None, "{}", file.path().to_string_lossy());
        count += 1;
    }
    assert!(count > 80, "{count}");
}

#[test]
fn without_a_terminal_or_half_on_one_it_says_so_and_draws_nothing() {
    for script in [
        "DOSJE </dev/null",
        "DOSJE >out; code=$?; grep -c . out; exit $code",
        "echo q | DOSJE",
        "DOSJE </dev/null 2>err; code=$?; cat err; exit $code",
        "exec setsid --wait env DOSJE",
        "setsid --wait DOSJE pick",
        "unset TERM; DOSJE pick",
        "TERM= DOSJE pick",
        "TERM=dumb DOSJE pick",
    ] {
        let script = script.replace("DOSJE", &format!("{DOSJE} --lang en"));
        let mut session = Session::start(&["sh", "-c", &script]);
        session.until_text("error: no terminal to draw on");
        assert_eq!(session.exit_code(), 2, "{script}");
        session.drain();
        assert!(!session.bytes.contains(&0x1b), "{script}");
        session.assert_restored();
    }
}

#[test]
fn nothing_found_is_said_to_whoever_reads_it() {
    for query in ["search qqqq", "search note:tokyo", "brief qqqq"] {
        let mut session = Session::start(&["sh", "-c", &format!("{DOSJE} {query} --lang en")]);
        session.until_text("Nothing found.");
        assert_eq!(session.exit_code(), 1, "{query}");
        let quiet = format!("{DOSJE} {query} --lang en 2>err; code=$?; wc -c <err; exit $code");
        let mut session = Session::start(&["sh", "-c", &quiet]);
        assert_eq!(session.exit_code(), 1, "{query}");
        session.drain();
        assert_eq!(String::from_utf8_lossy(&session.bytes).trim(), "0", "{query}");
    }
}

#[test]
fn words_need_no_terminal_and_say_where_nothing_can_be_written() {
    for (script, said, code) in [
        ("DOSJE search kvantu >/dev/full", "error: no room left on the disk", 74),
        ("DOSJE show 2.4.1 >/dev/full", "error: no room left on the disk", 74),
        ("DOSJE --help >/dev/full", "ended", 74),
        ("DOSJE agenda | head -1; true", "TTE", 0),
        // The pipe has no reader.
        (
            "d=$(mktemp -d); mkfifo $d/p; : <$d/p & exec 3>$d/p; wait; rm -r $d; DOSJE --help >&3; echo of help: $?",
            "of help: 0",
            0,
        ),
        ("setsid --wait DOSJE show 2.4.1 </dev/null", "lines 421–435", 0),
        ("TERM=dumb DOSJE show 2.4.1", "lines 421–435", 0),
    ] {
        let words = script.replace("DOSJE", &format!("{DOSJE} --lang en"));
        let mut session = Session::start(&["sh", "-c", &format!("{words}; code=$?; echo ended; exit $code")]);
        session.until_text(said);
        assert_eq!(session.exit_code(), code, "{script}");
        assert_eq!(foreign(&session.bytes), None, "{script}");
    }
}

#[test]
fn started_in_the_background_it_waits_for_fg_and_leaves_the_screen_alone() {
    let script = "PROGRAM & wait %1; echo behind; read line; fg; echo code $?";
    let mut session = Session::start_in_shell(&format!("{DOSJE} --lang lv"), script);
    session.until_text("behind");
    assert!(session.program_is_stopped());
    assert!(!session.bytes.contains(&0x1b));
    session.keys("\n");
    session.until_screen("Tēmas");
    session.keys("q");
    session.until_text("code 0");
    session.assert_restored();
}

#[test]
fn a_dashboard_that_nobody_reads_ends_when_it_is_told_to() {
    let mut session =
        Session::start_sized(tempfile::tempdir().expect("a folder"), (300, 100), &[DOSJE, "--lang", "lv"]);
    session.until_screen("Tēmas");
    let start = Instant::now();
    while !session.is_stalled() {
        assert!(start.elapsed() < DEADLINE, "never stalled");
        // All is drawn anew, until it is more than a terminal holds for whoever reads it.
        session.keys("\x0c");
    }
    session.signal(Signal::TERM);
    assert_eq!(session.exit_code(), 143);
    assert_eq!(modes(&*session.master), session.modes_before);
}
