//! The user's queries: those asked before, and those saved under a name.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::kept::{Book, Worth};
use super::untrusted;

/// How many queries asked before are kept.
pub const HISTORY: usize = 100;

/// Shortest query worth remembering, in letters.
const LEAST: usize = 2;

/// The user's queries, as the file holds them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Queries {
    /// Version of the format.
    pub schema_version: u32,
    /// Queries asked before, each once, the latest last.
    #[serde(default)]
    pub history: Vec<String>,
    /// Queries by the name they were saved under.
    #[serde(default)]
    pub saved: BTreeMap<String, String>,
    /// What a later version of this program may have put there.
    #[serde(flatten)]
    other: BTreeMap<String, serde_json::Value>,
}

/// A change to the queries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A query was asked.
    Remember(String),
    /// A query gets a name.
    Save {
        /// The name.
        name: String,
        /// The query.
        query: String,
    },
    /// A name is given up, with its query.
    Forget(String),
}

impl Default for Queries {
    fn default() -> Self {
        Self { schema_version: Self::VERSION, history: Vec::new(), saved: BTreeMap::new(), other: BTreeMap::new() }
    }
}

impl Book for Queries {
    type Change = Change;

    const VERSION: u32 = 1;
    const WORTH: Worth = Worth::Handy;

    fn cleaned(mut self) -> Self {
        let clean = |text: &str| untrusted::line(text).into_owned();
        self.history.iter_mut().for_each(|query| *query = clean(query));
        self.saved = self.saved.iter().map(|(name, query)| (clean(name), clean(query))).collect();
        self
    }

    fn is_asked_for(change: &Change) -> bool {
        !matches!(change, Change::Remember(_))
    }

    fn apply(&mut self, change: &Change) {
        match change {
            Change::Remember(query) => {
                let query = query.trim();
                if query.chars().count() < LEAST {
                    return;
                }
                self.history.retain(|other| other != query);
                self.history.push(query.to_owned());
                let surplus = self.history.len().saturating_sub(HISTORY);
                self.history.drain(..surplus);
            }
            Change::Save { name, query } => {
                self.saved.insert(name.clone(), query.clone());
            }
            Change::Forget(name) => {
                self.saved.remove(name);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(queries: impl IntoIterator<Item = impl ToString>) -> Queries {
        let mut kept = Queries::default();
        queries.into_iter().for_each(|query| kept.apply(&Change::Remember(query.to_string())));
        kept
    }

    #[test]
    fn a_query_asked_again_moves_to_the_end() {
        assert_eq!(asked(["kvantu", "igf", " kvantu "]).history, ["igf", "kvantu"]);
    }

    #[test]
    fn a_letter_is_no_query_and_the_oldest_are_forgotten() {
        assert!(asked(["a", " ", "ā "]).history.is_empty());
        let kept = asked(100..205);
        assert_eq!((kept.history.len(), kept.history.first().map(String::as_str)), (HISTORY, Some("105")));
    }

    #[test]
    fn what_a_later_version_added_survives() {
        let text = r#"{"schema_version": 1, "colour": {"deep": [1]}}"#;
        let mut kept: Queries = serde_json::from_str(text).expect("queries");
        kept.apply(&Change::Save { name: "a".to_owned(), query: "b".to_owned() });
        assert!(serde_json::to_string(&kept).expect("JSON").contains(r#""colour":{"deep":[1]}"#));
    }
}
