//! What an agenda item is made of: its positions and open questions, which are records themselves.

use super::id::RecordId;
use super::meeting::{OpenQuestion, Position};
use super::record::Record;
use super::records::Source;

/// The positions and open questions that a record is, or that stand under it.
#[must_use]
pub fn parts(record: Record<'_>) -> (&[Position], &[OpenQuestion]) {
    match record {
        Record::Item(item) => (&item.positions, &item.open_questions),
        Record::Position(position) => (std::slice::from_ref(position), &[]),
        Record::Question(question) => (&[], std::slice::from_ref(question)),
        _ => (&[], &[]),
    }
}

/// A record and the parts of it that are quoted, its own id first.
#[must_use]
pub fn quoted(record: Record<'_>) -> Vec<RecordId> {
    quoted_ids(record).cloned().collect()
}

/// The ids of the same.
pub fn quoted_ids(record: Record<'_>) -> impl Iterator<Item = &RecordId> {
    let (positions, questions) = parts(record);
    let parts = positions.iter().map(|position| &position.id).chain(questions.iter().map(|question| &question.id));
    std::iter::once(record.id()).chain(parts.filter(move |id| *id != record.id()))
}

/// Where a record stands; of a meeting also where its delegation and its people do, whom its facts name.
#[must_use]
pub fn places(record: Record<'_>) -> Vec<Source> {
    let mut places = record.source().to_vec();
    if let Record::Meeting(meeting) = record {
        let people = meeting.people.iter().filter(|person| person.name.is_some()).map(|person| &person.source);
        let delegation = meeting.delegation.iter().map(|delegation| &delegation.source);
        places.extend(delegation.chain(people).flat_map(|places| places.iter().cloned()));
    }
    places
}

/// Where a record and the parts of it that are quoted stand, in the order of the text.
#[must_use]
pub fn places_quoted(record: Record<'_>) -> Vec<Source> {
    let (positions, questions) = parts(record);
    let positions = positions.iter().flat_map(|position| &position.source);
    let questions = questions.iter().flat_map(|question| &question.source);
    let mut places = places(record);
    places.extend(positions.chain(questions).cloned());
    places.sort_by_key(|place| (place.page, place.lines));
    places.dedup();
    places
}
