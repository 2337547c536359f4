//! Writing on a record: a draft goes out, what was written comes back, and the draft stays on the disk until that is kept.

use std::collections::HashSet;

use super::own::annotate;
use crate::app::command::Command;
use crate::app::draft::{Draft, says_more};
use crate::app::keymap::Context;
use crate::app::ledger::{Outcome as Keeping, Progress};
use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::notice::GAP;
use crate::app::writing::{Edited, Leftover, Outcome, Sheet};
use crate::domain::annotations::Change;
use crate::domain::kept::Unkept;
use crate::domain::{RecordId, untrusted};

/// Hands out a draft of what is written on a record.
pub fn open(model: &mut Model, id: &RecordId) -> Vec<Effect> {
    let leftovers = model.writing.leftovers.extract_if(.., |leftover| leftover.id == *id).collect();
    let Some(record) = model.dataset.record(id) else { return Vec::new() };
    vec![Effect::Edit(Box::new(Draft::new(record, model.annotations().of(id), leftovers, model.lang)))]
}

/// Hears of drafts that were never finished; one in which nothing was written is not worth a word.
pub fn find(model: &mut Model, leftovers: Vec<Leftover>, unread: &[Unkept]) -> Vec<Effect> {
    let has_text = |leftover: &Leftover| says_more(leftover, model.annotations().of(&leftover.id));
    let (leftovers, empty): (Vec<Leftover>, Vec<Leftover>) = leftovers.into_iter().partition(has_text);
    let words = &model.words().writing;
    let key = model.key_name(Context::Browse, Command::Write);
    let numbers = each_once(leftovers.iter().map(|leftover| leftover.id.number()));
    let left = (!numbers.is_empty()).then(|| (words.left)(&numbers, &key));
    let said: Vec<String> = left.into_iter().chain(unread.iter().map(words.left_unread)).collect();
    say_too(model, said);
    model.writing.leftovers.extend(leftovers);
    empty.into_iter().map(|leftover| Effect::Remove(leftover.sheet)).collect()
}

/// Hears what came of a draft.
pub fn hear(model: &mut Model, edited: Edited) -> Vec<Effect> {
    let words = &model.words().writing;
    let Edited { draft, result } = edited;
    let (sheet, outcome) = match result {
        Ok(done) => done,
        Err(unkept) => {
            model.notice = Some((words.no_draft)(&unkept));
            model.writing.leftovers.extend(draft.leftovers);
            return Vec::new();
        }
    };
    match outcome {
        Outcome::Written(text) => take(model, &draft, sheet, &text),
        Outcome::Discarded => vec![Effect::Remove(sheet)],
        Outcome::Failed(mishap, text) => {
            let is_empty = text.as_ref().is_some_and(|text| draft.changes(text).0.is_empty());
            let kept = Some(sheet.name.as_str()).filter(|_| !is_empty);
            model.notice = Some(untrusted::line(&(words.failed)(&mishap, kept)).into_owned());
            if is_empty {
                return vec![Effect::Remove(sheet)];
            }
            let (id, mark) = (draft.id.clone(), draft.mark());
            model.writing.leftovers.extend(text.map(|text| Leftover { sheet, id, mark, text }));
            Vec::new()
        }
    }
}

/// Changes the texts to those of an edited draft.
fn take(model: &mut Model, draft: &Draft, sheet: Sheet, text: &str) -> Vec<Effect> {
    let (changes, as_before) = draft.changes(text);
    if !as_before.is_empty() {
        model.notice = Some((model.words().writing.as_before)(&as_before));
    }
    let mut effects: Vec<Effect> = Vec::new();
    for change in changes {
        effects.extend(annotate(model, change));
    }
    if effects.is_empty() && model.own.progress() == Progress::Kept {
        return vec![Effect::Remove(sheet)];
    }
    model.writing.unsaved.push((sheet, draft.id.number().to_owned()));
    effects
}

/// Lets go of the drafts whose texts are on the disk, and says where those are that are not.
pub fn settle(model: &mut Model, outcome: Keeping<Change>) -> Vec<Effect> {
    let words = &model.words().writing;
    match outcome {
        Keeping::Unread(unkept) => model.writing.refusal = Some(unkept),
        Keeping::Unkept(..) => {
            let drafts = model.writing.unsaved.iter().map(|(sheet, _)| (words.draft_at)(&sheet.name)).collect();
            say_too(model, drafts);
        }
        Keeping::Kept(..) => {
            model.writing.refusal = None;
            if model.own.progress() == Progress::Kept && !model.writing.unsaved.is_empty() {
                let saved = std::mem::take(&mut model.writing.unsaved);
                let numbers = each_once(saved.iter().map(|(_, number)| number.as_str()));
                say_too(model, vec![(words.saved)(&numbers.join(", "))]);
                return saved.into_iter().map(|(sheet, _)| Effect::Remove(sheet)).collect();
            }
        }
    }
    Vec::new()
}

/// The numbers in their order, each once.
fn each_once<'a>(numbers: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = HashSet::new();
    numbers.filter(|number| seen.insert(*number)).collect()
}

/// Says more than was said already.
fn say_too(model: &mut Model, said: Vec<String>) {
    let said: Vec<String> = model.notice.take().into_iter().chain(said).collect();
    model.notice = (!said.is_empty()).then(|| said.join(GAP));
}
