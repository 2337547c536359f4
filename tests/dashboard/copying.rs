//! A record taken out of the dashboard: to the clipboard, or into a file.

use dosje::app::{CLIPBOARD_LIMIT, Purpose};
use dosje::domain::Lang::{self, En, Lv};
use dosje::domain::kept::{Reason, Unkept};
use dosje::tui::Offer;
use insta::assert_snapshot;
use unicode_width::UnicodeWidthStr;

use crate::script::Script;

fn at(lang: Lang, keys: &str) -> Script {
    Script::new(lang, 80, 24).keys(keys)
}

fn copied(script: &Script) -> &str {
    script.copied().last().map_or("", String::as_str)
}

#[test]
fn a_record_is_copied_as_it_is_printed() {
    let script = at(Lv, "2 / 2.4.2 Enter y");
    assert_snapshot!(copied(&script), @"
    2.4.2  ES un Kanādas kvantu zinātnes iniciatīvas

    Angliski     EU–Canada quantum science initiatives
    Tēma         2 Jauntehnoloģijas > 2.4 Kvantiska un augstas veiktspējas
                 datošana
    Termiņš      Pastāvīgi (2023–2026); orientējoši; beidzas šajā ceturksnī
    Partneri     Kanāda
    Īsumā        Ar Kanādu paredzēti sadarbības projekti kvantiskajā
                 datošanā, detektēšanā un komunikācijā, izmantojot tās
                 kvantu stratēģiju un esošus centrus.

    Paredzēts veidot sadarbības projektus, kas aptver kvantisko datošanu,
    detektēšanu un komunikāciju. Tajos izmantos Kanādas Valsts kvantu
    stratēģiju un jau pastāvošus pētniecības centrus.

    Instrumenti  Kanādas Valsts kvantu stratēģija

    Termini
    · Eiropas Savienība
    · Kvantu tehnoloģijas
    · Datošana

    Avots        JOIN(2025) 140, pielikums, 5. lpp., 437.–447. rinda
    ");
    let sent = format!("Nosūtīts termināļa starpliktuvei ({} ", copied(&script).chars().count());
    assert!(script.screen().footer().contains(&sent), "{}", script.screen().footer());
}

#[test]
fn no_line_of_a_copied_record_is_wider_than_a_mail() {
    for lang in [Lv, En] {
        for tab in ["1", "2", "3", "4", "7"] {
            let mut script = at(lang, tab);
            for _ in 0..60 {
                script = script.keys("y j");
            }
            assert_eq!(script.copied().len(), 60);
            for text in script.copied() {
                assert!(text.lines().all(|line| line.width() <= 72), "{text}");
                assert!(!text.ends_with('\n') && text.lines().all(|line| line.trim_end() == line), "{text}");
            }
        }
    }
}

#[test]
fn an_address_is_copied_in_one_piece() {
    let script = Script::with_query(Lv, 80, 24, Some("ids25")).keys("y");
    let address = "\nAdrese:\n  https://eur-lex.europa.eu/legal-content/LV/TXT/?uri=CELEX:52025JC0140\n";
    assert!(copied(&script).contains(address), "{}", copied(&script));
}

#[test]
fn a_reference_says_what_it_is_and_where_it_stands() {
    for (lang, typed, reference) in [
        (Lv, "ids25/2.4.1", "2.4.1. darbība, JOIN(2025) 140, pielikums, 5. lpp., 421.–435. rinda"),
        (En, "ids25/2.4.1", "Action 2.4.1, JOIN(2025) 140, Annex, p. 5, lines 421–435"),
        (Lv, "ids25/2.1.3", "2.1.3. darbība, JOIN(2025) 140, pielikums, 2. un 3. lpp., 182.–193. rinda"),
        (En, "ids25/T2.4", "Theme 2.4, JOIN(2025) 140, Annex, p. 5, line 419"),
        (Lv, "tte-2014-10/P1.5", "Pozīcija P1.5, Informatīvais ziņojums (2014), 13. rinda"),
        (En, "tte-2014-10/Q1", "Agenda item Q1, Information note (2014), lines 10–13"),
        (En, "tte-2014-10/karklins", "Jānis Kārkliņš, Information note (2014), line 17"),
        (Lv, "iz-2014-09", "Informatīvais ziņojums (2014)"),
        (En, "ids25", "Ongoing and planned actions, JOIN(2025) 140, Annex"),
    ] {
        for key in ["Y", "r"] {
            let script = Script::with_query(lang, 80, 24, Some(typed)).keys(key);
            assert_eq!(copied(&script), reference, "{typed}");
        }
    }
}

#[test]
fn what_stands_in_no_document_has_no_reference() {
    for keys in ["4 Y", "7 r"] {
        let script = at(Lv, keys);
        assert!(script.copied().is_empty());
        assert!(script.screen().footer().contains("Šim ierakstam nav vietas nevienā dokumentā."));
    }
}

#[test]
fn nothing_is_copied_or_written_where_nothing_is_selected() {
    for key in ["y", "Y", "w"] {
        let script = at(En, "2 / qqqq Enter").keys(key);
        assert!(script.copied().is_empty() && script.exported().is_empty());
        assert!(script.screen().footer().contains("No record is selected."), "{key}");
    }
}

#[test]
fn a_record_is_copied_from_text_and_timeline_and_where_one_is_picked_and_from_the_palette() {
    for keys in ["2 Enter y", "5 y", "2 / kvantu Ctrl-T kopēt Space ierakstu Enter"] {
        let script = at(Lv, keys);
        let title = script.model.selected().map_or("", |record| record.title(Lv)).split(' ').next().unwrap_or_default();
        assert!(!title.is_empty() && copied(&script).contains(title), "{keys}: {:?}", script.copied());
    }
    let mut script = at(Lv, "");
    script.model.purpose = Purpose::Pick;
    let script = script.keys("2 y");
    assert!(copied(&script).starts_with("1.1  Arktikas"));
    assert_eq!(script.exit(), None);
}

#[test]
fn in_the_search_line_the_letters_are_letters() {
    let script = at(Lv, "2 / wyYr");
    assert!(script.copied().is_empty() && script.exported().is_empty());
    assert!(script.screen().query().contains("wyYr"));
}

#[test]
fn nobody_copies_blindly_in_a_window_below_the_least_size() {
    let script = at(Lv, "2").resize(12, 3).keys("y Y w");
    assert!(script.copied().is_empty() && script.exported().is_empty());
}

#[test]
fn a_multiplexer_is_handed_the_text_and_the_terminal_is_not() {
    let script = at(En, "2").within(Offer::Taken).keys("Y");
    assert_eq!((script.taken().len(), script.copied().len()), (1, 0));
    assert!(script.screen().footer().contains("Sent to the terminal's clipboard (52 characters)"));
    let script = at(En, "2").within(Offer::Refused).keys("Y");
    assert_eq!((script.taken().len(), script.copied().len()), (0, 1));
    assert!(script.screen().footer().contains("tmux did not take it. Sent to the terminal's clipboard (52 "));
}

#[test]
fn long_texts_are_said_to_be_long_and_too_long_ones_are_not_sent() {
    assert!(at(En, "2 y").screen().footer().contains("); some drop long text"));
    let script = long(CLIPBOARD_LIMIT * 2).keys("y");
    assert!(script.copied().is_empty());
    assert!(script.screen().footer().contains("; w ieraksta datnē."), "{}", script.screen().footer());
    let script = script.keys("w");
    assert!(script.exported().last().is_some_and(|(_, text)| text.len() > CLIPBOARD_LIMIT));
    let script = long(CLIPBOARD_LIMIT / 2).keys("y");
    assert!(copied(&script).len() > CLIPBOARD_LIMIT / 2 && copied(&script).len() <= CLIPBOARD_LIMIT);
}

/// The dashboard on a document that is told in so many bytes.
fn long(bytes: usize) -> Script {
    let text = "garš teksts ".repeat(bytes / "garš teksts ".len());
    let prose = |text: &str| serde_json::json!({ "lv": text, "en": text });
    let file = serde_json::json!({
        "schema_version": 1, "kind": "document",
        "document": {
            "id": "long", "citation": prose("L"), "about": prose(&text), "language": "lv", "provenance": prose("p"),
        },
    });
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("long.json");
    dosje::store::keep::export(&path, file.to_string().as_bytes(), false).expect("written");
    let mut script = Script::over(dosje::store::load(Some(folder.path())).dataset, Lv, 80, 24);
    script = script.keys("3");
    script.keys("/ long Enter")
}

#[test]
fn a_file_is_named_by_number_and_title_and_the_name_is_said() {
    for (keys, name) in [
        ("2 / 2.4.1 Enter w", "2-4-1-es-un-japanas-kvantiskas-datosanas-sadarbiba"),
        ("4 / japāna Enter w", "japana"),
        ("2 / 2.3.2 Enter w", "2-3-2-mehanisms-laicigai-bridinasanai-par-piegades-kedi-un"),
    ] {
        let script = at(Lv, keys);
        let (stem, text) = script.exported().last().expect("written");
        assert_eq!(*stem, format!("./{name}.txt"));
        assert!(text.ends_with('\n'));
        assert!(script.screen().footer().contains(&format!("Ierakstīts: ./{name}.txt")));
    }
}

#[test]
fn a_file_that_cannot_be_written_is_said_with_its_reason() {
    let unkept = Unkept { file: "./1-1.txt".to_owned(), reason: Reason::NoPermission };
    let script = Script::with_refusal(En, 80, 24, &unkept).keys("2 w");
    assert!(script.screen().footer().contains("Not written: ./1-1.txt: no permission"));
}
