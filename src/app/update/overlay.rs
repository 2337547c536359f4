//! What keys do while the palette lies on top.

use super::{ask, export};
use super::{run, select_first_link, settle};
use crate::app::ask::Question;
use crate::app::command::Command;
use crate::app::input::Input;
use crate::app::keymap::Context;
use crate::app::model::{Focus, Mode, Model};
use crate::app::msg::Effect;
use crate::app::palette::{self, Entry};
use crate::domain::changes::Fate;
use crate::domain::queries::Change;

pub fn run_in_palette(model: &mut Model, command: Command) -> Vec<Effect> {
    let page = model.palette_page();
    let page_step = isize::try_from(page).unwrap_or(1);
    let Mode::Palette(palette) = &mut model.mode else { return Vec::new() };
    let rows = palette.entries.len();
    match command {
        Command::Down => palette.cursor.step(1, rows, page),
        Command::Up => palette.cursor.step(-1, rows, page),
        Command::PageDown => palette.cursor.step(page_step, rows, page),
        Command::PageUp => palette.cursor.step(-page_step, rows, page),
        Command::StepBack | Command::Quit => close(model),
        Command::Open => {
            if let Some(picked) = palette.selected().cloned() {
                return carry_out(model, picked);
            }
            close(model);
        }
        edit => {
            if palette.input.edit(edit) {
                model.search_in_palette();
            }
        }
    }
    Vec::new()
}

fn carry_out(model: &mut Model, picked: Entry) -> Vec<Effect> {
    match picked {
        Entry::Command(command) => {
            close(model);
            let works_here =
                model.keys(command).chain(model.ways.keymap.keys(model.context(), command)).next().is_some();
            if !works_here {
                // It is one of the list: picked while a query is typed, it leaves the query standing.
                model.mode = Mode::Browse;
            }
            run(model, command)
        }
        Entry::Saved { query, .. } => {
            close(model);
            model.go_to_saved(&query);
            settle(model);
            Vec::new()
        }
        Entry::Save { name: Some(name), query, .. } if !query.is_empty() => {
            close(model);
            let effects = model.recall.change(Change::Save { name: name.clone(), query });
            if effects.is_empty() {
                // So it was saved before.
                model.notice = Some((model.words().queries.saved)(&name));
            }
            effects
        }
        Entry::Forget(Some((name, _))) => {
            close(model);
            model.recall.change(Change::Forget(name))
        }
        Entry::Altered(altered) => {
            close(model);
            match altered.fate {
                Fate::Gone => model.notice = Some((model.words().files.is_gone)(altered.title(model.lang))),
                Fate::Changed | Fate::New => {
                    model.go_to(&altered.id, Focus::Detail);
                    select_first_link(model);
                }
            }
            Vec::new()
        }
        Entry::Export(format, languages) => {
            close(model);
            export::choose(model, format, languages);
            Vec::new()
        }
        Entry::Field(field, value) => {
            ask::ask(model, Question::Field(field), &value);
            Vec::new()
        }
        // The line waits for a name.
        wanting => {
            let word = palette::word(&wanting, model.lang);
            if let Mode::Palette(palette) = &mut model.mode
                && !palette.awaits_name()
            {
                palette.input = Input::of(&format!("{word} "));
                model.search_in_palette();
            }
            Vec::new()
        }
    }
}

fn close(model: &mut Model) {
    let asked_in = match &model.mode {
        Mode::Palette(palette) => palette.asked_in,
        Mode::Ask(_) | Mode::Browse | Mode::Follow(_) | Mode::Search | Mode::Source(_) | Mode::Meeting(_) => return,
    };
    model.mode = if asked_in == Context::Search { Mode::Search } else { Mode::Browse };
}
