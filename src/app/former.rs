//! A record that went while somebody is at it is shown to them as it was.

use std::sync::Arc;

use crate::domain::{Dataset, RecordId};

/// The data that last had a record; none while the present ones have it.
#[derive(Debug, Clone, Default)]
pub struct Former(Option<Arc<Dataset>>);

impl Former {
    /// Takes in that other data came in the place of those before.
    pub(super) fn renew(&mut self, id: &RecordId, before: &Arc<Dataset>, now: &Dataset) {
        if now.record(id).is_some() {
            self.0 = None;
        } else {
            self.0.get_or_insert_with(|| Arc::clone(before));
        }
    }

    /// Whether the present data have the record no more.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        self.0.is_some()
    }

    /// The data in which the record is looked up.
    #[must_use]
    pub fn or<'a>(&'a self, now: &'a Dataset) -> &'a Dataset {
        self.0.as_deref().unwrap_or(now)
    }
}

impl PartialEq for Former {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

impl Eq for Former {}
