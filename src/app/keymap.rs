//! Which key means what where: one row a binding, read in both directions.

use rustc_hash::FxHashMap;

use super::command::Command;
pub use super::context::Context;
pub use super::key::{Key, KeyCode};
use super::view::Tab;

/// One binding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Binding {
    /// Where it holds.
    pub context: Context,
    /// The key.
    pub key: Key,
    /// What it means.
    pub command: Command,
}

const fn bind(context: Context, key: Key, command: Command) -> Binding {
    Binding { context, key, command }
}

/// Every binding. Of several keys for one command the first is the one shown in the footer.
///
/// Keys that need `AltGr` or Shift on a Baltic or German layout have a plain twin behind them.
pub const BINDINGS: &[Binding] = {
    use Command as C;
    use Context::{Anywhere, Ask, Browse, Follow, Line, Meeting, Pages, Palette, Pick, Search, Source, Write};
    use KeyCode::{
        BackTab, Backspace, Char, Delete, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right, Up,
    };
    const fn p(code: KeyCode) -> Key {
        Key::plain(code)
    }
    &[
        bind(Browse, p(Char('/')), C::Search),
        bind(Browse, p(Char('f')), C::Search),
        bind(Browse, p(Enter), C::Open),
        bind(Browse, p(Char('v')), C::Follow),
        bind(Browse, p(Esc), C::StepBack),
        bind(Browse, p(Char('g')), C::Top),
        bind(Browse, p(Home), C::Top),
        bind(Browse, p(Char('G')), C::Bottom),
        bind(Browse, p(End), C::Bottom),
        bind(Browse, p(Char('1')), C::Tab(Tab::Themes)),
        bind(Browse, p(Char('2')), C::Tab(Tab::Actions)),
        bind(Browse, p(Char('3')), C::Tab(Tab::Agenda)),
        bind(Browse, p(Char('4')), C::Tab(Tab::Partners)),
        bind(Browse, p(Char('5')), C::Tab(Tab::Timeline)),
        bind(Browse, p(Char('6')), C::Tab(Tab::Briefing)),
        bind(Browse, p(Char('7')), C::Tab(Tab::Glossary)),
        bind(Browse, p(KeyCode::Tab), C::NextTab),
        bind(Browse, p(Char('l')), C::NextTab),
        bind(Browse, p(Right), C::NextTab),
        bind(Browse, p(BackTab), C::PreviousTab),
        bind(Browse, p(Char('h')), C::PreviousTab),
        bind(Browse, p(Left), C::PreviousTab),
        bind(Browse, p(Char('n')), C::NextMatch),
        bind(Browse, p(Char('N')), C::PreviousMatch),
        bind(Browse, p(Char('p')), C::PreviousMatch),
        bind(Browse, p(Char(' ')), C::Mark),
        bind(Browse, p(Char('b')), C::MarkAll),
        bind(Browse, p(Char('e')), C::Write),
        bind(Browse, p(Char('m')), C::Intend),
        bind(Browse, p(Char('M')), C::Meet),
        bind(Browse, Key::alt(Char('m')), C::Meet),
        bind(Browse, p(Char('J')), C::MoveDown),
        bind(Browse, Key::alt(Down), C::MoveDown),
        bind(Browse, p(Char('K')), C::MoveUp),
        bind(Browse, Key::alt(Up), C::MoveUp),
        bind(Browse, p(Char('c')), C::Depth),
        bind(Browse, p(Char('a')), C::Heading),
        bind(Browse, p(Char('x')), C::Export),
        bind(Browse, p(Char('i')), C::Reasons),
        bind(Browse, p(Char('[')), C::Back),
        bind(Browse, Key::alt(Left), C::Back),
        bind(Browse, p(Backspace), C::Back),
        bind(Browse, p(Char(']')), C::Forward),
        bind(Browse, Key::alt(Right), C::Forward),
        bind(Browse, p(Char('s')), C::Sort),
        bind(Browse, p(Char('o')), C::Source),
        bind(Browse, p(Char('y')), C::Copy),
        bind(Browse, p(Char('Y')), C::CopyReference),
        bind(Browse, p(Char('r')), C::CopyReference),
        bind(Browse, p(Char('w')), C::WriteFile),
        bind(Browse, p(Char('z')), C::Zoom),
        bind(Browse, p(Char('d')), C::Lens),
        bind(Browse, p(Char('+')), C::Closer),
        bind(Browse, p(Char('=')), C::Closer),
        bind(Browse, p(Char('-')), C::Wider),
        bind(Browse, p(Char(',')), C::Earlier),
        bind(Browse, p(Char('<')), C::Earlier),
        bind(Browse, p(Char('.')), C::Later),
        bind(Browse, p(Char('>')), C::Later),
        bind(Browse, p(Char('t')), C::WholeAxis),
        bind(Browse, p(Char('L')), C::Language),
        bind(Browse, p(F(2)), C::Language),
        bind(Browse, p(Char('?')), C::Help),
        bind(Browse, p(F(1)), C::Help),
        bind(Browse, p(Char(':')), C::Palette),
        bind(Browse, Key::ctrl('t'), C::Palette),
        bind(Browse, p(Char('u')), C::Changes),
        bind(Browse, p(Char('q')), C::Quit),
        bind(Search, p(Enter), C::ToList),
        bind(Search, p(KeyCode::Tab), C::ToList),
        bind(Search, p(Up), C::OlderQuery),
        bind(Search, p(Down), C::NewerQuery),
        bind(Search, p(Esc), C::StepBack),
        bind(Search, Key::ctrl('n'), C::Down),
        bind(Search, Key::ctrl('p'), C::Up),
        bind(Search, p(PageDown), C::PageDown),
        bind(Search, p(PageUp), C::PageUp),
        bind(Search, p(F(1)), C::Help),
        bind(Search, Key::ctrl('t'), C::Palette),
        bind(Search, p(F(2)), C::Language),
        bind(Follow, p(Enter), C::Open),
        bind(Follow, p(Esc), C::StepBack),
        bind(Follow, p(Char('q')), C::Quit),
        bind(Follow, p(Backspace), C::DeleteBack),
        bind(Follow, Key::ctrl('h'), C::DeleteBack),
        bind(Palette, p(Enter), C::Open),
        bind(Palette, p(Esc), C::StepBack),
        bind(Palette, p(Down), C::Down),
        bind(Palette, Key::ctrl('n'), C::Down),
        bind(Palette, p(Up), C::Up),
        bind(Palette, Key::ctrl('p'), C::Up),
        bind(Palette, p(PageDown), C::PageDown),
        bind(Palette, p(PageUp), C::PageUp),
        bind(Palette, p(Char('q')), C::Quit),
        bind(Palette, p(F(2)), C::Language),
        bind(Source, p(Esc), C::StepBack),
        bind(Source, p(Char('q')), C::Quit),
        bind(Source, p(Char('g')), C::Top),
        bind(Source, p(Home), C::Top),
        bind(Source, p(Char('G')), C::Bottom),
        bind(Source, p(End), C::Bottom),
        bind(Source, p(Char('L')), C::Language),
        bind(Source, p(F(2)), C::Language),
        bind(Pages, p(Char('j')), C::Down),
        bind(Pages, p(Down), C::Down),
        bind(Pages, Key::ctrl('n'), C::Down),
        bind(Pages, p(Char('k')), C::Up),
        bind(Pages, p(Up), C::Up),
        bind(Pages, Key::ctrl('p'), C::Up),
        bind(Pages, p(PageDown), C::PageDown),
        bind(Pages, Key::ctrl('d'), C::PageDown),
        bind(Pages, p(PageUp), C::PageUp),
        bind(Pages, Key::ctrl('u'), C::PageUp),
        bind(Line, p(Left), C::InputLeft),
        bind(Line, Key::ctrl('b'), C::InputLeft),
        bind(Line, p(Right), C::InputRight),
        bind(Line, Key::ctrl('f'), C::InputRight),
        bind(Line, Key::alt(Char('b')), C::InputWordLeft),
        bind(Line, Key::alt(Left), C::InputWordLeft),
        bind(Line, Key::alt(Char('f')), C::InputWordRight),
        bind(Line, Key::alt(Right), C::InputWordRight),
        bind(Line, p(Home), C::InputStart),
        bind(Line, Key::ctrl('a'), C::InputStart),
        bind(Line, p(End), C::InputEnd),
        bind(Line, Key::ctrl('e'), C::InputEnd),
        bind(Line, p(Backspace), C::DeleteBack),
        bind(Line, Key::ctrl('h'), C::DeleteBack),
        bind(Line, p(Delete), C::DeleteForward),
        bind(Line, Key::ctrl('d'), C::DeleteForward),
        bind(Line, Key::ctrl('w'), C::DeleteWord),
        bind(Line, Key::alt(Backspace), C::DeleteWord),
        bind(Line, Key::alt(Char('d')), C::DeleteWordForward),
        bind(Line, Key::ctrl('u'), C::DeleteToStart),
        bind(Line, Key::ctrl('k'), C::DeleteToEnd),
        bind(Ask, p(Enter), C::Open),
        bind(Ask, p(Esc), C::StepBack),
        bind(Anywhere, Key::ctrl('l'), C::Redraw),
        bind(Anywhere, Key::ctrl('z'), C::Suspend),
        bind(Anywhere, Key::ctrl('c'), C::QuitNow),
        bind(Anywhere, p(F(4)), C::Mouse),
        bind(Meeting, p(Char('n')), C::NextItem),
        bind(Meeting, p(Right), C::NextItem),
        bind(Meeting, p(Char(' ')), C::NextItem),
        bind(Meeting, p(PageDown), C::NextItem),
        bind(Meeting, p(Char('p')), C::PreviousItem),
        bind(Meeting, p(Left), C::PreviousItem),
        bind(Meeting, p(Backspace), C::PreviousItem),
        bind(Meeting, p(PageUp), C::PreviousItem),
        bind(Meeting, p(Enter), C::Background),
        bind(Meeting, p(Char('j')), C::Down),
        bind(Meeting, p(Down), C::Down),
        bind(Meeting, p(Char('k')), C::Up),
        bind(Meeting, p(Up), C::Up),
        bind(Meeting, p(Char('L')), C::Language),
        bind(Meeting, p(F(2)), C::Language),
        bind(Meeting, p(Esc), C::StepBack),
        bind(Meeting, p(Char('q')), C::Quit),
        bind(Pick, p(Enter), C::Pick),
        bind(Write, Key::ctrl('s'), C::SaveText),
        bind(Write, p(Esc), C::SaveText),
        bind(Write, Key::ctrl('q'), C::DropText),
        bind(Write, Key::ctrl('c'), C::DropText),
        bind(Write, Key::ctrl('z'), C::Undo),
        bind(Write, Key::ctrl('y'), C::Redo),
        bind(Write, p(Down), C::Down),
        bind(Write, Key::ctrl('n'), C::Down),
        bind(Write, p(Up), C::Up),
        bind(Write, Key::ctrl('p'), C::Up),
        bind(Write, p(PageDown), C::PageDown),
        bind(Write, p(PageUp), C::PageUp),
        bind(Write, Key::with_ctrl(Home), C::Top),
        bind(Write, Key::with_ctrl(End), C::Bottom),
        bind(Write, Key::with_ctrl(Left), C::InputWordLeft),
        bind(Write, Key::with_ctrl(Right), C::InputWordRight),
    ]
};

/// What a key closes that opened it, whichever key that is.
const OPENERS: [(Context, Command); 4] = [
    (Context::Follow, Command::Follow),
    (Context::Palette, Command::Help),
    (Context::Palette, Command::Palette),
    (Context::Source, Command::Source),
];

/// The keys as they are for one user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    /// In the order in which they are shown.
    bindings: Vec<Binding>,
    meanings: FxHashMap<(Context, Key), Command>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::of(BINDINGS.to_vec())
    }
}

impl Keymap {
    /// The keymap of these bindings; of two for one key in one place the first holds.
    #[must_use]
    pub fn of(mut bindings: Vec<Binding>) -> Self {
        let mut meanings = FxHashMap::default();
        for binding in &bindings {
            meanings.entry((binding.context, binding.key)).or_insert(binding.command);
        }
        for (context, opener) in OPENERS {
            let opened = bindings.iter().filter(|binding| binding.context == Context::Browse);
            let keys = opened.filter(|binding| binding.command == opener).map(|binding| binding.key);
            let closing: Vec<Key> = keys
                .filter(|key| !context.takes(*key))
                .filter(|key| !context.chain().any(|here| meanings.contains_key(&(here, *key))))
                .collect();
            for key in closing {
                meanings.insert((context, key), Command::StepBack);
                bindings.push(bind(context, key, Command::StepBack));
            }
        }
        Self { bindings, meanings }
    }

    /// What `key` means in `context`.
    #[must_use]
    pub fn resolve(&self, context: Context, key: Key) -> Option<Command> {
        context.chain().find_map(|context| self.meanings.get(&(context, key)).copied())
    }

    /// The keys bound to `command` in `context`, the shown one first.
    pub fn keys(&self, context: Context, command: Command) -> impl Iterator<Item = Key> {
        let all = context.chain().flat_map(move |here| self.bindings.iter().filter(move |bound| bound.context == here));
        all.filter(move |binding| binding.command == command).map(|binding| binding.key)
    }

    /// The keys bound to `command` anywhere.
    pub fn all_keys(&self, command: Command) -> impl Iterator<Item = Key> {
        self.bindings.iter().filter(move |binding| binding.command == command).map(|binding| binding.key)
    }

    /// The keys of a command where it holds: in the list and the text, else in the search line, in a meeting, or where one
    /// picks or writes.
    pub fn shown_keys(&self, command: Command) -> impl Iterator<Item = Key> {
        let holds = |context: &Context| self.keys(*context, command).next().is_some();
        let places = [Context::Browse, Context::Search, Context::Meeting, Context::Pick, Context::Write];
        let context = places.into_iter().find(holds);
        context.into_iter().flat_map(move |context| self.keys(context, command))
    }
}

#[cfg(test)]
mod tests {
    use super::super::command::{COMMANDS, about};
    use super::*;
    use crate::domain::Lang;

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for (i, a) in BINDINGS.iter().enumerate() {
            let twice = BINDINGS.iter().skip(i + 1).any(|b| b.context == a.context && b.key == a.key);
            assert!(!twice, "{} in {:?}", a.key, a.context);
        }
    }

    #[test]
    fn every_command_has_a_key_and_a_help_line_in_both_languages() {
        for about in COMMANDS {
            assert!(BINDINGS.iter().any(|binding| binding.command == about.command), "{:?}", about.command);
            assert!(!about.help(Lang::Lv).is_empty() && !about.help(Lang::En).is_empty());
        }
        for binding in BINDINGS {
            assert!(about(binding.command).is_some(), "{:?} is explained", binding.command);
        }
    }

    #[test]
    fn keys_that_are_hard_to_reach_have_a_plain_twin() {
        let keymap = Keymap::default();
        for hard in ['/', '[', ']', '?', ':', 'G', 'N', 'L', 'Y', 'M'] {
            let command = keymap.resolve(Context::Browse, Key::plain(KeyCode::Char(hard))).expect("bound");
            let is_plain = |key: Key| !matches!(key.code, KeyCode::Char(c) if !c.is_ascii_lowercase());
            assert!(keymap.keys(Context::Browse, command).any(is_plain), "{hard}");
        }
        // Shift is held for the first of each where the second is plain.
        for (hard, plain) in [('+', '='), ('<', ','), ('>', '.')] {
            let command = |key| keymap.resolve(Context::Browse, Key::plain(KeyCode::Char(key)));
            assert!(command(hard).is_some() && command(hard) == command(plain), "{hard}");
        }
    }
}
