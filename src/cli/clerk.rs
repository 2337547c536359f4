//! Keeps one file of the user's on a thread of its own.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use crate::app::msg::Kept;
use crate::domain::kept::{Book, Reason, Unkept};
use crate::store::stamp::Stamp;
use crate::store::{book, shown_name};
use crate::tui;

/// The keeper of one file.
pub struct Clerk<B: Book> {
    /// None where the system names no place for it.
    file: Option<PathBuf>,
    /// Started with the first change: before the terminal is taken there must be no other thread.
    desk: Option<Desk<B>>,
    /// Changes handed over of which nothing has been heard.
    open: usize,
    /// Of these, the ones the thread is not done with.
    backlog: Arc<Backlog>,
    /// The file as it was read last; none where it has been written since.
    stamp: Option<Stamp>,
}

/// How many changes are not on the disk yet, for a thread that must not end the program before they are.
#[derive(Default)]
pub struct Backlog {
    count: Mutex<usize>,
    is_less: Condvar,
}

impl Backlog {
    /// Waits until there are none.
    pub fn wait(&self) {
        let count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.is_less.wait_while(count, |count| *count > 0));
    }

    fn add(&self) {
        *self.count.lock().unwrap_or_else(PoisonError::into_inner) += 1;
    }

    fn take(&self, done: usize) {
        *self.count.lock().unwrap_or_else(PoisonError::into_inner) -= done;
        self.is_less.notify_all();
    }
}

/// Both ends of the thread.
struct Desk<B: Book> {
    changes: Sender<B::Change>,
    done: Receiver<Kept<B>>,
}

impl<B: Book> Clerk<B> {
    pub fn new(file: Option<PathBuf>) -> Self {
        Self { file, desk: None, open: 0, backlog: Arc::default(), stamp: None }
    }

    /// What is still to be kept.
    pub fn backlog(&self) -> Arc<Backlog> {
        Arc::clone(&self.backlog)
    }

    /// What the file holds.
    pub fn read(&mut self) -> Option<Kept<B>> {
        let file = self.file.as_deref()?;
        self.stamp = Stamp::of(file);
        Some(Kept { changes: 0, outcome: book::load(file), aside: None })
    }

    /// The same, if another window has written it since and nothing of one's own is under way.
    pub fn reread(&mut self) -> Option<Kept<B>> {
        let is_new = self.open == 0 && Stamp::of(self.file.as_deref()?) != self.stamp;
        if is_new { self.read() } else { None }
    }

    /// Takes over a change; what came of it, if that is known at once.
    pub fn hand_over(&mut self, change: B::Change) -> Option<Kept<B>> {
        if self.desk.is_none() {
            self.desk = self.file.clone().and_then(|file| start(file, self.backlog()));
        }
        // Before it is sent, or it could be done before it is counted.
        self.backlog.add();
        if self.desk.as_ref().is_some_and(|desk| desk.changes.send(change).is_ok()) {
            self.open += 1;
            return None;
        }
        self.backlog.take(1);
        let unkept = Unkept { file: String::new(), reason: Reason::NoPlace };
        Some(Kept { changes: 1, outcome: Err(unkept), aside: None })
    }

    /// What has come of changes since the last question.
    pub fn reports(&mut self) -> Vec<Kept<B>> {
        let done: Vec<_> = self.desk.iter().flat_map(|desk| desk.done.try_iter()).collect();
        for kept in &done {
            self.hear(kept);
        }
        done
    }

    /// The same once nothing is under way any more.
    pub fn settle(&mut self) -> Vec<Kept<B>> {
        let mut told = Vec::new();
        while self.open > 0 {
            let Some(kept) = self.desk.as_ref().and_then(|desk| desk.done.recv().ok()) else { break };
            self.hear(&kept);
            told.push(kept);
        }
        told
    }

    fn hear(&mut self, kept: &Kept<B>) {
        self.open = self.open.saturating_sub(kept.changes);
        if kept.outcome.is_ok() {
            // Another window may have written it again before this was heard: then the book heard of is not the file's.
            self.stamp = None;
        }
    }
}

fn start<B: Book>(file: PathBuf, backlog: Arc<Backlog>) -> Option<Desk<B>> {
    let (changes, asked) = mpsc::channel();
    let (tell, done) = mpsc::channel();
    let keep = move || {
        while let Ok(first) = asked.recv() {
            // What has come meanwhile is written at one go.
            let changes: Vec<B::Change> = std::iter::once(first).chain(asked.try_iter()).collect();
            let kept = kept(&file, &changes);
            backlog.take(kept.changes);
            let is_waited_for = changes.iter().any(B::is_asked_for);
            let is_to_be_said = kept.outcome.is_err() || kept.aside.is_some() || is_waited_for;
            if tell.send(kept).is_err() {
                return;
            }
            if is_to_be_said {
                tui::wake();
            }
        }
    };
    thread::Builder::new().name("clerk".into()).spawn(keep).ok()?;
    Some(Desk { changes, done })
}

fn kept<B: Book>(file: &Path, changes: &[B::Change]) -> Kept<B> {
    let (outcome, aside) = match book::change(file, changes) {
        Ok((book, aside)) => (Ok(book), aside.map(|aside| shown_name(&aside, None))),
        Err(unkept) => (Err(unkept), None),
    };
    Kept { changes: changes.len(), outcome, aside }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::RecordId;
    use crate::domain::annotations::{Annotations, Change};

    fn mark(id: &str) -> Change {
        Change::Mark(vec![RecordId::new(id)])
    }

    #[test]
    fn what_another_window_writes_before_a_change_is_heard_of_is_read_all_the_same() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("state.json");
        let mut clerk = Clerk::<Annotations>::new(Some(file.clone()));
        assert!(clerk.hand_over(mark("a/1")).is_none());
        clerk.backlog().wait();
        let (both, _) = book::change::<Annotations>(&file, &[mark("a/2")]).expect("kept");
        assert_eq!(clerk.settle().len(), 1);
        assert_eq!(clerk.reread().and_then(|kept| kept.outcome.ok()), Some(both));
        assert!(clerk.reread().is_none(), "once");
    }

    #[test]
    fn a_file_of_the_same_length_and_time_is_told_from_the_one_before() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("state.json");
        book::change::<Annotations>(&file, &[mark("a/1"), mark("a/2")]).expect("kept");
        let written = std::fs::metadata(&file).and_then(|known| known.modified()).expect("there");
        let mut clerk = Clerk::<Annotations>::new(Some(file.clone()));
        assert!(clerk.read().is_some());
        let to_the_end = Change::Move { id: RecordId::new("a/1"), before: None };
        book::change::<Annotations>(&file, &[to_the_end]).expect("kept");
        std::fs::File::options().write(true).open(&file).and_then(|file| file.set_modified(written)).expect("set");
        assert!(clerk.reread().is_some());
    }
}
