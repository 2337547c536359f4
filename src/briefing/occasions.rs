//! What of a record can stand in a calendar: days of a meeting, milestones, ends of time spans, dates in a text.

use jiff::civil::Date as Day;
use serde::Serialize;

use super::build::Composer;
use super::{Languages, Setting, Wording};
use crate::card::time_span;
use crate::domain::annotations::Annotations;
use crate::domain::meeting::{Meeting, Milestone};
use crate::domain::records::{Action, InnerDate};
use crate::domain::timeline::{Certainty, TimelineKind};
use crate::domain::{Dataset, Date, Record, RecordId, Span};
use crate::i18n::Messages;

/// Most days that an entry of a calendar lies over.
const LONGEST: i64 = 31;

/// Something that has a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Occasion {
    /// Its name among all occasions; the same whenever and however it is written.
    pub name: String,
    /// What it is.
    pub sort: Sort,
    /// The record.
    pub id: RecordId,
    /// First day.
    #[serde(serialize_with = "iso")]
    pub first: Day,
    /// Last day.
    #[serde(serialize_with = "iso")]
    pub last: Day,
    /// Whether it takes place on just these days, and nothing says "indicative", "planned" or "possible".
    pub is_fixed: bool,
    /// One line, with its reservation in front.
    pub title: Wording,
    /// What stands behind it, a line each: date as it is stated, source, address.
    pub about: Vec<Wording>,
    /// Where it takes place.
    #[serde(skip_serializing_if = "Wording::is_empty")]
    pub place: Wording,
    /// Public address of the paper.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub url: String,
}

/// What an occasion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// The days of a meeting.
    Meeting,
    /// When a milestone is planned.
    Milestone,
    /// The end of a time span.
    End,
    /// A date that a text mentions.
    Mentioned,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "asked by serde")]
fn iso<S: serde::Serializer>(day: &Day, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}

/// The occasions of some records, each once, in the order of time.
#[must_use]
pub fn occasions(dataset: &Dataset, scope: &[RecordId], languages: Languages, today: Day) -> Vec<Occasion> {
    let setting = Setting::new(languages, today);
    Composer { dataset, own: &Annotations::default(), setting: &setting, scope, subject: None }.occasions()
}

impl Composer<'_> {
    pub(super) fn occasions(&self) -> Vec<Occasion> {
        let mut occasions: Vec<Occasion> = Vec::new();
        for record in self.scope.iter().filter_map(|id| self.dataset.record(id)) {
            for occasion in self.occasions_of(record) {
                if occasions.iter().all(|known| known.name != occasion.name) {
                    occasions.push(occasion);
                }
            }
        }
        occasions.sort_by(|a, b| (a.first, a.last, &a.name).cmp(&(b.first, b.last, &b.name)));
        occasions
    }

    fn occasions_of(&self, record: Record<'_>) -> Vec<Occasion> {
        match record {
            Record::Action(action) => {
                let inner =
                    (1..).zip(&action.inner_dates).filter_map(|(number, date)| self.inner(action, number, date));
                self.end_of(action).into_iter().chain(inner).collect()
            }
            Record::Meeting(meeting) => vec![self.days_of(meeting)],
            Record::Milestone(milestone) => self.milestone(milestone).into_iter().collect(),
            Record::Item(item) => {
                let meeting = self.dataset.meeting_of(&item.id).map(|meeting| self.days_of(meeting));
                let related = item.related.iter().filter_map(|id| match self.dataset.record(id)? {
                    Record::Milestone(milestone) => self.milestone(milestone),
                    _ => None,
                });
                meeting.into_iter().chain(related).collect()
            }
            Record::Position(_) | Record::Question(_) => {
                self.dataset.meeting_of(record.id()).map(|meeting| self.days_of(meeting)).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// An occasion of a record over a span.
    fn occasion(
        &self,
        record: Record<'_>,
        sort: (Sort, &str),
        span: Span,
        before: Option<Wording>,
        title: &Wording,
    ) -> Occasion {
        let (first, last) = (span.first_day(), span.last_day());
        // A window of months would lie over every day of a calendar.
        let is_long = first.duration_until(last).as_hours() / 24 >= LONGEST;
        let is_fixed = before.is_none() && !is_long;
        let before = before.unwrap_or_default();
        let before = self.say(|lang, words| match (before.in_lang(lang), is_long) {
            (before, false) => before.to_owned(),
            ("", true) => words.briefing.window_closes.to_owned(),
            (before, true) => format!("{before}, {}", words.briefing.window_closes),
        });
        let title = self.say(|lang, _| match before.in_lang(lang) {
            "" => title.in_lang(lang).to_owned(),
            before => format!("{before}: {}", title.in_lang(lang)),
        });
        let source = self.sources_of(record.id());
        Occasion {
            name: format!("{}{}", record.id().as_str().replace('/', "-"), sort.1),
            sort: sort.0,
            id: record.id().clone(),
            first: if is_long { last } else { first },
            last,
            is_fixed,
            title,
            about: Vec::new(),
            place: Wording::default(),
            url: source.first().map(|line| line.url.clone()).unwrap_or_default(),
        }
        .saying(self.warnings_in_a_line(record))
        .saying(source.into_iter().map(|line| line.text))
        .saying(self.small_print(record))
    }

    /// What is counted as a line, and that the English is ours.
    fn small_print(&self, record: Record<'_>) -> Vec<Wording> {
        let counted = self.counted_at(record);
        let ours = self.label(|words| words.briefing.ours_explained);
        [counted, ours].into_iter().filter(|line| !line.is_empty()).collect()
    }

    /// What to mind with a record, each warning behind its kind.
    fn warnings_in_a_line(&self, record: Record<'_>) -> Vec<Wording> {
        let warnings = self.warnings(record, std::slice::from_ref(record.id()), |_| true);
        let line =
            |line: super::Line| self.say(|lang, _| format!("{} {}", line.opening_in(lang), line.text.in_lang(lang)));
        warnings.into_iter().map(line).collect()
    }

    fn days_of(&self, meeting: &Meeting) -> Occasion {
        let about = self.say(|lang, _| meeting.about.in_lang(lang).to_owned());
        let record = Record::Meeting(meeting);
        let days = self.occasion(record, (Sort::Meeting, ""), meeting.date, None, &self.title(record));
        Occasion { place: self.place_of(meeting), ..days }.saying_first(about)
    }

    fn milestone(&self, milestone: &Milestone) -> Option<Occasion> {
        let record = Record::Milestone(milestone);
        let planned = milestone.planned?;
        let before = self.say(|_, words| format!("{} ({})", words.labels.planned, (words.span)(planned)));
        let text = self.say(|lang, _| milestone.text.in_lang(lang).to_owned());
        Some(
            self.occasion(record, (Sort::Milestone, ""), planned, Some(before), &self.title(record)).saying_first(text),
        )
    }

    /// The last day of a time span, with how firm it is; a whole year is no day, whoever states it.
    fn end_of(&self, action: &Action) -> Option<Occasion> {
        let end = action.timeline.end?;
        let is_indicative = self.dataset.document_of(&action.id).is_some_and(|document| document.indicative);
        let certainty = action.timeline.certainty;
        // A row that only names its quarter or year says nothing of an end.
        let is_whole = matches!(action.timeline.kind, TimelineKind::Quarter | TimelineKind::SingleYear);
        let ends = |words: &'static Messages| match certainty {
            Certainty::Firm if is_whole => words.labels.planned,
            _ => (words.briefing.ends)(certainty),
        };
        let is_firm = !is_indicative && certainty == Certainty::Firm && matches!(end, Date::Day(_));
        let before = self.say(|_, words| {
            let mut hedges = Vec::new();
            if certainty != Certainty::Firm {
                hedges.push((words.certainty)(certainty).to_owned());
            }
            if is_indicative {
                hedges.push(words.indicative.to_owned());
            }
            hedges.push((words.date)(end));
            format!("{} ({})", ends(words), hedges.join(", "))
        });
        let day = Span { from: Date::Day(end.last_day()), to: None };
        let record = Record::Action(action);
        let ends = self.label(ends);
        let title = if is_firm {
            self.say(|lang, _| format!("{}: {}", ends.in_lang(lang), self.heading(record).in_lang(lang)))
        } else {
            self.heading(record)
        };
        let stated = self.say(|lang, words| {
            format!("{}: {}", words.labels.timeline, time_span(self.dataset, action, lang, self.setting.today))
        });
        Some(self.occasion(record, (Sort::End, "-end"), day, (!is_firm).then_some(before), &title).saying_first(stated))
    }

    fn inner(&self, action: &Action, number: usize, inner: &InnerDate) -> Option<Occasion> {
        // A year that a text names, in the name of a plan or a paper too, is nothing for a calendar.
        let date = inner.date.filter(|date| !matches!(date, Date::Year(_)))?;
        let record = Record::Action(action);
        let is_day = matches!(date, Date::Day(_));
        let before = |words: &'static Messages| format!("{} ({})", words.briefing.mentioned, (words.date)(date));
        let before = (!is_day).then(|| self.say(|_, words| before(words)));
        let title = self
            .say(|lang, words| format!("{} {}{}", action.id.number(), inner.what.in_lang(lang), words.briefing.ours));
        let stated = self.heading(record);
        let span = Span { from: date, to: None };
        Some(
            self.occasion(record, (Sort::Mentioned, &format!("-date-{number}")), span, before, &title)
                .saying_first(stated),
        )
    }
}

impl Occasion {
    fn saying(mut self, lines: impl IntoIterator<Item = Wording>) -> Self {
        self.about.extend(lines);
        self
    }

    fn saying_first(mut self, line: Wording) -> Self {
        self.about.insert(0, line);
        self
    }
}
