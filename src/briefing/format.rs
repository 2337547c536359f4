//! The forms in which a briefing leaves the program.

use super::{Briefing, calendar, csv, docx, html, json, markdown, text};

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
