//! `dosje doctor`: what the program finds around it, for somebody who wonders why it does as it does.
//!
//! Asks the terminal nothing and says nothing of what the user has written, only how much it is.

mod page;

use std::io::{IsTerminal, Write};
use std::path::PathBuf;

use serde::Serialize;
use serde_json::{Value, json};

use super::args::Args;
use super::failure::Failure;
use super::json as envelope;
use super::words::{DONE, FAULTY};
use crate::app::command::{About, COMMANDS};
use crate::app::look::Origin;
use crate::app::{Keymap, Look};
use crate::domain::annotations::Annotations;
use crate::domain::fault::Fault;
use crate::domain::kept::{Book, Unkept};
use crate::domain::queries::Queries;
use crate::domain::{Dataset, SCHEMA_VERSION};
use crate::store::place::Place;
use crate::store::{self, Loaded, book, builtin, paths};

/// All that was found.
struct Findings<'a> {
    args: &'a Args,
    terminal: Terminal,
    folders: Vec<(Folder, Option<Place>)>,
    data: Data,
    own: Result<Written, Unkept>,
    queries: Result<Asked, Unkept>,
}

/// What the program is run in.
#[derive(Serialize)]
struct Terminal {
    kind: Option<String>,
    columns: Option<u16>,
    rows: Option<u16>,
    input_is_a_tty: bool,
    output_is_a_tty: bool,
    inside: Vec<&'static str>,
    locale: Option<(&'static str, String)>,
    clipboard: &'static str,
    escape_delay_ms: u64,
    editor: Option<String>,
}

/// A folder the program uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Folder {
    Data,
    Settings,
    State,
    Drafts,
    Runtime,
}

/// The data files.
#[derive(Serialize)]
struct Data {
    built_in_files: usize,
    built_in_records: u32,
    own_files: usize,
    records: u32,
    faults: usize,
    warnings: usize,
    documents: usize,
    texts: usize,
}

/// What the user added.
#[derive(Serialize)]
struct Written {
    marked: usize,
    with_text: usize,
}

/// The user's queries.
#[derive(Serialize)]
struct Asked {
    asked: usize,
    saved: usize,
}

/// Looks at everything and says what it found; gives the exit code.
pub fn doctor(args: &Args, as_json: bool, out: &mut impl Write) -> Result<u8, Failure> {
    let findings = Findings::gather(args);
    if as_json {
        envelope::envelope("doctor", findings.json(), out)?;
    } else {
        page::write(&findings, out)?;
    }
    Ok(if findings.faults() > 0 { FAULTY } else { DONE })
}

impl<'a> Findings<'a> {
    fn gather(args: &'a Args) -> Self {
        let own = held::<Annotations>(paths::annotations_file()).map(|own| Written {
            marked: own.marked.len(),
            with_text: own.records.values().filter(|added| added.has_text()).count(),
        });
        let queries = held::<Queries>(paths::queries_file())
            .map(|queries| Asked { asked: queries.history.len(), saved: queries.saved.len() });
        Self { args, terminal: Terminal::look(), folders: folders(args), data: Data::count(args), own, queries }
    }

    /// How much is wrong.
    fn faults(&self) -> usize {
        let books =
            [self.own.is_err(), self.queries.is_err(), errors(&self.args.settings.faults) > 0, self.data.faults > 0];
        let folders = self.folders.iter().filter(|(folder, place)| self.is_faulty(*folder, place.as_ref())).count();
        books.into_iter().filter(|is_faulty| *is_faulty).count() + folders
    }

    /// Whether the program cannot work with a folder: where it keeps what the user adds it must be able to write, and a
    /// folder of data files that was named must be there.
    fn is_faulty(&self, folder: Folder, place: Option<&Place>) -> bool {
        let must_be_written = matches!(folder, Folder::Data | Folder::State | Folder::Drafts);
        let is_usable = |place: &Place| place.is_writable && (place.exists || !self.must_be_there(folder));
        must_be_written && !place.is_some_and(is_usable)
    }

    fn must_be_there(&self, folder: Folder) -> bool {
        folder == Folder::Data && self.args.needs_folder()
    }

    /// How many commands have keys of the user's own.
    fn rebound(&self) -> usize {
        let (keymap, own) = (&self.args.settings.keymap, Keymap::default());
        let is_rebound = |about: &&About| keymap.shown_keys(about.command).ne(own.shown_keys(about.command));
        COMMANDS.iter().filter(is_rebound).count()
    }

    fn json(&self) -> Value {
        let settings = &self.args.settings;
        let settled = &settings.settled;
        let Look { is_ascii, colours, background } = settled.look.look();
        let decided = |value: Value, by: Origin| json!({ "value": value, "by": origin(by) });
        let (pace, [latvian, english]) = settled.pace;
        let folders: serde_json::Map<_, _> =
            self.folders.iter().map(|(folder, place)| (folder.word().to_owned(), json!(place))).collect();
        let held = |held: Result<Value, &Unkept>| match held {
            Ok(value) => value,
            Err(unkept) => json!({ "file": unkept.file, "fault": unkept.reason.to_string() }),
        };
        json!({
            "version": env!("CARGO_PKG_VERSION"),
            "file_format": SCHEMA_VERSION,
            "faults": self.faults(),
            "terminal": self.terminal,
            "settings": {
                "file": settings.file,
                "exists": settings.file.as_ref().is_some_and(|file| file.exists()),
                "faults": settings.faults.len(),
                "language": decided(json!(settled.lang.0.code()), settled.lang.1),
                "start_tab": decided(json!(settled.tab.0.word()), settled.tab.1),
                "words_a_minute": {
                    "lv": decided(json!(pace.lv), latvian),
                    "en": decided(json!(pace.en), english),
                },
                "colours": decided(json!(colours.word()), settled.look.colours.1),
                "background": decided(json!(background.word()), settled.look.background.1),
                "ascii": decided(json!(is_ascii), settled.look.is_ascii.1),
                "mouse": decided(json!(settled.mouse.0), settled.mouse.1),
                "commands_with_own_keys": self.rebound(),
            },
            "folders": folders,
            "data": self.data,
            "annotations": held(self.own.as_ref().map(|own| json!(own))),
            "queries": held(self.queries.as_ref().map(|queries| json!(queries))),
        })
    }
}

impl Folder {
    fn word(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Settings => "settings",
            Self::State => "state",
            Self::Drafts => "drafts",
            Self::Runtime => "runtime",
        }
    }
}

impl Terminal {
    fn look() -> Self {
        #[cfg(feature = "tui")]
        let size = crate::tui::size().ok();
        #[cfg(not(feature = "tui"))]
        let size: Option<(u16, u16)> = None;
        let around =
            [("tmux", paths::is_inside_tmux()), ("screen", paths::is_inside_screen()), ("ssh", paths::is_remote())];
        Self {
            kind: paths::variable("TERM"),
            columns: size.map(|size| size.0),
            rows: size.map(|size| size.1),
            input_is_a_tty: std::io::stdin().is_terminal(),
            output_is_a_tty: std::io::stdout().is_terminal(),
            inside: around.into_iter().filter(|(_, is_there)| *is_there).map(|(name, _)| name).collect(),
            locale: ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(|name| Some((name, paths::variable(name)?))),
            clipboard: if paths::is_inside_tmux() { "tmux" } else { "osc-52" },
            escape_delay_ms: u64::try_from(paths::escape_delay().as_millis()).unwrap_or(u64::MAX),
            editor: paths::editor(),
        }
    }
}

impl Data {
    fn count(args: &Args) -> Self {
        let folder = paths::data_folder(args.options.data.as_deref());
        let Loaded { dataset, faults, .. } = store::load(folder.as_deref());
        let has_text = |id| folder.as_deref().is_some_and(|folder| paths::text_file(folder, id).exists());
        Self {
            built_in_files: builtin::FILES.len(),
            built_in_records: Dataset::build(builtin::contents()).count(),
            own_files: folder.as_deref().map(paths::data_files).unwrap_or_default().len(),
            records: dataset.count(),
            faults: errors(&faults),
            warnings: faults.len() - errors(&faults),
            documents: dataset.documents().len(),
            texts: dataset.documents().iter().filter(|document| has_text(&document.id)).count(),
        }
    }
}

fn errors(faults: &[Fault]) -> usize {
    faults.iter().filter(|fault| !fault.is_warning()).count()
}

/// What one of the user's files holds.
fn held<B: Book>(file: Option<PathBuf>) -> Result<B, Unkept> {
    file.map_or_else(|| Ok(B::default()), |file| book::load(&file))
}

fn folders(args: &Args) -> Vec<(Folder, Option<Place>)> {
    let above = |file: Option<PathBuf>| file.as_deref().and_then(|file| file.parent()).map(PathBuf::from);
    let places = [
        (Folder::Data, paths::data_folder(args.options.data.as_deref())),
        (Folder::Settings, above(args.settings.file.clone())),
        (Folder::State, above(paths::queries_file())),
        (Folder::Drafts, paths::annotations_file().map(|file| file.with_file_name("drafts"))),
        (Folder::Runtime, paths::volatile_drafts_folder()),
    ];
    places.into_iter().map(|(folder, path)| (folder, path.map(Place::at))).collect()
}

fn origin(by: Origin) -> &'static str {
    match by {
        Origin::Flag => "flag",
        Origin::Environment => "environment",
        Origin::Config => "config",
        Origin::Default => "default",
    }
}
