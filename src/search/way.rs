//! The ladder from the same word down to a likeness.

/// How a word of a text answers a word of a query, the best last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Way {
    /// Equal but for a slip or two.
    Typo,
    /// The letters in their order, with gaps.
    Loose,
    /// Inside the word.
    Inside,
    /// A verb for what is made of it, or the other way round.
    Kin,
    /// Another ending.
    Stem,
    /// The beginning of the word.
    Prefix,
    /// The whole word.
    Same,
}

impl Way {
    /// All ways, the best last.
    pub const ALL: [Self; 7] = [Self::Typo, Self::Loose, Self::Inside, Self::Kin, Self::Stem, Self::Prefix, Self::Same];

    /// What a match by this way is worth, of 100.
    #[must_use]
    pub fn worth(self) -> u32 {
        match self {
            Self::Same => 100,
            Self::Stem => 88,
            Self::Prefix => 74,
            Self::Kin => 60,
            Self::Inside => 46,
            Self::Loose => 22,
            Self::Typo => 18,
        }
    }

    /// The word used in machine-readable output.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Same => "word",
            Self::Stem => "ending",
            Self::Prefix => "beginning",
            Self::Kin => "root",
            Self::Inside => "part",
            Self::Loose => "likeness",
            Self::Typo => "typo",
        }
    }
}
