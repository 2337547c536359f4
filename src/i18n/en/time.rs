//! Words on time.

use crate::domain::due::Due;
use crate::domain::overlay::When;
use crate::domain::timeline::TimelineKind;
use crate::i18n::time::TimeWords;

pub const TIME: TimeWords = TimeWords {
    outside: |when| match when {
        When::Before => "Known from outside the document",
        When::Later => "What came later (not in the document)",
        When::Ahead => "What lies ahead (not in the document)",
    },
    today: "today",
    by_theme: "by theme",
    by_partner: "by partner",
    by_end: "by year of end",
    year: |year| year.to_string(),
    no_end: "No end stated",
    no_partner: "No partner",
    no_theme: "No theme",
    elsewhere: "In other tabs",
    legend: &[
        "(══) indicative",
        "╞══╡ stated",
        "──→ no end stated",
        "?≈≈ not certain",
        "··) some time until then",
        "● once",
        "○ every year",
        "◆ milestone",
        "¦ today",
        "╪ today on a bar",
        "◄ ► lies that way",
    ],
    due: |due| match due {
        Due::Past => "Past its window",
        Due::ThisQuarter => "Ends this quarter",
        Due::ThisYear => "Ends later this year",
        Due::NextYear => "Ends next year",
        Due::Later => "Ends later",
        Due::Open => "No end stated",
        Due::Uncertain => "Not certain to take place",
    },
    due_note: |due| match due {
        Due::Past => "which says neither done nor late",
        _ => "",
    },
    kind: |kind| match kind {
        TimelineKind::Ongoing => "ongoing",
        TimelineKind::OngoingWindow => "ongoing, in stated years",
        TimelineKind::OngoingUntil => "ongoing until a date",
        TimelineKind::Window => "from year to year",
        TimelineKind::Quarter => "in one quarter",
        TimelineKind::SingleYear => "in one year",
        TimelineKind::Deadline => "by a date",
        TimelineKind::StartPossible => "may start",
        TimelineKind::Potential => "possible",
        TimelineKind::RecurringAnnual => "every year",
    },
    count_themes: "Actions by theme",
    count_kinds: "Actions by kind of time span",
    count_ends: "Actions by year of end",
    count_partners: "Most frequent partners (actions)",
};
