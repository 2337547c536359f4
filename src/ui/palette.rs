//! The palette: every command with its keys and every saved query, found by typing.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;
use unicode_width::UnicodeWidthStr;

use super::frame::Frame;
use super::{styles, text};
use crate::app::command::{Command, about};
use crate::app::palette::{Entry, Palette, form, label, word};
use crate::app::{Context, Model};

/// Room for the keys of a command or the name of a query.
const NAMES: usize = 24;

pub fn draw(model: &Model, palette: &Palette, frame: &mut Frame<'_>, area: Rect) {
    frame.render_widget(Clear, area);
    let width = usize::from(area.width);
    let rows_shown = model.palette_page();
    let legend = model.legend();
    let height = u16::try_from(legend.len()).unwrap_or(area.height).min(area.height);
    let foot = Rect { y: area.y + area.height - height, height, ..area };
    for (line, place) in legend.into_iter().zip(foot.rows()) {
        frame.render_widget(Line::styled(line, styles::quiet()), place);
    }
    if palette.entries.is_empty() {
        let words = (model.words().nothing_found)(&model.key_name(Context::Palette, Command::StepBack));
        let words = text::truncated(&words, width.saturating_sub(3));
        frame.render_widget(Line::styled(format!("   {words}"), styles::quiet()), Rect { height: 1, ..area });
    }
    let rows = palette.entries.iter().enumerate().skip(palette.cursor.top).take(rows_shown);
    let mut group = "";
    for ((index, entry), place) in rows.zip(area.rows()) {
        let is_selected = index == palette.cursor.selected;
        let base = if is_selected { styles::selected() } else { styles::plain() };
        let names_width = NAMES.min(width / 3);
        let (name, what, group_here) = parts(model, entry, names_width - 1);
        let heading = if group == group_here { "" } else { group_here };
        group = group_here;
        let room = width.saturating_sub(3 + names_width);
        let shown = text::truncated(&what, room);
        let heading = if room > shown.width() + heading.width() { heading } else { "" };
        let fill = " ".repeat(room.saturating_sub(shown.width() + heading.width()));
        let spans = vec![
            Span::styled(if is_selected { "> " } else { "  " }, base),
            Span::styled(text::padded(&name, names_width), if is_selected { base } else { styles::accent() }),
            Span::styled(format!("{shown}{fill}"), base),
            Span::styled(format!("{heading} "), if is_selected { base } else { styles::quiet() }),
        ];
        frame.render_widget(Line::from(spans), place);
        if is_selected && !model.is_typing_in_palette() {
            frame.set_cursor_position(place.as_position());
        }
    }
}

/// The left column of an entry, what it does, and its group.
fn parts(model: &Model, entry: &Entry, room: usize) -> (String, String, &'static str) {
    let words = &model.words().queries;
    let verb = || text::truncated(&format!(":{}", word(entry, model.lang)), room);
    match entry {
        Entry::Command(command) => {
            let about = about(*command);
            let help = about.map(|about| about.help(model.lang)).unwrap_or_default();
            let group = about.map(|about| about.group.name(model.lang)).unwrap_or_default();
            (keys_of(model, *command, room), help.to_owned(), group)
        }
        Entry::Saved { name, query } => (text::truncated(name, room), query.clone(), words.group),
        Entry::Save { name: None, query, .. } if !query.is_empty() => (verb(), (words.to_save_as)(query), words.group),
        Entry::Save { name, query, replaced } => {
            let name = name.as_ref().map_or_else(verb, |name| text::truncated(name, room));
            (name, (words.to_save)(query, replaced.as_deref()), words.group)
        }
        Entry::Export(format, languages) => (format.ending().to_owned(), form(*format, *languages, model.lang), ""),
        Entry::Field(field, value) => (text::truncated(label(*field, model.lang), room), value.clone(), ""),
        Entry::Altered(altered) => {
            let named = format!("{} {}", altered.id.number(), altered.title(model.lang));
            ((model.words().files.fate)(altered.fate).to_owned(), named, "")
        }
        Entry::Forget(None) => (verb(), words.to_forget.to_owned(), words.group),
        Entry::Forget(Some((name, query))) => (text::truncated(name, room), (words.forgets)(query), words.group),
    }
}

/// The keys of a command, as many as fit whole.
fn keys_of(model: &Model, command: Command, width: usize) -> String {
    let mut shown = String::new();
    for key in model.ways.keymap.shown_keys(command).map(|key| key.to_string()) {
        let gap = if shown.is_empty() { "" } else { "  " };
        if shown.width() + gap.len() + key.width() <= width {
            shown = format!("{shown}{gap}{key}");
        }
    }
    shown
}
