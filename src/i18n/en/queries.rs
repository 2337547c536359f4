//! The user's queries, in English.

use crate::domain::kept::{Reason, Unkept};
use crate::i18n::QueryWords;

pub const QUERIES: QueryWords = QueryWords {
    not_read: |unkept| format!("Queries cannot be read: {}", why(unkept)),
    not_kept: |unkept| format!("Queries cannot be kept: {}", why(unkept)),
    set_aside: |name| format!("The file of queries was damaged; it is set aside as {name}"),
    nothing: "Nothing found.",
    group: "Queries",
    save: "save",
    forget: "forget",
    to_save: |query, replaced| match (query, replaced) {
        ("", _) => "no query to save".to_owned(),
        (query, Some(old)) if old != query => format!("save \"{query}\" (instead of \"{old}\")"),
        (query, _) => format!("save the query \"{query}\""),
    },
    to_save_as: |query| format!("save the query \"{query}\" as …"),
    to_forget: "forget the saved query …",
    forgets: |query| format!("forget the query \"{query}\""),
    saved: |name| format!("The query is saved as \"{name}\"."),
    forgotten: |name| format!("The query \"{name}\" is forgotten."),
};

/// Why a file of the user's could not be read or written.
pub fn why(unkept: &Unkept) -> String {
    let reason = match &unkept.reason {
        Reason::NoPlace => "no home folder is known to keep it in",
        Reason::Newer => "a newer version of the program wrote them; the file is as it was",
        Reason::Damaged(line, column) => {
            return format!("{}:{line}:{column}: the file is damaged", unkept.file);
        }
        Reason::Taken => "a file of this name is there already",
        Reason::Missing => "no such file or folder",
        Reason::NotUtf8(line, column) => {
            return format!("{}:{line}:{column}: not a text in UTF-8", unkept.file);
        }
        Reason::Busy => "another window holds the file",
        Reason::NoPermission => "no permission",
        Reason::ReadOnly => "read-only file system",
        Reason::Full => "no room left",
        Reason::NotAFile => "not a regular file",
        Reason::NotAFolder => "a file stands where a folder should",
        Reason::Gone => "it is gone",
        Reason::NotText => "it holds no UTF-8 text",
        Reason::Empty => "the file is empty",
        Reason::TooLarge => "the file is too large",
        Reason::Other(reason) => reason,
    };
    if unkept.file.is_empty() { reason.to_owned() } else { format!("{}: {reason}", unkept.file) }
}
