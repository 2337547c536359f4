//! What goes over the wire to a terminal: which bytes, which sequences, which colours.

use crate::grammar::foreign;
use crate::session::Session;

const DOSJE: &str = env!("CARGO_BIN_EXE_dosje");

/// The numbers of all styles, one by one, where nothing foreign was sent.
#[track_caller]
fn styles(bytes: &[u8]) -> Vec<&str> {
    assert_eq!(foreign(bytes), None);
    let sequences = std::str::from_utf8(bytes).expect("text").split("\x1b[").skip(1);
    let styles = sequences.filter_map(|text| {
        let (parameters, rest) = text.split_at(text.find(|c: char| !c.is_ascii_digit() && c != ';')?);
        rest.starts_with('m').then_some(parameters)
    });
    styles.flat_map(|parameters| parameters.split(';')).collect()
}

/// The dashboard with these variables and flags, at 100 columns.
fn opened(variables: &[&str], flags: &[&str], text: &str) -> Session {
    let words = [&["env"], variables, &[DOSJE, "--lang", "lv", "--today", "2026-11-21"], flags].concat();
    let mut session = Session::start(&words);
    session.until_screen(text);
    session.resize(100, 30);
    session.until("the whole width", |session| session.parser.screen().contents().contains(" 3 Darba "));
    session
}

fn quit(session: &mut Session) {
    session.keys("q");
    assert_eq!(session.exit_code(), 0);
    session.drain();
}

#[test]
fn nothing_but_ascii_goes_over_the_wire_where_nothing_else_can_be_shown() {
    for (variables, flags) in [(&["LC_CTYPE=C"][..], &[][..]), (&["LC_CTYPE="], &[]), (&[], &["--ascii"])] {
        let mut session = opened(variables, flags, "Tema");
        for (keys, text) in [
            ("2", "> 1.1"),
            ("3", "TTE"),
            ("4", "Japana"),
            ("5", "sodien"),
            ("7", "7 Glosarijs"),
            ("6", "nekas nav"),
            ("2/āžņšķ „kvantu”", "/ aznsk \"kvantu\""),
            ("\x15kvantu\r", "Kvantu"),
            ("?", "Taustini"),
            ("\x1b", "> 2.4"),
            (":", "Komandas"),
            ("\x1b", "> 2.4"),
            ("o", "2.4"),
            ("\x1b", "> 2.4"),
            ("e", "Ctrl-S"),
            ("Rīt – „ļoti” 漢字 👍", "???? ??"),
            ("\x13", "> 2.4"),
            ("M", "0:0"),
            ("q", "> 2.4"),
        ] {
            session.keys(keys);
            session.until_screen(text);
        }
        for (columns, rows) in [(40, 12), (80, 24), (15, 4), (100, 30)] {
            let seen = session.bytes.len();
            session.resize(columns, rows);
            session.until("a frame", |session| session.bytes[seen..].ends_with(b"\x1b[?2026l"));
        }
        session.keys("q");
        assert_eq!(session.exit_code(), 0);
        session.drain();
        assert_eq!(foreign(&session.bytes), None, "{variables:?} {flags:?}");
        assert!(session.bytes.is_ascii(), "{variables:?} {flags:?}");
    }
}

#[test]
fn without_colours_selection_and_matches_are_seen_all_the_same() {
    for (variables, flags) in [(&["NO_COLOR=1"][..], &[][..]), (&["CLICOLOR_FORCE=1"], &["--color", "never"])] {
        let mut session = opened(variables, flags, "Tēma");
        session.keys("2/kvantu\r");
        session.until_screen("> 2.4.4");
        let screen = session.parser.screen();
        let rows: Vec<String> = screen.rows(0, 100).collect();
        let row = rows.iter().position(|row| row.starts_with("> 2.4.4")).expect("the selected row");
        let at = |row: usize, column: usize| {
            screen.cell(u16::try_from(row).expect("small"), u16::try_from(column).expect("small")).expect("a cell")
        };
        assert!(at(row, 0).inverse());
        let matched = rows[row + 1].chars().collect::<String>().find("kvantu").expect("a match");
        let matched = rows[row + 1][..matched].chars().count();
        assert!(at(row + 1, matched).bold() && at(row + 1, matched).underline());
        quit(&mut session);
        let known = ["", "0", "1", "2", "4", "7", "22", "24", "27"];
        let strange: Vec<&str> = styles(&session.bytes).into_iter().filter(|style| !known.contains(style)).collect();
        assert!(strange.is_empty(), "{variables:?} {flags:?}: {strange:?}");
    }
}

#[test]
fn a_flag_and_the_environment_choose_the_colours() {
    for (variables, flags, some, none) in [
        (&[][..], &[][..], "36", "38"),
        (&["NO_COLOR=1"], &["--color", "always"], "36", "38"),
        (&["NO_COLOR="], &[], "36", "38"),
        (&[], &["--color", "256"], "38", "36"),
        (&[], &["--color", "24bit"], "38", "36"),
        (&["COLORFGBG=0;15"], &[], "34", "33"),
    ] {
        let mut session = opened(variables, flags, "Tēma");
        session.keys("2/kvantu\r");
        session.until_screen("> 2.4.4");
        quit(&mut session);
        let styles = styles(&session.bytes);
        assert!(styles.contains(&some) && !styles.contains(&none), "{variables:?} {flags:?}: {styles:?}");
    }
}

#[test]
fn the_cursor_stands_on_the_row_that_is_selected() {
    let mut session = opened(&[], &[], "Tēma");
    for (keys, row) in [("2", "> 1.1"), ("jj", "> 1.3"), (":", " : "), ("\x1b", "> 1.3"), ("5", "> ")] {
        session.keys(keys);
        session.until(row, |session| {
            let screen = session.parser.screen();
            let (y, _) = screen.cursor_position();
            let row_there = screen.rows(0, 100).nth(usize::from(y)).unwrap_or_default();
            !screen.hide_cursor() && row_there.starts_with(row)
        });
    }
    quit(&mut session);
}

#[test]
fn an_error_on_a_terminal_is_in_letters_it_can_show() {
    for (charset, word) in [("C", "\"sifrs\""), ("C.UTF-8", "„šifrs”")] {
        let charset = format!("LC_CTYPE={charset}");
        let mut session = Session::start(&["env", &charset, DOSJE, "--lang", "lv", "show", "šifrs"]);
        session.until_text(word);
        assert_eq!(session.exit_code(), 1);
        session.drain();
        assert_eq!(session.bytes.is_ascii(), word.is_ascii());
    }
}
