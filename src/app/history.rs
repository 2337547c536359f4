//! Where one was, and the way forward again.

/// How far back one can go.
const DEPTH: usize = 50;

/// Places left behind, the latest last.
#[derive(Debug, Clone)]
pub struct History<T> {
    back: Vec<T>,
    forward: Vec<T>,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self { back: Vec::new(), forward: Vec::new() }
    }
}

impl<T> History<T> {
    /// Remembers a place on leaving it for a new one.
    pub fn leave(&mut self, place: T) {
        self.forward.clear();
        if self.back.len() == DEPTH {
            self.back.remove(0);
        }
        self.back.push(place);
    }

    /// Forgets the places of which `is_there` says no, having brought the others up to date.
    pub fn retain(&mut self, mut is_there: impl FnMut(&mut T) -> bool) {
        self.back.retain_mut(&mut is_there);
        self.forward.retain_mut(is_there);
    }

    /// Whether a place was left behind.
    #[must_use]
    pub fn has_past(&self) -> bool {
        !self.back.is_empty()
    }

    /// The place before `here`.
    pub fn back(&mut self, here: T) -> Option<T> {
        let place = self.back.pop()?;
        self.forward.push(here);
        Some(place)
    }

    /// The place `here` was left for.
    pub fn forward(&mut self, here: T) -> Option<T> {
        let place = self.forward.pop()?;
        self.back.push(here);
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_and_forward_lead_the_same_way() {
        let mut history = History::default();
        history.leave('a');
        history.leave('b');
        assert_eq!(history.back('c'), Some('b'));
        assert_eq!(history.back('b'), Some('a'));
        assert_eq!(history.back('a'), None);
        assert_eq!(history.forward('a'), Some('b'));
        history.leave('b');
        assert_eq!(history.forward('x'), None, "a new way ends the old one");
    }

    #[test]
    fn a_place_that_is_gone_is_passed_over_both_ways() {
        let mut history = History::default();
        for place in ['a', 'b', 'c'] {
            history.leave(place);
        }
        assert_eq!(history.back('d'), Some('c'));
        history.retain(|place| *place != 'b' && *place != 'd');
        assert_eq!((history.forward('c'), history.back('c')), (None, Some('a')));
    }

    #[test]
    fn the_oldest_places_are_forgotten() {
        let mut history = History::default();
        (0..60).for_each(|place| history.leave(place));
        let mut here = 60;
        let mut steps = 0;
        while let Some(place) = history.back(here) {
            here = place;
            steps += 1;
        }
        assert_eq!((steps, here), (DEPTH, 10));
    }
}
