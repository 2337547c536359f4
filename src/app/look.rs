//! How what is drawn reaches the terminal: in which letters, in how many colours, on which background.
//!
//! Decided once, at the start: a flag goes before the environment, and that before the user's settings. Only the locale
//! comes after them, since it says what a system can do and not what somebody asks for. The terminal is not asked, because
//! an answer may never come.

use schemars::JsonSchema;
use serde::Deserialize;

pub use crate::domain::origin::Origin;

/// How what is drawn reaches the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// Whether only ASCII is sent.
    pub is_ascii: bool,
    /// Which colours there are.
    pub colours: Colours,
    /// What they stand on.
    pub background: Background,
}

/// Which colours there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Colours {
    /// None: bold, underlined and reversed remain.
    None,
    /// The 16 of the user's own terminal.
    #[default]
    #[serde(rename = "16")]
    Sixteen,
    /// The 256 of xterm.
    #[serde(rename = "256")]
    Many,
    /// 24 bits each.
    True,
}

/// What the colours stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Background {
    /// Light letters on dark.
    #[default]
    Dark,
    /// Dark letters on light.
    Light,
}

/// What was asked for on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Flags {
    /// Only ASCII.
    pub is_ascii: bool,
    /// Colours.
    pub colour: Asked,
}

/// Which colours were asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Asked {
    /// As the rest has it.
    #[default]
    Auto,
    /// Some, whatever the environment says.
    Always,
    /// These.
    Just(Colours),
}

/// What the user's settings say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wishes {
    /// Whether only ASCII is sent.
    pub is_ascii: Option<bool>,
    /// Which colours there are.
    pub colours: Option<Colours>,
    /// What they stand on.
    pub background: Option<Background>,
}

/// A look, and by what each part of it was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Decided {
    /// Whether only ASCII is sent.
    pub is_ascii: (bool, Origin),
    /// Which colours there are.
    pub colours: (Colours, Origin),
    /// What they stand on.
    pub background: (Background, Origin),
}

impl Colours {
    /// Its name in the user's settings, as its derived traits have it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Sixteen => "16",
            Self::Many => "256",
            Self::True => "true",
        }
    }
}

impl Background {
    /// Its name in the user's settings, as its derived traits have it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
        }
    }
}

impl Decided {
    /// The look alone.
    #[must_use]
    pub fn look(&self) -> Look {
        Look { is_ascii: self.is_ascii.0, colours: self.colours.0, background: self.background.0 }
    }
}

impl Look {
    /// Decides, given what was asked for, the user's settings, and the variables of the environment; one that is empty
    /// counts as unset.
    #[must_use]
    pub fn decide(flags: Flags, wishes: Wishes, variable: impl Fn(&str) -> Option<String>) -> Decided {
        let variable = |name: &str| variable(name).filter(|value| !value.is_empty());
        let chosen = wishes.colours.map(|colours| (colours, Origin::Config));
        Decided {
            is_ascii: match (flags.is_ascii, wishes.is_ascii) {
                (true, _) => (true, Origin::Flag),
                (false, Some(is_ascii)) => (is_ascii, Origin::Config),
                (false, None) => is_ascii(variable),
            },
            colours: match flags.colour {
                Asked::Just(colours) => (colours, Origin::Flag),
                Asked::Always => {
                    let some = wishes.colours.filter(|colours| *colours != Colours::None);
                    (some.unwrap_or(Colours::Sixteen), Origin::Flag)
                }
                Asked::Auto => or_wished(colours(variable), chosen),
            },
            background: or_wished(
                background(variable),
                wishes.background.map(|background| (background, Origin::Config)),
            ),
        }
    }
}

/// What the environment says; where it says nothing, what is wished.
fn or_wished<T>(said: (T, Origin), wished: Option<(T, Origin)>) -> (T, Origin) {
    if said.1 == Origin::Default { wished.unwrap_or(said) } else { said }
}

/// By the rule of locales that the first variable set decides; where none is, the locale is C, which is ASCII.
fn is_ascii(variable: impl Fn(&str) -> Option<String>) -> (bool, Origin) {
    let Some(locale) = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(variable) else {
        return (true, Origin::Default);
    };
    let charset = locale.split_once('.').map_or("", |(_, rest)| rest.split('@').next().unwrap_or_default());
    let is_utf8 = ["utf-8", "utf8"].iter().any(|name| charset.eq_ignore_ascii_case(name));
    (!is_utf8, Origin::Environment)
}

/// `NO_COLOR` as on no-color.org, `CLICOLOR_FORCE` as on bixense.com/clicolors; else as the terminal's kind can.
fn colours(variable: impl Fn(&str) -> Option<String>) -> (Colours, Origin) {
    if variable("NO_COLOR").is_some() {
        return (Colours::None, Origin::Environment);
    }
    if variable("CLICOLOR_FORCE").is_some_and(|value| value != "0") {
        return (Colours::Sixteen, Origin::Environment);
    }
    let is_monochrome = variable("TERM").is_some_and(|kind| {
        let is_of_vt = kind.strip_prefix("vt").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        is_of_vt || kind.ends_with("-m") || kind.ends_with("-mono")
    });
    if is_monochrome { (Colours::None, Origin::Environment) } else { (Colours::default(), Origin::Default) }
}

/// `COLORFGBG`, as rxvt and others set it: the last field is the background's number among the 16 colours.
fn background(variable: impl Fn(&str) -> Option<String>) -> (Background, Origin) {
    let number = variable("COLORFGBG").and_then(|value| value.rsplit(';').next()?.parse().ok());
    match number {
        Some(0..=6 | 8) => (Background::Dark, Origin::Environment),
        Some(7 | 9..=15) => (Background::Light, Origin::Environment),
        Some(16u8..) | None => (Background::Dark, Origin::Default),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decided(flags: Flags, variables: &[(&str, &str)]) -> Decided {
        wished(flags, Wishes::default(), variables)
    }

    fn wished(flags: Flags, wishes: Wishes, variables: &[(&str, &str)]) -> Decided {
        Look::decide(flags, wishes, |name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_first_variable_set_says_whether_the_locale_is_utf8() {
        for (variables, is_ascii, origin) in [
            (&[][..], true, Origin::Default),
            (&[("LANG", "lv_LV.UTF-8")], false, Origin::Environment),
            (&[("LANG", "C.utf8")], false, Origin::Environment),
            (&[("LANG", "de_DE.utf8@euro")], false, Origin::Environment),
            (&[("LANG", "C")], true, Origin::Environment),
            (&[("LANG", "lv_LV")], true, Origin::Environment),
            (&[("LANG", "lv_LV.ISO-8859-13")], true, Origin::Environment),
            (&[("LANG", "lv_LV.UTF-8"), ("LC_ALL", "C")], true, Origin::Environment),
            (&[("LANG", "lv_LV.UTF-8"), ("LC_ALL", "")], false, Origin::Environment),
            (&[("LANG", "C"), ("LC_CTYPE", "C.UTF-8")], false, Origin::Environment),
            (&[("LC_ALL", "POSIX"), ("LC_CTYPE", "C.UTF-8")], true, Origin::Environment),
            (&[("LC_MESSAGES", "C"), ("LANG", "C.UTF-8")], false, Origin::Environment),
        ] {
            assert_eq!(decided(Flags::default(), variables).is_ascii, (is_ascii, origin), "{variables:?}");
        }
        let flags = Flags { is_ascii: true, ..Flags::default() };
        assert_eq!(decided(flags, &[("LANG", "C.UTF-8")]).is_ascii, (true, Origin::Flag));
    }

    #[test]
    fn a_flag_decides_on_colours_before_the_environment_does() {
        use Asked::{Always, Auto, Just};
        for (asked, variables, colours, origin) in [
            (Auto, &[][..], Colours::Sixteen, Origin::Default),
            (Auto, &[("NO_COLOR", "1")], Colours::None, Origin::Environment),
            (Auto, &[("NO_COLOR", "0")], Colours::None, Origin::Environment),
            (Auto, &[("NO_COLOR", "")], Colours::Sixteen, Origin::Default),
            (Always, &[("NO_COLOR", "1")], Colours::Sixteen, Origin::Flag),
            (Just(Colours::None), &[("CLICOLOR_FORCE", "1")], Colours::None, Origin::Flag),
            (Just(Colours::Many), &[("NO_COLOR", "1")], Colours::Many, Origin::Flag),
            (Auto, &[("CLICOLOR_FORCE", "1")], Colours::Sixteen, Origin::Environment),
            (Auto, &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], Colours::None, Origin::Environment),
            (Auto, &[("TERM", "vt220")], Colours::None, Origin::Environment),
            (Auto, &[("TERM", "vte-256color")], Colours::Sixteen, Origin::Default),
            (Auto, &[("TERM", "linux-m")], Colours::None, Origin::Environment),
            (Auto, &[("TERM", "vt220"), ("CLICOLOR_FORCE", "0")], Colours::None, Origin::Environment),
            (Auto, &[("TERM", "vt220"), ("CLICOLOR_FORCE", "1")], Colours::Sixteen, Origin::Environment),
            (Auto, &[("TERM", "xterm-256color")], Colours::Sixteen, Origin::Default),
        ] {
            let flags = Flags { colour: asked, ..Flags::default() };
            assert_eq!(decided(flags, variables).colours, (colours, origin), "{asked:?} {variables:?}");
        }
    }

    #[test]
    fn what_is_set_goes_before_the_locale_and_behind_what_the_environment_asks_for() {
        use Origin::{Config, Environment, Flag};
        let wishes =
            Wishes { is_ascii: Some(false), colours: Some(Colours::Many), background: Some(Background::Light) };
        let quiet = wished(Flags::default(), wishes, &[("LANG", "C")]);
        assert_eq!(quiet.is_ascii, (false, Config));
        assert_eq!(quiet.colours, (Colours::Many, Config));
        assert_eq!(quiet.background, (Background::Light, Config));
        let told = wished(Flags::default(), wishes, &[("NO_COLOR", "1"), ("COLORFGBG", "15;0")]);
        assert_eq!(told.colours, (Colours::None, Environment));
        assert_eq!(told.background, (Background::Dark, Environment));
        let flags = Flags { is_ascii: true, colour: Asked::Always };
        let asked = wished(flags, wishes, &[("NO_COLOR", "1")]);
        assert_eq!((asked.is_ascii, asked.colours), ((true, Flag), (Colours::Many, Flag)));
    }

    #[test]
    fn the_last_field_of_colorfgbg_is_the_background() {
        for (value, background, origin) in [
            ("15;0", Background::Dark, Origin::Environment),
            ("0;15", Background::Light, Origin::Environment),
            ("0;default;15", Background::Light, Origin::Environment),
            ("0;7", Background::Light, Origin::Environment),
            ("12;8", Background::Dark, Origin::Environment),
            ("15;default", Background::Dark, Origin::Default),
            ("0;231", Background::Dark, Origin::Default),
            (";", Background::Dark, Origin::Default),
        ] {
            assert_eq!(decided(Flags::default(), &[("COLORFGBG", value)]).background, (background, origin), "{value}");
        }
    }
}
