//! What is asked is remembered, and comes back with a key.

use crate::app::input::Input;
use crate::app::model::{Mode, Model};
use crate::app::msg::{Effect, Kept};
use crate::app::recall::{Recall, Said};
use crate::domain::queries::{Change, Queries};

/// Hears what came of keeping the queries, and says what the user should know of it.
pub fn hear(model: &mut Model, kept: Kept<Queries>) {
    let words = &model.words().queries;
    let said = model.recall.hear(kept);
    model.refresh_palette();
    let said = match said {
        Some(Said::Unread(unkept)) => (words.not_read)(&unkept),
        Some(Said::Unkept(unkept)) => (words.not_kept)(&unkept),
        Some(Said::SetAside(name)) => (words.set_aside)(&name),
        Some(Said::Saved(name)) => (words.saved)(&name),
        Some(Said::Forgotten(name)) => (words.forgotten)(&name),
        None => return,
    };
    model.notice = Some(said);
}

/// Remembers the query that stands in the search line, unless the program wrote it.
pub fn remember(model: &mut Model) -> Vec<Effect> {
    let view = model.view();
    if view.is_led {
        return Vec::new();
    }
    let query = view.input.text().to_owned();
    model.recall.change(Change::Remember(query))
}

pub fn quit(model: &mut Model, code: i32) -> Vec<Effect> {
    let mut effects = remember(model);
    effects.push(Effect::Quit(code));
    effects
}

pub fn leave_search(model: &mut Model) -> Vec<Effect> {
    model.mode = Mode::Browse;
    remember(model)
}

/// Puts a query asked before into the search line; false where there is nothing to recall.
pub fn recall(model: &mut Model, which: for<'a> fn(&'a mut Recall, &str) -> Option<&'a str>) -> bool {
    let line = model.view().input.text().to_owned();
    let Some(input) = which(&mut model.recall, &line).map(Input::of) else { return false };
    let view = model.view_mut();
    view.input = input;
    view.is_led = false;
    model.search_in(model.tab);
    true
}
