//! The same dashboard line by line, for a face without a screen: what is meant comes without a key.

use super::queries::remember;
use super::{export, own, run, write};
use crate::app::command::Command;
use crate::app::meeting::Meeting;
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
    if !model.go_to_saved(query) {
        return Vec::new();
    }
    model.mode = Mode::Browse;
    remember(model)
}

/// Opens a record; false where it is gone.
pub fn open(model: &mut Model, id: &RecordId) -> bool {
    model.go_to(id, Focus::Detail);
    model.selected().is_some_and(|record| record.id() == id)
}

/// Sits down in the meeting, or stays in it, at the item of this number, from 1, or of this id; what stands on another
/// agenda opens that.
///
/// Where there is no such item, that is only said.
pub fn meet(model: &mut Model, typed: &str) -> Vec<Effect> {
    let before = model.mode.clone();
    let is_in_meeting = matches!(before, Mode::Meeting(_));
    let mut effects = if is_in_meeting { Vec::new() } else { obey(model, Command::Meet) };
    let Mode::Meeting(meeting) = &mut model.mode else { return effects };
    if typed.is_empty() || meeting.go_to(typed) {
        model.lay_out_meeting();
        return effects;
    }
    let count = meeting.place().1;
    let named = model.dataset.named(typed).into_iter().map(|record| record.id().clone());
    let on_agenda = named.into_iter().find(|id| model.dataset.meeting_of(id).is_some());
    if let Some(id) = on_agenda {
        model.mode = Mode::Browse;
        model.go_to(&id, Focus::List);
        effects.extend(obey(model, Command::Meet));
    } else {
        model.mode = before;
        model.notice = Some((model.words().plain.no_item)(typed, count));
    }
    effects
}

/// Sits down again where one sat.
pub fn sit(model: &mut Model, meeting: Box<Meeting>) {
    model.mode = Mode::Meeting(meeting);
    model.lay_out_meeting();
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
