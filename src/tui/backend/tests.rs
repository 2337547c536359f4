use std::io::{self, Write};

use proptest::prelude::{Strategy, any, prop};
use proptest::{prop_assert_eq, proptest};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier, Style};
use ratatui::{Frame, Terminal};

use super::{Backend, Wire, is_wide};

/// A terminal in memory.
struct Memory {
    screen: vt100::Parser,
    frame: Vec<u8>,
    /// How many bytes the last frame took.
    taken: usize,
}

impl Memory {
    fn terminal(columns: u16, rows: u16) -> Terminal<Backend<Self>> {
        let mut screen = vt100::Parser::new(rows, columns, 0);
        // What stands there from before, in whichever colours.
        screen.process(b"\x1b[1;7;33;44mx");
        let memory = Self { screen, frame: Vec::new(), taken: 0 };
        let mut terminal = Terminal::new(Backend::new(memory).expect("sized")).expect("sized");
        let area = terminal.get_frame().area();
        terminal.resize(area).expect("cleared");
        terminal
    }
}

impl Write for Memory {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.screen.process(&self.frame);
        self.taken = self.frame.len();
        self.frame.clear();
        Ok(())
    }
}

impl Wire for Memory {
    fn size(&self) -> io::Result<(u16, u16)> {
        let (rows, columns) = self.screen.screen().size();
        Ok((columns, rows))
    }
}

fn named(colour: vt100::Color) -> Color {
    match colour {
        vt100::Color::Default => Color::Reset,
        vt100::Color::Idx(3) => Color::Yellow,
        vt100::Color::Idx(6) => Color::Cyan,
        vt100::Color::Idx(9) => Color::LightRed,
        vt100::Color::Idx(index) => Color::Indexed(index),
        vt100::Color::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
    }
}

/// What one sees of a cell: of a blank only what shows without a letter.
fn seen(symbol: &str, front: Color, back: Color, ways: Modifier) -> (String, Color, Color, Modifier) {
    let on_blank = Modifier::REVERSED | Modifier::UNDERLINED;
    if symbol.trim().is_empty() && !ways.intersects(on_blank) {
        return (String::new(), Color::Reset, back, Modifier::empty());
    }
    (symbol.trim().to_owned(), front, back, ways)
}

fn seen_in(cell: &Cell) -> (String, Color, Color, Modifier) {
    seen(cell.symbol(), cell.fg, cell.bg, cell.modifier)
}

fn seen_on(cell: &vt100::Cell) -> (String, Color, Color, Modifier) {
    let ways = [
        (Modifier::BOLD, cell.bold()),
        (Modifier::DIM, cell.dim()),
        (Modifier::UNDERLINED, cell.underline()),
        (Modifier::REVERSED, cell.inverse()),
    ];
    let ways = ways.into_iter().filter(|(_, is_so)| *is_so).fold(Modifier::empty(), |all, (way, _)| all | way);
    seen(cell.contents(), named(cell.fgcolor()), named(cell.bgcolor()), ways)
}

fn assert_same(buffer: &Buffer, screen: &vt100::Screen) -> Result<(), proptest::test_runner::TestCaseError> {
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let cell = &buffer[(x, y)];
            let shown = screen.cell(y, x).expect("on the screen");
            prop_assert_eq!(seen_on(shown), seen_in(cell), "at {} {}:\n{}", x, y, screen.contents());
            x += if is_wide(cell) { 2 } else { 1 };
        }
    }
    Ok(())
}

/// A text and its place, of which parts may lie outside.
#[derive(Debug, Clone)]
struct Piece {
    at: (u16, u16),
    text: String,
    style: Style,
}

fn pieces() -> impl Strategy<Value = Vec<Piece>> {
    let symbols = ["a", "b", " ", "     ", "             ", "ā", "─", "漢", "字", "👍", "e\u{301}", "abcdefgh"];
    let text = prop::collection::vec(prop::sample::select(symbols.to_vec()), 1..12).prop_map(|parts| parts.concat());
    let colours = [Color::Reset, Color::Reset, Color::Cyan, Color::Yellow, Color::LightRed, Color::Indexed(245)];
    let front = prop::sample::select(colours.to_vec());
    let backs = [Color::Reset, Color::Reset, Color::Reset, Color::Rgb(1, 2, 3), Color::Cyan];
    let back = prop::sample::select(backs.to_vec());
    let ways = [Modifier::empty(), Modifier::BOLD, Modifier::DIM, Modifier::UNDERLINED, Modifier::REVERSED];
    let way = prop::sample::select(ways.to_vec());
    let style = (front, back, way.clone(), way).prop_map(|(front, back, one, other)| {
        // A terminal in memory takes bold and dim for one of the two.
        let both = one | other;
        let both = if both.contains(Modifier::BOLD) { both - Modifier::DIM } else { both };
        Style::reset().fg(front).bg(back).add_modifier(both)
    });
    let piece = (any::<(u8, u8)>(), text, style);
    let piece = piece.prop_map(|((x, y), text, style)| Piece { at: (u16::from(x), u16::from(y)), text, style });
    prop::collection::vec(piece, 0..12)
}

fn lay(pieces: &[Piece], frame: &mut Frame<'_>) {
    let area = frame.area();
    for piece in pieces {
        let (x, y) = (piece.at.0 % area.width, piece.at.1 % area.height);
        frame.buffer_mut().set_string(x, y, &piece.text, piece.style);
    }
}

proptest! {
    #[test]
    fn the_screen_shows_what_was_drawn(
        columns in 2_u16..90,
        rows in 1_u16..12,
        frames in prop::collection::vec((pieces(), any::<(u8, u8)>(), any::<bool>()), 1..6),
    ) {
        let mut terminal = Memory::terminal(columns, rows);
        for (pieces, cursor, is_kept) in frames {
            let cursor = Position { x: u16::from(cursor.0) % columns, y: u16::from(cursor.1) % rows };
            let mut drawn = Buffer::default();
            let before = terminal.current_buffer_mut().clone();
            terminal.draw(|frame| {
                if is_kept {
                    *frame.buffer_mut() = before;
                }
                lay(&pieces, frame);
                frame.set_cursor_position(cursor);
                drawn = frame.buffer_mut().clone();
            }).expect("drawn");
            let screen = terminal.backend().wire.screen.screen();
            assert_same(&drawn, screen)?;
            prop_assert_eq!(screen.cursor_position(), (cursor.y, cursor.x));
            prop_assert_eq!(screen.hide_cursor(), false);
        }
    }
}

/// The bytes of the second of two frames of lines.
fn bytes_between(before: &[&str], after: &[&str]) -> usize {
    let mut terminal = Memory::terminal(80, 8);
    for lines in [before, after] {
        let draw = |frame: &mut Frame<'_>| {
            for (line, y) in lines.iter().zip(0..) {
                frame.buffer_mut().set_string(0, y, line, Style::new());
            }
            frame.set_cursor_position(Position::ORIGIN);
        };
        terminal.draw(draw).expect("drawn");
    }
    terminal.backend().wire.taken
}

#[test]
fn a_frame_like_the_one_before_takes_no_bytes() {
    assert_eq!(bytes_between(&["one", "two"], &["one", "two"]), 0);
}

#[test]
fn what_goes_is_cleared_and_not_written_over() {
    let long = "a line that is rather long and goes almost to the edge of the screen";
    assert_eq!(bytes_between(&[long], &["a line"]), "\x1b[6C\x1b[K\r".len());
    let gap = format!("{}x", " ".repeat(68));
    let cleared = "\x1b[68X".len();
    assert_eq!(bytes_between(&[&format!("{long}x")], &[&gap]), cleared);
}

#[test]
fn letters_that_stay_are_written_where_a_jump_is_longer() {
    assert_eq!(bytes_between(&["abcd"], &["xbcx"]), "xbcx\r".len());
    assert_eq!(bytes_between(&["abcdefgh"], &["xbcdefgx"]), "x\x1b[6Cx\r".len());
    assert_eq!(bytes_between(&["a", "b", "c"], &["x", "y", "z"]), "x\r\ny\r\nz\x1b[H".len());
}
