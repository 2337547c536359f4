//! Moving in the text of a record: from link to link, line by line, from match to match.

use crate::app::command::Command;
use crate::app::flow::Flow;
use crate::app::keymap::Context;
use crate::app::model::{Focus, Model};

/// A line on: to the next link where one is on the page, else the page moves. So every link can be reached and every
/// line read with the same key.
pub fn step_in_text(model: &mut Model, by: isize) {
    let text = model.text();
    let page = model.text_page();
    let view = model.view_mut();
    let on_page = |line: usize| (view.scroll..view.scroll + page).contains(&line);
    let next = match (view.link, by > 0) {
        (Some(link), true) => Some(link + 1),
        (Some(link), false) => link.checked_sub(1),
        (None, true) => first_link_on_page(&text, view.scroll, page),
        (None, false) => None,
    };
    let next_line = next.and_then(|link| line_of_link(&text, link));
    if next_line.is_some_and(on_page) {
        view.link = next;
        return;
    }
    let last_top = text.lines.len().saturating_sub(page);
    view.scroll = view.scroll.saturating_add_signed(by).min(last_top);
    let in_view = view.scroll..view.scroll + page;
    let is_seen = |link: usize| line_of_link(&text, link).is_some_and(|line| in_view.contains(&line));
    if let Some(link) = next.filter(|&link| is_seen(link)) {
        view.link = Some(link);
    } else if view.link.is_some_and(|link| !is_seen(link)) {
        view.link = None;
    }
}

pub fn line_of_link(text: &Flow, link: usize) -> Option<usize> {
    text.lines.iter().position(|line| line.link == Some(link))
}

pub fn first_link_on_page(text: &Flow, top: usize, page: usize) -> Option<usize> {
    text.lines.iter().skip(top).take(page).find_map(|line| line.link)
}

pub fn select_first_link(model: &mut Model) {
    let text = model.text();
    let page = model.text_page();
    let view = model.view_mut();
    view.link = first_link_on_page(&text, view.scroll, page);
}

pub fn scroll_to(model: &mut Model, line: usize) {
    let last_top = model.text().lines.len().saturating_sub(model.text_page());
    model.view_mut().scroll = line.min(last_top);
}

pub fn find_match(model: &mut Model, is_forward: bool) {
    if model.view().query.is_empty() {
        model.notice = Some(nothing_searched(model));
        return;
    }
    let text = model.text();
    let lines = model.matched_lines(&text);
    let from = model.view().matched;
    let next = match (from, is_forward) {
        (None, true) => lines.first(),
        (None, false) => lines.last(),
        (Some(from), true) => lines.iter().find(|&&line| line > from).or_else(|| lines.first()),
        (Some(from), false) => lines.iter().rev().find(|&&line| line < from).or_else(|| lines.last()),
    };
    let Some(&line) = next else {
        let is_elsewhere = model.selected_row().and_then(|row| model.other_language(&row)).is_some();
        let words = model.words();
        model.notice = Some(if is_elsewhere {
            (words.match_in_other_language)(&model.key_name(Context::Browse, Command::Language))
        } else {
            words.no_match_in_text.to_owned()
        });
        return;
    };
    if !model.shows_text() {
        model.focus = Focus::Detail;
    }
    model.view_mut().matched = Some(line);
    let (page, top) = (model.text_page(), model.view().scroll);
    if !(top..top + page).contains(&line) {
        scroll_to(model, line.saturating_sub(page / 3));
    }
}

/// What is said to who asks about the answers to a query, where there is none.
pub fn nothing_searched(model: &Model) -> String {
    (model.words().nothing_searched)(&model.key_name(Context::Browse, Command::Search))
}
