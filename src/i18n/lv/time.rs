//! Words on time.

use crate::domain::due::Due;
use crate::domain::overlay::When;
use crate::domain::timeline::TimelineKind;
use crate::i18n::time::TimeWords;

pub const TIME: TimeWords = TimeWords {
    outside: |when| match when {
        When::Before => "Ārpus dokumenta zināmais",
        When::Later => "Vēlāk notikušais (nav dokumentā)",
        When::Ahead => "Gaidāmais (nav dokumentā)",
    },
    today: "šodien",
    by_theme: "pēc tēmām",
    by_partner: "pēc partneriem",
    by_end: "pēc beigu gada",
    year: |year| format!("{year}. gads"),
    no_end: "Beigas nav noteiktas",
    no_partner: "Bez partnera",
    no_theme: "Bez tēmas",
    elsewhere: "Citās cilnēs",
    legend: &[
        "(══) orientējoši",
        "╞══╡ noteikti",
        "──→ bez beigām",
        "?≈≈ nav droši",
        "··) kādreiz līdz tam",
        "● reizi",
        "○ ik gadu",
        "◆ atskaites punkts",
        "¦ šodiena",
        "╪ šodiena uz joslas",
        "◄ ► ir tajā pusē",
    ],
    due: |due| match due {
        Due::Past => "Termiņš pagājis",
        Due::ThisQuarter => "Beidzas šajā ceturksnī",
        Due::ThisYear => "Beidzas vēlāk šogad",
        Due::NextYear => "Beidzas nākamgad",
        Due::Later => "Beidzas vēlāk",
        Due::Open => "Beigas nav noteiktas",
        Due::Uncertain => "Nav skaidrs, vai notiks",
    },
    due_note: |due| match due {
        Due::Past => "nenozīmē ne izpildi, ne kavējumu",
        _ => "",
    },
    kind: |kind| match kind {
        TimelineKind::Ongoing => "pastāvīgi",
        TimelineKind::OngoingWindow => "pastāvīgi, norādītos gados",
        TimelineKind::OngoingUntil => "rit līdz norādītam laikam",
        TimelineKind::Window => "no gada līdz gadam",
        TimelineKind::Quarter => "vienā ceturksnī",
        TimelineKind::SingleYear => "vienā gadā",
        TimelineKind::Deadline => "līdz norādītam laikam",
        TimelineKind::StartPossible => "iespējams sākums",
        TimelineKind::Potential => "iespējams",
        TimelineKind::RecurringAnnual => "ik gadu",
    },
    count_themes: "Darbības pēc tēmas",
    count_kinds: "Darbības pēc termiņa veida",
    count_ends: "Darbības pēc beigu gada",
    count_partners: "Biežākie partneri (darbību skaits)",
};
