//! The picture in README: the real dashboard, drawn as SVG.
//!
//! `cargo test --test picture -- --ignored` draws it anew.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use dosje::app::{Key, KeyCode, Model, Msg, Setting, update};
use dosje::domain::Lang;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

const COLUMNS: u16 = 120;
const ROWS: u16 = 27;
/// Size of a cell in the picture.
const CELL: (u16, u16) = (8, 17);
const PAPER: &str = "#1b1d1f";
const INK: &str = "#d6d6d0";

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/picture.svg")
}

/// The dashboard with `kvantu` typed, the second answer selected.
fn screen() -> Buffer {
    let setting = Setting {
        lang: Lang::Lv,
        today: jiff::civil::date(2026, 11, 21),
        is_other_day: false,
        is_loading: false,
        query: None,
        size: (COLUMNS, ROWS),
        notice: None,
        look: dosje::app::Look::default(),
        ways: dosje::app::Ways::default(),
    };
    let mut model = Model::new(dosje::store::load(None).dataset, setting);
    for letter in "2/kvantu".chars() {
        update(&mut model, Msg::Key(Key::plain(KeyCode::Char(letter))));
    }
    for code in [KeyCode::Enter, KeyCode::Char('j'), KeyCode::Char('j'), KeyCode::Char('j')] {
        update(&mut model, Msg::Key(Key::plain(code)));
    }
    dosje::ui::drawn((COLUMNS, ROWS), |frame| dosje::ui::view(&model, frame))
}

fn colour(color: Color, otherwise: &'static str) -> &'static str {
    match color {
        Color::Cyan => "#56b6c2",
        Color::Yellow => "#e5c07b",
        Color::Green => "#98c379",
        _ => otherwise,
    }
}

/// Text colour and paper of a cell.
fn colours(cell: &Cell) -> (&'static str, &'static str) {
    let (ink, paper) = (colour(cell.fg, INK), colour(cell.bg, PAPER));
    if cell.modifier.contains(Modifier::REVERSED) { (paper, ink) } else { (ink, paper) }
}

fn svg(buffer: &Buffer) -> String {
    let (width, height) = (COLUMNS * CELL.0 + 16, ROWS * CELL.1 + 16);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"{PAPER}\"/>\n\
         <g font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"13\" xml:space=\"preserve\">\n"
    );
    for y in 0..ROWS {
        let mut x = 0;
        while x < COLUMNS {
            let start = x;
            let first = &buffer[(x, y)];
            let look = |cell: &Cell| (colours(cell), cell.modifier);
            let mut text = String::new();
            while x < COLUMNS && look(&buffer[(x, y)]) == look(first) {
                text.push_str(buffer[(x, y)].symbol());
                x += 1;
            }
            run(&mut out, start, y, x - start, &text, first);
        }
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// Cells of one look, as a box and a text over it.
fn run(out: &mut String, x: u16, y: u16, length: u16, text: &str, cell: &Cell) {
    let (ink, paper) = colours(cell);
    let (left, top) = (x * CELL.0 + 8, y * CELL.1 + 8);
    let width = length * CELL.0;
    if paper != PAPER {
        let _ =
            writeln!(out, "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{}\" fill=\"{paper}\"/>", CELL.1);
    }
    if text.trim().is_empty() {
        return;
    }
    let mut look = String::new();
    let has = |modifier| cell.modifier.contains(modifier);
    for (modifier, attribute) in [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::DIM, " opacity=\"0.6\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
    ] {
        look.push_str(if has(modifier) { attribute } else { "" });
    }
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    let base = top + 13;
    let _ = writeln!(out, "<text x=\"{left}\" y=\"{base}\" textLength=\"{width}\" fill=\"{ink}\"{look}>{text}</text>");
}

#[test]
fn the_picture_shows_the_program_as_it_is() {
    let stored = std::fs::read_to_string(path()).unwrap_or_default();
    assert!(stored == svg(&screen()), "stale: cargo test --test picture -- --ignored");
}

#[test]
#[ignore = "writes the picture; run it after a change to what is drawn"]
#[expect(clippy::disallowed_methods, reason = "a picture in the project is no user's file")]
fn draw_the_picture() {
    std::fs::write(path(), svg(&screen())).expect("written");
}
