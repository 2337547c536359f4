//! What the dashboard was opened for, and what keys mean there.

use super::command::{Command, about};
use super::keymap::{Context, Key};
use super::model::{Focus, Mode, Model};

/// What the dashboard was opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Purpose {
    /// Reading.
    #[default]
    Read,
    /// Picking one record, for a script.
    Pick,
}

impl Model {
    /// Whether the keys that pick a record hold: not where they follow a link of a text, nor under what lies on top.
    fn is_picking(&self) -> bool {
        let is_at_link = self.focus == Focus::Detail && self.view().link.is_some();
        self.purpose == Purpose::Pick && !is_at_link && matches!(self.mode, Mode::Browse | Mode::Search)
    }

    /// What a key means as things stand.
    #[must_use]
    pub fn resolve(&self, key: Key) -> Option<Command> {
        let picking = self.ways.keymap.resolve(Context::Pick, key).filter(|_| self.is_picking());
        picking.or_else(|| self.ways.keymap.resolve(self.context(), key))
    }

    /// The name of a command's key in a place; what it does, where it has none.
    #[must_use]
    pub fn key_name(&self, context: Context, command: Command) -> String {
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
