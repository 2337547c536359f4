//! The bell beside the terminal: any thread rings it to have the loop look up from waiting for keys.
//!
//! A pair of sockets and no signal: a signal that comes together with a key may hide it. One for the whole program, since
//! whoever rings knows nothing of the terminal.

use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::sync::OnceLock;

/// The end that is rung at and the end that is heard; nothing where no loop waits.
static BELL: OnceLock<(UnixStream, UnixStream)> = OnceLock::new();

/// Makes the bell, unless it hangs already; gives the end that is readable once it has been rung.
///
/// # Errors
///
/// Fails if the system gives no pair of sockets.
pub(crate) fn hang() -> io::Result<&'static UnixStream> {
    if let Some((_, bell)) = BELL.get() {
        return Ok(bell);
    }
    let (rope, bell) = UnixStream::pair()?;
    rope.set_nonblocking(true)?;
    bell.set_nonblocking(true)?;
    Ok(&BELL.get_or_init(|| (rope, bell)).1)
}

/// Rings the bell.
pub(crate) fn ring() {
    let Some((rope, _)) = BELL.get() else { return };
    // Where the pair is full, it rings already.
    let _ = { rope }.write(&[0]);
}

/// Makes the bell silent until it is rung again.
pub(crate) fn quiet(mut bell: &UnixStream) {
    let mut rung = [0; 64];
    while bell.read(&mut rung).is_ok_and(|count| count == rung.len()) {}
}
