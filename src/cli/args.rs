//! What may be typed after `dosje`.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date as Day;

use super::brief::Brief;
use super::settings::Settings;
use crate::app::config::Flags;
use crate::app::look::{self, Asked, Colours, Decided};
use crate::card::Reading;
use crate::domain::ladder::Order;
use crate::domain::{Date, Lang};

/// A keyboard-driven dossier on EU digital policy, in Latvian and English.
#[derive(Debug, Parser)]
#[command(name = "dosje", version, subcommand_negates_reqs = true)]
#[command(
    after_help = "Exit codes: 0 done or found, 1 nothing found, 2 usage, data or I/O error, 70 internal error,\n\
    74 could not save, 130 interrupted, 129 hung up, 143 terminated.\n\
    A data file is read up to 64 MiB and 64 levels of nesting; in it, a title has at most 1000 characters, a summary\n\
    160, any other text 65536, an id 128. A document's attached text is taken up to 16 MiB, a draft up to 1 MiB, a\n\
    paste up to 1 MiB, a query up to 500 bytes; up to 56244 bytes are sent to the terminal's clipboard."
)]
pub struct Args {
    /// What to do instead of opening the dashboard.
    #[command(subcommand)]
    pub word: Option<Word>,
    /// Open the dashboard on the answers to this query.
    #[arg(value_name = "QUERY")]
    pub query: Vec<String>,
    /// Line by line instead of on a screen: for screen readers, old terminals and pipes; so too where `TERM` is `dumb`.
    #[arg(long)]
    pub plain: bool,
    /// Language of interface and data; the locale decides if it is not given.
    #[arg(long, global = true, value_enum)]
    lang: Option<LangArg>,
    /// The day on which everything that depends on a date stands.
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub today: Option<Day>,
    /// Folder of your own data files, instead of `dosje` in the data directory.
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// File of your settings, instead of `dosje/config.json` in the configuration directory.
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Hear the mouse in the dashboard.
    #[arg(long, global = true)]
    mouse: bool,
    /// What came of the settings.
    #[arg(skip)]
    pub settings: Settings,
    /// Send nothing but ASCII; without it, the locale decides.
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Colours of the dashboard.
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t)]
    color: ColorArg,
}

/// Colours, as they are typed.
#[derive(Debug, Clone, Copy, ValueEnum, Default)]
enum ColorArg {
    /// The 16 of the terminal, unless the environment speaks against it
    #[default]
    Auto,
    /// The same, whatever the environment says
    Always,
    /// None
    Never,
    /// The 256 of xterm
    #[value(name = "256")]
    Many,
    /// 24 bits each
    #[value(name = "24bit")]
    True,
}

/// A language, as it is typed.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum LangArg {
    /// Latvian
    Lv,
    /// English
    En,
    /// Both, side by side (brief only)
    Both,
}

/// What to do instead of opening the dashboard.
#[derive(Debug, Subcommand)]
pub enum Word {
    /// Find records, best first.
    Search(Search),
    /// Open the dashboard, let one record be picked, and print its id: `x=$(dosje pick kvantu)`.
    Pick {
        /// Open it on the answers to this query.
        query: Vec<String>,
    },
    /// Show one record: `2.4.1`, `Q3`, `tte-2014-10/P1.5`.
    Show {
        /// Id or number.
        id: String,
        /// Only where it leads: one record a line.
        #[arg(long, conflicts_with = "json")]
        links: bool,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Show what the document itself says where a record was taken from: `2.4.1`, `Q3`.
    Source {
        /// Id or number.
        id: String,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Keep the text of a document beside the data, for `source`: `ids25 annex.txt`.
    Attach {
        /// The document: its id, or that of anything in it.
        document: String,
        /// Its text in UTF-8, up to 16 MiB.
        file: PathBuf,
        /// In the place of another text.
        #[arg(long)]
        replace: bool,
    },
    /// Show a partner and all that concerns it: `japan`, `JP`, `G7`.
    Partner {
        /// Name, code or alias.
        #[arg(required = true)]
        name: Vec<String>,
        /// In the order of deadlines instead of numbers.
        #[arg(long)]
        by_deadline: bool,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Show a meeting with its agenda, positions and milestones.
    Agenda {
        /// Id of the meeting; all of them if it is not given.
        meeting: Option<String>,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// What falls due when: by class, then by end.
    Due {
        /// Only what states an end until then: a day, month, quarter (`2027-36`) or year.
        #[arg(long, value_name = "DATE")]
        until: Option<Date>,
        /// How it is printed.
        #[command(flatten)]
        form: DueForm,
    },
    /// Write a briefing: of what is marked, of records and what they stand for, or of what a query finds.
    Brief(Brief),
    /// Check data files and the settings, and list every fault.
    Check {
        /// The files; those in the data folder if none is given.
        files: Vec<PathBuf>,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Print the JSON Schema of a kind of data file, or of the settings.
    Schema {
        /// document, meeting, partners, glossary, links, later or config; all of them if it is not given.
        kind: Option<String>,
    },
    /// Print the keys of the dashboard as a table.
    Keys,
    /// Say what the program finds around it: terminal, settings, folders, files; 2 if anything is wrong.
    Doctor {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Print a script that completes what is typed: `dosje completions bash > ~/.local/share/bash-completion/completions/dosje`.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page: `dosje man | man -l -`.
    Man,
}

/// How records are printed; one of the three.
#[derive(Debug, clap::Args)]
pub struct Format {
    /// As JSON.
    #[arg(long, conflicts_with_all = ["tsv", "plain"])]
    pub json: bool,
    /// As values between tabs: id, kind, title, badge.
    #[arg(long, conflicts_with = "plain")]
    pub tsv: bool,
    /// One line a record (the default).
    #[arg(long)]
    pub plain: bool,
}

/// How deadlines are printed.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct DueForm {
    /// As JSON.
    #[arg(long, conflicts_with = "ics")]
    pub json: bool,
    /// As a calendar of what states a date: `dosje due --ics > dates.ics`.
    #[arg(long)]
    pub ics: bool,
    /// With `--ics`: also what stands in a paper with a handling marking.
    #[arg(long, requires = "ics")]
    pub allow_marked: bool,
}

/// How to search.
#[derive(Debug, clap::Args)]
pub struct Search {
    /// Words that must all be found, in any order.
    pub query: Vec<String>,
    /// How the records are printed.
    #[command(flatten)]
    pub format: Format,
    /// Say why each record is there.
    #[arg(long)]
    pub explain: bool,
    /// At most so many.
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// Only under this theme: `2.4`.
    #[arg(long, value_name = "NUMBER")]
    pub theme: Option<String>,
    /// Only with this partner: `JP`, `japan`.
    #[arg(long, value_name = "NAME")]
    pub partner: Option<String>,
}

impl Args {
    /// The language asked for, else that of the settings or the locale, else Latvian.
    #[must_use]
    pub fn language(&self) -> Lang {
        self.settings.settled.lang.0
    }

    /// What was asked for of what can be set.
    #[must_use]
    pub fn flags(&self) -> Flags {
        let lang = match self.lang {
            Some(LangArg::Lv) => Some(Lang::Lv),
            Some(LangArg::En) => Some(Lang::En),
            None | Some(LangArg::Both) => None,
        };
        let colour = match self.color {
            ColorArg::Auto => Asked::Auto,
            ColorArg::Always => Asked::Always,
            ColorArg::Never => Asked::Just(Colours::None),
            ColorArg::Many => Asked::Just(Colours::Many),
            ColorArg::True => Asked::Just(Colours::True),
        };
        Flags { lang, has_mouse: self.mouse, look: look::Flags { is_ascii: self.ascii, colour } }
    }

    /// Whether both languages were asked for at once.
    #[must_use]
    pub fn wants_both(&self) -> bool {
        matches!(self.lang, Some(LangArg::Both))
    }

    /// How what is drawn reaches the terminal, and by what that was decided.
    #[must_use]
    pub fn look(&self) -> Decided {
        self.settings.settled.look
    }

    /// Whether the answer is words to be read, and no form of a file.
    #[must_use]
    pub fn prints_words(&self) -> bool {
        match &self.word {
            Some(Word::Search(search)) => !search.format.json,
            Some(Word::Due { form, .. }) => !form.json && !form.ics,
            Some(Word::Brief(brief)) => brief.is_text(),
            Some(
                Word::Show { json, .. }
                | Word::Source { json, .. }
                | Word::Partner { json, .. }
                | Word::Agenda { json, .. }
                | Word::Check { json, .. }
                | Word::Doctor { json },
            ) => !json,
            Some(Word::Schema { .. } | Word::Completions { .. } | Word::Man) => false,
            Some(Word::Pick { .. } | Word::Attach { .. } | Word::Keys) | None => true,
        }
    }

    /// How records are laid out.
    #[must_use]
    pub fn reading(&self) -> Reading {
        Reading { lang: self.language(), today: self.day(), order: Order::default() }
    }

    /// The day asked for, else the clock's.
    #[must_use]
    pub fn day(&self) -> Day {
        self.today.unwrap_or_else(|| jiff::Zoned::now().date())
    }
}
