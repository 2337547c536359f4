//! A text in the languages of a briefing.

use serde::Serialize;

use crate::domain::Lang;
use crate::i18n::{Messages, messages};

/// The languages of a briefing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Languages {
    /// One.
    One(Lang),
    /// Both, side by side.
    Both,
}

impl Languages {
    /// Each of them.
    #[must_use]
    pub fn each(self) -> &'static [Lang] {
        match self {
            Self::One(Lang::Lv) => &[Lang::Lv],
            Self::One(Lang::En) => &[Lang::En],
            Self::Both => &[Lang::Lv, Lang::En],
        }
    }

    /// They in the name of a file.
    #[must_use]
    pub fn tag(self) -> String {
        self.each().iter().map(|lang| lang.code()).collect::<Vec<_>>().join("-")
    }

    /// A text made for each of them.
    #[must_use]
    pub fn say(self, text: impl Fn(Lang, &'static Messages) -> String) -> Wording {
        let said = |lang| text(lang, messages(lang));
        match self {
            Self::One(lang) => Wording::One(said(lang)),
            Self::Both => {
                let (lv, en) = (said(Lang::Lv), said(Lang::En));
                if lv == en { Wording::One(lv) } else { Wording::Both { lv, en } }
            }
        }
    }
}

/// A text: once, or in each language where the two differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Wording {
    /// In the one language of the briefing, or the same in both.
    One(String),
    /// A pair.
    Both {
        /// Latvian.
        lv: String,
        /// English.
        en: String,
    },
}

impl Default for Wording {
    fn default() -> Self {
        Self::One(String::new())
    }
}

impl Wording {
    /// Words that are no language's: the user's own, a number.
    #[must_use]
    pub fn own(text: impl Into<String>) -> Self {
        Self::One(text.into())
    }

    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.each().iter().all(|(_, text)| text.is_empty())
    }

    /// The text in `lang`.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> &str {
        match self {
            Self::One(text) => text,
            Self::Both { lv, en } => match lang {
                Lang::Lv => lv,
                Lang::En => en,
            },
        }
    }

    /// The texts, with their languages where there are two.
    #[must_use]
    pub fn each(&self) -> Vec<(Option<Lang>, &str)> {
        match self {
            Self::One(text) => vec![(None, text)],
            Self::Both { lv, en } => vec![(Some(Lang::Lv), lv), (Some(Lang::En), en)],
        }
    }

    /// The texts on one line, as headings have them.
    #[must_use]
    pub fn joined(&self) -> String {
        self.each().into_iter().map(|(_, text)| text).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" / ")
    }
}
