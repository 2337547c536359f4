//! A record picked on the terminal while a shell waits for its id.

use crate::session::Session;

const DOSJE: &str = env!("CARGO_BIN_EXE_dosje");

/// The dashboard in a command substitution, and what the shell says of it.
fn picking(words: &str) -> Session {
    let script = format!("x=$({words}); echo \"code $? id <$x>\"");
    let mut session = Session::start(&["sh", "-c", &script.replace("DOSJE", &format!("{DOSJE} --lang lv pick"))]);
    session.until_screen("Enter izvēlēties");
    session
}

#[test]
fn the_picked_id_is_all_that_a_shell_is_given() {
    let mut session = picking("DOSJE kvantu");
    session.keys("jjj\r");
    session.until_text("code 0 id <ids25/2.4.1>");
    assert_eq!(session.exit_code(), 0);
    session.assert_restored();
}

#[test]
fn neither_input_nor_output_need_be_the_terminal() {
    let mut session = picking("echo unread | DOSJE | cat; exit 7");
    session.keys("2/gdhcn");
    session.until_screen("1 no 50");
    session.keys("\r");
    session.until_text("code 7 id <ids25/4.5>");
    session.exit_code();
    session.assert_restored();
}

#[test]
fn the_window_is_as_large_as_the_terminal_and_not_as_the_pipe() {
    let mut session = picking("DOSJE");
    session.drain();
    let header = session.parser.screen().rows(0, 60).next().unwrap_or_default();
    assert!(header.trim_end().ends_with("LV") && header.chars().count() == 60, "{header}");
    assert!(session.parser.screen().contents_between(9, 0, 9, 60).contains("Enter izvēlēties"), "in the last line");
    session.keys("q");
    session.exit_code();
}

#[test]
fn leaving_without_a_pick_gives_nothing_and_says_so_by_the_code() {
    for (keys, code) in [("\x1b", 1), ("q", 1), ("\x03", 130)] {
        let mut session = picking("DOSJE");
        session.keys(keys);
        session.until_text(&format!("code {code} id <>"));
        session.exit_code();
        session.assert_restored();
    }
}

#[test]
fn without_a_terminal_it_says_so_and_draws_nothing() {
    let output = std::process::Command::new("setsid")
        .args(["--wait", DOSJE, "--lang", "en", "pick"])
        .env("TERM", "xterm")
        .env("HOME", "/nonexistent")
        .output()
        .expect("setsid");
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("error: no terminal to draw on\n"));
}
