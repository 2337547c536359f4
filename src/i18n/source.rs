//! Words on the texts of documents.

use crate::domain::kept::Unkept;

/// Texts on the texts of documents.
pub struct SourceWords {
    /// The document's text is not there.
    pub not_attached: &'static str,
    /// How to lay the text of this document beside the data.
    pub to_attach: fn(&str) -> String,
    /// The text is there and cannot be read.
    pub unread: fn(&Unkept) -> String,
    /// The text is not the one in which the lines are counted.
    pub other: &'static str,
    /// Which text that is, the data do not say.
    pub unstated: &'static str,
    /// The text has only so many lines.
    pub too_short: fn(u32) -> String,
    /// The rest is too long to be shown.
    pub cut: &'static str,
    /// Before an address at which the document is found in this language.
    pub address: fn(&str) -> String,
    /// The text of this document is kept in this file and has so many lines.
    pub attached: fn(&str, &str, usize) -> String,
    /// The same where it was kept before.
    pub was_attached: fn(&str, &str, usize) -> String,
    /// The text could not be kept.
    pub unkept: fn(&Unkept) -> String,
    /// What to do where another text is kept already.
    pub replace: &'static str,
    /// What to do about a file that is no text.
    pub no_text: &'static str,
    /// How large a text may be, in MiB.
    pub too_large: fn(u64) -> String,
    /// A record that stands in no document.
    pub no_document: fn(&str) -> String,
}
