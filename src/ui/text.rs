//! Text fitted into cells: cut, padded, with its matches marked.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

use super::styles;
pub use crate::app::cut::{told_apart, truncated};

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marking_loses_no_letter() {
        let spans = marked("Droša savienotība", &[0..6, 7..11], styles::plain());
        let text: String = spans.iter().map(|span| span.content.as_ref()).collect();
        assert_eq!(text, "Droša savienotība");
        assert_eq!(spans.len(), 4);
    }
}
