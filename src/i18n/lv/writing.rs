//! Writing on a record, in Latvian.

use super::own::OWN;
use super::reasons::{reason, why};
use crate::domain::mishap::Mishap;
use crate::i18n::WritingWords;

pub const WRITING: WritingWords = WritingWords {
    head: "Rakstiet zem virsrakstiem. Šīs divas rindas netiek saglabātas.",
    unfinished: "No nepabeigta melnraksta",
    saved: |number| format!("Saglabāts: {number}"),
    refused: |unkept| format!("Paliks tikai melnrakstā: {}", why(unkept)),
    no_draft: |unkept| format!("Rakstīt nevar, jo melnrakstam nav vietas: {}", why(unkept)),
    failed: |mishap, draft| {
        let draft = draft.map_or_else(String::new, |draft| format!(". Melnraksts paliek: {draft}"));
        format!("{}{draft}", said(mishap))
    },
    left: |numbers, key| {
        let (left, them) =
            if numbers.len() == 1 { ("nepabeigts melnraksts", "To") } else { ("nepabeigti melnraksti", "Tos") };
        format!("Ir {left}: {}. {them} atver {key} pie ieraksta", numbers.join(", "))
    },
    left_unread: |unkept| format!("Melnrakstu nevar nolasīt: {}", why(unkept)),
    draft_at: |draft| format!("Melnraksts: {draft}"),
    as_before: |slots| {
        let names: Vec<&str> = slots.iter().map(|slot| (OWN.slot)(*slot)).collect();
        format!("Nav virsraksta, teksts palika, kā bija: {}", names.join(", "))
    },
    discard: |key| format!("Atmest? {key}: jā; cits taustiņš: nē"),
    too_long: "Teksts ir pārāk garš",
    unsafe_draft: |unkept| format!("Melnraksts NAV saglabāts: {}", why(unkept)),
};

fn said(mishap: &Mishap) -> String {
    match mishap {
        Mishap::Unsplit(words) => format!("Redaktora nosaukumā nav aizvērtas pēdiņas: {words}"),
        Mishap::NotStarted { program, reason: why } => format!("Redaktoru {program} nevar palaist: {}", reason(why)),
        Mishap::Failed { program, code } => format!("Redaktors {program} beidzās ar kodu {code}"),
        Mishap::Killed { program } => format!("Redaktoru {program} pārtrauca signāls"),
        Mishap::Deleted { program } => format!("Redaktors {program} datni izdzēsa vai pārdēvēja"),
        Mishap::Unread(unkept) => format!("Uzrakstīto nevar nolasīt: {}", why(unkept)),
    }
}
