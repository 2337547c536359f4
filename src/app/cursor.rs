//! Selection and scroll of a list: which row is chosen, and which is the first on screen.

/// Rows of context kept above and below the selection where the page allows.
const CONTEXT: usize = 2;

/// Selection and scroll of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ListCursor {
    /// Selected row, from 0.
    pub selected: usize,
    /// First row on screen.
    pub top: usize,
}

impl ListCursor {
    /// Moves to the row at `index`, or to the last row of `len` if there are fewer, on a page of `page` rows.
    pub fn select(&mut self, index: usize, len: usize, page: usize) {
        self.selected = index.min(len.saturating_sub(1));
        let page = page.max(1);
        let context = CONTEXT.min((page - 1) / 2);
        let lowest_top = (self.selected + context + 1).saturating_sub(page);
        let highest_top = self.selected.saturating_sub(context);
        self.top = self.top.max(lowest_top).min(highest_top).min(len.saturating_sub(page));
    }

    /// Moves by `rows`, down where positive.
    pub fn step(&mut self, rows: isize, len: usize, page: usize) {
        self.select(self.selected.saturating_add_signed(rows), len, page);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selection_is_always_on_the_page_with_rows_around_it() {
        let mut cursor = ListCursor::default();
        for index in [0, 5, 49, 48, 20, 0, 99] {
            cursor.select(index, 50, 8);
            assert!(cursor.selected < 50 && cursor.top <= cursor.selected && cursor.selected < cursor.top + 8);
        }
        cursor.select(20, 50, 8);
        assert!(cursor.selected - cursor.top >= 2 && cursor.top + 8 - cursor.selected > 2);
    }

    #[test]
    fn an_empty_list_and_a_page_of_one_row_do_no_harm() {
        let mut cursor = ListCursor::default();
        cursor.step(3, 0, 0);
        assert_eq!(cursor, ListCursor::default());
        cursor.step(3, 10, 1);
        assert_eq!((cursor.selected, cursor.top), (3, 3));
    }
}
