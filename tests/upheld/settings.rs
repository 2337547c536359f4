//! What holds of any file of settings.

use std::path::Path;

use dosje::app::config::{Config, Flags, Settled};
use dosje::app::rebinding::rebound;
use dosje::app::{Command, Context};
use dosje::store;

use crate::place::is_within;

/// It is read to its end, each fault has a place within it, what is left has none, and there is always a way out.
pub fn uphold(folder: &Path, bytes: &[u8]) {
    let file = folder.join("config.json");
    store::keep::export(&file, bytes, true).expect("written");
    let read = || store::config::read(&file, "config", Config::schema, |config: &Config| rebound(&config.keys).1);
    let (config, faults) = read();
    for fault in &faults {
        assert!(fault.at.is_none_or(|at| is_within(bytes, at)), "{fault:?}");
    }
    assert_eq!(read().0, config, "the same twice");
    let (keymap, _) = rebound(&config.keys);
    for command in [Command::Quit, Command::StepBack, Command::QuitNow] {
        assert!(keymap.keys(Context::Browse, command).next().is_some(), "no key for {command:?}");
    }
    let Settled { pace: (pace, _), .. } = Settled::of(Flags::default(), &config, |_| None);
    assert!([pace.lv, pace.en].iter().all(|pace| (40..=300).contains(pace)), "{pace:?}");
}
