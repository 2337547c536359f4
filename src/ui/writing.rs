//! A text that is being written: what it is on, the text, the keys.

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui_textarea::TextArea;

use super::frame::Frame;
use super::{footer, look, styles, text};
use crate::app::command::COMMANDS;
use crate::app::layout::Layout;
use crate::app::{Context, Model};

/// A text that is being written.
pub struct Page<'a> {
    /// What it is on.
    pub title: &'a str,
    /// The text.
    pub text: &'a TextArea<'static>,
    /// Something to say.
    pub notice: Option<&'a str>,
    /// Where it was begun: its language, its keys, how it reaches the terminal.
    pub model: &'a Model,
}

/// Draws it, as the terminal can show it.
pub fn draw(page: &Page<'_>, frame: &mut Frame<'_>) {
    draw_page(page, frame);
    look::dress(frame.buffer_mut(), page.model.look);
}

fn draw_page(page: &Page<'_>, frame: &mut Frame<'_>) {
    let area = frame.area();
    if Layout::of(area.width, area.height, false).is_none() {
        return super::draw_too_small(page.model.lang, frame);
    }
    let row = |y| Rect { y, height: 1, ..area };
    // A column free at the left edge, as everywhere.
    let body = Rect { x: 1, y: 1, width: area.width - 1, height: area.height - 2 };
    let title = text::truncated(page.title, usize::from(area.width).saturating_sub(2));
    frame.render_widget(Line::styled(format!(" {title}"), styles::accent().patch(styles::strong())), row(0));
    let last = row(area.height - 1);
    match page.notice {
        Some(notice) => footer::draw_notice(notice, frame, last),
        None => footer::draw_keys(keys(page), frame, last),
    }
    frame.render_widget(page.text, body);
    let (top, left) = page.text.scroll_offset();
    let cursor = page.text.screen_cursor();
    let place = |at: usize, from: u16, start: u16, room: u16| {
        start + u16::try_from(at).unwrap_or(u16::MAX).saturating_sub(from).min(room - 1)
    };
    frame.set_cursor_position(Position {
        x: place(cursor.col, left, body.x, body.width),
        y: place(cursor.row, top, body.y, body.height),
    });
}

fn keys(page: &Page<'_>) -> Vec<footer::Entry> {
    let mut about: Vec<_> = COMMANDS.iter().collect();
    about.sort_by_key(|about| about.priority);
    let entry = |about: &&crate::app::command::About| {
        let key = page.model.ways.keymap.keys(Context::Write, about.command).next()?.to_string();
        Some(footer::Entry { command: about.command, key, words: about.short(page.model.lang)? })
    };
    about.iter().filter_map(entry).collect()
}
