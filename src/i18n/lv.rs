//! Latvian.

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
use dates::{badge, date, short_span, source, span};
use faults::{hint, problem};
use names::{glossary_kind, kind, partner_kind, state};
use own::OWN;
use queries::QUERIES;
use reasons::reason;
use writing::WRITING;

use super::Messages;
use super::plural::latvian;
use crate::domain::ladder::RungKind;
use crate::domain::meeting::{Classification, Holder, Stance};
use crate::domain::overlay::{LaterKind, Relation};
use crate::domain::records::FlagKind;
use crate::domain::timeline::Certainty;
use crate::domain::{Date, Lang};
use crate::search::filter::{MistakeKind, Takes};
use crate::search::way::Way;
use crate::search::{Field, Repair, Why};

pub const MESSAGES: Messages = Messages {
    tabs: ["Tēmas", "Darbības", "Darba kārtība", "Partneri", "Grafiks", "Brīfings", "Glosārijs"],
    labels: labels::LABELS,
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
    repair: |repair| match repair {
        Repair::ReadAs(typed, read) | Repair::AsCondition(typed, read) => format!("„{typed}” lasīts kā „{read}”"),
        Repair::Like(typed, word) => format!("nav „{typed}”; līdzīgs: „{word}”"),
        Repair::Without(typed) => format!("„{typed}” izlaists"),
    },
    reason,
    mistake: |mistake| match mistake {
        MistakeKind::NoValue { field } => format!("{field}: trūkst vērtības"),
        MistakeKind::NoField { typed, meant: Some(meant), .. } => format!("nav lauka „{typed}”; varbūt „{meant}”?"),
        MistakeKind::NoField { typed, meant: None, takes } => format!("nav lauka „{typed}”; {}", taken(takes)),
        MistakeKind::NoSuchValue { typed, meant: Some(meant), .. } => format!("nav „{typed}”; varbūt „{meant}”?"),
        MistakeKind::NoSuchValue { typed, meant: None, takes, .. } => format!("nav „{typed}”; {}", taken(takes)),
    },
    nothing_found: |key| format!("Nekas nav atrasts. {key}: soli atpakaļ."),
    too_small: "Logs mazs: vajag 20x5",
    help_title: "Taustiņi",
    palette_title: "Komandas",
    help_hint: |key| format!("rakstiet, lai meklētu; {key} izpilda"),
    no_further: "Tālāk šajā virzienā nav kur iet.",
    unbound: |key, other, is_help| {
        format!("„{key}” te neko nedara; {other} {}", if is_help { "rāda taustiņus" } else { "ved atpakaļ" })
    },
    nothing_searched: |key| format!("Nekas nav meklēts; {key} sāk meklēšanu"),
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
    cli: cli::CLI,
    usage: usage::USAGE,
};

fn why(why: &Why) -> String {
    let field = match why.field {
        Field::Number => "numurs",
        Field::Title => "virsraksts",
        Field::Keyword => "atslēgvārds",
        Field::Partner => "partneris",
        Field::Named => "tekstā minēts",
        Field::Time | Field::Span => "termiņš",
        Field::Summary => "īsumā",
        Field::Text => "teksts",
        Field::Term => "jēdziens",
        Field::Printed => "dokumentā",
        Field::Around => "tēma",
        Field::Later => "ārpus dokumenta",
        Field::Kind => "veids",
    };
    let way = match why.way {
        Way::Same => "",
        Way::Stem => ", cita galotne",
        Way::Kin => ", cits atvasinājums",
        Way::Prefix => ", vārda sākums",
        Way::Inside => ", vārda daļa",
        Way::Loose => ", līdzīgs vārds",
        Way::Typo => ", rakstīts kļūdaini",
    };
    let equals = why.equals.as_ref().map(|other| format!(" = {other}")).unwrap_or_default();
    format!("{field}: {}{equals}{way}", why.word)
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

/// What can stand behind the colon, or before it.
fn taken(takes: &Takes) -> String {
    match takes {
        Takes::OneOf(words) => format!("ir: {}", words.join(", ")),
        Takes::Words([latvian, _]) => format!("ir: {}", latvian.join(", ")),
        Takes::Like([latvian, _]) => format!("der, piemēram, {}", latvian.join(", ")),
    }
}
