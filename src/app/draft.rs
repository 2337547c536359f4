//! A draft: the three texts of a record in one, as Markdown, and the way back.
//!
//! Nothing that was typed is lost on the way back. Text before the first heading belongs to the note; a text whose heading
//! is gone is deleted only where it stands elsewhere in the draft, so that a file cut short deletes nothing; and a line
//! that only looks like one of the draft's own is marked with a backslash.

use super::writing::Leftover;
use crate::domain::annotations::{Added, Change, Slot};
use crate::domain::mishap::MOST_WRITTEN;
use crate::domain::{Dataset, Lang, Record, RecordId, fingerprint, untrusted};
use crate::i18n::{Messages, messages};

pub use crate::domain::changes::Fate;

/// Longest draft, in bytes.
pub const LONGEST: usize = MOST_WRITTEN;

/// Begins a line of the draft's own.
const OWN: &str = "#! ";
/// Begins a heading.
const HEADING: &str = "## ";
/// Before a line of the user's that could be taken for one of the draft's.
const ESCAPE: char = '\\';

/// The texts of one record, to be edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The record.
    pub id: RecordId,
    /// What names it.
    pub title: String,
    /// The draft to begin with.
    pub text: String,
    /// Unfinished drafts that stand in it.
    pub leftovers: Vec<Leftover>,
    /// The versions of each text that it shows.
    seen: [Vec<String>; 3],
    /// Fingerprint of the record.
    on: String,
}

impl Draft {
    /// A draft of what was added to a record, and of what was left unfinished.
    #[must_use]
    pub fn new(record: Record<'_>, added: Option<&Added>, leftovers: Vec<Leftover>, lang: Lang) -> Self {
        let id = record.id().clone();
        let title = untrusted::line(&format!("{} {}", id.number(), record.title(lang))).into_owned();
        let seen = Slot::ALL.map(|slot| added.map_or_else(Vec::new, |added| added.texts(slot).all().to_vec()));
        let mut draft = Self { id, title, text: String::new(), leftovers, seen, on: record.fingerprint() };
        let mark = draft.mark();
        draft.text = match &*draft.leftovers {
            // Its author has seen what there is: it goes on where it was left.
            [leftover] if leftover.mark == mark => leftover.text.clone(),
            leftovers => {
                let unfinished = unfinished(&draft.id, &draft.seen, leftovers);
                compose(&draft.id, &draft.title, &draft.seen, &unfinished, lang)
            }
        };
        draft
    }

    /// What it holds of the unfinished ones, and where that belongs.
    pub fn taken_up(&self) -> impl Iterator<Item = (Slot, String)> {
        let unfinished = unfinished(&self.id, &self.seen, &self.leftovers);
        Slot::ALL.into_iter().zip(unfinished).flat_map(|(slot, texts)| texts.into_iter().map(move |text| (slot, text)))
    }

    /// Tells the texts that it shows.
    #[must_use]
    pub fn mark(&self) -> String {
        fingerprint::of_texts(self.seen.iter().flat_map(|seen| {
            // What is in one slot differs from what is in the next.
            seen.iter().map(String::as_str).chain(["\u{0}"])
        }))
    }

    /// What has become of the record since the draft was handed out; none where it is as it was.
    #[must_use]
    pub fn fate(&self, dataset: &Dataset) -> Option<Fate> {
        match dataset.record(&self.id) {
            None => Some(Fate::Gone),
            Some(record) => (record.fingerprint() != self.on).then_some(Fate::Changed),
        }
    }

    /// The draft without the lines at its head that name the record.
    #[must_use]
    pub fn body(&self) -> &str {
        let mut rest = self.text.as_str();
        while let Some((line, after)) = rest.split_once('\n')
            && (is_head(line, &self.id) || line.trim().is_empty())
        {
            rest = after;
        }
        rest
    }

    /// The line of the body on which writing goes on: the last that is written, else the first under the first heading.
    #[must_use]
    pub fn start(&self) -> usize {
        let written = |line: &str| !(line.trim().is_empty() || line.starts_with(OWN) || heading(line).is_some());
        let lines: Vec<&str> = self.body().split('\n').collect();
        let first = lines.iter().position(|line| heading(line).is_some()).map_or(0, |place| place + 2);
        lines.iter().rposition(|line| written(line)).unwrap_or(first)
    }

    /// The same draft with another text under its head.
    #[must_use]
    pub fn with_body(&self, body: &str) -> String {
        let head = self.text.len() - self.body().len();
        format!("{}{body}", self.text.get(..head).unwrap_or_default())
    }

    /// The same draft with more at its end, where the note stands.
    #[must_use]
    pub fn with_more(&self, text: &str) -> String {
        let more: Vec<String> = text.split('\n').map(escaped).collect();
        format!("{}\n{}\n", self.text.trim_end(), more.join("\n"))
    }

    /// What is to be changed so that the texts are those of the edited draft, and the texts that stay although their
    /// heading is gone.
    #[must_use]
    pub fn changes(&self, edited: &str) -> (Vec<Change>, Vec<Slot>) {
        let edited = untrusted::block(edited);
        let sections = read(&edited, &self.id);
        let before = compose(&self.id, "", &self.seen, &Default::default(), Lang::Lv);
        let before = read(&before, &self.id);
        let whole: Vec<String> = sections.iter().map(Section::text).collect();
        let whole = whole.join("\n\n");
        let (mut changes, mut kept) = (Vec::new(), Vec::new());
        let slots = Slot::ALL.into_iter().zip(&sections).zip(&before).zip(&self.seen);
        for (((slot, section), before), seen) in slots {
            let text = section.text();
            let mut seen = seen.clone();
            if section.has_heading {
                if section.is_like(before) {
                    continue;
                }
            } else if !seen.iter().all(|version| whole.contains(trimmed(version))) {
                kept.push(slot);
                if text.is_empty() {
                    continue;
                }
                // What was written without a heading stands beside what was there.
                seen.clear();
            }
            let is_same = match &*seen {
                [] => text.is_empty(),
                [only] => trimmed(only) == text,
                _ => false,
            };
            if !is_same {
                changes.push(Change::Write { id: self.id.clone(), slot, seen, text, on: self.on.clone() });
            }
        }
        (changes, kept)
    }
}

/// Whether an unfinished draft says anything besides what was added to its record.
#[must_use]
pub fn says_more(leftover: &Leftover, added: Option<&Added>) -> bool {
    let seen = Slot::ALL.map(|slot| added.map_or_else(Vec::new, |added| added.texts(slot).all().to_vec()));
    unfinished(&leftover.id, &seen, std::slice::from_ref(leftover)).iter().any(|texts| !texts.is_empty())
}

/// What leftovers say besides the versions there are.
fn unfinished(id: &RecordId, seen: &[Vec<String>; 3], leftovers: &[Leftover]) -> [Vec<String>; 3] {
    let mut found: [Vec<String>; 3] = Default::default();
    for leftover in leftovers {
        let text = untrusted::block(&leftover.text);
        for ((found, seen), section) in found.iter_mut().zip(seen).zip(read(&text, id)) {
            let text = section.text();
            let is_known = seen.iter().any(|version| trimmed(version) == text) || found.contains(&text);
            if !text.is_empty() && !is_known {
                found.push(text);
            }
        }
    }
    found
}

fn compose(id: &RecordId, title: &str, seen: &[Vec<String>; 3], unfinished: &[Vec<String>; 3], lang: Lang) -> String {
    let words = messages(lang);
    let mut lines = vec![format!("{OWN}{id} {title}"), format!("{OWN}{}", words.writing.head)];
    for ((slot, seen), unfinished) in Slot::ALL.into_iter().zip(seen).zip(unfinished) {
        lines.extend([String::new(), format!("{HEADING}{}", (words.own.slot)(slot)), String::new()]);
        let is_one = seen.len() + unfinished.len() < 2;
        if seen.len() + unfinished.len() == 0 && slot != Slot::Note {
            // A line to type in, apart from the heading that follows.
            lines.push(String::new());
        }
        let versions = seen.iter().zip(1..).map(|(text, number)| (text, (words.own.version)(number, seen.len())));
        let unfinished = unfinished.iter().map(|text| (text, words.writing.unfinished.to_owned()));
        for (place, (text, whose)) in versions.chain(unfinished).enumerate() {
            if place > 0 {
                lines.push(String::new());
            }
            if !is_one {
                lines.push(format!("{OWN}{whose}"));
            }
            lines.extend(text.split('\n').map(escaped));
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

/// What stands under a heading.
#[derive(Default)]
struct Section<'a> {
    has_heading: bool,
    lines: Vec<&'a str>,
}

impl Section<'_> {
    /// Its heading is there; where it was before, what follows is a paragraph of its own.
    fn open(&mut self) {
        self.has_heading = true;
        self.lines.push("");
    }

    /// The user's text, without the draft's own lines and the blank ones around it.
    fn text(&self) -> String {
        let own = self.lines.iter().filter(|line| !is_between_versions(line));
        let text: Vec<&str> = own.map(|line| unescaped(line)).collect();
        trimmed(&text.join("\n")).to_owned()
    }

    /// Whether it is as before; blanks at the ends of lines are those of an editor.
    fn is_like(&self, before: &Self) -> bool {
        let shape = |section: &Self| {
            let lines: Vec<&str> = section.lines.iter().map(|line| line.trim_end()).collect();
            trimmed(&lines.join("\n")).to_owned()
        };
        shape(self) == shape(before)
    }
}

/// What stands under each heading; what stands before the first belongs to the note.
fn read<'a>(text: &'a str, id: &RecordId) -> [Section<'a>; 3] {
    let mut sections: [Section<'a>; 3] = Default::default();
    let mut before = Vec::new();
    let mut place = None;
    let mut is_at_head = true;
    for line in text.split('\n') {
        is_at_head &= line.trim().is_empty() || is_head(line, id);
        if is_at_head {
            continue;
        }
        if let Some(slot) = heading(line) {
            place = Slot::ALL.into_iter().position(|other| other == slot);
            if let Some(section) = place.and_then(|place| sections.get_mut(place)) {
                section.open();
            }
            continue;
        }
        match place.and_then(|place| sections.get_mut(place)) {
            Some(section) => section.lines.push(line),
            None => before.push(line),
        }
    }
    let [.., note] = &mut sections;
    if before.iter().any(|line| !line.trim().is_empty()) {
        while before.last().is_some_and(|line| line.trim().is_empty()) {
            before.pop();
        }
        before.push("");
        let blank = note.lines.iter().take_while(|line| line.trim().is_empty()).count();
        note.lines.splice(..blank, before);
    }
    sections
}

fn is_head(line: &str, id: &RecordId) -> bool {
    let Some(rest) = line.strip_prefix(OWN) else { return false };
    let names_it = rest.strip_prefix(id.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    names_it || both().iter().any(|words| rest == words.writing.head)
}

/// Whether a line is one that says whose version follows.
fn is_between_versions(line: &str) -> bool {
    let Some(rest) = line.strip_prefix(OWN) else { return false };
    let numbers: Vec<usize> = rest.split(|c: char| !c.is_ascii_digit()).filter_map(|word| word.parse().ok()).collect();
    both().iter().any(|words| {
        rest == words.writing.unfinished || matches!(*numbers, [number, of] if rest == (words.own.version)(number, of))
    })
}

/// The text that stands under a heading, in either language.
fn heading(line: &str) -> Option<Slot> {
    let name = line.strip_prefix(HEADING)?.trim().to_lowercase();
    let is_it = |slot: &Slot| both().iter().any(|words| (words.own.slot)(*slot).to_lowercase() == name);
    Slot::ALL.into_iter().find(is_it)
}

fn both() -> [&'static Messages; 2] {
    [messages(Lang::Lv), messages(Lang::En)]
}

fn is_special(line: &str) -> bool {
    line.starts_with(OWN) || heading(line).is_some()
}

fn escaped(line: &str) -> String {
    let mark = if is_special(line.trim_start_matches(ESCAPE)) { "\\" } else { "" };
    format!("{mark}{line}")
}

fn unescaped(line: &str) -> &str {
    let bare = line.strip_prefix(ESCAPE).filter(|_| is_special(line.trim_start_matches(ESCAPE)));
    bare.unwrap_or(line)
}

/// A text without the blank lines around it.
fn trimmed(text: &str) -> &str {
    let mut rest = text.trim_end();
    while let Some((line, after)) = rest.split_once('\n')
        && line.trim().is_empty()
    {
        rest = after;
    }
    rest
}
