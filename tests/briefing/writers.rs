//! Each form of a briefing, as the program that opens it has it.

use dosje::briefing::{Briefing, Languages, Setting, calendar, csv, docx, html, json, markdown, text};
use dosje::domain::annotations::{Annotations, Change, Depth, Slot};
use dosje::domain::{Lang, RecordId};
use dosje::store;
use insta::assert_snapshot;
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

use super::{ITEM, built, dataset, ids, markdown_of, marked, own, setting, story};

/// A briefing on one action, in short.
fn small(languages: Languages) -> Briefing {
    let own = own(&[
        ("ids25/2.4.1", Slot::Objective, "Uzzināt grafiku."),
        ("ids25/2.4.1", Slot::Points, "Kad sāksies konkurss?"),
    ]);
    let setting = Setting { depth: Some(Depth::Short), version: "1.2.3", ..setting(languages) };
    let dataset = dataset();
    Briefing::build(&dataset, &own, &ids(&dataset, &["2.4.1"]), &setting)
}

#[test]
fn markdown_reads_well_as_it_stands() {
    assert_snapshot!(markdown::write(&small(Languages::One(Lang::Lv))), @r"
    # Brīfings

    - **Runas laiks:** apmēram 2 s (3 vārdi, 110 vārdu minūtē)
    - **Sagatavots:** 22.11.2026.
    - **Dati:** dosje 1.2.3; JOIN(2025) 140, pielikums, 05.06.2025.

    ## 2.4.1 ES un Japānas kvantiskās datošanas sadarbība

    - **Tēma:** 2 Jauntehnoloģijas > 2.4 Kvantiska un augstas veiktspējas datošana
    - **Partneri:** Japāna
    - **Termiņš:** Pastāvīgi (2026–2029); orientējoši; rit

    ### Savs mērķis

    - Uzzināt grafiku.

    ### Savas tēzes

    - Kad sāksies konkurss?

    ### Īsumā

    - ES un Japānas kopprojekti pievēršas hibrīdiem kvantu un augstas veiktspējas algoritmiem un lietojumprogrammām, piemēram, biomedicīnā un vides zinībās.

    ### Avoti

    *Lappuses un rindas skaitītas dokumenta izgūtajā tekstā.*

    - JOIN(2025) 140, pielikums, 5. lpp., 421.–435. rinda <https://eur-lex.europa.eu/legal-content/LV/TXT/?uri=CELEX:52025JC0140>

    ---

    Dokumentu saturs ir pārstāstīts saviem vārdiem; darbību un tēmu nosaukumi un termiņi ir kā dokumentā. Citējot salīdziniet ar avotu.
    ");
}

#[test]
fn text_has_room_on_a_phone() {
    assert_snapshot!(text::write(&small(Languages::Both)), @r"
    BRĪFINGS / BRIEFING
    ===================
    Runas laiks / Speaking time: apmēram 2 s (3 vārdi, 110 vārdu minūtē)
      / about 2 s (3 words, 130 words a minute)
    Sagatavots / Prepared: 22.11.2026.
      / 22 November 2026
    Dati / Data: dosje 1.2.3; JOIN(2025) 140, pielikums, 05.06.2025.
      / dosje 1.2.3; JOIN(2025) 140, Annex, 5 June 2025

    2.4.1 ES un Japānas kvantiskās datošanas sadarbība
    / EU–Japan quantum computing cooperation°
    --------------------------------------------------
    Tēma / Theme: 2 Jauntehnoloģijas > 2.4 Kvantiska un augstas veiktspējas
      datošana
      / 2 Emerging technologies° > 2.4 Quantum and high-performance
        computing°
    Partneri / Partners: Japāna
      / Japan
    Termiņš / Timeline: Pastāvīgi (2026–2029); orientējoši; rit
      / ongoing, 2026–2029; printed: Pastāvīgi (2026–2029); indicative;
        running

    SAVS MĒRĶIS / OWN OBJECTIVE
    - Uzzināt grafiku.

    SAVAS TĒZES / OWN LINES
    - Kad sāksies konkurss?

    ĪSUMĀ / IN SHORT°
    - ES un Japānas kopprojekti pievēršas hibrīdiem kvantu un augstas
      veiktspējas algoritmiem un lietojumprogrammām, piemēram, biomedicīnā
      un vides zinībās.
      / EU–Japan joint projects address hybrid quantum and high-performance
        algorithms and applications, for instance in biomedicine and
        environmental science.

    AVOTI / SOURCES
    (Lappuses un rindas skaitītas dokumenta izgūtajā tekstā. / Pages and
    lines are counted in the extracted text of the document.)
    - JOIN(2025) 140, pielikums, 5. lpp., 421.–435. rinda
      / JOIN(2025) 140, Annex, p. 5, lines 421–435
      https://eur-lex.europa.eu/legal-content/LV/TXT/?uri=CELEX:52025JC0140

    ------------------------------------------------------------------------
    Dokumentu saturs ir pārstāstīts saviem vārdiem; darbību un tēmu
    nosaukumi un termiņi ir kā dokumentā. Citējot salīdziniet ar avotu.
    ° Our English, not official: titles with this sign, and all that stands
    under headings with it. The documents are retold in words of our own.
    Compare with the source before quoting.
    ");
    let whole = built(&dataset(), &["Q1", "Q2", "Q3", "5.3"], &story(), Languages::Both);
    for line in text::write(&whole).lines() {
        assert!(line.width() <= 72, "{line}");
    }
}

#[test]
fn in_a_calendar_what_is_planned_or_indicative_says_so_and_takes_nobodys_time() {
    let text = calendar::write(&built(&dataset(), &["Q3", "2.4.1"], &story(), Languages::One(Lang::En)));
    assert!(text.ends_with("END:VCALENDAR\r\n") && text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    let unfolded = text.replace("\r\n ", "");
    let events: Vec<&str> = unfolded.split("BEGIN:VEVENT\r\n").skip(1).collect();
    assert_eq!(events.len(), 1 + 5 + 1, "the meeting, five milestones, the end of the action");
    for event in &events {
        assert!(event.contains("TRANSP:TRANSPARENT") && event.contains("DTSTART;VALUE=DATE:"), "{event}");
        assert!(!["ATTENDEE", "ALARM", "ATTACH", "METHOD"].iter().any(|word| event.contains(word)), "{event}");
    }
    let of = |name: &str| *events.iter().find(|event| event.starts_with(&format!("UID:{name}@dosje"))).expect(name);
    assert!(of("tte-2014-10").contains("STATUS:CONFIRMED"));
    assert!(
        of("tte-2014-10").contains("LOCATION;LANGUAGE=en:Milan\\, Italy") && !of("tte-2014-10-M2").contains("LOCATION")
    );
    assert!(of("tte-2014-10").contains("Informal meeting of TTE ministers\\, Milan°\r\n"), "our English");
    assert!(of("tte-2014-10").contains("DTSTART;VALUE=DATE:20141002\r\nDTEND;VALUE=DATE:20141004"));
    let planned = of("tte-2014-10-M2");
    let closes = "SUMMARY;LANGUAGE=en:Planned (spring 2015)\\, window closes\\, indicative: ";
    assert!(planned.contains(closes) && planned.contains("STATUS:TENTATIVE"), "{planned}");
    assert!(planned.contains("DTSTART;VALUE=DATE:20150531\r\nDTEND;VALUE=DATE:20150601"), "{planned}");
    assert!(of("tte-2014-10-M3").contains("DTSTART;VALUE=DATE:20150501\r\nDTEND;VALUE=DATE:20150601"));
    assert!(of("tte-2014-10-M4").contains("The year is not given"), "{}", of("tte-2014-10-M4"));
    let end = of("ids25-2.4.1-end");
    assert!(end.contains("SUMMARY;LANGUAGE=en:Ends (indicative\\, 2029): 2.4.1 "), "{end}");
    assert!(end.contains("indicative") && end.contains("STATUS:TENTATIVE"), "{end}");
}

#[test]
fn a_table_has_a_row_an_entry_and_no_formula() {
    let own = own(&[("ids25/2.4.1", Slot::Points, "=cmd|'/c calc'!A1"), (ITEM, Slot::Points, "a \"b\", c")]);
    let text = csv::write(&built(&dataset(), &["2.4.1", "Q3"], &own, Languages::One(Lang::Lv)));
    assert!(text.contains("\"'=cmd|'/c calc'!A1\""), "{text}");
    let mut reader = ::csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let points = reader.headers().expect("a header").iter().position(|name| name == "own_lines").expect("own lines");
    let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(&rows[1][points], "a \"b\", c");
}

#[test]
fn a_table_has_columns_for_theme_partners_time_and_place() {
    let cells = |number: &str, languages| {
        let text = csv::write(&built(&dataset(), &[number], &Annotations::default(), languages));
        let mut reader = ::csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let names = reader.headers().expect("a header").clone();
        let row = reader.records().next().expect("a row").expect("as long as the header");
        move |name: &str| row[names.iter().position(|known| known == name).expect("a column")].to_owned()
    };
    let of = cells("2.2.2", Languages::One(Lang::Lv));
    assert_eq!(of("theme"), "2 Jauntehnoloģijas > 2.2 5G/6G");
    assert_eq!(of("partners"), "Taivana");
    assert_eq!((of("time_start").as_str(), of("time_end").as_str()), ("2026-01-01", "2026-12-31"));
    assert_eq!(of("time_reservation"), "tikai kā iespēja; orientējoši", "no day without what holds it back");
    assert!(!of("time_printed").is_empty() && !of("time_kind").is_empty());
    assert_eq!((of("document").as_str(), of("page").as_str()), ("JOIN(2025) 140, pielikums", "4"));
    assert!(of("lines").contains('–') && !of("lines").contains('-'), "no spreadsheet takes it for a date");
    let of = cells("2.4.1", Languages::Both);
    assert_eq!((of("partners_lv"), of("partners_en")), ("Japāna".to_owned(), "Japan".to_owned()));
    assert_eq!(of("english"), "° our wording, not official");
    assert_eq!(cells("1.1", Languages::One(Lang::En))("english"), "title as published; the rest our wording (°)");
    let of = cells("tte-2014-10", Languages::One(Lang::Lv));
    assert_eq!((of("time_start").as_str(), of("time_end").as_str()), ("2014-10-02", "2014-10-03"));
    assert!(of("background").contains("Vieta: Milāna, Itālija"), "{}", of("background"));
}

#[test]
fn json_keeps_the_layers_apart() {
    let text = json::write(&built(&dataset(), &["Q3"], &story(), Languages::Both));
    let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(value["schema_version"], 1);
    let sections = value["briefing"]["groups"][0]["entries"][0]["sections"].as_array().expect("sections");
    let layers: Vec<_> =
        sections.iter().map(|s| (s["part"].as_str().expect("a part"), s["layer"].as_str().expect("a layer"))).collect();
    let expected = [
        ("objective", "own"),
        ("points", "document"),
        ("points", "own"),
        ("in_full", "document"),
        ("background", "document"),
        ("warnings", "editorial"),
        ("outside", "outside"),
        ("later", "later"),
        ("linked", "editorial"),
        ("sources", "document"),
    ];
    assert_eq!(layers, expected);
    assert!(value["speaking"]["en"]["words"].as_u64().is_some_and(|words| words > 80), "{}", value["speaking"]);
}

#[test]
fn html_runs_nothing_and_loads_nothing() {
    let own = own(&[(ITEM, Slot::Points, "</li><script>alert(1)</script><img src=x onerror=y>")]);
    let text = html::write(&built(&marked("LIMITE </style>"), &["Q3"], &own, Languages::One(Lang::Lv)));
    assert!(!text.contains("<script") && !text.contains("<img"), "{text}");
    assert_eq!(text.matches("</style>").count(), 1, "a marking cannot leave the style sheet");
    assert!(text.contains("content=\"default-src 'none'; style-src 'unsafe-inline'"));
    assert_eq!(text.matches("<p class=\"marking\">LIMITE &lt;/style&gt;</p>").count(), 2);
}

/// The files in a Word document, which are stored as they are.
fn parts(briefing: &Briefing) -> String {
    String::from_utf8_lossy(&docx::write(briefing)).into_owned()
}

#[test]
fn a_word_document_has_headings_lists_page_numbers_and_a_language() {
    let text = parts(&built(&marked("LIMITE"), &["Q3"], &story(), Languages::One(Lang::Lv)));
    for wanted in [
        "w:pStyle w:val=\"Heading1\"",
        "w:pStyle w:val=\"Heading2\"",
        "<w:numPr>",
        "NUMPAGES",
        "w:lang w:val=\"lv-LV\"",
        "<w:hdr",
        "LIMITE",
    ] {
        assert!(text.contains(wanted), "{wanted}");
    }
    assert!(!text.contains("unknown"), "no author is made up");
    let both = parts(&built(&dataset(), &["Q3"], &story(), Languages::Both));
    assert!(both.contains("<w:tbl>") && both.contains("w:lang w:val=\"en-GB\""));
}

#[test]
fn the_same_briefing_is_the_same_file() {
    let dataset = dataset();
    let build = || built(&dataset, &["Q3"], &story(), Languages::Both);
    assert_eq!(markdown::write(&build()), markdown::write(&build()));
    assert_eq!(calendar::write(&build()), calendar::write(&build()));
}

/// The plain text of a quote that the Markdown export wrote.
fn unescaped(markdown: &str) -> String {
    let quoted = markdown.lines().filter(|line| line.starts_with('>'));
    let line = |line: &str| {
        let line = line.strip_prefix("> ").or(line.strip_prefix('>')).unwrap_or(line);
        // An odd number of backslashes at the end breaks the line.
        let slashes = line.chars().rev().take_while(|c| *c == '\\').count();
        let line = if slashes % 2 == 1 { &line[..line.len() - 1] } else { line };
        let mut out = String::new();
        let mut chars = line.chars();
        while let Some(c) = chars.next() {
            if c == '\\' {
                out.extend(chars.next());
            } else {
                out.push(c);
            }
        }
        out.replace("&#32;", " ").replace("&lt;", "<").replace("&amp;", "&")
    };
    quoted.map(line).collect::<Vec<_>>().join("\n")
}

/// What the user might have written, or a faulty file might hold.
fn words() -> impl Strategy<Value = String> {
    "(\\PC|[\\n \\\\*#>`|<&.1-9-]|[\\x00-\\x1f\\x7f-\\u{9f}\u{202e}]){1,60}"
}

fn has_control(text: &str, allowed: &str) -> bool {
    text.chars().any(|c| c.is_control() && !allowed.contains(c))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_note_survives_being_saved_loaded_and_exported(note in "(\\PC|[\\n \\\\*#>`|<&.1-9-]){1,80}") {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("state.json");
        let id = RecordId::new("ids25/6.1");
        let change = Change::Write { id: id.clone(), slot: Slot::Note, seen: Vec::new(), text: note, on: String::new() };
        store::book::change::<Annotations>(&file, &[change]).expect("saved");
        let own: Annotations = store::book::load(&file).expect("loaded");
        let Some(kept) = own.of(&id).and_then(|added| added.note.all().first().cloned()) else {
            // A text of blanks is none.
            prop_assert!(store::book::load::<Annotations>(&file).expect("loaded").of(&id).is_none());
            return Ok(());
        };
        let setting = Setting { has_notes: true, ..setting(Languages::One(Lang::Lv)) };
        let text = markdown_of(&["6.1"], &own, &setting);
        let (_, text) = text.split_once("### Personīga piezīme (nav izplatīšanai)").expect("the note");
        prop_assert_eq!(unescaped(text), kept);
    }

    #[test]
    fn no_form_holds_a_control_character(note in words(), points in words(), meeting in words()) {
        let mut own = own(&[(ITEM, Slot::Note, &note), (ITEM, Slot::Points, &points), (ITEM, Slot::Objective, &points)]);
        own.heading.meeting.clone_from(&meeting);
        own.heading.audience = meeting;
        let dataset = dataset();
        let setting = Setting { has_notes: true, ..setting(Languages::Both) };
        let briefing = Briefing::build(&dataset, &own, &ids(&dataset, &["Q3"]), &setting);
        for text in [markdown::write(&briefing), text::write(&briefing), html::write(&briefing), json::write(&briefing)] {
            prop_assert!(!has_control(&text, "\n"), "{text:?}");
        }
        for text in [csv::write(&briefing), calendar::write(&briefing)] {
            prop_assert!(!has_control(&text, "\r\n"), "{text:?}");
        }
        let word = parts(&briefing);
        let body = word.split("<w:body>").nth(1).and_then(|rest| rest.split("</w:body>").next()).expect("a body");
        prop_assert!(!has_control(body, ""), "{body:?}");
        let value: serde_json::Value = serde_json::from_str(&json::write(&briefing)).expect("JSON");
        prop_assert!(value["briefing"].is_object());
        prop_assert!(text::write(&briefing).lines().all(|line| line.width() <= 72));
    }
}
