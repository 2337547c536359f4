//! What a word finds: the best match in each record that holds it.

use super::rank::Best;
use super::way::Way;

/// Records in one number of marks.
const BLOCK: usize = 64;

/// Records, by their numbers, as bits.
#[derive(Debug, Default)]
pub struct Marks(Vec<u64>);

impl Marks {
    /// None of so many records.
    #[must_use]
    pub fn none(count: usize) -> Self {
        Self(vec![0; count.div_ceil(BLOCK)])
    }

    /// Marks a record.
    #[inline]
    pub fn mark(&mut self, number: usize) {
        if let Some(block) = self.0.get_mut(number / BLOCK) {
            *block |= 1 << (number % BLOCK);
        }
    }

    /// Whether a record is marked.
    #[must_use]
    pub fn has(&self, number: usize) -> bool {
        self.0.get(number / BLOCK).is_some_and(|block| block >> (number % BLOCK) & 1 == 1)
    }

    /// How many are marked.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.iter().map(|block| block.count_ones() as usize).sum()
    }

    /// All that are marked, in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(block, marks)| {
            // Each without the lowest bit of the one before.
            let left = std::iter::successors(Some(*marks), |left| Some(left & left.checked_sub(1)?));
            left.take_while(|left| *left != 0).map(move |left| block * BLOCK + left.trailing_zeros() as usize)
        })
    }
}

/// The best match of a word in each record that holds it.
///
/// Most words stand in few records: those are marked first, and their matches lie side by side in their order. Room for
/// every record would lie all over memory, and the way there takes longer than reading where the word stands once more.
#[derive(Debug, Default)]
pub struct Matches {
    marks: Marks,
    /// How many records are marked before each block.
    before: Vec<u32>,
    best: Vec<Best>,
}

impl Matches {
    /// No match yet in any of the marked records, which alone can have one.
    #[must_use]
    pub fn among(marks: Marks) -> Self {
        let mut count = 0;
        let before = |block: &u64| {
            count += block.count_ones();
            count - block.count_ones()
        };
        let before = marks.0.iter().map(before).collect();
        Self { best: vec![Best::default(); count as usize], marks, before }
    }

    /// The best of `matches`, in so many records.
    #[must_use]
    pub fn of(count: usize, matches: &[(usize, Best)]) -> Self {
        let mut marks = Marks::none(count);
        for (number, _) in matches {
            marks.mark(*number);
        }
        let mut best = Self::among(marks);
        for (number, new) in matches {
            best.add(*number, *new);
        }
        best
    }

    /// The matches of all records, the best of each.
    #[must_use]
    pub fn of_all(all: &[Best]) -> Self {
        let found = |(number, best): (usize, &Best)| best.found().map(|_| number);
        let mut marks = Marks::none(all.len());
        all.iter().enumerate().filter_map(found).for_each(|number| marks.mark(number));
        let mut matches = Self::among(marks);
        let found = all.iter().copied().filter_map(Best::found);
        matches.best.iter_mut().zip(found).for_each(|(best, found)| *best = found);
        matches
    }

    /// Adds a match in a marked record, unless there is a better one.
    #[inline]
    pub fn add(&mut self, number: usize, new: Best) {
        if let Some(best) = self.place(number).and_then(|place| self.best.get_mut(place)) {
            *best = new.max(*best);
        }
    }

    #[inline]
    fn place(&self, number: usize) -> Option<usize> {
        let (block, mark) = (self.marks.0.get(number / BLOCK)?, 1_u64 << (number % BLOCK));
        let before = self.before.get(number / BLOCK)? + (block & (mark - 1)).count_ones();
        (block & mark != 0).then_some(before as usize)
    }

    /// The match in a record.
    #[must_use]
    pub fn get(&self, number: usize) -> Option<Best> {
        self.best.get(self.place(number)?).copied().and_then(Best::found)
    }

    /// In how many records there is a match at most.
    #[must_use]
    pub fn count(&self) -> usize {
        self.best.len()
    }

    /// Every record with a match, in order.
    pub fn iter(&self) -> impl Iterator<Item = (usize, Best)> {
        self.marks.iter().zip(&self.best).filter_map(|(number, best)| Some((number, best.found()?)))
    }

    /// Whether some match is as good as by `way`.
    #[must_use]
    pub fn reaches(&self, way: Way) -> bool {
        self.best.iter().filter_map(|best| best.found()).any(|best| best.way() >= way)
    }

    /// The records with a match in all of `found`; none if that is nothing.
    #[must_use]
    pub fn in_all(found: &[&Self]) -> Marks {
        let mut found = found.iter().map(|found| &found.marks.0);
        let mut marks = found.next().cloned().unwrap_or_default();
        for others in found {
            marks.iter_mut().zip(others).for_each(|(marks, others)| *marks &= others);
        }
        Marks(marks)
    }
}

#[cfg(test)]
mod tests {
    use super::super::field::Slot;
    use super::*;

    fn best(score: u32) -> Best {
        Best::new(score, Way::Same, Slot::of_byte(0), 1)
    }

    #[test]
    fn the_best_match_of_each_record_is_kept() {
        let matches = [(0, best(5)), (63, best(1)), (64, best(2)), (199, best(3)), (0, best(4))];
        let found = Matches::of(200, &matches);
        assert_eq!(found.iter().collect::<Vec<_>>(), [(0, best(5)), (63, best(1)), (64, best(2)), (199, best(3))]);
        assert_eq!([0, 1, 64, 199].map(|number| found.get(number).is_some()), [true, false, true, true]);
        let mut all = vec![Best::default(); 200];
        for (number, best) in matches {
            all[number] = best.max(all[number]);
        }
        assert_eq!(Matches::of_all(&all).iter().collect::<Vec<_>>(), found.iter().collect::<Vec<_>>());
        let other = Matches::of(200, &[64, 65, 199].map(|number| (number, best(1))));
        let in_all = Matches::in_all(&[&found, &other]);
        assert_eq!((in_all.count(), in_all.iter().collect::<Vec<_>>()), (2, vec![64, 199]));
        assert_eq!(Matches::in_all(&[]).count(), 0);
    }

    #[test]
    fn a_record_that_was_not_marked_has_no_match() {
        let mut marks = Marks::none(100);
        marks.mark(70);
        let mut found = Matches::among(marks);
        found.add(71, best(1));
        assert_eq!((found.iter().count(), found.get(70), found.get(71)), (0, None, None));
    }
}
