//! Latvian.

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

use super::plural::latvian;
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
    tabs: ["Tēmas", "Darbības", "Darba kārtība", "Partneri", "Grafiks", "Brīfings", "Glosārijs"],
    labels: Labels {
        abbreviations: "Saīsinājumi",
        actions: "Darbības",
        agenda: "Darba kārtība",
        authors: "Autori",
        bodies: "Institūcijas",
        codes: "Kodi",
        confused: "Nejaukt ar",
        kind: "Veids",
        members: "Dalībnieki",
        terms: "Termini",
        note: "Piezīme",
        other_names: "Citi nosaukumi",
        used_in: "Kur lietots",
        within: "Ietilpst",
        chronology: "Hronoloģija",
        context: "Konteksts",
        date: "Datums",
        inner_dates: "Datumi tekstā",
        delegation: "Delegācija",
        as_printed: "Dokumentā",
        holder: "Viedokļa paudējs",
        identifiers: "Numuri",
        instruments: "Instrumenti",
        line: "Sakāms",
        milestones: "Atskaites punkti",
        named: "Tekstā minēti",
        inside: "Ietilpst tajā, nosaukti atsevišķi (ierakstu skaits)",
        next_end: "Tuvākais termiņš",
        open_questions: "Atklātie jautājumi",
        options: "Varianti",
        other_title: "Angliski",
        partners: "Partneri",
        parts: "Pasākumi",
        people: "Personas",
        place: "Vieta",
        planned: "Plānots",
        positions: "Pozīcija",
        presidency: "Prezidentūra",
        provenance: "Teksta izcelsme",
        source: "Avots",
        sub_themes: "Apakštēmas",
        summary: "Īsumā",
        classification: "Veids",
        related: "Saistītie ieraksti",
        themes: "Tēmas",
        theme: "Tēma",
        timeline: "Termiņš",
        url: "Adrese",
        warnings: "Ņemt vērā (mūsu piebilde)",
    },
    search_hint: "meklēt",
    legend: &[
        "! beidzas šogad",
        "< termiņš pagājis",
        "+ ir jaunākas ziņas",
        "? nav skaidrs",
        "* atzīmēts",
        "¶ jūsu teksts",
        "4c27 = 2027. g. 4. ceturksnis",
    ],
    partner_legend: &["10 + 1: partneris 10 darbībās", "minēts vēl 1 ierakstā"],
    why,
    in_language: |lang, word| match lang {
        Lang::Lv => format!("latviski: {word}"),
        Lang::En => format!("angliski: {word}"),
    },
    match_in_other_language: |key| format!("Meklētais vārds ir teksta angļu versijā; to rāda {key}."),
    read_as: |typed, read| format!("„{typed}” lasīts kā „{read}”"),
    mistake: |mistake| match mistake {
        MistakeKind::NoValue { field } => format!("{field}: trūkst vērtības"),
        MistakeKind::NoField { typed, meant } => format!("nav lauka „{typed}”; varbūt „{meant}”?"),
        MistakeKind::NoSuchValue { typed, meant: Some(meant), .. } => format!("nav „{typed}”; varbūt „{meant}”?"),
        MistakeKind::NoSuchValue { typed, meant: None, .. } => format!("nav „{typed}”"),
    },
    nothing_found: |key| format!("Nekas nav atrasts. {key}: soli atpakaļ."),
    too_small: "Logs mazs: vajag 20x5",
    help_title: "Taustiņi",
    palette_title: "Komandas",
    help_hint: |key| format!("rakstiet, lai meklētu; {key} izpilda"),
    no_further: "Tālāk šajā virzienā nav kur iet.",
    no_match_in_text: "Šajā tekstā meklētā vārda nav.",
    no_links: "Šajā tekstā saišu nav.",
    no_link: |number| format!("Saites {number} šajā tekstā nav."),
    link: "saite",
    our_translation: "[mūsu tulkojums]",
    printed: "dokumentā",
    indicative: "orientējoši",
    language: "LV",
    language_short: "LV",
    theme_filter: "tēma",
    ahead: "gaidāms",
    editorial_heading: "Saistīts (mūsu norāde, nav dokumentā)",
    position_of: |year| format!("{year}. gada nostāja; var būt novecojusi"),
    hits: |found, all| format!("{found} no {all}"),
    elsewhere: |n| format!("citās cilnēs {n}"),
    actions: |n| format!("{n} {}", latvian(n, "darbība", "darbības", "darbību")),
    faults: |n| format!("{n} {}", latvian(n, "kļūda", "kļūdas", "kļūdu")),
    left_out: |n, first| {
        let faults = latvian(n, "kļūda", "kļūdas", "kļūdu");
        format!("Jūsu datnēs {n} {faults} ({first}); kļūdainais nav ielādēts. Visas: dosje check")
    },
    loading: "nolasa datnes …",
    replaced: |ids| format!("Jūsu datnes aizstāj iebūvēto: {}", ids.join(", ")),
    members_as_of: |date_of, source| format!("Dalībnieku saraksts: {}; avots: {source}", date(date_of)),
    as_of: |day| format!("uz {}", date(Date::Day(day))),
    no_faults: |file| format!("{file}: kļūdu nav"),
    source,
    date,
    span,
    short_span,
    next_by: |year| format!("tuvākais {year}"),
    badge,
    time_span: |timeline| timeline.raw.to_string(),
    kind,
    named: |direct, named| match (direct, named) {
        (0, 0) => String::new(),
        (direct, 0) => direct.to_string(),
        (direct, named) => format!("{direct} + {named}"),
    },
    run: "izpildīt",
    rung,
    further: |n| format!("… un vēl {n}"),
    more: |n| format!("… un vēl {n}; visi: partneris:… darbību cilnē"),
    by_number: "Partnera ieraksti pēc numura.",
    by_deadline: "Partnera ieraksti pēc termiņa.",
    partner_kind,
    glossary_kind,
    state,
    certainty: |certainty| match certainty {
        Certainty::Firm => "",
        Certainty::Conditional => "ar nosacījumu",
        Certainty::Potential => "tikai kā iespēja",
    },
    flag: |kind| match kind {
        FlagKind::CheckOriginal => "Salīdzināt ar oriģinālu",
        FlagKind::Inconsistent => "Nesakrīt",
        FlagKind::Spelling => "Rakstība",
        FlagKind::Ambiguous => "Divdomīgi",
        FlagKind::Unresolved => "Nav noskaidrots",
        FlagKind::Conditional => "Ar nosacījumu",
        FlagKind::Dated => "Tā laika nostāja",
    },
    holder: |holder| match holder {
        Holder::Own => "Latvija",
        Holder::Eu => "Eiropas Savienība",
        Holder::Presidency => "Prezidentūra",
        Holder::Commission => "Eiropas Komisija",
        Holder::Other => "nav nosaukts",
    },
    stance: |stance| match stance {
        Stance::Supports => "atbalsta",
        Stance::CallsFor => "aicina",
        Stance::Conditions => "izvirza nosacījumu",
        Stance::Opposes => "iebilst",
        Stance::Offers => "piedāvā",
        Stance::Asks => "jautā",
        Stance::Notes => "norāda",
    },
    classification: |classification| match classification {
        Classification::InformalCouncil => "neformāla ministru sanāksme",
        Classification::Council => "Padome",
        Classification::Coreper => "COREPER",
        Classification::WorkingParty => "darba grupa",
        Classification::Bilateral => "divpusēja tikšanās",
        Classification::UnBody => "ANO struktūra",
        Classification::Conference => "konference",
    },
    later: |kind| match kind {
        LaterKind::Outcome => "iznākums",
        LaterKind::Answer => "atbilde",
        LaterKind::Fact => "fakts",
    },
    relation: |relation| match relation {
        Relation::Continues => "turpinājums",
        Relation::Relates => "tas pats jautājums",
        Relation::Supports => "atbalsta",
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
        error: "kļūda",
        hint: "padoms",
        warning: "brīdinājums",
        no_record: |typed| format!("nav ieraksta „{typed}”"),
        try_search: |typed| format!("mēģiniet `dosje search {typed}`"),
        several: |typed, ids| format!("„{typed}” var būt jebkurš no: {}", ids.join(", ")),
        no_terminal: "nav termināļa, kurā rādīt",
        no_terminal_hint: "skriptos lietojiet `dosje search`, `dosje show` vai `dosje agenda`; pa rindām darbojas `dosje --plain`",
        no_kind: |typed| format!("nav datņu veida „{typed}”"),
        see_all: |n| format!("`dosje check` parāda visas ({n} {})", latvian(n, "kļūda", "kļūdas", "kļūdu")),
        no_query: "nav ko meklēt: uzrakstiet vārdu vai nosacījumu",
        wrong_filter: |typed| format!("neizpildāms nosacījums „{typed}”"),
    },
};

fn why(why: &Why) -> String {
    let field = match why.field {
        Field::Number => "numurs",
        Field::Title => "virsraksts",
        Field::Keyword => "atslēgvārds",
        Field::Partner => "partneris",
        Field::Named => "tekstā minēts",
        Field::Time => "termiņš",
        Field::Summary => "īsumā",
        Field::Text => "teksts",
        Field::Around => "tēma",
    };
    let way = match why.way {
        Way::Same => "",
        Way::Stem => ", cita galotne",
        Way::Prefix => ", vārda sākums",
        Way::Inside => ", vārda daļa",
        Way::Loose => ", līdzīgs vārds",
        Way::Typo => ", rakstīts kļūdaini",
    };
    let equals = why.equals.as_ref().map(|other| format!(" = {other}")).unwrap_or_default();
    format!("{field}: {}{equals}{way}", why.word)
}

const MONTHS: [&str; 12] = [
    "janvāris",
    "februāris",
    "marts",
    "aprīlis",
    "maijs",
    "jūnijs",
    "jūlijs",
    "augusts",
    "septembris",
    "oktobris",
    "novembris",
    "decembris",
];

fn date(date: Date) -> String {
    match date {
        Date::Year(year) => format!("{year}. gads"),
        Date::Quarter(year, quarter) => format!("{year}. gada {quarter}. ceturksnis"),
        Date::Season(year, season) => {
            let name =
                ["pavasaris", "vasara", "rudens", "ziema"].get(usize::from(season.unsigned_abs()).saturating_sub(1));
            format!("{year}. gada {}", name.unwrap_or(&""))
        }
        Date::Month(year, month) => {
            let name = MONTHS.get(usize::from(month.unsigned_abs()).saturating_sub(1));
            format!("{year}. gada {}", name.unwrap_or(&""))
        }
        Date::Day(day) => format!("{:02}.{:02}.{}.", day.day(), day.month(), day.year()),
    }
}

fn span(span: Span) -> String {
    match (span.from, span.to) {
        (from, None) => date(from),
        (Date::Day(a), Some(Date::Day(b))) if a.year() == b.year() && a.month() == b.month() => {
            format!("{:02}.–{:02}.{:02}.{}.", a.day(), b.day(), b.month(), b.year())
        }
        (Date::Month(a, _), Some(Date::Month(b, month))) if a == b => {
            let to = MONTHS.get(usize::from(month.unsigned_abs()).saturating_sub(1));
            format!("{}–{}", date(span.from), to.unwrap_or(&""))
        }
        (from, Some(to)) => format!("{} – {}", date(from), date(to)),
    }
}

/// Months in figures, so that a column of dates stays narrow.
fn short_span(span: Span) -> String {
    let short = |date: Date| match date {
        Date::Year(year) => year.to_string(),
        Date::Quarter(year, quarter) => format!("{quarter}.c {year}"),
        Date::Season(year, season) => {
            let name =
                ["pavas.", "vasara", "rudens", "ziema"].get(usize::from(season.unsigned_abs()).saturating_sub(1));
            format!("{} {year}", name.unwrap_or(&""))
        }
        Date::Month(year, month) => format!("{month:02}.{year}"),
        Date::Day(day) => format!("{:02}.{:02}.{}", day.day(), day.month(), day.year()),
    };
    match (span.from, span.to) {
        (from, None) => short(from),
        (Date::Month(a, from), Some(to @ Date::Month(b, _))) if a == b => format!("{from:02}.–{}", short(to)),
        (Date::Day(a), Some(to @ Date::Day(b))) if a.year() == b.year() && a.month() == b.month() => {
            format!("{:02}.–{}", a.day(), short(to))
        }
        (from, Some(to)) => format!("{}–{}", short(from), short(to)),
    }
}

/// Pages in order without repeats, then lines: "9. lpp., 816.–831. rinda".
fn source(citation: &str, sources: &[Source]) -> String {
    let mut pages: Vec<u32> = sources.iter().filter_map(|source| source.page).collect();
    pages.dedup();
    let pages: Vec<String> = pages.iter().map(|page| format!("{page}.")).collect();
    let pages = if pages.is_empty() { String::new() } else { format!(", {} lpp.", listed(&pages)) };
    let lines: Vec<String> = Source::ranges(sources)
        .into_iter()
        .map(|lines| match lines {
            [first, last] if first == last => format!("{first}. rinda"),
            [first, last] => format!("{first}.–{last}. rinda"),
        })
        .collect();
    format!("{citation}{pages}, {}", lines.join(", "))
}

/// "5.", "5. un 6.", "5., 6. un 7."
fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} un {last}", most.join(", ")),
    }
}

fn badge(timeline: &Timeline) -> String {
    let short = |date: Option<Date>| match date {
        Some(Date::Quarter(year, quarter)) => format!("{quarter}c{}", short_year(year)),
        Some(date) => short_year(date.year()),
        None => String::new(),
    };
    let (start, end) = (short(timeline.start), short(timeline.end));
    let doubt = if timeline.certainty == Certainty::Firm { "" } else { "?" };
    match timeline.kind {
        TimelineKind::Ongoing => "pastāvīgi".to_owned(),
        TimelineKind::RecurringAnnual => format!("{doubt}ik gadu"),
        TimelineKind::OngoingWindow | TimelineKind::Window => format!("{start}–{end}"),
        TimelineKind::OngoingUntil | TimelineKind::Deadline => format!("līdz {end}"),
        TimelineKind::Quarter | TimelineKind::SingleYear => end,
        TimelineKind::StartPossible => format!("?no {start}"),
        TimelineKind::Potential => format!("?{start}"),
    }
}

/// Over records that concern a partner in one way.
fn rung(kind: RungKind, via: &str, count: usize, members_as_of: Option<Date>) -> String {
    let as_of = members_as_of.map(|day| format!("; dalībnieki: {}", date(day))).unwrap_or_default();
    let way = match kind {
        RungKind::Direct => "Partneris".to_owned(),
        RungKind::Named => "Minēts tekstā".to_owned(),
        RungKind::Group => format!("Caur grupu: {via}{as_of}"),
        RungKind::Region => format!("Caur reģionu: {via}"),
        RungKind::Worldwide => format!("Visiem: {via}"),
    };
    format!("{way} ({count})")
}
