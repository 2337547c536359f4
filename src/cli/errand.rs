//! Work that takes too long to wait for, done beside the dashboard: large data are read while the built-in ones show.

use std::sync::mpsc::{self, Receiver};
use std::thread;

use crate::app::Msg;
use crate::tui;

/// The work, which tells what comes of it.
pub type Work = Box<dyn FnOnce(&dyn Fn(Msg)) + Send>;

/// Work to be done on a thread of its own.
#[derive(Default)]
pub struct Errand {
    /// Until it is started: before the terminal is taken there must be no other thread.
    work: Option<Work>,
    outcome: Option<Receiver<Msg>>,
}

impl Errand {
    pub fn new(work: Option<Work>) -> Self {
        Self { work, outcome: None }
    }

    /// Starts the work, unless that was done.
    pub fn start(&mut self) {
        let Some(work) = self.work.take() else { return };
        let (tell, outcome) = mpsc::channel();
        self.outcome = Some(outcome);
        thread::spawn(move || {
            // Where nobody listens any more, the program is ending.
            work(&|msg| {
                if tell.send(msg).is_ok() {
                    tui::wake();
                }
            });
        });
    }

    /// What has come of it since the last question.
    pub fn reports(&self) -> impl Iterator<Item = Msg> {
        self.outcome.iter().flat_map(Receiver::try_iter)
    }
}
