//! Conditions on a record as a whole: `theme:2.4`, `partner:japan`, `due:<2028`.

use jiff::ToSpan;
use jiff::civil::Date as Day;

use super::entry;
use super::fold::fold;
use super::term::Term;
use crate::domain::timeline::State;
use crate::domain::{Dataset, Date, PartnerCode, Record, RecordKind};

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
    },
}

/// A condition that can be met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// Under the theme of this number.
    Theme(String),
    /// With one of these partners.
    Partner(Vec<PartnerCode>),
    /// Of this kind.
    Kind(RecordKind),
    /// With a stated time span that takes in this year.
    Year(i16),
    /// With an end between two days.
    Due(Due),
    /// With a time span in this state.
    State(State),
    /// In this document or meeting.
    Document(String),
}

/// When an end date lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Within a date.
    In(Date),
    /// Before a date.
    Before(Date),
    /// Within so many days from today.
    Days(i32),
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
}

/// Names of the fields, folded, Latvian and English.
const NAMES: &[(&str, Name)] = &[
    ("theme", Name::Theme),
    ("tema", Name::Theme),
    ("partner", Name::Partner),
    ("partneris", Name::Partner),
    ("kind", Name::Kind),
    ("veids", Name::Kind),
    ("year", Name::Year),
    ("gads", Name::Year),
    ("due", Name::Due),
    ("termins", Name::Due),
    ("state", Name::State),
    ("stavoklis", Name::State),
    ("doc", Name::Document),
    ("dokuments", Name::Document),
];

const KINDS: &[(&str, RecordKind)] = &[
    ("action", RecordKind::Action),
    ("darbiba", RecordKind::Action),
    ("theme", RecordKind::Theme),
    ("tema", RecordKind::Theme),
    ("meeting", RecordKind::Meeting),
    ("sanaksme", RecordKind::Meeting),
    ("question", RecordKind::Item),
    ("agenda", RecordKind::Item),
    ("jautajums", RecordKind::Item),
    ("position", RecordKind::Position),
    ("pozicija", RecordKind::Position),
    ("open", RecordKind::Question),
    ("atklats", RecordKind::Question),
    ("milestone", RecordKind::Milestone),
    ("atskaites", RecordKind::Milestone),
    ("event", RecordKind::Event),
    ("notikums", RecordKind::Event),
    ("context", RecordKind::Context),
    ("konteksts", RecordKind::Context),
    ("person", RecordKind::Person),
    ("persona", RecordKind::Person),
];

const STATES: &[(&str, State)] = &[
    ("ahead", State::NotStarted),
    ("nesacies", State::NotStarted),
    ("ongoing", State::OpenEnded),
    ("pastavigi", State::OpenEnded),
    ("running", State::Running),
    ("rit", State::Running),
    ("thisyear", State::EndsThisYear),
    ("sogad", State::EndsThisYear),
    ("thisquarter", State::EndsThisQuarter),
    ("ceturksni", State::EndsThisQuarter),
    ("past", State::PastWindow),
    ("pagajis", State::PastWindow),
    ("uncertain", State::Uncertain),
    ("nedrosi", State::Uncertain),
];

impl Filter {
    /// The condition that a piece of a query spells, if it has the form of one: a known field or a slip of one before a
    /// colon.
    #[must_use]
    pub fn parse(piece: &str) -> Option<Self> {
        let (field, value) = piece.split_once(':')?;
        let is_word = !field.is_empty() && field.chars().all(char::is_alphabetic) && !value.starts_with("//");
        let field = fold(field);
        (is_word && (known(&field).is_some() || meant(&field).is_some()))
            .then(|| Self { field, value: value.to_owned() })
    }

    /// What it asks for.
    ///
    /// # Errors
    /// When its field or its value is not known.
    pub fn condition(&self, dataset: &Dataset) -> Result<Condition, Mistake> {
        let mistake = |kind| Mistake { typed: format!("{}:{}", self.field, self.value), kind };
        let Some(name) = known(&self.field) else {
            let meant = meant(&self.field).unwrap_or("theme");
            return Err(mistake(MistakeKind::NoField { typed: self.field.clone(), meant }));
        };
        let value = fold(&self.value);
        if value.is_empty() {
            return Err(mistake(MistakeKind::NoValue { field: self.field.clone() }));
        }
        let unknown = |meant: Option<String>| {
            mistake(MistakeKind::NoSuchValue { field: self.field.clone(), typed: self.value.clone(), meant })
        };
        match name {
            Name::Theme => {
                let number = value.trim_start_matches('t').to_owned();
                let is_there = dataset.themes().iter().any(|theme| theme.id.number() == number);
                if is_there { Ok(Condition::Theme(number)) } else { Err(unknown(None)) }
            }
            Name::Partner => partners_named(dataset, &value).map(Condition::Partner).map_err(unknown),
            Name::Kind => picked(KINDS, &value).map(Condition::Kind).map_err(unknown),
            Name::State => picked(STATES, &value).map(Condition::State).map_err(unknown),
            Name::Year => value.parse().map(Condition::Year).map_err(|_| unknown(None)),
            Name::Due => due(&value).map(Condition::Due).ok_or_else(|| unknown(None)),
            Name::Document => {
                let is_there = dataset.records().any(|record| record.id().collection() == value);
                if is_there { Ok(Condition::Document(value)) } else { Err(unknown(None)) }
            }
        }
    }
}

impl Condition {
    /// Whether a record meets it on `today`.
    #[must_use]
    pub fn is_met(&self, dataset: &Dataset, record: Record<'_>, today: Day) -> bool {
        let timeline = match record {
            Record::Action(action) => Some(&action.timeline),
            _ => None,
        };
        let planned = match record {
            Record::Milestone(milestone) => milestone.planned,
            _ => None,
        };
        let ends = timeline
            .and_then(super::super::domain::timeline::Timeline::last_day)
            .or_else(|| planned.map(super::super::domain::date::Span::last_day));
        let starts = timeline
            .and_then(|span| span.start)
            .map(Date::first_day)
            .or_else(|| planned.map(super::super::domain::date::Span::first_day));
        match self {
            Self::Theme(number) => {
                let theme = match record {
                    Record::Action(action) => &action.theme,
                    Record::Theme(theme) => &theme.id,
                    _ => return false,
                };
                let above = dataset.theme(theme).and_then(|theme| theme.parent.as_ref());
                [Some(theme), above].into_iter().flatten().any(|id| id.number() == number)
            }
            Self::Partner(codes) => entry::partners_of(record).into_iter().any(|code| codes.contains(code)),
            Self::Kind(kind) => record.kind() == *kind,
            Self::Year(year) => {
                let first = starts.or(ends).map(Day::year);
                let last = ends.or(starts).map(Day::year);
                first.zip(last).is_some_and(|(first, last)| (first..=last).contains(year))
            }
            Self::Due(due) => ends.is_some_and(|day| due.takes_in(day, today)),
            Self::State(state) => timeline.is_some_and(|span| span.state(today) == *state),
            Self::Document(id) => record.id().collection() == id,
        }
    }
}

impl Due {
    fn takes_in(self, day: Day, today: Day) -> bool {
        match self {
            Self::In(date) => (date.first_day()..=date.last_day()).contains(&day),
            Self::Before(date) => day < date.first_day(),
            Self::Days(days) => today.checked_add(days.days()).is_ok_and(|last| (today..=last).contains(&day)),
        }
    }
}

fn known(field: &str) -> Option<Name> {
    NAMES.iter().find(|(name, _)| *name == field).map(|(_, name)| *name)
}

/// The field of which a word may be a slip.
fn meant(field: &str) -> Option<&'static str> {
    let typed = Term::new(field);
    NAMES.iter().map(|(name, _)| *name).find(|name| typed.slips_to(name).is_some())
}

/// The value of a word in a closed list, by its beginning; else the word that may be meant.
fn picked<T: Copy>(list: &[(&'static str, T)], typed: &str) -> Result<T, Option<String>> {
    let found =
        list.iter().find(|(word, _)| *word == typed).or_else(|| list.iter().find(|(word, _)| word.starts_with(typed)));
    let near = || list.iter().map(|(word, _)| *word).find(|word| Term::new(typed).slips_to(word).is_some());
    found.map(|(_, value)| *value).ok_or_else(|| near().map(str::to_owned))
}

/// Partners of a name, code or alias, whatever its ending; else a name that may be meant.
fn partners_named(dataset: &Dataset, typed: &str) -> Result<Vec<PartnerCode>, Option<String>> {
    let term = Term::new(typed);
    let names = |partner: &crate::domain::vocabulary::Partner| -> Vec<String> {
        let short = partner.short.iter().flat_map(|short| [short.lv.clone(), short.en.clone()]);
        let names = [partner.name.lv.clone(), partner.name.en.clone()].into_iter().chain(short);
        let names =
            names.chain(partner.aliases.lv.clone()).chain(partner.aliases.en.clone()).chain(partner.codes.clone());
        names.chain([partner.code.to_string()]).map(|name| fold(&name)).collect()
    };
    let found = |is_it: &dyn Fn(&str) -> bool| -> Vec<PartnerCode> {
        let partners = dataset.partners().iter().filter(|partner| names(partner).iter().any(|name| is_it(name)));
        partners.map(|partner| partner.code.clone()).collect()
    };
    let exact = found(&|name| name == typed || name.split_once(':').is_some_and(|(_, rest)| rest == typed));
    let any = if exact.is_empty() { found(&|name| term.is_word(name)) } else { exact };
    if !any.is_empty() {
        return Ok(any);
    }
    let near = dataset.partners().iter().flat_map(names).find(|name| term.slips_to(name).is_some());
    Err(near)
}

/// `2027`, `2027q4`, `2027-10`, `<2028`, `90d`.
fn due(typed: &str) -> Option<Due> {
    if let Some(days) = typed.strip_suffix('d') {
        return days.parse().ok().map(Due::Days);
    }
    let (is_before, date) = match typed.strip_prefix('<') {
        Some(date) => (true, date),
        None => (false, typed),
    };
    let date = match date.split_once('q') {
        Some((year, quarter)) => {
            let quarter: i8 = quarter.parse().ok().filter(|quarter| (1..=4).contains(quarter))?;
            Date::Quarter(year.parse().ok()?, quarter)
        }
        None => date.parse().ok()?,
    };
    Some(if is_before { Due::Before(date) } else { Due::In(date) })
}
