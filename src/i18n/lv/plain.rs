//! Texts of the dashboard line by line, in Latvian.

use crate::i18n::plain::{PlainWords, time};
use crate::i18n::plural::latvian;

pub const PLAIN: PlainWords = PlainWords {
    greeting: "dosje: rakstiet, ko meklēt; numurs atver ierakstu; :palīdzība rāda komandas; q iziet.",
    lines: &[
        ("kvantu japāna", "meklē; labākais ir pirmais"),
        ("/2027", "meklē arī to, kas ir numurs vai sākas ar kolu"),
        ("3", "atver trešo no saraksta"),
        ("Enter vai +", "tālāk: saraksts, teksts, pēc tā nākamais sanāksmes jautājums"),
        ("-", "sanāksmē: iepriekšējais jautājums"),
    ],
    tab: "pāriet uz cilni pēc numura vai nosaukuma un parādīt, kas tajā ir",
    due: "kas kad beidzas",
    meeting: "darba kārtība vai brīfings pa vienam jautājumam: kas sakāms, tad konteksts; ar N vai Q2 no tā jautājuma",
    quit: "iziet",
    links: "uz kurieni ieraksts ved",
    more: |count| format!("… vēl {count} {} (Enter)", latvian(count, "ieraksts", "ieraksti", "ierakstu")),
    more_text: "… (Enter: tālāk)",
    nothing_more: "Tālāk nekā nav.",
    no_number: |typed| format!("Sarakstā nav numura {typed}; meklēt to var tā: /{typed}"),
    nothing_marked: "Nekas nav atzīmēts; ierakstu atzīmē :atzīmēt N.",
    no_intent: "nav norādīts",
    none_open: "Vispirms atveriet ierakstu ar tā numuru.",
    unknown: |typed, nearest| match nearest {
        Some(nearest) => format!("Nav komandas :{typed}; varbūt :{nearest}?"),
        None => format!("Nav komandas :{typed}; :palīdzība rāda visas."),
    },
    usage: |form| format!("Jāraksta tā: {form}"),
    no_form: |typed| format!("Nav tāda formāta: {typed}; ir docx, md, txt, html, ics, csv, json"),
    saved: "saglabāts",
    marked: |named| format!("Atzīmēts: {named}"),
    unmarked: |named| format!("Atzīme noņemta: {named}"),
    is_marked: "atzīmēts",
    partner_in: |count| match count {
        0 => String::new(),
        count => format!("partneris {count} {}", latvian(count, "darbībā", "darbībās", "darbībās")),
    },
    named_in: |count| match count {
        0 => String::new(),
        count => format!("minēts {count} {}", latvian(count, "ierakstā", "ierakstos", "ierakstos")),
    },
    to_say: |seconds, limit| {
        let over = limit.map(|limit| format!(", ilgāk par {}", time(limit))).unwrap_or_default();
        format!("runāt apmēram {}{over}", time(seconds))
    },
    no_item: |typed, count| {
        format!(
            "Šeit nav punkta „{typed}”; ir {}.",
            if count == 1 { "tikai 1".to_owned() } else { format!("1–{count}") }
        )
    },
    language: "Latviski.",
    how_to_write: "Rakstiet piezīmi; rinda, kurā ir tikai punkts, to beidz.",
    unwritten: |path| format!("Nav ierakstīts: {path}"),
    yes_or_no: "j vai n",
};
