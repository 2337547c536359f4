//! Turns frames into bytes for the terminal, in as few as a far line wishes.
//!
//! It remembers what the terminal shows. So it goes on over letters that stay where that is shorter than a jump, clears
//! the rest of a line instead of writing blanks, and says how letters look only where that changes. It sends no sequence
//! that tmux, screen and the Linux console do not know, and no question.

mod pen;
mod short;
#[cfg(test)]
mod tests;
mod way;

use std::{iter, mem};

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Rect};

use crate::ui::Frame;
use pen::Pen;

/// Blanks that are cheaper written than cleared.
const FEW: u16 = 3;
/// Plain letters, and an empty screen with the cursor in its corner.
const CLEAR: &[u8] = b"\x1b[m\x1b[H\x1b[J";
const SHOW_CURSOR: &[u8] = b"\x1b[?25h";
const HIDE_CURSOR: &[u8] = b"\x1b[?25l";

/// What a screen of unknown contents shows is found out by clearing it with the first frame.
#[derive(Default)]
pub struct Painter {
    /// What the terminal shows; the second half of a wide letter is a blank. None of it where it is to be cleared first.
    shown: Buffer,
    /// Room for the next frame.
    next: Buffer,
    pen: Pen,
    /// Where the next letter goes; in the column behind the last one, the terminal waits with going on to the next row.
    /// None where it is not known.
    cursor: Option<Position>,
    is_cursor_shown: Option<bool>,
}

impl Painter {
    /// Takes nothing for known any more: the next frame is drawn whole, on a cleared screen.
    pub fn forget(&mut self) {
        self.shown = Buffer::default();
    }

    /// Draws a frame for a terminal of so many columns and rows; gives what is to be sent to it, which may be nothing.
    pub fn draw(&mut self, size: (u16, u16), view: impl FnOnce(&mut Frame<'_>)) -> Vec<u8> {
        let mut out = Vec::new();
        let area = Rect::from((Position::ORIGIN, size.into()));
        if self.shown.area != area {
            self.forget();
            (self.pen, self.cursor, self.is_cursor_shown) = (Pen::default(), Some(Position::ORIGIN), None);
            out.extend_from_slice(CLEAR);
        }
        if self.next.area == area {
            self.next.reset();
        } else {
            self.next = Buffer::empty(area);
        }
        let mut frame = Frame::new(&mut self.next);
        view(&mut frame);
        let cursor = frame.cursor();
        self.write_frame(&mut out);
        self.place_cursor(cursor, &mut out);
        out
    }

    /// Writes what is different in the next frame, which is what is shown then.
    fn write_frame(&mut self, out: &mut Vec<u8>) {
        let (mut next, shown) = (mem::take(&mut self.next), mem::take(&mut self.shown));
        let width = usize::from(next.area.width).max(1);
        let (blank, mut columns) = (vec![Cell::EMPTY; width], Vec::new());
        // On a cleared screen every row is blank.
        let shown_rows = shown.content.chunks(width).chain(iter::repeat(blank.as_slice()));
        for ((y, row), before) in (0..).zip(next.content.chunks_mut(width)).zip(shown_rows) {
            columns.clear();
            find_changes(before, row, &mut columns);
            if !columns.is_empty() {
                self.write_cells(y, row, &columns, out);
            }
        }
        (self.shown, self.next) = (next, shown);
    }

    /// Shows the cursor there, or hides it.
    fn place_cursor(&mut self, place: Option<Position>, out: &mut Vec<u8>) {
        if self.is_cursor_shown.replace(place.is_some()) != Some(place.is_some()) {
            out.extend_from_slice(if place.is_some() { SHOW_CURSOR } else { HIDE_CURSOR });
        }
        if let Some(place) = place.filter(|place| self.cursor != Some(*place)) {
            out.extend_from_slice(way::between(self.cursor, place, self.shown.area.width).bytes());
            self.cursor = Some(place);
        }
    }

    /// Writes the changed columns of a row, from left to right.
    fn write_cells(&mut self, y: u16, row: &[Cell], changed: &[u16], out: &mut Vec<u8>) {
        let cell = |x: u16| row.get(usize::from(x)).unwrap_or(&Cell::EMPTY);
        let is_clear = |x: u16| is_clear(row, x);
        let width = u16::try_from(row.len()).unwrap_or(u16::MAX);
        let blank_from = (0..width).rev().find(|x| !is_clear(*x)).map_or(0, |x| x + 1);
        let mut rest = changed;
        while let [x, ..] = *rest {
            let last = rest.last().copied().unwrap_or(x);
            if x >= blank_from && last - x >= FEW {
                self.go(self.nearest_clear(x, y, row), y, row, out);
                self.take(self.pen.for_cell(&Cell::EMPTY), out);
                out.extend_from_slice(b"\x1b[K");
                return;
            }
            let clear_to = (x..width).find(|x| !is_clear(*x)).unwrap_or(width);
            let (cleared, after) = rest.split_at(rest.partition_point(|x| *x < clear_to));
            let end = cleared.last().map_or(x, |last| last + 1);
            // Clearing leaves the cursor where it is, so that what follows at once needs a jump besides.
            let needed = if after.first().is_some_and(|next| next - end <= FEW) { 3 * FEW } else { 2 * FEW };
            if end - x > needed {
                let start = self.nearest_clear(x, y, row);
                self.go(start, y, row, out);
                self.take(self.pen.for_cell(&Cell::EMPTY), out);
                out.extend_from_slice(format!("\x1b[{}X", end - start).as_bytes());
                rest = after;
                continue;
            }
            self.go(x, y, row, out);
            self.put(cell(x), out);
            rest = rest.get(1..).unwrap_or_default();
        }
    }

    /// Where to begin with clearing from a column on: what is clear before it may be cleared again, if that is nearer.
    fn nearest_clear(&self, x: u16, y: u16, row: &[Cell]) -> u16 {
        let width = u16::try_from(row.len()).unwrap_or(u16::MAX);
        let way = |x: &u16| way::between(self.cursor, Position { x: *x, y }, width).len();
        let first = (0..x).rev().take_while(|x| is_clear(row, *x)).last().unwrap_or(x);
        let at = self.cursor.map_or(first, |cursor| cursor.x.clamp(first, x));
        [x, at, first].into_iter().min_by_key(way).unwrap_or(x)
    }

    fn take(&mut self, pen: Pen, out: &mut Vec<u8>) {
        out.extend_from_slice(self.pen.change(pen).bytes());
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
        let jump = way::between(self.cursor, target, u16::try_from(row.len()).unwrap_or(u16::MAX));
        let Some(cell) = row.get(usize::from(x)) else { return };
        // What it takes to the letter itself counts as well.
        let cost = |way: &[u8], pen: Pen| way.len() + pen.change(pen.for_cell(cell)).len();
        let most = cost(jump.bytes(), self.pen);
        let near =
            |from: &Position| from.y == y && from.x < x && usize::from(x - from.x) <= most && !is_half(row, from.x);
        let between = self.cursor.filter(near).and_then(|from| row.get(usize::from(from.x)..usize::from(x)));
        if let Some(between) = between.filter(|between| between.iter().all(is_simple)) {
            let mut way = Vec::new();
            let mut pen = self.pen;
            for cell in between {
                let next = pen.for_cell(cell);
                way.extend_from_slice(pen.change(next).bytes());
                way.extend_from_slice(cell.symbol().as_bytes());
                pen = next;
            }
            if cost(&way, pen) <= most {
                out.extend_from_slice(&way);
                (self.pen, self.cursor) = (pen, Some(target));
                return;
            }
        }
        out.extend_from_slice(jump.bytes());
        self.cursor = Some(target);
    }
}

/// The columns in which a row is to be written anew, in order; frees the second halves of its wide letters.
///
/// What a terminal leaves of a wide letter when one half of it goes is its own affair: the other half is written.
fn find_changes(before: &[Cell], row: &mut [Cell], columns: &mut Vec<u16>) {
    let mut x = 0;
    // The column that has lost its other half.
    let mut torn = None;
    while let (Some(was), Some(cell)) = (before.get(x), row.get(x)) {
        let (was_wide, is_wide) = (is_wide(was), is_wide(cell));
        let is_changed = was != cell;
        if is_changed || torn == Some(x) {
            columns.extend(u16::try_from(x));
        }
        if is_changed && was_wide {
            torn = Some(x + 1);
        }
        if is_wide {
            if is_changed && before.get(x + 1).is_some_and(self::is_wide) {
                torn = Some(x + 2);
            }
            row.iter_mut().skip(x + 1).take(1).for_each(Cell::reset);
            x += 1;
        }
        x += 1;
    }
}

/// Whether a cell shows nothing at all.
fn is_nothing(cell: &Cell) -> bool {
    cell.symbol() == " " && Pen::default().for_cell(cell).leaves_nothing()
}

/// Whether a column shows nothing and is no half of a letter.
fn is_clear(row: &[Cell], x: u16) -> bool {
    is_nothing(row.get(usize::from(x)).unwrap_or(&Cell::EMPTY)) && !is_half(row, x)
}

/// Whether all terminals take a cell for one column.
fn is_simple(cell: &Cell) -> bool {
    let symbol = cell.symbol();
    symbol.len() == 1 || (symbol.chars().nth(1).is_none() && cell.cell_width() == 1)
}

/// Whether a column is the second half of a wide letter.
fn is_half(row: &[Cell], x: u16) -> bool {
    x.checked_sub(1).and_then(|before| row.get(usize::from(before))).is_some_and(is_wide)
}

fn is_wide(cell: &Cell) -> bool {
    // None of fewer bytes is: most letters are not even asked.
    cell.symbol().len() > 2 && cell.cell_width() > 1
}
