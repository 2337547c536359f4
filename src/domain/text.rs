//! Text in two languages: a value that holds both or does not exist.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Language of the interface and of the data shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Latvian.
    #[default]
    Lv,
    /// English.
    En,
}

impl Lang {
    /// The other of the two.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Lv => Self::En,
            Self::En => Self::Lv,
        }
    }

    /// ISO 639-1 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Lv => "lv",
            Self::En => "en",
        }
    }
}

/// Prose of our own, in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prose {
    /// Latvian.
    pub lv: Box<str>,
    /// English.
    pub en: Box<str>,
}

impl Prose {
    /// The text in `lang`.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Lv => &self.lv,
            Lang::En => &self.en,
        }
    }
}

/// A printed title with its English form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Title {
    /// Latvian, as printed.
    pub lv: Box<str>,
    /// English.
    pub en: Box<str>,
    /// Where the English comes from.
    pub en_status: EnStatus,
}

impl Title {
    /// The title in `lang`.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Lv => &self.lv,
            Lang::En => &self.en,
        }
    }
}

/// Where an English title comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EnStatus {
    /// The published English version.
    Official,
    /// A published proper name and nothing else.
    ProperName,
    /// Our translation.
    Own,
}
