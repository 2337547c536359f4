//! Briefings, as the person who takes one into a meeting reads them.

use dosje::briefing::{Briefing, Languages, Setting, markdown};
use dosje::domain::annotations::{Annotations, Change, Depth, Grouping, Intent, Slot};
use dosje::domain::kept::Book;
use dosje::domain::{Contents, Dataset, Lang, RecordId};
use dosje::store;
use jiff::civil::date;
use proptest::prelude::*;

fn dataset() -> Dataset {
    store::load(None).dataset
}

fn ids(dataset: &Dataset, numbers: &[&str]) -> Vec<RecordId> {
    numbers.iter().map(|number| dataset.named(number)[0].id().clone()).collect()
}

fn setting(languages: Languages) -> Setting {
    Setting::new(languages, date(2026, 11, 22))
}

/// What a user has written on some records.
fn own(written: &[(&str, Slot, &str)]) -> Annotations {
    let mut own = Annotations::default();
    for (id, slot, text) in written {
        let change = Change::Write {
            id: RecordId::new(*id),
            slot: *slot,
            seen: Vec::new(),
            text: (*text).to_owned(),
            on: String::new(),
        };
        own.apply(&change);
    }
    own
}

const ITEM: &str = "tte-2014-10/Q3";

fn story() -> Annotations {
    let mut own = own(&[
        (ITEM, Slot::Objective, "Panākt pastāvīgu IGF mandātu."),
        (ITEM, Slot::Points, "- Pateicamies prezidentūrai.\n- Mandāts jāpagarina."),
        (ITEM, Slot::Note, "Runāt ar Kārkliņu."),
        ("ids25/6.2", Slot::Points, "Internets paliek viens."),
    ]);
    own.apply(&Change::Show(RecordId::new("ids25/6.2"), Depth::Short));
    own
}

fn markdown_of(numbers: &[&str], own: &Annotations, setting: &Setting) -> String {
    let dataset = dataset();
    markdown::write(&Briefing::build(&dataset, own, &ids(&dataset, numbers), setting))
}

fn headings(text: &str) -> Vec<&str> {
    text.lines().filter(|line| line.starts_with('#')).collect()
}

#[test]
fn an_item_is_told_in_the_order_of_a_flash_card() {
    let setting = Setting { has_notes: true, ..setting(Languages::One(Lang::En)) };
    let text = markdown_of(&["Q3"], &story(), &setting);
    let expected = [
        "# Briefing",
        "## Q3 Europe’s role, WSIS review, developing countries",
        "### Objective",
        "### Position",
        "### Own lines",
        "### If raised: open questions",
        "### Background",
        "### Mind",
        "### What came later (not in the document)",
        "### Related (our pointer, not in the document)",
        "### Sources",
        "### Personal note (not for distribution)",
    ];
    let warnings = dosje::i18n::messages(Lang::En).labels.warnings;
    let expected: Vec<String> = expected.iter().map(|line| line.replace("Mind", warnings)).collect();
    assert_eq!(headings(&text), expected);
}

#[test]
fn a_note_is_for_the_user_alone_unless_asked_for() {
    let quiet = markdown_of(&["Q3"], &story(), &setting(Languages::One(Lang::Lv)));
    assert!(!quiet.contains("Runāt ar Kārkliņu"), "{quiet}");
}

#[test]
fn a_position_carries_its_year_and_a_later_fact_its_date_and_address() {
    let text = markdown_of(&["Q3"], &story(), &setting(Languages::One(Lang::Lv)));
    let (_, position) = text.split_once("### Pozīcija").expect("a position");
    assert!(position.trim_start().starts_with("*2014. gada nostāja; var būt novecojusi*"), "{position}");
    let (_, later) = text.split_once("### Vēlāk notikušais (nav dokumentā)").expect("later facts");
    let (later, _) = later.split_once("###").expect("an end");
    for line in later.lines().filter(|line| !line.is_empty()) {
        assert!(line.starts_with("- **") && line.contains("<https://"), "{line}");
    }
    assert!(later.contains("tas ir pastāvīgs"), "{later}");
}

#[test]
fn an_indicative_time_span_is_never_told_as_firm() {
    let text = markdown_of(&["2.4.1", "2.2.2"], &Annotations::default(), &setting(Languages::One(Lang::En)));
    let spans: Vec<&str> = text.lines().filter(|line| line.starts_with("- **Timeline:**")).collect();
    assert_eq!(spans.len(), 2);
    assert!(spans[0].contains("indicative"), "{}", spans[0]);
    assert!(spans[1].contains("possible in 2026") && spans[1].contains("only a possibility"), "{}", spans[1]);
}

#[test]
fn short_depth_keeps_points_and_sources_and_title_depth_the_title() {
    let text = markdown_of(&["6.2"], &story(), &setting(Languages::One(Lang::Lv)));
    assert_eq!(headings(&text)[2..], ["### Savas tēzes", "### Avoti"]);
    let setting = Setting { depth: Some(Depth::Title), ..setting(Languages::One(Lang::Lv)) };
    assert_eq!(headings(&markdown_of(&["6.2"], &story(), &setting)).len(), 2);
}

#[test]
fn in_both_languages_texts_are_pairs_and_own_lines_stand_once() {
    let text = markdown_of(&["Q3"], &story(), &setting(Languages::Both));
    assert!(text.contains(
        "- Eiropas Savienība ir par IGF mandāta pagarināšanu.\\\n  *The European Union supports extending the mandate of the IGF.*"
    ));
    assert_eq!(text.matches("Mandāts jāpagarina.").count(), 1);
    assert!(text.contains("### Mērķis / Objective"));
}

#[test]
fn our_english_is_marked_and_official_english_is_not() {
    let text = markdown_of(&["1.1", "2.4.1"], &Annotations::default(), &setting(Languages::One(Lang::En)));
    assert!(text.contains("## 1.1 Support to Arctic connectivity\n"), "{text}");
    assert!(text.contains("## 2.4.1 EU–Japan quantum computing cooperation \\[our translation\\]\n"), "{text}");
}

#[test]
fn what_is_said_if_raised_is_told_and_timed_apart() {
    let dataset = dataset();
    let built = |own: &Annotations| {
        Briefing::build(&dataset, own, &ids(&dataset, &["Q3"]), &setting(Languages::One(Lang::Lv))).speaking(Lang::Lv)
    };
    let mut own = story();
    let spoken = built(&own);
    assert!(spoken.words > 80, "the points of the position and five words of one's own: {spoken:?}");
    own.apply(&Change::Intend(RecordId::new(ITEM), Some(Intent::IfRaised)));
    let raised = built(&own);
    assert_eq!((raised.words, raised.if_raised), (0, spoken.words + spoken.if_raised));
    own.apply(&Change::Intend(RecordId::new(ITEM), Some(Intent::Listen)));
    assert_eq!((built(&own).words, built(&own).if_raised), (0, 0));
    let text = markdown_of(&["Q3"], &story(), &setting(Languages::One(Lang::Lv)));
    assert!(!text.contains("Ja aktualizē: pozīcija"));
}

#[test]
fn own_words_do_not_count_as_spoken_where_they_are_the_objective() {
    let dataset = dataset();
    let words = |own: &Annotations| {
        let briefing = Briefing::build(&dataset, own, &ids(&dataset, &["6.1"]), &setting(Languages::One(Lang::Lv)));
        briefing.speaking(Lang::Lv).words
    };
    assert_eq!(words(&own(&[("ids25/6.1", Slot::Objective, "viens divi trīs")])), 0);
    assert_eq!(words(&own(&[("ids25/6.1", Slot::Points, "viens divi trīs")])), 3);
}

#[test]
fn a_group_has_a_heading_and_an_action_stands_in_full_once() {
    let setting = Setting { grouping: Some(Grouping::Partner), ..setting(Languages::One(Lang::Lv)) };
    let text = markdown_of(&["2.3.2"], &Annotations::default(), &setting);
    let groups: Vec<&str> = text.lines().filter(|line| line.starts_with("## ")).collect();
    assert_eq!(groups.len(), 2, "{text}");
    assert_eq!(text.matches("#### Pamatinformācija").count(), 1);
    assert_eq!(text.matches("- aprakstīts iepriekš").count(), 1);
}

#[test]
fn two_versions_of_a_text_both_stand() {
    let both = own(&[("ids25/6.1", Slot::Points, "pirmā"), ("ids25/6.1", Slot::Points, "otrā")]);
    let text = markdown_of(&["6.1"], &both, &setting(Languages::One(Lang::Lv)));
    assert!(text.contains("- **1. versija no 2:** pirmā\n- **2. versija no 2:** otrā\n"), "{text}");
}

#[test]
fn a_handling_marking_stands_at_head_and_foot() {
    let mut files = store::builtin::contents();
    for contents in &mut files {
        if let Contents::Document(file) = contents {
            file.document.marking = Some("LIMITE".to_owned());
        }
    }
    let dataset = Dataset::build(files);
    let build = |numbers| {
        Briefing::build(&dataset, &Annotations::default(), &ids(&dataset, numbers), &setting(Languages::One(Lang::Lv)))
    };
    let text = markdown::write(&build(&["2.4.1"]));
    assert!(text.starts_with("**LIMITE**\n") && text.ends_with("\n\n**LIMITE**\n"), "{text}");
    assert_eq!(build(&["Q3"]).markings, ["LIMITE"], "its background tells of actions of the plan");
    assert!(build(&["M1"]).markings.is_empty());
}

/// The plain text of a quote that the Markdown export wrote.
fn unescaped(markdown: &str) -> String {
    let quoted = markdown.lines().filter(|line| line.starts_with('>'));
    let line = |line: &str| {
        let line = line.strip_prefix("> ").or(line.strip_prefix('>')).unwrap_or(line);
        // An odd number of backslashes at the end breaks the line.
        let slashes = line.chars().rev().take_while(|c| *c == '\\').count();
        let line = if slashes % 2 == 1 { &line[..line.len() - 1] } else { line };
        let mut out = String::new();
        let mut chars = line.chars();
        while let Some(c) = chars.next() {
            if c == '\\' {
                out.extend(chars.next());
            } else {
                out.push(c);
            }
        }
        out.replace("&#32;", " ").replace("&lt;", "<").replace("&amp;", "&")
    };
    quoted.map(line).collect::<Vec<_>>().join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_note_survives_being_saved_loaded_and_exported(note in "(\\PC|[\\n \\\\*#>`|<&.1-9-]){1,80}") {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("state.json");
        let id = RecordId::new("ids25/6.1");
        let change = Change::Write { id: id.clone(), slot: Slot::Note, seen: Vec::new(), text: note, on: String::new() };
        store::book::change::<Annotations>(&file, &[change]).expect("saved");
        let own: Annotations = store::book::load(&file).expect("loaded");
        let kept = own.of(&id).expect("written on").note.all()[0].clone();
        let setting = Setting { has_notes: true, ..setting(Languages::One(Lang::Lv)) };
        let text = markdown_of(&["6.1"], &own, &setting);
        let (_, text) = text.split_once("### Personīga piezīme (nav izplatīšanai)").expect("the note");
        prop_assert_eq!(unescaped(text), kept);
    }
}
