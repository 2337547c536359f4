//! A key that does nothing says so, and what leads on.

use crate::app::command::Command;
use crate::app::keymap::{Context, Key};
use crate::app::model::Model;
use crate::domain::untrusted;

/// What is said of a key that does nothing, where letters are keys.
pub fn unbound(model: &Model, context: Context, key: Key) -> Option<String> {
    let way = match context {
        Context::Browse => Command::Help,
        Context::Source | Context::Meeting => Command::StepBack,
        _ => return None,
    };
    Some(said(model, &untrusted::line(&key.to_string()), context, way))
}

/// Says of a key's command that it does nothing on this tab, or with nothing on it.
pub fn say(model: &mut Model, command: Command) {
    let key = model.key_name(Context::Browse, command);
    model.notice = Some(said(model, &key, Context::Browse, Command::Help));
}

fn said(model: &Model, key: &str, context: Context, way: Command) -> String {
    (model.words().unbound)(key, &model.key_name(context, way), way == Command::Help)
}
