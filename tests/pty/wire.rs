//! Every byte that a real terminal receives while hostile texts come from everywhere: from the data, from the user's own
//! files, from names of files and folders, from the environment, from an editor, and out of a paste.

use std::path::{Path, PathBuf};

use dosje::store::keep;
use rustix::process::Signal;
use serde_json::json;
use tempfile::TempDir;

use crate::grammar::foreign;
use crate::hostile;
use crate::session::Session;

const DOSJE: &str = env!("CARGO_BIN_EXE_dosje");

/// Part of a name that a terminal would obey.
const EVIL: &str = "e\u{1b}[31mv\u{9b}1m\u{202e}\u{200b}i\u{1b}]0;x\u{7}l";

fn put(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    keep::export(path, text.as_bytes(), true).expect("written");
}

/// Somebody whose every file speaks ill.
struct Victim {
    home: TempDir,
    /// What the environment says besides.
    variables: Vec<String>,
}

impl Victim {
    fn new() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let mut victim = Self { home, variables: Vec::new() };
        let data = victim.data();
        victim.variables = vec![
            format!("XDG_DATA_HOME={}", data.to_string_lossy()),
            format!("TERM=xterm-{EVIL}"),
            format!("LANG={EVIL}"),
            format!("ESCDELAY={EVIL}"),
            format!("SSH_TTY={EVIL}"),
        ];
        for (name, text) in hostile::files(hostile::known()) {
            put(&data.join("dosje").join(name), &text);
        }
        put(&data.join(format!("dosje/{EVIL}.json")), "{\"schema_version\": 1, \"kind\": \"e\u{1b}[2Jvil\"}");
        let mut texts = hostile::known();
        let mut next = || texts.next().expect("endless");
        let added = json!({ "objective": [next()], "points": [next(), next()], "note": [next()] });
        let own = json!({
            "schema_version": 1, "marked": ["ministra-piezime/1.1", "kabeli-2026-12/Q1", "ids25/1.1", "e\u{1b}[2Jvil/1"],
            "heading": { "meeting": next(), "date": next(), "audience": next() },
            "records": { "ministra-piezime/1.1": added, "kabeli-2026-12/Q1": added, "ids25/1.1": added },
        });
        put(&victim.state(), &own.to_string());
        let saved = json!({ next(): next(), next(): next(), "plain": next() });
        let queries = json!({ "schema_version": 1, "history": [next(), next(), next()], "saved": saved });
        put(&victim.home.path().join(".local/state/dosje/queries.json"), &queries.to_string());
        let text: Vec<String> = hostile::known().take(60).collect();
        put(&data.join("dosje/texts/ministra-piezime.txt"), &text.join("\n"));
        victim
    }

    /// The folder of the data, which bears an ill name itself.
    fn data(&self) -> PathBuf {
        self.home.path().join(EVIL)
    }

    fn state(&self) -> PathBuf {
        self.data().join("dosje/own/state.json")
    }

    fn with(mut self, variable: String) -> Self {
        self.variables.push(variable);
        self
    }

    fn open(self, size: (u16, u16), more: &[&str]) -> Session {
        let words = ["env"].into_iter().chain(self.variables.iter().map(String::as_str));
        let words: Vec<&str> = words.chain([DOSJE, "--lang", "lv", "--today", "2026-11-21"]).collect();
        let mut session = Session::start_sized(self.home, size, &[&words[..], more].concat());
        session.until_screen(" / ");
        session
    }
}

/// Ends it, and reads all that the terminal received.
#[track_caller]
fn end(mut session: Session) {
    session.signal(Signal::TERM);
    assert_eq!(session.exit_code(), 143);
    session.assert_restored();
    session.drain();
    assert_eq!(foreign(&session.bytes), None);
}

/// Keys of a walk through all there is; `P` in its own right stands for a paste.
const WALK: &str = "1 G \r o j o 2 G \r v v i Y r ␠ b 3 G m M n \r q 4 G s 5 d t G z z 7 G 6 s c a P \r ⎋ a P ⎋ x \r P ⎋ / P \r / ↑ ↑ ⎋ : P \
    ⎋ : ⎋ ? ␣ ⎋ w y L L e P ^s 6 g e P ^c ^c";

#[test]
fn nothing_that_is_shown_steers_the_terminal() {
    for size in [(100, 30), (60, 12), (24, 6)] {
        let mut session = Victim::new().open(size, &[]);
        let mut texts = hostile::known();
        for key in WALK.split_whitespace() {
            let keys = match key {
                "P" => format!("\x1b[200~{}\x1b[201~", texts.next().expect("endless").replace("\x1b[201~", "")),
                "⎋" => "\x1b[27u".to_owned(),
                "↑" => "\x1b[A".to_owned(),
                "␠" => " ".to_owned(),
                "␣" => "\x1b[6~".to_owned(),
                "^s" => "\x13".to_owned(),
                "^c" => "\x03".to_owned(),
                key => key.to_owned(),
            };
            session.step(&keys);
        }
        end(session);
    }
}

#[test]
fn a_folder_that_cannot_be_read_or_written_is_named_without_harm() {
    let victim = Victim::new();
    put(&victim.state(), &format!("{{ {EVIL}"));
    put(&victim.home.path().join(".local/state/dosje/queries.json"), EVIL);
    let mut session = victim.open((100, 30), &[]);
    session.until_screen("nevar nolasīt");
    session.step(" ");
    session.until_screen("NAV SAGLABĀTS");
    session.step(":save plain\r");
    end(session);
}

#[test]
fn a_file_that_cannot_be_written_is_named_without_harm() {
    let mut session = Victim::new().open((100, 30), &[]);
    for keys in ["6", "x", "\r", "\x15", &format!("\x1b[200~nowhere/{}\x1b[201~", EVIL.replace('\x07', ""))] {
        session.step(keys);
    }
    session.keys("\r");
    session.until_screen("nowhere/e␛[31mv");
    end(session);
}

#[test]
fn an_editor_that_is_missing_is_named_without_harm() {
    let mut session = Victim::new().with(format!("EDITOR=no{EVIL}such")).open((100, 30), &[]);
    session.keys("2e");
    session.until_screen("noe␛[31mv");
    end(session);
}

#[test]
fn what_an_editor_leaves_is_shown_without_harm() {
    let victim = Victim::new();
    let written: Vec<String> = hostile::known().take(14).collect();
    let (text, script) = (victim.home.path().join("text"), victim.home.path().join("editor.sh"));
    put(&text, &written.join("\n\n"));
    put(&script, "printf 'edited %s\\n' \"$(cat \"$HOME/text\")\" >>\"$1\"");
    let mut session = victim.with(format!("EDITOR=sh {}", script.to_string_lossy())).open((100, 30), &[]);
    session.keys("2e");
    session.until_screen("Saglabāts");
    for keys in ["\r", "G", "6", "\r", "G"] {
        session.step(keys);
    }
    session.keys("q");
    assert_eq!(session.exit_code(), 0);
    session.drain();
    assert_eq!(foreign(&session.bytes), None);
}

#[test]
fn a_query_and_a_folder_on_the_command_line_are_shown_without_harm() {
    let other = format!("/nowhere/{EVIL}");
    let session = Victim::new().open((60, 12), &["--data", &other, EVIL]);
    end(session);
}
