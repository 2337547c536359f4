//! Where it says so: document, page and lines.

use super::build::Composer;
use super::{Line, Wording};
use crate::domain::annotations::Depth;
use crate::domain::parts::{places, quoted};
use crate::domain::records::{Document, Source};
use crate::domain::{Record, RecordId};

impl<'a> Composer<'a> {
    /// The places of a record and of what its entry tells, a line for each paper; then those of linked actions that are no
    /// entries themselves.
    pub(super) fn sources(&self, record: Record<'a>, depth: Depth) -> Vec<Line> {
        let told = self.cited(record, depth);
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
        for other in self.linked_actions(record) {
            for (paper, places) in self.papers_of(std::slice::from_ref(other)) {
                let line = self.source(paper, &places);
                // An address that stands above is not said again.
                let is_said = lines.iter().any(|known| known.url == line.url);
                let url = if is_said { String::new() } else { line.url };
                lines.push(Line { lead: Wording::own(other.number()), url, ..line });
            }
        }
        lines
    }

    fn cited(&self, record: Record<'a>, depth: Depth) -> Vec<RecordId> {
        match depth {
            Depth::Whole => self.told(record),
            Depth::Short | Depth::Title => quoted(record),
        }
    }

    /// Linked actions that are no entries themselves.
    fn linked_actions(&self, record: Record<'a>) -> impl Iterator<Item = &'a RecordId> {
        let linked = self.linked(record).into_iter().map(|(other, _)| other);
        let actions = linked.filter(|other| matches!(other, Record::Action(_)) && !self.scope.contains(other.id()));
        actions.map(Record::id)
    }

    /// What is counted as a line in the papers that some entries cite.
    pub(super) fn counted(&self, entries: &[RecordId]) -> Wording {
        let mut cited: Vec<RecordId> = Vec::new();
        for record in entries.iter().filter_map(|id| self.dataset.record(id)) {
            let depth = self.depth_of(record.id());
            cited.extend(self.cited(record, depth));
            cited.extend(self.linked_actions(record).filter(|_| depth == Depth::Whole).cloned());
        }
        let places = cited.iter().filter_map(|id| self.dataset.record(id)).flat_map(Record::source);
        self.counted_in(places)
    }

    /// The same of the places of a record alone.
    pub(super) fn counted_at(&self, record: Record<'_>) -> Wording {
        self.counted_in(record.source())
    }

    fn counted_in<'s>(&self, places: impl IntoIterator<Item = &'s Source>) -> Wording {
        let has_pages: Vec<bool> = places.into_iter().map(|place| place.page.is_some()).collect();
        self.say(|_, words| (words.briefing.counted)(has_pages.contains(&true), has_pages.contains(&false)))
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
            let places = places(record);
            match papers.iter_mut().find(|(known, _)| known.id == paper.id) {
                Some((_, known)) => known.extend(places),
                None => papers.push((paper, places)),
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
