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

use super::args::Args;
use super::dashboard::{ended, model};
use super::failure::Failure;
use super::keeper::Keeper;
use crate::app::Purpose;
use crate::store::paths;
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
    let is_typed = io::stdin().is_terminal();
    let shown_on = tui::size_of_output().filter(|_| io::stdout().is_terminal());
    let columns = shown_on.map_or(WIDTH, |(columns, _)| columns.saturating_sub(1)).max(LEAST);
    let height = shown_on.filter(|_| is_typed).map(|(_, rows)| usize::from(rows).saturating_sub(2).max(3));
    // Whoever reads line by line hears once that all is there: however much there is, it is read first.
    let (mut model, errand) = model(args, &[], (columns, WINDOW), u64::MAX)?;
    model.purpose = Purpose::Lines(line::named_as);
    let keeper = Keeper::new(paths::data_folder(args.options.data.as_deref()), errand);
    let lent = signals::obey(keeper.last())?;
    let desk = Desk::new(io::stdin().lock(), out, is_typed, usize::from(columns), height);
    let mut session = Session::new(model, keeper, desk, lent);
    let code = session.run(&args.query.join(" "))?;
    ended(session.model(), code)
}
