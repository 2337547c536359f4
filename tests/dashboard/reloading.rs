//! Data files that change while the dashboard shows them: nothing under the user's hands moves, and what changed is said.

use std::fs;
use std::time::Duration;

use dosje::app::msg::Fetched;
use dosje::app::{Arrival, FileState, Focus, Key, KeyCode, Mode, Msg, Renewal, Tab};
use dosje::domain::Lang::{En, Lv};
use dosje::domain::RecordId;
use dosje::domain::changes::Changes;
use dosje::domain::fault::{Fault, Problem};
use dosje::store::{self, Held, Loaded};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::script::Script;

/// A folder with a document of the user's that takes the place of the built-in one.
struct Folder {
    place: TempDir,
    document: Value,
    held: Held,
}

impl Folder {
    fn new() -> Self {
        let document = serde_json::from_str(include_str!("../../data/documents/ids25.json")).expect("JSON");
        let mut own = Self { place: TempDir::new().expect("a folder"), document, held: Held::new() };
        own.write();
        own.held = store::load(Some(own.place.path())).held;
        own
    }

    fn write(&self) {
        self.write_text(&self.document.to_string());
    }

    #[expect(clippy::disallowed_methods, reason = "a file of the test's own")]
    fn write_text(&self, text: &str) {
        fs::write(self.place.path().join("own.json"), text).expect("written");
    }

    fn open(&self) -> Script {
        let loaded = store::load(Some(self.place.path()));
        assert_eq!(loaded.faults, []);
        Script::over(loaded.dataset, Lv, 120, 36)
    }

    fn actions(&mut self) -> &mut Vec<Value> {
        self.document["actions"].as_array_mut().expect("a list")
    }

    fn action(&mut self, number: &str) -> &mut Value {
        let id = format!("ids25/{number}");
        self.actions().iter_mut().find(|action| action["id"] == *id).expect("an action")
    }

    fn remove(&mut self, number: &str) -> Value {
        let id = format!("ids25/{number}");
        let place = self.actions().iter().position(|action| action["id"] == *id).expect("an action");
        self.actions().remove(place)
    }

    /// Reads the folder again into a running dashboard.
    fn reread(&mut self, script: Script) -> Script {
        let (msg, _) = self.renewal(&script);
        script.feed(vec![msg])
    }

    /// The same, and what cannot be read.
    fn renewal(&mut self, script: &Script) -> (Msg, Vec<Fault>) {
        let loaded = store::load_again(Some(self.place.path()), &script.model.dataset, &self.held);
        let Loaded { dataset, held, kept, .. } = loaded;
        self.held = held;
        let changes = Changes::between(&script.model.dataset, &dataset);
        let state = kept.first().map(|fault| FileState::Unread(Box::new(fault.clone())));
        let arrival = Arrival::of(dataset, None);
        (Msg::Renewed(Box::new(Renewal { arrival, changes, state })), kept)
    }
}

fn place(script: &Script) -> (String, String, usize, usize, usize, Option<usize>) {
    let view = script.model.view();
    let line = view.cursor.selected - view.cursor.top;
    (script.selected().to_owned(), script.screen().query(), view.cursor.selected, line, view.scroll, view.link)
}

#[test]
fn a_record_that_is_written_anew_is_shown_anew_and_nothing_moves() {
    let mut own = Folder::new();
    let script = own.open().keys("1 jj 2 / es Enter jjjjjj Enter jj PgDn");
    let before = place(&script);
    assert!(before.2 > 3 && before.4 > 0, "{before:?}");
    own.action("1.1")["summary"]["lv"] = "Cits kopsavilkums par kabeļiem Arktikā.".into();
    own.write();
    let script = own.reread(script);
    assert_eq!(place(&script), before);
    assert_eq!(script.model.focus, Focus::Detail);
    assert_eq!(script.screen().footer().trim(), "Datnēs: 1 mainīts ieraksts (u parāda)");
    let script = script.keys("Esc Esc g");
    assert!(script.screen().text().contains("Cits kopsavilkums"), "{}", script.screen().text());
}

#[test]
fn a_record_that_comes_before_moves_the_row_and_not_the_selection() {
    let mut own = Folder::new();
    let gone = own.remove("1.1");
    own.write();
    own.held = store::load(Some(own.place.path())).held;
    let script = own.open().keys("2 jjj / es Enter jj");
    let before = place(&script);
    own.actions().insert(0, gone);
    own.write();
    let script = own.reread(script);
    assert_eq!(script.selected(), before.0);
    assert_eq!(script.screen().query().split_whitespace().next(), before.1.split_whitespace().next());
    assert_eq!(script.screen().footer().trim(), "Datnēs: 1 jauns ieraksts (u parāda)");
    assert!(script.screen().query().contains("no 50"), "{}", script.screen().query());
}

#[test]
fn who_is_in_the_search_line_goes_on_typing_there() {
    let mut own = Folder::new();
    let script = own.open().keys("2 / kvan");
    own.action("6.4")["title"]["lv"] = "Kvantu joks".into();
    own.write();
    let script = own.reread(script).keys("tu");
    assert_eq!(script.model.mode, Mode::Search);
    assert!(script.screen().query().contains("kvantu") && script.screen().query().contains("6 no 50"));
}

#[test]
fn where_a_record_has_gone_its_neighbour_is_selected() {
    let mut own = Folder::new();
    let script = own.open().keys("2 jj");
    assert_eq!(script.selected(), "1.3");
    own.remove("1.3");
    own.write();
    let script = own.reread(script);
    assert_eq!((script.selected(), script.model.view().cursor.selected), ("1.4", 2));
    assert_eq!(script.screen().footer().trim(), "Datnēs: 1 izņemts ieraksts (u parāda)");
    own.remove("6.4");
    own.write();
    let last = own.reread(script.keys("G"));
    assert_eq!(last.selected(), "6.3", "the one above where none is below");
}

#[test]
fn an_open_record_that_has_gone_says_so_and_its_keys_do_nothing_to_another() {
    let mut own = Folder::new();
    let script = own.open().keys("2 jj Enter");
    let gone = own.remove("1.3");
    own.write();
    let script = own.reread(script);
    let text = script.screen().text();
    assert!(text.contains("Šī ieraksta jūsu datnēs vairs nav."), "{text}");
    let script = script.keys("Space");
    assert!(script.model.annotations().marked.is_empty());
    own.actions().insert(2, gone.clone());
    own.write();
    let script = own.reread(script);
    assert_eq!(script.selected(), "1.3", "it is back, and open");
    assert!(!script.screen().text().contains("vairs nav"));
    own.remove("1.3");
    own.write();
    let script = own.reread(script).keys("Esc");
    assert_eq!(script.selected(), "1.4");
    assert!(!script.keys("Enter").screen().text().contains("vairs nav"));
}

#[test]
fn an_open_record_that_answers_the_query_no_more_stays_open() {
    let mut own = Folder::new();
    let script = own.open().keys("2 / gdhcn Enter Enter");
    assert_eq!(script.selected(), "4.5");
    let action = own.action("4.5");
    *action = serde_json::from_str(&action.to_string().replace("GDHCN", "ABCDE")).expect("JSON");
    own.write();
    let script = own.reread(script);
    assert_eq!((script.selected(), script.model.focus), ("4.5", Focus::Detail));
}

#[test]
fn a_meeting_goes_on_and_a_question_stays_asked() {
    let mut own = Folder::new();
    own.action("1.1")["title"]["lv"] = "Cits".into();
    let script = own.open().keys("3 M n");
    own.action("1.1")["title"]["lv"] = "Vēl cits".into();
    own.write();
    let script = own.reread(script);
    assert!(matches!(&script.model.mode, Mode::Meeting(meeting) if meeting.place().0 == 2));
    let asking = own.open().keys("2 Space x Enter");
    assert!(matches!(asking.model.mode, Mode::Ask(_)));
    assert!(matches!(own.reread(asking).model.mode, Mode::Ask(_)));
}

#[test]
fn an_item_that_goes_while_one_speaks_on_it_stays_on_screen_and_the_clock_goes_on() {
    let mut own = Folder::new();
    let script = own.open().keys("2 Space j Space j Space M p");
    let script = script.feed(vec![Msg::Elapsed(Duration::from_secs(5))]);
    let body = |script: &Script| {
        let lines: Vec<String> = script.screen().text().lines().skip(3).map(str::to_owned).collect();
        lines[..lines.len() - 1].join("\n")
    };
    let first = |script: &Script| script.screen().text().trim_start().lines().next().expect("a line").to_owned();
    let before = body(&script);
    assert!(first(&script).starts_with("2/3 ") && before.contains("1.2  "), "{}", script.screen().text());
    let gone = own.remove("1.2");
    own.write();
    let script = own.reread(script).feed(vec![Msg::Elapsed(Duration::from_secs(2))]);
    assert_eq!(body(&script), before);
    let said = first(&script);
    assert!(said.starts_with("2/3  Šī ieraksta jūsu datnēs vairs nav."), "{said}");
    assert!(said.ends_with("0:07"), "{said}");
    let narrow = script.feed(vec![Msg::Resized(40, 12)]);
    assert!(first(&narrow).starts_with("2/3  izņemts"), "{}", narrow.screen().text());
    let script = narrow.feed(vec![Msg::Resized(120, 36)]).keys("n p");
    assert_eq!(body(&script), before, "it is there to come back to");
    let english = script.keys("L");
    assert!(english.screen().text().contains("no longer in your files"), "{}", english.screen().text());
    own.actions().insert(1, gone);
    own.write();
    let script = own.reread(english.keys("L"));
    assert_eq!(body(&script), before);
    assert!(first(&script).starts_with("2/3 ") && !first(&script).contains("vairs nav"), "{}", first(&script));
}

#[test]
fn the_text_of_the_document_stays_when_its_record_goes_and_says_so() {
    let mut own = Folder::new();
    let script = own.open().keys("2 jj o");
    let body = |script: &Script| {
        let lines: Vec<String> = script.screen().text().lines().skip(2).map(str::to_owned).collect();
        lines[..lines.len() - 1].join("\n")
    };
    let before = body(&script);
    assert!(matches!(script.model.mode, Mode::Source(_)) && !before.trim().is_empty(), "{before}");
    let gone = own.remove("1.3");
    own.write();
    let script = own.reread(script);
    assert_eq!(body(&script), before);
    assert!(script.screen().query().contains("Šī ieraksta jūsu datnēs vairs nav.  1.3"), "{}", script.screen().query());
    let script = script.keys("j").feed(vec![Msg::Resized(40, 12)]);
    assert!(script.screen().query().contains("Šī ieraksta jūsu datnēs vairs nav."), "{}", script.screen().query());
    assert!(!body(&script).trim().is_empty());
    own.actions().insert(2, gone);
    own.write();
    let script = own.reread(script.feed(vec![Msg::Resized(120, 36)]));
    assert_eq!(body(&script), before);
    assert!(!script.screen().query().contains("vairs nav"), "{}", script.screen().query());
}

#[test]
fn the_text_of_a_document_is_not_laid_on_top_for_a_record_that_went_meanwhile() {
    let mut own = Folder::new();
    let script = own.open().keys("2 jj");
    own.remove("1.3");
    own.write();
    let late = Msg::Fetched(Box::new(Fetched { record: RecordId::new("ids25/1.3"), found: Ok(None) }));
    let script = own.reread(script).feed(vec![late]);
    assert_eq!(script.model.mode, Mode::Browse);
    assert!(script.screen().footer().contains("Šī ieraksta vairs nav: "), "{}", script.screen().footer());
}

#[test]
fn what_came_and_went_is_listed_too() {
    let mut own = Folder::new();
    let copy = {
        let copy = own.action("6.4").to_string().replace("ids25/6.4", "ids25/6.5").replace("\"6.4\"", "\"6.5\"");
        serde_json::from_str(&copy).expect("JSON")
    };
    let script = own.open().keys("2");
    own.actions().push(copy);
    own.write();
    let script = own.reread(script);
    assert_eq!(script.screen().footer().trim(), "Datnēs: 1 jauns ieraksts (u parāda)");
    own.remove("6.5");
    own.write();
    let script = own.reread(script);
    assert_eq!(script.screen().footer().trim(), "Datnēs: 1 izņemts ieraksts (u parāda)");
    let screen = script.keys("u").screen().text();
    assert!(screen.contains("> izņemts") && screen.contains("6.5"), "{screen}");
}

#[test]
fn marks_stay_and_the_way_back_too_where_only_words_changed() {
    let mut own = Folder::new();
    let script = own.open().keys("2 jj Space Enter v 1 Enter");
    assert!(script.model.has_past());
    own.action("1.1")["title"]["lv"] = "Cits".into();
    own.write();
    let script = own.reread(script);
    assert_eq!(script.model.annotations().marked, [RecordId::new("ids25/1.3")]);
    let script = script.keys("[");
    assert_eq!((script.model.tab, script.selected()), (Tab::Actions, "1.3"));
}

#[test]
fn what_changed_is_listed_and_opened() {
    let mut own = Folder::new();
    let script = own.open().keys("2 u");
    assert_eq!(script.screen().footer().trim(), "Kopš programma ir atvērta, jūsu datnēs nekas nav mainījies.");
    own.action("1.1")["title"]["lv"] = "Arktikas kabeļi".into();
    own.action("2.1.2")["flags"] = json!([]);
    own.remove("6.4");
    own.write();
    let script = own.reread(script);
    let said = script.screen().footer().trim().to_owned();
    assert!(said.starts_with("Datnēs: ") && said.contains("1 izņemts"), "{said}");
    let script = script.keys("u");
    let screen = script.screen().text();
    assert!(screen.contains("Izmaiņas datnēs"), "{screen}");
    assert!(screen.contains("> mainīts") && screen.contains("1.1 Arktikas kabeļi"), "{screen}");
    assert!(screen.contains("izņemts"), "{screen}");
    let script = script.keys("Enter");
    assert_eq!((script.selected(), script.model.focus), ("1.1", Focus::Detail));
    let script = script.keys("u izņemts Enter");
    assert!(script.screen().footer().contains("Šī ieraksta vairs nav"), "{}", script.screen().footer());
}

#[test]
fn what_a_file_said_stays_until_it_can_be_read_again() {
    let mut own = Folder::new();
    own.action("1.1")["title"]["lv"] = "Tikai te".into();
    own.write();
    own.held = store::load(Some(own.place.path())).held;
    let script = own.open().keys("2");
    let half = own.document.to_string();
    own.write_text(&half[..half.len() / 2]);
    let (msg, kept) = own.renewal(&script);
    assert!(matches!(kept.as_slice(), [fault] if matches!(fault.problem, Problem::Syntax(_))));
    let script = script.feed(vec![msg]);
    let said = script.screen().footer().trim().to_owned();
    assert!(said.starts_with("own.json:1:"), "{said}");
    assert!(script.screen().text().contains("Tikai te"), "{}", script.screen().text());
    own.action("1.1")["title"]["lv"] = "Un atkal".into();
    own.write();
    let script = own.reread(script);
    assert!(script.screen().text().contains("Un atkal"));
    assert_eq!(script.screen().footer().trim(), "Datnēs: 1 mainīts ieraksts (u parāda)");
}

#[test]
fn a_file_that_is_taken_away_gives_the_built_in_record_back() {
    let mut own = Folder::new();
    own.action("1.1")["title"]["lv"] = "Tikai te".into();
    own.write();
    let script = own.open().keys("2");
    fs::remove_file(own.place.path().join("own.json")).expect("removed");
    let script = own.reread(script);
    assert!(script.screen().text().contains("Arktikas savienotības"), "{}", script.screen().text());
}

#[test]
fn counts_take_the_form_their_number_asks_for() {
    for (lang, counts, said) in [
        (Lv, [1, 0, 0], "Datnēs: 1 mainīts ieraksts (u parāda)"),
        (Lv, [3, 1, 2], "Datnēs: 3 mainīti ieraksti, 1 jauns, 2 izņemti (u parāda)"),
        (Lv, [0, 11, 21], "Datnēs: 11 jaunu ierakstu, 21 izņemts (u parāda)"),
        (En, [3, 0, 0], "In your files: 3 records changed (u lists them)"),
        (En, [0, 1, 2], "In your files: 1 record new, 2 gone (u lists them)"),
    ] {
        assert_eq!((dosje::i18n::messages(lang).files.altered)(counts, Some("u")), said);
    }
}

#[test]
fn a_key_is_named_only_where_it_does_something() {
    for (keys, has_key) in
        [("2", true), ("2 Enter", true), ("2 / ar", false), ("3 M", false), ("?", false), ("2 jj v", false)]
    {
        let mut own = Folder::new();
        let script = own.open().keys(keys);
        own.action("1.1")["title"]["lv"] = "Cits".into();
        own.write();
        let script = own.reread(script);
        let said = script.screen().footer();
        assert_eq!(said.contains("(u parāda)"), has_key, "{keys}: {said}");
        assert!(said.contains("Datnēs: 1 mainīts ieraksts"), "{keys}: {said}");
        let shown = script.keys("u").screen().query();
        assert_eq!(shown.contains(dosje::i18n::messages(Lv).files.title), has_key, "{keys}: {shown}");
    }
}

#[test]
fn who_writes_on_a_record_sees_at_once_what_becomes_of_it_and_loses_nothing() {
    let long = |fate: &str| format!(" {fate}  1.1 Arktikas savienotības atbalstīšana");
    for (columns, rows, changed, gone) in [
        (120, 36, long("Ieraksts jūsu datnēs ir mainījies."), long("Šī ieraksta jūsu datnēs vairs nav.")),
        (80, 24, long("Ieraksts jūsu datnēs ir mainījies."), long("Šī ieraksta jūsu datnēs vairs nav.")),
        (40, 12, " mainīts  1.1 Arktikas savi…tbalstīšana".into(), " izņemts  1.1 Arktikas savi…tbalstīšana".into()),
    ] {
        let mut own = Folder::new();
        let script = own.open().resize(columns, rows).keys("2");
        let title = |script: &Script| script.screen().row(0);
        own.action("1.2")["summary"]["lv"] = "Cits.".into();
        own.write();
        let (other, _) = own.renewal(&script);
        let e = || Msg::Key(Key::plain(KeyCode::Char('e')));
        let write = |script: Script, msg: Msg| script.batch(vec![e(), Msg::Paste("vārds".into()), msg]);
        let script = write(script, other);
        assert_eq!(title(&script), " 1.1 Arktikas savienotības atbalstīšana", "another record");
        own.action("1.1")["summary"]["lv"] = "Cits.".into();
        own.write();
        let (other, _) = own.renewal(&script);
        let script = write(script, other);
        assert_eq!(title(&script), changed, "{columns}x{rows}");
        own.remove("1.1");
        own.write();
        let (other, _) = own.renewal(&script);
        let save = Msg::Key(Key { ctrl: true, ..Key::plain(KeyCode::Char('s')) });
        let script = write(script, other);
        assert_eq!(title(&script), gone, "{columns}x{rows}");
        // What is saved then is on the record all the same.
        let mut own = Folder::new();
        let script = own.open().keys("2");
        own.remove("1.1");
        own.write();
        let (other, _) = own.renewal(&script);
        let script = script.batch(vec![e(), Msg::Paste("vārds".into()), other, save]);
        assert_eq!(script.written("ids25/1.1")[0], ["vārds"]);
        assert!(script.drafts().is_empty(), "{:?}", script.drafts());
        let footer = script.screen().footer();
        assert!(footer.contains("1 izņemts ieraksts") && footer.contains("Saglabāts: 1.1"), "{footer}");
    }
}

#[test]
fn the_places_one_was_at_stay_where_their_records_are_still_there() {
    let mut own = Folder::new();
    let script = own.open().keys("2 / es Enter jjjjjj").keys("Enter");
    let first = (script.selected().to_owned(), script.screen().query());
    let target = |script: &Script| script.model.text().links.first().expect("a link").target.clone();
    let theme = target(&script);
    let script = script.keys("g v 1");
    assert_eq!(script.model.selected().map(|record| record.id().clone()), Some(theme.clone()));
    let script = script.keys("Esc 2 Esc / 6.4 Enter Enter g v 1");
    let last = script.model.selected().map(|record| record.id().clone());
    let script = own_changed(&mut own, script, "1.1");
    assert!(script.model.has_past(), "a record that one was not at is gone");
    let script = script.keys("[");
    assert_eq!((script.selected(), script.model.tab, script.model.focus), ("6.4", Tab::Actions, Focus::Detail));
    assert!(script.screen().text().contains("6.4"), "{}", script.screen().text());
    // Forward leads on to where one was.
    let script = script.keys("]");
    assert_eq!(script.model.selected().map(|record| record.id().clone()), last);
    let script = own_changed(&mut own, script, "6.4").keys("[");
    let query = script.screen().query();
    assert_eq!((script.selected(), query.split("  ").next()), (&*first.0, first.1.split("  ").next()), "{query}");
    assert_eq!((script.model.tab, script.model.focus), (Tab::Actions, Focus::Detail));
    assert_eq!(script.keys("[").screen().footer().trim(), dosje::i18n::messages(Lv).no_further);
}

/// The same once an action has gone.
fn own_changed(own: &mut Folder, script: Script, number: &str) -> Script {
    own.remove(number);
    own.write();
    own.reread(script)
}

#[test]
fn going_back_shows_what_is_marked_now() {
    let script = Script::new(Lv, 120, 36).keys("2 Space Enter g v 1 Esc 2 g j Space [ 6");
    assert_eq!(script.model.view().rows.len(), 2, "{}", script.screen().text());
}
