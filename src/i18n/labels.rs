//! Labels of the fields of a record.

/// Labels of the fields of a record.
pub struct Labels {
    /// Short forms of a name.
    pub abbreviations: &'static str,
    /// Number of actions.
    pub actions: &'static str,
    /// Questions on the agenda.
    pub agenda: &'static str,
    /// Authors of a paper.
    pub authors: &'static str,
    /// Bodies a paper speaks of.
    pub bodies: &'static str,
    /// Codes of a partner.
    pub codes: &'static str,
    /// Terms with which one is easily confused.
    pub confused: &'static str,
    /// Kind of partner or term.
    pub kind: &'static str,
    /// Members of a group.
    pub members: &'static str,
    /// Terms of a record.
    pub terms: &'static str,
    /// What a reader should know.
    pub note: &'static str,
    /// Aliases and spellings.
    pub other_names: &'static str,
    /// Records that use a term.
    pub used_in: &'static str,
    /// Regions in which a country lies.
    pub within: &'static str,
    /// Events before a meeting.
    pub chronology: &'static str,
    /// Setting of a meeting.
    pub context: &'static str,
    /// A date.
    pub date: &'static str,
    /// Dates in a text.
    pub inner_dates: &'static str,
    /// Delegation.
    pub delegation: &'static str,
    /// Printed form.
    pub as_printed: &'static str,
    /// Holder of a view.
    pub holder: &'static str,
    /// Numbers of a paper.
    pub identifiers: &'static str,
    /// Acts and programmes.
    pub instruments: &'static str,
    /// A point for saying aloud.
    pub line: &'static str,
    /// Milestones.
    pub milestones: &'static str,
    /// Actors named in a text.
    pub named: &'static str,
    /// Partners inside a group or region that are named on their own.
    pub inside: &'static str,
    /// Next end date.
    pub next_end: &'static str,
    /// Questions left open.
    pub open_questions: &'static str,
    /// Answers on offer.
    pub options: &'static str,
    /// Title in the other language.
    pub other_title: &'static str,
    /// Partners.
    pub partners: &'static str,
    /// Separate measures.
    pub parts: &'static str,
    /// People.
    pub people: &'static str,
    /// A place.
    pub place: &'static str,
    /// A planned date.
    pub planned: &'static str,
    /// Points of position.
    pub positions: &'static str,
    /// Presidency.
    pub presidency: &'static str,
    /// Where a text comes from.
    pub provenance: &'static str,
    /// Source.
    pub source: &'static str,
    /// Sub-themes.
    pub sub_themes: &'static str,
    /// Summary.
    pub summary: &'static str,
    /// Kind of meeting.
    pub classification: &'static str,
    /// Records that bear on an item.
    pub related: &'static str,
    /// Themes.
    pub themes: &'static str,
    /// Theme.
    pub theme: &'static str,
    /// Time span.
    pub timeline: &'static str,
    /// Public address.
    pub url: &'static str,
    /// Warnings.
    pub warnings: &'static str,
}
