//! From one line to the next: what was typed is done, and said.

use std::collections::VecDeque;
use std::io::{BufRead, Write};
use std::mem;

use super::desk::Desk;
use super::line::{self, Line, What};
use super::signals::Lent;
use crate::app::{Command, Focus, Grouping, Mode, Model, Tab, lines};
use crate::briefing::Format;
use crate::cli::failure::Failure;
use crate::domain::{Lang, Record, RecordId};
use crate::tui::Shell;

/// What has been done fails only where lines can be neither read nor written.
pub type Done = Result<(), Failure>;

/// The dashboard with lines in place of keys and screens.
pub struct Session<S, I, O> {
    pub(super) model: Model,
    pub(super) shell: S,
    pub(super) desk: Desk<I, O>,
    pub(super) lent: Lent,
    /// The records that were written under numbers last.
    pub(super) listed: Vec<RecordId>,
    /// The record whose links were written under numbers last, and where they lead.
    pub(super) linked: Option<(RecordId, Vec<RecordId>)>,
    /// What follows on what was written.
    pub(super) rest: Rest,
    /// Whether something is on its way to the disk that the user asked for.
    pub(super) is_saving: bool,
    /// A line that was typed in place of an answer.
    pub(super) waiting: Option<String>,
    pub(super) exit: Option<i32>,
}

/// What follows on what was written.
#[derive(Debug, Default)]
pub enum Rest {
    /// Nothing.
    #[default]
    Nothing,
    /// Rows of the list, from this one.
    Rows(usize),
    /// Lines of a text.
    Lines(VecDeque<String>),
}

impl<S: Shell, I: BufRead, O: Write> Session<S, I, O> {
    pub fn new(model: Model, shell: S, desk: Desk<I, O>, lent: Lent) -> Self {
        let (listed, linked, rest) = (Vec::new(), None, Rest::Nothing);
        Self { model, shell, desk, lent, listed, linked, rest, is_saving: false, waiting: None, exit: None }
    }

    /// The dashboard at the end.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// Runs until it is left or there are no more lines; gives the exit code.
    pub fn run(&mut self, query: &str) -> Result<i32, Failure> {
        let kept = self.shell.read();
        self.tell(kept)?;
        self.say_notice()?;
        if !query.trim().is_empty() {
            self.take(&format!("/{query}"))?;
        } else if self.desk.is_typed {
            self.desk.tell(self.model.words().plain.greeting)?;
        }
        while self.exit.is_none() {
            let typed = match self.waiting.take() {
                Some(typed) => Some(typed),
                None => self.desk.ask(&self.prompt())?,
            };
            let Some(typed) = typed else {
                if self.desk.is_typed {
                    self.desk.say("")?;
                }
                self.leave(true)?;
                break;
            };
            let reports = self.shell.reports();
            self.tell(reports)?;
            self.say_notice()?;
            self.take(&typed)?;
        }
        Ok(self.exit.unwrap_or_default())
    }

    fn prompt(&self) -> String {
        match &self.model.mode {
            Mode::Meeting(meeting) => {
                let (place, count) = meeting.place();
                format!("{place}/{count}> ")
            }
            _ => "dosje> ".to_owned(),
        }
    }

    /// Does what a line means.
    fn take(&mut self, typed: &str) -> Done {
        let lang = self.model.lang;
        let is_in_meeting = matches!(self.model.mode, Mode::Meeting(_));
        match Line::read(typed, lang, &self.model.ways.keymap) {
            Line::More if is_in_meeting && matches!(self.rest, Rest::Nothing) => self.turn(Command::NextItem),
            Line::Less if is_in_meeting => self.turn(Command::PreviousItem),
            Line::More => self.go_on(),
            Line::Less => Ok(self.desk.tell(self.model.words().no_further)?),
            Line::Open(number) => match self.numbered(&number)? {
                Some(id) => self.open(&id),
                None => Ok(()),
            },
            Line::Ask(query) if query.is_empty() => self.go_on(),
            Line::Ask(query) => {
                self.model.mode = Mode::Browse;
                let effects = lines::ask(&mut self.model, &query);
                if self.model.notice.is_none() {
                    self.show_list()?;
                }
                self.carry_out(effects)
            }
            Line::Word(what, rest) => self.run_word(what, &rest),
            Line::Unknown(typed, nearest) => {
                Ok(self.desk.tell(&(self.model.words().plain.unknown)(&typed, nearest))?)
            }
        }
    }

    fn run_word(&mut self, what: What, rest: &str) -> Done {
        let usage = (self.model.words().plain.usage)(&line::form(what, self.model.lang));
        match what {
            What::Tab => {
                let Some(tab) = line::tab(rest) else { return Ok(self.desk.tell(&usage)?) };
                self.model.mode = Mode::Browse;
                self.obey(Command::Tab(tab))?;
                self.show_list()
            }
            What::Links => self.on_open(Self::show_links),
            What::Run(Command::Follow) => self.on_open(|session| session.follow(rest)),
            What::Run(Command::Mark) => {
                let id = if rest.is_empty() { self.current()? } else { self.numbered(rest)? };
                id.map_or(Ok(()), |id| self.mark(&id))
            }
            What::Run(Command::Write) => {
                let Some(id) = self.current()? else { return Ok(()) };
                let effects = lines::write(&mut self.model, &id);
                self.carry_out(effects)
            }
            What::Run(Command::Export) => self.brief(rest, &usage),
            What::Run(Command::Language) => self.speak(rest, &usage),
            What::Run(Command::Help) => self.show_help(),
            What::Run(Command::Changes) => self.show_changes(),
            What::Run(Command::Quit) => self.leave(false),
            What::Run(Command::Lens) => {
                self.model.mode = Mode::Browse;
                let is_shown = self.model.view().grouping == Grouping::Due;
                if self.model.tab != Tab::Timeline || !is_shown {
                    self.obey(Command::Lens)?;
                }
                self.show_list()
            }
            What::Run(Command::Meet) => {
                if !matches!(self.model.mode, Mode::Meeting(_)) {
                    self.model.mode = Mode::Browse;
                }
                let effects = lines::meet(&mut self.model, rest);
                let is_there = self.model.notice.is_none();
                self.carry_out(effects)?;
                if is_there { self.show_item() } else { Ok(()) }
            }
            What::Run(command @ (Command::Back | Command::Forward)) => {
                self.model.mode = Mode::Browse;
                let effects = lines::obey(&mut self.model, command);
                let is_there = self.model.notice.is_none();
                self.carry_out(effects)?;
                match self.model.focus {
                    _ if !is_there => Ok(()),
                    Focus::Detail => self.show_open(),
                    Focus::List => self.show_list(),
                }
            }
            What::Run(Command::Intend) => self.on_open(Self::intend),
            What::Run(command) => self.on_open(|session| session.obey(command)),
        }
    }

    /// Goes on to the next intent of the item, and says which that is: on screen its sign changes.
    fn intend(&mut self) -> Done {
        self.obey(Command::Intend)?;
        let (model, words) = (&self.model, self.model.words());
        let Some(Record::Item(item)) = model.selected() else { return Ok(()) };
        let intent = model.annotations().of(&item.id).and_then(|added| added.intent);
        let said = intent.map_or(words.plain.no_intent, words.own.intent);
        Ok(self.desk.tell(&format!("{}: {said}.", words.own.intent_label))?)
    }

    /// Does something to the record that is open, or to the item of the meeting; that is left only where it leads elsewhere.
    fn on_open(&mut self, act: impl FnOnce(&mut Self) -> Done) -> Done {
        let Some(id) = self.current()? else { return Ok(()) };
        let Mode::Meeting(meeting) = &self.model.mode else { return act(self) };
        let meeting = meeting.clone();
        self.model.mode = Mode::Browse;
        lines::open(&mut self.model, &id);
        act(self)?;
        if self.model.mode == Mode::Browse && self.open_id().as_ref() == Some(&id) {
            lines::sit(&mut self.model, meeting);
        }
        Ok(())
    }

    /// The record that is open, or the item of the meeting; says where there is none, or none any more.
    fn current(&mut self) -> Result<Option<RecordId>, Failure> {
        match self.open_id() {
            Some(id) if self.model.dataset.record(&id).is_none() => self.say_gone(&id).map(|()| None),
            Some(id) => Ok(Some(id)),
            None => self.desk.tell(self.model.words().plain.none_open).map(|()| None).map_err(Into::into),
        }
    }

    pub(super) fn open_id(&self) -> Option<RecordId> {
        match &self.model.mode {
            Mode::Meeting(meeting) => meeting.item().cloned(),
            _ if self.model.focus == Focus::Detail => self.model.selected().map(|record| record.id().clone()),
            _ => None,
        }
    }

    /// The record written under a number; says where there is none.
    fn numbered(&mut self, number: &str) -> Result<Option<RecordId>, Failure> {
        let place = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let id = place.and_then(|place| self.listed.get(place)).cloned();
        if id.is_none() {
            self.desk.tell(&(self.model.words().plain.no_number)(number))?;
        }
        Ok(id)
    }

    fn open(&mut self, id: &RecordId) -> Done {
        self.model.mode = Mode::Browse;
        if lines::open(&mut self.model, id) {
            return self.show_open();
        }
        self.say_gone(id)
    }

    fn say_gone(&mut self, id: &RecordId) -> Done {
        let gone = self.model.changes.of(id).map_or(id.to_string(), |gone| gone.title(self.model.lang).to_owned());
        Ok(self.desk.tell(&(self.model.words().files.is_gone)(&gone))?)
    }

    fn follow(&mut self, number: &str) -> Done {
        let links = self.links_as_written();
        let target = number.parse::<usize>().ok().and_then(|number| links.get(number.checked_sub(1)?)).cloned();
        match target {
            Some(target) => self.open(&target),
            None if links.is_empty() => Ok(self.desk.tell(self.model.words().no_links)?),
            None => Ok(self.desk.tell(&(self.model.words().no_link)(number))?),
        }
    }

    fn mark(&mut self, id: &RecordId) -> Done {
        let effects = lines::mark(&mut self.model, id);
        let words = &self.model.words().plain;
        let said = if self.model.annotations().is_marked(id) { words.marked } else { words.unmarked };
        self.desk.tell(&said(&self.name(id)))?;
        self.carry_out(effects)
    }

    fn brief(&mut self, rest: &str, usage: &str) -> Done {
        let Some((form, path)) = rest.split_once(char::is_whitespace) else { return Ok(self.desk.tell(usage)?) };
        let Some(format) = Format::ALL.into_iter().find(|known| known.ending() == form.to_lowercase()) else {
            return Ok(self.desk.tell(&(self.model.words().plain.no_form)(form))?);
        };
        let mode = mem::take(&mut self.model.mode);
        let effects = lines::write_briefing(&mut self.model, format, path.trim());
        self.carry_out(effects)?;
        if self.model.mode == Mode::Browse {
            self.model.mode = mode;
        }
        Ok(())
    }

    fn speak(&mut self, rest: &str, usage: &str) -> Done {
        let wanted = match rest.to_lowercase().as_str() {
            "" => self.model.lang.other(),
            "lv" => Lang::Lv,
            "en" => Lang::En,
            _ => return Ok(self.desk.tell(usage)?),
        };
        if wanted != self.model.lang {
            self.obey(Command::Language)?;
        }
        Ok(self.desk.tell(self.model.words().plain.language)?)
    }

    fn turn(&mut self, command: Command) -> Done {
        let place = |model: &Model| match &model.mode {
            Mode::Meeting(meeting) => Some(meeting.place()),
            _ => None,
        };
        let before = place(&self.model);
        self.obey(command)?;
        if place(&self.model) == before {
            return Ok(self.desk.tell(self.model.words().no_further)?);
        }
        self.show_item()
    }

    /// Ends it, unless something is not on the disk and the user was not told; `is_over` where there is nobody to tell.
    fn leave(&mut self, is_over: bool) -> Done {
        self.model.mode = Mode::Browse;
        self.obey(Command::Quit)?;
        if is_over {
            self.exit.get_or_insert(0);
        }
        Ok(())
    }

    /// Does what a key of the dashboard does.
    pub(super) fn obey(&mut self, command: Command) -> Done {
        let effects = lines::obey(&mut self.model, command);
        self.carry_out(effects)
    }
}
