//! What the user adds to the records: marks and their order, intents, and how far keeping them has come.

use std::collections::HashSet;
use std::{mem, slice};

use super::{INTERRUPTED, leave, write};
use crate::app::command::Command;
use crate::app::keymap::Context;
use crate::app::ledger::{Outcome, Progress};
use crate::app::model::Model;
use crate::app::msg::{Effect, Kept};
use crate::app::view::Tab;
use crate::domain::annotations::{Annotations, Change, Grouping, Head, Intent};
use crate::domain::gathered::gathered;
use crate::domain::{Record, RecordId};

/// Most records that are marked at once.
const MOST: usize = 100;

/// Hears what came of keeping what the user added, and says so where it could not be kept.
pub fn hear(model: &mut Model, kept: Kept<Annotations>) -> Vec<Effect> {
    let words = &model.words().own;
    let outcome = model.own.hear(kept);
    let said = match &outcome {
        Outcome::Kept(..) => None,
        Outcome::Unread(unkept) => Some((words.not_read)(unkept)),
        Outcome::Unkept(_, unkept) => Some((words.not_kept)(unkept)),
    };
    // The question whether to quit all the same says it already, and must not vanish unread.
    if said.is_some() && !model.own.is_warned {
        model.notice = said;
    }
    model.list_added();
    write::settle(model, outcome)
}

/// Makes a change and says what is to be done to keep it.
pub fn annotate(model: &mut Model, change: Change) -> Vec<Effect> {
    if let Change::Mark(ids) | Change::Unmark(ids) = &change {
        model.additions.forget(ids);
    }
    if let Change::Move { id, .. } = &change {
        // Where it stands is now the user's own doing.
        model.additions.forget(slice::from_ref(id));
    }
    let changes = model.own.change(change);
    model.list_added();
    changes.into_iter().map(Effect::Annotate).collect()
}

/// Does what a key means that prepares a meeting.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(id) = model.selected().map(|record| record.id().clone()) else {
        super::idle::say(model, command);
        return Vec::new();
    };
    match command {
        Command::Mark => mark(model, id),
        Command::MarkAll => mark_all(model),
        Command::Write => write::open(model, &id),
        Command::Intend => intend(model, id),
        Command::Depth => {
            let depth = model.annotations().of(&id).map(|added| added.depth).unwrap_or_default().next();
            if !model.annotations().is_marked(&id) {
                let key = model.key_name(Context::Browse, Command::Mark);
                model.notice = Some((model.words().own.mark_first)(&key));
                return Vec::new();
            }
            annotate(model, Change::Show(id, depth))
        }
        Command::MoveUp => shift(model, true),
        Command::MoveDown => shift(model, false),
        _ => Vec::new(),
    }
}

pub fn mark(model: &mut Model, id: RecordId) -> Vec<Effect> {
    if !model.annotations().is_marked(&id) {
        return annotate(model, Change::Mark(vec![id]));
    }
    // Elsewhere the mark is seen to vanish; here another entry comes to stand in its place.
    if let Some(record) = model.dataset.record(&id).filter(|_| model.tab == Tab::Briefing) {
        model.notice = Some((model.words().own.taken_out)(&format!("{} {}", id.number(), record.title(model.lang))));
    }
    annotate(model, Change::Unmark(vec![id]))
}

/// Marks what the selected record stands for; where it stands for itself and there is a query, all that was found. Where
/// all of it is marked, takes back the marks that came in this way, and no other.
fn mark_all(model: &mut Model) -> Vec<Effect> {
    let Some(record) = model.selected() else { return Vec::new() };
    let mut ids = gathered(&model.dataset, record);
    let view = model.view();
    if ids.len() == 1 && !view.query.is_empty() {
        let own = view.rows.iter().filter(|row| !row.is_elsewhere);
        // Under each of its partners a record has a row of its own.
        let mut seen = HashSet::new();
        let once = own.map(|row| row.ordinal).filter(|ordinal| seen.insert(*ordinal));
        ids = once.filter_map(|ordinal| model.dataset.at(ordinal)).map(|record| record.id().clone()).collect();
    }
    let words = &model.words().own;
    let left: Vec<RecordId> = ids.iter().filter(|id| !model.annotations().is_marked(id)).cloned().collect();
    if !left.is_empty() && left.len() <= MOST {
        model.notice = Some((words.marked)(left.len()));
        let effects = annotate(model, Change::Mark(left.clone()));
        model.additions.remember(ids, left);
        return effects;
    }
    let added = if left.is_empty() { model.additions.of(&ids).to_vec() } else { Vec::new() };
    model.notice = Some(match (ids.len(), left.len(), added.len()) {
        (0, ..) => words.nothing_to_mark.to_owned(),
        (_, 0, 0) => (words.all_marked)(&model.key_name(Context::Browse, Command::Mark)),
        (_, 0, count) => (words.unmarked)(count),
        _ => (words.too_many)(MOST),
    });
    if added.is_empty() { Vec::new() } else { annotate(model, Change::Unmark(added)) }
}

fn intend(model: &mut Model, id: RecordId) -> Vec<Effect> {
    if !matches!(model.dataset.record(&id), Some(Record::Item(_))) {
        model.notice = Some(model.words().own.no_intent_here.to_owned());
        return Vec::new();
    }
    let intent = Intent::after(model.annotations().of(&id).and_then(|added| added.intent));
    annotate(model, Change::Intend(id, intent))
}

/// Moves the selected entry past the one beside it on screen, or says why not.
fn shift(model: &mut Model, is_up: bool) -> Vec<Effect> {
    if let Some(change) = model.shifted(is_up) {
        return annotate(model, change);
    }
    let words = &model.words().own;
    model.notice = Some(if model.tab != Tab::Briefing {
        words.only_in_briefing.to_owned()
    } else if model.annotations().heading.grouping != Grouping::None {
        (words.grouped)(&model.key_name(Context::Browse, Command::Sort))
    } else if !model.view().query.is_empty() {
        (words.answers)(&model.key_name(Context::Browse, Command::StepBack))
    } else {
        model.words().no_further.to_owned()
    });
    Vec::new()
}

/// Groups the entries of the briefing in the next way.
pub fn group(model: &mut Model) -> Vec<Effect> {
    let grouping = model.annotations().heading.grouping.next();
    model.notice = Some((model.words().own.grouping)(grouping).to_owned());
    annotate(model, Change::Head(Head::Group(grouping)))
}

/// Tries once more what could not be kept, and ends the program.
pub fn leave_kept(model: &mut Model) -> Vec<Effect> {
    let again: Vec<Effect> = model.own.again().into_iter().map(Effect::Annotate).collect();
    again.into_iter().chain(leave(model)).collect()
}

impl Model {
    /// Whether the program may end with this exit code: not before the user was told of what is not on the disk.
    pub fn may_quit(&mut self, code: i32) -> bool {
        let Progress::Failed(unkept) = self.own.progress() else { return true };
        let said = (self.words().own.quit_unsaved)(&self.key_name(Context::Browse, Command::Quit), unkept);
        if code == INTERRUPTED || mem::replace(&mut self.own.is_warned, true) {
            return true;
        }
        self.notice = Some(said);
        false
    }
}
