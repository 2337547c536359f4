//! The abbreviations a briefing uses, spelt out behind it.
//!
//! They are not spelt out where they stand: there the name would have to be put into the case of the sentence, and a point
//! that is read out would no longer be the point.

use std::collections::{BTreeMap, HashSet};

use super::build::Composer;
use super::{Briefing, Line, Wording};
use crate::domain::vocabulary::GlossaryEntry;
use crate::domain::{GlossaryId, Lang, Record};

/// Entries with those of their abbreviations that occur, in Latvian and in English.
type Found<'a> = BTreeMap<&'a GlossaryId, (&'a GlossaryEntry, [Vec<&'a str>; 2])>;

impl Composer<'_> {
    /// The abbreviations of the glossary that occur, each once and in the order of the alphabet; not those every reader
    /// knows. Of several entries with one abbreviation those that the records of the briefing name go first.
    pub(super) fn abbreviations(&self, briefing: &Briefing) -> Vec<Line> {
        let named = self.named_terms();
        let mut found: Found<'_> = BTreeMap::new();
        for &lang in self.languages().each() {
            let mut texts = said(briefing, lang);
            while !texts.is_empty() {
                let new = self.occurring(&texts, lang, &named);
                texts.clear();
                for (short, entry) in new {
                    let (_, [lv, en]) = found.entry(&entry.id).or_insert((entry, [Vec::new(), Vec::new()]));
                    let shorts = if lang == Lang::Lv { lv } else { en };
                    if !shorts.contains(&short) {
                        shorts.push(short);
                        // A name may hold an abbreviation in turn.
                        texts.push(entry.name.in_lang(lang).to_owned());
                    }
                }
            }
        }
        let mut lines: Vec<Line> = found.into_values().map(|(entry, shorts)| self.spelt_out(entry, &shorts)).collect();
        lines.sort_by_key(|line| line.lead.joined().to_lowercase());
        lines
    }

    /// An entry behind its abbreviations that occur; in a language in which none does, behind the first it has.
    fn spelt_out(&self, entry: &GlossaryEntry, [lv, en]: &[Vec<&str>; 2]) -> Line {
        let short = self.say(|lang, _| match if lang == Lang::Lv { lv } else { en }.as_slice() {
            [] => short_form(entry, lang).unwrap_or_default().to_owned(),
            shorts => shorts.join(", "),
        });
        let name = self.say(|lang, _| entry.name.in_lang(lang).to_owned());
        Line::led(short, name).about(&crate::domain::id::of_term(&entry.id))
    }

    /// The abbreviations that stand in some texts of a language, with their entries.
    fn occurring(&self, texts: &[String], lang: Lang, named: &HashSet<&GlossaryId>) -> Vec<(&str, &GlossaryEntry)> {
        let words: HashSet<&str> = texts.iter().flat_map(|text| words(text)).collect();
        let occurs = |short: &str| {
            let is_there = self::words(short).all(|word| words.contains(word) || words.contains(&*format!("{word}s")));
            is_there && texts.iter().any(|text| stands_in(short, text))
        };
        let mut by_short: BTreeMap<&str, Vec<&GlossaryEntry>> = BTreeMap::new();
        for entry in self.dataset.glossary() {
            for short in entry.abbreviations.in_lang(lang).iter().filter(|short| occurs(short)) {
                by_short.entry(short).or_default().push(entry);
            }
        }
        let mut entries = Vec::new();
        for (short, mut candidates) in by_short {
            if candidates.iter().any(|entry| named.contains(&entry.id)) {
                candidates.retain(|entry| named.contains(&entry.id));
            }
            // A name that holds its abbreviation explains nothing.
            candidates.retain(|entry| !entry.familiar && !stands_in(short, entry.name.in_lang(lang)));
            entries.extend(candidates.into_iter().map(|entry| (short, entry)));
        }
        entries
    }

    fn named_terms(&self) -> HashSet<&GlossaryId> {
        let actions = self.scope.iter().filter_map(|id| match self.dataset.record(id) {
            Some(Record::Action(action)) => Some(action),
            _ => None,
        });
        actions.flat_map(|action| action.terms.iter().chain(&action.instruments)).collect()
    }
}

/// What the briefing says in `lang`.
fn said(briefing: &Briefing, lang: Lang) -> Vec<String> {
    let mut texts: Vec<&Wording> = Vec::new();
    texts.extend(briefing.groups.iter().filter_map(|group| group.title.as_ref()));
    for entry in briefing.entries() {
        texts.extend(entry.texts());
    }
    texts.into_iter().map(|text| text.in_lang(lang).to_owned()).filter(|text| !text.is_empty()).collect()
}

/// The abbreviation of an entry that comes first in a language, or in the other one.
fn short_form(entry: &GlossaryEntry, lang: Lang) -> Option<&str> {
    let of = |lang| entry.abbreviations.in_lang(lang).first().map(|short| &**short);
    of(lang).or_else(|| of(lang.other()))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether a text holds a word or some words, each whole; in English also in the plural, "MRAs".
fn stands_in(short: &str, text: &str) -> bool {
    let is_part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(short).any(|(at, found)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at + found.len()..).unwrap_or_default();
        let after = after.strip_prefix('s').filter(|_| found.ends_with(char::is_uppercase)).unwrap_or(after);
        !is_part(before) && !is_part(after.chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_abbreviation_is_a_whole_word() {
        assert!(stands_in("WSIS", "gatavo WSIS+20 pārskatu"));
        assert!(stands_in("ANO ĢA", "(ANO ĢA)"));
        assert!(stands_in("MRA", "agreements (MRAs)"));
        assert!(!stands_in("MI", "MIA un MI5"));
    }
}
