//! The program on a real terminal: what it takes of it, and what it gives back.

mod clipboard;
mod counter;
mod dashboard;
#[path = "../wire/grammar.rs"]
mod grammar;
mod guard;
#[path = "../wire/hostile.rs"]
#[expect(dead_code, reason = "the dice are for what is drawn into memory")]
mod hostile;
mod keyboard;
mod look;
mod meeting;
mod mouse;
mod pick;
mod plain;
mod reloading;
mod saving;
mod session;
mod soak;
mod surroundings;
mod windows;
mod wire;
mod writing;
