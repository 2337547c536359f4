//! The answer to "what concerns this partner": records on rungs, from those that have it as a partner down to those that
//! are for everybody.
//!
//! Each record stands once, on its best rung. A group or region has the records that name it; what is done with a member
//! alone is not the group's (see [`Concerns::inside`]), and what is done with a group concerns a member through the group,
//! as far as the list of members of its day goes. A record that says by name which members it means concerns no others.

use super::concerns::{Concerned, Concerns, Mention};
use super::date::Date;
use super::id::{PartnerCode, RecordId};
use super::records::PartnerRole;

/// How a record concerns a partner; the nearest way first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RungKind {
    /// The partner is a partner of the action.
    Direct,
    /// The record names the partner, without having it as a partner.
    Named,
    /// The record names a group that takes in the partner.
    Group,
    /// The record names a region in which the partner lies.
    Region,
    /// The record is of global or multilateral scope.
    Worldwide,
}

impl RungKind {
    /// All kinds, from the top of the ladder.
    pub const ALL: [Self; 5] = [Self::Direct, Self::Named, Self::Group, Self::Region, Self::Worldwide];

    /// The word used in machine-readable output.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Named => "named",
            Self::Group => "group",
            Self::Region => "region",
            Self::Worldwide => "worldwide",
        }
    }
}

/// Order of the records on a rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Order {
    /// As printed.
    #[default]
    Number,
    /// By the last day, those without one at the end; equal ones as printed.
    Deadline,
}

/// All that concerns one partner.
///
/// Borrowed from [`Concerns`]: a ladder may hold most of the records, and a list shows few of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ladder<'a> {
    /// Rungs that hold a record, from the top; equal kinds in the order in which the vocabulary has what leads there.
    pub rungs: Vec<Rung<'a>>,
}

/// Records that concern a partner in the same way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rung<'a> {
    /// How they concern it.
    pub kind: RungKind,
    /// What leads to them: every group, region or scope the records name that takes the partner in.
    pub via: Vec<Via<'a>>,
    /// The records.
    pub records: Vec<&'a RecordId>,
}

/// A group, region or scope through which a record concerns a partner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Via<'a> {
    /// Its code.
    pub code: &'a PartnerCode,
    /// Day of the list of members that is relied on: membership changes, so it is told with the answer.
    pub members_as_of: Option<Date>,
}

impl<'a> Ladder<'a> {
    /// Rungs of one kind.
    pub fn of_kind(&self, kind: RungKind) -> impl Iterator<Item = &Rung<'a>> {
        self.rungs.iter().filter(move |rung| rung.kind == kind)
    }
}

impl Concerns {
    /// What concerns the partner `code`; `None` if neither the vocabulary nor a record has it.
    #[must_use]
    pub fn ladder(&self, code: &PartnerCode, order: Order) -> Option<Ladder<'_>> {
        let climb = self.climb(self.place(code)?);
        let via = |&place: &u32| {
            let partner = self.partner(place)?;
            Some(Via { code: &partner.code, members_as_of: partner.members_as_of })
        };
        let mut rungs: Vec<(&Step, Vec<&RecordId>)> = climb.steps.iter().map(|step| (step, Vec::new())).collect();
        let mut put = |record: u32| {
            let step = climb.reached.get(record as usize).copied().unwrap_or(UNREACHED);
            if let Some((_, records)) = (step as usize).checked_sub(1).and_then(|step| rungs.get_mut(step)) {
                records.extend(self.record(record));
            }
        };
        match order {
            Order::Number => (0..).take(self.records.len()).for_each(&mut put),
            Order::Deadline => self.by_end.iter().copied().for_each(&mut put),
        }
        rungs.retain(|(_, records)| !records.is_empty());
        rungs.sort_by(|(a, _), (b, _)| (a.kind, &a.via).cmp(&(b.kind, &b.via)));
        let rungs = rungs.into_iter().map(|(step, records)| Rung {
            kind: step.kind,
            via: step.via.iter().filter_map(via).collect(),
            records,
        });
        Some(Ladder { rungs: rungs.collect() })
    }

    fn climb(&self, place: u32) -> Climb {
        let mut climb = Climb { steps: Vec::new(), reached: vec![UNREACHED; self.records.len()] };
        let Some(partner) = self.partner(place) else { return climb };
        for (kind, role) in [(RungKind::Direct, PartnerRole::Partner), (RungKind::Named, PartnerRole::Named)] {
            climb.mark(kind, None, partner.mentions.iter().filter(|mention| mention.role == role));
        }
        let groups = self.groups_over(place, partner);
        climb.through(self, RungKind::Group, &groups, |_| true);
        self.climb_jointly(&mut climb, place, partner);
        climb.through(self, RungKind::Region, &partner.regions, |_| true);
        // Global scope tells nothing of the EU or of a way of working.
        if !partner.is_scope {
            climb.through(self, RungKind::Worldwide, &self.worldwide, |_| true);
        }
        climb
    }

    /// Groups of which the partner is a member; of a group, also those that have all its members.
    fn groups_over(&self, place: u32, partner: &Concerned) -> Vec<u32> {
        let mut groups = partner.groups.clone();
        let mut members = partner.members.iter().filter_map(|&member| self.partner(member));
        if let Some(first) = members.next() {
            let mut common = first.groups.clone();
            members.for_each(|member| common.retain(|group| member.groups.contains(group)));
            groups.extend(common);
        }
        groups.retain(|&group| group != place);
        groups.sort_unstable();
        groups.dedup();
        groups
    }

    /// Reaches what names several groups that have all members of a group between them: candidate and potential candidate
    /// countries together take in the Western Balkans.
    fn climb_jointly(&self, climb: &mut Climb, place: u32, partner: &Concerned) {
        let mut taken_in = vec![0_usize; if partner.members.is_empty() { 0 } else { self.records.len() }];
        let mut groups: Vec<u32> = Vec::new();
        for (nth, member) in partner.members.iter().filter_map(|&member| self.partner(member)).enumerate() {
            for &group in member.groups.iter().filter(|&&group| group != place) {
                groups.push(group);
                for mention in self.whole(group) {
                    if let Some(count) = taken_in.get_mut(mention.record as usize).filter(|count| **count == nth) {
                        *count += 1;
                    }
                }
            }
        }
        groups.sort_unstable();
        groups.dedup();
        let takes_in_all = |mention: &Mention| taken_in.get(mention.record as usize) == Some(&partner.members.len());
        climb.through(self, RungKind::Group, &groups, takes_in_all);
    }
}

/// No step leads to the record.
const UNREACHED: u32 = 0;

/// A way up: the steps found so far, and the step on which each record stands.
struct Climb {
    steps: Vec<Step>,
    /// By the record's place: one more than the place of its step, or [`UNREACHED`].
    reached: Vec<u32>,
}

/// What becomes a rung.
struct Step {
    kind: RungKind,
    via: Vec<u32>,
}

impl Climb {
    /// Reaches what names one of `above`; what earlier steps reached stays where it is.
    fn through(&mut self, concerns: &Concerns, kind: RungKind, above: &[u32], wanted: impl Fn(&Mention) -> bool) {
        let settled = self.steps.len();
        for &group in above {
            self.mark_beyond(settled, kind, Some(group), concerns.whole(group).filter(|mention| wanted(mention)));
        }
    }

    fn mark<'a>(&mut self, kind: RungKind, via: Option<u32>, mentions: impl Iterator<Item = &'a Mention>) {
        self.mark_beyond(self.steps.len(), kind, via, mentions);
    }

    /// Moves each record from the step it stands on to the step with one `via` more, unless it is `settled`.
    fn mark_beyond<'a>(
        &mut self,
        settled: usize,
        kind: RungKind,
        via: Option<u32>,
        mentions: impl Iterator<Item = &'a Mention>,
    ) {
        let mut next = vec![UNREACHED; self.steps.len() + 1];
        for mention in mentions {
            let Some(reached) = self.reached.get_mut(mention.record as usize) else { continue };
            let from = *reached as usize;
            if *reached != UNREACHED && from <= settled {
                continue;
            }
            if next[from] == UNREACHED {
                let before = from.checked_sub(1).and_then(|step| self.steps.get(step));
                let so_far = before.map(|step| step.via.clone()).unwrap_or_default();
                self.steps.push(Step { kind, via: so_far.into_iter().chain(via).collect() });
                next[from] = u32::try_from(self.steps.len()).expect("no more steps than records");
            }
            *reached = next[from];
        }
    }
}
