//! What the user adds: nobody's words are lost, whatever two windows do.

use std::collections::{BTreeMap, BTreeSet};

use dosje::domain::RecordId;
use dosje::domain::annotations::{Annotations, Change, Depth, Intent, Slot};
use dosje::domain::kept::Book;
use proptest::prelude::*;
use proptest::sample::select;

fn id(name: &str) -> RecordId {
    RecordId::new(name)
}

fn note(seen: &[String], text: &str) -> Change {
    let seen = seen.to_vec();
    Change::Write { id: id("a/1"), slot: Slot::Note, seen, text: text.to_owned(), on: "0".to_owned() }
}

fn notes(annotations: &Annotations) -> Vec<String> {
    annotations.of(&id("a/1")).map(|added| added.note.all().to_vec()).unwrap_or_default()
}

fn marked(annotations: &Annotations) -> Vec<&str> {
    annotations.marked.iter().map(RecordId::as_str).collect()
}

#[test]
fn a_note_is_replaced_by_whoever_has_seen_it_and_kept_beside_another_otherwise() {
    let mut annotations = Annotations::default();
    annotations.apply(&note(&[], "first"));
    let seen = notes(&annotations);
    annotations.apply(&note(&seen, "second"));
    assert_eq!(notes(&annotations), ["second"]);
    annotations.apply(&note(&seen, "from another window"));
    assert_eq!(notes(&annotations), ["second", "from another window"]);
    annotations.apply(&note(&notes(&annotations), "both"));
    assert_eq!(notes(&annotations), ["both"]);
}

#[test]
fn deleting_a_note_does_not_delete_what_was_not_seen() {
    let mut annotations = Annotations::default();
    annotations.apply(&note(&[], "first"));
    let seen = notes(&annotations);
    annotations.apply(&note(&seen, "changed elsewhere"));
    annotations.apply(&note(&seen, ""));
    assert_eq!(notes(&annotations), ["changed elsewhere"]);
    annotations.apply(&note(&notes(&annotations), ""));
    assert_eq!(annotations, Annotations::default(), "nothing is left of it");
}

#[test]
fn marks_keep_the_users_order() {
    let mut annotations = Annotations::default();
    annotations.apply(&Change::Mark(vec![id("a/1"), id("a/2"), id("a/1"), id("a/3")]));
    assert_eq!(marked(&annotations), ["a/1", "a/2", "a/3"]);
    annotations.apply(&Change::Move { id: id("a/3"), before: Some(id("a/1")) });
    assert_eq!(marked(&annotations), ["a/3", "a/1", "a/2"]);
    annotations.apply(&Change::Move { id: id("a/3"), before: None });
    assert_eq!(marked(&annotations), ["a/1", "a/2", "a/3"]);
    annotations.apply(&Change::Move { id: id("a/9"), before: None });
    annotations.apply(&Change::Unmark(vec![id("a/2"), id("a/9")]));
    assert_eq!(marked(&annotations), ["a/1", "a/3"]);
}

#[test]
fn what_a_later_version_added_survives_at_every_level() {
    let text = r#"{"schema_version": 1, "colour": 1, "heading": {"logo": [2]}, "marked": [],
        "records": {"a/1": {"note": ["x"], "voice": {"deep": 3}}}}"#;
    let mut annotations: Annotations = serde_json::from_str(text).expect("annotations");
    annotations.apply(&Change::Intend(id("a/1"), Some(Intent::Listen)));
    annotations.apply(&note(&["x".to_owned()], ""));
    let written = serde_json::to_string(&annotations).expect("JSON");
    for kept in [r#""colour":1"#, r#""logo":[2]"#, r#""voice":{"deep":3}"#, r#""intent":"listen""#] {
        assert!(written.contains(kept), "{kept} in {written}");
    }
}

/// A window: what it last read, and what it does then.
#[derive(Debug, Clone)]
enum Step {
    Read(usize),
    Write(usize, String),
    Delete(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        (0..3usize).prop_map(Step::Read),
        (0..3usize, "[a-cā]{1,3}").prop_map(|(window, text)| Step::Write(window, text)),
        (0..3usize).prop_map(Step::Delete),
    ];
    prop::collection::vec(step, 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn no_words_go_that_nobody_had_seen(steps in steps()) {
        let mut kept = Annotations::default();
        let mut seen: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        // What must still be there: every text until somebody who had seen it writes or deletes.
        let mut owed: BTreeSet<String> = BTreeSet::new();
        for step in steps {
            let (window, text) = match step {
                Step::Read(window) => {
                    seen.insert(window, notes(&kept));
                    continue;
                }
                Step::Write(window, text) => (window, text),
                Step::Delete(window) => (window, String::new()),
            };
            let known = seen.entry(window).or_default();
            kept.apply(&note(known, &text));
            owed.retain(|old| !known.contains(old));
            *known = vec![text.clone()];
            if !text.is_empty() {
                owed.insert(text);
            }
            let notes = notes(&kept);
            prop_assert!(owed.iter().all(|text| notes.contains(text)), "{owed:?} in {notes:?}");
            let distinct: BTreeSet<_> = notes.iter().collect();
            prop_assert_eq!(distinct.len(), notes.len());
        }
    }

    #[test]
    fn what_is_written_reads_back(
        texts in prop::collection::vec("\\PC{0,40}(\n\\PC{0,20})?", 0..4),
        depth in select(vec![Depth::Whole, Depth::Short, Depth::Title]),
    ) {
        let mut annotations = Annotations::default();
        for text in &texts {
            annotations.apply(&note(&[], text));
        }
        annotations.apply(&Change::Show(id("a/1"), depth));
        annotations = annotations.cleaned();
        let text = serde_json::to_string_pretty(&annotations).expect("JSON");
        let again: Annotations = serde_json::from_str(&text).expect("annotations");
        prop_assert_eq!(again.clone().cleaned(), again.clone());
        prop_assert_eq!(again, annotations);
    }
}
