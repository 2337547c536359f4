//! Takes a text apart where no word can go on, eight bytes at a time.
//!
//! Where a word ends cannot be guessed, and each wrong guess costs a processor as much time as the word has letters. So the
//! bytes are not asked one by one: what all of them are is put together first, as bits.

use std::ops::Range;

/// Gives each piece of `text` to `visit`: as much of it as holds no ASCII but letters, digits and what joins them. A piece
/// may hold several words still, or none.
pub fn visit(text: &str, mut visit: impl FnMut(Range<usize>)) {
    let mut start = 0;
    let (mut is_inside, mut offset) = (0, 0);
    for block in text.as_bytes().chunks(BLOCK) {
        let inside = inside_pieces(block);
        // A bit wherever it changes.
        let mut turns = inside ^ ((inside << 1) | is_inside);
        while turns != 0 {
            let at = offset + turns.trailing_zeros() as usize;
            if is_inside == 1 {
                visit(start..at);
            }
            start = at;
            is_inside ^= 1;
            turns &= turns - 1;
        }
        offset += BLOCK;
    }
    if is_inside == 1 {
        visit(start..text.len());
    }
}

/// How many bytes are looked at together: as many as a number has bits.
const BLOCK: usize = u64::BITS as usize;

/// Which of the bytes belong to a piece, the first in the lowest bit; none behind the last.
fn inside_pieces(block: &[u8]) -> u64 {
    let (eights, rest) = block.as_chunks::<8>();
    let mut last = [0; 8];
    last.iter_mut().zip(rest).for_each(|(byte, own)| *byte = *own);
    let all = eights.iter().chain(std::iter::once(&last).filter(|_| !rest.is_empty()));
    let bits = all.map(|eight| u64::from(belonging(u64::from_le_bytes(*eight))));
    bits.zip((0..).step_by(8)).fold(0, |inside, (bits, at)| inside | (bits << at))
}

/// The same for eight bytes.
fn belonging(bytes: u64) -> u8 {
    let ascii = bytes & !HIGHEST;
    // A capital differs from its letter in this bit alone.
    let small = ascii | (EACH * 0x20);
    let are_in = bytes | between(small, b'a', b'z') | between(ascii, b'0', b'9') | between(ascii, b'+', b'+');
    // The highest bits of all bytes, moved into one.
    let [.., gathered] = ((are_in & HIGHEST) >> 7).wrapping_mul(0x0102_0408_1020_4080).to_le_bytes();
    gathered
}

/// The highest bit of each byte that is one of those from `first` to `last`. None of the bytes has it to begin with.
const fn between(bytes: u64, first: u8, last: u8) -> u64 {
    let not_below = bytes + EACH * (0x80 - first as u64);
    let above = bytes + EACH * (0x7f - last as u64);
    not_below & !above & HIGHEST
}

/// One in each of eight bytes.
const EACH: u64 = u64::from_le_bytes([1; 8]);
/// The highest bit of each.
const HIGHEST: u64 = EACH << 7;

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        visit(text, |piece| found.push(&text[piece]));
        found
    }

    #[test]
    fn every_byte_counts_as_what_it_is_wherever_it_stands() {
        let is_in = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'+' || !byte.is_ascii();
        for byte in 0..=u8::MAX {
            for at in 0..8 {
                for around in [b' ', b'x', 0xc5] {
                    let mut eight = [around; 8];
                    eight[at] = byte;
                    let expected = eight.iter().rev().fold(0, |bits, byte| (bits << 1) | u8::from(is_in(*byte)));
                    assert_eq!(belonging(u64::from_le_bytes(eight)), expected, "{byte:#x} at {at}");
                }
            }
        }
    }

    #[test]
    fn a_piece_ends_where_no_word_can_go_on() {
        assert_eq!(pieces("ES un „Apvāršņa” 5G/6G, WSIS+20"), ["ES", "un", "„Apvāršņa”", "5G", "6G", "WSIS+20"]);
        assert!(pieces("").is_empty() && pieces(" - ").is_empty());
        for length in 0..200 {
            let (long, end) = ("ā".repeat(length), "z".repeat(length));
            let text = format!("{long} {end}");
            assert_eq!(pieces(&text), text.split_whitespace().collect::<Vec<_>>());
        }
    }
}
