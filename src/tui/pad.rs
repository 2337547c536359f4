//! The program's own editor, for who asks for no other: a text, kept on the disk while it is being written.

use std::collections::VecDeque;
use std::io;
use std::mem;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use ratatui::style::Style;
use ratatui_textarea::{CursorMove, DataCursor, Scrolling, TextArea, WrapMode};

use super::writing::Paper;
use super::{Canvas, Shell, Source, tell, wake};
use crate::app::draft::{Draft, Fate, LONGEST};
use crate::app::pointer::{Mouse, Touch};
use crate::app::writing::{Outcome, Unkept, cleaned};
use crate::app::{Command, Context, Key, KeyCode, Model, Msg, turn_mouse};
use crate::ui::writing::{Page, Target, draw, target};

/// How long a change is off the disk at most, and how many changes.
const LAG: Duration = Duration::from_secs(2);
const CHANGES: usize = 200;

/// Changes that can be taken back.
const STEPS: usize = 10_000;

/// Lets the user write until the text is saved or thrown away; the dashboard underneath goes on hearing what happens.
pub fn write(
    model: &mut Model,
    draft: &Draft,
    paper: &Arc<dyn Paper>,
    waiting: &mut VecDeque<Msg>,
    source: &mut impl Source,
    canvas: &mut impl Canvas,
    shell: &mut impl Shell,
) -> io::Result<Outcome> {
    let saver = Saver::start(draft, paper)?;
    let last = Arc::clone(&saver.latest);
    canvas.promise(Some(Arc::new(move || _ = last.save())));
    let done = Pad::new(draft).run(model, &saver, waiting, source, canvas, shell);
    saver.finish(&done);
    canvas.promise(None);
    done
}

/// Lines by which the wheel of a mouse scrolls.
const WHEEL: i16 = 3;

/// What a key has led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Stay,
    Redraw,
    Mouse,
    Save,
    Discard,
}

struct Pad<'a> {
    draft: &'a Draft,
    area: TextArea<'static>,
    /// Changes since the draft was put on the disk, and when the first of them was made.
    changes: usize,
    since: Option<Instant>,
    /// Whether it was asked if the text is to be thrown away.
    is_asked: bool,
    is_full: bool,
    /// Whether it was said that the text stays a draft.
    is_told: bool,
    /// Something to say until the next key.
    said: Option<String>,
    /// What has become of the record since writing began.
    fate: Option<Fate>,
}

impl<'a> Pad<'a> {
    fn new(draft: &'a Draft) -> Self {
        let mut area = TextArea::new(draft.body().split('\n').map(str::to_owned).collect());
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.set_max_histories(STEPS);
        area.set_cursor_line_style(Style::default());
        // The terminal's own cursor stands there.
        area.set_cursor_style(Style::default());
        area.move_cursor(CursorMove::Jump(u16::try_from(draft.start()).unwrap_or(u16::MAX), 0));
        area.move_cursor(CursorMove::End);
        let (changes, since) = (0, None);
        Self { draft, area, changes, since, is_asked: false, is_full: false, is_told: false, said: None, fate: None }
    }

    fn run(
        mut self,
        model: &mut Model,
        saver: &Saver,
        waiting: &mut VecDeque<Msg>,
        source: &mut impl Source,
        canvas: &mut impl Canvas,
        shell: &mut impl Shell,
    ) -> io::Result<Outcome> {
        // The data against which the record was looked up last.
        let mut known = None;
        loop {
            while let Some(msg) = waiting.pop_front() {
                match self.take(msg, model, saver, shell) {
                    Step::Stay => {}
                    Step::Redraw => canvas.forget(),
                    Step::Mouse => {
                        // What the dashboard has to say is not for here.
                        let before = model.notice.take();
                        turn_mouse(model);
                        canvas.hear_mouse(model.ways.has_mouse)?;
                        self.said = mem::replace(&mut model.notice, before);
                    }
                    Step::Save => return Ok(Outcome::Written(self.text())),
                    Step::Discard => return Ok(Outcome::Discarded),
                }
            }
            let reports = shell.reports();
            tell(model, shell, reports);
            if !known.as_ref().is_some_and(|known| Arc::ptr_eq(known, &model.dataset)) {
                self.fate = self.draft.fate(&model.dataset);
                known = Some(Arc::clone(&model.dataset));
            }
            if self.changes > 0 {
                saver.latest.set(self.text());
                let since = *self.since.get_or_insert_with(Instant::now);
                if self.changes >= CHANGES || since.elapsed() >= LAG {
                    self.save(saver);
                }
            }
            let notice = self.notice(model, saver);
            canvas.paint(&mut |frame| draw(&self.page(model, notice.as_deref()), frame))?;
            self.is_told = true;
            let more = match self.since {
                Some(since) => source.next_within(LAG.saturating_sub(since.elapsed()))?,
                None => source.next()?,
            };
            if more.is_empty() && self.changes > 0 {
                self.save(saver);
            }
            waiting.extend(more);
        }
    }

    fn save(&mut self, saver: &Saver) {
        saver.save();
        (self.changes, self.since) = (0, None);
    }

    /// Takes in what happened.
    fn take(&mut self, msg: Msg, model: &mut Model, saver: &Saver, shell: &mut impl Shell) -> Step {
        let is_blind = model.layout().is_none();
        match msg {
            // Nobody sees what a key would do: only the way out that loses nothing is open.
            Msg::Key(key) => match model.ways.keymap.resolve(Context::Write, key) {
                command if is_blind && command != Some(Command::SaveText) => Step::Stay,
                command => self.press(command, key),
            },
            Msg::Paste(_) | Msg::Mouse(_) if is_blind => Step::Stay,
            Msg::Paste(text) => self.insert(&text),
            Msg::Mouse(mouse) if model.ways.has_mouse => {
                let notice = self.notice(model, saver);
                self.point(mouse, model, notice.as_deref())
            }
            Msg::Mouse(_) => Step::Stay,
            msg => {
                tell(model, shell, [msg]);
                Step::Stay
            }
        }
    }

    fn page<'b>(&'b self, model: &'b Model, notice: Option<&'b str>) -> Page<'b> {
        Page { title: &self.draft.title, fate: self.fate, text: &self.area, notice, model }
    }

    /// The draft as it is now.
    fn text(&self) -> String {
        self.draft.with_body(&self.area.lines().join("\n"))
    }

    fn notice(&self, model: &Model, saver: &Saver) -> Option<String> {
        let words = &model.words().writing;
        if self.is_asked {
            Some((words.discard)(&model.key_name(Context::Write, Command::DropText)))
        } else if self.is_full {
            Some(words.too_long.to_owned())
        } else if self.said.is_some() {
            self.said.clone()
        } else {
            let trouble = saver.latest.trouble().map(|unkept| (words.unsafe_draft)(&unkept));
            // Before the first key, since the keys stand in the same line.
            let refusal = model.refusal().filter(|_| !self.is_told);
            trouble.or_else(|| refusal.map(words.refused))
        }
    }

    fn press(&mut self, command: Option<Command>, key: Key) -> Step {
        let was_asked = self.unsay();
        match command {
            Some(Command::DropText) if was_asked || self.text() == self.draft.text => return Step::Discard,
            Some(Command::DropText) => self.is_asked = true,
            // It takes back the question, not the text.
            Some(Command::SaveText) if was_asked && key.code == KeyCode::Esc => {}
            Some(Command::SaveText) => return Step::Save,
            Some(Command::Redraw) => return Step::Redraw,
            Some(Command::Mouse) => return Step::Mouse,
            // Any other key is the answer no, and none of the text.
            _ if was_asked => {}
            Some(command) => self.edit(command),
            None if key == Key::plain(KeyCode::Enter) => return self.insert("\n"),
            None if key == Key::plain(KeyCode::Tab) => return self.insert("  "),
            None => {
                if let Some(letter) = key.typed() {
                    return self.insert(letter.encode_utf8(&mut [0; 4]));
                }
            }
        }
        Step::Stay
    }

    /// Does what is meant by the mouse: its wheel scrolls, a press places the cursor or presses a key of the last line.
    fn point(&mut self, mouse: Mouse, model: &Model, notice: Option<&str>) -> Step {
        match mouse.touch {
            Touch::WheelUp => self.area.scroll((-WHEEL, 0)),
            Touch::WheelDown => self.area.scroll((WHEEL, 0)),
            Touch::Press => match target(&self.page(model, notice), model.size, mouse) {
                None => {}
                Some(Target::Key(command)) => {
                    let key = model.ways.keymap.keys(Context::Write, command).next();
                    return key.map_or(Step::Stay, |key| self.press(Some(command), key));
                }
                Some(Target::Text(row, column)) => {
                    let DataCursor(row, column) = self.area.screen_to_data(row, column);
                    let [row, column] = [row, column].map(|place| u16::try_from(place).unwrap_or(u16::MAX));
                    self.area.move_cursor(CursorMove::Jump(row, column));
                    self.unsay();
                }
            },
        }
        Step::Stay
    }

    /// Takes back what was said or asked, which waits for no longer than the next key.
    fn unsay(&mut self) -> bool {
        (self.is_full, self.said) = (false, None);
        mem::take(&mut self.is_asked)
    }

    fn insert(&mut self, text: &str) -> Step {
        let clean = cleaned(text);
        let length: usize = self.area.lines().iter().map(|line| line.len() + 1).sum();
        let head = self.draft.text.len() - self.draft.body().len();
        self.is_full = head + length + clean.len() > LONGEST;
        if !self.is_full {
            self.changes += clean.chars().count();
            self.area.insert_str(clean);
        }
        Step::Stay
    }

    fn edit(&mut self, command: Command) {
        let area = &mut self.area;
        let is_changed = match command {
            Command::Undo => area.undo(),
            Command::Redo => area.redo(),
            Command::DeleteBack => area.delete_char(),
            Command::DeleteForward => area.delete_next_char(),
            Command::DeleteWord => area.delete_word(),
            Command::DeleteWordForward => area.delete_next_word(),
            Command::DeleteToStart => area.delete_line_by_head(),
            Command::DeleteToEnd => area.delete_line_by_end(),
            Command::PageDown => {
                area.scroll(Scrolling::PageDown);
                false
            }
            Command::PageUp => {
                area.scroll(Scrolling::PageUp);
                false
            }
            command => {
                let way: &[CursorMove] = match command {
                    Command::Down => &[CursorMove::Down],
                    Command::Up => &[CursorMove::Up],
                    Command::Top => &[CursorMove::Top, CursorMove::Head],
                    Command::Bottom => &[CursorMove::Bottom, CursorMove::End],
                    Command::InputLeft => &[CursorMove::Back],
                    Command::InputRight => &[CursorMove::Forward],
                    Command::InputWordLeft => &[CursorMove::WordBack],
                    Command::InputWordRight => &[CursorMove::WordForward],
                    Command::InputStart => &[CursorMove::Head],
                    Command::InputEnd => &[CursorMove::End],
                    _ => &[],
                };
                for step in way {
                    area.move_cursor(*step);
                }
                false
            }
        };
        self.changes += usize::from(is_changed);
    }
}

/// Puts the draft on the disk, on a thread of its own: no key waits for it.
struct Saver {
    latest: Arc<Latest>,
    requests: Sender<()>,
    thread: JoinHandle<()>,
}

/// The text as it was after the last key.
struct Latest {
    paper: Arc<dyn Paper>,
    text: Mutex<String>,
    trouble: Mutex<Option<Unkept>>,
}

impl Saver {
    fn start(draft: &Draft, paper: &Arc<dyn Paper>) -> io::Result<Self> {
        let text = Mutex::new(draft.text.clone());
        let latest = Arc::new(Latest { paper: Arc::clone(paper), text, trouble: Mutex::default() });
        let (requests, asked) = mpsc::channel();
        let kept = Arc::clone(&latest);
        let save = move || {
            while let Ok(()) = asked.recv() {
                if kept.save() {
                    wake();
                }
            }
        };
        let thread = thread::Builder::new().name("draft".into()).spawn(save)?;
        Ok(Self { latest, requests, thread })
    }

    fn save(&self) {
        // The thread lives as long as there is somebody to ask it.
        let _ = self.requests.send(());
    }

    /// Ends it; unless the text was thrown away, it is on the disk then, also where the terminal is gone.
    fn finish(self, done: &io::Result<Outcome>) {
        let Self { latest, requests, thread } = self;
        drop(requests);
        // A draft that is removed must not come back.
        let _ = thread.join();
        if let Ok(Outcome::Written(text)) = done {
            latest.set(text.clone());
        }
        if !matches!(done, Ok(Outcome::Discarded)) {
            latest.save();
        }
    }
}

impl Latest {
    fn set(&self, text: String) {
        *self.text.lock().unwrap_or_else(PoisonError::into_inner) = text;
    }

    fn trouble(&self) -> Option<Unkept> {
        self.trouble.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts the text on the disk; whether there is something new to say of it.
    fn save(&self) -> bool {
        let text = self.text.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let now = self.paper.write(&text).err();
        let mut trouble = self.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        let is_new = *trouble != now;
        *trouble = now;
        is_new
    }
}
