//! The watcher: a thread that turns a signal or a vanished terminal into a decent end of the program.
//!
//! It is a thread because the loop may be at work, or in a child process, when it happens. It knows what each signal asks
//! for, and nothing of what the terminal needs: that is `terminal`'s business, as is everything that is drawn.

use std::{io, os::unix::net::UnixStream, sync::Arc, thread, time::Duration};

use rustix::{
    event::{PollFd, PollFlags, poll},
    process::Signal,
};
use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH},
    iterator::{backend::SignalDelivery, exfiltrator::SignalOnly},
    low_level,
};

use super::bell;
use super::terminal::{Hold, Tty};

/// The exit code after a hang-up, as a shell counts it: 128 and the number of SIGHUP.
const HUNG_UP: i32 = 128 + SIGHUP;

/// How long signals that were sent together take to arrive.
const SETTLING: Duration = Duration::from_millis(50);

/// What becomes of signals until they are obeyed.
type Signals = SignalDelivery<UnixStream, SignalOnly>;

/// Starts the watcher; from here on no signal ends the program without the terminal being restored.
///
/// # Errors
///
/// Fails if a handler cannot be installed or the thread cannot be started.
pub(crate) fn start(tty: &Arc<Tty>) -> io::Result<()> {
    let (heard, told) = UnixStream::pair()?;
    let obeyed = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH];
    let signals = SignalDelivery::with_pipe(heard, told, SignalOnly, obeyed)?;
    let watched = Arc::clone(tty);
    thread::Builder::new().name("watcher".into()).spawn(move || obey(signals, &watched))?;
    Ok(())
}

fn obey(mut signals: Signals, tty: &Tty) {
    loop {
        let mut both = [PollFd::new(signals.get_read(), PollFlags::IN), PollFd::new(tty, PollFlags::empty())];
        // What comes in between is a signal.
        let _ = poll(&mut both, None);
        let [_, terminal] = both;
        // Also where SIGHUP is not sent: to a program that does not lead its session.
        if !terminal.revents().is_empty() {
            hang_up(tty);
        }
        // Signals that came together are in the order of their numbers: the deadly ones before SIGCONT and SIGTSTP. One
        // raised below must not join them, or it would overtake.
        let together: Vec<_> = signals.pending().collect();
        for signal in together {
            let obeyed = match signal {
                SIGHUP if tty.is_gone() => hang_up(tty),
                // Typed at a child process.
                SIGINT | SIGQUIT if matches!(tty.hold(), Hold::Left | Hold::Returned) => Ok(()),
                SIGTSTP => stop(tty),
                SIGCONT => carry_on(tty),
                SIGWINCH => {
                    bell::ring();
                    Ok(())
                }
                _ => {
                    tty.release(Hold::Left);
                    tty.farewell.say();
                    low_level::exit(128 + signal)
                }
            };
            if obeyed.is_err() {
                hang_up(tty);
            }
        }
    }
}

/// Ends the program without a byte to the terminal.
pub(crate) fn hang_up(tty: &Tty) -> ! {
    tty.release(Hold::Gone);
    tty.farewell.say();
    low_level::exit(HUNG_UP)
}

/// Stops the program until the job is continued; SIGCONT follows then.
fn stop(tty: &Tty) -> io::Result<()> {
    // `ssh -t host dosje` leads its session: no shell could continue it, and the kernel, too, discards SIGTSTP there.
    if rustix::process::getsid(None)? == rustix::process::getpgrp() {
        return Ok(());
    }
    tty.release(Hold::Suspended);
    low_level::emulate_default_handler(SIGTSTP)
}

/// Takes the screen again, unless a child process has it, and wakes the loop.
///
/// Also after a SIGSTOP, which gave no chance to leave: the shell may have changed the modes since.
fn carry_on(tty: &Tty) -> io::Result<()> {
    if tty.hold() == Hold::Left {
        return Ok(());
    }
    if !tty.is_in_foreground()? {
        // A SIGTERM sent along may still be in the handler of another thread; it must not find the program stopped again.
        thread::sleep(SETTLING);
        if !tty.is_in_foreground()? {
            return stop_job();
        }
    }
    tty.release(Hold::Suspended);
    tty.take()?;
    bell::ring();
    Ok(())
}

/// Stops the whole process group, else a script that started the program would wait for it unseen.
///
/// # Errors
///
/// Fails if the signal cannot be sent.
pub(crate) fn stop_job() -> io::Result<()> {
    Ok(rustix::process::kill_current_process_group(Signal::TSTP)?)
}
