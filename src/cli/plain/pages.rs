//! What is written of the model: lists, records, links, items of a meeting, help.

use std::collections::VecDeque;
use std::io::{BufRead, Write};

use super::line::{self, WORDS, What};
use super::session::{Done, Rest, Session};
use crate::app::flow::{Flow, flow, margin, plain, wrapped};
use crate::app::reader;
use crate::app::{Command, Common, Focus, Group, Mode, Row, Tab};
use crate::card::{card, shown_number};
use crate::cli::words::when;
use crate::domain::{Record, RecordId};
use crate::tui::Shell;

/// Rows written at once.
const ROWS: usize = 20;

/// Columns of the number before a row.
const NUMBER: usize = 4;

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
        let repairs = view.repairs.iter().map(|(typed, read)| (words.read_as)(typed, read));
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
        let most = self.desk.height.map_or(ROWS, |height| height.min(ROWS));
        let rows = self.model.view().rows.clone();
        let groups = self.model.view().groups.clone();
        let to = rows.len().min(from + most);
        for at in from..to {
            let Some(row) = rows.get(at) else { break };
            if let Some(group) = groups.iter().find(|group| group.first == at) {
                let heading = self.heading(*group);
                self.desk.tell(&heading)?;
            }
            let Some(record) = self.model.dataset.at(row.ordinal) else { continue };
            let id = record.id().clone();
            let said = self.row(&row, record);
            self.listed.push(id);
            let number = format!("{:>2}. ", self.listed.len());
            self.hang(&number, &said)?;
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

    /// A row in words: number, title, kind, time span, and whether it is marked.
    fn row(&self, row: &Row, record: Record<'_>) -> String {
        let words = self.model.words();
        let is_marked = self.model.annotations().is_marked(record.id()).then_some(words.plain.is_marked);
        let parts = [(words.kind)(record.kind()).to_owned(), when(record, words)];
        let parts = parts.into_iter().chain(is_marked.map(str::to_owned)).chain(self.model.other_language(row));
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        let number = shown_number(record);
        let gap = if number.is_empty() { "" } else { " " };
        format!("{number}{gap}{} ({})", record.title(self.model.lang), parts.join(", "))
    }

    /// Writes a text behind a lead, its further lines as far in.
    fn hang(&mut self, lead: &str, text: &str) -> Done {
        let width = self.desk.width.saturating_sub(NUMBER);
        for (place, part) in wrapped(text, width).into_iter().enumerate() {
            let lead = if place == 0 { lead.to_owned() } else { " ".repeat(lead.chars().count()) };
            self.desk.say(&format!("{lead}{part}"))?;
        }
        Ok(())
    }

    /// Writes lines, as many as can be read at once.
    fn show_lines(&mut self, mut lines: VecDeque<String>) -> Done {
        let most = self.desk.height.unwrap_or(usize::MAX).min(lines.len());
        // The line that says that there is more takes the place of the one that would be the last.
        let most = if most < lines.len() || self.desk.height.is_none() { most } else { lines.len() };
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

    /// Writes the record that is open, each place it leads to under its number.
    pub(super) fn show_open(&mut self) -> Done {
        self.rest = Rest::Nothing;
        let _ = self.links();
        let text = self.open_text();
        self.show_text(&text)
    }

    fn open_text(&self) -> String {
        let model = &self.model;
        let Some(record) = model.selected() else { return model.words().files.gone.to_owned() };
        let card = card(&model.dataset, record, model.reading(), model.annotations().of(record.id()));
        let column = margin(card.targets().len());
        let flow = flow(&card, self.desk.width.saturating_sub(column));
        let is_marked = model.annotations().is_marked(record.id()).then_some(model.words().plain.is_marked);
        let lines = flow.lines.iter().enumerate().map(|(at, line)| {
            let number = flow.link_beginning_at(at).map(|link| link.number.to_string()).unwrap_or_default();
            format!("{number:>width$} {}", line.text(), width = column - 1).trim_end().to_owned()
        });
        let marked = is_marked.map(|words| format!("{:column$}{words}", ""));
        lines.chain(marked).collect::<Vec<_>>().join("\n")
    }

    /// Where the open record leads, in the order of the numbers.
    fn links(&mut self) -> Vec<RecordId> {
        let model = &self.model;
        let Some(record) = model.selected() else { return Vec::new() };
        let card = card(&model.dataset, record, model.reading(), None);
        let links: Vec<RecordId> = card.targets().into_iter().cloned().collect();
        self.linked = Some((record.id().clone(), links.clone()));
        links
    }

    /// The same under the numbers that were written, even if the files have changed since.
    pub(super) fn links_as_written(&mut self) -> Vec<RecordId> {
        let open = self.model.selected().map(Record::id);
        match &self.linked {
            Some((record, links)) if Some(record) == open => links.clone(),
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
        for (number, id) in (1..).zip(&links) {
            let Some(record) = self.model.dataset.record(id) else { continue };
            let kind = (self.model.words().kind)(record.kind());
            let said = format!("{} ({kind})", self.name(id));
            self.hang(&format!("{number:>2}. "), &said)?;
        }
        Ok(())
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
        let words = self.model.words();
        let (place, count) = meeting.place();
        let mut first = vec![format!("{place}/{count}")];
        first.extend(meeting.page.is_gone.then(|| words.files.gone.trim_end_matches('.').to_owned()));
        first.extend(meeting.page.markings.iter().cloned());
        first.extend(meeting.page.intent.map(|intent| (words.own.intent)(intent).to_owned()));
        first.extend(meeting.page.estimate.map(|estimate| {
            format!("{} ~{}:{:02}", words.meeting.to_say, estimate.seconds / 60, estimate.seconds % 60)
        }));
        let text = plain(&Flow { lines: meeting.page.lines.clone(), links: Vec::new() });
        let text = format!("{}\n{text}", first.join(", "));
        self.rest = Rest::Nothing;
        self.show_text(&text)
    }

    /// Writes what has changed in the files, under numbers.
    pub(super) fn show_changes(&mut self) -> Done {
        self.rest = Rest::Nothing;
        let altered = self.model.changes.records().to_vec();
        if altered.is_empty() {
            return Ok(self.desk.tell(self.model.words().files.none)?);
        }
        self.desk.tell(self.model.words().files.title)?;
        self.listed.clear();
        for altered in altered {
            let fate = (self.model.words().files.fate)(altered.fate);
            let said = format!("{} {} ({fate})", altered.id.number(), altered.title(self.model.lang));
            self.listed.push(altered.id);
            let number = format!("{:>2}. ", self.listed.len());
            self.hang(&number, &said)?;
        }
        Ok(())
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
