//! What the user added, where the system stands in the way of saving it: what the screen says, what the program's end says,
//! and what is in the file afterwards.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use dosje::domain::RecordId;
use dosje::domain::annotations::{Annotations, Change};
use dosje::store::book;
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

use crate::session::{DEADLINE, Session, state};

const DOSJE: &str = env!("CARGO_BIN_EXE_dosje");

/// The folder of somebody who has marked an action before.
struct Home {
    data: TempDir,
}

impl Home {
    fn new() -> Self {
        let home = Self { data: tempfile::Builder::new().prefix("").rand_bytes(5).tempdir().expect("a folder") };
        home.mark("ids25/2.1");
        home
    }

    fn state(&self) -> PathBuf {
        self.data.path().join("dosje/own/state.json")
    }

    fn mark(&self, id: &str) {
        book::change::<Annotations>(&self.state(), &[Change::Mark(vec![RecordId::new(id)])]).expect("kept");
    }

    /// The dashboard on the first action, in these surroundings.
    fn open(&self, around: &[&str]) -> Session {
        let mut session = self.start(around);
        session.keys("2");
        session.until_screen("Arktikas");
        session
    }

    fn start(&self, around: &[&str]) -> Session {
        let data = format!("XDG_DATA_HOME={}", self.data.path().to_string_lossy());
        let program = ["env", &data, DOSJE, "--lang", "lv", "--today", "2026-11-21"];
        let mut session = Session::start(&[around, &program].concat());
        session.until_screen("Tēmas");
        session
    }

    /// The same where the folder is another file system's, which `script` puts at `$0`.
    fn open_on(&self, script: &str) -> Session {
        let script = format!("{script} && exec \"$@\"");
        self.open(&["unshare", "-rm", "sh", "-c", &script, &self.data.path().to_string_lossy()])
    }

    /// The lock of its folder, taken as another window takes it.
    fn lock(&self) -> File {
        let lock = File::options().write(true).open(self.state().with_file_name(".lock")).expect("there");
        lock.lock().expect("free");
        lock
    }
}

/// The file as a program sees it on file systems of its own.
fn seen_by(session: &Session, path: &Path) -> PathBuf {
    Path::new(&format!("/proc/{}/root", session.pid().as_raw_nonzero())).join(path.strip_prefix("/").expect("absolute"))
}

fn marked(file: &Path) -> Vec<String> {
    let book = book::load::<Annotations>(file).expect("whole");
    book.marked.iter().map(|id| id.as_str().to_owned()).collect()
}

fn wants(program: &str, words: &[&str]) -> bool {
    let tried = Command::new(program).args(words).status();
    tried.is_ok_and(|status| status.success()) || {
        let is_needed = std::env::var_os("TORTURE_MEANS").is_some_and(|word| word == "all");
        assert!(!is_needed, "{program} is missing, or may not do what the test needs");
        let line = format!("NOT TESTED: {program} is missing, or may not do what a test of saving needs\n");
        std::io::Write::write_all(&mut std::io::stderr(), line.as_bytes()).expect("said");
        false
    }
}

/// Whether a folder can be given a file system of its own.
fn can_mount() -> bool {
    wants("unshare", &["-rm", "mount", "-t", "tmpfs", "none", "/tmp"])
}

/// Quitting asks once, and its exit code says that something is lost.
fn quit_and_lose(mut session: Session) {
    session.keys("q");
    session.until_screen("Vēlreiz q");
    session.keys("q");
    assert_eq!(session.exit_code(), 74);
    session.assert_restored();
}

fn header(session: &Session) -> String {
    session.parser.screen().contents().lines().next().unwrap_or_default().to_owned()
}

fn until_header(session: &mut Session, text: &str) {
    session.until(text, |session| header(session).contains(text));
}

fn quit(mut session: Session) {
    session.keys("q");
    assert_eq!(session.exit_code(), 0);
    session.assert_restored();
}

#[test]
fn a_full_disk_is_said_and_what_was_not_saved_is_saved_once_there_is_room() {
    if !can_mount() {
        return;
    }
    let home = Home::new();
    let mut session = home.open_on("mount -t tmpfs -o size=256k none \"$0\"");
    let state = seen_by(&session, &home.state());
    session.keys(" ");
    session.until("the mark on the disk", |_| state.exists());
    let before = fs::read(&state).expect("there");
    let ballast = seen_by(&session, &home.data.path().join("ballast"));
    let of = format!("of={}", ballast.to_string_lossy());
    let filled = Command::new("dd").args(["if=/dev/zero", &of, "bs=1k"]).output().expect("dd");
    assert!(!filled.status.success(), "until it is full");
    session.keys("j ");
    session.until_screen("diskā nav");
    until_header(&mut session, "NAV SAGLABĀTS");
    assert_eq!(fs::read(&state).expect("there"), before);
    session.keys("q");
    session.until_screen("Vēlreiz q");
    fs::remove_file(ballast).expect("removed");
    session.keys("j ");
    session.until("all of it on the disk", |_| marked(&state) == ["ids25/1.1", "ids25/1.2", "ids25/1.3"]);
    session.until("nothing unsaved", |session| !header(session).contains("NAV SAGLABĀTS"));
    quit(session);
}

#[test]
fn a_folder_that_can_only_be_read_is_said_and_what_is_in_it_is_shown() {
    if !can_mount() {
        return;
    }
    let home = Home::new();
    let before = fs::read(home.state()).expect("there");
    let mut session = home.open_on("mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\"");
    session.keys("6");
    session.until_screen("2.1");
    session.keys("2 ");
    session.until_screen("tikai lasāma");
    until_header(&mut session, "NAV SAGLABĀTS");
    session.keys("/gdhcn\r");
    session.until_screen("1 no 50");
    quit_and_lose(session);
    assert_eq!(fs::read(home.state()).expect("there"), before);
}

#[test]
fn a_lock_that_another_holds_too_long_is_said_and_the_change_is_tried_again() {
    let home = Home::new();
    let lock = home.lock();
    let mut session = home.open(&[]);
    session.keys(" ");
    until_header(&mut session, "saglabā …");
    // The keys wait for nobody.
    session.keys("/gdhcn\r");
    session.until_screen("1 no 50");
    session.until_screen("aizņēmis cits logs");
    until_header(&mut session, "NAV SAGLABĀTS");
    assert_eq!(marked(&home.state()), ["ids25/2.1"]);
    drop(lock);
    session.keys(" ");
    session.until("both on the disk", |_| marked(&home.state()).len() == 3);
    quit(session);
}

#[test]
fn a_damaged_or_newer_file_is_as_it_was_whatever_is_typed() {
    for (text, said) in [
        ("{\"schema_version\": 1, \"marked\": [\"ids25/1.1\",", "bojāta"),
        ("<<<<<<< HEAD\n{}\n", "bojāta"),
        ("{\"schema_version\": 9, \"marked\": 5}\n", "datne nav mainīta"),
    ] {
        let home = Home::new();
        dosje::store::keep::export(&home.state(), text.as_bytes(), true).expect("written");
        let mut session = home.start(&[]);
        session.until_screen(said);
        session.keys(" ");
        until_header(&mut session, "NAV SAGLABĀTS");
        quit_and_lose(session);
        assert_eq!(fs::read_to_string(home.state()).expect("there"), text);
        let beside = fs::read_dir(home.state().with_file_name("")).expect("a folder").count();
        assert_eq!(beside, 2, "file and lock");
    }
}

#[test]
fn a_file_in_another_place_stays_there_behind_its_link() {
    let home = Home::new();
    let elsewhere = home.data.path().join("dotfiles.json");
    fs::rename(home.state(), &elsewhere).expect("moved");
    std::os::unix::fs::symlink("../../dotfiles.json", home.state()).expect("linked");
    let mut session = home.open(&[]);
    session.keys(" q");
    assert_eq!(session.exit_code(), 0);
    assert!(fs::symlink_metadata(home.state()).expect("there").is_symlink());
    assert_eq!(marked(&elsewhere), ["ids25/2.1", "ids25/1.1"]);
}

#[test]
fn another_window_shows_after_its_next_key_what_one_has_saved() {
    let home = Home::new();
    let (mut one, mut other) = (home.open(&[]), home.open(&[]));
    one.keys(" ");
    one.until("the mark on the disk", |_| marked(&home.state()).len() == 2);
    other.keys("6");
    other.until_screen("Arktikas");
    other.keys("2j ");
    other.until("the mark on the disk", |_| marked(&home.state()).len() == 3);
    one.keys("6");
    one.until_screen("1.2");
    quit(one);
    quit(other);
    assert_eq!(marked(&home.state()), ["ids25/2.1", "ids25/1.1", "ids25/1.2"]);
}

/// Whether a program is on its way out, and does what must be done before.
fn says_farewell(pid: Pid) -> bool {
    let threads = fs::read_dir(format!("/proc/{}/task", pid.as_raw_nonzero())).into_iter().flatten().flatten();
    threads.filter_map(|thread| fs::read_to_string(thread.path().join("comm")).ok()).any(|name| name == "farewell\n")
}

#[test]
fn a_save_under_way_is_waited_for_when_a_signal_or_a_lost_line_ends_the_program() {
    for end in [Some(Signal::TERM), Some(Signal::HUP), Some(Signal::INT), None] {
        let home = Home::new();
        let lock = home.lock();
        let mut session = home.open(&[]);
        session.keys(" ");
        until_header(&mut session, "saglabā …");
        // These wait behind it.
        session.keys("j j ");
        session.keys("/zzz");
        session.until_screen("/ zzz");
        let pid = session.pid();
        let other = thread::spawn(move || {
            let start = std::time::Instant::now();
            while !says_farewell(pid) && start.elapsed() < DEADLINE {
                thread::yield_now();
            }
            drop(lock);
        });
        match end {
            Some(signal) => {
                session.signal(signal);
                assert_eq!(session.exit_code(), 128 + signal.as_raw().cast_unsigned());
            }
            None => assert_eq!(session.hang_up().0, 129),
        }
        assert_eq!(marked(&home.state()), ["ids25/2.1", "ids25/1.1", "ids25/1.2", "ids25/1.3"], "{end:?}");
        other.join().expect("ended");
    }
}

fn tracer(pid: Pid) -> Pid {
    let status = fs::read_to_string(format!("/proc/{}/status", pid.as_raw_nonzero())).expect("it runs");
    let line = status.lines().find_map(|line| line.strip_prefix("TracerPid:")).expect("a line");
    Pid::from_raw(line.trim().parse().expect("a number")).expect("traced")
}

#[test]
fn a_disk_that_hangs_keeps_no_signal_waiting_for_ever() {
    if !wants("strace", &["-D", "-f", "-qq", "-o", "/dev/null", "true"]) {
        return;
    }
    let home = Home::new();
    for signal in [Signal::TERM, Signal::HUP] {
        // Longer than the test would wait.
        let hang = ["-e", "trace=fsync", "-e", "inject=fsync:delay_enter=60s"];
        let mut session = home.open(&[&["strace", "-D", "-f", "-qq", "-o", "/dev/null"], &hang[..]].concat());
        session.keys(" ");
        until_header(&mut session, "saglabā …");
        let tracer = tracer(session.pid());
        session.signal(signal);
        let pid = session.pid();
        session.until("the end", |_| state(pid) == 'Z');
        // The last thread is let go when its tracer is gone.
        kill_process(tracer, Signal::KILL).expect("killed");
        assert_eq!(session.exit_code(), 128 + signal.as_raw().cast_unsigned());
        assert_eq!(marked(&home.state()), ["ids25/2.1"]);
    }
}
