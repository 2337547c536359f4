//! In the meeting: one item a screen, and the time it has been there.

use std::time::Duration;

use dosje::app::{Mode, Msg};
use dosje::domain::Lang::{self, En, Lv};
use dosje::domain::annotations::{Change, Head, Intent, Slot};
use dosje::domain::{Contents, Dataset, RecordId};
use insta::assert_snapshot;
use unicode_width::UnicodeWidthStr;

use crate::script::{Screen, Script};

fn item(number: u8) -> RecordId {
    RecordId::new(format!("tte-2014-10/Q{number}"))
}

fn write(id: RecordId, slot: Slot, text: &str) -> Change {
    Change::Write { id, slot, seen: Vec::new(), text: text.to_owned(), on: String::new() }
}

/// The agenda's first item, with everything a user can add to it.
fn prepared(lang: Lang, size: (u16, u16)) -> Script {
    let changes = [
        write(item(2), Slot::Objective, "Saglabāt elastību"),
        write(item(2), Slot::Points, "- Pateikties prezidentūrai\n- Pieminēt 2015. gadu"),
        write(item(2), Slot::Note, "Runāt pēc Igaunijas"),
        Change::Intend(item(2), Some(Intent::Speak)),
    ];
    let script = Script::new(lang, size.0, size.1).keys("3 j");
    changes.iter().fold(script, Script::added_elsewhere)
}

fn elapsed(script: Script, milliseconds: u64) -> Script {
    script.feed(vec![Msg::Elapsed(Duration::from_millis(milliseconds))])
}

fn is_open(script: &Script) -> bool {
    matches!(script.model.mode, Mode::Meeting(_))
}

/// The text on screen, line by line, without the margins.
fn lines(screen: &Screen) -> Vec<String> {
    screen.text().lines().map(|line| line.trim().to_owned()).collect()
}

/// Place and number of the item on screen.
fn at(script: &Script) -> (String, String) {
    let lines = lines(&script.screen());
    let word = |line: &String| line.split_whitespace().next().unwrap_or_default().to_owned();
    let mut full = lines.iter().filter(|line| !line.is_empty()).map(word);
    (full.next().unwrap_or_default(), full.next().unwrap_or_default())
}

#[test]
fn an_item_is_alone_on_screen_with_what_is_to_be_said_first() {
    let script = prepared(Lv, (80, 24)).keys("M n");
    assert_snapshot!(script.screen().text(), @"
        2/3  RUNĀT                                        runa apm. 0:30  0:00

        Q2  Atvērts pārvaldības modelis un digitālais tirgus

        Mērķis
        Saglabāt elastību

        Savas tēzes
        – Pateikties prezidentūrai
        – Pieminēt 2015. gadu

        2014. gada nostāja; var būt novecojusi
        – Latvija redz vērā ņemamu progresu vienota regulējuma izveidē.
        – Latvijas ieskatā regulējumu dažos jautājumos var uzlabot, piemēram,
          tīklu neitralitātē.
        – Latvijas ieskatā ES regulējumam jābūt gana elastīgam, un jāievēro
          nacionālie apstākļi.
        – Latvijas nostāja: spēcīgs digitālais vienotais tirgus jābalsta arī
          uz nacionālo regulējumu; nacionālo resursu un infrastruktūras
          pārvaldības noteikšana ir dalībvalstu kompetence.

        Piezīme                                                                ↓

    Enter konteksts  n nākamais  p iepriekšējais  Esc atpakaļ  L English
    ");
}

#[test]
fn a_small_window_has_no_blank_lines_between_the_points() {
    let script = prepared(En, (40, 12)).keys("M n");
    assert_snapshot!(script.screen().styled([0, 2, 4, 11]), @"
     2/3  SPEAK              c. 0:31  0:00
     Q2  Open governance model and the
         Digital Single Market

     Objective  Saglabāt elastību
     Own lines
     – Pateikties prezidentūrai
     – Pieminēt 2015. gadu
     position of 2014; may be superseded
     – Latvia sees notable progress
       towards a common regulatory         ↓
     Enter background  n next  p previous
    ---
    0: cyan: |2/3|
    0: magenta bold: |SPEAK|
    0: dim: |c. 0:31|
    0: bold: |0:00|
    2: cyan: |    |
    2: bold: |Digital Single Market|
    4: magenta bold: |Objective  |
    4: magenta: |Saglabāt elastību|
    11: cyan: | Enter|
    11: dim: | background |
    11: cyan: | n|
    11: dim: | next |
    11: cyan: | p|
    11: dim: | previous |
    ");
}

#[test]
fn it_shows_the_agenda_one_is_at_else_what_is_marked_else_the_latest_agenda() {
    let script = Script::new(Lv, 80, 24);
    assert_eq!(at(&script.keys("M")), ("1/3".into(), "Q1".into()), "nothing is marked");
    let marked = || Script::new(Lv, 80, 24).keys("2 Space j Space 6");
    assert_eq!(at(&marked().keys("M")), ("1/2".into(), "1.1".into()));
    assert_eq!(at(&marked().keys("j M")), ("2/2".into(), "1.2".into()), "at the selected one");
    assert_eq!(at(&marked().keys("1 M")), ("1/2".into(), "1.1".into()));
    let agenda = marked().keys("3").keys_until("j", |screen| screen.chosen().contains("Q2"));
    let agenda = agenda.keys("j");
    assert!(agenda.selected().starts_with("P2"), "{}", agenda.selected());
    assert_eq!(at(&agenda.keys("M")), ("2/3".into(), "Q2".into()), "the item of a position");
}

#[test]
fn either_hand_turns_to_the_next_item_and_back_and_stops_at_the_ends() {
    for (on, back) in [("n", "p"), ("Right", "Left"), ("Space", "Backspace"), ("PgDn", "PgUp")] {
        let script = prepared(Lv, (80, 24)).keys("Alt-m").keys(&format!("{on} {on} {on}"));
        assert_eq!(at(&script), ("3/3".into(), "Q3".into()), "{on}");
        assert_eq!(at(&script.keys(&format!("{back} {back} {back}"))), ("1/3".into(), "Q1".into()), "{back}");
    }
}

#[test]
fn a_position_says_its_year_once_and_nobodys_words_stand_under_anothers_heading() {
    let script = prepared(Lv, (120, 90)).keys("M n Enter");
    let lines = lines(&script.screen());
    assert_eq!(lines.iter().filter(|line| line.contains("2014. gada nostāja")).count(), 1, "{lines:#?}");
    let place = |text: &str| lines.iter().position(|line| line.contains(text)).unwrap_or_else(|| panic!("{text}"));
    let order =
        ["KLAUSĪTIES", "Q2", "Mērķis", "Savas tēzes", "2014. gada", "Piezīme", "Saistīts", "Konteksts", "Ņemt vērā"];
    let places: Vec<usize> = order.iter().skip(1).map(|text| place(text)).collect();
    assert!(places.is_sorted(), "{places:?}");
    let styled = script.screen().styled(0..90);
    for own in ["Saglabāt elastību", "– Pateikties prezidentūrai", "Runāt pēc Igaunijas"] {
        assert!(styled.contains(&format!("magenta: |{own}|")), "{own}: {styled}");
    }
    assert!(!styled.contains("magenta: |– Latvija"), "{styled}");
}

#[test]
fn what_is_said_only_if_it_is_raised_stands_under_these_words() {
    let script = prepared(En, (100, 50)).added_elsewhere(&Change::Intend(item(3), Some(Intent::IfRaised)));
    let text = script.keys("M n n").screen().text();
    for words in ["IF RAISED", "If raised: position (position of 2014"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let place = |words: &str| text.find(words);
    assert!(text.contains("mandate") && place("If raised: position") < place("mandate"), "{text}");
}

#[test]
fn enter_opens_the_background_with_later_facts_in_a_block_of_their_own_and_closes_it() {
    let script = prepared(Lv, (80, 24)).keys("M n n");
    let before = script.screen().text();
    let script = script.keys("Enter");
    let text = script.screen().text();
    assert!(text.contains("Vēlāk notikušais"), "what has become of it is reached first: {text}");
    let script = script.keys_until("j", |screen| screen.text().contains("Jautājums: Kāda ir Eiropas loma"));
    assert!(script.keys("Enter").screen().text() == before, "and it is as it was");
    let tall = prepared(Lv, (80, 70)).keys("M").screen().text();
    assert!(tall.contains("konteksts un vēlāk notikušais … Enter"), "{tall}");
}

#[test]
fn what_is_linked_has_a_line_each_and_no_two_look_alike() {
    let text = prepared(Lv, (80, 60)).keys("M n n").screen().text();
    let rows: Vec<&str> = text.lines().map(str::trim).filter(|row| row.ends_with("25–27")).collect();
    let titles: Vec<&str> = rows.iter().filter_map(|row| Some(row.split_once("  ")?.1.trim_start())).collect();
    assert_eq!(titles.len(), 2, "5.3 and 5.4: {text}");
    assert_ne!(titles[0], titles[1]);
}

#[test]
fn a_record_with_nothing_to_say_shows_its_facts_at_once() {
    let script = Script::with_query(Lv, 80, 24, Some("ids25/2.4.1")).keys("Space 6 M");
    let text = script.screen().text();
    for words in ["2.4.1  ES un Japānas", "Partneri: Japāna", "2026–2029", "– ES un Japānas kopīgie"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let text = script.keys("Enter").screen().text();
    assert!(text.contains("Partneri: Japāna") && !text.contains("– ES un Japānas kopīgie"), "{text}");
}

#[test]
fn time_is_counted_item_by_item_only_while_one_is_on_screen() {
    let script = Script::new(Lv, 80, 24).keys("3 j");
    assert_eq!(script.model.wants_tick(), None);
    let script = elapsed(script, 90_000).keys("M");
    assert!(script.screen().row(0).ends_with(" 0:00"), "{}", script.screen().row(0));
    assert_eq!(script.model.wants_tick(), Some(Duration::from_secs(1)));
    let script = elapsed(script, 65_300);
    assert!(script.screen().row(0).ends_with(" 1:05"));
    assert_eq!(script.model.wants_tick(), Some(Duration::from_millis(700)), "until the second is full");
    let script = elapsed(script.keys("n"), 2_000);
    assert!(script.screen().row(0).ends_with(" 0:02"));
    let script = elapsed(script.keys("p"), 700).resize(40, 12);
    assert!(script.screen().row(0).ends_with(" 1:06"), "{}", script.screen().row(0));
    assert_eq!(script.keys("q").model.wants_tick(), None);
}

#[test]
fn the_time_to_speak_is_said_where_one_speaks_and_marked_where_it_is_too_long() {
    let long = "vārds ".repeat(150);
    let script = prepared(Lv, (80, 24))
        .added_elsewhere(&write(item(1), Slot::Points, &long))
        .added_elsewhere(&Change::Head(Head::Limit(Some(1))))
        .added_elsewhere(&Change::Intend(item(3), Some(Intent::Listen)))
        .keys("M");
    let row = script.screen().styled([0]);
    assert!(row.contains("0: yellow: |runa apm. 2:02 > 1:00|"), "{row}");
    let script = script.keys("n");
    assert!(script.screen().row(0).contains("runa apm. 0:3"), "{}", script.screen().row(0));
    assert!(!script.keys("n").screen().row(0).contains(" apm. "), "who listens says nothing");
}

#[test]
fn a_papers_handling_marking_stays_on_top() {
    let mut files = dosje::store::builtin::contents();
    for contents in &mut files {
        if let Contents::Meeting(file) = contents {
            file.document.marking = Some("LIMITE".to_owned());
        }
    }
    for size in [(80, 24), (40, 12), (20, 5)] {
        let script = Script::over(Dataset::build(files.clone()), Lv, size.0, size.1).keys("M j j");
        assert!(script.screen().row(0).contains("LIM"), "{}", script.screen().text());
    }
}

#[test]
fn where_there_is_nothing_to_show_it_says_so() {
    let script = Script::over(Dataset::build([]), Lv, 80, 24).keys("M");
    assert!(!is_open(&script));
    assert!(script.screen().footer().contains("Nav ko rādīt"), "{}", script.screen().footer());
}

#[test]
fn it_closes_to_where_one_was_and_other_keys_mean_nothing_in_it() {
    for key in ["Esc", "q"] {
        let before = Script::new(Lv, 80, 24).keys("3 / i g f Enter j");
        let text = before.screen().text();
        let script = before.keys("M 4 / x Tab e y m ? : b n").paste("q").keys(key);
        assert!(!is_open(&script), "{key}");
        assert_eq!(script.exit(), None);
        assert_eq!(script.screen().text(), text, "{key}");
        assert!(script.model.annotations().marked.is_empty());
    }
    assert_eq!(Script::new(Lv, 80, 24).keys("M Ctrl-C").exit(), Some(130));
    assert_eq!(Script::new(Lv, 80, 24).keys("M Ctrl-Z Ctrl-L").asked(), (1, 1));
}

#[test]
fn the_language_turns_in_it_and_what_another_window_writes_is_seen() {
    let script = Script::new(Lv, 80, 24).keys("M L");
    assert!(script.screen().text().contains("One EU view on handing over"), "{}", script.screen().text());
    let script = script.added_elsewhere(&write(item(1), Slot::Points, "Thank the Presidency"));
    assert!(script.screen().text().contains("– Thank the Presidency"));
}

#[test]
fn every_line_can_be_reached_in_any_window_and_a_resize_keeps_the_item() {
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    for (columns, rows) in [(20, 5), (21, 6), (40, 12), (59, 15), (60, 16), (80, 24), (120, 36), (200, 60)] {
        let mut script = prepared(Lv, (columns, rows)).keys("M n");
        let mut seen = words(&script.screen().text());
        let mut last = None;
        while last != Some(script.screen().text()) {
            last = Some(script.screen().text());
            script = script.keys("j");
            let screen = script.screen().text();
            assert!(screen.lines().all(|line| line.width() <= usize::from(columns)), "{screen}");
            seen.extend(words(&screen));
        }
        for word in ["Atvērts", "elastību", "kompetence.", "prezidentūrai", "gadu", "Igaunijas", "5.3", "konteksts"]
        {
            assert!(seen.iter().any(|other| other == word), "{columns}x{rows}: {word}");
        }
        let script = script.resize(7, 2).resize(130, 40);
        assert_eq!(at(&script), ("2/3".into(), "Q2".into()), "{columns}x{rows}");
    }
}

#[test]
fn no_size_of_window_is_too_much_for_it() {
    let mut script = prepared(Lv, (20, 5)).keys("M n Enter");
    for columns in (20..=200).step_by(9) {
        for rows in (5..=60).step_by(5) {
            script = script.resize(columns, rows);
            assert!(is_open(&script));
        }
    }
}
