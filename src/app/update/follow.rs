//! What keys do while a link is chosen by its number.

use super::queries::remember;
use super::{first_link_on_page, line_of_link, scroll_to, select_first_link};
use crate::app::command::Command;
use crate::app::model::{Focus, Mode, Model};
use crate::app::msg::Effect;

/// Begins to choose, with the numbers on screen.
pub fn begin(model: &mut Model) {
    let text = model.text();
    let Some(first) = line_of_link(&text, 0) else {
        model.notice = Some(model.words().no_links.to_owned());
        return;
    };
    if !model.shows_text() {
        model.focus = Focus::Detail;
    }
    // Where no number is on the page, the first ones are shown.
    if first_link_on_page(&text, model.view().scroll, model.text_page()).is_none() {
        scroll_to(model, first);
    }
    model.mode = Mode::Follow(String::new());
}

pub fn run_in_follow(model: &mut Model, command: Command) -> Vec<Effect> {
    let page = isize::try_from(model.text_page()).unwrap_or(1);
    let Mode::Follow(typed) = &mut model.mode else { return Vec::new() };
    match command {
        Command::Open => return chosen(model),
        Command::DeleteBack if !typed.is_empty() => drop(typed.pop()),
        Command::Down => scroll_by(model, 1),
        Command::Up => scroll_by(model, -1),
        Command::PageDown => scroll_by(model, (page - 1).max(1)),
        Command::PageUp => scroll_by(model, -(page - 1).max(1)),
        _ => leave(model),
    }
    Vec::new()
}

/// Takes the next digit, and follows the link as soon as no other is left.
pub fn type_digit(model: &mut Model, digit: char) -> Vec<Effect> {
    let Mode::Follow(typed) = &model.mode else { return Vec::new() };
    if !digit.is_ascii_digit() {
        return Vec::new();
    }
    let wanted = format!("{typed}{digit}");
    let numbers: Vec<String> = model.text().links.iter().map(|link| link.number.to_string()).collect();
    let mut left: Vec<&String> = numbers.iter().filter(|number| number.starts_with(&wanted)).collect();
    left.dedup();
    match left.as_slice() {
        [] => model.notice = Some((model.words().no_link)(&wanted)),
        [only] if **only == wanted => {
            model.mode = Mode::Follow(wanted);
            return chosen(model);
        }
        _ => model.mode = Mode::Follow(wanted),
    }
    Vec::new()
}

/// Follows the link whose number is typed; stays for more where there is none.
fn chosen(model: &mut Model) -> Vec<Effect> {
    let Mode::Follow(typed) = &model.mode else { return Vec::new() };
    let link = model.text().links.into_iter().find(|link| link.number.to_string() == *typed);
    let Some(link) = link else {
        if typed.is_empty() {
            leave(model);
        }
        return Vec::new();
    };
    model.mode = Mode::Browse;
    let effects = if model.focus == Focus::List { remember(model) } else { Vec::new() };
    model.go_to(&link.target, model.focus);
    if model.focus == Focus::Detail {
        select_first_link(model);
    }
    effects
}

fn leave(model: &mut Model) {
    model.mode = Mode::Browse;
    if model.focus == Focus::Detail {
        select_first_link(model);
    }
}

fn scroll_by(model: &mut Model, lines: isize) {
    scroll_to(model, model.view().scroll.saturating_add_signed(lines));
}
