//! What a person typed, taken apart: words to find, phrases, words to leave out, and conditions.

use std::ops::Range;

use super::Repair;
use super::filter::Filter;
use super::fold::{Folded, fold};
use super::term::Term;
use super::words::words;

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
    /// Those words as they were typed.
    pub(super) typed: Vec<String>,
    /// Numbers of records: `2.4.1`, `P1.5`, or the beginning of one.
    pub numbers: Vec<String>,
    /// Folded words that must stand side by side.
    pub phrases: Vec<String>,
    /// Conditions on the record as a whole.
    pub filters: Vec<Filter>,
    /// What stands behind a minus.
    pub unwanted: Unwanted,
    /// Words that were read as conditions.
    pub(super) conditions_read: Vec<Repair>,
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
    fn take(&mut self, piece: &str) {
        let Query { terms, numbers, phrases, filters, .. } = Query::parse(piece);
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
        // Who types everything in capitals does not mean abbreviations by them.
        if query.terms.len() == 1 || text.chars().any(char::is_lowercase) {
            let short = query.terms.iter_mut().zip(&query.typed).filter(|(_, typed)| is_in_capitals(typed));
            short.for_each(|(term, _)| *term = Term::in_capitals(term.text()));
        }
        query
    }

    fn take(&mut self, piece: &str) {
        let behind_minus = piece.strip_prefix('-');
        if let Some(unwanted) = behind_minus.filter(|rest| rest.starts_with(|c: char| c == '"' || c.is_alphanumeric()))
        {
            self.unwanted.take(unwanted);
        } else if let Some(quoted) = piece.strip_prefix('"') {
            self.take_phrase(quoted.trim_end_matches('"'));
        } else if let Some(filter) = Filter::parse(piece) {
            self.filters.push(filter);
        } else if is_number(piece) {
            self.numbers.push(piece.trim_end_matches('.').to_lowercase());
        } else {
            self.take_words(piece);
        }
    }

    fn take_words(&mut self, text: &str) {
        let folded = Folded::of(text);
        for (start, word) in words(folded.text()) {
            let typed = text.get(folded.original(start..start + word.len())).unwrap_or(word);
            self.terms.push(Term::new(word));
            self.typed.push(typed.to_owned());
        }
    }

    /// One of its words as it was typed.
    #[must_use]
    pub fn as_typed<'a>(&'a self, term: &'a Term) -> &'a str {
        self.typed.iter().find(|typed| fold(typed) == term.text()).map_or(term.text(), String::as_str)
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
        let (borne, others): (Vec<_>, Vec<_>) = self.numbers.drain(..).partition(|number| is_borne(number));
        self.numbers = borne;
        for number in &others {
            // `TCP/IP` and `Q4/2027` look like ids of records.
            if number.contains('.') { self.take_phrase(number) } else { self.take_words(number) }
        }
    }

    /// Reads the words that no record holds and that name a state, `šogad`, as conditions.
    pub fn read_states(&mut self, is_held: impl Fn(&Term) -> bool) {
        let words = self.terms.drain(..).zip(self.typed.drain(..));
        let mut left = Vec::new();
        for (term, typed) in words {
            match Filter::of_state(term.text()).filter(|_| !is_held(&term)) {
                Some(filter) => {
                    self.conditions_read.push(Repair::ReadAs(typed, filter.to_string()));
                    self.filters.push(filter);
                }
                None => left.push((term, typed)),
            }
        }
        (self.terms, self.typed) = left.into_iter().unzip();
        let Unwanted { terms, filters, .. } = &mut self.unwanted;
        terms.retain(|term| {
            let filter = Filter::of_state(term.text()).filter(|_| !is_held(term));
            filters.extend(filter.clone());
            filter.is_none()
        });
    }

    /// Takes words that must stand side by side.
    fn take_phrase(&mut self, text: &str) {
        let before = self.terms.len();
        self.take_words(text);
        let phrase: Vec<&str> = self.terms.iter().skip(before).map(Term::text).collect();
        if phrase.len() > 1 {
            self.phrases.push(phrase.join(" "));
        }
    }
}

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
