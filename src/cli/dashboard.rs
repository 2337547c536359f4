//! Opens the dashboard: data, language and day into a model, the model into the terminal.

use std::io::{IsTerminal, Write};

use super::args::Args;
use super::failure::Failure;
use super::keeper::Keeper;
use crate::app::{Model, Purpose, Setting};
use crate::i18n::messages;
use crate::store::{self, Loaded, paths};
use crate::tui;

/// Runs the dashboard; gives its exit code.
pub fn open(args: &Args) -> Result<u8, Failure> {
    if !(std::io::stdin().is_terminal() && std::io::stdout().is_terminal()) {
        return Err(Failure::NoTerminal);
    }
    show(&mut model(args, &args.query)?)
}

/// Runs the dashboard until a record is picked, and prints its id; gives the exit code.
///
/// It is drawn on the terminal wherever input and output lead, so that a shell can take the id.
pub fn pick(args: &Args, query: &[String], out: &mut impl Write) -> Result<u8, Failure> {
    let mut model = model(args, query)?;
    model.purpose = Purpose::Pick;
    let shown = show(&mut model);
    if let Some(id) = &model.picked {
        writeln!(out, "{id}")?;
        out.flush()?;
    }
    shown
}

fn model(args: &Args, query: &[String]) -> Result<Model, Failure> {
    let lang = args.language();
    let Loaded { dataset, faults, replaced } = store::load(paths::data_folder(args.data.as_deref()).as_deref());
    if !paths::has_drawable_terminal() {
        return Err(Failure::NoTerminal);
    }
    let size = tui::size().map_err(|_| Failure::NoTerminal)?;
    let words = messages(lang);
    let replaced = (!replaced.is_empty()).then(|| (words.replaced)(&replaced));
    let left_out = faults.first().map(|first| (words.left_out)(faults.len(), &first.file));
    let said: Vec<String> = [left_out, replaced].into_iter().flatten().collect();
    let notice = (!said.is_empty()).then(|| said.join("  "));
    let query = (!query.is_empty()).then(|| query.join(" "));
    let setting = Setting { lang, today: args.day(), is_other_day: args.today.is_some(), query, size, notice };
    Ok(Model::new(dataset, setting))
}

fn show(model: &mut Model) -> Result<u8, Failure> {
    let code = tui::show(model, &mut Keeper::new(paths::queries_file()))?;
    if let Some(unkept) = model.recall.unsaved() {
        return Err(Failure::Unsaved(unkept.clone()));
    }
    Ok(u8::try_from(code).unwrap_or(u8::MAX))
}
