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
    /// What is known from outside the document, and mostly came later.
    Later,
    /// Id or number.
    Number,
    /// What a kind of record is called.
    Kind,
    /// Years and quarters of the time span.
    Time,
    /// Years and months in which something begins or ends that lasts longer.
    Span,
}

/// How many fields hold texts of a language and texts of none, such as a name: the first ones.
const MIXED: u8 = 4;

/// How many fields hold only texts of a language: the next ones.
const SPOKEN: u8 = 6;

impl Field {
    const ALL: [Self; 14] = [
        Self::Title,
        Self::Keyword,
        Self::Partner,
        Self::Named,
        Self::Summary,
        Self::Text,
        Self::Term,
        Self::Printed,
        Self::Around,
        Self::Later,
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
            Self::Later => 20,
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
            Self::Later => "later",
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
        let lang = lang.map_or(0, |lang| 1 + lang as u8);
        let field = field as u8;
        let byte = match field.checked_sub(MIXED) {
            None => 3 * field + lang,
            Some(field) if field < SPOKEN => 3 * MIXED + 2 * field + lang.saturating_sub(1),
            Some(field) => 3 * MIXED + SPOKEN + field,
        };
        Self(byte)
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
        let field = match self.0.checked_sub(3 * MIXED) {
            None => self.0 / 3,
            Some(byte) if byte < 2 * SPOKEN => MIXED + byte / 2,
            Some(byte) => MIXED + byte - SPOKEN,
        };
        Field::ALL.get(usize::from(field)).copied().unwrap_or(Field::Text)
    }

    /// The language.
    #[must_use]
    pub fn lang(self) -> Option<Lang> {
        let lang = match self.0.checked_sub(3 * MIXED) {
            None => self.0 % 3,
            Some(byte) if byte < 2 * SPOKEN => 1 + byte % 2,
            Some(_) => 0,
        };
        match lang {
            0 => None,
            1 => Some(Lang::Lv),
            _ => Some(Lang::En),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_gives_back_what_it_was_made_of() {
        let all = [None, Some(Lang::Lv), Some(Lang::En)];
        let langs = |field| match field as u8 {
            0..MIXED => all.as_slice(),
            field if field < MIXED + SPOKEN => &all[1..],
            _ => &all[..1],
        };
        for field in Field::ALL {
            for &lang in langs(field) {
                let byte = Slot::new(field, lang).byte();
                let slot = Slot::of_byte(byte);
                assert_eq!((slot.field(), slot.lang()), (field, lang));
                assert!(usize::from(byte) < Slot::COUNT);
            }
        }
    }
}
