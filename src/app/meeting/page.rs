//! An item of a meeting in lines: what one is to say first, the background folded under it.
//!
//! Takes what a briefing says of the record, so that the screen and the paper cannot disagree.

use jiff::civil::Date as Day;
use unicode_width::UnicodeWidthStr;

use crate::app::command::Command;
use crate::app::cut::told_apart;
use crate::app::flow::point::{DASH, hanging, point};
use crate::app::flow::{FlowLine, Piece, Tone};
use crate::app::keymap::{Context, Keymap};
use crate::briefing::{Briefing, Entry, Languages, Line, Part, Section, Setting};
use crate::card::{Layer, shown_number};
use crate::domain::annotations::{Annotations, Depth, Grouping, Intent, Slot};
use crate::domain::{Dataset, Lang, Pace, Record, RecordId};
use crate::i18n::{Messages, messages};

/// Least columns of a title beside a time span.
const LEAST_TITLE: usize = 16;

/// What is to be said, in its order.
const SAID: [Part; 3] = [Part::Objective, Part::Points, Part::IfRaised];

/// The same, then the note, and what is linked.
const ABOVE: [Part; 5] = [Part::Objective, Part::Points, Part::IfRaised, Part::Note, Part::Linked];

/// What is folded: first what has become of what is said.
const BELOW: [Part; 5] = [Part::Later, Part::Background, Part::InFull, Part::Warnings, Part::Outside];

/// The same where nothing is said: first what it is about.
const INSTEAD: [Part; 5] = [Part::Background, Part::InFull, Part::Warnings, Part::Outside, Part::Later];

/// An item in lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// The lines.
    pub lines: Vec<FlowLine>,
    /// What one will do at it.
    pub intent: Option<Intent>,
    /// How long it takes to say what is to be said; none where that is nothing.
    pub estimate: Option<Estimate>,
    /// Handling markings of the papers it draws on.
    pub markings: Vec<String>,
    /// Whether the item is not in the data any more, and is shown as it was.
    pub is_gone: bool,
    /// The lines on which other records stand, and these.
    linked: Vec<(usize, RecordId)>,
    /// The line of the background, and whether it is open; none where there is none.
    fold: Option<(usize, bool)>,
}

/// How long it takes to say what is to be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Estimate {
    /// In seconds.
    pub seconds: usize,
    /// The longest time, in seconds, where it is passed.
    pub passed: Option<usize>,
}

/// The room a page has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Columns.
    pub width: usize,
    /// Rows.
    pub rows: usize,
    /// Whether the rows are too few for blank ones.
    pub is_tight: bool,
}

impl Page {
    /// The record that a line stands for, where it stands for one.
    #[must_use]
    pub fn linked_at(&self, line: usize) -> Option<&RecordId> {
        self.linked.iter().find(|(at, _)| *at == line).map(|(_, record)| record)
    }

    /// The records that it links, from the top.
    pub fn linked(&self) -> impl Iterator<Item = &RecordId> {
        self.linked.iter().map(|(_, record)| record)
    }

    /// Whether it has a background.
    #[must_use]
    pub fn has_background(&self) -> bool {
        self.fold.is_some()
    }

    /// Whether that is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.fold.is_some_and(|(_, is_open)| is_open)
    }

    /// The line at which the background begins.
    pub(crate) fn background(&self) -> Option<usize> {
        self.fold.map(|(line, _)| line)
    }
}

/// How close together the lines stand.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Spacing {
    /// A blank line only under the title.
    Tight,
    /// One between the blocks too.
    Even,
    /// One between the points too.
    Airy,
}

/// What a page depends on besides its record and the window.
#[derive(Clone, Copy)]
pub(super) struct Terms<'a> {
    pub lang: Lang,
    pub today: Day,
    pub pace: Pace,
    pub keymap: &'a Keymap,
}

/// The page of a record; the background is open where that is asked for, or where there is nothing to say.
pub(super) fn page(
    dataset: &Dataset,
    own: &Annotations,
    record: Record<'_>,
    terms: Terms<'_>,
    is_open: Option<bool>,
    room: Room,
) -> Page {
    let Terms { lang, today, pace, keymap } = terms;
    let setting = Setting {
        depth: Some(Depth::Whole),
        grouping: Some(Grouping::None),
        has_notes: true,
        pace,
        ..Setting::new(Languages::One(lang), today)
    };
    let scope = [record.id().clone()];
    let briefing = Briefing::build(dataset, own, &scope, &setting);
    let Some(entry) = briefing.entries().next() else { return Page::default() };
    let over = |spacing| {
        let width = room.width;
        let words = messages(lang);
        let (lines, linked) = (Vec::new(), Vec::new());
        let mut writer = Writer { dataset, lang, words, keymap, width, spacing, lines, linked };
        writer.above(entry, record);
        writer
    };
    // The line of the background stands below, and a blank one before it.
    let fits = |writer: &Writer<'_>| writer.lines.len() + 2 <= room.rows;
    let densest = if room.is_tight { Spacing::Tight } else { Spacing::Even };
    let mut writer = [Spacing::Airy, Spacing::Even].into_iter().map(over).find(fits).unwrap_or_else(|| over(densest));
    let fold = writer.below(entry, is_open);
    let markings = briefing.markings.clone();
    Page {
        lines: writer.lines,
        linked: writer.linked,
        intent: entry.intent,
        estimate: estimate(&briefing, entry, lang),
        markings,
        fold,
        ..Page::default()
    }
}

/// What is said whatever happens counts, or what is said if it is raised where one speaks only then.
fn estimate(briefing: &Briefing, entry: &Entry, lang: Lang) -> Option<Estimate> {
    let speaking = briefing.speaking(lang);
    let is_if_raised = entry.intent == Some(Intent::IfRaised);
    let seconds = if is_if_raised { speaking.seconds_if_raised() } else { speaking.seconds() };
    let limit = speaking.limit.and_then(|minutes| usize::try_from(minutes).ok()).map(|minutes| minutes * 60);
    (seconds > 0).then(|| Estimate { seconds, passed: limit.filter(|limit| seconds > *limit) })
}

struct Writer<'a> {
    dataset: &'a Dataset,
    lang: Lang,
    words: &'static Messages,
    keymap: &'a Keymap,
    width: usize,
    spacing: Spacing,
    lines: Vec<FlowLine>,
    linked: Vec<(usize, RecordId)>,
}

impl Writer<'_> {
    /// Title, what is to be said, the note, what is linked.
    fn above(&mut self, entry: &Entry, record: Record<'_>) {
        let lead = if entry.number.is_empty() { String::new() } else { format!("{}  ", entry.number) };
        self.hanging((&lead, Tone::Number), &plain(entry.title.in_lang(self.lang), self.words), Tone::Heading);
        if !matches!(record, Record::Item(_)) {
            entry.facts.iter().for_each(|fact| self.led(fact, "", Tone::Text(Layer::Document)));
        }
        self.line([]);
        let mut remark = "";
        for section in sections(entry, &ABOVE) {
            let said = section.remark.in_lang(self.lang);
            // How old a position is stands over the first of its blocks, in the words of a heading.
            let heading = match section.part {
                Part::Points if !said.is_empty() => said.to_owned(),
                Part::Note => (self.words.own.slot)(Slot::Note).to_owned(),
                _ if !said.is_empty() && said != remark => {
                    format!("{} ({said})", plain(section.title.in_lang(self.lang), self.words))
                }
                // Where everything of the user's looks like it, the short word will do.
                _ if section.part == Part::Objective => (self.words.own.slot)(Slot::Objective).to_owned(),
                _ => plain(section.title.in_lang(self.lang), self.words),
            };
            if !said.is_empty() {
                remark = said;
            }
            let (over, text) = tones(section);
            match section.lines.as_slice() {
                [line] if section.part == Part::Objective && self.spacing == Spacing::Tight => {
                    self.hanging((&format!("{heading}  "), over), line.text.in_lang(self.lang), text);
                }
                _ => {
                    self.heading(&heading, over);
                    self.section(section);
                }
            }
        }
    }

    /// The background: a line that says it is there, or all of it. Where it stands, and whether it is open.
    fn below(&mut self, entry: &Entry, is_open: Option<bool>) -> Option<(usize, bool)> {
        let is_said = sections(entry, &SAID).next().is_some();
        let folded: Vec<&Section> = sections(entry, if is_said { &BELOW } else { &INSTEAD }).collect();
        let is_open = is_open.unwrap_or(!is_said);
        if folded.is_empty() {
            return None;
        }
        self.gap();
        let line = self.lines.len();
        if !is_open {
            let words = &self.words.meeting;
            let key = self.keymap.keys(Context::Meeting, Command::Background).next();
            let key = key.map(|key| key.to_string()).unwrap_or_default();
            let has_later = folded.iter().any(|section| section.part == Part::Later);
            let text = if has_later { (words.folded_with_later)(&key) } else { (words.folded)(&key) };
            self.hanging(("", Tone::Label), &text, Tone::Label);
        }
        for section in folded.into_iter().filter(|_| is_open) {
            let heading = match section.part {
                Part::Background => self.words.meeting.background.to_owned(),
                _ => plain(section.title.in_lang(self.lang), self.words),
            };
            self.heading(&heading, tones(section).0);
            self.section(section);
        }
        Some((line, is_open))
    }

    fn section(&mut self, section: &Section) {
        if section.part == Part::Linked {
            return self.linked(section);
        }
        let tone = tones(section).1;
        let is_list = section.part != Part::Note && (section.part != Part::Objective || section.lines.len() > 1);
        let options = self.words.labels.options;
        for (index, line) in section.lines.iter().enumerate() {
            let is_answer = line.lead.in_lang(self.lang) == options;
            if index > 0 && self.spacing == Spacing::Airy && SAID.contains(&section.part) && !is_answer {
                self.line([]);
            }
            let answer = " ".repeat(DASH.width());
            self.led(
                line,
                if is_answer {
                    &answer
                } else if is_list {
                    DASH
                } else {
                    ""
                },
                tone,
            );
        }
    }

    /// A heading of a block, with room before it, unless that is there.
    fn heading(&mut self, text: &str, tone: Tone) {
        self.gap();
        self.hanging(("", tone), text, tone);
    }

    fn gap(&mut self) {
        if self.spacing > Spacing::Tight && self.lines.last().is_some_and(|line| !line.pieces.is_empty()) {
            self.line([]);
        }
    }

    /// A line behind a dash, its own lead quiet before it.
    fn led(&mut self, line: &Line, dash: &str, tone: Tone) {
        let lead = line.opening_in(self.lang);
        self.lines.extend(point(dash, &lead, line.text.in_lang(self.lang), tone, self.width));
    }

    /// Records that bear on the item, each in one line: number, title, time span.
    fn linked(&mut self, section: &Section) {
        let (dataset, words, width) = (self.dataset, self.words, self.width);
        let ids = section.lines.iter().filter_map(|line| line.record.as_ref());
        let records: Vec<Record<'_>> = ids.filter_map(|id| dataset.record(id)).collect();
        let column = records.iter().map(|record| number_of(*record).width() + 2).max().unwrap_or(0);
        // In a narrow window the title needs the room more.
        let badge = |record: &Record<'_>| match record {
            Record::Action(action) => Some(format!("  {}", (words.badge)(&action.timeline))),
            _ => None,
        };
        let fits = |badge: &String| column + LEAST_TITLE + badge.width() <= width;
        let badges: Vec<String> = records.iter().map(|record| badge(record).filter(fits).unwrap_or_default()).collect();
        let room = |badge: &String| width.saturating_sub(column + badge.width());
        let titles: Vec<(&str, usize)> =
            records.iter().zip(&badges).map(|(record, badge)| (record.title(self.lang), room(badge))).collect();
        for ((record, title), badge) in records.iter().zip(told_apart(&titles)).zip(&badges) {
            let number = format!("{:<column$}", number_of(*record));
            let fill = " ".repeat(if badge.is_empty() { 0 } else { room(badge).saturating_sub(title.width()) });
            let title = (title, Tone::Text(Layer::Document));
            self.linked.push((self.lines.len(), record.id().clone()));
            self.line([(number, Tone::Number), title, (fill + badge, Tone::Badge)]);
        }
    }

    fn hanging(&mut self, lead: (&str, Tone), text: &str, tone: Tone) {
        self.lines.extend(hanging(lead, text, tone, self.width));
    }

    fn line(&mut self, pieces: impl IntoIterator<Item = (String, Tone)>) {
        let pieces = pieces.into_iter().filter(|(text, _)| !text.is_empty()).map(piece).collect();
        self.lines.push(FlowLine { pieces, link: None });
    }
}

fn piece((text, tone): (String, Tone)) -> Piece {
    Piece { text, tone }
}

/// The sections of an entry that are of these sorts, in this order; of one sort the user's own words first, since they are
/// what one says.
fn sections<'a>(entry: &'a Entry, parts: &'a [Part]) -> impl Iterator<Item = &'a Section> {
    parts.iter().flat_map(move |part| {
        let of = move |is_own| {
            entry
                .sections
                .iter()
                .filter(move |section| section.part == *part && (section.card_layer() == Layer::Own) == is_own)
        };
        of(true).chain(of(false))
    })
}

/// Tones of a section's heading and of its text.
fn tones(section: &Section) -> (Tone, Tone) {
    let layer = section.card_layer();
    let heading = if layer == Layer::Document { Tone::Label } else { Tone::Section(layer) };
    (heading, Tone::Text(layer))
}

/// A heading without the sign that is explained on paper.
fn plain(text: &str, words: &Messages) -> String {
    text.strip_suffix(words.briefing.ours).unwrap_or(text).to_owned()
}

/// The number of a record; a mark where it has none.
fn number_of(record: Record<'_>) -> &str {
    Some(shown_number(record)).filter(|number| !number.is_empty()).unwrap_or("·")
}
