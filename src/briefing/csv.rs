//! A briefing as a table for a spreadsheet: one row an entry.

use ::csv::{QuoteStyle, Terminator, WriterBuilder};

use jiff::civil::Date as Day;

use super::{Briefing, Entry, Group, Layer, Line, Part, Wording};
use crate::domain::{Date, Lang};
use crate::i18n::messages;

/// Marks the text as UTF-8 to spreadsheets, which take it for something else otherwise.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Columns that hold the lines of a section.
const PARTS: [(&str, Part, Option<Layer>); 12] = [
    ("objective", Part::Objective, None),
    ("position", Part::Points, Some(Layer::Document)),
    ("own_lines", Part::Points, Some(Layer::Own)),
    ("if_raised", Part::IfRaised, Some(Layer::Document)),
    ("own_lines_if_raised", Part::IfRaised, Some(Layer::Own)),
    ("position_in_full", Part::InFull, None),
    ("background", Part::Background, None),
    ("warnings", Part::Warnings, None),
    ("known_outside", Part::Outside, None),
    ("later", Part::Later, None),
    ("linked", Part::Linked, None),
    ("sources", Part::Sources, None),
];

/// Writes a briefing.
///
/// In both languages a column stands twice, ending in `_lv` and `_en`; the lines of a cell stand below each other.
#[must_use]
pub fn write(briefing: &Briefing) -> String {
    let mut rows = vec![header(briefing)];
    for group in &briefing.groups {
        rows.extend(group.entries.iter().filter(|entry| !entry.is_repeated).map(|entry| row(briefing, group, entry)));
    }
    table(&rows)
}

fn table(rows: &[Vec<String>]) -> String {
    let mut table = WriterBuilder::new()
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    for row in rows {
        table.write_record(row.iter().map(|cell| harmless(cell))).expect("memory takes it, and all rows are alike");
    }
    let bytes = table.into_inner().expect("memory takes it");
    String::from_utf8(bytes).expect("only text was written")
}

fn has_notes(briefing: &Briefing) -> bool {
    briefing.entries().any(|entry| entry.sections.iter().any(|section| section.part == Part::Note))
}

fn header(briefing: &Briefing) -> Vec<String> {
    let langs = briefing.languages.each();
    let per_lang = |name: &str| -> Vec<String> {
        match langs {
            [_] => vec![name.to_owned()],
            _ => langs.iter().map(|lang| format!("{name}_{}", lang.code())).collect(),
        }
    };
    let mut names: Vec<String> = ["marking", "id", "kind", "number"].map(str::to_owned).to_vec();
    names.extend(["group", "title"].into_iter().flat_map(per_lang));
    if langs.contains(&Lang::En) {
        names.push("english".to_owned());
    }
    names.extend(["theme", "partners"].into_iter().flat_map(per_lang));
    names.push("time_printed".to_owned());
    names.extend(per_lang("time_kind"));
    names.extend(["time_start", "time_end"].map(str::to_owned));
    names.extend(["time_reservation", "intent"].into_iter().flat_map(per_lang));
    names.extend(PARTS.iter().flat_map(|(name, ..)| per_lang(name)));
    names.extend(per_lang("document"));
    names.extend(["page", "lines"].map(str::to_owned));
    if has_notes(briefing) {
        names.push("note".to_owned());
    }
    names
}

fn row(briefing: &Briefing, group: &Group, entry: &Entry) -> Vec<String> {
    let langs = briefing.languages.each();
    let words = |text: &Wording| langs.iter().map(|lang| text.in_lang(*lang).to_owned()).collect::<Vec<_>>();
    let mut cells =
        vec![briefing.marking().unwrap_or_default(), entry.id.to_string(), entry.kind.to_owned(), entry.number.clone()];
    cells.extend(words(group.title.as_ref().unwrap_or(&Wording::default())));
    cells.extend(words(&entry.title));
    if langs.contains(&Lang::En) {
        let words = &messages(Lang::En).briefing;
        cells.push((words.english)(entry.title.in_lang(Lang::En).ends_with(words.ours)).to_owned());
    }
    cells.extend(words(&entry.details.theme));
    cells.extend(words(&entry.details.partners));
    cells.extend(time(briefing, entry));
    let intent = entry.intent.map(|intent| briefing.languages.say(|_, words| (words.own.intent)(intent).to_owned()));
    cells.extend(words(&intent.unwrap_or_default()));
    for (_, part, layer) in PARTS {
        cells.extend(langs.iter().map(|lang| lines(entry, part, layer, *lang)));
    }
    cells.extend(place(briefing, entry));
    if has_notes(briefing) {
        cells.push(lines(entry, Part::Note, None, briefing.lang().unwrap_or_default()));
    }
    cells
}

/// A time span as printed, its sort, first and last day, and what holds it back.
fn time(briefing: &Briefing, entry: &Entry) -> Vec<String> {
    let langs = briefing.languages.each();
    let Some(time) = &entry.details.time else { return vec![String::new(); 3 + 2 * langs.len()] };
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let kind = |lang: &Lang| time.kind.map(|kind| (messages(*lang).time.kind)(kind).to_owned()).unwrap_or_default();
    let mut cells = vec![time.raw.clone()];
    cells.extend(langs.iter().map(kind));
    cells.push(day(time.start.map(Date::first_day)));
    cells.push(day(time.end.map(Date::last_day)));
    cells.extend(langs.iter().map(|lang| time.reservation.in_lang(*lang).to_owned()));
    cells
}

/// The paper, its pages and lines.
fn place(briefing: &Briefing, entry: &Entry) -> Vec<String> {
    let langs = briefing.languages.each();
    let Some(place) = &entry.details.place else { return vec![String::new(); 2 + langs.len()] };
    // A hyphen would make a date of "5-6".
    let range = |[first, last]: &[u32; 2]| if first == last { first.to_string() } else { format!("{first}–{last}") };
    let mut cells: Vec<String> = langs.iter().map(|lang| place.document.in_lang(*lang).to_owned()).collect();
    cells.push(place.pages.iter().map(u32::to_string).collect::<Vec<_>>().join("; "));
    cells.push(place.lines.iter().map(range).collect::<Vec<_>>().join("; "));
    cells
}

/// What stands under the title and has no column of its own.
fn further(entry: &Entry, lang: Lang) -> Vec<String> {
    let words = messages(lang);
    let columns = [words.labels.theme, words.labels.partners, words.labels.timeline, words.own.intent_label];
    let further = entry.facts.iter().filter(|fact| !columns.contains(&fact.lead.in_lang(lang)));
    further.map(|fact| told(fact, lang)).collect()
}

/// A line with what stands before it and where it can be read.
fn told(line: &Line, lang: Lang) -> String {
    let lead = if line.lead.is_empty() { String::new() } else { line.opening_in(lang) + " " };
    let url = if line.url.is_empty() { String::new() } else { format!(" {}", line.url) };
    format!("{lead}{}{url}", line.text.in_lang(lang))
}

/// The lines of the sections of a sort, below each other; what is to be kept in mind with them goes first.
fn lines(entry: &Entry, part: Part, layer: Option<Layer>, lang: Lang) -> String {
    let is_asked = |section: &&super::Section| section.part == part && layer.is_none_or(|layer| section.layer == layer);
    let mut lines = if part == Part::Background { further(entry, lang) } else { Vec::new() };
    for section in entry.sections.iter().filter(is_asked) {
        if !section.remark.is_empty() {
            lines.push(format!("({})", section.remark.in_lang(lang)));
        }
        lines.extend(section.lines.iter().map(|line| told(line, lang)));
    }
    lines.join("\n")
}

/// The cell as a text that no spreadsheet takes for a formula.
fn harmless(cell: &str) -> String {
    let first = cell.chars().find(|c| *c != ' ');
    let is_formula = first.is_some_and(|c| "=+-@\t\r\n|%＝＋－＠".contains(c));
    if is_formula { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_taken_for_a_formula() {
        for bad in ["=1+1", " =1", "+1", "-1", "@SUM(A1)", "|x", "%x", "＝1", "\n=1"] {
            assert_eq!(harmless(bad), format!("'{bad}"));
        }
        assert_eq!(harmless("2014. gads"), "2014. gads");
    }
}
