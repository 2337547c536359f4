//! Ranks records: the best match of each word in each record, and what they are worth together.

use std::cell::LazyCell;
use std::sync::{Arc, PoisonError};

use super::entry::Shared;
use super::field::{Field, Slot};
use super::matches::{Marks, Matches};
use super::query::{Query, Sought};
use super::sieve::{Place, Sieve};
use super::term::Term;
use super::vocabulary::{Answer, Inside, WordNumber};
use super::way::Way;
use super::{Found, Hit, SearchIndex, ordinal};
use crate::domain::Lang;

/// What a title is worth that the query covers whole: it is what was meant.
const WHOLE_TITLE: u32 = 9_000;

/// What a record under the theme of a typed number is worth, more than any match of one word; the theme twice that, so
/// that no favour for a tab puts another before it.
const UNDER_NUMBER: u32 = 1_000_000;

/// How much less a body or a term is worth than a record that tells of it: its name is typed to find the matter.
const NAMES_BEHIND: u32 = 4;

/// The best match of a word in a record, packed so that the greater number is the better match; 0 where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Best(u64);

const WORD_BITS: u32 = 28;
const SLOT_BITS: u32 = 8;
/// One of them says that the word was read as another.
const WAY_BITS: u32 = 4;

impl Best {
    /// A match worth `score`.
    pub fn new(score: u32, way: Way, slot: Slot, word: WordNumber) -> Self {
        let packed = u64::from(score) << WAY_BITS | u64::from(way as u8);
        let packed = packed << SLOT_BITS | u64::from(slot.byte());
        Self(packed << WORD_BITS | u64::from(word))
    }

    /// Itself, unless nothing was found.
    pub fn found(self) -> Option<Self> {
        (self.0 != 0).then_some(self)
    }

    fn bits(self, from: u32, count: u32) -> u32 {
        u32::try_from(self.0 >> from & ((1 << count) - 1)).unwrap_or_default()
    }

    /// The number of the word.
    pub fn word(self) -> WordNumber {
        self.bits(0, WORD_BITS)
    }

    /// Where it stands.
    pub fn slot(self) -> Slot {
        Slot::of_byte(u8::try_from(self.bits(WORD_BITS, SLOT_BITS)).unwrap_or_default())
    }

    /// How it answers.
    pub fn way(self) -> Way {
        let number = self.bits(WORD_BITS + SLOT_BITS, WAY_BITS - 1) as usize;
        Way::ALL.get(number).copied().unwrap_or(Way::Typo)
    }

    /// The same for a word that was read as another.
    pub fn read_as_another(self) -> Self {
        Self(self.0 | 1 << (WORD_BITS + SLOT_BITS + WAY_BITS - 1))
    }

    /// Whether the word that was typed was read as another.
    pub fn is_read_as_another(self) -> bool {
        self.bits(WORD_BITS + SLOT_BITS + WAY_BITS - 1, 1) == 1
    }

    fn score(self) -> u32 {
        self.bits(WORD_BITS + SLOT_BITS + WAY_BITS, 64 - WORD_BITS - SLOT_BITS - WAY_BITS)
    }
}

impl SearchIndex {
    /// Records that hold the words of `query` and pass, in their own order; with words found in one language only where the
    /// query asks for that.
    pub(super) fn rank(&self, query: &Query, sieve: &Sieve<'_>) -> Found {
        let mut found = self.rank_words(query, query.words.len(), sieve);
        if found.hits.is_empty() {
            return self.rank_without(query, sieve);
        }
        self.look_closer(sieve.dataset(), query, &mut found);
        found
    }

    /// All records that pass.
    fn all(&self, sieve: &Sieve<'_>) -> Found {
        let all = (0..self.count()).map(ordinal).filter(|ordinal| sieve.lets_through(*ordinal));
        let hits = all.map(|ordinal| Hit { ordinal, score: 0, telling: Best::default() }).collect();
        Found { hits, repairs: Vec::new() }
    }

    /// Records that hold every word, as it was typed or as what it may be read, of a query of so many; all that pass, where
    /// there is none.
    pub(super) fn rank_words(&self, query: &Query, count: usize, sieve: &Sieve<'_>) -> Found {
        if query.words.is_empty() {
            return self.all(sieve);
        }
        let lang = sieve.lang();
        let plain: Vec<Arc<Matches>> = query.terms().map(|term| self.as_typed(term, count, lang)).collect();
        let mut hits = self.joined(query, &plain, sieve);
        self.lift_theme(query, sieve, &mut hits);
        let tells = |hit: &Hit| !self.is_behind.has(hit.ordinal.0 as usize);
        // What only a likeness answers may be a slip; so may a part of a word, where only a name holds it.
        let least = if hits.iter().any(tells) { Way::Inside } else { Way::Stem };
        let mut needed = query.needed().filter_map(|place| plain.get(place));
        if !hits.is_empty() && needed.all(|found| found.reaches(least)) {
            return Found { hits, repairs: Vec::new() };
        }
        let repaired = self.repaired(query, &plain, sieve);
        // What lies under a theme is found by its number alone, and no word need say that.
        if repaired.hits.len() >= hits.len() { repaired } else { Found { hits, repairs: Vec::new() } }
    }

    /// The best match of a word as it was typed in each record, one of so many words.
    pub(super) fn as_typed(&self, term: &Term, count: usize, lang: Option<Lang>) -> Arc<Matches> {
        self.recent.of((term.clone(), lang), count, || self.matches(term, lang))
    }

    /// Puts a theme and what lies under it before everything else where the one word is its number.
    fn lift_theme(&self, query: &Query, sieve: &Sieve<'_>, hits: &mut Vec<Hit>) {
        let [Sought { term, .. }] = &*query.words else { return };
        if !self.values.is_theme(term.text()) {
            return;
        }
        for ordinal in (0..self.count()).map(ordinal).filter(|ordinal| sieve.lets_through(*ordinal)) {
            let score = match sieve.place_under(ordinal, term.text()) {
                None => continue,
                Some(Place::Itself) => 2 * UNDER_NUMBER,
                Some(Place::Under) => UNDER_NUMBER,
            };
            match hits.binary_search_by_key(&ordinal, |hit| hit.ordinal) {
                Ok(at) => hits.iter_mut().skip(at).take(1).for_each(|hit| hit.score = score),
                Err(at) => hits.insert(at, Hit { ordinal, score, telling: Best::default() }),
            }
        }
    }

    /// The best match of a term in each record.
    fn matches(&self, term: &Term, lang: Option<Lang>) -> Matches {
        // A thread that panics has ended the program already.
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        *inside = self.vocabulary.inside(term, &inside);
        if !self.values.is_partner(term) {
            return self.matches_of(term, &inside, Way::Loose, lang);
        }
        // The name of a partner is no part of a word, *Vācija* of *inovācija*, unless that is another name.
        let names = self.vocabulary.narrowed(&inside, |word| self.values.is_compound(word, term));
        self.matches_of(term, &names, Way::Inside, lang)
    }

    /// The same where the term is no mere part of another word.
    pub(super) fn matches_outside(&self, term: &Term, lang: Option<Lang>) -> Matches {
        self.matches_of(term, &Inside::default(), Way::Loose, lang)
    }

    /// The same for answers that are no worse than `least`; likenesses only where there is nothing better.
    fn matches_of(&self, term: &Term, inside: &Inside, least: Way, lang: Option<Lang>) -> Matches {
        let mut words: Vec<Answer<'_>> = self.vocabulary.answers(term, inside, &self.matcher).collect();
        let is_word = words.iter().any(|answer| answer.way > Way::Loose);
        words.retain(|answer| answer.way >= least && !(is_word && answer.way == Way::Loose));
        let answers = Answers { term, words, weights: Way::ALL.map(|way| weights(term, way, lang)) };
        if answers.size() < self.count() { self.rare(&answers) } else { self.frequent(&answers) }
    }

    /// The best matches of a term that most records do not hold.
    fn rare(&self, answers: &Answers<'_>) -> Matches {
        let mut marks = Marks::none(self.count());
        let names = self.in_names(answers, |record, _| marks.mark(record));
        names.iter().flat_map(|(_, bearers)| *bearers).for_each(|record| marks.mark(*record as usize));
        let mut found = Matches::among(marks);
        answers.each(|record, best| found.add(record, best));
        for (best, bearers) in names {
            for record in bearers {
                found.add(*record as usize, best);
            }
        }
        found
    }

    /// The best matches of a term that many records hold.
    fn frequent(&self, answers: &Answers<'_>) -> Matches {
        let mut all = vec![Best::default(); self.count()];
        let mut add = |record: usize, best: Best| all[record] = best.max(all[record]);
        for (best, bearers) in self.in_names(answers, &mut add) {
            for record in bearers {
                add(*record as usize, best);
            }
        }
        Matches::of_all(&all)
    }

    /// The names that hold a term, each with its best match and its bearers: what is found in a name is found in every
    /// record that bears it, unless it is a country's and the term names another: *Ķīna* is not in *Ķīnas Taipeja*. Matches in
    /// records are given to `visit`.
    fn in_names(&self, answers: &Answers<'_>, mut visit: impl FnMut(usize, Best)) -> Vec<(Best, &[u32])> {
        let is_another = self.is_another_country(answers.term);
        let count = self.count();
        let mut in_names = vec![Best::default(); self.names.len()];
        answers.each(|record, best| match record.checked_sub(count) {
            None => visit(record, best),
            Some(name) => in_names[name] = best.max(in_names[name]),
        });
        let names = in_names.into_iter().zip(&self.names).filter_map(|(best, name)| Some((best.found()?, name)));
        names
            .filter(|(_, (name, _))| !is_another(*name))
            .map(|(best, (_, bearers))| (best, bearers.as_slice()))
            .collect()
    }

    /// Whether a name is that of another country than the one a word names.
    pub(super) fn is_another_country<'a>(&'a self, term: &'a Term) -> impl Fn(Shared) -> bool {
        let countries = LazyCell::new(|| self.values.countries(term));
        move |name| match name {
            Shared::Partner(_, place) => !countries.is_empty() && self.values.is_country_beside(place, &countries),
            _ => false,
        }
    }

    /// Records in which every needed term was found, with the sum of what each is worth there.
    pub(super) fn joined(&self, query: &Query, found: &[Arc<Matches>], sieve: &Sieve<'_>) -> Vec<Hit> {
        let of = |place: usize| found.get(place).map(|found| &**found);
        let needed: Vec<&Matches> = query.needed().filter_map(of).collect();
        let weighed: Vec<&Matches> = query.weighed().filter_map(of).collect();
        let is_let_through = |number: usize| sieve.lets_through(ordinal(number));
        if let ([_], [only]) = (&*needed, &*weighed) {
            let mut hits = Vec::with_capacity(only.count());
            let found = only.iter().filter(|(number, _)| is_let_through(*number));
            hits.extend(found.map(|(number, best)| self.hit(number, std::iter::once(best))));
            return hits;
        }
        let in_all = Matches::in_all(&needed);
        let mut hits = Vec::with_capacity(in_all.count());
        hits.extend(in_all.iter().filter(|number| is_let_through(*number)).map(|number| {
            let bests = weighed.iter().filter_map(|found| found.get(number));
            self.hit(number, bests)
        }));
        hits
    }

    /// What the best matches of all words in a record are worth together.
    fn hit(&self, number: usize, bests: impl Iterator<Item = Best>) -> Hit {
        let mut score = 0;
        let mut telling = Best::default();
        let mut in_title = 0;
        for best in bests {
            score += best.score();
            in_title += u32::from(best.slot().field() == Field::Title && best.way() >= Way::Stem);
            telling = telling.max(best);
        }
        if in_title > 0 {
            let lang = usize::from(telling.slot().lang() == Some(Lang::En));
            let words = self.title_words.get(number).map_or(1, |words| u32::from(words[lang]).max(1));
            score += WHOLE_TITLE * in_title.min(words) / words;
        }
        if self.is_behind.has(number) {
            score /= NAMES_BEHIND;
        }
        Hit { ordinal: ordinal(number), score, telling }
    }
}

/// The words that answer a term, and what each is worth.
struct Answers<'a> {
    term: &'a Term,
    words: Vec<Answer<'a>>,
    /// Of each way in each slot.
    weights: [[u32; Slot::COUNT]; Way::ALL.len()],
}

impl Answers<'_> {
    /// About how often they stand somewhere.
    fn size(&self) -> usize {
        self.words.iter().map(|answer| answer.postings.0.len()).sum()
    }

    /// Gives each match to `visit`, with the number of the record or the name.
    fn each(&self, mut visit: impl FnMut(usize, Best)) {
        for answer in &self.words {
            // Of two words on one rung the shorter is nearer to what was typed.
            let spare = answer.word.len().saturating_sub(self.term.text().len()).min(12);
            let rung = self.term.worth(answer.way) * 10 - u32::try_from(spare).unwrap_or_default() * 4;
            let weights = &self.weights[answer.way as usize];
            for (record, slot) in answer.postings {
                let weight = weights[usize::from(slot.byte())];
                if weight > 0 {
                    visit(record as usize, Best::new(rung * weight, answer.way, slot, answer.number));
                }
            }
        }
    }
}

/// What a match by `way` is worth in each slot, heard in `lang` only where one is given; 0 where it does not count.
fn weights(term: &Term, way: Way, lang: Option<Lang>) -> [u32; Slot::COUNT] {
    std::array::from_fn(|byte| {
        let slot = Slot::of_byte(u8::try_from(byte).unwrap_or(u8::MAX));
        let is_heard = lang.is_none() || slot.lang().is_none() || slot.lang() == lang;
        if is_heard && counts(term, way, slot) { slot.field().weight() } else { 0 }
    })
}

/// Whether a match counts in this slot: a likeness tells nothing in a long text, a part of a number nothing at all, and a
/// code that is spelt like a word which says nothing is no such word.
pub(super) fn counts(term: &Term, way: Way, slot: Slot) -> bool {
    let field = slot.field();
    match way {
        _ if term.is_code() => way == Way::Same && term.is_meant_in(slot.lang()),
        Way::Loose => field.is_short(),
        Way::Inside => !matches!(field, Field::Number | Field::Time | Field::Span),
        Way::Stem | Way::Kin => field != Field::Number,
        Way::Typo | Way::Prefix | Way::Same => true,
    }
}
