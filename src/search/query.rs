//! What a person typed, taken apart: words to find and filters to pass.

use super::fold::fold;

/// A query; [`Query::parse`] makes one of any text.
///
/// ```
/// use dosje::search::Query;
/// let query = Query::parse("theme:2.4 Japāna");
/// assert_eq!(query.terms, ["japana"]);
/// assert_eq!(query.filters.len(), 1);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Folded words, each of which must be found.
    pub terms: Vec<String>,
    /// Conditions on the record as a whole.
    pub filters: Vec<Filter>,
}

/// A condition on the record as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter {
    /// `theme:2.4`: under the theme of this number.
    Theme(String),
    /// `partner:japan`: with this partner, by code or folded name.
    Partner(String),
}

impl Query {
    /// Takes `text` apart; never fails, since half a filter is a word like any other.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        for word in text.split_whitespace() {
            match word.split_once(':') {
                Some(("theme" | "tema" | "tēma", number)) if !number.is_empty() => {
                    query.filters.push(Filter::Theme(number.trim_start_matches(['T', 't']).to_owned()));
                }
                Some(("partner" | "partneris", name)) if !name.is_empty() => {
                    query.filters.push(Filter::Partner(fold(name)));
                }
                _ => query.terms.push(fold(word)),
            }
        }
        query.terms.retain(|term| !term.is_empty());
        query
    }

    /// Whether it lets everything through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.filters.is_empty()
    }
}
