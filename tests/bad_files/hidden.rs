//! What nobody could have seen in a file is counted where it was left out, and only there.

use std::fs;

use dosje::domain::{Lang, RecordId};
use dosje::i18n::messages;
use dosje::store::{self, Loaded};
use serde_json::Value;
use tempfile::TempDir;

use crate::{bytes_of, dosje, folder_of, lay};

const FILE: &str = "hidden-in-a-name.json";

/// A document with something hidden in an action, in one that is left out, in a fact that came later and in a link.
fn own() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let mut document: Value = serde_json::from_slice(&bytes_of("good/piezime.json")).expect("JSON");
    let actions = document["actions"].as_array_mut().expect("a list");
    let mut faulty = actions.first().cloned().expect("an action");
    faulty["id"] = "ministra-piezime/9.9".into();
    faulty["title"]["lv"] = "Ne\u{200b}rāda".into();
    faulty["timeline"] = 7.into();
    actions.push(faulty);
    let sound = actions.first_mut().expect("an action");
    sound["summary"]["lv"] = "Kop\u{ad}sa\u{ad}vil\u{ad}kums".into();
    sound["summary"]["en"] = "Sum\u{200b}mary".into();
    lay(folder.path(), "own.json", document.to_string().as_bytes());
    folder
}

#[test]
fn a_card_says_how_much_was_hidden_and_where() {
    let folder = TempDir::new().expect("a folder");
    lay(folder.path(), FILE, &bytes_of(&format!("bad/{FILE}")));
    let data = folder.path().to_str().expect("UTF-8");
    for (lang, said) in [
        ("lv", "Datnē           6 slēptas rakstzīmes: name.en (hidden-in-a-name.json:5:83)\n"),
        ("en", "In the file  6 hidden characters: name.en (hidden-in-a-name.json:5:83)\n"),
    ] {
        let run = dosje(&["--lang", lang, "--data", data, "show", "mans-termins"]);
        assert!(run.out.ends_with(said), "{}", run.out);
    }
    let json = dosje(&["--data", data, "show", "mans-termins", "--json"]).out;
    let json: Value = serde_json::from_str(&json).expect("JSON");
    let hidden = serde_json::json!([{ "count": 6, "field": "name.en", "file": FILE, "line": 5, "column": 83 }]);
    assert_eq!(json["result"]["hidden_characters"], hidden);
    let other = dosje(&["--data", data, "show", "2.4.1", "--json"]).out;
    let other: Value = serde_json::from_str(&other).expect("JSON");
    assert_eq!(other["result"]["hidden_characters"], serde_json::json!([]));
}

#[test]
fn only_what_stays_of_a_file_is_told_and_it_is_told_as_long_as_it_is_shown() {
    let folder = own();
    let Loaded { dataset, faults, held, .. } = store::load(Some(folder.path()));
    assert_eq!(faults.len(), 1, "{faults:?}");
    let told = |dataset: &dosje::domain::Dataset| -> Vec<(String, String, usize)> {
        let records = dataset.records().flat_map(|record| {
            let hidden = dataset.hidden_in(record.id()).iter();
            hidden.map(move |hidden| (record.id().to_string(), hidden.field.to_string(), hidden.count))
        });
        records.collect()
    };
    let expected = [("summary.en", 1), ("summary.lv", 3)];
    let expected: Vec<_> =
        expected.map(|(field, count)| ("ministra-piezime/1.1".to_owned(), field.to_owned(), count)).into();
    let mut found = told(&dataset);
    found.sort();
    assert_eq!(found, expected);
    // It cannot be read any more: what it said stays, and so does what it hid.
    let file = folder.path().join("own.json");
    fs::remove_file(&file).expect("removed");
    lay(folder.path(), "own.json", b"{");
    let again = store::load_again(Some(folder.path()), &dataset, &held).dataset;
    assert!(again.record(&RecordId::new("ministra-piezime/1.1")).is_some());
    let mut found = told(&again);
    found.sort();
    assert_eq!(found, expected);
}

#[test]
fn what_a_link_or_a_later_fact_hides_is_told_of_every_record_it_is_about() {
    let folder = TempDir::new().expect("a folder");
    lay(
        folder.path(),
        "later.json",
        r#"{"schema_version": 1, "kind": "later", "later": [{"id": "later/own-1", "targets": ["ids25/1.1", "ids25/2.4.1"],
            "date": "2026-01-01", "kind": "fact", "headline": {"lv": "Tas", "en": "It"},
            "text": {"lv": "Tas\u200b", "en": "It"}, "url": "https://example.eu"}]}"#
            .as_bytes(),
    );
    let Loaded { dataset, faults, .. } = store::load(Some(folder.path()));
    assert_eq!(faults, []);
    for id in ["ids25/1.1", "ids25/2.4.1"] {
        let hidden = dataset.hidden_in(&RecordId::new(id));
        assert_eq!(hidden.iter().map(|hidden| (&*hidden.field, hidden.count)).collect::<Vec<_>>(), [("text.lv", 1)]);
    }
    assert_eq!(dataset.hidden_in(&RecordId::new("ids25/1.2")), []);
}

#[test]
fn nothing_is_stored_of_files_that_hide_nothing() {
    let dataset = store::load(Some(&folder_of("good"))).dataset;
    assert!(dataset.records().all(|record| dataset.hidden_in(record.id()).is_empty()));
}

#[test]
fn the_count_takes_the_form_its_number_asks_for() {
    let said = |lang, count| (messages(lang).files.hidden)(count);
    for (count, latvian, english) in [
        (1, "1 slēpta rakstzīme", "1 hidden character"),
        (6, "6 slēptas rakstzīmes", "6 hidden characters"),
        (11, "11 slēptu rakstzīmju", "11 hidden characters"),
        (21, "21 slēpta rakstzīme", "21 hidden characters"),
    ] {
        assert_eq!((said(Lang::Lv, count), said(Lang::En, count)), (latvian.to_owned(), english.to_owned()));
    }
}
