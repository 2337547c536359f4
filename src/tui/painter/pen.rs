//! How a letter looks, and the shortest way to say so: SGR only where something changes, all of it in one sequence.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::short::Short;

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

    /// What says that this pen is put down and `next` taken; nothing where they are the same.
    pub fn change(self, next: Self) -> Short {
        if self == next {
            return Short::default();
        }
        let onward = self.parameters_to(next);
        let anew = Self::default().parameters_to(next);
        // Nothing before the first semicolon takes everything back.
        let anew = if anew.len() == 0 { anew } else { Short::default().byte(b';').then(&anew) };
        let shorter = if anew.len() < onward.len() { anew } else { onward };
        Short::default().byte(0x1b).byte(b'[').then(&shorter).byte(b'm')
    }

    /// The numbers that lead from this pen to `next`, between semicolons.
    fn parameters_to(self, next: Self) -> Short {
        let mut text = Short::default();
        let mut ways = self.ways;
        if ways != next.ways {
            for (way, _, end) in WAYS {
                if ways.contains(way) && !next.ways.contains(way) {
                    text = text.parameter(end.into());
                    // One number takes back two ways.
                    WAYS.iter().filter(|(_, _, other)| *other == end).for_each(|(way, ..)| ways.remove(*way));
                }
            }
            for (way, start, _) in WAYS {
                if next.ways.contains(way) && !ways.contains(way) {
                    text = text.parameter(start.into());
                }
            }
        }
        if self.front != next.front {
            text = colour(text, next.front, 30);
        }
        if self.back != next.back {
            text = colour(text, next.back, 40);
        }
        text
    }
}

/// A colour as parameters; the foreground counts from 30, the background from 40.
fn colour(text: Short, colour: Color, from: u16) -> Short {
    let long = |kind: u16| text.parameter(from + 8).parameter(kind);
    match colour {
        Color::Reset => text.parameter(from + 9),
        Color::Indexed(index) => long(5).parameter(index.into()),
        Color::Rgb(red, green, blue) => {
            [red, green, blue].into_iter().fold(long(2), |text, part| text.parameter(part.into()))
        }
        named => {
            let number = number(named);
            text.parameter(if number < 8 { from + number } else { from + 60 + number - 8 })
        }
    }
}

/// The number of a colour among the 16.
fn number(colour: Color) -> u16 {
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
            assert_eq!(String::from_utf8_lossy(from.change(to).bytes()), said, "{from:?} to {to:?}");
        }
    }

    #[test]
    fn there_is_room_for_the_longest_change() {
        let colour = Color::Rgb(255, 255, 255);
        let (from, to) = (Modifier::empty(), Modifier::all());
        let length = Pen { ways: from, ..Pen::default() }.change(Pen { front: colour, back: colour, ways: to }).len();
        assert_eq!(length, "\x1b[1;2;3;4;5;6;7;8;9;38;2;255;255;255;48;2;255;255;255m".len());
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
