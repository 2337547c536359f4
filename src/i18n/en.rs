//! English.

mod briefing;
mod cli;
mod copy;
mod dates;
mod doctor;
mod faults;
mod files;
mod labels;
mod meeting;
mod names;
mod own;
mod plain;
mod queries;
mod reasons;
mod settings;
mod source;
mod time;
mod usage;
mod writing;

use briefing::BRIEFING;
use dates::{badge, date, short_span, source, span, time_span};
use faults::{hint, problem};
use names::{glossary_kind, kind, partner_kind, state};
use own::OWN;
use queries::QUERIES;
use reasons::reason;
use writing::WRITING;

use super::Messages;
use super::plural::english;
use crate::domain::ladder::RungKind;
use crate::domain::meeting::{Classification, Holder, Stance};
use crate::domain::overlay::{LaterKind, Relation};
use crate::domain::records::FlagKind;
use crate::domain::timeline::Certainty;
use crate::domain::{Date, Lang, Span};
use crate::search::filter::{MistakeKind, Takes};
use crate::search::way::Way;
use crate::search::{Field, Repair, Why};

pub const MESSAGES: Messages = Messages {
    tabs: ["Themes", "Actions", "Agenda", "Partners", "Timeline", "Briefing", "Glossary"],
    labels: labels::LABELS,
    search_hint: "search",
    legend: &[
        "! ends this year",
        "< past its window",
        "+ later facts",
        "? uncertain",
        "* marked",
        "¶ your text",
        "Q4 27 = fourth quarter of 2027",
    ],
    partner_legend: &["10 + 1: a partner in 10 actions", "named in 1 more record"],
    why,
    in_language: |lang, word| match lang {
        Lang::Lv => format!("in Latvian: {word}"),
        Lang::En => format!("in English: {word}"),
    },
    match_in_other_language: |key| format!("The word stands in the Latvian version of the text; {key} shows it."),
    repair: |repair| match repair {
        Repair::ReadAs(typed, read) | Repair::AsCondition(typed, read) => format!("\"{typed}\" read as \"{read}\""),
        Repair::Like(typed, word) => format!("no \"{typed}\"; similar: \"{word}\""),
        Repair::Without(typed) => format!("\"{typed}\" left out"),
    },
    reason,
    mistake: |mistake| match mistake {
        MistakeKind::NoValue { field } => format!("{field}: a value is missing"),
        MistakeKind::NoField { typed, meant: Some(meant), .. } => format!("no field \"{typed}\"; \"{meant}\"?"),
        MistakeKind::NoField { typed, meant: None, takes } => format!("no field \"{typed}\"; {}", taken(takes)),
        MistakeKind::NoSuchValue { typed, meant: Some(meant), .. } => format!("no \"{typed}\"; \"{meant}\"?"),
        MistakeKind::NoSuchValue { typed, meant: None, takes, .. } => format!("no \"{typed}\"; {}", taken(takes)),
    },
    nothing_found: |key| format!("Nothing found. {key}: one step back."),
    too_small: "Window too small: 20x5 needed",
    help_title: "Keys",
    palette_title: "Commands",
    help_hint: |key| format!("type to search; {key} runs the pick"),
    no_further: "There is nowhere further to go this way.",
    unbound: |key, other, is_help| {
        format!("\"{key}\" does nothing here; {other} {}", if is_help { "shows the keys" } else { "leads back" })
    },
    nothing_searched: |key| format!("Nothing is searched for; {key} begins a search"),
    no_match_in_text: "The word looked for is not in this text.",
    no_links: "This text has no links.",
    no_link: |number| format!("This text has no link {number}."),
    link: "link",
    our_translation: "[our translation]",
    printed: "printed",
    indicative: "indicative",
    language: "EN, titles ours",
    language_short: "EN",
    theme_filter: "theme",
    ahead: "expected",
    editorial_heading: "Related (our pointer, not in the document)",
    position_of: |year| format!("position of {year}; may be superseded"),
    hits: |found, all| format!("{found} of {all}"),
    elsewhere: |n| format!("in other tabs {n}"),
    actions: |n| format!("{n} {}", english(n, "action", "actions")),
    faults: |n| format!("{n} {}", english(n, "fault", "faults")),
    left_out: |n, first| {
        let faults = english(n, "fault", "faults");
        format!("{n} {faults} in your files ({first}); what is faulty was left out. All: dosje check")
    },
    loading: "reading files …",
    replaced: |ids| format!("Your files replace built-in data: {}", ids.join(", ")),
    members_as_of: |date_of, source| format!("as of {}; source: {source}", date(date_of)),
    as_of: |day| format!("as of {}", short_span(Span { from: Date::Day(day), to: None })),
    no_faults: |file| format!("{file}: no faults"),
    source,
    date,
    span,
    short_span,
    next_by: |year| format!("next {year}"),
    badge,
    time_span,
    kind,
    named: |direct, named| match (direct, named) {
        (0, 0) => String::new(),
        (direct, 0) => direct.to_string(),
        (direct, named) => format!("{direct} + {named}"),
    },
    run: "run",
    rung,
    further: |n| format!("… and {n} more"),
    more: |n| format!("… and {n} more; all: partner:… in the tab of actions"),
    by_number: "A partner's records by number.",
    by_deadline: "A partner's records by deadline.",
    partner_kind,
    glossary_kind,
    state,
    certainty: |certainty| match certainty {
        Certainty::Firm => "",
        Certainty::Conditional => "conditional",
        Certainty::Potential => "only a possibility",
    },
    flag: |kind| match kind {
        FlagKind::CheckOriginal => "Check the original",
        FlagKind::Inconsistent => "Does not agree",
        FlagKind::Spelling => "Spelling",
        FlagKind::Ambiguous => "Ambiguous",
        FlagKind::Unresolved => "Not resolved",
        FlagKind::Conditional => "Conditional",
        FlagKind::Dated => "Of its time",
    },
    holder: |holder| match holder {
        Holder::Own => "Latvia",
        Holder::Eu => "European Union",
        Holder::Presidency => "Presidency",
        Holder::Commission => "European Commission",
        Holder::Other => "not named",
    },
    stance: |stance| match stance {
        Stance::Supports => "supports",
        Stance::CallsFor => "calls for",
        Stance::Conditions => "sets a condition",
        Stance::Opposes => "opposes",
        Stance::Offers => "offers",
        Stance::Asks => "asks",
        Stance::Notes => "notes",
    },
    classification: |classification| match classification {
        Classification::InformalCouncil => "informal meeting of ministers",
        Classification::Council => "Council",
        Classification::Coreper => "Coreper",
        Classification::WorkingParty => "working party",
        Classification::Bilateral => "bilateral",
        Classification::UnBody => "UN body",
        Classification::Conference => "conference",
    },
    later: |kind| match kind {
        LaterKind::Outcome => "outcome",
        LaterKind::Answer => "answer",
        LaterKind::Fact => "fact",
    },
    relation: |relation| match relation {
        Relation::Continues => "continues",
        Relation::Relates => "same matter",
        Relation::Supports => "supports",
    },
    problem,
    hint,
    queries: QUERIES,
    own: OWN,
    files: files::FILES,
    plain: plain::PLAIN,
    briefing: BRIEFING,
    copy: copy::COPY,
    source_text: source::SOURCE,
    writing: WRITING,
    meeting: meeting::MEETING,
    time: time::TIME,
    settings: settings::SETTINGS,
    doctor: doctor::DOCTOR,
    cli: cli::CLI,
    usage: usage::USAGE,
};

fn why(why: &Why) -> String {
    let field = match why.field {
        Field::Number => "number",
        Field::Title => "title",
        Field::Keyword => "keyword",
        Field::Partner => "partner",
        Field::Named => "named in text",
        Field::Time | Field::Span => "timeline",
        Field::Summary => "in short",
        Field::Text => "text",
        Field::Term => "term",
        Field::Printed => "document",
        Field::Around => "theme",
        Field::Later => "outside the document",
        Field::Kind => "kind",
    };
    let way = match why.way {
        Way::Same => "",
        Way::Stem => ", another ending",
        Way::Kin => ", of the same root",
        Way::Prefix => ", beginning of word",
        Way::Inside => ", part of word",
        Way::Loose => ", word like it",
        Way::Typo => ", typing slip",
    };
    let equals = why.equals.as_ref().map(|other| format!(" = {other}")).unwrap_or_default();
    format!("{field}: {}{equals}{way}", why.word)
}

/// Over records that concern a partner in one way.
fn rung(kind: RungKind, via: &str, count: usize, members_as_of: Option<Date>) -> String {
    let as_of = members_as_of.map(|day| format!(", members as of {}", date(day))).unwrap_or_default();
    let way = match kind {
        RungKind::Direct => "Partner".to_owned(),
        RungKind::Named => "Named in the text".to_owned(),
        RungKind::Group => format!("Through a group: {via}{as_of}"),
        RungKind::Region => format!("Through a region: {via}"),
        RungKind::Worldwide => format!("For all: {via}"),
    };
    format!("{way} ({count})")
}

/// What can stand behind the colon, or before it.
fn taken(takes: &Takes) -> String {
    match takes {
        Takes::OneOf(words) => format!("there are: {}", words.join(", ")),
        Takes::Words([_, english]) => format!("there are: {}", english.join(", ")),
        Takes::Like([_, english]) => format!("it takes for instance {}", english.join(", ")),
    }
}
