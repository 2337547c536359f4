//! Links of a text: each has a number, and is followed by typing it.

use dosje::domain::Lang::{En, Lv};
use insta::assert_snapshot;

use super::script::{Script, dataset};
use super::{english, latvian};

/// The numbers beside the text, and what follows each on its line.
fn numbered(script: &Script) -> Vec<(usize, String)> {
    let read = |line: &String| {
        let end = line.char_indices().nth(2)?.0;
        let (number, rest) = (line.get(..end)?.trim().parse().ok()?, line.get(end + 1..)?);
        Some((number, rest.to_owned()))
    };
    script.screen().detail().iter().filter_map(read).collect()
}

#[test]
fn every_link_has_its_number_in_a_column_of_its_own() {
    for (columns, rows) in [(120, 140), (80, 140), (40, 140)] {
        let numbered = numbered(&latvian(columns, rows).keys("2 / 2.4.1 Enter Enter"));
        let shown: Vec<usize> = numbered.into_iter().map(|(number, _)| number).collect();
        let expected: Vec<usize> = (1..=shown.len()).collect();
        assert!(shown.len() > 4 && shown == expected, "{columns}: {shown:?}");
    }
}

#[test]
fn a_link_is_followed_by_its_number_from_the_list_and_from_the_text() {
    for (keys, columns, rows) in [("3 j", 120, 140), ("3 j Enter", 120, 140), ("3 j", 80, 24), ("3 j", 40, 12)] {
        // The eleventh link of the first question leads to an action; no link goes on from these two digits.
        let script = latvian(columns, rows).keys(keys).keys("v 11");
        assert_eq!(script.selected(), "6.4", "{keys} {columns}");
        assert!(script.screen().detail()[0].trim_start().starts_with("6.4 "), "{}", script.screen().text());
        let script = script.keys("[");
        assert_eq!(script.selected(), "Q1", "{keys} {columns}");
        assert_eq!(script.keys("]").selected(), "6.4", "{keys} {columns}");
    }
}

#[test]
fn a_number_that_may_go_on_waits_for_enter_and_one_that_cannot_does_not() {
    let waiting = latvian(120, 36).keys("3 j v 1");
    assert_eq!(waiting.selected(), "Q1");
    assert!(
        waiting.screen().footer().starts_with(" saite: 1  Enter atvērt  Esc atpakaļ"),
        "{}",
        waiting.screen().text()
    );
    assert_eq!(waiting.keys("Enter").selected(), "P1.1");
    assert_eq!(latvian(120, 36).keys("3 j v 2").selected(), "P1.2");
    assert_eq!(latvian(120, 36).keys("3 j v 1 Backspace 2").selected(), "P1.2");
}

#[test]
fn esc_leaves_the_numbers_and_the_digits_are_tabs_again() {
    for out in ["Esc", "v", "q", "Enter"] {
        let script = latvian(80, 24).keys("3 j v").keys(out);
        assert_eq!(script.exit(), None, "{out}");
        assert!(script.screen() == latvian(80, 24).keys("3 j").screen(), "{out}");
        assert!(script.keys("2").screen().chosen().starts_with("> 1.1 "), "{out}");
    }
}

#[test]
fn a_number_that_no_link_has_is_said_and_leads_nowhere() {
    let script = latvian(80, 24).keys("3 j v 9 [ v 1 9");
    assert_eq!(script.selected(), "Q1");
    assert!(script.screen().footer().contains("Saites 19 šajā tekstā nav."), "{}", script.screen().footer());
    assert_eq!(script.keys("1").selected(), "6.4", "what was typed before it stands");
    assert!(english(80, 24).keys("3 j v 0").screen().footer().contains("no link 0"));
}

#[test]
fn a_text_without_links_says_so() {
    let dataset = dataset();
    let is_bare = |script: &Script| script.model.text().links.is_empty();
    let mut script = latvian(120, 36).keys("7");
    for _ in 0..dataset.glossary().len() {
        if is_bare(&script) {
            break;
        }
        script = script.keys("j");
    }
    assert!(is_bare(&script), "some entry of the glossary is in no action");
    assert!(script.keys("v").screen().footer().contains("saišu nav"));
}

#[test]
fn the_text_moves_under_the_numbers_to_those_out_of_sight() {
    let script = latvian(80, 24).keys("3 j v");
    assert!(!numbered(&script).iter().any(|(number, _)| *number == 11));
    let script = script.keys("PgDn PgDn PgDn PgDn");
    assert!(numbered(&script).iter().any(|(number, text)| *number == 11 && text.starts_with("6.4 ")));
    assert_eq!(script.keys("11").selected(), "6.4");
}

#[test]
fn where_no_number_is_on_the_page_the_first_ones_are_brought_there() {
    let script = latvian(40, 12).keys("4 / latiņamerika Enter");
    assert!(numbered(&script.keys("Enter")).is_empty());
    let script = latvian(40, 12).keys("4 / latiņamerika Enter v");
    assert_eq!(numbered(&script).first().map(|(number, _)| *number), Some(1), "{}", script.screen().text());
}

#[test]
fn nothing_pasted_is_taken_for_a_number() {
    assert_eq!(latvian(80, 24).keys("3 j v").paste("2").selected(), "Q1");
}

#[test]
fn a_link_with_a_reason_keeps_it_beside_its_number() {
    let numbered = numbered(&Script::new(En, 120, 140).keys("3 j"));
    assert!(numbered.iter().any(|(number, text)| *number == 11 && text.contains("— same")), "{numbered:?}");
}

#[test]
fn what_can_still_be_meant_stands_out() {
    let screen = Script::new(Lv, 40, 15).keys("2 / 2.4.1 Enter Enter G v 1").screen();
    assert_snapshot!(screen.styled(2..14), @r#"
     1  2 Darbības  3  4  5  6  7        LV
     / 2.4.1                        1 no 50
                      partnerība           ↑

       Termini
     5 · Eiropas Savienība
     6 · Kvantu tehnoloģijas
     7 · Datošana
     8 · Augstas veiktspējas datošana
     9 · Kopuzņēmums „EuroHPC”

    10 Avots          JOIN(2025) 140,
                      pielikums, 5. lpp.,
                      421.–435. rinda
     saite: 1  Enter atvērt  Esc atpakaļ
    ---
    2: cyan: | |
    2: reversed: |               partnerība|
    2: dim: |↑|
    3: cyan: | |
    4: cyan: | |
    4: bold: |Termini|
    5: dim: | 5|
    5: cyan: | · |
    6: dim: | 6|
    6: cyan: | · |
    7: dim: | 7|
    7: cyan: | · |
    8: dim: | 8|
    8: cyan: | · |
    9: dim: | 9|
    9: cyan: | · |
    10: cyan: | |
    11: cyan bold: |10|
    11: cyan: | |
    11: dim: |Avots          |
    12: cyan: | |
    12: dim: |               |
    13: cyan: | |
    13: dim: |               |
    "#);
}

#[test]
fn data_that_arrive_end_the_choice() {
    let script = latvian(80, 24).keys("3 j v 1").feed(vec![super::arrival()]);
    assert!(script.keys("2").screen().chosen().starts_with("> 1.1 "));
}
