//! The forms in which words are written, with capitals, marks and quotes: each is folded once, however often it comes.

use std::hash::BuildHasher;
use std::ops::Range;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use super::numbered::{WORDS_LIMIT, Words};
use super::pieces;
use super::vocabulary::WordNumber;
use super::words::visit_folded;

/// The words of the texts that were read, and the forms in which they were written.
#[derive(Default)]
pub struct Forms {
    known: HashTable<(Key, Meaning)>,
    /// The words of those forms that have not one word.
    several: Vec<Vec<WordNumber>>,
    words: Words,
    /// The pieces of a text. All are found before the first is looked up: each lies somewhere else in memory, and so the ways
    /// there are gone side by side.
    pieces: Vec<(Range<usize>, Key, u64)>,
    room: String,
}

impl Forms {
    /// Gives the number of each word of a text to `note`: the same as folding the text first and taking its words then, of a
    /// joined word its parts first.
    pub fn read(&mut self, text: &str, mut note: impl FnMut(WordNumber)) {
        let mut found = std::mem::take(&mut self.pieces);
        pieces::visit(text, |piece| {
            let key = Key::of(text.as_bytes(), &piece);
            found.push((piece, key, key.hash()));
        });
        for (piece, key, hash) in found.drain(..) {
            let known = self.known.find(hash, |(other, _)| *other == key);
            match known.copied().and_then(|(_, meaning)| meaning.word()) {
                Some(word) => note(word),
                None => self.read_closely(text.get(piece).unwrap_or_default(), key, hash, &mut note),
            }
        }
        self.pieces = found;
    }

    /// The same for a piece that is new, long, or has not one word.
    #[cold]
    fn read_closely(&mut self, piece: &str, key: Key, hash: u64, note: &mut impl FnMut(WordNumber)) {
        let Self { known, several, words, room, .. } = self;
        if !key.is_whole() {
            return visit_folded(piece, room, |word| {
                if let Some(word) = words.number(word) {
                    note(word);
                }
            });
        }
        if let Some((_, meaning)) = known.find(hash, |(other, _)| *other == key) {
            for word in several.get(meaning.place()).into_iter().flatten() {
                note(*word);
            }
            return;
        }
        let mut meant = Vec::new();
        visit_folded(piece, room, |word| meant.extend(words.number(word)));
        for word in &meant {
            note(*word);
        }
        let meaning = if let [word] = *meant.as_slice() {
            Meaning(word)
        } else {
            several.push(meant);
            Meaning::of_several(several.len() - 1)
        };
        known.insert_unique(hash, (key, meaning), |(key, _)| key.hash());
    }

    /// All words.
    pub fn into_words(self) -> Words {
        self.words
    }
}

/// The number of a form's one word, or behind all such numbers the place of its words among those of several.
#[derive(Clone, Copy)]
struct Meaning(u32);

impl Meaning {
    fn of_several(place: usize) -> Self {
        Self(u32::try_from(place).map_or(u32::MAX, |place| WORDS_LIMIT.saturating_add(place)))
    }

    fn word(self) -> Option<WordNumber> {
        (self.0 < WORDS_LIMIT).then_some(self.0)
    }

    fn place(self) -> usize {
        self.0.saturating_sub(WORDS_LIMIT) as usize
    }
}

/// A piece of up to 16 bytes, or the beginning of a longer one with a byte behind it that is in no text.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Key([u8; Self::LENGTH]);

impl Key {
    const LENGTH: usize = 16;
    const LONGER: u8 = u8::MAX;

    /// The key of what stands at `span` of `bytes`.
    fn of(bytes: &[u8], span: &Range<usize>) -> Self {
        // So many bytes are read at one go, beginning before the piece where too few stand behind its first.
        let start = span.start.min(bytes.len().saturating_sub(Self::LENGTH));
        let before = 8 * (span.start - start);
        let behind = 8 * Self::LENGTH.saturating_sub(span.len());
        let read = bytes.get(start..).unwrap_or_default();
        let read = read.first_chunk().copied().unwrap_or_else(|| {
            let mut key = [0; Self::LENGTH];
            key.iter_mut().zip(read).for_each(|(byte, own)| *byte = *own);
            key
        });
        let mut key = ((u128::from_le_bytes(read) >> before) & (u128::MAX >> behind)).to_le_bytes();
        if span.len() > Self::LENGTH {
            key[Self::LENGTH - 1] = Self::LONGER;
        }
        Self(key)
    }

    fn is_whole(self) -> bool {
        self.0[Self::LENGTH - 1] != Self::LONGER
    }

    fn hash(self) -> u64 {
        FxBuildHasher.hash_one(u128::from_le_bytes(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_gives_its_words_however_often_it_comes() {
        let mut forms = Forms::default();
        // Short and long ones, with and without marks; one of several words, one of none.
        let text = "ES – Kiberdrošības kiberdrosibas 2025–2030 telekomunikācijas telekomunikacijas WSIS+20 „ES”";
        let words = ["es", "kiberdrosibas", "kiberdrosibas", "2025", "2030", "telekomunikacijas", "telekomunikacijas"];
        let words = [&words[..], &["wsis", "20", "wsis+20", "es"]].concat();
        for _ in 0..2 {
            let mut noted = Vec::new();
            forms.read(text, |word| noted.push(word));
            let noted: Vec<_> = noted.iter().map(|word| forms.words.word(*word)).collect();
            assert_eq!(noted, words);
        }
        assert_eq!(forms.words.count(), 8);
    }

    #[test]
    fn a_key_holds_every_byte_of_a_piece_that_is_no_longer_and_no_other() {
        let text: Vec<u8> = (b'a'..=b'z').collect();
        for start in 0..text.len() {
            for length in 1..=text.len() - start {
                let key = Key::of(&text, &(start..start + length));
                assert_eq!(key.is_whole(), length <= Key::LENGTH);
                let mut expected = [0; Key::LENGTH];
                let own = length.min(Key::LENGTH);
                expected[..own].copy_from_slice(&text[start..start + own]);
                if length > Key::LENGTH {
                    expected[Key::LENGTH - 1] = Key::LONGER;
                }
                assert_eq!(key.0, expected);
                assert!(key == Key::of(&text[start..start + length], &(0..length)), "wherever it stands");
            }
        }
    }
}
