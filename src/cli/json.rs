//! The envelope of everything printed as JSON.

use std::io::Write;

use serde::Serialize;
use serde_json::{Value, json};

use super::failure::Failure;
use crate::domain::hidden::Hidden;
use crate::domain::meeting::Meeting;
use crate::domain::parts::quoted;
use crate::domain::{Dataset, Lang, Record, SCHEMA_VERSION};

/// Writes `value` under `name` in the envelope.
///
/// # Errors
/// When it cannot be written.
pub fn envelope(name: &str, value: impl Serialize, out: &mut impl Write) -> Result<(), Failure> {
    envelope_of(json!({ name: value }), out)
}

/// Writes an object in the envelope.
///
/// # Errors
/// When it cannot be written.
pub fn envelope_of(mut body: Value, out: &mut impl Write) -> Result<(), Failure> {
    if let Value::Object(fields) = &mut body {
        fields.insert("schema_version".to_owned(), json!(SCHEMA_VERSION));
    }
    serde_json::to_writer_pretty(&mut *out, &body)?;
    writeln!(out)?;
    Ok(())
}

/// What names a record: id, kind and title, with `more` fields.
#[must_use]
pub fn named(record: Record<'_>, more: Value) -> Value {
    let mut value = json!({
        "id": record.id(),
        "kind": record.kind().word(),
        "title": { "lv": record.title(Lang::Lv), "en": record.title(Lang::En), "en_status": record.en_status() },
    });
    if let (Value::Object(fields), Value::Object(more)) = (&mut value, more) {
        fields.extend(more);
    }
    value
}

/// A record with its kind, its layers apart: the document's own fields, editorial links, what came later.
#[must_use]
pub fn record(dataset: &Dataset, record: Record<'_>) -> Value {
    let id = record.id();
    let links: Vec<_> = dataset
        .links_of(id)
        .map(|(other, link)| json!({ "to": other, "rel": link.rel, "reason": link.reason, "basis": "editorial" }))
        .collect();
    let hidden: Vec<&Hidden> = quoted(record).iter().flat_map(|id| dataset.hidden_in(id)).collect();
    json!({
        "id": id,
        "kind": record.kind().word(),
        "document": dataset.document_of(id).map(|document| &document.id),
        "record": record,
        "links": links,
        "later": dataset.later_about(record),
        "hidden_characters": hidden,
    })
}

/// A meeting with all its parts and the paper it is told in.
#[must_use]
pub fn meeting(dataset: &Dataset, meeting: &Meeting) -> Value {
    let mut value = record(dataset, Record::Meeting(meeting));
    if let Some(fields) = value.as_object_mut() {
        fields.insert("paper".to_owned(), json!(dataset.document_of(&meeting.id)));
    }
    value
}
