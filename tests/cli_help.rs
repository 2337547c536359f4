//! What the program says of its own words: help, faults of what was typed, completions, the manual page.

#[path = "program/home.rs"]
mod home;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use home::{command, dosje, home, text};

const WORDS: [&str; 15] = [
    "search",
    "pick",
    "show",
    "source",
    "attach",
    "partner",
    "agenda",
    "due",
    "brief",
    "check",
    "schema",
    "keys",
    "doctor",
    "completions",
    "man",
];

fn run(args: &[&str]) -> Output {
    dosje(&home(), args)
}

fn said(args: &[&str]) -> String {
    text(&run(args).stdout).to_owned()
}

/// Lays a file below a folder.
fn lay(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    dosje::store::keep::export(&path, text.as_bytes(), true).expect("written");
}

#[test]
fn help_is_whole_in_the_language_asked_for() {
    // What clap would say by itself.
    let foreign =
        ["Usage", "Options", "OPTIONS", "Arguments", "Commands", "COMMAND", "Print", "ossible", "default", "summary"];
    for word in WORDS.into_iter().map(Some).chain([None]) {
        for help in ["--help", "-h"] {
            let typed: Vec<&str> = word.into_iter().chain([help, "--lang", "lv"]).collect();
            let output = run(&typed);
            let latvian = text(&output.stdout);
            assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""), "{typed:?}");
            assert!(foreign.iter().all(|word| !latvian.contains(word)), "{typed:?}: {latvian}");
            assert!(latvian.contains("\nLietojums: dosje ") && latvian.contains("\nOpcijas:\n"), "{latvian}");
            assert!(latvian.contains("--lang <VALODA>") && latvian.contains("--help"), "{latvian}");
            let too_wide = |line: &&str| line.chars().count() > 80 && line.trim_start().contains(' ');
            assert_eq!(latvian.lines().find(too_wide), None, "{typed:?}");
            let typed: Vec<&str> = word.into_iter().chain([help, "--lang", "en"]).collect();
            let english = said(&typed);
            assert!(english.contains("\nUsage: dosje ") && !english.contains("Lietojums"), "{english}");
            assert_eq!(english.chars().find(|letter| "āčēģīķļņšūž".contains(*letter)), None, "{english}");
            let count = |page: &str| page.lines().filter(|line| line.trim_start().starts_with('-')).count();
            assert_eq!(count(latvian), count(&english), "{typed:?}");
        }
    }
    let english = said(&["--help", "--lang", "en"]);
    assert!(english.contains("Exit codes: 0 done or found, 1 nothing found"), "{english}");
    assert!(english.contains("\nUsage: dosje [OPTIONS] [QUERY]...\n       dosje [OPTIONS] <COMMAND>\n"), "{english}");
}

#[test]
fn the_language_of_help_is_decided_as_that_of_everything_else() {
    let home = home();
    let is_latvian = |args: &[&str], locale: &str| {
        let output = command(home.path()).args(args).env("LANG", locale).output().expect("it starts");
        let said = [text(&output.stdout), text(&output.stderr)].concat();
        assert!(said.contains("Lietojums: ") != said.contains("Usage: "), "{args:?}: {said}");
        said.contains("Lietojums: ")
    };
    for wrong in ["--help", "--tody", "help"] {
        assert!(is_latvian(&[wrong], "lv_LV.UTF-8"), "{wrong}");
        assert!(is_latvian(&[wrong], "C"), "{wrong}");
        assert!(!is_latvian(&[wrong], "en_IE.UTF-8"), "{wrong}");
        assert!(!is_latvian(&["--lang=en", wrong], "lv_LV.UTF-8"), "{wrong}");
        assert!(is_latvian(&["--lang", "lv", wrong], "en_IE.UTF-8"), "{wrong}");
    }
    lay(home.path(), "config/dosje/config.json", r#"{ "language": "en" }"#);
    assert!(!is_latvian(&["--help"], "lv_LV.UTF-8"), "the settings go before the locale");
    assert!(is_latvian(&["--help", "--lang", "lv"], "en_IE.UTF-8"), "and a flag before them");
    lay(home.path(), "other.json", r#"{ "language": "lv" }"#);
    let other = home.path().join("other.json");
    assert!(is_latvian(&["--config", other.to_str().expect("UTF-8"), "--help"], "en_IE.UTF-8"), "a file that is named");
}

#[test]
fn what_is_wrong_with_the_words_is_said_in_both_languages() {
    for (typed, latvian, english) in [
        (
            &["--tody"][..],
            "nav opcijas „--tody”\npadoms: varbūt domāts „--today”?",
            "no option \"--tody\"\nhint: did you mean \"--today\"?",
        ),
        (
            &["search", "--foo"],
            "nav opcijas „--foo”\npadoms: ja ar to domāts teksts, nevis opcija, visa teksta priekšā rakstiet --: dosje search -- kvantu -japāna",
            "no option \"--foo\"\nhint: if it is text and no option, put -- before all of the text: dosje search -- kvantu -japāna",
        ),
        (
            &["--limit", "3", "search", "x"],
            "nav opcijas „--limit”\npadoms: varbūt domāts „search --limit”?",
            "no option \"--limit\"\nhint: did you mean \"search --limit\"?",
        ),
        (
            &["show"],
            "trūkst: <ID>\npadoms: visas iespējas parāda --help\nLietojums: dosje show [OPCIJAS] <ID>\n",
            "missing: <ID>\nhint: --help shows everything that can be written\nUsage: dosje show [OPTIONS] <ID>\n",
        ),
        (&["agenda", "a", "b"], "lieks vārds „b”\n", "a word too many: \"b\"\n"),
        (
            &["brief", "--format", "doc"],
            "„doc” nav derīga „--format <FORMĀTS>” vērtība\npadoms: varbūt domāts „docx”?",
            "\"doc\" is not a value of \"--format <FORMAT>\"\nhint: did you mean \"docx\"?",
        ),
        (
            &["brief", "--depth", "x"],
            "„x” nav derīga „--depth <CIK>” vērtība\npadoms: atļauts: whole, short, title",
            "\"x\" is not a value of \"--depth <DEPTH>\"\nhint: allowed: whole, short, title",
        ),
        (
            &["schema", "nonsense"],
            "„nonsense” nav derīga „[VEIDS]” vērtība\npadoms: atļauts: partners, ",
            "\"nonsense\" is not a value of \"[KIND]\"\nhint: allowed: partners, ",
        ),
        (
            &["--today", "soon"],
            "„soon” nav derīga „--today <GGGG-MM-DD>” vērtība\npadoms: rakstiet dienu: 2026-11-21",
            "\"soon\" is not a value of \"--today <YYYY-MM-DD>\"\nhint: write a day: 2026-11-21",
        ),
        (
            &["due", "--until", "soon"],
            "„soon” nav derīga „--until <DATUMS>” vērtība\npadoms: rakstiet 2027, ",
            "\"soon\" is not a value of \"--until <DATE>\"\nhint: write 2027, ",
        ),
        (
            &["search", "--limit", "x", "a"],
            "„x” nav derīga „--limit <SKAITS>” vērtība\npadoms: jābūt veselam skaitlim",
            "\"x\" is not a value of \"--limit <N>\"\nhint: it must be a whole number",
        ),
        (&["search", "--limit"], "opcijai „--limit <SKAITS>” trūkst vērtības\n", "\"--limit <N>\" needs a value\n"),
        (
            &["search", "a", "--json=3"],
            "opcijai „--json” vērtību nenorāda, bet norādīta „3”\n",
            "\"--json\" takes no value: \"3\"\n",
        ),
        (
            &["show", "--json", "--links", "1"],
            "„--json” nevar lietot kopā ar „--links”\n",
            "\"--json\" cannot be used together with \"--links\"\n",
        ),
        (&["due", "--json", "--json"], "opcija „--json” norādīta divreiz\n", "\"--json\" is given twice\n"),
        (&["help", "nonsense"], "nav komandas „nonsense”\n", "no command \"nonsense\"\n"),
    ] {
        for (lang, start, words) in [("lv", "kļūda", latvian), ("en", "error", english)] {
            let output = run(&[&["--lang", lang], typed].concat());
            let said = text(&output.stderr);
            assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), ""), "{typed:?}");
            assert!(said.starts_with(&format!("{start}: {words}")), "{typed:?}: {said}");
        }
    }
}

#[test]
fn help_goes_in_ascii_where_that_is_asked_for() {
    for words in [&["--help"][..], &["show"], &["brief", "-h"]] {
        let output = run(&[words, &["--lang", "lv", "--ascii"]].concat());
        let said = [output.stdout, output.stderr].concat();
        assert!(said.is_ascii() && text(&said).contains("Lietojums: dosje"), "{}", text(&said));
    }
}

/// What bash offers for the last of these words.
fn offered(script: &Path, words: &[&str]) -> Vec<String> {
    let typed = words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" ");
    let [before, last] = [words.len() - 2, words.len() - 1].map(|place| words[place]);
    let shell = format!(
        "source \"$1\"; COMP_WORDS=({typed}); COMP_CWORD={}; _dosje dosje '{last}' '{before}'; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
        words.len() - 1
    );
    let output = Command::new("bash").args(["-c", &shell, "bash"]).arg(script).output().expect("bash");
    assert!(output.stderr.is_empty(), "{output:?}");
    text(&output.stdout).lines().map(str::to_owned).collect()
}

#[test]
fn shells_offer_the_values_of_every_closed_list() {
    let home = home();
    lay(home.path(), "dosje.bash", text(&run(&["completions", "bash"]).stdout));
    let script = home.path().join("dosje.bash");
    assert!(Command::new("bash").arg("-n").arg(&script).status().expect("bash").success());
    for (words, values) in [
        (&["dosje", "doc"][..], &["doctor"][..]),
        (&["dosje", "--lang", ""], &["lv", "en", "both"]),
        (&["dosje", "--color", ""], &["auto", "always", "never", "256", "24bit"]),
        (&["dosje", "brief", "--format", ""], &["md", "txt", "html", "docx", "ics", "csv", "json"]),
        (&["dosje", "brief", "--group", ""], &["none", "item", "theme", "partner"]),
        (&["dosje", "brief", "--depth", ""], &["whole", "short", "title"]),
    ] {
        assert_eq!(offered(&script, words), values, "{words:?}");
    }
    for (words, values) in [
        (
            &["dosje", "schema", ""][..],
            &["document", "meeting", "partners", "glossary", "links", "later", "config"][..],
        ),
        (&["dosje", "completions", ""], &["bash", "elvish", "fish", "powershell", "zsh"]),
    ] {
        let offered = offered(&script, words);
        assert!(values.iter().all(|value| offered.iter().any(|word| word == value)), "{words:?}: {offered:?}");
    }
}

#[test]
fn every_shell_gets_completions_with_words_of_the_language() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = said(&["completions", shell, "--lang", "lv"]);
        assert!(["search", "brief", "doctor", "config"].iter().all(|word| script.contains(word)), "{shell}");
        // Bash shows no descriptions.
        if shell != "bash" {
            assert!(script.contains("Atrast ierakstus") && !script.contains("Find records"), "{shell}: {script}");
            assert!(said(&["completions", shell, "--lang", "en"]).contains("Find records"), "{shell}");
        }
    }
}

/// The text of a page without what steers a printer.
fn unrolled(page: &str) -> String {
    page.replace("\\*(Aq", "'")
        .replace("\\-", "-")
        .replace("\\fB", "")
        .replace("\\fI", "")
        .replace("\\fR", "")
        .replace("\\\\", "\\")
}

#[test]
fn the_manual_page_has_every_section_in_both_languages() {
    let heads = |lang: &str| -> Vec<String> {
        let page = said(&["man", "--lang", lang]);
        assert!(page.contains(".TH dosje 1"), "{page}");
        let heads = page.lines().filter_map(|line| line.strip_prefix(".SH "));
        heads.map(|head| head.trim_matches('"').to_owned()).collect()
    };
    let words: Vec<String> = WORDS.iter().map(|word| format!("DOSJE {}", word.to_uppercase())).collect();
    for (lang, before, after) in [
        (
            "en",
            ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS"],
            ["LIMITS", "EXIT STATUS", "FILES", "ENVIRONMENT", "EXAMPLES"],
        ),
        (
            "lv",
            ["NOSAUKUMS", "LIETOJUMS", "APRAKSTS", "OPCIJAS"],
            ["IEROBEŽOJUMI", "IZEJAS KODI", "DATNES", "VIDES MAINĪGIE", "PIEMĒRI"],
        ),
    ] {
        let all: Vec<String> =
            before.map(str::to_owned).into_iter().chain(words.clone()).chain(after.map(str::to_owned)).collect();
        assert_eq!(heads(lang), all);
    }
    let latvian = unrolled(&said(&["man", "--lang", "lv"]));
    assert!(latvian.contains("Iespējamās vērtības:") && !latvian.contains("ossible") && !latvian.contains("[default"));
    assert!(latvian.contains("\n74\nnevarēja saglabāt\n"), "{latvian}");
}

#[test]
fn the_examples_of_the_manual_page_work() {
    let home = home();
    let page = unrolled(&said(&["man", "--lang", "en"]));
    let examples = page.split(".SH \"EXAMPLES\"").nth(1).expect("the last section");
    let lines: Vec<&str> = examples.lines().collect();
    let examples: Vec<&str> = lines.windows(2).filter(|pair| pair[0] == ".TP").map(|pair| pair[1]).collect();
    assert!(examples.len() > 4, "{lines:?}");
    // The first opens the dashboard, which needs a terminal.
    for example in &examples[1..] {
        let program = Path::new(env!("CARGO_BIN_EXE_dosje")).parent().expect("a folder");
        let path = std::env::join_paths([program, Path::new("/usr/bin"), Path::new("/bin")]).expect("a path");
        let mut shell = Command::new("sh");
        shell.args(["-c", example]).current_dir(home.path()).env_clear().env("HOME", home.path()).env("PATH", path);
        let output = shell.stdin(Stdio::null()).output().expect("a shell");
        assert!(output.status.success(), "{example}: {output:?}");
    }
    assert!(home.path().join("q3.docx").exists() && home.path().join("dates.ics").exists());
}

#[test]
fn readme_names_what_the_manual_page_names() {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).expect("there");
    let readme = readme.split_whitespace().collect::<Vec<_>>().join(" ");
    let page = unrolled(&said(&["man", "--lang", "en"]));
    let section = |head: &str| page.split(&format!(".SH \"{head}\"\n")).nth(1).expect(head).split(".SH").next();
    let named = |head: &str| -> Vec<String> {
        let lines: Vec<&str> = section(head).expect(head).lines().collect();
        lines.windows(2).filter(|pair| pair[0] == ".TP").map(|pair| pair[1].to_owned()).collect()
    };
    for variable in named("ENVIRONMENT").iter().flat_map(|names| names.split(", ")) {
        assert!(readme.contains(variable), "{variable}");
    }
    for word in readme.split(|sign: char| !(sign.is_ascii_uppercase() || sign == '_' || sign == '$')) {
        let variable = word.trim_start_matches('$');
        let is_of_program = !["SHELL", "CI"].contains(&variable);
        assert!(!word.starts_with('$') || !is_of_program || page.contains(variable), "README has {word}");
    }
    let codes = section("EXIT STATUS").expect("codes").lines().filter(|line| !line.starts_with('.'));
    let codes: Vec<&str> = codes.collect();
    for pair in codes.chunks(2) {
        assert!(readme.contains(&pair.join(" ")), "{pair:?}");
    }
}
