//! What may be typed after `dosje`; what is said of each stands in [`crate::i18n::usage`], under its name.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Parser, Subcommand, ValueEnum, ValueHint};
use jiff::civil::Date as Day;

use super::brief::Brief;
use super::settings::Settings;
use super::words::CONFIG;
use crate::app::config::Flags;
use crate::app::look::{self, Asked, Colours, Decided};
use crate::card::Reading;
use crate::domain::ladder::Order;
use crate::domain::{Date, FileKind, Lang};

/// All that was typed.
#[derive(Debug, Parser)]
#[command(name = "dosje", version, subcommand_negates_reqs = true)]
pub struct Args {
    #[command(subcommand)]
    pub word: Option<Word>,
    #[arg(value_name = "QUERY")]
    pub query: Vec<String>,
    #[command(flatten)]
    pub options: Options,
    /// What came of the settings.
    #[arg(skip)]
    pub settings: Settings,
}

/// What may be typed with any word, or with none.
#[derive(Debug, Parser)]
pub struct Options {
    #[arg(long)]
    pub plain: bool,
    #[arg(long, global = true, value_enum)]
    lang: Option<LangArg>,
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub today: Option<Day>,
    #[arg(long, global = true, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub data: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    #[arg(long, global = true)]
    mouse: bool,
    #[arg(long, global = true)]
    pub ascii: bool,
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t)]
    color: ColorArg,
}

/// Colours, as they are typed.
#[derive(Debug, Clone, Copy, ValueEnum, Default)]
enum ColorArg {
    #[default]
    Auto,
    Always,
    Never,
    #[value(name = "256")]
    Many,
    #[value(name = "24bit")]
    True,
}

/// A language, as it is typed.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum LangArg {
    Lv,
    En,
    Both,
}

/// What to do instead of opening the dashboard.
#[derive(Debug, Subcommand)]
pub enum Word {
    Search(Search),
    Pick {
        query: Vec<String>,
    },
    Show {
        id: String,
        #[arg(long, conflicts_with = "json")]
        links: bool,
        #[arg(long)]
        json: bool,
    },
    Source {
        id: String,
        #[arg(long)]
        json: bool,
    },
    Attach {
        document: String,
        file: PathBuf,
        #[arg(long)]
        replace: bool,
    },
    Partner {
        #[arg(required = true)]
        name: Vec<String>,
        #[arg(long)]
        by_deadline: bool,
        #[arg(long)]
        json: bool,
    },
    Agenda {
        meeting: Option<String>,
        #[arg(long)]
        json: bool,
    },
    Due {
        #[arg(long, value_name = "DATE", value_parser = Date::typed)]
        until: Option<Date>,
        #[command(flatten)]
        form: DueForm,
    },
    Brief(Brief),
    Check {
        files: Vec<PathBuf>,
        #[arg(long)]
        json: bool,
    },
    Schema {
        #[arg(value_parser = PossibleValuesParser::new(kinds()))]
        kind: Option<String>,
    },
    Keys,
    Doctor {
        #[arg(long)]
        json: bool,
    },
    Completions {
        shell: clap_complete::Shell,
    },
    Man,
}

/// How records are printed; one of the three.
#[derive(Debug, clap::Args)]
pub struct Format {
    #[arg(long, conflicts_with_all = ["tsv", "plain"])]
    pub json: bool,
    #[arg(long, conflicts_with = "plain")]
    pub tsv: bool,
    #[arg(long)]
    pub plain: bool,
}

/// How deadlines are printed.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct DueForm {
    #[arg(long, conflicts_with = "ics")]
    pub json: bool,
    #[arg(long)]
    pub ics: bool,
    #[arg(long, requires = "ics")]
    pub allow_marked: bool,
}

/// How to search.
#[derive(Debug, clap::Args)]
pub struct Search {
    pub query: Vec<String>,
    #[command(flatten)]
    pub format: Format,
    #[arg(long)]
    pub explain: bool,
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    #[arg(long, value_name = "NUMBER")]
    pub theme: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub partner: Option<String>,
}

impl LangArg {
    /// The language, where it is one.
    fn one(self) -> Option<Lang> {
        match self {
            Self::Lv => Some(Lang::Lv),
            Self::En => Some(Lang::En),
            Self::Both => None,
        }
    }
}

impl From<Options> for Args {
    fn from(options: Options) -> Self {
        Self { word: None, query: Vec::new(), options, settings: Settings::default() }
    }
}

/// Kinds of files that have a schema.
fn kinds() -> impl Iterator<Item = &'static str> {
    FileKind::ALL.into_iter().map(FileKind::word).chain([CONFIG])
}

/// What words that are not understood say all the same: how to answer, and the file of settings they name.
pub fn overheard(typed: impl IntoIterator<Item = OsString>) -> (Flags, Option<PathBuf>) {
    let typed: Vec<OsString> = typed.into_iter().take_while(|word| *word != *"--").collect();
    let value_of = |option: &str| {
        let place = typed.iter().position(|word| *word == *option);
        let apart = place.and_then(|place| typed.get(place + 1)).cloned();
        let joined =
            || typed.iter().find_map(|word| Some(word.to_str()?.strip_prefix(option)?.strip_prefix('=')?.into()));
        apart.or_else(joined)
    };
    let lang = value_of("--lang").and_then(|lang| LangArg::from_str(lang.to_str()?, false).ok()?.one());
    let is_ascii = typed.iter().any(|word| *word == *"--ascii");
    let look = look::Flags { is_ascii, ..look::Flags::default() };
    (Flags { lang, look, ..Flags::default() }, value_of("--config").map(PathBuf::from))
}

impl Args {
    /// What was typed.
    ///
    /// The dashboard is mostly opened with options alone, and to know those alone is a small part of the work to know every
    /// word; whatever else was typed is left to the whole.
    ///
    /// # Errors
    /// When it is not understood, or asks for help.
    pub fn typed() -> Result<Self, clap::Error> {
        Options::try_parse().map(Self::from).or_else(|_| Self::try_parse())
    }

    /// The language asked for, else that of the settings or the locale, else Latvian.
    #[must_use]
    pub fn language(&self) -> Lang {
        self.settings.settled.lang.0
    }

    /// What was asked for of what can be set.
    #[must_use]
    pub fn flags(&self) -> Flags {
        let colour = match self.options.color {
            ColorArg::Auto => Asked::Auto,
            ColorArg::Always => Asked::Always,
            ColorArg::Never => Asked::Just(Colours::None),
            ColorArg::Many => Asked::Just(Colours::Many),
            ColorArg::True => Asked::Just(Colours::True),
        };
        Flags {
            lang: self.options.lang.and_then(LangArg::one),
            has_mouse: self.options.mouse,
            look: look::Flags { is_ascii: self.options.ascii, colour },
        }
    }

    /// Whether the folder of data files must be there: it was named, and nothing is about to be put into it.
    #[must_use]
    pub fn needs_folder(&self) -> bool {
        self.options.data.is_some() && !matches!(self.word, Some(Word::Attach { .. }))
    }

    /// Whether both languages were asked for at once.
    #[must_use]
    pub fn wants_both(&self) -> bool {
        matches!(self.options.lang, Some(LangArg::Both))
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
        self.options.today.unwrap_or_else(|| jiff::Zoned::now().date())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_alone_are_read_as_all_words_are() {
        let typed = [
            "",
            "--lang en --data a/b --today 2025-06-05",
            "--lang=both --config c.json --plain",
            "--mouse --ascii --color 256",
            "--color=never --",
        ];
        for typed in typed {
            let typed: Vec<&str> = std::iter::once("dosje").chain(typed.split_whitespace()).collect();
            let alone = Options::try_parse_from(&typed).map(Args::from).expect("options");
            let whole = Args::try_parse_from(&typed).expect("options");
            assert_eq!(format!("{alone:?}"), format!("{whole:?}"), "{typed:?}");
        }
    }

    #[test]
    fn whatever_else_is_typed_is_left_to_the_whole() {
        for typed in ["search kvantu", "kvantu", "--lang en kvantu", "--help", "--version", "--lang xx", "-- kvantu"] {
            let typed = std::iter::once("dosje").chain(typed.split_whitespace());
            assert!(Options::try_parse_from(typed.clone()).is_err(), "{:?}", typed.collect::<Vec<_>>());
        }
    }
}
