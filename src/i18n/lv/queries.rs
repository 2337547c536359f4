//! The user's queries, in Latvian.

use super::reasons::why;
use crate::i18n::QueryWords;

pub const QUERIES: QueryWords = QueryWords {
    not_read: |unkept| format!("Vaicājumus nevar nolasīt: {}", why(unkept)),
    not_kept: |unkept| format!("Vaicājumus nevar saglabāt: {}", why(unkept)),
    set_aside: |name| format!("Vaicājumu datne bija bojāta; tā ir nolikta malā kā {name}"),
    nothing: "Nekas nav atrasts.",
    group: "Vaicājumi",
    save: "saglabāt",
    forget: "aizmirst",
    to_save: |query, replaced| match (query, replaced) {
        ("", _) => "nav vaicājuma, ko saglabāt".to_owned(),
        (query, Some(old)) if old != query => format!("saglabāt „{query}” („{old}” vietā)"),
        (query, _) => format!("saglabāt vaicājumu „{query}”"),
    },
    to_save_as: |query| format!("saglabāt vaicājumu „{query}” ar nosaukumu …"),
    to_forget: "aizmirst saglabāto vaicājumu …",
    forgets: |query| format!("aizmirst vaicājumu „{query}”"),
    saved: |name| format!("Vaicājums saglabāts ar nosaukumu „{name}”."),
    forgotten: |name| format!("Vaicājums „{name}” aizmirsts."),
};
