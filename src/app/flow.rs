//! A card flowed into lines of a given width, before any colour is known.
//!
//! Both scrolling and drawing count in these lines, so that they cannot disagree.

mod chart;
pub mod point;

use rustc_hash::FxHashMap;
use textwrap::{Options, WordSplitter};
use unicode_width::UnicodeWidthStr;

use crate::card::{Block, Card, Layer};
use crate::domain::RecordId;

/// Below this width a label stands before its text instead of in a column of its own.
const LABEL_COLUMN_FROM: usize = 36;

/// Before the further lines of a text that begins beside its label.
const RUN_IN: &str = "  ";

/// Least columns of a title beside a time span.
const LEAST_TITLE: usize = 16;

/// A line of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FlowLine {
    /// What stands on it, from the left.
    pub pieces: Vec<Piece>,
    /// The link it belongs to, counted from 0 over the card.
    pub link: Option<usize>,
}

/// A run of text of one tone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Its tone.
    pub tone: Tone,
}

/// What a run of text is, for its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Text of a layer.
    Text(Layer),
    /// Title of the record.
    Heading,
    /// Number of a record.
    Number,
    /// Label of a field.
    Label,
    /// Heading of a group.
    Section(Layer),
    /// Text that leads somewhere.
    Link,
    /// Time span at the end of a line.
    Badge,
    /// Bar of a chart.
    Bar,
}

/// A card in lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Flow {
    /// The lines.
    pub lines: Vec<FlowLine>,
    /// Its links, from the top.
    pub links: Vec<Link>,
}

/// A link of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The record it leads to.
    pub target: RecordId,
    /// The number it is followed by, from 1: that of its place in [`Card::targets`].
    pub number: usize,
}

/// Columns left of a text in which each of `count` links has its number, with one for a marker behind it.
#[must_use]
pub fn margin(count: usize) -> usize {
    // Two digits at least, so that the text stays where it is from one record to the next.
    count.to_string().len().max(2) + 1
}

impl Flow {
    /// How many places it leads to.
    #[must_use]
    pub fn places(&self) -> usize {
        self.links.iter().map(|link| link.number).max().unwrap_or(0)
    }

    /// The link whose first line is the one at `index`.
    #[must_use]
    pub fn link_beginning_at(&self, index: usize) -> Option<&Link> {
        let link = self.lines.get(index)?.link?;
        let before = index.checked_sub(1).and_then(|before| self.lines.get(before)?.link);
        self.links.get(link).filter(|_| before != Some(link))
    }
}

impl FlowLine {
    /// The text of the line without its tones.
    #[must_use]
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

/// Flows `card` into lines of at most `width` columns.
#[must_use]
pub fn flow(card: &Card, width: usize) -> Flow {
    let mut writer = FlowWriter::new(card, width);
    writer.numbers = card.targets().into_iter().zip(1..).collect();
    card.blocks.iter().for_each(|block| writer.block(block));
    writer.flow
}

/// The same as plain text, each line ended.
#[must_use]
pub fn plain(flow: &Flow) -> String {
    flow.lines.iter().fold(String::new(), |text, line| text + line.text().trim_end() + "\n")
}

struct FlowWriter<'a> {
    flow: Flow,
    numbers: FxHashMap<&'a RecordId, usize>,
    width: usize,
    label_column: usize,
    number_column: usize,
    charts: chart::Columns,
}

impl FlowWriter<'_> {
    fn new(card: &Card, width: usize) -> Self {
        let widest = |of: fn(&Block) -> usize| card.blocks.iter().map(of).max().unwrap_or(0);
        let label = widest(|block| match block {
            Block::Pair { label, .. } => label.width() + 2,
            _ => 0,
        });
        let number = widest(|block| match block {
            Block::Link { number, .. } => number.width() + 1,
            _ => 0,
        });
        let charts = card.blocks.iter().filter_map(|block| match block {
            Block::Chart(counts) => Some(counts),
            _ => None,
        });
        let charts: Vec<_> = charts.collect();
        Self {
            flow: Flow::default(),
            numbers: FxHashMap::default(),
            charts: chart::Columns::of(&charts, width),
            width,
            label_column: if width >= LABEL_COLUMN_FROM { label } else { 0 },
            number_column: number.min(width / 3),
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Gap => self.line(Vec::new(), None),
            Block::Heading { number, title } => {
                let lead = if number.is_empty() { String::new() } else { format!("{number}  ") };
                self.hanging((&lead, Tone::Number), title, Tone::Heading, None);
                self.line(Vec::new(), None);
            }
            Block::Rung(heading) => self.hanging(("", Tone::Label), heading, Tone::Section(Layer::Document), None),
            Block::Section(name, layer) => self.hanging(("", Tone::Label), name, Tone::Section(*layer), None),
            Block::Text(text, layer) => self.hanging(("", Tone::Label), text, Tone::Text(*layer), None),
            Block::Pair { label, text, target } => {
                let link = target.as_ref().map(|target| self.add_target(target));
                let tone = if link.is_some() { Tone::Link } else { Tone::Text(Layer::Document) };
                if self.fits_beside_labels(text) {
                    let lead = format!("{label:<width$}", width = self.label_column);
                    self.hanging((&lead, Tone::Label), text, tone, link);
                } else if label.is_empty() {
                    self.hanging((RUN_IN, Tone::Label), text, tone, link);
                } else {
                    self.run_in(&format!("{label}: "), text, tone, link);
                }
            }
            Block::Point { lead, text, layer } => {
                self.flow.lines.extend(point::point(point::DASH, lead, text, Tone::Text(*layer), self.width));
            }
            Block::Chart(counts) => self.flow.lines.extend(chart::lines(counts, self.charts)),
            Block::Link { target, number, text, badge } => {
                let link = self.add_target(target);
                let lead = format!("{number:<width$}", width = self.number_column);
                self.link(&lead, text, badge, link);
            }
        }
    }

    /// Whether a text stands in a column beside its label; not an address that would be broken there and is whole below.
    fn fits_beside_labels(&self, text: &str) -> bool {
        let widest = text.split_whitespace().map(UnicodeWidthStr::width).max().unwrap_or(0);
        let is_whole_below = widest + RUN_IN.width() <= self.width;
        self.label_column > 0 && (widest + self.label_column <= self.width || !is_whole_below)
    }

    fn add_target(&mut self, target: &RecordId) -> usize {
        let number = self.numbers.get(target).copied().unwrap_or(0);
        self.flow.links.push(Link { target: target.clone(), number });
        self.flow.links.len() - 1
    }

    fn line(&mut self, pieces: Vec<Piece>, link: Option<usize>) {
        self.flow.lines.push(FlowLine { pieces, link });
    }

    /// A lead, then the text in a column of its own beside it.
    fn hanging(&mut self, lead: (&str, Tone), text: &str, tone: Tone, link: Option<usize>) {
        let lines = point::hanging(lead, text, tone, self.width);
        self.flow.lines.extend(lines.into_iter().map(|line| FlowLine { link, ..line }));
    }

    /// A label and its text as one paragraph, further lines indented.
    fn run_in(&mut self, label: &str, text: &str, tone: Tone, link: Option<usize>) {
        let options = options(self.width).subsequent_indent(RUN_IN);
        for (index, part) in textwrap::wrap(&format!("{label}{text}"), options).into_iter().enumerate() {
            let pieces = match part.strip_prefix(label.trim_end()) {
                Some(rest) if index == 0 => vec![(label.trim_end().to_owned(), Tone::Label), (rest.to_owned(), tone)],
                _ => vec![(part.into_owned(), tone)],
            };
            self.line(pieces.into_iter().map(piece).collect(), link);
        }
    }

    /// A number, a text, and a time span at the right edge of the first line.
    fn link(&mut self, lead: &str, text: &str, badge: &str, link: usize) {
        // In a narrow pane the title needs the room more.
        let badge = if lead.width() + badge.width() + LEAST_TITLE > self.width { "" } else { badge };
        let badge_room = if badge.is_empty() { 0 } else { badge.width() + 1 };
        let text_width = self.width.saturating_sub(lead.width() + badge_room);
        for (index, part) in wrapped(text, text_width).into_iter().enumerate() {
            let fill = " ".repeat(text_width.saturating_sub(part.width()) + 1);
            let mut pieces = match index {
                0 => vec![(lead.to_owned(), Tone::Number), (part, Tone::Link)],
                _ => vec![(" ".repeat(lead.width()), Tone::Number), (part, Tone::Link)],
            };
            if index == 0 && !badge.is_empty() {
                pieces.push((format!("{fill}{badge}"), Tone::Badge));
            }
            self.line(pieces.into_iter().map(piece).collect(), Some(link));
        }
    }
}

fn piece((text, tone): (String, Tone)) -> Piece {
    Piece { text, tone }
}

/// Words are broken at blanks only: an address cut at a hyphen could not be copied.
fn options<'a>(width: usize) -> Options<'a> {
    Options::new(width).break_words(true).word_splitter(WordSplitter::NoHyphenation)
}

/// `text` in lines of at most `width` columns.
#[must_use]
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    textwrap::wrap(text, options(width.max(4))).into_iter().map(std::borrow::Cow::into_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card() -> Card {
        let target = RecordId::new("ids25/T2.4");
        Card {
            blocks: vec![
                Block::Heading {
                    number: "2.4.1".into(), title: "ES un Japānas kvantiskās datošanas sadarbība".into()
                },
                Block::Pair {
                    label: "Tēma".into(),
                    text: "2.4 Kvantiska datošana".into(),
                    target: Some(target.clone()),
                },
                Block::Text("Garš teksts ar dažiem vārdiem, kas neietilpst vienā rindā.".into(), Layer::Document),
                Block::Link {
                    target,
                    number: "Q1".into(),
                    text: "IANA funkciju nodošana".into(),
                    badge: "26-29".into(),
                },
            ],
        }
    }

    #[test]
    fn no_line_is_wider_than_the_pane_and_no_word_is_lost() {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        for width in [18, 20, 38, 60, 120] {
            let flow = flow(&card(), width);
            let all: String = flow.lines.iter().map(|line| line.text() + " ").collect();
            assert!(flow.lines.iter().all(|line| line.text().width() <= width), "{width}");
            if width >= 20 {
                let found = words(&all);
                assert!(
                    words("neietilpst vienā rindā. funkciju nodošana").iter().all(|word| found.contains(word)),
                    "{width}"
                );
            }
        }
    }

    #[test]
    fn links_are_counted_from_the_top() {
        let flow = flow(&card(), 60);
        let numbers: Vec<usize> = flow.links.iter().map(|link| link.number).collect();
        assert_eq!(numbers, [1, 1], "both lead to the same place");
        let linked: Vec<_> = flow.lines.iter().filter_map(|line| line.link).collect();
        assert_eq!(linked.first(), Some(&0));
        assert_eq!(linked.last(), Some(&1));
    }
}
