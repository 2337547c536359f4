//! The tabs and the search line.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{styles, text};
use crate::app::{Mode, Model, Tab};

pub fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let width = usize::from(area.width);
    let right = right_side(model);
    let room = width.saturating_sub(right.width() + 1);
    // The longest form that fits: with the program's name, without it, with only the present tab named.
    let forms = [tabs(model, true, true), tabs(model, false, true), tabs(model, false, false)];
    let fitting = forms.into_iter().find(|line| line.width() <= room);
    frame.render_widget(fitting.unwrap_or_else(|| tabs(model, false, false)), area);
    if room > 12 {
        let x = area.x + area.width - u16::try_from(right.width()).unwrap_or(0);
        let place = Rect { x, width: area.x + area.width - x, ..area };
        frame.render_widget(Line::styled(right, styles::quiet()), place);
    }
}

fn right_side(model: &Model) -> String {
    let code = model.lang.code().to_uppercase();
    if model.is_other_day { format!("{} {code} ", (model.words().as_of)(model.today)) } else { format!("{code} ") }
}

fn tabs(model: &Model, is_named: bool, names_all: bool) -> Line<'static> {
    let mut spans = Vec::new();
    if is_named {
        spans.push(Span::styled(" dosje ", styles::strong()));
    }
    for tab in Tab::ALL {
        let name = model.words().tabs.get(tab.index()).copied().unwrap_or_default();
        let number = tab.index() + 1;
        let is_present = tab == model.tab;
        let label = if names_all || is_present { format!(" {number} {name} ") } else { format!(" {number} ") };
        let style = if is_present { styles::accent().patch(styles::selected()) } else { styles::plain() };
        spans.push(Span::styled(label, style));
    }
    Line::from(spans)
}

/// Draws the search line, with the cursor in it while it is typed into.
pub fn draw_query(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let words = model.words();
    let (input, hint, count, is_typing) = match &model.mode {
        Mode::Help(help) => (&help.input, words.help_hint, String::new(), true),
        mode => {
            let view = model.view();
            let count = if view.query.is_empty() { String::new() } else { (words.hits)(view.rows.len(), view.total) };
            (&view.input, words.search_hint, count, *mode == Mode::Search)
        }
    };
    let width = usize::from(area.width);
    let room = width.saturating_sub(count.width() + 5).max(4);
    let typed = tail(input.text(), room);
    let text_style = if is_typing { styles::strong() } else { styles::plain() };
    let (shown, style) = match input.text() {
        "" => (hint.to_owned(), styles::quiet()),
        _ => (typed, text_style),
    };
    let slash = Span::styled(" / ", styles::accent());
    frame.render_widget(Line::from(vec![slash, Span::styled(shown, style)]), area);
    if !count.is_empty() && width > count.width() + 8 {
        let x = area.x + area.width - u16::try_from(count.width() + 1).unwrap_or(0);
        let place = Rect { x, width: area.x + area.width - x, ..area };
        frame.render_widget(Line::styled(count, styles::quiet()), place);
    }
    if is_typing {
        let before = tail(input.before_cursor(), room).width();
        let x = area.x + 3 + u16::try_from(before).unwrap_or(0);
        frame.set_cursor_position(Position { x: x.min(area.x + area.width - 1), y: area.y });
    }
}

/// The end of a text that is too long, since that is where one types.
fn tail(typed: &str, room: usize) -> String {
    let mut kept = typed;
    while kept.width() > room {
        let mut letters = kept.chars();
        letters.next();
        kept = letters.as_str();
    }
    text::padded(kept, 0)
}
