//! Cards of partners and of glossary entries.

use super::{Block, ENTRIES, Layer, Writer};
use crate::domain::ladder::RungKind;
use crate::domain::records::Keywords;
use crate::domain::vocabulary::{GlossaryEntry, Partner};
use crate::domain::{GlossaryId, Record, RecordId, id};

/// Most records of a rung that are told by their numbers.
const NUMBERS: usize = 100;

impl Writer<'_> {
    pub(super) fn partner(&mut self, partner: &Partner) {
        let labels = &self.words.labels;
        self.pair(labels.kind, (self.words.partner_kind)(partner.kind));
        let codes: Vec<&str> =
            [partner.code.as_str()].into_iter().chain(partner.codes.iter().map(|code| &**code)).collect();
        self.pair(labels.codes, codes.join(", "));
        self.pair(labels.other_names, self.other_names(&partner.aliases, partner.name.in_lang(self.lang.other())));
        let regions: Vec<&str> = partner.within.iter().map(|code| self.partner_name(code)).collect();
        self.pair(labels.within, regions.join(", "));
        self.pair(labels.note, partner.note.as_ref().map_or("", |note| note.in_lang(self.lang)));
        if let Some(footnote) = &partner.footnote {
            self.pair("*", footnote.in_lang(self.lang));
        }
        if !partner.members.is_empty() {
            self.section(labels.members, Layer::Document);
            let source = partner.members_source.as_ref().map_or("", |source| source.in_lang(self.lang));
            let as_of = partner.members_as_of.map(|date| (self.words.members_as_of)(date, source));
            let names: Vec<&str> = partner.members.iter().map(|code| self.partner_name(code)).collect();
            self.text(names.join(", "));
            if let Some(as_of) = as_of {
                self.text(as_of);
            }
        }
        self.ladder(partner);
        self.inside(partner);
    }

    /// Who lies inside a group or region and is named without it, with the number of records: they are not the group's.
    fn inside(&mut self, partner: &Partner) {
        let inside = self.dataset.concerns().inside(&partner.code);
        if inside.is_empty() {
            return;
        }
        self.section(self.words.labels.inside, Layer::Document);
        for inside in inside.iter().take(ENTRIES) {
            self.link_saying(
                &id::of_partner(inside.partner),
                self.partner_name(inside.partner).to_owned(),
                inside.records.to_string(),
            );
        }
        if inside.len() > ENTRIES {
            self.text((self.words.further)(inside.len() - ENTRIES));
        }
    }

    /// What concerns the partner, from what has it as a partner down to what is for everybody; what is only for everybody
    /// or for a whole region is told by its numbers.
    fn ladder(&mut self, partner: &Partner) {
        let concerns = self.dataset.concerns();
        let Some(ladder) = concerns.ladder(&partner.code, self.order) else { return };
        for rung in &ladder.rungs {
            let via: Vec<&str> = rung.via.iter().map(|via| self.partner_name(via.code)).collect();
            let as_of = rung.via.iter().filter_map(|via| via.members_as_of).min_by_key(|date| date.last_day());
            let count = rung.records.len();
            self.heading_of_rung((self.words.rung)(rung.kind, &via.join(", "), count, as_of));
            if matches!(rung.kind, RungKind::Region | RungKind::Worldwide) {
                let numbers: Vec<&str> = rung.records.iter().take(NUMBERS).map(|id| id.number()).collect();
                let more = if count > NUMBERS { " …" } else { "" };
                self.text(format!("{}{more}", numbers.join(", ")));
                continue;
            }
            rung.records.iter().take(ENTRIES).for_each(|id| self.link(id));
            if count > ENTRIES {
                self.text((self.words.more)(count - ENTRIES));
            }
        }
    }

    fn heading_of_rung(&mut self, heading: String) {
        self.add(Block::Gap);
        self.add(Block::Rung(heading));
    }

    pub(super) fn term(&mut self, entry: &GlossaryEntry) {
        let labels = &self.words.labels;
        self.pair(labels.kind, (self.words.glossary_kind)(entry.kind));
        let (own, other) = (entry.abbreviations.in_lang(self.lang), entry.abbreviations.in_lang(self.lang.other()));
        let further = other.iter().filter(|word| !own.contains(word));
        let short: Vec<&str> = own.iter().chain(further).map(|word| &**word).collect();
        self.pair(labels.abbreviations, short.join(", "));
        self.pair(labels.other_names, self.other_names(&entry.aliases, entry.name.in_lang(self.lang.other())));
        self.pair(labels.note, entry.note.as_ref().map_or("", |note| note.in_lang(self.lang)));
        let confused: Vec<RecordId> = entry.not_to_confuse.iter().map(id::of_term).collect();
        self.links(labels.confused, &confused);
        self.links(labels.used_in, self.dataset.users_of(&entry.id).map(|action| &action.id));
    }

    /// The terms of a record, to be looked up; partners, bodies and instruments stand in its fields, which lead to them.
    pub(super) fn terms(&mut self, record: Record<'_>) {
        let Record::Action(action) = record else { return };
        let is_instrument = |term: &&GlossaryId| action.instruments.contains(term);
        let ids = action.terms.iter().filter(|term| !is_instrument(term)).map(id::of_term);
        let ids: Vec<RecordId> = ids.filter(|id| self.dataset.ordinal(id).is_some()).collect();
        self.links(self.words.labels.terms, &ids);
    }

    /// The name in the other language, then the aliases of this one.
    fn other_names(&self, aliases: &Keywords, other: &str) -> String {
        let own = aliases.in_lang(self.lang).iter().map(|name| &**name);
        [other].into_iter().chain(own).collect::<Vec<_>>().join("; ")
    }
}
