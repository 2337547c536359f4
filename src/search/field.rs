//! Where in a record a word can stand, and how much that says of the record.

use crate::domain::Lang;

/// Where in a record a word was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// Id or number.
    Number,
    /// Title, headline or name.
    Title,
    /// An abbreviation or keyword.
    Keyword,
    /// A partner or body.
    Partner,
    /// An actor the text only names.
    Named,
    /// Years and quarters of the time span.
    Time,
    /// The summary.
    Summary,
    /// The full text and the printed time span. Warnings are no part of it: they name what is easily mistaken for it.
    Text,
    /// The theme above, the titles of what lies below.
    Around,
}

impl Field {
    const ALL: [Self; 9] = [
        Self::Number,
        Self::Title,
        Self::Keyword,
        Self::Partner,
        Self::Named,
        Self::Time,
        Self::Summary,
        Self::Text,
        Self::Around,
    ];

    /// How much a word found here says of the record, of 100.
    #[must_use]
    pub fn weight(self) -> u32 {
        match self {
            Self::Number => 100,
            Self::Title => 80,
            Self::Keyword => 70,
            Self::Partner => 62,
            Self::Time => 56,
            Self::Summary => 40,
            Self::Named => 36,
            Self::Text => 28,
            Self::Around => 12,
        }
    }

    /// Whether words may match loosely here: in a long text some word is like almost any other.
    #[must_use]
    pub fn is_short(self) -> bool {
        matches!(self, Self::Title | Self::Keyword | Self::Partner)
    }

    /// The word used in machine-readable output.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Title => "title",
            Self::Keyword => "keyword",
            Self::Partner => "partner",
            Self::Named => "named",
            Self::Time => "time",
            Self::Summary => "summary",
            Self::Text => "text",
            Self::Around => "theme",
        }
    }
}

/// A field in one language, in a byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Slot(u8);

impl Slot {
    /// How many there are, no more than fit a posting.
    pub const COUNT: usize = 32;

    /// The field in `lang`; none where it stands in no language.
    #[must_use]
    pub fn new(field: Field, lang: Option<Lang>) -> Self {
        let lang = match lang {
            None => 0,
            Some(Lang::Lv) => 1,
            Some(Lang::En) => 2,
        };
        Self(field as u8 * 3 + lang)
    }

    /// The byte.
    #[must_use]
    pub fn byte(self) -> u8 {
        self.0
    }

    /// The slot of a byte that [`Self::byte`] gave.
    #[must_use]
    pub fn of_byte(byte: u8) -> Self {
        Self(byte)
    }

    /// The field.
    #[must_use]
    pub fn field(self) -> Field {
        Field::ALL.get(usize::from(self.0 / 3)).copied().unwrap_or(Field::Text)
    }

    /// The language.
    #[must_use]
    pub fn lang(self) -> Option<Lang> {
        match self.0 % 3 {
            1 => Some(Lang::Lv),
            2 => Some(Lang::En),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_gives_back_what_it_was_made_of() {
        for field in Field::ALL {
            for lang in [None, Some(Lang::Lv), Some(Lang::En)] {
                let slot = Slot::of_byte(Slot::new(field, lang).byte());
                assert_eq!((slot.field(), slot.lang()), (field, lang));
            }
        }
    }
}
