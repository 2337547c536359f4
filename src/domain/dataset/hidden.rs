//! What was left out of the texts of records because nobody could have seen it; nothing is stored of the others.

use super::Dataset;
use crate::domain::hidden::{Hidden, Trace};
use crate::domain::id::RecordId;

impl Dataset {
    /// The dataset with a word of what was left out of its files.
    #[must_use]
    pub fn with_hidden(mut self, traces: impl IntoIterator<Item = Trace>) -> Self {
        for trace in traces {
            if let Some((id, hidden)) = trace.settled(|id| self.ordinal(id).is_some()) {
                self.hidden.entry(id).or_default().push(hidden);
            }
        }
        self
    }

    /// What was left out of a record's texts, in the order of its file.
    #[must_use]
    pub fn hidden_in(&self, id: &RecordId) -> &[Hidden] {
        self.hidden.get(id).map_or(&[], Vec::as_slice)
    }

    /// What was left out of a file.
    pub fn hidden_from(&self, file: &str) -> impl Iterator<Item = Trace> {
        let all = self.hidden.iter().flat_map(|(id, found)| found.iter().map(move |hidden| (id, hidden)));
        all.filter(move |(_, hidden)| &*hidden.file == file)
            .map(|(id, hidden)| Trace { around: vec![(id.clone(), hidden.field.clone())], hidden: hidden.clone() })
    }
}
