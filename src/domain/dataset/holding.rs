//! What one file has put into a dataset, and the way to have it out again.
//!
//! A file that cannot be read any more is not worth a copy of all files: its records are still in the dataset.

use super::Dataset;
use crate::domain::SCHEMA_VERSION;
use crate::domain::contents::{Contents, FileKind};
use crate::domain::id::{GlossaryId, PartnerCode, RecordId};
use crate::domain::meeting::MeetingFile;
use crate::domain::overlay::{LaterFile, LinksFile};
use crate::domain::record::Record;
use crate::domain::records::DocumentFile;
use crate::domain::vocabulary::{GlossaryFile, PartnersFile};

/// The records of one file by their names.
#[derive(Debug, Clone, PartialEq)]
pub enum Holding {
    /// A document; its themes and actions bear its name.
    Document(RecordId),
    /// A meeting.
    Meeting(RecordId),
    /// Partners.
    Partners(Vec<PartnerCode>),
    /// Entries of the glossary.
    Glossary(Vec<GlossaryId>),
    /// Links, which have no names.
    Links(LinksFile),
    /// Facts that came later.
    Later(Vec<RecordId>),
}

impl Holding {
    /// What a file puts into a dataset.
    #[must_use]
    pub fn of(contents: &Contents) -> Self {
        match contents {
            Contents::Document(file) => Self::Document(file.document.id.clone()),
            Contents::Meeting(file) => Self::Meeting(file.meeting.id.clone()),
            Contents::Partners(file) => {
                Self::Partners(file.partners.iter().map(|partner| partner.code.clone()).collect())
            }
            Contents::Glossary(file) => Self::Glossary(file.entries.iter().map(|entry| entry.id.clone()).collect()),
            Contents::Links(file) => Self::Links(file.clone()),
            Contents::Later(file) => Self::Later(file.later.iter().map(|later| later.id.clone()).collect()),
        }
    }

    fn kind(&self) -> FileKind {
        match self {
            Self::Document(_) => FileKind::Document,
            Self::Meeting(_) => FileKind::Meeting,
            Self::Partners(_) => FileKind::Partners,
            Self::Glossary(_) => FileKind::Glossary,
            Self::Links(_) => FileKind::Links,
            Self::Later(_) => FileKind::Later,
        }
    }
}

impl Dataset {
    /// What a file has put into the dataset; none where its document or meeting is not there.
    #[must_use]
    pub fn contents(&self, holding: &Holding) -> Option<Contents> {
        let (schema_version, kind) = (SCHEMA_VERSION, holding.kind().word().to_owned());
        Some(match holding {
            Holding::Document(id) => {
                let Some(Record::Document(document)) = self.record(id) else { return None };
                let is_its = |record: &RecordId| record.collection() == id.as_str();
                let themes = self.themes.iter().filter(|theme| is_its(&theme.id)).cloned().collect();
                let actions = self.actions().filter(|action| is_its(&action.id)).cloned().collect();
                let document = document.clone();
                Contents::Document(Box::new(DocumentFile { schema_version, kind, document, themes, actions }))
            }
            Holding::Meeting(id) => {
                let Some(Record::Meeting(meeting)) = self.record(id) else { return None };
                let (document, meeting) = (self.document_of(id)?.clone(), meeting.clone());
                Contents::Meeting(Box::new(MeetingFile { schema_version, kind, document, meeting }))
            }
            Holding::Partners(codes) => {
                let partners = codes.iter().filter_map(|code| self.partner(code)).cloned().collect();
                Contents::Partners(PartnersFile { schema_version, kind, partners })
            }
            Holding::Glossary(ids) => {
                let entries = ids.iter().filter_map(|id| self.term(id)).cloned().collect();
                Contents::Glossary(GlossaryFile { schema_version, kind, entries })
            }
            Holding::Links(file) => Contents::Links(file.clone()),
            Holding::Later(ids) => {
                let later = self.later.iter().filter(|later| ids.contains(&later.id)).cloned().collect();
                Contents::Later(LaterFile { schema_version, kind, later })
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_has_put_in_comes_out_as_it_was() {
        let files = [
            include_str!("../../../data/partners.json"),
            include_str!("../../../data/glossary.json"),
            include_str!("../../../data/documents/ids25.json"),
            include_str!("../../../data/meetings/tte-2014-10.json"),
            include_str!("../../../data/links.json"),
            include_str!("../../../data/later.json"),
        ];
        let kinds = FileKind::ALL.into_iter();
        let files: Vec<Contents> = kinds.zip(files).map(|(kind, text)| kind.read(text).expect("sound")).collect();
        let dataset = Dataset::build(files.clone());
        for file in &files {
            assert_eq!(dataset.contents(&Holding::of(file)).as_ref(), Some(file));
        }
    }
}
