//! The last line: what is to be said, or the keys that work here, the most useful first until the width is full.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::frame::Frame;
use super::{notice, styles, text};
use crate::app::command::{About, COMMANDS};
use crate::app::{Command, Context, Focus, Mode, Model, Tab};
use crate::domain::Record;

pub fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    if notice::draw(model, frame) {
        return;
    }
    let mut area = area;
    if let Mode::Follow(typed) = &model.mode {
        area = draw_prompt(model, typed, frame, area);
    }
    draw_keys(entries(model), frame, area);
}

/// The number of a link as far as it is typed; gives the room that is left.
fn draw_prompt(model: &Model, typed: &str, frame: &mut Frame<'_>, area: Rect) -> Rect {
    let prompt = format!(" {}: {typed}", model.words().link);
    let width = u16::try_from(prompt.width()).unwrap_or(0);
    frame.set_cursor_position(Position { x: area.x + width.min(area.width - 1), y: area.y });
    frame.render_widget(Line::styled(prompt, styles::strong()), area);
    let used = (width + 1).min(area.width);
    Rect { x: area.x + used, width: area.width - used, ..area }
}

/// A key and what it does.
pub struct Entry {
    /// The command.
    pub command: Command,
    /// Its key.
    pub key: String,
    /// What it does.
    pub words: &'static str,
}

impl Entry {
    /// Columns it takes, with the blanks around it.
    fn width(&self) -> usize {
        self.key.width() + self.words.width() + 3
    }
}

/// Keys and what they do, as many as fit.
pub fn draw_keys(entries: impl IntoIterator<Item = Entry>, frame: &mut Frame<'_>, area: Rect) {
    let mut spans = Vec::new();
    for Entry { key, words, .. } in fitting(entries, usize::from(area.width)) {
        spans.push(Span::styled(format!(" {key}"), styles::accent()));
        spans.push(Span::styled(format!(" {words} "), styles::quiet()));
    }
    text::put(frame, &Line::from(spans), area);
}

/// The command whose key stands at a column of a last line so wide.
pub fn command_at(model: &Model, width: u16, column: u16) -> Option<Command> {
    if matches!(model.mode, Mode::Follow(_)) {
        return None;
    }
    key_at(entries(model), width, column)
}

/// The same among these keys.
pub fn key_at(entries: impl IntoIterator<Item = Entry>, width: u16, column: u16) -> Option<Command> {
    let mut end = 0;
    let under = fitting(entries, usize::from(width)).find(|entry| {
        end += entry.width();
        usize::from(column) < end
    });
    under.map(|entry| entry.command)
}

/// Columns that every entry takes at least.
const LEAST: usize = 5;

/// The entries for which there is room, the first before the others; no more are asked for than may find some.
fn fitting(entries: impl IntoIterator<Item = Entry>, width: usize) -> impl Iterator<Item = Entry> {
    let mut used = 1;
    let mut entries = entries.into_iter();
    let next = move || {
        while used + LEAST <= width {
            let entry = entries.next()?;
            if used + entry.width() <= width {
                used += entry.width();
                return Some(entry);
            }
        }
        None
    };
    std::iter::from_fn(next)
}

fn entries(model: &Model) -> impl Iterator<Item = Entry> {
    let context = model.context();
    ranked(move |about| {
        if !is_of_use(model, context, about.command) {
            return None;
        }
        let runs = matches!(context, Context::Palette | Context::Ask) && about.command == Command::Open;
        // First what most have not: all bindings are gone through for a key.
        let words = if runs { model.words().run } else { about.short(model.lang)? };
        Some(Entry { command: about.command, key: model.keys(about.command).next()?.to_string(), words })
    })
}

/// What `entry` makes of the commands, the most useful first.
pub fn ranked(entry: impl Fn(&'static About) -> Option<Entry>) -> impl Iterator<Item = Entry> {
    let mut about: Vec<&About> = COMMANDS.iter().collect();
    about.sort_by_key(|about| about.priority);
    about.into_iter().filter_map(entry)
}

/// Whether a command would do anything as things stand.
fn is_of_use(model: &Model, context: Context, command: Command) -> bool {
    let view = model.view();
    let is_in_text = model.focus == Focus::Detail;
    let is_axis = model.tab == Tab::Timeline && view.grouping.has_axis() && !view.rows.is_empty();
    match (context, command) {
        (Context::Browse, Command::Lens) => model.tab == Tab::Timeline,
        (Context::Browse, command) if command.is_of_timeline() => {
            is_axis && (!is_in_text || model.layout().is_some_and(|layout| layout.shows_both()))
        }
        (Context::Browse, Command::Open) => {
            if is_in_text {
                view.link.is_some()
            } else {
                !view.rows.is_empty()
            }
        }
        (Context::Browse, Command::StepBack) => is_in_text || model.is_zoomed || !view.query.is_empty(),
        (Context::Browse, Command::Reasons | Command::NextMatch) => {
            !view.query.words.is_empty() && !view.rows.is_empty()
        }
        (Context::Browse, Command::Sort) => {
            let is_tray = model.tab == Tab::Briefing && !view.rows.is_empty();
            is_axis || is_tray || matches!(model.selected(), Some(Record::Partner { .. }))
        }
        (_, Command::Pick | Command::Follow | Command::Mark | Command::Write | Command::Copy) => !view.rows.is_empty(),
        (Context::Browse, Command::MarkAll) => {
            let stands_for_many = |record: Record<'_>| {
                matches!(
                    record,
                    Record::Document(_)
                        | Record::Theme(_)
                        | Record::Meeting(_)
                        | Record::Item(_)
                        | Record::Partner { .. }
                )
            };
            !view.query.is_empty() || model.selected().is_some_and(stands_for_many)
        }
        (Context::Browse, Command::Intend) => matches!(model.selected(), Some(Record::Item(_))),
        (Context::Browse, Command::Depth) => model.tab == Tab::Briefing && !view.rows.is_empty(),
        (Context::Browse, Command::MoveUp | Command::MoveDown) => model.shifted(command == Command::MoveUp).is_some(),
        (Context::Browse, Command::Back) => model.has_past(),
        (Context::Browse, Command::Changes) => !model.changes.is_empty(),
        (Context::Browse, Command::Zoom) => model.is_zoomed || model.layout().is_some_and(|layout| layout.shows_both()),
        (Context::Browse, Command::Source) => {
            model.selected().is_some_and(|record| model.dataset.document_of(record.id()).is_some())
        }
        (Context::Ask, Command::Open) => !matches!(&model.mode, Mode::Ask(asked) if asked.question.is_yes_or_no()),
        (Context::Browse, Command::Export | Command::Heading) => model.tab == Tab::Briefing,
        (Context::Follow, Command::Open) => matches!(&model.mode, Mode::Follow(typed) if !typed.is_empty()),
        (Context::Source | Context::Follow | Context::Meeting, Command::Quit) => false,
        (Context::Meeting, command) => is_of_use_in_meeting(model, command),
        (Context::Palette, Command::Quit) => !model.is_typing_in_palette(),
        _ => true,
    }
}

fn is_of_use_in_meeting(model: &Model, command: Command) -> bool {
    let Mode::Meeting(meeting) = &model.mode else { return false };
    let (place, count) = meeting.place();
    match command {
        Command::NextItem => place < count,
        Command::PreviousItem => place > 1,
        Command::Background => meeting.page.has_background(),
        _ => true,
    }
}
