//! Which key means what where: one row a binding, read in both directions.

use std::fmt;

use super::command::Command;
use super::view::Tab;

/// A key as the program sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key itself.
    pub code: KeyCode,
    /// Whether Ctrl is held.
    pub ctrl: bool,
    /// Whether Alt is held.
    pub alt: bool,
}

/// A key without what is held beside it; capital letters are letters of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are those on the keys")]
pub enum KeyCode {
    Char(char),
    F(u8),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
}

/// Where a binding holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// List or text has the focus.
    Browse,
    /// The search line has the focus.
    Search,
    /// The palette lies on top.
    Palette,
    /// A text is being written.
    Write,
    /// In the list and the search line, before their own bindings, while a record is to be picked.
    Pick,
}

impl Key {
    /// A key with nothing held.
    #[must_use]
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    const fn ctrl(letter: char) -> Self {
        Self::with_ctrl(KeyCode::Char(letter))
    }

    const fn with_ctrl(code: KeyCode) -> Self {
        Self { code, ctrl: true, alt: false }
    }

    const fn alt(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: true }
    }

    /// The letter it types into a text field.
    #[must_use]
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        match self.code {
            KeyCode::Char(' ') => f.write_str("Space"),
            KeyCode::Char(c) if self.ctrl => write!(f, "{}", c.to_ascii_uppercase()),
            KeyCode::Char(c) => write!(f, "{c}"),
            KeyCode::F(n) => write!(f, "F{n}"),
            KeyCode::BackTab => f.write_str("Shift-Tab"),
            KeyCode::PageUp => f.write_str("PgUp"),
            KeyCode::PageDown => f.write_str("PgDn"),
            other => write!(f, "{other:?}"),
        }
    }
}

/// One binding.
#[derive(Debug, Clone, Copy)]
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
    use Context::{Browse, Palette, Pick, Search, Write};
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
        bind(Browse, p(Esc), C::StepBack),
        bind(Browse, p(Char('j')), C::Down),
        bind(Browse, p(Down), C::Down),
        bind(Browse, Key::ctrl('n'), C::Down),
        bind(Browse, p(Char('k')), C::Up),
        bind(Browse, p(Up), C::Up),
        bind(Browse, Key::ctrl('p'), C::Up),
        bind(Browse, p(PageDown), C::PageDown),
        bind(Browse, Key::ctrl('d'), C::PageDown),
        bind(Browse, p(PageUp), C::PageUp),
        bind(Browse, Key::ctrl('u'), C::PageUp),
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
        bind(Browse, p(Char('J')), C::MoveDown),
        bind(Browse, Key::alt(Down), C::MoveDown),
        bind(Browse, p(Char('K')), C::MoveUp),
        bind(Browse, Key::alt(Up), C::MoveUp),
        bind(Browse, p(Char('c')), C::Depth),
        bind(Browse, p(Char('i')), C::Reasons),
        bind(Browse, p(Char('[')), C::Back),
        bind(Browse, Key::alt(Left), C::Back),
        bind(Browse, p(Backspace), C::Back),
        bind(Browse, p(Char(']')), C::Forward),
        bind(Browse, Key::alt(Right), C::Forward),
        bind(Browse, p(Char('s')), C::Sort),
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
        bind(Browse, Key::ctrl('l'), C::Redraw),
        bind(Browse, Key::ctrl('z'), C::Suspend),
        bind(Browse, p(Char('q')), C::Quit),
        bind(Browse, Key::ctrl('c'), C::QuitNow),
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
        bind(Search, Key::ctrl('l'), C::Redraw),
        bind(Search, Key::ctrl('z'), C::Suspend),
        bind(Search, Key::ctrl('c'), C::QuitNow),
        bind(Search, p(Left), C::InputLeft),
        bind(Search, Key::ctrl('b'), C::InputLeft),
        bind(Search, p(Right), C::InputRight),
        bind(Search, Key::ctrl('f'), C::InputRight),
        bind(Search, Key::alt(Char('b')), C::InputWordLeft),
        bind(Search, Key::alt(Left), C::InputWordLeft),
        bind(Search, Key::alt(Char('f')), C::InputWordRight),
        bind(Search, Key::alt(Right), C::InputWordRight),
        bind(Search, p(Home), C::InputStart),
        bind(Search, Key::ctrl('a'), C::InputStart),
        bind(Search, p(End), C::InputEnd),
        bind(Search, Key::ctrl('e'), C::InputEnd),
        bind(Search, p(Backspace), C::DeleteBack),
        bind(Search, Key::ctrl('h'), C::DeleteBack),
        bind(Search, p(Delete), C::DeleteForward),
        bind(Search, Key::ctrl('d'), C::DeleteForward),
        bind(Search, Key::ctrl('w'), C::DeleteWord),
        bind(Search, Key::alt(Backspace), C::DeleteWord),
        bind(Search, Key::alt(Char('d')), C::DeleteWordForward),
        bind(Search, Key::ctrl('u'), C::DeleteToStart),
        bind(Search, Key::ctrl('k'), C::DeleteToEnd),
        bind(Palette, p(Enter), C::Open),
        bind(Palette, p(Esc), C::StepBack),
        bind(Palette, p(Down), C::Down),
        bind(Palette, Key::ctrl('n'), C::Down),
        bind(Palette, p(Up), C::Up),
        bind(Palette, Key::ctrl('p'), C::Up),
        bind(Palette, p(PageDown), C::PageDown),
        bind(Palette, p(PageUp), C::PageUp),
        bind(Palette, p(Char('q')), C::Quit),
        bind(Palette, p(F(1)), C::StepBack),
        bind(Palette, Key::ctrl('t'), C::StepBack),
        bind(Palette, p(F(2)), C::Language),
        bind(Palette, p(Left), C::InputLeft),
        bind(Palette, p(Right), C::InputRight),
        bind(Palette, p(Home), C::InputStart),
        bind(Palette, Key::ctrl('a'), C::InputStart),
        bind(Palette, p(End), C::InputEnd),
        bind(Palette, Key::ctrl('e'), C::InputEnd),
        bind(Palette, p(Delete), C::DeleteForward),
        bind(Palette, Key::ctrl('k'), C::DeleteToEnd),
        bind(Palette, p(Backspace), C::DeleteBack),
        bind(Palette, Key::ctrl('h'), C::DeleteBack),
        bind(Palette, Key::ctrl('w'), C::DeleteWord),
        bind(Palette, Key::ctrl('u'), C::DeleteToStart),
        bind(Palette, Key::ctrl('l'), C::Redraw),
        bind(Palette, Key::ctrl('z'), C::Suspend),
        bind(Palette, Key::ctrl('c'), C::QuitNow),
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
        bind(Write, p(Left), C::InputLeft),
        bind(Write, Key::ctrl('b'), C::InputLeft),
        bind(Write, p(Right), C::InputRight),
        bind(Write, Key::ctrl('f'), C::InputRight),
        bind(Write, Key::with_ctrl(Left), C::InputWordLeft),
        bind(Write, Key::alt(Left), C::InputWordLeft),
        bind(Write, Key::alt(Char('b')), C::InputWordLeft),
        bind(Write, Key::with_ctrl(Right), C::InputWordRight),
        bind(Write, Key::alt(Right), C::InputWordRight),
        bind(Write, Key::alt(Char('f')), C::InputWordRight),
        bind(Write, p(Home), C::InputStart),
        bind(Write, Key::ctrl('a'), C::InputStart),
        bind(Write, p(End), C::InputEnd),
        bind(Write, Key::ctrl('e'), C::InputEnd),
        bind(Write, p(Backspace), C::DeleteBack),
        bind(Write, Key::ctrl('h'), C::DeleteBack),
        bind(Write, p(Delete), C::DeleteForward),
        bind(Write, Key::ctrl('d'), C::DeleteForward),
        bind(Write, Key::ctrl('w'), C::DeleteWord),
        bind(Write, Key::alt(Backspace), C::DeleteWord),
        bind(Write, Key::alt(Char('d')), C::DeleteWordForward),
        bind(Write, Key::ctrl('u'), C::DeleteToStart),
        bind(Write, Key::ctrl('k'), C::DeleteToEnd),
        bind(Write, Key::ctrl('l'), C::Redraw),
    ]
};

/// What `key` means in `context`.
#[must_use]
pub fn resolve(context: Context, key: Key) -> Option<Command> {
    BINDINGS.iter().find(|binding| binding.context == context && binding.key == key).map(|binding| binding.command)
}

/// The keys bound to `command` in `context`, the shown one first.
pub fn keys(context: Context, command: Command) -> impl Iterator<Item = Key> {
    BINDINGS.iter().filter(move |b| b.context == context && b.command == command).map(|binding| binding.key)
}

/// The keys of a command where it holds: in the list and the text, else in the search line, else where one picks or
/// writes.
pub fn shown_keys(command: Command) -> impl Iterator<Item = Key> {
    let holds = |context: &Context| keys(*context, command).next().is_some();
    let context = [Context::Browse, Context::Search, Context::Pick, Context::Write].into_iter().find(holds);
    context.into_iter().flat_map(move |context| keys(context, command))
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
        for hard in ['/', '[', ']', '?', ':', 'G', 'N', 'L'] {
            let command = resolve(Context::Browse, Key::plain(KeyCode::Char(hard))).expect("bound");
            let is_plain = |key: Key| !matches!(key.code, KeyCode::Char(c) if !c.is_ascii_lowercase());
            assert!(keys(Context::Browse, command).any(is_plain), "{hard}");
        }
        // Shift is held for the first of each where the second is plain.
        for (hard, plain) in [('+', '='), ('<', ','), ('>', '.')] {
            let command = |key| resolve(Context::Browse, Key::plain(KeyCode::Char(key)));
            assert!(command(hard).is_some() && command(hard) == command(plain), "{hard}");
        }
    }
}
