//! Tells whether a record, or a text, is still the one that was seen.

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::record::Record;

/// Hex digits of a fingerprint.
const DIGITS: usize = 16;

impl Record<'_> {
    /// What the record says, in 16 hex digits: the same for the same content, wherever it stands in its document.
    #[must_use]
    pub fn fingerprint(self) -> String {
        // A record is made of texts, numbers and lists, which JSON holds.
        let content = serde_json::to_value(self).unwrap_or_default();
        let mut hash = Sha256::new();
        feed(&content, &mut hash);
        hex(hash)
    }
}

/// Texts in 16 hex digits.
pub fn of_texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text);
    }
    hex(hash)
}

/// JSON with its names in alphabetical order, whichever order the value keeps them in; pages and lines are left out.
fn feed(value: &Value, hash: &mut Sha256) {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().filter(|(name, _)| *name != "source").collect();
            fields.sort_unstable_by_key(|(name, _)| *name);
            hash.update("{");
            for (name, value) in fields {
                hash.update(Value::from(name.as_str()).to_string());
                hash.update(":");
                feed(value, hash);
                hash.update(",");
            }
            hash.update("}");
        }
        Value::Array(values) => {
            hash.update("[");
            for value in values {
                feed(value, hash);
                hash.update(",");
            }
            hash.update("]");
        }
        plain => hash.update(plain.to_string()),
    }
}

fn hex(hash: Sha256) -> String {
    let bytes = hash.finalize();
    let first: [u8; DIGITS / 2] = bytes.first_chunk().copied().unwrap_or_default();
    format!("{:0DIGITS$x}", u64::from_be_bytes(first))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Contents, Dataset, RecordId};

    /// The fingerprint of the first action once its field at `pointer` holds something else.
    fn with(pointer: &str, value: Value) -> String {
        let text = include_str!("../../data/documents/ids25.json");
        let mut file: Value = serde_json::from_str(text).expect("JSON");
        *file.pointer_mut(pointer).expect("a field") = value;
        let dataset = Dataset::build([Contents::Document(serde_json::from_value(file).expect("a document"))]);
        dataset.record(&RecordId::new("ids25/1.1")).expect("an action").fingerprint()
    }

    #[test]
    fn a_record_keeps_its_fingerprint_until_its_content_changes() {
        let before = with("/actions/1/title/lv", "x".into());
        assert!(before.len() == DIGITS && before.chars().all(|c| c.is_ascii_hexdigit()), "{before}");
        assert_eq!(with("/actions/0/source/0/page", 99.into()), before);
        assert_ne!(with("/actions/0/title/lv", "x".into()), before);
        assert_ne!(with("/actions/0/partners/0/as_printed", "x".into()), before);
    }

    #[test]
    fn where_a_text_ends_counts() {
        assert_ne!(of_texts(["ab", "c"]), of_texts(["a", "bc"]));
        assert_ne!(of_texts([""]), of_texts([]));
    }
}
