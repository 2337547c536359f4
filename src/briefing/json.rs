//! A briefing as JSON, for other programs: the whole structure, each section with its layer.

use serde_json::{Map, json};

use super::Briefing;
use crate::domain::{Lang, SCHEMA_VERSION};

/// Writes a briefing.
///
/// A text is a string, or an object of `lv` and `en` where the briefing is in both languages and they differ.
#[must_use]
pub fn write(briefing: &Briefing) -> String {
    let speaking = |lang: &Lang| {
        let speaking = briefing.speaking(*lang);
        let value = json!({
            "words": speaking.words,
            "words_if_raised": speaking.if_raised,
            "words_a_minute": speaking.pace,
            "seconds": speaking.seconds(),
            "limit_minutes": speaking.limit,
            "seconds_over": speaking.over(),
        });
        (lang.code().to_owned(), value)
    };
    let each = briefing.languages.each();
    let body = json!({
        "schema_version": SCHEMA_VERSION,
        "languages": each.iter().map(|lang| lang.code()).collect::<Vec<_>>(),
        "speaking": each.iter().map(speaking).collect::<Map<_, _>>(),
        "briefing": briefing,
    });
    format!("{body:#}\n")
}
