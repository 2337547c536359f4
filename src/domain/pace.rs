//! How fast somebody speaks.

use super::text::Lang;

/// Words a minute, in each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// In Latvian.
    pub lv: u32,
    /// In English.
    pub en: u32,
}

impl Default for Pace {
    /// That of somebody who is interpreted.
    fn default() -> Self {
        Self { lv: 110, en: 130 }
    }
}

impl Pace {
    /// Words a minute in `lang`.
    #[must_use]
    pub fn of(self, lang: Lang) -> u32 {
        match lang {
            Lang::Lv => self.lv,
            Lang::En => self.en,
        }
    }
}
