//! Texts of the dashboard line by line.

/// Texts of the dashboard line by line.
pub struct PlainWords {
    /// The first line for somebody at a terminal.
    pub greeting: &'static str,
    /// What may be typed besides commands: as typed, and what it does.
    pub lines: &'static [(&'static str, &'static str)],
    /// Help for the command that goes to a tab.
    pub tab: &'static str,
    /// Help for the command that lists what falls due.
    pub due: &'static str,
    /// Help for the command that goes through a meeting.
    pub meeting: &'static str,
    /// Help for the command that ends it.
    pub quit: &'static str,
    /// Help for the command that lists where a record leads.
    pub links: &'static str,
    /// So many more rows follow.
    pub more: fn(usize) -> String,
    /// More of the text follows.
    pub more_text: &'static str,
    /// Nothing follows.
    pub nothing_more: &'static str,
    /// No row has this number.
    pub no_number: fn(&str) -> String,
    /// Nothing is marked.
    pub nothing_marked: &'static str,
    /// In place of an intent: the item has none.
    pub no_intent: &'static str,
    /// No record is open.
    pub none_open: &'static str,
    /// No such command; the one that is nearest.
    pub unknown: fn(&str, Option<&str>) -> String,
    /// A command is to be typed so.
    pub usage: fn(&str) -> String,
    /// No such form of the briefing.
    pub no_form: fn(&str) -> String,
    /// All is on the disk.
    pub saved: &'static str,
    /// A record was marked.
    pub marked: fn(&str) -> String,
    /// Its mark was taken off.
    pub unmarked: fn(&str) -> String,
    /// Beside a record: it is marked.
    pub is_marked: &'static str,
    /// A partner in so many actions; nothing for none.
    pub partner_in: fn(usize) -> String,
    /// Named in so many further records; nothing for none.
    pub named_in: fn(usize) -> String,
    /// How many seconds it takes to say an item, and the longest time where that is passed.
    pub to_say: fn(usize, Option<usize>) -> String,
    /// No item of this number in the meeting, which has so many.
    pub no_item: fn(&str, usize) -> String,
    /// Which language is shown from now on.
    pub language: &'static str,
    /// How a note is typed.
    pub how_to_write: &'static str,
    /// The briefing was not written into this file.
    pub unwritten: fn(&str) -> String,
    /// After a question: yes or no.
    pub yes_or_no: &'static str,
}

/// A time in minutes and seconds, alike in both languages.
#[must_use]
pub fn time(seconds: usize) -> String {
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, 0) => format!("{minutes} min"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}
