//! What is said of each word on the command line, in help, completions and the manual page.
//!
//! Every text stands in both languages beside each other; a test of the command line sees that none is missing.

pub mod manual;
mod values;
mod words;

use crate::domain::Lang;

/// Limits that `--help` and the manual page state.
pub use words::LIMITS;

/// A text in Latvian and in English.
pub type Both = (&'static str, &'static str);

/// The one of two texts that is in `lang`.
#[must_use]
pub fn in_language(text: Both, lang: Lang) -> &'static str {
    match lang {
        Lang::Lv => text.0,
        Lang::En => text.1,
    }
}

/// What is said of the word, argument or value of this name: `search`, `search.limit`, `brief.format=md`, and `<FILE>` for
/// what stands in place of a value. Of an argument that many words have it is said under `*.json`.
#[must_use]
pub fn told(name: &str, lang: Lang) -> Option<&'static str> {
    let of = |name: &str| texts().find(|(known, _)| *known == name).map(|(_, text)| in_language(*text, lang));
    of(name).or_else(|| of(&format!("*.{}", name.split_once('.')?.1)))
}

/// All texts with the names of what they are said of.
pub fn texts() -> impl Iterator<Item = &'static (&'static str, Both)> {
    words::WORDS.iter().chain(values::VALUES)
}

/// Headings around those texts, and what is said of words that are wrong.
pub struct UsageWords {
    /// Before the forms in which a word may be typed.
    pub usage: &'static str,
    /// In them, in place of options.
    pub options_place: &'static str,
    /// In them, in place of a command.
    pub command_place: &'static str,
    /// Heading: commands.
    pub commands: &'static str,
    /// Heading: arguments by their place.
    pub arguments: &'static str,
    /// Heading: options.
    pub options: &'static str,
    /// Over a list of values, and before one within a line.
    pub values: [&'static str; 2],
    /// Before the value that holds where none is given.
    pub default: &'static str,
    /// Before the exit codes.
    pub exit_codes: &'static str,
    /// Heading of the manual: name of the program.
    pub name: &'static str,
    /// Heading of the manual: forms.
    pub synopsis: &'static str,
    /// Heading of the manual: what it is.
    pub description: &'static str,
    /// Heading of the manual: limits.
    pub limits: &'static str,
    /// Heading of the manual: exit codes.
    pub exit_status: &'static str,
    /// Heading of the manual: files.
    pub files: &'static str,
    /// Heading of the manual: variables.
    pub environment: &'static str,
    /// Heading of the manual: examples.
    pub examples: &'static str,
    /// An option that is unknown.
    pub no_option: fn(&str) -> String,
    /// A word where none is expected.
    pub surplus: fn(&str) -> String,
    /// A command that is unknown.
    pub no_command: fn(&str) -> String,
    /// An option without its value.
    pub no_value: fn(&str) -> String,
    /// A value that its option does not take.
    pub wrong_value: fn(&str, &str) -> String,
    /// An option that takes no value, with one.
    pub takes_none: fn(&str, &str) -> String,
    /// What must be given and is not.
    pub missing: fn(&str) -> String,
    /// Two options that exclude each other.
    pub conflict: fn(&str, &str) -> String,
    /// An option given twice.
    pub twice: fn(&str) -> String,
    /// A word that is no UTF-8.
    pub not_utf8: &'static str,
    /// Words that fit together in no other known way.
    pub unfit: &'static str,
    /// What may have been meant.
    pub meant: fn(&str) -> String,
    /// How to type a word that looks like an option.
    pub as_text: &'static str,
    /// What a count must be.
    pub whole_number: &'static str,
    /// How a day is written.
    pub a_day: &'static str,
    /// What a date may be.
    pub a_date: &'static str,
    /// Where everything is explained.
    pub see_help: &'static str,
}
