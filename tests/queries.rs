//! What people type, and the record they mean: how often it comes first.

use std::collections::BTreeMap;

use dosje::app::Tab;
use dosje::domain::Dataset;
use dosje::search::{Query, SearchIndex};

const TABLE: &str = include_str!("queries/queries.tsv");

struct Asked {
    kind: &'static str,
    query: &'static str,
    targets: Vec<&'static str>,
}

fn table() -> Vec<Asked> {
    let rows = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    rows.map(|line| {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or_else(|| panic!("three cells: {line}"));
        Asked { kind: cell(), query: cell(), targets: cell().split('|').collect() }
    })
    .collect()
}

fn first_places(dataset: &Dataset, index: &SearchIndex, asked: &Asked) -> Vec<String> {
    let day = jiff::civil::date(2026, 11, 21);
    let listed = |kind| Tab::ALL.into_iter().any(|tab| tab.lists(kind));
    let found = index.search(dataset, &Query::parse(asked.query), day, listed);
    found.hits.into_iter().take(5).map(|hit| hit.id.to_string()).collect()
}

#[test]
fn the_record_that_is_meant_comes_first_at_least_98_times_in_100() {
    let dataset = dosje::store::load(None).dataset;
    let index = SearchIndex::build(&dataset);
    let mut shares: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut missed = String::new();
    for asked in table() {
        let places = first_places(&dataset, &index, &asked);
        let is_first = places.first().is_some_and(|first| asked.targets.contains(&first.as_str()));
        let share = shares.entry(asked.kind).or_default();
        share.0 += usize::from(is_first);
        share.1 += 1;
        if !is_first {
            missed += &format!("{}: {:?} wants {:?}, found {places:?}\n", asked.kind, asked.query, asked.targets);
        }
    }
    let (first, all) = shares.values().fold((0, 0), |sum, share| (sum.0 + share.0, sum.1 + share.1));
    assert!(all >= 150 && first * 100 >= all * 98, "{first} of {all}: {shares:?}\n{missed}");
}
