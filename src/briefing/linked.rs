//! What bears on what: the editors' links, each said where it is needed and once.

use super::build::Composer;
use super::{Line, Wording};
use crate::card::{actors, time_span};
use crate::domain::annotations::Depth;
use crate::domain::gathered::bearing_on;
use crate::domain::meeting::Meeting;
use crate::domain::overlay::Link;
use crate::domain::parts::parts;
use crate::domain::records::{Action, PartnerRole};
use crate::domain::{Record, RecordId};

impl<'a> Composer<'a> {
    /// What bears on a record or on a part of it, each once.
    pub(super) fn linked(&self, record: Record<'a>) -> Vec<(Record<'a>, &'a Link)> {
        let (positions, questions) = parts(record);
        let ids = positions.iter().map(|position| &position.id).chain(questions.iter().map(|question| &question.id));
        let mut linked: Vec<(Record<'a>, &Link)> = Vec::new();
        for id in [record.id()].into_iter().chain(ids) {
            for (other, link) in self.dataset.links_of(id) {
                let Some(other) = self.dataset.record(other) else { continue };
                if linked.iter().all(|(known, _)| known.id() != other.id()) {
                    linked.push((other, link));
                }
            }
        }
        linked
    }

    /// Those links in lines, and what holds for all of them: the meeting, where it is one and nothing else names it.
    pub(super) fn links(&self, record: Record<'a>) -> (Wording, Vec<Line>) {
        let linked = self.linked(record);
        let mut meetings: Vec<&Meeting> = Vec::new();
        for (other, _) in &linked {
            let meeting = self.dataset.meeting_of(other.id()).filter(|meeting| !self.names(meeting));
            meetings.extend(meeting.filter(|meeting| meetings.iter().all(|known| known.id != meeting.id)));
        }
        let remark = match meetings.as_slice() {
            [one] => self.held(one),
            _ => Wording::default(),
        };
        let mut said: Option<&RecordId> = meetings.first().filter(|_| !remark.is_empty()).map(|meeting| &meeting.id);
        let mut lines = Vec::new();
        for (other, link) in linked {
            let meeting = self.dataset.meeting_of(other.id()).filter(|meeting| !self.names(meeting));
            let new = meeting.filter(|meeting| said != Some(&meeting.id));
            said = meeting.map(|meeting| &meeting.id).or(said);
            lines.push(self.link(other, link, new));
        }
        (remark, lines)
    }

    /// Whether an entry of the briefing says which meeting this is.
    fn names(&self, meeting: &Meeting) -> bool {
        self.scope.iter().any(|id| {
            let is_of_it = || self.dataset.meeting_of(id).is_some_and(|known| known.id == meeting.id);
            *id == meeting.id || (self.depth_of(id) != Depth::Title && is_of_it())
        })
    }

    /// Whether an entry before this one says which meeting this is.
    pub(super) fn is_named_before(&self, meeting: &Meeting, id: &RecordId) -> bool {
        let place = self.scope.iter().position(|known| known == id).unwrap_or_default();
        Composer { scope: self.scope.get(..place).unwrap_or_default(), ..*self }.names(meeting)
    }

    /// Name and days of a meeting.
    pub(super) fn held(&self, meeting: &Meeting) -> Wording {
        let name = self.title(Record::Meeting(meeting));
        self.say(|lang, words| format!("{}, {}", name.in_lang(lang), (words.span)(meeting.date)))
    }

    fn link(&self, other: Record<'a>, link: &Link, meeting: Option<&Meeting>) -> Line {
        let reason = self.say(|lang, words| format!("({}) {}", (words.relation)(link.rel), link.reason.in_lang(lang)));
        match other {
            // Where it is an entry itself, the reason stands there.
            Record::Action(action) if self.is_whole(&action.id) => {
                Line::led(Wording::own(action.id.number()), self.title(other)).about(&action.id)
            }
            Record::Action(action) => self.action(action, Some(&reason)),
            other => {
                let held = meeting.map(|meeting| self.held(meeting)).unwrap_or_default();
                let text = self.say(|lang, _| {
                    format!("{} {}", ended(held.in_lang(lang).to_owned()), reason.in_lang(lang)).trim().to_owned()
                });
                Line::led(self.heading(other), text).about(other.id())
            }
        }
    }

    /// An action in a line; partners and time span only where it is no entry itself.
    pub(super) fn action(&self, action: &Action, reason: Option<&Wording>) -> Line {
        let is_entry = self.scope.contains(&action.id);
        let text = self.say(|lang, _| {
            let mut parts = Vec::new();
            if !is_entry {
                parts.push(actors(self.dataset, action, PartnerRole::Partner, lang));
                parts.push(time_span(self.dataset, action, lang, self.setting.today));
            }
            parts.retain(|part| !part.is_empty());
            let known = parts.join("; ");
            let reason = reason.map_or("", |reason| reason.in_lang(lang));
            if known.is_empty() || reason.is_empty() { known + reason } else { format!("{} {reason}", ended(known)) }
        });
        let record = Record::Action(action);
        let line = if text.is_empty() {
            Line::led(Wording::own(action.id.number()), self.title(record))
        } else {
            Line::led(self.heading(record), text)
        };
        line.about(&action.id)
    }

    /// The agenda items an action bears on: those of the briefing, and the one whose heading it stands under.
    pub(super) fn bears_on(&self, action: &Action) -> Option<Line> {
        let entries = self.scope.iter().filter_map(|id| match self.dataset.record(id) {
            Some(Record::Item(item)) => Some(item),
            _ => None,
        });
        let items: Vec<&str> = entries
            .filter(|item| bearing_on(self.dataset, item).any(|id| *id == action.id))
            .map(|item| item.id.number())
            .collect();
        let text = self.say(|_, words| format!("{} ({})", items.join(", "), words.briefing.our_pointer));
        (!items.is_empty()).then(|| Line::led(self.label(|words| words.briefing.bears_on), text))
    }
}

/// A text with a full stop behind it.
fn ended(text: String) -> String {
    if text.is_empty() || text.ends_with('.') { text } else { text + "." }
}
