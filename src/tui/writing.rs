//! Writing on a record: in the editor the user asks for, else on the pad of this program.

use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError, mpsc};

use rustix::fs::{Mode, OFlags};

use super::terminal::Screen;
use super::{Canvas, Shell, Source, pad};
use crate::app::draft::Draft;
use crate::app::writing::{Edited, Mishap, Outcome, Sheet, Unkept};
use crate::app::{Model, Msg};

/// A draft that lies on the disk.
pub trait Paper: Send + Sync {
    /// Its file.
    fn sheet(&self) -> Sheet;

    /// Puts a text in its place.
    ///
    /// # Errors
    /// When it cannot be written; then the text before is still there.
    fn write(&self, text: &str) -> Result<(), Unkept>;

    /// What the file holds now; none where it is gone.
    ///
    /// # Errors
    /// When it cannot be read as a text.
    fn read(&self) -> Result<Option<String>, Unkept>;
}

/// Lets the user edit a draft. What was typed ahead goes into the pad; into an editor it cannot, and is dropped, since here
/// it would be taken for commands.
pub fn write(
    model: &mut Model,
    draft: Draft,
    waiting: &mut VecDeque<Msg>,
    source: &mut impl Source,
    canvas: &mut impl Canvas,
    shell: &mut impl Shell,
) -> io::Result<Edited> {
    let paper = match shell.lay(&draft) {
        Ok(paper) => paper,
        Err(unkept) => return Ok(Edited { draft, result: Err(unkept) }),
    };
    let outcome = if let Some(words) = shell.editor() {
        waiting.retain(|msg| !matches!(msg, Msg::Key(_) | Msg::Paste(_) | Msg::Mouse(_)));
        edit(&words, &draft, &*paper, |words, path| canvas.lend(words, path))?
    } else {
        pad::write(model, &draft, &paper, waiting, source, canvas, shell)?
    };
    Ok(Edited { draft, result: Ok((paper.sheet(), outcome)) })
}

/// Runs an editor on a draft in the way of `lend`, which fails as [`Canvas::lend`] does.
///
/// # Errors
/// As `lend`.
pub fn edit(
    words: &str,
    draft: &Draft,
    paper: &dyn Paper,
    lend: impl FnOnce(&[String], &Path) -> io::Result<io::Result<ExitStatus>>,
) -> io::Result<Outcome> {
    let argv = shlex::split(words).unwrap_or_default();
    let Some(program) = argv.first().cloned() else {
        return Ok(Outcome::Failed(Mishap::Unsplit(words.to_owned()), Some(draft.text.clone())));
    };
    let ended = lend(&argv, &paper.sheet().path)?;
    let mishap = match ended {
        Err(error) => Some(Mishap::NotStarted { program, reason: error.into() }),
        Ok(status) if status.success() => None,
        Ok(status) => Some(match status.code() {
            Some(code) => Mishap::Failed { program, code },
            None => Mishap::Killed { program },
        }),
    };
    Ok(match (paper.read(), mishap) {
        (Ok(Some(text)), None) => Outcome::Written(text),
        (Ok(Some(text)), Some(mishap)) => Outcome::Failed(mishap, Some(text)),
        (Err(unkept), mishap) => Outcome::Failed(mishap.unwrap_or(Mishap::Unread(unkept)), None),
        (Ok(None), mishap) => {
            // What it held before may be nowhere else.
            let again = paper.write(&draft.text).is_ok().then(|| draft.text.clone());
            let program = argv.first().cloned().unwrap_or_default();
            Outcome::Failed(mishap.unwrap_or(Mishap::Deleted { program }), again)
        }
    })
}

impl Screen {
    /// Gives the terminal to a program until it ends.
    ///
    /// # Errors
    /// The inner one when the program does not start, the outer one when the terminal cannot be asked for again.
    pub fn lend(&self, words: &[String], path: &Path) -> io::Result<io::Result<ExitStatus>> {
        self.leave();
        let (ended, end) = mpsc::channel::<()>();
        let end = Mutex::new(end);
        // Where the line is lost, the editor has heard of it too and is saving what it can.
        self.promise(Some(Arc::new(move || {
            let _ = end.lock().unwrap_or_else(PoisonError::into_inner).recv();
        })));
        let status = run(words, path);
        drop(ended);
        // An editor that the lost line has ended left half a text: that stays a draft.
        self.hang_up_if_gone();
        self.promise(None);
        self.resume()?;
        Ok(status)
    }
}

/// Runs a program on the terminal, wherever this one's own input and output lead; no shell reads its words.
///
/// # Errors
/// When there is no terminal, or the program does not start.
pub fn run(words: &[String], path: &Path) -> io::Result<ExitStatus> {
    let [program, options @ ..] = words else { return Err(io::ErrorKind::NotFound.into()) };
    let terminal = || {
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
        rustix::fs::open("/dev/tty", flags, Mode::empty()).map(Stdio::from)
    };
    // Absolute, so that it is never an option.
    let path: PathBuf = std::path::absolute(path)?;
    let mut command = Command::new(program);
    command.args(options).arg(path).stdin(terminal()?).stdout(terminal()?).stderr(terminal()?);
    command.status()
}
