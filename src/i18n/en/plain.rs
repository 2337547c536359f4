//! Texts of the dashboard line by line, in English.

use crate::i18n::plain::{PlainWords, time};
use crate::i18n::plural::english;

pub const PLAIN: PlainWords = PlainWords {
    greeting: "dosje: type what to look for; a number opens a record; :help lists the commands; q quits.",
    lines: &[
        ("quantum japan", "looks for it; the best answer is the first"),
        ("/2027", "looks for what is a number or begins with a colon too"),
        ("3", "opens the third of the list"),
        ("Enter or +", "goes on: the list, the text, then the next item of the meeting"),
        ("-", "in the meeting: the item before"),
    ],
    tab: "go to a tab by its number or name and list what is on it",
    due: "what falls due when",
    meeting: "the agenda or the briefing item by item: what to say, then the background; with N or Q2 from that item",
    quit: "quit",
    links: "where the record leads",
    more: |count| format!("… {count} more {} (Enter)", english(count, "record", "records")),
    more_text: "… (Enter: more)",
    nothing_more: "There is no more.",
    no_number: |typed| format!("The list has no number {typed}; to look for it, type /{typed}"),
    nothing_marked: "Nothing is marked; :mark N marks a record.",
    no_intent: "none",
    none_open: "Open a record by its number first.",
    unknown: |typed, nearest| match nearest {
        Some(nearest) => format!("No command :{typed}; did you mean :{nearest}?"),
        None => format!("No command :{typed}; :help lists them all."),
    },
    usage: |form| format!("Type it so: {form}"),
    no_form: |typed| format!("No such form: {typed}; there are docx, md, txt, html, ics, csv, json"),
    saved: "saved",
    marked: |named| format!("Marked: {named}"),
    unmarked: |named| format!("No longer marked: {named}"),
    is_marked: "marked",
    partner_in: |count| match count {
        0 => String::new(),
        count => format!("a partner in {count} {}", english(count, "action", "actions")),
    },
    named_in: |count| match count {
        0 => String::new(),
        count => format!("named in {count} {}", english(count, "record", "records")),
    },
    to_say: |seconds, limit| {
        let over = limit.map(|limit| format!(", longer than {}", time(limit))).unwrap_or_default();
        format!("about {} to say{over}", time(seconds))
    },
    no_item: |typed, count| {
        format!(
            "There is no item {typed} here, {}.",
            if count == 1 { "only 1".to_owned() } else { format!("only 1–{count}") }
        )
    },
    language: "English; the titles are our translation.",
    how_to_write: "Type the note; a line with a single dot ends it.",
    unwritten: |path| format!("Not written: {path}"),
    yes_or_no: "y or n",
};
