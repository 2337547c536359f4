//! From a path to text: what kind of file it is, whether it may be read, and whether it holds JSON in UTF-8.
//!
//! Everything is refused as early as it can be: a pipe before it is waited for, a huge file before it is read.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::domain::fault::Problem;

/// Largest data file read, in bytes.
pub const SIZE_LIMIT: u64 = 64 * 1024 * 1024;

/// Deepest nesting of lists and objects read.
pub const DEPTH_LIMIT: usize = 64;

/// A problem with a whole file, and the byte at which it shows.
pub type Refusal = (Option<usize>, Problem);

/// Reads a data file as text.
///
/// # Errors
/// When it is no regular file, too large, not readable, or no JSON text by its first look.
pub fn read(path: &Path) -> Result<String, Refusal> {
    let unreadable = |error: std::io::Error| (None, Problem::Unreadable(error.to_string()));
    let known = std::fs::metadata(path).map_err(unreadable)?;
    if !known.is_file() {
        return Err((None, Problem::NotAFile));
    }
    let too_large = |size| (None, Problem::TooLarge { size, limit: SIZE_LIMIT });
    if known.len() > SIZE_LIMIT {
        return Err(too_large(known.len()));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    file.take(SIZE_LIMIT + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > SIZE_LIMIT {
        return Err(too_large(bytes.len() as u64));
    }
    text(bytes)
}

/// The text in `bytes`, if it looks like one JSON object.
///
/// # Errors
/// When the bytes are no UTF-8 text, or clearly something other than JSON.
pub fn text(bytes: Vec<u8>) -> Result<String, Refusal> {
    if let Some(problem) = other_format(&bytes) {
        return Err((Some(0), problem));
    }
    let text = String::from_utf8(bytes).map_err(|error| (Some(error.utf8_error().valid_up_to()), Problem::NotUtf8))?;
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    if let Some(at) = text.find('\0') {
        return Err((Some(at), Problem::Damaged));
    }
    let start = text.len() - text.trim_start().len();
    let refusal = match text.get(start..) {
        None | Some("") => Problem::Empty,
        Some(rest) if rest.starts_with('<') => Problem::WebPage,
        Some(_) => match (conflict_marker(&text), too_deep(&text)) {
            (Some(at), _) => return Err((Some(at), Problem::ConflictMarkers)),
            (None, Some(at)) => return Err((Some(at), Problem::TooDeep { limit: DEPTH_LIMIT })),
            (None, None) => return Ok(text),
        },
    };
    Err((Some(start), refusal))
}

fn other_format(bytes: &[u8]) -> Option<Problem> {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some(Problem::Utf16),
        [0x1f, 0x8b, ..] | [b'P', b'K', 3, 4, ..] => Some(Problem::Compressed),
        _ if bytes.starts_with(b"%PDF") => Some(Problem::Pdf),
        _ if !bytes.is_empty() && bytes.iter().all(|&b| b == 0) => Some(Problem::Damaged),
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
    }
}
