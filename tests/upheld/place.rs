//! Whether a fault is said to be where there is something to be looked at.

/// Whether a line and column lie in a file, or just behind its end.
pub fn is_within(bytes: &[u8], (line, column): (usize, usize)) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let lines: Vec<&str> = text.split('\n').collect();
    let length = lines.get(line.wrapping_sub(1)).map(|line| line.chars().count());
    length.is_some_and(|length| (1..=length + 1).contains(&column))
}
