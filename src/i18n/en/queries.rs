//! The user's queries, in English.

use super::reasons::why;
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
