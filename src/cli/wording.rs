//! The words on the command line with what is said of them in a language: for help, completions and the manual page.
//!
//! What is typed is understood without it; only an answer about the words themselves needs the texts.

use clap::builder::{PossibleValue, PossibleValuesParser, Str};
use clap::{Arg, Command, CommandFactory};
use textwrap::{Options, WordSplitter};
use unicode_width::UnicodeWidthStr;

use super::args::Args;
use super::print::WIDTH;
use crate::domain::Lang;
use crate::i18n::messages;
use crate::i18n::usage::{self, UsageWords, manual, told};

/// A blank at which no line is broken.
const TIE: &str = "\u{a0}";

/// All words, told in `lang`.
pub fn command(lang: Lang) -> Command {
    let words = &messages(lang).usage;
    let end = format!("{}: {}.\n{}", words.exit_codes, exit_codes(lang), usage::in_language(usage::LIMITS, lang));
    let mut command = worded(Args::command(), lang).after_help(end);
    // Clap now adds help and version, which need their words too.
    command.build();
    formed(worded(command, lang), lang)
}

fn worded(command: Command, lang: Lang) -> Command {
    let words = &messages(lang).usage;
    let name = command.get_name().to_owned();
    command
        .about(told(&name, lang))
        .mut_args(|arg| argument(&name, arg, lang))
        .mut_subcommands(|word| worded(word, lang))
        .subcommand_help_heading(words.commands)
        .subcommand_value_name(words.command_place)
        .help_template(format!("{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}", words.usage))
}

/// With the forms in which each word may be typed.
fn formed(command: Command, lang: Lang) -> Command {
    let words = &messages(lang).usage;
    let mut command = command.mut_subcommands(|word| formed(word, lang));
    let forms = command.render_usage().to_string();
    let forms: Vec<String> = forms.lines().map(|form| form_in(form, words)).collect();
    let fill = format!("\n{}", " ".repeat(words.usage.width() + ": ".len()));
    command.override_usage(forms.join(&fill))
}

/// A form as clap writes it, without its heading. Behind a query nothing is read as a command, whatever clap says.
fn form_in(form: &str, words: &UsageWords) -> String {
    let form = form.trim_start().trim_start_matches("Usage: ");
    let command = format!("<{}>", words.command_place);
    let form = match form.split_once(" [") {
        Some((program, _)) if form.ends_with(&command) => format!("{program} [OPTIONS] {command}"),
        _ => form.to_owned(),
    };
    form.replace("[OPTIONS]", &format!("[{}]", words.options_place))
}

fn argument(word: &str, arg: Arg, lang: Lang) -> Arg {
    let words = &messages(lang).usage;
    let name = format!("{word}.{}", arg.get_id());
    let places = arg.get_value_names().unwrap_or_default().iter().map(|place| placed(place, lang));
    let places: Vec<Str> = places.collect();
    let heading = if arg.is_positional() { words.arguments } else { words.options };
    let values = arg.get_possible_values();
    let values = values.into_iter().map(|value| of_value(&name, value, lang));
    let values: Vec<PossibleValue> = values.collect();
    let mut arg = arg.help(told(&name, lang)).long_help(None::<&str>).help_heading(heading);
    if !places.is_empty() {
        arg = arg.value_names(places);
    }
    if values.is_empty() { arg } else { arg.value_parser(PossibleValuesParser::new(values)) }
}

/// What stands in place of a value.
fn placed(place: &Str, lang: Lang) -> Str {
    told(&format!("<{place}>"), lang).map_or_else(|| place.clone(), Str::from)
}

fn of_value(argument: &str, value: PossibleValue, lang: Lang) -> PossibleValue {
    let text = told(&format!("{argument}={}", value.get_name()), lang);
    value.help(text)
}

/// The exit codes in a row.
fn exit_codes(lang: Lang) -> String {
    let codes = manual::EXIT_CODES.iter().map(|(code, text)| format!("{code}{TIE}{}", usage::in_language(*text, lang)));
    codes.collect::<Vec<_>>().join(", ")
}

/// What clap writes of values by itself, in `lang`.
pub fn values_in(page: &str, lang: Lang) -> String {
    let words = &messages(lang).usage;
    let [heading, inline] = words.values;
    page.replace("Possible values:", heading)
        .replace("[possible values:", &format!("[{inline}"))
        .replace("[default:", &format!("[{}", words.default))
}

/// A page of help in lines that fit, each going on below its own beginning.
pub fn wrapped(page: &str) -> String {
    let lines = page.lines().map(|line| {
        let text = line.trim_start();
        let before = line.width() - text.width();
        // Behind a name stands what is said of it, after two blanks or more.
        let name = text.find("  ").map_or(0, |end| text.len() - text[end..].trim_start().len());
        let indent = " ".repeat(before + text.get(..name).unwrap_or_default().width());
        let options = Options::new(WIDTH).subsequent_indent(&indent).break_words(false);
        textwrap::fill(line, options.word_splitter(WordSplitter::NoHyphenation))
    });
    lines.collect::<Vec<_>>().join("\n").replace(TIE, " ") + "\n"
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The names of all that can be typed or is shown in place of it.
    fn names(command: &Command, wanted: &mut BTreeSet<String>) {
        let word = command.get_name();
        wanted.insert(word.to_owned());
        for arg in command.get_arguments() {
            let name = format!("{word}.{}", arg.get_id());
            if arg.get_action().takes_values() {
                wanted.extend(arg.get_value_names().unwrap_or_default().iter().map(|place| format!("<{place}>")));
            }
            // What a shell is called is the same in every language.
            let values = arg.get_possible_values().into_iter().filter(|_| arg.get_id() != "shell");
            wanted.extend(values.map(|value| format!("{name}={}", value.get_name())));
            wanted.insert(name);
        }
        command.get_subcommands().for_each(|word| names(word, wanted));
    }

    #[test]
    fn every_word_option_and_value_is_told_in_both_languages_and_nothing_else_is() {
        let mut command = Args::command();
        command.build();
        let mut wanted = BTreeSet::new();
        names(&command, &mut wanted);
        for name in &wanted {
            for lang in [Lang::Lv, Lang::En] {
                assert!(told(name, lang).is_some_and(|text| !text.trim().is_empty()), "{name} has no text");
            }
        }
        for (name, _) in usage::texts() {
            let is_of_many = |known: &String| name.strip_prefix('*').is_some_and(|end| known.ends_with(end));
            assert!(wanted.contains(*name) || wanted.iter().any(is_of_many), "{name} is no word");
        }
    }
}
