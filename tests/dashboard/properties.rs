//! What holds whatever is typed: for arbitrary keys, sizes, queries and texts.

use std::time::Duration;

use dosje::app::keymap::BINDINGS;
use dosje::app::pointer::{Mouse, Touch};
use dosje::app::{Key, KeyCode, Mode, Msg};
use dosje::domain::Lang::Lv;
use dosje::domain::kept::Book;
use dosje::domain::queries::{Change, Queries};
use dosje::domain::untrusted::line;
use dosje::search::fold::{Folded, fold};
use dosje::search::term::Term;
use dosje::search::{Found, Hit, Query, Repair, SearchIndex};
use proptest::prelude::*;
use proptest::sample::select;

use crate::hostile::Dice;
use crate::query::{self, BUILT, situation};
use crate::script::Script;
use crate::{untrusted, upheld};

/// How often something is tried.
fn cases(usual: u32) -> u32 {
    std::env::var_os("PROPTEST_CASES").and_then(|cases| cases.to_str()?.parse().ok()).unwrap_or(usual)
}

/// Keys that mean something, save those that end the program.
fn bound_key() -> impl Strategy<Value = Key> {
    let is_way_out = |key: &Key| *key == Key::plain(KeyCode::Char('q')) || (key.ctrl && key.code == KeyCode::Char('c'));
    select(BINDINGS.iter().map(|binding| binding.key).filter(|key| !is_way_out(key)).collect::<Vec<_>>())
}

fn letter() -> impl Strategy<Value = Key> {
    prop_oneof!["[a-pr-z0-9āčēģīķļņšūž.: ]", "[^q]"]
        .prop_map(|text| text.chars().next().unwrap_or('a'))
        .prop_map(|letter| Key::plain(KeyCode::Char(letter)))
}

fn size() -> impl Strategy<Value = (u16, u16)> {
    prop_oneof![4 => (20..=130u16, 5..=40u16), 1 => (1..=30u16, 1..=8u16)]
}

fn event() -> impl Strategy<Value = Msg> {
    prop_oneof![
        12 => bound_key().prop_map(Msg::Key),
        3 => letter().prop_map(Msg::Key),
        1 => ".{0,12}".prop_map(Msg::Paste),
        2 => size().prop_map(|(columns, rows)| Msg::Resized(columns, rows)),
        2 => (0..130u16, 0..40u16, select(vec![Touch::Press, Touch::WheelUp, Touch::WheelDown]))
            .prop_map(|(column, row, touch)| Msg::Mouse(Mouse { column, row, touch })),
        1 => (0..5000_u64).prop_map(|time| Msg::Elapsed(Duration::from_millis(time))),
    ]
}

/// Text of letters that fold to more, fewer or other letters than they are.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,40}",
        "[a-zA-ZāčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ0-9 .:–„”-]{0,60}",
        "[aāißẞİﬁŉǰ㎏Ⅷ½\u{301}\u{304}\u{327}\u{345}е\u{ad}K… ]{0,24}",
    ]
}

/// What people type, and what they hardly do: filters, phrases, exclusions, and pieces of each.
fn query_text() -> impl Strategy<Value = String> {
    let pieces = vec![
        "kind:", "veids:", "theme:", "partner:", "due:", "end:", "until:", "is:", "-", "\"", "!", "^", "'", "(", ")",
        "|", ":", "2.4.1", "2.", "japāna", "kvantu", "marked", "2027", "<2027", ">", "..", "*", "Q3", " ", "  ", "ß",
        "İ", "\u{301}", "\u{200d}",
    ];
    prop_oneof![
        text(),
        prop::collection::vec(prop_oneof![4 => select(pieces).prop_map(str::to_owned), 1 => ".{0,3}"], 0..12)
            .prop_map(|pieces| pieces.concat())
    ]
}

/// Letters from everywhere, the harmful ones most of all.
fn hostile_text() -> impl Strategy<Value = String> {
    prop_oneof![any::<u64>().prop_map(|seed| Dice(seed).text(300)), text(), any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(48), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_happens_loses_the_selection_or_the_text(events in prop::collection::vec(event(), 1..40)) {
        let mut script = Script::new(Lv, 80, 24);
        for event in events {
            let may_end = matches!(script.model.mode, Mode::Palette(_)) || matches!(event, Msg::Mouse(_));
            script = match event {
                Msg::Resized(columns, rows) => script.resize(columns, rows),
                other => script.feed(vec![other]),
            };
            if may_end && script.exit().is_some() {
                // Quitting can be picked from the palette, and pressed in the last line.
                break;
            }
            prop_assert_eq!(script.exit(), None);
            upheld::uphold(&script);
        }
    }

    #[test]
    fn a_query_can_be_made_of_any_text(text in query_text()) {
        query::uphold(&text);
    }

    #[test]
    fn what_is_cleaned_is_clean_and_stays_as_it_is(text in hostile_text()) {
        untrusted::uphold(&text);
    }

    #[test]
    fn a_record_is_found_by_a_longer_query_only_if_a_shorter_one_finds_it(
        first in "[a-zāčēģīķļņšūž]{1,3}|(kv|japa|dig|[a-p])[aeiou]?[a-z]{0,2}", second in "[a-zāčēģīķļņšūž]{4,8}|part|dros|tehno",
    ) {
        let (dataset, index) = &*BUILT;
        let found = |text: &str| index.search(dataset, &index.read(dataset, text), situation());
        let (one, two) = (found(&first), found(&format!("{first} {second}")));
        let turned = found(&format!("{second} {first}"));
        let leaves_out = |found: &Found| found.repairs.iter().any(|repair| matches!(repair, Repair::Without(_)));
        prop_assert_eq!(leaves_out(&turned), leaves_out(&two));
        if leaves_out(&two) {
            let other = found(&second);
            let tells = |hit: &Hit| index.why(dataset, hit).is_some_and(|why| why.field.tells());
            let rung = |found: &Found| (found.repairs.is_empty(), found.hits.iter().any(tells));
            let is_better = !other.hits.is_empty() && rung(&other) > rung(&one);
            let alone = if one.hits.is_empty() || is_better { other } else { one.clone() };
            prop_assert_eq!(&two.hits, &alone.hits, "what was found before stays, unless the other says more");
        } else {
            prop_assert_eq!(turned.hits.len(), two.hits.len(), "the order of words is nothing");
        }
        prop_assert_eq!(&found(&first), &one, "the same search twice");
        let is_ordered = |pair: &[Hit]| (pair[1].score, pair[0].ordinal) < (pair[0].score, pair[1].ordinal);
        prop_assert!(two.hits.windows(2).all(is_ordered), "best first, then in the order of the papers");
        let is_plain = Term::new(&fold(&first)).text().len() > 3 && one.repairs.is_empty() && two.repairs.is_empty();
        if is_plain {
            let is_in_one = |hit: &Hit| one.hits.iter().any(|other| other.ordinal == hit.ordinal);
            prop_assert!(two.hits.iter().all(is_in_one));
        }
    }

    #[test]
    fn typing_on_gives_what_a_fresh_search_gives(typed in "[a-zāčšž:.\\- ]{1,16}") {
        let mut script = Script::new(Lv, 80, 24).keys("2 /");
        for letter in typed.chars() {
            script = script.feed(vec![Msg::Key(Key::plain(KeyCode::Char(letter)))]);
        }
        let fresh = Script::new(Lv, 80, 24).keys("2 /").paste(&typed);
        prop_assert!(script.screen() == fresh.screen(), "{typed:?}");
    }

    #[test]
    fn both_ways_of_folding_agree(text in text()) {
        let folded = Folded::of(&text);
        prop_assert_eq!(folded.text(), fold(&text));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(48), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arrows_in_the_search_line_show_what_was_asked_or_nothing(
        asked in prop::collection::vec("[a-zā]{2,6}", 0..6),
        keys in prop::collection::vec(select(vec!["Up", "Down"]), 0..12),
    ) {
        let mut queries = Queries::default();
        for query in asked {
            queries.apply(&Change::Remember(query));
        }
        let mut script = Script::with_queries(Lv, 80, 24, queries.clone()).keys("/");
        for key in keys {
            script = script.keys(key);
            let shown = script.model.view().input.text();
            prop_assert!(shown.is_empty() || queries.history.iter().any(|query| query == shown), "{}", shown);
            if script.model.mode != Mode::Search {
                break;
            }
        }
    }

    #[test]
    fn what_is_kept_is_what_is_read_again(names in prop::collection::vec(text(), 1..5), query in text()) {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("queries.json");
        let mut queries = Queries::default();
        // As the search line takes it.
        let query = line(&query).into_owned();
        for name in names {
            let name = line(&name).into_owned();
            let changes = [Change::Save { name, query: query.clone() }, Change::Remember(query.clone())];
            for change in &changes {
                queries.apply(change);
            }
            prop_assert!(dosje::store::book::change::<Queries>(&file, &changes).is_ok());
        }
        prop_assert_eq!(dosje::store::book::load::<Queries>(&file), Ok(queries));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(400), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn marks_lie_on_whole_letters_in_order_and_apart(text in text(), from in 0..60usize, length in 1..8usize, typed in text()) {
        let index = SearchIndex::build(&dosje::domain::Dataset::default());
        let part: String = text.chars().skip(from % text.chars().count().max(1)).take(length).collect();
        for typed in [part, typed] {
            let mut end = None;
            for range in index.highlights(&Query::parse(&typed), &[], &text) {
                prop_assert!(range.start < range.end, "{:?}", range);
                prop_assert!(text.get(range.clone()).is_some(), "{:?} in {:?}", range, text);
                prop_assert!(end.is_none_or(|end| end < range.start), "{:?} after {:?}", range, end);
                end = Some(range.end);
            }
        }
    }
}

/// Folding goes letter by letter, so that this holds for every text.
#[test]
fn folding_any_letter_twice_is_folding_it_once() {
    let mut wrong = Vec::new();
    for letter in '\0'..=char::MAX {
        let once = fold(letter.encode_utf8(&mut [0; 4]));
        if fold(&once) != once {
            wrong.push(letter);
        }
    }
    assert!(wrong.is_empty(), "{}: {wrong:?}", wrong.len());
}

#[test]
fn every_title_is_found_by_its_own_words() {
    let (dataset, index) = &*BUILT;
    for record in dataset.records() {
        for lang in [Lv, Lv.other()] {
            let title = record.title(lang);
            let found = index.search(dataset, &index.read(dataset, title), situation());
            let ordinal = dataset.ordinal(record.id());
            assert!(found.hits.iter().any(|hit| Some(hit.ordinal) == ordinal), "{title}");
        }
    }
}
