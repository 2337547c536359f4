//! The shell behind the dashboard: keeps the user's queries on a thread of its own, so that no key waits for the disk,
//! and sends for what takes long to read.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use super::errand::Errand;
use super::tmux;
use crate::app::msg::{Fetched, Kept};
use crate::app::{Effect, Msg};
use crate::domain::kept::{Reason, Unkept};
use crate::domain::queries::Change;
use crate::store::{keep, paths, queries, shown_name, texts};
use crate::tui::{self, Offer, Shell};

/// The keeper of the user's queries.
pub struct Keeper {
    /// None where the system names no place for it.
    file: Option<PathBuf>,
    /// The folder of the user's data, in which the texts of documents lie.
    data: Option<PathBuf>,
    /// Started with the first change: before the terminal is taken there must be no other thread.
    desk: Option<Desk>,
    errand: Errand,
    /// Changes handed over of which nothing has been heard.
    open: usize,
}

/// Both ends of the thread.
struct Desk {
    changes: Sender<Change>,
    done: Receiver<Kept>,
}

impl Keeper {
    pub fn new(file: Option<PathBuf>, data: Option<PathBuf>, errand: Errand) -> Self {
        Self { file, data, desk: None, errand, open: 0 }
    }

    fn hand_over(&mut self, change: Change) -> Option<()> {
        if self.desk.is_none() {
            self.desk = start(self.file.clone()?);
        }
        self.desk.as_ref()?.changes.send(change).ok()
    }

    fn heard(&mut self, done: Vec<Kept>) -> Vec<Msg> {
        self.open -= done.iter().map(|kept| kept.changes).sum::<usize>().min(self.open);
        done.into_iter().map(Msg::Kept).collect()
    }
}

impl Shell for Keeper {
    fn read(&mut self) -> Option<Msg> {
        self.errand.start();
        let outcome = queries::load(self.file.as_deref()?);
        Some(Msg::Kept(Kept { changes: 0, outcome, aside: None }))
    }

    fn perform(&mut self, effect: Effect) -> Option<Msg> {
        let change = match effect {
            Effect::Keep(change) => change,
            Effect::Export { stem, text } => return Some(export(&stem, &text)),
            Effect::Fetch { record, place } => {
                let found = texts::passage(self.data.as_deref(), &place);
                return Some(Msg::Fetched(Box::new(Fetched { record, found })));
            }
            _ => return None,
        };
        if self.hand_over(change).is_some() {
            self.open += 1;
            return None;
        }
        let unkept = Unkept { file: String::new(), reason: Reason::NoPlace };
        Some(Msg::Kept(Kept { changes: 1, outcome: Err(unkept), aside: None }))
    }

    fn offer(&mut self, text: &str) -> Offer {
        match paths::is_inside_tmux() {
            false => Offer::NoTaker,
            true if tmux::load(text) => Offer::Taken,
            true => Offer::Refused,
        }
    }

    fn reports(&mut self) -> Vec<Msg> {
        let done = self.desk.iter().flat_map(|desk| desk.done.try_iter()).collect();
        let mut heard = self.heard(done);
        heard.extend(self.errand.reports());
        heard
    }

    fn settle(&mut self) -> Vec<Msg> {
        let mut told = self.reports();
        while self.open > 0 {
            let Some(kept) = self.desk.as_ref().and_then(|desk| desk.done.recv().ok()) else { break };
            told.extend(self.heard(vec![kept]));
        }
        told
    }
}

/// Writes where the program was started, since that is where the user is at home.
fn export(stem: &str, text: &str) -> Msg {
    let written = keep::export_numbered(Path::new("."), stem, "txt", text.as_bytes());
    Msg::Exported(written.map(|path| shown_name(&path, None)))
}

fn start(file: PathBuf) -> Option<Desk> {
    let (changes, asked) = mpsc::channel();
    let (tell, done) = mpsc::channel();
    let keep = move || {
        while let Ok(first) = asked.recv() {
            // What has come meanwhile is written at one go.
            let changes: Vec<Change> = std::iter::once(first).chain(asked.try_iter()).collect();
            let kept = kept(&file, &changes);
            let is_waited_for = changes.iter().any(Change::is_asked_for);
            let is_to_be_said = kept.outcome.is_err() || kept.aside.is_some() || is_waited_for;
            if tell.send(kept).is_err() {
                return;
            }
            if is_to_be_said {
                tui::wake();
            }
        }
    };
    thread::Builder::new().name("keeper".into()).spawn(keep).ok()?;
    Some(Desk { changes, done })
}

fn kept(file: &Path, changes: &[Change]) -> Kept {
    let (outcome, aside) = match queries::change(file, changes) {
        Ok((queries, aside)) => (Ok(queries), aside.map(|aside| shown_name(&aside, None))),
        Err(unkept) => (Err(unkept), None),
    };
    Kept { changes: changes.len(), outcome, aside }
}
