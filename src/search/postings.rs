//! Where a word stands: records and slots in ascending order, packed into bytes.
//!
//! Each posting is the step from the record before and the slot in one number of variable length, seven bits a byte. So
//! most take one byte or two, and eight million of them fit where plain numbers would take three times the room.

use super::field::Slot;

/// Bits of a slot in a posting.
pub const SLOT_BITS: u32 = 5;
/// Bits of a number in each byte; the one above says that more follows.
const BYTE_BITS: u32 = 7;
const MORE: u8 = 1 << BYTE_BITS;

/// Number of the record and the slot in it.
pub type Posting = (u32, Slot);

/// Postings to be read.
#[derive(Debug, Clone, Copy)]
pub struct Postings<'a>(pub &'a [u8]);

impl Iterator for Reader<'_> {
    type Item = Posting;

    fn next(&mut self) -> Option<Posting> {
        let (&first, rest) = self.bytes.split_first()?;
        let second = rest.first().copied().unwrap_or(0);
        // Nobody can guess whether a number takes one byte or two: both are read, and one of them made nothing of.
        let has_second = first >> BYTE_BITS;
        let mut packed = u32::from(first & !MORE) | (u32::from(second & !MORE) * u32::from(has_second)) << BYTE_BITS;
        self.bytes = rest.get(usize::from(has_second)..)?;
        let mut byte = first & second;
        let mut shift = 2 * BYTE_BITS;
        while byte & MORE != 0 {
            (byte, self.bytes) = self.bytes.split_first().map(|(byte, rest)| (*byte, rest))?;
            packed |= u32::from(byte & !MORE) << shift;
            shift += BYTE_BITS;
        }
        self.record += packed >> SLOT_BITS;
        Some((self.record, Slot::of_byte(low_byte(packed & ((1 << SLOT_BITS) - 1)))))
    }
}

/// Reads postings from the first.
pub struct Reader<'a> {
    bytes: &'a [u8],
    record: u32,
}

impl<'a> IntoIterator for Postings<'a> {
    type Item = Posting;
    type IntoIter = Reader<'a>;

    fn into_iter(self) -> Reader<'a> {
        Reader { bytes: self.0, record: 0 }
    }
}

fn low_byte(number: u32) -> u8 {
    let [low, ..] = number.to_le_bytes();
    low
}

/// Where a word stood last; nowhere at first.
///
/// The record and slot in one number, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Last(u32);

impl Last {
    /// Moves on to where the word stands next; the step to be written, none where it stands there already.
    pub fn step_to(&mut self, record: u32, slot: Slot) -> Option<Step> {
        let next = (record << SLOT_BITS | u32::from(slot.byte())) + 1;
        if *self == Self(next) {
            return None;
        }
        let step = self.step(next - 1);
        *self = Self(next);
        Some(step)
    }

    fn step(self, next: u32) -> Step {
        let record = self.0.saturating_sub(1) >> SLOT_BITS;
        Step(next - (record << SLOT_BITS))
    }
}

/// A posting as it is written: the step from the record before, and the slot.
#[derive(Debug, Clone, Copy)]
pub struct Step(u32);

impl Step {
    /// How many bytes it takes.
    pub fn length(self) -> u32 {
        (u32::BITS - self.0.leading_zeros()).div_ceil(BYTE_BITS).max(1)
    }

    /// Its bytes, and behind them others that mean nothing.
    ///
    /// Nobody can guess how many there are, so they are written at one go, whatever their number.
    pub fn bytes(self) -> [u8; SLACK as usize + 1] {
        let step = u64::from(self.0);
        let parts = [0, 1, 2, 3, 4].map(|place| (step >> (BYTE_BITS * place) & u64::from(!MORE)) << (u8::BITS * place));
        let before_last = (1 << (u8::BITS * (self.length() - 1))) - 1;
        let more = u64::from_le_bytes([MORE; SLACK as usize + 1]) & before_last;
        parts.into_iter().fold(more, |bytes, part| bytes | part).to_le_bytes()
    }
}

/// Bytes that may be written behind a posting.
pub const SLACK: u32 = 7;

/// Adds `later`, postings of records that follow those written last, to `bytes`.
pub fn append(bytes: &mut Vec<u8>, last: Last, later: &[u8]) {
    let mut postings = Postings(later).into_iter();
    // Only the first step depends on what went before.
    if let Some((record, slot)) = postings.next() {
        let first = record << SLOT_BITS | u32::from(slot.byte());
        let step = last.step(first);
        bytes.extend(step.bytes().iter().take(step.length() as usize));
        bytes.extend_from_slice(postings.bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::super::field::Field;
    use super::*;

    fn written(postings: &[Posting]) -> (Vec<u8>, Last) {
        let (mut bytes, mut last) = (Vec::new(), Last::default());
        for (record, slot) in postings {
            let Some(step) = last.step_to(*record, *slot) else { continue };
            bytes.extend(step.bytes().iter().take(step.length() as usize));
            assert!(last.step_to(*record, *slot).is_none(), "twice");
        }
        (bytes, last)
    }

    #[test]
    fn what_is_written_is_read_whole_or_put_together() {
        let slot = |byte| Slot::of_byte(byte);
        let time = Slot::new(Field::Time, None);
        let postings = [
            (0, slot(0)),
            (0, slot(20)),
            (0, time),
            (3, slot(1)),
            (131, slot(4)),
            (70_000, slot(0)),
            (2_000_000, slot(9)),
            (100_000_000, slot(31)),
        ];
        for cut in 0..=postings.len() {
            let (first, rest) = postings.split_at(cut);
            let (mut whole, last) = written(first);
            append(&mut whole, last, &written(rest).0);
            assert_eq!(Postings(&whole).into_iter().collect::<Vec<_>>(), postings, "{cut}");
        }
    }
}
