//! The list of a tab: marker, number, title, partners, time span.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::frame::Frame;
use super::{styles, text};
use crate::app::marks::Marks;
use crate::app::timeline::MARKS;
use crate::app::{Command, Common, Context, Focus, Group, Mode, Model, Row, Shown, Tab};
use crate::card::year_of;
use crate::domain::annotations::Depth;
use crate::domain::records::{Action, PartnerRole};
use crate::domain::vocabulary::Partner;
use crate::domain::{PartnerCode, Record};

/// Most columns that partners and a time span or date may take from the title.
const PARTNERS: usize = 16;
const BADGE: usize = 14;
/// Columns of a list from which on it has room for reasons nobody asked for.
const REASON_FROM: u16 = 60;

/// Columns of a list, in cells; a column of width 0 is left out.
struct Columns {
    width: usize,
    number: usize,
    partners: usize,
    badge: usize,
    reason: usize,
    text: usize,
}

/// What stands in a row.
pub struct Cells<'a> {
    pub number: &'a str,
    pub title: &'a str,
    indent: usize,
    is_heading: bool,
    pub is_quiet: bool,
    /// Why it is there, in place of the particulars.
    reason: Option<String>,
    pub partners: String,
    badge: String,
    pub marks: Marks,
}

pub fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let view = model.view();
    if view.rows.is_empty() {
        let words = model.words();
        let is_empty_tray = model.tab == Tab::Briefing && view.query.is_empty();
        let words = if is_empty_tray {
            model.nothing_marked()
        } else {
            (words.nothing_found)(&model.key_name(Context::Browse, Command::StepBack))
        };
        return text::put_sentence(frame, &words, area);
    }
    let shown = view.shown(usize::from(area.height)).into_iter().zip(area.rows());
    let has_room = model.shows_reasons || area.width >= REASON_FROM;
    let (mut rows, mut places) = (Vec::new(), Vec::new());
    for (shown, place) in shown {
        match shown {
            Shown::Heading(group) => text::put(frame, &heading(model, group, usize::from(area.width)), place),
            Shown::Row(at) => {
                let Some(row) = view.rows.get(at) else { continue };
                let Some(cells) = cells(model, &row) else { continue };
                rows.push(Cells { reason: has_room.then(|| model.reason(&row)).flatten(), ..cells });
                places.push((at, place));
            }
        }
    }
    // Where the rows stand by their ends, these are worth more than the end of a title.
    let badge_from = if view.groups.is_empty() { 50 } else { 36 };
    let columns = Columns::of(&rows, usize::from(area.width), badge_from);
    let fitted: Vec<(&str, usize)> = rows.iter().map(|cells| (cells.title, columns.title_room(cells))).collect();
    let titles = text::told_apart(&fitted);
    for (((at, place), cells), title) in places.into_iter().zip(&rows).zip(titles) {
        let is_selected = at == view.cursor.selected;
        text::put(frame, &line(model, cells, &title, &columns, is_selected), place);
        if is_selected && model.focus == Focus::List && model.mode == Mode::Browse {
            frame.set_cursor_position(Position { x: place.x, y: place.y });
        }
    }
}

/// A heading over rows: its name, how many there are, what is to be kept in mind.
fn heading(model: &Model, group: Group, width: usize) -> Line<'static> {
    let count = group.rows.to_string();
    let name = text::truncated(&model.heading(group), width.saturating_sub(count.len() + 4));
    let note = match group.common {
        Common::Due(due) => (model.words().time.due_note)(due),
        _ => "",
    };
    let room = width.saturating_sub(name.width() + count.len() + 7);
    // A note cut short would mislead: it is shown whole or not at all.
    let note = if note.is_empty() || note.width() > room { String::new() } else { format!("  ({note})") };
    let quiet = Span::styled(format!("  {count}{note}"), styles::quiet());
    Line::from(vec![Span::styled(format!(" {name}"), styles::strong()), quiet])
}

/// The style of a row.
pub fn base(model: &Model, cells: &Cells<'_>, is_selected: bool) -> Style {
    match (is_selected, model.focus) {
        (true, Focus::List) => styles::selected(),
        (true, Focus::Detail) => styles::selected_aside(),
        (false, _) if cells.is_quiet => styles::quiet(),
        (false, _) if cells.is_heading => styles::strong(),
        (false, _) => styles::plain(),
    }
}

impl Columns {
    fn of(rows: &[Cells<'_>], width: usize, badge_from: usize) -> Self {
        let widest = |of: fn(&Cells<'_>) -> usize| rows.iter().map(of).max().unwrap_or(0);
        let number = widest(|cells| cells.number.width()).min(9);
        let badge = if width >= badge_from { widest(|cells| cells.badge.width()).min(BADGE) } else { 0 };
        let partners = if width >= 64 { widest(|cells| cells.partners.width()).min(PARTNERS) } else { 0 };
        let reason = widest(|cells| cells.reason.as_deref().map_or(0, UnicodeWidthStr::width)).min(width * 2 / 5);
        let text = usize::from(rows.iter().any(|cells| !cells.marks.text.is_empty()));
        Self { width, number, partners, badge, reason, text }
    }

    /// Columns for the title of a row; one with nothing to its right has their room too.
    fn title_room(&self, cells: &Cells<'_>) -> usize {
        let gap = |column: usize| if column > 0 { column + 1 } else { 0 };
        let right = match &cells.reason {
            Some(_) => gap(self.reason),
            None if cells.has_right_side() => gap(self.partners) + gap(self.badge),
            None => 0,
        };
        self.width.saturating_sub(2 + gap(self.number) + cells.indent + right + MARKS + self.text)
    }
}

impl Cells<'_> {
    fn has_right_side(&self) -> bool {
        !self.partners.is_empty() || !self.badge.is_empty()
    }
}

fn line(model: &Model, cells: &Cells<'_>, title: &str, columns: &Columns, is_selected: bool) -> Line<'static> {
    let base = base(model, cells, is_selected);
    let over = |style: Style| if is_selected { base } else { base.patch(style) };
    let blanks = |count: usize| Span::styled(" ".repeat(count), base);
    let mut spans = lead(cells, is_selected, base);
    if columns.number > 0 {
        spans.push(Span::styled(text::padded(cells.number, columns.number + 1), over(styles::accent())));
    }
    spans.push(blanks(cells.indent));
    spans.extend(text::marked(title, &model.highlights(title), base));
    spans.push(blanks(columns.title_room(cells).saturating_sub(title.width())));
    if let Some(reason) = &cells.reason {
        let reason = text::truncated(reason, columns.reason);
        spans.push(blanks(columns.reason - reason.width() + 1));
        spans.push(Span::styled(reason, over(styles::quiet())));
    } else if cells.has_right_side() {
        spans.extend(particulars(model, cells, columns, base, over(styles::quiet())));
    }
    spans.push(Span::styled(format!(" {:1}{:1}", cells.marks.state, cells.marks.later), base));
    if columns.text > 0 {
        spans.push(Span::styled(format!("{:1}", cells.marks.text), over(styles::own())));
    }
    Line::from(spans)
}

/// Before a row: whether it is selected, and whether it is marked.
pub fn lead(cells: &Cells<'_>, is_selected: bool, base: Style) -> Vec<Span<'static>> {
    let own = if is_selected || cells.marks.mark.is_empty() { base } else { base.patch(styles::own()) };
    vec![Span::styled(if is_selected { ">" } else { " " }, base), Span::styled(format!("{:1}", cells.marks.mark), own)]
}

/// Partners and time span, each in its column.
fn particulars(model: &Model, cells: &Cells<'_>, columns: &Columns, base: Style, quiet: Style) -> Vec<Span<'static>> {
    let blanks = |count: usize| Span::styled(" ".repeat(count), base);
    let mut spans = Vec::new();
    if columns.partners > 0 {
        let partners = text::truncated(&cells.partners, columns.partners);
        spans.push(blanks(1));
        spans.extend(text::marked(&partners, &model.highlights(&partners), quiet));
        spans.push(blanks(columns.partners - partners.width()));
    }
    if columns.badge > 0 {
        let badge = text::truncated(&cells.badge, columns.badge);
        spans.push(blanks(columns.badge - badge.width() + 1));
        spans.push(Span::styled(badge, quiet));
    }
    spans
}

/// What stands in a row; of a record that another tab lists, what kind it is instead of the particulars.
pub fn cells<'a>(model: &'a Model, row: &Row) -> Option<Cells<'a>> {
    let record = model.dataset.at(row.ordinal)?;
    let is_elsewhere = row.is_elsewhere;
    // A view of its time bears its date wherever it stands.
    let has_badge = !is_elsewhere || matches!(record, Record::Position(_) | Record::Question(_));
    Some(Cells {
        number: number(record),
        title: record.title(model.lang),
        partners: if is_elsewhere { (model.words().kind)(record.kind()).to_owned() } else { partners(model, record) },
        is_heading: row.depth == 0 && matches!(record, Record::Document(_) | Record::Meeting(_)),
        is_quiet: is_elsewhere,
        reason: None,
        indent: usize::from(row.depth.saturating_sub(1)).min(2) * 2,
        badge: if has_badge { badge(model, record) } else { String::new() },
        marks: model.marks(record),
    })
}

fn number(record: Record<'_>) -> &str {
    match record {
        Record::Partner { partner, .. } => partner_tag(partner),
        Record::Document(_) | Record::Meeting(_) | Record::Person(_) | Record::Term { .. } => "",
        _ => record.id().number(),
    }
}

/// The partners of an action, and what else is worth a look beside a title.
fn partners(model: &Model, record: Record<'_>) -> String {
    let words = model.words();
    match record {
        Record::Theme(theme) => (words.actions)(model.dataset.count_under(&theme.id)),
        Record::Action(action) => partner_codes(model, action),
        Record::Partner { partner, .. } => {
            let (direct, named) = model.dataset.concerns().named(&partner.code);
            (words.named)(direct, named)
        }
        Record::Term { entry, .. } => entry.abbreviations.in_lang(model.lang).join(" "),
        _ => String::new(),
    }
}

/// What stands at the end of a row: a time, a kind, what the user intends.
fn badge(model: &Model, record: Record<'_>) -> String {
    let words = model.words();
    let added = model.annotations().of(record.id());
    let intent = || added.and_then(|added| added.intent).map(words.own.intent);
    if let Some(depth) = added.map(|added| added.depth).filter(|depth| *depth != Depth::Whole)
        && model.tab == Tab::Briefing
    {
        let intent = intent().filter(|_| matches!(record, Record::Item(_)));
        return intent.into_iter().chain([(words.own.depth)(depth)]).collect::<Vec<_>>().join(", ");
    }
    match record {
        Record::Theme(theme) => {
            let next = model.dataset.next_end(&theme.id, model.today);
            next.map(|next| (words.next_by)(next.year())).unwrap_or_default()
        }
        Record::Action(action) => (words.badge)(&action.timeline),
        Record::Meeting(_) | Record::Event(_) | Record::Milestone(_) => {
            record.date().map(words.short_span).unwrap_or_default()
        }
        Record::Item(_) => intent().unwrap_or_default().to_owned(),
        Record::Position(_) | Record::Question(_) => year_of(&model.dataset, record.id()).to_string(),
        Record::Partner { partner, .. } => (words.partner_kind)(partner.kind).to_owned(),
        Record::Term { entry, .. } => (words.glossary_kind)(entry.kind).to_owned(),
        Record::Context(_) | Record::Document(_) | Record::Person(_) => String::new(),
    }
}

/// A country by its code; anything else has its short name in the title.
fn partner_tag(partner: &Partner) -> &str {
    Some(partner.code.as_str()).filter(|code| !code.contains(':')).unwrap_or("")
}

/// As many partners as fit, countries first, and how many more there are.
fn partner_codes(model: &Model, action: &Action) -> String {
    let partners = action.partners.iter().filter(|partner| partner.role == PartnerRole::Partner);
    let mut codes: Vec<&PartnerCode> = partners.map(|partner| &partner.code).collect();
    codes.sort_by_key(|code| !is_country(code));
    let tags: Vec<&str> = codes.into_iter().map(|code| tag(model, code)).collect();
    let rest = |count: usize| if count < tags.len() { format!(" +{}", tags.len() - count) } else { String::new() };
    let mut width = 0;
    // How wide so many of them are, each but the first with a blank before it.
    let widths = tags.iter().map(|tag| {
        width += tag.width() + usize::from(width > 0);
        width
    });
    let fits = |(count, width): &(usize, usize)| *count <= 1 || width + rest(*count).len() <= PARTNERS;
    let count = (1..).zip(widths).filter(fits).last().map_or(0, |(count, _)| count);
    tags.get(..count).unwrap_or_default().join(" ") + &rest(count)
}

fn is_country(code: &PartnerCode) -> bool {
    !code.as_str().contains(':')
}

/// A country by its code, anything else by its short name.
fn tag<'a>(model: &'a Model, code: &'a PartnerCode) -> &'a str {
    let short = model.dataset.partner(code).map(|partner| partner.short.as_ref().unwrap_or(&partner.name));
    short.filter(|_| !is_country(code)).map_or(code.as_str(), |short| short.in_lang(model.lang))
}
