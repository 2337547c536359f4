//! The finished frame as the terminal can show it: in its colours, and in ASCII where it has nothing else.
//!
//! The styles are named in the 16 colours of the user's own terminal on a dark background; any other look is made of them
//! here, so that no part of the screen can be forgotten.

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::{Color, Modifier};

use crate::app::ascii;
use crate::app::look::{Background, Colours, Look};

/// The colours that take the place of the named ones; `quiet` that of letters at half strength, which some terminals
/// hardly show.
struct Scheme {
    cyan: Color,
    yellow: Color,
    green: Color,
    magenta: Color,
    quiet: Option<Color>,
}

/// Yellow, cyan and green cannot be read on white.
const LIGHT: Scheme =
    Scheme { cyan: Color::Blue, yellow: Color::Red, green: Color::Blue, magenta: Color::Magenta, quiet: None };

const MANY_ON_DARK: Scheme = Scheme {
    cyan: Color::Indexed(80),
    yellow: Color::Indexed(221),
    green: Color::Indexed(114),
    magenta: Color::Indexed(176),
    quiet: Some(Color::Indexed(246)),
};

const MANY_ON_LIGHT: Scheme = Scheme {
    cyan: Color::Indexed(25),
    yellow: Color::Indexed(130),
    green: Color::Indexed(28),
    magenta: Color::Indexed(90),
    quiet: Some(Color::Indexed(242)),
};

const TRUE_ON_DARK: Scheme = Scheme {
    cyan: Color::Rgb(0x6c, 0xd0, 0xd8),
    yellow: Color::Rgb(0xf0, 0xc8, 0x60),
    green: Color::Rgb(0x8c, 0xd0, 0x8c),
    magenta: Color::Rgb(0xd8, 0xa0, 0xd8),
    quiet: Some(Color::Rgb(0x9a, 0x9a, 0x98)),
};

const TRUE_ON_LIGHT: Scheme = Scheme {
    cyan: Color::Rgb(0x00, 0x5c, 0x9c),
    yellow: Color::Rgb(0x9a, 0x50, 0x00),
    green: Color::Rgb(0x1a, 0x78, 0x34),
    magenta: Color::Rgb(0x88, 0x20, 0x88),
    quiet: Some(Color::Rgb(0x66, 0x66, 0x66)),
};

const NONE: Scheme =
    Scheme { cyan: Color::Reset, yellow: Color::Reset, green: Color::Reset, magenta: Color::Reset, quiet: None };

impl Scheme {
    /// None where the named colours are meant as they are.
    fn of(look: Look) -> Option<&'static Self> {
        match (look.colours, look.background) {
            (Colours::None, _) => Some(&NONE),
            (Colours::Sixteen, Background::Dark) => None,
            (Colours::Sixteen, Background::Light) => Some(&LIGHT),
            (Colours::Many, Background::Dark) => Some(&MANY_ON_DARK),
            (Colours::Many, Background::Light) => Some(&MANY_ON_LIGHT),
            (Colours::True, Background::Dark) => Some(&TRUE_ON_DARK),
            (Colours::True, Background::Light) => Some(&TRUE_ON_LIGHT),
        }
    }

    fn colour(&self, cell: &mut Cell) {
        if let Some(quiet) = self.quiet
            && cell.modifier.contains(Modifier::DIM)
        {
            cell.modifier.remove(Modifier::DIM);
            if cell.fg == Color::Reset {
                cell.fg = quiet;
                return;
            }
        }
        cell.fg = match cell.fg {
            Color::Cyan => self.cyan,
            Color::Yellow => self.yellow,
            Color::Green => self.green,
            Color::Magenta => self.magenta,
            other => other,
        };
    }
}

/// Gives a finished frame its look.
pub fn dress(buffer: &mut Buffer, look: Look) {
    if let Some(scheme) = Scheme::of(look) {
        buffer.content.iter_mut().for_each(|cell| scheme.colour(cell));
    }
    if look.is_ascii {
        let width = usize::from(buffer.area.width).max(1);
        buffer.content.chunks_mut(width).for_each(fold);
    }
}

/// Puts a row into ASCII.
fn fold(row: &mut [Cell]) {
    for index in 0..row.len() {
        let (before, rest) = row.split_at_mut(index + 1);
        let Some(cell) = before.last_mut() else { continue };
        if matches!(cell.symbol().as_bytes(), [b' '..=b'~']) {
            continue;
        }
        let twin = ascii::column(cell.symbol());
        // The second half of a wide letter gets a sign of its own.
        for half in rest.iter_mut().take(usize::from(cell.cell_width()).saturating_sub(1)) {
            half.clone_from(cell);
            half.set_char(twin);
        }
        // Beside a word, the arrows would be taken for letters.
        if matches!(cell.symbol(), "↑" | "↓") {
            cell.modifier.insert(Modifier::REVERSED);
        }
        cell.set_char(twin);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn dressed(text: &str, style: Style, look: Look) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        buffer.set_string(0, 0, text, style);
        dress(&mut buffer, look);
        buffer
    }

    #[test]
    fn each_column_of_a_wide_letter_gets_a_sign() {
        let look = Look { is_ascii: true, ..Look::default() };
        let buffer = dressed("ā漢e\u{301}│👍!", Style::new().fg(Color::Cyan), look);
        let letters: String = buffer.content.iter().map(Cell::symbol).collect();
        assert_eq!(letters, "a??e|??!    ");
        assert!(buffer.content.iter().take(8).all(|cell| cell.fg == Color::Cyan));
    }

    #[test]
    fn without_colours_only_the_colours_go() {
        let look = Look { colours: Colours::None, ..Look::default() };
        for colour in [Color::Cyan, Color::Yellow, Color::Green, Color::Magenta] {
            let style = Style::new().fg(colour).add_modifier(Modifier::BOLD | Modifier::UNDERLINED);
            let cell = &dressed("a", style, look).content[0];
            assert_eq!((cell.fg, cell.modifier), (Color::Reset, Modifier::BOLD | Modifier::UNDERLINED));
        }
    }

    #[test]
    fn quiet_letters_have_a_colour_of_their_own_where_there_are_enough() {
        let quiet = Style::new().add_modifier(Modifier::DIM);
        for (colours, fg, modifier) in
            [(Colours::Sixteen, Color::Reset, Modifier::DIM), (Colours::Many, Color::Indexed(246), Modifier::empty())]
        {
            let cell = &dressed("a", quiet, Look { colours, ..Look::default() }).content[0];
            assert_eq!((cell.fg, cell.modifier), (fg, modifier), "{colours:?}");
        }
    }

    /// Red, green and blue of a colour that does not depend on the terminal.
    fn lights(colour: Color) -> [u8; 3] {
        let step = |level: u8| if level == 0 { 0 } else { 55 + 40 * level };
        match colour {
            Color::Rgb(red, green, blue) => [red, green, blue],
            Color::Indexed(index @ 16..=231) => {
                let cube = index - 16;
                [step(cube / 36), step(cube / 6 % 6), step(cube % 6)]
            }
            Color::Indexed(index @ 232..) => [8 + 10 * (index - 232); 3],
            other => panic!("{other:?} is the terminal's own"),
        }
    }

    /// How much one stands out from the other: 1 to 21, as in WCAG 2.
    fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
        let light = |lights: [u8; 3]| {
            let parts = lights.map(|light| {
                let share = f64::from(light) / 255.0;
                if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
            });
            0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05
        };
        let (one, other) = (light(one), light(other));
        (one / other).max(other / one)
    }

    #[test]
    fn every_colour_can_be_read_on_its_background() {
        let dark = [[0, 0, 0], [0x1e, 0x1e, 0x1e]];
        let light = [[255, 255, 255], [0xfa, 0xfa, 0xfa]];
        for (scheme, backgrounds) in
            [(&MANY_ON_DARK, dark), (&TRUE_ON_DARK, dark), (&MANY_ON_LIGHT, light), (&TRUE_ON_LIGHT, light)]
        {
            let colours = [scheme.cyan, scheme.yellow, scheme.green, scheme.magenta];
            for (colour, background) in colours
                .into_iter()
                .chain(scheme.quiet)
                .flat_map(|colour| backgrounds.map(|background| (colour, background)))
            {
                let contrast = contrast(lights(colour), background);
                assert!(contrast >= 4.5, "{colour:?} on {background:?}: {contrast:.1}");
            }
        }
    }
}
