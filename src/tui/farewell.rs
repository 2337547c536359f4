//! What is still to be done when a signal, a lost line or a panic ends the program: a text that is being written is put on
//! the disk, an editor is given time to do the same.

use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

/// How long the end waits for it: a disk may hang.
const PATIENCE: Duration = Duration::from_secs(2);

/// What is done last.
pub type Last = Arc<dyn Fn() + Send + Sync>;

/// What is to be done, if anything.
#[derive(Default)]
pub(crate) struct Farewell(Mutex<Option<Last>>);

impl Farewell {
    /// Takes the place of what was promised before.
    pub(crate) fn promise(&self, last: Option<Last>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = last;
    }

    /// Does it, for as long as there is patience. A second thread that ends the program waits for the first.
    pub(crate) fn say(&self) {
        let mut promised = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(last) = promised.take() else { return };
        let (tell, done) = mpsc::channel();
        let say = move || {
            last();
            // Nobody listens any more where it took too long.
            let _ = tell.send(());
        };
        if thread::Builder::new().name("farewell".into()).spawn(say).is_ok() {
            let _ = done.recv_timeout(PATIENCE);
        }
    }
}
