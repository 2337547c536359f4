//! Words for somebody who sits in a meeting.

use crate::i18n::meeting::MeetingWords;

pub const MEETING: MeetingWords = MeetingWords {
    nothing: "Nothing to show: the data hold no agenda, and nothing is marked",
    to_say: "to say",
    about: "c.",
    folded: |key| format!("background … {key}"),
    folded_with_later: |key| format!("background and what came later … {key}"),
    background: "Background",
};
