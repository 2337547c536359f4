//! Texts of the command line.

use crate::i18n::CliWords;

pub const CLI: CliWords = CliWords {
    error: "error",
    hint: "hint",
    warning: "warning",
    no_record: |typed| format!("no record \"{typed}\""),
    no_partner: |typed| format!("no partner \"{typed}\""),
    may_be_meant: |name| format!("did you mean \"{name}\"?"),
    try_search: |typed| format!("try `dosje search {typed}`"),
    several: |typed, ids| format!("\"{typed}\" may be any of: {}", ids.join(", ")),
    no_terminal: "no terminal to draw on",
    no_terminal_hint: "in scripts use `dosje search`, `dosje show` or `dosje agenda`; line by line, `dosje --plain`",
    see_all: |n, check| format!("run `{check}` to list all {n}"),
    no_data_files: |folder| format!("{folder}: no data files of yours"),
    no_query: "nothing to search for: give a word or a condition",
    wrong_filter: |typed| format!("a condition that cannot be met: \"{typed}\""),
};
