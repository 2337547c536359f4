//! One item of a meeting over the whole window, for somebody who glances and does not read.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::frame::Frame;
use super::{detail, footer, rect, styles};
use crate::app::Model;
use crate::app::meeting::{Estimate, Meeting, Parts};
use crate::domain::Lang;
use crate::domain::changes::Fate;

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
    // Whoever has the screen read out begins there.
    frame.set_cursor_position((body.x.saturating_sub(1), body.y));
    // The arrows stand in the margin, a blank away from the words.
    let with_margin = Rect { width: body.width + 2, ..body };
    detail::more_below(meeting.page.lines.len(), meeting.scroll, frame, with_margin);
    footer::draw(model, frame, rect(parts.footer));
}

/// Which item it is and what one will do at it; at the right the time to speak and the time gone by.
fn draw_first_line(model: &Model, meeting: &Meeting, frame: &mut Frame<'_>, area: Rect) {
    let width = usize::from(area.width);
    let page = &meeting.page;
    let (place, count) = meeting.place();
    let mut left = vec![Span::styled(format!("{place}/{count}"), styles::accent())];
    let words = &model.words().files;
    if page.is_gone {
        left.push(Span::styled((words.fate)(Fate::Gone), styles::warning()));
    }
    if !page.markings.is_empty() {
        left.push(Span::styled(page.markings.join(", "), styles::warning()));
    }
    if let Some(intent) = page.intent {
        let intent = (model.words().own.intent)(intent).to_uppercase();
        left.push(Span::styled(intent, styles::own().patch(styles::strong())));
    }
    let seconds = usize::try_from(meeting.seconds()).unwrap_or(usize::MAX);
    let mut right = vec![Span::styled(clock(seconds), styles::strong())];
    // What says least goes first where there is no room for all.
    let room = |left: &[Span<'_>], right: &[Span<'_>]| {
        let parts = left.iter().chain(right);
        width.checked_sub(parts.map(|part| part.width() + GAP.width()).sum::<usize>())
    };
    if let Some(estimate) = page.estimate {
        let said = to_say(model, estimate, area.width >= NAMED_FROM);
        if room(&left, &right).is_some_and(|room| said.width() <= room) {
            right.insert(0, said);
        }
    }
    let room_left = room(&left, &right).unwrap_or(0);
    if let Some(gone) = left.get_mut(1).filter(|_| page.is_gone)
        && words.gone.width() <= room_left + gone.width()
    {
        gone.content = words.gone.into();
    }
    let whose = Span::styled(model.words().language, styles::quiet());
    if model.lang == Lang::En && room(&left, &right).is_some_and(|room| whose.width() <= room) {
        left.push(whose);
    }
    let right = Line::from(spaced(right));
    let end = u16::try_from(right.width()).unwrap_or(area.width).min(area.width);
    let start = Rect { width: area.width.saturating_sub(end + 1), ..area };
    frame.render_widget(Line::from(spaced(left)), start);
    frame.render_widget(right, Rect { x: area.x + area.width - end, width: end, ..area });
}

fn spaced(parts: Vec<Span<'_>>) -> Vec<Span<'_>> {
    let mut spaced = Vec::new();
    for part in parts {
        if !spaced.is_empty() {
            spaced.push(Span::raw(GAP));
        }
        spaced.push(part);
    }
    spaced
}

/// The time it takes to say it; where that is too long, beside the longest time.
fn to_say(model: &Model, estimate: Estimate, is_named: bool) -> Span<'static> {
    let name = if is_named { format!("{} ", model.words().meeting.to_say) } else { String::new() };
    let time = format!("{} {}", model.words().meeting.about, clock(estimate.seconds));
    let (said, style) = match estimate.passed {
        Some(limit) => (format!("{name}{time} > {}", clock(limit)), styles::warning()),
        None => (format!("{name}{time}"), styles::quiet()),
    };
    Span::styled(said, style)
}

fn clock(seconds: usize) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
