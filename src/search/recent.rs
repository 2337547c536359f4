//! What was found of the words asked for last: while one word is typed, those before it stay as they are.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

/// What was found by each key, the latest first.
pub struct Recent<K, T>(Mutex<VecDeque<(K, Arc<T>)>>);

impl<K, T> Default for Recent<K, T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: PartialEq, T> Recent<K, T> {
    /// What belongs to `key`, one word of so many.
    ///
    /// So many words are remembered and the one before, should its last letter be taken back.
    pub fn of(&self, key: K, words: usize, find: impl FnOnce() -> T) -> Arc<T> {
        // A thread that panics has ended the program already.
        let mut recent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = recent.iter().position(|(other, _)| *other == key);
        let entry = known.and_then(|place| recent.remove(place)).unwrap_or_else(|| {
            recent.truncate(words);
            (key, Arc::new(find()))
        });
        let found = Arc::clone(&entry.1);
        recent.push_front(entry);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_query_and_the_one_before_are_remembered() {
        let recent = Recent::default();
        let is_new = |key: &'static str| {
            let mut is_new = false;
            recent.of(key, 2, || is_new = true);
            is_new
        };
        let asked = ["kvantu", "jap", "kvantu", "japa", "kvantu", "jap", "kvantu", "japa", "okeans", "kvantu"];
        let new: Vec<&str> = asked.into_iter().filter(|key| is_new(key)).collect();
        assert_eq!(new, ["kvantu", "jap", "japa", "okeans"]);
    }
}
