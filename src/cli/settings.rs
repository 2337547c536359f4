//! The user's settings: where their file lies, what came of it, and what is said of it.

use std::path::PathBuf;

use super::args::{Args, Word};
use super::failure::{Failure, fault_line};
use super::print;
use super::words::CONFIG;
use crate::app::Keymap;
use crate::app::config::{Config, Flags, Settled};
use crate::app::rebinding::rebound;
use crate::domain::fault::{Fault, Path, Problem};
use crate::i18n::messages;
use crate::store::{config, paths, shown_name};

/// What came of the user's settings.
#[derive(Debug, Default)]
pub struct Settings {
    /// Their file, whether it is there or not; none where the system names no place for it.
    pub file: Option<PathBuf>,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
    /// All that was decided, and by what.
    pub settled: Settled,
    /// The keys.
    pub keymap: Keymap,
}

impl Settings {
    /// Reads the file that `asked` names, else the user's own; a flag goes before it.
    #[must_use]
    pub fn read(asked: Option<PathBuf>, flags: Flags) -> Self {
        let is_asked = asked.is_some();
        let file = asked.or_else(paths::config_file);
        let mut keymap = Keymap::default();
        let (config, mut faults) = match &file {
            None => Default::default(),
            Some(file) => config::read(file, CONFIG, Config::schema, |config: &Config| {
                let (keys, faults) = rebound(&config.keys);
                keymap = keys;
                faults
            }),
        };
        if let Some(file) = file.as_deref().filter(|file| is_asked && !file.exists()) {
            let path = Path::default();
            faults.push(Fault { file: shown_name(file, None), at: None, path, problem: Problem::NoFile, schema: None });
        }
        let settled = Settled::of(flags, &config, paths::variable);
        Self { file, faults, settled, keymap }
    }
}

impl Args {
    /// Whether what is asked for uses the settings and shows no faults by itself.
    #[must_use]
    pub fn uses_settings(&self) -> bool {
        !matches!(
            self.word,
            None | Some(
                Word::Pick { .. }
                    | Word::Check { .. }
                    | Word::Schema { .. }
                    | Word::Doctor { .. }
                    | Word::Completions { .. }
                    | Word::Man
            )
        )
    }

    /// Says on standard error what is wrong with the settings: the first fault, and how to see all.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn tell_faults(&self) -> Result<(), Failure> {
        let (lang, faults) = (self.language(), &self.settings.faults);
        let words = &messages(lang).cli;
        let Some(first) = faults.first() else { return Ok(()) };
        print::err(Some(self), &fault_line(first, lang))?;
        if faults.len() > 1 {
            print::err(Some(self), &format!("{}: {}\n", words.hint, (words.see_all)(faults.len(), "dosje check")))?;
        }
        Ok(())
    }
}
