//! What the mouse does, once it is known what lies under it.

use super::queries::leave_search;
use super::text::{scroll_to, select_first_link};
use super::{run, settle, show_tab};
use crate::app::command::Command;
use crate::app::model::{Focus, Mode, Model};
use crate::app::msg::Effect;
use crate::app::pointer::Pointed;

/// Does what is meant by a touch of `target`.
pub fn point(model: &mut Model, target: Pointed) -> Vec<Effect> {
    if !model.ways.has_mouse || model.layout().is_none() {
        return Vec::new();
    }
    model.notice = None;
    model.take_over();
    model.own.is_warned &= target == Pointed::Key(Command::Quit);
    match target {
        Pointed::Key(command) => return run(model, command),
        Pointed::Query => return run(model, Command::Search),
        Pointed::Tab(tab) => {
            let effects = browse(model);
            show_tab(model, tab);
            return effects;
        }
        Pointed::Row(row) => {
            let effects = browse(model);
            model.focus = Focus::List;
            model.view_mut().link = None;
            model.select(row);
            return effects;
        }
        Pointed::Link(link) => {
            let effects = browse(model);
            model.focus = Focus::Detail;
            model.view_mut().link = Some(link);
            return effects;
        }
        Pointed::Text => {
            let effects = browse(model);
            model.focus = Focus::Detail;
            settle(model);
            return effects;
        }
        Pointed::Entry(entry) => model.select_in_palette(entry),
        Pointed::List(rows) => {
            let selected = model.view().cursor.selected.saturating_add_signed(rows);
            model.select(selected);
            settle(model);
        }
        Pointed::Detail(lines) => {
            let scroll = model.view().scroll.saturating_add_signed(lines);
            scroll_to(model, scroll);
            if model.focus == Focus::Detail {
                select_first_link(model);
            }
        }
        Pointed::Top(lines) => {
            let command = if lines < 0 { Command::Up } else { Command::Down };
            return (0..lines.unsigned_abs()).flat_map(|_| run(model, command)).collect();
        }
    }
    Vec::new()
}

/// Turns the mouse on or off.
pub fn turn(model: &mut Model) -> Vec<Effect> {
    let has_mouse = !model.ways.has_mouse;
    model.ways.has_mouse = has_mouse;
    let words = &model.words().settings;
    model.notice = Some(if has_mouse { words.mouse_on } else { words.mouse_off }.to_owned());
    vec![Effect::Mouse(has_mouse)]
}

/// Back to list and text, from typing a query or the number of a link.
fn browse(model: &mut Model) -> Vec<Effect> {
    match model.mode {
        Mode::Search => leave_search(model),
        Mode::Follow(_) => {
            model.mode = Mode::Browse;
            Vec::new()
        }
        _ => Vec::new(),
    }
}
