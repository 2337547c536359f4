//! What ratatui draws, in as few bytes as a far line wishes.
//!
//! It remembers what the terminal shows. So it goes on over letters that stay where that is shorter than a jump, clears
//! the rest of a line instead of writing blanks, and says how letters look only where that changes. It sends no sequence
//! that tmux, screen and the Linux console do not know, and no question.

mod pen;
#[cfg(test)]
mod tests;
mod way;

use std::cell::Cell as Known;
use std::io::{self, Write};

use ratatui::backend::{self, ClearType, WindowSize};
use ratatui::buffer::{Cell, CellWidth};
use ratatui::layout::{Position, Size};

use pen::Pen;
use way::{NEAR, Way};

/// A writer to a terminal whose size is known.
pub trait Wire: Write {
    /// Columns and rows.
    ///
    /// # Errors
    /// When the terminal does not say.
    fn size(&self) -> io::Result<(u16, u16)>;
}

/// Blanks that are cheaper written than cleared.
const FEW: u16 = 3;

/// What a terminal for the screen is drawn through.
pub struct Backend<W> {
    wire: W,
    /// Columns and rows as last asked for: ratatui draws for these.
    size: Known<Size>,
    /// What the terminal shows, row by row; the second half of a wide letter is a blank.
    shown: Vec<Cell>,
    width: u16,
    pen: Pen,
    /// Where the next letter goes; in the column behind the last one, the terminal waits with going on to the next row.
    /// None where it is not known.
    cursor: Option<Position>,
    is_cursor_shown: Option<bool>,
}

impl<W: Wire> Backend<W> {
    /// A backend for a terminal of which nothing is known: ratatui is to clear it first.
    ///
    /// # Errors
    /// When the size is not to be had.
    pub fn new(wire: W) -> io::Result<Self> {
        let size = Known::new(wire.size()?.into());
        let (shown, pen) = (Vec::new(), Pen::default());
        Ok(Self { wire, size, shown, width: 0, pen, cursor: None, is_cursor_shown: None })
    }

    /// The place of a cell among those shown.
    fn index(&self, x: u16, y: u16) -> Option<usize> {
        let index = usize::from(y) * usize::from(self.width) + usize::from(x);
        (x < self.width && index < self.shown.len()).then_some(index)
    }

    /// Notes that the terminal is to show `cell`; adds the columns that have to be written to `changed`.
    fn note(&mut self, x: u16, y: u16, cell: &Cell, changed: &mut Vec<u16>) {
        let Some(index) = self.index(x, y) else { return };
        let Some(before) = self.shown.get_mut(index) else { return };
        let (was_wide, is_wide) = (is_wide(before), is_wide(cell));
        before.clone_from(cell);
        if changed.last() != Some(&x) {
            changed.push(x);
        }
        // What a terminal leaves of a wide letter when one half of it goes is its own affair: the other half is written.
        let Some(beside) = self.index(x + 1, y).and_then(|index| self.shown.get_mut(index)) else { return };
        if is_wide {
            let has_half_beyond = self::is_wide(beside);
            beside.reset();
            if has_half_beyond {
                changed.push(x + 2);
            }
        } else if was_wide {
            changed.push(x + 1);
        }
    }

    /// Writes the changed columns of a row, from left to right.
    fn write_row(&mut self, y: u16, changed: &[u16], out: &mut Vec<u8>) {
        let Some(start) = self.index(0, y) else { return };
        // Taken out, so that the row can be read while pen and cursor move.
        let shown = std::mem::take(&mut self.shown);
        if let Some(row) = shown.get(start..start + usize::from(self.width)) {
            self.write_cells(y, row, changed, out);
        }
        self.shown = shown;
    }

    fn write_cells(&mut self, y: u16, row: &[Cell], changed: &[u16], out: &mut Vec<u8>) {
        let cell = |x: u16| row.get(usize::from(x)).unwrap_or(&Cell::EMPTY);
        let is_half = |x: u16| x > 0 && is_wide(cell(x - 1));
        let is_clear = |x: u16| is_nothing(cell(x)) && !is_half(x);
        let blank_from = (0..self.width).rev().find(|x| !is_clear(*x)).map_or(0, |x| x + 1);
        let mut rest = changed;
        while let [x, ..] = *rest {
            let last = rest.last().copied().unwrap_or(x);
            if x >= blank_from && last - x >= FEW {
                self.go(x, y, row, out);
                self.take(self.pen.for_cell(&Cell::EMPTY), out);
                out.extend_from_slice(b"\x1b[K");
                return;
            }
            let clear_to = (x..self.width).find(|x| !is_clear(*x)).unwrap_or(self.width);
            let (cleared, after) = rest.split_at(rest.partition_point(|x| *x < clear_to));
            let end = cleared.last().map_or(x, |last| last + 1);
            // Clearing leaves the cursor where it is, so that what follows at once needs a jump besides.
            let needed = if after.first().is_some_and(|next| next - end <= FEW) { 3 * FEW } else { 2 * FEW };
            if end - x > needed {
                self.go(x, y, row, out);
                self.take(self.pen.for_cell(&Cell::EMPTY), out);
                out.extend_from_slice(format!("\x1b[{}X", end - x).as_bytes());
                rest = after;
                continue;
            }
            if !is_half(x) {
                self.go(x, y, row, out);
                self.put(cell(x), out);
            }
            rest = rest.get(1..).unwrap_or_default();
        }
    }

    fn take(&mut self, pen: Pen, out: &mut Vec<u8>) {
        self.pen.change(pen, out);
        self.pen = pen;
    }

    /// Writes a cell where the cursor is.
    fn put(&mut self, cell: &Cell, out: &mut Vec<u8>) {
        self.take(self.pen.for_cell(cell), out);
        out.extend_from_slice(cell.symbol().as_bytes());
        let next = |at: Position| Position { x: at.x + 1, ..at };
        // Terminals do not agree on the width of much else.
        self.cursor = self.cursor.filter(|_| is_simple(cell)).map(next);
    }

    /// Moves to a cell that is to be written, over what stands before it where that is shorter.
    fn go(&mut self, x: u16, y: u16, row: &[Cell], out: &mut Vec<u8>) {
        let target = Position { x, y };
        if self.cursor == Some(target) {
            return;
        }
        let jump = Way::between(self.cursor, target, self.width);
        let between = self.cursor.filter(|from| from.y == y && from.x < x && x - from.x <= NEAR);
        let between = between.and_then(|from| row.get(usize::from(from.x)..usize::from(x)));
        if let (Some(between), Some(cell)) = (between, row.get(usize::from(x)))
            && between.iter().all(is_simple)
        {
            let mut way = Vec::new();
            let mut pen = self.pen;
            for cell in between {
                let next = pen.for_cell(cell);
                pen.change(next, &mut way);
                way.extend_from_slice(cell.symbol().as_bytes());
                pen = next;
            }
            // What it takes to the letter itself counts as well.
            let cost = |way: &[u8], pen: Pen| {
                let mut way = way.to_vec();
                pen.change(pen.for_cell(cell), &mut way);
                way.len()
            };
            if cost(&way, pen) <= cost(jump.bytes(), self.pen) {
                out.extend_from_slice(&way);
                (self.pen, self.cursor) = (pen, Some(target));
                return;
            }
        }
        out.extend_from_slice(jump.bytes());
        self.cursor = Some(target);
    }

    fn show(&mut self, is_shown: bool) -> io::Result<()> {
        if self.is_cursor_shown.replace(is_shown) == Some(is_shown) {
            return Ok(());
        }
        self.wire.write_all(if is_shown { b"\x1b[?25h" } else { b"\x1b[?25l" })
    }
}

impl<W: Wire> backend::Backend for Backend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let (mut out, mut changed) = (Vec::new(), Vec::new());
        let mut row = 0;
        for (x, y, cell) in content {
            if y != row {
                self.write_row(row, &changed, &mut out);
                changed.clear();
                row = y;
            }
            self.note(x, y, cell, &mut changed);
        }
        self.write_row(row, &changed, &mut out);
        self.wire.write_all(&out)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.show(false)
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.show(true)
    }

    /// Where it is as far as is known: the terminal is not asked.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if self.cursor == Some(position) {
            return Ok(());
        }
        let way = Way::between(self.cursor, position, self.width);
        self.cursor = Some(position);
        self.wire.write_all(way.bytes())
    }

    fn clear(&mut self) -> io::Result<()> {
        let Size { width, height } = self.size.get();
        self.shown = vec![Cell::EMPTY; usize::from(width) * usize::from(height)];
        self.width = width;
        (self.pen, self.cursor, self.is_cursor_shown) = (Pen::default(), Some(Position::ORIGIN), None);
        self.wire.write_all(b"\x1b[m\x1b[H\x1b[J")
    }

    fn clear_region(&mut self, _: ClearType) -> io::Result<()> {
        // On a whole screen ratatui asks for nothing less.
        self.clear()
    }

    fn size(&self) -> io::Result<Size> {
        self.size.set(self.wire.size()?.into());
        Ok(self.size.get())
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.wire.flush()
    }
}

/// Whether a cell shows nothing at all.
fn is_nothing(cell: &Cell) -> bool {
    cell.symbol() == " " && Pen::default().for_cell(cell).leaves_nothing()
}

/// Whether all terminals take a cell for one column.
fn is_simple(cell: &Cell) -> bool {
    let symbol = cell.symbol();
    symbol.len() == 1 || (symbol.chars().nth(1).is_none() && cell.cell_width() == 1)
}

fn is_wide(cell: &Cell) -> bool {
    cell.symbol().len() > 1 && cell.cell_width() > 1
}
