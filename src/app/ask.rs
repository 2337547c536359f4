//! A question at the top of the window, answered by a line or by a letter.

use super::input::Input;
use super::msg::Export;
use crate::briefing::{Format, Languages};
use crate::domain::annotations::{Head, Heading};
use crate::domain::{Lang, Pace};

/// A question, and what has been typed so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// The question.
    pub question: Question,
    /// The answer.
    pub input: Input,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// What is to stand over the briefing.
    Field(Field),
    /// Which file the briefing is to be written into.
    File(Format, Languages),
    /// Whether a file is to be replaced.
    Replace(Box<Export>),
    /// Whether what bears a handling marking is to be written.
    Marked(Box<Export>, String),
}

/// A field of the heading of a briefing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the heading")]
pub enum Field {
    Meeting,
    Date,
    Audience,
    Limit,
    Pace(Lang),
}

impl Question {
    /// Whether a letter answers it.
    #[must_use]
    pub fn is_yes_or_no(&self) -> bool {
        matches!(self, Self::Replace(_) | Self::Marked(..))
    }
}

impl Field {
    /// All of them, in the order of the heading.
    pub const ALL: [Self; 6] =
        [Self::Meeting, Self::Date, Self::Audience, Self::Limit, Self::Pace(Lang::Lv), Self::Pace(Lang::En)];

    /// The one that follows.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.into_iter().skip_while(|field| *field != self).nth(1)
    }

    /// What stands there now; `usual` holds where no pace is kept.
    #[must_use]
    pub fn value(self, heading: &Heading, usual: Pace) -> String {
        match self {
            Self::Meeting => heading.meeting.clone(),
            Self::Date => heading.date.clone(),
            Self::Audience => heading.audience.clone(),
            Self::Limit => heading.limit.map(|minutes| minutes.to_string()).unwrap_or_default(),
            Self::Pace(lang) => heading.pace(lang, usual).to_string(),
        }
    }

    /// The change that puts `text` there; none where it is no number and should be one.
    #[must_use]
    pub fn change(self, text: &str) -> Option<Head> {
        let text = text.trim();
        let number = || match text {
            "" => Some(None),
            text => text.parse().ok().filter(|number| (1..=999).contains(number)).map(Some),
        };
        Some(match self {
            Self::Meeting => Head::Meeting(text.to_owned()),
            Self::Date => Head::Date(text.to_owned()),
            Self::Audience => Head::Audience(text.to_owned()),
            Self::Limit => Head::Limit(number()?),
            Self::Pace(lang) => Head::Pace(lang, number()?),
        })
    }
}
