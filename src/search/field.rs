//! Where in a record a word can stand, and how much that says of the record.

use crate::domain::Lang;

/// Where in a record a word was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// Title, headline or name.
    Title,
    /// An abbreviation or keyword.
    Keyword,
    /// A partner or body.
    Partner,
    /// An actor the text only names.
    Named,
    /// The summary.
    Summary,
    /// The full text and the printed time span. Warnings are no part of it: they name what is easily mistaken for it.
    Text,
    /// The names of a term that the text uses, and what else is said for it.
    Term,
    /// Words of the printed passage that our own text does without.
    Printed,
    /// The theme above, the titles of what lies below.
    Around,
    /// Id or number.
    Number,
    /// What a kind of record is called.
    Kind,
    /// Years and quarters of the time span.
    Time,
    /// Years and months in which something begins or ends that lasts longer.
    Span,
}

/// How many fields stand in a language, or in both: the first ones.
const SPOKEN: u8 = 9;

impl Field {
    const ALL: [Self; 13] = [
        Self::Title,
        Self::Keyword,
        Self::Partner,
        Self::Named,
        Self::Summary,
        Self::Text,
        Self::Term,
        Self::Printed,
        Self::Around,
        Self::Number,
        Self::Kind,
        Self::Time,
        Self::Span,
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
            Self::Kind => 38,
            Self::Named => 36,
            Self::Text | Self::Span => 28,
            Self::Term => 24,
            Self::Printed => 22,
            Self::Around => 12,
        }
    }

    /// Whether words may match loosely here: in a long text some word is like almost any other.
    #[must_use]
    pub fn is_short(self) -> bool {
        matches!(self, Self::Title | Self::Keyword | Self::Partner)
    }

    /// Whether a word that stands here says what the record is about, and is not only used in its text.
    #[must_use]
    pub fn tells(self) -> bool {
        self.is_short() || matches!(self, Self::Number | Self::Kind | Self::Time | Self::Span)
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
            Self::Time | Self::Span => "time",
            Self::Summary => "summary",
            Self::Text => "text",
            Self::Term => "term",
            Self::Printed => "printed",
            Self::Around => "theme",
            Self::Kind => "kind",
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
        let field = field as u8;
        Self(if field < SPOKEN { 3 * field + lang } else { 2 * SPOKEN + field })
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
        let field = if self.0 < 3 * SPOKEN { self.0 / 3 } else { self.0 - 2 * SPOKEN };
        Field::ALL.get(usize::from(field)).copied().unwrap_or(Field::Text)
    }

    /// The language.
    #[must_use]
    pub fn lang(self) -> Option<Lang> {
        match self.0 % 3 {
            _ if self.0 >= 3 * SPOKEN => None,
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
        let langs = |field| if field as u8 >= SPOKEN { 1 } else { 3 };
        for field in Field::ALL {
            for lang in [None, Some(Lang::Lv), Some(Lang::En)].into_iter().take(langs(field)) {
                let byte = Slot::new(field, lang).byte();
                let slot = Slot::of_byte(byte);
                assert_eq!((slot.field(), slot.lang()), (field, lang));
                assert!(usize::from(byte) < Slot::COUNT);
            }
        }
    }
}
