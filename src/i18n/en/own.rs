//! What the user adds, in English.

use super::reasons::why;
use crate::domain::Lang;
use crate::domain::annotations::{Depth, Grouping, Intent, Slot};
use crate::i18n::OwnWords;
use crate::i18n::plural::english;

pub const OWN: OwnWords = OwnWords {
    not_read: |unkept| format!("Marks and notes cannot be read: {}", why(unkept)),
    not_kept: |unkept| format!("NOT SAVED: {}", why(unkept)),
    saving: "saving …",
    unsaved: "NOT SAVED",
    quit_unsaved: |key, unkept| format!("{key} again: quit and lose it. NOT SAVED: {}", why(unkept)),
    nothing_marked: |one, all| format!("nothing is marked: {one} marks a record, {all} all of a selection"),
    marked: |count| format!("{count} {} added to the briefing", english(count, "record", "records")),
    too_many: |most| format!("Too many: at most {most} can be marked at once; narrow the query"),
    unmarked: |count| format!("{count} {} taken off", english(count, "mark", "marks")),
    taken_out: |record| format!("Taken out of the briefing: {record}"),
    mark_first: |key| format!("Only an entry of the briefing is shown in more or less; {key} marks one"),
    all_marked: |key| format!("All of it was marked already; {key} takes off one mark at a time"),
    nothing_to_mark: "There is nothing here to mark",
    no_intent_here: "An intent belongs to an agenda item",
    only_in_briefing: "Entries are moved on the briefing tab (6)",
    grouped: |key| format!("Entries are grouped; {key} brings back your own order"),
    answers: |key| format!("Answers to a query have their own order; {key} brings back yours"),
    heading: "Your own",
    slot: |slot| match slot {
        Slot::Objective => "Objective",
        Slot::Points => "Own lines",
        Slot::Note => "Note",
    },
    intent_label: "Intent",
    intent: |intent| match intent {
        Intent::Speak => "speak",
        Intent::Listen => "listen",
        Intent::NoObjection => "no objection",
        Intent::IfRaised => "if raised",
    },
    depth_label: "In the briefing",
    depth: |depth| match depth {
        Depth::Whole => "whole",
        Depth::Short => "short",
        Depth::Title => "title only",
    },
    grouping: |grouping| match grouping {
        Grouping::None => "In your own order",
        Grouping::Item => "By agenda item",
        Grouping::Theme => "By theme",
        Grouping::Partner => "By partner",
    },
    ungrouped: "Others",
    changed_since: "The record has changed since this was written.",
    no_number: |typed| format!("\"{typed}\" is not 1 to 999, or nothing"),
    formats: ["Word", "Markdown", "text for the phone", "HTML for printing", "calendar", "CSV table", "JSON"],
    languages: |lang| match lang {
        Some(Lang::Lv) => "in Latvian",
        Some(Lang::En) => "in English",
        None => "in both languages",
    },
    fields: ["Meeting", "Date", "For", "Time to speak, min", "Words/min LV", "Words/min EN"],
    exports: "Export",
    heading_title: "Heading of the briefing",
    file: "File",
    replace: |path| format!("It is there. Replace it (y/n)? {path}"),
    is_marked: |marking| format!("Write it though a paper is marked {marking} (y/n)?"),
    speaking: |seconds, limit| {
        let time = format!("c. {}:{:02} to say", seconds / 60, seconds % 60);
        limit.map_or_else(|| time.clone(), |limit| format!("{time} of {limit}:00"))
    },
    version: |number, of| format!("Version {number} of {of}"),
};
