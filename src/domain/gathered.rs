//! What a record stands for where a briefing begins with it.

use super::dataset::Dataset;
use super::id::RecordId;
use super::ladder::{Order, RungKind};
use super::meeting::AgendaItem;
use super::record::Record;

/// The records that a briefing on `record` is made of, in order: of a theme its actions, of a meeting itself, its agenda items
/// and behind them the actions that bear on them, of a partner what has it as a partner or names it; else the record itself.
#[must_use]
pub fn gathered(dataset: &Dataset, record: Record<'_>) -> Vec<RecordId> {
    let mut gathered: Vec<RecordId> = match record {
        Record::Document(document) => dataset
            .actions()
            .filter(|action| action.id.collection() == document.id.as_str())
            .map(|action| action.id.clone())
            .collect(),
        Record::Theme(theme) => dataset.actions_under(&theme.id).map(|action| action.id.clone()).collect(),
        Record::Meeting(meeting) => {
            let items = meeting.agenda.iter().map(|item| item.id.clone());
            [meeting.id.clone()].into_iter().chain(items).chain(linked(dataset, &meeting.agenda)).collect()
        }
        Record::Item(item) => {
            [item.id.clone()].into_iter().chain(linked(dataset, std::slice::from_ref(item))).collect()
        }
        Record::Partner { partner, .. } => {
            let ladder = dataset.concerns().ladder(&partner.code, Order::Number);
            let near = ladder
                .iter()
                .flat_map(|ladder| &ladder.rungs)
                .filter(|rung| matches!(rung.kind, RungKind::Direct | RungKind::Named));
            near.flat_map(|rung| rung.records.iter().map(|id| (*id).clone())).collect()
        }
        _ => Vec::new(),
    };
    if gathered.is_empty() {
        gathered.push(record.id().clone());
    }
    let mut seen = std::collections::HashSet::new();
    gathered.retain(|id| seen.insert(id.clone()));
    gathered
}

/// The actions that bear on some agenda items, each once, in the order of their documents.
fn linked(dataset: &Dataset, items: &[AgendaItem]) -> Vec<RecordId> {
    let mut actions: Vec<&RecordId> = items.iter().flat_map(|item| bearing_on(dataset, item)).collect();
    actions.sort_by_key(|id| dataset.ordinal(id));
    actions.dedup();
    actions.into_iter().cloned().collect()
}

/// The actions that are linked with an agenda item or with its positions: by the editors, never by a document.
pub fn bearing_on<'a>(dataset: &'a Dataset, item: &'a AgendaItem) -> impl Iterator<Item = &'a RecordId> {
    let parts = item.positions.iter().map(|position| &position.id);
    let parts = parts.chain(item.open_questions.iter().map(|question| &question.id));
    let linked = [&item.id].into_iter().chain(parts).flat_map(|id| dataset.links_of(id)).map(|(other, _)| other);
    item.related.iter().chain(linked).filter(|id| matches!(dataset.record(id), Some(Record::Action(_))))
}
