//! Latvian words for what can be wrong with a data file.

use super::super::plural::latvian;
use super::reasons::reason;
use super::usage::USAGE;
use crate::domain::fault::{Problem, Shape, Slip};

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Null => "null",
        Shape::Truth => "true vai false",
        Shape::WholeNumber => "vesels skaitlis",
        Shape::Number => "skaitlis",
        Shape::Text => "teksts pēdiņās",
        Shape::List => "saraksts [...]",
        Shape::Object => "objekts {...}",
    }
}

fn slip(slip: &Slip) -> &str {
    match slip {
        Slip::EndsEarly => "datne beidzas par agru",
        Slip::TextAfterEnd => "aiz datu beigām vēl kaut kas seko",
        Slip::CommaTooMany => "komats, aiz kura nekā nav",
        Slip::NoComma => "te jābūt komatam vai aizverošai iekavai",
        Slip::NoColon => "te jābūt kolam",
        Slip::NoFieldName => "te jābūt lauka nosaukumam pēdiņās",
        Slip::NoValue => "te jābūt vērtībai",
        Slip::Comment => "komentāri nav atļauti",
        Slip::OtherQuotes => "citādas pēdiņas nekā \"",
        Slip::BreakInText => "rindas beigas vai tabulators teksta vidū",
        Slip::HalfCharacter => "puse no rakstzīmes, ko pieraksta divās daļās",
        Slip::Backslash => "vientuļa atpakaļvērsta slīpsvītra",
        Slip::HugeNumber => "skaitlis ir pārāk liels",
        Slip::Disputed => "JSON lasītāji to saprot atšķirīgi",
        Slip::AsSaid(words) => words,
    }
}

pub fn problem(problem: &Problem) -> String {
    match problem {
        Problem::NoFile => "tādas datnes nav".to_owned(),
        Problem::Unreadable(why) => format!("datni nevar nolasīt: {}", reason(why)),
        Problem::NotAFile => "mape, kanāls vai ierīce, nevis datne".to_owned(),
        Problem::NoFolder => "tādas mapes nav".to_owned(),
        Problem::NotAFolder => "te jābūt mapei, bet ir kas cits".to_owned(),
        Problem::UnreadableFolder(why) => format!("mapi nevar nolasīt: {}", reason(why)),
        Problem::TooLarge { size, limit } => {
            format!("datne ir pārāk liela: {} MiB, lasa līdz {} MiB", size.div_ceil(1 << 20), limit >> 20)
        }
        Problem::Empty => "datne ir tukša".to_owned(),
        Problem::Utf16 => "teksts ir UTF-16 kodējumā".to_owned(),
        Problem::NotUtf8 => "šī vieta nav UTF-8 teksts".to_owned(),
        Problem::Damaged => "izskatās bojāta: tajā ir NUL baiti".to_owned(),
        Problem::Compressed => "saspiesta datne".to_owned(),
        Problem::Pdf => "PDF dokuments, nevis datu datne".to_owned(),
        Problem::WebPage => "tīmekļa lapa, nevis datu datne".to_owned(),
        Problem::ConflictMarkers => "palikušas sapludināšanas konflikta zīmes".to_owned(),
        Problem::TooDeep { limit } => format!("ligzdots dziļāk par {limit} līmeņiem"),
        Problem::Syntax(found) => format!("nav derīgs JSON: {}", slip(found)),
        Problem::NotAnObject => "datnei jāsākas ar {".to_owned(),
        Problem::NoKind => "trūkst lauka „kind”".to_owned(),
        Problem::UnknownKind(found) => format!("nezināms datnes veids „{found}”"),
        Problem::NewerVersion { found, known } => format!("datnes versija ir {found}, šī programma lasa {known}"),
        Problem::UnknownVersion { found: Some(found), .. } => format!("nezināma datnes versija {found}"),
        Problem::UnknownVersion { found: None, .. } => "trūkst lauka „schema_version”".to_owned(),
        Problem::GivenTwice(name) => format!("lauks „{name}” dots divreiz"),
        Problem::Hidden(n) => {
            format!("nerāda {n} {}", latvian(*n, "slēptu rakstzīmi", "slēptas rakstzīmes", "slēptu rakstzīmju"))
        }
        Problem::UnknownField { name, .. } => format!("nezināms lauks „{name}”"),
        Problem::Misspelt { name, meant } => format!("nezināms lauks „{name}”, bet trūkst „{meant}”"),
        Problem::NotALanguage(name) => format!("„{name}” nav šo datu valoda"),
        Problem::Missing(name) => format!("trūkst lauka „{name}”"),
        Problem::WrongShape { wanted, found } => format!("jābūt: {}; ir: {}", shape(*wanted), shape(*found)),
        Problem::NotOneOf { found, .. } => format!("„{found}” šeit nav atļauts"),
        Problem::NotAWord { found, .. } => format!("jābūt: {}; ir: {}", shape(Shape::Text), shape(*found)),
        Problem::OutOfRange => "skaitlis ir mazāks par nulli vai par lielu".to_owned(),
        Problem::WrongCount { wanted, found } => format!("elementu skaitam te jābūt {wanted}, bet ir {found}"),
        Problem::NotADate(found) => format!("„{found}” nav datums"),
        Problem::NotAHash(found) => format!("„{found}” nav SHA-256"),
        Problem::ReservedId(found) => format!("„{found}” ir pašas programmas nosaukums"),
        Problem::NotAnId(found) => format!("„{found}” nav identifikators"),
        Problem::TooLong { length, limit } => {
            format!("{length} {}; atļauts līdz {limit}", latvian(*length, "zīme", "zīmes", "zīmju"))
        }
        Problem::EmptyText => "teksts ir tukšs".to_owned(),
        Problem::StartAfterEnd => "sākums ir pēc beigām".to_owned(),
        Problem::DoubleId { id, first } => format!("„{id}” jau ir aizņemts: {first}"),
        Problem::TakenId { id, file } => format!("„{id}” jau ir aizņemts datnē {file}"),
        Problem::ForeignId { id, collection } => format!("„{id}” jāsākas ar „{collection}”"),
        Problem::UnknownRecord(id) => format!("nav ieraksta „{id}”"),
        Problem::LeftOut(id) => format!("„{id}” izlaists savas kļūdas dēļ"),
        Problem::NotATheme(id) => format!("„{id}” nav tēma"),
        Problem::UnknownPartner(code) => format!("nav partnera „{code}”"),
        Problem::UnknownTerm(id) => format!("nav termina „{id}”"),
        Problem::BadLines => "rindas un lappuses skaita no 1, pirmā nav aiz pēdējās".to_owned(),
        Problem::NotAnAddress(found) => format!("„{found}” nav tīmekļa adrese"),
        Problem::NotBetween { least, most } => format!("skaitlim jābūt no {least} līdz {most}"),
        Problem::UnknownCommand { name, .. } => format!("nav komandas „{name}”"),
        Problem::UnknownKey { name, .. } => format!("nav taustiņa „{name}”"),
        Problem::TypedKey { key, command } => format!("tur, kur vajadzīga „{command}”, taustiņš „{key}” raksta tekstu"),
        Problem::TwoMeanings { key, commands: [command, other] } => {
            format!("„{key}” vienā vietā būtu gan „{command}”, gan „{other}”")
        }
        Problem::FixedKey(command) => format!("komandas „{command}” taustiņu mainīt nevar"),
        Problem::NeedsKey(command) => format!("komandu „{command}” nevar atstāt bez taustiņa"),
    }
}

pub fn hint(problem: &Problem, schema: Option<&str>) -> Option<String> {
    Some(match problem {
        Problem::Utf16 | Problem::NotUtf8 => "saglabājiet datni kā UTF-8".to_owned(),
        Problem::Compressed => "vispirms atspiediet".to_owned(),
        Problem::ConflictMarkers => "atstājiet vienu no abām redakcijām un zīmes izdzēsiet".to_owned(),
        Problem::Syntax(Slip::EndsEarly) => "iespējams, trūkst daļas: pārkopējiet datni vēlreiz".to_owned(),
        Problem::Syntax(Slip::TextAfterEnd) => "datnē ir viens {...} un nekas cits".to_owned(),
        Problem::Syntax(Slip::CommaTooMany) => "komatu izdzēsiet".to_owned(),
        Problem::Syntax(Slip::NoComma) => "meklējiet trūkstošu komatu vai pēdiņas tieši pirms šīs vietas".to_owned(),
        Problem::Syntax(Slip::OtherQuotes) => "nosaukumus un tekstus lieciet taisnajās pēdiņās".to_owned(),
        Problem::Syntax(Slip::BreakInText) => "rakstiet \\n vai \\t vai meklējiet trūkstošas pēdiņas".to_owned(),
        Problem::Syntax(Slip::HalfCharacter) => "ierakstiet pašu rakstzīmi".to_owned(),
        Problem::Syntax(Slip::Backslash) => "lai tekstā būtu viena, rakstiet divas".to_owned(),
        Problem::TooLarge { .. } => "sadaliet vairākās datnēs".to_owned(),
        Problem::NoKind | Problem::UnknownKind(_) => {
            "veidi: document, meeting, partners, glossary, links, later".to_owned()
        }
        Problem::NewerVersion { .. } => "atjauniniet dosje".to_owned(),
        Problem::UnknownVersion { known, .. } => format!("ierakstiet \"schema_version\": {known}"),
        Problem::UnknownField { meant: Some(meant), .. }
        | Problem::Misspelt { meant, .. }
        | Problem::UnknownCommand { meant: Some(meant), .. }
        | Problem::UnknownKey { meant: Some(meant), .. } => (USAGE.meant)(meant),
        Problem::NotALanguage(_) => "valodu atslēgas ir „lv” un „en”".to_owned(),
        Problem::NotOneOf { allowed, .. } => format!("atļauts: {}", allowed.join(", ")),
        Problem::NotAWord { allowed, .. } => format!("atļauts: \"{}\"", allowed.join("\", \"")),
        Problem::NotADate(_) => "rakstiet 2027, 2027-10, 2027-10-31; ceturkšņus 2027-33 līdz 2027-36".to_owned(),
        Problem::NotAHash(_) => "rakstiet 64 ciparus 0-9 un a-f, kā dod `sha256sum`".to_owned(),
        Problem::Hidden(_) => "uzrakstiet šo tekstu no jauna: tās atnāk līdzi kopētam tekstam".to_owned(),
        Problem::ReservedId(_) => "dodiet dokumentam vai sanāksmei citu identifikatoru".to_owned(),
        Problem::NotAnId(_) => "atļauti latīņu burti bez diakritiskām zīmēm, cipari un . - _ : + /".to_owned(),
        Problem::LeftOut(_) => "vispirms novērsiet to kļūdu".to_owned(),
        Problem::UnknownRecord(_) => "`dosje search` parāda esošos ierakstus".to_owned(),
        Problem::UnknownPartner(_) => "pievienojiet to savā `partners` datnē".to_owned(),
        Problem::UnknownTerm(_) => "pievienojiet to savā `glossary` datnē".to_owned(),
        Problem::NotAnAddress(_) => "adrese sākas ar https://".to_owned(),
        Problem::Missing(_)
        | Problem::WrongShape { .. }
        | Problem::UnknownField { .. }
        | Problem::NotAnObject
        | Problem::Empty => format!("lauku aprakstu dod `dosje schema {}`", schema?),
        Problem::UnknownCommand { .. } => "komandu sarakstu dod `dosje schema config`".to_owned(),
        Problem::UnknownKey { .. } => {
            "taustiņus raksta tā, kā tos rāda `dosje keys`: x, F5, Ctrl-F, Alt-Left".to_owned()
        }
        Problem::TypedKey { .. } => "izvēlieties taustiņu ar Ctrl vai Alt vai F3 līdz F12".to_owned(),
        Problem::TwoMeanings { commands: [_, other], .. } => {
            format!("izvēlieties citu taustiņu vai sadaļā „keys” dodiet citu arī komandai „{other}”")
        }
        Problem::NotAFolder => "norādiet mapi vai pārvietojiet to, kas ir tās vietā".to_owned(),
        _ => return None,
    })
}
