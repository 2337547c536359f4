//! A counter that shows the terminal guard at work, run as a program of its own.
//!
//! `q` quits, Ctrl-C quits with 130, `m` asks for the mouse, `p` panics, `t` panics in another thread, `e` lends the terminal to a child process,
//! `f` draws for ever, Ctrl-Z suspends; any other key counts, and shows the cursor.

use std::process::Command;
use std::time::Duration;
use std::{io, thread};

use dosje::app::{Key, KeyCode, Msg};
use dosje::tui::keyboard::Keyboard;
use dosje::tui::painter::Painter;
use dosje::tui::terminal::Screen;
use ratatui::widgets::Paragraph;

/// The words that start the counter: this very test program, told to run nothing but it.
pub fn counter_words() -> [&'static str; 8] {
    const NAME: &str = "counter::the_counter";
    let program = std::env::current_exe().expect("a program").to_string_lossy().into_owned();
    let program: &'static str = Box::leak(program.into_boxed_str());
    [program, NAME, "--exact", "--ignored", "--nocapture", "--test-threads=1", "--color", "never"]
}

/// The same as one line for a shell.
pub fn counter() -> String {
    counter_words().join(" ")
}

#[test]
#[ignore = "a program for the other tests, not a test"]
fn the_counter() {
    let code = count().expect("a terminal");
    std::process::exit(code);
}

fn count() -> io::Result<i32> {
    let screen = Screen::enter()?;
    let mut keyboard = Keyboard::new(&screen, dosje::tui::size()?, Duration::from_millis(25))?;
    let mut painter = Painter::default();
    let mut count = 0_u32;
    loop {
        screen.draw(&mut painter, |frame| {
            frame.render_widget(Paragraph::new(format!("count {count}")), frame.area());
            if count > 0 {
                frame.set_cursor_position((0, 0));
            }
        })?;
        for msg in keyboard.listen(None)? {
            let Msg::Key(Key { code: KeyCode::Char(letter), ctrl, .. }) = msg else { continue };
            match (letter, ctrl) {
                ('q', _) => return Ok(0),
                ('c', true) => return Ok(130),
                ('z', true) => Screen::suspend()?,
                ('m', _) => screen.hear_mouse(true)?,
                ('p', _) => fail(),
                ('t', _) => drop(thread::spawn(fail)),
                ('e', _) => {
                    screen.leave();
                    Command::new("sh")
                        .args(["-c", "trap 'echo interrupted' INT; echo lent; until read line; do :; done"])
                        .status()?;
                    screen.resume()?;
                }
                ('f', _) => loop {
                    count += 1;
                    screen.draw(&mut painter, |frame| {
                        let line = format!("{count} ").repeat(200);
                        frame.render_widget(Paragraph::new(vec![line.into(); 50]), frame.area());
                    })?;
                },
                _ => count += 1,
            }
        }
    }
}

#[expect(clippy::panic, reason = "the demonstration of a panic")]
fn fail() {
    panic!("on purpose \u{1b}[31m");
}
