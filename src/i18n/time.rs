//! Words on time: the axis, what falls due, and how the actions are spread over it.

use crate::domain::due::Due;
use crate::domain::overlay::When;
use crate::domain::timeline::TimelineKind;

/// Texts on time.
pub struct TimeWords {
    /// Over facts from outside the document, by when they fall.
    pub outside: fn(When) -> &'static str,
    /// The day on which everything stands.
    pub today: &'static str,
    /// How the rows of the axis are grouped: by theme, by partner, by year of end.
    pub by_theme: &'static str,
    /// By partner.
    pub by_partner: &'static str,
    /// By year of end.
    pub by_end: &'static str,
    /// Heading of a year.
    pub year: fn(i16) -> String,
    /// Heading of what states no end.
    pub no_end: &'static str,
    /// Heading of what names no partner.
    pub no_partner: &'static str,
    /// Heading of what stands under no theme.
    pub no_theme: &'static str,
    /// Heading of what other tabs list.
    pub elsewhere: &'static str,
    /// What the marks of a bar mean.
    pub legend: &'static [&'static str],
    /// Where a stated end lies.
    pub due: fn(Due) -> &'static str,
    /// What is to be kept in mind with it; empty where nothing is.
    pub due_note: fn(Due) -> &'static str,
    /// Sort of time span.
    pub kind: fn(TimelineKind) -> &'static str,
    /// Headings of the counts of a plan: by theme, by sort of time span, by year of end, the most frequent partners.
    pub count_themes: &'static str,
    /// By sort of time span.
    pub count_kinds: &'static str,
    /// By year of end.
    pub count_ends: &'static str,
    /// The most frequent partners.
    pub count_partners: &'static str,
}
