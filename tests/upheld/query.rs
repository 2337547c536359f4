//! What holds of any text as a query.

use std::sync::LazyLock;

use dosje::domain::Dataset;
use dosje::domain::Lang::Lv;
use dosje::domain::annotations::Annotations;
use dosje::search::{Query, SearchIndex, Situation};
use jiff::civil::date;

/// The built-in data and their index, made once.
pub static BUILT: LazyLock<(Dataset, SearchIndex)> = LazyLock::new(|| {
    let dataset = dosje::store::load(None).dataset;
    let index = SearchIndex::build(&dataset);
    (dataset, index)
});

static NOTHING: LazyLock<Annotations> = LazyLock::new(Annotations::default);

/// 21 November 2026, and nothing added by the user.
pub fn situation() -> Situation<'static> {
    Situation { today: date(2026, 11, 21), annotations: &NOTHING }
}

/// A query can be made of it, what it finds is there, and what is marked as found is some of it.
pub fn uphold(text: &str) {
    let query = Query::parse(text);
    assert!(query.terms().all(|term| !term.text().is_empty()));
    assert!(query.is_empty() || !text.trim().is_empty());
    let (dataset, index) = &*BUILT;
    let read = index.read(dataset, text);
    for mistake in index.mistakes(&read) {
        assert!(!mistake.typed.is_empty());
    }
    let found = index.search(dataset, &read, situation());
    for hit in found.hits.iter().take(20) {
        let record = dataset.at(hit.ordinal).expect("found");
        for title in [record.title(Lv), record.title(Lv.other())] {
            for range in index.highlights(&read, &[], title) {
                assert!(title.get(range.clone()).is_some_and(|part| !part.is_empty()), "{range:?} in {title:?}");
            }
        }
    }
}
