//! Opens the dashboard: data, settings, language and day into a model, the model into the terminal.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;

use super::args::Args;
use super::errand::{Errand, Folder, Read};
use super::failure::Failure;
use super::keeper::Keeper;
use super::settings::Settings;
use crate::app::config::Settled;
use crate::app::ledger::Progress;
use crate::app::notice::GAP;
use crate::app::{Model, Purpose, Setting, Ways};
use crate::domain::Lang;
use crate::domain::fault::{Fault, Problem};
use crate::i18n::messages;
use crate::store::stamp;
use crate::store::{self, Loaded, paths, shown_name};
use crate::tui;

/// Bytes of the user's files from which on the dashboard opens before they are read.
const MUCH: u64 = 1024 * 1024;

/// Runs the dashboard; gives its exit code.
pub fn open(args: &Args) -> Result<u8, Failure> {
    if !(std::io::stdin().is_terminal() && std::io::stdout().is_terminal()) {
        return Err(Failure::NoTerminal);
    }
    let (mut model, errand) = on_screen(args, &args.query)?;
    show(args, &mut model, errand)
}

/// Runs the dashboard until a record is picked, and prints its id; gives the exit code.
///
/// It is drawn on the terminal wherever input and output lead, so that a shell can take the id.
pub fn pick(args: &Args, query: &[String], out: &mut impl Write) -> Result<u8, Failure> {
    let (mut model, errand) = on_screen(args, query)?;
    model.purpose = Purpose::Pick;
    let shown = show(args, &mut model, errand);
    if let Some(id) = &model.picked {
        writeln!(out, "{id}")?;
        out.flush()?;
    }
    shown
}

/// The dashboard in the terminal's window.
fn on_screen(args: &Args, query: &[String]) -> Result<(Model, Errand), Failure> {
    if !paths::has_drawable_terminal() {
        return Err(Failure::NoTerminal);
    }
    let size = tui::size().map_err(|_| Failure::NoTerminal)?;
    model(args, query, size, MUCH)
}

/// The dashboard over the data; where there are more than so `much` of them, in bytes, over the built-in ones and the
/// errand that reads the rest.
pub fn model(args: &Args, query: &[String], size: (u16, u16), much: u64) -> Result<(Model, Errand), Failure> {
    let lang = args.language();
    let (folder, unread) = data_folder(args)?;
    // Before they are read: what is written meanwhile is seen to differ.
    let stamps = stamp::of_data(folder.as_deref());
    let is_loading = stamp::size(&stamps) > much;
    let to_read = folder.as_deref().filter(|_| !is_loading && !stamps.is_empty());
    let Loaded { dataset, faults, replaced, held, .. } = store::load(to_read);
    let notice = told_at_start(args, unread.as_ref(), &faults, &replaced);
    let query = (!query.is_empty()).then(|| query.join(" "));
    let (today, is_other_day) = (args.day(), args.options.today.is_some());
    let (look, ways) = (args.look().look(), args.settings.ways());
    let setting = Setting { lang, today, is_other_day, query, is_loading, size, notice, look, ways };
    let model = Model::new(dataset, setting);
    let read = (!is_loading).then(|| Read { stamps, held, faults, dataset: Arc::clone(&model.dataset) });
    Ok((model, Errand::new(Folder { path: folder, lang, today, read })))
}

/// The folder of the user's data files, and why they cannot be listed; unless something else was named for it.
///
/// Whatever stands in the usual place, the dashboard opens and says so: in a meeting the built-in data are better than none.
/// So too where the folder that was named may yet come.
fn data_folder(args: &Args) -> Result<(Option<PathBuf>, Option<Fault>), Failure> {
    let (folder, is_named) = (paths::data_folder(args.options.data.as_deref()), args.options.data.is_some());
    match folder.as_deref().and_then(|folder| store::folder_fault(folder, is_named)) {
        Some(fault) if is_named && fault.problem != Problem::NoFolder => Err(Failure::Folder(Box::new(fault))),
        unread => Ok((folder, unread)),
    }
}

fn show(args: &Args, model: &mut Model, errand: Errand) -> Result<u8, Failure> {
    let data = paths::data_folder(args.options.data.as_deref());
    let mut keeper = Keeper::new(data, errand);
    let last = keeper.last();
    let code = tui::show(model, &mut keeper, last, paths::escape_delay())?;
    ended(model, code)
}

/// The exit code at the end, unless something of the user's could not be kept.
pub fn ended(model: &Model, code: i32) -> Result<u8, Failure> {
    if let Progress::Failed(unkept) = model.own.progress() {
        return Err(Failure::Lost(unkept.clone()));
    }
    if let Some(unkept) = model.recall.unsaved() {
        return Err(Failure::Unsaved(unkept.clone()));
    }
    Ok(u8::try_from(code).unwrap_or(u8::MAX))
}

/// What is to be said at the start: of the settings, and of the user's files.
///
/// That their folder is `unread` stands among the faults too where some of it was read.
fn told_at_start(args: &Args, unread: Option<&Fault>, faults: &[Fault], replaced: &[String]) -> Option<String> {
    let lang = args.language();
    let unread = unread.filter(|_| faults.is_empty());
    let unread = unread.map(|fault| format!("{}: {}", fault.file, (messages(lang).problem)(&fault.problem)));
    let said = unread.into_iter().chain(args.settings.notice(lang)).chain(notice(lang, faults, replaced));
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| said.join(GAP))
}

/// What is to be said of the user's files: what was left out, and what they replace.
pub fn notice(lang: Lang, faults: &[Fault], replaced: &[String]) -> Option<String> {
    let words = messages(lang);
    let replaced = (!replaced.is_empty()).then(|| (words.replaced)(replaced));
    let left_out = faults.first().map(|first| (words.left_out)(faults.len(), &first.file));
    let said: Vec<String> = [left_out, replaced].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(GAP))
}

impl Settings {
    /// How the user likes the dashboard.
    #[must_use]
    pub fn ways(&self) -> Ways {
        let Settled { tab, pace, mouse, .. } = self.settled;
        Ways { tab: tab.0, keymap: self.keymap.clone(), pace: pace.0, has_mouse: mouse.0 }
    }

    /// What is wrong, in short; none where nothing is.
    #[must_use]
    pub fn notice(&self, lang: Lang) -> Option<String> {
        let first = self.faults.first()?;
        let place = first.at.map(|(line, _)| format!(":{line}")).unwrap_or_default();
        let name = self.file.as_deref().and_then(|file| file.file_name()).unwrap_or_default();
        let place = format!("{}{place}", shown_name(name.as_ref(), None));
        Some((messages(lang).settings.faulty)(self.faults.len(), &place))
    }
}
