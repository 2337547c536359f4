//! The timeline as its user meets it: bars, today, what falls due.

use std::collections::BTreeSet;

use dosje::app::flow::FlowLine;
use dosje::app::{Focus, Key, KeyCode, Model, Msg, Shown, Tab};
use dosje::domain::Lang::{self, En, Lv};
use dosje::domain::Record;
use insta::assert_snapshot;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::select;
use unicode_width::UnicodeWidthStr;

use crate::SIZES;
use crate::script::{Screen, Script};

const DAYS: [Date; 4] = [date(2025, 6, 5), date(2026, 11, 21), date(2027, 12, 31), date(2031, 1, 1)];

fn timeline(lang: Lang, (columns, rows): (u16, u16), day: Date) -> Script {
    Script::on(day, lang, columns, rows).keys("5")
}

fn latvian(columns: u16, rows: u16) -> Script {
    timeline(Lv, (columns, rows), DAYS[1])
}

fn today(lang: Lang) -> &'static str {
    match lang {
        Lv => "šodien",
        En => "today",
    }
}

/// Whether the list shows today's mark, or says on which side it lies.
fn knows_today(screen: &Screen, lang: Lang) -> bool {
    let list = screen.list().join("\n");
    list.contains('▼') || list.contains(&format!("◄ {}", today(lang))) || list.contains(&format!("{} ►", today(lang)))
}

/// The row of an action, wherever it stands in a list high enough for all.
fn row_of(screen: &Screen, number: &str) -> String {
    let is_it = |row: &String| row.get(2..).is_some_and(|row| row.split_whitespace().next() == Some(number));
    screen.list().into_iter().find(is_it).unwrap_or_default()
}

#[test]
fn today_is_seen_on_every_day_in_every_window() {
    for lang in [Lv, En] {
        for size in SIZES {
            for day in DAYS {
                let screen = timeline(lang, size, day).screen();
                assert!(knows_today(&screen, lang), "{size:?} {day}\n{}", screen.text());
            }
        }
    }
}

#[test]
fn the_tab_bears_the_number_of_its_key_and_so_does_the_one_after_it() {
    for (lang, names) in [(Lv, ["5 Grafiks", "7 Glosārijs"]), (En, ["5 Timeline", "7 Glossary"])] {
        let header = Script::new(lang, 120, 36).keys("5").screen().header();
        assert!(names.iter().all(|name| header.contains(name)), "{header}");
    }
}

#[test]
fn every_action_and_milestone_has_a_row_under_its_theme_or_meeting() {
    let screen = latvian(120, 140).screen();
    let rows = screen.list();
    let has_title = |title: &str| rows.iter().any(|row| row.contains(title));
    assert!(has_title("2.1 Mākslīgais intelekts  8") && has_title("6 Interneta pārvalde  4"), "{}", screen.text());
    let model = latvian(120, 140).model;
    assert_eq!(model.view().rows.len(), 50 + 6);
    assert_eq!(model.view().total, 50 + 6);
}

#[test]
fn bars_tell_apart_what_the_time_column_says() {
    let screen = latvian(120, 140).screen();
    for (number, bar) in [
        ("1.1", "(═══"),
        ("1.2", "───→"),
        ("1.4", "═══)"),
        ("1.5", "?○"),
        ("2.2.2", "?≈≈)"),
        ("2.4.5", "?≈≈≈"),
        ("3.2", "··)"),
        ("6.1", "●"),
        ("M1", "◄ 2015"),
    ] {
        assert!(row_of(&screen, number).contains(bar), "{number}: {}", row_of(&screen, number));
    }
}

#[test]
fn in_ascii_a_bar_has_no_sign_that_means_something_else_beside_it() {
    let mut script = latvian(120, 140);
    script.model.look.is_ascii = true;
    let screen = script.keys("j").screen();
    // What is cut in a title is no doubt about a bar, today is no later fact, and no pane ends there.
    for (number, bar) in
        [("1.1", "(======:===="), ("1.5", "?o___o:__o___o"), ("2.2.2", "?__)"), ("6.1", "@"), ("M1", "{ 2015")]
    {
        let row = row_of(&screen, number);
        assert!(row.contains(bar), "{number}: {row}");
    }
    let row = row_of(&screen, "2.1.7");
    assert!(
        row.contains("ilgtspejigas~") && row.ends_with("  +") && row.matches(['+', '|', '~']).count() == 2,
        "{row}"
    );
    let head = screen.text().lines().find(|line| line.contains("sodien")).map(str::to_owned);
    assert!(head.as_ref().is_some_and(|line| line.contains(": sodien")), "{head:?}");
}

#[test]
fn a_bar_ends_under_the_year_in_which_the_action_ends() {
    let screen = timeline(En, (80, 140), DAYS[1]).screen();
    // Of a title that ends in one the bracket comes first.
    let column = |line: &str, wanted: char| {
        Some(line.chars().count() - 1 - line.chars().rev().position(|letter| letter == wanted)?)
    };
    let years = screen.list()[0].clone();
    let year = |label: &str| years.find(label).map(|at| years[..at].chars().count());
    for (number, next) in [("4.1", "28"), ("4.5", "29"), ("2.4.1", "30"), ("1.1", "31")] {
        let end = column(&row_of(&screen, number), ')').expect("an end");
        assert_eq!(Some(end + 1), year(next), "{number}\n{}", screen.text());
    }
}

#[test]
fn forty_columns_show_years_and_a_hundred_and_twenty_quarters() {
    let months = |script: Script| script.model.axis().zoom().months();
    assert_eq!(months(latvian(120, 36)), 3);
    assert_eq!(months(latvian(80, 24)), 3);
    assert_eq!(months(latvian(40, 12)), 12);
}

#[test]
fn a_narrow_window_shows_years_and_the_least_one_bars_alone() {
    assert_snapshot!(latvian(40, 12).screen().text(), @r"
    1 2 3 4  5 Grafiks 6 7   uz 21.11.2026.
     / meklēt
     pēc tēmām                    2025 2030
     1 Droša savienotība  5        ▼ šodien
    > 1.1   Arktikas sa…stīšana   (╪═══)
      1.2   Veicin…savienojamī…   ─┼────→
      1.3   Veicināt dr…valstīs   ─┼────→
      1.4   Valstu un r…zstrāde   ═╪)
      1.5   Ikgadēja ko…ojamību   ?○○○○○→
     2.1 Mākslīgais…ntelekts  8    ¦
      2.1.1 Sadarbība m…ma jomā   ─┼────→
     Enter atvērt  / meklēt  ? palīdzība
    ");
    assert_snapshot!(timeline(En, (20, 5), DAYS[2]).screen().text(), @r"
    1 2 3 4  5 Ti… 6 7
     / search
                ▼  2030
    > 1.1     (═╪══)
     Enter open  t all
    ");
}

#[test]
fn today_crosses_all_bars_and_what_has_passed_is_marked_and_quiet() {
    let screen = timeline(En, (80, 24), DAYS[3]).keys("s").screen();
    assert_snapshot!(screen.list()[..8].join("\n"), @r"
     by partner                             23  24  25  26  27  28  29  30  31  32
     Japan  10                                                              ▼ today
    > 1.1   Support to Arctic connectivity          (══════════════════════)¦     <
      2.1.1 Cooperation on AI safety                 ───────────────────────┼───→
      2.2.1 6G R&I aligned cal…rojects 2026                 (══════════════)¦     <
      2.3.1 Joint R&I projects…miconductors          ───────────────────────┼───→
      2.3.2 Early-warning mech…or subsidies          ───────────────────────┼───→
      2.4.1 EU–Japan quantum c…cooperation              (══════════════)    ¦     <
    ");
    assert!(screen.styled([6]).contains("6: dim: |"), "{}", screen.styled([6]));
}

#[test]
fn what_falls_due_this_year_is_on_the_first_page() {
    assert_snapshot!(latvian(80, 24).keys("d").screen().list().join("\n"), @r"
     Termiņš pagājis  7  (nenozīmē ne izpildi, ne kavējumu)
      M2    UNESCO Interneta pētījuma konference                      pavas. 2015 <+
      M3    CSTD 18. sesijā plāno ap…itgades pārskatu                     05.2015 <+
      M1    Latvijas prezidentūra ES Padomē                           01.–06.2015 <
      M4    ECOSOC Ņujorkā plāno aps…itgades pārskatu                     06.2015 <+
      M5    WSIS vispārējā pārskata…(laiks secināts)                  07.–12.2015 <+
      M6    ANO ĢA augsta līmeņa san…ar WSIS pārskatu                     12.2015 <+
      6.1   Nākotnes interneta labā…sētajām personām  Daudzpusēji            4c25 <+
     Beidzas šajā ceturksnī  3
    > 2.1.8 GovTech4all                               ES Kandidāti +1     4c25–26 !
      2.2.2 6G pētniecībai un inovāc…rojektu konkurss TW                      ?26
      2.4.2 ES un Kanādas kvantu zinātnes iniciatīvas CA                    23–26 !
    ");
    // Who has chosen nothing there comes to the first bar, and what was chosen stays chosen.
    assert_eq!(latvian(80, 24).keys("d d").selected(), latvian(80, 24).keys("5").selected());
    assert_eq!(latvian(80, 24).keys("d j d").selected(), "2.2.2");
}

#[test]
fn another_key_groups_by_partner_and_by_year_of_end() {
    let script = latvian(120, 36).keys("s");
    let list = script.screen().list();
    assert!(list[0].contains("pēc partneriem") && list[1].contains("Japāna  10"), "{list:#?}");
    let script = script.keys("s");
    let list = script.screen().list();
    assert!(list[0].contains("pēc beigu gada") && list[1].contains("2015. gads  6"), "{list:#?}");
    assert!(script.keys("s").screen().list()[0].contains("pēc tēmām"));
}

fn last_shown(model: &Model) -> usize {
    let shown = model.view().shown(model.list_page());
    let rows = shown.into_iter().filter_map(|shown| if let Shown::Row(row) = shown { Some(row) } else { None });
    rows.max().unwrap_or_default()
}

#[test]
fn turning_pages_passes_over_no_row() {
    for keys in ["5", "5 s", "5 d"] {
        let mut script = latvian(80, 24).keys(keys);
        let (mut seen, rows) = (BTreeSet::new(), script.model.view().rows.len());
        for keys in ["PgDn"; 40].into_iter().chain(["PgUp"; 40]) {
            let view = script.model.view();
            seen.extend(view.shown(script.model.list_page()).into_iter().filter_map(|shown| match shown {
                Shown::Row(row) => Some(row),
                Shown::Heading(_) => None,
            }));
            let top = script.model.view().cursor.top;
            script = script.keys(keys);
            if keys == "PgUp" && top > 0 && seen.len() == rows {
                let last = last_shown(&script.model);
                assert!(last + 1 >= top, "{keys} from row {top} leads to a page that ends with row {last}");
            }
        }
        assert_eq!(seen.len(), rows, "{keys}");
    }
}

#[test]
fn grouping_anew_keeps_the_chosen_record() {
    let script = latvian(80, 24).keys("jjjjjjj");
    let chosen = script.selected().to_owned();
    for keys in ["s", "s", "s", "d", "d"] {
        let script = latvian(80, 24).keys("jjjjjjj").keys(keys);
        assert_eq!(script.selected(), chosen, "{keys}");
        assert!(script.screen().chosen().contains(&chosen), "{keys}");
    }
}

#[test]
fn what_falls_due_is_counted_under_headings_on_each_day() {
    for (day, headings) in [
        (DAYS[0], ["Past its window  6", "Ends later this year  1", "Ends next year  3"]),
        (DAYS[1], ["Past its window  7", "Ends this quarter  3", "Ends next year  9"]),
        (DAYS[2], ["Past its window  10", "Ends this quarter  9", "Ends next year  1"]),
        (DAYS[3], ["Past its window  27", "No end stated  27", "Not certain to take place  2"]),
    ] {
        let text = timeline(En, (120, 140), day).keys("d").screen().text();
        assert!(headings.iter().all(|heading| text.contains(heading)), "{day}\n{text}");
        assert!(text.contains("(which says neither done nor late)"));
    }
}

#[test]
fn what_falls_due_is_a_key_away_from_any_tab() {
    for tab in ["1", "2", "3", "4", "7"] {
        let screen = latvian(80, 24).keys(tab).keys("d").screen();
        assert!(screen.list()[0].contains("Termiņš pagājis  7"), "{}", screen.text());
    }
}

#[test]
fn a_row_opens_the_text_of_its_record_and_esc_comes_back() {
    for size in [(120, 36), (80, 24), (40, 12)] {
        let script = timeline(Lv, size, DAYS[1]).keys("jj Enter");
        let number = script.selected().to_owned();
        assert!(script.screen().detail()[0].contains(&number), "{size:?}");
        assert!(script.keys("Esc").screen().chosen().contains(&number), "{size:?}");
    }
}

#[test]
fn a_search_keeps_the_axis_and_its_headings_and_chooses_the_best_answer() {
    let script = latvian(80, 24).keys("/ kvantu");
    let screen = script.screen();
    assert!(screen.query().contains("5 no 56"), "{}", screen.text());
    assert!(row_of(&screen, "2.4.1").contains("(══"), "{}", screen.text());
    assert!(screen.text().contains("Citās cilnēs  4"));
    assert_eq!(script.selected(), "2.4.4");
    let by_partner = latvian(80, 24).keys("s / kvantu Enter").screen();
    assert!(by_partner.query().contains("5 no 56"), "a record under two partners is one record");
}

#[test]
fn another_language_keeps_row_and_axis() {
    let script = latvian(80, 24).keys("jjjj + .");
    let before = (script.selected().to_owned(), script.model.axis());
    let script = script.keys("L");
    assert_eq!((script.selected().to_owned(), script.model.axis()), before);
    assert!(script.screen().list()[0].contains("by theme"));
}

#[test]
fn today_out_of_sight_is_named_at_its_edge_and_one_key_brings_it_back() {
    for (lang, earlier, later) in [(Lv, "◄ šodien", "šodien ►"), (En, "◄ today", "today ►")] {
        for size in [(120, 36), (80, 24), (40, 12)] {
            let away = |keys: &str| timeline(lang, size, DAYS[1]).keys("+ +").keys(keys);
            let gone = |keys: &str, said: &str| {
                let script = away("").keys_until(keys, |screen| !screen.text().contains('▼'));
                assert!(script.screen().text().contains(said), "{size:?}\n{}", script.screen().text());
                assert!(script.keys("t").screen().text().contains('▼'), "{size:?}");
            };
            gone(".", earlier);
            gone(",", later);
        }
    }
}

#[test]
fn the_axis_goes_no_further_than_there_is_something_to_see() {
    for key in [",", "."] {
        let script = latvian(80, 24).keys_until(key, |screen| screen.footer().contains("nav kur iet"));
        let (axis, before) = (script.model.axis(), script.screen().list());
        let script = script.keys(key);
        assert_eq!((script.model.axis(), script.screen().list()), (axis, before));
    }
}

#[test]
fn the_footer_names_the_keys_of_the_axis_and_only_there() {
    let footer = |keys: &str| Script::new(Lv, 120, 36).keys(keys).screen().footer();
    for entry in ["d termiņi/ass", "s kārtot", "+ tuvāk", "- plašāk", ", agrāk", ". vēlāk"] {
        assert!(footer("5").contains(entry), "{}", footer("5"));
        assert!(!footer("2").contains(entry), "{}", footer("2"));
    }
    assert!(!footer("5 d").contains("kārtot") && footer("5 d").contains("d termiņi/ass"));
}

#[test]
fn the_help_explains_the_bars_where_they_are() {
    let legend = |keys: &str| Script::new(En, 120, 60).keys(keys).screen().text();
    assert!(legend("5 ?").contains("○ every year") && legend("5 ?").contains("──→ no end stated"));
    assert!(!legend("2 ?").contains("○ every year"));
}

#[test]
fn the_way_back_from_a_link_leads_to_the_same_rows() {
    let script = latvian(120, 36).keys("s jjj Enter").keys_until("j", |screen| !screen.pointed().is_empty());
    let before = script.screen().list();
    let script = script.keys("Enter 5 s [");
    assert_eq!(script.screen().list(), before);
}

#[test]
fn data_that_arrive_keep_the_chosen_row_of_the_timeline() {
    let script = latvian(80, 24).keys("s jjjj");
    let chosen = script.selected().to_owned();
    let script = script.feed(vec![crate::arrival()]);
    assert_eq!(script.selected(), chosen);
    assert!(script.screen().list()[0].contains("pēc partneriem"));
}

#[test]
fn the_card_of_a_plan_shows_bars_that_fit_a_narrow_pane() {
    for (lang, label) in [(Lv, "Kiberdrošība"), (En, "Cybersecurity")] {
        for columns in [40, 80, 120] {
            let script = Script::new(lang, columns, 24);
            let Some(Record::Document(_)) = script.model.selected() else { panic!("the paper comes first") };
            let text = script.keys("Enter").model.text();
            let lines: Vec<String> = text.lines.iter().map(FlowLine::text).collect();
            let line = lines.iter().find(|line| line.contains(label) && line.contains('■')).expect("counted");
            assert!(line.contains(" 9 ■"), "{columns}: {line}");
            assert!(lines.iter().all(|line| line.width() <= usize::from(columns)), "{columns}");
        }
    }
}

fn pressed() -> impl Strategy<Value = Key> {
    let keys = ['+', '-', ',', '.', '<', '>', '=', 't', 's', 'd', 'j', 'k', 'g', 'G', 'z', 'L', '5', '2'];
    select(keys.to_vec()).prop_map(|letter| Key::plain(KeyCode::Char(letter)))
}

fn step() -> impl Strategy<Value = Result<Key, (u16, u16)>> {
    prop_oneof![8 => pressed().prop_map(Ok), 2 => (20..=200u16, 5..=60u16).prop_map(Err)]
}

/// Whether the chosen row is among those that are drawn.
fn is_drawn(model: &Model) -> bool {
    let view = model.view();
    view.shown(model.list_page()).contains(&Shown::Row(view.cursor.selected))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_to_the_axis_today_is_seen_or_named(
        day in select(DAYS.to_vec()), steps in prop::collection::vec(step(), 1..40),
    ) {
        let mut script = timeline(Lv, (80, 24), day);
        for step in steps {
            script = match step {
                Ok(key) => script.feed(vec![Msg::Key(key)]),
                Err((columns, rows)) => script.resize(columns, rows),
            };
            let view = script.model.view();
            let is_list_shown = script.model.focus == Focus::List || script.model.layout().is_some_and(|layout| layout.shows_both());
            if script.model.tab == Tab::Timeline && is_list_shown {
                prop_assert!(is_drawn(&script.model), "{}", script.screen().text());
                // Until the next key, something to say may stand over the head of the axis.
                if view.grouping.has_axis() && script.model.notice.is_none() {
                    let (screen, lang) = (script.screen(), script.model.lang);
                    prop_assert!(knows_today(&screen, lang), "{:?}\n{}", script.model.axis(), screen.text());
                }
            }
        }
    }
}

#[test]
fn a_day_that_is_not_today_is_said_in_a_narrow_window_too() {
    for (columns, rows) in [(120, 36), (80, 24), (60, 20), (40, 12)] {
        for (keys, lang) in ["1", "3", "4", "5", "5 d", "6", "7"].into_iter().flat_map(|keys| [(keys, Lv), (keys, En)])
        {
            let header = Script::on(date(2031, 1, 1), lang, columns, rows).keys(keys).screen().header();
            let day = if lang == Lv { " uz 01.01.2031." } else { " as of 1 Jan 2031" };
            assert!(header.contains(day), "{columns} {keys}: {header}");
            let tab = keys.chars().next().expect("a tab");
            assert!(header.contains(&format!("{tab} ")), "{columns} {keys}: {header}");
        }
    }
}

#[test]
fn a_milestone_past_its_date_is_marked_like_an_action() {
    let row = |day, title: &str| {
        let rows = Script::on(day, Lv, 120, 60).keys("3").screen().list();
        rows.into_iter().find(|row| row.contains(title)).unwrap_or_default()
    };
    assert!(row(date(2016, 1, 1), "ANO ĢA augsta līmeņa").ends_with("<+"));
    assert!(row(date(2015, 12, 31), "ANO ĢA augsta līmeņa").ends_with("!+"));
    assert!(row(date(2014, 12, 31), "ANO ĢA augsta līmeņa").ends_with("  +"));
}
