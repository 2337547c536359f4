//! Times as one asks for them, read as conditions: `nākamgad`, `kas beidzas 2027. gadā`, `what starts this year`.

use std::ops::Range;

use super::choice::{STATES, YEARS};
use super::filter::Filter;
use super::fold::fold;
use super::query::{Sought, joined};
use super::term::Term;
use crate::domain::Date;

/// How one asks when something ends or starts: the field of the condition, and the folded words.
const ASKED: [(&str, &[&str]); 4] = [
    (
        "termiņš",
        &["beidzas", "beigsies", "nosledzas", "noslegsies", "jabeidz", "jabeidzas", "japabeidz", "termins", "termini"],
    ),
    ("due", &["end", "ends", "ended", "ending", "expire", "expires", "expired", "due", "deadline", "deadlines"]),
    ("sākums", &["sakas", "saksies", "sakusies", "jasak", "jasakas"]),
    ("start", &["start", "starts", "started", "starting", "begin", "begins", "began", "beginning"]),
];

/// What one asks without a word for it, Latvian and English: that something ends then; of a topic, that it runs.
const END: [&str; 2] = ["termiņš", "due"];
const RUN: [&str; 2] = ["gads", "year"];
const STATE: [&str; 2] = ["stāvoklis", "state"];

/// How one says a year or a quarter in more words: the value that stands for it, and what is said.
const SAID: [(&str, &str); 9] = [
    ("šogad", "šajā gadā"),
    ("thisyear", "this year"),
    ("nākamgad", "nākamajā gadā"),
    ("nākamgad", "nākošgad"),
    ("nextyear", "next year"),
    ("pērn", "pagājušajā gadā"),
    ("lastyear", "last year"),
    ("ceturksnī", "šajā ceturksnī"),
    ("thisquarter", "this quarter"),
];

/// What stands behind the number of a year, folded; its beginning while it is typed.
const OF_A_YEAR: [&str; 3] = ["gada", "gads", "gadu"];

/// A time in words; where it has a language, the place of that among the fields.
enum Time {
    /// A year seen from the day, as the value of a condition.
    Year(usize, &'static str),
    /// A state on the day, as the value of a condition.
    State(usize, &'static str),
    /// A date in figures, which texts may hold too.
    Figures(String),
}

/// Takes the words that say a time out of others, and those that ask for it: each time as it was typed, with the condition
/// that it is. A single word that `is_held` by a record is none; nor are figures, unless nothing is asked but what ends or
/// starts then.
pub fn taken(words: &mut Vec<Sought>, has_conditions: bool, is_held: impl Fn(&Term) -> bool) -> Vec<(String, Filter)> {
    let times = times(words, is_held);
    let asked = words.iter().find_map(field_asked);
    let is_time = |at: &usize| times.iter().any(|(places, _)| places.contains(at));
    let is_topic = |word: &Sought| word.term.is_telling() && field_asked(word).is_none();
    let has_topic = (0..).zip(words.iter()).any(|(at, word)| is_topic(word) && !is_time(&at));
    let unsaid = if has_topic || has_conditions { RUN } else { END };
    let asks_end = asked.is_some_and(|field| END.contains(&field));
    let (mut taken, mut is_answered) = (Vec::new(), false);
    // From behind, so that the places before stay what they are.
    for (places, time) in times.into_iter().rev() {
        // A state tells of an end and of no start.
        let answers = asks_end || !matches!(time, Time::State(..));
        let condition = match (time, asked) {
            (Time::Year(lang, year), asked) => Filter::new(asked.unwrap_or(unsaid[lang]), year),
            (Time::State(lang, state), _) => Filter::new(STATE[lang], state),
            (Time::Figures(date), Some(field)) if !has_topic => Filter::new(field, &date),
            (Time::Figures(_), _) => continue,
        };
        is_answered |= answers;
        let typed: Vec<Sought> = words.drain(places).collect();
        taken.push((joined(typed.iter().map(Sought::typed)), condition));
    }
    if is_answered {
        words.retain(|word| field_asked(word).is_none());
    }
    taken.reverse();
    taken
}

/// The times among words, each with the places of its words.
fn times(words: &[Sought], is_held: impl Fn(&Term) -> bool) -> Vec<(Range<usize>, Time)> {
    let said = |words: &[Sought]| match words {
        _ if words.iter().any(Sought::is_quoted) => None,
        [word] if is_held(&word.term) => figures(word),
        [word] => said(word.term.text()).or_else(|| figures(word)),
        _ => said(&joined(words.iter().map(|word| word.term.text()))).or_else(|| figures_of_year(words)),
    };
    let (mut times, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let time = [2, 1].into_iter().find_map(|count| Some((count, said(words.get(at..at + count)?)?)));
        let count = time.as_ref().map_or(1, |(count, _)| *count);
        times.extend(time.map(|(_, time)| (at..at + count, time)));
        at += count;
    }
    times
}

/// The time seen from the day that folded words say.
fn said(words: &str) -> Option<Time> {
    let value = SAID.iter().find(|(_, said)| fold(said) == words).map(|(value, _)| fold(value));
    let value = value.as_deref().unwrap_or(words);
    let among = |all: [Vec<&'static str>; 2]| {
        let mut all = (0..).zip(all).flat_map(|(lang, words)| words.into_iter().map(move |word| (lang, word)));
        all.find(|(_, word)| fold(word) == value)
    };
    let year = || among(YEARS.words()).map(|(lang, year)| Time::Year(lang, year));
    year().or_else(|| among(STATES.words()).map(|(lang, state)| Time::State(lang, state)))
}

/// The date that a word spells in figures, with all four of a year's or a quarter: two are the beginning of another.
fn figures(word: &Sought) -> Option<Time> {
    let text = word.term.text();
    (text.len() >= 4 && Date::typed(text).is_ok()).then(|| Time::Figures(text.to_owned()))
}

/// The year that two words spell: `2027. gadā`.
fn figures_of_year(words: &[Sought]) -> Option<Time> {
    let [date, year] = words else { return None };
    OF_A_YEAR.iter().any(|word| word.starts_with(year.term.text())).then(|| figures(date)).flatten()
}

/// The field that a word asks for.
fn field_asked(word: &Sought) -> Option<&'static str> {
    let is_it = |(_, said): &&(&str, &[&str])| !word.is_quoted() && said.contains(&word.term.text());
    ASKED.iter().find(is_it).map(|(field, _)| *field)
}
