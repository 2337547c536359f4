//! The text of the selected record.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::frame::Frame;
use super::{styles, text};
use crate::app::flow::{FlowLine, Link, margin};
use crate::app::{Focus, Mode, Model};

pub fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let flow = model.text();
    let view = model.view();
    let has_focus = model.focus == Focus::Detail;
    if has_focus && view.link.is_none() && model.mode == Mode::Browse {
        frame.set_cursor_position(Position { x: area.x, y: area.y });
    }
    let margin = margin(flow.places());
    let lines = flow.lines.iter().enumerate().skip(view.scroll);
    for ((index, line), place) in lines.zip(area.rows()) {
        let link = flow.link_beginning_at(index);
        let is_link = has_focus && line.link.is_some() && line.link == view.link;
        let marker = if (is_link && link.is_some()) || view.matched == Some(index) { ">" } else { " " };
        let mut spans = vec![number(model, link, margin), Span::styled(marker, styles::accent())];
        spans.extend(drawn(model, line, is_link));
        text::put(frame, &Line::from(spans), place);
        if is_link && link.is_some() && model.mode == Mode::Browse {
            let x = place.x + u16::try_from(margin).unwrap_or(1) - 1;
            frame.set_cursor_position(Position { x, y: place.y });
        }
    }
    more_below(flow.lines.len(), view.scroll, frame, area);
}

/// The number of a link, beside its first line; quiet, except where it can be the one that is typed.
fn number(model: &Model, link: Option<&Link>, margin: usize) -> Span<'static> {
    let width = margin - 1;
    let Some(link) = link else { return Span::raw(" ".repeat(width)) };
    let shown = link.number.to_string();
    let style = match &model.mode {
        Mode::Follow(typed) if shown.starts_with(typed) => styles::accent().patch(styles::strong()),
        _ => styles::quiet(),
    };
    Span::styled(format!("{shown:>width$}"), style)
}

fn drawn(model: &Model, line: &FlowLine, is_selected: bool) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    let whole = line.text();
    let matches = model.highlights(&whole);
    let mut start = 0;
    for piece in &line.pieces {
        let end = start + piece.text.len();
        let inside: Vec<_> = matches
            .iter()
            .filter(|range| range.start < end && range.end > start)
            .map(|range| range.start.max(start) - start..range.end.min(end) - start)
            .collect();
        let style = if is_selected { styles::selected() } else { styles::of(piece.tone) };
        spans.extend(text::marked(&piece.text, &inside, style));
        start = end;
    }
    spans
}

/// An arrow in the corner where the text goes on.
pub fn more_below(lines: usize, scroll: usize, frame: &mut Frame<'_>, area: Rect) {
    let edge = |y| Rect { x: area.x + area.width.saturating_sub(1), y, width: 1, height: 1 };
    if scroll > 0 {
        frame.render_widget(Line::styled("↑", styles::quiet()), edge(area.y));
    }
    if scroll + usize::from(area.height) < lines {
        frame.render_widget(Line::styled("↓", styles::quiet()), edge(area.y + area.height - 1));
    }
}
