//! The mouse, as the terminal is asked to tell of it: presses and the wheel, no motion.

use std::io;
use std::sync::atomic::Ordering;

use super::terminal::{Hold, Screen};

/// Presses and the wheel (1000), in numbers without a bound (1006).
pub(super) const ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
pub(super) const OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";

impl Screen {
    /// Hears the mouse while the program holds the screen, or no longer. Whichever way the screen is left, the terminal
    /// tells nobody of it any more.
    ///
    /// # Errors
    ///
    /// As for [`Screen::draw`].
    pub fn hear_mouse(&self, is_on: bool) -> io::Result<()> {
        let tty = self.tty();
        // The way out must see that it is on for as long as it may be.
        if is_on {
            tty.has_mouse.store(true, Ordering::Release);
        }
        if tty.hold() == Hold::Entered {
            self.pass(&String::from_utf8_lossy(if is_on { ON } else { OFF }))?;
        }
        if !is_on {
            tty.has_mouse.store(false, Ordering::Release);
        }
        Ok(())
    }
}
