//! The built-in data: complete, sound, and the same as its schemas say.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use dosje::domain::records::PartnerRole;
use dosje::domain::{Dataset, EnStatus, FileKind, Lang, Record};
use dosje::search::fold::fold;
use dosje::store;

fn dataset() -> Dataset {
    store::load(None).dataset
}

fn data_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

fn data_files() -> Vec<PathBuf> {
    let mut files = store::paths::data_files(&data_folder());
    files.sort();
    files
}

#[test]
fn all_themes_and_actions_of_the_annex_are_there_under_their_numbers() {
    let dataset = dataset();
    let themes: Vec<_> = dataset.themes().iter().map(|theme| theme.id.number()).collect();
    assert_eq!(themes, ["1", "2", "2.1", "2.2", "2.3", "2.4", "3", "4", "5", "6"]);
    let expected: Vec<String> =
        [("1", 5), ("2.1", 8), ("2.2", 3), ("2.3", 5), ("2.4", 5), ("3", 9), ("4", 5), ("5", 6), ("6", 4)]
            .into_iter()
            .flat_map(|(theme, count)| (1..=count).map(move |n| format!("{theme}.{n}")))
            .collect();
    let actions: Vec<_> = dataset.actions().map(|action| action.id.number().to_owned()).collect();
    assert_eq!(actions, expected);
    for action in dataset.actions() {
        let theme = action.id.number().rsplit_once('.').map(|(theme, _)| theme);
        assert_eq!(theme, Some(action.theme.number()), "{}", action.id);
    }
}

#[test]
fn every_kind_of_time_span_of_the_annex_occurs_as_often_as_printed() {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for action in dataset().actions() {
        let kind = serde_json::to_value(action.timeline.kind).expect("a word");
        *kinds.entry(kind.as_str().expect("a word").to_owned()).or_default() += 1;
    }
    let expected = [
        ("deadline", 1),
        ("ongoing", 27),
        ("ongoing_until", 2),
        ("ongoing_window", 11),
        ("potential", 1),
        ("quarter", 1),
        ("recurring_annual", 1),
        ("start_possible", 1),
        ("window", 5),
    ];
    assert_eq!(kinds, expected.into_iter().map(|(kind, n)| (kind.to_owned(), n)).collect());
}

#[test]
fn years_in_the_printed_time_span_are_those_of_its_bounds() {
    for action in dataset().actions() {
        let timeline = &action.timeline;
        let digits = timeline.raw.split(|c: char| !c.is_ascii_digit()).filter(|part| part.len() == 4);
        let printed: Vec<i16> = digits.map(|year| year.parse().expect("a year")).collect();
        let bounds = [timeline.start, timeline.end].into_iter().flatten().map(dosje::domain::Date::year);
        let (first, last) = (printed.iter().min(), printed.iter().max());
        for year in bounds.clone() {
            assert!(Some(&year) == first || Some(&year) == last, "{}: {year} in {:?}", action.id, timeline.raw);
        }
        assert_eq!(bounds.count() == 0, printed.is_empty(), "{}: {:?}", action.id, timeline.raw);
    }
}

#[test]
fn the_sources_of_the_actions_follow_one_another_through_the_annex() {
    let mut last_line = 0;
    for action in dataset().actions() {
        for source in &action.source {
            let [first, last] = source.lines;
            assert!(first > last_line, "{} starts at line {first}, after line {last_line}", action.id);
            last_line = last;
        }
    }
    assert!(last_line <= 999, "the annex has 999 lines");
}

#[test]
fn japan_is_a_partner_of_ten_actions_and_named_in_one_more() {
    let dataset = dataset();
    let with = |code: &str, role: PartnerRole| -> Vec<String> {
        let has = |action: &&dosje::domain::records::Action| {
            action.partners.iter().any(|partner| partner.code.as_str() == code && partner.role == role)
        };
        dataset.actions().filter(has).map(|action| action.id.number().to_owned()).collect()
    };
    let direct = ["1.1", "2.1.1", "2.2.1", "2.3.1", "2.3.2", "2.4.1", "3.1", "4.1", "4.2", "4.4"];
    assert_eq!(with("JP", PartnerRole::Partner), direct);
    assert_eq!(with("JP", PartnerRole::Named), ["2.3.5"]);
    assert_eq!(with("SG", PartnerRole::Named), ["2.1.1"]);
    assert_eq!(with("CN", PartnerRole::Partner), ["5.2"]);
    assert_eq!(with("scope:multilateral", PartnerRole::Partner).len(), 12);
    assert_eq!(with("scope:global", PartnerRole::Partner).len(), 9);
}

#[test]
fn the_meeting_holds_every_question_position_and_milestone_of_the_note() {
    let dataset = dataset();
    let [meeting] = dataset.meetings() else { panic!("one meeting") };
    let positions: Vec<usize> = meeting.agenda.iter().map(|item| item.positions.len()).collect();
    assert_eq!(positions, [5, 4, 5]);
    assert_eq!(meeting.milestones.len(), 6);
    assert_eq!(meeting.chronology.len(), 7);
    let lines: std::collections::BTreeSet<u32> = dataset
        .records()
        .filter(|record| dataset.document_of(record.id()).is_some_and(|d| d.id.as_str() == "iz-2014-09"))
        .flat_map(|record| {
            record.source().iter().flat_map(|source| source.lines[0]..=source.lines[1]).collect::<Vec<_>>()
        })
        .chain(meeting.delegation.iter().flat_map(|delegation| delegation.source.iter().map(|source| source.lines[0])))
        .collect();
    let missing: Vec<u32> = (1..=21).filter(|line| !lines.contains(line)).collect();
    assert_eq!(missing, [20], "every paragraph but the empty one is cited");
}

#[test]
fn printed_words_are_an_index_in_order_of_words_that_no_text_of_the_record_has() {
    let dataset = dataset();
    let mut count = 0;
    for record in dataset.records() {
        let words: Vec<&str> = record.printed().split(' ').filter(|word| !word.is_empty()).collect();
        let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
        assert!(folded.is_sorted() && record.printed() == words.join(" "), "{}", record.id());
        let texts: &[&str] = match record {
            Record::Action(r) => &[&r.summary.lv, &r.description.lv],
            Record::Meeting(r) => &[&r.about.lv],
            Record::Event(r) => &[&r.text.lv],
            Record::Context(r) => &[&r.text.lv],
            Record::Item(r) => &[&r.text.lv],
            Record::Position(r) => &[&r.text.lv, &r.line.lv],
            Record::Question(r) => &[&r.text.lv],
            Record::Milestone(r) => &[&r.text.lv],
            _ => &[],
        };
        let own = fold(&[record.title(Lang::Lv), &texts.join(" ")].join(" "));
        let own: Vec<&str> = own.split(|c: char| !c.is_alphanumeric()).collect();
        assert!(!folded.iter().any(|word| own.contains(&word.as_str())), "{}: {words:?}", record.id());
        count += words.len();
    }
    assert!(count > 200, "{count}");
}

#[test]
fn nothing_is_said_to_be_official_english_that_was_not_seen_in_print() {
    let dataset = dataset();
    let official = dataset.records().filter(|record| {
        matches!(record, Record::Theme(_) | Record::Action(_)) && record.en_status() == EnStatus::Official
    });
    let numbers: Vec<_> = official.map(|record| record.id().number().to_owned()).collect();
    assert_eq!(numbers, ["1", "1.1"]);
}

#[test]
fn the_built_in_files_have_no_fault_and_are_all_embedded() {
    let files = data_files();
    assert_eq!(store::check(&files, None), []);
    let mut names: Vec<PathBuf> =
        store::builtin::FILES.iter().map(|(name, _, _)| data_folder().join("..").join(name)).collect();
    for name in &mut names {
        *name = name.canonicalize().expect("there");
    }
    names.sort();
    assert_eq!(names, files);
}

#[test]
fn what_is_embedded_is_what_the_files_say_without_blanks_between() {
    for (name, _, text) in store::builtin::FILES {
        let file = std::fs::read_to_string(data_folder().join("..").join(name)).expect("there");
        let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
        assert!(value(text) == value(&file), "{name}");
        assert!(text.len() < file.len() && !text.contains(['\n', '\t']), "{name}");
    }
}

#[test]
fn the_schemas_are_those_of_the_types() {
    let config = ("config", dosje::app::config::Config::schema());
    for (word, schema) in FileKind::ALL.into_iter().map(|kind| (kind.word(), kind.schema())).chain([config]) {
        let path = data_folder().join("schema").join(format!("{word}.json"));
        let stored = std::fs::read_to_string(&path).unwrap_or_default();
        let current = serde_json::to_string_pretty(&schema).expect("JSON") + "\n";
        assert!(stored == current, "stale: cargo run -- schema {word} > data/schema/{word}.json");
    }
}

#[test]
fn the_built_in_files_keep_their_schemas_by_a_foreign_validator_too() {
    for (name, kind, text) in store::builtin::FILES {
        let validator = jsonschema::validator_for(kind.schema().as_value()).expect("a schema");
        let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
        let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    }
}

#[test]
fn every_link_and_every_later_fact_leads_to_a_record() {
    let dataset = dataset();
    let is_there = |id: &serde_json::Value| {
        let id = dosje::domain::RecordId::new(id.as_str().expect("an id"));
        assert!(dataset.record(&id).is_some(), "{id}");
    };
    let file = |name: &str| -> serde_json::Value {
        let text = std::fs::read_to_string(data_folder().join(name)).expect("there");
        serde_json::from_str(&text).expect("JSON")
    };
    let (links, later) = (file("links.json"), file("later.json"));
    for link in links["links"].as_array().expect("links") {
        is_there(&link["from"]);
        is_there(&link["to"]);
    }
    for fact in later["later"].as_array().expect("facts") {
        fact["targets"].as_array().expect("targets").iter().for_each(is_there);
    }
}
