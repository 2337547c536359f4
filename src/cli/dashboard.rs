//! Opens the dashboard: data, language and day into a model, the model into the terminal.

use std::io::IsTerminal;

use super::args::Args;
use super::failure::Failure;
use super::keeper::Keeper;
use crate::app::{Model, Setting};
use crate::i18n::messages;
use crate::store::{self, Loaded, paths};
use crate::tui;

/// Runs the dashboard; gives its exit code.
pub fn open(args: &Args) -> Result<u8, Failure> {
    let lang = args.language();
    let Loaded { dataset, faults, replaced } = store::load(paths::data_folder(args.data.as_deref()).as_deref());
    let is_terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    if !is_terminal || !paths::has_drawable_terminal() {
        return Err(Failure::NoTerminal);
    }
    let words = messages(lang);
    let replaced = (!replaced.is_empty()).then(|| (words.replaced)(&replaced));
    let left_out = faults.first().map(|first| (words.left_out)(faults.len(), &first.file));
    let said: Vec<String> = [left_out, replaced].into_iter().flatten().collect();
    let notice = (!said.is_empty()).then(|| said.join("  "));
    let query = (!args.query.is_empty()).then(|| args.query.join(" "));
    let size = tui::size()?;
    let setting = Setting { lang, today: args.day(), is_other_day: args.today.is_some(), query, size, notice };
    let mut model = Model::new(dataset, setting);
    let code = tui::show(&mut model, &mut Keeper::new(paths::queries_file()))?;
    if let Some(unkept) = model.recall.unsaved() {
        return Err(Failure::Unsaved(unkept.clone()));
    }
    Ok(u8::try_from(code).unwrap_or(u8::MAX))
}
