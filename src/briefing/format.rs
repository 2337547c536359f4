//! The forms in which a briefing leaves the program.

use jiff::civil::Date as Day;

use super::{Briefing, Languages, calendar, csv, docx, html, json, markdown, text};
use crate::i18n::messages;
use crate::search::slug::slug;

/// The form of a briefing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are those of the forms")]
pub enum Format {
    Docx,
    Markdown,
    Text,
    Html,
    Calendar,
    Csv,
    Json,
}

impl Format {
    /// All of them, the most asked for first.
    pub const ALL: [Self; 7] =
        [Self::Docx, Self::Markdown, Self::Text, Self::Html, Self::Calendar, Self::Csv, Self::Json];

    /// The ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Markdown => "md",
            Self::Text => "txt",
            Self::Html => "html",
            Self::Calendar => "ics",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// A name for a file that holds the briefing for `meeting`, in the user's words, in this form: in plain letters, with
    /// its day and its languages, so that no two that differ in them bear the same.
    ///
    /// ```
    /// use dosje::briefing::{Format, Languages};
    /// let day = jiff::civil::date(2026, 11, 22);
    /// assert_eq!(Format::Docx.file_name("Sēde", Languages::Both, day), "brifings-sede-2026-11-22-lv-en.docx");
    /// ```
    #[must_use]
    pub fn file_name(self, meeting: &str, languages: Languages, today: Day) -> String {
        let title = languages.each().first().map_or("", |lang| messages(*lang).briefing.title);
        format!("{}-{today}-{}.{}", slug(&format!("{title} {meeting}")), languages.tag(), self.ending())
    }

    /// A briefing in this form.
    #[must_use]
    pub fn write(self, briefing: &Briefing) -> Vec<u8> {
        let text = match self {
            Self::Docx => return docx::write(briefing),
            Self::Markdown => markdown::write(briefing),
            Self::Text => text::write(briefing),
            Self::Html => html::write(briefing),
            Self::Calendar => calendar::write(briefing),
            Self::Csv => csv::write(briefing),
            Self::Json => json::write(briefing),
        };
        text.into_bytes()
    }
}
