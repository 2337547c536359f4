//! What keys do while one sits in a meeting, and how time passes there.

use std::time::Duration;

use crate::app::command::Command;
use crate::app::meeting::Parts;
use crate::app::model::{Mode, Model};
use crate::app::msg::Effect;

/// Sits down in the meeting.
pub fn open(model: &mut Model) {
    let Some(meeting) = model.meeting() else {
        model.notice = Some(model.words().meeting.nothing.to_owned());
        return;
    };
    model.mode = Mode::Meeting(Box::new(meeting));
    model.lay_out_meeting();
}

/// Lays the item on screen out anew: another width or language, other data, something written in another window.
pub fn lay_out(model: &mut Model) {
    model.lay_out_meeting();
}

/// Counts time that has passed.
pub fn pass(model: &mut Model, time: Duration) {
    if let Mode::Meeting(meeting) = &mut model.mode {
        meeting.pass(time);
    }
}

/// Does what a key means in a meeting.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let rows = Parts::of(model.size).map_or(1, |sheet| usize::from(sheet.body.height));
    let Mode::Meeting(meeting) = &mut model.mode else { return Vec::new() };
    match command {
        Command::NextItem | Command::PreviousItem => {
            if meeting.go(command == Command::NextItem) {
                model.lay_out_meeting();
            }
        }
        Command::Down => meeting.scroll_to(meeting.scroll + 1, rows),
        Command::Up => meeting.scroll_to(meeting.scroll.saturating_sub(1), rows),
        Command::Background => turn_background(model, rows),
        _ => model.mode = Mode::Browse,
    }
    Vec::new()
}

/// Opens the background so that all of it is on screen, or its beginning on top; or closes it and goes to the title.
fn turn_background(model: &mut Model, rows: usize) {
    let Mode::Meeting(meeting) = &mut model.mode else { return };
    meeting.turn_background();
    model.lay_out_meeting();
    let Mode::Meeting(meeting) = &mut model.mode else { return };
    let begins = meeting.page.background().filter(|_| meeting.page.is_open());
    let last_top = meeting.page.lines.len().saturating_sub(rows);
    let top = begins.map_or(0, |line| meeting.scroll.max(line.min(last_top)));
    meeting.scroll_to(top, rows);
}
