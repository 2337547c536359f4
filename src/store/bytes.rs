//! From a path to text: what kind of file it is, whether it may be read, and whether it holds JSON in UTF-8.
//!
//! Everything is refused as early as it can be: a pipe before it is waited for, a huge file before it is read.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::tree::Lines;
use crate::domain::fault::Problem;

/// Largest data file read, in bytes.
pub const SIZE_LIMIT: u64 = 64 * 1024 * 1024;

/// Deepest nesting of lists and objects read.
pub const DEPTH_LIMIT: usize = 64;

/// What some editors put before UTF-8.
const MARK: &str = "\u{feff}";

/// A problem with a whole file, and the line and column at which it shows.
pub type Refusal = (Option<(usize, usize)>, Problem);

/// Reads a data file as it is, in place of what `bytes` held.
///
/// # Errors
/// When it is no regular file, too large or not readable.
pub fn read(path: &Path, bytes: &mut Vec<u8>) -> Result<(), Refusal> {
    bytes.clear();
    let unreadable = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => (None, Problem::NoFile),
        _ => (None, Problem::Unreadable(error.into())),
    };
    let known = std::fs::metadata(path).map_err(unreadable)?;
    if !known.is_file() {
        return Err((None, Problem::NotAFile));
    }
    let too_large = |size| (None, Problem::TooLarge { size, limit: SIZE_LIMIT });
    if known.len() > SIZE_LIMIT {
        return Err(too_large(known.len()));
    }
    let file = File::open(path).map_err(unreadable)?;
    bytes.reserve(room_for(known.len()));
    file.take(SIZE_LIMIT + 1).read_to_end(bytes).map_err(unreadable)?;
    if bytes.len() as u64 > SIZE_LIMIT {
        return Err(too_large(bytes.len() as u64));
    }
    Ok(())
}

/// How much room is taken for a file of this size, in bytes.
///
/// For a large one as much as for the largest: only what is filled is real memory, no later file needs another room, and
/// glibc gives back what was let go of more readily the less of it lay in pieces of up to 32 MB.
fn room_for(size: u64) -> usize {
    const LARGE: u64 = 1024 * 1024;
    let room = if size > LARGE { SIZE_LIMIT } else { size };
    usize::try_from(room).unwrap_or_default() + 1
}

/// Has the allocator get so much memory ready as the texts of a file of this size will take.
///
/// On any thread but the first glibc asks the system for each further page: 26,000 times for 100 MB. What it has asked for
/// once, here in larger pieces, it need not ask for again after it was let go of; none of it is real before it is filled.
pub fn expect(size: usize) {
    const PIECE: usize = 120 * 1024;
    let pieces: Vec<Vec<u8>> = (0..size / PIECE).map(|_| Vec::with_capacity(PIECE)).collect();
    drop(std::hint::black_box(pieces));
}

/// The text in `bytes`, if it looks like one JSON object.
///
/// # Errors
/// When the bytes are no UTF-8 text, or clearly something other than JSON.
pub fn text(bytes: Vec<u8>) -> Result<String, Refusal> {
    if let Some(problem) = other_format(&bytes) {
        return Err((Some((1, 1)), problem));
    }
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let bytes = error.as_bytes();
        let start = if bytes.starts_with(MARK.as_bytes()) { MARK.len() } else { 0 };
        let place = Lines::of(bytes.get(start..).unwrap_or_default()).place(error.utf8_error().valid_up_to() - start);
        (Some(place), Problem::NotUtf8)
    })?;
    if text.starts_with(MARK) {
        text.drain(..MARK.len());
    }
    match not_json(&text) {
        None => Ok(text),
        Some((at, problem)) => Err((Some(Lines::of(text.as_bytes()).place(at)), problem)),
    }
}

/// What shows that a text was never meant as JSON, or not as one this program reads, and at which byte.
fn not_json(text: &str) -> Option<(usize, Problem)> {
    if let Some(at) = text.find('\0') {
        return Some((at, Problem::Damaged));
    }
    if let Some(at) = conflict_marker(text) {
        return Some((at, Problem::ConflictMarkers));
    }
    let rest = text.trim_start();
    let start = text.len() - rest.len();
    match rest.chars().next() {
        None => Some((0, Problem::Empty)),
        Some('<') => Some((start, Problem::WebPage)),
        Some(_) => too_deep(text).map(|at| (at, Problem::TooDeep { limit: DEPTH_LIMIT })),
    }
}

fn other_format(bytes: &[u8]) -> Option<Problem> {
    match bytes {
        // With its byte order mark, or the brace of a data file in two bytes.
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'{', 0, ..] | [0, b'{', ..] => Some(Problem::Utf16),
        [0x1f, 0x8b, ..] | [b'P', b'K', 3, 4, ..] => Some(Problem::Compressed),
        _ if bytes.starts_with(b"%PDF") => Some(Problem::Pdf),
        _ => None,
    }
}

fn conflict_marker(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") {
            return Some(at);
        }
        at += line.len();
    }
    None
}

/// Where the nesting passes the limit. Counted here so that no parser behind has to be trusted with its stack.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'{' | b'[' if !in_text => depth += 1,
            b'}' | b']' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEPTH_LIMIT {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_inside_a_text_do_not_count_as_nesting() {
        let harmless = format!("{{\"a\": \"{}\\\"[\"}}", "[".repeat(500));
        assert_eq!(text(harmless.clone().into_bytes()), Ok(harmless));
        let deep = format!("{{\"a\": {}", "[".repeat(100_000));
        assert!(matches!(text(deep.into_bytes()), Err((Some(_), Problem::TooDeep { .. }))));
    }

    #[test]
    fn a_byte_order_mark_is_dropped() {
        assert_eq!(text(b"\xef\xbb\xbf{}".to_vec()), Ok("{}".to_owned()));
        assert_eq!(text(b"\xef\xbb\xbf{\"\xe9".to_vec()), Err((Some((1, 3)), Problem::NotUtf8)));
        assert_eq!(text(b"\xef\xbb\xbf".to_vec()), Err((Some((1, 1)), Problem::Empty)));
    }
}
