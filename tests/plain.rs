//! The dashboard line by line, over a pipe: what is typed, and what is answered.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use dosje::domain::{Lang, Record};
use insta::assert_snapshot;
use proptest::prelude::*;
use tempfile::TempDir;

const BAD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/bad");

/// A home of its own; nothing of this machine's is around the program.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        Self(TempDir::new().expect("a folder"))
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dosje"));
        let (home, data) = (self.0.path(), self.0.path().join("data"));
        command.env_clear().env("HOME", home).env("XDG_DATA_HOME", data).env("TZ", "UTC").current_dir(home);
        command.args(["--plain", "--today", "2026-11-21"]).args(words);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn run(&self, words: &[&str], typed: &[u8]) -> Output {
        let mut child = self.command(words).spawn().expect("it starts");
        let mut input = child.stdin.take().expect("piped");
        let typed = typed.to_vec();
        // Beside it: what is answered meanwhile must be read, or both would wait.
        let writer = std::thread::spawn(move || drop(input.write_all(&typed)));
        let output = child.wait_with_output().expect("it ends");
        writer.join().expect("it ends");
        output
    }

    /// What is answered to these lines, in Latvian.
    fn answers(&self, typed: &str) -> String {
        let output = self.run(&["--lang", "lv"], typed.as_bytes());
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    }
}

fn answers(typed: &str) -> String {
    Home::new().answers(typed)
}

#[test]
fn a_query_is_answered_by_numbers_and_a_number_by_its_record() {
    assert_snapshot!(answers("kvantu japana\n1\nq\n"), @r#"
    2 Darbības: 1 no 50, citās cilnēs 2
     1. 2.4.1 ES un Japānas kvantiskās datošanas sadarbība (Darbība, 26–29)
     2. 2 Jauntehnoloģijas (Tēma, 21 darbība, tuvākais 2026)
     3. 2.4 Kvantiska un augstas veiktspējas datošana (Tēma, 5 darbības,
        tuvākais 2026)
    2.4.1 ES un Japānas kvantiskās datošanas sadarbība

    Angliski: EU–Japan quantum computing cooperation
    [1] Tēma: 2 Jauntehnoloģijas > 2.4 Kvantiska un augstas veiktspējas
        datošana
    Termiņš: Pastāvīgi (2026–2029); orientējoši; rit
    [2] Partneri: Japāna
    [3] Tekstā minēti: Kopuzņēmums „EuroHPC”
    Īsumā: ES un Japānas kopprojekti pievēršas hibrīdiem kvantu un augstas
    veiktspējas algoritmiem un lietojumprogrammām, piemēram, biomedicīnā un
    vides zinībās.

    ES un Japānas kopīgie pētniecības un inovācijas projekti pievēršas
    hibrīdiem kvantu un augstas veiktspējas algoritmiem, kā arī
    lietojumprogrammu optimizēšanai jomās, kas interesē abas puses,
    piemēram, biomedicīnā un vides zinībās. Tas saskan ar kopuzņēmuma
    „EuroHPC” mērķiem sniegt atbalstu ES un Japānas digitālajai partnerībai.

    [4] Instrumenti: Digitalitātes partnerība

    Termini
    [5] Eiropas Savienība
    [6] Kvantu tehnoloģijas
    [7] Datošana
    [8] Augstas veiktspējas datošana
    [9] Kopuzņēmums „EuroHPC”

    [10] Avots: JOIN(2025) 140, pielikums, 5. lpp., 421.–435. rinda
    "#);
}

#[test]
fn no_more_than_a_screenful_is_written_at_once() {
    let said = answers(":darbības\n\n+\n\n");
    let lines: Vec<&str> = said.lines().filter(|line| !line.starts_with("    ")).collect();
    assert_eq!(lines.first(), Some(&"2 Darbības: 50 no 50"));
    assert!(lines[20].starts_with("20. ") && lines[21] == "… vēl 30 ierakstu (Enter)", "{said}");
    assert!(lines[42] == "… vēl 10 ierakstu (Enter)" && lines[52].starts_with("50. "), "{said}");
    assert_eq!(lines[53..], ["Tālāk nekā nav."], "{said}");
}

#[test]
fn marks_and_notes_are_kept_and_said() {
    let home = Home::new();
    assert_snapshot!(home.answers("gdhcn\n:mark 1\n1\n:piezīme\npirmā rinda\n## Mērķis\n.\n:mark\n:atzīmēt 1\n"), @r#"
    2 Darbības: 1 no 50, citās cilnēs 2
     1. 4.5 Globālais digitālās veselības sertifikācijas tīkls (GDHCN)
        (Darbība, 25–28)
     2. Globālais digitālās veselības sertifikācijas tīkls (Glosārijs,
        GDHCN)
     3. 4 Digitālā identitāte un digitālā publiskā infrastruktūra (Tēma, 5
        darbības, tuvākais 2027)
    Atzīmēts: 4.5 Globālais digitālās veselības sertifikācijas tīkls (GDHCN)
    saglabā … saglabāts
    4.5 Globālais digitālās veselības sertifikācijas tīkls (GDHCN)

    Angliski: Global Digital Health Certification Network (GDHCN)
    [1] Tēma: 4 Digitālā identitāte un digitālā publiskā infrastruktūra
    Termiņš: Pastāvīgi (2025–2028); orientējoši; rit
    [2] Partneri: Globāli
    [3] Tekstā minēti: Pasaules Veselības organizācija
    [4] Eiropas Komisija
    Īsumā: PVO pārņēmusi Eiropas Komisijas izveidoto tīklu, kura mērķis ir
    standartizēts un sadarbspējīgs satvars veselības apliecinājumiem un
    sertifikācijai.

    Iniciatīvas mērķis ir standartizēts un sadarbspējīgs satvars
    digitālajiem veselības apliecinājumiem un sertifikācijai. Tīklu cīņai ar
    Covid-19 izveidoja Eiropas Komisija, vēlāk to pārņēma PVO. Tā uzdevums
    ir veicināt drošu un efektīvu veselības aprūpes informācijas pārrobežu
    apmaiņu, sekmēt veselības drošību pasaulē un uzlabot veselības aprūpi.
    Šādas informācijas piemēri ir Covid-19 sertifikāti, vakcinācijas karte,
    starptautiskais pacienta veselības pārskats un digitālais
    starptautiskais vakcinācijas vai profilakses sertifikāts jeb dzeltenā
    grāmatiņa.

    Termini
    [5] Globālais digitālās veselības sertifikācijas tīkls
    [6] Pasaules Veselības organizācija
    [7] Eiropas Komisija
    [8] ES digitālais Covid sertifikāts

    [9] Avots: JOIN(2025) 140, pielikums, 9. lpp., 788.–812. rinda
    atzīmēts
    Rakstiet piezīmi; rinda, kurā ir tikai punkts, to beidz.
    saglabā … saglabāts
    Saglabāts: 4.5
    Atzīme noņemta: 4.5 Globālais digitālās veselības sertifikācijas tīkls
    (GDHCN)
    saglabā … saglabāts
    Atzīmēts: 4.5 Globālais digitālās veselības sertifikācijas tīkls (GDHCN)
    saglabā … saglabāts
    "#);
    assert!(home.answers(":lang en\n:lang lv\n").ends_with("our translation.\nLatviski.\n"));
    let again = home.answers("gdhcn\n1\n:note\notrā rinda\n");
    assert!(again.contains("pirmā rinda"), "{again}");
    let third = home.answers("gdhcn\n1\n:6\n");
    let place = |words: &str| third.find(words).unwrap_or_else(|| panic!("no {words} in {third}"));
    assert!(place("pirmā rinda") < place("## Mērķis") && place("## Mērķis") < place("otrā rinda"));
    assert!(third.contains("6 Brīfings: 1 no 1\n 1. 4.5 "), "{third}");
}

/// A draft in the home of a program that was killed while a note was typed.
fn killed_while_writing(home: &Home, typed: &str, last: &str) {
    let mut child = home.command(&["--lang", "lv"]).spawn().expect("it starts");
    let mut input = child.stdin.take().expect("piped");
    input.write_all(typed.as_bytes()).expect("it listens");
    // Until it has its name, it is not yet kept.
    let is_named = |path: &Path| path.extension().is_some_and(|ending| ending == "md");
    let holds = |path: &Path| is_named(path) && fs::read_to_string(path).is_ok_and(|text| text.contains(last));
    let is_there = || fs::read_dir(home.0.path().join("data/dosje/own/drafts")).into_iter().flatten().flatten();
    for _ in 0..500 {
        if is_there().any(|entry| holds(&entry.path())) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    child.kill().expect("killed");
    child.wait().expect("it ends");
}

#[test]
fn a_note_that_was_cut_short_is_offered_and_read_out_before_it_is_gone_on_with() {
    let home = Home::new();
    killed_while_writing(&home, "gdhcn\n1\n:note\npusrakst\n", "pusrakst");
    let said = home.answers("gdhcn\n1\n:piezīme\n.\n1\n");
    assert!(said.starts_with("Ir nepabeigts melnraksts: 4.5. To atver :piezīme pie ieraksta\n"), "{said}");
    let read_out = "No nepabeigta melnraksta (Piezīme):\npusrakst\nRakstiet piezīmi; ";
    assert!(said.contains(read_out), "{said}");
    assert!(said.matches("pusrakst").count() > 1, "it is kept, though nothing was added: {said}");
    assert!(!home.answers("").contains("melnraksts"), "and is a draft no more");
}

#[test]
fn one_goes_along_links_and_back() {
    let said = answers("2.4.4\n:links\n1\n:links\n:follow 3\n:back\n:back\n:follow 99\n:forward\n:follow 99\n");
    let lines: Vec<&str> = said.lines().collect();
    assert!(lines.contains(&"Vispirms atveriet ierakstu ar tā numuru."), "{said}");
    assert!(lines.contains(&" 3. G7 (Partneris)"), "{said}");
    assert!(lines.iter().any(|line| line.trim() == "G7"), "{said}");
    assert_eq!(said.matches("G7 Kvantu tehnoloģiju darba grupa (").count(), 2, "the list, and again: {said}");
    assert_eq!(lines.last(), Some(&"Saites 99 šajā tekstā nav."), "{said}");
}

#[test]
fn what_is_copied_is_what_the_command_line_shows() {
    let home = Home::new();
    let said = home.answers("2.4.1\n1\n:y\n:r\n");
    let shown = Command::new(env!("CARGO_BIN_EXE_dosje"))
        .args(["show", "2.4.1", "--lang", "lv", "--today", "2026-11-21"])
        .env_clear()
        .env("HOME", home.0.path())
        .output()
        .expect("it runs");
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let shown = words(&String::from_utf8(shown.stdout).expect("UTF-8"));
    let said = words(&said);
    assert!(said.windows(shown.len()).any(|part| part == shown), "{said:?}");
    assert_eq!(said[said.len() - 3..].join(" "), "lpp., 421.–435. rinda");
}

#[test]
fn what_is_linked_in_the_meeting_is_whole_and_followed_by_its_number_and_the_meeting_goes_on() {
    let said = answers(":meeting\n:copy\n:links\n:intent\n+\n:meeting\n-\n:follow 14\n:back\n");
    assert!(!said.replace("saglabā …", "").contains('…'), "nothing is cut: {said}");
    let one = "\n[14] 3.1 Veicināt kiberdialogus ar partnervalstīm (Darbība, pastāvīgi)\n";
    assert!(said.contains(one), "a position leads there: {said}");
    assert_eq!(said.matches("\n3.1 Veicināt kiberdialogus ar partnervalstīm\n").count(), 1, "followed: {said}");
    let (before, after) = said.split_once("2/3, runāt apmēram 27 s\n").expect("one goes on after these");
    assert!(before.contains("\n 1. P1.1 ") && after.contains("2/3, runāt apmēram"), "and sits there again: {said}");
    let said = answers(":meeting\n+\n+\n");
    let linked =
        said.split("\nSaistīts (mūsu norāde, nav dokumentā)\n").skip(1).filter_map(|part| part.split_once("\n\n"));
    let rows = linked.flat_map(|(rows, _)| rows.lines()).filter(|line| !line.starts_with("    "));
    let is_numbered = |row: &str| {
        row.strip_prefix('[').and_then(|row| row.split_once("] ")).is_some_and(|(n, _)| n.parse::<usize>().is_ok())
    };
    assert_eq!(rows.filter(|row| !is_numbered(row)).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn the_intent_of_an_item_is_said_when_it_changes() {
    let said = answers(":meeting\n:intent\n:intent\n:intent\n:intent\n:intent\n");
    let intents: Vec<&str> = said.lines().filter(|line| line.starts_with("Nodoms: ")).collect();
    let all = ["runāt", "klausīties", "neiebilst", "ja aktualizē", "nav norādīts"];
    assert_eq!(intents, all.map(|intent| format!("Nodoms: {intent}.")), "{said}");
    let said = answers("gdhcn\n1\n:intent\n");
    assert!(said.contains("Nodomu norāda pie darba kārtības jautājuma") && !said.contains("Nodoms: "), "{said}");
}

#[test]
fn the_meeting_is_opened_at_the_item_that_is_named() {
    let firsts = |typed: &str| {
        let said = answers(typed);
        said.lines().filter(|line| line.starts_with(['1', '2', '3'])).take(1).map(str::to_owned).collect::<String>()
    };
    assert!(firsts(":meeting\n").starts_with("1/3, "));
    for typed in ["2", "q2", "Q2", "tte-2014-10/Q2", "P2.3"] {
        assert!(firsts(&format!(":meeting {typed}\n")).starts_with("2/3, "), "{typed}");
    }
    let said = answers(":meeting 3\n:meeting 9\n:meeting 2.4.1\n-\n:meeting xyzzy\n");
    assert!(said.contains("Šeit nav punkta „9”; ir 1–3.\nŠeit nav punkta „2.4.1”; ir 1–3.\n2/3, "), "{said}");
    let said = answers("gdhcn\n:mark 1\n:meeting Q2\n:meeting 4.5\n:lang en\n");
    assert!(said.contains("\n2/3, ") && said.contains("punkta „4.5”; ir 1–3.\n"), "{said}");
}

#[test]
fn what_a_row_shows_by_a_sign_or_a_figure_is_said() {
    let said = answers(":due\n:themes\n:4\n:2\nkosova\n");
    for said_so in [
        "(Atskaites punkts, 2015. gada pavasaris, termiņš pagājis, ir jaunākas ziņas)",
        "beidzas šogad)",
        "(Darbība, 26, nav skaidrs)",
        "(Tēma, 5 darbības, tuvākais 2027)",
        "Japāna (Partneris, partneris 10 darbībās, minēts 1 ierakstā)",
    ] {
        let flat = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(said_so), "{said_so} in {said}");
    }
}

#[test]
fn a_text_is_said_without_columns_bars_and_breaks_in_addresses() {
    let said = answers(":themes\n1\n2\n");
    let address = "\nhttps://eur-lex.europa.eu/legal-content/LV/TXT/?uri=CELEX:52025JC0140\n";
    assert!(said.contains(address) && said.contains("\n2.2 5G/6G: 3\n"), "{said}");
    let long = "Valstu un reģionu 5G īstenošanas vadlīnijas un LAC savienojamības rīkkopas izstrāde, līdz 4c27";
    let flat = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains(long), "the time span comes behind the whole title: {said}");
    let columns = |line: &&str| line.trim_start().contains("  ") || line.contains(['■', '·']);
    assert_eq!(said.lines().find(columns), None, "{said}");
}

#[test]
fn every_title_is_said_whole_in_the_lists_and_in_the_meeting() {
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let dataset = dosje::store::load(None).dataset;
    let tabs = [":1", ":2", ":3", ":4", ":5", ":6", ":7"].map(|tab| tab.to_owned() + &"\n".repeat(9)).concat();
    for (word, lang) in [("lv", Lang::Lv), ("en", Lang::En)] {
        let said = flat(&Home::new().answers(&format!(":lang {word}\n{tabs}:meeting\n+\n+\n")));
        let linked = dataset.records().filter(|record| !matches!(record, Record::Person(_)));
        let missing: Vec<&str> =
            linked.map(|record| record.title(lang)).filter(|title| !said.contains(&flat(title))).collect();
        assert_eq!(missing, [""; 0]);
        assert_eq!(said.matches('…').count(), said.matches("(Enter)").count(), "nothing is cut");
    }
}

#[test]
fn what_was_numbered_last_is_opened_by_its_number() {
    let said = answers("2.4.4\n1\n:links\n3\n");
    assert!(said.contains("\n 3. G7 (Partneris)\n") && said.contains("\nVeids: "), "{said}");
}

#[test]
fn the_meeting_is_gone_through_item_by_item() {
    let said = answers(":3\n:meeting\n\n:mark\n\n-\n:brief md sanaksme.md\n\n:meeting\n:links\n");
    for place in ["1/3", "2/3", "3/3"] {
        assert!(said.lines().any(|line| line.starts_with(place)), "{place} in {said}");
    }
    assert!(said.contains("Atzīmēts: Q2 "), "{said}");
    assert!(said.contains("Ierakstīts: ") && said.contains("sanaksme.md"), "{said}");
}

#[test]
fn a_file_that_is_there_is_replaced_only_where_that_is_said() {
    let home = Home::new();
    let path = home.0.path().join("b.txt");
    let said = home.answers("gdhcn\n:mark 1\n:brief txt b.txt\n");
    assert!(said.ends_with("b.txt\n"), "{said}");
    let first = fs::read_to_string(&path).expect("written");
    let said = home.answers("kvantu\n:mark 1\n:brief txt b.txt\nn\n:lang en\n:brief txt b.txt\n");
    assert_eq!(said.matches("Jau ir. Aizstāt (j/n)? b.txt").count(), 1, "{said}");
    assert_eq!(fs::read_to_string(&path).expect("there"), first);
    assert!(home.answers(":brief txt b.txt\nj\n").contains("Ierakstīts: "));
    assert_ne!(fs::read_to_string(&path).expect("there"), first);
    let said = home.answers(":brief txt b.txt\n:due\n:brief txt b.txt\n\n:brief txt b.txt\ngdhcn\n:brief txt b.txt\n");
    assert_eq!(said.matches("Nav ierakstīts: b.txt").count(), 4, "{said}");
    assert_eq!(said.matches("\n5 Grafiks: ").count(), 1, "what is no answer is done: {said}");
    assert_eq!(said.matches("\n2 Darbības: 1 no 50").count(), 1, "{said}");
    assert!(home.answers(":brief pdf b.pdf\n:brief md\n").starts_with("Nav tāda formāta: pdf;"));
}

#[test]
fn every_command_and_what_is_nearly_one_is_said() {
    assert_snapshot!(Home::new().answers(":help\n:makr 1\n:xyzzy\n99\n:tab\n:back\n"), @r#"
    kvantu japāna: meklē; labākais ir pirmais
    /2027: meklē arī to, kas ir numurs vai sākas ar kolu
    3: atver trešo no saraksta
    Enter vai +: tālāk: saraksts, teksts, pēc tā nākamais sanāksmes
      jautājums
    -: sanāksmē: iepriekšējais jautājums
    :cilne N: pāriet uz cilni pēc numura vai nosaukuma un parādīt, kas
      tajā ir
    :atzīmēt [N]: atzīmēt brīfingam vai noņemt atzīmi
    :saites: uz kurieni ieraksts ved
    :sekot N, :v: sekot saitei pēc tās numura
    :atpakaļ: atpakaļ uz iepriekšējo vietu
    :priekšu: atkal uz priekšu
    :kopēt, :y: kopēt ierakstu kā vienkāršu tekstu
    :atsauce, :r: kopēt atsauci: dokuments, lappuse, rindas
    :avots, :o: avots: ko saka pats dokuments
    :piezīme, :e: rakstīt: mērķi, savas tēzes, piezīmi
    :nodoms, :m: nodoms: runāt, klausīties, neiebilst, ja aktualizē
    :ierakstīt, :w: ierakstīt to teksta datnē pašreizējā mapē
    :eksportēt md|docx|txt|html|ics|csv|json DATNE, :x: brīfings datnē:
      Word, HTML, kalendārs un citi veidi
    :sanāksme [N]: darba kārtība vai brīfings pa vienam jautājumam: kas
      sakāms, tad konteksts; ar N vai Q2 no tā jautājuma
    :termiņi, :d: kas kad beidzas
    :izmaiņas, :u: kas jūsu datnēs mainījies, kopš programma ir atvērta
    :valoda [lv|en]: otra valoda
    :palīdzība: šis saraksts
    :iziet, :q: iziet
    Nav komandas :makr; varbūt :mark?
    Nav komandas :xyzzy; :palīdzība rāda visas.
    Sarakstā nav numura 99; meklēt to var tā: /99
    Jāraksta tā: :cilne N
    Tālāk šajā virzienā nav kur iet.
    "#);
}

#[test]
fn what_falls_due_stands_under_its_headings() {
    let said = answers(":due\n:due\n");
    assert!(
        said.starts_with("5 Grafiks: 56 no 56\nTermiņš pagājis (nenozīmē ne izpildi, ne kavējumu): 7\n 1. "),
        "{said}"
    );
    let (first, second) = said.split_at(said.len() / 2);
    assert_eq!(first, second, "asked twice, answered twice");
}

#[test]
fn the_rest_of_a_line_that_is_too_long_is_not_taken_for_another() {
    let too_long = dosje::i18n::messages(Lang::Lv).writing.too_long;
    assert_eq!(answers(&format!("{}\nq\n", "zebra ".repeat(200))), format!("{too_long}\n"));
    let said = answers(&format!(":xyzzy {}\n:2\n", ":1 ".repeat(50_000)));
    assert!(said.starts_with("Nav komandas :xyzzy; ") && said.contains("\n2 Darbības: 50 no 50\n"), "{said}");
    assert_eq!(said.matches("Nav komandas").count() + said.matches("1 Tēmas").count(), 1, "{said}");
}

#[test]
fn a_query_on_the_command_line_is_answered_first_and_the_end_is_quiet() {
    let home = Home::new();
    let output = home.run(&["--lang", "en", "open", "internet", "stack"], b"");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.starts_with("2 Actions: ") && said.contains("\n 1. 6.4 "), "{said}");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let home = Home::new();
    let mut child = home.command(&["--lang", "lv"]).spawn().expect("it starts");
    drop(child.stdout.take());
    let mut input = child.stdin.take().expect("piped");
    let _ = input.write_all(":2\n".repeat(2000).as_bytes());
    drop(input);
    let mut said = String::new();
    child.stderr.take().expect("piped").read_to_string(&mut said).expect("UTF-8");
    assert_eq!((child.wait().expect("it ends").code(), said.as_str()), (Some(0), ""));
}

#[test]
fn what_cannot_be_kept_is_said_and_ends_with_its_code() {
    let home = Home::new();
    // A file in the place of the folder: nobody can write below it, not even root.
    #[expect(clippy::disallowed_methods, reason = "a file of the test's own")]
    fs::write(home.0.path().join("data"), "").expect("written");
    let output = home.run(&["--lang", "lv"], b"gdhcn\n:mark 1\nq\nq\n");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("saglabā … NAV SAGLABĀTS: "), "{said}");
    assert_eq!(said.matches("Vēlreiz q").count(), 1, "asked once: {said}");
    assert_eq!(output.status.code(), Some(74), "{}", String::from_utf8_lossy(&output.stderr));
    let over = home.run(&["--lang", "lv"], b"gdhcn\n:mark 1\n");
    assert_eq!(over.status.code(), Some(74), "also where the lines end");
}

/// A talk that goes on while something else happens.
struct Talk {
    child: Child,
    /// What was said since it was last looked for.
    said: String,
}

impl Talk {
    fn begin(home: &Home, data: &Path) -> Self {
        let child = home.command(&["--lang", "lv", "--data", &data.to_string_lossy()]).spawn().expect("it starts");
        Self { child, said: String::new() }
    }

    /// Types the same until what is wanted is said.
    fn until(&mut self, wanted: &str, typed: &str) {
        let (input, output) = (self.child.stdin.as_mut().expect("piped"), self.child.stdout.as_mut().expect("piped"));
        let mut chunk = [0; 4096];
        self.said.clear();
        for _ in 0..500 {
            if self.said.contains(wanted) {
                return;
            }
            input.write_all(typed.as_bytes()).expect("it listens");
            let count = output.read(&mut chunk).expect("it answers");
            self.said.push_str(&String::from_utf8_lossy(&chunk[..count]));
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        assert!(self.said.contains(wanted), "no {wanted} in {}", self.said);
    }

    fn end(mut self) {
        drop(self.child.stdin.take());
        assert_eq!(self.child.wait().expect("it ends").code(), Some(0));
    }
}

/// The action plan without some of its actions.
fn plan_without(numbers: &[&str]) -> String {
    let mut plan: serde_json::Value = serde_json::from_str(include_str!("../data/documents/ids25.json")).expect("JSON");
    let is_kept = |action: &serde_json::Value| {
        !numbers.iter().any(|number| action["id"].as_str() == Some(format!("ids25/{number}").as_str()))
    };
    plan["actions"].as_array_mut().expect("a list").retain(is_kept);
    plan.to_string()
}

#[test]
fn a_file_that_changes_meanwhile_opens_no_other_record() {
    let home = Home::new();
    let data = home.0.path().join("own");
    put(&data, &plan_without(&[]));
    let mut talk = Talk::begin(&home, &data);
    talk.until(" 3. 1.3 ", ":2\n");
    put(&data, &plan_without(&["1.1"]));
    talk.until("1 izņemts ieraksts", "?\n");
    talk.until("\nAngliski: Promote secure connectivity in Global", "3\n");
    talk.until("Šī ieraksta vairs nav: Arktikas", "1\n");
    talk.end();
}

#[test]
fn an_item_that_goes_while_one_speaks_on_it_is_still_read_out_and_nothing_is_done_to_another() {
    let home = Home::new();
    let data = home.0.path().join("own");
    put(&data, &plan_without(&[]));
    home.run(&["--lang", "lv", "--data", &data.to_string_lossy()], b":2\n:mark 2\n:mark 3\n");
    let mut talk = Talk::begin(&home, &data);
    talk.until("1/2", ":meeting\n");
    put(&data, &plan_without(&["1.2"]));
    talk.until("1 izņemts ieraksts", ":nekas\n");
    talk.until("Šī ieraksta vairs nav: ", ":note\n");
    talk.until("2/2", "+\n");
    talk.until("1/2, Šī ieraksta jūsu datnēs vairs nav\n", "-\n");
    talk.until("1.2  ", "+\n-\n");
    talk.end();
}

#[expect(clippy::disallowed_methods, reason = "a file of the test's own")]
fn put(folder: &Path, text: &str) {
    fs::create_dir_all(folder).expect("a folder");
    fs::write(folder.join(".own"), text).expect("written");
    fs::rename(folder.join(".own"), folder.join("own.json")).expect("in its place");
}

/// Nothing that a terminal could obey: no control character but the end of a line.
fn assert_harmless(output: &Output) {
    for bytes in [&output.stdout, &output.stderr] {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        let found = text.chars().find(|letter| letter.is_control() && *letter != '\n');
        assert_eq!(found, None, "{text:?}");
    }
}

#[test]
fn no_file_makes_it_write_what_a_terminal_obeys() {
    let home = Home::new();
    let typed = ":themes\n1\n:actions\n1\n:agenda\n1\n:links\n:source\n:glossary\n+\n1\n:due\n:changes\n:help\n";
    for file in fs::read_dir(BAD).expect("there").flatten() {
        let data = TempDir::new().expect("a folder");
        let name = file.file_name();
        fs::copy(file.path(), data.path().join(&name)).expect("copied");
        let output = home.run(&["--lang", "en", "--data", &data.path().to_string_lossy()], typed.as_bytes());
        assert_eq!(output.status.code(), Some(0), "{}", name.to_string_lossy());
        assert_harmless(&output);
    }
}

#[test]
fn no_note_makes_it_write_what_a_terminal_obeys() {
    let home = Home::new();
    let typed =
        b"gdhcn\n:mark 1\n1\n:note\n\x1b]0;x\x07 \xff \xc2\x9b31m \xe2\x80\xae\x7f\n.\n1\n:y\n:\x1b[2J\n\x1b[A\n";
    assert_harmless(&home.run(&["--lang", "lv"], typed));
    let state = home.0.path().join("data/dosje/own/state.json");
    let kept = fs::read_to_string(&state).expect("kept");
    assert!(kept.contains("]0;x"), "{kept}");
    let steering = kept.replace("]0;x", "\\u001b]0;x\\u0007");
    put(&home.0.path().join("aside"), &steering);
    fs::rename(home.0.path().join("aside/own.json"), &state).expect("in its place");
    assert_harmless(&home.run(&["--lang", "lv"], b"gdhcn\n1\n:meeting\n:y\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_line_makes_it_write_what_a_terminal_obeys(
        lines in prop::collection::vec(
            prop_oneof![
                prop::collection::vec(any::<u8>(), 0..24),
                ":[a-zA-Z?+]{1,3}( [0-9]{1,2})?".prop_map(String::into_bytes),
                "[0-9]{1,2}".prop_map(String::into_bytes),
                "\\PC{0,8}".prop_map(String::into_bytes),
                Just(Vec::new()),
            ],
            0..24,
        )
    ) {
        let output = Home::new().run(&["--lang", "lv"], &lines.join(&b'\n'));
        prop_assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        assert_harmless(&output);
    }
}
