//! What the dashboard was opened for, and what keys mean there.

use super::command::{Command, about};
use super::keymap::{Context, Key};
use super::model::{Focus, Mode, Model};
use crate::domain::Lang;

/// What the dashboard was opened for.
#[derive(Debug, Clone, Copy, Default)]
pub enum Purpose {
    /// Reading.
    #[default]
    Read,
    /// Picking one record, for a script.
    Pick,
    /// Reading line by line: how a command is typed there, where it can be.
    Lines(fn(Command, Lang) -> Option<String>),
}

impl Model {
    /// Whether a record is to be picked.
    #[must_use]
    pub fn is_for_picking(&self) -> bool {
        matches!(self.purpose, Purpose::Pick)
    }

    /// Whether the keys that pick a record hold: not where they follow a link of a text, nor under what lies on top.
    fn is_picking(&self) -> bool {
        let is_at_link = self.focus == Focus::Detail && self.view().link.is_some();
        self.is_for_picking() && !is_at_link && matches!(self.mode, Mode::Browse | Mode::Search)
    }

    /// What a key means as things stand.
    #[must_use]
    pub fn resolve(&self, key: Key) -> Option<Command> {
        let picking = self.ways.keymap.resolve(Context::Pick, key).filter(|_| self.is_picking());
        picking.or_else(|| self.ways.keymap.resolve(self.context(), key))
    }

    /// The name of a command's key in a place, or how it is typed in lines; what it does, where it has none.
    #[must_use]
    pub fn key_name(&self, context: Context, command: Command) -> String {
        if let Purpose::Lines(form) = self.purpose
            && let Some(form) = form(command, self.lang)
        {
            return form;
        }
        let key = self.ways.keymap.keys(context, command).next().map(|key| key.to_string());
        key.or_else(|| about(command).map(|about| about.help(self.lang).to_owned())).unwrap_or_default()
    }

    /// That nothing is marked, and how it is done.
    #[must_use]
    pub fn nothing_marked(&self) -> String {
        let [one, all] = [Command::Mark, Command::MarkAll].map(|command| self.key_name(Context::Browse, command));
        (self.words().own.nothing_marked)(&one, &all)
    }

    /// The keys of a command as things stand, the shown one first.
    pub fn keys(&self, command: Command) -> impl Iterator<Item = Key> {
        let contexts = [Context::Pick, self.context()];
        let all = contexts.into_iter().flat_map(move |context| self.ways.keymap.keys(context, command));
        all.filter(move |key| self.resolve(*key) == Some(command))
    }
}
