//! A document's own text, laid over list and text.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;
use unicode_width::UnicodeWidthStr;

use super::frame::Frame;
use super::{detail, styles, text};
use crate::app::Model;
use crate::app::reader::{Reader, place};

pub fn draw(reader: &Reader, frame: &mut Frame<'_>, area: Rect) {
    frame.render_widget(Clear, area);
    let lines = reader.page.lines.iter().skip(reader.scroll);
    for (line, place) in lines.zip(area.rows()) {
        let mut spans = vec![Span::raw(" ")];
        spans.extend(line.pieces.iter().map(|piece| Span::styled(piece.text.as_str(), styles::of(piece.tone))));
        frame.render_widget(Line::from(spans), place);
    }
    let cited = reader.page.first_cited.and_then(|line| line.checked_sub(reader.scroll)).unwrap_or(0);
    let row = u16::try_from(cited).unwrap_or(u16::MAX);
    let y = if row < area.height { area.y + row } else { area.y };
    frame.set_cursor_position(Position { x: area.x, y });
    detail::more_below(reader.page.lines.len(), reader.scroll, frame, area);
}

/// Where the text stands, in place of the search line.
pub fn draw_place(model: &Model, reader: &Reader, frame: &mut Frame<'_>, area: Rect) {
    let Some((record, document)) = reader.placed(&model.dataset) else { return };
    let gone = if reader.former.is_gone() { format!("{}  ", model.words().files.gone) } else { String::new() };
    let place = place(record, document, model.lang);
    let room = usize::from(area.width).saturating_sub(2);
    let place = text::truncated(&place, room.saturating_sub(gone.width()));
    let gone = text::truncated(&gone, room);
    let spans = [Span::raw(" "), Span::styled(gone, styles::warning()), Span::styled(place, styles::strong())];
    frame.render_widget(Line::from_iter(spans), area);
}
