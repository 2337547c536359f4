//! The least that ratatui and crossterm can do: the lines of a file as a list, the chosen one in full beside it.
//!
//! `benches/against_fzf.py` takes it for the floor below the first frame. Arrow keys move, any other key ends it.

use std::io::{BufWriter, stdout};

use crossterm::event::{Event, KeyCode, read};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::Terminal;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{Block, List, ListState, Paragraph, Wrap};
use ratatui_crossterm::CrosstermBackend;

#[expect(clippy::disallowed_methods, reason = "it reads the terminal as crossterm does")]
fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).expect("a file of lines");
    let text = std::fs::read_to_string(path)?;
    let lines: Vec<&str> = text.lines().collect();
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen)?;
    let mut terminal = Terminal::new(CrosstermBackend::new(BufWriter::new(stdout())))?;
    let mut chosen = ListState::default().with_selected(Some(0));
    loop {
        terminal.draw(|frame| {
            let left = Rect { width: frame.area().width / 2, ..frame.area() };
            let right = Rect { x: left.width, width: frame.area().width - left.width, ..left };
            let selected = Style::new().add_modifier(Modifier::REVERSED);
            let list = List::new(lines.iter().copied()).block(Block::bordered()).highlight_style(selected);
            frame.render_stateful_widget(list, left, &mut chosen);
            let line = chosen.selected().and_then(|row| lines.get(row)).copied().unwrap_or_default();
            frame.render_widget(Paragraph::new(line).wrap(Wrap::default()).block(Block::bordered()), right);
        })?;
        match read()? {
            Event::Key(key) if key.code == KeyCode::Down => chosen.select_next(),
            Event::Key(key) if key.code == KeyCode::Up => chosen.select_previous(),
            Event::Key(_) => break,
            _ => {}
        }
    }
    execute!(stdout(), LeaveAlternateScreen)?;
    disable_raw_mode()
}
