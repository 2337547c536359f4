//! What is said over the window: whole, in as many lines as that takes.

use super::cut::truncated;
use super::flow::wrapped;

/// Rows that stay free of it: tabs and search line, or the head of a text that is written and a line of it.
const FREE: usize = 2;

/// Between the things that are said at once.
pub const GAP: &str = "  ";

/// Columns that stay free at its sides.
const SIDES: usize = 2;

/// A notice in the lines it takes in a window of so many columns and rows.
///
/// Where even those are too few, its end stays and the middle of its last line is cut out.
#[must_use]
pub fn lines(notice: &str, (columns, rows): (u16, u16)) -> Vec<String> {
    let width = usize::from(columns).saturating_sub(SIDES);
    let most = usize::from(rows).saturating_sub(FREE).max(1);
    let whole = wrapped(notice, width);
    // What is said apart stands apart, where there is room.
    let apart: Vec<String> = notice.split(GAP).flat_map(|said| wrapped(said, width)).collect();
    let mut lines = if whole.len() > 1 && apart.len() <= most { apart } else { whole };
    if lines.len() > most {
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(truncated(&rest, width));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr;

    const NOTICE: &str = "Jūsu datnēs 2 kļūdas (documents/own.json); kļūdainais nav ielādēts. Visas: dosje check";

    #[test]
    fn no_word_is_lost_in_a_window_one_works_in() {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        for size in [(120, 36), (80, 24), (40, 12), (60, 5)] {
            let lines = lines(NOTICE, size);
            assert!(lines.iter().all(|line| line.width() + SIDES <= usize::from(size.0)), "{size:?}: {lines:?}");
            assert_eq!(words(&lines.join(" ")), words(NOTICE), "{size:?}");
        }
    }

    #[test]
    fn in_the_least_window_beginning_and_end_stay() {
        let lines = lines(NOTICE, (20, 5));
        assert_eq!(lines.len(), 3);
        assert!(lines.iter().all(|line| line.width() <= 18), "{lines:?}");
        assert!(lines.first().is_some_and(|line| line.starts_with("Jūsu datnēs")), "{lines:?}");
        assert!(lines.last().is_some_and(|line| line.ends_with("check")), "{lines:?}");
    }
}
