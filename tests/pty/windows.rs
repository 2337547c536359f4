//! Windows of every size, and windows that change it while something lies on top.

use rustix::process::Signal;

use crate::grammar::foreign;
use crate::hostile::Dice;
use crate::session::Session;

const DOSJE: &str = env!("CARGO_BIN_EXE_dosje");

const WORDS: [&str; 5] = [DOSJE, "--lang", "lv", "--today", "2026-11-21"];

/// What leads somewhere, and a text that stands only there.
const PLACES: [(&str, &[&str], &str); 9] = [
    ("list", &["2"], "Arktikas"),
    ("search", &["2", "/kvantu"], "/ kvantu"),
    ("text", &["2", "\r"], "Arktikas"),
    ("help", &["?"], "rindu uz leju"),
    ("palette", &[":saglab\u{101}t"], ": saglabāt"),
    ("question", &["2", " ", "6", "x", "\r"], "Datne"),
    ("source", &["2", "o"], "Dokumenta teksts"),
    ("meeting", &["M"], "1/3"),
    ("pad", &["2", "eabc"], "abc"),
];

fn started(size: (u16, u16)) -> Session {
    Session::start_sized(tempfile::tempdir().expect("a folder"), size, &WORDS)
}

/// The lines of the screen; what was written in another size joins none of them.
fn rows(session: &Session) -> Vec<String> {
    session.parser.screen().rows(0, 80).map(|row| row.trim_end().to_owned()).collect()
}

/// The same once nothing is being saved.
fn settled(session: &mut Session) -> Vec<String> {
    session.until("the end of saving", |session| !rows(session)[0].contains("saglabā"));
    session.drain();
    rows(session)
}

/// Ends it by a signal, and looks at all it sent.
#[track_caller]
fn end(mut session: Session) {
    session.signal(Signal::TERM);
    assert_eq!(session.exit_code(), 143);
    session.assert_restored();
    assert_eq!(foreign(&session.bytes), None);
}

#[test]
fn a_window_of_any_size_is_drawn_in_and_left() {
    let sizes = [0, 1, 2, 19, 20, 21, 40, 80, 300].into_iter();
    for (columns, rows) in sizes.flat_map(|columns| [0, 1, 4, 5, 24, 100].map(|rows| (columns, rows))) {
        let mut session = started((columns, rows));
        session.until("a frame", |session| session.bytes.ends_with(b"\x1b[?2026l"));
        session.keys("q");
        assert_eq!(session.exit_code(), 0, "{columns}x{rows}");
        session.assert_restored();
        assert_eq!(foreign(&session.bytes), None, "{columns}x{rows}");
    }
}

#[test]
fn a_storm_of_sizes_leaves_what_is_on_screen_wherever_one_is() {
    let mut dice = Dice(27);
    for (place, keys, text) in PLACES {
        let mut session = started((80, 24));
        session.until_screen("Tēmas");
        for keys in keys {
            session.step(keys);
        }
        let shown = settled(&mut session);
        for _ in 0..100 {
            let mut side = |most| u16::try_from(dice.roll(most) + 1).expect("small");
            session.resize_unseen(side(300), side(100));
            if dice.roll(4) == 0 {
                session.read();
            }
        }
        session.resize(80, 24);
        session.step("");
        session.until_screen(text);
        // In the meeting the clock has gone on.
        let st = std::time::Instant::now();
        session.until(place, |session| {
            if st.elapsed().as_secs() > 6 {
                assert_eq!(rows(session), shown);
            }
            place == "meeting" || rows(session) == shown
        });
        end(session);
    }
}

#[test]
fn in_a_window_too_small_no_key_acts_but_the_ways_out() {
    for (place, keys, text) in PLACES {
        let mut session = started((80, 24));
        session.until_screen("Tēmas");
        for keys in keys {
            session.step(keys);
        }
        session.until_screen(text);
        let shown = settled(&mut session);
        session.resize(19, 4);
        session.until(place, |session| session.parser.screen().contents().contains("mazs"));
        session.keys("j G/x\r\x1b[200~pasted\x1b[201~ Le3\x7f\t");
        session.resize(80, 24);
        session.until_screen(text);
        // In the meeting the clock has gone on.
        session.until(place, |session| place == "meeting" || rows(session) == shown);
        session.resize(19, 4);
        session.until(place, |session| session.parser.screen().contents().contains("mazs"));
        // The pad is left first, with what is written kept.
        session.keys(if place == "pad" { "\x13q" } else { "q" });
        assert_eq!(session.exit_code(), 0, "{place}");
        session.assert_restored();
        assert_eq!(foreign(&session.bytes), None, "{place}");
    }
}

#[test]
fn an_editor_may_be_resized_as_one_likes() {
    let home = tempfile::tempdir().expect("a folder");
    let around = ["env", "EDITOR=sh -c 'echo ready; read line; echo written >>\"$0\"'"];
    let mut session = Session::start_sized(home, (80, 24), &[&around[..], &WORDS].concat());
    session.until_screen("Tēmas");
    session.keys("2e");
    session.until_text("ready");
    for size in 1..100 {
        session.resize_unseen(size * 3, size);
    }
    session.resize(60, 20);
    session.keys("\n");
    session.until_screen("Saglabāts");
    session.step("");
    session.until("a whole screen", |session| {
        let rows: Vec<String> = session.parser.screen().rows(0, 60).collect();
        rows[0].trim_end().ends_with("LV") && rows[19].contains("atvērt")
    });
    end(session);
}
