//! Counts as bars in text: label, number, bar, each in a column of its own.

use unicode_width::UnicodeWidthStr;

use super::{FlowLine, Piece, Tone, wrapped};
use crate::card::{Count, Layer};

/// A cell of a bar.
const CELL: &str = "■";

/// Most columns of the longest bar: beyond them it tells nothing more.
const MOST_BAR: usize = 30;

/// Least columns of the longest bar.
const LEAST_BAR: usize = 4;

/// Columns that all charts of a card share, so that their bars begin below one another.
#[derive(Debug, Clone, Copy, Default)]
pub struct Columns {
    /// Number and label.
    left: usize,
    /// The figure.
    figure: usize,
    /// The longest bar.
    bar: usize,
}

impl Columns {
    /// The columns of charts in `width` columns: two thirds at most for what is counted.
    pub fn of(charts: &[&Vec<Count>], width: usize) -> Self {
        let widest = |of: fn(&Count) -> usize| charts.iter().copied().flatten().map(of).max().unwrap_or(0);
        let left = charts.iter().map(|counts| numbers(counts) + labels(counts)).max().unwrap_or(0);
        let figure = widest(|line| line.count.to_string().len());
        let left = left.min(width * 2 / 3).min(width.saturating_sub(figure + 3 + LEAST_BAR));
        Self { left, figure, bar: width.saturating_sub(left + figure + 3).min(MOST_BAR) }
    }
}

/// Columns of the numbers with a blank behind them, where there are any.
fn numbers(counts: &[Count]) -> usize {
    counts.iter().map(|line| line.number.width()).max().filter(|&width| width > 0).map_or(0, |width| width + 1)
}

fn labels(counts: &[Count]) -> usize {
    counts.iter().map(|line| line.label.width()).max().unwrap_or(0)
}

/// The lines of a chart: a long label goes on below, nothing is cut.
pub fn lines(counts: &[Count], columns: Columns) -> Vec<FlowLine> {
    let (number, figure) = (numbers(counts), columns.figure);
    let label = columns.left.saturating_sub(number);
    let most = counts.iter().map(|line| line.count).max().unwrap_or(0).max(1);
    let mut lines = Vec::new();
    for line in counts {
        for (index, part) in wrapped(&line.label, label).into_iter().enumerate() {
            let lead = if index == 0 { line.number.as_str() } else { "" };
            let fill = label.saturating_sub(part.width());
            let mut pieces = vec![
                (format!("{lead:<number$}"), Tone::Number),
                (format!("{part}{}", " ".repeat(fill)), Tone::Text(Layer::Document)),
            ];
            if index == 0 {
                pieces.push((format!("  {:>figure$} ", line.count), Tone::Text(Layer::Document)));
                pieces.push((CELL.repeat(cells(line.count, most, columns.bar)), Tone::Bar));
            }
            let pieces = pieces.into_iter().filter(|(text, _)| !text.is_empty());
            lines.push(FlowLine { pieces: pieces.map(|(text, tone)| Piece { text, tone }).collect(), link: None });
        }
    }
    lines
}

/// Cells of a bar: none only for none.
fn cells(count: usize, most: usize, room: usize) -> usize {
    let rounded = (count * room + most / 2) / most;
    rounded.max(usize::from(count > 0)).min(room)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(number: &str, label: &str, count: usize) -> Count {
        Count { number: number.to_owned(), label: label.to_owned(), count }
    }

    fn shown(counts: &[Count], width: usize) -> Vec<String> {
        let columns = Columns::of(&[&counts.to_vec()], width);
        lines(counts, columns).iter().map(|line| line.text().trim_end().to_owned()).collect()
    }

    #[test]
    fn bars_are_on_one_scale_and_labels_go_on_below() {
        let counts = [count("5", "Tiešsaistes platformas un viengabalainums", 6), count("6", "Pārvalde", 3)];
        assert_eq!(
            shown(&counts, 36),
            ["5 Tiešsaistes platformas  6 ■■■■■■■■", "  un viengabalainums", "6 Pārvalde                3 ■■■■"]
        );
    }

    #[test]
    fn no_line_is_wider_than_the_pane_and_no_count_is_without_a_bar() {
        let counts = [count("", "pastāvīgi", 99_000), count("", "vienā ceturksnī", 1), count("", "vienā gadā", 0)];
        for width in 18..120 {
            let shown = shown(&counts, width);
            assert!(shown.iter().all(|line| line.width() <= width), "{width}: {shown:?}");
            let bars = shown.iter().filter(|line| line.ends_with(CELL)).count();
            assert!(width < 24 || bars == 2, "{width}: {shown:?}");
        }
    }
}
