//! Text fitted into cells: cut, padded, with its matches marked.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

use super::frame::Frame;
use super::styles;
use crate::app::cut::stands_alone;
pub use crate::app::cut::{told_apart, truncated};
use crate::app::flow::wrapped;

/// `text` filled up with blanks to `width` columns.
pub fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// `text` in spans, with `matches` marked on top of `style`.
pub fn marked(text: &str, matches: &[Range<usize>], style: Style) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    let mut done = 0;
    let mut add = |range: Range<usize>, style: Style| {
        if let Some(part) = text.get(range).filter(|part| !part.is_empty()) {
            spans.push(Span::styled(part.to_owned(), style));
        }
    };
    for range in matches {
        add(done..range.start, style);
        add(range.clone(), style.patch(styles::matched()));
        done = range.end;
    }
    add(done..text.len(), style);
    spans
}

/// Draws a line from the left, as far as there is room: what ratatui draws, several times as fast.
///
/// It asks of every letter what belongs to it and how wide that is, and a frame is full of letters and blanks where nothing
/// is to be asked.
pub fn put(frame: &mut Frame<'_>, line: &Line<'_>, place: Rect) {
    let buffer = frame.buffer_mut();
    let place = place.intersection(buffer.area);
    if place.is_empty() {
        return;
    }
    buffer.set_style(place, line.style);
    let mut rest = place;
    for span in &line.spans {
        let width = if span.content.chars().all(stands_alone) {
            let start = usize::from(rest.y) * usize::from(buffer.area.width) + usize::from(rest.x);
            let cells = buffer.content.iter_mut().skip(start).take(rest.width.into());
            cells.zip(span.content.chars()).fold(0, |width, (cell, letter)| {
                cell.set_char(letter).set_style(span.style);
                width + 1
            })
        } else {
            span.render(rest, buffer);
            u16::try_from(span.width()).unwrap_or(u16::MAX).min(rest.width)
        };
        rest = Rect { x: rest.x + width, width: rest.width - width, ..rest };
    }
}

/// Draws what stands in the place of a list with nothing in it, in as many lines as it takes.
pub fn put_sentence(frame: &mut Frame<'_>, sentence: &str, area: Rect) {
    let lines = wrapped(sentence, usize::from(area.width).saturating_sub(INDENT));
    for (line, place) in lines.into_iter().zip(area.rows()) {
        put(frame, &Line::styled(format!("{:INDENT$}{line}", ""), styles::quiet()), place);
    }
}

/// Columns before a line that stands in the place of a list.
const INDENT: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthChar;

    #[test]
    fn a_line_is_drawn_as_ratatui_draws_it() {
        let letters = ('\0'..='\u{2fff}').filter(|letter| stands_alone(*letter));
        assert!(letters.clone().all(|letter| letter.width() == Some(1)));
        let of = |texts: &[&str]| {
            Line::from(texts.iter().map(|text| Span::styled((*text).to_owned(), styles::accent())).collect::<Vec<_>>())
        };
        let lines = [
            of(&["Droša ", "savienotība", "   ", "2025–2030"]),
            of(&["a\u{304}", "\u{304}b", "日本", "x"]),
            of(&["„日", "本” ", "👩‍🔬", "ļoti garš teksts"]),
            of(&["▸", "", "→ Ω"]).style(styles::selected()),
        ];
        let drawn = |draw: &dyn Fn(&mut Frame<'_>, &Line<'_>, Rect)| {
            crate::ui::drawn((20, 60), |frame| {
                for (place, width) in frame.area().rows().zip(0_u16..) {
                    lines.iter().skip(usize::from(width % 4)).take(1).for_each(|line| {
                        draw(frame, line, Rect { x: 2, width: width / 3, ..place });
                    });
                }
            })
        };
        assert_eq!(drawn(&put), drawn(&|frame, line, place| frame.render_widget(line, place)));
    }

    #[test]
    fn marking_loses_no_letter() {
        let spans = marked("Droša savienotība", &[0..6, 7..11], styles::plain());
        let text: String = spans.iter().map(|span| span.content.as_ref()).collect();
        assert_eq!(text, "Droša savienotība");
        assert_eq!(spans.len(), 4);
    }
}
