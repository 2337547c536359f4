//! Keeps one file of the user's on a thread of its own.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::SystemTime;

use crate::app::msg::Kept;
use crate::domain::kept::{Book, Reason, Unkept};
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
    /// When the file as it was read last had been written, and its length.
    stamp: Option<(SystemTime, u64)>,
}

/// Both ends of the thread.
struct Desk<B: Book> {
    changes: Sender<B::Change>,
    done: Receiver<Kept<B>>,
}

impl<B: Book> Clerk<B> {
    pub fn new(file: Option<PathBuf>) -> Self {
        Self { file, desk: None, open: 0, stamp: None }
    }

    /// What the file holds.
    pub fn read(&mut self) -> Option<Kept<B>> {
        let file = self.file.as_deref()?;
        self.stamp = stamp(file);
        Some(Kept { changes: 0, outcome: book::load(file), aside: None })
    }

    /// The same, if another window has written it since and nothing of one's own is under way.
    pub fn reread(&mut self) -> Option<Kept<B>> {
        let is_new = self.open == 0 && stamp(self.file.as_deref()?) != self.stamp;
        if is_new { self.read() } else { None }
    }

    /// Takes over a change; what came of it, if that is known at once.
    pub fn hand_over(&mut self, change: B::Change) -> Option<Kept<B>> {
        if self.desk.is_none() {
            self.desk = self.file.clone().and_then(start);
        }
        if self.desk.as_ref().is_some_and(|desk| desk.changes.send(change).is_ok()) {
            self.open += 1;
            return None;
        }
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
            self.stamp = self.file.as_deref().and_then(stamp);
        }
    }
}

/// Tells one state of a file from another.
fn stamp(file: &Path) -> Option<(SystemTime, u64)> {
    let known = std::fs::metadata(file).ok()?;
    Some((known.modified().ok()?, known.len()))
}

fn start<B: Book>(file: PathBuf) -> Option<Desk<B>> {
    let (changes, asked) = mpsc::channel();
    let (tell, done) = mpsc::channel();
    let keep = move || {
        while let Ok(first) = asked.recv() {
            // What has come meanwhile is written at one go.
            let changes: Vec<B::Change> = std::iter::once(first).chain(asked.try_iter()).collect();
            let kept = kept(&file, &changes);
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
