//! The rows of a list. Those that answer a query are put in order only as far as somebody looks.

use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

use crate::domain::Ordinal;
use crate::search::Hit;

/// A row of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The record.
    pub ordinal: Ordinal,
    /// How far it is indented.
    pub depth: u8,
    /// Whether another tab lists it.
    pub is_elsewhere: bool,
    /// The hit it comes from, where there is a query.
    pub hit: Option<Hit>,
}

impl Row {
    /// A row of a list without a query.
    #[must_use]
    pub fn listed(ordinal: Ordinal, depth: u8) -> Self {
        Self { ordinal, depth, is_elsewhere: false, hit: None }
    }
}

/// The rows of a list, cheap to copy.
#[derive(Debug, Clone)]
pub struct Rows(Kind);

#[derive(Debug, Clone)]
enum Kind {
    Listed(Arc<[Row]>),
    Ranked(Rc<Ranked>),
}

/// Answers to a query: a screenful of the best is found sooner than 100,000 are put in order.
#[derive(Debug)]
struct Ranked {
    /// In the order of the dataset.
    hits: Vec<Hit>,
    /// The place of each of them.
    places: Vec<Place>,
    /// The first places in order.
    first: Vec<Place>,
    /// All of them in order, once a later one is asked for.
    all: OnceCell<Vec<Place>>,
}

/// How many are put in order at once: more than a page of any list.
const FIRST: usize = 256;

/// Place of an answer among the others, the first the least number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place(u64);

/// Bits of an ordinal, below that which says that another tab lists the record.
const ORDINAL_BITS: u32 = u32::BITS;
const WORTH_BITS: u32 = 30;

impl Place {
    /// The place of a hit: by its score, a little in favour of the tab one is on; the best is never hidden behind the
    /// tab's own, unless those are all to come first.
    fn of(hit: &Hit, is_elsewhere: bool, is_own_first: bool) -> Self {
        let most = (1 << WORTH_BITS) - 1;
        let favour = if is_elsewhere { 0 } else { hit.score / 4 };
        let packed =
            u64::from(is_elsewhere && is_own_first) << WORTH_BITS | u64::from(most - (hit.score + favour).min(most));
        Self((packed << 1 | u64::from(is_elsewhere)) << ORDINAL_BITS | u64::from(hit.ordinal.0))
    }

    fn is_elsewhere(self) -> bool {
        self.0 >> ORDINAL_BITS & 1 == 1
    }

    fn ordinal(self) -> Ordinal {
        Ordinal(u32::try_from(self.0 & u64::from(u32::MAX)).unwrap_or(u32::MAX))
    }
}

impl Rows {
    /// Hits in the order of the dataset, to be put in the order of a tab: its own, and those that other tabs list.
    #[must_use]
    pub fn ranked(hits: Vec<Hit>, is_elsewhere: impl Fn(&Hit) -> bool, is_own_first: bool) -> Self {
        let places: Vec<Place> = hits.iter().map(|hit| Place::of(hit, is_elsewhere(hit), is_own_first)).collect();
        let first = least(&places, FIRST);
        Self(Kind::Ranked(Rc::new(Ranked { hits, places, first, all: OnceCell::new() })))
    }

    /// The number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.0 {
            Kind::Listed(rows) => rows.len(),
            Kind::Ranked(ranked) => ranked.hits.len(),
        }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The row at this place.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<Row> {
        match &self.0 {
            Kind::Listed(rows) => rows.get(at).copied(),
            Kind::Ranked(ranked) => ranked.row(at),
        }
    }

    /// All rows, from the first.
    pub fn iter(&self) -> impl Iterator<Item = Row> {
        (0..self.len()).filter_map(|at| self.get(at))
    }

    /// How many of them no other tab lists.
    #[must_use]
    pub fn own(&self) -> usize {
        match &self.0 {
            Kind::Listed(rows) => rows.iter().filter(|row| !row.is_elsewhere).count(),
            Kind::Ranked(ranked) => ranked.places.iter().filter(|place| !place.is_elsewhere()).count(),
        }
    }

    /// The first row of a record.
    #[must_use]
    pub fn position(&self, ordinal: Ordinal) -> Option<usize> {
        match &self.0 {
            Kind::Listed(rows) => rows.iter().position(|row| row.ordinal == ordinal),
            Kind::Ranked(ranked) => ranked.position(ordinal),
        }
    }
}

impl Default for Rows {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl From<Vec<Row>> for Rows {
    fn from(rows: Vec<Row>) -> Self {
        Arc::<[Row]>::from(rows).into()
    }
}

impl From<Arc<[Row]>> for Rows {
    fn from(rows: Arc<[Row]>) -> Self {
        Self(Kind::Listed(rows))
    }
}

impl Ranked {
    fn row(&self, at: usize) -> Option<Row> {
        let place = self.first.get(at).or_else(|| self.all().get(at))?;
        let hit = self.hits.get(self.hit_of(place.ordinal())?)?;
        Some(Row { ordinal: hit.ordinal, depth: 0, is_elsewhere: place.is_elsewhere(), hit: Some(*hit) })
    }

    fn all(&self) -> &[Place] {
        self.all.get_or_init(|| {
            let mut all = self.places.clone();
            all.sort_unstable();
            all
        })
    }

    fn hit_of(&self, ordinal: Ordinal) -> Option<usize> {
        self.hits.binary_search_by_key(&ordinal, |hit| hit.ordinal).ok()
    }

    fn position(&self, ordinal: Ordinal) -> Option<usize> {
        let own = self.places.get(self.hit_of(ordinal)?)?;
        Some(self.places.iter().filter(|place| *place < own).count())
    }
}

/// The `count` least of `places` in order; all if there are fewer.
fn least(places: &[Place], count: usize) -> Vec<Place> {
    let mut least = Vec::with_capacity(2 * count);
    let mut limit = Place(u64::MAX);
    for place in places {
        if *place < limit {
            least.push(*place);
        }
        if least.len() == 2 * count {
            limit = *least.select_nth_unstable(count).1;
            least.truncate(count);
        }
    }
    least.sort_unstable();
    least.truncate(count);
    least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_are_those_that_sorting_puts_first() {
        for (count, step) in [(0_u64, 1), (1, 1), (9, 4), (40, 7), (5_000, 1_013), (5_000, 4_999)] {
            let places: Vec<Place> = (0..count).map(|number| Place(number * step % 5_000)).collect();
            let mut sorted = places.clone();
            sorted.sort_unstable();
            sorted.truncate(10);
            assert_eq!(least(&places, 10), sorted, "{count}");
        }
    }
}
