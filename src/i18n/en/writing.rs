//! Writing on a record, in English.

use super::own::OWN;
use super::reasons::{reason, why};
use crate::domain::mishap::Mishap;
use crate::i18n::WritingWords;

pub const WRITING: WritingWords = WritingWords {
    head: "Write under the headings. These two lines are not kept.",
    unfinished: "From an unfinished draft",
    saved: |number| format!("Saved: {number}"),
    refused: |unkept| format!("It will stay a draft: {}", why(unkept)),
    no_draft: |unkept| format!("There is no writing without a place for the draft: {}", why(unkept)),
    failed: |mishap, draft| {
        let draft = draft.map_or_else(String::new, |draft| format!(". The draft is kept: {draft}"));
        format!("{}{draft}", said(mishap))
    },
    left: |numbers, key| {
        let left = if numbers.len() == 1 { "is an unfinished draft" } else { "are unfinished drafts" };
        format!("There {left}: {}. {key} on the record opens it", numbers.join(", "))
    },
    left_unread: |unkept| format!("A draft cannot be read: {}", why(unkept)),
    draft_at: |draft| format!("Draft: {draft}"),
    as_before: |slots| {
        let names: Vec<&str> = slots.iter().map(|slot| (OWN.slot)(*slot)).collect();
        format!("No heading, so the text stays as it was: {}", names.join(", "))
    },
    discard: |key| format!("Discard? {key}: yes; another key: no"),
    too_long: "The text is too long",
    unsafe_draft: |unkept| format!("The draft is NOT saved: {}", why(unkept)),
};

fn said(mishap: &Mishap) -> String {
    match mishap {
        Mishap::Unsplit(words) => format!("The editor's name has an open quotation mark: {words}"),
        Mishap::NotStarted { program, reason: why } => format!("The editor {program} does not start: {}", reason(why)),
        Mishap::Failed { program, code } => format!("The editor {program} ended with code {code}"),
        Mishap::Killed { program } => format!("A signal ended the editor {program}"),
        Mishap::Deleted { program } => format!("The editor {program} removed or renamed the file"),
        Mishap::Unread(unkept) => format!("What was written cannot be read: {}", why(unkept)),
    }
}
