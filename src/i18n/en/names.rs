//! Names of kinds and states.

use crate::domain::RecordKind;
use crate::domain::timeline::State;
use crate::domain::vocabulary::{GlossaryKind, PartnerKind};

pub fn kind(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Document => "Document",
        RecordKind::Theme => "Theme",
        RecordKind::Action => "Action",
        RecordKind::Meeting => "Meeting",
        RecordKind::Event => "Event",
        RecordKind::Context => "Context",
        RecordKind::Item => "Agenda item",
        RecordKind::Position => "Position",
        RecordKind::Question => "Open question",
        RecordKind::Milestone => "Milestone",
        RecordKind::Person => "Person",
        RecordKind::Partner => "Partner",
        RecordKind::Term => "Glossary",
    }
}

pub fn state(state: State) -> &'static str {
    match state {
        State::NotStarted => "not started",
        State::OpenEnded => "no end stated",
        State::Running => "running",
        State::EndsThisYear => "ends this year",
        State::EndsThisQuarter => "ends this quarter",
        State::PastWindow => "past its window (which says neither done nor late)",
        State::Uncertain => "not certain to take place",
    }
}

pub fn partner_kind(kind: PartnerKind) -> &'static str {
    match kind {
        PartnerKind::Country => "country",
        PartnerKind::Territory => "territory",
        PartnerKind::Economy => "economy",
        PartnerKind::Region => "region",
        PartnerKind::Group => "group of states",
        PartnerKind::Organisation => "organisation",
        PartnerKind::Company => "company",
        PartnerKind::Programme => "programme",
        PartnerKind::Process => "process",
        PartnerKind::Scope => "scope",
        PartnerKind::Unresolved => "not clear",
    }
}

pub fn glossary_kind(kind: GlossaryKind) -> &'static str {
    match kind {
        GlossaryKind::Act => "legal act",
        GlossaryKind::Programme => "programme",
        GlossaryKind::Body => "body",
        GlossaryKind::Process => "process",
        GlossaryKind::Term => "term",
    }
}
