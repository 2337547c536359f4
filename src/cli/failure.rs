//! Why a command failed: the words in both languages, what to do next, and the exit code.

use std::io;

use super::slip;
use crate::domain::fault::Fault;
use crate::domain::kept::{Reason, Unkept};
use crate::domain::{Lang, untrusted};
use crate::i18n::messages;
use crate::search::Repair;
use crate::search::filter::Mistake;
use crate::store::texts;

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// No record of the name that was typed.
    #[error("no record {0:?}")]
    NoRecord(String),
    /// No partner of the name that was typed; a name that may be meant.
    #[error("no partner {0:?}")]
    NoPartner(String, Option<String>),
    /// A briefing was asked for on words that are not found together: what became of them.
    #[error("not all words found together")]
    Partly(Vec<Repair>),
    /// Several records of the name that was typed.
    #[error("{0:?} names several records")]
    Several(String, Vec<String>),
    /// The words that were typed are not understood.
    #[error(transparent)]
    Typed(#[from] clap::Error),
    /// Nothing to search for.
    #[error("no query")]
    NoQuery,
    /// A condition that cannot be met.
    #[error("no such condition {:?}", .0.typed)]
    WrongFilter(Box<Mistake>),
    /// No terminal to draw on.
    #[error("no terminal")]
    NoTerminal,
    /// Nothing is marked for a briefing.
    #[error("nothing is marked")]
    NothingMarked,
    /// A briefing draws on a paper of this handling marking.
    #[error("marked {0:?}")]
    Marked(String),
    /// What was typed is no number of minutes.
    #[error("no number of minutes {0:?}")]
    NoMinutes(String),
    /// A form that is no text was to go to the screen.
    #[error("no file for a form that is no text")]
    NeedsFile(String),
    /// Both languages were asked of something that is no briefing.
    #[error("both languages for something that is no briefing")]
    BothLanguages,
    /// What the user added cannot be read.
    #[error(transparent)]
    Unread(Unkept),
    /// A file was not written.
    #[error(transparent)]
    Unwritten(Unkept),
    /// A record that stands in no document.
    #[error("{0:?} stands in no document")]
    NoDocument(String),
    /// The text of a document is there and cannot be read.
    #[error(transparent)]
    UnreadText(Unkept),
    /// A file cannot be taken for the text of a document.
    #[error(transparent)]
    UnfitText(Unkept),
    /// The text of a document cannot be kept.
    #[error(transparent)]
    UnkeptText(Unkept),
    /// What the user saved is not on the disk.
    #[cfg(feature = "tui")]
    #[error(transparent)]
    Unsaved(Unkept),
    /// What the user added is not on the disk.
    #[cfg(feature = "tui")]
    #[error(transparent)]
    Lost(Unkept),
    /// The folder of data files cannot be read as one.
    #[error("{}: no data folder", .0.file)]
    Folder(Box<Fault>),
    /// Reading or writing failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl From<serde_json::Error> for Failure {
    /// Writing JSON fails as writing does: the reader is gone, the disk is full.
    fn from(error: serde_json::Error) -> Self {
        Self::Io(error.into())
    }
}

impl Failure {
    /// The exit code.
    #[must_use]
    pub fn code(&self) -> u8 {
        match self {
            Self::NoRecord(_) | Self::NoPartner(..) | Self::NoDocument(_) | Self::NothingMarked | Self::Partly(_) => 1,
            Self::UnkeptText(unkept) if unkept.reason != Reason::Taken => 74,
            Self::Io(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            #[cfg(feature = "tui")]
            Self::Unsaved(_) | Self::Lost(_) => 74,
            Self::Io(error) if Reason::from(error) == Reason::Full => 74,
            Self::Unwritten(unkept) if !matches!(unkept.reason, Reason::Taken | Reason::Missing) => 74,
            Self::Several(..)
            | Self::Marked(_)
            | Self::NeedsFile(_)
            | Self::NoMinutes(_)
            | Self::BothLanguages
            | Self::Unwritten(_)
            | Self::Typed(_)
            | Self::Folder(_)
            | Self::NoQuery
            | Self::WrongFilter(_)
            | Self::NoTerminal
            | Self::Unread(_)
            | Self::UnreadText(_)
            | Self::UnfitText(_)
            | Self::UnkeptText(_)
            | Self::Io(_) => 2,
        }
    }

    /// What is said of it, the hint on a line of its own; nothing where a reader simply stopped reading.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        let words = &messages(lang).cli;
        let brief = &messages(lang).briefing;
        let try_search = |typed: &String| (!typed.trim().is_empty()).then(|| (words.try_search)(typed));
        let (error, hint) = match self {
            Self::NoRecord(typed) => ((words.no_record)(typed), try_search(typed)),
            Self::NoPartner(typed, meant) => {
                let meant = meant.as_deref().map(words.may_be_meant);
                ((words.no_partner)(typed), meant.or_else(|| try_search(typed)))
            }
            Self::Partly(repairs) => {
                let became: Vec<String> = repairs.iter().map(messages(lang).repair).collect();
                (brief.partly.to_owned(), Some(became.join("; ")))
            }
            Self::Several(typed, ids) => ((words.several)(typed, ids), None),
            Self::Typed(error) => {
                let (error, hint) = slip::told(error, lang);
                (error, Some(hint))
            }
            Self::Folder(fault) => return fault_line(fault, lang),
            Self::NoQuery => (words.no_query.to_owned(), None),
            Self::WrongFilter(mistake) => {
                let Mistake { typed, kind } = &**mistake;
                ((words.wrong_filter)(typed), Some((messages(lang).mistake)(kind)))
            }
            Self::NoTerminal => (words.no_terminal.to_owned(), Some(words.no_terminal_hint.to_owned())),
            Self::NothingMarked => (brief.nothing_marked.to_owned(), Some(brief.how_to_mark.to_owned())),
            Self::Marked(marking) => ((brief.is_marked)(marking), Some(brief.how_to_allow.to_owned())),
            Self::NoMinutes(typed) => ((brief.no_minutes)(typed), None),
            Self::NeedsFile(name) => (brief.needs_file.to_owned(), Some((brief.name_a_file)(name))),
            Self::BothLanguages => (brief.only_briefings.to_owned(), None),
            Self::Unread(unkept) => ((messages(lang).own.not_read)(unkept), None),
            Self::Unwritten(unkept) => {
                let hint = (unkept.reason == Reason::Taken).then(|| brief.how_to_overwrite.to_owned());
                ((messages(lang).own.not_kept)(unkept), hint)
            }
            #[cfg(feature = "tui")]
            Self::Lost(unkept) => ((messages(lang).own.not_kept)(unkept), None),
            Self::NoDocument(typed) => ((messages(lang).source_text.no_document)(typed), None),
            Self::UnreadText(unkept) => ((messages(lang).source_text.unread)(unkept), None),
            Self::UnfitText(unkept) | Self::UnkeptText(unkept) => {
                ((messages(lang).source_text.unkept)(unkept), text_hint(&unkept.reason, lang))
            }
            #[cfg(feature = "tui")]
            Self::Unsaved(unkept) => ((messages(lang).queries.not_kept)(unkept), None),
            Self::Io(error) if error.kind() == io::ErrorKind::BrokenPipe => return String::new(),
            Self::Io(error) => ((messages(lang).reason)(&Reason::from(error)).to_owned(), None),
        };
        let hint = hint.map(|hint| format!("{}: {hint}\n", words.hint)).unwrap_or_default();
        // What was typed is said again, and must not steer the terminal.
        untrusted::block(&format!("{}: {error}\n{hint}{}", words.error, self.forms(lang))).into_owned()
    }

    /// How the words may be typed, where that is what went wrong.
    fn forms(&self, lang: Lang) -> String {
        match self {
            Self::Typed(error) => slip::forms(error, lang).map(|forms| format!("{forms}\n")).unwrap_or_default(),
            _ => String::new(),
        }
    }
}

/// What to do about a text that was not taken.
fn text_hint(reason: &Reason, lang: Lang) -> Option<String> {
    let words = &messages(lang).source_text;
    match reason {
        Reason::Taken => Some(words.replace.to_owned()),
        Reason::NotUtf8(..) => Some(words.no_text.to_owned()),
        Reason::TooLarge => Some((words.too_large)(texts::SIZE_LIMIT >> 20)),
        _ => None,
    }
}

/// One fault of a file as a line, and what to do about it.
#[must_use]
pub fn fault_line(fault: &Fault, lang: Lang) -> String {
    let words = messages(lang);
    let kind = if fault.is_warning() { words.cli.warning } else { words.cli.error };
    let place = fault.at.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
    let path = fault.path.to_string();
    let path = if path.is_empty() { path } else { format!("{path}: ") };
    let problem = (words.problem)(&fault.problem);
    let hint = (words.hint)(&fault.problem, fault.schema)
        .map(|hint| format!("{}: {hint}\n", words.cli.hint))
        .unwrap_or_default();
    untrusted::block(&format!("{kind}: {}{place}: {path}{problem}\n{hint}", fault.file)).into_owned()
}
