//! Texts of a briefing.

use crate::domain::timeline::Certainty;

/// Texts of a briefing.
pub struct BriefingWords {
    /// What it is.
    pub title: &'static str,
    /// Before what it is on: a theme, a partner, a meeting, a query.
    pub subject: &'static str,
    /// Before a partner whom an action names and does not have as a partner.
    pub only_named: &'static str,
    /// Behind the partner: what that means.
    pub no_partner: fn(&str) -> String,
    /// The meeting it is for.
    pub meeting: &'static str,
    /// For whom it is.
    pub audience: &'static str,
    /// The time it takes to say the points.
    pub speaking: &'static str,
    /// So many words at so many a minute take so many seconds, and if something is raised so many more.
    pub spoken: fn(usize, u32, usize, Option<usize>) -> String,
    /// The longest time in minutes, and by how many seconds it is passed; empty where there is none.
    pub limit: fn(Option<u32>, Option<usize>) -> String,
    /// When it was prepared.
    pub prepared: &'static str,
    /// From which data.
    pub data: &'static str,
    /// Whose words the texts are.
    pub imprint: &'static str,
    /// Before a heading of what is said only if it is raised.
    pub if_raised: &'static str,
    /// Before the agenda items that an action bears on.
    pub bears_on: &'static str,
    /// Behind them: whose word that is.
    pub our_pointer: &'static str,
    /// Behind a fact that is told in full elsewhere: at the item of this number.
    pub see: fn(&str) -> String,
    /// Over the points of a position as they are retold.
    pub in_full: &'static str,
    /// Behind titles and headings whose English is ours.
    pub ours: &'static str,
    /// The same sign with what it says, for a text without the remarks of a briefing.
    pub ours_explained: &'static str,
    /// Whose the English of a row is: whether its title is ours.
    pub english: fn(bool) -> &'static str,
    /// What is counted as a line: whether some papers have pages, and some have none.
    pub counted: fn(bool, bool) -> String,
    /// Over what the user wants to reach.
    pub objective: &'static str,
    /// Over facts.
    pub background: &'static str,
    /// Before the question that an item puts.
    pub question: &'static str,
    /// Over where it says so.
    pub sources: &'static str,
    /// Over the user's note.
    pub note: &'static str,
    /// Behind an entry that stands in full under an earlier heading.
    pub told_above: &'static str,
    /// Over the actions of a theme.
    pub actions: &'static str,
    /// Before a time span whose end stands in the calendar, by how firm it is.
    pub ends: fn(Certainty) -> &'static str,
    /// A span too long to fill a calendar with stands on its last day.
    pub window_closes: &'static str,
    /// Before a date that a text mentions.
    pub mentioned: &'static str,
    /// No briefing on part of what was asked for.
    pub partly: &'static str,
    /// Nothing is marked.
    pub nothing_marked: &'static str,
    /// Marked records that no file has any more.
    pub gone: fn(&[String]) -> String,
    /// How to mark.
    pub how_to_mark: &'static str,
    /// The handling marking of a paper.
    pub marking: &'static str,
    /// A paper in it bears this handling marking.
    pub is_marked: fn(&str) -> String,
    /// What to do if it may be written all the same.
    pub how_to_allow: &'static str,
    /// What was typed is no longest time.
    pub no_minutes: fn(&str) -> String,
    /// A form that is no text and would go to the screen.
    pub needs_file: &'static str,
    /// What to do about it; a name to be going on with.
    pub name_a_file: fn(&str) -> String,
    /// A file of the name is there.
    pub how_to_overwrite: &'static str,
    /// A file was written: its name.
    pub written: fn(&str) -> String,
    /// Both languages were asked of something that is no briefing.
    pub only_briefings: &'static str,
}
