//! Cards and lists as lines of plain text.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::app::flow::{flow, plain};
use crate::card::Card;

/// Columns of a printed card: what fits a mail on a phone.
pub const WIDTH: usize = 80;

/// Writes to standard output.
///
/// # Errors
/// When it cannot be written.
pub fn out(text: &str) -> io::Result<()> {
    io::stdout().lock().write_all(text.as_bytes())
}

/// Writes to standard error.
///
/// # Errors
/// When it cannot be written.
pub fn err(text: &str) -> io::Result<()> {
    io::stderr().lock().write_all(text.as_bytes())
}

/// Writes a card in lines.
///
/// # Errors
/// When it cannot be written.
pub fn card(card: &Card, out: &mut impl Write) -> io::Result<()> {
    out.write_all(plain(&flow(card, WIDTH)).as_bytes())
}

/// Writes rows of cells in columns, the last one as wide as it is.
///
/// # Errors
/// When it cannot be written.
pub fn columns(rows: &[Vec<String>], out: &mut impl Write) -> io::Result<()> {
    aligned(rows).iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// Rows of cells as lines in columns, the last one as wide as it is.
pub fn aligned(rows: &[Vec<String>]) -> Vec<String> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width_of = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max();
    let widths: Vec<usize> = (0..count).map(|column| width_of(column).unwrap_or(0)).collect();
    let line = |row: &Vec<String>| {
        let fill =
            |(cell, width): (&String, &usize)| format!("{cell}{}", " ".repeat(width.saturating_sub(cell.width()) + 2));
        row.iter().zip(&widths).map(fill).collect::<String>().trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}
