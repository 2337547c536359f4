//! A text that is being written: what it is on, the text, the keys.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui_textarea::TextArea;
use unicode_width::UnicodeWidthStr;

use super::frame::Frame;
use super::{footer, look, styles, text};
use crate::app::layout::Layout;
use crate::app::notice::{self, GAP};
use crate::app::pointer::Mouse;
use crate::app::{Command, Context, Model};
use crate::domain::changes::Fate;

/// A text that is being written.
pub struct Page<'a> {
    /// What it is on.
    pub title: &'a str,
    /// What has become of that meanwhile.
    pub fate: Option<Fate>,
    /// The text.
    pub text: &'a TextArea<'static>,
    /// Something to say.
    pub notice: Option<&'a str>,
    /// Where it was begun: its language, its keys, how it reaches the terminal.
    pub model: &'a Model,
}

/// What lies under the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A key in the last line.
    Key(Command),
    /// A row and a column of the text as it is broken into lines.
    Text(usize, usize),
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
    draw_title(page, frame, Rect { height: 1, ..area });
    match page.notice {
        Some(said) => super::notice::draw_at_foot(said, frame),
        None => footer::draw_keys(keys(page), frame, Rect { y: area.height - 1, height: 1, ..area }),
    }
    let body = body(page, area);
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

/// What is written on; first what has become of it, in as many words as there is room for.
fn draw_title(page: &Page<'_>, frame: &mut Frame<'_>, area: Rect) {
    let words = &page.model.words().files;
    let room = usize::from(area.width).saturating_sub(2);
    let said = page.fate.map(|fate| {
        let long = if fate == Fate::Gone { words.gone } else { words.changed };
        let fits = long.width() + GAP.len() + page.title.width() <= room;
        if fits { long } else { (words.fate)(fate) }
    });
    let said = said.map(|said| format!("{said}{GAP}")).unwrap_or_default();
    let title = text::truncated(page.title, room.saturating_sub(said.width()));
    let style = styles::accent().patch(styles::strong());
    let spans = [Span::raw(" "), Span::styled(said, styles::warning()), Span::styled(title, style)];
    frame.render_widget(Line::from_iter(spans), area);
}

/// Where the text stands: a column is free at the left edge, as everywhere. It makes room for what is said, since nobody
/// writes under that.
fn body(page: &Page<'_>, area: Rect) -> Rect {
    let foot = page.notice.map_or(1, |notice| notice::lines(notice, (area.width, area.height)).len());
    let foot = u16::try_from(foot).unwrap_or(u16::MAX);
    Rect { x: 1, y: 1, width: area.width - 1, height: area.height.saturating_sub(1 + foot) }
}

/// What lies at a place of a window of this size.
#[must_use]
pub fn target(page: &Page<'_>, (width, height): (u16, u16), mouse: Mouse) -> Option<Target> {
    Layout::of(width, height, false)?;
    let body = body(page, Rect { x: 0, y: 0, width, height });
    if page.notice.is_none() && mouse.row == height - 1 {
        return footer::key_at(keys(page), width, mouse.column).map(Target::Key);
    }
    if !(body.y..body.bottom()).contains(&mouse.row) {
        return None;
    }
    let (top, left) = page.text.scroll_offset();
    let (row, column) = (mouse.row - body.y, mouse.column.saturating_sub(body.x));
    Some(Target::Text(usize::from(top) + usize::from(row), usize::from(left) + usize::from(column)))
}

fn keys(page: &Page<'_>) -> impl Iterator<Item = footer::Entry> {
    footer::ranked(|about| {
        let key = page.model.ways.keymap.keys(Context::Write, about.command).next()?.to_string();
        Some(footer::Entry { command: about.command, key, words: about.short(page.model.lang)? })
    })
}
