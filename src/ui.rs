//! Draws the model into a frame and changes nothing.
//!
//! Knows ratatui and the model; no file, no event, no clock.

mod detail;
mod footer;
mod frame;
mod header;
mod list;
mod look;
mod meeting;
mod palette;
mod pointer;
mod source;
mod styles;
mod text;
mod timeline;
pub mod writing;

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::flow::wrapped;
use crate::app::layout::Area;
use crate::app::meeting::Parts;
use crate::app::{Focus, Mode, Model, Panes, Tab};
use crate::domain::Lang;
use crate::i18n::messages;

pub use frame::{Frame, drawn};
pub use pointer::target;

/// Draws everything, as the terminal can show it.
pub fn view(model: &Model, frame: &mut Frame<'_>) {
    draw(model, frame);
    look::dress(frame.buffer_mut(), model.look);
}

fn draw(model: &Model, frame: &mut Frame<'_>) {
    let Some(layout) = model.layout() else {
        return draw_too_small(model.lang, frame);
    };
    if let (Mode::Meeting(sat_in), Some(parts)) = (&model.mode, Parts::of(model.size)) {
        meeting::draw(model, sat_in, parts, frame);
        return;
    }
    header::draw(model, frame, rect(layout.header));
    if let Mode::Source(reader) = &model.mode {
        source::draw_place(model, reader, frame, rect(layout.query));
        source::draw(reader, frame, rect(layout.body));
    } else if let Mode::Palette(page) = &model.mode {
        header::draw_query(model, frame, rect(layout.query));
        palette::draw(model, page, frame, rect(layout.body));
    } else {
        header::draw_query(model, frame, rect(layout.query));
        match layout.panes {
            Panes::Single(area) if model.focus == Focus::List => draw_list(model, frame, rect(area)),
            Panes::Single(area) => detail::draw(model, frame, rect(area)),
            Panes::Beside { list, detail } => {
                draw_list(model, frame, rect(list));
                let line = Rect { x: list.width, width: 1, ..rect(list) };
                for row in line.rows() {
                    frame.render_widget(Line::styled("│", styles::quiet()), row);
                }
                detail::draw(model, frame, rect(detail));
            }
            Panes::Stacked { list, detail } => {
                draw_list(model, frame, rect(list));
                let line = Rect { y: list.y + list.height, height: 1, ..rect(list) };
                let rule = "─".repeat(usize::from(line.width));
                frame.render_widget(Line::styled(rule, styles::quiet()), line);
                detail::draw(model, frame, rect(detail));
            }
        }
    }
    footer::draw(model, frame, rect(layout.footer));
}

/// Says that the window is too small.
fn draw_too_small(lang: Lang, frame: &mut Frame<'_>) {
    let area = frame.area();
    let lines = wrapped(messages(lang).too_small, usize::from(area.width));
    for (line, place) in lines.into_iter().zip(area.rows()) {
        frame.render_widget(Line::raw(line), place);
    }
}

fn draw_list(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    match model.tab {
        Tab::Timeline => timeline::draw(model, frame, area),
        _ => list::draw(model, frame, area),
    }
}

fn rect(area: Area) -> Rect {
    Rect { x: area.x, y: area.y, width: area.width, height: area.height }
}
