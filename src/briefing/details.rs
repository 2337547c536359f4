//! What of a record a table has columns for: theme, partners, time span, place in its document.

use serde::Serialize;

use super::Wording;
use super::build::Composer;
use crate::card::actors;
use crate::domain::records::{PartnerRole, Source};
use crate::domain::timeline::{Certainty, TimelineKind};
use crate::domain::{Date, Record, Span};

/// What a record is asked for first, each apart from the rest.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Details {
    /// Theme it stands under, those above it before.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub theme: Wording,
    /// Its partners.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub partners: Wording,
    /// When it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<TimeSpan>,
    /// Where it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

/// A time span and how far it binds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TimeSpan {
    /// As printed; empty where nothing is.
    pub raw: String,
    /// What sort of span it is, of an action.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<TimelineKind>,
    /// When it starts, as exact as it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Date>,
    /// When it ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// Whether it binds: "only a possibility", "indicative", "planned"; empty where nothing is held back.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub reservation: Wording,
}

/// Where a record stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Place {
    /// The paper.
    pub document: Wording,
    /// Pages, from 1; none where the text has none.
    pub pages: Vec<u32>,
    /// First and last lines, both included.
    pub lines: Vec<[u32; 2]>,
}

impl<'a> Composer<'a> {
    pub(super) fn details(&self, record: Record<'a>) -> Details {
        let (theme, partners) = match record {
            Record::Action(action) => (
                self.theme_of(action).unwrap_or_default(),
                self.say(|lang, _| actors(self.dataset, action, PartnerRole::Partner, lang)),
            ),
            _ => Default::default(),
        };
        Details { theme, partners, time: self.time(record), place: self.place(record) }
    }

    fn time(&self, record: Record<'_>) -> Option<TimeSpan> {
        let none = Wording::default;
        match record {
            Record::Action(action) => {
                let timeline = &action.timeline;
                let document = self.dataset.document_of(&action.id);
                let is_indicative = timeline.end.is_some() && document.is_some_and(|document| document.indicative);
                let reservation = self.say(|_, words| {
                    let certainty = Some((words.certainty)(timeline.certainty));
                    let certainty = certainty.filter(|_| timeline.certainty != Certainty::Firm);
                    certainty
                        .into_iter()
                        .chain(is_indicative.then_some(words.indicative))
                        .collect::<Vec<_>>()
                        .join("; ")
                });
                let (raw, kind) = (timeline.raw.to_string(), Some(timeline.kind));
                Some(TimeSpan { raw, kind, start: timeline.start, end: timeline.end, reservation })
            }
            Record::Meeting(meeting) => Some(dated(Some(&meeting.raw), Some(meeting.date), none())),
            Record::Event(event) => Some(dated(event.raw.as_deref(), event.date, none())),
            Record::Milestone(milestone) => {
                let planned = self.say(|_, words| words.labels.planned.to_lowercase());
                Some(dated(milestone.raw.as_deref(), milestone.planned, planned))
            }
            _ => None,
        }
        .filter(|time| !time.raw.is_empty() || time.start.is_some() || time.end.is_some())
    }

    fn place(&self, record: Record<'_>) -> Option<Place> {
        let places = record.source();
        let paper = self.dataset.document_of(record.id()).filter(|_| !places.is_empty())?;
        let mut pages: Vec<u32> = places.iter().filter_map(|place| place.page).collect();
        pages.dedup();
        let document = self.say(|lang, _| paper.citation.in_lang(lang).to_owned());
        Some(Place { document, pages, lines: Source::ranges(places) })
    }
}

fn dated(raw: Option<&str>, span: Option<Span>, reservation: Wording) -> TimeSpan {
    let end = span.map(|span| span.to.unwrap_or(span.from));
    TimeSpan {
        raw: raw.unwrap_or_default().to_owned(),
        kind: None,
        start: span.map(|span| span.from),
        end,
        reservation,
    }
}
