//! Which records name which partner, and which groups and regions stand above it: an index, built once.
//!
//! The answer read from it is a [`Ladder`](super::ladder::Ladder). Groups are never expanded in the index: a record belongs
//! to the partners it names, and what a group's membership adds to them is said as such.

use rustc_hash::FxHashMap;

use jiff::civil::Date as Day;

use super::Dataset;
use super::date::{Date, Span};
use super::id::{PartnerCode, RecordId};
use super::record::{Named, Record};
use super::records::PartnerRole;
use super::vocabulary::PartnerKind;

/// Scopes that take in every partner.
const WORLDWIDE: [&str; 2] = ["scope:global", "scope:multilateral"];

/// Who is named where.
///
/// Takes in actions, events, milestones and meetings. The author of a paper is not concerned by it for that alone.
#[derive(Debug, Default)]
pub struct Concerns {
    /// Records that name a partner, in printed order.
    pub(super) records: Vec<RecordId>,
    /// The same records by their ends, those without one last; equal ends in printed order.
    pub(super) by_end: Vec<u32>,
    /// Partners in the order of the vocabulary.
    pub(super) partners: Vec<Concerned>,
    /// Global and multilateral scope, as far as the vocabulary has them.
    pub(super) worldwide: Vec<u32>,
    slots: FxHashMap<PartnerCode, u32>,
}

/// A partner with the records that name it and the partners it belongs to.
#[derive(Debug)]
pub(super) struct Concerned {
    pub(super) code: PartnerCode,
    pub(super) is_scope: bool,
    pub(super) members_as_of: Option<Date>,
    /// In printed order, each record once.
    pub(super) mentions: Vec<Mention>,
    /// In how many of them it is a partner, and in how many only named.
    named: (usize, usize),
    pub(super) members: Vec<u32>,
    /// Groups it is a member of, and groups those are members of.
    pub(super) groups: Vec<u32>,
    /// Regions it lies in, and regions those lie in.
    pub(super) regions: Vec<u32>,
}

/// A record that names a partner.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mention {
    /// Its place in [`Concerns::records`].
    pub(super) record: u32,
    pub(super) role: PartnerRole,
    /// Whether all members are meant, and not only those the record goes on to name.
    pub(super) is_whole: bool,
}

/// A partner inside a group or region that is named where the group or region is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inside<'a> {
    /// The country, body or smaller group.
    pub partner: &'a PartnerCode,
    /// In how many records.
    pub records: usize,
}

impl Concerns {
    /// Reads who is named where out of `dataset`.
    #[must_use]
    pub fn of(dataset: &Dataset) -> Self {
        let mut concerns = Self::default();
        for partner in dataset.partners() {
            let slot = concerns.slot_of(&partner.code);
            let Some(concerned) = concerns.partners.get_mut(slot as usize) else { continue };
            concerned.is_scope = partner.kind == PartnerKind::Scope;
            concerned.members_as_of = partner.members_as_of;
        }
        concerns.relate(dataset);
        let mut ends = Vec::new();
        for record in dataset.records() {
            let named = record.named();
            if named.is_empty() {
                continue;
            }
            let place = index(concerns.records.len());
            concerns.records.push(record.id().clone());
            ends.push(end_of(record));
            for Named { code, role, is_whole } in named {
                concerns.mention(code, Mention { record: place, role, is_whole });
            }
        }
        for partner in &mut concerns.partners {
            let direct = partner.mentions.iter().filter(|mention| mention.role == PartnerRole::Partner).count();
            partner.named = (direct, partner.mentions.len() - direct);
        }
        concerns.by_end = (0..index(ends.len())).collect();
        concerns.by_end.sort_by_key(|&place| {
            let end = ends.get(place as usize).copied().flatten();
            (end.is_none(), end)
        });
        concerns.worldwide = WORLDWIDE.iter().filter_map(|code| concerns.place(&PartnerCode::new(*code))).collect();
        concerns
    }

    fn relate(&mut self, dataset: &Dataset) {
        let slots = |codes: &[PartnerCode]| -> Vec<u32> { codes.iter().filter_map(|code| self.place(code)).collect() };
        let members: Vec<Vec<u32>> = dataset.partners().iter().map(|partner| slots(&partner.members)).collect();
        let within: Vec<Vec<u32>> = dataset.partners().iter().map(|partner| slots(&partner.within)).collect();
        let mut groups: Vec<Vec<u32>> = vec![Vec::new(); members.len()];
        for (group, members) in (0..).zip(&members) {
            for &member in members {
                groups.get_mut(member as usize).into_iter().for_each(|above| above.push(group));
            }
        }
        for ((place, concerned), members) in (0..).zip(&mut self.partners).zip(members) {
            concerned.groups = closure(&groups, place);
            concerned.regions = closure(&within, place);
            concerned.members = members;
        }
    }

    /// Where a partner stands; one that no vocabulary names is put at the end.
    fn slot_of(&mut self, code: &PartnerCode) -> u32 {
        let next = index(self.partners.len());
        let slot = *self.slots.entry(code.clone()).or_insert(next);
        if slot == next {
            self.partners.push(Concerned {
                code: code.clone(),
                is_scope: false,
                members_as_of: None,
                mentions: Vec::new(),
                named: (0, 0),
                members: Vec::new(),
                groups: Vec::new(),
                regions: Vec::new(),
            });
        }
        slot
    }

    fn mention(&mut self, code: &PartnerCode, mention: Mention) {
        let slot = self.slot_of(code);
        let Some(concerned) = self.partners.get_mut(slot as usize) else { return };
        match concerned.mentions.last_mut() {
            Some(last) if last.record == mention.record => {
                last.is_whole |= mention.is_whole;
                if mention.role == PartnerRole::Partner {
                    last.role = mention.role;
                }
            }
            _ => concerned.mentions.push(mention),
        }
    }

    pub(super) fn place(&self, code: &PartnerCode) -> Option<u32> {
        self.slots.get(code).copied()
    }

    pub(super) fn partner(&self, place: u32) -> Option<&Concerned> {
        self.partners.get(place as usize)
    }

    fn mentions(&self, place: u32) -> &[Mention] {
        self.partner(place).map_or(&[], |partner| &partner.mentions)
    }

    /// In how many records `code` is a partner, and in how many it is only named.
    #[must_use]
    pub fn named(&self, code: &PartnerCode) -> (usize, usize) {
        self.place(code).and_then(|place| self.partner(place)).map_or((0, 0), |partner| partner.named)
    }

    /// Records that name a group or region and mean all of it.
    pub(super) fn whole(&self, place: u32) -> impl Iterator<Item = &Mention> {
        self.mentions(place).iter().filter(|mention| mention.is_whole)
    }

    /// Partners inside a group or region that are named where it is not.
    ///
    /// They are no part of its ladder: what is done with Brazil is not done with Latin America.
    #[must_use]
    pub fn inside(&self, code: &PartnerCode) -> Vec<Inside<'_>> {
        let Some(place) = self.place(code) else { return Vec::new() };
        let mut is_own = vec![false; self.records.len()];
        let place_of = |mention: &Mention| mention.record as usize;
        self.mentions(place).iter().for_each(|mention| is_own[place_of(mention)] = true);
        let lies_inside = |partner: &&Concerned| partner.groups.contains(&place) || partner.regions.contains(&place);
        let inside = self.partners.iter().filter(|partner| partner.code != *code).filter(lies_inside);
        let elsewhere = inside.map(|partner| Inside {
            partner: &partner.code,
            records: partner.mentions.iter().filter(|mention| !is_own[place_of(mention)]).count(),
        });
        elsewhere.filter(|inside| inside.records > 0).collect()
    }

    pub(super) fn record(&self, place: u32) -> Option<&RecordId> {
        self.records.get(place as usize)
    }
}

/// Everything above `start`, however far, in the order of the vocabulary; `start` itself is not.
fn closure(above: &[Vec<u32>], start: u32) -> Vec<u32> {
    let mut found: Vec<u32> = Vec::new();
    let mut waiting = vec![start];
    while let Some(place) = waiting.pop() {
        for &next in above.get(place as usize).into_iter().flatten() {
            if next != start && !found.contains(&next) {
                found.push(next);
                waiting.push(next);
            }
        }
    }
    found.sort_unstable();
    found
}

fn end_of(record: Record<'_>) -> Option<Day> {
    match record {
        Record::Action(action) => action.timeline.last_day(),
        _ => record.date().map(Span::last_day),
    }
}

fn index(length: usize) -> u32 {
    u32::try_from(length).expect("files that fit in memory hold fewer records")
}
