//! What is still to be done when a signal, a lost line or a panic ends the program: a text that is being written is put on
//! the disk, an editor is given time to do the same, and so is what keeps the user's files.

use std::panic;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

use rustix::stdio::stderr;
use signal_hook::low_level;

use super::patience::write_in_time;
use super::terminal::{Hold, Tty};
use crate::app::{INTERNAL_ERROR, ascii};

/// How long the end waits for it: a disk may hang.
const PATIENCE: Duration = Duration::from_secs(2);

/// What is done last.
pub type Last = Arc<dyn Fn() + Send + Sync>;

/// What is to be done, if anything.
#[derive(Default)]
pub(crate) struct Farewell {
    promised: Mutex<Option<Last>>,
    /// Done after it, as long as the program lives.
    always: OnceLock<Last>,
}

impl Farewell {
    /// Takes the place of what was promised before.
    pub(crate) fn promise(&self, last: Option<Last>) {
        *self.promised.lock().unwrap_or_else(PoisonError::into_inner) = last;
    }

    /// Is done besides; only the first is.
    pub(crate) fn always(&self, last: Last) {
        let _ = self.always.set(last);
    }

    /// Does it, for as long as there is patience. A second thread that ends the program waits for the first.
    pub(crate) fn say(&self) {
        let mut promised = self.promised.lock().unwrap_or_else(PoisonError::into_inner);
        let all: Vec<Last> = promised.take().into_iter().chain(self.always.get().cloned()).collect();
        if all.is_empty() {
            return;
        }
        in_time(all);
    }
}

/// Does what is last, as far as there is patience.
pub fn in_time(all: Vec<Last>) {
    let (tell, done) = mpsc::channel();
    let say = move || {
        for last in all {
            last();
        }
        // Nobody listens any more where it took too long.
        let _ = tell.send(());
    };
    if thread::Builder::new().name("farewell".into()).spawn(say).is_ok() {
        let _ = done.recv_timeout(PATIENCE);
    }
}

/// Makes a panic of any thread leave the screen, say so, and end the program.
pub(super) fn leave_on_panic(tty: Arc<Tty>) {
    panic::set_hook(Box::new(move |panic| {
        tty.release(Hold::Left);
        // The message may hold text from a file: that must not steer the terminal, and any terminal is to show it.
        let message = ascii::text(&format!("error: internal error: {panic}\n"));
        if rustix::termios::isatty(stderr()) {
            write_in_time(&*tty, message.as_bytes()); // stderr itself would block where the terminal has stalled
        } else {
            write_in_time(stderr(), message.as_bytes());
        }
        tty.farewell.say();
        low_level::exit(INTERNAL_ERROR);
    }));
}
