//! Where a word stands: records and slots in ascending order, packed into bytes.
//!
//! Each posting is the step from the record before and the slot in one number of variable length, seven bits a byte. So
//! most take one byte or two, and eight million of them fit where plain numbers would take three times the room.

use super::field::Slot;

/// Bits of a slot in a posting.
const SLOT_BITS: u32 = 5;
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

/// Postings being written.
#[derive(Debug, Clone, Default)]
pub struct Trail {
    bytes: Vec<u8>,
    last: Option<Posting>,
}

impl Trail {
    /// Adds a posting; one that is already the last is left out. Records come in ascending order.
    pub fn add(&mut self, record: u32, slot: Slot) {
        if self.last == Some((record, slot)) {
            return;
        }
        let step = record - self.last.map_or(0, |(last, _)| last);
        let mut packed = step << SLOT_BITS | u32::from(slot.byte());
        while packed >= u32::from(MORE) {
            self.bytes.push(low_byte(packed) | MORE);
            packed >>= BYTE_BITS;
        }
        self.bytes.push(low_byte(packed));
        self.last = Some((record, slot));
    }

    /// Adds all postings of `later`, whose records follow.
    pub fn append(&mut self, later: &Self) {
        let mut postings = Postings(&later.bytes).into_iter();
        // Only the first step depends on what went before.
        if let Some((record, slot)) = postings.next() {
            self.add(record, slot);
            self.bytes.extend_from_slice(postings.bytes);
            self.last = later.last;
        }
    }

    /// The packed postings.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::super::field::Field;
    use super::*;

    #[test]
    fn what_is_written_is_read_whole_or_put_together() {
        let slot = |byte| Slot::of_byte(byte);
        let title = Slot::new(Field::Title, None);
        let postings =
            [(0, title), (0, slot(26)), (3, slot(1)), (131, slot(4)), (70_000, slot(0)), (2_000_000, slot(9))];
        for cut in 0..=postings.len() {
            let (first, rest) = postings.split_at(cut);
            let mut whole = Trail::default();
            let mut later = Trail::default();
            for (trail, postings) in [(&mut whole, first), (&mut later, rest)] {
                for (record, slot) in postings {
                    trail.add(*record, *slot);
                }
            }
            whole.append(&later);
            assert_eq!(Postings(whole.bytes()).into_iter().collect::<Vec<_>>(), postings, "{cut}");
        }
    }
}
