//! Which actions rely on an entry of the glossary or use its term: an index, read once.

use super::Dataset;
use super::id::GlossaryId;
use super::ordinals::Ordinal;
use super::record::Record;
use super::records::Action;

/// Actions in printed order, by the place of the entry they use.
#[derive(Debug, Default)]
pub struct Uses(Vec<Vec<Ordinal>>);

impl Uses {
    /// Reads who uses what out of `dataset`.
    #[must_use]
    pub fn of(dataset: &Dataset) -> Self {
        let mut by_entry = vec![Vec::new(); dataset.glossary().len()];
        for (ordinal, record) in dataset.ordered() {
            let Record::Action(action) = record else { continue };
            for entry in action.instruments.iter().chain(&action.terms) {
                let users = dataset.place_of_term(entry).and_then(|entry| by_entry.get_mut(entry as usize));
                // An action may name an entry both as what it relies on and as a term.
                users.filter(|users| users.last() != Some(&ordinal)).into_iter().for_each(|users| users.push(ordinal));
            }
        }
        Self(by_entry)
    }
}

impl Dataset {
    pub(super) fn uses(&self) -> &Uses {
        self.uses.get_or_init(|| Uses::of(self))
    }

    /// Actions that rely on an entry of the glossary or use its term.
    pub fn users_of(&self, entry: &GlossaryId) -> impl Iterator<Item = &Action> {
        let users = self.place_of_term(entry).and_then(|entry| self.uses().0.get(entry as usize));
        self.actions_at(users.map_or(&[], Vec::as_slice))
    }
}
