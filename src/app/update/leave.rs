//! The ways out of the program, and the one to stop it for a while.

use super::queries::quit;
use crate::app::model::Model;
use crate::app::msg::Effect;

/// Exit code where a record was to be picked and none was.
const NOTHING: i32 = 1;

/// Picks the selected record; the way out.
pub fn pick(model: &mut Model) -> Vec<Effect> {
    model.picked = model.selected().map(|record| record.id().clone());
    if model.picked.is_none() {
        return Vec::new();
    }
    quit(model, 0)
}

/// Ends the program; where a record was to be picked, with the exit code of nothing found.
pub fn leave(model: &mut Model) -> Vec<Effect> {
    let code = if model.is_for_picking() { NOTHING } else { 0 };
    quit(model, code)
}

/// Stops the program, unless it picks a record for a script: a shell that waits for its answer could not continue it.
pub fn suspend(model: &Model) -> Vec<Effect> {
    if model.is_for_picking() { Vec::new() } else { vec![Effect::Suspend] }
}
