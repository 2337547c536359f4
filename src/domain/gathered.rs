//! What a record stands for where a briefing begins with it.

use super::dataset::Dataset;
use super::id::RecordId;
use super::ladder::{Order, RungKind};
use super::meeting::AgendaItem;
use super::record::Record;

/// The records that a briefing on `record` is made of, in order: of a theme its actions, of a meeting its agenda items with
/// what bears on them, of a partner what has it as a partner or names it; else the record itself.
#[must_use]
pub fn gathered(dataset: &Dataset, record: Record<'_>) -> Vec<RecordId> {
    let mut gathered: Vec<RecordId> = match record {
        Record::Document(document) => dataset
            .actions()
            .iter()
            .filter(|action| action.id.collection() == document.id.as_str())
            .map(|action| action.id.clone())
            .collect(),
        Record::Theme(theme) => dataset.actions_under(&theme.id).map(|action| action.id.clone()).collect(),
        Record::Meeting(meeting) => meeting.agenda.iter().flat_map(|item| with_linked(dataset, item)).collect(),
        Record::Item(item) => with_linked(dataset, item),
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

/// An agenda item and the actions linked with it or with its positions.
fn with_linked(dataset: &Dataset, item: &AgendaItem) -> Vec<RecordId> {
    let parts = item.positions.iter().map(|position| &position.id);
    let parts = parts.chain(item.open_questions.iter().map(|question| &question.id));
    let linked = [&item.id].into_iter().chain(parts).flat_map(|id| dataset.links_of(id)).map(|(other, _)| other);
    let actions = item.related.iter().chain(linked).filter(|id| matches!(dataset.record(id), Some(Record::Action(_))));
    [&item.id].into_iter().chain(actions).cloned().collect()
}
