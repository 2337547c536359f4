//! What a person typed, taken apart: words to find, phrases, words to leave out, and conditions.

use std::ops::Range;

use super::filter::Filter;
use super::fold::{Folded, fold};
use super::term::Term;
use super::words::words;
use super::{Repair, calendar};

/// A query; [`Query::parse`] makes one of any text.
///
/// ```
/// use dosje::search::Query;
/// let query = Query::parse("theme:2.4 Japāna -dators \"augstas veiktspējas\"");
/// let words: Vec<&str> = query.terms.iter().map(|term| term.text()).collect();
/// assert_eq!(words, ["japana", "augstas", "veiktspejas"]);
/// assert_eq!((query.filters.len(), query.unwanted.terms.len(), query.phrases.len()), (1, 1, 1));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Words, each of which must be found.
    pub terms: Vec<Term>,
    /// Those words as they were typed, in the same order.
    pub(super) typed: Vec<Typed>,
    /// Numbers of records: `2.4.1`, `P1.5`, or the beginning of one.
    pub numbers: Vec<String>,
    /// Folded words that must stand side by side.
    pub phrases: Vec<String>,
    /// Conditions on the record as a whole.
    pub filters: Vec<Filter>,
    /// What stands behind a minus.
    pub unwanted: Unwanted,
    /// What abbreviations among its words are called in the other language, folded: `mi` for `AI`.
    pub(super) equals: Vec<String>,
    /// Words that were read as conditions.
    pub(super) conditions_read: Vec<Repair>,
}

/// A word as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Typed {
    text: String,
    is_quoted: bool,
}

/// What must not be so, each by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unwanted {
    /// Words that must not be found.
    pub terms: Vec<Term>,
    /// Numbers of records, or the beginning of one.
    pub numbers: Vec<String>,
    /// Folded words that must not stand side by side.
    pub phrases: Vec<String>,
    /// Conditions that must not be met.
    pub filters: Vec<Filter>,
}

impl Unwanted {
    fn take(&mut self, query: Query) {
        let Query { terms, numbers, phrases, filters, .. } = query;
        self.numbers.extend(numbers);
        self.filters.extend(filters);
        if phrases.is_empty() {
            self.terms.extend(terms);
        }
        self.phrases.extend(phrases);
    }
}

impl Query {
    /// Takes `text` apart; never fails, since half a condition is a word like any other.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        let mut rest = 0..text.len();
        while let Some(piece) = next_piece(text, &mut rest) {
            query.take(text.get(piece).unwrap_or_default());
        }
        query.read_capitals();
        query
    }

    /// Reads words in capitals as abbreviations, unless all of several are typed so.
    fn read_capitals(&mut self) {
        if self.terms.len() == 1 || self.typed.iter().any(|typed| typed.text.chars().any(char::is_lowercase)) {
            let short = self.terms.iter_mut().zip(&self.typed).filter(|(_, typed)| is_in_capitals(&typed.text));
            short.for_each(|(term, _)| *term = Term::in_capitals(term.text()));
        }
    }

    /// Reads the words of a quarter as one: `4. cet.`, `IV ceturksnis`; `Q4` beside a year, if that quarter of it is known.
    pub fn read_quarters(&mut self, is_known: impl Fn(&Term) -> bool) {
        let mut at = 0;
        while let Some(term) = self.terms.get(at) {
            let before = at.checked_sub(1).and_then(|before| self.terms.get(before));
            let behind = self.terms.get(at + 1);
            let words = [before, Some(term), behind].map(|term| term.map(Term::text));
            let quarter = calendar::quarter(words, |date| is_known(&Term::new(date)));
            if let Some((code, words)) = quarter {
                let text: Vec<String> = self.typed.drain(at..at + words).map(|typed| typed.text).collect();
                self.typed.insert(at, Typed { text: text.join(" "), is_quoted: false });
                self.terms.splice(at..at + words, [Term::new(&code)]);
            }
            at += 1;
        }
    }

    fn take(&mut self, piece: &str) {
        let behind_minus = piece.strip_prefix('-');
        if let Some(unwanted) = behind_minus.filter(|rest| rest.starts_with(|c: char| c == '"' || c.is_alphanumeric()))
        {
            self.unwanted.take(Self::parse(unwanted));
        } else if let Some(quoted) = piece.strip_prefix('"') {
            self.take_phrase(quoted.trim_end_matches('"'));
        } else if let Some(filter) = Filter::parse(piece) {
            self.filters.push(filter);
        } else if let Some(code) = calendar::quarter_of_year(piece) {
            self.terms.push(Term::new(&code));
            self.typed.push(Typed { text: piece.to_owned(), is_quoted: false });
        } else if is_number(piece) {
            self.numbers.push(piece.trim_end_matches('.').to_owned());
        } else {
            self.take_words(piece, false);
        }
    }

    fn take_words(&mut self, text: &str, is_quoted: bool) {
        let folded = Folded::of(text);
        for (start, word) in words(folded.text()) {
            let typed = text.get(folded.original(start..start + word.len())).unwrap_or(word);
            self.terms.push(Term::new(word));
            self.typed.push(Typed { text: typed.to_owned(), is_quoted });
        }
    }

    /// One of its words as it was typed.
    #[must_use]
    pub fn as_typed<'a>(&'a self, term: &'a Term) -> &'a str {
        let typed = self.terms.iter().zip(&self.typed).find(|(own, _)| *own == term);
        typed.map_or(term.text(), |(_, typed)| &typed.text)
    }

    /// The same with some of its words alone.
    #[must_use]
    pub(super) fn with_only(&self, is_kept: impl Fn(usize) -> bool) -> Self {
        let kept = (0..).zip(self.terms.iter().zip(&self.typed)).filter(|(place, _)| is_kept(*place));
        let (terms, typed) = kept.map(|(_, (term, typed))| (term.clone(), typed.clone())).unzip();
        Self { terms, typed, ..self.clone() }
    }

    /// Its words as they were read.
    pub(super) fn read_as(&self, repairs: &[Repair]) -> Vec<Term> {
        let read = |term: &Term| {
            let typed = self.as_typed(term);
            repairs.iter().find_map(|repair| match repair {
                Repair::ReadAs(own, read) if own == typed => Some(read),
                _ => None,
            })
        };
        let terms = self.terms.iter().flat_map(|term| match read(term) {
            Some(read) => words(&fold(read)).map(|(_, word)| Term::new(word)).collect(),
            None => vec![term.clone()],
        });
        terms.collect()
    }

    /// Every condition, those that must not be met too.
    pub fn conditions(&self) -> impl Iterator<Item = &Filter> {
        self.filters.iter().chain(&self.unwanted.filters)
    }

    /// Whether it lets everything through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it is nothing but words.
    #[must_use]
    pub fn is_words(&self) -> bool {
        !self.terms.is_empty()
            && self.numbers.is_empty()
            && self.phrases.is_empty()
            && self.filters.is_empty()
            && self.unwanted == Unwanted::default()
    }

    /// The places of the words that must be found: of all, where none of them says anything.
    pub fn needed(&self) -> impl Iterator<Item = usize> {
        let is_any = !self.terms.iter().any(Term::is_telling);
        let needed = self.terms.iter().enumerate().filter(move |(_, term)| is_any || term.is_telling());
        needed.map(|(place, _)| place)
    }

    /// The places of the words that are weighed and marked: what says nothing stands in any text. The last may yet become
    /// another.
    pub fn weighed(&self) -> impl Iterator<Item = usize> {
        let last = self.terms.len().checked_sub(1);
        let is_needed = self.needed().last() == last;
        self.needed().chain(last.filter(|_| !is_needed))
    }

    /// Reads the numbers that no record bears as they may stand in a text.
    pub fn read_numbers(&mut self, is_borne: impl Fn(&str) -> bool) {
        for number in self.numbers.extract_if(.., |number| !is_borne(number)).collect::<Vec<_>>() {
            // `TCP/IP` looks like the id of a record.
            if number.contains('.') || !number.contains(char::is_alphabetic) {
                self.take_phrase(&number);
            } else {
                self.take_words(&number, false);
            }
        }
        self.read_capitals();
        for number in self.unwanted.numbers.extract_if(.., |number| !is_borne(number)).collect::<Vec<_>>() {
            let mut phrase = Self::default();
            phrase.take_phrase(&number);
            self.unwanted.take(phrase);
        }
    }

    /// Reads a word in capitals that says nothing as such, unless it is a code.
    pub fn read_codes(&mut self, is_known: impl Fn(&Term) -> bool) {
        for term in self.terms.iter_mut().filter(|term| term.is_code() && !is_known(term)) {
            *term = Term::new(term.text());
        }
    }

    /// Notes what the words that are abbreviations are called in the other language.
    pub fn read_equals<'a>(&mut self, equal: impl Fn(&str) -> Option<&'a str>) {
        let equals =
            self.typed.iter().filter_map(|Typed { text, .. }| equal(text).or_else(|| equal(&text.to_uppercase())));
        self.equals = equals.map(fold).collect();
    }

    /// Reads the words that together are a whole name as parts of it.
    pub fn read_names(&mut self, is_name: impl Fn(&[Term]) -> bool) {
        for first in 0..self.terms.len() {
            for words in 2..=LONGEST_NAME {
                let Some(name) = self.terms.get_mut(first..first + words) else { break };
                if is_name(name) {
                    name.iter_mut().for_each(Term::stand_in_name);
                }
            }
        }
    }

    /// Reads the words that no record holds and that name a state, `šogad`, as conditions.
    pub fn read_states(&mut self, is_held: impl Fn(&Term) -> bool) {
        let words = self.terms.drain(..).zip(self.typed.drain(..));
        let mut left = Vec::new();
        for (term, typed) in words {
            match Filter::of_state(term.text()).filter(|_| !typed.is_quoted && !is_held(&term)) {
                Some(filter) if self.filters.contains(&filter) => {}
                Some(filter) => {
                    self.conditions_read.push(Repair::AsCondition(typed.text, filter.to_string()));
                    self.filters.push(filter);
                }
                None => left.push((term, typed)),
            }
        }
        (self.terms, self.typed) = left.into_iter().unzip();
        let Unwanted { terms, filters, .. } = &mut self.unwanted;
        terms.retain(|term| match Filter::of_state(term.text()).filter(|_| !is_held(term)) {
            Some(filter) => {
                let read = Repair::AsCondition(format!("-{}", term.text()), format!("-{filter}"));
                self.conditions_read.push(read);
                filters.push(filter);
                false
            }
            None => true,
        });
    }

    /// Takes words that must stand side by side.
    fn take_phrase(&mut self, text: &str) {
        let before = self.terms.len();
        self.take_words(text, true);
        let phrase: Vec<&str> = self.terms.iter().skip(before).map(Term::text).collect();
        if phrase.len() > 1 {
            self.phrases.push(phrase.join(" "));
        }
    }
}

/// Most words of a name that are looked at together.
const LONGEST_NAME: usize = 6;

/// The next piece of a query: what stands between blanks, those in quotes aside.
fn next_piece(text: &str, rest: &mut Range<usize>) -> Option<Range<usize>> {
    let left = text.get(rest.clone())?;
    let start = rest.start + (left.len() - left.trim_start().len());
    let piece = text.get(start..rest.end).filter(|piece| !piece.is_empty())?;
    let end = piece.find(char::is_whitespace).unwrap_or(piece.len());
    // A phrase, or the value of a condition: `partner:"South Korea"`.
    let behind_colon = || piece.get(..end)?.find(":\"").map(|colon| colon + 2);
    let quoted = match piece.find('"') {
        Some(before @ 0..=1) if before == 0 || piece.starts_with('-') => Some(before + 1),
        _ => behind_colon(),
    };
    let close = |from: usize| piece.get(from..)?.find('"').map(|close| from + close + 1);
    let length = quoted.map_or(end, |from| close(from).unwrap_or(piece.len()));
    rest.start = start + length;
    Some(start..start + length)
}

/// Whether a word is typed as an abbreviation is.
fn is_in_capitals(word: &str) -> bool {
    word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase)
}

/// Whether a word has the form of a record's number or its beginning, `2.4`, `P1.5`, or of a whole id, `ids25/2.4.1`.
fn is_number(word: &str) -> bool {
    if word.split_once('/').is_some_and(|(collection, local)| !collection.is_empty() && !local.is_empty()) {
        return word.chars().all(|c| c.is_ascii_alphanumeric() || "-./+".contains(c));
    }
    let digits = word.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    word.len() - digits.len() <= 2
        && digits.contains('.')
        && digits.split('.').take(1).all(|part| !part.is_empty())
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
        && digits.trim_end_matches('.').contains('.')
}
