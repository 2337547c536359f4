//! What single bytes and whole sequences from a terminal mean as keys; knows nothing of when they come.
//!
//! The sequences are those of xterm and what took after it, the Linux console's function keys, and the two forms in which
//! a terminal left so by another program tells letters with Ctrl or Alt held (`CSI u`, `CSI 27 ~`).

use crate::app::pointer::{Mouse, Touch};
use crate::app::{Key, KeyCode};

/// The key behind one byte of ASCII.
pub fn ascii(byte: u8) -> Key {
    let plain = |code| Key { code, ctrl: false, alt: false };
    let ctrl = |letter: u8| Key { code: KeyCode::Char(char::from(letter)), ctrl: true, alt: false };
    match byte {
        b'\r' => plain(KeyCode::Enter),
        b'\t' => plain(KeyCode::Tab),
        0x1b => plain(KeyCode::Esc),
        0x7f => plain(KeyCode::Backspace),
        0 => ctrl(b' '),
        0x01..=0x1a => ctrl(byte - 1 + b'a'),
        0x1c..=0x1f => ctrl(byte - 0x1c + b'4'),
        _ => plain(KeyCode::Char(char::from(byte))),
    }
}

/// The key behind `ESC [ parameters last`; nothing for a reply, the mouse, or a key the dashboard does not know.
pub fn csi(parameters: &[u8], last: u8) -> Option<Key> {
    if parameters == b"[" {
        let number = last.checked_sub(b'A').filter(|number| *number < 5)?;
        return Some(Key::plain(KeyCode::F(number + 1)));
    }
    let held = Held::of(parameters)?;
    let code = match (last, held.number) {
        (b'~', 27) => return held.letter(held.third),
        (b'u', letter) => return held.letter(letter),
        (b'~', number) => numbered(number)?,
        (b'Z', _) => KeyCode::BackTab,
        (b'A'..=b'S', _) => named(last)?,
        _ => return None,
    };
    Some(held.with(code))
}

/// What the mouse did, by `ESC [ < button ; column ; row M`; nothing for a button let go, moved, or any but the first.
pub fn mouse(parameters: &[u8], last: u8) -> Option<Mouse> {
    /// Bits that tell what is held on the keyboard.
    const HELD: u16 = 4 | 8 | 16;
    let numbers = str::from_utf8(parameters).ok()?.strip_prefix('<')?;
    let numbers: Vec<u16> = numbers.split(';').map(|number| number.parse().ok()).collect::<Option<_>>()?;
    let [button, column, row] = numbers.as_slice() else { return None };
    let touch = match (button & !HELD, last) {
        (0, b'M') => Touch::Press,
        (64, b'M') => Touch::WheelUp,
        (65, b'M') => Touch::WheelDown,
        _ => return None,
    };
    Some(Mouse { column: column.checked_sub(1)?, row: row.checked_sub(1)?, touch })
}

/// The key behind `ESC O parameters last`: arrows and F1 to F4, and the keypad where a program left it in that mode.
pub fn ss3(parameters: &[u8], last: u8) -> Option<Key> {
    // Old terminals put the modifiers alone there.
    let parameters = if parameters.contains(&b';') { parameters.to_vec() } else { [b"1;", parameters].concat() };
    let held = Held::of(&parameters)?;
    let code = match last {
        b'M' => KeyCode::Enter,
        b'j'..=b'y' => KeyCode::Char(char::from(last - b'j' + b'*')),
        _ => named(last)?,
    };
    Some(held.with(code))
}

fn named(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::F(last - b'P' + 1),
        _ => return None,
    })
}

/// The key `ESC [ number ~`, by its place on the VT220 keyboard, which left gaps.
fn numbered(number: u32) -> Option<KeyCode> {
    let function = |first: u32, gone: u32| u8::try_from(number - first + gone).ok().map(KeyCode::F);
    match number {
        1 | 7 => Some(KeyCode::Home),
        3 => Some(KeyCode::Delete),
        4 | 8 => Some(KeyCode::End),
        5 => Some(KeyCode::PageUp),
        6 => Some(KeyCode::PageDown),
        11..=15 => function(11, 1),
        17..=21 => function(17, 6),
        23..=26 => function(23, 11),
        28..=29 => function(28, 15),
        31..=34 => function(31, 17),
        _ => None,
    }
}

/// The kind of event that is no press.
const LET_GO: u32 = 3;

/// A number in the parameters; 1 where it is left out, nothing where it is beyond measure.
fn number(digits: Option<&str>) -> Option<u32> {
    digits.filter(|digits| !digits.is_empty()).map_or(Some(1), |digits| digits.parse().ok())
}

/// The parameters of a sequence: a number, what is held beside the key, and a third.
struct Held {
    number: u32,
    shift: bool,
    alt: bool,
    ctrl: bool,
    third: u32,
}

impl Held {
    /// Nothing where they are no numbers, as in replies, or the key was let go.
    fn of(parameters: &[u8]) -> Option<Self> {
        if !parameters.iter().all(|byte| matches!(byte, b'0'..=b'9' | b';' | b':')) {
            return None;
        }
        let text = str::from_utf8(parameters).ok()?;
        let mut fields = text.split(';');
        let mut field = || {
            let mut parts = fields.next().unwrap_or_default().split(':');
            (number(parts.next()), number(parts.next()))
        };
        let ((number, _), (modifiers, kind), (third, _)) = (field(), field(), field());
        let mask = modifiers?.saturating_sub(1);
        let has = |bits| mask & bits != 0;
        // Alt is also told as Meta, by either of two bits.
        let alt = has(2 | 8 | 32);
        (kind != Some(LET_GO)).then_some(Self { number: number?, shift: has(1), alt, ctrl: has(4), third: third? })
    }

    fn with(&self, code: KeyCode) -> Key {
        Key { code, ctrl: self.ctrl, alt: self.alt }
    }

    /// The key of a letter given by its number in Unicode.
    fn letter(&self, number: u32) -> Option<Key> {
        let letter = char::from_u32(number).filter(|letter| !('\u{e000}'..='\u{f8ff}').contains(letter))?;
        let code = match letter {
            '\t' if self.shift => KeyCode::BackTab,
            '\t' => KeyCode::Tab,
            '\r' => KeyCode::Enter,
            '\u{1b}' => KeyCode::Esc,
            '\u{8}' | '\u{7f}' => KeyCode::Backspace,
            control if control.is_control() => return None,
            letter if self.ctrl => KeyCode::Char(letter.to_ascii_lowercase()),
            letter if self.shift => KeyCode::Char(letter.to_uppercase().next().unwrap_or(letter)),
            letter => KeyCode::Char(letter),
        };
        Some(self.with(code))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(key: Option<Key>) -> String {
        key.map_or_else(|| "-".to_owned(), |key| key.to_string())
    }

    #[test]
    fn a_sequence_names_its_key_and_what_is_held_beside_it() {
        for (parameters, last, expected) in [
            ("", b'A', "Up"),
            ("1;5", b'C', "Ctrl-Right"),
            ("1;3", b'D', "Alt-Left"),
            ("1;9", b'D', "Alt-Left"),
            ("", b'Z', "Shift-Tab"),
            ("", b'P', "F1"),
            ("3", b'~', "Delete"),
            ("3;3", b'~', "Alt-Delete"),
            ("7", b'~', "Home"),
            ("6;", b'~', "PgDn"),
            ("11", b'~', "F1"),
            ("15", b'~', "F5"),
            ("17", b'~', "F6"),
            ("24", b'~', "F12"),
            ("34", b'~', "F20"),
            ("[", b'E', "F5"),
            ("98;3", b'u', "Alt-b"),
            ("27;5;110", b'~', "Ctrl-N"),
            ("110;6", b'u', "Ctrl-N"),
            ("257;2", b'u', "Ā"),
            ("9;2", b'u', "Shift-Tab"),
        ] {
            assert_eq!(shown(csi(parameters.as_bytes(), last)), expected, "{parameters}{}", char::from(last));
        }
        for (parameters, last, expected) in [("", b'B', "Down"), ("5", b'A', "Ctrl-Up"), ("1;3", b'R', "Alt-F3")] {
            assert_eq!(shown(ss3(parameters.as_bytes(), last)), expected);
        }
        assert_eq!(shown(ss3(b"", b'p')), "0");
    }

    #[test]
    fn a_mouse_says_where_it_was_and_only_its_first_button_and_its_wheel_are_heard() {
        let told = |parameters: &str, last| {
            mouse(parameters.as_bytes(), last).map(|Mouse { column, row, touch }| (column, row, touch))
        };
        assert_eq!(told("<0;12;3", b'M'), Some((11, 2, Touch::Press)));
        assert_eq!(told("<4;1;1", b'M'), Some((0, 0, Touch::Press)));
        assert_eq!(told("<64;300;100", b'M'), Some((299, 99, Touch::WheelUp)));
        assert_eq!(told("<65;1;2", b'M'), Some((0, 1, Touch::WheelDown)));
        for (parameters, last) in [
            ("<0;12;3", b'm'),
            ("<2;12;3", b'M'),
            ("<32;12;3", b'M'),
            ("<66;12;3", b'M'),
            ("<0;0;3", b'M'),
            ("<0;12", b'M'),
            ("<0;12;99999", b'M'),
            ("<0;12;3;4", b'M'),
            ("0;12;3", b'M'),
            ("<", b'M'),
        ] {
            assert_eq!(told(parameters, last), None, "{parameters}");
        }
    }

    #[test]
    fn what_is_no_key_means_nothing() {
        for (parameters, last) in [
            ("", b'I'),
            ("", b'O'),
            ("2", b'~'),
            ("16", b'~'),
            ("35", b'~'),
            ("201", b'~'),
            ("99999999999", b'~'),
            ("[", b'F'),
            ("?1;2", b'c'),
            (">0;95;0", b'c'),
            ("<0;3;4", b'M'),
            ("8;24;80", b't'),
            ("98;3:3", b'u'),
            ("57441", b'u'),
            ("27;5", b'~'),
        ] {
            assert_eq!(csi(parameters.as_bytes(), last), None, "{parameters}{}", char::from(last));
        }
    }
}
