//! Writing on a record on the program's own pad.

use dosje::app::msg::Kept;
use dosje::app::writing::{Leftover, Sheet};
use dosje::app::{Key, KeyCode, Msg};
use dosje::domain::Lang::{En, Lv};
use dosje::domain::RecordId;
use dosje::domain::kept::{Reason, Unkept};

use crate::script::Script;

const ID: &str = "ids25/1.1";

fn press(key: KeyCode) -> Msg {
    Msg::Key(Key::plain(key))
}

fn empty() -> Vec<Vec<String>> {
    vec![Vec::new(); 3]
}

#[test]
fn e_writes_under_the_first_heading_and_says_that_it_is_saved() {
    let script = Script::new(Lv, 80, 24).burst("2 e Sveiki, Enter ļaudis Ctrl-S");
    assert_eq!(script.written(ID), [vec!["Sveiki,\nļaudis"], vec![], vec![]]);
    assert_eq!(script.screen().footer(), " Saglabāts: 1.1");
    assert_eq!(script.drafts(), Vec::<String>::new());
}

#[test]
fn the_pad_names_the_record_and_shows_the_texts_and_its_keys() {
    let screen = Script::new(Lv, 60, 12).burst("2 e x").screen();
    let text = screen.text();
    assert!(text.starts_with(" 1.1 Arktikas savienotības atbalstīšana\n ## Mērķis"), "{text}");
    assert!(text.contains("## Mērķis\n\n x\n\n ## Savas tēzes\n\n\n\n ## Piezīme"), "{text}");
    assert!(screen.footer().starts_with(" Ctrl-S saglabāt  Ctrl-Q atmest"), "{text}");
    assert_eq!(screen.cursor().map(|(x, _)| x), Some(2));
}

#[test]
fn esc_saves_and_what_was_typed_after_it_is_for_the_dashboard() {
    let script = Script::new(En, 80, 24).burst("2 e a q Esc j");
    assert_eq!(script.written(ID)[0], ["aq"]);
    assert_eq!(script.selected(), "1.2");
}

#[test]
fn what_was_typed_is_thrown_away_only_when_asked_twice() {
    let script = Script::new(En, 80, 24).burst("2 e a Ctrl-Q");
    assert!(script.screen().footer().contains("Discard?"), "{}", script.screen().footer());
    let script = Script::new(En, 80, 24).burst("2 e a Ctrl-Q b Ctrl-C Esc c Esc");
    assert_eq!(script.written(ID)[0], ["ac"], "the answer is none of the text");
    let script = Script::new(En, 80, 24).burst("2 e a Ctrl-Q Ctrl-Q");
    assert_eq!((script.written(ID), script.drafts()), (empty(), Vec::new()));
    assert_eq!(script.exit(), None);
    let script = Script::new(En, 80, 24).burst("2 e Ctrl-C j");
    assert_eq!(script.selected(), "1.2", "nothing typed, nothing asked");
}

#[test]
fn a_paste_is_text_and_steers_nothing() {
    let paste = Msg::Paste("q\r\nviens\u{1b}[2J".to_owned());
    let script = Script::new(Lv, 80, 24).keys("2").batch(vec![press(KeyCode::Char('e')), paste, press(KeyCode::Esc)]);
    assert_eq!(script.written(ID)[0], ["q\nviens␛[2J"]);
}

#[test]
fn a_change_is_taken_back_and_made_again() {
    let script = Script::new(Lv, 80, 24).burst("2 e a b Ctrl-Z Ctrl-S");
    assert_eq!(script.written(ID)[0], ["a"]);
    let script = Script::new(Lv, 80, 24).burst("2 e a b Ctrl-Z Ctrl-Y Ctrl-S");
    assert_eq!(script.written(ID)[0], ["ab"]);
}

#[test]
fn every_key_of_the_pad_edits() {
    for (keys, written) in [
        ("a b Left c", "acb"),
        ("a b Home c", "cab"),
        ("a b Left Delete", "a"),
        ("a b Backspace", "a"),
        ("a b Space c d Ctrl-W e", "ab e"),
        ("a b Space c d Alt-Left e", "ab ecd"),
        ("a b Left Left Ctrl-K c", "c"),
        ("a b Ctrl-U c", "c"),
        ("a Enter b Up End c", "ac\nb"),
        ("a Tab b", "a  b"),
    ] {
        let script = Script::new(Lv, 80, 24).burst(&format!("2 e {keys} Ctrl-S"));
        assert_eq!(script.written(ID)[0], [written], "{keys}");
    }
}

#[test]
fn the_pad_fits_every_window() {
    for (columns, rows) in [(120, 36), (80, 24), (40, 12), (20, 5), (12, 3), (5, 2), (1, 1)] {
        let long = "vārds ".repeat(60);
        let script = Script::new(Lv, 80, 24).keys("2").resize(columns.max(20), rows.max(5));
        let script = script.shrink_unnoticed(columns, rows).batch(vec![
            press(KeyCode::Char('e')),
            Msg::Resized(columns, rows),
            Msg::Paste(long.clone()),
            press(KeyCode::PageUp),
            press(KeyCode::PageDown),
        ]);
        let screen = script.screen();
        if columns >= 20 && rows >= 5 {
            let (x, y) = screen.cursor().expect("a cursor");
            assert!(x < columns && y < rows, "{columns}x{rows}: {x},{y}");
        } else {
            assert_eq!(screen.cursor(), None, "{columns}x{rows}");
            let said = script.model.words().too_small.chars().next().expect("words");
            assert!(screen.text().starts_with(said), "{columns}x{rows}: {}", screen.text());
            // What nobody sees is not written either.
            assert!(script.drafts().iter().all(|draft| !draft.contains("vārds")));
        }
    }
}

#[test]
fn that_a_text_will_stay_a_draft_is_said_before_anything_is_typed() {
    let unkept = Unkept { file: "state.json".to_owned(), reason: Reason::Newer };
    let refused = Kept { changes: 0, outcome: Err(unkept), aside: None };
    let script = Script::new(Lv, 80, 24).keys("2").batch(vec![Msg::Annotated(refused), press(KeyCode::Char('e'))]);
    let screen = script.screen().text();
    assert!(screen.contains("\n Paliks tikai melnrakstā: state.json: to rakstījusi jaunāka"), "{screen}");
    assert_eq!(script.drafts().len(), 1);
}

#[test]
fn what_cannot_be_kept_stays_as_a_draft_that_is_named() {
    let unkept = Unkept { file: "state.json".to_owned(), reason: Reason::Full };
    let script = Script::with_refusal(Lv, 120, 24, &unkept).burst("2 e svarīgi Ctrl-S");
    let footer = script.screen().footer();
    assert!(
        footer.contains("NAV SAGLABĀTS: state.json: diskā nav vietas") && footer.contains("Melnraksts: ids25/1.1"),
        "{footer}"
    );
    assert!(script.drafts()[0].contains("svarīgi"));
}

#[test]
fn a_draft_from_before_is_offered_and_gone_on_with() {
    let left = Leftover {
        sheet: Sheet { path: "old.md".into(), name: "old.md".to_owned() },
        id: RecordId::new(ID),
        mark: "another".to_owned(),
        text: "## Piezīme\n\npusrakst\n".to_owned(),
    };
    let script = Script::new(Lv, 80, 24).keys("2").feed(vec![Msg::Left(vec![left], Vec::new())]);
    assert!(script.screen().footer().contains("melnraksts: 1.1."), "{}", script.screen().footer());
    let script = script.burst("e s Ctrl-S");
    assert_eq!(script.written(ID)[2], ["pusraksts"], "it goes on where writing ended");
}
