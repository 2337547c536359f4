//! The terminal guard: takes the screen, gives it back however the program ends, and lets bytes through only in between.
//!
//! Return, `?`, panic and signal all end in [`Screen::leave`] or what lies beneath it; a terminal that has hung up is only
//! abandoned. The guard knows neither what is drawn nor what a key means; which signal asks for what is said in `watch`.
//!
//! Two rules hold everywhere below. The terminal is never asked anything, because an answer may never come (so no
//! cursor position is asked for). And no write waits with the lock held for longer than `patience` allows, because
//! a signal must end the program also while nobody reads the other end.

use std::{
    io,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use rustix::{
    event::PollFlags,
    fd::{AsFd, BorrowedFd, OwnedFd},
    fs::OFlags,
    io::Errno,
    termios::{Action, OptionalActions, Termios},
};
use signal_hook::{consts::SIGCONT, low_level};

use super::farewell::{Farewell, Last, leave_on_panic};
use super::painter::Painter;
use super::patience::{wait, write_in_time};
use super::{bell, mouse, watch};
use crate::ui::Frame;

/// Alternate screen, bracketed paste.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h";
/// The end of a frame cut short, plain text, no bracketed paste, the main screen, the cursor.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[0m\x1b[?2004l\x1b[?1049l\x1b[?25h";
/// Synchronized output (mode 2026): the terminal shows what lies between the two at once.
const BEGIN_FRAME: &[u8] = b"\x1b[?2026h";
const END_FRAME: &[u8] = b"\x1b[?2026l";
/// The end of a sequence that carries text.
const END_STRING: &[u8] = b"\x1b\\";

/// The screen, held by the user interface: dropping it leaves it.
pub struct Screen {
    tty: Arc<Tty>,
}

impl Screen {
    /// Takes the terminal, from the first frame on, and sets up every way out: panic hook, signals, hang-up.
    ///
    /// To be called once, before any other thread is started. A program started in the background stops here until it is
    /// brought to the foreground.
    ///
    /// # Errors
    ///
    /// Fails if the process has no terminal or the terminal refuses raw mode; then nothing has been written to it.
    pub fn enter() -> io::Result<Self> {
        // A description of its own: O_NONBLOCK on the one the shell shares would outlive the program.
        let flags = OFlags::RDWR | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
        let fd = rustix::fs::open("/dev/tty", flags, rustix::fs::Mode::empty())?;
        // Changes nothing, but the kernel holds a background process here (SIGTTOU), while its signals still act by default.
        rustix::termios::tcflow(&fd, Action::OOn)?;
        let before = rustix::termios::tcgetattr(&fd)?;
        let tty = Arc::new(Tty {
            fd,
            state: Mutex::new((Hold::Suspended, before)),
            is_passing: AtomicBool::new(false),
            wants_repaint: AtomicBool::new(true),
            has_mouse: AtomicBool::new(false),
            farewell: Farewell::default(),
        });
        let screen = Self { tty };
        bell::hang()?;
        watch::start(&screen.tty)?;
        leave_on_panic(Arc::clone(&screen.tty));
        screen.tty.take()?;
        Ok(screen)
    }

    /// The terminal as the keyboard reads it.
    pub(crate) fn tty(&self) -> Arc<Tty> {
        Arc::clone(&self.tty)
    }

    /// Draws one frame and sends it in one piece; the whole of it if the screen was given away since the last one.
    ///
    /// A terminal that has hung up is no error here: `watch` ends the program.
    ///
    /// # Errors
    ///
    /// Fails if the terminal refuses the bytes, or does not say its size.
    pub fn draw(&self, painter: &mut Painter, view: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        if self.tty.wants_repaint.swap(false, Ordering::AcqRel) {
            painter.forget();
        }
        let size = self.tty.size().inspect_err(|_| self.hang_up_if_gone())?;
        let frame = painter.draw(size, view);
        if frame.is_empty() { Ok(()) } else { self.tty.send([BEGIN_FRAME, &frame, END_FRAME].concat()) }
    }

    /// Has the next frame drawn whole, and cleared before in the same piece.
    pub fn forget(&self) {
        self.tty.wants_repaint.store(true, Ordering::Release);
    }

    /// Ends the program if the terminal has hung up: a size or a frame that failed then is no error of its own.
    pub(super) fn hang_up_if_gone(&self) {
        if self.tty.is_gone() || self.tty.hold() == Hold::Gone {
            watch::hang_up(&self.tty);
        }
    }

    /// Sends a sequence that shows nothing, between two frames.
    ///
    /// # Errors
    ///
    /// As for [`Screen::draw`].
    pub fn pass(&self, sequence: &str) -> io::Result<()> {
        self.tty.is_passing.store(true, Ordering::Release);
        let sent = self.tty.send(sequence.as_bytes().to_vec());
        self.tty.is_passing.store(false, Ordering::Release);
        sent
    }

    /// Gives the terminal back as it was found; does nothing if that is done already.
    ///
    /// Until [`Screen::resume`], SIGINT and SIGQUIT are left to the child process that has the terminal.
    pub fn leave(&self) {
        self.tty.release(Hold::Left);
    }

    /// Asks for the terminal again after [`Screen::leave`]; the loop is woken once it is there.
    ///
    /// # Errors
    ///
    /// Fails if the signal cannot be sent.
    pub fn resume(&self) -> io::Result<()> {
        self.tty.ask_back();
        // `watch` takes it, so that a Ctrl-C typed at the child process is passed over before the program holds the screen.
        low_level::raise(SIGCONT)
    }

    /// What is to be done first where a signal, a lost line or a panic ends the program; none to take it back.
    pub fn promise(&self, last: Option<Last>) {
        self.tty.farewell.promise(last);
    }

    /// What is to be done besides, whatever was promised; to be said once.
    pub fn promise_always(&self, last: Last) {
        self.tty.farewell.always(last);
    }

    /// Stops the job, as Ctrl-Z does where the terminal is not in raw mode.
    ///
    /// `watch` leaves the screen and takes it again, and wakes the loop to draw. Nothing happens where no
    /// shell could continue the program.
    ///
    /// # Errors
    ///
    /// Fails if the signal cannot be sent.
    pub fn suspend() -> io::Result<()> {
        watch::stop_job()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.leave();
    }
}

/// Who has the terminal; a release leads only down this list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Hold {
    /// The program, which has written nothing yet: its first frame begins with [`ENTER`].
    Taken,
    /// The program, on the alternate screen.
    Entered,
    /// Nobody: the child process has ended, and the keys it was sent may still be on their way as signals.
    Returned,
    /// Nobody yet, or the shell until the job is continued.
    Suspended,
    /// Whoever comes next: a child process, or the shell for good.
    Left,
    /// Nobody any more: it has hung up.
    Gone,
}

impl AsFd for Tty {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.fd.as_fd()
    }
}

/// The terminal as the threads share it.
pub(crate) struct Tty {
    fd: OwnedFd,
    /// The hold, and the modes from before it.
    ///
    /// Locked for one write that does not wait, or for one change of hands: a second thread that wants out waits for the
    /// first, so the process never ends with the terminal half restored.
    state: Mutex<(Hold, Termios)>,
    /// Whether a sequence that shows nothing may have been sent in part.
    is_passing: AtomicBool,
    wants_repaint: AtomicBool,
    /// Whether the terminal is to tell of the mouse while the program holds it.
    pub(super) has_mouse: AtomicBool,
    /// What is to be done before the program ends.
    pub(crate) farewell: Farewell,
}

impl Tty {
    /// Takes the terminal after a suspension.
    pub(crate) fn take(&self) -> io::Result<()> {
        let mut state = self.state();
        if state.0 == Hold::Suspended {
            disable_raw_mode()?; // crossterm may believe it still on, after a release in the background
            let before = rustix::termios::tcgetattr(&self.fd)?;
            enable_raw_mode()?;
            *state = (Hold::Taken, before);
            self.wants_repaint.store(true, Ordering::Release);
        }
        Ok(())
    }

    /// Gives the terminal to `next`, restored as far as it can be; writes no byte to one that is gone.
    pub(crate) fn release(&self, next: Hold) {
        let mut state = self.state();
        let (hold, before) = &mut *state;
        if *hold == Hold::Entered && next != Hold::Gone {
            // GNU screen would take all that follows for the rest of a sequence cut short.
            let end: &[u8] = if self.is_passing.load(Ordering::Acquire) { END_STRING } else { b"" };
            write_in_time(&self.fd, &[end, self.mouse(mouse::OFF), LEAVE].concat());
        }
        // In the background the modes are the shell's, and touching them would stop the process (SIGTTOU).
        if *hold <= Hold::Entered && self.is_in_foreground().unwrap_or(false) {
            // Errors are ignored: there is no other way to restore, and nobody to tell.
            let _ = disable_raw_mode();
            let _ = rustix::termios::tcsetattr(&self.fd, OptionalActions::Now, before);
        }
        *hold = next.max(*hold);
    }

    /// Who has the terminal now.
    pub(crate) fn hold(&self) -> Hold {
        self.state().0
    }

    /// Says whether the program's process group is the one that has the terminal.
    pub(crate) fn is_in_foreground(&self) -> io::Result<bool> {
        Ok(rustix::termios::tcgetpgrp(&self.fd)? == rustix::process::getpgrp())
    }

    /// Takes what was typed; nothing where nothing was, or another has the terminal now.
    ///
    /// # Errors
    ///
    /// Fails if there is nothing to be read from the terminal any more.
    pub(crate) fn read(&self, buffer: &mut [u8]) -> rustix::io::Result<usize> {
        // Under the lock, so that nothing is taken from whoever the terminal has been released to.
        let state = self.state();
        if state.0 > Hold::Entered {
            return Ok(0);
        }
        match rustix::io::read(&self.fd, buffer) {
            Err(Errno::AGAIN | Errno::INTR) => Ok(0),
            read => read,
        }
    }

    /// Columns and rows.
    pub(crate) fn size(&self) -> io::Result<(u16, u16)> {
        let size = rustix::termios::tcgetwinsize(&self.fd)?;
        Ok((size.ws_col, size.ws_row))
    }

    /// Whether the other end of the terminal is closed.
    pub(crate) fn is_gone(&self) -> bool {
        !wait(&self.fd, PollFlags::empty(), Some(Duration::ZERO)).is_empty()
    }

    /// What is said to the terminal of the mouse; nothing where there is none.
    fn mouse(&self, said: &'static [u8]) -> &'static [u8] {
        if self.has_mouse.load(Ordering::Acquire) { said } else { b"" }
    }

    fn ask_back(&self) {
        let mut state = self.state();
        if state.0 == Hold::Left {
            state.0 = Hold::Returned;
        }
    }

    fn state(&self) -> MutexGuard<'_, (Hold, Termios)> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends a frame or a sequence, for as long as the hold lasts under which it was begun.
    fn send(&self, mut bytes: Vec<u8>) -> io::Result<()> {
        let mut state = self.state();
        if state.0 == Hold::Taken {
            state.0 = Hold::Entered;
            bytes.splice(..0, [ENTER, self.mouse(mouse::ON)].concat());
        }
        let mut rest = bytes.as_slice();
        while state.0 == Hold::Entered && !rest.is_empty() {
            match rustix::io::write(&self.fd, rest) {
                Ok(count) => rest = rest.get(count..).unwrap_or_default(),
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => {
                    drop(state);
                    wait(&self.fd, PollFlags::OUT, None);
                    state = self.state();
                }
                Err(Errno::IO | Errno::PIPE | Errno::NXIO) => state.0 = Hold::Gone,
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }
}
