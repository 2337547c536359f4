//! What the user sets, in the dashboard: keys, the tab to start with, the pace, the mouse.

use std::collections::BTreeMap;

use dosje::app::pointer::{Mouse, Touch};
use dosje::app::rebinding::rebound;
use dosje::app::{Focus, Key, KeyCode, Msg, Tab, Ways};
use dosje::domain::Lang::{self, En, Lv};
use dosje::domain::Pace;

use crate::script::{Screen, Script};

fn with_keys(keys: &[(&str, &[&str])]) -> Ways {
    let keys: BTreeMap<String, Vec<String>> = keys
        .iter()
        .map(|(name, keys)| ((*name).to_owned(), keys.iter().map(|key| (*key).to_owned()).collect()))
        .collect();
    let (keymap, faults) = rebound(&keys);
    assert_eq!(faults, Vec::new());
    Ways { keymap, ..Ways::default() }
}

fn with_mouse() -> Ways {
    Ways { has_mouse: true, ..Ways::default() }
}

fn touch(column: u16, row: u16, touch: Touch) -> Msg {
    Msg::Mouse(Mouse { column, row, touch })
}

fn press(column: u16, row: u16) -> Vec<Msg> {
    vec![touch(column, row, Touch::Press)]
}

#[test]
fn the_footer_the_help_and_the_keys_are_the_users() {
    let ways = with_keys(&[("search", &["F6", "Ctrl-F"]), ("quit", &["F10"]), ("language", &[])]);
    let script = Script::with_ways(En, 120, 24, ways).keys("2");
    let footer = script.screen().footer();
    assert!(footer.contains("F6 search") && footer.contains("F10 quit"), "{footer}");
    assert!(!footer.contains("L latviski") && !footer.contains("/ search"), "{footer}");
    let script = script.keys("/ q L");
    assert_eq!((script.exit(), script.model.lang), (None, En), "their own keys mean nothing any more");
    let script = script.keys("Ctrl-F gdhcn Enter");
    assert_eq!(script.selected(), "4.5");
    let help = script.keys("Esc ? s e a r c h").screen().text();
    assert!(help.contains("F6  Ctrl-F"), "{help}");
}

#[test]
fn the_palette_finds_a_command_by_the_users_key() {
    let script = Script::with_ways(En, 80, 24, with_keys(&[("zoom", &["Ctrl-G"])])).keys(":").paste("ctrl-g");
    let row = script.screen().row(2);
    assert!(row.contains("one pane over the whole window"), "{row}");
}

#[test]
fn a_command_without_a_key_is_still_in_the_palette() {
    let script = Script::with_ways(En, 80, 24, with_keys(&[("language", &[])])).keys(":").paste("the other language");
    assert_eq!(script.keys("Enter").model.lang, Lv);
}

#[test]
fn it_starts_on_the_tab_that_is_set_unless_a_query_decides() {
    let ways = Ways { tab: Tab::Timeline, ..Ways::default() };
    let script = Script::with_ways(Lv, 80, 24, ways);
    assert_eq!(script.model.tab, Tab::Timeline);
    assert_eq!(script.screen().list(), Script::new(Lv, 80, 24).keys("5").screen().list());
}

#[test]
fn the_time_to_speak_counts_in_the_users_pace() {
    let seconds = |lv| {
        let ways = Ways { pace: Pace { lv, ..Pace::default() }, ..Ways::default() };
        Script::with_ways(Lv, 80, 24, ways).keys("3 jjjj Space 6").model.speaking().seconds()
    };
    let (slow, fast) = (seconds(60), seconds(120));
    assert!(fast > 0 && (slow == 2 * fast || slow + 1 == 2 * fast), "{slow} {fast}");
}

/// The row at which a text stands, and the column.
fn place(screen: &Screen, text: &str) -> (u16, u16) {
    let rows = screen.text();
    let (row, line) = rows.lines().enumerate().find(|(_, line)| line.contains(text)).expect("on screen");
    let column = line.find(text).map_or(0, |at| line[..at].chars().count());
    (u16::try_from(column).expect("few"), u16::try_from(row).expect("few"))
}

#[test]
fn a_mouse_that_is_off_does_nothing_and_draws_the_same() {
    let script = Script::with_ways(En, 120, 24, Ways::default()).keys("2");
    let before = script.screen();
    let script = script.feed(press(5, 5)).feed(press(8, 0)).feed(vec![touch(5, 5, Touch::WheelDown)]);
    assert!(script.screen() == before);
    assert!(!script.hears_mouse());
}

#[test]
fn a_press_selects_the_row_under_it_and_the_wheel_moves_the_pane_under_it() {
    for (columns, rows) in [(120, 24), (80, 24), (40, 12)] {
        let script = Script::with_ways(En, columns, rows, with_mouse()).keys("2");
        assert!(script.hears_mouse());
        let (column, row) = place(&script.screen(), "1.3");
        let script = script.feed(press(column, row));
        assert_eq!(script.selected(), "1.3", "{columns}");
        let script = script.feed(vec![touch(column, row, Touch::WheelDown)]);
        assert_eq!(script.selected(), "2.1.1", "three rows further: {columns}");
        let script = script.feed(vec![touch(column, row, Touch::WheelUp)]);
        assert_eq!(script.selected(), "1.3", "{columns}");
    }
}

#[test]
fn under_an_axis_and_headings_a_press_selects_the_row_it_hits() {
    let script = Script::with_ways(En, 120, 24, with_mouse()).keys("5");
    let screen = script.screen();
    for number in ["1.2", "2.1.1"] {
        let (column, row) = place(&screen, &format!(" {number} "));
        assert_eq!(script_at(En, "5", column, row).selected(), number);
    }
    let heading = place(&screen, "1 ");
    let script = script.keys("jj");
    let before = script.selected().to_owned();
    assert_eq!(script.feed(press(heading.0, 2)).selected(), before, "the axis is no row");
}

fn script_at(lang: Lang, keys: &str, column: u16, row: u16) -> Script {
    Script::with_ways(lang, 120, 24, with_mouse()).keys(keys).feed(press(column, row))
}

#[test]
fn a_press_opens_the_tab_it_hits_at_every_width() {
    for columns in [120, 100, 80, 60, 30] {
        let script = Script::with_ways(Lv, columns, 24, with_mouse());
        let header = script.screen().row(0);
        let column = |digit: char| header.chars().position(|c| c == digit).and_then(|at| u16::try_from(at).ok());
        for (digit, tab) in [('3', Tab::Agenda), ('7', Tab::Glossary), ('1', Tab::Themes)] {
            let script = Script::with_ways(Lv, columns, 24, with_mouse()).feed(press(column(digit).expect("a tab"), 0));
            assert_eq!(script.model.tab, tab, "{columns}: {header}");
        }
    }
}

#[test]
fn a_press_selects_the_link_it_hits_and_the_wheel_scrolls_the_text_alone() {
    let script = Script::with_ways(En, 120, 16, with_mouse()).keys("2");
    let text = script.model.text();
    let line = text.lines.iter().position(|line| line.link.is_some()).expect("a link");
    let detail = script.model.layout().expect("a layout").detail();
    let row = detail.y + u16::try_from(line).expect("few");
    let script = script.feed(press(detail.x + 5, row));
    assert_eq!((script.model.focus, script.model.view().link), (Focus::Detail, Some(0)));
    let selected = script.selected().to_owned();
    let script = script.feed(vec![touch(detail.x + 5, row, Touch::WheelDown)]);
    assert_eq!((script.model.view().scroll, script.selected()), (3, selected.as_str()));
}

#[test]
fn a_press_runs_the_key_it_hits_in_the_last_line() {
    for lang in [Lv, En] {
        let script = Script::with_ways(lang, 240, 24, with_mouse()).keys("2");
        let zoom = if lang == Lv { "z viena rūts" } else { "z one pane" };
        let (column, row) = place(&script.screen(), zoom);
        assert!(script.feed(press(column, row)).model.is_zoomed, "{lang:?}");
    }
    let script = Script::with_ways(En, 100, 24, with_mouse()).keys("2");
    let (column, row) = place(&script.screen(), "q quit");
    assert_eq!(script.feed(press(column, row)).exit(), Some(0));
}

#[test]
fn in_the_palette_a_press_selects_and_only_enter_runs() {
    let script = Script::with_ways(En, 80, 24, with_mouse()).keys(":").paste("tab");
    let (column, row) = place(&script.screen(), "previous tab");
    let script = script.feed(press(column, row));
    assert_eq!(script.model.tab, Tab::Themes);
    assert!(script.screen().row(row).starts_with('>'), "{}", script.screen().text());
    assert_eq!(script.keys("Enter").model.tab, Tab::Glossary);
}

#[test]
fn the_mouse_is_turned_on_and_off_by_a_key_and_says_so() {
    let script = Script::new(En, 80, 24).keys("2 F4");
    assert!(script.hears_mouse() && script.screen().footer().contains("Mouse on"), "{}", script.screen().footer());
    let script = script.keys("F4");
    assert!(!script.hears_mouse() && script.screen().footer().contains("Mouse off"), "{}", script.screen().footer());
    let script = script.keys(":").paste("mouse").keys("Enter");
    assert!(script.hears_mouse());
}

#[test]
fn the_mouse_is_turned_on_wherever_one_is() {
    let f4 = || Msg::Key(Key::plain(KeyCode::F(4)));
    for keys in ["2", "2 /", "2 v", "?", "3 M", "2 o", "6 a Enter"] {
        let script = Script::new(En, 80, 24).with_text("1\n2\n3").keys(keys);
        let mode = std::mem::discriminant(&script.model.mode);
        let script = script.keys("F4");
        assert!(script.hears_mouse() && script.screen().footer().contains("Mouse on"), "{keys}");
        assert_eq!(std::mem::discriminant(&script.model.mode), mode, "{keys}: nothing else happens");
    }
    let script = Script::new(En, 80, 24).keys("2").batch(together([write("word"), vec![f4()]]));
    let screen = script.screen();
    assert!(script.hears_mouse() && screen.footer().contains("Mouse on"), "{}", screen.text());
    assert!(screen.text().contains(" word"), "{}", screen.text());
}

fn together<const N: usize>(parts: [Vec<Msg>; N]) -> Vec<Msg> {
    parts.into_iter().flatten().collect()
}

fn write(text: &str) -> Vec<Msg> {
    vec![Msg::Key(Key::plain(KeyCode::Char('e'))), Msg::Paste(text.to_owned())]
}

fn save() -> Vec<Msg> {
    vec![Msg::Key(Key { ctrl: true, ..Key::plain(KeyCode::Char('s')) })]
}

#[test]
fn a_press_on_the_pad_places_the_cursor_also_in_a_broken_line() {
    let text = format!("{}\nsecond line", "long ".repeat(10).trim_end());
    // The first line of the text takes two rows of 39 columns.
    for (columns, (column, row), cursor, written) in [
        (40, (6, 4), (6, 4), "long longX long"),
        (40, (1, 3), (1, 3), "Xlong long"),
        (40, (39, 4), (11, 4), "longX\nsecond"),
        (40, (3, 5), (3, 5), "seXcond line"),
        (80, (6, 3), (6, 3), "long Xlong"),
    ] {
        let open = || Script::with_ways(En, columns, 24, with_mouse()).keys("2");
        let script = open().feed(together([write(&text), press(column, row)]));
        assert_eq!(script.screen().cursor(), Some(cursor), "{}", script.screen().text());
        let script = open().feed(together([write(&text), press(column, row), vec![Msg::Paste("X".into())], save()]));
        assert!(script.written("ids25/1.1")[0][0].contains(written), "{:?}", script.written("ids25/1.1"));
    }
}

#[test]
fn a_press_on_a_key_of_the_pad_presses_it_and_the_wheel_scrolls() {
    let text = (1..100).map(|line| format!("line {line}")).collect::<Vec<_>>().join("\n");
    let open = || Script::with_ways(En, 80, 24, with_mouse()).keys("2");
    let script = open().feed(together([write(&text), vec![touch(5, 5, Touch::WheelUp)]]));
    assert!(!script.screen().text().contains("line 99"), "{}", script.screen().text());
    let script = open().feed(together([write(&text), press(2, 23)]));
    assert_eq!(script.written("ids25/1.1")[0], [text.as_str()], "Ctrl-S save");
    let script = Script::new(En, 80, 24).keys("2").feed(together([write(&text), press(2, 23)]));
    assert!(script.written("ids25/1.1")[0].is_empty(), "a mouse that is off does nothing");
}

#[test]
fn what_is_said_of_a_key_names_the_users() {
    let ways = with_keys(&[("step-back", &["F7"]), ("mark", &["F5"]), ("language", &[])]);
    let script = Script::with_ways(En, 80, 24, ways).keys("6");
    assert!(script.screen().list()[0].contains("F5 marks a record, b all"), "{:?}", script.screen().list());
    let script = script.keys("2 / zebra Enter");
    assert!(script.screen().list()[0].contains("F7: one step back"), "{:?}", script.screen().list());
}
