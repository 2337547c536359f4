//! The envelope of everything printed as JSON.

use std::io::Write;

use serde::Serialize;
use serde_json::{Value, json};

use super::failure::Failure;
use crate::domain::meeting::Meeting;
use crate::domain::{Dataset, Record, SCHEMA_VERSION};

/// Writes `value` under `name` in the envelope.
///
/// # Errors
/// When it cannot be written.
pub fn envelope(name: &str, value: impl Serialize, out: &mut impl Write) -> Result<(), Failure> {
    let body = json!({ "schema_version": SCHEMA_VERSION, name: value });
    serde_json::to_writer_pretty(&mut *out, &body)?;
    writeln!(out)?;
    Ok(())
}

/// A record with its kind, its layers apart: the document's own fields, editorial links, what came later.
///
/// # Errors
/// When it is not to be had as JSON.
pub fn record(dataset: &Dataset, record: Record<'_>) -> Result<Value, Failure> {
    let id = record.id();
    let fields = match record {
        Record::Document(r) => serde_json::to_value(r)?,
        Record::Theme(r) => serde_json::to_value(r)?,
        Record::Action(r) => serde_json::to_value(r)?,
        Record::Meeting(r) => serde_json::to_value(r)?,
        Record::Event(r) => serde_json::to_value(r)?,
        Record::Context(r) => serde_json::to_value(r)?,
        Record::Item(r) => serde_json::to_value(r)?,
        Record::Position(r) => serde_json::to_value(r)?,
        Record::Question(r) => serde_json::to_value(r)?,
        Record::Milestone(r) => serde_json::to_value(r)?,
        Record::Person(r) => serde_json::to_value(r)?,
    };
    let links: Vec<_> = dataset
        .links_of(id)
        .map(|(other, link)| json!({ "to": other, "rel": link.rel, "reason": link.reason, "basis": "editorial" }))
        .collect();
    Ok(json!({
        "id": id,
        "kind": record.kind().word(),
        "document": dataset.document_of(id).map(|document| &document.id),
        "record": fields,
        "links": links,
        "later": dataset.later_of(id),
    }))
}

/// A meeting with all its parts and the paper it is told in.
///
/// # Errors
/// When it is not to be had as JSON.
pub fn meeting(dataset: &Dataset, meeting: &Meeting) -> Result<Value, Failure> {
    let mut value = record(dataset, Record::Meeting(meeting))?;
    let paper = serde_json::to_value(dataset.document_of(&meeting.id))?;
    if let Some(fields) = value.as_object_mut() {
        fields.insert("paper".to_owned(), paper);
    }
    Ok(value)
}
