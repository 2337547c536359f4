//! Waiting for a terminal, and writing to it, for no longer than there is patience.

use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::fd::AsFd;
use rustix::io::Errno;

/// How long a stalled terminal may hold up the way out.
const PATIENCE: Duration = Duration::from_millis(300);

/// Writes what can be written within [`PATIENCE`] and drops the rest.
pub(super) fn write_in_time(fd: impl AsFd, bytes: &[u8]) {
    let deadline = Instant::now() + PATIENCE;
    let mut rest = bytes;
    while !rest.is_empty() {
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() || wait(&fd, PollFlags::OUT, Some(left)).is_empty() {
            return;
        }
        match rustix::io::write(&fd, rest) {
            Ok(count) => rest = rest.get(count..).unwrap_or_default(),
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(_) => return,
        }
    }
}

/// What `fd` is ready for; nothing if the time is up or a signal came in between.
pub(super) fn wait(fd: impl AsFd, what: PollFlags, limit: Option<Duration>) -> PollFlags {
    let limit = limit.and_then(|limit| Timespec::try_from(limit).ok());
    let mut fds = [PollFd::new(&fd, what)];
    let ready = rustix::event::poll(&mut fds, limit.as_ref());
    let [fd] = fds;
    if ready.is_ok() { fd.revents() } else { PollFlags::empty() }
}
