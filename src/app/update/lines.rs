//! The same dashboard line by line, for a face without a screen: what is meant comes without a key.

use super::queries::remember;
use super::{export, own, run, write};
use crate::app::command::Command;
use crate::app::input::Input;
use crate::app::model::{Focus, Mode, Model};
use crate::app::msg::Effect;
use crate::briefing::{Format, Languages};
use crate::domain::RecordId;

/// Does what a key means.
pub fn obey(model: &mut Model, command: Command) -> Vec<Effect> {
    model.notice = None;
    model.gone = None;
    run(model, command)
}

/// Shows the answers to a query, on the tab of the best.
///
/// One that is longer than a search line takes is only said to be.
pub fn ask(model: &mut Model, query: &str) -> Vec<Effect> {
    if Input::of(query).text().is_empty() {
        model.notice = Some(model.words().writing.too_long.to_owned());
        return Vec::new();
    }
    model.go_to_saved(query);
    model.mode = Mode::Browse;
    remember(model)
}

/// Opens a record; false where it is gone.
pub fn open(model: &mut Model, id: &RecordId) -> bool {
    model.go_to(id, Focus::Detail);
    model.selected().is_some_and(|record| record.id() == id)
}

/// Marks a record, or takes its mark off.
pub fn mark(model: &mut Model, id: &RecordId) -> Vec<Effect> {
    own::mark(model, id.clone())
}

/// Hands out a draft of what is written on a record.
pub fn write(model: &mut Model, id: &RecordId) -> Vec<Effect> {
    write::open(model, id)
}

/// Writes the briefing into a file.
pub fn write_briefing(model: &mut Model, format: Format, path: &str) -> Vec<Effect> {
    if model.annotations().marked.is_empty() {
        model.notice = Some(model.words().plain.nothing_marked.to_owned());
        return Vec::new();
    }
    let languages = Languages::One(model.lang);
    export::write(model, format, languages, path.to_owned())
}
