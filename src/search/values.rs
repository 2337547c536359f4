//! What a dataset calls its partners, themes and papers, for conditions and for whoever asks by name.

use super::choice::nearest;
use super::fold::fold;
use super::stem::stem;
use super::term::{Term, Word};
use super::words::{head, words};
use crate::domain::vocabulary::{Partner, PartnerKind};
use crate::domain::{Dataset, Lang, PartnerCode, Record, RecordId};

/// How many values are named to somebody who has typed a wrong one.
pub(super) const MOST_NAMED: usize = 20;

/// What conditions can name in a dataset, folded once.
#[derive(Debug, Default)]
pub struct Values {
    /// Names, codes and aliases of partners, as they are spelt and folded, each with the partner's place in the list.
    names: Vec<(String, String, usize)>,
    /// All partners in their order, and whether each is a country.
    partners: Vec<(PartnerCode, bool)>,
    /// Themes under the number and under the whole id of each theme: itself and its sub-themes.
    themes: Vec<(String, RecordId)>,
    /// Titles of themes, folded, in either language.
    titles: Vec<(String, RecordId)>,
    pub(super) collections: Vec<String>,
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
            partners: dataset.partners().iter().map(|partner| (partner.code.clone(), is_country(partner))).collect(),
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
    pub(super) fn themes_named(&self, typed: &str) -> Vec<RecordId> {
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
    pub(super) fn numbers(&self) -> Vec<String> {
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

    /// Partners of a whole name, code or alias as somebody types it, in any ending.
    #[must_use]
    pub fn partners_called(&self, typed: &str) -> Vec<PartnerCode> {
        let typed = fold(typed);
        let term = Term::new(&typed);
        self.exactly(&typed).unwrap_or_else(|| self.codes(|name| term.is_whole_word(&Word::new(name))))
    }

    /// Whether a word is a whole name of a partner, in any ending.
    pub(super) fn is_partner(&self, term: &Term) -> bool {
        self.places(term).next().is_some()
    }

    /// Whether words are a whole name of a partner, in any endings.
    pub(super) fn is_name(&self, terms: &[&Term]) -> bool {
        let is_it = |name: &str| {
            let mut own = words(name).map(|(_, word)| word);
            terms.iter().all(|term| own.next().is_some_and(|word| term.is_whole_word(&Word::new(word))))
                && own.next().is_none()
        };
        let begins = |name: &str| terms.first().is_some_and(|first| first.may_begin_like(head(name)));
        self.names.iter().any(|(_, name, _)| begins(name) && is_it(name))
    }

    /// The places of the countries of which a word is a whole name, in any ending; none where it names something else too, or
    /// is a part of a longer name.
    pub(super) fn countries(&self, term: &Term) -> Vec<usize> {
        if term.stands_in_name() {
            return Vec::new();
        }
        let places: Vec<usize> = self.places(term).collect();
        if places.iter().all(|place| self.is_country(*place)) { places } else { Vec::new() }
    }

    /// Whether the partner at this place is a country and none of these.
    pub(super) fn is_country_beside(&self, place: u32, countries: &[usize]) -> bool {
        self.is_country(place as usize) && !countries.contains(&(place as usize))
    }

    fn is_country(&self, place: usize) -> bool {
        self.partners.get(place).is_some_and(|(_, is_country)| *is_country)
    }

    /// The places of the partners of which a word is a whole name, in any ending.
    fn places(&self, term: &Term) -> impl Iterator<Item = usize> {
        let is_it = |name: &str| term.may_begin_like(head(name)) && term.is_whole_word(&Word::new(name));
        self.names.iter().filter(move |(_, name, _)| is_it(name)).map(|(.., place)| *place)
    }

    /// Whether a word of a text is a name of a partner that ends in another: *Latīņamerika* in *Amerika*.
    pub(super) fn is_compound(&self, word: &str, term: &Term) -> bool {
        let is_end = |(at, _): (usize, &str)| word.get(at..).is_some_and(|rest| term.is_whole_word(&Word::new(rest)));
        let is_it = |(_, own): (usize, &str)| stem(own) == stem(word);
        word.match_indices(term.text()).any(is_end)
            && self.names.iter().any(|(_, name, _)| name.contains(term.text()) && words(name).any(is_it))
    }

    /// Partners of a folded name, code or alias, whatever its ending; else a name that may be meant.
    pub(super) fn partners_named(&self, typed: &str) -> Result<Vec<PartnerCode>, Option<String>> {
        if typed.is_empty() {
            return Err(None);
        }
        let term = Term::new(typed);
        let any = self.exactly(typed).unwrap_or_else(|| self.codes(|name| term.is_word(&Word::new(name))));
        if !any.is_empty() {
            return Ok(any);
        }
        Err(nearest(typed, self.names.iter().map(|(name, ..)| &**name)).map(str::to_owned))
    }

    /// Partners of a folded name, code or alias that is spelt just so, if there are any.
    fn exactly(&self, typed: &str) -> Option<Vec<PartnerCode>> {
        let is_it = |name: &str| name == typed || name.split_once(':').is_some_and(|(_, rest)| rest == typed);
        Some(self.codes(is_it)).filter(|codes| !codes.is_empty())
    }

    /// The partners that have such a folded name.
    fn codes(&self, is_it: impl Fn(&str) -> bool) -> Vec<PartnerCode> {
        let mut places: Vec<usize> =
            self.names.iter().filter(|(_, name, _)| is_it(name)).map(|(.., place)| *place).collect();
        places.dedup();
        places.into_iter().filter_map(|place| self.partners.get(place).map(|(code, _)| code.clone())).collect()
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

/// Whether a partner is a country, or what is listed as one.
pub(super) fn is_country(partner: &Partner) -> bool {
    matches!(partner.kind, PartnerKind::Country | PartnerKind::Territory | PartnerKind::Economy)
}

fn names_of(partner: &Partner) -> impl Iterator<Item = &str> {
    let short = partner.short.iter().flat_map(|short| [&short.lv, &short.en]);
    let names = [&partner.name.lv, &partner.name.en].into_iter().chain(short);
    let names = names.chain(&partner.aliases.lv).chain(&partner.aliases.en).chain(&partner.codes);
    names.map(|name| &**name).chain([partner.code.as_str()])
}
