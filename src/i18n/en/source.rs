//! Words on the texts of documents.

use super::reasons::why;
use crate::i18n::plural::english;
use crate::i18n::source::SourceWords;

pub const SOURCE: SourceWords = SourceWords {
    not_attached: "The document's text is not attached.",
    to_attach: |document| format!("If you have it, attach it: dosje attach {document} FILE"),
    unread: |unkept| format!("The attached text cannot be read: {}", why(unkept)),
    other: "The attached text is not the one in which the lines are counted; they may not fit.",
    unstated: "The data do not say in which text the lines are counted; they may not fit the attached one.",
    too_short: |count| format!("The attached text has only {count} {}.", english(count as usize, "line", "lines")),
    cut: "This is not all of the text: it is too long.",
    address: |lang| format!("Public address ({lang}):"),
    attached: |document, path, lines| {
        format!("{document}: text attached, {lines} {}: {path}", english(lines, "line", "lines"))
    },
    was_attached: |document, path, lines| {
        format!("{document}: this text was attached before, {lines} {}: {path}", english(lines, "line", "lines"))
    },
    unkept: |unkept| format!("the text cannot be attached: {}", why(unkept)),
    replace: "with --replace the new text takes the place of the old one",
    no_text: "save it as plain text in UTF-8; `pdftotext` takes it out of a PDF",
    too_large: |limit| format!("a text may have up to {limit} MiB"),
    no_document: |typed| format!("the record \"{typed}\" stands in no document"),
};
