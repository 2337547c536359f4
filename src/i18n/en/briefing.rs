//! A briefing, in English.

use crate::domain::timeline::Certainty;
use crate::i18n::BriefingWords;
use crate::i18n::plural::english;

pub const BRIEFING: BriefingWords = BriefingWords {
    title: "Briefing",
    subject: "On",
    only_named: "Only named in the text",
    no_partner: |name| format!("{name} (not among the partners of this action)"),
    meeting: "Meeting",
    audience: "For",
    speaking: "Speaking time",
    spoken: |words, pace, seconds, raised| {
        if let (0, Some(seconds)) = (words, raised) {
            return format!("if raised, about {} ({pace} words a minute)", time(seconds));
        }
        let count = english(words, "word", "words");
        let raised = raised.map(|seconds| format!("; if raised, another {}", time(seconds))).unwrap_or_default();
        format!("about {} ({words} {count}, {pace} words a minute){raised}", time(seconds))
    },
    limit: |limit, over| match (limit, over) {
        (None, _) => String::new(),
        (Some(limit), None) => format!("; {limit}\u{a0}min allowed"),
        (Some(limit), Some(over)) => format!("; {limit}\u{a0}min allowed – EXCEEDED by {}", time(over)),
    },
    prepared: "Prepared",
    data: "Data",
    imprint: "° Our English, not official: titles with this sign, and all that stands under headings with it. The \
              documents are retold in words of our own. Compare with the source before quoting.",
    if_raised: "If raised",
    bears_on: "Bears on",
    our_pointer: "our pointer, not in the document",
    see: |number| format!("see {number}"),
    in_full: "Position in full",
    ours: "°",
    ours_explained: "° Our English, not official.",
    english: |is_ours| {
        if is_ours { "° our wording, not official" } else { "title as published; the rest our wording (°)" }
    },
    counted: |pages, no_pages| match (pages, no_pages) {
        (false, false) => String::new(),
        (true, false) => "Pages and lines are counted in the extracted text of the document.".to_owned(),
        (false, true) => "Lines are counted in the extracted text of the document; a line is a paragraph.".to_owned(),
        (true, true) => "Pages and lines are counted in the extracted text of the documents; where there are no \
                         pages, a line is a paragraph."
            .to_owned(),
    },
    objective: "Own objective",
    background: "Background",
    question: "Question",
    sources: "Sources",
    note: "Personal note (not for distribution)",
    told_above: "Described above",
    actions: "Actions",
    ends: |certainty| match certainty {
        Certainty::Firm => "Ends",
        Certainty::Conditional => "If it happens, by",
        Certainty::Potential => "Might happen by",
    },
    window_closes: "window closes, indicative",
    mentioned: "Mentioned",
    partly: "no briefing: not all words are found together",
    nothing_marked: "nothing is marked for the briefing",
    gone: |ids| format!("marked records that no file has any more are left out: {}", ids.join(", ")),
    how_to_mark: "open `dosje` and mark records with the space bar, or name them: `dosje brief Q3 6.1`",
    marking: "Handling marking",
    is_marked: |marking| format!("the briefing draws on a paper marked \"{marking}\" and was not written"),
    how_to_allow: "if you may pass it on, add --allow-marked; the marking will stand on top",
    no_minutes: |typed| format!("\"{typed}\" is no number of minutes: give a whole number from 1 to 999"),
    needs_file: "this format is no text and cannot be read on the screen",
    name_a_file: |name| format!("name a file: -o {name}"),
    how_to_overwrite: "name another file, or add --force to replace it",
    written: |file| format!("The briefing is in {file}, readable by you alone."),
    only_briefings: "only a briefing is written in both languages at once; say --lang lv or --lang en",
};

fn time(seconds: usize) -> String {
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds}\u{a0}s"),
        (minutes, 0) => format!("{minutes}\u{a0}min"),
        (minutes, seconds) => format!("{minutes}\u{a0}min {seconds}\u{a0}s"),
    }
}
