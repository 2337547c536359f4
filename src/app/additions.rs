//! Marks that came many at once, so that they can be taken back without those the user made one by one.

use crate::domain::RecordId;

/// What was added together since the start, and on what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Additions(Vec<Addition>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Addition {
    /// All that was to be marked.
    asked: Vec<RecordId>,
    /// What of it was not marked before.
    added: Vec<RecordId>,
}

impl Additions {
    /// What came with marking all of `asked`, and has not been touched since.
    #[must_use]
    pub fn of(&self, asked: &[RecordId]) -> &[RecordId] {
        self.0.iter().find(|addition| addition.asked == asked).map_or(&[], |addition| &addition.added)
    }

    /// Marking all of `asked` has added these.
    pub fn remember(&mut self, asked: Vec<RecordId>, added: Vec<RecordId>) {
        match self.0.iter_mut().find(|addition| addition.asked == asked) {
            Some(addition) => addition.added.extend(added),
            None => self.0.push(Addition { asked, added }),
        }
    }

    /// The user has marked, unmarked or moved these one by one.
    pub fn forget(&mut self, ids: &[RecordId]) {
        for addition in &mut self.0 {
            addition.added.retain(|id| !ids.contains(id));
        }
        self.0.retain(|addition| !addition.added.is_empty());
    }
}
