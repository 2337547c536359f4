//! Texts on data files that change while they are shown, in English.

use crate::domain::changes::Fate;
use crate::i18n::files::{FileWords, place};
use crate::i18n::plural::english;

pub const FILES: FileWords = FileWords {
    altered: |counts, key| {
        let told = counts.into_iter().zip(["changed", "new", "gone"]).filter(|(count, _)| *count > 0);
        let told = told.enumerate().map(|(place, (count, fate))| {
            let record = if place == 0 { english(count, " record", " records") } else { "" };
            format!("{count}{record} {fate}")
        });
        let key = key.map_or_else(String::new, |key| format!(" ({key} lists them)"));
        format!("In your files: {}{key}", told.collect::<Vec<_>>().join(", "))
    },
    unread: |fault, problem| format!("{}: {problem}; what it said before stays", place(fault)),
    sound: "Your files are in order again.",
    none: "Nothing has changed in your files since the program was opened.",
    in_file: "In the file",
    hidden: |n| format!("{n} {}", english(n, "hidden character", "hidden characters")),
    title: "Changes in your files",
    fate: |fate| match fate {
        Fate::Changed => "changed",
        Fate::New => "new",
        Fate::Gone => "gone",
    },
    gone: "This record is no longer in your files.",
    changed: "The record has changed in your files.",
    is_gone: |title| format!("This record is gone: {title}"),
};
