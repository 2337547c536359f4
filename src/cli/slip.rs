//! What is wrong with the words that were typed, as clap found it, in the one language of failures.

use std::error::Error as _;
use std::num::ParseIntError;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::domain::Lang;
use crate::domain::date::NotADate;
use crate::domain::fault::Problem;
use crate::i18n::messages;
use crate::i18n::usage::UsageWords;

/// What is wrong, and what to do about it.
pub fn told(error: &Error, lang: Lang) -> (String, String) {
    let words = &messages(lang).usage;
    let of = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let (named, value) = (of(ContextKind::InvalidArg), of(ContextKind::InvalidValue));
    let what = match error.kind() {
        ErrorKind::UnknownArgument if named.starts_with('-') => (words.no_option)(&named),
        ErrorKind::UnknownArgument => (words.surplus)(&named),
        ErrorKind::InvalidSubcommand => (words.no_command)(&of(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue if value.is_empty() => (words.no_value)(&named),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => (words.wrong_value)(&value, &named),
        ErrorKind::TooManyValues => (words.takes_none)(&value, &named),
        ErrorKind::MissingRequiredArgument => (words.missing)(&named),
        ErrorKind::ArgumentConflict => match of(ContextKind::PriorArg) {
            prior if prior.is_empty() || prior == named => (words.twice)(&named),
            prior => (words.conflict)(&named, &prior),
        },
        ErrorKind::InvalidUtf8 => words.not_utf8.to_owned(),
        _ => words.unfit.to_owned(),
    };
    (what, hint(error, words, lang).unwrap_or_else(|| words.see_help.to_owned()))
}

/// The forms in which the word may be typed, where they help.
pub fn forms(error: &Error, lang: Lang) -> Option<String> {
    let forms = error.get(ContextKind::Usage)?.to_string();
    Some(format!("{}: {}", messages(lang).usage.usage, forms.trim_start_matches("Usage: ").trim_end()))
}

fn hint(error: &Error, words: &UsageWords, lang: Lang) -> Option<String> {
    let kinds = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(meant) = kinds.into_iter().find_map(|kind| first(error.get(kind)?)) {
        return Some((words.meant)(&meant));
    }
    let in_quotes = |text: &str| text.rsplit('\'').nth(1).map(str::to_owned);
    if let Some(typed) = error.get(ContextKind::Suggested).and_then(first).as_deref().and_then(in_quotes) {
        // Clap names the form to type, in a sentence of its own.
        return Some(if typed.starts_with("-- ") { words.as_text.to_owned() } else { (words.meant)(&typed) });
    }
    if let Some(ContextValue::Strings(allowed)) = error.get(ContextKind::ValidValue)
        && !allowed.is_empty()
    {
        let problem = Problem::NotOneOf { found: String::new(), allowed: allowed.clone() };
        return (messages(lang).hint)(&problem, None);
    }
    let source = error.source()?;
    if source.is::<ParseIntError>() {
        return Some(words.whole_number.to_owned());
    }
    if source.is::<jiff::Error>() {
        return Some(words.a_day.to_owned());
    }
    source.is::<NotADate>().then(|| words.a_date.to_owned())
}

fn first(value: &ContextValue) -> Option<String> {
    match value {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => texts.first().cloned(),
        ContextValue::StyledStrs(texts) => texts.first().map(ToString::to_string),
        _ => None,
    }
}
