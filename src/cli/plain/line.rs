//! What a typed line means.

use crate::app::command::about;
use crate::app::{Command, Context, Key, KeyCode, Keymap, Tab};
use crate::domain::Lang;
use crate::i18n::messages;
use crate::search::fold::fold;
use crate::search::slips::distance;

/// A typed line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Go on.
    More,
    /// Go back by one.
    Less,
    /// Open what has this number in the list.
    Open(String),
    /// Look for this.
    Ask(String),
    /// A command and what is typed behind it.
    Word(What, String),
    /// No command has this name; the nearest that there is.
    Unknown(String, Option<&'static str>),
}

/// A command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// To a tab.
    Tab,
    /// Where a record leads.
    Links,
    /// What a command of the dashboard does.
    Run(Command),
}

/// A command, its names in Latvian and in English, and what is typed behind it.
pub struct Word {
    what: What,
    names: [&'static str; 2],
    argument: &'static str,
}

const fn word(what: What, latvian: &'static str, english: &'static str, argument: &'static str) -> Word {
    Word { what, names: [latvian, english], argument }
}

/// Every command, in the order of the help.
pub const WORDS: &[Word] = &[
    word(What::Tab, "cilne", "tab", " N"),
    word(What::Run(Command::Mark), "atzīmēt", "mark", " [N]"),
    word(What::Links, "saites", "links", ""),
    word(What::Run(Command::Follow), "sekot", "follow", " N"),
    word(What::Run(Command::Back), "atpakaļ", "back", ""),
    word(What::Run(Command::Forward), "priekšu", "forward", ""),
    word(What::Run(Command::Copy), "kopēt", "copy", ""),
    word(What::Run(Command::CopyReference), "atsauce", "reference", ""),
    word(What::Run(Command::Source), "avots", "source", ""),
    word(What::Run(Command::Write), "piezīme", "note", ""),
    word(What::Run(Command::Intend), "nodoms", "intent", ""),
    word(What::Run(Command::WriteFile), "ierakstīt", "write", ""),
    word(What::Run(Command::Export), "eksportēt", "brief", " md|docx|txt|html|ics|csv|json FILE"),
    word(What::Run(Command::Meet), "sanāksme", "meeting", " [N]"),
    word(What::Run(Command::Lens), "termiņi", "due", ""),
    word(What::Run(Command::Changes), "izmaiņas", "changes", ""),
    word(What::Run(Command::Language), "valoda", "lang", " [lv|en]"),
    word(What::Run(Command::Help), "palīdzība", "help", ""),
    word(What::Run(Command::Quit), "iziet", "quit", ""),
];

impl Word {
    /// How it is typed.
    #[must_use]
    pub fn form(&self, lang: Lang) -> String {
        let file = messages(lang).own.file.to_uppercase();
        format!(":{}{}", self.name(lang), self.argument.replace("FILE", &file))
    }

    /// The letter of its key in the dashboard, where it has one to be typed; no capital, which sounds like another.
    #[must_use]
    pub fn letter(&self, keymap: &Keymap) -> Option<char> {
        let What::Run(command) = self.what else { return None };
        keymap.keys(Context::Browse, command).filter_map(Key::typed).find(char::is_ascii_lowercase)
    }

    /// What it does.
    #[must_use]
    pub fn help(&self, lang: Lang) -> &'static str {
        let words = &messages(lang).plain;
        match self.what {
            What::Tab => words.tab,
            What::Links => words.links,
            What::Run(Command::Lens) => words.due,
            What::Run(Command::Meet) => words.meeting,
            What::Run(Command::Quit) => words.quit,
            What::Run(command) => about(command).map_or("", |about| about.help(lang)),
        }
    }

    fn name(&self, lang: Lang) -> &'static str {
        let [latvian, english] = self.names;
        match lang {
            Lang::Lv => latvian,
            Lang::En => english,
        }
    }
}

/// How a command is typed.
pub fn form(what: What, lang: Lang) -> String {
    WORDS.iter().find(|word| word.what == what).map(|word| word.form(lang)).unwrap_or_default()
}

impl Line {
    /// What `typed` means; names of commands are taken in both languages, and the nearest is named in `lang`.
    #[must_use]
    pub fn read(typed: &str, lang: Lang, keymap: &Keymap) -> Self {
        let typed = typed.trim();
        match typed {
            "" | "+" => return Self::More,
            "-" => return Self::Less,
            "q" => return Self::Word(What::Run(Command::Quit), String::new()),
            "?" => return Self::Word(What::Run(Command::Help), String::new()),
            _ => {}
        }
        if let Some(query) = typed.strip_prefix('/') {
            return Self::Ask(query.trim().to_owned());
        }
        let Some(command) = typed.strip_prefix(':') else {
            let is_number = typed.chars().all(|letter| letter.is_ascii_digit());
            return if is_number { Self::Open(typed.to_owned()) } else { Self::Ask(typed.to_owned()) };
        };
        let command = command.trim();
        if tab(command).is_some() {
            return Self::Word(What::Tab, command.to_owned());
        }
        let (name, rest) = command.split_once(char::is_whitespace).unwrap_or((command, ""));
        match named(name, keymap) {
            Some(what) => Self::Word(what, rest.trim().to_owned()),
            None => Self::Unknown(name.to_owned(), nearest(name, lang)),
        }
    }
}

/// How what a key does is typed, without what may stand behind it.
pub fn named_as(command: Command, lang: Lang) -> Option<String> {
    if command == Command::Quit {
        return Some("q".to_owned());
    }
    let word = WORDS.iter().find(|word| word.what == What::Run(command))?;
    Some(format!(":{}", word.name(lang)))
}

/// What is answered to a question; none where the line is no answer.
pub fn answer(typed: &str) -> Option<bool> {
    match fold(typed.trim()).as_str() {
        "j" | "ja" | "y" | "yes" => Some(true),
        "" | "n" | "ne" | "no" => Some(false),
        _ => None,
    }
}

/// The tab of this number or name.
pub fn tab(typed: &str) -> Option<Tab> {
    let wanted = fold(typed);
    let is_it = |tab: &Tab| {
        let names = [Lang::Lv, Lang::En].map(|lang| messages(lang).tabs.get(tab.index()).copied().unwrap_or_default());
        tab.number().to_string() == wanted || names.iter().any(|name| fold(name) == wanted)
    };
    Tab::ALL.into_iter().find(is_it)
}

/// The command of this name, or of this letter, which is its key in the dashboard.
fn named(name: &str, keymap: &Keymap) -> Option<What> {
    let folded = fold(name);
    let by_name = WORDS.iter().find(|word| word.names.iter().any(|known| fold(known) == folded));
    let letter = || {
        let mut letters = name.chars();
        let command = keymap.resolve(Context::Browse, Key::plain(KeyCode::Char(letters.next()?)));
        let what = What::Run(command.filter(|_| letters.next().is_none())?);
        WORDS.iter().find(|word| word.what == what)
    };
    by_name.or_else(letter).map(|word| word.what)
}

/// The name that is typed with the fewest slips, at most two of them, or that goes on as the word begins.
fn nearest(name: &str, lang: Lang) -> Option<&'static str> {
    const SLIPS: usize = 2;
    let folded = fold(name);
    let slips = |known: &str| {
        let known = fold(known);
        let begins = folded.chars().count() > 1 && known.starts_with(&folded);
        if begins { Some(0) } else { distance(&folded, &known, SLIPS.min(known.len() / 2)) }
    };
    // Named as it was nearly typed, whichever language that was; of two as near, in the language that is shown.
    let other = lang.other();
    let names = WORDS.iter().flat_map(|word| [word.name(lang), word.name(other)]);
    let near = names.filter_map(|known| Some((slips(known)?, known)));
    near.min_by_key(|(slips, _)| *slips).map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(command: Command, rest: &str) -> Line {
        Line::Word(What::Run(command), rest.to_owned())
    }

    #[test]
    fn a_line_is_a_number_a_query_or_a_command() {
        for (typed, line) in [
            ("", Line::More),
            (" + ", Line::More),
            ("-", Line::Less),
            ("3", Line::Open("3".into())),
            ("2.4.1", Line::Ask("2.4.1".into())),
            ("-kvantu", Line::Ask("-kvantu".into())),
            ("/2027", Line::Ask("2027".into())),
            ("partneris:ua", Line::Ask("partneris:ua".into())),
            (":mark 2", run(Command::Mark, "2")),
            (":ATZIMET 2", run(Command::Mark, "2")),
            (": atzīmēt", run(Command::Mark, "")),
            (":y", run(Command::Copy, "")),
            (":r", run(Command::CopyReference, "")),
            (":L", run(Command::Language, "")),
            (":brief md a b.md", run(Command::Export, "md a b.md")),
            ("q", run(Command::Quit, "")),
            (":q", run(Command::Quit, "")),
            (":tēmas", Line::Word(What::Tab, "tēmas".into())),
            (":darba kartiba", Line::Word(What::Tab, "darba kartiba".into())),
            (":tab 3", Line::Word(What::Tab, "3".into())),
            (":5", Line::Word(What::Tab, "5".into())),
        ] {
            assert_eq!(Line::read(typed, Lang::Lv, &Keymap::default()), line, "{typed}");
        }
    }

    #[test]
    fn a_command_that_is_nearly_typed_is_named() {
        for (typed, lang, nearest) in [
            ("makr", Lang::En, Some("mark")),
            ("sorce", Lang::Lv, Some("source")),
            ("atzim", Lang::Lv, Some("atzīmēt")),
            ("folow", Lang::En, Some("follow")),
            ("xyzzy", Lang::En, None),
            ("j", Lang::En, None),
        ] {
            assert_eq!(
                Line::read(&format!(":{typed} 1"), lang, &Keymap::default()),
                Line::Unknown(typed.into(), nearest),
                "{typed}"
            );
        }
    }

    #[test]
    fn every_name_means_one_thing() {
        let names = WORDS.iter().flat_map(|word| word.names.map(|name| (fold(name), word.what)));
        let mut names: Vec<_> = names.collect();
        for (name, what) in names.clone() {
            assert_eq!(named(&name, &Keymap::default()), Some(what), "{name}");
            assert_eq!(tab(&name), None, "{name}");
        }
        names.sort_by(|a, b| a.0.cmp(&b.0));
        assert!(names.windows(2).all(|pair| pair[0].0 != pair[1].0));
    }
}
