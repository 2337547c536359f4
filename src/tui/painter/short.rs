//! A few bytes put together on the stack: a frame weighs hundreds of them against each other.

/// More than the longest way of the cursor, and the longest that is said of how a letter looks.
const ROOM: usize = 64;

/// Bytes that are to be written, or not.
#[derive(Clone, Copy)]
pub struct Short {
    bytes: [u8; ROOM],
    length: usize,
}

impl Default for Short {
    fn default() -> Self {
        Self { bytes: [0; ROOM], length: 0 }
    }
}

impl Short {
    /// What is written.
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    /// How many bytes there are.
    pub fn len(&self) -> usize {
        self.length
    }

    /// One byte more.
    pub fn byte(mut self, byte: u8) -> Self {
        debug_assert!(self.length < ROOM, "{:?} is full", String::from_utf8_lossy(&self.bytes));
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = byte;
            self.length += 1;
        }
        self
    }

    /// A number in figures.
    pub fn number(self, number: u16) -> Self {
        let shorter = if number < 10 { self } else { self.number(number / 10) };
        shorter.byte(b"0123456789"[usize::from(number % 10)])
    }

    /// All bytes of another.
    pub fn then(self, other: &Self) -> Self {
        other.bytes().iter().fold(self, |all, byte| all.byte(*byte))
    }

    /// A number after those before it in a sequence.
    pub fn parameter(self, number: u16) -> Self {
        if self.length == 0 { self.number(number) } else { self.byte(b';').number(number) }
    }
}
