//! Keys and pastes out of the bytes a terminal sends, in whatever pieces they come.
//!
//! A machine of its own, since none to be had says whether something is under way, which is what the one who waits must
//! know. It swallows whole sequences it does not know, and it knows no clock: [`Decoder::give_up`] is told when time is
//! up. A control byte belongs to no sequence, so that Ctrl-C is heard whatever came before it, save in a paste.

use super::keys;
use crate::app::{Key, KeyCode, Msg};

const ESC: u8 = 0x1b;
const BELL: u8 = 0x07;
/// What ends a pasted text.
const PASTED: &[u8] = b"\x1b[201~";
/// Longest text taken from one paste, in bytes; what lies beyond is dropped.
const LONGEST_PASTE: usize = 1024 * 1024;
/// Longest parameters of a sequence that are remembered; no key has as many.
const LONGEST_SEQUENCE: usize = 32;

/// What is under way, by who may have sent it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pending {
    /// What may be a key of its own, or typed by hand: Esc, and Alt with one of a few letters.
    Typed,
    /// What only a terminal sends.
    Sent,
    /// A pasted text.
    Pasted,
}

/// Takes bytes, gives keys and pastes.
#[derive(Debug, Default)]
pub struct Decoder {
    state: State,
    /// Whether one more ESC came before it: Esc, or Alt where a sequence follows.
    is_doubled: bool,
    /// What has come since the state was entered.
    held: Vec<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum State {
    #[default]
    Ground,
    /// After ESC.
    Escape,
    /// After `ESC [`.
    Csi,
    /// After `ESC O`.
    Ss3,
    /// After ESC and a letter that may open a text from the terminal to the program; the letter is held.
    Opening,
    /// In such a text.
    Text,
    /// After an ESC in it, which with `\` ends it.
    Closing,
    /// In the three bytes behind `ESC [ M`.
    Mouse,
    /// In a letter of several bytes.
    Letter { alt: bool },
    /// In a pasted text.
    Paste,
}

impl Decoder {
    /// Takes `bytes`, and tells what they make complete.
    pub fn take(&mut self, bytes: &[u8], told: &mut Vec<Msg>) {
        for &byte in bytes {
            self.step(byte, told);
        }
    }

    /// What is under way.
    pub fn pending(&self) -> Option<Pending> {
        match self.state {
            State::Ground => None,
            State::Escape | State::Opening | State::Closing => Some(Pending::Typed),
            State::Csi | State::Ss3 if matches!(self.held.as_slice(), [] | [b'[']) => Some(Pending::Typed),
            State::Csi | State::Ss3 | State::Text | State::Mouse | State::Letter { .. } => Some(Pending::Sent),
            State::Paste => Some(Pending::Pasted),
        }
    }

    /// Takes what is under way for all there is: the keys it may have been, the text pasted so far, or nothing.
    pub fn give_up(&mut self, told: &mut Vec<Msg>) {
        let (state, held) = (self.state, self.reset());
        let is_doubled = std::mem::take(&mut self.is_doubled);
        let typed: &[u8] = match (state, held.as_slice()) {
            (State::Escape | State::Closing, _) => b"\x1b",
            (State::Csi, []) => b"[",
            (State::Csi, [b'[']) => b"[[",
            (State::Ss3, []) => b"O",
            (State::Opening, letter) => letter,
            (State::Paste, text) => {
                let text = text.get(..LONGEST_PASTE).unwrap_or(text);
                return told.push(Msg::Paste(String::from_utf8_lossy(text).into_owned()));
            }
            _ => return,
        };
        if is_doubled {
            told.push(Msg::Key(Key::plain(KeyCode::Esc)));
        }
        for (nth, &byte) in typed.iter().enumerate() {
            // Esc itself is never Alt-Esc.
            told.push(Msg::Key(Key { alt: nth == 0 && byte != ESC, ..keys::ascii(byte) }));
        }
    }

    /// Back to the ground; gives what was held.
    fn reset(&mut self) -> Vec<u8> {
        self.state = State::Ground;
        std::mem::take(&mut self.held)
    }

    fn enter(&mut self, state: State, held: &[u8]) {
        self.state = state;
        self.held.clear();
        self.held.extend_from_slice(held);
    }

    fn step(&mut self, byte: u8, told: &mut Vec<Msg>) {
        match (self.state, byte) {
            (State::Ground, _) => self.begin(byte, false, told),
            (State::Paste, _) => self.paste(byte, told),
            (State::Escape, ESC) => {
                self.release_first(told);
                self.is_doubled = true;
            }
            (State::Escape, b'[') => self.enter(State::Csi, &[]),
            (State::Escape, b'O') => self.enter(State::Ss3, &[]),
            (State::Escape, b']' | b'P' | b'_') => self.enter(State::Opening, &[byte]),
            (State::Escape, _) => {
                self.release_first(told);
                self.state = State::Ground;
                self.begin(byte, true, told);
            }
            (State::Csi, b'[') if self.held.is_empty() => self.held.push(byte), // a function key of the Linux console
            (State::Csi, b'M') if self.held.is_empty() => {
                self.release_first(told);
                self.state = State::Mouse;
            }
            (State::Csi, 0x20..=0x3f) | (State::Ss3, b'0'..=b'9' | b';') => {
                if self.held.len() < LONGEST_SEQUENCE {
                    self.held.push(byte);
                }
            }
            (State::Csi | State::Ss3, 0x40..=0x7e) => self.close(byte, told),
            (State::Opening, _) if opens_text(&self.held, byte) => {
                self.release_first(told);
                self.enter(State::Text, &[]);
            }
            (State::Text, BELL) | (State::Closing, b'\\') => self.state = State::Ground,
            (State::Text, ESC) => self.state = State::Closing,
            (State::Text, 0x20..) => {}
            (State::Closing, _) => {
                self.state = State::Escape;
                self.step(byte, told);
            }
            (State::Mouse, 0x20..) => {
                self.held.push(byte);
                if self.held.len() == 3 {
                    self.reset();
                }
            }
            (State::Letter { alt }, 0x80..=0xbf) => self.spell(byte, alt, told),
            _ => {
                self.give_up(told);
                self.begin(byte, false, told);
            }
        }
    }

    /// Tells Esc, where two ESC came and the second began no key.
    fn release_first(&mut self, told: &mut Vec<Msg>) {
        if std::mem::take(&mut self.is_doubled) {
            told.push(Msg::Key(Key::plain(KeyCode::Esc)));
        }
    }

    /// Takes a byte where nothing is under way.
    fn begin(&mut self, byte: u8, alt: bool, told: &mut Vec<Msg>) {
        match byte {
            ESC => self.state = State::Escape,
            0..=0x7f => told.push(Msg::Key(Key { alt, ..keys::ascii(byte) })),
            0xc2..=0xf4 => self.enter(State::Letter { alt }, &[byte]),
            _ => {}
        }
    }

    /// Takes a further byte of a letter.
    fn spell(&mut self, byte: u8, alt: bool, told: &mut Vec<Msg>) {
        self.held.push(byte);
        match str::from_utf8(&self.held) {
            Ok(letter) => {
                told.extend(letter.chars().map(|c| Msg::Key(Key { alt, ..Key::plain(KeyCode::Char(c)) })));
                self.reset();
            }
            Err(error) if error.error_len().is_some() => drop(self.reset()),
            Err(_) => {}
        }
    }

    /// Takes the last byte of a sequence.
    fn close(&mut self, last: u8, told: &mut Vec<Msg>) {
        let (state, parameters) = (self.state, self.reset());
        let is_doubled = std::mem::take(&mut self.is_doubled);
        let key = if state == State::Ss3 { keys::ss3(&parameters, last) } else { keys::csi(&parameters, last) };
        match key {
            Some(key) => told.push(Msg::Key(Key { alt: key.alt || is_doubled, ..key })),
            None if is_doubled => told.push(Msg::Key(Key::plain(KeyCode::Esc))),
            None => {}
        }
        told.extend(keys::mouse(&parameters, last).filter(|_| state == State::Csi).map(Msg::Mouse));
        if (state, parameters.as_slice(), last) == (State::Csi, b"200", b'~') {
            self.state = State::Paste;
        }
    }

    /// Takes a byte of a pasted text.
    fn paste(&mut self, byte: u8, told: &mut Vec<Msg>) {
        self.held.push(byte);
        if self.held.ends_with(PASTED) {
            self.held.truncate(self.held.len() - PASTED.len());
            self.give_up(told);
        } else if self.held.len() > LONGEST_PASTE + PASTED.len() {
            self.held.remove(LONGEST_PASTE); // moves no more than the few bytes that may be the beginning of the end
        }
    }
}

/// Whether `byte` behind ESC and a letter begins what a terminal answers, and no finger types: the beginnings of replies
/// about colours, about settings and versions, and about pictures.
fn opens_text(letter: &[u8], byte: u8) -> bool {
    matches!((letter, byte), (b"]", b'0'..=b'9') | (b"P", b'0'..=b'9' | b'>' | b'!') | (b"_", b'G'))
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    /// What `pieces` tell, each followed by ` | ` where time is up behind it, as one line.
    fn told(pieces: &[&[u8]]) -> String {
        let mut decoder = Decoder::default();
        let mut told = Vec::new();
        for (nth, piece) in pieces.iter().enumerate() {
            if nth > 0 {
                decoder.give_up(&mut told);
                assert_eq!(decoder.pending(), None);
            }
            decoder.take(piece, &mut told);
        }
        decoder.give_up(&mut told);
        told.iter().map(shown).collect::<Vec<_>>().join(" ")
    }

    fn shown(msg: &Msg) -> String {
        match msg {
            Msg::Key(key) => key.to_string(),
            Msg::Paste(text) => format!("{text:?}"),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn keys_come_out_as_they_were_pressed() {
        for (bytes, expected) in [
            (&b"aG\r\t\x7f\x08 \x03\x1f"[..], "a G Enter Tab Backspace Ctrl-H Space Ctrl-C Ctrl-7"),
            (b"\x1b[A\x1bOB\x1b[1;3D\x1b[[A\x1b[3~", "Up Down Alt-Left F1 Delete"),
            (b"\x1bb\x1b\x7f\x1b\xc4\x81\x1b\r", "Alt-b Alt-Backspace Alt-\u{101} Alt-Enter"),
            (b"\x1b\x1b[A\x1b\x1bOD\x1b\x1bb", "Alt-Up Alt-Left Esc Alt-b"),
            (b"\x1b\x1b\x1b[A", "Esc Alt-Up"),
            ("āĻ€😀".as_bytes(), "ā Ļ € 😀"),
            (b"\x1b[200~q\x03\x1b[A\x1b[201~x", "\"q\\u{3}\\u{1b}[A\" x"),
            (b"\x1b[200~\xc4\x1b[201~", "\"\u{fffd}\""),
        ] {
            assert_eq!(told(&[bytes]), expected, "{}", bytes.escape_ascii());
        }
    }

    #[test]
    fn when_time_is_up_the_beginning_of_a_sequence_was_a_key_of_its_own() {
        for (pieces, expected) in [
            (&[&b"\x1b"[..], b"[A"][..], "Esc [ A"),
            (&[b"\x1b", b"b"], "Esc b"),
            (&[b"\x1b\x1b", b"b"], "Esc Esc b"),
            (&[b"\x1b[", b"q"], "Alt-[ q"),
            (&[b"\x1b[[", b"q"], "Alt-[ [ q"),
            (&[b"\x1bO", b"q"], "Alt-O q"),
            (&[b"\x1b\x1bP", b"q"], "Esc Alt-P q"),
            (&[b"\x1b[1;5", b"q"], "q"),
            (&[b"\xc4", b"\x81q"], "q"),
            (&[b"\x1b[200~ab", b"q\x1b[201~"], "\"ab\" q"),
        ] {
            assert_eq!(told(pieces), expected, "{pieces:?}");
        }
    }

    #[test]
    fn what_is_no_key_is_swallowed_whole() {
        for bytes in [
            &b"\x1b[I\x1b[O"[..],
            b"\x1b[?64;1;2c",
            b"\x1b[>41;354;0c",
            b"\x1b[=1c",
            b"\x1b[?2026;2$y",
            b"\x1b[<0;12;3m\x1b[<35;12;3M",
            b"\x1b[M !\"",
            b"\x1b[32;12;3M",
            b"\x1b[201~",
            b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
            b"\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
            b"\x1bP>|XTerm(370)\x1b\\",
            b"\x1b_Gi=31;OK\x1b\\",
            b"\x1b[2~\x1b[E",
            b"\xff\xc0\x80\xed\xa0\x80",
        ] {
            assert_eq!(told(&[&[bytes, b"x"].concat()]), "x", "{}", bytes.escape_ascii());
        }
        assert_eq!(told(&[b"\x1b\x1b[Ix"]), "Esc x");
    }

    #[test]
    fn what_a_text_that_never_ends_is_followed_by_is_heard() {
        assert_eq!(told(&[b"\x1b]11;rgb:\x1b[A"]), "Up");
        assert_eq!(told(&[b"\x1b]11;rgb:", b"x"]), "x");
        assert_eq!(told(&[b"\x1b]11;rgb:\x1b"]), "Esc");
        assert_eq!(told(&["\x1bPāx".as_bytes()]), "Alt-P ā x");
    }

    #[test]
    fn a_pasted_text_is_taken_as_far_as_the_limit() {
        let text = "x".repeat(LONGEST_PASTE + 100);
        let mut decoder = Decoder::default();
        let mut told = Vec::new();
        decoder.take(format!("\x1b[200~{text}\x1b[201~q").as_bytes(), &mut told);
        assert!(matches!(&told[..], [Msg::Paste(text), Msg::Key(_)] if text.len() == LONGEST_PASTE));
    }

    /// Bytes that are often, but not always, whole sequences.
    fn bytes() -> impl Strategy<Value = Vec<u8>> {
        let known: Vec<&[u8]> = vec![
            b"\x1b",
            b"\x1b[",
            b"\x1bO",
            b"\x1b]1",
            b"\x1b\\",
            b"\x1b[M",
            b"\x1b[[",
            b"\x1b[200~",
            b"\x1b[201~",
            b"A",
            b"~",
            b"1;5",
            b"\xc4\x81",
            b"\xf0\x9f",
            b"\x03",
        ];
        let piece = prop_oneof![select(known).prop_map(<[u8]>::to_vec), vec(any::<u8>(), 1..4)];
        vec(piece, 0..24).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn pieces_that_come_in_time_give_the_same_keys(bytes in bytes(), cuts in vec(any::<prop::sample::Index>(), 0..8)) {
            let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
            cuts.sort_unstable();
            let (mut decoder, mut told_in_pieces) = (Decoder::default(), Vec::new());
            let mut start = 0;
            for end in cuts.into_iter().chain([bytes.len()]) {
                decoder.take(&bytes[start..end], &mut told_in_pieces);
                start = end;
            }
            decoder.give_up(&mut told_in_pieces);
            prop_assert_eq!(told_in_pieces.iter().map(shown).collect::<Vec<_>>().join(" "), told(&[&bytes]));
        }

        #[test]
        fn ctrl_c_is_heard_whatever_came_before_it_save_in_a_paste(bytes in bytes()) {
            let (mut decoder, mut told) = (Decoder::default(), Vec::new());
            decoder.take(&bytes, &mut told);
            if decoder.pending() == Some(Pending::Pasted) {
                decoder.give_up(&mut told);
            }
            decoder.take(b"\x03", &mut told);
            let is_heard = matches!(told.last(), Some(Msg::Key(Key { code: KeyCode::Char('c'), ctrl: true, .. })));
            prop_assert!(is_heard, "{told:?}");
        }
    }
}
