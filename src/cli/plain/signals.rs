//! A signal ends the program once what was handed over is on the disk.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level;

use crate::tui::{self, Last};

/// Whether another program has the terminal: what is typed to end that one is not meant for this one.
pub type Lent = Arc<AtomicBool>;

/// Ends the program upon a signal, with its exit code as a shell counts it, after `last`.
///
/// # Errors
/// When no handler can be installed or no thread be started.
pub fn obey(last: Last) -> io::Result<Lent> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
    let lent = Lent::default();
    let is_lent = Arc::clone(&lent);
    let wait = move || {
        for signal in signals.forever() {
            if matches!(signal, SIGINT | SIGQUIT) && is_lent.load(Ordering::Relaxed) {
                continue;
            }
            tui::in_time(vec![Arc::clone(&last)]);
            low_level::exit(128 + signal)
        }
    };
    thread::Builder::new().name("signals".into()).spawn(wait)?;
    Ok(lent)
}
