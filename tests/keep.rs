//! Files that are written: nothing is lost between two windows, after a kill, or where there is no room to write.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use dosje::domain::RecordId;
use dosje::domain::annotations::{self, Annotations};
use dosje::domain::kept::{Reason, Unkept};
use dosje::domain::queries::{Change, Queries};
use dosje::store::book;
use dosje::store::keep::{self, Verdict};
use tempfile::TempDir;

const CHANGES: usize = 200;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn save(name: &str) -> Change {
    Change::Save { name: name.to_owned(), query: "kvantu".to_owned() }
}

fn write(path: &Path, text: &str) {
    keep::change(path, |_| Ok(Verdict::Replace(text.to_owned()))).expect("written");
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

#[test]
#[ignore = "a program for the other tests, not a test"]
fn a_window() {
    let word = |name: &str| std::env::var_os(name).expect("set by the test");
    let (file, own) = (PathBuf::from(word("KEEP_FILE")), word("KEEP_NAME").to_string_lossy().into_owned());
    for number in 0..CHANGES {
        let name = format!("{own}{number}");
        book::change::<Queries>(&file, &[save(&name)]).expect("kept");
        // Only what is on the disk is said to be kept.
        let mut out = std::io::stdout();
        writeln!(out, "kept {name}").and_then(|()| out.flush()).expect("said");
    }
}

fn window(file: &Path, name: &str) -> Child {
    Command::new(std::env::current_exe().expect("a program"))
        .args(["a_window", "--exact", "--ignored", "--nocapture", "--test-threads=1"])
        .env("KEEP_FILE", file)
        .env("KEEP_NAME", name)
        .stdout(Stdio::piped())
        .spawn()
        .expect("started")
}

#[test]
fn two_windows_lose_nothing_of_each_other() {
    let folder = folder();
    let file = folder.path().join("queries.json");
    let windows: Vec<Child> = ["a", "b"].map(|name| window(&file, name)).into();
    for window in windows {
        assert!(window.wait_with_output().expect("ended").status.success());
    }
    assert_eq!(book::load::<Queries>(&file).expect("sound").saved.len(), 2 * CHANGES);
}

#[test]
fn threads_of_one_window_lose_nothing_of_each_other() {
    let folder = folder();
    let file = folder.path().join("queries.json");
    thread::scope(|scope| {
        for own in ["a", "b"] {
            let file = &file;
            scope.spawn(move || {
                for number in 0..CHANGES {
                    book::change::<Queries>(file, &[save(&format!("{own}{number}"))]).expect("kept");
                }
            });
        }
    });
    assert_eq!(book::load::<Queries>(&file).expect("sound").saved.len(), 2 * CHANGES);
}

#[test]
fn a_window_killed_while_it_writes_leaves_a_whole_file_with_all_it_had_kept() {
    let folder = folder();
    let file = folder.path().join("queries.json");
    let mut kept = BTreeSet::new();
    for round in 0..20 {
        let mut child = window(&file, &format!("{round}-"));
        let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
        // Killed after the first few changes, each time at another point of the next one.
        let heard = lines.by_ref().filter_map(|line| Some(line.split_once("kept ")?.1.to_owned())).take(1 + round % 5);
        kept.extend(heard.collect::<Vec<_>>());
        for _ in 0..round * 500 {
            std::hint::spin_loop();
        }
        child.kill().expect("killed");
        kept.extend(lines.filter_map(|line| Some(line.split_once("kept ")?.1.to_owned())));
        child.wait().expect("ended");
        let saved = book::load::<Queries>(&file).expect("whole").saved;
        assert!(kept.iter().all(|name| saved.contains_key(name)), "round {round}");
    }
    book::change::<Queries>(&file, &[save("last")]).expect("the lock is free");
    assert_eq!(
        names(folder.path()),
        BTreeSet::from([".lock".to_owned(), "queries.json".to_owned()]),
        "nothing is left"
    );
}

#[cfg(unix)]
#[test]
fn folder_and_file_are_for_the_users_eyes_only() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let file = folder.path().join("state/dosje/queries.json");
    book::change::<Queries>(&file, &[save("a")]).expect("kept");
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!((mode(&folder.path().join("state")), mode(&folder.path().join("state/dosje"))), (0o700, 0o700));
    assert_eq!((mode(&file), mode(&file.with_file_name(".lock"))), (0o600, 0o600));
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_stays_one_and_its_file_is_replaced() {
    let folder = folder();
    let (own, link) = (folder.path().join("dotfiles/queries.json"), folder.path().join("state/queries.json"));
    for path in [&own, &link] {
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    }
    std::os::unix::fs::symlink("../dotfiles/queries.json", &link).expect("linked");
    for name in ["a", "b"] {
        book::change::<Queries>(&link, &[save(name)]).expect("kept, though the link led nowhere at first");
    }
    assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
    assert_eq!(book::load::<Queries>(&own).expect("sound").saved.len(), 2);
    std::os::unix::fs::symlink("loop", folder.path().join("loop")).expect("linked");
    assert!(book::change::<Queries>(&folder.path().join("loop"), &[save("a")]).is_err());
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_left_alone() {
    let folder = folder();
    for (name, path) in [("null", Path::new("/dev/null")), ("folder", folder.path())] {
        let link = folder.path().join(name);
        std::os::unix::fs::symlink(path, &link).expect("linked");
        let refused = book::change::<Queries>(&link, &[save("a")]).expect_err("refused");
        assert_eq!(refused.reason, Reason::NotAFile, "{name}");
    }
    assert!(!fs::metadata("/dev/null").expect("there").is_file());
}

#[test]
fn a_damaged_file_is_set_aside_and_named() {
    let folder = folder();
    let file = folder.path().join("queries.json");
    for (number, text) in ["{\n  \"schema_version\": 1, \"saved\": {\n", "<<<<<<<", "{}"].into_iter().enumerate() {
        write(&file, text);
        assert!(matches!(book::load::<Queries>(&file), Err(Unkept { reason: Reason::Damaged(..), .. })), "{text}");
        let (kept, aside) = book::change::<Queries>(&file, &[save("a")]).expect("kept");
        assert_eq!(kept.saved.len(), 1);
        let aside = aside.expect("set aside");
        assert!(aside.ends_with(format!("queries.json.damaged-{}", number + 1)), "{aside:?}");
        assert_eq!(fs::read_to_string(aside).expect("there"), text);
        assert_eq!(book::load::<Queries>(&file).expect("sound"), kept);
    }
}

#[test]
fn a_file_of_a_newer_version_is_left_as_it_is() {
    let folder = folder();
    let file = folder.path().join("queries.json");
    let text = r#"{"schema_version": 2, "history": {"now": "an object"}}"#;
    write(&file, text);
    for refused in [book::load::<Queries>(&file).map(drop), book::change::<Queries>(&file, &[save("a")]).map(drop)] {
        assert_eq!(refused.expect_err("refused").reason, Reason::Newer);
    }
    assert_eq!(fs::read_to_string(&file).expect("there"), text);
}

#[test]
fn a_folder_that_cannot_be_written_is_said_with_its_file() {
    let folder = folder();
    write(&folder.path().join("file"), "no folder");
    let file = folder.path().join("file/dosje/queries.json");
    let refused = book::change::<Queries>(&file, &[save("a")]).expect_err("refused");
    assert!(refused.file.ends_with("file/dosje/queries.json"));
    assert_eq!(names(folder.path()).len(), 2, "file and lock");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_file_and_no_half_of_a_new_one() {
    // A limit on the size of files is a full disk that needs no rights: the system says "file too large".
    let folder = folder();
    let file = folder.path().join("queries.json");
    let (kept, _) = book::change::<Queries>(&file, &[save("a")]).expect("kept");
    let program = std::env::current_exe().expect("a program").to_string_lossy().into_owned();
    let script =
        format!("trap '' XFSZ; ulimit -f 0; exec {program} a_window --exact --ignored --nocapture >/dev/null 2>&1");
    let status = Command::new("sh")
        .args(["-c", &script])
        .env("KEEP_FILE", &file)
        .env("KEEP_NAME", "b")
        .status()
        .expect("started");
    assert!(!status.success());
    assert_eq!(book::load::<Queries>(&file).expect("whole"), kept);
    assert_eq!(names(folder.path()).len(), 2, "file and lock");
}

#[test]
fn nothing_is_written_where_nothing_changes() {
    let folder = folder();
    let file = folder.path().join("queries.json");
    book::change::<Queries>(&file, &[Change::Forget("nobody".to_owned())]).expect("nothing to do");
    assert!(!file.exists());
    assert_eq!(book::load::<Queries>(&file).expect("none yet"), Queries::default());
}

fn mark(name: &str) -> annotations::Change {
    annotations::Change::Mark(vec![RecordId::new(name)])
}

fn set_day(file: &Path, days_ago: u64) {
    let file = fs::File::options().write(true).open(file).expect("there");
    let now = file.metadata().and_then(|known| known.modified()).expect("a clock");
    file.set_modified(now - Duration::from_secs(days_ago * 24 * 60 * 60)).expect("changed");
}

#[test]
fn the_state_of_each_earlier_day_is_kept_for_two_weeks_of_days() {
    let folder = folder();
    let file = folder.path().join("own/state.json");
    let backups = folder.path().join("own/backups");
    for number in 0..20 {
        book::change::<Annotations>(&file, &[mark(&format!("a/{number}"))]).expect("kept");
        book::change::<Annotations>(&file, &[mark(&format!("b/{number}"))]).expect("kept on the same day");
        set_day(&file, 40 - number);
    }
    let kept = names(&backups);
    assert_eq!(kept.len(), 14, "{kept:?}");
    let last = kept.last().map(|name| backups.join(name)).expect("a backup");
    let book: Annotations = book::load(&last).expect("sound");
    assert_eq!(book.marked.len(), 2 * 19, "as it was at the end of its day");
}

#[test]
fn a_damaged_or_newer_state_is_left_untouched() {
    let folder = folder();
    let file = folder.path().join("own/state.json");
    for (text, is_damaged) in [
        ("{\"schema_version\": 1, \"marked\": [", true),
        ("<<<<<<< HEAD\n{}", true),
        ("{\"schema_version\": 9}", false),
    ] {
        write(&file, text);
        for refused in
            [book::load::<Annotations>(&file).map(drop), book::change::<Annotations>(&file, &[mark("a/1")]).map(drop)]
        {
            let reason = refused.expect_err("refused").reason;
            assert_eq!(matches!(reason, Reason::Damaged(..)), is_damaged, "{reason}");
        }
        assert_eq!(fs::read_to_string(&file).expect("there"), text);
    }
}

#[test]
fn a_file_given_out_takes_the_first_free_name_and_never_another_files() {
    let folder = folder();
    let given = |text: &str| keep::export_numbered(folder.path(), "a", "txt", text.as_bytes()).expect("written");
    let paths: Vec<PathBuf> = ["one", "two", "three"].map(given).into();
    assert_eq!(names(folder.path()), BTreeSet::from(["a-2.txt", "a-3.txt", "a.txt"].map(str::to_owned)));
    assert_eq!(fs::read_to_string(&paths[0]).expect("there"), "one");
    assert_eq!(fs::read_to_string(&paths[2]).expect("there"), "three");
    let refused = keep::export(&paths[0], b"four", false).expect_err("refused");
    assert_eq!((refused.reason, refused.file.ends_with("a.txt")), (Reason::Taken, true));
    keep::export(&paths[0], b"four", true).expect("asked for");
    assert_eq!(fs::read_to_string(&paths[0]).expect("there"), "four");
    for number in 4..=99 {
        assert!(given("more").ends_with(format!("a-{number}.txt")));
    }
    let refused = keep::export_numbered(folder.path(), "a", "txt", b"no").expect_err("refused");
    assert_eq!(refused.reason, Reason::Taken);
    assert_eq!(names(folder.path()).len(), 99, "and nothing half written");
}

#[cfg(unix)]
#[test]
fn a_file_given_out_goes_through_no_link_that_leads_nowhere_and_replaces_no_device() {
    let folder = folder();
    let link = folder.path().join("link.txt");
    std::os::unix::fs::symlink("elsewhere.txt", &link).expect("linked");
    assert_eq!(keep::export(&link, b"a", false).expect_err("refused").reason, Reason::Taken);
    keep::export(&link, b"a", true).expect("asked for");
    assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
    assert_eq!(fs::read_to_string(folder.path().join("elsewhere.txt")).expect("there"), "a");
    assert_eq!(keep::export(Path::new("/dev/null"), b"a", true).expect_err("refused").reason, Reason::NotAFile);
    let nowhere = folder.path().join("no/a.txt");
    assert_eq!(keep::export(&nowhere, b"a", false).expect_err("refused").reason, Reason::Missing);
}
