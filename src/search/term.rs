//! One word of a query, and how well a word of a text answers it: the ladder from the same word down to a likeness.
//!
//! The only file that names `fuzzy_matcher`. That crate folds ASCII capitals only and finds its letters anywhere in a long
//! text, so it sees single folded words here and never whole texts.

use std::ops::{Range, RangeInclusive};

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use memchr::memmem;

use super::slips::distance;
use super::stem::{root, stem};
use super::way::Way;
use super::words::{empty_in, head, is_empty_word, letters};
use crate::domain::Lang;

/// How many letters an abbreviation has.
const SHORT_FORM: RangeInclusive<usize> = 2..=6;
/// Longest stem that many words share by chance, in bytes.
const SHORT_STEM: usize = 3;
/// Shortest word that is looked for inside others.
const INSIDE_FROM: usize = 4;
/// Shortest word that may match loosely.
const LOOSE_FROM: usize = 4;
/// Least that `fuzzy_matcher` must give a loose match for each letter typed; below, the letters lie scattered.
const LOOSE_FLOOR: i64 = 12;

/// Letters of a part of a word that stands for itself.
const PART: usize = 3;

/// Finds letters in their order; keeps its working room between calls.
#[derive(Default)]
pub struct Matcher(SkimMatcherV2);

/// A folded word of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    text: String,
    /// Whether it was typed as an abbreviation is, in capitals.
    is_short_form: bool,
    /// Whether it was typed as a part of a longer name.
    is_in_name: bool,
    /// Length of its stem in bytes.
    stem: usize,
    /// The same of its root.
    root: usize,
    letters: u64,
    stem_letters: u64,
    /// Length in letters.
    length: usize,
    /// The first bytes of its root, and which bits of a word's head they take.
    head: (u64, u64),
}

/// A folded word of a text with what makes it quick to compare.
#[derive(Debug, Clone, Copy)]
pub struct Word<'a> {
    /// The word.
    pub text: &'a str,
    /// Which letters it holds.
    pub letters: u64,
    /// Length of its stem in bytes.
    pub stem: usize,
}

impl<'a> Word<'a> {
    /// A word of which nothing is known yet.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { text, letters: letters(text), stem: stem(text).len() }
    }

    fn stem(&self) -> &'a str {
        self.text.get(..self.stem).unwrap_or(self.text)
    }
}

impl Term {
    /// Takes a folded word.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let stem = stem(text);
        let root = root(stem);
        let bits = 8 * root.len().min(8);
        let mask = if bits == 0 { 0 } else { u64::MAX << (64 - bits) };
        Self {
            letters: letters(text),
            stem_letters: letters(stem),
            length: text.chars().count(),
            stem: stem.len(),
            root: root.len(),
            head: (head(root), mask),
            text: text.to_owned(),
            is_short_form: false,
            is_in_name: false,
        }
    }

    /// Takes a folded word that was typed in capitals: if it is as short as an abbreviation, nothing but that is meant.
    #[must_use]
    pub fn in_capitals(text: &str) -> Self {
        let term = Self::new(text);
        Self { is_short_form: SHORT_FORM.contains(&term.length), ..term }
    }

    /// Makes it a part of the longer name that it was typed in.
    pub fn stand_in_name(&mut self) {
        self.is_in_name = true;
    }

    /// Whether it was typed as a part of a longer name.
    #[must_use]
    pub fn stands_in_name(&self) -> bool {
        self.is_in_name
    }

    /// The word.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    fn stem(&self) -> &str {
        self.text.get(..self.stem).unwrap_or(&self.text)
    }

    /// Whether a word with this head and these letters can answer at all; false for nearly all words.
    #[must_use]
    pub fn may_be_answered_by(&self, head: u64, letters: u64) -> bool {
        self.may_begin_like(head) || self.may_stand_inside() && self.letters & !letters == 0
    }

    /// Whether a word with this head can begin like it at all.
    #[must_use]
    pub fn may_begin_like(&self, head: u64) -> bool {
        head & self.head.1 == self.head.0
    }

    /// Whether it is long enough to be looked for inside other words.
    #[must_use]
    pub fn may_stand_inside(&self) -> bool {
        self.length >= INSIDE_FROM
    }

    /// Whether it says something of what is looked for.
    #[must_use]
    pub fn is_telling(&self) -> bool {
        self.is_short_form || !is_empty_word(&self.text)
    }

    /// Whether it is a code that is spelt like a word which says nothing, *NO* of Norway, *UN*: it stands only where that
    /// word does not.
    #[must_use]
    pub fn is_code(&self) -> bool {
        self.is_short_form && is_empty_word(&self.text)
    }

    /// Whether a code may be meant by a word that is spelt so in a text of `lang`, or of no language.
    #[must_use]
    pub fn is_meant_in(&self, lang: Option<Lang>) -> bool {
        lang.is_none_or(|lang| !empty_in(lang).contains(&self.text()))
    }

    /// How `word` answers the term, and the part of it that does; typing slips are not looked for here.
    #[must_use]
    pub fn rate(&self, word: &Word<'_>, matcher: &Matcher) -> Option<(Way, Range<usize>)> {
        let length = self.text.len();
        if word.text.starts_with(&self.text) {
            let way = match word.text.len() {
                whole if whole == length => Way::Same,
                _ if self.is_same_stem(word) => Way::Stem,
                _ => Way::Prefix,
            };
            return Some((way, 0..length));
        }
        if self.is_same_stem(word) {
            return Some((Way::Stem, 0..word.text.len()));
        }
        let is_kin = || self.is_kin(word).then_some((Way::Kin, 0..word.text.len()));
        if !self.may_stand_inside() || self.letters & !word.letters != 0 {
            return is_kin();
        }
        if let Some(at) = memmem::find(word.text.as_bytes(), self.text.as_bytes()) {
            return Some((Way::Inside, at..at + length));
        }
        is_kin().or_else(|| self.is_like(word.text, matcher).then_some((Way::Loose, 0..word.text.len())))
    }

    /// What a match by `way` is worth for this term, of 100: of a short stem little is left to tell it from others.
    #[must_use]
    pub fn worth(&self, way: Way) -> u32 {
        if way == Way::Stem && self.stem <= SHORT_STEM { Way::Prefix.worth() - 4 } else { way.worth() }
    }

    /// Whether `word` is the term, begins with it or has its stem.
    #[must_use]
    pub fn is_word(&self, word: &Word<'_>) -> bool {
        word.text.starts_with(&self.text) || self.is_same_stem(word)
    }

    /// The same of a word of which nothing is known yet: nearly all are not.
    #[must_use]
    pub fn is_spelt(&self, word: &str) -> bool {
        self.may_begin_like(head(word)) && self.is_word(&Word::new(word))
    }

    /// Whether `word` is the term, in any ending.
    #[must_use]
    pub fn is_whole_word(&self, word: &Word<'_>) -> bool {
        word.text == self.text || self.is_same_stem(word)
    }

    fn is_same_stem(&self, word: &Word<'_>) -> bool {
        word.stem == self.stem && word.stem() == self.stem()
    }

    /// Whether what is left of one without the ending of a verb is what is left of the other, with or without.
    fn is_kin(&self, word: &Word<'_>) -> bool {
        let own = [self.stem(), self.text.get(..self.root).unwrap_or_default()];
        word.text.starts_with(own[1]) && [word.stem(), root(word.stem())].iter().any(|other| own.contains(other))
    }

    fn is_like(&self, word: &str, matcher: &Matcher) -> bool {
        self.length >= LOOSE_FROM
            && !self.is_short_form
            && self.text.chars().next() == word.chars().next()
            && word.len() <= self.text.len() * 3
            && matcher.0.fuzzy_indices(word, &self.text).is_some_and(|(score, places)| {
                score >= LOOSE_FLOOR * i64::try_from(self.length).unwrap_or(i64::MAX) && is_skimmed(word, &places)
            })
    }

    /// How many there may be; in a number none, since another one means something else.
    fn slips_allowed(&self) -> Option<usize> {
        match self.length {
            _ if digits(&self.text).count() == self.text.len() => None,
            0..4 => None,
            4..8 => Some(1),
            _ => Some(2),
        }
    }

    /// The same between its stem and another: a short one is too easily taken for another, unless other words stand by.
    fn slips_allowed_in_stem(&self, allowed: usize, among: bool) -> usize {
        allowed.min((self.stem + usize::from(among)) / 6)
    }

    /// Whether it can be made by slips out of a word with these letters at all; false for nearly all words.
    #[must_use]
    pub fn may_be_a_slip_of(&self, letters: u64, among: bool) -> bool {
        let Some(allowed) = self.slips_allowed() else { return false };
        // A slip brings at most one letter in and takes one out; endings may differ by a few more.
        let foreign = |own: u64| (own & !letters).count_ones() as usize;
        let (in_word, in_stem) = (foreign(self.letters), foreign(self.stem_letters));
        in_word <= allowed || in_word <= allowed + 2 && in_stem <= self.slips_allowed_in_stem(allowed, among)
    }

    /// What it costs to take the term, `among` others or alone, for a slip of `word` or of its stem; none where that is too
    /// much.
    ///
    /// A slip, of which there may be one from four letters on and two from eight, is a letter too many, too few, another, or
    /// two the wrong way round. Fingers slip seldom on the first letter: that costs more, and so does another ending.
    #[must_use]
    pub fn slip_cost(&self, word: &Word<'_>, among: bool) -> Option<usize> {
        let allowed = self.slips_allowed()?;
        if !self.may_be_a_slip_of(word.letters, among) || word.text.len().abs_diff(self.text.len()) > allowed + 5 {
            return None;
        }
        // `2027q1` is no slip of `2027q4`.
        if !digits(&self.text).eq(digits(word.text)) {
            return None;
        }
        let whole = distance(&self.text, word.text, allowed).map(|slips| 2 * slips);
        // Abbreviations have no endings.
        let may_end_otherwise = !self.is_short_form;
        let stems = || distance(self.stem(), word.stem(), self.slips_allowed_in_stem(allowed, among));
        let stems = may_end_otherwise.then(stems).flatten();
        let least = [whole, stems.map(|slips| 2 * slips + 1)].into_iter().flatten().min()?;
        let begins_otherwise = word.text.chars().next() != self.text.chars().next();
        // With a further slip, or where there is little else, it is another word: *beidzas* and *eIDAS*, *nauda* and *Saūda*.
        (!begins_otherwise || least < 4 && self.length > 5).then_some(least + usize::from(begins_otherwise))
    }
}

/// The figures in a word.
fn digits(word: &str) -> impl Iterator<Item = u8> {
    word.bytes().filter(u8::is_ascii_digit)
}

/// Whether the letters at `places` are what one keeps of a word in a hurry: its parts of three letters and more, or
/// shorter ones with only vowels left out before them. *kibrez* is kept of *kiberrezerve*, *marss* is not of *marsruts*.
fn is_skimmed(word: &str, places: &[usize]) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let mut before: Option<usize> = None;
    places.chunk_by(|a, b| a + 1 == *b).all(|part| {
        let (Some(&first), Some(&last)) = (part.first(), part.last()) else { return true };
        let skipped = before.map_or(0, |before| before + 1)..first;
        before = Some(last);
        let are_vowels = |gap: &[char]| gap.iter().all(|letter| "aeiou".contains(*letter));
        part.len() >= PART || letters.get(skipped).is_some_and(are_vowels)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(term: &str, word: &str) -> Option<Way> {
        Term::new(term).rate(&Word::new(word), &Matcher::default()).map(|(way, _)| way)
    }

    #[test]
    fn the_ladder_has_its_rungs_in_order() {
        let word = "kiberrezerve";
        let rungs = ["kiberrezerve", "kiberrezervi", "kiberre", "rezerve", "kbrrezrv"].map(|term| way(term, word));
        assert_eq!(rungs, [Some(Way::Same), Some(Way::Stem), Some(Way::Prefix), Some(Way::Inside), Some(Way::Loose)]);
        for (term, word) in [("saskanosana", "saskanot"), ("apkarot", "apkarosanas"), ("attistit", "attista")] {
            assert_eq!(way(term, word), Some(Way::Kin), "{term} and {word}");
        }
        let worth: Vec<u32> = rungs.iter().flatten().map(|way| way.worth()).collect();
        assert!(worth.is_sorted_by(|a, b| a > b));
    }

    #[test]
    fn letters_scattered_over_a_word_are_no_match() {
        for (term, word) in [
            ("zebra", "zemudensbaltijasregions"),
            ("zebra", "zerjobara"),
            ("ai", "braila"),
            ("drosums", "drosiba"),
            ("marss", "mehanisms"),
            ("marss", "marsruts"),
            ("mkas", "mikroshemas"),
        ] {
            assert_eq!(way(term, word), None, "{term} in {word}");
        }
    }

    #[test]
    fn slips_cost_up_to_what_the_length_allows() {
        for (term, word, cost) in [
            ("arkitka", "arktika", Some(2)),
            ("kvantuu", "kvantu", Some(2)),
            ("japna", "japana", Some(2)),
            ("kiberdrosbia", "kiberdrosiba", Some(2)),
            ("izspiedejprogramatura", "izspiedejprogrammatura", Some(2)),
            ("arkitkas", "arktiku", Some(3)),
            ("qrktika", "arktika", Some(3)),
            ("2029", "2026", None),
            ("mak", "maks", None),
            ("zebra", "arktika", None),
        ] {
            assert_eq!(Term::new(term).slip_cost(&Word::new(word), false), cost, "{term}");
        }
    }
}
