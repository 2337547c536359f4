//! Commands and their arguments.

use super::Both;

/// Limits that the program keeps to.
pub const LIMITS: Both = (
    "Datu datni lasa līdz 64 MiB un 64 ligzdošanas līmeņiem; tajā virsrakstam ir ne vairāk par 1000 zīmēm, \
     kopsavilkumam 160, citam tekstam 65536, identifikatoram 128. Pievienots dokumenta teksts var būt līdz \
     16 MiB, melnraksts līdz 1 MiB, ielīmēts teksts līdz 1 MiB, vaicājums līdz 500 baitiem; uz termināļa \
     starpliktuvi sūta līdz 56244 baitiem.",
    "A data file is read up to 64 MiB and 64 levels of nesting; in it, a title has at most 1000 characters, a summary \
     160, any other text 65536, an id 128. A document's attached text is taken up to 16 MiB, a draft up to 1 MiB, a \
     paste up to 1 MiB, a query up to 500 bytes; up to 56244 bytes are sent to the terminal's clipboard.",
);

pub const WORDS: &[(&str, Both)] = &[
    (
        "dosje",
        (
            "Ar tastatūru vadāms dosjē par ES digitālo politiku, latviešu un angļu valodā",
            "A keyboard-driven dossier on EU digital policy, in Latvian and English",
        ),
    ),
    ("dosje.query", ("Atvērt dosjē ar šī vaicājuma atbildēm", "Open the dashboard on the answers to this query")),
    (
        "dosje.plain",
        (
            "Pa rindām, nevis uz visa ekrāna: ekrānlasītājiem, veciem termināļiem un kanāliem; tā ir arī tad, ja `TERM` ir `dumb`",
            "Line by line instead of on a screen: for screen readers, old terminals and pipes; so too where `TERM` is `dumb`",
        ),
    ),
    (
        "*.lang",
        (
            "Saskarnes un datu valoda; ja nav norādīta, to nosaka iestatījumi, tad lokāle",
            "Language of interface and data; without it the settings decide, then the locale",
        ),
    ),
    (
        "*.today",
        (
            "Diena, no kuras skaita visu, kas atkarīgs no datuma; ja nav norādīta – šodiena",
            "The day from which everything that depends on a date is reckoned; today if it is not given",
        ),
    ),
    (
        "*.data",
        (
            "Jūsu datu datņu mape; ja nav norādīta – `dosje` datu mapē",
            "Folder of your own data files, instead of `dosje` in the data directory",
        ),
    ),
    (
        "*.config",
        (
            "Jūsu iestatījumu datne; ja nav norādīta – `dosje/config.json` iestatījumu mapē",
            "File of your settings, instead of `dosje/config.json` in the configuration directory",
        ),
    ),
    ("*.mouse", ("Ļaut lietot peli", "Let the mouse be used")),
    (
        "*.ascii",
        (
            "Sūtīt tikai ASCII zīmes; citādi to nosaka iestatījumi, tad lokāle",
            "Send nothing but ASCII; without it the settings decide, then the locale",
        ),
    ),
    ("*.color", ("Krāsas uz ekrāna", "Colours of the dashboard")),
    ("*.json", ("JSON formātā", "As JSON")),
    ("*.help", ("Parādīt šo palīdzību: `-h` īsi, `--help` visu", "Print this help: `-h` in short, `--help` all of it")),
    ("*.version", ("Parādīt versiju", "Print the version")),
    ("search", ("Atrast ierakstus; labākais ir pirmais", "Find records, best first")),
    (
        "search.query",
        (
            "Vārdi, kam visiem jābūt ierakstā, vienalga, kādā secībā, un nosacījumi: `tēma:2.4`, `partneris:JP`, `veids:pozīcija`, `gads:2027`, `termiņš:2027q4`, `stāvoklis:rit`, `-vārds`, `\"vairāki vārdi\"`",
            "Words that must all be found, in any order, and conditions: `theme:2.4`, `partner:JP`, `kind:position`, `year:2027`, `due:2027q4`, `state:past`, `-word`, `\"several words\"`",
        ),
    ),
    (
        "search.tsv",
        (
            "Vērtības, ko atdala tabulators: identifikators, veids, virsraksts, termiņš",
            "As values between tabs: id, kind, title, time span",
        ),
    ),
    ("search.plain", ("Katrs ieraksts savā rindā; tā ir arī bez šīs opcijas", "One line a record (the default)")),
    ("search.explain", ("Pie katra ieraksta pateikt, kāpēc tas atrasts", "Say why each record is there")),
    ("search.limit", ("Ne vairāk par tik ierakstiem", "At most so many records")),
    ("search.theme", ("Tikai no šīs tēmas: `2.4`", "Only under this theme: `2.4`")),
    ("search.partner", ("Tikai ar šo partneri: `JP`, `japan`", "Only with this partner: `JP`, `japan`")),
    (
        "pick",
        (
            "Atvērt dosjē, ļaut izvēlēties vienu ierakstu un izdrukāt tā identifikatoru: `x=$(dosje pick kvantu)`",
            "Open the dashboard, let one record be picked, and print its id: `x=$(dosje pick kvantu)`",
        ),
    ),
    ("pick.query", ("Atvērt ar šī vaicājuma atbildēm", "Open it on the answers to this query")),
    (
        "show",
        (
            "Parādīt vienu ierakstu: `2.4.1`, `Q3`, `tte-2014-10/P1.5`",
            "Show one record: `2.4.1`, `Q3`, `tte-2014-10/P1.5`",
        ),
    ),
    ("*.id", ("Identifikators vai numurs", "Id or number")),
    (
        "show.links",
        ("Tikai tas, uz kurieni tas ved: katrs ieraksts savā rindā", "Only where it leads: one record a line"),
    ),
    (
        "source",
        (
            "Parādīt, ko vietā, no kuras ieraksts ņemts, saka pats dokuments: `2.4.1`, `Q3`",
            "Show what the document itself says where a record was taken from: `2.4.1`, `Q3`",
        ),
    ),
    (
        "attach",
        (
            "Pievienot datiem dokumenta tekstu, ko pēc tam rāda `source`: `ids25 annex.txt`",
            "Keep the text of a document beside the data, for `source`: `ids25 annex.txt`",
        ),
    ),
    (
        "attach.document",
        (
            "Dokumenta identifikators vai jebkura tā ieraksta identifikators",
            "The document: its id, or that of anything in it",
        ),
    ),
    ("attach.file", ("Tā teksts UTF-8 kodējumā, līdz 16 MiB", "Its text in UTF-8, up to 16 MiB")),
    ("attach.replace", ("Aizstāt jau pievienotu tekstu", "In the place of another text")),
    (
        "partner",
        (
            "Parādīt partneri un visu, kas uz to attiecas: `japan`, `JP`, `G7`",
            "Show a partner and all that concerns it: `japan`, `JP`, `G7`",
        ),
    ),
    ("partner.name", ("Nosaukums, kods vai cits apzīmējums", "Name, code or alias")),
    ("partner.by_deadline", ("Termiņu, nevis numuru secībā", "In the order of deadlines instead of numbers")),
    (
        "agenda",
        (
            "Parādīt sanāksmi: darba kārtību, pozīcijas, atskaites punktus",
            "Show a meeting with its agenda, positions and milestones",
        ),
    ),
    (
        "agenda.meeting",
        ("Sanāksmes identifikators; bez tā rāda visas", "Id of the meeting; all of them if it is not given"),
    ),
    ("due", ("Kas kad beidzas: pa grupām, tajās pēc beigu laika", "What falls due when: by class, then by end")),
    (
        "due.until",
        (
            "Tikai tas, kam norādītās beigas ir līdz šim laikam: dienai, mēnesim, ceturksnim (`2027-36`) vai gadam",
            "Only what states an end until then: a day, month, quarter (`2027-36`) or year",
        ),
    ),
    (
        "due.ics",
        (
            "Kalendārs ar visu, kam norādīts datums: `dosje due --ics > dates.ics`",
            "As a calendar of what states a date: `dosje due --ics > dates.ics`",
        ),
    ),
    (
        "due.allow_marked",
        (
            "Kopā ar `--ics`: arī tas, kas ir dokumentos ar pieejamības atzīmi",
            "With `--ics`: also what stands in a paper with a handling marking",
        ),
    ),
    (
        "brief",
        (
            "Uzrakstīt brīfingu: par atzīmēto, par nosauktiem ierakstiem un to, ko tie ietver, vai par vaicājumā atrasto",
            "Write a briefing: of what is marked, of records and what they stand for, or of what a query finds",
        ),
    ),
    (
        "brief.asked",
        (
            "Identifikatori vai sanāksmes, tēmas vai partnera nosaukums, vai vaicājums; bez tā – viss atzīmētais. Tēma ietver \
             savas darbības, partneris visu, kur tas iesaistīts vai minēts, darba kārtības jautājums sevi un darbības, kas uz \
             to attiecas, sanāksme sevi, savus jautājumus un šīs darbības",
            "Ids, or the name of a meeting, theme or partner, or a query; what is marked if none is given. A theme stands for \
             its actions, a partner for what has or names it, an agenda item for itself and the actions that bear on it, a \
             meeting for itself, its items and those actions",
        ),
    ),
    (
        "brief.alone",
        (
            "Tikai nosauktie ieraksti, bez tā, ko tie ietver",
            "The records of these ids or names alone, without those they stand for",
        ),
    ),
    ("brief.format", ("Formāts", "In what form")),
    ("brief.output", ("Datne, ko rakstīt; `-` ir standarta izvade", "File to write; `-` is standard output")),
    ("brief.force", ("Aizstāt datni ar tādu nosaukumu", "Replace a file of that name")),
    (
        "brief.group",
        ("Kā grupēt ierakstus (saglabātā grupējuma vietā)", "How the entries are grouped, instead of as kept"),
    ),
    (
        "brief.depth",
        (
            "Cik no katra ieraksta rādīt (saglabātā apjoma vietā)",
            "How much of every record is shown, instead of as kept",
        ),
    ),
    ("brief.notes", ("Ar jūsu piezīmēm; bez tā tās izlaiž", "With your notes, which are left out otherwise")),
    ("brief.audience", ("Kam tas paredzēts", "For whom it is")),
    ("brief.meeting", ("Kurai sanāksmei tas paredzēts", "The meeting it is for")),
    ("brief.date", ("Sanāksmes datums", "The meeting's date")),
    ("brief.limit", ("Ilgākais runas laiks minūtēs", "Longest time to speak, in minutes")),
    (
        "brief.allow_marked",
        (
            "Rakstīt arī tad, ja kādam dokumentam ir pieejamības atzīme",
            "Write it although a paper in it bears a handling marking",
        ),
    ),
    (
        "check",
        (
            "Pārbaudīt datu datnes un iestatījumus un uzskaitīt visas kļūdas",
            "Check data files and the settings, and list every fault",
        ),
    ),
    (
        "check.files",
        (
            "Datnes; ja nav nosauktas – visas datu mapē un iestatījumi",
            "The files; those in the data folder and the settings if none is given",
        ),
    ),
    (
        "schema",
        (
            "Izdrukāt datu datņu vai iestatījumu JSON shēmu",
            "Print the JSON Schema of a kind of data file, or of the settings",
        ),
    ),
    ("schema.kind", ("Datnes veids; bez tā – visi", "Kind of file; all of them if it is not given")),
    ("keys", ("Izdrukāt taustiņu tabulu", "Print the keys of the dashboard as a table")),
    (
        "doctor",
        (
            "Pateikt, ko programma redz ap sevi: termināli, iestatījumus, mapes, datnes; izejas kods 2, ja kaut kas nav kārtībā",
            "Say what the program finds around it: terminal, settings, folders, files; exit code 2 if anything is wrong",
        ),
    ),
    (
        "completions",
        (
            "Izdrukāt skriptu, ar kuru čaula pabeidz rakstīto: `dosje completions bash > ~/.local/share/bash-completion/completions/dosje`",
            "Print a script that completes what is typed: `dosje completions bash > ~/.local/share/bash-completion/completions/dosje`",
        ),
    ),
    ("completions.shell", ("Čaula", "The shell")),
    ("man", ("Izdrukāt rokasgrāmatas lapu: `dosje man | man -l -`", "Print the manual page: `dosje man | man -l -`")),
    ("help", ("Parādīt palīdzību par programmu vai komandu", "Print help on the program or on a command")),
];
