//! Work beside the dashboard, on a thread of its own: large data are read while the built-in ones show, and the user's
//! files are read again when they change.
//!
//! The thread sleeps until it is told to look: by the kernel, and with each key where that does not tell of all changes.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use jiff::civil::Date as Day;

use super::dashboard::notice;
use crate::app::msg::{FileState, Renewal};
use crate::app::{Arrival, Msg};
use crate::domain::changes::Changes;
use crate::domain::fault::Fault;
use crate::domain::{Dataset, Lang};
use crate::store::stamp::{self, Stamps};
use crate::store::{self, Held, Loaded, watch};
use crate::tui;

/// How long nothing may have happened to the files before they are read: an editor writes one in several steps.
const SILENCE: Duration = Duration::from_millis(200);

/// What is to be done beside the dashboard.
pub struct Errand {
    /// Until it is started: before the terminal is taken there must be no other thread.
    folder: Option<Folder>,
    desk: Option<Desk>,
}

/// The folder of the user's data.
pub struct Folder {
    /// Where it is; none where the system names no place.
    pub path: Option<PathBuf>,
    /// Language of what is said at the start.
    pub lang: Lang,
    /// The day on which everything stands.
    pub today: Day,
    /// What was read of it; none where that is still to be done.
    pub read: Option<Read>,
}

/// What was read of a folder.
pub struct Read {
    /// The files as they were when they were read.
    pub stamps: Stamps,
    /// What they hold.
    pub held: Held,
    /// What was wrong with them.
    pub faults: Vec<Fault>,
    /// All data.
    pub dataset: Arc<Dataset>,
}

/// Both ends of the thread.
struct Desk {
    look: Sender<()>,
    /// Whether the kernel tells of all changes.
    hears_all: Arc<AtomicBool>,
    outcome: Receiver<Msg>,
}

impl Errand {
    pub fn new(folder: Folder) -> Self {
        Self { folder: Some(folder), desk: None }
    }

    /// Starts the work, unless that was done.
    pub fn start(&mut self) {
        let Some(folder) = self.folder.take() else { return };
        let ((look, looks), (tell, outcome)) = (mpsc::channel(), mpsc::channel());
        let hears_all = Arc::new(AtomicBool::new(false));
        // Where nobody listens any more, the program is ending.
        let tell = move |msg| {
            if tell.send(msg).is_ok() {
                tui::wake();
            }
        };
        if let Some(path) = folder.path.clone() {
            let (heard, is_enough) = (look.clone(), Arc::clone(&hears_all));
            let listen = move || {
                watch::changes(&path, |hears_all| {
                    is_enough.store(hears_all, Ordering::Relaxed);
                    heard.send(()).is_ok()
                });
                is_enough.store(false, Ordering::Relaxed);
            };
            // Without it a change is seen with the next key.
            let _ = thread::Builder::new().name("watch".into()).spawn(listen);
        }
        if thread::Builder::new().name("errand".into()).spawn(move || folder.tend(&tell, &looks)).is_ok() {
            self.desk = Some(Desk { look, hears_all, outcome });
        }
    }

    /// Lets the thread look whether files have changed, where it may not have been told; what has come of its work since the
    /// last question.
    pub fn reports(&self) -> impl Iterator<Item = Msg> {
        self.desk.iter().flat_map(|desk| {
            if !desk.hears_all.load(Ordering::Relaxed) {
                let _ = desk.look.send(());
            }
            desk.outcome.try_iter()
        })
    }
}

impl Folder {
    /// Reads the folder where that is to be done, and again after each change, until nobody asks any more.
    fn tend(mut self, tell: &impl Fn(Msg), looks: &Receiver<()>) {
        let mut read = self.read.take().unwrap_or_else(|| self.read_first(tell));
        loop {
            if let Some(stamps) = self.settled(&read.stamps) {
                read = self.read_again(&read, stamps, tell);
                // They may have changed again meanwhile.
                continue;
            }
            if looks.recv().is_err() {
                return;
            }
            while looks.try_recv().is_ok() {}
        }
    }

    /// The files once they are not being written any more; none where they are as they were.
    fn settled(&self, before: &Stamps) -> Option<Stamps> {
        let mut stamps = stamp::of_data(self.path.as_deref());
        if stamps == *before {
            return None;
        }
        let mut since = Instant::now();
        while since.elapsed() < SILENCE {
            thread::sleep(SILENCE.saturating_sub(since.elapsed()));
            let now = stamp::of_data(self.path.as_deref());
            if now != stamps {
                (stamps, since) = (now, Instant::now());
            }
        }
        Some(stamps).filter(|stamps| stamps != before)
    }

    fn read_first(&self, tell: &impl Fn(Msg)) -> Read {
        let stamps = stamp::of_data(self.path.as_deref());
        let Loaded { dataset, faults, replaced, held, .. } = store::load(self.path.as_deref());
        let arrival = Arrival::of(dataset, notice(self.lang, &faults, &replaced));
        let (dataset, listing) = (Arc::clone(&arrival.dataset), Arc::clone(&arrival.listing));
        tell(Msg::Arrived(Box::new(arrival)));
        listing.complete(&dataset, self.today);
        Read { stamps, held, faults, dataset }
    }

    fn read_again(&self, before: &Read, stamps: Stamps, tell: &impl Fn(Msg)) -> Read {
        let loaded = store::load_again(self.path.as_deref(), &before.dataset, &before.held);
        let Loaded { dataset, faults, held, kept, .. } = loaded;
        let changes = Changes::between(&before.dataset, &dataset);
        let state = (faults != before.faults).then(|| state(&faults, kept));
        let arrival = Arrival::of(dataset, None);
        let (dataset, listing) = (Arc::clone(&arrival.dataset), Arc::clone(&arrival.listing));
        tell(Msg::Renewed(Box::new(Renewal { arrival, changes, state })));
        listing.complete(&dataset, self.today);
        Read { stamps, held, faults, dataset }
    }
}

/// What is to be said of files with these faults, of which some are as they were before.
fn state(faults: &[Fault], kept: Vec<Fault>) -> FileState {
    match (kept.into_iter().next(), faults.first()) {
        (Some(unread), _) => FileState::Unread(Box::new(unread)),
        (None, Some(first)) => FileState::Faulty(faults.len(), first.file.clone()),
        (None, None) => FileState::Sound,
    }
}
