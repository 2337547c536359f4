//! The clipboard as tmux keeps it: it passes on what it is handed, and drops the same sequence from a program within.

use std::io::Write;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How long tmux is waited for, and how often it is looked after.
const PATIENCE: Duration = Duration::from_secs(2);
const PAUSE: Duration = Duration::from_millis(2);

/// Hands a text to tmux, for itself and for the terminal around it (`-w`, since tmux 3.2); false if it did not take it.
pub fn load(text: &str) -> bool {
    let tmux = Command::new("tmux")
        .args(["load-buffer", "-w", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    tmux.is_ok_and(|mut tmux| feed(&mut tmux, text) && is_done(&mut tmux))
}

/// Writes on a thread: a server that has stalled must not stall the dashboard.
fn feed(tmux: &mut Child, text: &str) -> bool {
    let Some(mut input) = tmux.stdin.take() else { return false };
    let text = text.to_owned();
    // What cannot be written shows in how it ends.
    thread::Builder::new().spawn(move || input.write_all(text.as_bytes())).is_ok()
}

fn is_done(tmux: &mut Child) -> bool {
    let deadline = Instant::now() + PATIENCE;
    while Instant::now() < deadline {
        match tmux.try_wait() {
            Ok(None) => thread::sleep(PAUSE),
            ended => return ended.is_ok_and(|status| status.is_some_and(|status| status.success())),
        }
    }
    // Ended, it leaves nothing behind; there is nobody to tell if it cannot be.
    let _ = tmux.kill();
    let _ = tmux.wait();
    false
}
