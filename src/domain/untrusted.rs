//! Text from outside: what may be shown of it.
//!
//! Every string read from a file passes here once, where it is read. What could steer a terminal becomes visible, what
//! hides or reorders text is removed, and the rest stays as it is.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthChar;

/// How many combining marks a letter keeps: more only serve to smear over the lines around it.
const MARKS: usize = 4;

/// How many characters of a text a message quotes.
const EXCERPT: usize = 80;

/// The text with nothing in it that a terminal could obey; line breaks become blanks.
#[must_use]
pub fn line(text: &str) -> Cow<'_, str> {
    clean(text, ' ')
}

/// The same with its line breaks kept.
#[must_use]
pub fn block(text: &str) -> Cow<'_, str> {
    clean(text, '\n')
}

/// How many characters of a text are left out where it is shown, because nobody could see them.
#[must_use]
pub fn hidden(text: &str) -> usize {
    if text.chars().all(|c| is_plain(c) || c == '\n') { 0 } else { sift(text, '\n', |_| {}) }
}

/// Whether [`block`] would change nothing.
#[must_use]
pub fn is_harmless(text: &str) -> bool {
    // Nearly all bytes are printable ASCII or belong to a Latin letter: whole runs of them need no closer look.
    let is_doubtful = |byte: u8| !matches!(byte, b' '..=b'~' | b'\n' | 0x80..=0xbf | 0xc3..=0xc5);
    let mut done = 0;
    text.as_bytes().chunks(RUN).all(|run| {
        let start = done;
        done += run.len();
        if !run.iter().fold(false, |doubt, &byte| doubt | is_doubtful(byte)) {
            return true;
        }
        let start = text.floor_char_boundary(start);
        let end = text.ceil_char_boundary(done);
        text.get(start..end).is_some_and(|run| matches!(block(run), Cow::Borrowed(_)))
    })
}

/// Bytes looked at together.
const RUN: usize = 64;

/// The beginning of a text for a message about it: one line, with what hides itself written out as `\u200b`.
///
/// Left out instead, it would make a faulty word look like a sound one.
#[must_use]
pub fn excerpt(text: &str) -> String {
    let mut written = String::new();
    for c in text.chars().take(EXCERPT) {
        if is_hidden(c) {
            let mut units = [0; 2];
            written.extend(c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            written.push(c);
        }
    }
    let end = if text.chars().nth(EXCERPT).is_some() { "…" } else { "" };
    format!("{}{end}", line(&written))
}

fn clean(text: &str, line_break: char) -> Cow<'_, str> {
    if text.chars().all(|c| is_plain(c) || (c == '\n' && line_break == '\n')) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    sift(text, line_break, |c| out.push(c));
    Cow::Owned(out)
}

/// Hands on what may be shown of a text; gives how many characters were left out of it.
fn sift(text: &str, line_break: char, mut show: impl FnMut(char)) -> usize {
    let (mut marks, mut left_out) = (MARKS, 0);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if is_mark(c) {
            if marks < MARKS && !is_hidden(c) {
                show(c);
                marks += 1;
            } else {
                left_out += 1;
            }
            continue;
        }
        let Some(shown) = shown(c, line_break) else {
            left_out += 1;
            continue;
        };
        if c == '\r' && chars.peek() == Some(&'\n') {
            continue;
        }
        marks = if shown == '\n' || shown == ' ' { MARKS } else { 0 };
        show(shown);
    }
    left_out
}

fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~') || (c > '\u{9f}' && !is_mark(c) && shown(c, ' ') == Some(c))
}

/// Whether it joins the letter before it.
fn is_mark(c: char) -> bool {
    is_combining_mark(c) || (c.width() == Some(0) && c > '\u{9f}')
}

fn shown(c: char, line_break: char) -> Option<char> {
    match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(line_break),
        '\t' => Some(' '),
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)),
        '\u{7f}' => Some('\u{2421}'),
        // Counted with the letter before it by some, and by itself by others.
        '\u{ff9e}' => Some('\u{309b}'),
        '\u{ff9f}' => Some('\u{309c}'),
        '\u{80}'..='\u{9f}' | '\u{fffc}' | '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{f0000}'.. => {
            Some('\u{fffd}')
        }
        _ if u32::from(c) & 0xfffe == 0xfffe => Some('\u{fffd}'),
        _ if is_hidden(c) => None,
        _ => Some(c),
    }
}

/// Characters that take no room, turn the reading order, or only colour the one before them, which takes room in some
/// terminals.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{13430}'..='\u{1345f}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_shown_instead_of_obeyed() {
        assert_eq!(line("a\u{1b}]52;c;AA\u{7}b"), "a␛]52;c;AA␇b");
        assert_eq!(line("\u{9b}31m"), "\u{fffd}31m");
        assert_eq!(line("x\u{7f}"), "x␡");
    }

    #[test]
    fn harmless_is_what_is_shown_as_it_is_wherever_it_stands() {
        for start in 0..200 {
            for odd in ["\u{1b}", "\u{202e}", "\u{301}", "\u{9b}", "\t", "\u{7f}", "\u{ad}", "\u{e0061}"] {
                assert!(!is_harmless(&format!("{}ā{odd}ž{}", "a".repeat(start), "b".repeat(90))), "{start} {odd:?}");
            }
            assert!(is_harmless(&format!("{}Ķ\n– „ē” …{}", "a".repeat(start), "b".repeat(90))), "{start}");
        }
    }

    #[test]
    fn what_hides_or_turns_text_is_removed() {
        assert_eq!(line("a\u{202e}b\u{200b}c\u{feff}d\u{ad}e\u{e0061}"), "abcde");
    }

    #[test]
    fn what_is_left_out_is_counted_and_what_is_shown_otherwise_is_not() {
        let counted = |text: &str, count| {
            assert_eq!(hidden(text), count, "{text:?}");
            assert_eq!(block(text).chars().count() + count, text.replace("\r\n", "\n").chars().count(), "{text:?}");
        };
        counted("a\u{202e}b\u{2066}c\u{200b}d\u{feff}e\u{ad}f\u{e0061}", 6);
        counted("a\u{1b}[31m\r\nb\tc\u{9b}", 0);
        counted(&format!("a{}", "\u{301}".repeat(10)), 6);
        counted("Droša savienotība", 0);
    }

    #[test]
    fn what_is_nothing_or_of_no_certain_width_is_replaced() {
        assert_eq!(line("a\u{fdd0}b\u{ffff}c\u{e000}"), "a\u{fffd}b\u{fffd}c\u{fffd}");
        assert_eq!(line("ｶ\u{ff9e}ﾊ\u{ff9f} 👍\u{1f3fd}"), "ｶ\u{309b}ﾊ\u{309c} 👍");
    }

    #[test]
    fn an_excerpt_writes_out_what_hides_itself_and_ends_early() {
        assert_eq!(excerpt("a\u{202e}b\n\u{1b}[2J\u{e0061}"), "a\\u202eb ␛[2J\\udb40\\udc61");
        assert_eq!(excerpt(&"ā".repeat(81)), format!("{}…", "ā".repeat(80)));
    }

    #[test]
    fn a_letter_keeps_four_marks_and_no_line_begins_with_one() {
        let smeared = format!("\u{301}a{}", "\u{301}".repeat(1000));
        assert_eq!(line(&smeared), format!("a{}", "\u{301}".repeat(4)));
        // No marks by name, but as narrow.
        assert_eq!(line(&"\u{1162}".repeat(1000)), "");
        assert_eq!(line(&format!("a{}", "\u{11a8}".repeat(1000))), format!("a{}", "\u{11a8}".repeat(4)));
    }

    #[test]
    fn latvian_stays_as_it_is_and_is_not_copied() {
        let text = "Droša savienotība — „Apvāršņa Eiropas” 2025–2030";
        assert!(matches!(line(text), Cow::Borrowed(same) if same == text));
    }

    #[test]
    fn line_breaks_of_every_sort_become_one() {
        assert_eq!(block("a\r\nb\rc\u{2028}d"), "a\nb\nc\nd");
        assert_eq!(line("a\r\nb\tc"), "a b c");
    }
}
