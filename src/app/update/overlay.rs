//! What keys do while the help lies on top.

use super::queries::quit;
use super::{INTERRUPTED, run};
use crate::app::command::{Command, about};
use crate::app::keymap::{self, Context};
use crate::app::model::{Mode, Model};
use crate::app::msg::Effect;

pub fn run_in_help(model: &mut Model, command: Command) -> Vec<Effect> {
    let page = model.help_page();
    let page_step = isize::try_from(page).unwrap_or(1);
    let Mode::Help(help) = &mut model.mode else { return Vec::new() };
    let rows = help.rows.len();
    match command {
        Command::Down => help.cursor.step(1, rows, page),
        Command::Up => help.cursor.step(-1, rows, page),
        Command::PageDown => help.cursor.step(page_step, rows, page),
        Command::PageUp => help.cursor.step(-page_step, rows, page),
        Command::StepBack | Command::Quit => close_help(model),
        Command::Open => {
            let picked = help.rows.get(help.cursor.selected).copied();
            close_help(model);
            if let Some(picked) = picked.filter(|picked| works_in(model.context(), *picked)) {
                return run(model, picked);
            }
        }
        Command::Language => {
            model.lang = model.lang.other();
            help.search(model.lang);
        }
        Command::Redraw => return vec![Effect::Redraw],
        Command::Suspend => return vec![Effect::Suspend],
        Command::QuitNow => return quit(model, INTERRUPTED),
        edit => {
            if help.input.edit(edit) {
                help.search(model.lang);
            }
        }
    }
    Vec::new()
}

fn works_in(context: Context, command: Command) -> bool {
    about(command).is_some() && keymap::keys(context, command).next().is_some()
}

fn close_help(model: &mut Model) {
    let asked_in = match &model.mode {
        Mode::Help(help) => help.asked_in,
        Mode::Browse | Mode::Search => return,
    };
    model.mode = if asked_in == Context::Search { Mode::Search } else { Mode::Browse };
}
