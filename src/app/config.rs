//! What the user has set: the type of `config.json`, from which its schema is made, and what comes of it beside the command
//! line and the environment.

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::command::COMMANDS;
use super::look::{self, Background, Colours, Decided, Look, Origin};
use super::view::Tab;
use crate::domain::contents::schema_of;
use crate::domain::{Lang, Pace};
use crate::i18n::language_of;

/// Settings of dosje.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Address of this schema, for editors that look it up.
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// Language of interface and data; else that of the locale.
    pub language: Option<Lang>,
    /// The tab the dashboard starts with.
    pub start_tab: Option<Tab>,
    /// How fast you speak; else 110 in Latvian and 130 in English.
    pub words_a_minute: Option<WordsAMinute>,
    /// Which colours there are.
    pub colours: Option<Colours>,
    /// What the colours stand on.
    pub background: Option<Background>,
    /// Whether only ASCII is sent to the terminal; else as the locale has it.
    pub ascii: Option<bool>,
    /// Whether the mouse is heard.
    pub mouse: Option<bool>,
    /// Keys of commands in place of their own, as `dosje keys` writes them; none where the list is empty.
    #[schemars(schema_with = "keys_schema")]
    pub keys: BTreeMap<String, Vec<String>>,
}

/// Words a minute.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct WordsAMinute {
    /// In Latvian.
    #[schemars(range(min = 40, max = 300))]
    pub lv: Option<u32>,
    /// In English.
    #[schemars(range(min = 40, max = 300))]
    pub en: Option<u32>,
}

fn keys_schema(_: &mut SchemaGenerator) -> Schema {
    let commands: Vec<&str> = COMMANDS.iter().map(|about| about.id).collect();
    json_schema!({
        "type": "object",
        "propertyNames": { "enum": commands },
        "additionalProperties": { "type": "array", "items": { "type": "string" } },
    })
}

impl Config {
    /// The JSON Schema of the file.
    #[must_use]
    pub fn schema() -> Schema {
        schema_of::<Self>()
    }
}

/// What was asked for on the command line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flags {
    /// Language.
    pub lang: Option<Lang>,
    /// Whether the mouse is heard.
    pub has_mouse: bool,
    /// How it reaches the terminal.
    pub look: look::Flags,
}

/// Every setting, and by what it was decided; the keys are the user's alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settled {
    /// Language.
    pub lang: (Lang, Origin),
    /// The tab to start with.
    pub tab: (Tab, Origin),
    /// How fast one speaks, and by what it was decided in Latvian and in English.
    pub pace: (Pace, [Origin; 2]),
    /// Whether the mouse is heard.
    pub mouse: (bool, Origin),
    /// How it reaches the terminal.
    pub look: Decided,
}

impl Settled {
    /// Decides: a flag goes before the environment, that before the user's settings, and these before what the program
    /// does by itself. Only the locale comes after the settings: it says what a system speaks, and asks for nothing.
    #[must_use]
    pub fn of(flags: Flags, config: &Config, variable: impl Fn(&str) -> Option<String>) -> Self {
        let variable = |name: &str| variable(name).filter(|value| !value.is_empty());
        let locale = || ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable);
        let spoken = || locale().and_then(|name| language_of(&name));
        let lang = match (flags.lang, config.language) {
            (Some(lang), _) => (lang, Origin::Flag),
            (None, Some(lang)) => (lang, Origin::Config),
            (None, None) => spoken().map_or_else(Default::default, |lang| (lang, Origin::Environment)),
        };
        let tab = config.start_tab.map_or_else(Default::default, |tab| (tab, Origin::Config));
        let (usual, given) = (Pace::default(), config.words_a_minute.unwrap_or_default());
        let pace = Pace { lv: given.lv.unwrap_or(usual.lv), en: given.en.unwrap_or(usual.en) };
        let by = |given: Option<u32>| if given.is_some() { Origin::Config } else { Origin::Default };
        let mouse = match (flags.has_mouse, config.mouse) {
            (true, _) => (true, Origin::Flag),
            (false, Some(has_mouse)) => (has_mouse, Origin::Config),
            (false, None) => (false, Origin::Default),
        };
        let wishes = look::Wishes { is_ascii: config.ascii, colours: config.colours, background: config.background };
        let look = Look::decide(flags.look, wishes, variable);
        Self { lang, tab, pace: (pace, [by(given.lv), by(given.en)]), mouse, look }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(flags: Flags, config: &str, variables: &[(&str, &str)]) -> Settled {
        let config: Config = serde_json::from_str(config).expect("settings");
        Settled::of(flags, &config, |name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn each_setting_says_by_what_it_was_decided() {
        use Origin::{Config as Set, Default as Own, Environment, Flag};
        let none = Flags::default();
        let english = Flags { lang: Some(Lang::En), has_mouse: true, ..none };
        for (flags, config, variables, lang, mouse) in [
            (none, "{}", &[][..], (Lang::Lv, Own), (false, Own)),
            (none, "{}", &[("LANG", "en_IE.UTF-8")], (Lang::En, Environment), (false, Own)),
            (none, "{}", &[("LANG", "C.UTF-8")], (Lang::Lv, Own), (false, Own)),
            (
                none,
                "{}",
                &[("LC_ALL", ""), ("LC_MESSAGES", "lv"), ("LANG", "en")],
                (Lang::Lv, Environment),
                (false, Own),
            ),
            (none, r#"{"language": "lv", "mouse": true}"#, &[("LANG", "en_IE.UTF-8")], (Lang::Lv, Set), (true, Set)),
            (none, r#"{"language": null, "mouse": false}"#, &[], (Lang::Lv, Own), (false, Set)),
            (english, r#"{"language": "lv", "mouse": false}"#, &[("LANG", "lv")], (Lang::En, Flag), (true, Flag)),
        ] {
            let settled = settled(flags, config, variables);
            assert_eq!((settled.lang, settled.mouse), (lang, mouse), "{config} {variables:?}");
        }
        let settled = settled(none, r#"{"start_tab": "timeline", "words_a_minute": {"en": 150}}"#, &[]);
        assert_eq!(settled.tab, (Tab::Timeline, Set));
        assert_eq!(settled.pace, (Pace { lv: 110, en: 150 }, [Own, Set]));
    }

    #[test]
    fn every_tab_is_called_in_the_settings_as_it_says() {
        for tab in Tab::ALL {
            let config: Config = serde_json::from_value(serde_json::json!({"start_tab": tab.word()})).expect("a tab");
            assert_eq!(config.start_tab, Some(tab));
        }
    }
}
