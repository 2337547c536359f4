//! English words for what can be wrong with a data file.

use super::super::plural::english;
use super::reasons::reason;
use super::usage::USAGE;
use crate::domain::fault::{Problem, Shape, Slip};

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Null => "null",
        Shape::Truth => "true or false",
        Shape::WholeNumber => "a whole number",
        Shape::Number => "a number",
        Shape::Text => "a text in quotes",
        Shape::List => "a list [...]",
        Shape::Object => "an object {...}",
    }
}

fn slip(slip: &Slip) -> &str {
    match slip {
        Slip::EndsEarly => "it ends too early",
        Slip::TextAfterEnd => "something follows after its end",
        Slip::CommaTooMany => "a comma with nothing after it",
        Slip::NoComma => "a comma or a closing bracket must stand here",
        Slip::NoColon => "a colon must stand here",
        Slip::NoFieldName => "the name of a field in quotes must stand here",
        Slip::NoValue => "a value must stand here",
        Slip::Comment => "comments are not allowed",
        Slip::OtherQuotes => "a quotation mark other than \"",
        Slip::BreakInText => "a line break or tab inside a text",
        Slip::HalfCharacter => "half of a character written in two parts",
        Slip::Backslash => "a lone backslash",
        Slip::HugeNumber => "the number is too large",
        Slip::Disputed => "readers of JSON differ on it",
        Slip::AsSaid(words) => words,
    }
}

pub fn problem(problem: &Problem) -> String {
    match problem {
        Problem::NoFile => "no such file".to_owned(),
        Problem::Unreadable(why) => format!("the file cannot be read: {}", reason(why)),
        Problem::NotAFile => "a folder, pipe or device, not a file".to_owned(),
        Problem::NoFolder => "no such folder".to_owned(),
        Problem::NotAFolder => "not a folder, though one should be here".to_owned(),
        Problem::UnreadableFolder(why) => format!("the folder cannot be read: {}", reason(why)),
        Problem::TooLarge { size, limit } => {
            format!("too large: {} MiB, the limit is {} MiB", size.div_ceil(1 << 20), limit >> 20)
        }
        Problem::Empty => "the file is empty".to_owned(),
        Problem::Utf16 => "text in UTF-16".to_owned(),
        Problem::NotUtf8 => "not UTF-8 text from here on".to_owned(),
        Problem::Damaged => "looks damaged: it holds NUL bytes".to_owned(),
        Problem::Compressed => "a compressed file".to_owned(),
        Problem::Pdf => "a PDF, not a data file".to_owned(),
        Problem::WebPage => "a web page, not a data file".to_owned(),
        Problem::ConflictMarkers => "conflict markers left over from a merge".to_owned(),
        Problem::TooDeep { limit } => format!("nested deeper than {limit} levels"),
        Problem::Syntax(found) => format!("not valid JSON: {}", slip(found)),
        Problem::NotAnObject => "the file must start with {".to_owned(),
        Problem::NoKind => "field \"kind\" is missing".to_owned(),
        Problem::UnknownKind(found) => format!("unknown kind of file \"{found}\""),
        Problem::NewerVersion { found, known } => format!("file version {found}, this program reads {known}"),
        Problem::UnknownVersion { found: Some(found), .. } => format!("unknown file version {found}"),
        Problem::UnknownVersion { found: None, .. } => "field \"schema_version\" is missing".to_owned(),
        Problem::GivenTwice(name) => format!("field \"{name}\" given twice"),
        Problem::Hidden(n) => format!("{n} {} left out", english(*n, "hidden character", "hidden characters")),
        Problem::UnknownField { name, .. } => format!("unknown field \"{name}\""),
        Problem::Misspelt { name, meant } => format!("unknown field \"{name}\", and \"{meant}\" is missing"),
        Problem::NotALanguage(name) => format!("\"{name}\" is not a language of these data"),
        Problem::Missing(name) => format!("field \"{name}\" is missing"),
        Problem::WrongShape { wanted, found } => format!("expected {}, found {}", shape(*wanted), shape(*found)),
        Problem::NotOneOf { found, .. } => format!("\"{found}\" is not allowed here"),
        Problem::NotAWord { found, .. } => format!("expected {}, found {}", shape(Shape::Text), shape(*found)),
        Problem::OutOfRange => "the number is below zero or too large".to_owned(),
        Problem::WrongCount { wanted, found } => format!("{wanted} elements must stand here, found {found}"),
        Problem::NotADate(found) => format!("\"{found}\" is not a date"),
        Problem::NotAHash(found) => format!("\"{found}\" is not a SHA-256"),
        Problem::ReservedId(found) => format!("\"{found}\" is a name of the program's own"),
        Problem::NotAnId(found) => format!("\"{found}\" is not an id"),
        Problem::TooLong { length, limit } => format!("{length} characters, at most {limit} are allowed"),
        Problem::EmptyText => "the text is empty".to_owned(),
        Problem::StartAfterEnd => "the start lies after the end".to_owned(),
        Problem::DoubleId { id, first } => format!("\"{id}\" is already taken by {first}"),
        Problem::TakenId { id, file } => format!("\"{id}\" is already taken in {file}"),
        Problem::ForeignId { id, collection } => format!("\"{id}\" must begin with \"{collection}\""),
        Problem::UnknownRecord(id) => format!("no record \"{id}\""),
        Problem::LeftOut(id) => format!("\"{id}\" was left out because of its own fault"),
        Problem::NotATheme(id) => format!("\"{id}\" is not a theme"),
        Problem::UnknownPartner(code) => format!("no partner \"{code}\""),
        Problem::UnknownTerm(id) => format!("no term \"{id}\""),
        Problem::BadLines => "lines and pages count from 1, the first not after the last".to_owned(),
        Problem::NotAnAddress(found) => format!("\"{found}\" is not a web address"),
        Problem::NotBetween { least, most } => format!("the number must be from {least} to {most}"),
        Problem::UnknownCommand { name, .. } => format!("no command \"{name}\""),
        Problem::UnknownKey { name, .. } => format!("no key \"{name}\""),
        Problem::TypedKey { key, command } => format!("\"{key}\" is text where \"{command}\" is needed"),
        Problem::TwoMeanings { key, commands: [command, other] } => {
            format!("\"{key}\" would be both \"{command}\" and \"{other}\" in one place")
        }
        Problem::FixedKey(command) => format!("the key of \"{command}\" cannot be changed"),
        Problem::NeedsKey(command) => format!("\"{command}\" cannot be left without a key"),
    }
}

pub fn hint(problem: &Problem, schema: Option<&str>) -> Option<String> {
    Some(match problem {
        Problem::Utf16 | Problem::NotUtf8 => "save the file as UTF-8".to_owned(),
        Problem::Compressed => "unpack it first".to_owned(),
        Problem::ConflictMarkers => "keep one of the two versions and remove the markers".to_owned(),
        Problem::Syntax(Slip::EndsEarly) => "a part may be missing: copy the file anew".to_owned(),
        Problem::Syntax(Slip::TextAfterEnd) => "a file holds one {...} and nothing else".to_owned(),
        Problem::Syntax(Slip::CommaTooMany) => "remove the comma".to_owned(),
        Problem::Syntax(Slip::NoComma) => "look for a missing comma or quotation mark just before".to_owned(),
        Problem::Syntax(Slip::OtherQuotes) => "put names and texts between straight double quotes".to_owned(),
        Problem::Syntax(Slip::BreakInText) => "write \\n or \\t, or look for a missing quotation mark".to_owned(),
        Problem::Syntax(Slip::HalfCharacter) => "write the character itself".to_owned(),
        Problem::Syntax(Slip::Backslash) => "write two of them for one in the text".to_owned(),
        Problem::TooLarge { .. } => "split it into several files".to_owned(),
        Problem::NoKind | Problem::UnknownKind(_) => {
            "kinds: document, meeting, partners, glossary, links, later".to_owned()
        }
        Problem::NewerVersion { .. } => "update dosje".to_owned(),
        Problem::UnknownVersion { known, .. } => format!("write \"schema_version\": {known}"),
        Problem::UnknownField { meant: Some(meant), .. }
        | Problem::Misspelt { meant, .. }
        | Problem::UnknownCommand { meant: Some(meant), .. }
        | Problem::UnknownKey { meant: Some(meant), .. } => (USAGE.meant)(meant),
        Problem::NotALanguage(_) => "the language keys are \"lv\" and \"en\"".to_owned(),
        Problem::NotOneOf { allowed, .. } => format!("allowed: {}", allowed.join(", ")),
        Problem::NotAWord { allowed, .. } => format!("allowed: \"{}\"", allowed.join("\", \"")),
        Problem::NotADate(_) => "write 2027, 2027-10, 2027-10-31; quarters as 2027-33 to 2027-36".to_owned(),
        Problem::NotAHash(_) => "write 64 digits 0-9 and a-f, as `sha256sum` gives them".to_owned(),
        Problem::Hidden(_) => "type that text anew: they come along with copied text".to_owned(),
        Problem::ReservedId(_) => "give the document or the meeting another id".to_owned(),
        Problem::NotAnId(_) => "ids hold letters without diacritics, digits and . - _ : + /".to_owned(),
        Problem::LeftOut(_) => "mend that fault first".to_owned(),
        Problem::UnknownRecord(_) => "`dosje search` shows the records there are".to_owned(),
        Problem::UnknownPartner(_) => "add it in a `partners` file of your own".to_owned(),
        Problem::UnknownTerm(_) => "add it in a `glossary` file of your own".to_owned(),
        Problem::NotAnAddress(_) => "an address begins with https://".to_owned(),
        Problem::Missing(_)
        | Problem::WrongShape { .. }
        | Problem::UnknownField { .. }
        | Problem::NotAnObject
        | Problem::Empty => format!("`dosje schema {}` describes the fields", schema?),
        Problem::UnknownCommand { .. } => "`dosje schema config` lists the commands".to_owned(),
        Problem::UnknownKey { .. } => "keys are written as `dosje keys` has them: x, F5, Ctrl-F, Alt-Left".to_owned(),
        Problem::TypedKey { .. } => "take a key with Ctrl or Alt, or F3 to F12".to_owned(),
        Problem::TwoMeanings { commands: [_, other], .. } => {
            format!("choose another key, or give \"{other}\" one under \"keys\" as well")
        }
        Problem::NotAFolder => "name a folder, or move away what stands in its place".to_owned(),
        _ => return None,
    })
}
