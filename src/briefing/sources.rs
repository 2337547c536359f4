//! Where it says so: document, page and lines.

use super::build::Composer;
use super::{Line, Wording};
use crate::domain::annotations::Depth;
use crate::domain::records::{Document, Source};
use crate::domain::{Record, RecordId};

impl<'a> Composer<'a> {
    /// The places of a record and of what its entry tells, a line for each paper; then those of linked actions that are no
    /// entries themselves.
    pub(super) fn sources(&self, record: Record<'a>, depth: Depth) -> Vec<Line> {
        let told = match depth {
            Depth::Whole => self.told(record),
            Depth::Short | Depth::Title => super::entry::quoted(record),
        };
        let mut lines: Vec<Line> =
            self.papers_of(&told).iter().map(|(paper, places)| self.source(paper, places)).collect();
        if let (Record::Document(paper), true) = (record, lines.is_empty()) {
            lines.push(Line {
                url: self.address_of(paper),
                ..Line::of(self.say(|lang, _| paper.citation.in_lang(lang).to_owned()))
            });
        }
        if depth != Depth::Whole {
            return lines;
        }
        for (other, _) in self.linked(record) {
            if !matches!(other, Record::Action(_)) || self.scope.contains(other.id()) {
                continue;
            }
            for (paper, places) in self.papers_of(std::slice::from_ref(other.id())) {
                let line = self.source(paper, &places);
                // An address that stands above is not said again.
                let is_said = lines.iter().any(|known| known.url == line.url);
                let url = if is_said { String::new() } else { line.url };
                lines.push(Line { lead: Wording::own(other.id().number()), url, ..line });
            }
        }
        lines
    }

    /// The places of a record alone.
    pub(super) fn sources_of(&self, id: &RecordId) -> Vec<Line> {
        let papers = self.papers_of(std::slice::from_ref(id));
        papers.iter().map(|(paper, places)| self.source(paper, places)).collect()
    }

    /// The places of some records by the papers they stand in.
    fn papers_of(&self, ids: &[RecordId]) -> Vec<(&'a Document, Vec<Source>)> {
        let mut papers: Vec<(&Document, Vec<Source>)> = Vec::new();
        for id in ids {
            let (Some(record), Some(paper)) = (self.dataset.record(id), self.dataset.document_of(id)) else { continue };
            if record.source().is_empty() {
                continue;
            }
            let places = record.source().iter().cloned();
            match papers.iter_mut().find(|(known, _)| known.id == paper.id) {
                Some((_, known)) => known.extend(places),
                None => papers.push((paper, places.collect())),
            }
        }
        for (_, places) in &mut papers {
            places.sort_by_key(|place| (place.page, place.lines));
        }
        papers
    }

    fn source(&self, paper: &Document, places: &[Source]) -> Line {
        let text = self.say(|lang, words| (words.source)(paper.citation.in_lang(lang), places));
        Line { url: self.address_of(paper), ..Line::of(text) }
    }

    /// The paper's address in the first language of the briefing that it has one for.
    fn address_of(&self, paper: &Document) -> String {
        let urls =
            self.languages().each().iter().filter_map(|lang| paper.urls.iter().find(|url| &*url.lang == lang.code()));
        urls.map(|url| address(&url.url)).next().unwrap_or_default()
    }
}

/// An address that may be followed from a document; empty for any other.
pub(super) fn address(url: &str) -> String {
    let is_plain = url.chars().all(|c| c.is_ascii_graphic() && !"<>\"'\\^`{|}".contains(c));
    let is_public = url.starts_with("https://") || url.starts_with("http://");
    if is_plain && is_public { url.to_owned() } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_public_address_is_followed() {
        assert_eq!(address("https://a.eu/x?y=CELEX:1"), "https://a.eu/x?y=CELEX:1");
        for bad in ["javascript:alert(1)", "file:///etc/passwd", "https://a.eu/\"onload", "https://a b"] {
            assert_eq!(address(bad), "", "{bad}");
        }
    }
}
