//! The records of a briefing under what they have in common: an agenda item, a theme or a partner.

use std::collections::BTreeMap;

use super::annotations::Grouping;
use super::dataset::Dataset;
use super::id::{self, RecordId};
use super::ordinals::Ordinal;
use super::record::Record;
use super::records::PartnerRole;

/// Records that stand under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The item, theme or partner; none for records that have none, and for those that are not grouped.
    pub over: Option<RecordId>,
    /// The records, in the order they were given; the one they stand under first if it is among them.
    pub records: Vec<RecordId>,
}

/// Puts records under headings: in the order of the documents, what has no heading last.
///
/// A record with several partners stands under each of them; everything else stands in one place. A meeting opens the
/// briefing, as the heading of itself.
#[must_use]
pub fn grouped(dataset: &Dataset, grouping: Grouping, records: &[RecordId]) -> Vec<Group> {
    if grouping == Grouping::None {
        return vec![Group { over: None, records: records.to_vec() }];
    }
    let mut under: BTreeMap<(Place, Option<Ordinal>), Vec<RecordId>> = BTreeMap::new();
    for id in records {
        let Some(record) = dataset.record(id) else { continue };
        if let Record::Meeting(meeting) = record {
            under.entry((Place::First, dataset.ordinal(&meeting.id))).or_default().push(id.clone());
            continue;
        }
        let mut over: Vec<Option<Ordinal>> = match grouping {
            Grouping::Partner => partners(dataset, record).map(Some).collect(),
            Grouping::Item => vec![item(dataset, record, records)],
            _ => vec![theme(dataset, record)],
        };
        if over.is_empty() {
            over.push(None);
        }
        over.dedup();
        for over in over {
            let place = if over.is_some() { Place::Between } else { Place::Last };
            under.entry((place, over)).or_default().push(id.clone());
        }
    }
    let group = |((_, over), mut records): ((Place, Option<Ordinal>), Vec<RecordId>)| {
        let over = over.and_then(|over| dataset.at(over)).map(|record| record.id().clone());
        // The item or theme itself opens its group.
        records.sort_by_key(|id| Some(id) != over.as_ref());
        Group { over, records }
    };
    under.into_iter().map(group).collect()
}

/// Where a group stands among the others.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    First,
    Between,
    Last,
}

fn partners<'a>(dataset: &'a Dataset, record: Record<'a>) -> impl Iterator<Item = Ordinal> + 'a {
    let is_plan = matches!(record, Record::Action(_));
    let named = record.named().into_iter().filter(move |named| !is_plan || named.role == PartnerRole::Partner);
    named.filter_map(|named| dataset.ordinal(&id::of_partner(named.code)))
}

fn theme(dataset: &Dataset, record: Record<'_>) -> Option<Ordinal> {
    match record {
        Record::Action(action) => dataset.ordinal(&action.theme),
        Record::Theme(theme) => dataset.ordinal(&theme.id),
        _ => None,
    }
}

/// The agenda item a record is or is part of, or the first of those in the briefing that it bears on.
fn item(dataset: &Dataset, record: Record<'_>, records: &[RecordId]) -> Option<Ordinal> {
    let id = record.id();
    if let Record::Item(item) = record {
        return dataset.ordinal(&item.id);
    }
    if let Some(item) = dataset.item_of(id) {
        return dataset.ordinal(&item.id);
    }
    let linked = dataset.links_of(id).filter_map(|(other, _)| match dataset.record(other)? {
        Record::Item(item) => Some(&item.id),
        _ => dataset.item_of(other).map(|item| &item.id),
    });
    let items = dataset.meetings().iter().flat_map(|meeting| &meeting.agenda);
    let naming = items.filter(|item| item.related.contains(id)).map(|item| &item.id);
    let found: Vec<&RecordId> = linked.chain(naming).collect();
    let chosen = found.iter().find(|item| records.contains(item))?;
    dataset.ordinal(chosen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store;

    fn groups(grouping: Grouping, numbers: &[&str]) -> Vec<(String, Vec<String>)> {
        let dataset = store::load(None).dataset;
        let ids: Vec<RecordId> = numbers.iter().map(|number| dataset.named(number)[0].id().clone()).collect();
        let name = |group: Group| {
            let over = group.over.map_or(String::new(), |over| over.number().to_owned());
            (over, group.records.iter().map(|id| id.number().to_owned()).collect())
        };
        grouped(&dataset, grouping, &ids).into_iter().map(name).collect()
    }

    fn pairs(expected: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
        let owned = |(over, records): &(&str, &[&str])| {
            ((*over).to_owned(), records.iter().map(|record| (*record).to_owned()).collect())
        };
        expected.iter().map(owned).collect()
    }

    #[test]
    fn records_stand_under_the_agenda_item_they_bear_on() {
        let found = groups(Grouping::Item, &["6.1", "2.4.1", "Q3", "P1.5"]);
        assert_eq!(found, pairs(&[("Q1", &["P1.5"]), ("Q3", &["Q3", "6.1"]), ("", &["2.4.1"])]));
    }

    #[test]
    fn records_stand_under_their_theme_and_what_has_none_comes_last() {
        let found = groups(Grouping::Theme, &["Q3", "6.2", "2.4.1", "6.1"]);
        assert_eq!(found, pairs(&[("2.4", &["2.4.1"]), ("6", &["6.2", "6.1"]), ("", &["Q3"])]));
    }

    #[test]
    fn an_action_with_several_partners_stands_under_each() {
        let found = groups(Grouping::Partner, &["2.4.1", "2.3.2"]);
        assert_eq!(found.iter().filter(|(_, records)| records.contains(&"2.3.2".to_owned())).count(), 2);
        assert!(found.contains(&("JP".to_owned(), vec!["2.4.1".to_owned(), "2.3.2".to_owned()])));
    }
}
