//! A document's own text, laid over the dashboard.

use dosje::app::{Focus, Mode, Purpose};
use dosje::domain::Lang::{self, En, Lv};
use dosje::domain::kept::{Reason, Unkept};
use insta::assert_snapshot;
use unicode_width::UnicodeWidthStr;

use crate::script::{Screen, Script};

/// A text as long as the annex, each line of which says its number.
fn text(lines: u32) -> String {
    (1..=lines).fold(String::new(), |text, number| text + &format!("rinda nr. {number}\n"))
}

fn at(lang: Lang, (columns, rows): (u16, u16), record: &str) -> Script {
    Script::with_query(lang, columns, rows, Some(record)).with_text(&text(999))
}

fn is_open(script: &Script) -> bool {
    matches!(script.model.mode, Mode::Source(_))
}

/// Lines of the text itself on screen: number, and whether it is set off.
fn numbered(screen: &Screen) -> Vec<(u32, bool)> {
    let line = |row: &str| {
        let (lead, _) = row.split_once("rinda nr. ")?;
        Some((lead.split_whitespace().next()?.parse().ok()?, lead.contains('│')))
    };
    screen.text().lines().filter_map(line).collect()
}

#[test]
fn the_cited_lines_are_set_off_among_those_around_them() {
    let script = at(Lv, (60, 20), "ids25/1.5").keys("o");
    assert_snapshot!(script.screen().text(), @"
    1  2 Darbības  3  4  5  6  7                            LV
    1.5  JOIN(2025) 140, pielikums, 2. lpp., 108.–120. rinda
    107   rinda nr. 107                                       ↑
    108 │ rinda nr. 108
    109 │ rinda nr. 109
    110 │ rinda nr. 110
    111 │ rinda nr. 111
    112 │ rinda nr. 112
    113 │ rinda nr. 113
    114 │ rinda nr. 114
    115 │ rinda nr. 115
    116 │ rinda nr. 116
    117 │ rinda nr. 117
    118 │ rinda nr. 118
    119 │ rinda nr. 119
    120 │ rinda nr. 120
    121   rinda nr. 121
    122   rinda nr. 122
    123   rinda nr. 123                                       ↓
    Esc atpakaļ  L English
    ");
}

#[test]
fn without_the_text_it_says_where_to_find_it_and_how_to_lay_it_here() {
    let script = Script::with_query(En, 80, 24, Some("ids25/2.4.1")).keys("o");
    let said = script.screen().text();
    for words in [
        "2.4.1  JOIN(2025) 140, Annex, p. 5, lines 421–435",
        "The document's text is not attached.",
        "dosje attach ids25 FILE",
        "https://eur-lex.europa.eu/legal-content/LV/TXT/?uri=CELEX:52025JC0140\n",
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:52025JC0140\n",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn another_text_is_said_to_be_another_each_time() {
    for _ in 0..2 {
        let screen = at(En, (100, 30), "ids25/2.4.1").keys("o q o").screen();
        assert!(screen.text().contains("The attached text is not the one in which the lines are counted"));
    }
    let short = Script::with_query(En, 100, 30, Some("ids25/2.4.1")).with_text(&text(3)).keys("o").screen();
    assert!(short.text().contains("The attached text has only 3 lines."));
}

#[test]
fn a_text_that_cannot_be_read_is_said_with_its_place() {
    let unkept = Unkept { file: "texts/ids25.txt".to_owned(), reason: Reason::NotUtf8(3, 7) };
    let mut script = Script::with_refusal(Lv, 80, 24, &unkept).keys("2 o");
    assert!(script.screen().text().contains("texts/ids25.txt:3:7: tas nav UTF-8 teksts"));
    script = script.keys("Esc");
    assert!(!is_open(&script));
}

#[test]
fn every_line_can_be_reached_in_any_window_and_none_is_cut() {
    for size in [(120, 36), (80, 24), (40, 12), (20, 5)] {
        let mut script = at(Lv, size, "ids25/2.4.1").keys("o g");
        let mut seen = numbered(&script.screen());
        for _ in 0..150 {
            script = script.keys("j");
            seen.extend(numbered(&script.screen()));
        }
        seen.sort_unstable();
        seen.dedup();
        let expected: Vec<(u32, bool)> = (416..=440).map(|number| (number, (421..=435).contains(&number))).collect();
        assert_eq!(seen, expected, "{size:?}");
        assert!(script.screen().text().lines().all(|line| line.width() <= usize::from(size.0)));
        let bottom = script.screen().text();
        assert_eq!(script.keys("g G").screen().text(), bottom);
    }
}

#[test]
fn it_opens_at_the_cited_lines_though_much_stands_before_them() {
    for size in [(120, 36), (80, 24), (40, 12), (20, 5)] {
        let script = at(Lv, size, "ids25/2.4.1").keys("o");
        assert!(numbered(&script.screen()).contains(&(421, true)), "{size:?}: {}", script.screen().text());
        let (_, y) = script.screen().cursor().expect("shown");
        assert!(script.screen().row(y).contains("421"), "the cursor stands there");
    }
}

#[test]
fn paging_scrolls_by_a_page_and_a_resize_keeps_to_the_text() {
    let script = at(Lv, (40, 12), "ids25/2.4.1").keys("o g PgDn");
    let first = numbered(&script.screen())[0];
    let script = script.keys("PgDn");
    assert!(numbered(&script.screen())[0] > first);
    let script = script.keys("PgUp PgUp PgUp PgUp").resize(80, 24);
    assert!(is_open(&script) && script.screen().row(2).contains("ES un Japānas"));
    let script = script.keys("G").resize(120, 40).resize(20, 5).resize(5, 1).resize(80, 24);
    assert!(is_open(&script));
    assert!(!script.screen().text().is_empty());
}

#[test]
fn it_closes_to_where_it_was_opened_and_a_key_of_the_list_means_nothing_in_it() {
    for key in ["Esc", "q", "o"] {
        let before = at(Lv, (80, 24), "ids25/2.4.1").keys("Enter j");
        let text = before.screen().text();
        let script = before.keys("o 4 / x j y Space").keys(key);
        assert!(!is_open(&script), "{key}");
        assert_eq!((script.exit(), script.model.focus), (None, Focus::Detail));
        assert_eq!(script.screen().text(), text, "{key}");
    }
    assert_eq!(at(Lv, (80, 24), "ids25/2.4.1").keys("o Ctrl-C").exit(), Some(130));
}

#[test]
fn the_language_turns_in_it_too() {
    let script = at(Lv, (80, 24), "ids25/2.4.1").keys("o L");
    assert!(is_open(&script) && script.screen().query().contains("Annex, p. 5, lines 421–435"));
    assert!(script.screen().footer().contains("Esc step back"));
}

#[test]
fn a_document_is_shown_from_its_first_line() {
    let script = at(Lv, (80, 24), "iz-2014-09").keys("o");
    assert_eq!(numbered(&script.screen())[0], (1, false));
    assert!(script.keys("G g").screen().text().contains("rinda nr. 1\n"));
}

#[test]
fn what_stands_in_no_document_says_so_and_opens_nothing() {
    for keys in ["4 o", "7 o"] {
        let script = Script::new(Lv, 80, 24).keys(keys);
        assert!(!is_open(&script));
        assert!(script.screen().footer().contains("Šim ierakstam nav vietas nevienā dokumentā."));
    }
}

#[test]
fn enter_picks_nothing_unseen_while_the_text_lies_on_top() {
    let mut script = at(Lv, (80, 24), "ids25/2.4.1");
    script.model.purpose = Purpose::Pick;
    let script = script.keys("o Enter");
    assert_eq!((script.exit(), is_open(&script)), (None, true));
    assert_eq!(script.keys("q Enter").exit(), Some(0));
}
