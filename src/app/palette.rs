//! The palette, which is the help too: commands with their keys, saved queries, and what can be done with them, found by
//! typing.

use super::ask::Field;
use super::command::{COMMANDS, Command};
use super::cursor::ListCursor;
use super::input::Input;
use super::keymap::{Context, Keymap};
use crate::briefing::{Format, Languages};
use crate::domain::annotations::Heading;
use crate::domain::changes::{Altered, Changes};
use crate::domain::queries::Queries;
use crate::domain::{Lang, Pace};
use crate::i18n::messages;
use crate::search::fold::fold;

/// Words that save the query under the name typed behind them, folded.
const SAVE: [&str; 2] = ["save", "saglabat"];
/// Words that give up the saved query named behind them, folded.
const FORGET: [&str; 2] = ["forget", "aizmirst"];

/// What the palette was asked for as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// A page to read, which a letter may close.
    Help,
    /// A line to type into from the first letter on.
    Commands,
    /// The forms in which the briefing can be written.
    Exports,
    /// The fields of the heading of the briefing.
    Heading,
    /// What has changed in the user's files.
    Changes,
}

/// The palette.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Palette {
    /// What it was asked for as.
    pub face: Face,
    /// Its search line.
    pub input: Input,
    /// What answers it.
    pub entries: Vec<Entry>,
    /// Selection and scroll.
    pub cursor: ListCursor,
    /// Where it was asked for.
    pub asked_in: Context,
}

/// A row of the palette.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A command, run where the palette was asked for.
    Command(Command),
    /// A saved query.
    Saved {
        /// Its name.
        name: String,
        /// The query.
        query: String,
    },
    /// Saves the query that stands; without a name the line waits for one.
    Save {
        /// The name.
        name: Option<String>,
        /// The query that stands; empty if there is none.
        query: String,
        /// The query that has the name now.
        replaced: Option<String>,
    },
    /// Gives up a saved query; without one the line waits for its name.
    Forget(Option<(String, String)>),
    /// Writes the briefing in a form.
    Export(Format, Languages),
    /// Asks for a field of the heading, in which this stands now.
    Field(Field, String),
    /// Opens a record that has changed.
    Altered(Altered),
}

/// What there is to choose from.
#[derive(Debug, Clone, Copy)]
pub struct Choice<'a> {
    /// Language.
    pub lang: Lang,
    /// Whether a record is to be picked.
    pub is_picking: bool,
    /// The user's queries.
    pub queries: &'a Queries,
    /// The query that stands in the search line; empty if there is none.
    pub standing: &'a str,
    /// What stands over the briefing.
    pub heading: &'a Heading,
    /// What has changed in the user's files.
    pub changes: &'a Changes,
    /// How fast one speaks where nothing is kept of it.
    pub pace: Pace,
    /// The keys.
    pub keymap: &'a Keymap,
}

impl Palette {
    /// The palette with nothing typed yet, and nothing in it before [`Self::search`].
    #[must_use]
    pub fn new(face: Face, asked_in: Context) -> Self {
        Self { face, input: Input::default(), entries: Vec::new(), cursor: ListCursor::default(), asked_in }
    }

    /// Whether every letter is text: a page of help is closed by some as long as nothing is typed.
    #[must_use]
    pub fn takes_letters(&self) -> bool {
        self.face != Face::Help || !self.input.text().is_empty()
    }

    /// Finds what answers the line; the selection goes to the best.
    pub fn search(&mut self, choice: Choice<'_>) {
        let typed = self.input.text();
        self.entries = match self.face {
            Face::Help | Face::Commands => entries(typed, choice),
            Face::Exports => ranked(exports(choice.lang), typed, choice),
            Face::Heading => ranked(fields(choice), typed, choice),
            Face::Changes => {
                let altered = choice.changes.records().iter().cloned().map(Entry::Altered);
                ranked(altered.collect(), typed, choice)
            }
        };
        self.cursor = ListCursor::default();
    }

    /// Whether the line begins with the word that saves or gives up a query, and a name may follow.
    #[must_use]
    pub fn awaits_name(&self) -> bool {
        let verb = without_colon(self.input.text()).split_once(char::is_whitespace).map(|(verb, _)| fold(verb));
        verb.is_some_and(|verb| SAVE.contains(&verb.as_str()) || FORGET.contains(&verb.as_str()))
    }

    /// The selected row.
    #[must_use]
    pub fn selected(&self) -> Option<&Entry> {
        self.entries.get(self.cursor.selected)
    }
}

/// Whoever knows it from elsewhere types a colon first.
fn without_colon(typed: &str) -> &str {
    typed.trim_start().trim_start_matches(':').trim_start()
}

/// The word that begins a line to save or to give up a query, in a language.
#[must_use]
pub fn word(entry: &Entry, lang: Lang) -> &'static str {
    let words = &messages(lang).queries;
    if matches!(entry, Entry::Forget(_)) { words.forget } else { words.save }
}

fn entries(typed: &str, choice: Choice<'_>) -> Vec<Entry> {
    let typed = without_colon(typed);
    let (verb, rest) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
    let (verb, rest) = (fold(verb), rest.trim());
    if SAVE.contains(&verb.as_str()) {
        return vec![to_save(rest, choice)];
    }
    let mut saved: Vec<(&String, &String)> = choice.queries.saved.iter().collect();
    saved.sort_by_cached_key(|(name, _)| fold(name));
    let saved = saved.into_iter();
    if FORGET.contains(&verb.as_str()) {
        let forget = saved.map(|(name, query)| Entry::Forget(Some((name.clone(), query.clone()))));
        return ranked(forget.collect(), rest, choice);
    }
    let mut all: Vec<Entry> =
        saved.map(|(name, query)| Entry::Saved { name: name.clone(), query: query.clone() }).collect();
    if !choice.standing.is_empty() {
        all.push(to_save("", choice));
    }
    if !choice.queries.saved.is_empty() {
        all.push(Entry::Forget(None));
    }
    let commands = COMMANDS.iter().map(|about| about.command);
    all.extend(commands.filter(|command| choice.is_picking || *command != Command::Pick).map(Entry::Command));
    ranked(all, typed, choice)
}

/// The forms of a briefing in the language shown, then in both, then in the other.
fn exports(lang: Lang) -> Vec<Entry> {
    let languages = [Languages::One(lang), Languages::Both, Languages::One(lang.other())];
    let all = languages.into_iter().flat_map(|languages| Format::ALL.map(|format| Entry::Export(format, languages)));
    all.collect()
}

fn fields(choice: Choice<'_>) -> Vec<Entry> {
    Field::ALL.map(|field| Entry::Field(field, field.value(choice.heading, choice.pace))).into()
}

/// What a form of the briefing is called, and in which languages it is.
#[must_use]
pub fn form(format: Format, languages: Languages, lang: Lang) -> String {
    let words = &messages(lang).own;
    let name = Format::ALL.iter().position(|known| *known == format).and_then(|place| words.formats.get(place));
    let of = match languages {
        Languages::One(lang) => Some(lang),
        Languages::Both => None,
    };
    format!("{}, {}", name.copied().unwrap_or_default(), (words.languages)(of))
}

/// What a field of the heading is called.
#[must_use]
pub fn label(field: Field, lang: Lang) -> &'static str {
    let words = &messages(lang).own;
    let place = Field::ALL.iter().position(|known| *known == field);
    place.and_then(|place| words.fields.get(place)).copied().unwrap_or_default()
}

/// The query that stands under a name; a name that differs only in its marks or capitals is the same.
fn to_save(name: &str, choice: Choice<'_>) -> Entry {
    let query = choice.standing.to_owned();
    let taken = choice.queries.saved.iter().find(|(other, _)| fold(other) == fold(name));
    let replaced = taken.map(|(_, query)| query.clone());
    let name = taken.map_or(name, |(name, _)| name);
    Entry::Save { name: Some(name.to_owned()).filter(|name| !name.is_empty()), query, replaced }
}

/// The entries that hold every typed word, those first in which the words stand further to the front.
fn ranked(all: Vec<Entry>, typed: &str, choice: Choice<'_>) -> Vec<Entry> {
    let wanted = fold(typed);
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let rank = |entry: &Entry| {
        let texts = texts(entry, choice);
        words.iter().map(|word| texts.iter().filter_map(|text| place(text, word)).min()).sum::<Option<u32>>()
    };
    let mut found: Vec<(u32, Entry)> =
        all.into_iter().filter_map(|entry| rank(&entry).map(|rank| (rank, entry))).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// What an entry is found by, folded; a key only whole.
fn texts(entry: &Entry, Choice { lang, keymap, .. }: Choice<'_>) -> Vec<Text> {
    let part = |text: &str| Text::Any(fold(text));
    let words = &messages(lang).queries;
    match entry {
        Entry::Command(command) => {
            let about = super::command::about(*command).into_iter();
            // Its name on the last line and the one in the settings, too.
            let names = about.flat_map(|about| [Some(about.help(lang)), about.short(lang), Some(about.id)]);
            let keys = keymap.all_keys(*command).map(|key| Text::Whole(fold(&key.to_string())));
            names.flatten().map(part).chain(keys).collect()
        }
        Entry::Saved { name, query } | Entry::Forget(Some((name, query))) => vec![part(name), part(query)],
        Entry::Save { query, .. } => vec![part(&(words.to_save_as)(query))],
        Entry::Forget(None) => vec![part(words.to_forget)],
        Entry::Export(format, languages) => {
            vec![
                part(&form(*format, *languages, lang)),
                part(&form(*format, *languages, lang.other())),
                part(format.ending()),
            ]
        }
        Entry::Field(field, value) => vec![part(label(*field, lang)), part(value)],
        Entry::Altered(altered) => {
            vec![part(altered.id.number()), part(altered.title(lang)), part((messages(lang).files.fate)(altered.fate))]
        }
    }
}

enum Text {
    Any(String),
    Whole(String),
}

/// How far to the front a word stands in a text: at its beginning, at that of a word, inside one.
fn place(text: &Text, word: &str) -> Option<u32> {
    match text {
        Text::Whole(text) => (text == word).then_some(0),
        Text::Any(text) if text.starts_with(word) => Some(0),
        Text::Any(text) if text.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(word)) => Some(1),
        Text::Any(text) => text.contains(word).then_some(2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::kept::Book;
    use crate::domain::queries::Change;

    fn found(typed: &str, standing: &str) -> Vec<Entry> {
        let mut queries = Queries::default();
        for (name, query) in [("Ķīna", "partner:CN"), ("japāna", "kvantu japāna")] {
            queries.apply(&Change::Save { name: name.to_owned(), query: query.to_owned() });
        }
        let (heading, changes) = (&Heading::default(), &Changes::default());
        let (keymap, pace, lang) = (&Keymap::default(), Pace::default(), Lang::En);
        entries(typed, Choice { lang, is_picking: false, queries: &queries, standing, heading, changes, pace, keymap })
    }

    fn forget(name: &str, query: &str) -> Entry {
        Entry::Forget(Some((name.to_owned(), query.to_owned())))
    }

    #[test]
    fn words_at_the_beginning_come_before_words_inside() {
        let first = |typed: &str| found(typed, "").into_iter().next();
        assert_eq!(first("japana"), Some(Entry::Saved { name: "japāna".into(), query: "kvantu japāna".into() }));
        assert_eq!(first("quit"), Some(Entry::Command(Command::Quit)));
        assert_eq!(first("ctrl-l"), Some(Entry::Command(Command::Redraw)));
        assert_eq!(first("the last"), Some(Entry::Command(Command::Bottom)));
    }

    #[test]
    fn a_query_is_saved_in_either_language_with_or_without_a_colon() {
        for typed in ["save Latgale", ":save  Latgale ", "SAGLABĀT Latgale", ": saglabat Latgale"] {
            let name = Some("Latgale".to_owned());
            assert_eq!(
                found(typed, "kvantu"),
                [Entry::Save { name, query: "kvantu".into(), replaced: None }],
                "{typed}"
            );
        }
    }

    #[test]
    fn a_name_that_differs_only_in_its_marks_is_the_same_name() {
        let (name, replaced) = (Some("Ķīna".to_owned()), Some("partner:CN".to_owned()));
        assert_eq!(found("save kina", "5g"), [Entry::Save { name, query: "5g".into(), replaced }]);
        assert_eq!(found(":forget kina", ""), [forget("Ķīna", "partner:CN")]);
    }

    #[test]
    fn without_a_name_the_saved_ones_are_offered() {
        assert_eq!(found(":aizmirst", ""), [forget("japāna", "kvantu japāna"), forget("Ķīna", "partner:CN")]);
        assert!(matches!(found("save", "5g").as_slice(), [Entry::Save { name: None, .. }]));
    }

    #[test]
    fn there_is_nothing_to_save_without_a_query() {
        assert!(!found("", "").iter().any(|entry| matches!(entry, Entry::Save { .. })));
        assert!(matches!(found("save a", "").as_slice(), [Entry::Save { query, .. }] if query.is_empty()));
    }
}
