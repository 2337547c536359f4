//! Writing on a record on a real terminal: on the program's own pad, in editors that behave and in editors that do not.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rustix::fs::{FileType, Mode};
use rustix::process::Signal;
use tempfile::TempDir;

use crate::session::{DEADLINE, Session};

const DOSJE: &str = env!("CARGO_BIN_EXE_dosje");

/// What lies on the disk of somebody who writes.
struct Desk {
    data: TempDir,
    /// What the environment says besides.
    variables: Vec<String>,
}

impl Desk {
    fn new() -> Self {
        Self { data: tempfile::tempdir().expect("a folder"), variables: Vec::new() }
    }

    /// With an editor that runs these lines of a shell; the draft is `$1`.
    fn with_editor(script: &str) -> Self {
        let mut desk = Self::new();
        let path = desk.put("editor.sh", script);
        desk.variables.push(format!("EDITOR=sh {path}"));
        desk
    }

    fn put(&self, name: &str, text: &str) -> String {
        let path = self.data.path().join(name);
        let mut file = tempfile::NamedTempFile::new_in(self.data.path()).expect("a file");
        std::io::Write::write_all(&mut file, text.as_bytes()).expect("written");
        file.persist(&path).expect("named");
        path.to_string_lossy().into_owned()
    }

    /// The dashboard on the first action.
    fn open(&self) -> Session {
        let mut session = self.start();
        session.until_screen("Tēmas");
        session.keys("2");
        session.until_screen("Arktikas");
        session
    }

    /// The dashboard once it has offered a draft on the first action.
    fn open_offered(&self) -> Session {
        let mut session = self.start();
        session.until_screen("Ir nepabeigts melnraksts: 1.1");
        session
    }

    fn start(&self) -> Session {
        let data = format!("XDG_DATA_HOME={}", self.data.path().to_string_lossy());
        let words = ["env", &data].into_iter().chain(self.variables.iter().map(String::as_str));
        let words: Vec<&str> = words.chain([DOSJE, "--lang", "lv", "--today", "2026-11-21"]).collect();
        Session::start(&words)
    }

    fn own(&self) -> PathBuf {
        self.data.path().join("dosje/own")
    }

    fn state(&self) -> String {
        fs::read_to_string(self.own().join("state.json")).unwrap_or_default()
    }

    fn drafts(&self) -> Vec<PathBuf> {
        drafts_in(&self.own().join("drafts"))
    }

    /// The only draft.
    fn draft(&self) -> PathBuf {
        let drafts = self.drafts();
        assert_eq!(drafts.len(), 1, "{drafts:?}");
        drafts[0].clone()
    }
}

fn drafts_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.filter(|path| path.extension().is_some_and(|ending| ending == "md")).collect()
}

fn text(path: &Path) -> String {
    String::from_utf8_lossy(&fs::read(path).expect("a draft")).into_owned()
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("there").permissions().mode() & 0o777
}

fn quit(mut session: Session) {
    session.keys("q");
    assert_eq!(session.exit_code(), 0);
    session.assert_restored();
}

#[test]
fn a_note_typed_on_the_pad_is_on_the_disk() {
    let desk = Desk::new();
    let mut session = desk.open();
    // In one piece: what is typed ahead goes into the text.
    session.keys("eq Rīgā \u{161}odien");
    session.until_screen("q Rīgā šodien");
    session.keys("\x1b[200~\nielīmēts q\x03\n\x1b[201~");
    session.until_screen("ielīmēts q␃");
    let draft = desk.draft();
    assert_eq!((mode(&draft), mode(&desk.own().join("drafts")), mode(&desk.own())), (0o600, 0o700, 0o700));
    session.keys("\x13");
    session.until_screen("Saglabāts: 1.1");
    assert!(desk.state().contains(r#""q Rīgā šodien\nielīmēts q␃""#), "{}", desk.state());
    assert_eq!(desk.drafts(), Vec::<PathBuf>::new());
    quit(session);
}

#[test]
fn what_an_editor_writes_is_kept_and_the_screen_comes_back() {
    let desk = Desk::with_editor(r#"cp "$1" "$1.seen"; printf 'no redaktora\r\notrā\033[2J\n' >> "$1""#);
    let mut session = desk.open();
    session.keys("e");
    session.until_screen("Saglabāts: 1.1");
    session.until_screen("Arktikas");
    assert!(desk.state().contains(r#""no redaktora\notrā␛[2J""#), "{}", desk.state());
    let seen = fs::read_dir(desk.own().join("drafts")).expect("a folder").flatten();
    let seen = seen.map(|entry| entry.path()).find(|path| path.extension().is_some_and(|ending| ending == "seen"));
    let seen = text(&seen.expect("a copy"));
    assert!(seen.starts_with("#! ids25/1.1 1.1 Arktikas savienotības atbalstīšana\n#! "), "{seen}");
    assert!(seen.ends_with("\n\n## Mērķis\n\n\n\n## Savas tēzes\n\n\n\n## Piezīme\n\n"), "{seen}");
    assert_eq!(desk.drafts(), Vec::<PathBuf>::new());
    quit(session);
}

#[test]
fn an_editor_that_changes_nothing_leaves_nothing() {
    let desk = Desk::with_editor("echo atvērts > \"$0.ran\"");
    let mut session = desk.open();
    session.keys("e");
    until("the editor has run", || desk.data.path().join("editor.sh.ran").exists());
    session.until_screen("Arktikas");
    quit(session);
    assert_eq!((desk.state(), desk.drafts()), (String::new(), Vec::new()));
}

#[test]
fn whatever_an_editor_does_the_draft_is_kept_and_named_and_the_note_is_as_before() {
    for (script, said, left) in [
        ("echo pusratā >> \"$1\"; exit 1", "beidzās ar kodu 1", "pusratā"),
        ("echo pusratā >> \"$1\"; kill -KILL $$", "pārtrauca signāls", "pusratā"),
        ("rm \"$1\"", "izdzēsa vai", "## Piezīme"),
        ("mv \"$1\" \"$1.bak\"", "izdzēsa vai", "## Piezīme"),
        ("printf 'piez\\356me' >> \"$1\"", "nevar nolasīt", "piez\u{fffd}me"),
        ("rm \"$1\"; mkfifo \"$1\"", "nevar nolasīt", ""),
        ("ln -sf /etc/passwd \"$1\"", "nevar nolasīt", ""),
        ("truncate -s 1G \"$1\"", "nevar nolasīt", ""),
    ] {
        let desk = Desk::with_editor(script);
        let mut session = desk.open();
        session.keys("e");
        session.until_screen(said);
        session.until_screen(".md");
        let draft = desk.draft();
        if !left.is_empty() {
            assert!(text(&draft).contains(left), "{script}: {}", text(&draft));
        }
        assert_eq!(desk.state(), "", "{script}");
        quit(session);
    }
}

#[test]
fn an_editor_that_is_not_there_is_named_and_the_draft_is_opened_again() {
    for (words, said) in [("/nonexistent/vim -f", "Redaktoru /nonexistent/vim"), ("vim 'a", "Redaktora nosaukumā")] {
        let mut desk = Desk::new();
        desk.variables.push(format!("EDITOR={words}"));
        let mut session = desk.open();
        session.keys("e");
        session.until_screen(said);
        let draft = desk.draft();
        session.keys("e");
        session
            .until("another file", |_| desk.drafts().iter().all(|other| *other != draft) && desk.drafts().len() == 1);
        quit(session);
    }
}

#[test]
fn an_editor_gets_its_words_without_a_shell_and_the_draft_as_the_last() {
    let mut desk = Desk::new();
    let script = desk.put("my editor.sh", "for word; do echo \"<$word>\" >> \"$0.words\"; done");
    desk.variables.push("VISUAL=".to_owned());
    desk.variables.push(format!("EDITOR=sh '{script}' -c 'x y' `touch $0.P` ; $(touch Q)"));
    let mut session = desk.open();
    session.keys("e");
    until("the editor has run", || desk.data.path().join("my editor.sh.words").exists());
    session.until_screen("Arktikas");
    quit(session);
    let words = text(&desk.data.path().join("my editor.sh.words"));
    let words: Vec<&str> = words.lines().collect();
    let (last, words) = words.split_last().expect("words");
    assert_eq!(words, ["<-c>", "<x y>", "<`touch>", "<$0.P`>", "<;>", "<$(touch>", "<Q)>"]);
    assert!(last.starts_with("</") && last.ends_with(".md>"), "{last}");
}

#[test]
fn visual_comes_before_editor() {
    let mut desk = Desk::with_editor("echo editor >> \"$1\"");
    let visual = desk.put("visual.sh", "echo visual >> \"$1\"");
    desk.variables.push(format!("VISUAL=sh {visual}"));
    let mut session = desk.open();
    session.keys("e");
    session.until_screen("Saglabāts: 1.1");
    assert!(desk.state().contains("\"visual\""), "{}", desk.state());
    quit(session);
}

#[test]
fn ctrl_c_typed_at_the_editor_is_the_editors() {
    let desk = Desk::with_editor(
        "trap 'echo interrupted' INT QUIT; echo lent; until read line; do :; done; echo $line >> \"$1\"",
    );
    let mut session = desk.open();
    session.keys("e");
    session.until_text("lent");
    session.keys("\x03");
    session.until_text("interrupted");
    session.keys("sveiks\n");
    session.until_screen("Saglabāts: 1.1");
    assert!(desk.state().contains("\"sveiks\""), "{}", desk.state());
    quit(session);
}

#[test]
fn a_line_lost_while_the_editor_is_open_leaves_the_draft_for_the_next_session() {
    // An editor that outlives the line: what one keeps that was killed by the same signal depends on who hears it first.
    let mut desk = Desk::with_editor("trap '' HUP; echo pusratā >> \"$1\"; echo lent; read line || sleep 9");
    let mut session = desk.open();
    session.keys("e");
    session.until_text("lent");
    let (code, time) = session.hang_up();
    assert_eq!(code, 129);
    assert!(time < Duration::from_secs(5), "took {time:?}");
    assert!(text(&desk.draft()).ends_with("\npusratā\n"));
    assert_eq!(desk.state(), "");
    desk.variables.clear();
    let mut session = desk.open_offered();
    session.keys("2e");
    session.until_screen("pusratā");
    session.keys("\x13");
    session.until_screen("Saglabāts: 1.1");
    assert!(desk.state().contains("\"pusratā\""), "{}", desk.state());
    quit(session);
    assert_eq!(desk.drafts(), Vec::<PathBuf>::new());
}

#[test]
fn an_editor_that_stays_is_waited_for_no_longer_than_two_seconds() {
    let desk = Desk::with_editor("trap '' HUP; echo pusratā >> \"$1\"; echo lent; read line");
    let mut session = desk.open();
    session.keys("e");
    session.until_text("lent");
    session.signal(Signal::HUP);
    assert_eq!(session.exit_code(), 129);
    assert!(text(&desk.draft()).ends_with("\npusratā\n"));
}

#[test]
fn what_was_typed_on_the_pad_outlives_signals_and_a_lost_line() {
    for end in [Some(Signal::HUP), Some(Signal::TERM), Some(Signal::INT), None] {
        let desk = Desk::new();
        let mut session = desk.open();
        session.keys("epusrat\u{101}");
        session.until_screen("pusratā");
        match end {
            Some(signal) => {
                session.signal(signal);
                assert_eq!(session.exit_code(), 128 + signal.as_raw().cast_unsigned());
            }
            None => assert_eq!(session.hang_up().0, 129),
        }
        assert!(text(&desk.draft()).contains("## Mērķis\n\npusratā\n"), "{end:?}: {}", text(&desk.draft()));
        let mut session = desk.open_offered();
        session.keys("2e");
        session.until_screen("pusratā");
        session.keys("\x11\x11");
        session.until_screen("Arktikas");
        session.keys("q");
        assert_eq!(session.exit_code(), 0);
    }
}

#[test]
fn a_pause_puts_the_draft_on_the_disk() {
    let desk = Desk::new();
    let mut session = desk.open();
    session.keys("epauze");
    session.until_screen("pauze");
    until("the draft on the disk", || text(&desk.draft()).contains("\npauze\n"));
    session.signal(Signal::KILL);
    session.child.wait().expect("a child");
    desk.open_offered();
}

#[test]
fn a_long_text_is_put_on_the_disk_without_a_pause() {
    let desk = Desk::new();
    let mut session = desk.open();
    session.keys("e");
    session.until_screen("## Mērķis");
    let start = Instant::now();
    while !text(&desk.draft()).contains("abcde") {
        assert!(start.elapsed() < DEADLINE, "never saved");
        // No pause of two seconds ever comes.
        session.keys("abcde");
        session.read();
    }
}

#[test]
fn a_draft_that_another_window_is_writing_on_is_not_offered() {
    let desk = Desk::new();
    let mut one = desk.open();
    one.keys("eviens");
    one.until_screen("viens");
    let mut other = desk.open();
    other.keys("e");
    other.until_screen("## Mērķis");
    other.keys("divi");
    other.until_screen("divi");
    assert!(!other.parser.screen().contents().contains("viens"));
    assert_eq!(desk.drafts().len(), 2);
    other.keys("\x13");
    other.until_screen("Saglabāts: 1.1");
    one.keys("\x13");
    one.until_screen("Saglabāts: 1.1");
    assert!(desk.state().contains("\"divi\"") && desk.state().contains("\"viens\""), "{}", desk.state());
    one.keys("e");
    one.until_screen("#! 2. versija no 2");
}

#[test]
fn without_a_folder_beside_the_data_the_draft_lies_where_the_message_says() {
    let mut desk = Desk::new();
    fs::DirBuilder::new().recursive(true).create(desk.own()).expect("a folder");
    // In the place of a folder, so that it holds for root too.
    desk.put("dosje/own/drafts", "");
    let mut session = desk.open();
    session.keys("e");
    session.until_screen("Rakstīt nevar, jo");
    quit(session);
    let runtime = desk.data.path().join("run");
    desk.variables.push(format!("XDG_RUNTIME_DIR={}", runtime.to_string_lossy()));
    let drafts = || drafts_in(&runtime.join("dosje/drafts"));
    let mut session = desk.open();
    session.keys("eglab\u{101}jams");
    session.until_screen("glabājams");
    // What is kept now cannot be: a pipe stands where the file should.
    rustix::fs::mknodat(rustix::fs::CWD, desk.own().join("state.json"), FileType::Fifo, Mode::RWXU, 0).expect("a pipe");
    session.keys("\x13");
    session.until_screen("NAV SAGLABĀTS");
    session.until_screen(".md");
    assert!(text(&drafts()[0]).contains("\nglabājams\n"));
    session.keys("\x03");
    assert_eq!(session.exit_code(), 74);
    fs::remove_file(desk.own().join("state.json")).expect("removed");
    let mut session = desk.open_offered();
    session.keys("2e");
    session.until_screen("glabājams");
    session.keys("\x13");
    session.until_screen("Saglabāts: 1.1");
    assert_eq!(drafts(), Vec::<PathBuf>::new());
    quit(session);
}

#[test]
fn beside_a_file_of_a_newer_version_what_is_written_stays_a_draft() {
    let desk = Desk::with_editor("echo x >> \"$1\"");
    fs::DirBuilder::new().recursive(true).create(desk.own()).expect("a folder");
    desk.put("dosje/own/state.json", "{\"schema_version\": 99}");
    let mut session = desk.open();
    session.keys("e");
    session.until_screen("NAV SAGLABĀTS");
    assert!(text(&desk.draft()).ends_with("x\n"), "{}", text(&desk.draft()));
    session.keys("\x03");
    assert_eq!(session.exit_code(), 74);
    assert_eq!(desk.state(), "{\"schema_version\": 99}");
}

fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < DEADLINE, "never {what}");
        std::thread::yield_now();
    }
}
