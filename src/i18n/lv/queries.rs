//! The user's queries, in Latvian.

use crate::domain::kept::{Reason, Unkept};
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

/// Why a file of the user's could not be read or written.
pub fn why(unkept: &Unkept) -> String {
    let reason = match &unkept.reason {
        Reason::NoPlace => "nav zināma mājas mape, kurā glabāt",
        Reason::Newer => "to rakstījusi jaunāka programmas versija; datne nav mainīta",
        Reason::Damaged(line, column) => {
            return format!("{}:{line}:{column}: datne ir bojāta", unkept.file);
        }
        Reason::Taken => "datne ar šādu nosaukumu jau ir",
        Reason::Missing => "tādas datnes vai mapes nav",
        Reason::NotUtf8(line, column) => {
            return format!("{}:{line}:{column}: tas nav UTF-8 teksts", unkept.file);
        }
        Reason::Busy => "datni aizņēmis cits logs",
        Reason::NoPermission => "nav atļaujas",
        Reason::ReadOnly => "datņu sistēma ir tikai lasāma",
        Reason::Full => "nav vietas",
        Reason::NotAFile => "tā nav parasta datne",
        Reason::NotAFolder => "mapes vietā ir datne",
        Reason::Gone => "tās vairs nav",
        Reason::NotText => "tajā nav UTF-8 teksta",
        Reason::Empty => "datne ir tukša",
        Reason::TooLarge => "datne ir pārāk liela",
        Reason::Other(reason) => reason,
    };
    if unkept.file.is_empty() { reason.to_owned() } else { format!("{}: {reason}", unkept.file) }
}
