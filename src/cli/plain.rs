//! The dashboard line by line, for screen readers, terminals that know lines only, and pipes: the same model, search, cards
//! and keeper, no screen.
//!
//! At a terminal it asks with a prompt; over a pipe only answers are written. No byte that steers a terminal is.

mod desk;
mod line;
mod pages;
mod session;
mod signals;
mod spoken;
mod work;

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;

use super::args::Args;
use super::dashboard::{data_folder, ended, told_at_start};
use super::errand::{Errand, Folder, Read};
use super::failure::Failure;
use super::keeper::Keeper;
use crate::app::{Model, Purpose, Setting};
use crate::store::stamp;
use crate::store::{self, Loaded, paths};
use crate::tui;
use desk::Desk;
use session::Session;

/// Columns where nobody says how many there are.
const WIDTH: u16 = 72;

/// Fewest columns that are written for.
const LEAST: u16 = 20;

/// Lines that the window of the model has: an item of a meeting is laid out airily.
const WINDOW: u16 = 60;

/// Whether it is to be line by line unasked: on a terminal that knows lines only, or does not say what it is.
pub fn is_wanted() -> bool {
    !paths::has_drawable_terminal() && io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Runs it; gives the exit code.
pub fn open(args: &Args, out: &mut impl Write) -> Result<u8, Failure> {
    let lang = args.language();
    let is_typed = io::stdin().is_terminal();
    let shown_on = tui::size_of_output().filter(|_| io::stdout().is_terminal());
    let columns = shown_on.map_or(WIDTH, |(columns, _)| columns.saturating_sub(1)).max(LEAST);
    let height = shown_on.filter(|_| is_typed).map(|(_, rows)| usize::from(rows).saturating_sub(2).max(3));
    let (data, unread) = data_folder(args)?;
    let stamps = stamp::of_data(data.as_deref());
    let Loaded { dataset, faults, replaced, held, .. } = store::load(data.as_deref());
    let (today, is_other_day) = (args.day(), args.options.today.is_some());
    let notice = told_at_start(args, unread.as_ref(), &faults, &replaced);
    let (size, look) = ((columns, WINDOW), args.look().look());
    let ways = args.settings.ways();
    let setting = Setting { lang, today, is_other_day, query: None, is_loading: false, size, notice, look, ways };
    let mut model = Model::new(dataset, setting);
    model.purpose = Purpose::Lines(line::named_as);
    let read = Read { stamps, held, faults, dataset: Arc::clone(&model.dataset) };
    let errand = Errand::new(Folder { path: data.clone(), lang, today, read: Some(read) });
    let keeper = Keeper::new(data, errand);
    let lent = signals::obey(keeper.last())?;
    let desk = Desk::new(io::stdin().lock(), out, is_typed, usize::from(columns), height);
    let mut session = Session::new(model, keeper, desk, lent);
    let code = session.run(&args.query.join(" "))?;
    ended(session.model(), code)
}
