//! One item of a meeting over the whole window, for somebody who glances and does not read.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{detail, footer, rect, styles, text};
use crate::app::Model;
use crate::app::meeting::{Estimate, Meeting, Parts};
use crate::domain::Lang;

/// Between the parts of the first line.
const GAP: &str = "  ";

/// Columns from which on the time to speak is named.
const NAMED_FROM: u16 = 50;

pub fn draw(model: &Model, meeting: &Meeting, parts: Parts, frame: &mut Frame<'_>) {
    draw_first_line(model, meeting, frame, rect(parts.header));
    let body = rect(parts.body);
    for (line, place) in meeting.page.lines.iter().skip(meeting.scroll).zip(body.rows()) {
        let spans = line.pieces.iter().map(|piece| Span::styled(piece.text.as_str(), styles::of(piece.tone)));
        frame.render_widget(spans.collect::<Line<'_>>(), place);
    }
    // The arrows stand in the margin, a blank away from the words.
    let with_margin = Rect { width: body.width + 2, ..body };
    detail::more_below(meeting.page.lines.len(), meeting.scroll, frame, with_margin);
    footer::draw(model, frame, rect(parts.footer));
}

/// Which item it is and what one will do at it; at the right the time to speak and the time gone by.
fn draw_first_line(model: &Model, meeting: &Meeting, frame: &mut Frame<'_>, area: Rect) {
    let page = &meeting.page;
    let mut right = Vec::new();
    if let Some(estimate) = page.estimate {
        right.extend(to_say(model, estimate, area.width >= NAMED_FROM));
        right.push(Span::raw(GAP));
    }
    let seconds = usize::try_from(meeting.seconds()).unwrap_or(usize::MAX);
    right.push(Span::styled(clock(seconds), styles::strong()));
    let right = Line::from(right);
    let (place, count) = meeting.place();
    let mut left = vec![Span::styled(format!("{place}/{count}"), styles::accent())];
    let room = usize::from(area.width).saturating_sub(right.width() + GAP.width());
    let intent = page.intent.map(|intent| (model.words().own.intent)(intent).to_uppercase());
    let marking = (!page.markings.is_empty()).then(|| page.markings.join(", "));
    let whose = (model.lang == Lang::En).then(|| model.words().language.to_owned());
    let own = styles::own().patch(styles::strong());
    for (part, style) in [(intent, own), (marking, styles::warning()), (whose, styles::quiet())] {
        let used: usize = left.iter().map(Span::width).sum();
        let left_over = room.saturating_sub(used + GAP.width());
        let Some(part) = part.filter(|part| part.width() <= left_over || style != styles::quiet()) else { continue };
        left.push(Span::raw(GAP));
        left.push(Span::styled(text::truncated(&part, left_over), style));
    }
    frame.render_widget(Line::from(left), area);
    let width = u16::try_from(right.width()).unwrap_or(area.width).min(area.width);
    frame.render_widget(right, Rect { x: area.x + area.width - width, width, ..area });
}

/// The time it takes to say it; where that is too long, beside the longest time.
fn to_say(model: &Model, estimate: Estimate, is_named: bool) -> Vec<Span<'static>> {
    let name = if is_named { format!("{} ", model.words().meeting.to_say) } else { String::new() };
    let time = clock(estimate.seconds);
    let (said, style) = match estimate.passed {
        Some(limit) => (format!("{name}~{time} > {}", clock(limit)), styles::warning()),
        None => (format!("{name}~{time}"), styles::quiet()),
    };
    vec![Span::styled(said, style)]
}

fn clock(seconds: usize) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
