//! Conditions as they are typed: `theme:2.4`, `partner:japan`, `due:<2028`.

use super::choice::{INTENTS, KINDS, LANGS, STATES, YES_AND_NO, nearest};
use super::condition::{Condition, Due};
use super::fold::fold;
use super::term::{Term, Word};
use super::words::{head, words};
use crate::domain::vocabulary::Partner;
use crate::domain::{Dataset, Date, Lang, PartnerCode, Record, RecordId};

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
    /// A word before the colon that is much like a field.
    NoField {
        /// The word.
        typed: String,
        /// The field that may be meant.
        meant: &'static str,
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

/// How many values are named to somebody who has typed a wrong one.
const MOST_NAMED: usize = 20;

/// What can stand behind the colon of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Takes {
    /// One of these.
    OneOf(Vec<String>),
    /// One of these words, Latvian and English; either language will do.
    Words([Vec<&'static str>; 2]),
    /// Something like these.
    Like(&'static [&'static str]),
}

#[derive(Clone, Copy)]
enum Name {
    Theme,
    Partner,
    Kind,
    Year,
    Due,
    State,
    Document,
    Lang,
    Marked,
    Intent,
    Note,
}

/// Names of the fields, English and Latvian.
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

/// What conditions can name in a dataset, folded once.
#[derive(Debug, Default)]
pub struct Values {
    /// Names, codes and aliases of partners, as they are spelt and folded, each with the partner's place in the list.
    names: Vec<(String, String, usize)>,
    partners: Vec<PartnerCode>,
    /// Themes under the number and under the whole id of each theme: itself and its sub-themes.
    themes: Vec<(String, RecordId)>,
    /// Titles of themes, folded, in either language.
    titles: Vec<(String, RecordId)>,
    collections: Vec<String>,
}

impl Values {
    /// Reads the vocabulary of `dataset`.
    #[must_use]
    pub fn of(dataset: &Dataset) -> Self {
        let names = dataset.partners().iter().enumerate();
        let names =
            names.flat_map(|(place, partner)| names_of(partner).map(move |name| (name.to_owned(), fold(name), place)));
        let themes = dataset.themes().iter().flat_map(|theme| {
            let above = [Some(&theme.id), theme.parent.as_ref()].into_iter().flatten();
            above.flat_map(|id| [id.number().to_owned(), fold(id.as_str())]).map(|name| (name, theme.id.clone()))
        });
        let titles = dataset
            .themes()
            .iter()
            .flat_map(|theme| [&theme.title.lv, &theme.title.en].map(|title| (fold(title), theme.id.clone())));
        let documents = dataset.documents().iter().map(|document| &document.id);
        let meetings = dataset.meetings().iter().map(|meeting| &meeting.id);
        Self {
            names: names.collect(),
            partners: dataset.partners().iter().map(|partner| partner.code.clone()).collect(),
            themes: themes.collect(),
            titles: titles.collect(),
            collections: documents.chain(meetings).map(|id| fold(id.as_str())).collect(),
        }
    }

    /// Whether a theme has this number.
    #[must_use]
    pub fn is_theme(&self, number: &str) -> bool {
        self.themes.iter().any(|(above, _)| above == number)
    }

    /// The themes of a folded number, id or title, whatever the endings of its words, and those below them.
    fn themes_named(&self, typed: &str) -> Vec<RecordId> {
        let under = |is_it: &dyn Fn(&str) -> bool| -> Vec<RecordId> {
            self.themes.iter().filter(|(above, _)| is_it(above)).map(|(_, id)| id.clone()).collect()
        };
        let number = typed.trim_start_matches('t');
        let numbered = under(&|above| above == number || above == typed);
        if !numbered.is_empty() {
            return numbered;
        }
        let name = Title::new(typed);
        let titled = self.titles.iter().filter(|(title, _)| name.is_in(title));
        let titled: Vec<&str> = titled.map(|(_, theme)| theme.number()).collect();
        under(&|above| titled.contains(&above))
    }

    /// The numbers of the first themes, each once.
    fn numbers(&self) -> Vec<String> {
        let mut numbers = Vec::new();
        for number in self.themes.iter().map(|(_, theme)| theme.number()) {
            if numbers.len() == MOST_NAMED {
                break;
            }
            if !numbers.iter().any(|known| known == number) {
                numbers.push(number.to_owned());
            }
        }
        numbers
    }

    /// Partners of a name, code or alias as somebody types it.
    ///
    /// # Errors
    /// When there is none: a name that may be meant, if one is like it.
    pub fn partners(&self, typed: &str) -> Result<Vec<PartnerCode>, Option<String>> {
        self.partners_named(&fold(typed))
    }

    /// Whether a word is a whole name of a partner, in any ending.
    pub(super) fn is_partner(&self, term: &Term) -> bool {
        self.names.iter().any(|(_, name, _)| term.may_begin_like(head(name)) && term.is_whole_word(&Word::new(name)))
    }

    /// Partners of a folded name, code or alias, whatever its ending; else a name that may be meant.
    fn partners_named(&self, typed: &str) -> Result<Vec<PartnerCode>, Option<String>> {
        if typed.is_empty() {
            return Err(None);
        }
        let term = Term::new(typed);
        let found = |is_it: &dyn Fn(&str) -> bool| -> Vec<PartnerCode> {
            let mut places: Vec<usize> =
                self.names.iter().filter(|(_, name, _)| is_it(name)).map(|(.., place)| *place).collect();
            places.dedup();
            places.into_iter().filter_map(|place| self.partners.get(place).cloned()).collect()
        };
        let exact = found(&|name| name == typed || name.split_once(':').is_some_and(|(_, rest)| rest == typed));
        let any = if exact.is_empty() { found(&|name| term.is_word(&Word::new(name))) } else { exact };
        if !any.is_empty() {
            return Ok(any);
        }
        Err(nearest(typed, self.names.iter().map(|(name, ..)| &**name)).map(str::to_owned))
    }
}

/// The records whose title holds every word of `typed` in one language, whatever the endings.
pub fn titled<'a>(dataset: &'a Dataset, typed: &str) -> impl Iterator<Item = Record<'a>> {
    let name = Title::new(&fold(typed));
    dataset
        .records()
        .filter(move |record| [Lang::Lv, Lang::En].iter().any(|lang| name.is_in(&fold(record.title(*lang)))))
}

/// The words of a part of a title.
struct Title(Vec<Term>);

impl Title {
    /// The words of a folded text.
    fn new(typed: &str) -> Self {
        Self(words(typed).map(|(_, word)| Term::new(word)).collect())
    }

    /// Whether a folded title holds all of them; one without words is a part of none.
    fn is_in(&self, title: &str) -> bool {
        let has = |term: &Term| words(title).any(|(_, word)| term.is_spelt(word));
        !self.0.is_empty() && self.0.iter().all(has)
    }
}

fn names_of(partner: &Partner) -> impl Iterator<Item = &str> {
    let short = partner.short.iter().flat_map(|short| [&short.lv, &short.en]);
    let names = [&partner.name.lv, &partner.name.en].into_iter().chain(short);
    let names = names.chain(&partner.aliases.lv).chain(&partner.aliases.en).chain(&partner.codes);
    names.map(|name| &**name).chain([partner.code.as_str()])
}

impl Filter {
    /// The condition that a piece of a query spells, if it has the form of one: a known field or a slip of one before a
    /// colon.
    #[must_use]
    pub fn parse(piece: &str) -> Option<Self> {
        let (field, value) = piece.split_once(':')?;
        let is_word = !field.is_empty() && field.chars().all(char::is_alphabetic) && !value.starts_with("//");
        (is_word && (known(field).is_some() || meant(field).is_some())).then(|| Self::new(field, value))
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
        let mistake = |kind| Box::new(Mistake { typed: format!("{}:{}", self.field, self.value), kind });
        let Some(name) = known(&self.field) else {
            let meant = meant(&self.field).unwrap_or("theme");
            return Err(mistake(MistakeKind::NoField { typed: self.field.clone(), meant }));
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
                Ok(Date::Year(year)) => Ok(Condition::Year(year)),
                _ => Err(None),
            },
            Name::Due => due(&value).map(Condition::Due).ok_or(None),
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
        Name::Note => Takes::Like(&["*"]),
        Name::Partner => Takes::Like(&["JP", "G7", "OECD"]),
        Name::Year => Takes::Like(&["2027"]),
        Name::Due => Takes::Like(&["2027q4", "2027-10", "<2028", "90d"]),
    }
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

/// `2027`, `2027q4`, `2027-10`, `<2028`, `90d`.
fn due(typed: &str) -> Option<Due> {
    if let Some(days) = typed.strip_suffix('d') {
        return days.parse().ok().filter(|days| DAYS.contains(days)).map(Due::Days);
    }
    let (is_before, date) = match typed.strip_prefix('<') {
        Some(date) => (true, date),
        None => (false, typed),
    };
    let date = Date::typed(date).ok()?;
    Some(if is_before { Due::Before(date) } else { Due::In(date) })
}

#[cfg(test)]
mod tests {
    use super::*;

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
