//! Plain counts of the actions: by theme, sort of time span, partner and year of end.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::Dataset;
use super::id::{PartnerCode, RecordId};
use super::records::{Action, PartnerRole};
use super::timeline::TimelineKind;

/// How the actions of one paper are spread.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// How many there are.
    pub actions: usize,
    /// Under each theme and sub-theme of the paper.
    pub themes: Vec<(RecordId, usize)>,
    /// With each sort of time span.
    pub timelines: Vec<(TimelineKind, usize)>,
    /// By year of end.
    pub ends: Vec<(Option<i16>, usize)>,
    /// With each partner.
    pub partners: Vec<(PartnerCode, Mentions)>,
}

impl Figures {
    /// Counts the actions of a paper.
    #[must_use]
    pub fn of(dataset: &Dataset, paper: &RecordId) -> Self {
        let is_of_it = |id: &RecordId| id.collection() == paper.as_str();
        let actions: Vec<&Action> = dataset.actions().filter(|action| is_of_it(&action.id)).collect();
        Self {
            actions: actions.len(),
            themes: by_theme(dataset).into_iter().filter(|(theme, _)| is_of_it(theme)).collect(),
            timelines: by_timeline(actions.iter().copied()),
            ends: by_year_of_end(actions.iter().copied()),
            partners: by_partner(dataset, actions.iter().copied()),
        }
    }
}

/// How many actions have a partner, and how many only name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mentions {
    /// Actions of which it is a partner.
    pub partner: usize,
    /// Further actions that name it.
    pub named: usize,
}

/// Actions under each theme and sub-theme, in printed order; those of a sub-theme count for its theme too.
#[must_use]
pub fn by_theme(dataset: &Dataset) -> Vec<(RecordId, usize)> {
    dataset.themes().iter().map(|theme| (theme.id.clone(), dataset.count_under(&theme.id))).collect()
}

/// Actions with each sort of time span that occurs, in the order of [`TimelineKind`].
#[must_use]
pub fn by_timeline<'a>(actions: impl IntoIterator<Item = &'a Action>) -> Vec<(TimelineKind, usize)> {
    let mut counts = BTreeMap::new();
    for action in actions {
        *counts.entry(action.timeline.kind).or_default() += 1;
    }
    counts.into_iter().collect()
}

/// Actions with each partner that an action has or names, in the order of the vocabulary.
///
/// Only what stands in the row: what a member has through its group is for [`Concerns`](super::concerns::Concerns) to say.
#[must_use]
pub fn by_partner<'a>(
    dataset: &Dataset,
    actions: impl IntoIterator<Item = &'a Action>,
) -> Vec<(PartnerCode, Mentions)> {
    let mut counts: FxHashMap<&PartnerCode, Mentions> = FxHashMap::default();
    let mut roles: Vec<(&PartnerCode, bool)> = Vec::new();
    for action in actions {
        for partner in &action.partners {
            let is_partner = partner.role == PartnerRole::Partner;
            match roles.iter_mut().find(|(code, _)| *code == &partner.code) {
                Some((_, known)) => *known |= is_partner,
                None => roles.push((&partner.code, is_partner)),
            }
        }
        for (code, is_partner) in roles.drain(..) {
            let mentions = counts.entry(code).or_default();
            *if is_partner { &mut mentions.partner } else { &mut mentions.named } += 1;
        }
    }
    let codes = dataset.partners().iter().map(|partner| &partner.code);
    codes.filter_map(|code| Some((code.clone(), *counts.get(code)?))).collect()
}

/// Actions by the year in which they end, those without a stated end last.
#[must_use]
pub fn by_year_of_end<'a>(actions: impl IntoIterator<Item = &'a Action>) -> Vec<(Option<i16>, usize)> {
    let mut counts: BTreeMap<(bool, Option<i16>), usize> = BTreeMap::new();
    for action in actions {
        let year = action.timeline.end.map(super::date::Date::year);
        *counts.entry((year.is_none(), year)).or_default() += 1;
    }
    counts.into_iter().map(|((_, year), count)| (year, count)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store;

    fn dataset() -> Dataset {
        store::load(None).dataset
    }

    #[test]
    fn the_annex_has_fifty_actions_under_six_themes_and_four_sub_themes() {
        let counts = by_theme(&dataset());
        let counts: Vec<_> = counts.iter().map(|(theme, count)| (theme.number(), *count)).collect();
        let expected = [
            ("1", 5),
            ("2", 21),
            ("2.1", 8),
            ("2.2", 3),
            ("2.3", 5),
            ("2.4", 5),
            ("3", 9),
            ("4", 5),
            ("5", 6),
            ("6", 4),
        ];
        assert_eq!(counts, expected);
    }

    #[test]
    fn nine_sorts_of_time_span_occur() {
        let expected = [
            (TimelineKind::Ongoing, 27),
            (TimelineKind::OngoingWindow, 11),
            (TimelineKind::OngoingUntil, 2),
            (TimelineKind::Window, 5),
            (TimelineKind::Quarter, 1),
            (TimelineKind::Deadline, 1),
            (TimelineKind::StartPossible, 1),
            (TimelineKind::Potential, 1),
            (TimelineKind::RecurringAnnual, 1),
        ];
        assert_eq!(by_timeline(dataset().actions()), expected);
    }

    #[test]
    fn ends_are_spread_over_six_years_and_most_actions_state_none() {
        let expected = [
            (Some(2025), 1),
            (Some(2026), 3),
            (Some(2027), 9),
            (Some(2028), 1),
            (Some(2029), 1),
            (Some(2030), 6),
            (None, 27 + 1 + 1),
        ];
        assert_eq!(by_year_of_end(dataset().actions()), expected);
    }

    #[test]
    fn each_partner_has_as_many_actions_as_the_annex_gives_it() {
        let dataset = dataset();
        let counts: FxHashMap<String, Mentions> = by_partner(&dataset, dataset.actions())
            .into_iter()
            .map(|(code, mentions)| (code.to_string(), mentions))
            .collect();
        for (code, partner, named) in [
            ("JP", 10, 1),
            ("UA", 7, 0),
            ("IN", 6, 0),
            ("MD", 6, 0),
            ("CA", 5, 1),
            ("KR", 5, 2),
            ("US", 4, 1),
            ("AU", 2, 0),
            ("GB", 2, 0),
            ("BR", 2, 0),
            ("SG", 2, 1),
            ("CR", 2, 0),
            ("TW", 1, 1),
            ("CN", 1, 1),
            ("ZA", 0, 1),
            ("IT", 0, 1),
            ("m49:419", 7, 1),
            ("m49:002", 3, 1),
            ("grp:wb6", 5, 0),
            ("grp:g7", 0, 4),
            ("scope:multilateral", 12, 0),
            ("scope:global", 9, 0),
        ] {
            assert_eq!(counts[code], Mentions { partner, named }, "{code}");
        }
        assert!(!counts.contains_key("TR"), "no action names Türkiye");
    }

    #[test]
    fn each_paper_has_figures_of_its_own_actions_only() {
        let dataset = dataset();
        let figures = dataset.figures(&RecordId::new("ids25")).expect("a plan");
        assert_eq!(figures.actions, 50);
        assert_eq!((figures.themes.len(), figures.timelines.len(), figures.ends.len()), (10, 9, 7));
        assert!(dataset.figures(&RecordId::new("iz-2014-09")).is_none(), "a note has no actions");
    }

    #[test]
    fn counts_come_in_the_order_of_the_vocabulary() {
        let dataset = dataset();
        let codes: Vec<_> = by_partner(&dataset, dataset.actions()).into_iter().map(|(code, _)| code).collect();
        let mut vocabulary = dataset.partners().iter().map(|partner| &partner.code);
        assert!(codes.iter().all(|code| vocabulary.any(|known| known == code)));
    }
}
