//! Ends at any moment: whatever the program was at, the terminal is given back, nothing is left running, and it is quick.

use std::fs;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::Write;
use std::time::{Duration, Instant};

use rustix::process::Signal;

use crate::grammar::foreign;
use crate::hostile::Dice;
use crate::session::{Session, modes};

const DOSJE: &str = env!("CARGO_BIN_EXE_dosje");

/// Longest way out.
const QUICK: Duration = Duration::from_secs(1);

/// What a user may be at.
const AT: [&str; 12] = ["", "2", "2/kvantu", "2\r", "?", ":saglab", "2 6x\r", "2o", "M", "M n", "2eabc def", "5dt+++"];

/// How much of a test is run.
fn much(fast: usize, slow: usize) -> usize {
    if std::env::var_os("TORTURE").is_some_and(|word| word == "slow") { slow } else { fast }
}

/// Processes whose home this is.
fn left_running(home: &std::path::Path) -> Vec<String> {
    let home = format!("HOME={}", home.to_string_lossy());
    let processes = fs::read_dir("/proc").expect("a system").flatten().filter_map(|entry| {
        let around = fs::read(entry.path().join("environ")).ok()?;
        let is_at_home = around.split(|byte| *byte == 0).any(|variable| variable == home.as_bytes());
        is_at_home.then(|| entry.file_name().to_string_lossy().into_owned())
    });
    processes.collect()
}

#[test]
fn a_signal_at_any_moment_ends_it_well() {
    let seed = RandomState::new().build_hasher().finish();
    let mut dice = Dice(seed);
    let (runs, mut slowest, mut early) = (much(60, 600), Duration::ZERO, 0);
    let signals = [Some(Signal::TERM), Some(Signal::INT), Some(Signal::QUIT), Some(Signal::HUP), None];
    for run in 0..runs {
        let signal = signals[run % signals.len()];
        let at = AT[dice.roll(12) as usize];
        let context = format!("seed {seed}, run {run}: {signal:?} at {at:?}");
        let mut session = Session::start(&[DOSJE, "--lang", "lv", "--today", "2026-11-21"]);
        // Also while it starts, also before its keys are read.
        let is_started = dice.roll(3) > 0;
        if is_started {
            session.until_screen("Tēmas");
            session.keys(at);
        }
        let moment = Instant::now() + Duration::from_micros(dice.roll(60_000).into());
        let is_read = dice.roll(4) > 0;
        while Instant::now() < moment {
            if is_started && is_read && signal.is_some() {
                session.read();
            }
        }
        let home = session.home.path().to_owned();
        let Some(signal) = signal else {
            let (code, time) = session.hang_up_anyhow();
            // What is not there yet is ended by the system.
            assert!(code == Some(129) || (!is_started && code.is_none()), "{context}: {code:?}");
            assert!(time < QUICK, "{context}: {time:?}");
            assert_eq!(left_running(&home), [""; 0], "{context}");
            slowest = slowest.max(time);
            continue;
        };
        let start = Instant::now();
        session.signal(signal);
        let code = session.ending();
        let time = start.elapsed();
        assert!(time < QUICK, "{context}: {time:?}");
        slowest = slowest.max(time);
        let wanted = 128 + signal.as_raw().cast_unsigned();
        let is_early = !is_started && code.is_none();
        early += usize::from(is_early);
        assert!(code == Some(wanted) || is_early, "{context}: {code:?}");
        assert_eq!(modes(&*session.master), session.modes_before, "{context}");
        session.drain();
        if is_early {
            assert!(!session.bytes.contains(&0x1b), "{context}: it had begun to draw");
        } else {
            session.assert_restored();
        }
        assert_eq!(foreign(&session.bytes), None, "{context}");
        assert_eq!(left_running(&home), [""; 0], "{context}");
    }
    let line = format!(
        "ended {runs} times by signals and lost lines: all restored, none left, {early} before they had begun, slowest {slowest:?}\n"
    );
    std::io::stderr().write_all(line.as_bytes()).expect("said");
}
