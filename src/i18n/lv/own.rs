//! What the user adds, in Latvian.

use super::reasons::why;
use crate::domain::Lang;
use crate::domain::annotations::{Depth, Grouping, Intent, Slot};
use crate::i18n::OwnWords;
use crate::i18n::plural::latvian;

pub const OWN: OwnWords = OwnWords {
    not_read: |unkept| format!("Atzīmes un piezīmes nevar nolasīt: {}", why(unkept)),
    not_kept: |unkept| format!("NAV SAGLABĀTS: {}", why(unkept)),
    saving: "saglabā …",
    unsaved: "NAV SAGLABĀTS",
    quit_unsaved: |key, unkept| format!("Vēlreiz {key}: iziet un zaudēt. NAV SAGLABĀTS: {}", why(unkept)),
    nothing_marked: |one, all| format!("nekas nav atzīmēts: {one} atzīmē ierakstu, {all} visu izvēlēto"),
    marked: |count| format!("Brīfingam pievienots: {count} {}", latvian(count, "ieraksts", "ieraksti", "ierakstu")),
    too_many: |most| format!("Pārāk daudz: vienā reizē atzīmē ne vairāk kā {most}; sašauriniet vaicājumu"),
    unmarked: |count| format!("Noņemtas atzīmes: {count}"),
    taken_out: |record| format!("No brīfinga izņemts: {record}"),
    mark_first: |key| format!("Apjomu maina tikai brīfinga ierakstam; {key} atzīmē"),
    all_marked: |key| format!("Te viss jau bija atzīmēts; pa vienai atzīmes noņem {key}"),
    nothing_to_mark: "Te nav, ko atzīmēt",
    no_intent_here: "Nodomu norāda pie darba kārtības jautājuma",
    only_in_briefing: "Pārvieto brīfinga cilnē (6)",
    grouped: |key| format!("Ieraksti ir grupēti; {key} atgriež jūsu secību"),
    answers: |key| format!("Vaicājuma atbildēm ir sava secība; {key} atgriež jūsu secību"),
    heading: "Jūsu ieraksti",
    slot: |slot| match slot {
        Slot::Objective => "Mērķis",
        Slot::Points => "Savas tēzes",
        Slot::Note => "Piezīme",
    },
    intent_label: "Nodoms",
    intent: |intent| match intent {
        Intent::Speak => "runāt",
        Intent::Listen => "klausīties",
        Intent::NoObjection => "neiebilst",
        Intent::IfRaised => "ja aktualizē",
    },
    depth_label: "Brīfingā",
    depth: |depth| match depth {
        Depth::Whole => "viss",
        Depth::Short => "īsi",
        Depth::Title => "tikai virsraksts",
    },
    grouping: |grouping| match grouping {
        Grouping::None => "Jūsu secībā",
        Grouping::Item => "Pēc darba kārtības jautājumiem",
        Grouping::Theme => "Pēc tēmām",
        Grouping::Partner => "Pēc partneriem",
    },
    ungrouped: "Pārējie",
    changed_since: "Ieraksts ir mainījies, kopš tas rakstīts.",
    no_number: |typed| format!("„{typed}” neder: 1 līdz 999 vai nekas"),
    formats: ["Word", "Markdown", "teksts telefonam", "HTML drukāšanai", "kalendārs", "CSV tabula", "JSON"],
    languages: |lang| match lang {
        Some(Lang::Lv) => "latviski",
        Some(Lang::En) => "angliski",
        None => "abās valodās",
    },
    fields: ["Sanāksme", "Datums", "Kam", "Runas laiks, min", "Vārdi/min LV", "Vārdi/min EN"],
    exports: "Eksports",
    heading_title: "Brīfinga galvene",
    file: "Datne",
    replace: |path| format!("Jau ir. Aizstāt (j/n)? {path}"),
    is_marked: |marking| format!("Ierakstīt, lai gan dokumentam ir atzīme {marking} (j/n)?"),
    speaking: |seconds, limit| {
        let time = format!("runa apm. {}:{:02}", seconds / 60, seconds % 60);
        limit.map_or_else(|| time.clone(), |limit| format!("{time} no {limit}:00"))
    },
    version: |number, of| format!("{number}. versija no {of}"),
};
