//! A briefing, in Latvian.

use crate::domain::timeline::Certainty;
use crate::i18n::BriefingWords;
use crate::i18n::plural::latvian;

pub const BRIEFING: BriefingWords = BriefingWords {
    title: "Brīfings",
    subject: "Par",
    only_named: "Tikai minēts tekstā",
    no_partner: |name| format!("{name} (nav starp šīs darbības partneriem)"),
    meeting: "Sanāksme",
    audience: "Kam paredzēts",
    speaking: "Runas laiks",
    spoken: |words, pace, seconds, raised| {
        if let (0, Some(seconds)) = (words, raised) {
            return format!(
                "ja aktualizē, apmēram {} ({pace} {} minūtē)",
                time(seconds),
                latvian(words_a_minute(pace), "vārds", "vārdi", "vārdu")
            );
        }
        let count = latvian(words, "vārds", "vārdi", "vārdu");
        let raised = raised.map(|seconds| format!("; ja aktualizē, vēl {}", time(seconds))).unwrap_or_default();
        let pace_of = latvian(words_a_minute(pace), "vārds", "vārdi", "vārdu");
        format!("apmēram {} ({words} {count}, {pace} {pace_of} minūtē){raised}", time(seconds))
    },
    limit: |limit, over| match (limit, over) {
        (None, _) => String::new(),
        (Some(limit), None) => format!("; atvēlēts {limit}\u{a0}min"),
        (Some(limit), Some(over)) => format!("; atvēlēts {limit}\u{a0}min – PĀRSNIEGTS par {}", time(over)),
    },
    prepared: "Sagatavots",
    data: "Dati",
    imprint: "Dokumentu saturs ir pārstāstīts saviem vārdiem; darbību un tēmu nosaukumi un termiņi ir kā dokumentā. \
              Citējot salīdziniet ar avotu.",
    if_raised: "Ja aktualizē",
    bears_on: "Attiecas uz",
    our_pointer: "mūsu norāde, nav dokumentā",
    see: |number| format!("sk. {number}"),
    in_full: "Pozīcija izvērsti",
    ours: "",
    ours_explained: "",
    english: |is_ours| {
        if is_ours { "mūsu vārdi, nav oficiāli" } else { "virsraksts kā publicēts; pārējais mūsu vārdiem" }
    },
    counted: |pages, no_pages| match (pages, no_pages) {
        (false, false) => String::new(),
        (true, false) => "Lappuses un rindas skaitītas dokumenta izgūtajā tekstā.".to_owned(),
        (false, true) => "Rindas skaitītas dokumenta izgūtajā tekstā; rinda ir rindkopa.".to_owned(),
        (true, true) => {
            "Lappuses un rindas skaitītas dokumentu izgūtajā tekstā; kur lappušu nav, rinda ir rindkopa.".to_owned()
        }
    },
    objective: "Savs mērķis",
    background: "Pamatinformācija",
    question: "Jautājums",
    sources: "Avoti",
    note: "Personīga piezīme (nav izplatīšanai)",
    told_above: "Aprakstīts iepriekš",
    actions: "Darbības",
    ends: |certainty| match certainty {
        Certainty::Firm => "Beidzas",
        Certainty::Conditional => "Ja notiks, līdz",
        Certainty::Potential => "Varētu notikt līdz",
    },
    window_closes: "posms beidzas, orientējoši",
    mentioned: "Minēts",
    partly: "brifinga nav: visi vārdi kopā nav atrodami",
    nothing_marked: "brīfingam nekas nav atzīmēts",
    gone: |ids| format!("atzīmēto ierakstu datnēs vairs nav, brīfingā tie nav iekļauti: {}", ids.join(", ")),
    how_to_mark: "atveriet `dosje` un atzīmējiet ierakstus ar atstarpes taustiņu, vai nosauciet tos: `dosje brief Q3 6.1`",
    marking: "Pieejamības atzīme",
    is_marked: |marking| {
        format!("brīfingā ir saturs no dokumenta ar pieejamības atzīmi „{marking}”; brīfings nav uzrakstīts")
    },
    how_to_allow: "ja drīkstat to nodot tālāk, pievienojiet --allow-marked; atzīme būs redzama izdrukas augšā",
    no_minutes: |typed| format!("„{typed}” nav minūšu skaits: norādiet veselu skaitli no 1 līdz 999"),
    needs_file: "šis formāts nav teksts un ekrānā nav lasāms",
    name_a_file: |name| format!("norādiet datni: -o {name}"),
    how_to_overwrite: "norādiet citu nosaukumu vai pievienojiet --force, lai to aizstātu",
    written: |file| format!("Brīfings ir datnē {file}; to varat lasīt tikai jūs."),
    only_briefings: "abās valodās reizē raksta tikai brīfingu; norādiet --lang lv vai --lang en",
};

fn time(seconds: usize) -> String {
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds}\u{a0}s"),
        (minutes, 0) => format!("{minutes}\u{a0}min"),
        (minutes, seconds) => format!("{minutes}\u{a0}min {seconds}\u{a0}s"),
    }
}

fn words_a_minute(pace: u32) -> usize {
    usize::try_from(pace).unwrap_or(usize::MAX)
}
