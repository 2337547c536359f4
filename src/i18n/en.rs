//! English.

use super::plural::english;
use super::{CliWords, Labels, Messages, short_year};
use crate::domain::RecordKind;
use crate::domain::fault::{Problem, Shape, Slip};
use crate::domain::meeting::{Classification, Holder, Stance};
use crate::domain::overlay::{LaterKind, Relation};
use crate::domain::records::{FlagKind, Source};
use crate::domain::timeline::{Certainty, State, Timeline, TimelineKind};
use crate::domain::{Date, Span};

pub const MESSAGES: Messages = Messages {
    tabs: ["Themes", "Actions", "Agenda"],
    labels: Labels {
        actions: "Actions",
        agenda: "Agenda",
        authors: "Authors",
        bodies: "Bodies",
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
        terms: "Terms",
        related: "Related",
        themes: "Themes",
        theme: "Theme",
        timeline: "Timeline",
        url: "Address",
        warnings: "Mind",
    },
    search_hint: "search",
    legend: ["! ends this year", "< past its window", "? uncertain", "+ later facts"],
    nothing_found: "Nothing found. Esc: one step back.",
    too_small: "Window too small: 20x5 needed",
    help_title: "Keys",
    help_hint: "type to search; Enter runs the pick",
    no_further: "There is nowhere further to go this way.",
    no_match_in_text: "The word looked for is not in this text.",
    our_translation: "[our translation]",
    indicative: "indicative",
    language: "EN: our translation",
    theme_filter: "theme",
    later_heading: "What came later (not in the document)",
    editorial_heading: "Related (our pointer, not in the document)",
    position_of: |year| format!("position of {year}; may be superseded"),
    hits: |found, all| format!("{found} of {all}"),
    actions: |n| format!("{n} {}", english(n, "action", "actions")),
    faults: |n| format!("{n} {}", english(n, "fault", "faults")),
    left_out: |n| {
        let faults = english(n, "fault", "faults");
        format!("{n} {faults} in your files; what is faulty was left out. See: dosje check")
    },
    replaced: |ids| format!("Your files replace built-in data: {}", ids.join(", ")),
    as_of: |day| format!("as of {}", date(Date::Day(day))),
    no_faults: |file| format!("{file}: no faults"),
    source,
    date,
    span,
    short_span,
    next_by: |year| format!("next {year}"),
    badge,
    kind,
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
    cli: CliWords {
        error: "error",
        hint: "hint",
        warning: "warning",
        no_record: |typed| format!("no record \"{typed}\""),
        try_search: |typed| format!("try `dosje search {typed}`"),
        several: |typed, ids| format!("\"{typed}\" may be any of: {}", ids.join(", ")),
        no_terminal: "no terminal to draw on",
        no_terminal_hint: "in scripts use `dosje search`, `dosje show` or `dosje agenda`",
        no_kind: |typed| format!("no kind of file \"{typed}\""),
        see_all: |file, n| format!("run `dosje check {file}` to list all {n}"),
    },
};

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
    let lines: Vec<String> = sources
        .iter()
        .map(|source| match source.lines {
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
    match timeline.kind {
        TimelineKind::Ongoing => "ongoing".to_owned(),
        TimelineKind::RecurringAnnual => "yearly".to_owned(),
        TimelineKind::OngoingWindow | TimelineKind::Window => format!("{start}-{end}"),
        TimelineKind::OngoingUntil => format!("to {end}"),
        TimelineKind::Deadline => format!("by {end}"),
        TimelineKind::Quarter | TimelineKind::SingleYear => end,
        TimelineKind::StartPossible => format!("?from {start}"),
        TimelineKind::Potential => format!("?{start}"),
    }
}

fn kind(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Document => "Document",
        RecordKind::Theme => "Theme",
        RecordKind::Action => "Action",
        RecordKind::Meeting => "Meeting",
        RecordKind::Event => "Event",
        RecordKind::Context => "Context",
        RecordKind::Item => "Agenda item",
        RecordKind::Position => "Position",
        RecordKind::Question => "Open question",
        RecordKind::Milestone => "Milestone",
        RecordKind::Person => "Person",
    }
}

fn state(state: State) -> &'static str {
    match state {
        State::NotStarted => "not started",
        State::OpenEnded => "running, no end stated",
        State::Running => "running",
        State::EndsThisYear => "ends this year",
        State::EndsThisQuarter => "ends this quarter",
        State::PastWindow => "past its window; outcome not known here",
        State::Uncertain => "not certain to take place",
    }
}

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Null => "null",
        Shape::Truth => "true or false",
        Shape::WholeNumber => "a whole number",
        Shape::Number => "a number",
        Shape::Text => "a text in quotes",
        Shape::List => "a list [...]",
        Shape::Object => "an object {...}",
    }
}

fn slip(slip: &Slip) -> &str {
    match slip {
        Slip::EndsEarly => "it ends too early",
        Slip::TextAfterEnd => "something follows after its end",
        Slip::CommaTooMany => "a comma with nothing after it",
        Slip::NoComma => "a comma or a closing bracket must stand here",
        Slip::NoColon => "a colon must stand here",
        Slip::NoFieldName => "the name of a field in quotes must stand here",
        Slip::NoValue => "a value must stand here",
        Slip::Comment => "comments are not allowed",
        Slip::OtherQuotes => "a quotation mark other than \"",
        Slip::BreakInText => "a line break or tab inside a text",
        Slip::HalfCharacter => "half of a character written in two parts",
        Slip::Backslash => "a lone backslash",
        Slip::HugeNumber => "the number is too large",
        Slip::AsSaid(words) => words,
    }
}

fn problem(problem: &Problem) -> String {
    match problem {
        Problem::NoFile => "no such file".to_owned(),
        Problem::Unreadable(reason) => format!("the file cannot be read: {reason}"),
        Problem::NotAFile => "a folder, pipe or device, not a file".to_owned(),
        Problem::TooLarge { size, limit } => {
            format!("too large: {} MiB, the limit is {} MiB", size.div_ceil(1 << 20), limit >> 20)
        }
        Problem::Empty => "the file is empty".to_owned(),
        Problem::Utf16 => "text in UTF-16".to_owned(),
        Problem::NotUtf8 => "not UTF-8 text from here on".to_owned(),
        Problem::Damaged => "looks damaged: it holds NUL bytes".to_owned(),
        Problem::Compressed => "a compressed file".to_owned(),
        Problem::Pdf => "a PDF, not a data file".to_owned(),
        Problem::WebPage => "a web page, not a data file".to_owned(),
        Problem::ConflictMarkers => "conflict markers left over from a merge".to_owned(),
        Problem::TooDeep { limit } => format!("nested deeper than {limit} levels"),
        Problem::Syntax(found) => format!("not valid JSON: {}", slip(found)),
        Problem::NotAnObject => "the file must start with {".to_owned(),
        Problem::NoKind => "field \"kind\" is missing".to_owned(),
        Problem::UnknownKind(found) => format!("unknown kind of file \"{found}\""),
        Problem::NewerVersion { found, known } => format!("file version {found}, this program reads {known}"),
        Problem::UnknownVersion { found: Some(found), .. } => format!("unknown file version {found}"),
        Problem::UnknownVersion { found: None, .. } => "field \"schema_version\" is missing".to_owned(),
        Problem::GivenTwice(name) => format!("field \"{name}\" given twice"),
        Problem::UnknownField { name, .. } => format!("unknown field \"{name}\""),
        Problem::Misspelt { name, meant } => format!("unknown field \"{name}\", and \"{meant}\" is missing"),
        Problem::NotALanguage(name) => format!("\"{name}\" is not a language of these data"),
        Problem::Missing(name) => format!("field \"{name}\" is missing"),
        Problem::WrongShape { wanted, found } => format!("expected {}, found {}", shape(*wanted), shape(*found)),
        Problem::NotOneOf { found, .. } => format!("\"{found}\" is not allowed here"),
        Problem::OutOfRange => "the number is below zero or too large".to_owned(),
        Problem::WrongCount { wanted, found } => format!("{wanted} elements must stand here, found {found}"),
        Problem::NotADate(found) => format!("\"{found}\" is not a date"),
        Problem::NotAnId(found) => format!("\"{found}\" is not an id"),
        Problem::TooLong { length, limit } => format!("{length} characters, at most {limit} are allowed"),
        Problem::EmptyText => "the text is empty".to_owned(),
        Problem::StartAfterEnd => "the start lies after the end".to_owned(),
        Problem::DoubleId { id, first } => format!("\"{id}\" is already taken by {first}"),
        Problem::TakenId { id, file } => format!("\"{id}\" is already taken in {file}"),
        Problem::ForeignId { id, collection } => format!("\"{id}\" must begin with \"{collection}\""),
        Problem::UnknownRecord(id) => format!("no record \"{id}\""),
        Problem::LeftOut(id) => format!("\"{id}\" was left out because of its own fault"),
        Problem::NotATheme(id) => format!("\"{id}\" is not a theme"),
        Problem::UnknownPartner(code) => format!("no partner \"{code}\""),
        Problem::UnknownTerm(id) => format!("no term \"{id}\""),
        Problem::BadLines => "lines and pages count from 1, the first not after the last".to_owned(),
        Problem::NotAnAddress(found) => format!("\"{found}\" is not a web address"),
    }
}

fn hint(problem: &Problem) -> Option<String> {
    Some(match problem {
        Problem::Utf16 | Problem::NotUtf8 => "save the file as UTF-8".to_owned(),
        Problem::Compressed => "unpack it first".to_owned(),
        Problem::ConflictMarkers => "keep one of the two versions and remove the markers".to_owned(),
        Problem::Syntax(Slip::EndsEarly) => "a part may be missing: copy the file anew".to_owned(),
        Problem::Syntax(Slip::TextAfterEnd) => "a file holds one {...} and nothing else".to_owned(),
        Problem::Syntax(Slip::CommaTooMany) => "remove the comma".to_owned(),
        Problem::Syntax(Slip::NoComma) => "look for a missing comma or quotation mark just before".to_owned(),
        Problem::Syntax(Slip::OtherQuotes) => "put names and texts between straight double quotes".to_owned(),
        Problem::Syntax(Slip::BreakInText) => "write \\n or \\t, or look for a missing quotation mark".to_owned(),
        Problem::Syntax(Slip::HalfCharacter) => "write the character itself".to_owned(),
        Problem::Syntax(Slip::Backslash) => "write two of them for one in the text".to_owned(),
        Problem::TooLarge { .. } => "split it into several files".to_owned(),
        Problem::NoKind | Problem::UnknownKind(_) => {
            "kinds: document, meeting, partners, glossary, links, later".to_owned()
        }
        Problem::NewerVersion { .. } => "update dosje".to_owned(),
        Problem::UnknownVersion { known, .. } => format!("write \"schema_version\": {known}"),
        Problem::UnknownField { meant: Some(meant), .. } | Problem::Misspelt { meant, .. } => {
            format!("did you mean \"{meant}\"?")
        }
        Problem::NotALanguage(_) => "the language keys are \"lv\" and \"en\"".to_owned(),
        Problem::NotOneOf { allowed, .. } => format!("allowed: {}", allowed.join(", ")),
        Problem::NotADate(_) => "write 2027, 2027-10, 2027-10-31; quarters as 2027-33 to 2027-36".to_owned(),
        Problem::NotAnId(_) => "ids hold letters without diacritics, digits and . - _ : + /".to_owned(),
        Problem::LeftOut(_) => "mend that fault first".to_owned(),
        Problem::UnknownRecord(_) => "`dosje search` shows the records there are".to_owned(),
        Problem::UnknownPartner(_) => "add it in a `partners` file of your own".to_owned(),
        Problem::UnknownTerm(_) => "add it in a `glossary` file of your own".to_owned(),
        Problem::NotAnAddress(_) => "an address begins with https://".to_owned(),
        Problem::Missing(_) | Problem::WrongShape { .. } => "`dosje schema` describes the fields".to_owned(),
        _ => return None,
    })
}
