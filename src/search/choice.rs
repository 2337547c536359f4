//! Values of conditions that have words of their own: `kind:action`, `stāvoklis:pagājis`.

use super::condition::Year;
use super::fold::fold;
use super::term::{Term, Word};
use crate::domain::annotations::Intent;
use crate::domain::timeline::State;
use crate::domain::{Lang, RecordKind};

/// The words that can be chosen among, Latvian and English, each with what it stands for.
pub struct Choice<T: 'static>(&'static [(&'static str, &'static str, T)]);

impl<T: Copy + PartialEq> Choice<T> {
    /// What a folded word or the beginning of one stands for.
    ///
    /// # Errors
    /// When there is no such word: the one that may be meant.
    pub fn picked(&self, typed: &str) -> Result<T, Option<String>> {
        let words = || self.0.iter().flat_map(|(latvian, english, value)| [(*english, *value), (*latvian, *value)]);
        let first = |is_it: &dyn Fn(&str) -> bool| words().find(|(word, _)| is_it(&fold(word)));
        let found = first(&|word| word == typed).or_else(|| first(&|word| word.starts_with(typed)));
        found.map(|(_, value)| value).ok_or_else(|| nearest(typed, words().map(|(word, _)| word)).map(str::to_owned))
    }

    /// All words, Latvian and English, each once.
    #[must_use]
    pub fn words(&self) -> [Vec<&'static str>; 2] {
        let mut words = [Vec::new(), Vec::new()];
        for (latvian, english, _) in self.0 {
            for (words, word) in words.iter_mut().zip([latvian, english]) {
                if !words.contains(word) {
                    words.push(*word);
                }
            }
        }
        words
    }

    /// The words that stand for a value.
    pub fn words_for(&self, value: T) -> impl Iterator<Item = &'static str> {
        let its = self.0.iter().filter(move |(.., other)| *other == value);
        its.flat_map(|(latvian, english, _)| [*english, *latvian])
    }
}

/// The one of some words of which a folded one may be a slip.
pub fn nearest<'a>(typed: &str, words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let typed = Term::new(typed);
    let costs = words.filter_map(|word| Some((typed.slip_cost(&Word::new(&fold(word)), false)?, word)));
    costs.min_by_key(|(cost, _)| *cost).map(|(_, word)| word)
}

/// Kinds of records.
pub const KINDS: Choice<RecordKind> = Choice(&[
    ("darbība", "action", RecordKind::Action),
    ("tēma", "theme", RecordKind::Theme),
    ("sanāksme", "meeting", RecordKind::Meeting),
    ("jautājums", "question", RecordKind::Item),
    ("jautājums", "agenda", RecordKind::Item),
    ("punkts", "item", RecordKind::Item),
    ("pozīcija", "position", RecordKind::Position),
    ("atklāts", "open", RecordKind::Question),
    ("jautājums", "question", RecordKind::Question),
    ("atskaites", "milestone", RecordKind::Milestone),
    ("notikums", "event", RecordKind::Event),
    ("konteksts", "context", RecordKind::Context),
    ("persona", "person", RecordKind::Person),
    ("partneris", "partner", RecordKind::Partner),
    ("termins", "term", RecordKind::Term),
    ("dokuments", "document", RecordKind::Document),
]);

/// How a time span stands to the day.
pub const STATES: Choice<State> = Choice(&[
    ("nesācies", "ahead", State::NotStarted),
    ("pastāvīgi", "ongoing", State::OpenEnded),
    ("rit", "running", State::Running),
    ("šogad", "thisyear", State::EndsThisYear),
    ("ceturksnī", "thisquarter", State::EndsThisQuarter),
    ("pagājis", "past", State::PastWindow),
    ("nedroši", "uncertain", State::Uncertain),
]);

/// Years seen from the day.
pub const YEARS: Choice<Year> = Choice(&[
    ("pērn", "lastyear", Year::FromToday(-1)),
    ("šogad", "thisyear", Year::FromToday(0)),
    ("nākamgad", "nextyear", Year::FromToday(1)),
]);

/// Languages.
pub const LANGS: Choice<Lang> = Choice(&[
    ("lv", "lv", Lang::Lv),
    ("latviešu", "latvian", Lang::Lv),
    ("en", "en", Lang::En),
    ("angļu", "english", Lang::En),
]);

/// Whether something is so.
pub const YES_AND_NO: Choice<bool> = Choice(&[("jā", "yes", true), ("nē", "no", false)]);

/// What one will do at an agenda item; none stands for any of it.
pub const INTENTS: Choice<Option<Intent>> = Choice(&[
    ("runāt", "speak", Some(Intent::Speak)),
    ("klausīties", "listen", Some(Intent::Listen)),
    ("neiebilst", "noobjection", Some(Intent::NoObjection)),
    ("aktualizē", "ifraised", Some(Intent::IfRaised)),
    ("jāaktualizē", "ifraised", Some(Intent::IfRaised)),
    ("*", "*", None),
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_in_either_language_or_its_beginning_is_picked_and_a_slip_named() {
        for typed in ["action", "darbiba", "darb", "act"] {
            assert_eq!(KINDS.picked(typed), Ok(RecordKind::Action), "{typed}");
        }
        assert_eq!(KINDS.picked("darbibba"), Err(Some("darbība".to_owned())));
        assert_eq!(KINDS.picked("zz"), Err(None));
    }

    #[test]
    fn every_word_is_offered_once() {
        let [latvian, english] = KINDS.words();
        assert_eq!(latvian.iter().filter(|word| **word == "jautājums").count(), 1);
        assert!(english.contains(&"agenda") && latvian.len() + 1 == english.len());
    }
}
