//! What is to be done beside the model: files written, questions asked, a note taken down.

use std::collections::VecDeque;
use std::io::{BufRead, Write};
use std::mem;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::line;
use super::session::{Done, Session};
use crate::app::ask::Question;
use crate::app::draft::Draft;
use crate::app::ledger::Progress;
use crate::app::writing::{Edited, Outcome};
use crate::app::{Effect, Key, KeyCode, Mode, Msg, update};
use crate::cli::failure::Failure;
use crate::tui::{self, Shell};

impl<S: Shell, I: BufRead, O: Write> Session<S, I, O> {
    /// Has everything done that is to be done, and says what came of it.
    pub(super) fn carry_out(&mut self, effects: Vec<Effect>) -> Done {
        self.work(effects)?;
        while let Mode::Ask(asked) = &self.model.mode {
            let words = &self.model.words().own;
            let question = match &asked.question {
                Question::Replace(export) => (words.replace)(export.path()),
                Question::Marked(_, marking) => (words.is_marked)(marking),
                Question::Field(_) | Question::File(..) => break,
            };
            self.desk.tell(&question)?;
            let prompt = format!("{}> ", self.model.words().plain.yes_or_no);
            let path = match &asked.question {
                Question::Replace(export) | Question::Marked(export, _) => export.path().to_owned(),
                Question::Field(_) | Question::File(..) => break,
            };
            let typed = self.desk.ask(&prompt)?.unwrap_or_default();
            let answer = line::answer(&typed);
            let key = if answer == Some(true) { KeyCode::Char('y') } else { KeyCode::Esc };
            let effects = update(&mut self.model, Msg::Key(Key::plain(key)));
            self.work(effects)?;
            if answer != Some(true) {
                self.desk.tell(&(self.model.words().plain.unwritten)(&path))?;
            }
            // Whoever goes on to something else has not said yes, and what they typed is not to be typed again.
            self.waiting = answer.is_none().then_some(typed);
        }
        if mem::take(&mut self.is_saving) {
            self.desk.begin(&format!("{} ", self.model.words().own.saving))?;
            let told = self.shell.settle();
            self.tell(told)?;
            if self.model.own.progress() == Progress::Kept {
                self.desk.tell(self.model.words().plain.saved)?;
            }
        }
        self.say_notice()
    }

    fn work(&mut self, effects: Vec<Effect>) -> Done {
        let mut effects: VecDeque<Effect> = effects.into();
        while let Some(effect) = effects.pop_front() {
            match effect {
                Effect::Quit(code) => {
                    let told = self.shell.settle();
                    self.tell(told)?;
                    self.is_saving = false;
                    if self.model.may_quit(code) {
                        self.exit = Some(code);
                    }
                }
                Effect::Copy(text) => self.desk.say(&text)?,
                Effect::Suspend | Effect::Redraw | Effect::Reread => {}
                Effect::Edit(draft) => {
                    let edited = self.write(*draft)?;
                    effects.extend(update(&mut self.model, Msg::Edited(Box::new(edited))));
                }
                effect => {
                    self.is_saving |= matches!(effect, Effect::Annotate(_));
                    let done = self.shell.perform(effect);
                    if let Some(msg) = done {
                        effects.extend(update(&mut self.model, msg));
                    }
                    self.show_source()?;
                }
            }
        }
        Ok(())
    }

    /// Tells the model what came of its work.
    pub(super) fn tell(&mut self, reports: Vec<Msg>) -> Done {
        for msg in reports {
            let effects = update(&mut self.model, msg);
            self.work(effects)?;
        }
        Ok(())
    }

    pub(super) fn say_notice(&mut self) -> Done {
        match self.model.notice.take() {
            Some(notice) => Ok(self.desk.tell(&notice)?),
            None => Ok(()),
        }
    }

    /// Lets the user write: in the editor, where there are one and somebody to use it, else line by line.
    fn write(&mut self, draft: Draft) -> Result<Edited, Failure> {
        let paper = match self.shell.lay(&draft) {
            Ok(paper) => paper,
            Err(unkept) => return Ok(Edited { draft, result: Err(unkept) }),
        };
        if let Some(words) = self.shell.editor().filter(|_| self.desk.is_typed) {
            self.lent.store(true, Ordering::Relaxed);
            let outcome = tui::edit(&words, &draft, &*paper, |words, path| Ok(tui::lend(words, path)));
            self.lent.store(false, Ordering::Relaxed);
            return Ok(Edited { draft, result: Ok((paper.sheet(), outcome?)) });
        }
        let words = self.model.words();
        for (slot, text) in draft.taken_up() {
            self.desk.tell(&format!("{} ({}):", words.writing.unfinished, (words.own.slot)(slot)))?;
            text.lines().try_for_each(|line| self.desk.tell(line))?;
        }
        self.desk.tell(words.plain.how_to_write)?;
        let mut typed: Vec<String> = Vec::new();
        while let Some(line) = self.desk.ask("")?.filter(|line| line != ".") {
            typed.push(line);
            // After each line: what is typed outlives a line that drops. Where that fails, keeping it may yet succeed.
            let _ = Arc::clone(&paper).write(&draft.with_more(&typed.join("\n")));
        }
        // What was taken up is text too, even where nothing is added to it.
        let is_empty = draft.leftovers.is_empty() && typed.iter().all(|line| line.trim().is_empty());
        let text = draft.with_more(&typed.join("\n"));
        let outcome = if is_empty { Outcome::Discarded } else { Outcome::Written(text) };
        Ok(Edited { draft, result: Ok((paper.sheet(), outcome)) })
    }
}
