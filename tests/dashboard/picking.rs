//! One record picked for a script.

use dosje::app::Purpose;
use dosje::domain::Lang::{self, En, Lv};

use crate::script::Script;

fn picking(lang: Lang, query: Option<&str>) -> Script {
    let mut script = Script::with_query(lang, 80, 24, query);
    script.model.purpose = Purpose::Pick;
    script.keys("")
}

fn picked(script: &Script) -> Option<String> {
    script.model.picked.as_ref().map(ToString::to_string)
}

#[test]
fn enter_picks_the_selected_row_from_the_list_and_from_the_search_line() {
    for (keys, id) in [
        ("2 jj Enter", "ids25/1.3"),
        ("2 / kvantu Space japana Enter", "ids25/2.4.1"),
        ("2 / gdhcn Down Enter", "ids25/4.5"),
        ("j Enter", "ids25/T1"),
        ("3 Enter", "tte-2014-10"),
    ] {
        let script = picking(Lv, None).keys(keys);
        assert_eq!((picked(&script).as_deref(), script.exit()), (Some(id), Some(0)), "{keys}");
    }
    let script = picking(Lv, Some("gdhcn")).keys("Enter");
    assert_eq!(picked(&script).as_deref(), Some("ids25/4.5"));
}

#[test]
fn the_footer_says_what_enter_does() {
    for (lang, said) in [(Lv, " Enter izvēlēties"), (En, " Enter pick")] {
        for keys in ["2", "2 / kvantu"] {
            let footer = picking(lang, None).keys(keys).screen().footer();
            assert!(footer.starts_with(said), "{keys}: {footer}");
        }
    }
    let footer = picking(En, None).keys("/ kvantu").screen().footer();
    assert!(footer.contains("Tab to the list"), "{footer}");
    let footer = picking(En, None).keys("2 / qqqq").screen().footer();
    assert!(!footer.contains("pick"), "nothing to pick: {footer}");
}

#[test]
fn a_link_of_a_text_is_followed_and_the_record_it_leads_to_picked() {
    let script = picking(Lv, None).resize(40, 12).keys("3 j z");
    let script = script.keys_until("j", |screen| screen.pointed().contains("6.2 ")).keys("Enter");
    assert_eq!((script.exit(), script.selected()), (None, "6.2"));
    assert_eq!(picked(&script.keys("Esc Enter")).as_deref(), Some("ids25/6.2"));
}

#[test]
fn esc_steps_back_and_leaves_without_a_pick_where_there_is_nothing_to_step_back_from() {
    let mut script = picking(Lv, None).keys("2 / kvantu Esc");
    for still_open in ["Esc", "z", "Esc", "?", "Esc"] {
        assert_eq!(script.exit(), None, "before {still_open}");
        script = script.keys(still_open);
    }
    assert_eq!(script.exit(), None);
    let script = script.keys("Esc");
    assert_eq!((picked(&script), script.exit()), (None, Some(1)));
}

#[test]
fn the_ways_out_without_a_pick_have_their_codes() {
    for (key, code) in [("q", 1), ("Ctrl-C", 130)] {
        let script = picking(Lv, None).keys("2 j").keys(key);
        assert_eq!((picked(&script), script.exit()), (None, Some(code)), "{key}");
        assert_eq!(picking(Lv, None).resize(10, 2).keys(key).exit(), Some(code), "{key}");
    }
}

#[test]
fn nothing_is_picked_where_nothing_is_found_or_seen() {
    let script = picking(Lv, None).keys("2 / qqqq Enter");
    assert_eq!((picked(&script), script.exit()), (None, None));
    let script = picking(Lv, None).resize(10, 2).keys("Enter");
    assert_eq!((picked(&script), script.exit()), (None, None));
}

#[test]
fn a_shell_that_waits_for_the_pick_is_not_left_with_a_stopped_program() {
    assert_eq!(picking(Lv, None).keys("Ctrl-Z / Ctrl-Z ? Ctrl-Z").asked(), (0, 0));
}

#[test]
fn the_text_can_be_read_before_the_pick() {
    let script = picking(En, None).resize(40, 12).keys("2 : open Space the Space record Enter");
    assert!(script.screen().row(2).trim_start().starts_with("1.1"), "{}", script.screen().text());
    assert!(picking(En, None).keys("? pick").screen().text().contains("pick the record"));
}
