//! What the JSON parser says, in terms of what the reader of the message can mend.

use super::tree::Lines;
use crate::domain::fault::Slip;
use crate::domain::untrusted;

/// The slip behind `error`, and the byte of `text` at which it shows.
///
/// `serde_json` keeps its kinds of error to itself: its words are all there is to go by, and what is not known here
/// is passed on as it was said.
#[must_use]
pub fn slip(text: &str, error: &serde_json::Error) -> (usize, Slip) {
    let words = error.to_string();
    let words = words.split(" at line ").next().unwrap_or_default();
    // The parser's column counts the bytes it has taken in, so the last one of them is at fault.
    let taken = Lines::of(text.as_bytes()).start(error.line()) + error.column();
    let at = taken.saturating_sub(1).min(text.len());
    let here = text.get(at..).unwrap_or_default();
    let in_text = "control character";
    match words {
        _ if error.is_eof() => (text.trim_end().len(), Slip::EndsEarly),
        _ if words.starts_with(in_text) => (at, Slip::BreakInText),
        _ if words.contains("hex escape") => {
            (text.get(..at).and_then(|before| before.rfind("\\u")).unwrap_or(at), Slip::HalfCharacter)
        }
        "invalid escape" => (text.get(..at).and_then(|before| before.rfind('\\')).unwrap_or(at), Slip::Backslash),
        "trailing characters" => (at, Slip::TextAfterEnd),
        "number out of range" => (at, Slip::HugeNumber),
        "trailing comma" => (text.get(..at).and_then(|before| before.rfind(',')).unwrap_or(at), Slip::CommaTooMany),
        _ if here.starts_with("//") || here.starts_with("/*") || here.starts_with('#') => (at, Slip::Comment),
        _ if here.starts_with(['\'', '“', '”', '„', '‘', '’', '«', '»', '`']) => (at, Slip::OtherQuotes),
        "expected `,` or `}`" | "expected `,` or `]`" => (at, Slip::NoComma),
        "expected `:`" => (at, Slip::NoColon),
        "key must be a string" => (at, Slip::NoFieldName),
        "expected value" | "expected ident" => (at, Slip::NoValue),
        _ => (at, Slip::AsSaid(untrusted::excerpt(words))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slip_in(text: &str) -> (usize, Slip) {
        slip(text, &serde_json::from_str::<serde_json::Value>(text).expect_err("no JSON"))
    }

    #[test]
    fn each_slip_is_known_by_the_words_of_the_parser_and_has_its_place() {
        for (text, at, slip) in [
            ("{\"a\": 1,\n", 8, Slip::EndsEarly),
            ("{\"a", 3, Slip::EndsEarly),
            ("{} x", 3, Slip::TextAfterEnd),
            ("[1,\n]", 2, Slip::CommaTooMany),
            ("{\"a\": 1,}", 7, Slip::CommaTooMany),
            ("{ // x\n}", 2, Slip::Comment),
            ("[1 /* x */]", 3, Slip::Comment),
            ("[“a”]", 1, Slip::OtherQuotes),
            ("{'a': 1}", 1, Slip::OtherQuotes),
            ("[\"a\nb\"]", 3, Slip::BreakInText),
            ("[\"a\tb\"]", 3, Slip::BreakInText),
            ("[\"a\\ud800b\"]", 3, Slip::HalfCharacter),
            ("[\"\\uDC00\"]", 2, Slip::HalfCharacter),
            ("[\"C:\\m\"]", 4, Slip::Backslash),
            ("[1 2]", 3, Slip::NoComma),
            ("{\"a\" 1}", 5, Slip::NoColon),
            ("{a: 1}", 1, Slip::NoFieldName),
            ("[True]", 1, Slip::NoValue),
            ("[1e999]", 5, Slip::HugeNumber),
        ] {
            assert_eq!(slip_in(text), (at, slip), "{text:?}");
        }
    }
}
