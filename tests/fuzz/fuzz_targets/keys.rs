//! Anything that can happen to the dashboard, one after the other.
#![no_main]

#[path = "../../wire/grammar.rs"]
mod grammar;
#[path = "../../dashboard/script.rs"]
#[expect(dead_code, reason = "the tests ask for more than what always holds")]
mod script;
#[path = "../../upheld/dashboard.rs"]
mod upheld;

use std::time::Duration;

use dosje::app::keymap::BINDINGS;
use dosje::app::pointer::{Mouse, Touch};
use dosje::app::{Key, KeyCode, Msg};
use dosje::domain::Lang::{En, Lv};
use libfuzzer_sys::fuzz_target;
use script::Script;

/// Most events of one run: each costs a frame.
const EVENTS: usize = 60;

/// Reads what happens next from the front of `bytes`.
fn next(bytes: &mut impl Iterator<Item = u8>) -> Option<Msg> {
    let sort = bytes.next()?;
    let mut byte = || u16::from(bytes.next().unwrap_or_default());
    let msg = match sort {
        0..=159 => Msg::Key(BINDINGS.get(usize::from(byte()) % BINDINGS.len())?.key),
        160..=207 => {
            Msg::Key(Key::plain(KeyCode::Char(char::from_u32(u32::from(byte())).filter(|c| !c.is_control())?)))
        }
        208..=215 => {
            let length = byte() % 24;
            let pasted: Vec<u8> = (0..length).map(|_| u8::try_from(byte()).unwrap_or_default()).collect();
            Msg::Paste(String::from_utf8_lossy(&pasted).into_owned())
        }
        216..=231 => Msg::Resized(1 + byte() % 140, 1 + byte() % 45),
        232..=247 => {
            let touch = [Touch::Press, Touch::WheelUp, Touch::WheelDown][usize::from(sort % 3)];
            Msg::Mouse(Mouse { column: byte() % 140, row: byte() % 45, touch })
        }
        248..=255 => Msg::Elapsed(Duration::from_millis(u64::from(byte()) * 20)),
    };
    Some(msg)
}

fuzz_target!(|bytes: &[u8]| {
    let mut bytes = bytes.iter().copied();
    let lang = if bytes.next().unwrap_or_default() % 2 == 0 { Lv } else { En };
    let mut script = Script::new(lang, 80, 24);
    for _ in 0..EVENTS {
        let Some(msg) = next(&mut bytes) else { break };
        script = match msg {
            Msg::Resized(columns, rows) => script.resize(columns, rows),
            other => script.feed(vec![other]),
        };
        if script.exit().is_some() {
            break;
        }
        upheld::uphold(&script);
    }
});
