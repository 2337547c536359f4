//! Conditions as they are typed: `theme:2.4`, `partner:japan`, `due:<2028`.

use std::fmt;

use super::choice::{INTENTS, KINDS, LANGS, STATES, YEARS, YES_AND_NO, nearest};
use super::condition::{Condition, When, Year};
use super::fold::fold;
use super::values::{MOST_NAMED, Values};
use crate::domain::Date;

/// A condition as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    field: String,
    value: String,
}

/// A condition that cannot be met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The condition as typed.
    pub typed: String,
    /// What is wrong.
    pub kind: MistakeKind,
}

/// What is wrong with a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MistakeKind {
    /// Nothing stands behind the colon yet.
    NoValue {
        /// The field.
        field: String,
    },
    /// A word before the colon that is no field.
    NoField {
        /// The word.
        typed: String,
        /// The field that may be meant.
        meant: Option<&'static str>,
        /// All fields.
        takes: Takes,
    },
    /// A value that the field does not know.
    NoSuchValue {
        /// The field.
        field: String,
        /// The value.
        typed: String,
        /// A value that may be meant.
        meant: Option<String>,
        /// What the field knows.
        takes: Takes,
    },
}

/// What can stand behind the colon of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Takes {
    /// One of these.
    OneOf(Vec<String>),
    /// One of these words, Latvian and English; either language will do.
    Words([Vec<&'static str>; 2]),
    /// Something like these, with Latvian words and with English ones; either language will do.
    Like([Vec<&'static str>; 2]),
}

#[derive(Clone, Copy)]
enum Name {
    Theme,
    Partner,
    Kind,
    Year,
    Due,
    Start,
    State,
    Document,
    Lang,
    Marked,
    Intent,
    Note,
}

/// Names of the fields, English and Latvian in turn.
const NAMES: &[(&str, Name)] = &[
    ("theme", Name::Theme),
    ("tēma", Name::Theme),
    ("partner", Name::Partner),
    ("partneris", Name::Partner),
    ("kind", Name::Kind),
    ("veids", Name::Kind),
    ("year", Name::Year),
    ("gads", Name::Year),
    ("due", Name::Due),
    ("termiņš", Name::Due),
    ("start", Name::Start),
    ("sākums", Name::Start),
    ("state", Name::State),
    ("stāvoklis", Name::State),
    ("doc", Name::Document),
    ("dokuments", Name::Document),
    ("lang", Name::Lang),
    ("valoda", Name::Lang),
    ("marked", Name::Marked),
    ("atzīmēts", Name::Marked),
    ("intent", Name::Intent),
    ("nodoms", Name::Intent),
    ("note", Name::Note),
    ("piezīme", Name::Note),
];

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.field, self.value)
    }
}

impl Filter {
    /// The condition that a piece of a query spells, if it has the form of one: a word, a colon, and a value; that may be
    /// still to come where the word is a field or a slip of one.
    #[must_use]
    pub fn parse(piece: &str) -> Option<Self> {
        let (field, value) = piece.split_once(':')?;
        // Composed or not: a mark that stands apart is no letter.
        let is_word = !field.is_empty() && fold(field).chars().all(char::is_alphabetic) && !value.starts_with("//");
        let is_condition = || !value.is_empty() || known(field).is_some() || meant(field).is_some();
        (is_word && is_condition()).then(|| Self::new(field, value))
    }

    /// The condition that a field has a value, which may stand in quotes.
    #[must_use]
    pub fn new(field: &str, value: &str) -> Self {
        Self { field: field.to_owned(), value: value.trim_matches('"').to_owned() }
    }

    /// Whether it asks for what the user added.
    #[must_use]
    pub fn is_of_user(&self) -> bool {
        matches!(known(&self.field), Some(Name::Marked | Name::Intent | Name::Note))
    }

    /// What it asks for.
    ///
    /// # Errors
    /// When its field or its value is not known.
    pub fn condition(&self, values: &Values) -> Result<Condition, Box<Mistake>> {
        let mistake = |kind| Box::new(Mistake { typed: self.to_string(), kind });
        let Some(name) = known(&self.field) else {
            let (typed, meant) = (self.field.clone(), meant(&self.field));
            return Err(mistake(MistakeKind::NoField { typed, meant, takes: fields() }));
        };
        let value = fold(&self.value);
        if value.is_empty() {
            return Err(mistake(MistakeKind::NoValue { field: self.field.clone() }));
        }
        let found = match name {
            Name::Theme => {
                let under = values.themes_named(&value);
                if under.is_empty() { Err(None) } else { Ok(Condition::Theme(under)) }
            }
            Name::Partner => values.partners_named(&value).map(Condition::Partner),
            // `agenda_item` and `open_question` as the program itself writes them.
            Name::Kind => KINDS.picked(value.split('_').next().unwrap_or_default()).map(Condition::Kind),
            Name::State => STATES.picked(&value).map(Condition::State),
            Name::Lang => LANGS.picked(&value).map(Condition::Lang),
            Name::Marked => YES_AND_NO.picked(&value).map(Condition::Marked),
            Name::Intent => INTENTS.picked(&value.replace(['-', '_'], "")).map(Condition::Intent),
            Name::Note => Ok(Condition::Note(note(&value))),
            Name::Year => match Date::typed(&value) {
                Ok(Date::Year(year)) => Ok(Condition::Year(Year::Named(year))),
                _ => YEARS.picked(&value).map(Condition::Year),
            },
            Name::Due => when(&value).map(Condition::Due),
            Name::Start => when(&value).map(Condition::Start),
            Name::Document if values.collections.contains(&value) => Ok(Condition::Document(value)),
            Name::Document => Err(None),
        };
        found.map_err(|meant| {
            let (field, typed) = (self.field.clone(), self.value.clone());
            mistake(MistakeKind::NoSuchValue { field, typed, meant, takes: takes(name, values) })
        })
    }
}

fn takes(name: Name, values: &Values) -> Takes {
    match name {
        Name::Theme => Takes::OneOf(values.numbers()),
        Name::Document => Takes::OneOf(values.collections.iter().take(MOST_NAMED).cloned().collect()),
        Name::Kind => Takes::Words(KINDS.words()),
        Name::State => Takes::Words(STATES.words()),
        Name::Lang => Takes::Words(LANGS.words()),
        Name::Marked => Takes::Words(YES_AND_NO.words()),
        Name::Intent => Takes::Words(INTENTS.words()),
        Name::Note => like(&["*"], <[_; 2]>::default()),
        Name::Partner => like(&["JP", "G7", "OECD"], <[_; 2]>::default()),
        Name::Year => like(&["2027"], YEARS.words()),
        Name::Due | Name::Start => like(&["2027q4", "2027-10", "<2028", "90d"], YEARS.words()),
    }
}

/// Examples of either language, and then its words.
fn like(examples: &[&'static str], words: [Vec<&'static str>; 2]) -> Takes {
    Takes::Like(words.map(|words| examples.iter().copied().chain(words).collect()))
}

/// All fields, Latvian and English.
fn fields() -> Takes {
    let every_other = |from: usize| NAMES.iter().skip(from).step_by(2).map(|(name, _)| *name).collect();
    Takes::Words([every_other(1), every_other(0)])
}

/// The word that is to stand in a note; none for `*` and `yes`: any will do.
fn note(value: &str) -> String {
    let is_any = value == "*" || YES_AND_NO.words_for(true).any(|word| fold(word) == value);
    if is_any { String::new() } else { value.to_owned() }
}

fn known(field: &str) -> Option<Name> {
    let field = fold(field);
    NAMES.iter().find(|(name, _)| fold(name) == field).map(|(_, name)| *name)
}

/// The field of which a word may be a slip.
fn meant(field: &str) -> Option<&'static str> {
    nearest(&fold(field), NAMES.iter().map(|(name, _)| *name))
}

/// How many days ahead can be asked for: a hundred years are enough.
const DAYS: std::ops::RangeInclusive<i32> = 0..=36_600;

/// A date or how far it is off: `2027`, `2027q4`, `2027-10`, `<2028`, `90d`, `nextyear`.
fn when(typed: &str) -> Result<When, Option<String>> {
    if let Some(days) = typed.strip_suffix('d').and_then(|days| days.parse().ok()) {
        return if DAYS.contains(&days) { Ok(When::Days(days)) } else { Err(None) };
    }
    if let Some(date) = typed.strip_prefix('<') {
        return Date::typed(date).map(When::Before).map_err(|_| None);
    }
    Date::typed(typed).map_or_else(|_| YEARS.picked(typed).map(When::Year), |date| Ok(When::In(date)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_known_however_its_marks_are_written() {
        for field in ["tēma", "te\u{304}ma"] {
            assert!(Filter::parse(&format!("{field}:2.4")).is_some(), "{field}");
        }
    }

    #[test]
    fn the_beginning_of_yes_is_a_word_of_a_note_like_any_other() {
        let asked =
            |value: &str| Filter::parse(&format!("note:{value}")).map(|filter| filter.condition(&Values::default()));
        for (value, word) in
            [("*", ""), ("yes", ""), ("jā", ""), ("y", "y"), ("j", "j"), ("no", "no"), ("Tokija", "tokija")]
        {
            assert_eq!(asked(value), Some(Ok(Condition::Note(word.to_owned()))), "{value}");
        }
    }
}
