//! Words on the user's settings.

use crate::i18n::settings::SettingsWords;

pub const SETTINGS: SettingsWords = SettingsWords {
    faulty: |n, place| {
        let faults = if n == 1 { "fault" } else { "faults" };
        format!("{n} {faults} in your settings ({place}). All: dosje check")
    },
    mouse_on: "Mouse on: the terminal selects text with Shift held.",
    mouse_off: "Mouse off.",
};
