//! The name a briefing is offered as a file.

use jiff::civil::Date as Day;

use crate::briefing::{Format, Languages};
use crate::i18n::messages;
use crate::search::slug::slug;

/// A name for the briefing for `meeting`, in the user's words: in plain letters, with its day and its languages, so that no
/// two that differ in them bear the same.
///
/// ```
/// use dosje::app::file_name::file_name;
/// use dosje::briefing::{Format, Languages};
/// let day = jiff::civil::date(2026, 11, 22);
/// assert_eq!(file_name(Format::Docx, "Sēde", Languages::Both, day), "brifings-sede-2026-11-22-lv-en.docx");
/// ```
#[must_use]
pub fn file_name(format: Format, meeting: &str, languages: Languages, today: Day) -> String {
    let title = languages.each().first().map_or("", |lang| messages(*lang).briefing.title);
    format!("{}-{today}-{}.{}", slug(&format!("{title} {meeting}")), languages.tag(), format.ending())
}
