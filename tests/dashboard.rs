//! The dashboard as its user meets it: keys in, screens out, without a terminal.

#[path = "dashboard/briefing.rs"]
mod briefing;
#[path = "dashboard/copying.rs"]
mod copying;
#[path = "dashboard/drafts.rs"]
mod drafts;
#[path = "dashboard/following.rs"]
mod following;
#[path = "wire/grammar.rs"]
mod grammar;
#[path = "wire/hostile.rs"]
#[expect(dead_code, reason = "the other half is used on a real terminal")]
mod hostile;
#[path = "dashboard/meeting.rs"]
mod meeting;
#[path = "dashboard/picking.rs"]
mod picking;
#[path = "dashboard/properties.rs"]
mod properties;
#[path = "dashboard/queries.rs"]
mod queries;
#[path = "upheld/query.rs"]
mod query;
#[path = "dashboard/reloading.rs"]
mod reloading;
#[path = "dashboard/script.rs"]
mod script;
#[path = "dashboard/settings.rs"]
mod settings;
#[path = "dashboard/source.rs"]
mod source;
#[path = "dashboard/timeline.rs"]
mod timeline;
#[path = "upheld/untrusted.rs"]
mod untrusted;
#[path = "upheld/dashboard.rs"]
mod upheld;
#[path = "dashboard/wire.rs"]
mod wire;
#[path = "dashboard/writing.rs"]
mod writing;

use std::collections::BTreeSet;

use dosje::app::command::COMMANDS;
use dosje::app::{Arrival, Command, Context, Keymap, Msg, Row};
use dosje::card::{Block, Reading, card};
use dosje::domain::Lang::{self, En, Lv};
use dosje::domain::ladder::Order;
use dosje::domain::{EnStatus, Record, RecordId};
use dosje::i18n::messages;
use insta::assert_snapshot;
use script::{Script, dataset};
use unicode_width::UnicodeWidthStr;

/// One window of each class, from the widest to the least.
const SIZES: [(u16, u16); 4] = [(120, 36), (80, 24), (40, 12), (20, 5)];

/// High enough to hold any list of the built-in data whole.
const TALL: (u16, u16) = (120, 140);

fn latvian(columns: u16, rows: u16) -> Script {
    Script::new(Lv, columns, rows)
}

fn english(columns: u16, rows: u16) -> Script {
    Script::new(En, columns, rows)
}

/// The first word of each row of the list: the numbers, where the records have them.
fn numbers(script: &Script) -> Vec<String> {
    let rows = script.screen().list();
    let first = rows.iter().filter_map(|row| row.get(1..)?.split_whitespace().next().map(str::to_owned));
    first.collect()
}

fn found(tab: &str, typed: &str) -> Vec<String> {
    numbers(&latvian(TALL.0, TALL.1).keys(&format!("{tab} / {typed}")))
}

fn first_found(tab: &str, typed: &str) -> String {
    found(tab, typed).into_iter().next().unwrap_or_default()
}

// What is listed.

#[test]
fn the_first_tab_lists_the_paper_and_its_ten_themes() {
    let script = latvian(TALL.0, TALL.1);
    let listed = numbers(&script);
    assert_eq!(listed, ["Notiekošās", "1", "2", "2.1", "2.2", "2.3", "2.4", "3", "4", "5", "6"]);
}

#[test]
fn the_second_tab_lists_fifty_actions_in_the_order_of_the_paper() {
    let listed = numbers(&latvian(TALL.0, TALL.1).keys("2"));
    let dataset = dataset();
    let printed: Vec<_> = dataset.actions().map(|action| action.id.number()).collect();
    assert_eq!(listed.len(), 50);
    assert_eq!(listed, printed);
}

#[test]
fn the_third_tab_lists_every_part_of_the_meeting() {
    let screen = latvian(TALL.0, TALL.1).keys("3").screen();
    let rows = screen.list();
    let dataset = dataset();
    for meeting in dataset.meetings() {
        for record in dataset.records().filter(|record| record.id().collection() == meeting.id.as_str()) {
            let title = record.title(Lv);
            let beginning: String = title.chars().take(24).collect();
            assert!(rows.iter().any(|row| row.contains(&beginning)), "{}: {title}", record.id());
        }
    }
}

#[test]
fn the_last_key_leads_to_the_last_record_and_the_first_back() {
    let script = latvian(80, 24).keys("2 G");
    assert!(script.screen().chosen().starts_with("> 6.4 "), "{}", script.screen().text());
    assert!(script.keys("g").screen().chosen().starts_with("> 1.1 "));
}

// Finding.

#[test]
fn words_are_found_without_their_marks_and_in_any_order() {
    for typed in ["kvantu Space japana", "japana Space kvantu", "JAPĀNA Space KVANTU"] {
        assert_eq!(first_found("2", typed), "2.4.1");
        assert!(latvian(80, 24).keys(&format!("2 / {typed}")).screen().query().contains("1 no 50"));
    }
}

#[test]
fn an_abbreviation_finds_its_action() {
    assert_eq!(first_found("2", "gdhcn"), "4.5");
}

#[test]
fn an_english_word_finds_the_action_in_a_latvian_list() {
    assert_eq!(found("2", "ransomware").first().map(String::as_str), Some("3.6"));
}

#[test]
fn two_words_of_the_agenda_find_the_question_and_the_position_on_it() {
    let found = found("3", "igf Space mandate");
    assert!(found.contains(&"OQ1".to_owned()) && found.contains(&"P3.2".to_owned()), "{found:?}");
}

#[test]
fn a_thing_and_a_country_find_the_action_that_joins_them() {
    assert_eq!(found("2", "kiberrezerve Space moldova").first().map(String::as_str), Some("3.3"));
}

#[test]
fn a_number_finds_its_action_alone() {
    assert_eq!(found("2", "2.4.1"), ["2.4.1"]);
}

#[test]
fn the_number_of_a_theme_finds_its_actions_and_no_others() {
    assert_eq!(found("2", "2.2"), ["2.2.1", "2.2.2", "2.2.3", "2.2"], "its actions, then the theme itself");
}

#[test]
fn the_search_says_how_many_of_all_it_has_found() {
    assert!(latvian(80, 24).keys("2 / gdhcn").screen().query().ends_with(" 1 no 50 · citās cilnēs 2"));
    assert!(english(80, 24).keys("2 / gdhcn").screen().query().ends_with(" 1 of 50 · in other tabs 2"));
}

#[test]
fn a_search_without_an_answer_says_so_and_esc_brings_all_rows_back() {
    let script = latvian(80, 24).keys("2 / qqqq");
    assert!(script.screen().text().contains("Nekas nav atrasts"));
    assert!(script.keys("Esc Esc").screen().chosen().starts_with("> 1.1 "));
}

#[test]
fn a_query_from_the_command_line_shows_its_best_answer_at_once() {
    let script = Script::with_query(Lv, 80, 24, Some("gdhcn"));
    assert!(script.screen().chosen().starts_with("> 4.5 "), "{}", script.screen().text());
}

#[test]
fn a_query_from_the_command_line_without_an_answer_waits_in_the_search_line() {
    let script = Script::with_query(Lv, 80, 24, Some("qqqq"));
    assert_eq!(script.screen().cursor(), Some((7, 1)));
    assert!(script.screen().text().contains("Nekas nav atrasts"));
}

#[test]
fn matches_are_marked_on_the_letters_as_they_are_printed() {
    for (typed, number, marked) in [
        ("japana", "2.4.1", "Japāna"),
        ("KVANTU", "2.4.3", "kvantu"),
        ("kiberdrosiba", "3.9", "kiberdrošība"),
        ("izspiedejprogrammatura", "3.6", "izspiedējprogrammatūra"),
        ("velesanu", "5.5", "vēlēšanu"),
    ] {
        let script = latvian(160, 36).keys(&format!("2 / {typed} Space {number}"));
        assert_eq!(script.selected(), number, "{typed}");
        assert_eq!(script.screen().marked_in_list().first().map(String::as_str), Some(marked), "{typed}");
    }
}

#[test]
fn matches_are_marked_in_the_text_too() {
    let screen = latvian(80, 40).keys("2 / gdhcn").screen();
    assert!(!screen.marked_in_detail().is_empty());
    assert!(screen.marked_in_detail().iter().all(|marked| marked == "GDHCN"), "{:?}", screen.marked_in_detail());
}

#[test]
fn nothing_is_marked_without_a_query() {
    let screen = latvian(120, 36).keys("2 / kvantu Esc Esc").screen();
    assert!(screen.marked_in_list().is_empty() && screen.marked_in_detail().is_empty());
}

#[test]
fn a_code_that_is_spelt_like_a_small_word_is_marked_only_in_capitals() {
    let screen = latvian(120, 36).keys("2 /").paste("UN kiber").keys("Enter").screen();
    let marked = [screen.marked_in_list(), screen.marked_in_detail()].concat();
    assert!(marked.iter().any(|word| word.to_lowercase().starts_with("kiber")), "{marked:?}");
    assert!(!marked.iter().any(|word| word == "un"), "{marked:?}");
}

#[test]
fn a_row_found_only_in_the_other_language_says_so_unless_the_word_is_called_otherwise_in_this_one() {
    let row = |query: &str, number: &str| {
        let text = latvian(120, 36).keys("2 /").paste(query).screen().text();
        let row = text.lines().skip(2).find(|line| line.contains(number)).map(str::to_owned);
        row.unwrap_or_else(|| panic!("{number} among the answers to {query}"))
    };
    assert!(row("submarine", "1.1 ").contains("angliski: submarine"));
    assert!(row("aims", "2.4.1").contains("angliski: aims"));
    // The text has "MI".
    assert!(row("AI", "2.1.8").contains("4c25–26"), "{}", row("AI", "2.1.8"));
    assert!(!row("AI", "2.1.8").contains("angliski"));
    let screen = latvian(120, 36).keys("2 /").paste("ai").keys("Enter").screen();
    assert!(screen.marked_in_list().contains(&"MI".to_owned()), "{:?}", screen.marked_in_list());
    assert!(screen.marked_in_detail().contains(&"MI".to_owned()), "{:?}", screen.marked_in_detail());
}

#[test]
fn the_next_match_is_pointed_at_in_the_text() {
    let script = latvian(80, 24).keys("2 / kvantu Enter n");
    assert!(script.screen().pointed().to_lowercase().contains("kvantu"), "{}", script.screen().text());
}

#[test]
fn a_text_without_the_word_says_so_until_the_next_key() {
    let script = latvian(80, 24).keys("2 / theme:1 Enter n");
    assert!(script.screen().footer().contains("Šajā tekstā meklētā vārda nav."));
    for key in ["n", "N", "i"] {
        let footer = latvian(120, 36).keys("2").keys(key).screen().footer();
        assert!(footer.contains("Nekas nav meklēts; / sāk meklēšanu"), "{key}: {footer}");
    }
    assert!(script.keys("j").screen().footer().contains("Enter atvērt"));
}

#[test]
fn letters_are_text_in_the_search_line_and_keys_outside_it() {
    let script = latvian(80, 24).keys("2 / qLz?");
    assert_eq!(script.exit(), None);
    assert!(script.screen().query().starts_with(" / qLz?"));
}

#[test]
fn a_line_of_text_is_edited_as_in_a_shell() {
    for (typed, left) in [
        ("kvantu Space japana Ctrl-W", " / kvantu"),
        ("kvantu Ctrl-U japana", " / japana"),
        ("kvantu Home x", " / xkvantu"),
        ("kvantu Left Left Ctrl-K", " / kvan"),
        ("kvantu Backspace Backspace ū", " / kvanū"),
        ("kvantu Ctrl-A Delete Ctrl-E s", " / vantus"),
    ] {
        let query = latvian(80, 24).keys(&format!("2 / {typed}")).screen().query();
        assert_eq!(query.split("  ").next(), Some(left), "{typed}");
    }
}

// Moving about.

#[test]
fn query_and_row_are_kept_on_each_tab() {
    let script = latvian(80, 24).keys("2 / kvantu Enter j j");
    let before = script.screen();
    let after = script.keys("3 / igf Enter G 1 j 2").screen();
    assert_eq!((after.query(), after.chosen()), (before.query(), before.chosen()));
}

#[test]
fn the_place_in_a_text_is_kept_on_each_tab() {
    let script = latvian(80, 24).keys("2 jjjjj Enter PgDn");
    let line = |script: &Script| script.screen().detail().first().map(|line| line.replace('>', " "));
    let before = line(&script);
    let top = line(&latvian(80, 24).keys("2 jjjjj"));
    assert_ne!(before, top, "the text is long enough to be scrolled");
    assert_eq!(line(&script.keys("3 j 2")), before);
}

#[test]
fn another_record_is_read_from_its_top() {
    let script = latvian(80, 24).keys("2 jjjjj Enter PgDn Esc j");
    assert!(script.screen().detail().first().is_some_and(|line| line.trim_start().starts_with("2.1.2  ")));
}

#[test]
fn esc_steps_from_the_text_to_the_list_to_all_rows_and_no_further() {
    let script = latvian(40, 12).keys("2 / kvantu Enter j Enter");
    let number = script.selected().to_owned();
    assert!(script.screen().row(2).trim_start().starts_with(&number), "the text is open");
    let script = script.keys("Esc");
    assert!(script.screen().chosen().contains(&number), "the list with its query");
    assert!(script.screen().query().contains("kvantu"));
    let script = script.keys("Esc");
    assert!(script.screen().chosen().contains(&number), "the list without it, on the same row");
    assert!(!script.screen().query().contains("kvantu"));
    let before = script.screen();
    assert!(script.keys("Esc").screen() == before);
}

#[test]
fn esc_never_quits() {
    for start in ["", "/", "/ kvantu", "2 Enter", "2 Enter z", "?", "? valoda", "/ F1", "3 jjjj Enter Enter"] {
        let script = latvian(80, 24).keys(start).keys("Esc Esc Esc Esc Esc Esc");
        assert_eq!(script.exit(), None, "{start}");
    }
}

#[test]
fn a_key_that_comes_glued_to_esc_is_heard_after_it() {
    let glued = latvian(80, 24).keys("2 / kvantu Enter Enter Alt-j").screen();
    assert!(glued == latvian(80, 24).keys("2 / kvantu Enter Enter Esc j").screen(), "{}", glued.text());
}

#[test]
fn q_quits_and_ctrl_c_interrupts_from_anywhere() {
    assert_eq!(latvian(80, 24).keys("q").exit(), Some(0));
    for start in ["", "/", "2 Enter", "?"] {
        assert_eq!(latvian(80, 24).keys(start).keys("Ctrl-C").exit(), Some(130), "{start}");
    }
}

#[test]
fn enter_on_a_theme_shows_its_actions() {
    let script = latvian(120, 36).keys("jj");
    assert!(script.screen().chosen().contains("Jauntehnoloģijas"));
    let script = script.keys("Enter");
    let listed = numbers(&script);
    assert_eq!(listed.len(), 21);
    assert!(listed.iter().all(|number| number.starts_with("2.")), "{listed:?}");
}

#[test]
fn the_way_back_leads_to_the_same_row_and_the_way_forward_to_the_actions() {
    let script = latvian(120, 36).keys("jjjj");
    let theme = script.screen();
    let script = script.keys("Enter j");
    let action = script.screen();
    let script = script.keys("[");
    assert_eq!(script.screen().list(), theme.list());
    let script = script.keys("]");
    assert_eq!(script.screen().list(), action.list());
}

#[test]
fn the_keys_that_need_no_altgr_lead_back_too() {
    for key in ["Backspace", "Alt-Left"] {
        let script = latvian(120, 36).keys("jj Enter").keys(key);
        assert!(script.screen().chosen().contains("Jauntehnoloģijas"), "{key}");
    }
}

#[test]
fn there_is_no_way_back_from_the_start_and_it_is_said() {
    assert!(latvian(80, 24).keys("[").screen().footer().contains("nav kur iet"));
}

/// The agenda's first question, with the link to an action chosen.
fn at_a_link(script: Script) -> Script {
    script.keys("3 j Enter").keys_until("j", |screen| screen.pointed().contains("6.2 "))
}

#[test]
fn a_link_of_an_agenda_item_leads_to_the_action_and_back() {
    for (columns, rows) in [(120, 36), (80, 24), (40, 12)] {
        let script = at_a_link(latvian(columns, rows)).keys("Enter");
        assert_eq!(script.selected(), "6.2");
        assert!(script.screen().detail().first().is_some_and(|line| line.trim_start().starts_with("6.2")), "{columns}");
        let script = script.keys("[");
        assert_eq!(script.selected(), "Q1", "{columns}");
    }
}

#[test]
fn the_way_back_leads_to_the_link_that_was_followed() {
    let script = at_a_link(latvian(80, 24));
    let before = script.screen();
    let after = script.keys("Enter [").screen();
    assert_eq!(after.detail(), before.detail());
}

#[test]
fn the_way_back_shows_the_text_in_a_window_that_has_grown_since() {
    let lines = |script: &Script| script.screen().detail().iter().filter(|line| !line.is_empty()).count();
    let script = at_a_link(latvian(40, 12)).keys("Enter").resize(120, 36).keys("[");
    let shown = lines(&script);
    assert_eq!(shown, lines(&script.keys("G")), "as many as at the end of the text");
}

#[test]
fn every_link_of_a_text_can_be_reached_with_one_key() {
    for (keys, links) in
        [("3 Enter", 1 + 3 + 6 + 7 + 7 + 2 + 18 + 1), ("Enter", 6), ("3 / q3 Enter Enter", 5 + 1 + 8 + 1 + 4 + 1)]
    {
        let mut script = latvian(40, 12).keys(keys);
        let mut reached = BTreeSet::new();
        for _ in 0..200 {
            reached.extend(script.model.view().link);
            script = script.keys("j");
        }
        assert_eq!(reached.len(), links, "{keys}");
    }
}

#[test]
fn every_line_of_a_text_can_be_read_with_one_key() {
    let mut script = latvian(40, 12).keys("3 Enter");
    let whole: Vec<String> = script.model.text().lines.iter().map(|line| line.text().trim_end().to_owned()).collect();
    let mut read = BTreeSet::new();
    for _ in 0..whole.len() * 2 {
        let lines = script.screen().detail();
        read.extend(lines.iter().map(|line| line.chars().skip(3).filter(|c| !"↑↓".contains(*c)).collect::<String>()));
        script = script.keys("j");
    }
    let read: BTreeSet<&str> = read.iter().map(|line| line.trim_end()).collect();
    for line in &whole {
        assert!(read.contains(line.as_str()), "{line}");
    }
}

#[test]
fn zooming_gives_one_pane_the_window_and_takes_it_back() {
    let script = latvian(80, 24).keys("2");
    let both = script.screen();
    let script = script.keys("z");
    assert_eq!(script.screen().list().len(), 21);
    assert!(script.keys("z").screen() == both);
}

#[test]
fn zooming_twice_changes_nothing_in_a_window_of_one_pane() {
    let script = latvian(40, 12).keys("2");
    let before = script.screen();
    assert_eq!(script.keys("z z").screen().text(), before.text());
}

#[test]
fn keys_that_come_at_once_do_what_they_do_one_by_one() {
    let keys = "2 / kvantu Enter j Enter PgDn L [ 3 jjj Enter";
    assert!(latvian(80, 24).burst(keys).screen() == latvian(80, 24).keys(keys).screen());
}

#[test]
fn a_burst_of_keys_is_drawn_once() {
    let draws = |keys: &str| latvian(80, 24).burst(keys).draws();
    assert_eq!(draws("2jjjjjjjj"), draws("2"));
}

#[test]
fn the_tabs_follow_one_another_round() {
    let script = latvian(80, 24);
    let first = script.screen();
    assert_eq!(script.keys("Tab l Right Tab l Tab Tab").screen().text(), first.text());
    assert_eq!(latvian(80, 24).keys("Shift-Tab h Left h h Left h").screen().text(), first.text());
}

#[test]
fn rows_can_be_chosen_while_typing() {
    let script = latvian(80, 24).keys("2 / kvantu Ctrl-N Ctrl-N");
    let third = numbers(&script).get(2).cloned();
    assert_eq!(Some(script.selected().to_owned()), third);
    assert!(script.keys("s").screen().query().starts_with(" / kvantus"), "and the line stays open");
}

#[test]
fn a_search_begun_in_a_text_shows_the_list() {
    let script = latvian(40, 12).keys("2 Enter / gdhcn");
    assert!(script.screen().chosen().starts_with("> 4.5"), "{}", script.screen().text());
}

#[test]
fn the_cursor_stays_in_the_window_behind_a_query_longer_than_it() {
    let script = latvian(40, 12).keys("/").paste(&"ļoti gara rinda ".repeat(12));
    assert!(script.screen().cursor().is_some_and(|(x, y)| x < 40 && y == 1));
}

#[test]
fn the_letter_under_the_cursor_is_the_one_that_would_be_deleted() {
    let script = latvian(40, 12).keys("/").paste(&format!("X{}", "abcdefghi ".repeat(12))).keys("Home");
    let screen = script.screen();
    let under = screen.cursor().and_then(|(x, _)| screen.query().chars().nth(usize::from(x)));
    assert_eq!(under, Some('X'), "{}", screen.query());
}

#[test]
fn the_terminals_cursor_stands_where_the_user_works() {
    assert_eq!(latvian(80, 24).keys("2 jj").screen().cursor(), Some((0, 4)), "on the chosen row");
    assert_eq!(latvian(80, 24).keys("2 / kvantu").screen().cursor(), Some((9, 1)), "behind the last letter");
}

#[test]
fn redraw_and_suspend_are_passed_on() {
    assert_eq!(latvian(80, 24).keys("Ctrl-Z / Ctrl-L Ctrl-Z").asked(), (2, 1));
}

// Languages.

#[test]
fn another_language_changes_interface_and_data_and_keeps_the_row() {
    let script = latvian(80, 24).keys("2 jjj");
    assert!(script.screen().header().contains("Darbības"));
    assert!(script.screen().chosen().contains("Valstu un reģionu 5G"));
    let script = script.keys("L");
    assert!(script.screen().header().contains("Actions"));
    assert!(script.screen().chosen().contains("National and regional 5G"));
    assert_eq!(script.selected(), "1.4");
}

#[test]
fn another_language_keeps_query_and_rows() {
    let script = latvian(80, 24).keys("2 / kvantu Enter j");
    let records = |script: &Script| script.model.view().rows.iter().collect::<Vec<_>>();
    let (before, row) = (records(&script), script.selected().to_owned());
    let script = script.keys("L");
    assert_eq!((records(&script), script.selected()), (before, row.as_str()));
}

#[test]
fn another_language_twice_is_the_same_screen() {
    let script = latvian(80, 24).keys("3 jjjj");
    let before = script.screen();
    assert!(script.keys("L L").screen() == before);
}

// Help.

#[test]
fn help_lists_every_command_in_both_languages_whole_in_80_columns() {
    for (lang, columns) in [(Lv, 80), (En, 80), (Lv, TALL.0), (En, TALL.0)] {
        let text = Script::new(lang, columns, TALL.1).keys("?").screen().text();
        for about in COMMANDS.iter().filter(|about| about.command != Command::Pick) {
            let line = text.lines().find(|line| line.contains(about.help(lang)));
            let key = Keymap::default().all_keys(about.command).next().expect("bound").to_string();
            assert!(line.is_some_and(|line| line.contains(&key)), "{}", about.help(lang));
        }
    }
}

#[test]
fn help_is_searched_by_typing_without_marks() {
    let screen = latvian(80, 24).keys("? nakama Space cilne").screen();
    assert!(screen.row(2).contains("nākamā cilne"), "{}", screen.text());
    assert_eq!(screen.row(3), "");
}

#[test]
fn help_is_searched_by_key() {
    let screen = latvian(80, 24).keys("? alt-down").screen();
    assert!(screen.row(2).contains("ieraksts brīfingā zemāk"), "{}", screen.text());
    assert_eq!(screen.row(3), "");
}

#[test]
fn a_search_of_the_help_without_an_answer_says_so() {
    assert!(latvian(80, 24).keys("? xxxx").screen().text().contains("Nekas nav atrasts"));
}

#[test]
fn help_runs_the_command_that_is_picked() {
    let screen = latvian(80, 24).keys("2 ? otra Space valoda Enter").screen();
    assert!(screen.header().contains("Actions"), "{}", screen.text());
    assert!(screen.chosen().starts_with("> 1.1 "), "and is closed");
}

#[test]
fn help_runs_the_command_that_is_moved_to() {
    let script = latvian(80, 24).keys("2 ?");
    let script = script.keys_until("Down", |screen| screen.text().contains("> G  End"));
    assert_eq!(script.keys("Enter").selected(), "6.4");
}

#[test]
fn help_closes_where_it_was_opened() {
    let script = latvian(80, 24).keys("2 / kvantu");
    let before = script.screen();
    let script = script.keys("F1");
    assert!(script.screen().text().contains("rindu uz leju"));
    assert!(script.keys("Esc").screen() == before);
}

// Windows.

#[test]
fn a_window_below_the_least_size_says_so_and_shows_nothing_else() {
    for (columns, rows) in [(19, 24), (80, 4), (19, 4)] {
        let script = latvian(columns, rows);
        assert_eq!(joined([script.screen().text()]), script.model.words().too_small, "{columns}x{rows}");
    }
}

#[test]
fn keys_that_cannot_be_seen_do_nothing() {
    let shrunk = || latvian(80, 24).keys("2 jjj").resize(19, 4);
    let untouched = shrunk().resize(80, 24).screen();
    let touched = shrunk().keys("j G / kvantu Enter L ? Enter z 3 Esc [").paste("igf").resize(80, 24).screen();
    assert_eq!(touched.text(), untouched.text());
}

#[test]
fn the_ways_out_stay_open_in_a_window_below_the_least_size() {
    for start in ["", "/", "2 Enter"] {
        let exit = |key: &str| latvian(80, 24).keys(start).resize(10, 2).keys(key).exit();
        assert_eq!((exit("q"), exit("Ctrl-C")), (Some(0), Some(130)), "{start}");
    }
}

#[test]
fn q_quits_a_window_below_the_least_size_though_the_help_lies_hidden_on_top() {
    assert_eq!(latvian(80, 24).keys("?").resize(10, 2).keys("q").exit(), Some(0));
}

#[test]
fn a_window_may_shrink_and_grow_without_losing_the_place() {
    let script = latvian(120, 36).keys("2 / kiber Enter jjj");
    let before = script.screen();
    let script = script.resize(80, 24).resize(40, 12).resize(20, 5).resize(5, 1).resize(120, 36);
    assert_eq!(script.screen().chosen(), before.chosen());
}

#[test]
fn a_window_that_shrinks_before_it_says_so_is_drawn_all_the_same() {
    let script = latvian(120, 36).keys("2 Enter").shrink_unnoticed(20, 5).keys("j Esc j ?");
    assert_eq!(script.exit(), None);
}

/// Selects every record of every tab in turn and opens it; the check sees the list, then the end of the text.
fn every_record(lang: Lang, size: (u16, u16), mut check: impl FnMut(&Script)) {
    for (tab, rows) in [("1", 11), ("2", 50), ("3", 42)] {
        let mut script = Script::new(lang, size.0, size.1).keys(tab);
        for row in 0..rows {
            // Enter on a theme leads to its actions instead of its text.
            let opens = tab != "1" || row == 0;
            if !opens || size.0 < 60 {
                check(&script);
            }
            if opens {
                script = script.burst("Enter G");
                check(&script);
            }
            script = script.burst("Esc j");
        }
    }
}

#[test]
fn every_record_can_be_shown_in_every_window_and_language() {
    for lang in [Lv, En] {
        for size in SIZES {
            let mut shown = BTreeSet::new();
            every_record(lang, size, |script| {
                shown.extend(script.model.selected().map(|record| record.id().clone()));
                let screen = script.screen();
                let text = screen.text();
                assert!(text.lines().all(|line| line.width() <= usize::from(size.0)), "{size:?}\n{text}");
                let is_open = script.model.shows_text();
                assert!(!is_open || screen.detail().iter().any(|line| !line.is_empty()), "{size:?}\n{text}");
            });
            assert_eq!(shown.len(), 11 + 50 + 42, "{lang:?} {size:?}");
        }
    }
}

#[test]
fn no_line_of_a_text_is_cut_at_the_edge_of_its_pane() {
    for lang in [Lv, En] {
        for size in SIZES {
            for tab in ["1", "2", "3"] {
                let mut script = Script::new(lang, size.0, size.1).keys(tab);
                for row in 0..script.model.view().rows.len() {
                    script.model.select(row);
                    let room = script.model.layout().map_or(0, |layout| usize::from(layout.detail().width) - 1);
                    for line in script.model.text().lines {
                        let text = line.text();
                        assert!(text.width() <= room, "{lang:?} {size:?} {}: |{text}|", script.selected());
                    }
                }
            }
        }
    }
}

#[test]
fn the_mark_at_the_edge_of_a_row_is_there_in_every_window() {
    let marks = |columns| {
        let rows = latvian(columns, TALL.1).keys("2").screen().list();
        let mark = |row: &String| row.chars().last().filter(|c| "!<?+".contains(*c));
        rows.iter().take_while(|row| !row.is_empty()).map(mark).collect::<Vec<_>>()
    };
    let wide = marks(99);
    assert!(wide.iter().flatten().count() > 5);
    for columns in [20, 30, 40, 59, 60, 80] {
        assert_eq!(marks(columns), wide, "{columns}");
    }
}

#[test]
fn the_footer_holds_whole_entries_at_every_width() {
    for (lang, context, keys) in [
        (Lv, Context::Browse, "2 / kvantu Enter j Enter"),
        (En, Context::Browse, "2 / kvantu Enter j Enter"),
        (Lv, Context::Search, "2 / kvantu"),
        (En, Context::Search, "2 / kvantu"),
        (Lv, Context::Palette, "?"),
        (En, Context::Palette, "?"),
    ] {
        let keymap = Keymap::default();
        let entries: Vec<String> = COMMANDS
            .iter()
            .filter_map(|about| Some(format!("{} {}", keymap.keys(context, about.command).next()?, about.short(lang)?)))
            .chain([format!("Enter {}", messages(lang).run)])
            .collect();
        let mut script = Script::new(lang, 20, 24).keys(keys);
        for columns in (20..=110).step_by(3) {
            script = script.resize(columns, 24);
            let footer = script.screen().footer();
            assert!(!footer.is_empty(), "{lang:?} {context:?} {columns}");
            for entry in footer.split("  ").map(str::trim) {
                assert!(entries.iter().any(|whole| whole == entry), "{lang:?} {columns}: |{footer}|");
            }
        }
    }
}

#[test]
fn a_notice_is_never_cut_at_the_edge_of_the_window() {
    for columns in [20, 30, 36] {
        let footer = latvian(columns, 12).keys("[").screen().footer();
        assert!(footer.width() < usize::from(columns) && footer.ends_with("iet."), "{columns}: |{footer}|");
    }
}

#[test]
fn a_notice_is_whole_at_every_size_and_gone_with_the_next_key() {
    let said = "Jūsu datnēs 3 kļūdas (documents/own.json); kļūdainais nav ielādēts. Visas: dosje check  \
                NAV SAGLABĀTS: diskā nav vietas (~/.local/share/dosje/annotations.json)";
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    for (columns, rows) in [(120, 36), (80, 24), (60, 16), (40, 12)] {
        for keys in ["2", "2 Enter", "3 M", "2 /", "?"] {
            let mut script = latvian(columns, rows).keys(keys);
            let before = script.screen();
            script.model.notice = Some(said.to_owned());
            let script = script.resize(columns, rows);
            let foot = (2..rows).map(|row| script.screen().row(row)).collect::<Vec<_>>().join(" ");
            let (foot, said) = (words(&foot), words(said));
            // A long name is broken where it must be.
            assert!(foot.concat().ends_with(&said.concat()), "{columns}x{rows} {keys}: {foot:?}");
            let after = script.keys("F2 F2").screen();
            assert_eq!(after.text(), before.text(), "{columns}x{rows} {keys}");
        }
    }
}

#[test]
fn a_notice_never_lies_over_what_is_selected() {
    let said = "Jūsu datnēs 3 kļūdas (documents/own.json); kļūdainais nav ielādēts. Visas: dosje check";
    for (columns, rows) in [(120, 36), (80, 24), (40, 12), (24, 9)] {
        for keys in ["2 G", "2 Enter G", "2", "?", "? Up"] {
            let mut script = latvian(columns, rows).keys(keys);
            let (before, is_listed) = (script.screen(), keys.starts_with("2 G") || keys == "2");
            script.model.notice = Some(said.to_owned());
            let screen = script.resize(columns, rows).screen();
            let all: String = screen.text().split_whitespace().collect();
            assert!(all.contains(&said.split_whitespace().collect::<String>()), "{columns}x{rows} {keys}: {all}");
            let selected =
                if is_listed { [before.chosen(), screen.chosen()] } else { [before.pointed(), screen.pointed()] };
            assert_eq!(selected[0], selected[1], "{columns}x{rows} {keys}");
        }
    }
}

#[test]
fn a_question_and_what_stands_in_an_empty_list_are_whole_in_a_narrow_window() {
    let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let tray = words(latvian(40, 12).keys("6").screen().text());
    assert!(tray.contains("nekas nav atzīmēts: Space atzīmē ierakstu, b visu izvēlēto"), "{tray}");
    let path = "mape/ar-garu-nosaukumu/sanaksmes-brifings.md";
    let asked = || latvian(40, 12).keys("2 Space x Enter Ctrl-U").paste(path).keys("Enter x Enter Ctrl-U").paste(path);
    let script = asked().keys("Enter");
    let text: String = script.screen().text().split_whitespace().collect();
    assert!(text.contains(&format!("Jauir.Aizstāt(j/n)?{path}")), "{text}");
    assert_eq!(
        script.keys("n").screen().row(9).trim(),
        asked().keys("Esc").screen().row(9).trim(),
        "answered, it goes"
    );
}

#[test]
fn the_name_of_the_present_tab_is_whole_or_visibly_shortened() {
    for (lang, names) in [(Lv, ["Tēmas", "Darbības", "Darba kārtība"]), (En, ["Themes", "Actions", "Agenda"])] {
        for (tab, name) in names.iter().enumerate() {
            for columns in [20, 24, 30, 40, 60, 80, 120] {
                let header = Script::new(lang, columns, 24).keys(&format!("{}", tab + 1)).screen().header();
                assert!(header.contains(name) || header.contains('…'), "{columns}: |{header}|");
            }
        }
    }
}

#[test]
fn the_tabs_are_named_on_each_of_them() {
    for (lang, name) in [(Lv, "2 Darbības"), (En, "2 Actions")] {
        for tab in ["1", "2", "3", "4", "5", "6", "7"] {
            let header = Script::new(lang, 80, 24).keys(tab).screen().header();
            assert!(header.contains(name), "{tab}: |{header}|");
        }
    }
}

#[test]
fn the_hint_of_the_search_line_is_whole_or_visibly_shortened() {
    for (lang, hint) in [(Lv, "rakstiet, lai meklētu; Enter izpilda"), (En, "type to search; Enter runs the pick")] {
        for columns in [20, 40, 80] {
            let query = Script::new(lang, columns, 24).keys("?").screen().query();
            assert!(query.contains(hint) || query.contains('…'), "{columns}: |{query}|");
        }
    }
}

// Pasted text.

#[test]
fn pasted_text_never_runs_as_commands() {
    let script = latvian(80, 24).keys("2 jj");
    let before = script.screen();
    let script = script.paste("q").paste("\u{3}").paste("j\nG\rLq").paste("3\t?");
    assert_eq!(script.exit(), None);
    assert!(script.screen() == before);
}

#[test]
fn pasted_text_is_looked_for_in_the_search_line() {
    let script = latvian(80, 24).keys("2 /").paste("kvantu\njapāna");
    assert!(script.screen().query().starts_with(" / kvantu japāna  "));
    assert_eq!(script.selected(), "2.4.1");
}

#[test]
fn an_entry_that_is_the_first_already_is_said_to_go_no_further() {
    let script = latvian(80, 24).keys("2 Space j Space 6 K");
    assert!(script.screen().footer().contains("nav kur iet"), "{}", script.screen().footer());
    let script = script.keys("j J");
    assert!(script.screen().footer().contains("nav kur iet"), "{}", script.screen().footer());
}

#[test]
fn a_text_too_long_for_a_search_line_is_said_to_be() {
    let script = latvian(80, 24).keys("2 /").paste(&"kvantu ".repeat(100));
    assert!(script.screen().footer().contains("Teksts ir pārāk garš"), "{}", script.screen().footer());
    assert!(!script.keys("k").screen().footer().contains("pārāk garš"));
    let script = Script::with_query(Lv, 80, 24, Some(&"kvantu ".repeat(100)));
    assert!(script.screen().footer().contains("Teksts ir pārāk garš"), "{}", script.screen().footer());
}

#[test]
fn how_words_were_read_is_said_before_how_many_records_answer() {
    let query =
        |columns| latvian(columns, 24).keys("2 /").paste("jpaana kvatnu").screen().query().trim_end().to_owned();
    let read = "„jpaana” lasīts kā „Japāna” · „kvatnu” lasīts kā „kvantu”";
    assert!(query(80).ends_with(read), "{}", query(80));
    assert!(query(120).ends_with(&format!("{read} · 1 no 50 · citās cilnēs 2")), "{}", query(120));
}

#[test]
fn a_command_is_found_by_its_name_on_the_last_line_and_in_the_settings() {
    for typed in ["eksportēt", "export"] {
        let screen = latvian(120, 36).keys(": ").paste(typed).screen();
        assert!(screen.text().contains("brīfings datnē"), "{typed}: {}", screen.text());
    }
}

#[test]
fn a_line_break_in_pasted_text_runs_nothing_in_the_help() {
    let script = latvian(80, 24).keys("?").paste("iziet\n");
    assert_eq!(script.exit(), None);
    assert!(script.screen().query().contains("iziet"));
}

#[test]
fn pasted_text_cannot_steer_the_terminal() {
    let screen = latvian(80, 24).keys("/").paste("a\u{1b}]0;x\u{7}\u{202e}b").screen();
    assert!(screen.text().chars().all(|c| c == '\n' || !c.is_control()), "{:?}", screen.query());
    assert!(!screen.text().contains('\u{202e}'));
}

// What the data must not be taken for.

#[test]
fn twin_titles_differ_in_the_list_without_their_numbers() {
    for (query, twins) in [("2.2", ["2.2.1", "2.2.2"]), ("5", ["5.3", "5.4"])] {
        for (columns, rows) in [(120, 36), (80, 24), (60, 24)] {
            for lang in [Lv, En] {
                let list = Script::new(lang, columns, rows).keys(&format!("2 / theme:{query} Enter")).screen().list();
                let row_of = |number: &str| list.iter().find_map(|row| row.get(2..)?.strip_prefix(number));
                let [one, other] = twins.map(|number| row_of(number).expect("listed"));
                assert_ne!(one, other, "{columns}");
            }
        }
    }
}

#[test]
fn twin_titles_that_differ_only_at_the_end_show_their_ends() {
    for (columns, rows) in [(120, 36), (80, 24), (60, 24)] {
        let list = latvian(columns, rows).keys("2 / theme:5 Enter").screen().list();
        let row_of = |number: &str| list.iter().find(|row| row.contains(number)).cloned().unwrap_or_default();
        assert!(row_of(" 5.3 ").contains("asaulē "), "{}", row_of(" 5.3 "));
        assert!(row_of(" 5.4 ").contains("eģionos "), "{}", row_of(" 5.4 "));
    }
}

#[test]
fn later_facts_stand_under_a_heading_of_their_own() {
    for (lang, heading) in [(Lv, "Vēlāk notikušais (nav dokumentā)"), (En, "What came later (not in the document)")]
    {
        let detail = Script::new(lang, 120, 60).keys("2 / 3.3").screen().detail();
        let line = |wanted: &str| detail.iter().position(|line| line.contains(wanted));
        let (heading, fact) = (line(heading).expect("heading"), line("2025").expect("the fact carries its date"));
        assert!(heading < fact, "{detail:#?}");
        assert!(detail[heading - 1].is_empty(), "set apart from the document's own text");
        assert!(detail[heading + 1].contains("14"), "with its day");
        assert!(detail.iter().any(|line| line.contains("https://")), "and its address");
    }
}

#[test]
fn a_record_with_later_facts_is_marked_in_the_list() {
    let list = latvian(80, 140).keys("2").screen().list();
    let row = list.iter().find(|row| row.contains(" 3.3 ")).expect("listed");
    assert!(row.ends_with('+'), "{row}");
}

#[test]
fn every_position_and_open_question_carries_the_year_it_is_of() {
    for (lang, words) in [(Lv, "2014. gada nostāja"), (En, "position of 2014")] {
        let mut script = Script::new(lang, 140, 50).keys("3");
        let mut positions = 0;
        for _ in 0..script.model.view().rows.len() {
            if script.selected().starts_with(['P', 'O']) {
                let text = joined(script.screen().detail());
                assert!(text.contains(words), "{}: {text}", script.selected());
                positions += 1;
            }
            script = script.burst("j");
        }
        assert_eq!(positions, 15);
    }
}

#[test]
fn positions_under_an_agenda_item_stand_below_their_year() {
    for (lang, words) in [(Lv, "2014. gada nostāja"), (En, "position of 2014")] {
        for (item, position) in [("Q1", "P1.1"), ("Q2", "P2.1"), ("Q3", "P3.1")] {
            let detail = Script::new(lang, 140, 60).keys(&format!("3 / {item}")).screen().detail();
            let line_of = |wanted: &str| detail.iter().position(|line| line.contains(wanted)).expect(wanted);
            assert!(line_of(words) < line_of(position), "{detail:#?}");
        }
    }
}

#[test]
fn an_english_title_of_our_own_carries_its_mark_and_a_published_one_does_not() {
    for keys in ["1 j", "2"] {
        let mut script = english(140, 60).keys(keys);
        for _ in script.model.view().cursor.selected..script.model.view().rows.len() {
            let record = script.model.selected().expect("chosen");
            let is_marked = heading(&script).ends_with("[our translation]");
            assert_eq!(is_marked, record.en_status() == EnStatus::Own, "{}", record.id());
            script = script.burst("j");
        }
    }
}

#[test]
fn the_english_title_of_a_paper_carries_its_mark_where_it_is_our_own() {
    for keys in ["1", "3 G"] {
        let script = english(140, 60).keys(keys);
        let record = script.model.selected();
        let Some(Record::Document(paper)) = record else { panic!("{keys} leads to a paper") };
        let is_ours = paper.title.as_ref().is_some_and(|title| title.en_status == EnStatus::Own);
        assert_eq!(heading(&script).ends_with("[our translation]"), is_ours, "{}", paper.id);
    }
}

#[test]
fn the_card_of_an_action_names_its_partners_and_terms_once() {
    let dataset = dosje::store::load(None).dataset;
    for lang in [Lang::Lv, Lang::En] {
        for action in dataset.actions() {
            let reading = Reading { lang, today: jiff::civil::date(2026, 11, 22), order: Order::Number };
            let card = card(&dataset, Record::Action(action), reading, None);
            let leads = card.blocks.iter().filter_map(|block| match block {
                Block::Pair { target, .. } => target.as_ref(),
                Block::Link { target, .. } => Some(target),
                _ => None,
            });
            let mut leads: Vec<&RecordId> = leads.filter(|id| ["partner", "term"].contains(&id.collection())).collect();
            let count = leads.len();
            assert!(count > 0, "{}", action.id);
            leads.sort_unstable();
            leads.dedup();
            assert_eq!(leads.len(), count, "{}", action.id);
        }
    }
}

/// The heading of the text.
fn heading(script: &Script) -> String {
    joined(script.screen().detail().into_iter().take_while(|line| !line.is_empty()))
}

/// Lines as the one text they were wrapped from.
fn joined(lines: impl IntoIterator<Item = String>) -> String {
    let words: Vec<String> =
        lines.into_iter().flat_map(|line| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect();
    words.join(" ")
}

// Small screens with their styles.

#[test]
fn a_match_is_underlined_in_the_chosen_row_and_beside_it() {
    let screen = latvian(72, 8).keys("2 / pusvaditaju Enter jj").screen();
    assert_snapshot!(screen.styled([1, 3, 4]), @r#"
     1  2 Darbības  3  4  5  6  7                                        LV
     / pusvaditaju                                 5 no 50 · citās cilnēs 7
      2.3.4 G7 pusvadītāju kontaktpunkta grupa      Daudzpusēji pastāvīgi
      2.3.1 Kopīgi pētniecības un i…usvadītāju jomā JP KR       pastāvīgi
    > 2.3.5 Pasaules pusvadītāju pa…utājumos (GAMS) Daudzpusēji pastāvīgi
      2.3.3 Talantu un kvalificēta…a piesaistīšana  IN          pastāvīgi
      2.3   Pusvadītāji                             Tēma
     Enter atvērt  / meklēt  Esc atpakaļ  ? palīdzība  q iziet  L English
    ---
    1: cyan: | / |
    1: dim: |5 no 50 · citās cilnēs 7 |
    3: cyan: |2.3.1 |
    3: dim: |JP KR|
    3: dim: |pastāvīgi|
    4: reversed: |> 2.3.5 Pasaules |
    4: yellow bold underlined reversed: |pusvadītāju|
    4: reversed: | pa…utājumos (GAMS) Daudzpusēji pastāvīgi   |
    "#);
}

#[test]
fn a_chosen_link_is_reversed_and_has_a_marker() {
    let screen = english(60, 8).keys("2 / 2.4.1 Enter Enter jjj").screen();
    assert_snapshot!(screen.styled([3, 4, 5]), @r#"
     1  2 Actions  3  4  5  6  7                             EN
     / 2.4.1                                            1 of 50
                                                               ↑
       In Latvian     ES un Japānas kvantiskās datošanas
                      sadarbība
     1>Theme          2 Emerging technologies > 2.4 Quantum and
                      high-performance computing               ↓
     Enter open  / search  Esc step back  ? help  q quit
    ---
    3: cyan: | |
    3: dim: |In Latvian     |
    4: cyan: | |
    4: dim: |               |
    5: dim: | 1|
    5: cyan: |>|
    5: reversed: |Theme          2 Emerging technologies > 2.4 Quantum and|
    "#);
}

#[test]
fn later_facts_are_told_apart_by_colour_too() {
    let screen = latvian(60, 10).keys("3 / m2 Enter Enter G").screen();
    assert_snapshot!(screen.styled(2..9), @r#"
     1  2  3 Darba kārtība  4  5  6  7                       LV
     / m2                                               1 no 42
       03.–04.03.2015., iznākums: Konference „CONNECTing the   ↑
       Dots: Options for Future Action” notika UNESCO mītnē
       Parīzē 2015. gada 3. un 4. martā; tajā apsprieda
       pētījumu „Keystones to foster inclusive Knowledge
       Societies”. https://intgovforum.org/en/content/unesco

     3>Avots         Informatīvais ziņojums (2014), 19. rinda
     Enter atvērt  / meklēt  Esc atpakaļ  ? palīdzība  q iziet
    ---
    2: cyan: | |
    2: green: |03.–04.03.2015., iznākums: Konference „CONNECTing the|
    2: dim: |↑|
    3: cyan: | |
    3: green: |Dots: Options for Future Action” notika UNESCO mītnē|
    4: cyan: | |
    4: green: |Parīzē 2015. gada 3. un 4. martā; tajā apsprieda|
    5: cyan: | |
    5: green: |pētījumu „Keystones to foster inclusive Knowledge|
    6: cyan: | |
    6: green: |Societies”. https://intgovforum.org/en/content/unesco|
    7: cyan: | |
    8: dim: | 3|
    8: cyan: |>|
    8: reversed: |Avots         Informatīvais ziņojums (2014), 19. rinda|
    "#);
}

#[test]
fn the_help_shows_keys_what_they_do_and_what_the_marks_mean() {
    let screen = english(60, 8).keys("? shell").screen();
    assert_snapshot!(screen.styled([2]), @r#"
     1 Themes  2  3  4  5  6  7                              EN
     / shell                                               Keys
    > Ctrl-Z              stop and return to the…l (fg resumes)


      ! ends this year  < past its window  + later facts
      ? uncertain  * marked  ¶ your text
     Enter run  Esc step back  F2 latviski
    ---
    2: reversed: |> Ctrl-Z              stop and return to the…l (fg resumes) |
    "#);
}

#[test]
fn a_theme_of_a_paper_of_ones_own_leads_to_its_own_actions() {
    let folder = tempfile::tempdir().expect("a folder");
    let own = include_str!("../data/documents/ids25.json").replace("\"ids25", "\"mans");
    dosje::store::keep::export(&folder.path().join("mans.json"), own.as_bytes(), false).expect("written");
    let loaded = dosje::store::load(Some(folder.path()));
    assert_eq!(loaded.faults, []);
    let script = Script::over(loaded.dataset, Lv, 120, 36).keys("1 G Enter");
    let query = script.screen().query();
    assert!(query.starts_with(" / tēma:mans/T6 ") && query.ends_with(" 4 no 100"), "{query}");
}

#[test]
fn following_a_theme_and_coming_back_leaves_the_other_tab_its_query() {
    let script = latvian(120, 36).keys("2 / kvantu Enter 1 j Enter");
    assert!(script.screen().query().contains("tēma:1"));
    assert!(script.keys("[ 2").screen().query().contains("kvantu"));
}

#[test]
fn a_paper_is_found_by_its_number_on_the_tab_that_lists_it() {
    assert_eq!(latvian(120, 36).keys("1 / join(2025)").selected(), "ids25");
    assert_eq!(latvian(120, 36).keys("3 / informativais").selected(), "iz-2014-09");
}

#[test]
fn what_came_later_is_marked_beside_the_state_and_not_instead_of_it() {
    let row = latvian(120, 36).keys("2 / 6.1").screen().chosen().trim_end().to_owned();
    assert!(row.ends_with("<+"), "{row}");
}

#[test]
fn a_word_with_a_slip_is_read_as_the_nearest_one_and_the_line_says_so() {
    let screen = latvian(120, 36).keys("2 / izspiedejprogramatira").screen();
    assert!(screen.query().contains("lasīts kā „Izspiedējprogrammatūra”"), "{}", screen.query());
}

#[test]
fn what_was_found_stays_while_a_word_is_typed_that_is_nowhere_beside_it() {
    let mut script = latvian(120, 36).keys("2 / otrais");
    assert!(script.screen().chosen().starts_with("> Q2 "), "{}", script.screen().chosen());
    script = script.keys("Space diskus");
    for letter in ["i", "j", "a", "s"] {
        script = script.keys(letter);
        assert!(script.screen().chosen().starts_with("> Q2 "), "{letter}: {}", script.screen().chosen());
    }
    assert!(script.screen().query().contains("„diskusijas” izlaists"), "{}", script.screen().query());
}

#[test]
fn a_narrow_search_line_says_with_a_sign_what_became_of_a_word() {
    let query = latvian(40, 12).keys("2 / kvantu Space sadarbība Space Ķīnā").screen().query();
    assert!(query.trim_end().ends_with(" -Ķīnā"), "{query}");
    let query = latvian(40, 12).keys("2 / izspiedējprogramatura Space G7 Space").screen().query();
    assert!(query.contains(" ~"), "{query}");
}

#[test]
fn a_word_that_only_the_document_has_is_told_in_the_row() {
    let row = latvian(120, 36).keys("2 / federalizetu").screen().chosen().trim_end().to_owned();
    assert!(row.contains("dokumentā: federalizētu"), "{row}");
    let row = latvian(120, 36).keys("2 / superdatosana").screen().chosen().trim_end().to_owned();
    assert!(!row.contains("dokumentā"), "{row}");
}

#[test]
fn a_condition_that_cannot_be_met_is_said_and_filters_nothing() {
    let screen = english(120, 36).keys("2 / theme:9").screen();
    assert!(screen.query().contains("no \"9\"") && screen.query().contains("50 of 50"), "{}", screen.query());
}

// Data that arrive while the dashboard is on screen.

fn arrival() -> Msg {
    Msg::Arrived(Box::new(Arrival::of(script::dataset(), Some("ir".to_owned()))))
}

#[test]
fn data_that_arrive_leave_query_and_selection_as_they_are() {
    let script = latvian(80, 24).keys("1 jj 2 / kvantu Enter j Enter PgDn");
    let place = |script: &Script| (script.selected().to_owned(), script.screen().query(), script.model.view().scroll);
    let before = place(&script);
    assert!(before.2 > 0);
    let script = script.feed(vec![arrival()]);
    assert_eq!(place(&script), before);
    let reading = latvian(80, 24).keys("2 Enter PgDn");
    let before = place(&reading);
    assert_eq!(place(&reading.feed(vec![arrival()])), before, "also on the first row");
    assert_eq!(script.screen().footer().trim(), "ir");
    assert_eq!(script.keys("1").selected(), "T2");
}

#[test]
fn a_query_of_the_start_is_answered_again_unless_keys_came_first() {
    let start = || Script::loading(Lv, 80, 24, "kvantu japana");
    assert!(start().screen().header().contains("nolasa datnes"));
    let script = start().feed(vec![arrival()]);
    assert_eq!(script.selected(), "2.4.1");
    assert!(!script.screen().header().contains("nolasa datnes"));
    let script = start().keys("3").feed(vec![arrival()]);
    assert!(script.screen().header().contains("Darba kārtība"));
    let script = start().keys("/ Ctrl-U").paste("igf").feed(vec![arrival()]);
    assert!(script.screen().query().contains("igf"));
}

// The same engine on the command line.

#[test]
fn the_command_line_lists_what_the_dashboard_lists_in_the_same_order() {
    let empty = tempfile::TempDir::new().expect("a folder");
    let empty = empty.path().to_str().expect("UTF-8");
    for query in
        ["kvantu", "igf", "partneris:ua", "drošība -kiber", "2.4", "2027 4. cet", "arkitka", "\"vienotā tirgus\""]
    {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_dosje"))
            .args(["search", "--tsv", "--lang", "lv", "--today", "2026-11-21", "--data", empty, "--", query])
            .output()
            .expect("it runs");
        let printed = String::from_utf8(output.stdout).expect("UTF-8");
        let listed: Vec<&str> = printed.lines().filter_map(|line| line.split('\t').next()).collect();
        for tab in ["1", "2", "3", "4", "7"] {
            let script = latvian(80, 24).keys(&format!("{tab} /")).paste(query);
            let view = script.model.view();
            let id = |row: Row| script.model.dataset.at(row.ordinal).expect("a record").id().to_string();
            let (elsewhere, own): (Vec<Row>, Vec<Row>) = view.rows.iter().partition(|row| row.is_elsewhere);
            assert_eq!(own.len(), view.own, "{query} on tab {tab}");
            let [own, elsewhere]: [Vec<String>; 2] = [own, elsewhere].map(|rows| rows.into_iter().map(id).collect());
            let in_order = |half: &[String]| -> Vec<String> {
                listed.iter().filter(|id| half.iter().any(|row| row == *id)).map(|id| (*id).to_owned()).collect()
            };
            assert_eq!(own, in_order(&own), "{query} on tab {tab}");
            assert_eq!(elsewhere, in_order(&elsewhere), "{query} on tab {tab}");
            assert!(elsewhere.is_empty() || own.len() + elsewhere.len() == listed.len(), "{query} on tab {tab}");
        }
    }
}

// Partners.

#[test]
fn a_partner_shows_what_concerns_it_from_the_nearest_way_down() {
    let script = latvian(120, 90).keys("4 / jp Enter Enter");
    let text = script.screen().text();
    let places: Vec<usize> = ["Partneris (10)", "Minēts tekstā (1)", "Caur grupu: G7", "Visiem:"]
        .iter()
        .map(|rung| text.find(rung).unwrap_or_else(|| unreachable!("{rung} in\n{text}")))
        .collect();
    assert!(places.is_sorted(), "{text}");
    let script = script.keys("Enter");
    assert_eq!(script.selected(), "1.1", "the first record is followed");
    assert_eq!(script.keys("[").selected(), "JP");
}

#[test]
fn a_region_says_who_inside_it_is_named_on_its_own_and_leads_there() {
    let script = english(120, 60).keys("4 / latin Space america Enter");
    let text = script.screen().detail();
    let heading = text.iter().position(|line| line.contains("Inside it, named on their own")).expect("a heading");
    let brazil = text.iter().skip(heading).find(|line| line.contains("Brazil")).expect("Brazil");
    assert!(brazil.ends_with(" 3"), "two actions and an event: {brazil}");
    let number = brazil.split_whitespace().next().expect("its number").to_owned();
    assert_eq!(script.keys("v").keys(&number).keys("Enter").selected(), "BR");
}

#[test]
fn a_partners_records_are_sorted_by_number_or_by_deadline() {
    let script = english(120, 60).keys("4 / jp Enter Enter s Enter");
    assert_eq!(script.selected(), "4.1", "it ends first");
    assert!(script.keys("[ s").screen().footer().contains("by number"));
}

#[test]
fn the_best_answer_stands_first_though_another_tab_lists_it() {
    let script = latvian(80, 24).keys("1 / elektronisko Space parakstu");
    assert_eq!(script.selected(), "4.1");
    assert_eq!(latvian(80, 24).keys("3 / igf").selected(), "C6", "a little is in favour of the tab");
}

#[test]
fn a_command_picked_while_a_query_is_typed_is_carried_out() {
    let script = latvian(120, 36).keys("2 / kv Ctrl-T grafiks: Enter");
    assert!(script.screen().header().contains("5 Grafiks"), "{}", script.screen().text());
    assert!(script.screen().list().iter().any(|row| row.contains("Droša savienotība")), "{}", script.screen().text());
}

#[test]
fn a_key_that_does_nothing_says_so_and_what_leads_on() {
    for (keys, said) in [
        ("W", "„W” te neko nedara; ? rāda taustiņus"),
        ("M e", "„e” te neko nedara; Esc ved atpakaļ"),
        ("t", "„t” te neko nedara; ? rāda taustiņus"),
        ("s", "„s” te neko nedara; ? rāda taustiņus"),
        ("d +", "„+” te neko nedara; ? rāda taustiņus"),
        ("6 Space", "„Space” te neko nedara; ? rāda taustiņus"),
        ("c", "Apjomu maina tikai brīfinga ierakstam; Space atzīmē"),
    ] {
        let script = latvian(120, 36).keys("2").keys(keys);
        assert!(script.screen().text().contains(said), "{keys}: {}", script.screen().text());
        assert!(!script.keys("j").screen().text().contains(said), "{keys}");
    }
    let mistaken = latvian(40, 12).keys("/").paste("foo:bar");
    assert!(mistaken.screen().text().contains("nav lauka „foo”"), "{}", mistaken.screen().text());
}
