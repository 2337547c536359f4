//! A key, and its name: as `dosje keys` prints it, so the user's settings have it.

use std::fmt;
use std::str::FromStr;

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

impl Key {
    /// A key with nothing held.
    #[must_use]
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    pub(super) const fn ctrl(letter: char) -> Self {
        Self::with_ctrl(KeyCode::Char(letter))
    }

    pub(super) const fn with_ctrl(code: KeyCode) -> Self {
        Self { code, ctrl: true, alt: false }
    }

    pub(super) const fn alt(code: KeyCode) -> Self {
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

/// A text that names no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no key of this name")]
pub struct NoKey;

impl FromStr for Key {
    type Err = NoKey;

    /// The inverse of its [`fmt::Display`].
    fn from_str(name: &str) -> Result<Self, NoKey> {
        read(name).filter(|key| key.to_string() == name).ok_or(NoKey)
    }
}

impl Key {
    /// The key that somebody means who names it after another fashion: `ctrl+f`, `C-f`, `^F`, `PageDown`.
    #[must_use]
    pub fn meant(name: &str) -> Option<Self> {
        let name = name.trim();
        read(name).or_else(|| read(&name.strip_prefix('^').map(|rest| format!("Ctrl-{rest}"))?))
    }

    /// The key a terminal sends in its place, where it has no bytes of its own.
    #[must_use]
    pub fn sent_as(self) -> Option<Self> {
        let code = match self.code {
            KeyCode::Char('i') => KeyCode::Tab,
            KeyCode::Char('m') => KeyCode::Enter,
            KeyCode::Char('[') => KeyCode::Esc,
            _ => return None,
        };
        (self.ctrl && !self.alt).then_some(Self::plain(code))
    }
}

/// A key by any name that leaves no doubt.
fn read(name: &str) -> Option<Key> {
    if let Some(key) = unheld(name) {
        return Some(key);
    }
    let (held, rest) = name.split_at_checked(name.find(['-', '+'])?)?;
    let rest = rest.get(1..)?;
    let key = read(rest)?;
    match held.to_lowercase().as_str() {
        "ctrl" | "control" | "c" if !key.ctrl => {
            let code = match key.code {
                KeyCode::Char(letter) => KeyCode::Char(letter.to_ascii_lowercase()),
                code => code,
            };
            Some(Key { code, ctrl: true, ..key })
        }
        "alt" | "meta" | "m" | "a" if !key.alt => Some(Key { alt: true, ..key }),
        "shift" | "s" if key == Key::plain(KeyCode::Tab) => Some(Key::plain(KeyCode::BackTab)),
        "shift" | "s" => match key.code {
            KeyCode::Char(letter) if letter.is_lowercase() && !key.ctrl => {
                let mut large = letter.to_uppercase();
                let code = KeyCode::Char(large.next()?);
                large.next().is_none().then_some(Key { code, ..key })
            }
            _ => None,
        },
        _ => None,
    }
}

/// The same with nothing held.
fn unheld(name: &str) -> Option<Key> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return (letter != ' ' && !letter.is_control()).then_some(Key::plain(KeyCode::Char(letter)));
    }
    Some(Key::plain(match name.to_lowercase().as_str() {
        "space" => KeyCode::Char(' '),
        "enter" | "return" => KeyCode::Enter,
        "esc" | "escape" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "backtab" => KeyCode::BackTab,
        "backspace" => KeyCode::Backspace,
        "delete" | "del" => KeyCode::Delete,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" | "pageup" => KeyCode::PageUp,
        "pgdn" | "pgdown" | "pagedown" => KeyCode::PageDown,
        other => {
            let number = other.strip_prefix('f')?.parse().ok()?;
            return (1..=24).contains(&number).then_some(Key::plain(KeyCode::F(number)));
        }
    }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn key() -> impl Strategy<Value = Key> {
        use KeyCode as K;
        let named = [
            K::Enter,
            K::Esc,
            K::Tab,
            K::BackTab,
            K::Backspace,
            K::Delete,
            K::Up,
            K::Down,
            K::Left,
            K::Right,
            K::Home,
            K::End,
            K::PageUp,
            K::PageDown,
        ];
        let code = prop_oneof![
            any::<char>().prop_filter("one that is shown", |c| !c.is_control()).prop_map(K::Char),
            "[ -~āŽ]".prop_map(|text| K::Char(text.chars().next().unwrap_or(' '))),
            (1..=24_u8).prop_map(K::F),
            prop::sample::select(named.to_vec()),
        ];
        (code, any::<bool>(), any::<bool>()).prop_map(|(code, ctrl, alt)| {
            let code = match code {
                // With Ctrl, small and capital letters are one key.
                K::Char(letter) if ctrl => K::Char(letter.to_ascii_lowercase()),
                code => code,
            };
            Key { code, ctrl, alt }
        })
    }

    proptest! {
        #[test]
        fn the_name_of_a_key_is_read_as_that_key(key in key()) {
            prop_assert_eq!(key.to_string().parse(), Ok(key));
        }

        #[test]
        fn a_name_that_is_read_is_the_name_of_the_key(name in "(Ctrl|Alt|Shift|ctrl|C|)[-+]?(.|Space|F[0-9]{1,3}|Tab|PgUp|[a-z]{1,6})") {
            if let Ok(key) = name.parse::<Key>() {
                prop_assert_eq!(key.to_string(), name);
            }
        }
    }

    #[test]
    fn names_of_other_programs_lead_to_the_name_here() {
        for (typed, name) in [
            ("ctrl+f", "Ctrl-F"),
            ("C-f", "Ctrl-F"),
            ("^F", "Ctrl-F"),
            ("<", "<"),
            ("Escape", "Esc"),
            ("pagedown", "PgDn"),
            ("f5", "F5"),
            ("shift-tab", "Shift-Tab"),
            ("Shift+n", "N"),
            ("M-x", "Alt-x"),
            ("return", "Enter"),
        ] {
            assert_eq!(Key::meant(typed).map(|key| key.to_string()).as_deref(), Some(name), "{typed}");
        }
        for typed in ["", "F0", "F25", "Ctrl-", "Hyper-x", "spaace", "ab", "Shift-1"] {
            assert_eq!(Key::meant(typed), None, "{typed}");
        }
    }
}
