//! What concerns whom: the answers people ask for in the room, and what holds for every partner.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use dosje::domain::concerns::Concerns;
use dosje::domain::ladder::{Ladder, Order, RungKind};
use dosje::domain::records::{DocumentFile, PartnerRole};
use dosje::domain::vocabulary::{Partner, PartnersFile};
use dosje::domain::{Contents, Dataset, PartnerCode, Record, RecordId, RecordKind};
use dosje::store;
use proptest::prelude::*;

fn dataset() -> Dataset {
    store::load(None).dataset
}

fn code(text: &str) -> PartnerCode {
    PartnerCode::new(text)
}

fn ladder<'a>(concerns: &'a Concerns, partner: &str) -> Ladder<'a> {
    concerns.ladder(&code(partner), Order::Number).expect("a known partner")
}

/// Numbers of the actions on the rungs of one kind, in printed order.
fn actions(dataset: &Dataset, ladder: &Ladder<'_>, kind: RungKind) -> String {
    let on: BTreeSet<&RecordId> = ladder.of_kind(kind).flat_map(|rung| rung.records.clone()).collect();
    let numbers = dataset.actions().map(|action| &action.id).filter(|id| on.contains(id));
    numbers.map(RecordId::number).collect::<Vec<_>>().join(" ")
}

/// What leads to the records of a kind of rung, and to which.
fn ways(ladder: &Ladder<'_>, kind: RungKind) -> BTreeMap<String, String> {
    let rungs = ladder.of_kind(kind).map(|rung| {
        let via: Vec<&str> = rung.via.iter().map(|via| via.code.as_str()).collect();
        let records: Vec<&str> = rung.records.iter().map(|id| id.number()).collect();
        (via.join("+"), records.join(" "))
    });
    rungs.collect()
}

fn owned<const N: usize>(pairs: [(&str, &str); N]) -> BTreeMap<String, String> {
    pairs.into_iter().map(|(a, b)| (a.to_owned(), b.to_owned())).collect()
}

#[test]
fn who_is_a_partner_and_who_is_only_named_is_as_the_annex_has_it() {
    let dataset = dataset();
    let concerns = Concerns::of(&dataset);
    for (partner, direct, named) in [
        ("JP", "1.1 2.1.1 2.2.1 2.3.1 2.3.2 2.4.1 3.1 4.1 4.2 4.4", "2.3.5"),
        ("CA", "1.1 2.1.1 2.4.2 3.1 4.4", "2.4.4"),
        ("KR", "2.1.1 2.2.1 2.3.1 2.4.3 3.1", "2.1.4 2.3.5"),
        ("US", "1.1 2.1.1 2.3.2 3.1", "2.3.5"),
        ("IN", "2.1.1 2.3.3 3.1 4.1 4.2 4.4", ""),
        ("UA", "2.1.1 2.1.6 3.1 3.3 4.1 4.3 5.1", ""),
        ("MD", "2.1.1 3.1 3.3 4.1 4.3 5.1", ""),
        ("CN", "5.2", "2.3.5"),
        ("BR", "3.1 4.1", ""),
        ("SG", "3.1 4.2", "2.1.1"),
        ("TW", "2.2.2", "2.3.5"),
        ("AU", "2.1.1 3.1", ""),
        ("GB", "2.1.1 3.1", ""),
        ("CR", "2.2.3 4.1", ""),
        ("GL", "1.1", ""),
        ("MX", "3.1", ""),
        ("AR", "3.1", ""),
        ("EG", "4.1", ""),
        ("UY", "4.1", ""),
        ("SV", "4.1", ""),
        ("GT", "4.1", ""),
        ("HN", "4.1", ""),
        ("NI", "4.1", ""),
        ("PA", "4.1", ""),
        ("ZA", "", "2.1.3"),
        ("IT", "", "2.1.7"),
        ("TR", "", ""),
        ("m49:419", "1.4 2.1.1 2.1.6 2.4.5 3.8 3.9 5.4", "2.1.3"),
        ("m49:002", "2.1.1 2.1.6 2.1.7", "2.1.3"),
        ("m49:142", "", "2.1.3"),
        ("reg:asia-pacific", "2.1.6", ""),
        ("grp:wb6", "2.1.1 3.1 4.1 4.3 5.1", ""),
        ("grp:enlargement", "1.2 3.3", ""),
        ("grp:eu-candidates", "2.1.8", "4.3"),
        ("grp:eu-potential-candidates", "2.1.8", ""),
        ("grp:horizon-associated", "2.1.5", ""),
        ("grp:sica", "4.1", ""),
        ("grp:asean", "5.4", ""),
        ("grp:g7", "", "2.1.3 2.3.4 2.4.4 3.4"),
        ("grp:g20", "", "2.1.3"),
        ("grp:celac", "", "2.4.5"),
        ("scope:multilateral", "2.1.2 2.1.3 2.1.4 2.3.4 2.3.5 2.4.4 3.4 3.5 3.6 4.2 4.4 6.1", ""),
        ("scope:global", "1.3 1.5 3.7 4.5 5.5 5.6 6.2 6.3 6.4", ""),
        ("scope:bilateral", "3.2", ""),
        ("scope:eu", "2.1.8", "1.1 2.3.5"),
        ("org:oecd", "5.3", "2.1.2"),
        ("org:un", "5.3", "3.5 5.4"),
        ("org:unesco", "5.3", ""),
        ("org:ohchr", "5.3", ""),
        ("x:cbtn", "5.4", ""),
    ] {
        let ladder = ladder(&concerns, partner);
        assert_eq!(actions(&dataset, &ladder, RungKind::Direct), direct, "{partner}, direct");
        assert_eq!(actions(&dataset, &ladder, RungKind::Named), named, "{partner}, named");
    }
}

#[test]
fn candidates_are_reached_through_their_groups_with_the_day_of_the_list() {
    let dataset = dataset();
    let concerns = Concerns::of(&dataset);
    for country in ["UA", "MD"] {
        let ladder = ladder(&concerns, country);
        let expected =
            owned([("grp:enlargement", "1.2"), ("grp:horizon-associated", "2.1.5"), ("grp:eu-candidates", "2.1.8")]);
        assert_eq!(ways(&ladder, RungKind::Group), expected, "{country}");
        for via in ladder.of_kind(RungKind::Group).flat_map(|rung| &rung.via) {
            assert!(via.members_as_of.is_some(), "{country}: {} says of which day its list is", via.code);
        }
    }
}

#[test]
fn a_group_is_reached_through_groups_that_have_all_its_members_between_them() {
    let dataset = dataset();
    let concerns = Concerns::of(&dataset);
    // Five of the six are candidates and the sixth is a potential candidate.
    let expected = owned([
        ("grp:enlargement", "1.2 3.3"),
        ("grp:horizon-associated", "2.1.5"),
        ("grp:eu-candidates+grp:eu-potential-candidates", "2.1.8"),
    ]);
    assert_eq!(ways(&ladder(&concerns, "grp:wb6"), RungKind::Group), expected);
    // Row 4.3 has the candidates and, in the Western Balkans, the one enlargement country that is none.
    let enlargement = ladder(&concerns, "grp:enlargement");
    let expected = owned([
        ("grp:horizon-associated", "2.1.5"),
        ("grp:eu-candidates+grp:eu-potential-candidates", "2.1.8"),
        ("grp:wb6+grp:eu-candidates", "4.3"),
    ]);
    assert_eq!(ways(&enlargement, RungKind::Group), expected);
}

#[test]
fn a_row_that_lists_the_members_it_means_concerns_no_other_member() {
    let dataset = dataset();
    let concerns = Concerns::of(&dataset);
    // Row 4.1 gives the SICA member states and six of the eight in brackets.
    for country in ["BZ", "DO"] {
        assert_eq!(ways(&ladder(&concerns, country), RungKind::Group), owned([]), "{country}");
    }
    assert_eq!(ways(&ladder(&concerns, "VN"), RungKind::Group), owned([("grp:asean", "5.4")]));
}

#[test]
fn a_country_is_reached_through_its_regions_and_a_region_does_not_take_its_countries_rows() {
    let dataset = dataset();
    let concerns = Concerns::of(&dataset);
    let brazil = ladder(&concerns, "BR");
    assert_eq!(ways(&brazil, RungKind::Region), owned([("m49:419", "1.4 2.1.1 2.1.6 2.4.5 3.8 3.9 5.4")]));
    // The row on G7 and G20 names Latin America too; the group is the nearer way.
    assert_eq!(ways(&brazil, RungKind::Group), owned([("grp:g20", "2.1.3")]));
    let egypt = ladder(&concerns, "EG");
    assert_eq!(ways(&egypt, RungKind::Region), owned([("m49:002", "2.1.1 2.1.3 2.1.6 2.1.7")]));
    let inside = concerns.inside(&code("m49:419"));
    let inside: BTreeMap<&str, usize> = inside.iter().map(|inside| (inside.partner.as_str(), inside.records)).collect();
    // Costa Rica in 2.2.3 and 4.1, Brazil in 3.1, 4.1 and in the chronology of the note.
    let once = ["AR", "GT", "HN", "MX", "NI", "PA", "SV", "UY", "grp:sica"].map(|code| (code, 1));
    let expected: BTreeMap<&str, usize> = [("BR", 3), ("CR", 2)].into_iter().chain(once).collect();
    assert_eq!(inside, expected);
    assert_eq!(concerns.inside(&code("JP")), []);
}

#[test]
fn what_is_for_everybody_comes_last_and_only_where_nothing_nearer_leads_there() {
    let dataset = dataset();
    let concerns = Concerns::of(&dataset);
    // Of the twelve multilateral rows Japan is a partner of two, named in one, and in four as a member of the G7 or G20.
    let japan = ladder(&concerns, "JP");
    let expected = owned([
        ("scope:multilateral", "2.1.2 2.1.4 3.5 3.6 6.1"),
        ("scope:global", "1.3 1.5 3.7 4.5 5.5 5.6 6.2 6.3 6.4"),
    ]);
    assert_eq!(ways(&japan, RungKind::Worldwide), expected);
    assert_eq!(ways(&japan, RungKind::Group), owned([("grp:g7", "2.3.4 2.4.4 3.4"), ("grp:g7+grp:g20", "2.1.3")]));
    assert_eq!(ways(&japan, RungKind::Region), owned([("reg:asia-pacific", "2.1.6")]));
    let count = |ladder: &Ladder<'_>, kind| ladder.of_kind(kind).map(|rung| rung.records.len()).sum::<usize>();
    assert_eq!(RungKind::ALL.map(|kind| count(&japan, kind)), [10, 1, 4, 1, 14]);
    for scope in ["scope:global", "scope:multilateral", "scope:bilateral", "scope:eu"] {
        assert_eq!(count(&ladder(&concerns, scope), RungKind::Worldwide), 0, "{scope}");
    }
}

#[test]
fn a_meeting_names_its_actors_and_makes_nobody_a_partner() {
    let dataset = dataset();
    let concerns = Concerns::of(&dataset);
    let named = |partner: &str| {
        let ladder = ladder(&concerns, partner);
        let records: Vec<String> =
            ladder.of_kind(RungKind::Named).flat_map(|rung| &rung.records).map(ToString::to_string).collect();
        records.join(" ")
    };
    assert_eq!(named("TR"), "tte-2014-10/C6");
    assert_eq!(named("IT"), "ids25/2.1.7 tte-2014-10 tte-2014-10/C7");
    assert_eq!(named("BR"), "tte-2014-10/C4");
    assert_eq!(named("org:cstd"), "tte-2014-10 tte-2014-10/M3");
    assert_eq!(named("org:hr"), "", "who issued a paper is not concerned by it for that");
}

#[test]
fn by_deadline_the_soonest_end_comes_first_and_no_end_last() {
    let dataset = dataset();
    let concerns = Concerns::of(&dataset);
    let japan = concerns.ladder(&code("JP"), Order::Deadline).expect("Japan");
    let direct: Vec<&str> =
        japan.of_kind(RungKind::Direct).flat_map(|rung| &rung.records).map(|id| id.number()).collect();
    // 2027 twice, 2029, 2030 three times, then what has no end.
    assert_eq!(direct, ["4.1", "4.2", "2.4.1", "1.1", "2.2.1", "4.4", "2.1.1", "2.3.1", "2.3.2", "3.1"]);
}

#[test]
fn an_unknown_code_has_no_ladder() {
    let concerns = Concerns::of(&dataset());
    assert_eq!(concerns.ladder(&code("QQ"), Order::Number), None);
    assert_eq!(concerns.inside(&code("QQ")), []);
}

/// Everything that names `itself`, or one of `above` with all that belong to it; found the slow way.
fn naming(dataset: &Dataset, itself: Option<&PartnerCode>, above: &BTreeSet<&PartnerCode>) -> BTreeSet<RecordId> {
    let names = |record: &Record<'_>| {
        let has = |code: &PartnerCode| itself == Some(code) || above.contains(code);
        match record {
            Record::Action(action) => action.partners.iter().any(|partner| {
                itself == Some(&partner.code) || (above.contains(&partner.code) && !partner.members_by_name)
            }),
            Record::Event(event) => event.actors.iter().any(has),
            Record::Milestone(milestone) => milestone.actors.iter().any(has),
            Record::Meeting(meeting) => {
                let bodies = meeting.bodies.iter().any(|body| has(&body.code));
                bodies || meeting.presidency.iter().any(has) || has(&meeting.place.country)
            }
            _ => false,
        }
    };
    dataset.records().filter(names).map(|record| record.id().clone()).collect()
}

/// All that stands above a partner at any distance, by one sort of relation.
fn above<'a>(
    code: &'a PartnerCode,
    next: impl Fn(&'a PartnerCode) -> Vec<&'a PartnerCode>,
) -> BTreeSet<&'a PartnerCode> {
    let mut found: BTreeSet<&PartnerCode> = next(code).into_iter().collect();
    loop {
        let more: Vec<&PartnerCode> = found.iter().flat_map(|code| next(code)).collect();
        let before = found.len();
        found.extend(more);
        if found.len() == before {
            found.remove(code);
            return found;
        }
    }
}

fn groups_of<'a>(dataset: &'a Dataset, code: &'a PartnerCode) -> BTreeSet<&'a PartnerCode> {
    above(code, |code| {
        let having = dataset.partners().iter().filter(|group| group.members.contains(code));
        having.map(|group| &group.code).collect()
    })
}

fn regions_of<'a>(dataset: &'a Dataset, code: &'a PartnerCode) -> BTreeSet<&'a PartnerCode> {
    above(code, |code| dataset.partner(code).into_iter().flat_map(|partner| &partner.within).collect())
}

/// Everything that names groups which have all members of `group` between them.
fn taking_in(dataset: &Dataset, group: &Partner) -> BTreeSet<RecordId> {
    let of_each = group.members.iter().map(|member| {
        let mut groups = groups_of(dataset, member);
        groups.remove(&group.code);
        naming(dataset, None, &groups)
    });
    of_each.reduce(|all, of_one| all.intersection(&of_one).cloned().collect()).unwrap_or_default()
}

/// Checks every ladder of `dataset` against what is found the slow way.
fn check_all_ladders(dataset: &Dataset) {
    let concerns = Concerns::of(dataset);
    let (global, multilateral) = (code("scope:global"), code("scope:multilateral"));
    let printed: BTreeMap<&RecordId, usize> =
        dataset.records().enumerate().map(|(place, record)| (record.id(), place)).collect();
    for partner in dataset.partners() {
        let ladder = concerns.ladder(&partner.code, Order::Number).expect("a known partner");
        let all: Vec<&RecordId> = ladder.rungs.iter().flat_map(|rung| rung.records.clone()).collect();
        let once: BTreeSet<RecordId> = all.iter().map(|id| (*id).clone()).collect();
        assert_eq!(once.len(), all.len(), "{}: no record stands twice", partner.code);

        let near: BTreeSet<RecordId> = ladder
            .rungs
            .iter()
            .filter(|rung| rung.kind <= RungKind::Named)
            .flat_map(|rung| rung.records.iter().map(|id| (*id).clone()))
            .collect();
        assert_eq!(near, naming(dataset, Some(&partner.code), &BTreeSet::new()), "{}: direct and named", partner.code);

        let mut ways = groups_of(dataset, &partner.code);
        ways.append(&mut regions_of(dataset, &partner.code));
        let is_scope = partner.code.as_str().starts_with("scope:");
        if !is_scope {
            ways.extend([&global, &multilateral]);
        }
        let mut every = naming(dataset, Some(&partner.code), &ways);
        every.append(&mut taking_in(dataset, partner));
        assert_eq!(once, every, "{}: all that names it in any way, and nothing else", partner.code);

        let by_end = concerns.ladder(&partner.code, Order::Deadline).expect("a known partner");
        for (rung, same) in ladder.rungs.iter().zip(&by_end.rungs) {
            assert_eq!((rung.kind, &rung.via), (same.kind, &same.via));
            assert!(!rung.records.is_empty());
            assert!(rung.records.is_sorted_by_key(|id| printed[id]), "{}: as printed", partner.code);
            let end = |id: &RecordId| match dataset.record(id) {
                Some(Record::Action(action)) => action.timeline.last_day(),
                Some(Record::Milestone(milestone)) => milestone.planned.map(dosje::domain::Span::last_day),
                Some(Record::Event(event)) => event.date.map(dosje::domain::Span::last_day),
                Some(Record::Meeting(meeting)) => Some(meeting.date.last_day()),
                _ => None,
            };
            let key = |id: &&RecordId| (end(id).is_none(), end(id), printed[id]);
            assert!(same.records.is_sorted_by_key(key), "{}: by deadline", partner.code);
            let (mut a, mut b) = (rung.records.clone(), same.records.clone());
            a.sort();
            b.sort();
            assert_eq!(a, b, "{}: the same records in either order", partner.code);
        }
        assert_eq!(ladder.rungs.len(), by_end.rungs.len());
        assert!(ladder.rungs.is_sorted_by_key(|rung| rung.kind));
    }
}

#[test]
fn every_ladder_of_the_built_in_data_holds_each_record_once_and_all_that_name_the_partner() {
    check_all_ladders(&dataset());
}

/// An action of the built-in data with another number, other partners and another end.
fn action(nth: usize, partners: &[(String, bool, bool)], end: Option<i16>) -> serde_json::Value {
    let refs = partners.iter().map(|(code, is_partner, by_name)| {
        let role = if *is_partner { "partner" } else { "named" };
        serde_json::json!({
            "code": code, "role": role, "from": "cell", "as_printed": code, "members_by_name": by_name,
        })
    });
    let end = end.map(|year| year.to_string());
    let text = serde_json::json!({ "lv": "a", "en": "a" });
    serde_json::json!({
        "id": format!("big/{nth}"), "theme": "big/T1", "summary": text, "description": text,
        "title": { "lv": "a", "en": "a", "en_status": "own" },
        "partners": refs.collect::<Vec<_>>(),
        "timeline": { "raw": "a", "kind": "ongoing", "end": end, "certainty": "firm" },
        "source": []
    })
}

fn made(vocabulary: Vec<Partner>, actions: &[serde_json::Value]) -> Dataset {
    let text = serde_json::json!({ "lv": "a", "en": "a" });
    let file = serde_json::json!({
        "schema_version": 1, "kind": "document",
        "document": { "id": "big", "citation": text, "about": text, "language": "lv", "provenance": text },
        "actions": actions,
    });
    let file: DocumentFile = serde_json::from_value(file).expect("a document");
    let partners = PartnersFile { schema_version: 1, kind: "partners".to_owned(), partners: vocabulary };
    Dataset::build([Contents::Partners(partners), Contents::Document(Box::new(file))])
}

/// A vocabulary of ten names in which anything may be a member of anything and lie in anything.
fn vocabulary() -> impl Strategy<Value = Vec<Partner>> {
    let few = || proptest::collection::vec(0..NAMES.len(), 0..3);
    proptest::collection::vec((few(), few()), NAMES.len()).prop_map(|relations| {
        let names = |places: Vec<usize>| places.into_iter().map(|place| NAMES[place]).collect::<Vec<_>>();
        let partner = |(code, (members, within)): (&&str, (Vec<usize>, Vec<usize>))| {
            let kind = if code.starts_with("scope:") { "scope" } else { "group" };
            let partner = serde_json::json!({
                "code": code, "kind": kind, "name": { "lv": code, "en": code },
                "members": names(members), "within": names(within),
            });
            serde_json::from_value(partner).expect("a partner")
        };
        NAMES.iter().zip(relations).map(partner).collect()
    })
}

const NAMES: [&str; 10] = ["A", "B", "C", "D", "E", "F", "G", "scope:eu", "scope:global", "scope:multilateral"];

proptest! {
    #[test]
    fn ladders_hold_each_record_once_whatever_belongs_to_what(
        vocabulary in vocabulary(),
        rows in proptest::collection::vec(
            (proptest::collection::vec((0..NAMES.len(), any::<bool>(), any::<bool>()), 0..4), proptest::option::of(2025_i16..2031)),
            0..20,
        ),
    ) {
        let named = |(partners, end): (Vec<(usize, bool, bool)>, Option<i16>)| {
            let partners: Vec<_> = partners.into_iter().map(|(n, role, by_name)| (NAMES[n].to_owned(), role, by_name)).collect();
            (partners, end)
        };
        let rows = rows.into_iter().map(named).enumerate();
        let actions: Vec<_> = rows.map(|(nth, (partners, end))| action(nth, &partners, end)).collect();
        check_all_ladders(&made(vocabulary, &actions));
    }
}

#[test]
#[ignore = "a measurement: cargo test --release --test partners -- --ignored"]
fn a_ladder_over_a_hundred_thousand_actions_takes_less_than_five_milliseconds() {
    let built_in = dataset();
    let rows = built_in.actions().cycle().take(100_000).enumerate();
    let rows = rows.map(|(nth, row)| {
        let is_partner = |role| role == PartnerRole::Partner;
        let partners: Vec<_> =
            row.partners.iter().map(|p| (p.code.to_string(), is_partner(p.role), p.members_by_name)).collect();
        action(nth, &partners, row.timeline.end.map(dosje::domain::Date::year))
    });
    let large = made(built_in.partners().to_vec(), &rows.collect::<Vec<_>>());
    let timed = |work: &dyn Fn()| {
        let runs = (0..9).map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        });
        runs.min().expect("nine runs")
    };
    let concerns = Concerns::of(&large);
    let build = timed(&|| drop(Concerns::of(&large)));
    let mut slowest = (Duration::ZERO, String::new());
    for partner in built_in.partners() {
        for order in [Order::Number, Order::Deadline] {
            let took = timed(&|| drop(concerns.ladder(&partner.code, order)));
            slowest = slowest.max((took, partner.code.to_string()));
        }
    }
    let said = format!("build {build:?}, slowest ladder {slowest:?}");
    assert!(slowest.0 < Duration::from_millis(5), "{said}");
    assert!(build < Duration::from_millis(200), "{said}");
}

#[test]
fn kinds_of_record_that_stand_on_a_ladder_are_those_that_name_partners() {
    let dataset = dataset();
    let concerns = Concerns::of(&dataset);
    let ladders = dataset.partners().iter().filter_map(|partner| concerns.ladder(&partner.code, Order::Number));
    let ids: BTreeSet<&RecordId> = ladders.flat_map(|ladder| ladder.rungs).flat_map(|rung| rung.records).collect();
    let kinds: BTreeSet<RecordKind> = ids.iter().filter_map(|id| dataset.record(id)).map(Record::kind).collect();
    assert_eq!(
        kinds.into_iter().collect::<Vec<_>>(),
        [RecordKind::Action, RecordKind::Meeting, RecordKind::Event, RecordKind::Milestone]
    );
}
