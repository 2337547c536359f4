//! What a terminal is sent for its clipboard, alone and around tmux; and files written beside.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use rustix::process::Signal;

use crate::session::Session;

const DOSJE: &str = env!("CARGO_BIN_EXE_dosje");

/// "1. tēma, JOIN(2025) 140, pielikums, 1. lpp., 13. rinda", as `base64` gives it.
const REFERENCE: &str = "\x1b]52;c;MS4gdMSTbWEsIEpPSU4oMjAyNSkgMTQwLCBwaWVsaWt1bXMsIDEuIGxwcC4sIDEzLiByaW5kYQ==";

/// The dashboard with its first theme selected, in a shell command's surroundings.
fn started(around: &[&str]) -> Session {
    let mut session = Session::start(&[around, &[DOSJE, "--lang", "lv", "--today", "2026-11-21"]].concat());
    session.until_text("Tēmas");
    session.keys("j");
    session.until_text("> 1   Droša");
    session
}

fn sequences(session: &Session) -> Vec<String> {
    let bytes = String::from_utf8_lossy(&session.bytes).into_owned();
    let sent = bytes.match_indices("\x1b]52;").map(|(at, _)| bytes[at..].to_owned());
    sent.map(|rest| rest[..rest[1..].find(['\x1b', '\x07']).map_or(rest.len(), |end| end + 1)].to_owned()).collect()
}

#[test]
fn a_reference_reaches_the_terminal_in_one_sequence() {
    let mut session = started(&[]);
    session.keys("Y");
    session.until_screen("Nosūtīts termināļa starpliktuvei (54 rakstzīmes)");
    assert_eq!(sequences(&session), [REFERENCE]);
    let bytes = String::from_utf8_lossy(&session.bytes).into_owned();
    assert!(bytes.contains(&format!("{REFERENCE}\x1b\\")), "ended as ECMA-48 has it");
    let frames = bytes.find(REFERENCE).map(|at| bytes[..at].rfind("\x1b[?2026l") > bytes[..at].rfind("\x1b[?2026h"));
    assert_eq!(frames, Some(true), "between two frames");
    session.keys("q");
    assert_eq!(session.exit_code(), 0);
    session.assert_restored();
}

/// The tmux at this socket, which ends with the test, however that ends.
struct Server<'a>(&'a str);

impl Drop for Server<'_> {
    fn drop(&mut self) {
        // It is gone already where all went well.
        drop(Command::new("tmux").args(["-S", self.0, "kill-server"]).output());
    }
}

#[test]
fn the_terminal_around_tmux_receives_it_too() {
    if Command::new("tmux").arg("-V").output().is_err() {
        // Nothing to run it in.
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let socket = folder.path().join("socket").to_string_lossy().into_owned();
    let _server = Server(&socket);
    let mut session = started(&["tmux", "-u", "-S", &socket, "-f", "/dev/null", "new-session"]);
    session.keys("Y");
    session.until_text("Nosūtīts termināļa starpliktuvei");
    session.until("the sequence", |session| !sequences(session).is_empty());
    let sent = sequences(&session);
    let wanted = REFERENCE.trim_start_matches("\x1b]52;c;");
    assert!(sent.iter().all(|sequence| sequence.ends_with(wanted)), "{sent:?}");
    let kept = Command::new("tmux").args(["-S", &socket, "show-buffer"]).output().expect("tmux");
    assert_eq!(String::from_utf8_lossy(&kept.stdout), "1. tēma, JOIN(2025) 140, pielikums, 1. lpp., 13. rinda");
    session.keys("q");
    session.exit_code();
}

/// The reference goes to the terminal itself, that tmux did not take it is said, and the program ends well.
fn assert_passed_by(mut session: Session) {
    session.keys("Y");
    session.until_text("tmux to neņēma. Nosūtīts");
    assert_eq!(sequences(&session), [REFERENCE]);
    session.keys("q");
    assert_eq!(session.exit_code(), 0);
    session.assert_restored();
}

#[test]
fn a_tmux_that_is_missing_or_fails_is_said_and_passed_by() {
    let folder = tempfile::tempdir().expect("a folder");
    let program = folder.path().join("tmux");
    std::os::unix::fs::symlink("/bin/false", &program).expect("linked");
    for path in [folder.path(), Path::new("/nonexistent")] {
        let path = format!("PATH={}", path.to_string_lossy());
        let session = started(&["env", "TMUX=/nonexistent,1,0", &path]);
        assert_passed_by(session);
    }
}

#[test]
fn a_sequence_cut_short_by_a_signal_is_ended_before_the_terminal_is_given_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let prose = |text: &str| serde_json::json!({ "lv": text, "en": text });
    let theme = |number: u32| {
        let title = serde_json::json!({ "lv": "garš teksts ".repeat(40), "en": "long", "en_status": "own" });
        serde_json::json!({ "id": format!("long/T{number}"), "title": title, "source": [{ "lines": [1, 1] }] })
    };
    let file = serde_json::json!({
        "schema_version": 1, "kind": "document",
        "document": { "id": "long", "citation": prose("L"), "about": prose("a"), "language": "lv", "provenance": prose("p") },
        "themes": (1..=80).map(theme).collect::<Vec<_>>(),
    });
    let data = folder.path().join("long.json");
    dosje::store::keep::export(&data, file.to_string().as_bytes(), false).expect("written");
    // The program may be faster than the signal; not always.
    let is_cut_short = (0..20).any(|_| is_cut_short(&folder.path().to_string_lossy()));
    assert!(is_cut_short);
}

/// Sends a signal while a long record is on its way to the clipboard; whether the rest of it stayed behind.
fn is_cut_short(data: &str) -> bool {
    let mut session = Session::start(&[DOSJE, "--lang", "lv", "--data", data, "long"]);
    session.until_text("81 no 92");
    session.keys("y");
    // Read no further: the rest waits in the program.
    session.until("the sequence", |session| !sequences(session).is_empty());
    session.signal(Signal::TERM);
    session.until("the main screen", |session| session.bytes.ends_with(b"\x1b[?1049l\x1b[?25h"));
    assert_eq!(session.exit_code(), 143);
    session.assert_restored();
    let bytes = String::from_utf8_lossy(&session.bytes).into_owned();
    let (_, rest) = bytes.split_once("\x1b]52;c;").expect("begun");
    let (sent, after) = rest.split_once('\x1b').expect("left");
    assert!(after.starts_with('\\'), "{:?}", &after[..after.len().min(40)]);
    sent.len() < 50_000
}

#[test]
fn a_tmux_that_hangs_does_not_hang_the_dashboard() {
    let folder = tempfile::tempdir().expect("a folder");
    let program = folder.path().join("tmux");
    dosje::store::keep::export(&program, b"#!/bin/sh\nexec /bin/sleep 600\n", false).expect("written");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).expect("a program");
    let session = started(&["env", "TMUX=/nonexistent,1,0", &format!("PATH={}", folder.path().to_string_lossy())]);
    assert_passed_by(session);
}

#[test]
fn a_record_is_written_beside_what_is_there_and_for_its_user_alone() {
    let mut session = started(&["sh", "-c", "umask 000; mkdir out; cd out; exec \"$@\"", "sh"]);
    session.keys("w");
    session.until_screen("Ierakstīts: ./1-drosa-savienotiba.txt");
    session.keys("w");
    session.until_screen("Ierakstīts: ./1-drosa-savienotiba-2.txt");
    session.keys("q");
    session.exit_code();
    let folder = session.home.path().join("out");
    assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 2, "and nothing half written");
    for name in ["1-drosa-savienotiba.txt", "1-drosa-savienotiba-2.txt"] {
        let file = folder.join(name);
        let mode = fs::metadata(&file).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert!(fs::read_to_string(&file).expect("text").starts_with("1  Droša savienotība\n"));
    }
}
