//! Texts of the command line.

use crate::i18n::CliWords;
use crate::i18n::plural::latvian;

pub const CLI: CliWords = CliWords {
    error: "kļūda",
    hint: "padoms",
    warning: "brīdinājums",
    no_record: |typed| format!("nav ieraksta „{typed}”"),
    no_partner: |typed| format!("nav partnera „{typed}”"),
    may_be_meant: |name| format!("varbūt „{name}”?"),
    try_search: |typed| format!("mēģiniet `dosje search {typed}`"),
    several: |typed, ids| format!("„{typed}” var būt jebkurš no: {}", ids.join(", ")),
    no_terminal: "nav termināļa, kurā rādīt",
    no_terminal_hint: "skriptos lietojiet `dosje search`, `dosje show` vai `dosje agenda`; pa rindām darbojas `dosje --plain`",
    see_all: |n, check| format!("`{check}` parāda visas ({n} {})", latvian(n, "kļūda", "kļūdas", "kļūdu")),
    no_data_files: |folder| format!("{folder}: jūsu datu datņu nav"),
    no_query: "nav ko meklēt: uzrakstiet vārdu vai nosacījumu",
    wrong_filter: |typed| format!("neizpildāms nosacījums „{typed}”"),
};
