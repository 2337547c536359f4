//! Marks, intents and the briefing tab.

use dosje::app::Msg;
use dosje::app::msg::Kept;
use dosje::briefing::Languages;
use dosje::domain::Lang::{En, Lv};
use dosje::domain::RecordId;
use dosje::domain::annotations::{Change, Slot};
use dosje::domain::kept::{Reason, Unkept};

use insta::assert_snapshot;

use crate::script::Script;

fn latvian(columns: u16, rows: u16) -> Script {
    Script::new(Lv, columns, rows)
}

/// Numbers of the marked records, in their order.
fn marked(script: &Script) -> Vec<&str> {
    script.model.annotations().marked.iter().map(RecordId::local).collect()
}

#[test]
fn every_tab_is_in_the_bar_with_and_without_marks() {
    for keys in ["1", "2 Space", "2 b", "6"] {
        let row = latvian(80, 24).keys(keys).screen().row(0).clone();
        assert!(row.contains("1 Tēmas") && row.contains("6 Brīfings") && row.contains(" 7 "), "{row}");
    }
}

#[test]
fn a_key_marks_a_record_and_the_same_key_takes_the_mark_off() {
    let script = latvian(80, 24).keys("2 Space j j Space");
    assert_eq!(marked(&script), ["1.1", "1.3"]);
    let screen = script.screen();
    assert!(screen.row(2).starts_with(" *1.1") && screen.row(3).starts_with("  1.2"), "{}", screen.text());
    assert!(screen.row(0).contains("6 Brīfings 2"), "{}", screen.row(0));
    let script = script.keys("Space");
    assert_eq!(marked(&script), ["1.1"]);
    assert!(!script.screen().text().contains("*1.3"));
}

#[test]
fn the_briefing_holds_what_is_marked_in_the_users_order() {
    let script = latvian(72, 16).keys("2 Space j Space 3 j Space m 6");
    assert_eq!(marked(&script), ["1.1", "1.2", "Q1"]);
    let script = script.keys("G K K");
    assert_eq!(marked(&script), ["Q1", "1.1", "1.2"]);
    assert_eq!(script.selected(), "Q1", "the moved entry stays chosen");
    let script = script.keys("Alt-Down c");
    assert_eq!(marked(&script), ["1.1", "Q1", "1.2"]);
    // Further up leads but from below the first.
    assert!(script.screen().footer().contains("K augstāk"));
    assert_snapshot!(script.keys("k c").screen().text(), @r"
     1  2  3  4  5  6 Brīfings 3  7                                      LV
     / meklēt                                                runa apm. 0:40
    >*1.1 Arktikas savienotības atbalstīšana     JP US CA GL          īsi
     *Q1  Vienota ES nostāja IANA…kciju nodošanā               runāt, īsi  +
     *1.2 Veicināt drošu savienoj…ītajās valstīs Papl. valstis  pastāvīgi


    ────────────────────────────────────────────────────────────────────────
       1.1  Arktikas savienotības atbalstīšana

     1 Tēma      1 Droša savienotība
       Partneri  Japāna, ASV, Kanāda, Grenlande
       Termiņš   2025–2030; orientējoši; rit

       Īsumā                                                               ↓
     Enter atvērt  / meklēt  x eksportēt  c apjoms  ? palīdzība  a galvene
    ");
    assert_eq!(marked(&latvian(80, 24).keys("2 Space j Space 6 J J J")), ["1.2", "1.1"], "the last stays the last");
}

#[test]
fn an_entry_goes_past_the_one_on_screen_whatever_the_data_has_no_more_between_them() {
    let gone = Change::Mark(vec![RecordId::new("x/gone")]);
    let script = || latvian(80, 24).keys("2 Space").added_elsewhere(&gone).keys("j Space 6");
    assert_eq!(marked(&script().keys("G K")), ["1.2", "1.1", "gone"]);
    assert_eq!(marked(&script().keys("g J")), ["gone", "1.2", "1.1"]);
}

#[test]
fn under_a_query_no_entry_is_moved_out_of_sight() {
    let asked = latvian(80, 24).keys("2 Space j Space j Space 6 /").paste("-1.2").keys("Enter G");
    assert!(!asked.screen().footer().contains("augstāk"), "{}", asked.screen().footer());
    let moved = asked.keys("K");
    assert!(moved.screen().footer().contains("Esc atgriež jūsu secību"), "{}", moved.screen().footer());
    let moved = moved.keys("Esc G K");
    assert_eq!(marked(&moved), ["1.1", "1.3", "1.2"]);
    assert!(moved.screen().footer().contains("augstāk"), "{}", moved.screen().footer());
}

#[test]
fn taking_the_mark_off_in_the_briefing_leads_to_the_next_entry() {
    let script = latvian(80, 24).keys("2 Space j Space j Space 6 j Space");
    assert_eq!((marked(&script), script.selected()), (vec!["1.1", "1.3"], "1.3"));
    let script = script.keys("Space Space");
    assert!(marked(&script).is_empty());
    assert!(script.screen().row(2).contains("nekas nav atzīmēts"), "{}", script.screen().text());
}

#[test]
fn one_key_begins_a_briefing_with_a_theme_a_meeting_a_partner_or_what_was_found() {
    let count = |keys: &str| marked(&latvian(80, 24).keys(keys)).len();
    assert_eq!(count("1 G b"), 4, "the actions of theme 6");
    assert_eq!(count("4 / j a p a n Enter b"), 11, "with Japan, or naming it");
    let meeting = latvian(80, 24).keys("3 b");
    assert_eq!(marked(&meeting)[..4], ["tte-2014-10", "Q1", "Q2", "Q3"]);
    assert_eq!(marked(&meeting)[4..].first(), Some(&"1.3"), "the actions stand behind: {:?}", marked(&meeting));
    assert!(meeting.screen().footer().contains("Brīfingam pievienots"), "{}", meeting.screen().footer());
    let found = latvian(80, 24).keys("2 / k v a n t u Enter b");
    assert_eq!(marked(&found).len(), 5, "{}", found.screen().text());
    let found = found.keys("b");
    assert!(found.screen().footer().contains("Noņemtas atzīmes: 5"), "{}", found.screen().footer());
    assert!(marked(&found).is_empty());
    let some = latvian(80, 24).keys("2 Space j Space 1 b");
    assert_eq!(marked(&some).len(), marked(&latvian(80, 24).keys("1 b")).len(), "what is missing is marked");
}

#[test]
fn what_was_marked_many_at_once_is_taken_back_without_marks_made_by_hand() {
    let by_hand = latvian(80, 24).keys("3 G Space 2 j Space 6 G K");
    let own = marked(&by_hand).join(" ");
    let many = by_hand.keys("1 G b 3 g b");
    let count = marked(&many).len();
    let without = many.keys("b");
    assert!(count > marked(&without).len() + 5 && !marked(&without).contains(&"tte-2014-10"), "{:?}", marked(&without));
    assert!(without.screen().footer().contains("Noņemtas atzīmes"), "{}", without.screen().footer());
    let again = without.keys("b");
    assert_eq!(marked(&again).len(), count);
    let back = again.keys("b 1 b");
    assert_eq!(marked(&back).join(" "), own, "in the order they had");
    let moved = back.keys("b 6 G K");
    let id = moved.selected().to_owned();
    let kept = moved.keys("1 b");
    assert_eq!(marked(&kept).len(), own.split(' ').count() + 1, "what was moved is the user's own");
    assert!(marked(&kept).contains(&id.as_str()), "{id}: {:?}", marked(&kept));
}

#[test]
fn what_leaves_the_briefing_is_named_since_another_entry_takes_its_place() {
    let marked = || latvian(80, 24).keys("2 / 2 . 4 . 1 Enter Space");
    assert!(!marked().keys("Space").screen().footer().contains("izņemts"), "the mark is seen to vanish");
    let footer = marked().keys("6 g Space").screen().footer();
    assert!(footer.contains("No brīfinga izņemts: 2.4.1 ES un Japānas"), "{footer}");
}

#[test]
fn marks_that_did_not_come_at_once_are_not_taken_off_at_once() {
    let one_by_one = latvian(80, 24).keys("2 / 6 . 1 Enter Space b");
    assert_eq!(marked(&one_by_one), ["6.1"], "{}", one_by_one.screen().text());
    let footer = one_by_one.screen().footer();
    assert!(footer.contains("jau bija atzīmēts") && footer.contains("Space"), "{footer}");
}

#[test]
fn the_heading_is_filled_in_field_after_field() {
    let script = latvian(40, 24).keys("2 Space 6 a");
    let text = script.screen().text();
    assert!(text.contains("Vārdi/min LV") && text.contains("Vārdi/min EN"), "{text}");
    let script = script.keys("Enter A Enter Enter B Enter Enter C Enter");
    let heading = &script.model.annotations().heading;
    assert_eq!([&*heading.meeting, &*heading.date, &*heading.audience], ["A", "B", "C"]);
    let script = script.keys("Enter x Enter");
    let footer = script.screen().footer();
    assert!(footer.contains("„x” neder") && footer.contains("1 līdz 999 vai nekas"), "{footer}");
    let script = script.keys("Backspace 5 Enter Up Enter Esc Enter 7 Enter");
    assert_eq!(script.model.annotations().heading.limit, Some(57), "Esc stays at the field");
}

#[test]
fn the_briefing_shows_intent_and_depth_of_an_item() {
    let script = latvian(80, 24).keys("3 j m Space 6 c");
    assert!(script.screen().row(2).contains("runāt, īsi"), "{}", script.screen().text());
}

#[test]
fn an_intent_belongs_to_an_agenda_item_and_shows_in_list_and_text() {
    let script = latvian(80, 24).keys("3 j m m");
    let text = script.screen().text();
    assert!(text.lines().any(|line| line.contains("Q1") && line.contains("klausīties")), "{text}");
    assert!(text.contains("Jūsu ieraksti") && text.contains("Nodoms: klausīties"), "{text}");
    let script = script.keys("m m m");
    assert!(!script.screen().text().contains("Nodoms"));
    assert!(script.keys("2 m").screen().footer().contains("darba kārtības jautājuma"));
}

#[test]
fn agenda_items_are_found_by_their_intent() {
    for (query, count) in
        [("intent:listen", 1), ("nodoms:klaus", 1), ("intent:*", 1), ("nodoms:runāt", 0), ("intent:no-objection", 0)]
    {
        let typed: Vec<String> = query.chars().map(String::from).collect();
        let script = latvian(80, 24).keys(&format!("3 j m m / {} Enter", typed.join(" ")));
        assert_eq!(script.model.view().found, count, "{query}");
        assert!(script.model.view().mistake.is_none(), "{query}");
    }
}

#[test]
fn what_was_written_is_seen_and_found_and_two_versions_are_shown() {
    let write = |seen: &[&str], text: &str| Change::Write {
        id: RecordId::new("ids25/2.4.1"),
        slot: Slot::Note,
        seen: seen.iter().map(|text| (*text).to_owned()).collect(),
        text: text.to_owned(),
        on: String::new(),
    };
    let script = Script::new(En, 100, 30).added_elsewhere(&write(&[], "Ask about the procurement"));
    let script = script.keys("2 / n o t e : p r o c u r e m e n t s Enter");
    assert_eq!(script.selected(), "2.4.1");
    let text = script.screen().text();
    assert!(text.contains('¶') && text.contains("Note: Ask about the procurement"), "{text}");
    let script =
        script.added_elsewhere(&write(&[], "Call Tokyo first")).keys("Esc Esc Space / m a r k e d : y e s Enter");
    let text = script.screen().text();
    assert!(text.contains("Version 2 of 2: Call Tokyo"), "{text}");
    assert!(text.contains("1 of 50"), "{text}");
    assert!(
        script.keys("Space").screen().text().contains("0 of 50"),
        "what is marked no longer is not listed as marked"
    );
}

#[test]
fn what_cannot_be_kept_is_said_until_it_is_and_quitting_asks_once() {
    let unkept = Unkept { file: "state.json".to_owned(), reason: Reason::Full };
    let script = Script::with_refusal(Lv, 100, 24, &unkept).keys("2 Space");
    let screen = script.screen();
    assert!(screen.row(0).contains("NAV SAGLABĀTS"), "{}", screen.row(0));
    assert!(screen.footer().contains("NAV SAGLABĀTS: state.json: diskā nav vietas"), "{}", screen.footer());
    assert_eq!(marked(&script), ["1.1"], "it stays in memory");
    let script = script.keys("q");
    assert_eq!(script.exit(), None);
    assert!(script.screen().footer().contains("Vēlreiz q"), "{}", script.screen().footer());
    let unread = Kept { changes: 0, outcome: Err(unkept.clone()), aside: None };
    let script = script.feed(vec![Msg::Annotated(unread)]);
    assert!(script.screen().footer().contains("Vēlreiz q"), "what is heard meanwhile does not take the question away");
    let script = script.keys("j q");
    assert_eq!(script.exit(), None, "another key between takes the word back");
    assert_eq!(script.keys("q").exit(), Some(0));
}

#[test]
fn a_file_is_replaced_only_by_a_key_and_never_by_pasted_text() {
    let script = latvian(80, 24).keys("2 Space x Enter Enter x Enter Enter");
    let (count, query) = (script.exported().len(), script.screen().query());
    assert_eq!(count, 1);
    assert!(query.contains("(j/n)?"), "{query}");
    let script = script.paste("j");
    assert_eq!((script.exported().len(), script.screen().query()), (1, query), "still asked");
    assert_eq!(script.keys("j").exported().len(), 2);
}

#[test]
fn the_text_of_the_briefing_is_the_entry_as_it_will_be_written() {
    let script = latvian(100, 200).keys("3 j Space 6");
    let shown = |script: &Script| {
        let lines: Vec<String> = script.model.text().lines.iter().map(|line| line.text().trim().to_owned()).collect();
        lines.join(" ")
    };
    let briefing = script.model.briefing(Languages::One(Lv));
    let entry = briefing.entries().next().expect("an entry");
    let text = shown(&script);
    assert!(entry.sections.len() > 3);
    for section in &entry.sections {
        assert!(text.contains(section.title.in_lang(Lv)), "{}: {text}", section.title.in_lang(Lv));
    }
    assert!(text.contains("Pozīcija izvērsti"), "{text}");
    let script = script.keys("c");
    let short = shown(&script);
    assert!(short.contains("nodošanā") && !short.contains("Pozīcija izvērsti"), "{short}");
    let title = shown(&script.keys("c"));
    assert!(title.contains("nodošanā") && !title.contains("Avoti"), "{title}");
}

#[test]
fn a_linked_record_is_followed_from_the_entry_as_it_will_be_written() {
    let script = latvian(100, 60).keys("2 / 6 . 4 Enter Space Esc Esc 6");
    assert_eq!(marked(&script), ["6.4"]);
    let text = script.model.text();
    let places: Vec<&str> = text.links.iter().map(|link| link.target.local()).collect();
    assert_eq!(places, ["T6", "Q1"], "its theme, and the item it bears on");
}
