//! The shortest way of the cursor from one place to another.

use ratatui::layout::Position;

/// Rows down by line feeds.
const NEAR: u16 = 16;
/// Columns back by backspaces.
const BACK: u16 = 4;
/// More than the longest way: line feeds, and a sequence with a number.
const ROOM: usize = 32;

/// Bytes that move the cursor; put together on the stack, since a frame weighs hundreds of ways.
#[derive(Clone, Copy, Default)]
pub struct Way {
    bytes: [u8; ROOM],
    length: usize,
}

impl Way {
    /// The shortest way to `to` on a screen so wide; where the cursor is may not be known.
    pub fn between(from: Option<Position>, to: Position, width: u16) -> Self {
        let straight = Self::default().to(to);
        let Some(from) = from else { return straight };
        let down = Self::default().down(from.y, to.y);
        let mut ways = [straight, Self::default().byte(b'\r').then(down).sequence(to.x, b'C'), straight];
        // In the column behind the last one, terminals do not agree on where the cursor is.
        if from.x < width {
            ways[2] = down.aside(from.x, to.x);
        }
        ways.into_iter().min_by_key(|way| way.length).unwrap_or(straight)
    }

    /// What is written.
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    fn to(self, to: Position) -> Self {
        let way = self.byte(0x1b).byte(b'[');
        let way = if to == Position::ORIGIN { way } else { way.number(to.y + 1) };
        let way = if to.x == 0 { way } else { way.byte(b';').number(to.x + 1) };
        way.byte(b'H')
    }

    fn down(self, from: u16, to: u16) -> Self {
        match to.checked_sub(from) {
            Some(rows) if rows <= NEAR => (0..rows).fold(self, |way, _| way.byte(b'\n')),
            Some(rows) => self.sequence(rows, b'B'),
            None => self.sequence(from - to, b'A'),
        }
    }

    fn aside(self, from: u16, to: u16) -> Self {
        match from.checked_sub(to) {
            Some(columns) if columns <= BACK => (0..columns).fold(self, |way, _| way.byte(b'\x08')),
            Some(columns) => self.sequence(columns, b'D'),
            None => self.sequence(to - from, b'C'),
        }
    }

    /// A sequence that moves by so many; nothing for none.
    fn sequence(self, count: u16, last: u8) -> Self {
        match count {
            0 => self,
            1 => self.byte(0x1b).byte(b'[').byte(last),
            _ => self.byte(0x1b).byte(b'[').number(count).byte(last),
        }
    }

    fn number(self, number: u16) -> Self {
        let way = if number < 10 { self } else { self.number(number / 10) };
        way.byte(b"0123456789"[usize::from(number % 10)])
    }

    fn byte(mut self, byte: u8) -> Self {
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = byte;
            self.length += 1;
        }
        self
    }

    fn then(self, other: Self) -> Self {
        other.bytes().iter().fold(self, |way, byte| way.byte(*byte))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortest_way_is_taken() {
        let at = |x, y| Position { x, y };
        for (from, to, way) in [
            (None, at(0, 0), "\x1b[H"),
            (None, at(0, 4), "\x1b[5H"),
            (None, at(119, 35), "\x1b[36;120H"),
            (Some(at(7, 3)), at(7, 4), "\n"),
            (Some(at(7, 3)), at(0, 5), "\r\n\n"),
            (Some(at(9, 3)), at(7, 3), "\x08\x08"),
            (Some(at(90, 3)), at(60, 3), "\x1b[30D"),
            (Some(at(2, 3)), at(3, 3), "\x1b[C"),
            (Some(at(2, 30)), at(2, 3), "\x1b[27A"),
            (Some(at(2, 30)), at(2, 29), "\x1b[A"),
            (Some(at(50, 2)), at(50, 35), "\x1b[33B"),
            (Some(at(120, 3)), at(79, 3), "\r\x1b[79C"),
        ] {
            let found = Way::between(from, to, 120);
            assert_eq!(String::from_utf8_lossy(found.bytes()), way, "{from:?} to {to:?}");
        }
    }

    #[test]
    fn no_way_is_cut_short() {
        let farthest = Position { x: u16::MAX - 1, y: u16::MAX - 1 };
        assert_eq!(Way::default().to(farthest).bytes(), b"\x1b[65535;65535H");
        let longest = Way::default().byte(b'\r').then(Way::default().down(0, NEAR)).sequence(u16::MAX, b'C');
        assert!(longest.length < ROOM);
    }
}
