//! Actions and milestones in the order of the timeline, under the headings of one of its faces.
//!
//! Built once for a dataset, a day and a grouping; a query only picks from it.

use std::sync::Arc;

use jiff::civil::Date as Day;
use rustc_hash::FxHashMap;

use super::groups::{Common, Group, Grouping};
use super::rows::Row;
use crate::domain::due::Deadlines;
use crate::domain::records::{Action, PartnerRole};
use crate::domain::{Dataset, Date, Ordinal, PartnerCode, Record, RecordId, Span, id};

/// Rows by their record, quick to ask.
#[derive(Debug, Default)]
pub struct Answers(Vec<Option<Row>>);

impl Answers {
    /// The records of some rows.
    #[must_use]
    pub fn of(rows: &[Row]) -> Self {
        let place = |row: &Row| row.ordinal.0 as usize;
        let mut answers = vec![None; rows.iter().map(place).max().map_or(0, |last| last + 1)];
        for row in rows {
            answers.get_mut(place(row)).into_iter().for_each(|answer| *answer = Some(*row));
        }
        Self(answers)
    }

    fn row(&self, ordinal: Ordinal) -> Option<Row> {
        self.0.get(ordinal.0 as usize).copied().flatten()
    }
}

/// Everything the timeline shows with a grouping, as places only: there may be many, and all groupings are kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// The records; on the grouping by partner one stands under each of its partners.
    ordinals: Box<[Ordinal]>,
    groups: Arc<[Group]>,
    /// How many records there are.
    pub records: usize,
}

/// Rows that answer a query, under headings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picked {
    /// The rows.
    pub rows: Vec<Row>,
    /// What they stand under.
    pub groups: Vec<Group>,
    /// How many records there are.
    pub records: usize,
}

impl Arrangement {
    /// Everything the timeline shows with this grouping.
    #[must_use]
    pub fn of(grouping: Grouping, dataset: &Dataset, today: Day) -> Self {
        let (groups, ordinals) = under_headings(match grouping {
            Grouping::Theme => by_theme(dataset),
            Grouping::Partner => by_partner(dataset),
            Grouping::End => by_end(dataset),
            Grouping::Due => by_due(dataset, today),
        });
        Self { records: distinct(ordinals.iter().copied()), ordinals: ordinals.into(), groups: groups.into() }
    }

    /// All its rows.
    #[must_use]
    pub fn rows(&self) -> Arc<[Row]> {
        self.ordinals.iter().map(|ordinal| Row::listed(*ordinal, 0)).collect()
    }

    /// What they stand under.
    #[must_use]
    pub fn groups(&self) -> Arc<[Group]> {
        Arc::clone(&self.groups)
    }

    /// The rows of `answers`, under the headings that still have some.
    #[must_use]
    pub fn picked(&self, answers: &Answers) -> Picked {
        let places = |group: &Group| self.ordinals.get(group.first..group.first + group.rows).unwrap_or_default();
        let kept = self.groups.iter().flat_map(|group| {
            let rows = places(group).iter().filter_map(|ordinal| answers.row(*ordinal));
            rows.map(|row| (group.common, row))
        });
        let (groups, rows) = under_headings(kept.collect());
        Picked { records: distinct(rows.iter().map(|row| row.ordinal)), rows, groups }
    }
}

/// Things in their order, and the groups of those that follow one another with the same in common.
fn under_headings<T>(placed: Vec<(Common, T)>) -> (Vec<Group>, Vec<T>) {
    let mut groups: Vec<Group> = Vec::new();
    for (first, (common, _)) in placed.iter().enumerate() {
        match groups.last_mut() {
            Some(group) if group.common == *common => group.rows += 1,
            _ => groups.push(Group { first, rows: 1, common: *common }),
        }
    }
    (groups, placed.into_iter().map(|(_, thing)| thing).collect())
}

/// How many different records there are among some.
fn distinct(ordinals: impl Iterator<Item = Ordinal>) -> usize {
    let mut is_known: Vec<bool> = Vec::new();
    let is_new = |ordinal: &Ordinal| {
        let place = ordinal.0 as usize;
        if place >= is_known.len() {
            is_known.resize(place + 1, false);
        }
        !std::mem::replace(&mut is_known[place], true)
    };
    ordinals.filter(is_new).count()
}

/// Milestones that state a date, each with its meeting and the bodies it names.
fn milestones(dataset: &Dataset) -> impl Iterator<Item = (Ordinal, Option<Ordinal>, Span, &[PartnerCode])> {
    dataset.meetings().iter().flat_map(move |meeting| {
        let above = dataset.ordinal(&meeting.id);
        let dated = meeting.milestones.iter().filter_map(|milestone| Some((milestone, milestone.planned?)));
        dated.filter_map(move |(milestone, planned)| {
            Some((dataset.ordinal(&milestone.id)?, above, planned, &*milestone.actors))
        })
    })
}

fn actions(dataset: &Dataset) -> impl Iterator<Item = (Ordinal, &Action)> {
    // In the order of the records: looking each of them up by its id would take longer than all the rest.
    dataset.ordered().filter_map(|(ordinal, record)| match record {
        Record::Action(action) => Some((ordinal, action)),
        _ => None,
    })
}

fn common(ordinal: Option<Ordinal>) -> Common {
    ordinal.map_or(Common::Nothing, Common::Record)
}

/// Themes as printed, then meetings.
fn by_theme(dataset: &Dataset) -> Vec<(Common, Ordinal)> {
    let mut themes: FxHashMap<&RecordId, Option<Ordinal>> = FxHashMap::default();
    let mut theme_of = |id| *themes.entry(id).or_insert_with(|| dataset.ordinal(id));
    let actions = actions(dataset).map(|(ordinal, action)| (theme_of(&action.theme), ordinal));
    sorted(actions.chain(milestones(dataset).map(|(ordinal, above, _, _)| (above, ordinal))).collect())
}

/// Partners in the order of the vocabulary.
fn by_partner(dataset: &Dataset) -> Vec<(Common, Ordinal)> {
    let mut known: FxHashMap<&PartnerCode, Option<Ordinal>> = FxHashMap::default();
    let mut placed = Vec::new();
    for (ordinal, action) in actions(dataset) {
        let partners = action.partners.iter().filter(|partner| partner.role == PartnerRole::Partner);
        place(dataset, &mut known, &mut placed, ordinal, partners.map(|partner| &partner.code));
    }
    for (ordinal, _, _, bodies) in milestones(dataset) {
        place(dataset, &mut known, &mut placed, ordinal, bodies.iter());
    }
    placed.sort_unstable();
    placed.dedup();
    sorted(placed)
}

/// Puts a record under each of its partners, or under none.
fn place<'a>(
    dataset: &Dataset,
    known: &mut FxHashMap<&'a PartnerCode, Option<Ordinal>>,
    placed: &mut Vec<(Option<Ordinal>, Ordinal)>,
    ordinal: Ordinal,
    codes: impl Iterator<Item = &'a PartnerCode>,
) {
    let before = placed.len();
    placed.extend(codes.map(|code| {
        let partner = known.entry(code).or_insert_with(|| dataset.ordinal(&id::of_partner(code)));
        (*partner, ordinal)
    }));
    if placed.len() == before {
        placed.push((None, ordinal));
    }
}

/// By what stands over them, nothing last; otherwise as they come.
fn sorted(mut placed: Vec<(Option<Ordinal>, Ordinal)>) -> Vec<(Common, Ordinal)> {
    placed.sort_by_key(|(above, _)| (above.is_none(), *above));
    placed.into_iter().map(|(above, ordinal)| (common(above), ordinal)).collect()
}

/// By last day, those without a stated end last.
fn by_end(dataset: &Dataset) -> Vec<(Common, Ordinal)> {
    let of_action = |(ordinal, action): (Ordinal, &Action)| (action.timeline.end.map(Date::last_day), ordinal);
    let of_milestone = |(ordinal, _, planned, _): (_, _, Span, _)| (Some(planned.last_day()), ordinal);
    let mut placed: Vec<(Option<Day>, Ordinal)> =
        actions(dataset).map(of_action).chain(milestones(dataset).map(of_milestone)).collect();
    placed.sort_by_key(|(last, _)| (last.is_none(), *last));
    let year = |last: Option<Day>| last.map_or(Common::NoEnd, |last| Common::Year(last.year()));
    placed.into_iter().map(|(last, ordinal)| (year(last), ordinal)).collect()
}

fn by_due(dataset: &Dataset, today: Day) -> Vec<(Common, Ordinal)> {
    let deadlines = Deadlines::on(today, dataset);
    let placed = deadlines.all().iter().filter_map(|d| Some((Common::Due(d.due), dataset.ordinal(&d.record)?)));
    placed.collect()
}
