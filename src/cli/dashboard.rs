//! Opens the dashboard: data, language and day into a model, the model into the terminal.

use std::io::IsTerminal;

use super::args::Args;
use super::failure::Failure;
use crate::app::{Arrival, Model, Msg, Setting};
use crate::domain::Lang;
use crate::domain::fault::Fault;
use crate::i18n::messages;
use crate::search::SearchIndex;
use crate::store::{self, Loaded, paths};
use crate::tui::{self, Errand};

/// Bytes of the user's files from which on the dashboard opens before they are read.
const MUCH: u64 = 1024 * 1024;

/// Runs the dashboard; gives its exit code.
pub fn open(args: &Args) -> Result<u8, Failure> {
    let lang = args.language();
    let folder = paths::data_folder(args.data.as_deref());
    let is_loading = folder.as_deref().map_or(0, paths::size_of_data) > MUCH;
    let Loaded { dataset, faults, replaced } = store::load(folder.as_deref().filter(|_| !is_loading));
    let is_terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    if !is_terminal || !paths::has_drawable_terminal() {
        return Err(Failure::NoTerminal);
    }
    let notice = notice(lang, &faults, &replaced);
    let query = (!args.query.is_empty()).then(|| args.query.join(" "));
    let (today, size) = (args.day(), tui::size()?);
    let setting = Setting { lang, today, is_other_day: args.today.is_some(), query, is_loading, size, notice };
    let errand: Errand = Box::new(move || {
        let Loaded { dataset, faults, replaced } = store::load(folder.as_deref());
        let index = SearchIndex::build(&dataset);
        Msg::Arrived(Box::new(Arrival { dataset, index, notice: self::notice(lang, &faults, &replaced) }))
    });
    let code = tui::show(&mut Model::new(dataset, setting), is_loading.then_some(errand))?;
    Ok(u8::try_from(code).unwrap_or(u8::MAX))
}

/// What is to be said of the user's files: what was left out, and what they replace.
fn notice(lang: Lang, faults: &[Fault], replaced: &[String]) -> Option<String> {
    let words = messages(lang);
    let replaced = (!replaced.is_empty()).then(|| (words.replaced)(replaced));
    let left_out = faults.first().map(|first| (words.left_out)(faults.len(), &first.file));
    let said: Vec<String> = [left_out, replaced].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join("  "))
}
