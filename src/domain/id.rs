//! Names of records, partners and glossary entries: short enough to type, never reused.

use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;
use std::hash::BuildHasher;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize};

macro_rules! name_type {
    ($(#[$doc:meta])* $name:ident, $format:literal, $example:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                shared(deserializer).map(Self)
            }
        }

        impl $name {
            /// Names `text`, whatever it holds; the rules of a file are checked where it is loaded.
            #[must_use]
            pub fn new(text: impl Into<Arc<str>>) -> Self {
                Self(text.into())
            }

            /// The name as it is typed.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "format": $format, "minLength": 1, "maxLength": 128, "examples": [$example] })
            }
        }
    };
}

/// Reads a short text that a file says over and over: its room is shared with one read just before.
///
/// # Errors
/// When it is no text.
pub fn shared<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<str>, D::Error> {
    deserializer.deserialize_str(Shared)
}

/// Shares a text with one read just before: a file names the same theme and the same partners over and over.
struct Shared;

impl Visitor<'_> for Shared {
    type Value = Arc<str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E>(self, text: &str) -> Result<Arc<str>, E> {
        let place = usize::try_from(FxBuildHasher.hash_one(text) % RECENT as u64).unwrap_or_default();
        Ok(LATEST.with_borrow_mut(|latest| match latest.get_mut(place) {
            Some(Some(known)) if **known == *text => Arc::clone(known),
            slot => {
                let name: Arc<str> = text.into();
                if let Some(slot) = slot {
                    *slot = Some(Arc::clone(&name));
                }
                name
            }
        }))
    }
}

/// How many texts are remembered.
const RECENT: usize = 1024;

thread_local! {
    /// Texts read last, each at the place its hash gives it.
    static LATEST: RefCell<[Option<Arc<str>>; RECENT]> = const { RefCell::new([const { None }; RECENT]) };
}

name_type!(
    /// Id of a record: `ids25/2.4.1`, `tte-2014-10/Q1`, or of a whole document: `ids25`.
    RecordId, "dosje-id", "ids25/2.4.1"
);
name_type!(
    /// Code of a partner: `JP`, `m49:419`, `grp:g7`, `org:oecd`, `scope:global`.
    PartnerCode, "dosje-code", "JP"
);
name_type!(
    /// Id of a glossary entry: `dma`, `single-digital-gateway`.
    GlossaryId, "dosje-term", "dma"
);

impl RecordId {
    /// The document or meeting the record belongs to.
    #[must_use]
    pub fn collection(&self) -> &str {
        self.slash().and_then(|at| self.0.get(..at)).unwrap_or(self.as_str())
    }

    /// The part people type: the number of an action, `Q1` of a question.
    #[must_use]
    pub fn local(&self) -> &str {
        self.slash().and_then(|at| self.0.get(at + 1..)).unwrap_or(self.as_str())
    }

    /// Where the collection ends. It is so short that looking at it byte by byte is quickest.
    fn slash(&self) -> Option<usize> {
        self.0.bytes().position(|byte| byte == b'/')
    }

    /// The number shown in a list: the local part, for a theme without its letter.
    #[must_use]
    pub fn number(&self) -> &str {
        let local = self.local();
        match local.strip_prefix('T') {
            Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => rest,
            _ => local,
        }
    }
}

/// Collections that are made of the vocabulary; no document or meeting may bear their names.
pub const OWN_COLLECTIONS: [&str; 3] = [PARTNERS, TERMS, "later"];
const PARTNERS: &str = "partner";
const TERMS: &str = "term";

/// The id under which a partner is a record: `partner/JP`.
#[must_use]
pub fn of_partner(code: &PartnerCode) -> RecordId {
    RecordId::new([PARTNERS, "/", code.as_str()].concat())
}

/// The id under which a glossary entry is a record: `term/dma`.
#[must_use]
pub fn of_term(entry: &GlossaryId) -> RecordId {
    RecordId::new([TERMS, "/", entry.as_str()].concat())
}

/// Whether `text` may serve as an id or a code: letters, digits and `. _ - : + /`, at most 128 of them.
#[must_use]
pub fn is_well_formed(text: &str) -> bool {
    (1..=128).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b':' | b'+' | b'/'))
        && !text.starts_with('/')
        && !text.ends_with('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_knows_its_collection_and_its_number() {
        let action = RecordId::new("ids25/2.4.1");
        assert_eq!((action.collection(), action.number()), ("ids25", "2.4.1"));
        assert_eq!(RecordId::new("ids25/T2.1").number(), "2.1");
        assert_eq!(RecordId::new("x/Treaty").number(), "Treaty");
        assert_eq!(RecordId::new("ids25").local(), "ids25");
    }

    #[test]
    fn an_id_with_a_blank_or_an_escape_is_refused() {
        assert!(is_well_formed("proc:wsis+20"));
        for bad in ["", "a b", "a\u{1b}", "/x", "x/", "ā"] {
            assert!(!is_well_formed(bad), "{bad:?}");
        }
    }
}
