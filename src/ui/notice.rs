//! What is said over the rest: whole, and not over what is selected wherever there is room for both, since the next key is
//! meant for that.

use std::borrow::Cow;

use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Clear;

use super::frame::Frame;
use super::{header, pointer, styles};
use crate::app::Model;
use crate::app::notice;

/// What is said, in lines.
struct Notice {
    lines: Vec<String>,
    /// The first of its rows, and the one behind its last.
    rows: (u16, u16),
}

/// Draws what is to be said; false where nothing is, or where it leaves the last line to the keys.
pub fn draw(model: &Model, frame: &mut Frame<'_>) -> bool {
    let Some(Notice { lines, rows: (top, end) }) = said(model) else { return false };
    draw_lines(&lines, top, frame);
    end >= model.size.1
}

/// Draws something to say in the last lines.
pub fn draw_at_foot(said: &str, frame: &mut Frame<'_>) {
    let area = frame.area();
    let lines = notice::lines(said, (area.width, area.height));
    let height = u16::try_from(lines.len()).unwrap_or(area.height);
    draw_lines(&lines, area.height.saturating_sub(height), frame);
}

/// Whether a row of the window is taken by something to say.
pub fn is_taken(model: &Model, row: u16) -> bool {
    said(model).is_some_and(|Notice { rows: (top, end), .. }| (top..end).contains(&row))
}

fn draw_lines(lines: &[String], top: u16, frame: &mut Frame<'_>) {
    let area = frame.area();
    let height = u16::try_from(lines.len()).unwrap_or(area.height);
    let place = Rect { y: top, height, ..area }.intersection(area);
    frame.render_widget(Clear, place);
    for (line, row) in lines.iter().zip(place.rows()) {
        frame.render_widget(Line::styled(format!(" {line}"), styles::warning()), row);
    }
}

/// What is to be said, in the last lines; where these would hide what is selected, in the first below the search line.
fn said(model: &Model) -> Option<Notice> {
    let said = model.notice.as_deref().map(Cow::Borrowed).or_else(|| header::question(model).map(Cow::Owned))?;
    let lines = notice::lines(&said, model.size);
    let (height, count) = (model.size.1, u16::try_from(lines.len()).unwrap_or(u16::MAX));
    let foot = (height.saturating_sub(count), height);
    let body = model.layout()?.body;
    let head = (body.y, body.y.saturating_add(count));
    let hides = |(top, end): (u16, u16)| (top..end).any(|row| pointer::is_selected(model, row));
    let rows = if hides(foot) && !hides(head) && head.1 < height { head } else { foot };
    Some(Notice { lines, rows })
}
