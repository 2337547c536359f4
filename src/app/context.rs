//! Where one is, as far as keys mean something else there.

use super::key::Key;

/// Where a binding holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// List or text has the focus.
    Browse,
    /// The search line has the focus.
    Search,
    /// A link is chosen by its number.
    Follow,
    /// The palette lies on top.
    Palette,
    /// A document's own text lies on top.
    Source,
    /// A question is asked.
    Ask,
    /// Wherever one moves through lines, behind the bindings of the place.
    Pages,
    /// Wherever a line is typed, behind the bindings of the place.
    Line,
    /// Everywhere, behind all others.
    Anywhere,
    /// A text is being written.
    Write,
    /// One sits in the meeting, one item a screen.
    Meeting,
    /// In the list and the search line, before their own bindings, while a record is to be picked.
    Pick,
}

impl Context {
    /// Itself and what holds behind it, the nearest first.
    pub(super) fn chain(self) -> impl Iterator<Item = Self> {
        let is_typing = matches!(self, Self::Search | Self::Palette | Self::Ask | Self::Write);
        let pages = matches!(self, Self::Browse | Self::Source | Self::Follow).then_some(Self::Pages);
        let line = is_typing.then_some(Self::Line);
        let anywhere = (self != Self::Pick).then_some(Self::Anywhere);
        std::iter::once(self).chain(pages).chain(line).chain(anywhere)
    }

    /// Whether a key is taken as text there, or as a digit, before it could be a command.
    #[must_use]
    pub fn takes(self, key: Key) -> bool {
        match key.typed() {
            None => false,
            Some(letter) if self == Self::Follow => letter.is_ascii_digit(),
            Some(_) => self.is_typed_into(),
        }
    }

    /// Whether letters are text there; also where bindings hold beside those of such a place.
    #[must_use]
    pub fn is_typed_into(self) -> bool {
        use Context::{Anywhere, Ask, Line, Palette, Pick, Search, Write};
        matches!(self, Search | Palette | Ask | Line | Write | Pick | Anywhere)
    }
}
