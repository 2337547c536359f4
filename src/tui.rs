//! The dashboard in a real terminal: the only room that touches one.
//!
//! One loop waits for input, takes all that is there, updates the model and draws once. It asks the terminal nothing and
//! writes nothing while nothing happens.

mod keys;
pub mod terminal;
mod watch;

use std::io;
use std::sync::mpsc::{self, Receiver};
use std::thread;

use crossterm::event;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use signal_hook::consts::SIGWINCH;
use signal_hook::low_level;

use crate::app::{Effect, Model, Msg, update};
use crate::ui;
use terminal::Screen;

/// Where what happens comes from.
pub trait Source {
    /// Waits until something happens and gives all that has happened.
    ///
    /// # Errors
    /// When the source has ended.
    fn next(&mut self) -> io::Result<Vec<Msg>>;
}

/// What the loop draws on.
pub trait Canvas {
    /// Shows the model.
    ///
    /// # Errors
    /// When it cannot be shown.
    fn draw(&mut self, model: &Model) -> io::Result<()>;

    /// Forgets what is on screen, so that the next [`Self::draw`] shows all of it.
    ///
    /// # Errors
    /// When the size of the screen is not to be had.
    fn forget(&mut self) -> io::Result<()>;

    /// Stops the program until it is continued.
    ///
    /// # Errors
    /// When it cannot be stopped.
    fn suspend(&mut self) -> io::Result<()>;
}

/// Runs the loop until an effect ends it; gives the exit code.
///
/// # Errors
/// When source or canvas fail.
pub fn run(model: &mut Model, source: &mut impl Source, canvas: &mut impl Canvas) -> io::Result<i32> {
    canvas.draw(model)?;
    loop {
        for msg in source.next()? {
            for effect in update(model, msg) {
                match effect {
                    Effect::Quit(code) => return Ok(code),
                    Effect::Suspend => canvas.suspend()?,
                    Effect::Redraw => canvas.forget()?,
                }
            }
        }
        canvas.draw(model)?;
    }
}

/// Work that takes too long to wait for, and what comes of it.
pub type Errand = Box<dyn FnOnce() -> Msg + Send>;

/// Takes the terminal and runs the dashboard in it, with an errand beside it; gives the exit code.
///
/// # Errors
/// When the terminal cannot be taken or fails.
pub fn show(model: &mut Model, errand: Option<Errand>) -> io::Result<i32> {
    let screen = Screen::enter()?;
    let mut terminal = TerminalCanvas::new(screen)?;
    let mut source = TerminalSource { errand: errand.map(sent_out) };
    run(model, &mut source, &mut terminal)
}

/// Starts an errand; what comes of it waits in the mailbox, and a resize event wakes the loop.
fn sent_out(errand: Errand) -> Receiver<Msg> {
    let (sender, mailbox) = mpsc::channel();
    thread::spawn(move || {
        // Where nobody listens any more, the program is ending.
        if sender.send(errand()).is_ok() {
            let _ = low_level::raise(SIGWINCH);
        }
    });
    mailbox
}

/// Columns and rows of the terminal, without asking it.
///
/// # Errors
/// When there is no terminal.
pub fn size() -> io::Result<(u16, u16)> {
    let size = rustix::termios::tcgetwinsize(rustix::stdio::stdout())?;
    Ok((size.ws_col, size.ws_row))
}

/// Keys, pastes and resizes from the terminal, and what comes of an errand.
pub struct TerminalSource {
    errand: Option<Receiver<Msg>>,
}

impl Source for TerminalSource {
    fn next(&mut self) -> io::Result<Vec<Msg>> {
        let mut messages = Vec::new();
        messages.extend(keys::message(event::read()?));
        while event::poll(std::time::Duration::ZERO)? {
            messages.extend(keys::message(event::read()?));
        }
        messages.extend(self.errand.iter().flat_map(Receiver::try_iter));
        Ok(messages)
    }
}

/// The terminal as a canvas, given back when dropped.
pub struct TerminalCanvas {
    screen: Screen,
    terminal: Terminal<terminal::Backend>,
}

impl TerminalCanvas {
    /// Takes the terminal.
    ///
    /// # Errors
    /// When its size is not to be had.
    fn new(screen: Screen) -> io::Result<Self> {
        let terminal = Terminal::new(CrosstermBackend::new(screen.gate()))?;
        Ok(Self { screen, terminal })
    }
}

impl Canvas for TerminalCanvas {
    fn draw(&mut self, model: &Model) -> io::Result<()> {
        self.screen.draw(&mut self.terminal, |frame| ui::view(model, frame))
    }

    fn forget(&mut self) -> io::Result<()> {
        let area = self.terminal.get_frame().area();
        self.terminal.resize(area)
    }

    fn suspend(&mut self) -> io::Result<()> {
        Screen::suspend()
    }
}
