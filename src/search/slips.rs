//! How far two words are apart.

/// Longest word in which slips are looked for.
const LONGEST: usize = 40;

/// Slips between two words, where there are at most `allowed`: insertions, deletions, substitutions, and neighbours
/// swapped (optimal string alignment).
#[must_use]
pub fn distance(a: &str, b: &str, allowed: usize) -> Option<usize> {
    // Folded words are ASCII but for foreign scripts, where a byte more or less does no harm.
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > allowed || a.len() > LONGEST || b.len() > LONGEST {
        return None;
    }
    let mut rows = [[0_usize; LONGEST + 1]; 3];
    let [before_last, last, row] = &mut rows;
    for (index, cell) in last.iter_mut().enumerate() {
        *cell = index;
    }
    for (i, x) in a.iter().enumerate() {
        row[0] = i + 1;
        let mut fewest = row[0];
        for (j, y) in b.iter().enumerate() {
            let mut best = (last[j] + usize::from(x != y)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x) {
                best = best.min(before_last[j - 1] + 1);
            }
            row[j + 1] = best;
            fewest = fewest.min(best);
        }
        if fewest > allowed {
            return None;
        }
        std::mem::swap(before_last, last);
        std::mem::swap(last, row);
    }
    Some(last[b.len()]).filter(|&slips| slips <= allowed)
}
