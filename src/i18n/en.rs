//! English.

mod briefing;
mod copy;
mod doctor;
mod faults;
mod files;
mod meeting;
mod names;
mod own;
mod plain;
mod queries;
mod settings;
mod source;
mod time;
mod writing;

use briefing::BRIEFING;
use faults::{hint, problem};
use names::{glossary_kind, kind, partner_kind, state};
use own::OWN;
use queries::QUERIES;
use writing::WRITING;

use super::plural::english;
use super::{CliWords, Labels, Messages, short_year};
use crate::domain::ladder::RungKind;
use crate::domain::meeting::{Classification, Holder, Stance};
use crate::domain::overlay::{LaterKind, Relation};
use crate::domain::records::{FlagKind, Source};
use crate::domain::timeline::{Certainty, Timeline, TimelineKind};
use crate::domain::{Date, Lang, Span};
use crate::search::filter::MistakeKind;
use crate::search::term::Way;
use crate::search::{Field, Why};

pub const MESSAGES: Messages = Messages {
    tabs: ["Themes", "Actions", "Agenda", "Partners", "Timeline", "Briefing", "Glossary"],
    labels: Labels {
        abbreviations: "Abbreviations",
        actions: "Actions",
        agenda: "Agenda",
        authors: "Authors",
        bodies: "Bodies",
        codes: "Codes",
        confused: "Not to be confused with",
        kind: "Kind",
        members: "Members",
        terms: "Terms",
        note: "Note",
        other_names: "Other names",
        used_in: "Used in",
        within: "Lies in",
        chronology: "Chronology",
        context: "Context",
        date: "Date",
        inner_dates: "Dates in text",
        delegation: "Delegation",
        as_printed: "As printed",
        holder: "Whose view",
        identifiers: "Numbers",
        instruments: "Instruments",
        line: "To say",
        milestones: "Milestones",
        named: "Named in text",
        inside: "Inside it, named on their own (number of records)",
        next_end: "Next end date",
        open_questions: "Open questions",
        options: "Options",
        other_title: "In Latvian",
        partners: "Partners",
        parts: "Measures",
        people: "People",
        place: "Place",
        planned: "Planned",
        positions: "Position",
        presidency: "Presidency",
        provenance: "Origin of text",
        source: "Source",
        sub_themes: "Sub-themes",
        summary: "In short",
        classification: "Kind",
        related: "Related",
        themes: "Themes",
        theme: "Theme",
        timeline: "Timeline",
        url: "Address",
        warnings: "Mind (our remark)",
    },
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
    read_as: |typed, read| format!("\"{typed}\" read as \"{read}\""),
    mistake: |mistake| match mistake {
        MistakeKind::NoValue { field } => format!("{field}: a value is missing"),
        MistakeKind::NoField { typed, meant } => format!("no field \"{typed}\"; \"{meant}\"?"),
        MistakeKind::NoSuchValue { typed, meant: Some(meant), .. } => format!("no \"{typed}\"; \"{meant}\"?"),
        MistakeKind::NoSuchValue { typed, meant: None, .. } => format!("no \"{typed}\""),
    },
    nothing_found: |key| format!("Nothing found. {key}: one step back."),
    too_small: "Window too small: 20x5 needed",
    help_title: "Keys",
    palette_title: "Commands",
    help_hint: |key| format!("type to search; {key} runs the pick"),
    no_further: "There is nowhere further to go this way.",
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
    cli: CliWords {
        error: "error",
        hint: "hint",
        warning: "warning",
        no_record: |typed| format!("no record \"{typed}\""),
        try_search: |typed| format!("try `dosje search {typed}`"),
        several: |typed, ids| format!("\"{typed}\" may be any of: {}", ids.join(", ")),
        no_terminal: "no terminal to draw on",
        no_terminal_hint: "in scripts use `dosje search`, `dosje show` or `dosje agenda`; line by line, `dosje --plain`",
        no_kind: |typed| format!("no kind of file \"{typed}\""),
        see_all: |n| format!("run `dosje check` to list all {n}"),
        no_query: "nothing to search for: give a word or a condition",
        wrong_filter: |typed| format!("a condition that cannot be met: \"{typed}\""),
    },
};

fn why(why: &Why) -> String {
    let field = match why.field {
        Field::Number => "number",
        Field::Title => "title",
        Field::Keyword => "keyword",
        Field::Partner => "partner",
        Field::Named => "named in text",
        Field::Time => "timeline",
        Field::Summary => "in short",
        Field::Text => "text",
        Field::Around => "theme",
    };
    let way = match why.way {
        Way::Same => "",
        Way::Stem => ", another ending",
        Way::Prefix => ", beginning of word",
        Way::Inside => ", part of word",
        Way::Loose => ", word like it",
        Way::Typo => ", typing slip",
    };
    let equals = why.equals.as_ref().map(|other| format!(" = {other}")).unwrap_or_default();
    format!("{field}: {}{equals}{way}", why.word)
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month(month: i8) -> &'static str {
    MONTHS.get(usize::from(month.unsigned_abs()).saturating_sub(1)).unwrap_or(&"")
}

fn date(date: Date) -> String {
    match date {
        Date::Year(year) => year.to_string(),
        Date::Quarter(year, quarter) => format!("Q{quarter} {year}"),
        Date::Season(year, season) => {
            let name =
                ["spring", "summer", "autumn", "winter"].get(usize::from(season.unsigned_abs()).saturating_sub(1));
            format!("{} {year}", name.unwrap_or(&""))
        }
        Date::Month(year, number) => format!("{} {year}", month(number)),
        Date::Day(day) => format!("{} {} {}", day.day(), month(day.month()), day.year()),
    }
}

fn span(span: Span) -> String {
    match (span.from, span.to) {
        (from, None) => date(from),
        (Date::Day(a), Some(Date::Day(b))) if a.year() == b.year() && a.month() == b.month() => {
            format!("{}–{} {} {}", a.day(), b.day(), month(b.month()), b.year())
        }
        (from, Some(to)) => format!("{} – {}", date(from), date(to)),
    }
}

/// Months in three letters, so that a column of dates stays narrow.
fn short_span(span: Span) -> String {
    let name = |number: i8| month(number).get(..3).unwrap_or_default();
    let short = |date: Date| match date {
        Date::Month(year, number) => format!("{} {year}", name(number)),
        Date::Day(day) => format!("{} {} {}", day.day(), name(day.month()), day.year()),
        other => self::date(other),
    };
    match (span.from, span.to) {
        (from, None) => short(from),
        (Date::Month(a, from), Some(to @ Date::Month(b, _))) if a == b => format!("{}–{}", name(from), short(to)),
        (Date::Day(a), Some(to @ Date::Day(b))) if a.year() == b.year() && a.month() == b.month() => {
            format!("{}–{}", a.day(), short(to))
        }
        (from, Some(to)) => format!("{}–{}", short(from), short(to)),
    }
}

/// Pages in order without repeats, then lines: "p. 9, lines 816–831".
fn source(citation: &str, sources: &[Source]) -> String {
    let mut pages: Vec<u32> = sources.iter().filter_map(|source| source.page).collect();
    pages.dedup();
    let word = english(pages.len(), "p.", "pp.");
    let pages: Vec<String> = pages.iter().map(u32::to_string).collect();
    let pages = if pages.is_empty() { String::new() } else { format!(", {word} {}", pages.join(" and ")) };
    let lines: Vec<String> = Source::ranges(sources)
        .into_iter()
        .map(|lines| match lines {
            [first, last] if first == last => format!("line {first}"),
            [first, last] => format!("lines {first}–{last}"),
        })
        .collect();
    format!("{citation}{pages}, {}", lines.join(", "))
}

fn badge(timeline: &Timeline) -> String {
    let short = |date: Option<Date>| match date {
        Some(Date::Quarter(year, quarter)) => format!("Q{quarter} {}", short_year(year)),
        Some(date) => short_year(date.year()),
        None => String::new(),
    };
    let (start, end) = (short(timeline.start), short(timeline.end));
    let doubt = if timeline.certainty == Certainty::Firm { "" } else { "?" };
    match timeline.kind {
        TimelineKind::Ongoing => "ongoing".to_owned(),
        TimelineKind::RecurringAnnual => format!("{doubt}yearly"),
        TimelineKind::OngoingWindow | TimelineKind::Window => format!("{start}–{end}"),
        TimelineKind::OngoingUntil => format!("to {end}"),
        TimelineKind::Deadline => format!("by {end}"),
        TimelineKind::Quarter | TimelineKind::SingleYear => end,
        TimelineKind::StartPossible => format!("?from {start}"),
        TimelineKind::Potential => format!("?{start}"),
    }
}

fn time_span(timeline: &Timeline) -> String {
    let read = |date: Option<Date>| date.map(self::date).unwrap_or_default();
    let (start, end) = (read(timeline.start), read(timeline.end));
    match timeline.kind {
        TimelineKind::Ongoing => "ongoing".to_owned(),
        TimelineKind::RecurringAnnual => "every year".to_owned(),
        TimelineKind::OngoingWindow => format!("ongoing, {start}–{end}"),
        TimelineKind::Window => format!("{start}–{end}"),
        TimelineKind::OngoingUntil => format!("ongoing until {end}"),
        TimelineKind::Deadline => format!("by the end of {end}"),
        TimelineKind::Quarter | TimelineKind::SingleYear => end,
        TimelineKind::StartPossible => format!("may start in {start}"),
        TimelineKind::Potential => format!("possible in {start}"),
    }
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
