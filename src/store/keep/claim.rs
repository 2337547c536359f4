//! A lock for file systems that know none: a file that only one process can put there.
//!
//! It says who put it there, so that the claim of a process that has died does not keep everybody out for ever.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The claim to a folder, and the claim to remove that of a dead process.
const HELD: &str = ".lock.held";
const EVICTING: &str = ".lock.evict";
/// Ending of claims that are not put yet, and the age from which on they are nobody's: putting one takes no time.
const UNPUT: &str = ".new";
const ABANDONED: Duration = Duration::from_mins(1);

/// A claim to a folder; dropping it gives it up.
pub struct Claim {
    path: PathBuf,
}

impl Claim {
    /// Claims a folder; none if somebody else has.
    pub fn take(folder: &Path) -> io::Result<Option<Self>> {
        let claim = Self::put(folder.join(HELD))?;
        if claim.is_none() {
            evict(folder)?;
        }
        Ok(claim)
    }

    /// Puts the file there in one piece, so that nobody finds it without its owner's name.
    fn put(path: PathBuf) -> io::Result<Option<Self>> {
        let folder = path.parent().unwrap_or(Path::new("."));
        let mut file = tempfile::Builder::new().prefix(".lock.").suffix(UNPUT).tempfile_in(folder)?;
        file.write_all(Owner::this().line().as_bytes())?;
        // After a power cut a claim without its owner's name would keep everybody out for good.
        file.as_file().sync_all()?;
        match file.persist_noclobber(&path) {
            Ok(file) => {
                // What is left lying does no harm.
                let _ = sweep(folder, &file);
                Ok(Some(Self { path }))
            }
            Err(refused) if refused.error.kind() == ErrorKind::AlreadyExists => Ok(None),
            Err(refused) => Err(refused.error),
        }
    }
}

/// Removes the claims of those who were killed before they could put them, or when they had removed a dead one's; `new`
/// says what time it is there.
fn sweep(folder: &Path, new: &fs::File) -> io::Result<()> {
    let now = new.metadata()?.modified()?;
    for entry in fs::read_dir(folder)?.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_unput = name.starts_with(".lock.") && name.ends_with(UNPUT);
        let is_old = || entry.metadata()?.modified().map(|put| put + ABANDONED < now);
        let is_left = is_unput || name == EVICTING && is_dead(&entry.path());
        if is_left && is_old().unwrap_or(false) {
            // Somebody else may have swept it away already.
            let _ = fs::remove_file(entry.path());
        }
    }
    Ok(())
}

impl Drop for Claim {
    fn drop(&mut self) {
        // What cannot be removed is found to be a dead process's later.
        let _ = fs::remove_file(&self.path);
    }
}

/// Removes the claim of a process that has died.
///
/// Only whoever holds a second claim does: else one could remove what another has just put in the dead one's place.
fn evict(folder: &Path) -> io::Result<()> {
    let held = folder.join(HELD);
    if !is_dead(&held) {
        return Ok(());
    }
    let second = folder.join(EVICTING);
    match Claim::put(second.clone())? {
        Some(_second) if is_dead(&held) => fs::remove_file(held),
        None if is_dead(&second) => fs::remove_file(second),
        _ => Ok(()),
    }
}

fn is_dead(claim: &Path) -> bool {
    fs::read_to_string(claim).is_ok_and(|line| Owner::of(&line).is_some_and(|owner| owner.is_dead()))
}

/// A process, told apart from all others. Where the system does not say, words are empty and nobody is ever dead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    host: String,
    /// Differs after each start of the system.
    boot: String,
    /// The container, in which numbers of processes are its own.
    container: String,
    process: String,
    /// When it started: numbers are used again.
    start: String,
}

impl Owner {
    /// This process.
    #[must_use]
    pub fn this() -> Self {
        let word = |path: &str| fs::read_to_string(path).unwrap_or_default().trim().replace(' ', "-");
        let process = std::process::id().to_string();
        Self {
            host: word("/proc/sys/kernel/hostname"),
            boot: word("/proc/sys/kernel/random/boot_id"),
            container: fs::read_link("/proc/self/ns/pid").unwrap_or_default().to_string_lossy().into_owned(),
            start: start_of(&process).unwrap_or_default(),
            process,
        }
    }

    /// It in one line.
    #[must_use]
    pub fn line(&self) -> String {
        format!("{} {} {} {} {}\n", self.host, self.boot, self.container, self.process, self.start)
    }

    /// Reads what [`Self::line`] gives; none where it does not tell one process from another.
    #[must_use]
    pub fn of(line: &str) -> Option<Self> {
        let mut words = line.trim_end_matches('\n').split(' ').map(str::to_owned);
        let owner = Self {
            host: words.next()?,
            boot: words.next()?,
            container: words.next()?,
            process: words.next()?,
            start: words.next()?,
        };
        Some(owner).filter(|owner| words.next().is_none() && !owner.boot.is_empty() && !owner.start.is_empty())
    }

    /// Whether it has ended, as far as this process can tell.
    #[must_use]
    pub fn is_dead(&self) -> bool {
        let here = Self::this();
        if self.boot != here.boot {
            // Another machine, or this one before it was started anew. Many a machine is called localhost.
            return self.host == here.host && !["", "localhost"].contains(&self.host.as_str());
        }
        self.container == here.container && start_of(&self.process).as_ref() != Some(&self.start)
    }
}

/// When a process started, in ticks of the system; none where there is none, or it has ended and nobody has asked how.
fn start_of(process: &str) -> Option<String> {
    let line = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name of the program is in brackets and may hold anything; what follows it begins with the state.
    let words: Vec<&str> = line.rsplit(") ").next()?.split_whitespace().collect();
    let (state, threads) = (words.first()?, words.get(17)?);
    // While one of its threads still writes, only the first of them has ended.
    let has_ended = matches!(*state, "Z" | "X") && matches!(*threads, "0" | "1");
    words.get(19).filter(|_| !has_ended).map(|start| (*start).to_owned())
}

#[cfg(test)]
mod tests {
    use std::process::{Command, Stdio};
    use std::thread;

    use super::*;

    #[test]
    fn a_process_that_has_ended_is_dead_before_anybody_has_asked_how() {
        let mut child = Command::new("cat").stdin(Stdio::piped()).spawn().expect("cat");
        let process = child.id().to_string();
        let start = start_of(&process).expect("a process");
        let owner = Owner { process, start, ..Owner::this() };
        assert!(!owner.is_dead());
        drop(child.stdin.take());
        let known_as = format!("/proc/{}/stat", owner.process);
        while !fs::read_to_string(&known_as).expect("nobody has asked").contains(") Z ") {
            thread::yield_now();
        }
        assert!(owner.is_dead());
        child.wait().expect("it has ended");
    }

    #[test]
    fn a_process_that_is_gone_is_dead_and_this_one_is_not() {
        let here = Owner::this();
        assert_eq!(Owner::of(&here.line()), Some(here.clone()));
        assert!(!here.is_dead());
        assert!(Owner { start: "1".to_owned(), ..here.clone() }.is_dead(), "its number is another's now");
        assert!(Owner { process: "4194304".to_owned(), ..here.clone() }.is_dead());
        assert!(!Owner { container: "pid:[1]".to_owned(), start: "1".to_owned(), ..here.clone() }.is_dead());
        assert!(!Owner { boot: "b".to_owned(), host: "elsewhere".to_owned(), ..here }.is_dead());
        assert_eq!(Owner::of("a b c\n"), None);
    }

    /// The line of a process that is no more.
    fn dead() -> String {
        Owner { process: "4194304".to_owned(), ..Owner::this() }.line()
    }

    fn lay(path: &Path, line: &str) {
        let mut file = tempfile::NamedTempFile::new_in(path.parent().expect("a folder")).expect("a file");
        file.write_all(line.as_bytes()).expect("written");
        file.persist(path).expect("named");
    }

    #[test]
    fn claims_that_the_killed_have_left_are_removed_after_a_while() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name);
        let age = |name: &str| {
            let file = fs::File::options().write(true).open(path(name)).expect("there");
            let now = file.metadata().and_then(|known| known.modified()).expect("a clock");
            file.set_modified(now - 2 * ABANDONED).expect("set");
        };
        for name in [".lock.old.new", ".lock.now.new"] {
            lay(&path(name), "");
        }
        age(".lock.old.new");
        lay(&path(EVICTING), &dead());
        drop(Claim::take(folder.path()).expect("a folder").expect("free"));
        assert_eq!((path(".lock.old.new").exists(), path(".lock.now.new").exists()), (false, true));
        assert!(path(EVICTING).exists(), "somebody may be at it");
        for (line, is_kept) in [(Owner::this().line(), true), (dead(), false)] {
            lay(&path(EVICTING), &line);
            age(EVICTING);
            drop(Claim::take(folder.path()).expect("a folder").expect("free"));
            assert_eq!(path(EVICTING).exists(), is_kept, "{line}");
        }
    }

    #[test]
    fn the_claim_of_a_dead_process_is_removed() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in [HELD, EVICTING] {
            lay(&folder.path().join(name), &dead());
        }
        let tries = (0..3).filter(|_| Claim::take(folder.path()).expect("a folder").is_none()).count();
        assert_eq!(tries, 2, "one to remove each");
        let held = Claim::take(folder.path()).expect("a folder").expect("free again");
        assert!(Claim::take(folder.path()).expect("a folder").is_none());
        drop(held);
    }
}
