//! What a person typed, taken apart: words to find, phrases, words to leave out, and conditions.

use std::ops::Range;

use super::filter::Filter;
use super::fold::{Folded, fold};
use super::term::Term;
use super::words::words;
use super::{Repair, calendar, times};

/// A query; [`Query::parse`] makes one of any text.
///
/// ```
/// use dosje::search::Query;
/// let query = Query::parse("theme:2.4 Japāna -dators \"augstas veiktspējas\"");
/// let words: Vec<&str> = query.terms().map(|term| term.text()).collect();
/// assert_eq!(words, ["japana", "augstas", "veiktspejas"]);
/// assert_eq!((query.filters.len(), query.unwanted.words.len(), query.phrases.len()), (1, 1, 1));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Words, each of which must be found.
    pub words: Vec<Sought>,
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

/// A word that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    /// As it is read.
    pub term: Term,
    /// As it was typed.
    typed: String,
    is_quoted: bool,
}

/// What must not be so, each by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unwanted {
    /// Words that must not be found.
    pub words: Vec<Sought>,
    /// Numbers of records, or the beginning of one.
    pub numbers: Vec<String>,
    /// Folded words that must not stand side by side.
    pub phrases: Vec<String>,
    /// Conditions that must not be met.
    pub filters: Vec<Filter>,
}

impl Sought {
    fn new(folded: &str, typed: String) -> Self {
        Self { term: Term::new(folded), typed, is_quoted: false }
    }

    /// As it was typed.
    #[must_use]
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Whether it was typed in quotes.
    pub(super) fn is_quoted(&self) -> bool {
        self.is_quoted
    }
}

impl Unwanted {
    fn take(&mut self, query: Query) {
        let Query { words, numbers, phrases, filters, .. } = query;
        self.numbers.extend(numbers);
        self.filters.extend(filters);
        if phrases.is_empty() {
            self.words.extend(words);
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
        if self.words.len() == 1 || self.words.iter().any(|word| word.typed.chars().any(char::is_lowercase)) {
            let short = self.words.iter_mut().filter(|word| is_in_capitals(&word.typed));
            short.for_each(|word| word.term = Term::in_capitals(word.term.text()));
        }
    }

    /// Reads the words of a quarter as one: `4. cet.`, `IV ceturksnis`; `Q4` beside a year, if that quarter of it is known.
    pub fn read_quarters(&mut self, is_known: impl Fn(&Term) -> bool) {
        let mut at = 0;
        while at < self.words.len() {
            let places = [at.checked_sub(1), Some(at), Some(at + 1)];
            let words = places.map(|place| self.words.get(place?).map(|word| word.term.text()));
            if let Some((code, words)) = calendar::quarter(words, |date| is_known(&Term::new(date))) {
                let typed = joined(self.words.iter().skip(at).take(words).map(Sought::typed));
                self.words.splice(at..at + words, [Sought::new(&code, typed)]);
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
            self.words.push(Sought::new(&code, piece.to_owned()));
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
            self.words.push(Sought { is_quoted, ..Sought::new(word, typed.to_owned()) });
        }
    }

    /// Its words as they are read.
    #[must_use]
    pub fn terms(&self) -> impl ExactSizeIterator<Item = &Term> {
        self.words.iter().map(|word| &word.term)
    }

    /// The same with some of its words alone.
    #[must_use]
    pub(super) fn with_only(&self, is_kept: impl Fn(usize) -> bool) -> Self {
        let kept = (0..).zip(&self.words).filter(|(place, _)| is_kept(*place)).map(|(_, word)| word.clone());
        Self { words: kept.collect(), ..self.clone() }
    }

    /// Its words as they were read.
    pub(super) fn read_as(&self, repairs: &[Repair]) -> Vec<Term> {
        let read = |word: &Sought| {
            repairs.iter().find_map(|repair| match repair {
                Repair::ReadAs(own, read) if *own == word.typed => Some(read),
                _ => None,
            })
        };
        let terms = self.words.iter().flat_map(|word| match read(word) {
            Some(read) => words(&fold(read)).map(|(_, word)| Term::new(word)).collect(),
            None => vec![word.term.clone()],
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
        !self.words.is_empty()
            && self.numbers.is_empty()
            && self.phrases.is_empty()
            && self.filters.is_empty()
            && self.unwanted == Unwanted::default()
    }

    /// The places of the words that must be found: of all, where none of them says anything.
    pub fn needed(&self) -> impl Iterator<Item = usize> {
        let is_any = !self.terms().any(Term::is_telling);
        let needed = self.terms().enumerate().filter(move |(_, term)| is_any || term.is_telling());
        needed.map(|(place, _)| place)
    }

    /// The places of the words that are weighed and marked: what says nothing stands in any text. The last may yet become
    /// another.
    pub fn weighed(&self) -> impl Iterator<Item = usize> {
        let last = self.words.len().checked_sub(1);
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
        for word in self.words.iter_mut().filter(|word| word.term.is_code() && !is_known(&word.term)) {
            word.term = Term::new(word.term.text());
        }
    }

    /// Notes what the words that are abbreviations are called in the other language.
    pub fn read_equals<'a>(&mut self, equal: impl Fn(&str) -> Option<&'a str>) {
        let typed = self.words.iter().map(Sought::typed);
        let equals = typed.filter_map(|word| equal(word).or_else(|| equal(&word.to_uppercase())));
        self.equals = equals.map(fold).collect();
    }

    /// Reads the words that together are a whole name as parts of it.
    pub fn read_names(&mut self, is_name: impl Fn(&[&Term]) -> bool) {
        for first in 0..self.words.len() {
            for words in 2..=LONGEST_NAME {
                let Some(name) = self.words.get_mut(first..first + words) else { break };
                if is_name(&name.iter().map(|word| &word.term).collect::<Vec<_>>()) {
                    for word in name {
                        word.term.stand_in_name();
                    }
                }
            }
        }
    }

    /// Reads the words that say a time as conditions: `šogad`, `next year`.
    pub fn read_times(&mut self, is_held: impl Fn(&Term) -> bool) {
        let has_conditions = !self.filters.is_empty();
        for (typed, filter) in times::taken(&mut self.words, has_conditions, &is_held) {
            if !self.filters.contains(&filter) {
                self.conditions_read.push(Repair::AsCondition(typed, filter.to_string()));
                self.filters.push(filter);
            }
        }
        for (typed, filter) in times::taken(&mut self.unwanted.words, false, &is_held) {
            self.conditions_read.push(Repair::AsCondition(format!("-{typed}"), format!("-{filter}")));
            self.unwanted.filters.push(filter);
        }
        // *kas beidzas nākamgad*: of the rest of a question none need be found.
        if !self.conditions_read.is_empty() && !self.terms().any(Term::is_telling) {
            self.words.clear();
        }
    }

    /// Takes words that must stand side by side.
    fn take_phrase(&mut self, text: &str) {
        let before = self.words.len();
        self.take_words(text, true);
        if self.words.len() > before + 1 {
            let phrase = joined(self.terms().skip(before).map(Term::text));
            self.phrases.push(phrase);
        }
    }
}

/// Words with a blank between each.
pub fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(" ")
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
