//! How a letter looks, and the shortest way to say so: SGR only where something changes, all of it in one sequence.

use std::fmt::Write as _;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// What shows where there is no letter.
const ON_BLANK: Modifier =
    Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT).union(Modifier::SLOW_BLINK);

/// Each way a letter may look, the number that says so, and the one that takes it back.
const WAYS: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// How the terminal shows the next letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pen {
    front: Color,
    back: Color,
    ways: Modifier,
}

impl Pen {
    /// The pen for a cell, when this one is in hand: whatever does not show on a blank stays as it is.
    pub fn for_cell(self, cell: &Cell) -> Self {
        let asked = Self { front: cell.fg, back: cell.bg, ways: cell.modifier };
        let is_blank = cell.symbol() == " " && !asked.ways.intersects(ON_BLANK);
        if is_blank && self.back == asked.back && !self.ways.intersects(ON_BLANK) { self } else { asked }
    }

    /// Whether a blank of it is the same as nothing.
    pub fn leaves_nothing(self) -> bool {
        self.back == Color::Reset && !self.ways.intersects(ON_BLANK)
    }

    /// Puts down this pen and takes `next`: writes what says so, if anything is to be said.
    pub fn change(self, next: Self, out: &mut Vec<u8>) {
        if self == next {
            return;
        }
        let onward = self.parameters_to(next);
        let anew = Self::default().parameters_to(next);
        let anew = if anew.is_empty() { anew } else { format!(";{anew}") };
        let shorter = if anew.len() < onward.len() { anew } else { onward };
        out.extend_from_slice(b"\x1b[");
        out.extend_from_slice(shorter.as_bytes());
        out.push(b'm');
    }

    /// How many bytes that takes.
    pub fn cost(self, next: Self) -> usize {
        let mut bytes = Vec::new();
        self.change(next, &mut bytes);
        bytes.len()
    }

    /// The numbers that lead from this pen to `next`, between semicolons.
    fn parameters_to(self, next: Self) -> String {
        let mut text = String::new();
        let mut add = |parameter: &str| {
            if !text.is_empty() {
                text.push(';');
            }
            text.push_str(parameter);
        };
        let mut ways = self.ways;
        for (way, _, end) in WAYS {
            if ways.contains(way) && !next.ways.contains(way) {
                add(&end.to_string());
                // One number takes back two ways.
                WAYS.iter().filter(|(_, _, other)| *other == end).for_each(|(way, ..)| ways.remove(*way));
            }
        }
        for (way, start, _) in WAYS {
            if next.ways.contains(way) && !ways.contains(way) {
                add(&start.to_string());
            }
        }
        if self.front != next.front {
            add(&colour(next.front, 30));
        }
        if self.back != next.back {
            add(&colour(next.back, 40));
        }
        text
    }
}

/// A colour as a parameter; the foreground counts from 30, the background from 40.
fn colour(colour: Color, from: u8) -> String {
    let mut text = String::new();
    let done = match colour {
        Color::Reset => write!(text, "{}", from + 9),
        Color::Indexed(index) => write!(text, "{};5;{index}", from + 8),
        Color::Rgb(red, green, blue) => write!(text, "{};2;{red};{green};{blue}", from + 8),
        named => {
            let number = number(named);
            write!(text, "{}", if number < 8 { from + number } else { from + 60 + number - 8 })
        }
    };
    debug_assert!(done.is_ok(), "a string takes all that is written");
    text
}

/// The number of a colour among the 16.
fn number(colour: Color) -> u8 {
    match colour {
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Black | Color::Reset | Color::Indexed(_) | Color::Rgb(..) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pen(front: Color, ways: Modifier) -> Pen {
        Pen { front, ways, ..Pen::default() }
    }

    #[test]
    fn the_shortest_way_to_another_pen_is_taken() {
        let (plain, reset) = (Pen::default(), Color::Reset);
        for (from, to, said) in [
            (plain, plain, ""),
            (pen(Color::Cyan, Modifier::BOLD | Modifier::REVERSED), plain, "\x1b[m"),
            (pen(Color::Cyan, Modifier::BOLD), pen(reset, Modifier::BOLD), "\x1b[39m"),
            (pen(reset, Modifier::BOLD), pen(reset, Modifier::DIM), "\x1b[;2m"),
            (pen(reset, Modifier::BOLD | Modifier::DIM), pen(reset, Modifier::DIM), "\x1b[;2m"),
            (plain, pen(Color::Yellow, Modifier::BOLD | Modifier::UNDERLINED), "\x1b[1;4;33m"),
            (pen(Color::Red, Modifier::UNDERLINED), pen(Color::Red, Modifier::empty()), "\x1b[24m"),
            (plain, pen(Color::LightBlue, Modifier::empty()), "\x1b[94m"),
            (plain, pen(Color::Indexed(245), Modifier::empty()), "\x1b[38;5;245m"),
            (plain, Pen { back: Color::Rgb(1, 2, 3), ..plain }, "\x1b[48;2;1;2;3m"),
        ] {
            let mut out = Vec::new();
            from.change(to, &mut out);
            assert_eq!(String::from_utf8_lossy(&out), said, "{from:?} to {to:?}");
        }
    }

    #[test]
    fn on_a_blank_only_what_shows_there_is_changed() {
        let held = pen(Color::Cyan, Modifier::BOLD);
        assert_eq!(held.for_cell(&Cell::new(" ")), held);
        assert_eq!(held.for_cell(&Cell::new("a")), Pen::default());
        let mut reversed = Cell::new(" ");
        reversed.modifier = Modifier::REVERSED;
        assert_eq!(held.for_cell(&reversed), pen(Color::Reset, Modifier::REVERSED));
        assert_eq!(pen(Color::Cyan, Modifier::REVERSED).for_cell(&Cell::new(" ")), Pen::default());
    }
}
