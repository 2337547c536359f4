//! What is told of a record at the edge of its row: by a sign on screen, in words where lines are read out.

use super::model::Model;
use crate::domain::annotations::Added;
use crate::domain::due::Due;
use crate::domain::timeline::{Certainty, State};
use crate::domain::{Record, Span};

/// The signs of a record, each empty where it does not hold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marks {
    /// It ends this year, or is past its window. What is uncertain says so in its time span already.
    pub state: &'static str,
    /// Something came later.
    pub later: &'static str,
    /// It is marked.
    pub mark: &'static str,
    /// The user has written on it.
    pub text: &'static str,
}

impl Marks {
    /// Those that hold.
    pub fn signs(self) -> impl Iterator<Item = &'static str> {
        [self.state, self.later, self.mark, self.text].into_iter().filter(|sign| !sign.is_empty())
    }
}

impl Model {
    /// What is told of a record at the edge of its row.
    #[must_use]
    pub fn marks(&self, record: Record<'_>) -> Marks {
        let state = match record {
            Record::Action(action) => state_mark(action.timeline.state(self.today)),
            Record::Milestone(milestone) => milestone.planned.map_or("", |planned| self.due_mark(planned)),
            _ => "",
        };
        Marks {
            state,
            later: if self.dataset.has_later(record, self.today) { "+" } else { "" },
            mark: if self.annotations().is_marked(record.id()) { "*" } else { "" },
            text: if self.annotations().of(record.id()).is_some_and(Added::has_text) { "¶" } else { "" },
        }
    }

    /// The sign of a planned date.
    fn due_mark(&self, planned: Span) -> &'static str {
        match Due::of(Some(planned.last_day()), Certainty::Firm, self.today) {
            Due::Past => "<",
            Due::ThisQuarter | Due::ThisYear => "!",
            Due::NextYear | Due::Later | Due::Open | Due::Uncertain => "",
        }
    }
}

/// The sign of a time span's state.
fn state_mark(state: State) -> &'static str {
    match state {
        State::EndsThisQuarter | State::EndsThisYear => "!",
        State::PastWindow => "<",
        State::Uncertain | State::NotStarted | State::OpenEnded | State::Running => "",
    }
}
