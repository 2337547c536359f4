//! A point of a list: a dash, a quiet lead, its text below itself.

use unicode_width::UnicodeWidthStr;

use super::{FlowLine, Piece, Tone, piece, wrapped};

/// Before each point.
pub const DASH: &str = "– ";

/// A point in lines of at most `width` columns.
#[must_use]
pub fn point(dash: &str, lead: &str, text: &str, tone: Tone, width: usize) -> Vec<FlowLine> {
    let lead = if lead.is_empty() { String::new() } else { format!("{lead} ") };
    let mut lines = hanging((dash, tone), &format!("{lead}{text}"), tone, width);
    // The lead is taken out of its line again; one that is broken over two stays as it is.
    let first = lines.first_mut().filter(|_| !lead.is_empty());
    let last = first.and_then(|line| line.pieces.pop().map(|last| (line, last)));
    if let Some((line, last)) = last {
        match last.text.strip_prefix(lead.trim_end()) {
            Some(rest) => {
                let pieces = [(lead.trim_end().to_owned(), Tone::Label), (rest.to_owned(), tone)];
                line.pieces.extend(pieces.map(piece));
            }
            None => line.pieces.push(last),
        }
    }
    lines
}

/// A lead, then the text in a column of its own beside it.
#[must_use]
pub fn hanging(lead: (&str, Tone), text: &str, tone: Tone, width: usize) -> Vec<FlowLine> {
    let indent = lead.0.width();
    let line = |(index, part): (usize, String)| {
        let before = if index == 0 { lead.0.to_owned() } else { " ".repeat(indent) };
        let pieces: Vec<Piece> =
            [(before, lead.1), (part, tone)].into_iter().filter(|(text, _)| !text.is_empty()).map(piece).collect();
        FlowLine { pieces, link: None }
    };
    wrapped(text, width.saturating_sub(indent)).into_iter().enumerate().map(line).collect()
}
