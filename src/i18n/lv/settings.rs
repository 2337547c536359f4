//! Words on the user's settings.

use crate::i18n::plural::latvian;
use crate::i18n::settings::SettingsWords;

pub const SETTINGS: SettingsWords = SettingsWords {
    faulty: |n, place| {
        let faults = latvian(n, "kļūda", "kļūdas", "kļūdu");
        format!("Iestatījumos {n} {faults} ({place}). Visas: dosje check")
    },
    mouse_on: "Pele ieslēgta; tekstu terminālī atlasa, turot Shift.",
    mouse_off: "Pele izslēgta.",
};
