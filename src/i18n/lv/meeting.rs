//! Words for somebody who sits in a meeting.

use crate::i18n::meeting::MeetingWords;

pub const MEETING: MeetingWords = MeetingWords {
    nothing: "Nav ko rādīt: datos nav darba kārtības un nekas nav atzīmēts",
    to_say: "runa",
    about: "apm.",
    folded: |key| format!("konteksts … {key}"),
    folded_with_later: |key| format!("konteksts un vēlāk notikušais … {key}"),
    background: "Konteksts",
};
