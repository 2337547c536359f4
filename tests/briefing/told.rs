//! What a briefing tells, in which order, and whose words it takes for whose.

use dosje::briefing::{Briefing, Languages, Setting, markdown};
use dosje::domain::annotations::{Annotations, Change, Depth, Grouping, Intent, Slot};
use dosje::domain::gathered::gathered;
use dosje::domain::kept::Book;
use dosje::domain::{Lang, RecordId};

use super::{ITEM, built, dataset, markdown_of, marked, own, setting, story};

fn headings(text: &str) -> Vec<&str> {
    text.lines().filter(|line| line.starts_with('#')).collect()
}

#[test]
fn an_item_is_told_in_the_order_of_a_flash_card() {
    let setting = Setting { has_notes: true, ..setting(Languages::One(Lang::En)) };
    let text = markdown_of(&["Q3"], &story(), &setting);
    let expected = [
        "# Briefing",
        "## Q3 Europe’s role, WSIS review, developing countries°",
        "### Own objective",
        "### Position°",
        "### Own lines",
        "### Position in full°",
        "### Background°",
        "### Mind°",
        "### Known from outside the document°",
        "### What came later (not in the document)°",
        "### Related (our pointer, not in the document)°",
        "### Sources",
        "### Personal note (not for distribution)",
        "## Abbreviations",
    ];
    let warnings = dosje::i18n::messages(Lang::En).labels.warnings;
    let expected: Vec<String> = expected.iter().map(|line| line.replace("Mind", warnings)).collect();
    assert_eq!(headings(&text), expected);
}

#[test]
fn a_note_is_for_the_user_alone_unless_asked_for() {
    let quiet = markdown_of(&["Q3"], &story(), &setting(Languages::One(Lang::Lv)));
    assert!(!quiet.contains("Runāt ar Kārkliņu"), "{quiet}");
}

#[test]
fn a_position_carries_its_year_and_a_later_fact_its_date_and_address() {
    let text = markdown_of(&["Q3"], &story(), &setting(Languages::One(Lang::Lv)));
    let (_, position) = text.split_once("### Pozīcija").expect("a position");
    assert!(position.trim_start().starts_with("*2014. gada nostāja; var būt novecojusi*"), "{position}");
    let (_, later) = text.split_once("### Vēlāk notikušais (nav dokumentā)").expect("later facts");
    let (later, _) = later.split_once("###").expect("an end");
    for line in later.lines().filter(|line| !line.is_empty()) {
        assert!(line.starts_with("- **") && line.contains("<https://"), "{line}");
    }
    assert!(later.contains("tas ir pastāvīgs"), "{later}");
}

#[test]
fn a_fact_that_is_older_than_the_paper_did_not_come_later() {
    let no_own = Annotations::default();
    for (lang, outside, later) in [
        (Lang::Lv, "### Ārpus dokumenta zināmais", "### Vēlāk notikušais (nav dokumentā)"),
        (Lang::En, "### Known from outside the document°", "### What came later (not in the document)°"),
    ] {
        let text = markdown_of(&["Q3"], &no_own, &setting(Languages::One(lang)));
        let (_, outside) = text.split_once(outside).expect("what is known from outside");
        let (outside, later) = outside.split_once(later).expect("later facts");
        let (later, _) = later.split_once("###").expect("an end");
        assert!(outside.contains("sga1471") && outside.contains("dig.watch/?p=14570"), "{outside}");
        assert!(!outside.contains("2015") && !later.contains("sga1471"), "{later}");
    }
}

#[test]
fn an_indicative_time_span_is_never_told_as_firm() {
    let text = markdown_of(&["2.4.1", "2.2.2"], &Annotations::default(), &setting(Languages::One(Lang::En)));
    let spans: Vec<&str> = text.lines().filter(|line| line.starts_with("- **Timeline:**")).collect();
    assert_eq!(spans.len(), 2);
    assert!(spans[0].contains("indicative"), "{}", spans[0]);
    assert!(spans[1].contains("possible in 2026") && spans[1].contains("only a possibility"), "{}", spans[1]);
}

#[test]
fn short_depth_keeps_points_and_sources_and_title_depth_the_title() {
    let text = markdown_of(&["6.2"], &story(), &setting(Languages::One(Lang::Lv)));
    assert_eq!(headings(&text)[2..], ["### Savas tēzes", "### Īsumā", "### Avoti"]);
    let setting = Setting { depth: Some(Depth::Title), ..setting(Languages::One(Lang::Lv)) };
    assert_eq!(headings(&markdown_of(&["6.2"], &story(), &setting)).len(), 2);
}

#[test]
fn what_lies_ahead_is_not_told_as_having_happened() {
    let text = markdown_of(&["3.2"], &Annotations::default(), &setting(Languages::One(Lang::Lv)));
    assert!(text.contains("### Gaidāmais (nav dokumentā)\n\n- **11.12.2027., gaidāms:** "), "{text}");
    assert!(!text.contains("Vēlāk notikušais"), "{text}");
    let after = Setting::new(Languages::One(Lang::Lv), jiff::civil::date(2027, 12, 11));
    let text = markdown_of(&["3.2"], &Annotations::default(), &after);
    assert!(text.contains("### Vēlāk notikušais (nav dokumentā)\n\n- **11.12.2027., fakts:** "), "{text}");
}

#[test]
fn nothing_is_said_twice() {
    let text = markdown_of(&["Q1", "Q2", "Q3", "6.3"], &Annotations::default(), &setting(Languages::One(Lang::Lv)));
    assert!(!text.contains("**Prezidentūra:** Prezidentūra"), "{text}");
    assert_eq!(text.matches("plaši apzinot tās potenciālo ieguldījumu").count(), 1, "{text}");
    assert!(text.contains("2015. gada jūlijs–decembris"), "{text}");
}

#[test]
fn short_depth_says_what_an_action_is_about_what_it_hangs_on_and_that_more_is_known() {
    let setting = Setting { depth: Some(Depth::Short), ..setting(Languages::One(Lang::Lv)) };
    let text = markdown_of(&["2.4.5"], &Annotations::default(), &setting);
    let dataset = dataset();
    let record = dataset.named("2.4.5")[0];
    let dosje::domain::Record::Action(action) = record else { panic!("an action") };
    assert!(text.contains(&format!("### Īsumā\n\n- {}\n", action.summary.in_lang(Lang::Lv))), "{text}");
    assert!(text.contains("Sākums samitā 2025. gadā dots tikai kā iespējams"), "{text}");
    assert!(!text.contains("federalizētu"), "a slip of the pen can wait: {text}");
    assert!(text.contains("iznākums:** Tīkla atklāšana CELAC un ES samitā: ziņas atšķiras <https://"), "{text}");
}

#[test]
fn short_depth_of_an_item_has_the_lines_of_all_that_it_quotes() {
    let setting = Setting { depth: Some(Depth::Short), ..setting(Languages::One(Lang::Lv)) };
    let text = markdown_of(&["Q3"], &Annotations::default(), &setting);
    let (_, sources) = text.split_once("### Avoti").expect("sources");
    assert!(sources.contains("16.–19. rinda"), "{sources}");
    assert!(text.contains("- Latvija rosina pārrunāt, uz cik ilgu laiku IGF mandāts būtu pagarināms"), "{text}");
}

#[test]
fn a_question_of_our_side_is_a_point_and_names_its_answers_once() {
    let text = markdown_of(&["Q3"], &Annotations::default(), &setting(Languages::One(Lang::Lv)));
    let (_, said) = text.split_once("### Pozīcija").expect("a position");
    let (said, _) = said.split_once("###").expect("an end");
    assert!(said.contains("- Latvija rosina pārrunāt, uz cik ilgu laiku IGF mandāts"), "{said}");
    assert!(!text.contains("Ja aktualizē") && !text.contains("Neierobežots laiks"), "{text}");
    let mut own = Annotations::default();
    own.apply(&Change::Intend(RecordId::new(ITEM), Some(Intent::IfRaised)));
    let text = markdown_of(&["Q3"], &own, &setting(Languages::One(Lang::Lv)));
    let (_, raised) = text.split_once("### Ja aktualizē: pozīcija").expect("only if raised");
    assert!(raised.contains("Latvija rosina pārrunāt"), "{raised}");
}

#[test]
fn in_both_languages_texts_are_pairs_and_own_lines_stand_once() {
    let text = markdown_of(&["Q3"], &story(), &setting(Languages::Both));
    assert!(text.contains(
        "- Eiropas Savienība ir par IGF mandāta pagarināšanu.\\\n  *The European Union supports extending the mandate of the IGF.*"
    ));
    assert_eq!(text.matches("Mandāts jāpagarina.").count(), 1);
    assert!(text.contains("### Savs mērķis / Own objective"));
}

#[test]
fn our_english_is_marked_and_official_english_is_not() {
    let text = markdown_of(&["1.1", "2.4.1"], &Annotations::default(), &setting(Languages::One(Lang::En)));
    assert!(text.contains("## 1.1 Support to Arctic connectivity\n"), "{text}");
    assert!(text.contains("## 2.4.1 EU–Japan quantum computing cooperation°\n"), "{text}");
    assert!(
        text.contains("- **Theme:** 2 Emerging technologies° > 2.4 Quantum and high-performance computing°\n"),
        "{text}"
    );
    assert_eq!(text.matches("\n° Our English, not official").count(), 1, "{text}");
    let name = markdown_of(&["2.1.4"], &Annotations::default(), &setting(Languages::One(Lang::En)));
    assert!(name.contains("## 2.1.4 Clean Energy Ministerial\n"), "a published name is no translation: {name}");
    let latvian = markdown_of(&["1.1", "2.4.1"], &Annotations::default(), &setting(Languages::One(Lang::Lv)));
    assert!(!latvian.contains('°'), "{latvian}");
}

#[test]
fn the_english_of_what_is_no_printed_title_is_not_told_as_official() {
    let text = markdown_of(&["Q3", "iz-2014-09"], &Annotations::default(), &setting(Languages::One(Lang::En)));
    assert!(text.contains("## Information note (2014)°\n"), "{text}");
}

#[test]
fn what_is_said_if_raised_is_told_and_timed_apart() {
    let dataset = dataset();
    let built = |own: &Annotations| built(&dataset, &["Q3"], own, Languages::One(Lang::Lv)).speaking(Lang::Lv);
    let mut own = story();
    let spoken = built(&own);
    assert!(spoken.words > 80, "the points of the position and five words of one's own: {spoken:?}");
    own.apply(&Change::Intend(RecordId::new(ITEM), Some(Intent::IfRaised)));
    let raised = built(&own);
    assert_eq!((raised.words, raised.if_raised), (0, spoken.words + spoken.if_raised));
    own.apply(&Change::Intend(RecordId::new(ITEM), Some(Intent::Listen)));
    assert_eq!((built(&own).words, built(&own).if_raised), (0, 0));
    let text = markdown_of(&["Q3"], &story(), &setting(Languages::One(Lang::Lv)));
    assert!(!text.contains("Ja aktualizē: pozīcija"));
}

#[test]
fn own_words_do_not_count_as_spoken_where_they_are_the_objective() {
    let dataset = dataset();
    let words = |own: &Annotations| built(&dataset, &["6.1"], own, Languages::One(Lang::Lv)).speaking(Lang::Lv).words;
    assert_eq!(words(&own(&[("ids25/6.1", Slot::Objective, "viens divi trīs")])), 0);
    assert_eq!(words(&own(&[("ids25/6.1", Slot::Points, "viens divi trīs")])), 3);
}

#[test]
fn a_group_has_a_heading_and_an_action_stands_in_full_once() {
    let setting = Setting { grouping: Some(Grouping::Partner), ..setting(Languages::One(Lang::Lv)) };
    let text = markdown_of(&["2.3.2"], &Annotations::default(), &setting);
    let groups: Vec<&str> = text.lines().filter(|line| line.starts_with("## ")).collect();
    assert_eq!(groups.len(), 2, "{text}");
    assert_eq!(text.matches("#### Pamatinformācija").count(), 1);
    assert_eq!(text.matches("- Aprakstīts iepriekš").count(), 1);
}

#[test]
fn what_is_only_said_if_raised_is_told_so_in_the_time_it_takes() {
    let mut own = own(&[("ids25/6.1", Slot::Points, "viens divi trīs četri")]);
    own.apply(&Change::Intend(RecordId::new("ids25/6.1"), Some(Intent::IfRaised)));
    let text = markdown_of(&["6.1"], &own, &setting(Languages::One(Lang::Lv)));
    assert!(text.contains("- **Runas laiks:** ja aktualizē, apmēram 3\u{a0}s (110 vārdu minūtē)\n"), "{text}");
}

#[test]
fn members_of_a_group_are_of_a_day_and_a_footnote_goes_with_a_name() {
    let dataset = dataset();
    let id = RecordId::new("partner/grp:wb6");
    let briefing = Briefing::build(&dataset, &Annotations::default(), &[id], &setting(Languages::One(Lang::Lv)));
    let text = markdown::write(&briefing);
    assert!(text.contains("Dalībnieku saraksts: "), "{text}");
    assert!(text.contains("Kosova\\*") && text.contains("\n\\* Šis nosaukums neskar"), "{text}");
}

#[test]
fn two_versions_of_a_text_both_stand() {
    let both = own(&[("ids25/6.1", Slot::Points, "pirmā"), ("ids25/6.1", Slot::Points, "otrā")]);
    let text = markdown_of(&["6.1"], &both, &setting(Languages::One(Lang::Lv)));
    assert!(text.contains("- **1. versija no 2:** pirmā\n- **2. versija no 2:** otrā\n"), "{text}");
}

#[test]
fn a_handling_marking_stands_on_what_draws_on_the_paper() {
    let dataset = marked("LIMITE");
    let markings = |number| built(&dataset, &[number], &Annotations::default(), Languages::One(Lang::Lv)).markings;
    assert_eq!(markings("2.4.1"), ["LIMITE"]);
    assert_eq!(markings("Q3"), ["LIMITE"], "its entry tells of actions of the plan");
    assert!(markings("M1").is_empty());
}

#[test]
fn a_meeting_is_told_once_at_the_head_and_its_actions_stand_behind_its_items() {
    let dataset = dataset();
    let meeting = RecordId::new("tte-2014-10");
    let scope = gathered(&dataset, dataset.record(&meeting).expect("the meeting"));
    for (lang, facts) in [
        (Lang::Lv, ["**Vieta:** Milāna, Itālija", "**Prezidentūra:** Itālija", "**Delegācija:** Valsts sekretārs."]),
        (Lang::En, ["**Place:** Milan, Italy", "**Presidency:** Italy", "**Delegation°:** State Secretary."]),
    ] {
        let setting = setting(Languages::One(lang));
        let text = markdown::write(&Briefing::build(&dataset, &Annotations::default(), &scope, &setting));
        let (head, rest) = text.split_once("## Q1").expect("the first item");
        assert!(facts.iter().all(|fact| head.contains(fact)), "{head}");
        let name = dataset.record(&meeting).expect("there").title(lang);
        assert!(!rest.contains(name), "the meeting is named once: {rest}");
    }
    let text = markdown::write(&Briefing::build(
        &dataset,
        &Annotations::default(),
        &scope,
        &setting(Languages::One(Lang::Lv)),
    ));
    let actions: Vec<&str> =
        text.split("\n## ").filter(|entry| entry.starts_with(|c: char| c.is_ascii_digit())).collect();
    assert_eq!(actions.len(), 12);
    for action in actions {
        assert!(action.contains("- **Attiecas uz:** Q") && action.contains("(mūsu norāde, nav dokumentā)"), "{action}");
    }
    let twice = "Tīklu neitralitāte ir viens no nosacījumiem";
    assert_eq!(text.matches(twice).count(), 1, "a reason stands with the action alone");
}

#[test]
fn an_action_under_an_item_says_that_the_link_is_ours() {
    for depth in [Depth::Whole, Depth::Short, Depth::Title] {
        let setting =
            Setting { grouping: Some(Grouping::Item), depth: Some(depth), ..setting(Languages::One(Lang::En)) };
        let text = markdown_of(&["Q1", "6.4"], &Annotations::default(), &setting);
        assert!(
            text.contains("## Q1 ") && text.contains("- **Bears on:** Q1 (our pointer, not in the document)\n"),
            "{text}"
        );
    }
    let by_item = Setting { grouping: Some(Grouping::Item), ..setting(Languages::One(Lang::En)) };
    let other = markdown_of(&["Q3", "6.4"], &Annotations::default(), &by_item);
    assert!(!other.contains("## Q1") && !other.contains("Bears on"), "an item that is not in the briefing: {other}");
    let alone = markdown_of(&["6.4"], &Annotations::default(), &setting(Languages::One(Lang::En)));
    assert!(!alone.contains("Bears on"), "{alone}");
    assert_eq!(alone.matches("Informal meeting of TTE ministers").count(), 1, "{alone}");
}

#[test]
fn a_meeting_opens_a_grouped_briefing() {
    for grouping in [Grouping::Item, Grouping::Theme, Grouping::Partner] {
        let setting = Setting { grouping: Some(grouping), ..setting(Languages::One(Lang::Lv)) };
        let text = markdown_of(&["6.1", "Q3", "tte-2014-10"], &Annotations::default(), &setting);
        assert!(headings(&text)[1].starts_with("## Neformālā TTE ministru sanāksme"), "{text}");
    }
}

#[test]
fn whole_depth_retells_positions_chronology_and_setting_and_short_depth_does_not() {
    let dataset = dataset();
    for lang in [Lang::Lv, Lang::En] {
        let whole = markdown_of(&["Q1", "Q2", "Q3"], &Annotations::default(), &setting(Languages::One(lang)));
        let short = Setting { depth: Some(Depth::Short), ..setting(Languages::One(lang)) };
        let short = markdown_of(&["Q1", "Q2", "Q3"], &Annotations::default(), &short);
        for item in &dataset.meetings()[0].agenda {
            for position in &item.positions {
                assert!(whole.contains(position.text.in_lang(lang)) && whole.contains(position.line.in_lang(lang)));
                assert!(!short.contains(position.text.in_lang(lang)) && short.contains(position.line.in_lang(lang)));
            }
        }
        for context in &dataset.meetings()[0].context {
            let is_related = dataset.meetings()[0].agenda.iter().any(|item| item.related.contains(&context.id));
            assert_eq!(whole.matches(context.text.in_lang(lang)).count(), usize::from(is_related), "{}", context.id);
        }
        let in_full = dosje::i18n::messages(lang).briefing.in_full;
        for block in whole.split(&format!("### {in_full}")).skip(1) {
            assert!(
                block.lines().nth(2).is_some_and(|line| line.contains("2014")),
                "a position bears its year: {block}"
            );
        }
    }
}

#[test]
fn abbreviations_that_occur_are_spelt_out_once_and_familiar_ones_are_not() {
    let of = |lang, numbers: &[&str]| {
        let text = markdown_of(numbers, &story(), &setting(Languages::One(lang)));
        let title = dosje::i18n::messages(lang).labels.abbreviations;
        let list = text.split_once(&format!("## {title}\n")).map(|(_, list)| list.to_owned()).unwrap_or_default();
        list.lines()
            .filter_map(|line| Some(line.strip_prefix("- **")?.split_once(":** ")?.0.to_owned()))
            .collect::<Vec<_>>()
    };
    let found = of(Lang::Lv, &["Q3"]);
    for wanted in ["IGF", "WSIS", "CSTD", "ECOSOC", "UNESCO"] {
        assert_eq!(found.iter().filter(|short| *short == wanted).count(), 1, "{wanted}: {found:?}");
    }
    for unwanted in ["ES", "ANO", "ICANN", "DMA", "5G"] {
        assert!(!found.contains(&unwanted.to_owned()), "{unwanted}: {found:?}");
    }
    assert!(of(Lang::Lv, &["6.3"]).contains(&"MI".to_owned()) && of(Lang::En, &["6.3"]).contains(&"AI".to_owned()));
    assert!(of(Lang::En, &["3.2"]).contains(&"MRA".to_owned()), "in the plural too");
    assert!(of(Lang::Lv, &["1.2"]).is_empty(), "{:?}", of(Lang::Lv, &["1.2"]));
}

#[test]
fn what_a_line_is_is_said_once_with_the_sources() {
    for (lang, counted) in [(Lang::Lv, "rinda ir rindkopa"), (Lang::En, "a line is a paragraph")] {
        let text = markdown_of(&["Q3", "6.1", "6.2"], &Annotations::default(), &setting(Languages::One(lang)));
        assert_eq!(text.matches(counted).count(), 1, "{text}");
        let text = markdown_of(&["6.1"], &Annotations::default(), &setting(Languages::One(lang)));
        assert!(!text.contains(counted), "the plan has pages: {text}");
    }
}

#[test]
fn a_point_begins_with_a_capital_letter() {
    let numbers: Vec<String> = dataset().actions().map(|action| action.id.number().to_owned()).collect();
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).chain(["Q1", "Q2", "Q3"]).collect();
    for lang in [Lang::Lv, Lang::En] {
        for depth in [Depth::Whole, Depth::Short] {
            let setting = Setting { depth: Some(depth), ..setting(Languages::One(lang)) };
            let text = markdown_of(&numbers, &Annotations::default(), &setting);
            for line in text.lines().filter_map(|line| line.strip_prefix("- ")) {
                let word = line.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
                let is_small = |word: &str| word.chars().next().is_some_and(char::is_lowercase);
                assert!(!word.is_some_and(|word| is_small(word) && word != "eID"), "{line}");
            }
        }
    }
}

#[test]
fn partners_are_named_as_their_row_prints_them() {
    let text = markdown_of(&["1.1", "3.3", "5.3"], &Annotations::default(), &setting(Languages::One(Lang::Lv)));
    assert!(text.contains("- **Partneri:** Japāna, ASV, Kanāda, Grenlande\n"), "{text}");
    assert!(
        text.contains("iesaistītās valstīs, Ukraina, Moldova\n"),
        "a title prints its names in other cases: {text}"
    );
    assert!(text.contains("- **Partneri:** ANO, OHCHR, UNESCO, OECD\n"), "{text}");
    let english = markdown_of(&["1.1"], &Annotations::default(), &setting(Languages::One(Lang::En)));
    assert!(english.contains("- **Partners:** Japan, United States, Canada, Greenland\n"), "{english}");
}
