//! The dashboard in a real terminal: the only room that touches one.
//!
//! One loop waits for input, takes all that is there, updates the model and draws once. It asks the terminal nothing and
//! writes nothing while nothing happens; only where the model shows time does it wake once a second.

mod bell;
mod clipboard;
mod decoder;
mod farewell;
pub mod keyboard;
mod keys;
mod mouse;
mod pad;
pub mod painter;
mod patience;
pub mod terminal;
mod watch;
mod writing;

use std::collections::VecDeque;
use std::io;
use std::path::Path;
use std::process::ExitStatus;
use std::sync::Arc;
use std::time::Duration;

use crate::app::draft::Draft;
use crate::app::msg::Sent;
use crate::app::writing::Unkept;
use crate::app::{Effect, Model, Msg, update};
use crate::ui::{self, Frame};
use keyboard::Keyboard;
use painter::Painter;
use terminal::Screen;

pub use farewell::{Last, in_time};
pub use writing::{Paper, edit, run as lend};

/// Where what happens comes from.
pub trait Source {
    /// Waits until something happens and gives all that has happened.
    ///
    /// # Errors
    /// When the source has ended.
    fn next(&mut self) -> io::Result<Vec<Msg>>;

    /// The same, but waits no longer than `limit` and gives nothing then.
    ///
    /// # Errors
    /// When the source has ended.
    fn next_within(&mut self, limit: Duration) -> io::Result<Vec<Msg>>;

    /// The same, but gives first how much time has passed since the tick before, if that came straight before.
    ///
    /// # Errors
    /// When the source has ended.
    fn next_tick(&mut self, limit: Duration) -> io::Result<Vec<Msg>>;
}

/// What the loop draws on.
pub trait Canvas {
    /// Shows a frame.
    ///
    /// # Errors
    /// When it cannot be shown.
    fn paint(&mut self, view: &mut dyn FnMut(&mut Frame<'_>)) -> io::Result<()>;

    /// Shows the model.
    ///
    /// # Errors
    /// When it cannot be shown.
    fn draw(&mut self, model: &Model) -> io::Result<()> {
        self.paint(&mut |frame| ui::view(model, frame))
    }

    /// Forgets what is on screen, so that the next [`Self::draw`] shows all of it.
    fn forget(&mut self);

    /// Sends a text to the clipboard of whoever looks at it.
    ///
    /// # Errors
    /// When it cannot be sent.
    fn copy(&mut self, text: &str) -> io::Result<()>;

    /// Hears the mouse, or no longer.
    ///
    /// # Errors
    /// When the terminal cannot be told.
    fn hear_mouse(&mut self, is_on: bool) -> io::Result<()>;

    /// Stops the program until it is continued.
    ///
    /// # Errors
    /// When it cannot be stopped.
    fn suspend(&mut self) -> io::Result<()>;

    /// Gives the terminal to a program until it ends; the words are its name and options, the path its last argument.
    ///
    /// # Errors
    /// The inner one when the program does not start, the outer one when the terminal is not to be had again.
    fn lend(&mut self, words: &[String], path: &Path) -> io::Result<io::Result<ExitStatus>>;

    /// What is to be done first where a signal or a lost line ends the program; none to take it back.
    fn promise(&mut self, last: Option<Last>);
}

/// What became of a text offered to a terminal multiplexer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// There is none around the program.
    NoTaker,
    /// It passes the text on.
    Taken,
    /// It does not.
    Refused,
}

/// What outlives the loop: work it hands over without waiting for it.
pub trait Shell {
    /// What was kept before; small files.
    fn read(&mut self) -> Vec<Msg>;

    /// Takes over work; what came of it, if that is known at once.
    fn perform(&mut self, effect: Effect) -> Option<Msg>;

    /// Offers a text for the clipboard to a terminal multiplexer, which would drop it from the canvas.
    fn offer(&mut self, text: &str) -> Offer;

    /// The editor the user asks for, with its options, as a shell would read them.
    fn editor(&self) -> Option<String>;

    /// Lays a draft down where it outlives the program.
    ///
    /// # Errors
    /// When it can be laid nowhere.
    fn lay(&mut self, draft: &Draft) -> Result<Arc<dyn Paper>, Unkept>;

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
    canvas.hear_mouse(model.ways.has_mouse)?;
    canvas.draw(model)?;
    // Only now: the first frame waits for no disk. It is drawn again if there is something to say.
    let said = model.notice.clone();
    let kept = shell.read();
    tell(model, shell, kept);
    if model.notice != said {
        canvas.draw(model)?;
    }
    loop {
        let mut waiting: VecDeque<Msg> = match model.wants_tick() {
            Some(tick) => source.next_tick(tick)?,
            None => source.next()?,
        }
        .into();
        while let Some(msg) = waiting.pop_front() {
            let Some(msg) = aimed(model, msg) else { continue };
            let mut effects: VecDeque<Effect> = update(model, msg).into();
            while let Some(effect) = effects.pop_front() {
                match effect {
                    Effect::Quit(code) => {
                        settle(model, shell);
                        if model.may_quit(code) {
                            return Ok(code);
                        }
                    }
                    Effect::Suspend => {
                        // Whoever is stopped must not keep others waiting for a lock.
                        settle(model, shell);
                        canvas.suspend()?;
                    }
                    Effect::Redraw => canvas.forget(),
                    Effect::Mouse(is_on) => canvas.hear_mouse(is_on)?,
                    Effect::Copy(text) => {
                        let sent = copy(&text, canvas, shell)?;
                        tell(model, shell, [Msg::Sent(sent)]);
                    }
                    Effect::Reread => {
                        let kept = shell.read();
                        tell(model, shell, kept);
                    }
                    Effect::Edit(draft) => {
                        let edited = writing::write(model, *draft, &mut waiting, source, canvas, shell)?;
                        effects.extend(update(model, Msg::Edited(Box::new(edited))));
                    }
                    Effect::Keep(_)
                    | Effect::Annotate(_)
                    | Effect::Remove(_)
                    | Effect::Export(_)
                    | Effect::Fetch { .. } => {
                        let done = shell.perform(effect);
                        tell(model, shell, done);
                    }
                }
            }
        }
        let reports = shell.reports();
        tell(model, shell, reports);
        canvas.draw(model)?;
    }
}

/// What happened, and of the mouse what is meant by it; nothing where it means nothing, or is not heard.
fn aimed(model: &Model, msg: Msg) -> Option<Msg> {
    match msg {
        Msg::Mouse(mouse) => ui::target(model, mouse).filter(|_| model.ways.has_mouse).map(Msg::Point),
        msg => Some(msg),
    }
}

fn settle(model: &mut Model, shell: &mut impl Shell) {
    let reports = shell.settle();
    tell(model, shell, reports);
}

/// Tells the model what came of its work; what it asks for then is the shell's again.
fn tell(model: &mut Model, shell: &mut impl Shell, reports: impl IntoIterator<Item = Msg>) {
    let mut reports: VecDeque<Msg> = reports.into_iter().collect();
    while let Some(msg) = reports.pop_front() {
        for effect in update(model, msg) {
            reports.extend(shell.perform(effect));
        }
    }
}

fn copy(text: &str, canvas: &mut impl Canvas, shell: &mut impl Shell) -> io::Result<Sent> {
    let offer = shell.offer(text);
    if offer != Offer::Taken {
        canvas.copy(text)?;
    }
    Ok(Sent { characters: text.chars().count(), bytes: text.len(), is_refused: offer == Offer::Refused })
}

/// Makes the loop ask its shell for reports and draw; from any thread.
pub fn wake() {
    bell::ring();
}

/// Takes the terminal and runs the dashboard in it; gives the exit code. Where a signal or a lost line ends the program,
/// `last` is done first. The rest of a key that comes in several bytes is waited for as long as `patience`.
///
/// # Errors
/// When the terminal cannot be taken or fails.
pub fn show(model: &mut Model, shell: &mut impl Shell, last: Last, patience: Duration) -> io::Result<i32> {
    let screen = Screen::enter()?;
    screen.promise_always(last);
    let mut keyboard = Keyboard::new(&screen, model.size, patience)?;
    let mut terminal = TerminalCanvas::new(screen);
    let done = run(model, &mut keyboard, &mut terminal, shell);
    if done.is_err() {
        terminal.screen.hang_up_if_gone();
        // Whatever failed, what was handed over is kept.
        settle(model, shell);
    }
    done
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

/// Columns and rows of what the output leads to; none where that is no terminal, or one that does not know.
#[must_use]
pub fn size_of_output() -> Option<(u16, u16)> {
    let size = rustix::termios::tcgetwinsize(rustix::stdio::stdout()).ok()?;
    (size.ws_col > 0 && size.ws_row > 0).then_some((size.ws_col, size.ws_row))
}

/// The terminal as a canvas, given back when dropped.
pub struct TerminalCanvas {
    screen: Screen,
    painter: Painter,
}

impl TerminalCanvas {
    /// Draws on a screen that has been taken.
    fn new(screen: Screen) -> Self {
        Self { screen, painter: Painter::default() }
    }
}

impl Canvas for TerminalCanvas {
    fn paint(&mut self, view: &mut dyn FnMut(&mut Frame<'_>)) -> io::Result<()> {
        self.screen.draw(&mut self.painter, view)
    }

    fn forget(&mut self) {
        self.screen.forget();
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        self.screen.pass(&clipboard::sequence(text))
    }

    fn hear_mouse(&mut self, is_on: bool) -> io::Result<()> {
        self.screen.hear_mouse(is_on)
    }

    fn suspend(&mut self) -> io::Result<()> {
        Screen::suspend()
    }

    fn lend(&mut self, words: &[String], path: &Path) -> io::Result<io::Result<ExitStatus>> {
        self.screen.lend(words, path)
    }

    fn promise(&mut self, last: Option<Last>) {
        self.screen.promise(last);
    }
}
