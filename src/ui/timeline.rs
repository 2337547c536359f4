//! The timeline: rows with bars under an axis of years, today marked on all of them.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::frame::Frame;
use super::list::{self, Cells};
use super::{styles, text};
use crate::app::bars::{self, Subject};
use crate::app::timeline::{Columns, MARKS};
use crate::app::{Common, Focus, Group, Grouping, Mode, Model, Shown};
use crate::domain::axis::{Axis, Sight};
use crate::domain::timeline::State;
use crate::domain::{Date, Record};

pub fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let view = model.view();
    if view.rows.is_empty() || !view.grouping.has_axis() {
        list::draw(model, frame, area);
        return;
    }
    let strip = Strip { model, axis: model.axis(), columns: model.axis_columns() };
    let page = model.list_page();
    let has_headings = view.has_headings(page);
    let mut places = area.rows();
    if let Some(place) = places.next() {
        text::put(frame, &strip.header(has_headings), place);
    }
    let shown = view.shown(page);
    let cells: Vec<Option<Cells<'_>>> = shown.iter().map(|line| strip.cells(*line)).collect();
    let fitted: Vec<(&str, usize)> =
        cells.iter().flatten().map(|cells| (cells.title, strip.title_room(cells))).collect();
    let mut titles = text::told_apart(&fitted).into_iter();
    for (index, ((line, cells), place)) in shown.iter().zip(&cells).zip(places).enumerate() {
        match (line, cells) {
            (Shown::Heading(group), _) => text::put(frame, &strip.heading(*group, index == 0), place),
            (Shown::Row(row), Some(cells)) => {
                let is_selected = *row == view.cursor.selected;
                let title = titles.next().unwrap_or_default();
                text::put(frame, &strip.row(*row, cells, &title, is_selected), place);
                if is_selected && model.focus == Focus::List && model.mode == Mode::Browse {
                    frame.set_cursor_position(Position { x: place.x, y: place.y });
                }
            }
            (Shown::Row(_), None) => {}
        }
    }
}

/// The columns that all lines of the axis share.
struct Strip<'a> {
    model: &'a Model,
    axis: Axis,
    columns: Columns,
}

impl<'a> Strip<'a> {
    /// What the rows are grouped by, and the years; without headings below, today as well.
    fn header(&self, has_headings: bool) -> Line<'static> {
        let words = &self.model.words().time;
        let by = match self.model.view().grouping {
            Grouping::Partner => words.by_partner,
            Grouping::End => words.by_end,
            Grouping::Theme | Grouping::Due => words.by_theme,
        };
        let by = if self.columns.title > 0 { by } else { "" };
        let left = self.columns.left();
        let by = text::padded(&format!(" {}", text::truncated(by, left.saturating_sub(2))), left);
        let width = self.columns.bars + MARKS;
        // Without headings there is no other place to say where today is.
        let mut line = if has_headings { vec![' '; width] } else { self.today_mark(width, "") };
        for (column, label) in bars::years(self.axis, MARKS.try_into().unwrap_or(0)) {
            let column = usize::from(column);
            let place = column.saturating_sub(1)..column + label.len() + 1;
            // A label of which the mark would hide a part goes whole.
            if line.iter().take(place.end).skip(place.start).all(|cell| *cell == ' ') {
                put(&mut line, column, &label);
            }
        }
        let years: String = line.into_iter().collect();
        Line::from(vec![Span::styled(by, styles::quiet()), Span::raw(years)])
    }

    /// The line that says where today is, `width` columns from the first of the bars; with `word` beside the mark.
    fn today_mark(&self, width: usize, word: &str) -> Vec<char> {
        let today = self.model.words().time.today;
        let mut line = vec![' '; width];
        let bars = self.columns.bars;
        let fits = today.width() + 2 <= bars;
        match self.axis.column(self.model.today) {
            Sight::In(column) => {
                let column = usize::from(column);
                put(&mut line, column, "▼");
                if column + 2 + word.width() <= width {
                    put(&mut line, column + 2, word);
                } else if let Some(start) = column.checked_sub(word.width() + 1) {
                    put(&mut line, start, word);
                }
            }
            Sight::Before(_) if fits => put(&mut line, 0, &format!("◄ {today}")),
            Sight::Before(_) => put(&mut line, 0, "◄"),
            Sight::After(_) if fits => put(&mut line, bars.saturating_sub(today.width() + 2), &format!("{today} ►")),
            Sight::After(_) => put(&mut line, bars.saturating_sub(1), "►"),
        }
        line
    }

    /// A heading with its count; the first of a page says where today is, the others go on with its line.
    fn heading(&self, group: Group, is_first: bool) -> Line<'static> {
        let count = group.rows.to_string();
        let room = self.columns.left().saturating_sub(count.len() + 4);
        let name = text::truncated(&self.model.heading(group), room);
        let filled = 1 + name.width() + 2 + count.len();
        let mut spans = vec![
            Span::styled(format!(" {name}"), styles::strong()),
            Span::styled(format!("  {count}"), styles::quiet()),
            Span::raw(" ".repeat(self.columns.left().saturating_sub(filled))),
        ];
        if is_first {
            let word = self.model.words().time.today;
            let mark: String = self.today_mark(self.columns.bars + MARKS, word).into_iter().collect();
            spans.push(Span::styled(mark, styles::accent()));
        } else if group.common != Common::Elsewhere {
            spans.extend(self.crossed(&" ".repeat(self.columns.bars), styles::plain(), |style| style));
        }
        Line::from(spans)
    }

    fn cells(&self, line: Shown) -> Option<Cells<'a>> {
        let Shown::Row(row) = line else { return None };
        list::cells(self.model, &self.model.view().rows.get(row)?)
    }

    /// Columns for the title; what other tabs list has no bar, and the room of the bars for its title and kind.
    fn title_room(&self, cells: &Cells<'_>) -> usize {
        let without_bar = || (self.columns.title + 1 + self.columns.bars).saturating_sub(cells.partners.width() + 1);
        if cells.is_quiet { without_bar() } else { self.columns.title }
    }

    fn row(&self, row: usize, cells: &Cells<'_>, title: &str, is_selected: bool) -> Line<'static> {
        let base = list::base(self.model, cells, is_selected);
        let over = |style: Style| if is_selected { base } else { base.patch(style) };
        let number = self.columns.number;
        let mut spans = list::lead(cells, is_selected, base);
        if number > 0 {
            let shown = text::padded(&text::truncated(cells.number, number), number + 1);
            spans.push(Span::styled(shown, over(styles::accent())));
        }
        let room = self.title_room(cells);
        if room > 0 && (self.columns.title > 0 || cells.is_quiet) {
            spans.extend(text::marked(title, &self.model.highlights(title), base));
            spans.push(Span::styled(" ".repeat(room.saturating_sub(title.width())), base));
        }
        if cells.is_quiet {
            spans.push(Span::styled(format!(" {}", cells.partners), base));
        } else {
            if self.columns.title > 0 {
                spans.push(Span::styled(" ", base));
            }
            let (strip, is_past) = self.strip(row);
            let style = if is_past { over(styles::quiet()) } else { base };
            spans.extend(self.crossed(&strip, style, over));
        }
        spans.push(Span::styled(format!(" {:1}{:1}", cells.marks.state, cells.marks.later), base));
        Line::from(spans)
    }

    /// The bar of a row over all columns, or where it lies outside of them; and whether its window has passed.
    fn strip(&self, row: usize) -> (String, bool) {
        let bars = self.columns.bars;
        let record = self.model.view().rows.get(row).and_then(|row| self.model.dataset.at(row.ordinal));
        let (sight, subject, years, is_past) = match record {
            Some(Record::Action(action)) => {
                let paper = self.model.dataset.document_of(&action.id);
                let as_of = paper.and_then(|paper| paper.date).map(Date::first_day);
                let is_indicative = paper.is_some_and(|paper| paper.indicative);
                let subject = if is_indicative { Subject::Indicative } else { Subject::Stated };
                let timeline = &action.timeline;
                let from = timeline.start.map(Date::year).or(as_of.map(jiff::civil::Date::year));
                let is_past = timeline.state(self.model.today) == State::PastWindow;
                (self.axis.bar(timeline, as_of), subject, (from, timeline.end.map(Date::year)), is_past)
            }
            Some(Record::Milestone(milestone)) => {
                let Some(planned) = milestone.planned else { return (" ".repeat(bars), false) };
                let years = (Some(planned.first_day().year()), Some(planned.last_day().year()));
                (self.axis.bar_of(planned), Subject::Milestone, years, planned.last_day() < self.model.today)
            }
            _ => return (" ".repeat(bars), false),
        };
        let mut strip = vec![' '; bars];
        let said = |arrow: &str, year: Option<i16>| match year {
            Some(year) if bars >= 6 => (arrow.to_owned(), year.to_string()),
            _ => (arrow.to_owned(), String::new()),
        };
        match sight {
            Sight::In(bar) => put(&mut strip, usize::from(bar.first), &bars::letters(bar, subject, self.axis)),
            Sight::Before(_) => {
                let (arrow, year) = said("◄", years.1);
                put(&mut strip, 0, format!("{arrow} {year}").trim_end());
            }
            Sight::After(_) => {
                let (arrow, year) = said("►", years.0);
                let text = format!("{year} {arrow}");
                let text = text.trim_start();
                put(&mut strip, bars.saturating_sub(text.width()), text);
            }
        }
        (strip.into_iter().collect(), is_past)
    }

    /// A line of letters with today's line across it.
    fn crossed(&self, strip: &str, style: Style, over: impl Fn(Style) -> Style) -> Vec<Span<'static>> {
        let Sight::In(column) = self.axis.column(self.model.today) else {
            return vec![Span::styled(strip.to_owned(), style)];
        };
        let column = usize::from(column);
        let before: String = strip.chars().take(column).collect();
        let at: String = strip.chars().skip(column).take(1).map(bars::crossed).collect();
        let after: String = strip.chars().skip(column + 1).collect();
        // A year that says where a bar out of sight lies is no part of today's line.
        let at_style = if at.chars().all(char::is_alphanumeric) { style } else { over(styles::accent()) };
        vec![Span::styled(before, style), Span::styled(at, at_style), Span::styled(after, style)]
    }
}

/// Writes `text` into a line of letters from `column` on, as far as there is room.
fn put(line: &mut [char], column: usize, text: &str) {
    line.iter_mut().skip(column).zip(text.chars()).for_each(|(cell, letter)| *cell = letter);
}
