//! The keyboard: waits for what is typed, for a new size of the window and for the bell, all at once.
//!
//! A source of its own in place of crossterm's, whose 0.29 hides a key that comes together with a signal until the next
//! one, reads a cut sequence as Esc and letters, and never returns once the terminal is gone. It reads only while the
//! program holds the screen: whatever is typed at a child process or the shell is theirs.

use std::io;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::io::Errno;

use super::decoder::{Decoder, Pending};
use super::terminal::{Hold, Screen, Tty};
use super::{Source, bell, watch};
use crate::app::Msg;

/// How long to wait for the rest of what no finger types.
const SEQUENCE: Duration = Duration::from_millis(500);
/// How long to wait for more of a pasted text. Longer than a line may stall, since what comes later is taken for keys; not
/// for ever, since no key is heard meanwhile.
const PASTE: Duration = Duration::from_secs(2);
/// Most bytes taken before a frame is drawn.
const BURST: usize = 64 * 1024;

/// Keys, pastes and resizes of the terminal.
pub struct Keyboard {
    tty: Arc<Tty>,
    bell: &'static UnixStream,
    decoder: Decoder,
    /// How long to wait for the rest of what may be Esc.
    patience: Duration,
    /// Until when to wait for the rest of what is under way.
    deadline: Option<Instant>,
    /// Columns and rows, as told last.
    size: (u16, u16),
    /// Since when the time is counted that is told with a tick.
    since: Option<Instant>,
}

impl Keyboard {
    /// The keyboard of `screen`, whose size has been told to be `size`. What may be Esc or the beginning of a longer key is
    /// Esc once nothing more has come for as long as `patience`.
    ///
    /// # Errors
    ///
    /// Fails if nothing could wake it.
    pub fn new(screen: &Screen, size: (u16, u16), patience: Duration) -> io::Result<Self> {
        let bell = bell::hang()?;
        let tty = screen.tty();
        if tty.size()? != size {
            bell::ring(); // it has changed since it was told
        }
        Ok(Self { tty, bell, decoder: Decoder::default(), patience, deadline: None, size, since: None })
    }

    /// Waits until something happens, or for as long as `limit`, and gives all that has happened: nothing where the time
    /// is up, or where there is only something to be drawn. A terminal that is gone ends the program.
    ///
    /// # Errors
    ///
    /// Fails if the terminal cannot be read.
    pub fn listen(&mut self, limit: Option<Duration>) -> io::Result<Vec<Msg>> {
        let end = limit.map(|limit| Instant::now() + limit);
        let mut told = Vec::new();
        loop {
            let is_held = self.tty.hold() <= Hold::Entered;
            if !is_held {
                (self.decoder, self.deadline) = (Decoder::default(), None);
            }
            let Some((is_typed, is_rung)) = self.wait(is_held, self.deadline.into_iter().chain(end).min())? else {
                continue;
            };
            let now = Instant::now();
            if is_typed {
                self.read(&mut told)?;
            } else if self.deadline.is_some_and(|deadline| deadline <= now) {
                self.decoder.give_up(&mut told);
                self.deadline = None;
            }
            if is_rung {
                bell::quiet(self.bell);
                let size = self.tty.size()?;
                if size != self.size {
                    self.size = size;
                    told.push(Msg::Resized(size.0, size.1));
                }
            }
            if is_rung || !told.is_empty() || end.is_some_and(|end| end <= now) {
                return Ok(told);
            }
        }
    }

    /// Whether something was typed and whether the bell rang, until `end` at the latest; nothing if a signal came first.
    fn wait(&self, is_held: bool, end: Option<Instant>) -> io::Result<Option<(bool, bool)>> {
        let limit = end.map(|end| end.saturating_duration_since(Instant::now()));
        let limit = limit.and_then(|limit| Timespec::try_from(limit).ok());
        let bell = PollFd::new(self.bell, PollFlags::IN);
        let mut both = [bell, PollFd::new(&*self.tty, PollFlags::IN)];
        let fds = if is_held { &mut both[..] } else { &mut both[..1] };
        match rustix::event::poll(fds, limit.as_ref()) {
            Err(Errno::INTR) => return Ok(None),
            polled => polled?,
        };
        let [bell, typed] = both.map(|fd| fd.revents());
        if typed.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            watch::hang_up(&self.tty);
        }
        Ok(Some((!typed.is_empty(), !bell.is_empty())))
    }

    /// Takes what was typed.
    fn read(&mut self, told: &mut Vec<Msg>) -> io::Result<()> {
        let mut bytes = [0; 4096];
        let mut taken = 0;
        while taken < BURST {
            match self.tty.read(&mut bytes) {
                Ok(0) => break,
                Ok(count) => {
                    self.decoder.take(bytes.get(..count).unwrap_or_default(), told);
                    taken += count;
                }
                // Nobody is at the other end, or the program is in the background and nobody can bring it back.
                Err(Errno::IO) => watch::hang_up(&self.tty),
                Err(error) => return Err(error.into()),
            }
        }
        let patience = self.decoder.pending().map(|pending| match pending {
            Pending::Typed => self.patience,
            Pending::Sent => self.patience.max(SEQUENCE),
            Pending::Pasted => PASTE,
        });
        self.deadline = patience.map(|patience| Instant::now() + patience);
        Ok(())
    }
}

impl Source for Keyboard {
    fn next_within(&mut self, limit: Duration) -> io::Result<Vec<Msg>> {
        self.listen(Some(limit))
    }

    fn next(&mut self) -> io::Result<Vec<Msg>> {
        self.since = None;
        self.listen(None)
    }

    fn next_tick(&mut self, limit: Duration) -> io::Result<Vec<Msg>> {
        let since = *self.since.get_or_insert_with(Instant::now);
        let mut told = self.listen(Some(limit.saturating_sub(since.elapsed())))?;
        let now = Instant::now();
        self.since = Some(now);
        // Before the keys: the time was that of the screen they were pressed at.
        told.insert(0, Msg::Elapsed(now.duration_since(since)));
        Ok(told)
    }
}
