//! The list of a tab: marker, number, title, partners, time span.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{styles, text};
use crate::app::{Focus, Mode, Model, Row};
use crate::domain::records::{Action, PartnerRole};
use crate::domain::timeline::State;
use crate::domain::{Lang, PartnerCode, Record, Span as Dates};

/// Most columns that partners and a time span or date may take from the title.
const PARTNERS: usize = 12;
const BADGE: usize = 14;

/// Columns of a row, in cells; a column of width 0 is left out.
struct Columns {
    number: usize,
    title: usize,
    partners: usize,
    badge: usize,
}

/// What stands in a row.
struct Cells<'a> {
    number: String,
    title: &'a str,
    partners: String,
    badge: String,
    mark: &'static str,
}

pub fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let view = model.view();
    if view.rows.is_empty() {
        let words = text::truncated(model.words().nothing_found, usize::from(area.width).saturating_sub(3));
        frame.render_widget(Line::styled(format!("   {words}"), styles::quiet()), Rect { height: 1, ..area });
        return;
    }
    let shown = || view.rows.iter().enumerate().skip(view.cursor.top).take(usize::from(area.height));
    let columns = columns(model, usize::from(area.width), shown().map(|(_, row)| row));
    for ((index, row), place) in shown().zip(area.rows()) {
        let is_selected = index == view.cursor.selected;
        frame.render_widget(line(model, row, &columns, is_selected, usize::from(area.width)), place);
        if is_selected && model.focus == Focus::List && model.mode == Mode::Browse {
            frame.set_cursor_position(Position { x: place.x, y: place.y });
        }
    }
}

fn columns<'a>(model: &Model, width: usize, rows: impl Iterator<Item = &'a Row>) -> Columns {
    let cells: Vec<Cells<'_>> = rows.filter_map(|row| cells(model, row)).collect();
    let widest = |of: fn(&Cells<'_>) -> usize| cells.iter().map(of).max().unwrap_or(0);
    let number = widest(|cells| cells.number.width()).min(9);
    let badge = if width >= 50 { widest(|cells| cells.badge.width()).min(BADGE) } else { 0 };
    let partners = if width >= 56 { widest(|cells| cells.partners.width()).min(PARTNERS) } else { 0 };
    let gap = |column: usize| if column > 0 { column + 1 } else { 0 };
    // Two for the marker at the left, two for the mark at the right.
    let title = width.saturating_sub(2 + gap(number) + gap(partners) + gap(badge) + 2);
    Columns { number, title, partners, badge }
}

fn line(model: &Model, row: &Row, columns: &Columns, is_selected: bool, width: usize) -> Line<'static> {
    let Some(cells) = cells(model, row) else { return Line::default() };
    let is_active = model.focus == Focus::List;
    let base = match (is_selected, is_active) {
        (true, true) => styles::selected(),
        (true, false) => styles::selected_aside(),
        (false, _) if row.depth == 0 && model.view().query.is_empty() && cells.number.is_empty() => styles::strong(),
        (false, _) => styles::plain(),
    };
    let quiet = if is_selected { base } else { base.patch(styles::quiet()) };
    let accent = if is_selected { base } else { base.patch(styles::accent()) };
    let marker = if is_selected { "> " } else { "  " };
    let mut spans = vec![Span::styled(marker, base)];
    if columns.number > 0 {
        spans.push(Span::styled(text::padded(&cells.number, columns.number + 1), accent));
    }
    let indent = usize::from(row.depth.saturating_sub(1)).min(2) * 2;
    let title = text::truncated(cells.title, columns.title.saturating_sub(indent));
    let matches = model.highlights(&title);
    spans.push(Span::styled(" ".repeat(indent), base));
    let fill = columns.title.saturating_sub(indent + title.width());
    spans.extend(text::marked(&title, &matches, base));
    spans.push(Span::styled(" ".repeat(fill), base));
    if columns.partners > 0 {
        let partners = text::truncated(&cells.partners, columns.partners);
        let matches = model.highlights(&partners);
        let fill = columns.partners.saturating_sub(partners.width()) + 1;
        spans.push(Span::styled(" ", base));
        spans.extend(text::marked(&partners, &matches, quiet));
        spans.push(Span::styled(" ".repeat(fill - 1), base));
    }
    if columns.badge > 0 {
        let badge = text::truncated(&cells.badge, columns.badge);
        let fill = columns.badge.saturating_sub(badge.width());
        spans.push(Span::styled(format!(" {}{badge}", " ".repeat(fill)), quiet));
    }
    spans.push(Span::styled(text::padded(&format!(" {}", cells.mark), 2), base));
    let used: usize = spans.iter().map(Span::width).sum();
    spans.push(Span::styled(" ".repeat(width.saturating_sub(used)), base));
    Line::from(spans)
}

fn cells<'a>(model: &'a Model, row: &Row) -> Option<Cells<'a>> {
    let record = model.dataset.record(&row.id)?;
    let words = model.words();
    let date = |dates: Option<Dates>| dates.map(words.short_span).unwrap_or_default();
    let id = record.id();
    let mut cells = Cells {
        number: String::new(),
        title: record.title(model.lang),
        partners: String::new(),
        badge: String::new(),
        mark: "",
    };
    match record {
        Record::Theme(theme) => {
            id.number().clone_into(&mut cells.number);
            cells.partners = (words.actions)(model.dataset.actions_under(&theme.id).count());
            let next = model.dataset.next_end(&theme.id, model.today);
            cells.badge = next.map(|next| (words.next_by)(next.year())).unwrap_or_default();
        }
        Record::Action(action) => {
            id.number().clone_into(&mut cells.number);
            cells.partners = partner_codes(model, action);
            cells.badge = (words.badge)(&action.timeline);
            cells.mark = mark(action.timeline.state(model.today));
        }
        Record::Meeting(meeting) => cells.badge = date(Some(meeting.date)),
        Record::Event(event) => {
            id.local().clone_into(&mut cells.number);
            cells.badge = date(event.date);
        }
        Record::Milestone(milestone) => {
            id.local().clone_into(&mut cells.number);
            cells.badge = date(milestone.planned);
        }
        Record::Context(_) | Record::Item(_) | Record::Position(_) | Record::Question(_) => {
            id.local().clone_into(&mut cells.number);
        }
        Record::Document(_) | Record::Person(_) => {}
    }
    if cells.mark.is_empty() && !model.dataset.later_of(id).is_empty() {
        cells.mark = "+";
    }
    Some(cells)
}

/// What a time span's state shows at the edge of a row: `!` ends this year, `<` past its window, `?` uncertain.
fn mark(state: State) -> &'static str {
    match state {
        State::EndsThisQuarter | State::EndsThisYear => "!",
        State::PastWindow => "<",
        State::Uncertain => "?",
        State::NotStarted | State::OpenEnded | State::Running => "",
    }
}

/// As many partners as fit, countries first, and how many more there are.
fn partner_codes(model: &Model, action: &Action) -> String {
    let partners = action.partners.iter().filter(|partner| partner.role == PartnerRole::Partner);
    let mut codes: Vec<&PartnerCode> = partners.map(|partner| &partner.code).collect();
    codes.sort_by_key(|code| !is_country(code));
    let tags: Vec<String> = codes.into_iter().map(|code| tag(model, code)).collect();
    let fits = |count: usize| {
        let rest = if count < tags.len() { format!(" +{}", tags.len() - count) } else { String::new() };
        let text = format!("{}{rest}", tags.iter().take(count).map(String::as_str).collect::<Vec<_>>().join(" "));
        (count <= 1 || text.width() <= PARTNERS).then_some(text)
    };
    (0..=tags.len()).rev().find_map(fits).unwrap_or_default()
}

fn is_country(code: &PartnerCode) -> bool {
    !code.as_str().contains(':')
}

/// A country by its code, anything else by its short name.
fn tag(model: &Model, code: &PartnerCode) -> String {
    let short = model.dataset.partner(code).map(|partner| partner.short.as_ref().unwrap_or(&partner.name));
    match short {
        Some(short) if !is_country(code) => match model.lang {
            Lang::Lv => short.lv.clone(),
            Lang::En => short.en.clone(),
        },
        _ => code.to_string(),
    }
}
