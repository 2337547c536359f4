//! Latvian.

use super::plural::latvian;
use super::{CliWords, Labels, Messages, short_year};
use crate::domain::RecordKind;
use crate::domain::fault::{Problem, Shape, Slip};
use crate::domain::meeting::{Classification, Holder, Stance};
use crate::domain::overlay::{LaterKind, Relation};
use crate::domain::records::{FlagKind, Source};
use crate::domain::timeline::{Certainty, State, Timeline, TimelineKind};
use crate::domain::{Date, Span};

pub const MESSAGES: Messages = Messages {
    tabs: ["Tēmas", "Darbības", "Darba kārtība"],
    labels: Labels {
        actions: "Darbības",
        agenda: "Darba kārtība",
        authors: "Autori",
        bodies: "Institūcijas",
        chronology: "Hronoloģija",
        context: "Konteksts",
        date: "Datums",
        inner_dates: "Datumi tekstā",
        delegation: "Delegācija",
        as_printed: "Dokumentā",
        holder: "Kā viedoklis",
        identifiers: "Numuri",
        instruments: "Instrumenti",
        line: "Sakāms",
        milestones: "Atskaites punkti",
        named: "Tekstā minēti",
        next_end: "Tuvākais termiņš",
        open_questions: "Atklātie jautājumi",
        options: "Varianti",
        other_title: "Angliski",
        partners: "Partneri",
        parts: "Pasākumi",
        people: "Cilvēki",
        place: "Vieta",
        planned: "Plānots",
        positions: "Pozīcija",
        presidency: "Prezidentūra",
        provenance: "Teksta izcelsme",
        source: "Avots",
        sub_themes: "Apakštēmas",
        summary: "Īsumā",
        terms: "Termini",
        related: "Saistīts",
        themes: "Tēmas",
        theme: "Tēma",
        timeline: "Termiņš",
        url: "Adrese",
        warnings: "Ievērot",
    },
    search_hint: "meklēt",
    legend: ["! beidzas šogad", "< laiks pagājis", "? nav droši", "+ ir vēlāki fakti"],
    nothing_found: "Nekas nav atrasts. Esc: soli atpakaļ.",
    too_small: "Logs par mazu: vajag 20x5",
    help_title: "Taustiņi",
    help_hint: "rakstiet, lai meklētu; Enter izpilda",
    no_further: "Tālāk šajā virzienā nav kur iet.",
    no_match_in_text: "Šajā tekstā meklētā vārda nav.",
    our_translation: "[mūsu tulkojums]",
    indicative: "orientējoši",
    language: "LV",
    theme_filter: "tēma",
    later_heading: "Vēlāk notikušais (nav dokumentā)",
    editorial_heading: "Saistīts (mūsu norāde, nav dokumentā)",
    position_of: |year| format!("{year}. gada nostāja; var būt novecojusi"),
    hits: |found, all| format!("{found} no {all}"),
    actions: |n| format!("{n} {}", latvian(n, "darbība", "darbības", "darbību")),
    faults: |n| format!("{n} {}", latvian(n, "kļūda", "kļūdas", "kļūdu")),
    left_out: |n| {
        let records = latvian(n, "kļūda", "kļūdas", "kļūdu");
        format!("Jūsu datnēs {n} {records}; kļūdainais nav ielādēts. Sīkāk: dosje check")
    },
    replaced: |ids| format!("Jūsu datnes aizstāj iebūvēto: {}", ids.join(", ")),
    as_of: |day| format!("uz {}", date(Date::Day(day))),
    no_faults: |file| format!("{file}: kļūdu nav"),
    source,
    date,
    span,
    short_span,
    next_by: |year| format!("tuvākais {year}"),
    badge,
    kind,
    state,
    certainty: |certainty| match certainty {
        Certainty::Firm => "",
        Certainty::Conditional => "ar nosacījumu",
        Certainty::Potential => "tikai iespējams",
    },
    flag: |kind| match kind {
        FlagKind::CheckOriginal => "Salīdzināt ar oriģinālu",
        FlagKind::Inconsistent => "Nesakrīt",
        FlagKind::Spelling => "Rakstība",
        FlagKind::Ambiguous => "Divdomīgi",
        FlagKind::Unresolved => "Nav noskaidrots",
        FlagKind::Conditional => "Ar nosacījumu",
        FlagKind::Dated => "Sava laika teksts",
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
    cli: CliWords {
        error: "kļūda",
        hint: "padoms",
        warning: "brīdinājums",
        no_record: |typed| format!("nav ieraksta “{typed}”"),
        try_search: |typed| format!("mēģiniet `dosje search {typed}`"),
        several: |typed, ids| format!("“{typed}” var būt jebkurš no: {}", ids.join(", ")),
        no_terminal: "nav termināļa, uz kura zīmēt",
        no_terminal_hint: "skriptos lietojiet `dosje search`, `dosje show` vai `dosje agenda`",
        no_kind: |typed| format!("nav datņu veida “{typed}”"),
        see_all: |file, n| format!("`dosje check {file}` parāda visas {n}"),
    },
};

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
        Date::Day(day) => format!("{}.{:02}.{}.", day.day(), day.month(), day.year()),
    }
}

fn span(span: Span) -> String {
    match (span.from, span.to) {
        (from, None) => date(from),
        (Date::Day(a), Some(Date::Day(b))) if a.year() == b.year() && a.month() == b.month() => {
            format!("{}.–{}.{:02}.{}.", a.day(), b.day(), b.month(), b.year())
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
    let pages = if pages.is_empty() { String::new() } else { format!(", {} lpp.", pages.join(" un ")) };
    let lines: Vec<String> = sources
        .iter()
        .map(|source| match source.lines {
            [first, last] if first == last => format!("{first}. rinda"),
            [first, last] => format!("{first}.–{last}. rinda"),
        })
        .collect();
    format!("{citation}{pages}, {}", lines.join(", "))
}

fn badge(timeline: &Timeline) -> String {
    let short = |date: Option<Date>| match date {
        Some(Date::Quarter(year, quarter)) => format!("{quarter}c{}", short_year(year)),
        Some(date) => short_year(date.year()),
        None => String::new(),
    };
    let (start, end) = (short(timeline.start), short(timeline.end));
    match timeline.kind {
        TimelineKind::Ongoing => "pastāvīgi".to_owned(),
        TimelineKind::RecurringAnnual => "ik gadu".to_owned(),
        TimelineKind::OngoingWindow | TimelineKind::Window => format!("{start}-{end}"),
        TimelineKind::OngoingUntil | TimelineKind::Deadline => format!("līdz {end}"),
        TimelineKind::Quarter | TimelineKind::SingleYear => end,
        TimelineKind::StartPossible => format!("?no {start}"),
        TimelineKind::Potential => format!("?{start}"),
    }
}

fn kind(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Document => "Dokuments",
        RecordKind::Theme => "Tēma",
        RecordKind::Action => "Darbība",
        RecordKind::Meeting => "Sanāksme",
        RecordKind::Event => "Notikums",
        RecordKind::Context => "Konteksts",
        RecordKind::Item => "Jautājums",
        RecordKind::Position => "Pozīcija",
        RecordKind::Question => "Atklāts jautājums",
        RecordKind::Milestone => "Atskaites punkts",
        RecordKind::Person => "Persona",
    }
}

fn state(state: State) -> &'static str {
    match state {
        State::NotStarted => "vēl nav sācies",
        State::OpenEnded => "rit, beigas nav noteiktas",
        State::Running => "rit",
        State::EndsThisYear => "beidzas šogad",
        State::EndsThisQuarter => "beidzas šajā ceturksnī",
        State::PastWindow => "laiks pagājis; iznākums šeit nav zināms",
        State::Uncertain => "nav droši, vai notiks",
    }
}

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Null => "null",
        Shape::Truth => "true vai false",
        Shape::WholeNumber => "vesels skaitlis",
        Shape::Number => "skaitlis",
        Shape::Text => "teksts pēdiņās",
        Shape::List => "saraksts [...]",
        Shape::Object => "objekts {...}",
    }
}

fn slip(slip: &Slip) -> &str {
    match slip {
        Slip::EndsEarly => "datne beidzas par agru",
        Slip::TextAfterEnd => "aiz datu beigām vēl kaut kas seko",
        Slip::CommaTooMany => "komats, aiz kura nekā nav",
        Slip::NoComma => "te jābūt komatam vai aizverošai iekavai",
        Slip::NoColon => "te jābūt kolam",
        Slip::NoFieldName => "te jābūt lauka nosaukumam pēdiņās",
        Slip::NoValue => "te jābūt vērtībai",
        Slip::Comment => "komentāri nav atļauti",
        Slip::OtherQuotes => "citādas pēdiņas nekā \"",
        Slip::BreakInText => "rindas beigas vai tabulators teksta vidū",
        Slip::HalfCharacter => "puse no rakstzīmes, ko pieraksta divās daļās",
        Slip::Backslash => "vientuļa atpakaļvērsta slīpsvītra",
        Slip::HugeNumber => "skaitlis ir par lielu",
        Slip::AsSaid(words) => words,
    }
}

fn problem(problem: &Problem) -> String {
    match problem {
        Problem::NoFile => "tādas datnes nav".to_owned(),
        Problem::Unreadable(reason) => format!("datni nevar nolasīt: {reason}"),
        Problem::NotAFile => "mape, kanāls vai ierīce, nevis datne".to_owned(),
        Problem::TooLarge { size, limit } => {
            format!("par lielu: {} MiB, lasa līdz {} MiB", size.div_ceil(1 << 20), limit >> 20)
        }
        Problem::Empty => "datne ir tukša".to_owned(),
        Problem::Utf16 => "teksts ir UTF-16 kodējumā".to_owned(),
        Problem::NotUtf8 => "šī vieta nav UTF-8 teksts".to_owned(),
        Problem::Damaged => "izskatās bojāta: tajā ir NUL baiti".to_owned(),
        Problem::Compressed => "saspiesta datne".to_owned(),
        Problem::Pdf => "PDF dokuments, nevis datu datne".to_owned(),
        Problem::WebPage => "tīmekļa lapa, nevis datu datne".to_owned(),
        Problem::ConflictMarkers => "palikušas sapludināšanas konflikta zīmes".to_owned(),
        Problem::TooDeep { limit } => format!("ligzdots dziļāk par {limit} līmeņiem"),
        Problem::Syntax(found) => format!("nav derīgs JSON: {}", slip(found)),
        Problem::NotAnObject => "datnei jāsākas ar {".to_owned(),
        Problem::NoKind => "trūkst lauka “kind”".to_owned(),
        Problem::UnknownKind(found) => format!("nezināms datnes veids “{found}”"),
        Problem::NewerVersion { found, known } => format!("datnes versija ir {found}, šī programma lasa {known}"),
        Problem::UnknownVersion { found: Some(found), .. } => format!("nezināma datnes versija {found}"),
        Problem::UnknownVersion { found: None, .. } => "trūkst lauka “schema_version”".to_owned(),
        Problem::GivenTwice(name) => format!("lauks “{name}” dots divreiz"),
        Problem::UnknownField { name, .. } => format!("nezināms lauks “{name}”"),
        Problem::Misspelt { name, meant } => format!("nezināms lauks “{name}”, bet trūkst “{meant}”"),
        Problem::NotALanguage(name) => format!("“{name}” nav šo datu valoda"),
        Problem::Missing(name) => format!("trūkst lauka “{name}”"),
        Problem::WrongShape { wanted, found } => format!("jābūt: {}; ir: {}", shape(*wanted), shape(*found)),
        Problem::NotOneOf { found, .. } => format!("“{found}” šeit nav atļauts"),
        Problem::OutOfRange => "skaitlis ir mazāks par nulli vai par lielu".to_owned(),
        Problem::WrongCount { wanted, found } => format!("elementu skaitam te jābūt {wanted}, bet ir {found}"),
        Problem::NotADate(found) => format!("“{found}” nav datums"),
        Problem::NotAnId(found) => format!("“{found}” nav identifikators"),
        Problem::TooLong { length, limit } => format!("{length} zīmes, atļautas {limit}"),
        Problem::EmptyText => "teksts ir tukšs".to_owned(),
        Problem::StartAfterEnd => "sākums ir pēc beigām".to_owned(),
        Problem::DoubleId { id, first } => format!("“{id}” jau ir aizņemts: {first}"),
        Problem::TakenId { id, file } => format!("“{id}” jau ir aizņemts datnē {file}"),
        Problem::ForeignId { id, collection } => format!("“{id}” jāsākas ar “{collection}”"),
        Problem::UnknownRecord(id) => format!("nav ieraksta “{id}”"),
        Problem::LeftOut(id) => format!("“{id}” izlaists savas kļūdas dēļ"),
        Problem::NotATheme(id) => format!("“{id}” nav tēma"),
        Problem::UnknownPartner(code) => format!("nav partnera “{code}”"),
        Problem::UnknownTerm(id) => format!("nav termina “{id}”"),
        Problem::BadLines => "rindas un lappuses skaita no 1, pirmā nav aiz pēdējās".to_owned(),
        Problem::NotAnAddress(found) => format!("“{found}” nav tīmekļa adrese"),
    }
}

fn hint(problem: &Problem) -> Option<String> {
    Some(match problem {
        Problem::Utf16 | Problem::NotUtf8 => "saglabājiet datni kā UTF-8".to_owned(),
        Problem::Compressed => "vispirms atspiediet".to_owned(),
        Problem::ConflictMarkers => "atstājiet vienu no abām redakcijām un zīmes izdzēsiet".to_owned(),
        Problem::Syntax(Slip::EndsEarly) => "iespējams, trūkst daļas: pārkopējiet datni vēlreiz".to_owned(),
        Problem::Syntax(Slip::TextAfterEnd) => "datnē ir viens {...} un nekas cits".to_owned(),
        Problem::Syntax(Slip::CommaTooMany) => "komatu izdzēsiet".to_owned(),
        Problem::Syntax(Slip::NoComma) => "meklējiet trūkstošu komatu vai pēdiņas tieši pirms šīs vietas".to_owned(),
        Problem::Syntax(Slip::OtherQuotes) => "nosaukumus un tekstus lieciet taisnajās pēdiņās".to_owned(),
        Problem::Syntax(Slip::BreakInText) => "rakstiet \\n vai \\t vai meklējiet trūkstošas pēdiņas".to_owned(),
        Problem::Syntax(Slip::HalfCharacter) => "ierakstiet pašu rakstzīmi".to_owned(),
        Problem::Syntax(Slip::Backslash) => "lai tekstā būtu viena, rakstiet divas".to_owned(),
        Problem::TooLarge { .. } => "sadaliet vairākās datnēs".to_owned(),
        Problem::NoKind | Problem::UnknownKind(_) => {
            "veidi: document, meeting, partners, glossary, links, later".to_owned()
        }
        Problem::NewerVersion { .. } => "atjauniniet dosje".to_owned(),
        Problem::UnknownVersion { known, .. } => format!("ierakstiet \"schema_version\": {known}"),
        Problem::UnknownField { meant: Some(meant), .. } | Problem::Misspelt { meant, .. } => {
            format!("varbūt domāts “{meant}”?")
        }
        Problem::NotALanguage(_) => "valodu atslēgas ir “lv” un “en”".to_owned(),
        Problem::NotOneOf { allowed, .. } => format!("atļauts: {}", allowed.join(", ")),
        Problem::NotADate(_) => "rakstiet 2027, 2027-10, 2027-10-31; ceturkšņus 2027-33 līdz 2027-36".to_owned(),
        Problem::NotAnId(_) => "atļauti latīņu burti bez diakritiskām zīmēm, cipari un . - _ : + /".to_owned(),
        Problem::LeftOut(_) => "vispirms novērsiet to kļūdu".to_owned(),
        Problem::UnknownRecord(_) => "`dosje search` parāda esošos ierakstus".to_owned(),
        Problem::UnknownPartner(_) => "pievienojiet to savā `partners` datnē".to_owned(),
        Problem::UnknownTerm(_) => "pievienojiet to savā `glossary` datnē".to_owned(),
        Problem::NotAnAddress(_) => "adrese sākas ar https://".to_owned(),
        Problem::Missing(_) | Problem::WrongShape { .. } => "lauku aprakstu dod `dosje schema`".to_owned(),
        _ => return None,
    })
}
