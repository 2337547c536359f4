//! Cards and lists as lines of plain text; all of it in ASCII where that is asked for.

use std::io::{self, IsTerminal, Write};

use unicode_width::UnicodeWidthStr;

use super::args::Args;
use crate::app::ascii;
use crate::app::flow::{flow, plain};
use crate::app::look::{Decided, Flags, Look, Origin, Wishes};
use crate::card::Card;
use crate::store::paths;

/// Columns of a printed card: what fits a mail on a phone.
pub const WIDTH: usize = 80;

/// Writes to standard error: on a terminal as the terminal can show it. Without arguments, as the environment has it.
///
/// # Errors
/// When it cannot be written.
pub fn err(args: Option<&Args>, text: &str) -> io::Result<()> {
    let decided = args.map_or_else(|| Look::decide(Flags::default(), Wishes::default(), paths::variable), Args::look);
    said(io::stderr().lock(), decided, text)
}

/// Writes words: in ASCII where that was asked for, and on a terminal that can show no more.
///
/// # Errors
/// When they cannot be written.
pub fn said(mut to: impl Write + IsTerminal, look: Decided, text: &str) -> io::Result<()> {
    let folded = is_folded(&to, look).then(|| ascii::text(text));
    to.write_all(folded.as_deref().unwrap_or(text).as_bytes())
}

/// Whether words are put into ASCII on their way: what goes into a file or another program is as it is, unless it is asked
/// for otherwise.
pub fn is_folded(to: &impl IsTerminal, look: Decided) -> bool {
    look.is_ascii == (true, Origin::Flag) || (to.is_terminal() && look.is_ascii.0)
}

/// A writer that puts words into ASCII, line by line.
pub struct Ascii<W: Write> {
    inner: W,
    /// A line that has no end yet.
    line: Vec<u8>,
}

impl<W: Write> Ascii<W> {
    /// A writer on top of another.
    pub fn new(inner: W) -> Self {
        Self { inner, line: Vec::new() }
    }

    fn pass(&mut self, end: usize) -> io::Result<()> {
        let whole: Vec<u8> = self.line.drain(..end).collect();
        self.inner.write_all(ascii::text(&String::from_utf8_lossy(&whole)).as_bytes())
    }
}

impl<W: Write> Write for Ascii<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.line.extend_from_slice(bytes);
        let end = self.line.iter().rposition(|byte| *byte == b'\n').map_or(0, |last| last + 1);
        self.pass(end)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.pass(self.line.len())?;
        self.inner.flush()
    }
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
