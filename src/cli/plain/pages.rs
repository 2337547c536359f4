//! What is written of the model: lists, records, links, items of a meeting, help.

use std::collections::VecDeque;
use std::io::{BufRead, Write};

use super::desk::{hanging, wrapped};
use super::line::{self, WORDS, What};
use super::session::{Done, Rest, Session};
use super::spoken::{self, Said, numbered};
use crate::app::flow::{Flow, plain};
use crate::app::reader;
use crate::app::{Command, Common, Focus, Group, Mode, Tab};
use crate::card::{card, shown_number};
use crate::domain::RecordId;
use crate::tui::Shell;

/// Rows written at once.
const ROWS: usize = 20;

impl<S: Shell, I: BufRead, O: Write> Session<S, I, O> {
    /// Writes the list that is shown, from its beginning.
    pub(super) fn show_list(&mut self) -> Done {
        self.model.focus = Focus::List;
        self.listed.clear();
        let (model, view) = (&self.model, self.model.view());
        let words = model.words();
        let name = words.tabs.get(model.tab.index()).copied().unwrap_or_default();
        let others = view.rows.len().saturating_sub(view.own);
        let mut said = format!("{} {name}: {}", model.tab.number(), (words.hits)(view.found, view.total));
        if others > 0 {
            said = format!("{said}, {}", (words.elsewhere)(others));
        }
        if model.tab == Tab::Briefing && view.query.is_empty() && model.speaking().seconds() > 0 {
            let speaking = model.speaking();
            let limit = speaking.over().map(|over| speaking.seconds() - over);
            said = format!("{said}, {}", (words.plain.to_say)(speaking.seconds(), limit));
        }
        let repairs = view.repairs.iter().map(words.repair);
        let mistake = view.mistake.as_ref().map(|mistake| (words.mistake)(&mistake.kind));
        let mut lines: Vec<String> = std::iter::once(said).chain(repairs).chain(mistake).collect();
        if view.rows.is_empty() {
            let is_empty_tray = model.tab == Tab::Briefing && view.query.is_empty();
            let way_back = line::form(What::Run(Command::Back), model.lang);
            let nothing_found = || (words.nothing_found)(&way_back);
            lines.push(if is_empty_tray { words.plain.nothing_marked.to_owned() } else { nothing_found() });
        }
        for line in lines {
            self.desk.tell(&line)?;
        }
        self.rest = Rest::Rows(0);
        if self.model.view().rows.is_empty() { Ok(()) } else { self.go_on() }
    }

    /// Writes what follows.
    pub(super) fn go_on(&mut self) -> Done {
        match std::mem::take(&mut self.rest) {
            Rest::Nothing => Ok(self.desk.tell(self.model.words().plain.nothing_more)?),
            Rest::Rows(from) => self.show_rows(from),
            Rest::Lines(lines) => self.show_lines(lines),
        }
    }

    fn show_rows(&mut self, from: usize) -> Done {
        let rows = self.model.view().rows.clone();
        let groups = self.model.view().groups.clone();
        let mut to = from;
        for (at, row) in rows.iter().enumerate().skip(from).take(ROWS) {
            to = at + 1;
            let Some(record) = self.model.dataset.at(row.ordinal) else { continue };
            let heading = groups.iter().find(|group| group.first == at).map(|group| self.heading(*group));
            let said = spoken::row(&self.model, record, self.model.other_language(&row));
            let width = self.desk.width;
            let mut lines = heading.map(|heading| wrapped(&heading, width)).unwrap_or_default();
            lines.extend(hanging(&numbered(self.listed.len() + 1), &said, width));
            if at > from && lines.len() > self.desk.room() {
                to = at;
                break;
            }
            self.listed.push(record.id().clone());
            lines.iter().try_for_each(|line| self.desk.say(line))?;
        }
        if to < rows.len() {
            self.rest = Rest::Rows(to);
            self.desk.tell(&(self.model.words().plain.more)(rows.len() - to))?;
        }
        Ok(())
    }

    fn heading(&self, group: Group) -> String {
        let note = match group.common {
            Common::Due(due) => (self.model.words().time.due_note)(due),
            _ => "",
        };
        let note = if note.is_empty() { String::new() } else { format!(" ({note})") };
        format!("{}{note}: {}", self.model.heading(group), group.rows)
    }

    /// Writes lines, as many as can be read at once.
    fn show_lines(&mut self, mut lines: VecDeque<String>) -> Done {
        let most = self.desk.room().max(1).min(lines.len());
        for line in lines.drain(..most) {
            self.desk.say(&line)?;
        }
        if lines.is_empty() {
            return Ok(());
        }
        self.rest = Rest::Lines(lines);
        Ok(self.desk.tell(self.model.words().plain.more_text)?)
    }

    fn show_text(&mut self, text: &str) -> Done {
        self.show_lines(text.lines().map(str::to_owned).collect())
    }

    fn show_said(&mut self, said: &[Said]) -> Done {
        let width = self.desk.width;
        self.show_lines(said.iter().flat_map(|said| hanging(&said.lead, &said.text, width)).collect())
    }

    /// Writes the record that is open, each place it leads to under its number.
    pub(super) fn show_open(&mut self) -> Done {
        self.rest = Rest::Nothing;
        let targets = self.links();
        let model = &self.model;
        let Some(record) = model.selected() else { return Ok(self.desk.tell(model.words().files.gone)?) };
        let added = model.annotations().of(record.id());
        let card = card(&model.dataset, record, model.reading(), added);
        let mut said = spoken::card(&card, &targets, model.words());
        let is_marked = model.annotations().is_marked(record.id());
        said.extend(is_marked.then(|| Said { lead: String::new(), text: model.words().plain.is_marked.to_owned() }));
        self.show_said(&said)
    }

    /// Where the open record, or the item of the meeting, leads, in the order of the numbers.
    fn links(&mut self) -> Vec<RecordId> {
        let model = &self.model;
        let Some(record) = self.open_id().and_then(|id| model.dataset.record(&id)) else { return Vec::new() };
        let card = card(&model.dataset, record, model.reading(), None);
        let mut links: Vec<RecordId> = card.targets().into_iter().cloned().collect();
        // The item of the meeting shows what its positions lead to as well: numbered after what it leads to itself.
        let shown = match (&model.mode, &self.linked) {
            (Mode::Meeting(meeting), _) => meeting.page.linked().cloned().collect(),
            (_, Some((known, written))) if known == record.id() => written.clone(),
            _ => Vec::new(),
        };
        let more: Vec<RecordId> = shown.into_iter().filter(|id| !links.contains(id)).collect();
        links.extend(more);
        self.linked = Some((record.id().clone(), links.clone()));
        links
    }

    /// The same under the numbers that were written, even if the files have changed since.
    pub(super) fn links_as_written(&mut self) -> Vec<RecordId> {
        let open = self.open_id();
        match &self.linked {
            Some((record, links)) if Some(record) == open.as_ref() => links.clone(),
            _ => self.links(),
        }
    }

    /// Writes where the open record leads.
    pub(super) fn show_links(&mut self) -> Done {
        self.rest = Rest::Nothing;
        let links = self.links();
        if links.is_empty() {
            return Ok(self.desk.tell(self.model.words().no_links)?);
        }
        // What a list has numbered last is opened by its number.
        self.listed.clone_from(&links);
        let model = &self.model;
        let said = (1..).zip(&links).filter_map(|(number, id)| {
            let kind = (model.words().kind)(model.dataset.record(id)?.kind());
            Some(Said::row(number, format!("{} ({kind})", self.name(id))))
        });
        let said: Vec<Said> = said.collect();
        self.show_said(&said)
    }

    /// A record by number and title.
    pub(super) fn name(&self, id: &RecordId) -> String {
        let Some(record) = self.model.dataset.record(id) else { return id.to_string() };
        format!("{} {}", shown_number(record), record.title(self.model.lang)).trim_start().to_owned()
    }

    /// Writes what the document itself says, where that was looked up.
    pub(super) fn show_source(&mut self) -> Done {
        let Mode::Source(source) = &self.model.mode else { return Ok(()) };
        let (model, width) = (&self.model, self.desk.width);
        let text = source.placed(&model.dataset).map(|(record, document)| {
            let page = reader::page(record, document, &source.found, model.lang, width);
            let place = reader::place(record, document, model.lang);
            format!("{place}\n{}", plain(&Flow { lines: page.lines, links: Vec::new() }))
        });
        self.model.mode = Mode::Browse;
        self.rest = Rest::Nothing;
        self.show_text(&text.unwrap_or_default())
    }

    /// Writes the item of the meeting, with its background.
    pub(super) fn show_item(&mut self) -> Done {
        let Mode::Meeting(meeting) = &self.model.mode else { return Ok(()) };
        if meeting.page.has_background() && !meeting.page.is_open() {
            self.obey(Command::Background)?;
        }
        let Mode::Meeting(meeting) = &self.model.mode else { return Ok(()) };
        let (words, page) = (self.model.words(), &meeting.page);
        let (place, count) = meeting.place();
        let mut first = vec![format!("{place}/{count}")];
        first.extend(page.is_gone.then(|| words.files.gone.trim_end_matches('.').to_owned()));
        first.extend(page.markings.iter().cloned());
        first.extend(page.intent.map(|intent| (words.own.intent)(intent).to_owned()));
        first.extend(page.estimate.map(|estimate| (words.plain.to_say)(estimate.seconds, estimate.passed)));
        let mut lines: VecDeque<String> = wrapped(&first.join(", "), self.desk.width).into();
        let targets = self.links();
        let Mode::Meeting(meeting) = &self.model.mode else { return Ok(()) };
        for (at, line) in meeting.page.lines.iter().enumerate() {
            // On screen what is linked has a line each, and its title may be cut there.
            match meeting.page.linked_at(at).and_then(|id| self.model.dataset.record(id)) {
                Some(record) => {
                    let said = Said::leading(record.id(), &targets, spoken::row(&self.model, record, None));
                    lines.extend(hanging(&said.lead, &said.text, self.desk.width));
                }
                None => lines.push_back(line.text().trim_end().to_owned()),
            }
        }
        self.rest = Rest::Nothing;
        self.show_lines(lines)
    }

    /// Writes what has changed in the files, under numbers.
    pub(super) fn show_changes(&mut self) -> Done {
        self.rest = Rest::Nothing;
        let altered = self.model.changes.records().to_vec();
        if altered.is_empty() {
            return Ok(self.desk.tell(self.model.words().files.none)?);
        }
        self.desk.tell(self.model.words().files.title)?;
        self.listed = altered.iter().map(|altered| altered.id.clone()).collect();
        let said = altered.iter().zip(1..).map(|(altered, number)| {
            let fate = (self.model.words().files.fate)(altered.fate);
            let text = format!("{} {} ({fate})", altered.id.number(), altered.title(self.model.lang));
            Said { lead: numbered(number), text }
        });
        let said: Vec<Said> = said.collect();
        self.show_said(&said)
    }

    /// Writes what may be typed.
    pub(super) fn show_help(&mut self) -> Done {
        self.rest = Rest::Nothing;
        let lang = self.model.lang;
        let typed = self.model.words().plain.lines.iter();
        let typed = typed.map(|(form, help)| ((*form).to_owned(), (*help).to_owned()));
        let words = WORDS.iter().map(|word| {
            let letter = word.letter(&self.model.ways.keymap).map(|letter| format!(", :{letter}")).unwrap_or_default();
            (format!("{}{letter}", word.form(lang)), word.help(lang).to_owned())
        });
        let width = self.desk.width;
        let lines = typed.chain(words).flat_map(|(form, help)| {
            let lines = wrapped(&format!("{form}: {help}"), width.saturating_sub(2)).into_iter().enumerate();
            lines.map(|(place, line)| if place == 0 { line } else { format!("  {line}") }).collect::<Vec<_>>()
        });
        let lines = lines.collect();
        self.show_lines(lines)
    }
}
