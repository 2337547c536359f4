//! What a word finds: the best match in each record that holds it.

use super::rank::Best;

/// Records in one number of marks.
const BLOCK: usize = 64;

/// The best match of a word in each record, by the record's number.
///
/// Most words stand in few records. Which ones is marked in bits: what stands at the others is left from words before, and
/// need be neither looked at nor cleared.
#[derive(Debug, Default)]
pub struct Matches {
    best: Vec<Best>,
    marks: Vec<u64>,
}

impl Matches {
    /// No match in any of so many records.
    #[must_use]
    pub fn none(count: usize) -> Self {
        Self { best: vec![Best::default(); count], marks: vec![0; count.div_ceil(BLOCK)] }
    }

    /// Forgets all matches.
    pub fn clear(&mut self) {
        self.marks.fill(0);
    }

    /// Adds a match, unless there is a better one in that record.
    #[inline]
    pub fn add(&mut self, number: usize, new: Best) {
        if let (Some(best), Some(marks)) = (self.best.get_mut(number), self.marks.get_mut(number / BLOCK)) {
            let mark = 1 << (number % BLOCK);
            let known = if *marks & mark == 0 { Best::default() } else { *best };
            *best = known.max(new);
            *marks |= mark;
        }
    }

    /// The match in a record.
    #[must_use]
    pub fn get(&self, number: usize) -> Option<Best> {
        let is_marked = self.marks.get(number / BLOCK)? >> (number % BLOCK) & 1 == 1;
        self.best.get(number).copied().filter(|_| is_marked).and_then(Best::found)
    }

    /// Every record with a match, in order.
    pub fn iter(&self) -> impl Iterator<Item = (usize, Best)> {
        numbers(&self.marks).filter_map(|number| Some((number, self.best.get(number)?.found()?)))
    }

    /// The records with a match in all of `found`; none if that is nothing.
    #[must_use]
    pub fn in_all(found: &[&Self]) -> Marked {
        let mut found = found.iter().map(|found| &found.marks);
        let mut marks = found.next().cloned().unwrap_or_default();
        for others in found {
            marks.iter_mut().zip(others).for_each(|(marks, others)| *marks &= others);
        }
        Marked(marks)
    }
}

/// Records, by their numbers.
pub struct Marked(Vec<u64>);

impl Marked {
    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.iter().map(|marks| marks.count_ones() as usize).sum()
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        numbers(&self.0)
    }
}

/// The numbers that are marked, in order.
fn numbers(marks: &[u64]) -> impl Iterator<Item = usize> {
    marks.iter().enumerate().flat_map(|(block, marks)| {
        let mut left = *marks;
        std::iter::from_fn(move || {
            let place = left.trailing_zeros() as usize;
            // Takes the lowest bit off.
            left &= left.checked_sub(1)?;
            Some(block * BLOCK + place)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::field::Slot;
    use super::super::term::Way;
    use super::*;

    fn best(score: u32) -> Best {
        Best::new(score, Way::Same, Slot::of_byte(0), 1)
    }

    #[test]
    fn the_best_match_of_a_record_is_kept_until_all_are_forgotten() {
        let mut found = Matches::none(200);
        for (number, score) in [(0, 5), (63, 1), (64, 2), (199, 3), (0, 4), (200, 9)] {
            found.add(number, best(score));
        }
        let expected = [(0, best(5)), (63, best(1)), (64, best(2)), (199, best(3))];
        assert_eq!(found.iter().collect::<Vec<_>>(), expected);
        let mut other = Matches::none(200);
        for number in [64, 65, 199] {
            other.add(number, best(1));
        }
        let in_all = Matches::in_all(&[&found, &other]);
        assert_eq!((in_all.count(), in_all.iter().collect::<Vec<_>>()), (2, vec![64, 199]));
        found.clear();
        assert_eq!((found.iter().count(), found.get(64)), (0, None));
        assert_eq!(Matches::in_all(&[]).count(), 0);
    }
}
