//! `dosje brief` and `dosje due --ics`, as typed into a shell.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Output;

use dosje::store::keep;

use crate::home::{dosje, home, text};

fn put(file: &Path, text: &str) {
    keep::export(file, text.as_bytes(), true).expect("written");
}

fn titles(output: &Output) -> Vec<String> {
    let said = text(&output.stdout);
    let number = |line: &str| line.strip_prefix("## ").and_then(|rest| rest.split(' ').next()).map(str::to_owned);
    said.lines().filter_map(number).filter(|title| title != "Saīsinājumi").collect()
}

#[test]
fn without_a_mark_it_says_how_to_mark() {
    let output = dosje(&home(), &["brief", "--lang", "en"]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), ""));
    assert!(text(&output.stderr).contains("hint: open `dosje` and mark records"), "{}", text(&output.stderr));
}

#[test]
fn what_is_marked_is_written_in_its_order() {
    let home = home();
    let own = home.path().join("data/dosje/own");
    std::fs::create_dir_all(&own).expect("a folder");
    let state = r#"{"schema_version":1,"marked":["ids25/6.2","tte-2014-10/Q3","gone/1"],"heading":{"meeting":"Sēde"}}"#;
    put(&own.join("state.json"), state);
    let output = dosje(&home, &["brief"]);
    assert_eq!(titles(&output), ["6.2", "Q3"]);
    assert!(text(&output.stderr).contains("gone/1"), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("- **Sanāksme:** Sēde"));
    let other = dosje(&home, &["brief", "--meeting", "Cita sēde", "--for", "Ministram", "--limit", "3"]);
    assert!(text(&other.stdout).contains("- **Sanāksme:** Cita sēde\n- **Kam paredzēts:** Ministram"));
    put(&own.join("state.json"), "{");
    assert_eq!(dosje(&home, &["brief"]).status.code(), Some(2), "what cannot be read is not nothing");
}

#[test]
fn what_stands_over_the_marked_records_does_not_stand_over_others() {
    let home = home();
    let own = home.path().join("data/dosje/own");
    std::fs::create_dir_all(&own).expect("a folder");
    let heading = r#"{"meeting":"Sēde","date":"rīt","audience":"Ministram","limit":2,"pace_lv":60,"grouping":"theme"}"#;
    let state = format!(r#"{{"schema_version":1,"marked":["tte-2014-10/Q3"],"heading":{heading}}}"#);
    put(&own.join("state.json"), &state);
    let of = |words: &[&str]| text(&dosje(&home, &[&["brief"], words].concat()).stdout).to_owned();
    let marked = of(&[]);
    for kept in ["**Sanāksme:** Sēde", "**Datums:** rīt", "**Kam paredzēts:** Ministram", "atvēlēts 2"] {
        assert!(marked.contains(kept), "{kept}: {marked}");
        assert!(!of(&["Q3"]).contains(kept), "{kept}");
    }
    assert!(of(&["Q3"]).contains("60 vārdu minūtē"), "one speaks as fast at any meeting");
    assert!(of(&["Q3", "--meeting", "Cita"]).contains("**Sanāksme:** Cita"));
}

#[test]
fn what_is_no_time_to_speak_is_refused_in_the_language_of_the_run() {
    let home = home();
    for wrong in ["0.5", "0", "1000", "divas"] {
        let refused = dosje(&home, &["brief", "Q3", "--limit", wrong]);
        assert_eq!((refused.status.code(), text(&refused.stdout)), (Some(2), ""));
        let said = text(&refused.stderr);
        assert!(said.contains(&format!("„{wrong}” nav minūšu skaits")), "{said}");
    }
    assert!(text(&dosje(&home, &["brief", "Q3", "--limit", "3"]).stdout).contains("atvēlēts 3\u{a0}min"));
}

#[test]
fn a_name_brings_what_it_stands_for_and_a_query_what_it_finds() {
    let home = home();
    let of = |words: &[&str]| titles(&dosje(&home, &[&["brief", "--depth", "title"], words].concat()));
    assert_eq!(of(&["6.1", "Q1"])[..2], ["6.1", "Q1"]);
    assert_eq!(of(&["2.4"]), ["2.4.1", "2.4.2", "2.4.3", "2.4.4", "2.4.5"]);
    assert_eq!(of(&["Interneta", "pārvalde"]), ["6.1", "6.2", "6.3", "6.4"]);
    assert_eq!(of(&["japāna"])[..2], ["1.1", "2.1.1"]);
    let meeting = of(&["tte-2014-10"]);
    assert_eq!(meeting[..4], ["Neformālā", "Q1", "Q2", "Q3"], "the meeting, then its agenda");
    let mut actions = meeting[4..].to_vec();
    assert_eq!(actions.len(), 12, "what bears on it, each once");
    actions.sort_unstable();
    assert_eq!(actions, meeting[4..], "in the order of the plan");
    assert_eq!(of(&["kvantu", "japana"]), ["2.4.1"]);
    assert_eq!(dosje(&home, &["brief", "zebra"]).status.code(), Some(1));
}

#[test]
fn a_briefing_says_at_its_head_what_it_is_on_and_who_is_only_named() {
    let head = |asked: &[&str]| {
        let output = dosje(&home(), &[&["brief", "--depth", "short"], asked].concat());
        text(&output.stdout).to_owned()
    };
    let japan = head(&["japan"]);
    assert!(japan.starts_with("# Brīfings\n\n- **Par:** Japāna\n"), "{japan}");
    let words = "- **Tikai minēts tekstā:** Japāna";
    let (with_it, named) = japan.split_once(words).expect("a record that only names it");
    assert!(
        with_it.contains("\n## 2.4.1 ") && with_it.rsplit("\n## ").next().is_some_and(|it| it.starts_with("2.3.5 "))
    );
    assert!(!named.contains("\n## 2.4.1 "), "who is a partner comes first: {named}");
    assert!(!head(&["6.1"]).contains("**Par:**"), "the entry says it itself");
    assert!(head(&["kvantu", "--lang", "en"]).contains("- **On:** kvantu\n"));
}

#[test]
fn a_file_is_for_the_user_alone_and_never_replaced_unasked() {
    let home = home();
    let write = |more: &[&str]| dosje(&home, &[&["brief", "6.1", "--lang", "en", "-o", "brief.md"], more].concat());
    assert_eq!(write(&[]).status.code(), Some(0));
    let file = home.path().join("brief.md");
    let first = std::fs::read(&file).expect("there");
    assert_eq!(std::fs::metadata(&file).expect("there").permissions().mode() & 0o777, 0o600);
    let again = write(&["--depth", "title"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(text(&again.stderr).contains("--force"), "{}", text(&again.stderr));
    assert_eq!(std::fs::read(&file).expect("there"), first);
    assert_eq!(write(&["--depth", "title", "--force"]).status.code(), Some(0));
    assert_ne!(std::fs::read(&file).expect("there"), first);
}

#[test]
fn a_marked_paper_is_only_passed_on_where_that_is_allowed() {
    let home = home();
    let folder = home.path().join("data/dosje/documents");
    std::fs::create_dir_all(&folder).expect("a folder");
    let paper = include_str!("../../data/documents/ids25.json");
    let paper = paper.replacen("\"language\": \"lv\",", "\"language\": \"lv\", \"marking\": \"LIMITE\",", 1);
    put(&folder.join("ids25.json"), &paper);
    for words in [&["brief", "2.4.1", "-o", "x.md"][..], &["due", "--ics"]] {
        let refused = dosje(&home, words);
        assert_eq!((refused.status.code(), text(&refused.stdout)), (Some(2), ""));
        assert!(text(&refused.stderr).contains("„LIMITE”"), "{}", text(&refused.stderr));
        assert!(text(&refused.stderr).contains("--allow-marked"), "{}", text(&refused.stderr));
    }
    assert!(!home.path().join("x.md").exists());
    assert!(text(&dosje(&home, &["show", "ids25"]).stdout).contains("LIMITE"));
    let allowed = dosje(&home, &["brief", "2.4.1", "--allow-marked"]);
    assert!(text(&allowed.stdout).starts_with("**LIMITE**\n"));
    assert!(text(&dosje(&home, &["due", "--ics", "--allow-marked"]).stdout).contains("CLASS:CONFIDENTIAL"));
}

#[test]
fn only_a_briefing_is_in_both_languages() {
    let home = home();
    assert_eq!(dosje(&home, &["brief", "6.1", "--lang", "both"]).status.code(), Some(0));
    for word in ["show", "search"] {
        assert_eq!(dosje(&home, &[word, "6.1", "--lang", "both"]).status.code(), Some(2), "{word}");
    }
}

#[test]
fn deadlines_go_into_a_calendar_as_far_as_they_have_a_date() {
    let home = home();
    let output = dosje(&home, &["due", "--ics", "--today", "2026-11-22", "--lang", "en", "--until", "2026"]);
    let said = text(&output.stdout);
    assert_eq!(said.matches("BEGIN:VEVENT").count(), 6 + 1 + 3, "six milestones, 6.1, and three ends in 2026");
    assert!(
        said.replace("\r\n ", "")
            .contains("SUMMARY;LANGUAGE=en:Might happen by (only a possibility\\, indicative\\, 2026): 2.2.2")
    );
    assert!(said.contains("DTSTAMP:20261122T000000Z"));
}

#[test]
fn an_item_stands_for_what_bears_on_it_unless_it_is_wanted_alone() {
    let home = home();
    let of = |words: &[&str]| titles(&dosje(&home, &[&["brief", "--depth", "title"], words].concat()));
    assert!(of(&["Q3", "6.1"]).len() > 2, "{:?}", of(&["Q3", "6.1"]));
    assert_eq!(of(&["Q3", "6.1", "--alone"]), ["Q3", "6.1"]);
    assert_eq!(of(&["tte-2014-10", "--alone"]).len(), 1);
    assert_eq!(dosje(&home, &["brief", "--alone"]).status.code(), Some(2), "what is marked stands for itself");
}

#[test]
fn how_much_is_shown_of_a_marked_record_is_of_the_marked_records_alone() {
    let home = home();
    let own = home.path().join("data/dosje/own");
    std::fs::create_dir_all(&own).expect("a folder");
    let records = r#"{"ids25/6.1":{"depth":"title","points":["Mana tēze"]}}"#;
    put(&own.join("state.json"), &format!(r#"{{"schema_version":1,"marked":["ids25/6.1"],"records":{records}}}"#));
    let of = |words: &[&str]| text(&dosje(&home, &[&["brief"], words].concat()).stdout).to_owned();
    assert!(!of(&[]).contains("Mana tēze"), "{}", of(&[]));
    assert!(of(&["6.1"]).contains("Mana tēze") && of(&["6.1"]).contains("### Avoti"), "{}", of(&["6.1"]));
    assert!(!of(&["6.1", "--depth", "title"]).contains("Mana tēze"));
}

#[test]
fn a_card_of_an_item_has_the_answers_outcome_and_places_of_its_parts() {
    let home = home();
    let of = |id: &str| text(&dosje(&home, &["show", id]).stdout).to_owned();
    let (item, question) = (of("Q3"), of("OQ1"));
    for answers in ["Varianti", "Neierobežots laiks", "16.–17.12.2025., atbilde"] {
        assert!(item.contains(answers) && question.contains(answers), "{answers}: {item}");
    }
    assert!(item.contains("P3.2, OQ1 · 16.–17.12.2025.") && item.contains("16.–19. rinda"), "{item}");
    assert!(!question.contains(" · 16.–17.12.2025."), "its own needs no number: {question}");
    let meeting = of("tte-2014-10");
    let (_, places) = meeting.rsplit_once("Avots").expect("a source");
    assert!(places.contains("21."), "the delegation stands there: {meeting}");
}
