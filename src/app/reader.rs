//! What a document itself says at the place a record was taken from, in lines of a given width.
//!
//! The same lines are laid over the dashboard and printed by `dosje source`.

use unicode_width::UnicodeWidthStr;

use super::flow::{FlowLine, Piece, Tone, wrapped};
use super::former::Former;
use crate::card::{Layer, shown_number};
use crate::domain::kept::Unkept;
use crate::domain::passage::{Likeness, Passage, PassageLine};
use crate::domain::records::Document;
use crate::domain::{Dataset, Lang, Record, RecordId};
use crate::i18n::messages;

/// What was found at a place: the passage, no text, or why the text cannot be read.
pub type Found = Result<Option<Passage>, Unkept>;

/// Between cited lines and their numbers; a blank stands there for the lines around them.
const CITED: &str = "│";

/// Where lines are left out.
const GAP: &str = "···";

/// A document's text, laid over the dashboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// The record it was asked for at.
    pub record: RecordId,
    /// Where that is looked up.
    pub former: Former,
    /// What was found.
    pub found: Found,
    /// The same in lines of the window.
    pub page: Page,
    /// The first line on screen.
    pub scroll: usize,
}

/// Lines to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// The lines.
    pub lines: Vec<FlowLine>,
    /// The first of those that are cited.
    pub first_cited: Option<usize>,
}

impl Reader {
    /// The record and its document, as they were last.
    #[must_use]
    pub fn placed<'a>(&'a self, dataset: &'a Dataset) -> Option<(Record<'a>, &'a Document)> {
        let dataset = self.former.or(dataset);
        dataset.record(&self.record).zip(dataset.document_of(&self.record))
    }

    /// Scrolls so that `line` is the first on screen, or as near as `height` lines allow.
    pub fn scroll_to(&mut self, line: usize, height: usize) {
        self.scroll = line.min(self.page.lines.len().saturating_sub(height));
    }

    /// Scrolls to the cited lines, with one before them to show that it goes on there.
    pub fn scroll_to_cited(&mut self, height: usize) {
        let top = self.page.first_cited.filter(|line| *line >= height / 2).map_or(0, |line| line - 1);
        self.scroll_to(top, height);
    }
}

/// Where a record stands: its number, document, page, lines.
#[must_use]
pub fn place(record: Record<'_>, document: &Document, lang: Lang) -> String {
    let citation = document.citation.in_lang(lang);
    let place = match record.source() {
        [] => citation.to_owned(),
        sources => (messages(lang).source)(citation, sources),
    };
    format!("{}  {place}", shown_number(record)).trim_start().to_owned()
}

/// What was found at the place of a record, in lines of at most `width` columns.
#[must_use]
pub fn page(record: Record<'_>, document: &Document, found: &Found, lang: Lang, width: usize) -> Page {
    let words = &messages(lang).source_text;
    let mut writer = Writer { page: Page::default(), width };
    writer.text(record.title(lang), Tone::Heading);
    writer.gap();
    match found {
        Ok(Some(passage)) => {
            let warnings = [
                (passage.likeness == Likeness::Other).then(|| words.other.to_owned()),
                (passage.likeness == Likeness::Unstated).then(|| words.unstated.to_owned()),
                passage.is_too_short(record.source()).then(|| (words.too_short)(passage.count)),
            ];
            let warnings: Vec<String> = warnings.into_iter().flatten().collect();
            for warning in &warnings {
                writer.text(warning, Tone::Text(Layer::Warning));
            }
            if !warnings.is_empty() {
                writer.gap();
            }
            writer.passage(&passage.lines);
            if passage.is_cut {
                writer.text(words.cut, Tone::Text(Layer::Warning));
            }
            writer.gap();
        }
        Ok(None) => {
            writer.text(words.not_attached, Tone::Text(Layer::Document));
            writer.text(&(words.to_attach)(document.id.as_str()), Tone::Text(Layer::Document));
            writer.gap();
        }
        Err(unkept) => {
            writer.text(&(words.unread)(unkept), Tone::Text(Layer::Warning));
            writer.gap();
        }
    }
    for url in &document.urls {
        // On a line of its own, so that as many as possible stay whole.
        writer.text(&(words.address)(&url.lang), Tone::Label);
        writer.text(&url.url, Tone::Text(Layer::Document));
    }
    if !document.urls.is_empty() {
        writer.gap();
    }
    writer.text(document.provenance.in_lang(lang), Tone::Label);
    writer.page
}

struct Writer {
    page: Page,
    width: usize,
}

impl Writer {
    fn text(&mut self, text: &str, tone: Tone) {
        for part in wrapped(text, self.width) {
            self.line(vec![Piece { text: part, tone }]);
        }
    }

    fn gap(&mut self) {
        self.line(Vec::new());
    }

    fn line(&mut self, pieces: Vec<Piece>) {
        self.page.lines.push(FlowLine { pieces, link: None });
    }

    fn passage(&mut self, lines: &[PassageLine]) {
        let column = lines.last().map_or(0, |line| line.number.to_string().len());
        let mut expected = lines.first().map(|line| line.number);
        for line in lines {
            if expected != Some(line.number) {
                self.line(vec![Piece { text: format!("{GAP:>column$}"), tone: Tone::Label }]);
            }
            expected = line.number.checked_add(1);
            self.numbered(line, column);
        }
    }

    fn numbered(&mut self, line: &PassageLine, column: usize) {
        let (sign, tone) = if line.is_cited { (CITED, Tone::Text(Layer::Document)) } else { (" ", Tone::Label) };
        if line.is_cited {
            self.page.first_cited.get_or_insert(self.page.lines.len());
        }
        let room = self.width.saturating_sub(column + sign.width() + 2);
        for (index, part) in wrapped(line.text.trim_start(), room).into_iter().enumerate() {
            let number = if index == 0 { line.number.to_string() } else { String::new() };
            let lead = format!("{number:>column$} {sign} ");
            self.line(vec![Piece { text: lead, tone: Tone::Number }, Piece { text: part, tone }]);
        }
    }
}
