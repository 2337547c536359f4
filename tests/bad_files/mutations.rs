//! Sound data files with some bytes changed: whatever comes of it, it is read to its end, each fault has a place within
//! the file, and the rest of the data is there.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::{data_file, settings};

const SOUND: [&[u8]; 4] = [
    include_bytes!("../data/good/piezime.json"),
    include_bytes!("../data/good/sanaksme.json"),
    include_bytes!("../data/good/saites.json"),
    include_bytes!("../data/good/ar-bom.json"),
];

const SETTINGS: &[u8] = br#"{
  "language": "lv", "start_tab": "agenda", "words_a_minute": { "lv": 100, "en": 125 }, "colours": "256",
  "background": "light", "ascii": false, "mouse": true,
  "keys": { "mark": ["Space", "F5"], "search": ["Ctrl-F", "/"], "copy": [], "quit": ["F10"], "zoom": ["Alt-z"] }
}"#;

/// What readers of JSON stumble over.
const STONES: [&[u8]; 30] = [
    b"{",
    b"}",
    b"[",
    b"]",
    b"\"",
    b"\\",
    b",",
    b":",
    b"null",
    b"true",
    b"-1",
    b"1e999",
    b"0.5",
    b"\"\"",
    b"{}",
    b"[]",
    b"NaN",
    b"\\u0000",
    b"\\ud800",
    b"\\u001b[2J",
    b"\0",
    b"\xef\xbb\xbf",
    b"\xff",
    b"\xc0\xaf",
    b"\xe2\x80\xae",
    b"\n",
    b"\r\n",
    b"<<<<<<< HEAD\n",
    b"\"id\": \"ids25/1.1\",",
    b"99999999999999999999",
];

#[derive(Debug, Clone, Copy)]
enum Change {
    Cut(Index, usize),
    Put(Index, &'static [u8]),
    Byte(Index, u8),
    Repeat(Index, usize),
    End(Index),
    /// The text of one field in the place of another's.
    Swap(Index, Index),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        3 => (at(), 1..12usize).prop_map(|(at, length)| Change::Cut(at, length)),
        5 => (at(), select(&STONES[..])).prop_map(|(at, stone)| Change::Put(at, stone)),
        3 => (at(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        2 => (at(), 1..200usize).prop_map(|(at, length)| Change::Repeat(at, length)),
        1 => at().prop_map(Change::End),
        6 => (at(), at()).prop_map(|(one, other)| Change::Swap(one, other)),
    ]
}

/// Where the texts in quotes lie.
fn texts(bytes: &[u8]) -> Vec<std::ops::Range<usize>> {
    let quotes: Vec<usize> = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'"').map(|(at, _)| at).collect();
    quotes.chunks_exact(2).map(|pair| pair[0] + 1..pair[1]).collect()
}

fn changed(mut bytes: Vec<u8>, change: Change) -> Vec<u8> {
    if bytes.is_empty() {
        return bytes;
    }
    let size = bytes.len();
    match change {
        Change::Cut(at, length) => {
            let at = at.index(size);
            bytes.drain(at..size.min(at + length));
        }
        Change::Put(at, stone) => {
            let at = at.index(size);
            bytes.splice(at..at, stone.iter().copied());
        }
        Change::Byte(at, byte) => bytes[at.index(size)] = byte,
        Change::Repeat(at, length) => {
            let at = at.index(size);
            let part = bytes[at..size.min(at + length)].to_vec();
            bytes.splice(at..at, part);
        }
        Change::End(at) => bytes.truncate(at.index(size)),
        Change::Swap(one, other) => {
            let texts = texts(&bytes);
            if !texts.is_empty() {
                let (one, other) = (texts[one.index(texts.len())].clone(), texts[other.index(texts.len())].clone());
                let text = bytes[other].to_vec();
                bytes.splice(one, text);
            }
        }
    }
    bytes
}

fn cases(usual: u32) -> u32 {
    std::env::var_os("PROPTEST_CASES").and_then(|cases| cases.to_str()?.parse().ok()).unwrap_or(usual)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(100), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_changed_file_is_read_to_its_end_and_its_faults_have_places(
        sound in select(&SOUND[..]), changes in prop::collection::vec(change(), 1..8),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        data_file::uphold(folder.path(), &changes.into_iter().fold(sound.to_vec(), changed));
    }

    #[test]
    fn whatever_bytes_lie_there_they_are_read_to_their_end(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let folder = tempfile::tempdir().expect("a folder");
        data_file::uphold(folder.path(), &bytes);
        settings::uphold(folder.path(), &bytes);
    }

    #[test]
    fn changed_settings_are_read_to_their_end_and_always_leave_a_way_out(changes in prop::collection::vec(change(), 1..8)) {
        let folder = tempfile::tempdir().expect("a folder");
        settings::uphold(folder.path(), &changes.into_iter().fold(SETTINGS.to_vec(), changed));
    }
}
