//! Words on the texts of documents.

use super::reasons::why;
use crate::i18n::plural::latvian;
use crate::i18n::source::SourceWords;

pub const SOURCE: SourceWords = SourceWords {
    not_attached: "Dokumenta teksts nav pievienots.",
    to_attach: |document| format!("Ja jums tas ir, pievienojiet: dosje attach {document} DATNE"),
    unread: |unkept| format!("Pievienoto tekstu nevar nolasīt: {}", why(unkept)),
    other: "Pievienots cits teksts, nevis tas, kurā skaitītas rindas; tās var nesakrist.",
    unstated: "Datos nav teikts, kurā tekstā rindas skaitītas; pievienotajā tās var nesakrist.",
    too_short: |count| {
        format!("Pievienotajā tekstā ir tikai {count} {}.", latvian(count as usize, "rinda", "rindas", "rindu"))
    },
    cut: "Teksts šeit nav viss: tas ir pārāk garš.",
    address: |lang| format!("Publiskā adrese ({lang}):"),
    attached: |document, path, lines| {
        format!("{document}: teksts pievienots, {lines} {}: {path}", latvian(lines, "rinda", "rindas", "rindu"))
    },
    was_attached: |document, path, lines| {
        format!("{document}: šis teksts jau pievienots, {lines} {}: {path}", latvian(lines, "rinda", "rindas", "rindu"))
    },
    unkept: |unkept| format!("tekstu nevar pievienot: {}", why(unkept)),
    replace: "ar --replace jaunais teksts stājas vecā vietā",
    no_text: "saglabājiet kā vienkāršu tekstu UTF-8 kodējumā; no PDF to iegūst ar `pdftotext`",
    too_large: |limit| format!("tekstam jābūt ne lielākam par {limit} MiB"),
    no_document: |typed| format!("ierakstam „{typed}” nav vietas nevienā dokumentā"),
};
