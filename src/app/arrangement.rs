//! Actions and milestones in the order of the timeline, under the headings of one of its faces.
//!
//! Built once for a dataset, a day and a grouping; a query only picks from it.

use std::collections::HashMap;

use jiff::civil::Date as Day;

use super::groups::{Common, Group, Grouping};
use super::view::Row;
use crate::domain::due::Deadlines;
use crate::domain::records::{Action, PartnerRole};
use crate::domain::{Dataset, Date, Ordinal, PartnerCode, Span, id};

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

    fn len(&self) -> usize {
        self.0.iter().flatten().count()
    }
}

/// Rows under headings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// The rows; on the grouping by partner a record stands under each of its partners.
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
        Self::grouped(match grouping {
            Grouping::Theme => by_theme(dataset),
            Grouping::Partner => by_partner(dataset),
            Grouping::End => by_end(dataset),
            Grouping::Due => by_due(dataset, today),
        })
    }

    /// The rows of `answers`, under the headings that still have some.
    #[must_use]
    pub fn picked(&self, answers: &Answers) -> Self {
        let rows_of = |group: &Group| self.rows.get(group.first..group.first + group.rows).unwrap_or_default();
        let placed = self.groups.iter().flat_map(|group| {
            let kept = rows_of(group).iter().filter_map(|row| answers.row(row.ordinal));
            kept.map(|row| (group.common, row))
        });
        Self::under_headings(placed.collect())
    }

    fn grouped(placed: Vec<(Common, Ordinal)>) -> Self {
        let row = |ordinal| Row { ordinal, depth: 0, is_elsewhere: false, hit: None };
        Self::under_headings(placed.into_iter().map(|(common, ordinal)| (common, row(ordinal))).collect())
    }

    fn under_headings(placed: Vec<(Common, Row)>) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        for (first, (common, _)) in placed.iter().enumerate() {
            match groups.last_mut() {
                Some(group) if group.common == *common => group.rows += 1,
                _ => groups.push(Group { first, rows: 1, common: *common }),
            }
        }
        let rows: Vec<Row> = placed.into_iter().map(|(_, row)| row).collect();
        let records = Answers::of(&rows).len();
        Self { rows, groups, records }
    }
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
    dataset.actions().iter().filter_map(|action| Some((dataset.ordinal(&action.id)?, action)))
}

fn common(ordinal: Option<Ordinal>) -> Common {
    ordinal.map_or(Common::Nothing, Common::Record)
}

/// Themes as printed, then meetings.
fn by_theme(dataset: &Dataset) -> Vec<(Common, Ordinal)> {
    let of_action = |(ordinal, action): (Ordinal, &Action)| (dataset.ordinal(&action.theme), ordinal);
    let of_milestone = |(ordinal, above, _, _)| (above, ordinal);
    sorted(actions(dataset).map(of_action).chain(milestones(dataset).map(of_milestone)).collect())
}

/// Partners in the order of the vocabulary.
fn by_partner(dataset: &Dataset) -> Vec<(Common, Ordinal)> {
    let mut known: HashMap<&PartnerCode, Option<Ordinal>> = HashMap::new();
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
    known: &mut HashMap<&'a PartnerCode, Option<Ordinal>>,
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
