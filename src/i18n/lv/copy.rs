//! Words on what is taken out of the dashboard.

use super::names::kind;
use super::reasons::why;
use crate::domain::RecordKind;
use crate::i18n::copy::CopyWords;
use crate::i18n::plural::latvian;

pub const COPY: CopyWords = CopyWords {
    sent: |n| format!("Nosūtīts termināļa starpliktuvei ({n} {})", characters(n)),
    refused: "tmux to neņēma.",
    long: "daži termināļi garu tekstu nepieņem",
    too_long: |n, key| format!("Starpliktuvei pārāk garš ({n} {}); {key} ieraksta datnē.", characters(n)),
    nothing: "Nav izvēlēts neviens ieraksts.",
    no_place: "Šim ierakstam nav vietas nevienā dokumentā.",
    written: |path| format!("Ierakstīts: {path}"),
    unwritten: |unkept| format!("Nav ierakstīts: {}", why(unkept)),
    numbered: |of, number| match of {
        RecordKind::Action | RecordKind::Theme => format!("{number}. {}", kind(of).to_lowercase()),
        _ => format!("{} {number}", kind(of)),
    },
};

fn characters(n: usize) -> &'static str {
    latvian(n, "rakstzīme", "rakstzīmes", "rakstzīmju")
}
