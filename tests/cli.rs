//! The words on the command line, as a user types them into a shell.

#[path = "wire/grammar.rs"]
mod grammar;
#[path = "program/home.rs"]
mod home;
#[path = "wire/hostile.rs"]
#[expect(dead_code, reason = "the dice are for what is drawn into memory")]
mod hostile;

use std::process::{Output, Stdio};

use dosje::store::keep;
use grammar::foreign;
use home::{command, dosje, home, text};
use serde_json::Value;

fn run(args: &[&str]) -> Output {
    dosje(&home(), args)
}

fn json(args: &[&str]) -> Value {
    serde_json::from_slice(&run(args).stdout).expect("JSON")
}

fn first_hit(query: &str) -> String {
    json(&["search", "--json", query])["hits"][0]["id"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_links_of_a_record_are_printed_under_their_numbers() {
    let output = run(&["show", "2.4.1", "--links", "--lang", "en"]);
    let lines: Vec<Vec<&str>> = text(&output.stdout).lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(lines.first().map(|line| &line[..2]), Some(&["1", "ids25/T2.4"][..]));
    for (number, line) in (1..).zip(&lines) {
        assert_eq!(line[0], format!("{number}"), "{line:?}");
    }
    assert_eq!(lines.last().map(|line| line[1]), Some("ids25"));
}

#[test]
fn what_people_type_finds_the_record_they_mean_first() {
    for (query, id) in [
        ("kvantu japana", "ids25/2.4.1"),
        ("GDHCN", "ids25/4.5"),
        ("ransomware", "ids25/3.6"),
        ("kiberrezerve moldova", "ids25/3.3"),
        ("2.4.1", "ids25/2.4.1"),
        ("LAC4", "ids25/3.8"),
        ("Arktikas savienotiba", "ids25/1.1"),
        ("fimi", "ids25/5.6"),
        ("karklins", "tte-2014-10/karklins"),
        ("apvarsnis eiropa", "ids25/2.1.5"),
        ("open internet stack", "ids25/6.4"),
    ] {
        assert_eq!(first_hit(query), id, "{query}");
    }
    assert!(["tte-2014-10/P3.2", "tte-2014-10/OQ1"].contains(&first_hit("IGF mandate").as_str()));
}

#[test]
fn a_word_in_no_record_finds_nothing_and_says_so_by_its_exit_code() {
    for word in ["zebra", "astoni", "marss", "grieze"] {
        let output = run(&["search", word]);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), ""), "{word}");
    }
}

#[test]
fn the_digital_services_act_does_not_lead_to_the_action_on_the_markets_act() {
    let hits = json(&["search", "--json", "DSA"]);
    let ids: Vec<_> = hits["hits"].as_array().expect("hits").iter().map(|hit| hit["id"].as_str()).collect();
    assert_eq!(ids.first(), Some(&Some("ids25/5.3")));
    assert!(!ids.contains(&Some("ids25/5.1")), "{ids:?}");
}

#[test]
fn filters_narrow_a_search_to_a_theme_or_a_partner() {
    let numbers = |args: &[&str]| -> Vec<String> {
        let hits = json(args);
        hits["hits"].as_array().expect("hits").iter().map(|hit| hit["id"].as_str().expect("id").to_owned()).collect()
    };
    assert_eq!(numbers(&["search", "--json", "--partner", "brazilija", "kiber"]), ["ids25/3.1"]);
    assert_eq!(numbers(&["search", "--json", "theme:2.4", "g7"]), ["ids25/2.4.4", "ids25/T2.4"]);
    assert_eq!(numbers(&["search", "--json", "--theme", "2.4", "--limit", "1", "kvantu"]).len(), 1);
}

#[test]
fn what_a_card_shows_is_searched_too() {
    for (query, id) in [
        ("delegācijas vadītājs", "tte-2014-10"),
        ("ierobežots laiks", "tte-2014-10/OQ1"),
        ("prezidēšanas laikā", "ids25/2.4.4"),
    ] {
        assert_eq!(first_hit(query), id, "{query}");
    }
}

#[test]
fn the_value_of_a_condition_may_stand_in_quotes() {
    assert_eq!(first_hit("partner:\"South Korea\" kvantu konkursi"), "ids25/2.4.3");
    assert_eq!(first_hit("partner:\"Japan\" kvantu"), first_hit("partner:japan kvantu"));
    let output = run(&["search", "--lang", "en", "partner:\"Norvik Land\""]);
    assert!(text(&output.stderr).contains("no \"Norvik Land\""), "{}", text(&output.stderr));
}

#[test]
fn a_briefing_on_a_record_that_is_not_there_is_no_briefing_on_another() {
    for number in ["7.1", "Q9", "9.9.9", "ids25/7.1"] {
        let output = run(&["brief", number]);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), ""), "{number}");
        assert!(text(&output.stderr).starts_with(&format!("kļūda: nav ieraksta „{number}”")), "{number}");
    }
    assert_eq!(run(&["brief", "kvantu"]).status.code(), Some(0));
}

#[test]
fn a_meeting_is_briefed_by_what_no_title_but_its_own_has() {
    for name in ["milāna", "TTE milan", "Neformālā TTE ministru sanāksme Milānā"] {
        let output = run(&["brief", name, "--depth", "title"]);
        assert!(text(&output.stdout).contains("\n## Q1 Vienota ES nostāja"), "{name}");
    }
    // What is excluded, or must stand side by side, is no name.
    assert!(text(&run(&["brief", "--depth", "title", "--", "-milāna"]).stdout).contains("\n## 1.1 "));
    for query in ["\"milāna neformālā\"", "milāna -neformālā"] {
        assert_eq!(run(&["brief", query]).status.code(), Some(1), "{query}");
    }
    // A theme is one without diacritics too.
    let brief = |name| text(&run(&["brief", name, "--depth", "title"]).stdout).to_owned();
    assert_eq!(brief("kiberdrosiba"), brief("Kiberdrošība"));
    // Ministers meet elsewhere too: that is a query.
    let output = run(&["brief", "ministru", "--depth", "title"]);
    let output = text(&output.stdout);
    assert!(output.contains("## 2.1.4 ") && output.contains("Milānā") && !output.contains("## Q1 "), "{output}");
}

#[test]
fn the_name_of_a_partner_is_no_part_of_a_word_and_likenesses_are_for_want_of_words() {
    let ids = |query: &str| {
        let hits = run(&["search", "--tsv", query]);
        let first = |line: &str| line.split('\t').next().map(str::to_owned);
        text(&hits.stdout).lines().filter_map(first).collect::<Vec<_>>()
    };
    // Every innovation holds it.
    assert_eq!(ids("vācijas"), ["partner/DE"]);
    assert!(ids("ācija").len() > 20);
    // Latin America is one word in Latvian, and a part of America.
    for (part, whole) in [("amerika", "partner/m49:419"), ("āfrika", "partner/ZA"), ("latīņu amerika", "ids25/2.4.5")]
    {
        assert!(ids(part).iter().any(|id| id == whole), "{part}");
    }
    // The mainland of China is like it.
    assert!(!ids("milan").iter().any(|id| id == "partner/CN"));
}

#[test]
fn a_partner_that_may_be_meant_is_named() {
    let output = run(&["partner", "jpana", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stderr), "error: no partner \"jpana\"\nhint: did you mean \"Japāna\"?\n");
    let output = run(&["partner", "zebra", "--lang", "en"]);
    assert_eq!(text(&output.stderr), "error: no partner \"zebra\"\nhint: try `dosje search zebra`\n");
}

#[test]
fn a_theme_that_cannot_be_is_no_query_without_it() {
    let output = run(&["search", "kvantu", "--theme", "//x"]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), ""));
}

#[test]
fn a_theme_is_named_by_words_of_its_title_too() {
    for (query, theme) in [
        ("tēma:kiberdrosibu", "ids25/T3"),
        ("theme:\"artificial intelligence\"", "ids25/T2.1"),
        ("theme:2.1", "ids25/T2.1"),
        ("tēma:jauntehnoloģijas", "ids25/T2"),
    ] {
        assert_eq!(first_hit(query), theme, "{query}");
    }
    // What lies below the sub-themes is under it too.
    assert_eq!(first_hit("tēma:jauntehnoloģijas japana kvantu"), "ids25/2.4.1");
}

#[test]
fn every_condition_that_the_readme_names_is_understood() {
    let readme = include_str!("../README.md");
    let table = readme.split("| typed | finds |").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("the table");
    let conditions: Vec<&str> = table.split('`').skip(1).step_by(2).filter(|typed| typed.contains(':')).collect();
    assert!(conditions.len() > 20, "{conditions:?}");
    for condition in conditions {
        let code = run(&["search", "--", condition]).status.code();
        assert!(matches!(code, Some(0 | 1)), "{condition}");
    }
}

/// Whether a record is among the hits of a query.
fn finds(query: &str, id: &str) -> bool {
    let output = run(&["search", "--tsv", "--today", "2026-11-22", "--", query]);
    text(&output.stdout).lines().any(|line| line.split('\t').next() == Some(id))
}

#[test]
fn what_stands_behind_a_minus_is_a_number_a_phrase_or_a_condition_as_elsewhere() {
    for (query, gone, stays) in [
        ("kvantu -2.4.1", "ids25/2.4.1", "ids25/2.4.2"),
        ("kvantu -theme:2.4", "ids25/2.4.1", "ids25/T2"),
        ("kvantu -partner:japan", "ids25/2.4.1", "ids25/2.4.2"),
        ("kvantu -\"kvantu zinātnes\"", "ids25/2.4.2", "ids25/2.4.1"),
    ] {
        assert!(!finds(query, gone) && finds(query, stays), "{query}");
    }
    assert!(!finds("kvantu -lang:lv", "ids25/2.4.1") && finds("quantum -lang:lv", "ids25/2.4.1"));
    let output = run(&["search", "--lang", "en", "--", "-theme:zz"]);
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
}

#[test]
fn what_ends_this_quarter_ends_this_year_and_is_running() {
    for query in ["state:thisquarter", "stāvoklis:šogad", "state:running"] {
        assert!(finds(query, "ids25/2.1.8"), "{query}");
    }
    // What runs on for years ends in none of them.
    for (query, is_found) in [("state:thisquarter", false), ("stāvoklis:šogad", false), ("state:running", true)] {
        assert_eq!(finds(query, "ids25/1.1"), is_found, "{query}");
    }
    assert!(!finds("state:past", "ids25/2.1.8"));
}

#[test]
fn a_year_seen_from_the_day_is_asked_for_as_one_says_it() {
    for query in ["nākamgad", "kas beidzas nakamaja gada", "what ends next year", "due:nextyear", "termiņš:nāk"] {
        assert!(finds(query, "ids25/5.2") && !finds(query, "ids25/2.1.8") && !finds(query, "ids25/1.1"), "{query}");
    }
    for query in ["pērn", "last year"] {
        assert!(finds(query, "ids25/6.1") && !finds(query, "ids25/5.2"), "{query}");
    }
    for query in ["šajā gadā", "this year", "this quarter"] {
        assert!(finds(query, "ids25/2.1.8") && !finds(query, "ids25/5.2"), "{query}");
    }
    assert!(!finds("\"next year\"", "ids25/5.2"), "in quotes it is a phrase");
    let output = run(&["search", "--today", "2026-11-21", "--lang", "lv", "kas beidzas nākamajā gadā"]);
    assert!(text(&output.stderr).contains("„nākamajā gadā” lasīts kā „termiņš:nākamgad”"), "{}", text(&output.stderr));
}

#[test]
fn a_topic_in_a_year_seen_from_the_day_is_what_runs_then() {
    for query in ["kvantu nākamgad", "quantum next year", "gads:nākamgad kvantu", "partneris:JP kvantu nākamgad"] {
        assert!(finds(query, "ids25/2.4.1") && !finds(query, "ids25/2.4.2"), "{query}");
    }
    assert!(finds("kvantu šogad", "ids25/2.4.2") && !finds("kvantu šogad", "ids25/2.4.3"));
}

#[test]
fn what_starts_or_ends_in_a_year_is_asked_for_as_one_says_it() {
    for query in ["kas sākas 2027", "what starts in 2027", "kas sākas nākamgad", "start:2027", "sākums:nākamgad"] {
        assert!(finds(query, "ids25/2.4.3") && !finds(query, "ids25/5.2"), "{query}");
    }
    for query in [
        "kas beidzas 2027",
        "kas beidzas 2027. ga",
        "kas beidzas 2027. gadā",
        "deadline 2027",
        "termiņi 2027",
        "due 4c27",
    ] {
        assert!(finds(query, "ids25/5.2") && !finds(query, "ids25/2.4.3"), "{query}");
    }
    assert_eq!(first_hit("igf mandāts beidzas 2015"), "tte-2014-10/P3.2", "of a topic the year is a word");
    assert!(finds("kas beidzas 20", "ids25/5.2"), "two figures are not a year yet");
    let output = run(&["search", "--lang", "lv", "kas sākas šajā ceturksnī"]);
    assert!(text(&output.stderr).contains("„sākas” izlaists"), "a state tells of no start: {}", text(&output.stderr));
}

#[test]
fn a_condition_takes_the_words_that_the_program_writes() {
    assert_eq!(first_hit("kind:agenda_item jautājums"), "tte-2014-10/Q1");
    for query in ["kind:open_question", "intent:no_objection"] {
        assert_ne!(run(&["search", query]).status.code(), Some(2), "{query}");
    }
}

#[test]
fn a_number_beside_words_is_no_record_that_is_missing() {
    for (asked, said) in [(["2.4.1", "9.9.9"], "9.9.9"), (["Q9", "9.9.9"], "Q9")] {
        let output = run(&["brief", asked[0], asked[1]]);
        assert!(text(&output.stderr).starts_with(&format!("kļūda: nav ieraksta „{said}”")), "{said}");
    }
    for asked in [["2.4.1", "kvantu"], ["G7", "kvantu"]] {
        assert!(run(&["brief", asked[0], asked[1]]).status.success(), "{asked:?}");
    }
}

#[test]
fn a_condition_that_cannot_be_met_is_an_error_that_says_what_may_be_meant() {
    let output = run(&["search", "--lang", "en", "partner:japam"]);
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    assert_eq!(said, "error: a condition that cannot be met: \"partner:japam\"\nhint: no \"japam\"; \"Japan\"?\n");
    for (query, lang, hint) in [
        ("theme:zz", "en", "hint: no \"zz\"; there are: 1, 2, 2.1, 2.2, 2.3, 2.4, 3, 4, 5, 6\n"),
        ("stāvoklis:zz", "lv", "padoms: nav „zz”; ir: nesācies, pastāvīgi, rit, šogad, ceturksnī, pagājis, nedroši\n"),
        (
            "deadline:2027",
            "en",
            "hint: no field \"deadline\"; there are: theme, partner, kind, year, due, start, state, doc, lang, marked, intent, note\n",
        ),
        (
            "due:vakar",
            "en",
            "hint: no \"vakar\"; it takes for instance 2027q4, 2027-10, <2028, 90d, lastyear, thisyear, nextyear\n",
        ),
    ] {
        let output = run(&["--lang", lang, "search", query]);
        let said = text(&output.stderr);
        assert!(said.ends_with(hint), "{said}");
    }
}

#[test]
fn a_search_says_when_asked_why_each_record_is_there() {
    let first = |query: &str| {
        let output = run(&["search", "--explain", "--tsv", "--limit", "1", "--lang", "en", query]);
        text(&output.stdout).trim_end().rsplit('\t').next().unwrap_or_default().to_owned()
    };
    assert_eq!(first("gdhcn"), "title: GDHCN");
    assert_eq!(first("apvarsni"), "title: Apvārsnis, another ending");
    assert_eq!(first("gdhnc"), "title: GDHCN, typing slip");
    assert_eq!(first("apkarot"), "title: apkarošanas, of the same root");
    assert_eq!(first("federalizētu"), "document: federalizētu");
    assert_eq!(first("trešais jautājums"), "kind: trešais");
    assert_eq!(first("stambula"), "outside the document: Stambulā");
}

#[test]
fn a_record_is_shown_by_its_number_in_either_language() {
    let latvian = run(&["show", "2.4.1", "--today", "2026-11-21", "--lang", "lv"]);
    assert!(text(&latvian.stdout).starts_with("2.4.1  ES un Japānas kvantiskās datošanas sadarbība\n"));
    assert!(text(&latvian.stdout).contains("JOIN(2025) 140, pielikums, 5. lpp., 421.–435. rinda"));
    let english = run(&["show", "ids25/2.4.1", "--lang", "en", "--today", "2030-01-01"]);
    assert!(text(&english.stdout).contains("EU–Japan quantum computing cooperation [our translation]"));
    assert!(text(&english.stdout).contains("ongoing, 2026–2029; printed: Pastāvīgi (2026–2029);"));
}

#[test]
fn what_is_only_possible_is_never_shown_as_firm() {
    for (number, words) in [("2.2.2", "only a possibility"), ("2.4.5", "only a possibility"), ("1.5", "conditional")] {
        let output = run(&["show", number, "--lang", "en"]);
        let told: Vec<&str> = text(&output.stdout).split_whitespace().collect();
        assert!(told.join(" ").contains(words), "{number}");
    }
}

#[test]
fn the_card_of_a_plan_counts_its_actions() {
    for (lang, lines) in [
        ("lv", ["2     Jauntehnoloģijas 21 ■", "pastāvīgi 27 ■", "2027 9 ■", "Japāna 10 ■"]),
        ("en", ["2     Emerging technologies 21 ■", "ongoing 27 ■", "2027 9 ■", "Japan 10 ■"]),
    ] {
        let output = run(&["show", "ids25", "--lang", lang]);
        for line in lines {
            let is_same = |told: &str| {
                let (wanted, told) = (line.split_whitespace(), told.split_whitespace());
                let told: Vec<_> = told.map(|word| word.trim_end_matches('■')).collect();
                wanted.map(|word| word.trim_end_matches('■')).eq(told)
            };
            assert!(text(&output.stdout).lines().any(is_same), "{line}");
        }
    }
    assert!(!text(&run(&["show", "iz-2014-09"]).stdout).contains('■'), "a note has no actions");
}

#[test]
fn json_keeps_the_layers_apart() {
    let value = json(&["show", "--json", "6.1"]);
    assert_eq!(value["schema_version"], 1);
    assert_eq!(value["result"]["id"], "ids25/6.1");
    assert_eq!(value["result"]["record"]["timeline"]["end"], "2025-36");
    assert_eq!(value["result"]["later"][0]["id"], "later/wsis20-outcome");
    assert!(value["result"]["record"].get("later").is_none());
    assert_eq!(value["result"]["links"][0]["basis"], "editorial");
}

#[test]
fn an_unknown_record_is_said_with_what_to_do_next() {
    let output = run(&["show", "2.9.9", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stderr), "error: no record \"2.9.9\"\nhint: try `dosje search 2.9.9`\n");
    let output = run(&["show", "2.9.9", "--lang", "lv"]);
    assert_eq!(text(&output.stderr), "kļūda: nav ieraksta „2.9.9”\npadoms: mēģiniet `dosje search 2.9.9`\n");
}

#[test]
fn what_was_typed_cannot_steer_the_terminal() {
    let output = run(&["show", "\u{1b}]0;x\u{7}", "--lang", "en"]);
    assert!(!output.stderr.contains(&0x1b), "{:?}", text(&output.stderr));
}

#[test]
fn the_agenda_tells_the_meeting_with_its_questions_and_positions() {
    let output = run(&["agenda", "--lang", "en"]);
    let told = text(&output.stdout);
    for words in ["Q1", "P1.5", "OQ1", "M6", "position of 2014", "What came later (not in the document)"] {
        assert!(told.contains(words), "{words}");
    }
    assert_eq!(json(&["agenda", "--json", "tte-2014-10"])["meetings"][0]["paper"]["id"], "iz-2014-09");
    assert_eq!(run(&["agenda", "nothing-2020"]).status.code(), Some(1));
}

/// Class, id and last day of each line of `dosje due --json`.
fn due(args: &[&str]) -> Vec<(String, String, Option<String>)> {
    let answer = json(&[&["due", "--json"], args].concat());
    let word = |value: &Value| value.as_str().map(str::to_owned);
    let list = answer["deadlines"].as_array().expect("deadlines").iter();
    list.map(|d| (word(&d["due"]).expect("class"), word(&d["id"]).expect("id"), word(&d["last_day"]))).collect()
}

#[test]
fn what_falls_due_is_listed_by_class_and_then_by_end() {
    let all = due(&["--today", "2026-11-21"]);
    assert_eq!(all.len(), 50 + 6);
    let of = |class: &str| all.iter().filter(|d| d.0 == class).map(|d| d.1.as_str()).collect::<Vec<_>>();
    assert_eq!(of("past").last(), Some(&"ids25/6.1"));
    assert_eq!(of("this_quarter"), ["ids25/2.1.8", "ids25/2.2.2", "ids25/2.4.2"]);
    assert_eq!((of("next_year").len(), of("open").len(), of("uncertain")), (9, 27, vec!["ids25/1.5", "ids25/2.4.5"]));
}

#[test]
fn until_a_date_only_stated_ends_are_listed() {
    for (today, until, past, ahead) in [
        ("2025-06-05", "2027-12-31", 6, 1 + 3 + 9),
        ("2026-11-21", "2027", 7, 3 + 9),
        ("2026-11-21", "2026-36", 7, 3),
        ("2031-01-01", "2027-12-31", 6 + 13, 0),
    ] {
        let listed = due(&["--today", today, "--until", until]);
        let is_past = |d: &&(String, String, Option<String>)| d.0 == "past";
        assert_eq!(listed.iter().filter(is_past).count(), past, "{today} {until}");
        assert_eq!(listed.len(), past + ahead, "{today} {until}");
        assert!(listed.iter().all(|d| d.2.is_some()));
    }
}

#[test]
fn nothing_due_is_said_by_the_exit_code() {
    let output = run(&["due", "--until", "2014-12-31"]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), ""));
    assert_eq!(run(&["due", "--until", "soon"]).status.code(), Some(2));
    assert_eq!(run(&["due"]).status.code(), Some(0));
}

#[test]
fn what_is_due_is_told_in_either_language_and_never_called_late() {
    let lines = |lang: &str| {
        let output = run(&["due", "--today", "2026-11-21", "--lang", lang]);
        text(&output.stdout).lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let (latvian, english) = (lines("lv"), lines("en"));
    assert_eq!(latvian[0], "Termiņš pagājis (nenozīmē ne izpildi, ne kavējumu): 7");
    assert_eq!(english[0], "Past its window (which says neither done nor late): 7");
    assert!(latvian.contains(&"Beidzas šajā ceturksnī: 3".to_owned()));
    assert!(english.contains(&"Ends next year: 9".to_owned()));
    let possible = english.iter().find(|line| line.contains("ids25/2.2.2")).expect("listed");
    assert!(possible.ends_with("(only a possibility)"), "{possible}");
    assert_eq!(english.len(), 50 + 6 + 6, "and as many headings as classes have something in them");
}

#[test]
fn years_and_quarters_may_be_typed_short() {
    let said = |args: &[&str]| text(&run(args).stdout).to_owned();
    let until = said(&["due", "--until", "2027-12-31"]);
    assert_eq!(said(&["due", "--until", "2027q4"]), until);
    assert_eq!(said(&["due", "--until", "27Q4"]), until);
    assert_ne!(said(&["due", "--until", "2027q1"]), until);
    assert_eq!(said(&["search", "year:27"]), said(&["search", "year:2027"]));
    let refused = run(&["due", "--until", "2027q5", "--lang", "en"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("hint: write 2027, 2027q4, 2027-10 or 2027-10-31"));
}

#[test]
fn without_a_terminal_the_dashboard_says_so_and_writes_no_escape() {
    let output = run(&["--lang", "en"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).starts_with("error: no terminal to draw on\nhint: "));
    assert!(!output.stdout.contains(&0x1b) && !output.stderr.contains(&0x1b));
}

#[test]
fn a_reader_that_stops_reading_ends_it_quietly() {
    let home = home();
    let mut child =
        command(home.path()).args(["schema"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
}

#[test]
fn a_full_disk_is_told_from_a_usage_error() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("a Linux machine");
    let output = command(home().path())
        .args(["schema", "--lang", "en"])
        .stdout(full)
        .stderr(Stdio::piped())
        .spawn()
        .and_then(std::process::Child::wait_with_output)
        .expect("it starts");
    let said = "error: no room left on the disk\n";
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(74), said));
}

#[test]
fn a_wrong_word_or_day_is_a_usage_error() {
    for args in [&["show"][..], &["--today", "soon"], &["search"], &["schema", "nonsense"]] {
        assert_eq!(run(args).status.code(), Some(2), "{args:?}");
    }
    assert_eq!(run(&["--help"]).status.code(), Some(0));
}

#[test]
fn the_locale_decides_the_language_unless_it_is_asked_for() {
    let home = home();
    let show = |locale: &str| {
        let output = command(home.path()).args(["show", "1.1"]).env("LANG", locale).output().expect("it starts");
        text(&output.stdout).lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(show("lv_LV.UTF-8"), "1.1  Arktikas savienotības atbalstīšana");
    assert_eq!(show("en_IE.UTF-8"), "1.1  Support to Arctic connectivity");
    assert_eq!(show("C.UTF-8"), "1.1  Arktikas savienotības atbalstīšana");
}

#[test]
fn readme_has_the_keys_of_the_keymap() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).expect("there");
    let keys = run(&["keys", "--lang", "en"]);
    assert!(
        readme.contains(text(&keys.stdout).trim_end()),
        "stale: put the output of `dosje keys --lang en` into README"
    );
}

#[test]
fn a_partner_is_told_with_all_that_concerns_it() {
    for name in ["japan", "JP", "japānas", "japānu"] {
        let output = run(&["partner", name, "--lang", "lv", "--today", "2026-11-21"]);
        let printed = text(&output.stdout);
        assert!(printed.starts_with("Japāna\n"), "{name}: {printed}");
        for rung in ["Partneris (10)", "Minēts tekstā (1)", "Caur grupu: G7; dalībnieki: 2025. gads (3)", "Visiem: "]
        {
            assert!(printed.contains(rung), "{rung} of {printed}");
        }
    }
    let rungs = json(&["partner", "--json", "japan"])["result"]["rungs"].clone();
    let direct: Vec<_> = rungs[0]["records"].as_array().expect("records").iter().map(|r| r["id"].clone()).collect();
    assert_eq!((rungs[0]["kind"].as_str(), direct.len()), (Some("direct"), 10));
    assert_eq!(direct[0], "ids25/1.1");
    let by_deadline =
        json(&["partner", "--json", "--by-deadline", "japan"])["result"]["rungs"][0]["records"][0].clone();
    assert_eq!(by_deadline["timeline"]["end"], "2027");
    let unknown = run(&["partner", "narnija", "--lang", "en"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(text(&unknown.stderr).contains("narnija"));
}

#[test]
fn a_country_is_found_as_itself_and_nothing_is_read_as_something_else_for_it() {
    for (query, first) in [("Rumān", "partner/RO"), ("Jaunzēl", "partner/NZ"), ("thai", "partner/TH")] {
        assert_eq!(first_hit(query), first, "{query}");
        assert!(run(&["search", query]).stderr.is_empty(), "{query}");
    }
    let output = run(&["search", "kvanyu", "--lang", "en"]);
    assert!(text(&output.stderr).contains("kvanyu"), "what was read as something else is said");
    // So it is where the ending that stands there would be too far for a slip.
    assert!(text(&run(&["search", "platfrm dros", "--lang", "en"]).stderr).contains("\"platfrm\" read as"));
    // A letter too few is a slip, even where the other letters stand in their order.
    let output = run(&["search", "Kārliņš", "--lang", "en"]);
    assert_eq!(text(&output.stderr), "hint: \"Kārliņš\" read as \"Kārkliņš\"\n");
    // A word may be made with one that says nothing.
    assert_eq!(first_hit("pretizspiedējprogrammatūru iniciatīva"), "ids25/3.6");
    // Where the data has only words like it, that is no slip, and no briefing is made of them.
    let output = run(&["search", "nato", "--lang", "en"]);
    assert_eq!(text(&output.stderr), "hint: no \"nato\"; similar: \"National\"\n");
    let output = run(&["brief", "nato", "--lang", "en"]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), ""));
    let said = "error: no briefing: not all words are found together\nhint: no \"nato\"; similar: \"National\"\n";
    assert_eq!(text(&output.stderr), said);
    // A briefing is on the reading that is said: not on Jānis Kārkliņš, whose name is as near.
    let output = run(&["brief", "japna", "--lang", "en"]);
    assert_eq!(text(&output.stderr), "hint: \"japna\" read as \"Japāna\"\n");
    assert!(text(&output.stdout).contains("2.4.1") && !text(&output.stdout).contains("Kārkliņš"));
    // A word of the data is more than one it is only like, whichever was typed first.
    for query in ["nato japāna", "japāna nato"] {
        let output = run(&["search", query, "--lang", "en"]);
        assert_eq!(text(&output.stderr), "hint: \"nato\" left out\n", "{query}");
    }
    // What is spelt like a word of the data was meant so: "skills" is no slip of "demands".
    let output = run(&["search", "digitalo prasmju", "--lang", "en"]);
    assert_eq!(text(&output.stderr), "hint: \"prasmju\" left out\n");
}

#[test]
fn what_is_typed_in_capitals_is_an_abbreviation_and_nothing_like_one() {
    assert_eq!(run(&["search", "NATO"]).status.code(), Some(1));
    let output = run(&["search", "OEDC", "--lang", "en"]);
    assert_eq!(text(&output.stderr), "hint: \"OEDC\" read as \"OECD\"\n");
    // Some codes are spelt like a word which says nothing.
    assert_eq!(first_hit("Norvēģija"), "partner/NO");
    assert_eq!(first_hit("NO"), "partner/NO");
    let found = |query: &str| text(&run(&["search", query, "--tsv"]).stdout).lines().count();
    assert!(found("UN kiber") < found("un kiber"), "not all that holds the Latvian \"un\"");
    for more in ["", " kind:action"] {
        let [capitals, small] =
            ["KVANTU UN JAPĀNAS", "kvantu un Japānas"].map(|words| found(&format!("{words}{more}")));
        assert!(capitals == small && small > 0, "all of it in capitals");
    }
    assert_eq!(found("PAR kvantu"), found("par kvantu"), "no code");
}

#[test]
fn a_country_is_no_other_whose_name_holds_its_own() {
    for (query, other) in [("Ķīna", "ids25/2.2.2"), ("Ķīnas 6G", "ids25/2.2.2")] {
        let printed = run(&["search", query, "--tsv"]);
        assert!(!text(&printed.stdout).contains(other), "{query}");
    }
    assert_eq!(first_hit("Ķīnas Taipeja"), "partner/TW");
    // What a minus leaves out is what is found without it.
    for query in ["Taipeja", "Ķīnas Taipeja", "Chinese Taipei", "6G -Ķīna", "6G -China"] {
        assert!(text(&run(&["search", "--tsv", "--", query]).stdout).contains("ids25/2.2.2"), "{query}");
    }
    // A country of which no other record tells stands behind those that are told of.
    assert_eq!(first_hit("Vjetnama"), "partner/VN");
    assert_ne!(first_hit("v"), "partner/VN");
}

#[test]
fn a_number_that_no_record_bears_is_found_as_it_is_printed_or_not_at_all() {
    for number in ["2.4.9", "7.1", "P9.1", "kvantu 2.4.9", "31.12.2027"] {
        assert_eq!(run(&["search", number]).status.code(), Some(1), "{number}");
    }
    assert_eq!(first_hit("Web 4.0"), "ids25/6.3");
    for date in ["2.10.2014", "02.10.2014", "2.10.", "02.10"] {
        assert_eq!(first_hit(date), "tte-2014-10", "{date}");
    }
    assert_eq!(first_hit("12.2015"), "tte-2014-10/M6");
    assert_eq!(run(&["search", "Web", "--tsv", "--", "-4.0"]).status.code(), Some(1), "none but with that number");
    // Another number is no slip of one.
    for number in ["2027q1", "WSIS+30", "24/7"] {
        assert_eq!(run(&["search", number]).status.code(), Some(1), "{number}");
    }
    assert_eq!(first_hit("govtec4all"), "ids25/2.1.8");
}

#[test]
fn times_are_found_as_they_are_said() {
    let quiet = |query: &str| text(&run(&["search", query]).stderr).is_empty();
    for quarter in ["Q4/2027", "2027/Q4", "IV ceturksnis 2027", "ceturtajā ceturksnī 2027", "fourth quarter 2027"] {
        assert!(first_hit(quarter) == "ids25/1.4" && quiet(quarter), "{quarter}");
    }
    for quarter in ["I ceturksnis 2027", "2. cet. 2027"] {
        assert!(!quiet(quarter), "{quarter}");
    }
    assert_eq!(first_hit("2027 q4"), "ids25/1.4");
    assert_eq!(first_hit("Q3 2014"), "tte-2014-10/Q3", "no quarter that is known");
    assert_eq!(first_hit("first question"), "tte-2014-10/Q1");
    for each_year in ["every year", "katru gadu", "katru g"] {
        assert_eq!(first_hit(each_year), "ids25/1.5", "{each_year}");
    }
    // What happens in a month comes before what lasts until then.
    assert_eq!(first_hit("decembris 2015"), "tte-2014-10/M6");
}

#[test]
fn a_word_that_is_nowhere_beside_the_others_is_left_out_and_that_is_said() {
    let query = "otrais diskusijas jautājums";
    assert_eq!(first_hit(query), "tte-2014-10/Q2");
    assert_eq!(text(&run(&["search", query, "--lang", "en"]).stderr), "hint: \"diskusijas\" left out\n");
    // A condition or a number stands for a word that stays; a language is none on a record.
    assert_eq!(first_hit("partner:japāna kvantu zebra"), "ids25/2.4.1");
    assert_eq!(first_hit("2.4.1 zebra"), "ids25/2.4.1");
    assert_eq!(first_hit("2.4.1 abiem"), "ids25/2.4.1");
    // Where conditions alone are left, nothing that was typed is found.
    for query in ["partner:japāna zebra", "partner:japāna du"] {
        assert_eq!(run(&["search", query]).status.code(), Some(1), "{query}");
    }
    let repairs = &json(&["search", "--json", "kvanyu zebra Japāna"])["repairs"];
    let became: Vec<_> = (0..2).map(|place| (&repairs[place]["typed"], &repairs[place]["became"])).collect();
    assert_eq!(became, [(&"kvanyu".into(), &"read_as".into()), (&"zebra".into(), &"left_out".into())]);
    assert_eq!(run(&["search", "lang:en zebra"]).status.code(), Some(1));
    assert_eq!(run(&["search", "partner:japāna zebra žirafe"]).status.code(), Some(1));
    // Where more would be left out than is found, there is nothing.
    for query in ["zebra", "zebra žirafe", "zebra žirafe kvantu", "kvantu -kvantu zebra"] {
        assert_eq!(run(&["search", query]).status.code(), Some(1), "{query}");
    }
    // A briefing is on all that was asked for.
    assert!(run(&["brief", "otrais jautājums"]).status.success());
    assert_eq!(run(&["brief", query]).status.code(), Some(1));
}

#[test]
fn a_word_of_no_record_that_names_a_state_is_read_as_that_condition() {
    let found = |query: &str| text(&run(&["search", "--tsv", "--lang", "lv", "--", query]).stdout).to_owned();
    assert_eq!(found("pagajis"), found("stāvoklis:pagājis"));
    assert!(!found("pagajis").is_empty());
    assert_eq!(found("kvantu -past"), found("kvantu -state:past"));
    let output = run(&["search", "past", "--lang", "en"]);
    assert_eq!(text(&output.stderr), "hint: \"past\" read as \"state:past\"\n");
    let repairs = &json(&["search", "--json", "past past"])["repairs"];
    assert_eq!(repairs.as_array().map(Vec::len), Some(1), "said once");
    assert_eq!((&repairs[0]["became"], &repairs[0]["word"]), (&"condition".into(), &"state:past".into()));
    // In quotes it is a word, and no partner is meant by its beginning.
    assert_ne!(found("\"past\""), found("past"));
    let brief = |on: &str| text(&run(&["brief", on, "--lang", "en"]).stdout).to_owned();
    assert!(brief("past").contains("- **On:** past\n"));
    for (name, partner) in [("coreper", "Committee of Permanent Representatives"), ("eu-india-ttc", "EU–India")] {
        assert!(brief(name).contains(&format!("- **On:** {partner}")), "{}", brief(name));
    }
    assert!(found("milestones past").starts_with("tte-2014-10/M"));
    // What runs without an end, and that alone, is found by that word in either language.
    assert!(!found("pastāvīgi kind:action").contains("ids25/1.4"));
    assert!(found("ongoing kvantu").starts_with("ids25/2.4.4"));
    assert_eq!(text(&run(&["search", "ongoing kvantu"]).stderr), "");
}

#[test]
fn a_word_that_is_only_used_in_a_text_is_left_out_rather_than_a_year() {
    let output = run(&["search", "kas varētu 2026", "--lang", "en"]);
    assert_eq!(text(&output.stderr), "hint: \"varētu\" left out\n");
    // A word of a text is more than a slip of one in a title.
    let output = run(&["search", "95 procenti čipu", "--lang", "en"]);
    assert_eq!(text(&output.stderr), "hint: \"procenti\" left out\n");
    // Nor is a word another one whose first letter and a further one differ: it is no eIDAS.
    let output = run(&["search", "leidzas vārti", "--lang", "en"]);
    assert_eq!(text(&output.stderr), "hint: \"leidzas\" left out\n");
    // Nor is a short word with another first letter, or one of seven letters with two slips.
    for other in ["nauda", "cenzūra"] {
        assert_eq!(run(&["search", other]).status.code(), Some(1), "{other}");
    }
    assert_eq!(first_hit("bvantu dators"), first_hit("kvantu dators"));
}

#[test]
fn conditions_out_of_all_bounds_are_refused_and_ids_with_capitals_are_known() {
    assert_eq!(run(&["search", "due:9999999d"]).status.code(), Some(2));
    assert!(run(&["search", "doc:TTE-2014-10"]).status.success());
    assert!(run(&["search", "\"pārskata WSIS+20\""]).status.success());
    assert_eq!(run(&["partner", ""]).status.code(), Some(1));
}

#[test]
fn words_are_printed_in_ascii_where_that_is_asked_for_and_json_is_not_touched() {
    for args in [
        &["show", "2.4.1"][..],
        &["search", "drošība", "--explain"],
        &["agenda"],
        &["due"],
        &["partner", "JP"],
        &["source", "2.4.1"],
        &["brief", "2.4.1", "--format", "md"],
        &["brief", "2.4.1", "--format", "txt"],
        &["keys"],
        &["show", "nevienāds"],
    ] {
        let all = |ascii: &[&'static str]| run(&[&["--lang", "lv"], ascii, args].concat());
        let (plain, usual) = (all(&["--ascii"]), all(&[]));
        assert!(plain.stdout.is_ascii() && plain.stderr.is_ascii(), "{args:?}: {}", text(&plain.stdout));
        assert!(!usual.stdout.is_ascii() || !usual.stderr.is_ascii(), "{args:?}");
        let columns = |bytes: &[u8]| text(bytes).lines().map(|line| line.chars().count()).collect::<Vec<_>>();
        assert_eq!(columns(&plain.stdout), columns(&usual.stdout), "{args:?}");
    }
    let json = ["show", "2.4.1", "--json"];
    assert_eq!(run(&[&["--ascii"][..], &json].concat()).stdout, run(&json).stdout);
}

#[test]
fn nothing_that_is_printed_steers_the_terminal_whatever_is_typed_or_read() {
    let home = home();
    let evil = "e\u{1b}[31mv\u{9b}1m\u{202e}\u{200b}i\u{1b}]0;x\u{7}l";
    let data = home.path().join(evil);
    std::fs::create_dir_all(data.join("texts")).expect("made");
    for (name, text) in hostile::files(hostile::known()) {
        keep::export(&data.join(name), text.as_bytes(), false).expect("written");
    }
    keep::export(&data.join(format!("{evil}.json")), evil.as_bytes(), false).expect("written");
    let text: Vec<String> = hostile::known().take(60).collect();
    keep::export(&data.join("texts/ministra-piezime.txt"), text.join("\n").as_bytes(), false).expect("written");
    let path = data.to_string_lossy();
    let bad = format!("{path}/{evil}.json");
    let shown = dosje(&home, &["show", "ministra-piezime/1.1", "--data", &path]);
    assert_eq!(shown.status.code(), Some(0), "the ill data are read");
    for words in [
        &["show", "ministra-piezime/1.1"][..],
        &["show", "ministra-piezime/1.1", "--links"],
        &["show", "ministra-piezime/1.1", "--json"],
        &["show", evil],
        &["search", evil],
        &["search", "clip", "--explain"],
        &["search", "clip", "--json"],
        &["search", "piezime", "--theme", evil],
        &["search", "--partner", evil, "clip"],
        &["source", "ministra-piezime/1.1"],
        &["source", "ministra-piezime/1.1", "--json"],
        &["attach", "ministra-piezime", evil],
        &["partner", "XZ"],
        &["partner", evil],
        &["agenda"],
        &["agenda", evil],
        &["due"],
        &["due", "--until", evil],
        &["brief", "ministra-piezime/1.1", "--lang", "both"],
        &["brief", "ministra-piezime/1.1", "--meeting", evil],
        &["brief", "ministra-piezime/1.1", "--format", evil],
        &["brief", evil],
        &["brief", "ministra-piezime/1.1", "-o", &bad],
        &["check"],
        &["check", "--json"],
        &["check", &bad],
        &["schema", evil],
        &[evil, evil],
        &["--today", evil],
        &["--lang", evil],
        &[&format!("--{evil}")],
    ] {
        for lang in ["lv", "en"] {
            let given = words.iter().any(|word| word.starts_with("--lang"));
            let lang: &[&str] = if given { &[] } else { &["--lang", lang] };
            let output = dosje(&home, &[words, &["--data", &path], lang].concat());
            assert!(output.status.code().is_some_and(|code| code < 3), "{words:?}");
            for printed in [&output.stdout, &output.stderr] {
                assert_eq!(foreign(printed), None, "{words:?}");
            }
        }
    }
}
