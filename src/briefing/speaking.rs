//! How long it takes to say what is to be said.

use super::{Briefing, Entry, Part};
use crate::domain::Lang;
use crate::i18n::messages;

const SECONDS: usize = 60;

/// How long it takes to say what is to be said, in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Speaking {
    /// Words that are said.
    pub words: usize,
    /// Words that are said only if something is raised.
    pub if_raised: usize,
    /// Words a minute.
    pub pace: u32,
    /// Longest time, in minutes.
    pub limit: Option<u32>,
}

impl Speaking {
    /// The time what is said takes, in seconds, rounded up.
    #[must_use]
    pub fn seconds(&self) -> usize {
        self.time_of(self.words)
    }

    /// The time that is added if everything is raised, in seconds.
    #[must_use]
    pub fn seconds_if_raised(&self) -> usize {
        self.time_of(self.if_raised)
    }

    /// By how many seconds the longest time is passed; none where it is not, or where there is none.
    #[must_use]
    pub fn over(&self) -> Option<usize> {
        let limit = usize::try_from(self.limit?).ok()? * SECONDS;
        self.seconds().checked_sub(limit).filter(|over| *over > 0)
    }

    fn time_of(&self, words: usize) -> usize {
        let pace = usize::try_from(self.pace.max(1)).unwrap_or(1);
        (words * SECONDS).div_ceil(pace)
    }
}

impl Briefing {
    /// How long it takes to say its points in `lang`, one of its languages.
    ///
    /// Points of items at which one listens or does not object are not said, and open questions only if they are raised.
    #[must_use]
    pub fn speaking(&self, lang: Lang) -> Speaking {
        let count = |part| self.entries().map(|entry| words(entry, part, lang)).sum();
        let pace = match lang {
            Lang::Lv => self.pace[0],
            Lang::En => self.pace[1],
        };
        Speaking { words: count(Part::Points), if_raised: count(Part::IfRaised), pace, limit: self.limit }
    }
}

fn words(entry: &Entry, part: Part, lang: Lang) -> usize {
    use crate::domain::annotations::Intent;
    if matches!(entry.intent, Some(Intent::Listen | Intent::NoObjection)) {
        return 0;
    }
    let said = entry.sections.iter().filter(|section| section.part == part).flat_map(|section| &section.lines);
    // The answers on offer stand behind a label, and are not read out.
    let options = messages(lang).labels.options;
    said.filter(|line| line.lead.in_lang(lang) != options).map(|line| count(line.text.in_lang(lang))).sum()
}

/// Words that are spoken: a dash is none.
fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_rounded_up_and_only_what_passes_the_limit_is_over() {
        let speaking = |words, limit| Speaking { words, if_raised: 0, pace: 110, limit };
        assert_eq!(speaking(220, Some(2)).seconds(), 120);
        assert_eq!(speaking(220, Some(2)).over(), None);
        assert_eq!(speaking(221, Some(2)).over(), Some(1));
        assert_eq!(speaking(221, None).over(), None);
        assert_eq!(count("Latvija – „taustāmu” devumu, 2015."), 4);
    }
}
