//! Bars of the axis in letters, one a column.
//!
//! What is told apart by the letters is told apart by their twins in ASCII too.

use crate::domain::axis::{Axis, Bar, Edge, Form};
use crate::domain::timeline::Certainty;

/// What a bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// An action whose paper calls its dates indicative.
    Indicative,
    /// An action whose dates are meant as they stand.
    Stated,
    /// A milestone.
    Milestone,
}

/// The letters of a bar, from its left column on.
#[must_use]
pub fn letters(bar: Bar, subject: Subject, axis: Axis) -> String {
    (bar.first..=bar.last).map(|column| letter(bar, subject, axis, column)).collect()
}

fn letter(bar: Bar, subject: Subject, axis: Axis, column: u16) -> char {
    let (is_first, is_last) = (column == bar.first, column == bar.last);
    if subject == Subject::Milestone {
        return if is_last && bar.end != Edge::Cut { '◆' } else { '·' };
    }
    let is_firm = bar.certainty == Certainty::Firm;
    let (opening, closing) = if subject == Subject::Indicative { ('(', ')') } else { ('╞', '╡') };
    let is_whole = bar.start == Edge::Stated && bar.end == Edge::Stated;
    match bar.form {
        _ if is_first && !is_firm && bar.start != Edge::Cut => '?',
        Form::Once if is_first && is_last && is_whole => '●',
        Form::Through if is_first && is_last && is_whole => fill(bar),
        _ if is_last && bar.end == Edge::Stated => closing,
        _ if is_last && bar.end == Edge::Open => '→',
        _ if is_first && bar.start == Edge::Stated => opening,
        Form::Yearly if is_middle_of_year(axis, column) => '○',
        _ => fill(bar),
    }
}

/// What stands between the ends.
fn fill(bar: Bar) -> char {
    match bar.form {
        _ if bar.certainty != Certainty::Firm => '≈',
        Form::Once | Form::By => '·',
        Form::Yearly => '─',
        Form::Through if bar.end == Edge::Open => '─',
        Form::Through => '═',
    }
}

/// Once a year, and in no particular part of it: the mark stands in the middle.
fn is_middle_of_year(axis: Axis, column: u16) -> bool {
    axis.zoom().months() == 12 || axis.first_day(column).month() == 7
}

/// What stands in the column of today where `letter` stands otherwise; ends and points stay as they are.
#[must_use]
pub fn crossed(letter: char) -> char {
    match letter {
        '═' => '╪',
        '─' => '┼',
        ' ' | '·' | '≈' => '¦',
        other => other,
    }
}

/// The years over an axis: each label with its column, none cut and none touching another.
///
/// A label may go on `beyond` the last column by so many.
#[must_use]
pub fn years(axis: Axis, beyond: u16) -> Vec<(u16, String)> {
    let width = 12 / axis.zoom().months();
    // Every year, else every second, fifth, tenth: as many as fit with two figures and a blank.
    let step = [1, 2, 5, 10].into_iter().find(|step| step * width > 2).unwrap_or(10);
    let is_long = step * width > 4;
    let label = |year: i16| if is_long { year.to_string() } else { format!("{:02}", year.rem_euclid(100)) };
    let mut free = 0;
    let mut labels = Vec::new();
    // The first year may have begun before the window: it gives way to the next.
    let years: Vec<(u16, i16)> = axis.years().filter(|(_, year)| year % step == 0).collect();
    for (index, (column, year)) in years.iter().enumerate() {
        let label = label(*year);
        let end = column + u16::try_from(label.len()).unwrap_or(4);
        let next = years.get(index + 1).map(|(column, _)| *column);
        if *column >= free && end <= axis.columns() + beyond && next.is_none_or(|next| end < next) {
            free = end + 1;
            labels.push((*column, label));
        }
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::ascii;
    use crate::domain::axis::{Sight, Zoom};
    use crate::domain::timeline::{Timeline, TimelineKind};
    use jiff::civil::date;

    const KINDS: [(TimelineKind, Certainty, Option<&str>, Option<&str>); 9] = [
        (TimelineKind::Ongoing, Certainty::Firm, None, None),
        (TimelineKind::OngoingWindow, Certainty::Firm, Some("2025"), Some("2027")),
        (TimelineKind::OngoingUntil, Certainty::Firm, None, Some("2027-36")),
        (TimelineKind::Quarter, Certainty::Firm, Some("2025-36"), Some("2025-36")),
        (TimelineKind::SingleYear, Certainty::Firm, Some("2026"), Some("2026")),
        (TimelineKind::Deadline, Certainty::Firm, None, Some("2027-12")),
        (TimelineKind::StartPossible, Certainty::Potential, Some("2025"), None),
        (TimelineKind::Potential, Certainty::Potential, Some("2026"), Some("2026")),
        (TimelineKind::RecurringAnnual, Certainty::Conditional, None, None),
    ];

    fn axis(zoom: Zoom) -> Axis {
        Axis::fitting(date(2025, 1, 1), date(2028, 12, 31), 16).zoomed(zoom, date(2025, 1, 1))
    }

    fn drawn(zoom: Zoom, subject: Subject) -> Vec<String> {
        let strip = |(kind, certainty, start, end): &(TimelineKind, Certainty, Option<&str>, Option<&str>)| {
            let read = |text: Option<&str>| text.map(|text| text.parse().expect("a date"));
            let (start, end) = (read(*start), read(*end));
            let timeline = Timeline { raw: "".into(), kind: *kind, start, end, certainty: *certainty };
            match axis(zoom).bar(&timeline, Some(date(2025, 6, 5))) {
                Sight::In(bar) => {
                    format!("{}{}", " ".repeat(usize::from(bar.first)), letters(bar, subject, axis(zoom)))
                }
                Sight::Before(_) | Sight::After(_) => String::new(),
            }
        };
        KINDS.iter().map(strip).collect()
    }

    #[test]
    fn every_sort_of_time_span_has_a_bar_of_its_own() {
        let expected = [
            " ──────────────→",
            "(══════════)",
            " ══════════)",
            "   ●",
            "    (··)",
            " ··········)",
            "?≈≈≈≈≈≈≈≈≈≈≈≈≈≈→",
            "    ?≈≈)",
            " ?○≈≈≈○≈≈≈○≈≈≈○→",
        ];
        assert_eq!(drawn(Zoom::Quarter, Subject::Indicative), expected);
        assert_eq!(drawn(Zoom::Quarter, Subject::Stated)[1], "╞══════════╡");
    }

    #[test]
    fn bars_that_differ_still_do_in_ascii() {
        let folded = |strip: &String| ascii::text(strip);
        for zoom in [Zoom::Quarter, Zoom::Half] {
            let mut bars: Vec<String> = drawn(zoom, Subject::Indicative).iter().map(folded).collect();
            bars.extend(drawn(zoom, Subject::Stated).get(1).map(folded));
            assert!(bars.iter().all(|bar| bar.is_ascii()), "{bars:?}");
            let all = bars.len();
            bars.sort();
            bars.dedup();
            assert_eq!(bars.len(), all, "{bars:?}");
        }
    }

    #[test]
    fn labels_of_years_never_touch_nor_leave_the_axis() {
        for zoom in Zoom::ALL {
            for columns in 0..80 {
                let axis = Axis::around(date(2026, 11, 21), zoom, columns);
                let mut free = 0;
                for (column, label) in years(axis, 3) {
                    assert!(column >= free, "{zoom:?} {columns}");
                    free = column + u16::try_from(label.len()).expect("short") + 1;
                    assert!(free <= columns + 4, "{zoom:?} {columns}");
                    let year = axis.first_day(column).year().to_string();
                    assert!(year.ends_with(&label), "{zoom:?} {columns}");
                }
            }
        }
    }
}
