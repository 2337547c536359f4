//! The shortest way of the cursor from one place to another.

use ratatui::layout::Position;

use super::short::Short;

/// Rows down by line feeds.
const NEAR: u16 = 16;
/// Columns back by backspaces.
const BACK: u16 = 4;

/// The bytes of the shortest way to `to` on a screen so wide; where the cursor is may not be known.
pub fn between(from: Option<Position>, to: Position, width: u16) -> Short {
    let straight = straight(to);
    let Some(from) = from else { return straight };
    let down = down(Short::default(), from.y, to.y);
    let mut ways = [straight, sequence(Short::default().byte(b'\r').then(&down), to.x, b'C'), straight];
    // In the column behind the last one, terminals do not agree on where the cursor is.
    if from.x < width {
        ways[2] = aside(down, from.x, to.x);
    }
    ways.into_iter().min_by_key(Short::len).unwrap_or(straight)
}

fn straight(to: Position) -> Short {
    let way = Short::default().byte(0x1b).byte(b'[');
    let way = if to == Position::ORIGIN { way } else { way.number(to.y + 1) };
    let way = if to.x == 0 { way } else { way.byte(b';').number(to.x + 1) };
    way.byte(b'H')
}

fn down(way: Short, from: u16, to: u16) -> Short {
    match to.checked_sub(from) {
        Some(rows) if rows <= NEAR => (0..rows).fold(way, |way, _| way.byte(b'\n')),
        Some(rows) => sequence(way, rows, b'B'),
        None => sequence(way, from - to, b'A'),
    }
}

fn aside(way: Short, from: u16, to: u16) -> Short {
    match from.checked_sub(to) {
        Some(columns) if columns <= BACK => (0..columns).fold(way, |way, _| way.byte(b'\x08')),
        Some(columns) => sequence(way, columns, b'D'),
        None => sequence(way, to - from, b'C'),
    }
}

/// A sequence that moves by so many; nothing for none.
fn sequence(way: Short, count: u16, last: u8) -> Short {
    match count {
        0 => way,
        1 => way.byte(0x1b).byte(b'[').byte(last),
        _ => way.byte(0x1b).byte(b'[').number(count).byte(last),
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
            let found = between(from, to, 120);
            assert_eq!(String::from_utf8_lossy(found.bytes()), way, "{from:?} to {to:?}");
        }
    }

    #[test]
    fn no_way_is_cut_short() {
        let farthest = Position { x: u16::MAX - 1, y: u16::MAX - 1 };
        assert_eq!(straight(farthest).bytes(), b"\x1b[65535;65535H");
        let longest = between(Some(Position { x: u16::MAX, y: 0 }), Position { x: 60_000, y: NEAR }, 1);
        assert_eq!(longest.bytes(), b"\x1b[17;60001H");
    }
}
