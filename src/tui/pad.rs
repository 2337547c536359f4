//! The program's own editor, for who asks for no other: a text, kept on the disk while it is being written.

use std::collections::VecDeque;
use std::io;
use std::mem;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use ratatui::style::Style;
use ratatui_textarea::{CursorMove, Scrolling, TextArea, WrapMode};

use super::writing::Paper;
use super::{Canvas, Source, wake};
use crate::app::draft::{Draft, LONGEST};
use crate::app::layout::Layout;
use crate::app::pointer::Touch;
use crate::app::writing::{Outcome, Unkept, cleaned};
use crate::app::{Command, Context, Key, KeyCode, Model, Msg};
use crate::ui::writing::{Page, draw};

/// Pause in the typing after which the draft is put on the disk, and the changes after which it is without one.
const PAUSE: Duration = Duration::from_secs(2);
const CHANGES: usize = 200;

/// Changes that can be taken back.
const STEPS: usize = 10_000;

/// Lets the user write until the text is saved or thrown away.
pub fn write(
    model: &Model,
    draft: &Draft,
    paper: &Arc<dyn Paper>,
    waiting: &mut VecDeque<Msg>,
    source: &mut impl Source,
    canvas: &mut impl Canvas,
) -> io::Result<Outcome> {
    let saver = Saver::start(draft, paper)?;
    let last = Arc::clone(&saver.latest);
    canvas.promise(Some(Arc::new(move || _ = last.save())));
    let done = Pad::new(draft).run(model, &saver, waiting, source, canvas);
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
    Save,
    Discard,
}

struct Pad<'a> {
    draft: &'a Draft,
    area: TextArea<'static>,
    /// Changes since the draft was put on the disk.
    changes: usize,
    /// Whether it was asked if the text is to be thrown away.
    is_asked: bool,
    is_full: bool,
    /// Whether it was said that the text stays a draft.
    is_told: bool,
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
        Self { draft, area, changes: 0, is_asked: false, is_full: false, is_told: false }
    }

    fn run(
        mut self,
        model: &Model,
        saver: &Saver,
        waiting: &mut VecDeque<Msg>,
        source: &mut impl Source,
        canvas: &mut impl Canvas,
    ) -> io::Result<Outcome> {
        let (mut resized, mut size) = (None, model.size);
        let outcome = 'writing: loop {
            while let Some(msg) = waiting.pop_front() {
                let is_blind = Layout::of(size.0, size.1, false).is_none();
                let step = match msg {
                    // Nobody sees what a key would do: only the way out that loses nothing is open.
                    Msg::Key(key) => match model.ways.keymap.resolve(Context::Write, key) {
                        command if is_blind && command != Some(Command::SaveText) => Step::Stay,
                        command => self.press(command, key),
                    },
                    Msg::Paste(_) if is_blind => Step::Stay,
                    Msg::Paste(text) => self.insert(&text),
                    Msg::Mouse(mouse) => self.turn(mouse.touch, model.ways.has_mouse),
                    msg => {
                        if let Msg::Resized(columns, rows) = msg {
                            size = (columns, rows);
                        }
                        // The dashboard is to hear of its new size.
                        resized = Some(msg);
                        Step::Stay
                    }
                };
                match step {
                    Step::Stay => {}
                    Step::Redraw => canvas.forget(),
                    Step::Save => break 'writing Outcome::Written(self.text()),
                    Step::Discard => break 'writing Outcome::Discarded,
                }
            }
            if self.changes > 0 {
                saver.latest.set(self.text());
            }
            if self.changes >= CHANGES {
                saver.save();
                self.changes = 0;
            }
            let notice = self.notice(model, saver);
            let page = Page { title: &self.draft.title, text: &self.area, notice: notice.as_deref(), model };
            canvas.paint(&mut |frame| draw(&page, frame))?;
            self.is_told = true;
            let more = if self.changes > 0 { source.next_within(PAUSE)? } else { source.next()? };
            if more.is_empty() && self.changes > 0 {
                saver.save();
                self.changes = 0;
            }
            waiting.extend(more);
        };
        if let Some(msg) = resized {
            waiting.push_front(msg);
        }
        Ok(outcome)
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
        } else {
            let trouble = saver.latest.trouble().map(|unkept| (words.unsafe_draft)(&unkept));
            // Before the first key, since the keys stand in the same line.
            let refusal = model.refusal().filter(|_| !self.is_told);
            trouble.or_else(|| refusal.map(words.refused))
        }
    }

    fn press(&mut self, command: Option<Command>, key: Key) -> Step {
        let was_asked = mem::replace(&mut self.is_asked, false);
        self.is_full = false;
        match command {
            Some(Command::DropText) if was_asked || self.text() == self.draft.text => return Step::Discard,
            Some(Command::DropText) => self.is_asked = true,
            // It takes back the question, not the text.
            Some(Command::SaveText) if was_asked && key.code == KeyCode::Esc => {}
            Some(Command::SaveText) => return Step::Save,
            Some(Command::Redraw) => return Step::Redraw,
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

    /// Scrolls by the wheel of a mouse that is heard.
    fn turn(&mut self, touch: Touch, has_mouse: bool) -> Step {
        let rows = match touch {
            Touch::WheelUp if has_mouse => -WHEEL,
            Touch::WheelDown if has_mouse => WHEEL,
            _ => return Step::Stay,
        };
        self.area.scroll((rows, 0));
        Step::Stay
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
