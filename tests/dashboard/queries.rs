//! Queries asked before come back with a key.

use dosje::domain::Lang::{self, En, Lv};
use dosje::domain::kept::Book;
use dosje::domain::kept::{Reason, Unkept};
use dosje::domain::queries::{Change, Queries};

use insta::assert_snapshot;

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
        let script = Script::with_refusal(lang, 100, 24, &unkept).keys("2 / kvantu Enter");
        assert_eq!(script.screen().footer().trim(), said);
        let script = script.keys("/ Ctrl-U gdhcn Enter");
        assert!(!script.screen().footer().contains("queries.json"), "{}", script.screen().footer());
        assert_eq!(line(&script.keys("/ Ctrl-U Up Up")), "kvantu", "remembered as long as the window is open");
    }
}

fn saved_before(lang: Lang, columns: u16, rows: u16) -> Script {
    let saved = [("Ķīna", "partneris:CN"), ("nedēļa", "termiņš:<2027"), ("vārti", "gdhcn")];
    Script::with_queries(lang, columns, rows, queries(&[], &saved))
}

fn save(name: &str, query: &str) -> Change {
    Change::Save { name: name.to_owned(), query: query.to_owned() }
}

#[test]
fn the_standing_query_is_saved_under_a_name_and_it_is_said() {
    for (lang, open, said) in [
        (Lv, "Enter : saglabāt Space Mani Space kvanti Enter", "Vaicājums saglabāts ar nosaukumu „Mani kvanti”."),
        (En, "Enter : save Space Mani Space kvanti Enter", "The query is saved as \"Mani kvanti\"."),
        (En, "Ctrl-T : SAVE Space Mani Space kvanti Enter", "The query is saved as \"Mani kvanti\"."),
        (Lv, "Enter ? :save Space Mani Space kvanti Enter", "Vaicājums saglabāts ar nosaukumu „Mani kvanti”."),
    ] {
        let script = Script::new(lang, 80, 24).keys("2 / kvantu").keys(open);
        assert_eq!(script.kept().last(), Some(&save("Mani kvanti", "kvantu")), "{open}");
        assert_eq!(script.screen().footer().trim(), said, "{open}");
        assert!(script.screen().query().contains("kvantu"), "and is back where it was asked for");
    }
}

#[test]
fn what_saving_would_do_stands_in_the_row_before_it_is_done() {
    let row = |keys: &str| saved_before(Lv, 100, 24).keys("2 / kvantu Ctrl-T").keys(keys).screen().row(2);
    assert!(row("saglabat").starts_with("> :saglabāt               saglabāt vaicājumu „kvantu” ar nosaukumu …  "));
    assert!(row("saglabat Space ab").starts_with("> ab                      saglabāt vaicājumu „kvantu”  "));
    assert!(row("saglabat Space varti").starts_with("> vārti                   saglabāt „kvantu” („gdhcn” vietā)  "));
    assert!(row("aizmirst Space varti").starts_with("> vārti                   aizmirst vaicājumu „gdhcn”  "));
    let nothing = saved_before(Lv, 100, 24).keys(": saglabat Space ab");
    assert!(nothing.screen().row(2).contains("nav vaicājuma, ko saglabāt"));
    let nothing = nothing.keys("Enter");
    assert_eq!(nothing.kept(), []);
    assert!(nothing.screen().query().starts_with(" : saglabat ab"), "and nothing typed is lost");
}

#[test]
fn a_row_that_wants_a_name_waits_for_it_in_the_line() {
    let script = Script::new(Lv, 80, 24).keys("2 / kvantu Ctrl-T ar Space nosauk Enter");
    assert!(script.screen().query().starts_with(" : saglabāt  "), "{}", script.screen().query());
    assert_eq!(script.keys("Enter k v Enter").kept().last(), Some(&save("kv", "kvantu")));
}

#[test]
fn a_saved_query_leads_to_the_list_of_the_tab_it_answers_best() {
    let script = saved_before(Lv, 80, 24).keys("3 j").keys(": varti");
    assert!(script.screen().row(2).starts_with("> vārti "), "{}", script.screen().text());
    assert!(script.screen().row(2).contains("gdhcn"));
    let script = script.keys("Enter");
    assert_eq!((script.selected(), line(&script).as_str()), ("4.5", "gdhcn"));
    assert_eq!(script.screen().cursor(), Some((0, 2)), "on the first row");
    let script = script.keys("[");
    assert!(script.screen().header().contains("Darba kārtība") && line(&script).is_empty(), "and the way back is open");
}

#[test]
fn a_saved_query_is_forgotten_by_its_name() {
    for (keys, name) in [
        (": aizmirst Space kina Enter", "Ķīna"),
        ("? :forget Space Ķīna Enter", "Ķīna"),
        (": forget Enter", "Ķīna"),
        (": aizmirst Down Enter", "nedēļa"),
        (": saglabato Enter ned Enter", "nedēļa"),
    ] {
        let script = saved_before(Lv, 80, 24).keys(keys);
        assert_eq!(script.kept(), [Change::Forget(name.to_owned())], "{keys}");
        assert_eq!(script.screen().footer().trim(), format!("Vaicājums „{name}” aizmirsts."));
        assert!(!script.keys(":").screen().text().contains(name), "{keys}");
    }
}

#[test]
fn what_another_window_saved_is_there_when_the_palette_is_opened() {
    let script = saved_before(Lv, 80, 24).elsewhere(&save("cita", "igf")).keys(": cita");
    assert!(script.screen().row(2).starts_with("> cita "), "{}", script.screen().text());
}

#[test]
fn the_line_of_the_palette_is_edited_like_the_search_line() {
    let script = saved_before(Lv, 80, 24).keys(": XXnedelaYY Left Left Ctrl-K Home Delete Delete Enter");
    assert_eq!(line(&script), "termiņš:<2027");
}

#[test]
fn commands_are_run_by_their_words_from_the_palette() {
    assert_eq!(Script::new(Lv, 80, 24).keys(": iziet Enter").exit(), Some(0), "q is a letter there");
    let script = Script::new(Lv, 80, 24).keys("2 : otra Space valoda Enter");
    assert!(script.screen().header().contains("Actions"));
    let screen = Script::new(En, 80, 24).keys(": back").screen();
    assert!(screen.row(2).contains("back to the place before"), "{}", screen.text());
}

#[test]
fn the_palette_closes_where_it_was_opened() {
    for open in ["2 / kvantu", "2 / kvantu Enter jj", "3 Enter j"] {
        let script = Script::new(Lv, 80, 24).keys(open);
        let before = script.screen();
        for keys in ["Ctrl-T Esc", "Ctrl-T Ctrl-T", "Ctrl-T xyz Esc"] {
            assert!(Script::new(Lv, 80, 24).keys(open).keys(keys).screen() == before, "{open} {keys}");
        }
    }
}

#[test]
fn what_could_not_be_saved_is_said_each_time() {
    let unkept = Unkept { file: "queries.json".to_owned(), reason: Reason::Full };
    let script = Script::with_refusal(En, 80, 24, &unkept).keys("2 / kvantu Enter");
    for name in ["a", "b"] {
        let screen =
            Script::with_refusal(En, 80, 24, &Unkept { file: "queries.json".to_owned(), reason: Reason::Full })
                .keys("2 / kvantu Ctrl-T save Space")
                .keys(name)
                .keys("Enter")
                .screen();
        assert!(screen.footer().contains("queries.json: no room left"), "{}", screen.footer());
    }
    assert!(script.model.recall.unsaved().is_none(), "the history alone is no loss");
    assert!(script.keys(": save Space a Enter").model.recall.unsaved().is_some());
}

#[test]
fn the_palette_is_quiet_and_aligned() {
    let screen = saved_before(Lv, 72, 10).keys("2 / kvantu Enter :").screen();
    assert_snapshot!(screen.styled(2..4), @r"
     1  2 Darbības  3  4  5  6  7                                        LV
     : rakstiet, lai meklētu; Enter izpilda                        Komandas
    > Ķīna                    partneris:CN                        Vaicājumi
      nedēļa                  termiņš:<2027
      vārti                   gdhcn
      :saglabāt               saglabāt vaicājumu „kvantu” ar nosaukumu …
      ! beidzas šogad  < termiņš pagājis  + ir jaunākas ziņas
      ? nav skaidrs  * atzīmēts  ¶ jūsu teksts
      4c27 = 2027. g. 4. ceturksnis
     Enter izpildīt  Esc atpakaļ  F2 English
    ---
    2: reversed: |> Ķīna                    partneris:CN                        Vaicājumi |
    3: cyan: |nedēļa                  |
    3: dim: | |
    ");
    let screen = saved_before(En, 40, 8).keys("2 / kvantu Enter : save Space my Space quantum Space partners").screen();
    assert_snapshot!(screen.styled([]), @r#"
     1  2 Actions  3  4  5  6  7         EN
     : save my quantum partners    Commands
    > my quan…ners save the query "kvantu"


      ! ends this year  < past its window
      + later facts  ? uncertain  * marked
     Enter run  Esc step back  F2 latviski
    ---
    "#);
}
