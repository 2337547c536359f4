use proptest::prelude::{Strategy, any, prop};
use proptest::{prop_assert_eq, proptest};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};

use super::{Painter, is_wide};
use crate::ui::Frame;

/// A terminal in memory, and what paints it.
struct Memory {
    screen: vt100::Parser,
    painter: Painter,
    size: (u16, u16),
}

impl Memory {
    fn new(columns: u16, rows: u16) -> Self {
        let mut screen = vt100::Parser::new(rows, columns, 0);
        // What stands there from before, in whichever colours.
        screen.process(b"\x1b[1;7;33;44mx");
        Self { screen, painter: Painter::default(), size: (columns, rows) }
    }

    /// Shows a frame; gives the number of bytes it took.
    fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> usize {
        let bytes = self.painter.draw(self.size, view);
        self.screen.process(&bytes);
        bytes.len()
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
        let mut terminal = Memory::new(columns, rows);
        let mut drawn = Buffer::empty(Rect::new(0, 0, columns, rows));
        for (pieces, cursor, is_kept) in frames {
            let cursor = Position { x: u16::from(cursor.0) % columns, y: u16::from(cursor.1) % rows };
            terminal.draw(|frame| {
                if is_kept {
                    *frame.buffer_mut() = drawn.clone();
                }
                lay(&pieces, frame);
                frame.set_cursor_position(cursor);
                drawn = frame.buffer_mut().clone();
            });
            let screen = terminal.screen.screen();
            assert_same(&drawn, screen)?;
            prop_assert_eq!(screen.cursor_position(), (cursor.y, cursor.x));
            prop_assert_eq!(screen.hide_cursor(), false);
        }
    }
}

/// The bytes of the second of two frames of lines.
fn bytes_between(before: &[&str], after: &[&str]) -> usize {
    let mut terminal = Memory::new(80, 8);
    let mut draw = |lines: &[&str]| {
        terminal.draw(|frame| {
            for (line, y) in lines.iter().zip(0..) {
                frame.buffer_mut().set_string(0, y, line, Style::new());
            }
            frame.set_cursor_position(Position::ORIGIN);
        })
    };
    draw(before);
    draw(after)
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
    // What is blank before it is cleared again, where that is nearer than its edge.
    let (rows, blank) = (format!("  {long}x"), format!("{}x", " ".repeat(70)));
    let cleared = "\x1b[70X\n\x1b[70X\x1b[H".len();
    assert_eq!(bytes_between(&[&rows, &rows], &[&blank, &blank]), cleared);
}

#[test]
fn letters_that_stay_are_written_where_a_jump_is_longer() {
    assert_eq!(bytes_between(&["abcd"], &["xbcx"]), "xbcx\r".len());
    assert_eq!(bytes_between(&["abcdefgh"], &["xbcdefgx"]), "x\x1b[6Cx\r".len());
    assert_eq!(bytes_between(&["a", "b", "c"], &["x", "y", "z"]), "x\r\ny\r\nz\x1b[H".len());
}

#[test]
fn what_was_forgotten_is_drawn_whole_on_a_cleared_screen() {
    let mut terminal = Memory::new(20, 2);
    let view = |frame: &mut Frame<'_>| frame.buffer_mut().set_string(0, 0, "one", Style::new());
    let whole = terminal.draw(view);
    assert_eq!(terminal.draw(view), 0);
    terminal.painter.forget();
    terminal.screen.process(b"\x1b[2;5Hleft by another");
    assert_eq!(terminal.draw(view), whole);
    assert_eq!(terminal.screen.screen().contents(), "one");
}

#[test]
fn nothing_is_written_over_the_half_of_a_wide_letter_on_which_the_cursor_stands() {
    let mut terminal = Memory::new(9, 1);
    for (text, column) in [("漢a", 1), ("漢b", 1)] {
        terminal.draw(|frame| {
            frame.buffer_mut().set_string(0, 0, text, Style::new());
            frame.set_cursor_position(Position { x: column, y: 0 });
        });
        assert_eq!(terminal.screen.screen().contents(), text);
    }
}
