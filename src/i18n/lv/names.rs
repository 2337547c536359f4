//! Names of kinds and states.

use crate::domain::RecordKind;
use crate::domain::timeline::State;
use crate::domain::vocabulary::{GlossaryKind, PartnerKind};

pub fn kind(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Document => "Dokuments",
        RecordKind::Theme => "Tēma",
        RecordKind::Action => "Darbība",
        RecordKind::Meeting => "Sanāksme",
        RecordKind::Event => "Notikums",
        RecordKind::Context => "Konteksts",
        RecordKind::Item => "Jautājums",
        RecordKind::Position => "Pozīcija",
        RecordKind::Question => "Atklāts jautājums",
        RecordKind::Milestone => "Atskaites punkts",
        RecordKind::Person => "Persona",
        RecordKind::Partner => "Partneris",
        RecordKind::Term => "Glosārijs",
    }
}

pub fn state(state: State) -> &'static str {
    match state {
        State::NotStarted => "vēl nav sācies",
        State::OpenEnded => "beigas nav noteiktas",
        State::Running => "rit",
        State::EndsThisYear => "beidzas šogad",
        State::EndsThisQuarter => "beidzas šajā ceturksnī",
        State::PastWindow => "termiņš pagājis (nenozīmē ne izpildi, ne kavējumu)",
        State::Uncertain => "nav skaidrs, vai notiks",
    }
}

pub fn partner_kind(kind: PartnerKind) -> &'static str {
    match kind {
        PartnerKind::Country => "valsts",
        PartnerKind::Territory => "teritorija",
        PartnerKind::Economy => "ekonomika",
        PartnerKind::Region => "reģions",
        PartnerKind::Group => "valstu grupa",
        PartnerKind::Organisation => "organizācija",
        PartnerKind::Company => "uzņēmums",
        PartnerKind::Programme => "programma",
        PartnerKind::Process => "process",
        PartnerKind::Scope => "tvērums",
        PartnerKind::Unresolved => "nav noskaidrots",
    }
}

pub fn glossary_kind(kind: GlossaryKind) -> &'static str {
    match kind {
        GlossaryKind::Act => "tiesību akts",
        GlossaryKind::Programme => "programma",
        GlossaryKind::Body => "iestāde",
        GlossaryKind::Process => "process",
        GlossaryKind::Term => "termins",
    }
}
