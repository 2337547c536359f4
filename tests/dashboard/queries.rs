//! Queries asked before come back with a key.

use dosje::domain::Lang::{En, Lv};
use dosje::domain::kept::{Reason, Unkept};
use dosje::domain::queries::{Change, Queries};

use crate::script::Script;

/// Queries of which some were asked and some saved.
pub fn queries(asked: &[&str], saved: &[(&str, &str)]) -> Queries {
    let mut queries = Queries::default();
    for query in asked {
        queries.apply(&remembered(query));
    }
    for (name, query) in saved {
        queries.apply(&Change::Save { name: (*name).to_owned(), query: (*query).to_owned() });
    }
    queries
}

fn remembered(query: &str) -> Change {
    Change::Remember(query.to_owned())
}

fn asked_before() -> Script {
    Script::with_queries(Lv, 80, 24, queries(&["igf", "gdhcn", "kvantu"], &[])).keys("2")
}

/// What stands in the search line.
fn line(script: &Script) -> String {
    script.model.view().input.text().to_owned()
}

#[test]
fn up_in_an_empty_search_line_brings_back_what_was_asked() {
    let script = asked_before().keys("/ Up");
    assert_eq!(line(&script), "kvantu");
    assert!(script.screen().query().contains("5 no 50"), "and answers it: {}", script.screen().query());
    let script = script.keys("Up Up Up");
    assert_eq!(line(&script), "igf", "the oldest stays");
    let script = script.keys("Down Down");
    assert_eq!(line(&script), "kvantu");
    let script = script.keys("Down");
    assert_eq!(
        (line(&script).as_str(), script.screen().cursor()),
        ("", Some((3, 1))),
        "behind the newest, still typing"
    );
}

#[test]
fn an_edited_query_is_typed_and_the_arrows_move_in_the_list_again() {
    let script = asked_before().keys("/ Up Space n Backspace Backspace s Up");
    assert_eq!(line(&script), "kvantus");
    let script = asked_before().keys("/ kvantu Down");
    assert!(script.screen().chosen().starts_with('>') && script.screen().cursor() != Some((9, 1)), "in the list");
    assert_eq!(line(&asked_before().keys("/ Ctrl-P")), "", "keys that only move still do");
}

#[test]
fn arrows_in_an_empty_line_move_in_the_list_where_nothing_was_asked() {
    let script = Script::new(Lv, 80, 24).keys("2 jj / Up");
    assert_eq!((script.selected(), line(&script).as_str()), ("1.2", ""));
    assert!(script.keys("Down j").screen().chosen().contains("1.3 "));
}

#[test]
fn a_query_is_remembered_when_it_is_left_for_the_list_and_moves_to_the_end() {
    for key in ["Enter", "Down", "Tab", "Esc Enter", "Ctrl-C", "Esc q"] {
        let script = asked_before().keys("/ gdhcn").keys(key);
        assert_eq!(script.kept(), [remembered("gdhcn")], "{key}");
        assert_eq!(script.model.recall.queries().history, ["igf", "kvantu", "gdhcn"], "{key}");
    }
}

#[test]
fn a_query_from_the_command_line_is_remembered_once_a_record_is_opened_from_it() {
    let script = Script::with_query(Lv, 80, 24, Some("gdhcn"));
    assert_eq!(script.kept(), []);
    assert_eq!(script.keys("Enter Esc q").kept(), [remembered("gdhcn")], "and only once");
}

#[test]
fn a_letter_a_dropped_query_and_one_the_program_wrote_are_not_remembered() {
    for keys in
        ["2 / k Enter q", "2 / kvantu Esc Esc q", "j Enter Enter q", "j Enter / Enter q", "/ Space Space q Ctrl-C"]
    {
        let script = Script::new(Lv, 80, 24).keys(keys);
        assert_eq!(script.kept(), [], "{keys}");
    }
    let script = Script::new(Lv, 80, 24).keys("j Enter / 5g Enter");
    assert_eq!(script.kept(), [remembered("tēma:1 5g")], "but one the user has added to");
}

#[test]
fn that_nothing_can_be_remembered_is_said_once_with_file_and_reason() {
    let unkept = Unkept { file: "/home/a/queries.json".to_owned(), reason: Reason::ReadOnly };
    for (lang, said) in [
        (Lv, "Vaicājumus nevar saglabāt: /home/a/queries.json: datņu sistēma ir tikai lasāma"),
        (En, "Queries cannot be kept: /home/a/queries.json: read-only file system"),
    ] {
        let script = Script::with_refusal(lang, 100, 24, unkept.clone()).keys("2 / kvantu Enter");
        assert_eq!(script.screen().footer().trim(), said);
        let script = script.keys("/ Ctrl-U gdhcn Enter");
        assert!(!script.screen().footer().contains("queries.json"), "{}", script.screen().footer());
        assert_eq!(line(&script.keys("/ Ctrl-U Up Up")), "kvantu", "remembered as long as the window is open");
    }
}
