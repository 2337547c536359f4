//! From one match of the query to the next in the text.

use super::scroll_to;
use crate::app::model::{Focus, Model};

pub fn find_match(model: &mut Model, is_forward: bool) {
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
        let is_elsewhere = model.selected_row().and_then(|row| model.other_language(row)).is_some();
        let words = model.words();
        let said = if is_elsewhere { words.match_in_other_language } else { words.no_match_in_text };
        model.notice = Some(said.to_owned());
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
