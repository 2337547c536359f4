//! All that the program may send to a terminal, and a reader that finds anything else.
//!
//! The list is closed and stands here a second time, apart from the code that cleans texts: what one forgets, the other
//! must find.

use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthChar;

/// Modes set and reset: alternate screen, bracketed paste, synchronized output, cursor.
const MODES: [&str; 4] = ["?1049", "?2004", "?2026", "?25"];
/// Looks, save the 16 colours and those that take more numbers.
const LOOKS: [&str; 12] = ["", "0", "1", "2", "3", "4", "7", "22", "23", "24", "27", "39"];
/// Marks that a letter may carry.
const MARKS: usize = 4;

/// The first thing in `bytes` that the program never sends, with what stands around it.
pub fn foreign(bytes: &[u8]) -> Option<String> {
    let mut reader = Reader { rest: bytes, marks: 0, is_alternate: false };
    while !reader.rest.is_empty() {
        let before = reader.rest;
        if let Err(what) = reader.step() {
            let at = bytes.len() - before.len();
            let around = &bytes[at.saturating_sub(60)..bytes.len().min(at + 60)];
            return Some(format!("{what} at byte {at}: …{}…", around.escape_ascii()));
        }
    }
    None
}

/// Whether a terminal may be shown it as it is.
fn is_plain(c: char) -> bool {
    let is_hidden = matches!(u32::from(c),
        // Soft hyphen, joiners and fillers, Mongolian selectors.
        0xad | 0x34f | 0x61c | 0x115f..=0x1160 | 0x17b4..=0x17b5 | 0x180b..=0x180f | 0x3164 | 0xffa0
        // Blanks of no width, marks, embeddings, overrides, isolates.
        | 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f
        // Variation selectors, byte order mark, annotations.
        | 0xfe00..=0xfe0f | 0xfeff | 0xfff0..=0xfffc
        // Signs of scripts and notes that only steer, tags and further selectors.
        | 0x13430..=0x1345f | 0x1bca0..=0x1bca3 | 0x1d173..=0x1d17a | 0xe0000..=0xe0fff);
    let is_private = matches!(u32::from(c), 0xe000..=0xf8ff | 0xf_0000..=0x10_ffff);
    let is_nothing = u32::from(c) & 0xfffe == 0xfffe || matches!(u32::from(c), 0xfdd0..=0xfdef);
    !(c.is_control() || is_hidden || is_private || is_nothing)
}

struct Reader<'a> {
    rest: &'a [u8],
    /// Combining marks that came last.
    marks: usize,
    is_alternate: bool,
}

impl Reader<'_> {
    fn step(&mut self) -> Result<(), &'static str> {
        match self.rest {
            [0x1b, b'[', sequence @ ..] => {
                let length = sequence.iter().take_while(|byte| matches!(byte, 0x20..=0x3f)).count();
                let (parameters, last) = (&sequence[..length], sequence.get(length).copied());
                let parameters = str::from_utf8(parameters).map_err(|_| "a sequence that is no text")?;
                self.control(parameters, last.ok_or("a sequence cut short")?)?;
                self.rest = &sequence[length + 1..];
                Ok(())
            }
            [0x1b, b']', text @ ..] => {
                let text = text.strip_prefix(b"52;c;").ok_or("an unknown command to the terminal")?;
                let is_base64 = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
                let length = text.iter().take_while(is_base64).count();
                self.rest = text[length..].strip_prefix(b"\x1b\\").ok_or("a text for the clipboard that is not one")?;
                Ok(())
            }
            [0x1b, ..] => Err("an unknown escape"),
            [b'\r' | b'\n', rest @ ..] => {
                (self.rest, self.marks) = (rest, 0);
                Ok(())
            }
            [b'\x08', rest @ ..] if self.is_alternate => {
                (self.rest, self.marks) = (rest, 0);
                Ok(())
            }
            bytes => {
                let chunk = bytes.utf8_chunks().next().ok_or("nothing")?;
                let letter = chunk.valid().chars().next().ok_or("bytes that are no letter")?;
                if !is_plain(letter) {
                    return Err("a letter that steers or hides");
                }
                let is_mark = is_combining_mark(letter) || letter.width() == Some(0);
                self.marks = if is_mark { self.marks + 1 } else { 0 };
                if self.marks > MARKS {
                    return Err("a heap of marks");
                }
                self.rest = &bytes[letter.len_utf8()..];
                Ok(())
            }
        }
    }

    fn control(&mut self, parameters: &str, last: u8) -> Result<(), &'static str> {
        let is_number = |text: &str| (1..=5).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        let is_colour = |look: &str| matches!(look.parse(), Ok(30..=37 | 90..=97u8));
        let is_known = match last {
            b'h' | b'l' => {
                if parameters == "?1049" {
                    self.is_alternate = last == b'h';
                }
                MODES.contains(&parameters)
            }
            b'H' => {
                parameters.is_empty()
                    || parameters.split(';').map(is_number).eq([true])
                    || parameters.split(';').map(is_number).eq([true, true])
            }
            b'A'..=b'D' => parameters.is_empty() || is_number(parameters),
            b'J' | b'K' => parameters.is_empty(),
            b'X' => is_number(parameters),
            b'm' => {
                let mut looks = parameters.split(';');
                loop {
                    match looks.next() {
                        None => break true,
                        Some("38" | "48") => {
                            let count = match looks.next() {
                                Some("5") => 1,
                                Some("2") => 3,
                                _ => break false,
                            };
                            if !(0..count).all(|_| looks.next().is_some_and(is_number)) {
                                break false;
                            }
                        }
                        Some(look) if LOOKS.contains(&look) || is_colour(look) => {}
                        Some(_) => break false,
                    }
                }
            }
            _ => false,
        };
        self.marks = 0;
        if is_known { Ok(()) } else { Err("an unknown sequence") }
    }
}

#[test]
fn what_is_not_on_the_list_is_found() {
    for own in [
        "\x1b[?1049h\x1b[?2004h\x1b[?2026h\x1b[m\x1b[H\x1b[J\x1b[12;1Hā\x1b[38;5;1;48;5;0mē\x1b[;1;36m\x1b[38;2;1;2;3m\r\n\x08\x1b[K\x1b[7X\x1b[2C\x1b[?25l",
        "\x1b]52;c;UsSrZ2E=\x1b\\\r\nkļūda: ␛[31m\r\n",
    ] {
        assert_eq!(foreign(own.as_bytes()), None);
    }
    for other in [
        "\x1b[?1000h",
        "\x1b[6n",
        "\x1b[5;5r",
        "\x1b[38;5m",
        "\x1b[38;2;1;2m",
        "\x1b[1;1;1H",
        "\x1b[2J",
        "\x1b[1",
        "\x1bc",
        "\x1b]0;title\x07",
        "\x1b]52;c;?\x07",
        "\x1b]52;c;UsSr",
        "\x1b\\",
        "\u{9b}31m",
        "a\u{202e}b",
        "a\u{200d}b",
        "\u{e0061}",
        "\x07",
        "\t",
        "one\x08",
        "a\u{301}\u{301}\u{301}\u{301}\u{301}",
        "\u{e000}",
    ] {
        assert!(foreign(other.as_bytes()).is_some(), "{}", other.escape_debug());
    }
    assert!(foreign(b"\x9b31m").is_some() && foreign(b"\xc0\xaf").is_some());
}
