//! What the manual page says beside the words: exit codes, files, variables, examples.

use super::Both;

/// Exit codes.
pub const EXIT_CODES: [(&str, Both); 8] = [
    ("0", ("izdarīts vai atrasts", "done or found")),
    ("1", ("nekas nav atrasts", "nothing found")),
    ("2", ("kļūda komandā, datos, ievadē vai izvadē", "usage, data or I/O error")),
    ("70", ("programmas iekšēja kļūda", "internal error")),
    ("74", ("nevarēja saglabāt", "could not save")),
    ("130", ("pārtraukts", "interrupted")),
    ("129", ("zudis savienojums", "hung up")),
    ("143", ("apturēts no ārpuses", "terminated")),
];

/// Files that are read or written without being named.
pub const FILES: &[(&str, Both)] = &[
    (
        "$XDG_DATA_HOME/dosje/*.json, documents/*.json, meetings/*.json",
        (
            "jūsu datu datnes, ko liek virs iebūvētajām (parasti ~/.local/share/dosje)",
            "your own data files, which lie on top of the built-in ones (usually ~/.local/share/dosje)",
        ),
    ),
    ("$XDG_DATA_HOME/dosje/texts/", ("dokumentu teksti, ko rāda `source`", "texts of documents, which `source` shows")),
    ("$XDG_DATA_HOME/dosje/own/state.json", ("jūsu atzīmes un piezīmes", "your marks and notes")),
    (
        "$XDG_DATA_HOME/dosje/own/drafts/",
        (
            "melnraksti; ja tur rakstīt nevar, tie ir $XDG_RUNTIME_DIR/dosje/drafts/",
            "drafts; in $XDG_RUNTIME_DIR/dosje/drafts/ where that cannot be written",
        ),
    ),
    (
        "$XDG_STATE_HOME/dosje/queries.json",
        (
            "uzdotie un saglabātie vaicājumi (parasti ~/.local/state/dosje)",
            "queries asked and saved (usually ~/.local/state/dosje)",
        ),
    ),
    (
        "$XDG_CONFIG_HOME/dosje/config.json",
        (
            "iestatījumi (parasti ~/.config/dosje); to shēmu dod `dosje schema config`",
            "settings (usually ~/.config/dosje); `dosje schema config` prints their schema",
        ),
    ),
];

/// Variables of the environment that decide something.
pub const ENVIRONMENT: &[(&str, Both)] = &[
    (
        "LC_ALL, LC_MESSAGES, LANG",
        (
            "pirmais iestatītais nosaka valodu, ja to nenosaka ne --lang, ne iestatījumi",
            "the first that is set decides on the language where neither --lang nor the settings do",
        ),
    ),
    (
        "LC_ALL, LC_CTYPE, LANG",
        (
            "ja pirmais iestatītais nav UTF-8 vai nav neviena, terminālim sūta tikai ASCII zīmes",
            "where the first that is set is not UTF-8, or none is, only ASCII is sent to the terminal",
        ),
    ),
    (
        "TERM",
        (
            "termināļa veids: ja tas ir dumb, tukšs vai nav iestatīts, dosjē atver pa rindām; daži veidi ir bez krāsām",
            "kind of terminal: if dumb, empty or not set, the dashboard is opened line by line; some kinds have no colours",
        ),
    ),
    ("NO_COLOR", ("ja nav tukšs, krāsu nav", "no colours, if not empty")),
    (
        "CLICOLOR_FORCE",
        ("ja nav ne tukšs, ne 0, krāsas ir katrā terminālī", "colours on every terminal, if neither empty nor 0"),
    ),
    (
        "COLORFGBG",
        (
            "pēdējais skaitlis ir fona krāsa: uz gaiša fona dzeltenu, ciāna un zaļu neizmanto",
            "its last number is the background: with a light one nothing is yellow, cyan or green",
        ),
    ),
    (
        "VISUAL, EDITOR",
        (
            "redaktors piezīmēm; bez tā raksta programmā pašā",
            "the editor for notes; without one they are written in the program itself",
        ),
    ),
    (
        "ESCDELAY",
        (
            "cik milisekunžu pēc Esc gaidīt taustiņa pārējos baitus",
            "how many milliseconds to wait after Esc for the rest of a key",
        ),
    ),
    (
        "SSH_CONNECTION, SSH_TTY",
        ("ja kāds ir iestatīts, pēc Esc gaida ilgāk", "if one is set, the wait after Esc is longer"),
    ),
    ("TMUX", ("ja ir iestatīts, starpliktuve ir caur tmux", "if set, the clipboard goes through tmux")),
    ("XDG_DATA_HOME, XDG_STATE_HOME, XDG_CONFIG_HOME, XDG_RUNTIME_DIR", ("kur ir jūsu datnes", "where your files lie")),
];

/// Examples that work with the built-in data.
pub const EXAMPLES: &[(&str, Both)] = &[
    (
        "dosje kvantu",
        (
            "atvērt dosjē ar to, kas atrasts par kvantu tehnoloģijām",
            "open the dashboard on what is found on quantum technologies",
        ),
    ),
    (
        "dosje search --partner japan kvantu",
        ("atrast to pašu bez ekrāna, tikai ar Japānu", "find the same without a screen, only with Japan"),
    ),
    ("dosje show 2.4.1 --lang en", ("darbība 2.4.1 angļu valodā", "action 2.4.1 in English")),
    ("dosje due --ics > dates.ics", ("termiņi kalendāram", "what falls due, for a calendar")),
    (
        "dosje brief Q3 6.1 --lang both --format docx -o q3.docx",
        (
            "brīfings Word formātā abās valodās: jautājums Q3, darbības, kas uz to attiecas, un 6.1",
            "a briefing for Word in both languages: item Q3, the actions that bear on it, and 6.1",
        ),
    ),
    (
        "printf 'kvantu\\n1\\nq\\n' | dosje --plain",
        ("atvērt pirmo atrasto pa rindām", "open the first that is found, line by line"),
    ),
    (
        "dosje check",
        ("vai jūsu datu datnēs un iestatījumos ir kļūdas", "whether your data files and settings have faults"),
    ),
];
