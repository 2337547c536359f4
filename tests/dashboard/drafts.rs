//! Three texts as one draft and back: nothing that was typed is lost.

use std::path::PathBuf;

use dosje::app::draft::Draft;
use dosje::app::writing::{Leftover, Sheet};
use dosje::domain::annotations::{Annotations, Change, Slot};
use dosje::domain::kept::Book;
use dosje::domain::untrusted::block;
use dosje::domain::{Lang, RecordId};
use proptest::prelude::*;
use proptest::sample::select;

use crate::script::dataset;

fn id() -> RecordId {
    RecordId::new("ids25/2.4.1")
}

fn written(slot: Slot, text: &str) -> Change {
    Change::Write { id: id(), slot, seen: Vec::new(), text: text.to_owned(), on: "0".to_owned() }
}

fn book(texts: &[(Slot, &str)]) -> Annotations {
    let mut book = Annotations::default();
    for (slot, text) in texts {
        book.apply(&written(*slot, text));
    }
    book
}

fn draft_of(book: &Annotations, leftovers: &[&str], lang: Lang) -> Draft {
    let dataset = dataset();
    let record = dataset.record(&id()).expect("an action");
    let leftover = |text: &&str| {
        let sheet = Sheet { path: PathBuf::new(), name: String::new() };
        Leftover { sheet, id: id(), mark: "another".to_owned(), text: (*text).to_owned() }
    };
    Draft::new(record, book.of(&id()), leftovers.iter().map(leftover).collect(), lang)
}

/// The texts after a draft was edited.
fn after(mut book: Annotations, draft: &Draft, edited: &str) -> Vec<Vec<String>> {
    for change in draft.changes(edited).0 {
        book.apply(&change);
    }
    let added = book.of(&id()).cloned().unwrap_or_default();
    Slot::ALL.into_iter().map(|slot| added.texts(slot).all().to_vec()).collect()
}

#[test]
fn a_draft_names_the_record_and_holds_each_text_under_its_heading() {
    let draft = draft_of(&book(&[(Slot::Points, "– viens\n– divi")]), &[], Lang::Lv);
    let shown = "#! ids25/2.4.1 2.4.1 ES un Japānas kvantiskās datošanas un kvantu tehnoloģiju sadarbība\n\
                 #! Rakstiet zem virsrakstiem. Šīs divas rindas netiek saglabātas.\n\n\
                 ## Mērķis\n\n\n\n## Savas tēzes\n\n– viens\n– divi\n\n## Piezīme\n\n";
    let head = draft.text.lines().next().expect("a line");
    assert!(head.starts_with("#! ids25/2.4.1 2.4.1 "), "{head}");
    let rest = |text: &str| text.split_once('\n').expect("lines").1.to_owned();
    assert_eq!(rest(&draft.text), rest(shown));
    assert!(draft.body().starts_with("## Mērķis"), "{:?}", draft.body());
    assert_eq!(draft.with_body(draft.body()), draft.text);
}

#[test]
fn only_what_was_changed_is_written() {
    let texts = [(Slot::Objective, "a"), (Slot::Note, "c")];
    let draft = draft_of(&book(&texts), &[], Lang::En);
    assert_eq!(draft.changes(&draft.text), (Vec::new(), Vec::new()));
    let edited = draft.text.replace("## Own lines\n", "## Own lines\n\nb\n\n").replace('\n', "\r\n");
    let (changes, _) = draft.changes(&edited);
    assert!(matches!(&*changes, [Change::Write { slot: Slot::Points, text, .. }] if text == "b"), "{changes:?}");
}

#[test]
fn a_heading_is_known_in_either_language_and_in_any_letters() {
    let draft = draft_of(&book(&[]), &[], Lang::Lv);
    let texts = after(book(&[]), &draft, "## OBJECTIVE  \nx\n## piezīme\ny\n## Note\nz");
    assert_eq!(texts, [vec!["x"], vec![], vec!["y\n\nz"]]);
}

#[test]
fn what_stands_before_any_heading_is_the_note() {
    let draft = draft_of(&book(&[(Slot::Note, "n")]), &[], Lang::Lv);
    let texts = after(book(&[(Slot::Note, "n")]), &draft, &draft.with_body(&format!("mana\n{}", draft.body())));
    assert_eq!(texts, [vec![], vec![], vec!["mana\n\nn"]]);
    let texts = after(book(&[]), &draft_of(&book(&[]), &[], Lang::Lv), "#! ķeksis\ntikai šis");
    assert_eq!(texts, [vec![], vec![], vec!["#! ķeksis\ntikai šis"]]);
}

#[test]
fn a_file_cut_short_deletes_nothing() {
    let all = [(Slot::Objective, "mērķis"), (Slot::Points, "tēzes"), (Slot::Note, "piezīme")];
    let draft = draft_of(&book(&all), &[], Lang::Lv);
    for (at, _) in draft.text.char_indices() {
        let (_, kept) = draft.changes(&draft.text[..at]);
        let texts = after(book(&all), &draft, &draft.text[..at]);
        for (place, (slot, text)) in all.into_iter().enumerate() {
            // The text itself may be cut; then the heading is there, and the user sees what is left.
            let is_there = texts[place].iter().any(|text| !text.is_empty()) || !kept.contains(&slot);
            assert!(is_there, "{text} after {at} bytes: {texts:?}");
        }
    }
    assert_eq!(after(book(&all), &draft, ""), [vec!["mērķis"], vec!["tēzes"], vec!["piezīme"]]);
    assert_eq!(draft.changes("").1, Slot::ALL);
}

#[test]
fn what_was_emptied_under_its_heading_is_deleted() {
    let all = [(Slot::Objective, "a"), (Slot::Note, "c")];
    let draft = draft_of(&book(&all), &[], Lang::Lv);
    assert_eq!(after(book(&all), &draft, &draft.text.replace("\na\n", "\n\n")), [vec![], vec![], vec!["c"]]);
}

#[test]
fn a_text_whose_heading_is_gone_moves_or_stays() {
    let all = [(Slot::Objective, "mērķis"), (Slot::Points, "tēzes"), (Slot::Note, "vecā")];
    let draft = draft_of(&book(&all), &[], Lang::Lv);
    let texts = after(book(&all), &draft, &draft.text.replace("## Savas tēzes\n", ""));
    assert_eq!(texts, [vec!["mērķis\n\n\ntēzes"], vec![], vec!["vecā"]]);
    let texts = after(book(&all), &draft, "jauna");
    assert_eq!(texts, [vec!["mērķis"], vec!["tēzes"], vec!["vecā", "jauna"]]);
}

#[test]
fn versions_stand_one_after_the_other_until_one_is_made_of_them() {
    let two = [(Slot::Note, "pirmā"), (Slot::Note, "otrā")];
    let draft = draft_of(&book(&two), &[], Lang::Lv);
    assert!(draft.text.ends_with("#! 1. versija no 2\npirmā\n\n#! 2. versija no 2\notrā\n"), "{}", draft.text);
    assert_eq!(draft.changes(&draft.text).0, []);
    let joined = draft.text.replace("#! 2. versija no 2\n", "");
    assert_eq!(after(book(&two), &draft, &joined)[2], ["pirmā\n\notrā"]);
}

#[test]
fn what_another_window_wrote_meanwhile_stays_beside_it() {
    let draft = draft_of(&book(&[(Slot::Note, "a")]), &[], Lang::Lv);
    let mut meanwhile = book(&[(Slot::Note, "a")]);
    meanwhile.apply(&Change::Write {
        id: id(),
        slot: Slot::Note,
        seen: vec!["a".into()],
        text: "b".into(),
        on: "0".into(),
    });
    assert_eq!(after(meanwhile, &draft, &draft.text.replace("\na\n", "\nc\n"))[2], ["b", "c"]);
}

#[test]
fn an_unfinished_draft_goes_on_where_it_was_left_or_stands_beside_what_was_written_since() {
    let now = book(&[(Slot::Note, "a")]);
    let mut draft = draft_of(&now, &[], Lang::Lv);
    let left = draft.text.replace("\na\n", "\na un vēl\n");
    let dataset = dataset();
    let record = dataset.record(&id()).expect("an action");
    let sheet = Sheet { path: PathBuf::new(), name: String::new() };
    let leftover = Leftover { sheet, id: id(), mark: draft.mark(), text: left.clone() };
    draft = Draft::new(record, now.of(&id()), vec![leftover], Lang::En);
    assert_eq!(draft.text, left);
    assert_eq!(after(now.clone(), &draft, &draft.text)[2], ["a un vēl"]);
    let draft = draft_of(&now, &[&left, "pavisam cits"], Lang::En);
    assert!(
        draft.text.ends_with("#! Version 1 of 1\na\n\n#! From an unfinished draft\na un vēl\n\n#! From an unfinished draft\npavisam cits\n"),
        "{}",
        draft.text
    );
    assert_eq!(after(now, &draft, &draft.text)[2], ["a\n\na un vēl\n\npavisam cits"]);
}

fn text() -> impl Strategy<Value = String> {
    let special = select(vec![
        "## Piezīme",
        "## Note",
        "## note ",
        "\\## Mērķis",
        "\\\\## Own lines",
        "#! 1. versija no 2",
        "#! x",
        "\\#! y",
        "#! ids25/2.4.1 z",
        "#! From an unfinished draft",
        "",
        "  ",
        "\\",
        "ā",
        "## cits",
    ]);
    let line = prop_oneof![special.prop_map(str::to_owned), ".{0,12}"];
    prop::collection::vec(line, 0..6).prop_map(|lines| lines.join("\n"))
}

/// A text without the blank lines around it, as it is kept.
fn kept(text: &str) -> String {
    let text = block(text);
    let lines: Vec<&str> = text.trim_end().split('\n').skip_while(|line| line.trim().is_empty()).collect();
    lines.join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_three_texts_come_back_as_they_were(texts in prop::array::uniform3(text()), lang in select(vec![Lang::Lv, Lang::En])) {
        let cleaned = texts.each_ref().map(|text| kept(text));
        let pairs: Vec<(Slot, &str)> = Slot::ALL.into_iter().zip(cleaned.iter().map(String::as_str)).collect();
        let draft = draft_of(&book(&pairs), &[], lang);
        prop_assert_eq!(draft.changes(&draft.text), (Vec::new(), Vec::new()));
        // Read by somebody who has seen nothing of it: all of it is written.
        let unseen = draft_of(&Annotations::default(), &[], lang);
        let read: Vec<String> = after(Annotations::default(), &unseen, &draft.text).concat();
        let wanted: Vec<String> = cleaned.into_iter().filter(|text| !text.is_empty()).collect();
        prop_assert_eq!(read, wanted);
    }

    #[test]
    fn whatever_is_left_of_a_draft_every_line_of_it_is_kept(texts in prop::array::uniform3(text()), edited in text(), keep in prop::array::uniform3(any::<bool>())) {
        let cleaned = texts.each_ref().map(|text| kept(text));
        let pairs: Vec<(Slot, &str)> = Slot::ALL.into_iter().zip(cleaned.iter().map(String::as_str)).collect();
        let before = book(&pairs);
        let draft = draft_of(&before, &[], Lang::Lv);
        // Headings are lost at random, and a text is typed at the end.
        let mut headings = keep.into_iter();
        let is_left = |line: &&str| !["## Mērķis", "## Savas tēzes", "## Piezīme"].contains(line) || headings.next().unwrap_or(true);
        let lines: Vec<&str> = draft.text.split('\n').filter(is_left).collect();
        let typed: Vec<String> = edited.lines().filter(|line| !line.starts_with("## ") && !line.starts_with("#! ") && !line.starts_with('\\')).map(|line| format!("§{}", block(line).trim_end())).collect();
        let edited = format!("{}\n{}", lines.join("\n"), typed.join("\n"));
        let texts = after(before, &draft, &edited).concat().join("\n");
        for line in typed.iter().chain(&cleaned).flat_map(|text| text.lines()) {
            prop_assert!(texts.contains(line.trim_end()), "{line:?} of {edited:?} in {texts:?}");
        }
    }
}
