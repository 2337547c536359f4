//! What lies under the mouse, by the places in which it is drawn.

use super::{footer, header, notice};
use crate::app::layout::Area;
use crate::app::meeting::Parts;
use crate::app::pointer::{Mouse, Pointed, Touch};
use crate::app::{Focus, Layout, Mode, Model, Shown};

/// Lines by which the wheel moves a pane.
const WHEEL: isize = 3;

/// What is meant by what the mouse did; nothing where nothing lies there.
#[must_use]
pub fn target(model: &Model, mouse: Mouse) -> Option<Pointed> {
    let layout = model.layout()?;
    if notice::is_taken(model, mouse.row) {
        return None;
    }
    under(model, layout, mouse)
}

/// Whether what is selected stands in a row of the window.
pub fn is_selected(model: &Model, row: u16) -> bool {
    let Some(layout) = model.layout() else { return false };
    let is_it = |pointed| match pointed {
        Pointed::Row(at) => model.focus == Focus::List && at == model.view().cursor.selected,
        Pointed::Link(link) => model.focus == Focus::Detail && Some(link) == model.view().link,
        Pointed::Entry(entry) => matches!(&model.mode, Mode::Palette(palette) if palette.cursor.selected == entry),
        _ => false,
    };
    let press = |column| under(model, layout, Mouse { column, row, touch: Touch::Press });
    [layout.list().x, layout.detail().x].into_iter().filter_map(press).any(is_it)
}

/// The same whatever is said over it.
fn under(model: &Model, layout: Layout, mouse: Mouse) -> Option<Pointed> {
    let wheel = match mouse.touch {
        Touch::Press => None,
        Touch::WheelUp => Some(-WHEEL),
        Touch::WheelDown => Some(WHEEL),
    };
    let footer = match model.mode {
        Mode::Meeting(_) => Parts::of(model.size)?.footer,
        _ => layout.footer,
    };
    if is_in(footer, mouse) {
        let command = footer::command_at(model, footer.width, mouse.column)?;
        return wheel.is_none().then_some(Pointed::Key(command));
    }
    match (&model.mode, wheel) {
        (Mode::Ask(_), _) | (Mode::Meeting(_) | Mode::Source(_), None) => None,
        (Mode::Meeting(_) | Mode::Source(_) | Mode::Palette(_), Some(by)) => Some(Pointed::Top(by)),
        (Mode::Palette(palette), None) => {
            let line = line(layout.body, mouse).filter(|line| *line < model.palette_page())?;
            let entry = palette.cursor.top + line;
            (entry < palette.entries.len()).then_some(Pointed::Entry(entry))
        }
        (Mode::Browse | Mode::Search | Mode::Follow(_), wheel) => {
            let (list, detail) = (layout.list(), layout.detail());
            let shows_list = layout.shows_both() || model.focus == Focus::List;
            let is_over_list = shows_list && is_in(list, mouse);
            let is_over_detail = (layout.shows_both() || !shows_list) && is_in(detail, mouse);
            match wheel {
                Some(by) if is_over_list => Some(Pointed::List(by)),
                Some(by) if is_over_detail => Some(Pointed::Detail(by)),
                None if is_in(layout.header, mouse) => {
                    header::tab_at(model, layout.header.width, mouse.column).map(Pointed::Tab)
                }
                None if is_in(layout.query, mouse) => Some(Pointed::Query),
                None if is_over_list => row(model, line(list, mouse)?),
                None if is_over_detail => Some(link(model, line(detail, mouse)?)),
                _ => None,
            }
        }
    }
}

fn is_in(area: Area, mouse: Mouse) -> bool {
    (area.x..area.x + area.width).contains(&mouse.column) && (area.y..area.y + area.height).contains(&mouse.row)
}

/// The line of an area, from 0.
fn line(area: Area, mouse: Mouse) -> Option<usize> {
    is_in(area, mouse).then(|| usize::from(mouse.row - area.y))
}

/// The row at a line of the list, which an axis may stand over.
fn row(model: &Model, line: usize) -> Option<Pointed> {
    let page = model.list_page();
    let over = usize::from(model.layout()?.list().height) - page;
    match model.view().shown(page).get(line.checked_sub(over)?)? {
        Shown::Row(row) => Some(Pointed::Row(*row)),
        Shown::Heading(_) => None,
    }
}

/// The link at a line of the text, or the text itself.
fn link(model: &Model, line: usize) -> Pointed {
    let line = model.view().scroll + line;
    model.text().lines.get(line).and_then(|line| line.link).map_or(Pointed::Text, Pointed::Link)
}
