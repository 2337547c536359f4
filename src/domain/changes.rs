//! What differs between two states of the data, record by record.

use rustc_hash::{FxHashMap, FxHashSet};

use super::dataset::Dataset;
use super::id::RecordId;
use super::meeting::{AgendaItem, Meeting};
use super::overlay::{Later, Link};
use super::record::Record;
use super::text::Lang;

/// What became of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    /// It says something else, or something else is said of it.
    Changed,
    /// It was not there before.
    New,
    /// It is not there any more.
    Gone,
}

impl Fate {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 3] = [Self::Changed, Self::New, Self::Gone];
}

/// A record that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Altered {
    /// The record.
    pub id: RecordId,
    /// What became of it.
    pub fate: Fate,
    /// Whether it was there before all that happened.
    was_there: bool,
    /// Its title in Latvian and in English, the last it had.
    titles: [Box<str>; 2],
}

impl Altered {
    fn of(record: Record<'_>, fate: Fate) -> Self {
        let titles = [Lang::Lv, Lang::En].map(|lang| record.title(lang).into());
        Self { id: record.id().clone(), fate, was_there: fate != Fate::New, titles }
    }

    /// Its title.
    #[must_use]
    pub fn title(&self, lang: Lang) -> &str {
        let [latvian, english] = &self.titles;
        match lang {
            Lang::Lv => latvian,
            Lang::En => english,
        }
    }
}

/// The records that are not as they were.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    records: Vec<Altered>,
}

impl Changes {
    /// What is to be done to the one to make the other of it, in the order of the later one, with what is gone behind.
    #[must_use]
    pub fn between(before: &Dataset, after: &Dataset) -> Self {
        let bearing = bearing(before, after);
        let is_as_before = |old, new: Record<'_>| !bearing.contains(new.id()) && is_same(old, new);
        let fate = |record: Record<'_>| match before.record(record.id()) {
            None => Some(Fate::New),
            Some(old) if is_as_before(old, record) => None,
            Some(_) => Some(Fate::Changed),
        };
        let there = after.records().filter_map(|record| Some(Altered::of(record, fate(record)?)));
        let gone = before.records().filter(|record| after.record(record.id()).is_none());
        let gone = gone.map(|record| Altered::of(record, Fate::Gone));
        Self { records: there.chain(gone).collect() }
    }

    /// The records.
    #[must_use]
    pub fn records(&self) -> &[Altered] {
        &self.records
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// How many there are of each fate, in the order of [`Fate::ALL`].
    #[must_use]
    pub fn counts(&self) -> [usize; 3] {
        Fate::ALL.map(|fate| self.records.iter().filter(|altered| altered.fate == fate).count())
    }

    /// What became of a record; none where it is as it was.
    #[must_use]
    pub fn of(&self, id: &RecordId) -> Option<&Altered> {
        self.records.iter().find(|altered| altered.id == *id)
    }

    /// Puts what has happened since before it, each record once; one that came and went is gone.
    pub fn then(&mut self, later: &Self) {
        let mut earlier: FxHashMap<&RecordId, bool> = FxHashMap::default();
        earlier.extend(self.records.iter().map(|altered| (&altered.id, altered.was_there)));
        let together = |altered: &Altered| {
            let was_there = earlier.get(&altered.id).copied().unwrap_or(altered.was_there);
            let fate = match altered.fate {
                Fate::Gone => Fate::Gone,
                Fate::New | Fate::Changed if was_there => Fate::Changed,
                Fate::New | Fate::Changed => Fate::New,
            };
            Altered { fate, was_there, ..altered.clone() }
        };
        let mut records: Vec<Altered> = later.records.iter().map(together).collect();
        let retold: FxHashSet<&RecordId> = later.records.iter().map(|altered| &altered.id).collect();
        records.extend(self.records.iter().filter(|altered| !retold.contains(&altered.id)).cloned());
        *self = Self { records };
    }
}

/// The records on which links or later facts bear of which only one of the two knows.
fn bearing(before: &Dataset, after: &Dataset) -> FxHashSet<RecordId> {
    let mut bearing: FxHashSet<RecordId> = FxHashSet::default();
    let is_in_both = |id: &RecordId| before.ordinal(id).is_some() && after.ordinal(id).is_some();
    // A link that goes with the record at its other end says nothing besides.
    let stands = |link: &&Link| is_in_both(&link.from) && is_in_both(&link.to);
    let links = only_one_has(before.links(), after.links()).into_iter().filter(stands);
    bearing.extend(links.flat_map(|link| [link.from.clone(), link.to.clone()]));
    let later = only_one_has(before.later(), after.later());
    bearing.extend(later.into_iter().flat_map(|later: &Later| later.targets.iter().cloned()));
    bearing
}

fn only_one_has<'a, T: PartialEq>(one: &'a [T], other: &'a [T]) -> Vec<&'a T> {
    if one == other {
        return Vec::new();
    }
    let apart = one.iter().filter(|held| !other.contains(held));
    apart.chain(other.iter().filter(|held| !one.contains(held))).collect()
}

/// Whether two records say the same, the records inside them aside, and wherever they stand in their documents.
fn is_same(old: Record<'_>, new: Record<'_>) -> bool {
    match (old, new) {
        (Record::Action(old), Record::Action(new)) if old == new => true,
        (Record::Partner { partner: old, .. }, Record::Partner { partner: new, .. }) if old == new => true,
        (Record::Term { entry: old, .. }, Record::Term { entry: new, .. }) if old == new => true,
        (Record::Meeting(old), Record::Meeting(new)) => {
            let (old, new) = (shell_of_meeting(old), shell_of_meeting(new));
            Record::Meeting(&old).fingerprint() == Record::Meeting(&new).fingerprint()
        }
        (Record::Item(old), Record::Item(new)) => {
            let (old, new) = (shell_of_item(old), shell_of_item(new));
            Record::Item(&old).fingerprint() == Record::Item(&new).fingerprint()
        }
        _ => old.kind() == new.kind() && old.fingerprint() == new.fingerprint(),
    }
}

fn shell_of_meeting(meeting: &Meeting) -> Meeting {
    Meeting {
        chronology: Box::default(),
        context: Box::default(),
        agenda: Box::default(),
        milestones: Box::default(),
        people: Box::default(),
        ..meeting.clone()
    }
}

fn shell_of_item(item: &AgendaItem) -> AgendaItem {
    AgendaItem { positions: Box::default(), open_questions: Box::default(), ..item.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Contents;
    use serde_json::Value;

    const DOCUMENT: &str = include_str!("../../data/documents/ids25.json");
    const MEETING: &str = include_str!("../../data/meetings/tte-2014-10.json");

    fn dataset(change: impl Fn(&mut Value, &mut Value)) -> Dataset {
        let [mut document, mut meeting] = [DOCUMENT, MEETING].map(|text| serde_json::from_str(text).expect("JSON"));
        change(&mut document, &mut meeting);
        let document = Contents::Document(serde_json::from_value(document).expect("a document"));
        Dataset::build([document, Contents::Meeting(serde_json::from_value(meeting).expect("a meeting"))])
    }

    fn told(before: &Dataset, after: &Dataset) -> Vec<(String, Fate)> {
        let changes = Changes::between(before, after);
        changes.records().iter().map(|altered| (altered.id.to_string(), altered.fate)).collect()
    }

    #[test]
    fn only_what_says_something_else_has_changed() {
        let before = dataset(|_, _| {});
        assert!(Changes::between(&before, &dataset(|_, _| {})).is_empty());
        let elsewhere = dataset(|document, _| document["actions"][0]["source"][0]["page"] = 99.into());
        assert_eq!(told(&before, &elsewhere), [], "the same on another page");
        let other = dataset(|document, meeting| {
            document["actions"][0]["title"]["lv"] = "Cits".into();
            meeting["meeting"]["agenda"][0]["positions"][0]["headline"]["lv"] = "Cits".into();
        });
        let changed = |id: &str| (id.to_owned(), Fate::Changed);
        let inside = before.meetings().first().and_then(|meeting| meeting.agenda.first()).expect("an item");
        let position = inside.positions.first().expect("a position").id.to_string();
        assert_eq!(told(&before, &other), [changed("ids25/1.1"), changed(&position)], "and nothing around them");
    }

    #[test]
    fn what_happens_one_after_the_other_is_told_once() {
        let all = dataset(|_, _| {});
        let without = dataset(|document, _| drop(document["actions"].as_array_mut().expect("a list").remove(0)));
        let id = RecordId::new("ids25/1.1");
        let mut gone = Changes::between(&all, &without);
        assert_eq!(gone.of(&id).map(|altered| altered.fate), Some(Fate::Gone));
        let back = Changes::between(&without, &all);
        assert_eq!(back.of(&id).map(|altered| altered.fate), Some(Fate::New));
        let mut there_and_gone = back.clone();
        there_and_gone.then(&gone);
        assert_eq!(there_and_gone.of(&id).map(|altered| altered.fate), Some(Fate::Gone), "it was said to be gone");
        there_and_gone.then(&back);
        assert_eq!(there_and_gone.of(&id).map(|altered| altered.fate), Some(Fate::New));
        gone.then(&back);
        assert_eq!(gone.of(&id).map(|altered| altered.fate), Some(Fate::Changed));
    }
}
