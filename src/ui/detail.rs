//! The text of the selected record.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{styles, text};
use crate::app::flow::FlowLine;
use crate::app::{Focus, Mode, Model};

pub fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let flow = model.text();
    let view = model.view();
    let has_focus = model.focus == Focus::Detail;
    if has_focus && view.link.is_none() && model.mode == Mode::Browse {
        frame.set_cursor_position(Position { x: area.x, y: area.y });
    }
    let lines = flow.lines.iter().enumerate().skip(view.scroll);
    for ((index, line), place) in lines.zip(area.rows()) {
        let is_link = has_focus && line.link.is_some() && line.link == view.link;
        let is_first_of_link =
            is_link && index.checked_sub(1).and_then(|i| flow.lines.get(i)).is_none_or(|l| l.link != line.link);
        let marker = if is_first_of_link || view.matched == Some(index) { ">" } else { " " };
        frame.render_widget(drawn(model, line, marker, is_link), place);
        if is_first_of_link && model.mode == Mode::Browse {
            frame.set_cursor_position(Position { x: place.x, y: place.y });
        }
    }
    more_below(flow.lines.len(), view.scroll, frame, area);
}

fn drawn(model: &Model, line: &FlowLine, marker: &'static str, is_selected: bool) -> Line<'static> {
    let mut spans = vec![Span::styled(marker, styles::accent())];
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
    Line::from(spans)
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
