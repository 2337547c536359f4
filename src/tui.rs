//! The dashboard in a real terminal: the only room that touches one.
//!
//! One loop waits for input, takes all that is there, updates the model and draws once. It asks the terminal nothing and
//! writes nothing while nothing happens.

mod bell;
mod decoder;
pub mod keyboard;
mod keys;
pub mod terminal;
mod watch;

use std::io;
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use crate::app::{Effect, Model, Msg, update};
use crate::ui;
use keyboard::Keyboard;
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

/// What outlives the loop: work it hands over without waiting for it.
pub trait Shell {
    /// What was kept before; small files.
    fn read(&mut self) -> Vec<Msg>;

    /// Takes over work; what came of it, if that is known at once.
    fn perform(&mut self, effect: Effect) -> Option<Msg>;

    /// What has come of the work since the last question.
    fn reports(&mut self) -> Vec<Msg>;

    /// The same once all of it is done.
    fn settle(&mut self) -> Vec<Msg>;
}

/// Runs the loop until an effect ends it; gives the exit code.
///
/// # Errors
/// When source or canvas fail.
pub fn run(
    model: &mut Model,
    source: &mut impl Source,
    canvas: &mut impl Canvas,
    shell: &mut impl Shell,
) -> io::Result<i32> {
    canvas.draw(model)?;
    // Only now: the first frame waits for no disk. It is drawn again if there is something to say.
    let said = model.notice.clone();
    tell(model, shell.read());
    if model.notice != said {
        canvas.draw(model)?;
    }
    loop {
        for msg in source.next()? {
            for effect in update(model, msg) {
                match effect {
                    Effect::Quit(code) => {
                        tell(model, shell.settle());
                        if model.may_quit(code) {
                            return Ok(code);
                        }
                    }
                    Effect::Suspend => {
                        // Whoever is stopped must not keep others waiting for a lock.
                        tell(model, shell.settle());
                        canvas.suspend()?;
                    }
                    Effect::Redraw => canvas.forget()?,
                    Effect::Reread => tell(model, shell.read()),
                    Effect::Keep(_) | Effect::Annotate(_) => tell(model, shell.perform(effect)),
                }
            }
        }
        tell(model, shell.reports());
        canvas.draw(model)?;
    }
}

fn tell(model: &mut Model, reports: impl IntoIterator<Item = Msg>) {
    for msg in reports {
        update(model, msg);
    }
}

/// Makes the loop ask its shell for reports and draw; from any thread.
pub fn wake() {
    bell::ring();
}

/// Takes the terminal and runs the dashboard in it; gives the exit code. The rest of a key that comes in several bytes is
/// waited for as long as `patience`.
///
/// # Errors
/// When the terminal cannot be taken or fails.
pub fn show(model: &mut Model, shell: &mut impl Shell, patience: Duration) -> io::Result<i32> {
    let screen = Screen::enter()?;
    let mut keyboard = Keyboard::new(&screen, model.size, patience)?;
    let mut terminal = TerminalCanvas::new(screen)?;
    run(model, &mut keyboard, &mut terminal, shell)
}

/// Columns and rows of the terminal, without asking it: the one that is drawn on, wherever the output goes.
///
/// # Errors
/// When there is no terminal.
pub fn size() -> io::Result<(u16, u16)> {
    let flags = rustix::fs::OFlags::RDWR | rustix::fs::OFlags::NOCTTY | rustix::fs::OFlags::CLOEXEC;
    let terminal = rustix::fs::open("/dev/tty", flags, rustix::fs::Mode::empty())?;
    let size = rustix::termios::tcgetwinsize(terminal)?;
    Ok((size.ws_col, size.ws_row))
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
