//! From the id of a record to its place.

use std::hash::BuildHasher;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use super::id::RecordId;

/// Place of a record in the order of [`Dataset::records`](super::Dataset::records), from 0; holds for one dataset only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ordinal(pub u32);

/// The place of every record, by its id.
///
/// The places alone: the ids stand in the records, and whoever asks knows which stands where.
#[derive(Debug, Default)]
pub struct Ordinals(HashTable<Ordinal>);

impl Ordinals {
    /// The places of ids with these hashes, one after the other; of two that are the same, the later.
    #[must_use]
    pub fn of<'a>(hashes: &[u64], id_at: impl Fn(Ordinal) -> Option<&'a RecordId>) -> Self {
        let mut ordinals = HashTable::with_capacity(hashes.len());
        for (ordinal, hash) in (0..).map(Ordinal).zip(hashes) {
            if let Some(known) = ordinals.find_mut(*hash, |known| id_at(*known) == id_at(ordinal)) {
                *known = ordinal;
            } else {
                let hash_of = |known: &Ordinal| hashes.get(known.0 as usize).copied().unwrap_or_default();
                ordinals.insert_unique(*hash, ordinal, hash_of);
            }
        }
        Self(ordinals)
    }

    /// The place of an id.
    #[must_use]
    pub fn get<'a>(&self, id: &RecordId, id_at: impl Fn(Ordinal) -> Option<&'a RecordId>) -> Option<Ordinal> {
        self.0.find(hash(id), |ordinal| id_at(*ordinal) == Some(id)).copied()
    }
}

/// The hash of an id.
#[must_use]
pub fn hash(id: &RecordId) -> u64 {
    FxBuildHasher.hash_one(id.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_leads_to_its_last_place_and_no_other_id_to_any() {
        let ids: Vec<RecordId> = ["a/1", "a/2", "b/1", "a/1"].into_iter().map(RecordId::new).collect();
        let id_at = |ordinal: Ordinal| ids.get(ordinal.0 as usize);
        // With one hash for all, only the ids tell them apart.
        for hashes in [ids.iter().map(hash).collect(), vec![hash(&ids[0]); ids.len()]] {
            let ordinals = Ordinals::of(&hashes, id_at);
            assert_eq!(ordinals.get(&ids[0], id_at), Some(Ordinal(3)));
            assert_eq!(ordinals.get(&RecordId::new("b/2"), id_at), None);
        }
        let ordinals = Ordinals::of(&ids.iter().map(hash).collect::<Vec<_>>(), id_at);
        assert_eq!(ordinals.get(&ids[1], id_at), Some(Ordinal(1)));
    }
}
