//! The words on the command line: the only room that prints.
//!
//! Every word answers with the same engine and the same cards as the dashboard. Failures are worded in one place,
//! `failure`, which also knows the exit code of each.

mod args;
mod brief;
#[cfg(feature = "tui")]
mod clerk;
#[cfg(feature = "tui")]
mod dashboard;
mod doctor;
mod due;
#[cfg(feature = "tui")]
mod errand;
mod failure;
mod json;
#[cfg(feature = "tui")]
mod keeper;
mod manual;
mod own;
#[cfg(feature = "tui")]
mod paper;
mod partner;
#[cfg(feature = "tui")]
mod plain;
mod print;
mod settings;
mod slip;
mod source;
#[cfg(feature = "tui")]
mod tmux;
mod wording;
mod words;

use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use args::{Args, Word};
use failure::Failure;
use settings::Settings;

use crate::app::INTERNAL_ERROR;
use crate::domain::ladder::Order;
use crate::domain::untrusted;

/// Runs the program; gives its exit code.
#[must_use]
pub fn main() -> ExitCode {
    end_on_panic();
    let Ok(mut args) = Args::typed() else { return not_done() };
    args.settings = Settings::read(args.options.config.clone(), args.flags());
    let lang = args.language();
    let is_folded = args.prints_words() && print::is_folded(&std::io::stdout(), args.look());
    let out = std::io::BufWriter::new(std::io::stdout().lock());
    let done = if is_folded { answer(&args, print::Ascii::new(out)) } else { answer(&args, out) };
    match done {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            // Nobody is left to tell where even this cannot be written.
            let _ = print::err(Some(&args), &failure.words(lang));
            ExitCode::from(failure.code())
        }
    }
}

/// Answers where the words ask for help or are wrong: in the language that they, the settings or the locale name.
fn not_done() -> ExitCode {
    let (flags, config) = args::overheard(std::env::args_os().skip(1));
    let settled = Settings::read(config, flags).settled;
    let lang = settled.lang.0;
    let Err(error) = wording::command(lang).try_get_matches() else { return ExitCode::from(2) };
    // Help and version are answers, not errors: clap gives 0 for them. What was typed is said again, and must not steer
    // the terminal.
    let (code, written) = if error.use_stderr() {
        let failure = Failure::from(error);
        (failure.code(), print::said(std::io::stderr().lock(), settled.look, &failure.words(lang)))
    } else {
        let page = wording::wrapped(&wording::values_in(&error.to_string(), lang));
        (0, print::said(std::io::stdout().lock(), settled.look, &untrusted::block(&page)))
    };
    ExitCode::from(match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => 74,
        _ => code,
    })
}

/// Answers, to the last byte.
fn answer(args: &Args, mut out: impl Write) -> Result<u8, Failure> {
    let code = run(args, &mut out)?;
    out.flush()?;
    Ok(code)
}

/// Makes a panic of any thread say so and end the program: none is ever unwound. While the dashboard has the terminal, its
/// guard does the same in its own way.
fn end_on_panic() {
    std::panic::set_hook(Box::new(|panic| {
        // The message may hold text from a file, and that must not steer the terminal.
        let _ = print::err(None, &untrusted::block(&format!("error: internal error: {panic}\n")));
        std::process::exit(INTERNAL_ERROR);
    }));
}

fn run(args: &Args, out: &mut impl Write) -> Result<u8, Failure> {
    if args.wants_both() && !matches!(args.word, Some(Word::Brief(_))) {
        return Err(Failure::BothLanguages);
    }
    if args.uses_settings() {
        args.tell_faults()?;
    }
    match &args.word {
        #[cfg(feature = "tui")]
        None if args.options.plain || plain::is_wanted() => plain::open(args, out),
        #[cfg(feature = "tui")]
        None => dashboard::open(args),
        #[cfg(not(feature = "tui"))]
        None | Some(Word::Pick { .. }) => Err(Failure::NoTerminal),
        #[cfg(feature = "tui")]
        Some(Word::Pick { query }) => dashboard::pick(args, query, out),
        Some(Word::Search(search)) => words::search(args, search, out),
        Some(Word::Show { id, links: true, .. }) => words::links(args, id, out),
        Some(Word::Show { id, json, .. }) => words::show(args, id, *json, out),
        Some(Word::Source { id, json }) => source::source(args, id, *json, out),
        Some(Word::Attach { document, file, replace }) => source::attach(args, document, file, *replace, out),
        Some(Word::Partner { name, by_deadline, json }) => {
            let order = if *by_deadline { Order::Deadline } else { Order::Number };
            partner::partner(args, &name.join(" "), order, *json, out)
        }
        Some(Word::Agenda { meeting, json }) => words::agenda(args, meeting.as_deref(), *json, out),
        Some(Word::Due { until, form }) => due::due(args, *until, *form, out),
        Some(Word::Brief(asked)) => brief::brief(args, asked, out),
        Some(Word::Check { files, json }) => words::check(args, files, *json, out),
        Some(Word::Schema { kind }) => words::schema(kind.as_deref(), out),
        Some(Word::Keys) => words::keys(args, out),
        Some(Word::Doctor { json }) => doctor::doctor(args, *json, out),
        Some(Word::Completions { shell }) => manual::completions(args, *shell, out),
        Some(Word::Man) => manual::page(args, out),
    }
}
