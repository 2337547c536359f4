//! The file of what the user added, under torture: windows that write at once, are killed at any moment, or are refused
//! what they ask of the system. What was said to be kept is there, and the file is whole.
//!
//! `TORTURE=slow` does much more of it and says how much; `TORTURE_MEANS=all` fails where this machine lacks what a test
//! needs, instead of saying so and passing by.
#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{BufRead, BufReader, Lines, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;
use std::{env, fs, io, thread};

use dosje::domain::RecordId;
use dosje::domain::annotations::{Annotations, Change, Depth, Slot};
use dosje::domain::kept::Book;
use dosje::store::book;
use tempfile::TempDir;

/// How often a window tries to save a change, as a user would.
const TRIES: usize = 3;

/// How much of a test is run.
fn much(fast: usize, slow: usize) -> usize {
    if env::var_os("TORTURE").is_some_and(|word| word == "slow") { slow } else { fast }
}

/// Says what the harness would keep for itself.
fn say(line: &str) {
    writeln!(io::stderr(), "{line}").expect("said");
}

/// Whether `strace` can stand between a program and the system here.
fn can_trace() -> bool {
    let tried = Command::new("strace").args(["-D", "-f", "-qq", "-o", "/dev/null", "true"]).status();
    let can = tried.is_ok_and(|status| status.success());
    if !can {
        assert!(env::var_os("TORTURE_MEANS").is_none_or(|word| word != "all"), "strace is missing, or may not trace");
        say("NOT TESTED: strace is missing, or may not trace; what the system refuses in a save was not tried");
    }
    can
}

/// The change of that number that a window makes. What windows do to their own does not depend on their order.
fn change(own: &str, number: usize) -> Change {
    let id = |number: usize| RecordId::new(format!("{own}/{number}"));
    let write = |slot, seen: Vec<String>| {
        let (text, on) = (format!("{own} {number}"), "f".to_owned());
        Change::Write { id: RecordId::new("shared/1"), slot, seen, text, on }
    };
    let round = number / 5 * 5;
    match number % 5 {
        0 => Change::Mark(vec![id(number)]),
        1 => write(Slot::Note, Vec::new()),
        2 => {
            write(Slot::Objective, number.checked_sub(5).map(|before| format!("{own} {before}")).into_iter().collect())
        }
        3 => Change::Move { id: id(round), before: Some(id(round / 10 * 5)) },
        _ => Change::Show(id(round), Depth::Short),
    }
}

/// What of a file is a window's.
#[derive(Debug, PartialEq)]
struct Share {
    marked: Vec<RecordId>,
    notes: Vec<String>,
    objective: Vec<String>,
    depths: Vec<RecordId>,
}

impl Share {
    fn of(book: &Annotations, own: &str) -> Self {
        let is_own = |id: &&RecordId| id.as_str().starts_with(&format!("{own}/"));
        let texts = |slot| {
            let added = book.of(&RecordId::new("shared/1"));
            let texts = added.map(|added| added.texts(slot).all()).unwrap_or_default().iter();
            texts.filter(|text| text.starts_with(&format!("{own} "))).cloned().collect()
        };
        Self {
            marked: book.marked.iter().filter(is_own).cloned().collect(),
            notes: texts(Slot::Note),
            objective: texts(Slot::Objective),
            depths: book.records.keys().filter(is_own).cloned().collect(),
        }
    }

    /// What it is after the first changes.
    fn after(own: &str, changes: usize) -> Self {
        let mut book = Annotations::default();
        for number in 0..changes {
            book.apply(&change(own, number));
        }
        Self::of(&book, own)
    }
}

#[test]
#[ignore = "a program for the other tests, not a test"]
fn a_window() {
    let word = |name: &str| env::var_os(name).expect("set by the test").to_string_lossy().into_owned();
    let (file, own) = (PathBuf::from(word("TORTURE_FILE")), word("TORTURE_NAME"));
    for number in 0..word("TORTURE_CHANGES").parse().expect("a number") {
        let change = [change(&own, number)];
        let kept = (0..TRIES).any(|_| book::change::<Annotations>(&file, &change).is_ok());
        assert!(kept, "{number}");
        let mut out = io::stdout();
        out.write_all(format!("kept {number}\n").as_bytes()).and_then(|()| out.flush()).expect("said");
    }
}

/// A window that saves changes and says which are kept.
struct Window {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    own: String,
    /// How many it has said to be kept.
    kept: usize,
}

impl Window {
    /// Under `strace` with these words where there are any.
    fn open(file: &Path, own: &str, changes: usize, around: &[&str]) -> Self {
        let program = env::current_exe().expect("a program").to_string_lossy().into_owned();
        // The program is the child, and the tracer its grandchild: so it is the program that is killed.
        let tracer = if around.is_empty() { &[][..] } else { &["strace", "-D", "-f", "-qq"] };
        let own_words = [&program, "a_window", "--exact", "--ignored", "--nocapture", "--test-threads=1"];
        let words: Vec<&str> = [tracer, around, &own_words].concat();
        let mut child = Command::new(words[0])
            .args(&words[1..])
            // Its libraries are looked for in fewer places: those calls come before the ones that are tried.
            .env_remove("LD_LIBRARY_PATH")
            .env("TORTURE_FILE", file)
            .env("TORTURE_NAME", own)
            .env("TORTURE_CHANGES", changes.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("started");
        let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        // Not killed before the harness has begun: a tracer that has nothing to trace yet would wait for ever.
        let _ = lines.by_ref().find(|line| line.as_ref().is_ok_and(|line| line.starts_with("running")));
        Self { child, lines, own: own.to_owned(), kept: 0 }
    }

    /// Hears of at most `most` more changes.
    fn hear(&mut self, most: usize) {
        let kept = self.kept;
        // The first line has the harness's own words before it; the last may be cut short.
        while self.kept < kept + most
            && let Some(Ok(line)) = self.lines.next()
        {
            self.kept += usize::from(line.ends_with(&format!("kept {}", self.kept)));
        }
    }

    fn kill(&mut self) {
        self.child.kill().expect("killed");
        self.hear(usize::MAX - self.kept);
        self.child.wait().expect("ended");
    }

    /// Waits for its end; whether that was a good one.
    fn end(&mut self) -> bool {
        self.hear(usize::MAX - self.kept);
        self.child.wait().expect("ended").success()
    }

    /// What was said to be kept is there, and at most the change that was under way besides.
    fn check(&self, file: &Path, context: &str) {
        let book = book::load::<Annotations>(file).expect(context);
        let (found, kept) = (Share::of(&book, &self.own), Share::after(&self.own, self.kept));
        assert!(
            found == kept || found == Share::after(&self.own, self.kept + 1),
            "{context}: {} kept of {}: {found:?}",
            self.kept,
            self.own
        );
    }
}

/// No lock to be had, as on a network drive.
const NO_LOCKS: [&str; 6] = ["-o", "/dev/null", "-e", "trace=flock", "-e", "inject=flock:error=ENOLCK"];

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("own/state.json");
    (folder, file)
}

fn clash(changes: usize, around: &[&str]) {
    let (_folder, file) = folder();
    let mut windows = ["a", "b"].map(|own| Window::open(&file, own, changes, around));
    for window in &mut windows {
        assert!(window.end(), "{}", window.own);
        assert_eq!(window.kept, changes);
    }
    let book = book::load::<Annotations>(&file).expect("sound");
    for own in ["a", "b"] {
        assert_eq!(Share::of(&book, own), Share::after(own, changes));
    }
    say(&format!("two windows at once: {} kept, 0 lost", 2 * changes));
}

#[test]
fn two_windows_at_once_lose_nothing_of_each_other() {
    clash(much(500, 3_000), &[]);
}

#[test]
fn two_windows_at_once_lose_nothing_where_the_system_refuses_locks() {
    if can_trace() {
        clash(much(100, 1_000), &NO_LOCKS);
    }
}

fn has_ending(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|found| found == ending)
}

/// A number below `end`, another each time.
fn random(end: u64) -> u64 {
    RandomState::new().build_hasher().finish() % end
}

/// Two windows write, and each is killed at some moment of a save, in every round.
fn kill(rounds: usize, around: &[&str]) {
    /// Rounds after which the file is begun anew: it would only become slower.
    const ROUNDS: usize = 25;
    let mut kept = 0;
    for start in (0..rounds).step_by(ROUNDS) {
        let (_folder, file) = folder();
        let mut gone: Vec<Window> = Vec::new();
        for round in start..rounds.min(start + ROUNDS) {
            let mut windows = ["a", "b"].map(|name| Window::open(&file, &format!("{name}{round}"), 10_000, around));
            for window in &mut windows {
                window.hear(usize::try_from(random(4)).expect("few"));
                thread::sleep(Duration::from_micros(random(12_000)));
                window.kill();
            }
            for window in &windows {
                if file.exists() || window.kept > 0 {
                    window.check(&file, &format!("round {round}"));
                }
                kept += window.kept;
            }
            gone.extend(windows);
        }
        for window in &gone {
            window.check(&file, "after the last round");
        }
        let mut last = Window::open(&file, "last", 1, around);
        assert!(last.end(), "the lock is free");
        let names = fs::read_dir(file.parent().expect("a folder")).expect("a folder").flatten();
        let mut names: Vec<_> = names.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        // What those leave who are killed at a claim is swept when it is old; seconds are not.
        names.retain(|name| !has_ending(name, "new") && name != ".lock.evict");
        names.sort();
        assert_eq!(names, [".lock", "state.json"], "nothing else is left");
    }
    say(&format!("killed {} times: {kept} kept, 0 lost, 0 damaged", 2 * rounds));
}

#[test]
fn windows_killed_at_any_moment_leave_a_whole_file_with_all_they_said_was_kept() {
    kill(much(30, 1_000), &[]);
}

#[test]
fn windows_killed_at_any_moment_lose_nothing_where_the_system_refuses_locks() {
    if can_trace() {
        kill(much(5, 250), &NO_LOCKS);
    }
}

/// What a save asks of the system.
const CALLS: &str = "mkdir,openat,write,fchmod,chmod,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,flock";

/// The calls of a window that saves `changes`, in their order, without those of a program's start.
fn calls(file: &Path, changes: usize) -> Vec<String> {
    let log = tempfile::NamedTempFile::new().expect("a file");
    let path = log.path().to_string_lossy().into_owned();
    let mut window = Window::open(file, "a", changes, &["-y", "-o", &path, "-e", &format!("trace={CALLS}")]);
    assert!(window.end());
    // The tracer has written all once it has closed the pipe, which it shares with the program.
    let text = fs::read_to_string(log.path()).expect("a log");
    text.lines().map(str::to_owned).collect()
}

/// A call that puts a file or folder on the disk.
fn synced(path: &str) -> impl Fn(&str) -> bool {
    let path = format!("<{path}>)");
    move |call| call.contains("sync(") && call.contains(&path) && call.ends_with("= 0")
}

#[test]
fn the_content_is_on_the_disk_before_it_has_its_name_and_the_name_before_it_is_said_to_be_kept() {
    if !can_trace() {
        return;
    }
    let (_folder, file) = folder();
    let calls = calls(&file, 3);
    let folder = file.parent().expect("a folder").to_string_lossy().into_owned();
    let at =
        |from: usize, what: &dyn Fn(&str) -> bool| calls[from..].iter().position(|call| what(call)).map(|at| from + at);
    let mut from = 0;
    for number in 0..3 {
        let said =
            at(from, &|call| call.contains("write(1<") && call.contains(&format!("kept {number}\\n"))).expect("said");
        let named = at(from, &|call| call.contains("rename") && call.contains("/state.json\"")).expect("named");
        let name = calls[named].split('"').nth(1).expect("a name").to_owned();
        let written =
            calls[..named].iter().rposition(|call| call.contains(" write(") && call.contains(&format!("<{name}>")));
        let content = at(written.expect("written"), &synced(&name)).expect("the content is synced");
        assert!(content < named, "content after its name: {calls:#?}");
        let lasting = at(named, &synced(&folder)).expect("the name is synced");
        assert!(lasting < said, "said before it lasts: {calls:#?}");
        from = said + 1;
    }
    let parent = Path::new(&folder).parent().expect("a folder").to_string_lossy().into_owned();
    let (made, lasting) = (at(0, &|call| call.contains("mkdir")), at(0, &synced(&parent)));
    assert!(made.is_some() && made < lasting && lasting < at(0, &|call| call.contains("kept 0")), "{calls:#?}");
}

/// Lets `fault` happen at each call of a few saves in turn; gives how many there were.
fn at_each_call(fault: &str, check: impl Fn(&mut Window, &Path, &str)) -> usize {
    const CHANGES: usize = 3;
    let prepared = || {
        let (folder, file) = folder();
        book::change::<Annotations>(&file, &[change("before", 0)]).expect("kept");
        (folder, file)
    };
    let (_folder, file) = prepared();
    let calls = calls(&file, CHANGES);
    let start = calls.iter().position(|call| call.contains("/own")).expect("a save");
    let saver = calls[start].split_whitespace().next().expect("a thread");
    // Each thread's calls are counted: those of the one that starts the program come before those of the one that saves.
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (number, call) in calls.iter().enumerate() {
        let (thread, call) = call.split_once(' ').expect("a call");
        let (before, all) = counts.entry(call.trim_start().split('(').next().expect("a name")).or_default();
        *before += usize::from(thread != saver && number < start);
        *all += usize::from(thread == saver);
    }
    let mut points = 0;
    for (name, (before, all)) in counts {
        for number in before + 1..=all {
            let (_folder, file) = prepared();
            let inject = format!("inject={name}:{fault}:when={number}");
            let trace = format!("trace={name}");
            let mut window = Window::open(&file, "a", CHANGES, &["-o", "/dev/null", "-e", &trace, "-e", &inject]);
            check(&mut window, &file, &inject);
            let before = Share::of(&book::load::<Annotations>(&file).expect(&inject), "before");
            assert_eq!(before, Share::after("before", 1), "{inject}");
            book::change::<Annotations>(&file, &[change("after", 0)]).expect("the lock is free");
            points += 1;
        }
    }
    points
}

#[test]
fn a_window_that_ends_at_any_call_to_the_system_leaves_all_it_said_was_kept() {
    if can_trace() {
        let points = at_each_call("signal=KILL", |window, file, inject| {
            assert!(!window.end(), "{inject}");
            window.check(file, inject);
        });
        say(&format!("killed at each of {points} calls: 0 lost, 0 damaged"));
    }
}

#[test]
fn an_error_of_any_call_to_the_system_is_no_success_and_leaves_the_file_whole() {
    if can_trace() {
        for error in ["ENOSPC", "EIO"].iter().take(much(1, 2)) {
            let points = at_each_call(&format!("error={error}"), |window, file, inject| {
                window.end();
                window.check(file, inject);
                let names = fs::read_dir(file.parent().expect("a folder")).expect("a folder").flatten();
                let halves = names.filter(|entry| has_ending(&entry.file_name().to_string_lossy(), "tmp")).count();
                assert_eq!(halves, usize::from(inject.contains("unlink") && halves > 0), "{inject}");
            });
            say(&format!("{error} at each of {points} calls: 0 lost, 0 damaged"));
        }
    }
}
