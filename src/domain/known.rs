//! What the files together define, to which each of them may refer.

use std::collections::HashSet;
use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use super::contents::Contents;
use super::fault::Problem;
use super::id::{GlossaryId, PartnerCode, RecordId};

/// Ids of all files together, to which a file may refer.
#[derive(Debug)]
pub struct Known<'a> {
    left_out: &'a HashSet<String>,
    files: Vec<&'a Contents>,
    /// Of all the files; put together when first asked for: nearly all that is referred to is a theme, a partner or a term.
    records: OnceLock<FxHashSet<RecordId>>,
    themes: FxHashSet<&'a RecordId>,
    partners: FxHashSet<&'a PartnerCode>,
    terms: FxHashSet<&'a GlossaryId>,
}

impl<'a> Known<'a> {
    /// What `files` define; the records, partners and terms of the names `left_out` were left out.
    #[must_use]
    pub fn of(files: impl IntoIterator<Item = &'a Contents>, left_out: &'a HashSet<String>) -> Self {
        let (files, records) = (files.into_iter().collect(), OnceLock::new());
        let (themes, partners, terms) = (FxHashSet::default(), FxHashSet::default(), FxHashSet::default());
        let mut known = Self { left_out, files, records, themes, partners, terms };
        for contents in &known.files {
            match contents {
                Contents::Document(file) => known.themes.extend(file.themes.iter().map(|theme| &theme.id)),
                Contents::Partners(file) => known.partners.extend(file.partners.iter().map(|partner| &partner.code)),
                Contents::Glossary(file) => known.terms.extend(file.entries.iter().map(|entry| &entry.id)),
                _ => {}
            }
        }
        known
    }

    pub(super) fn no_record(&self, id: &RecordId) -> Option<Problem> {
        let records =
            self.records.get_or_init(|| self.files.iter().flat_map(|file| record_ids(file)).cloned().collect());
        (!records.contains(id)).then(|| self.absent(id.as_str(), Problem::UnknownRecord))
    }

    pub(super) fn no_theme(&self, id: &RecordId) -> Option<Problem> {
        let problem = || self.no_record(id).unwrap_or_else(|| Problem::NotATheme(id.to_string()));
        (!self.themes.contains(id)).then(problem)
    }

    pub(super) fn no_partner(&self, code: &PartnerCode) -> Option<Problem> {
        (!self.partners.contains(code)).then(|| self.absent(code.as_str(), Problem::UnknownPartner))
    }

    pub(super) fn no_term(&self, id: &GlossaryId) -> Option<Problem> {
        (!self.terms.contains(id)).then(|| self.absent(id.as_str(), Problem::UnknownTerm))
    }

    fn absent(&self, name: &str, unknown: fn(String) -> Problem) -> Problem {
        if self.left_out.contains(name) { Problem::LeftOut(name.to_owned()) } else { unknown(name.to_owned()) }
    }
}

/// Every id of a record that `contents` defines.
#[must_use]
pub fn record_ids(contents: &Contents) -> Vec<&RecordId> {
    match contents {
        Contents::Document(file) => {
            let mut ids = vec![&file.document.id];
            ids.extend(file.themes.iter().map(|theme| &theme.id));
            ids.extend(file.actions.iter().map(|action| &action.id));
            ids
        }
        Contents::Meeting(file) => {
            let meeting = &file.meeting;
            let mut ids = vec![&file.document.id, &meeting.id];
            ids.extend(meeting.chronology.iter().map(|event| &event.id));
            ids.extend(meeting.context.iter().map(|context| &context.id));
            for item in &meeting.agenda {
                ids.push(&item.id);
                ids.extend(item.positions.iter().map(|position| &position.id));
                ids.extend(item.open_questions.iter().map(|question| &question.id));
            }
            ids.extend(meeting.milestones.iter().map(|milestone| &milestone.id));
            ids.extend(meeting.people.iter().map(|person| &person.id));
            ids
        }
        Contents::Later(file) => file.later.iter().map(|later| &later.id).collect(),
        Contents::Partners(_) | Contents::Glossary(_) | Contents::Links(_) => Vec::new(),
    }
}
