//! Texts on data files that change while they are shown, in Latvian.

use crate::domain::changes::Fate;
use crate::i18n::files::{FileWords, place};
use crate::i18n::plural::latvian;

pub const FILES: FileWords = FileWords {
    altered: |counts, key| {
        let forms = [("mainīts", "mainīti", "mainītu"), ("jauns", "jauni", "jaunu"), ("izņemts", "izņemti", "izņemtu")];
        let told = counts.into_iter().zip(forms).filter(|(count, _)| *count > 0);
        let told = told.enumerate().map(|(place, (count, (one, many, none)))| {
            let record = if place == 0 { latvian(count, " ieraksts", " ieraksti", " ierakstu") } else { "" };
            format!("{count} {}{record}", latvian(count, one, many, none))
        });
        let key = key.map_or_else(String::new, |key| format!(" ({key} parāda)"));
        format!("Datnēs: {}{key}", told.collect::<Vec<_>>().join(", "))
    },
    unread: |fault, problem| format!("{}: {problem}; paliek tas, kas tur bija", place(fault)),
    sound: "Datnes atkal ir kārtībā.",
    none: "Kopš programma ir atvērta, jūsu datnēs nekas nav mainījies.",
    in_file: "Datnē",
    hidden: |n| format!("{n} {}", latvian(n, "slēpta rakstzīme", "slēptas rakstzīmes", "slēptu rakstzīmju")),
    title: "Izmaiņas datnēs",
    fate: |fate| match fate {
        Fate::Changed => "mainīts",
        Fate::New => "jauns",
        Fate::Gone => "izņemts",
    },
    gone: "Šī ieraksta jūsu datnēs vairs nav.",
    changed: "Ieraksts jūsu datnēs ir mainījies.",
    is_gone: |title| format!("Šī ieraksta vairs nav: {title}"),
};
