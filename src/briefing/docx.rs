//! A briefing as a Word document: headings, lists and tables of its own, so that it can be worked on.

use std::io::Cursor;

use docx_rs::{
    AbstractNumbering, AlignmentType, BorderType, Docx, Footer, Header, Hyperlink, HyperlinkType, IndentLevel, Level,
    LevelJc, LevelText, LineSpacing, NumPages, NumberFormat, Numbering, NumberingId, PageMargin, PageNum, Paragraph,
    Run, RunFonts, Shading, SpecialIndentType, Start, Style, StyleType, Table, TableBorder, TableBorderPosition,
    TableBorders, TableCell, TableLayoutType, TableRow, WidthType,
};

use super::{Briefing, Entry, Line, Part, Section, Wording};
use crate::domain::Lang;

/// A4 and its margins, in twentieths of a point.
const PAGE: (u32, u32) = (11906, 16838);
const MARGIN: i32 = 1134;
/// Width of what is written on, and of its left column of labels.
const WIDTH: usize = 9638;
const LABELS: usize = 2200;
/// The list that every point stands in.
const LIST: usize = 2;
/// Name of the style of what is English in a briefing in both languages.
const ENGLISH: &str = "English";

/// Writes a briefing.
#[must_use]
pub fn write(briefing: &Briefing) -> Vec<u8> {
    let mut docx = styled(Docx::new(), briefing);
    docx = docx.add_paragraph(Paragraph::new().style("Title").add_run(run(&briefing.title.joined())));
    docx = labelled(docx, &briefing.header, false);
    for group in &briefing.groups {
        if let Some(title) = &group.title {
            docx = docx.add_paragraph(heading(1, &title.joined()));
        }
        let level = if group.title.is_some() { 2 } else { 1 };
        for entry in &group.entries {
            docx = self::entry(docx, entry, level);
        }
    }
    if !briefing.abbreviations.lines.is_empty() {
        docx = docx.add_paragraph(heading(2, &briefing.abbreviations.title.joined()));
        docx = labelled(docx, &briefing.abbreviations.lines, false);
    }
    for remark in &briefing.remarks {
        for (lang, text) in remark.each() {
            docx = docx.add_paragraph(Paragraph::new().style("Imprint").add_run(said(lang, text)));
        }
    }
    packed(docx, briefing)
}

fn entry(mut docx: Docx, entry: &Entry, level: usize) -> Docx {
    let title = format!("{} {}", entry.number, entry.title.joined());
    docx = docx.add_paragraph(heading(level, title.trim()));
    docx = labelled(docx, &entry.facts, true);
    for section in &entry.sections {
        docx = self::section(docx, section, level + 1);
    }
    docx
}

fn section(mut docx: Docx, section: &Section, level: usize) -> Docx {
    docx = docx.add_paragraph(heading(level, &section.title.joined()));
    if !section.remark.is_empty() {
        let remark = run(&section.remark.joined()).italic();
        docx = docx.add_paragraph(Paragraph::new().keep_next(true).add_run(remark));
    }
    if section.part == Part::Note {
        let mut cell = TableCell::new().width(WIDTH, WidthType::Dxa);
        for line in &section.lines {
            let text = run(&(lead(line) + &line.text.joined()));
            cell = cell.add_paragraph(Paragraph::new().style("Note").add_run(text));
        }
        return docx.add_table(framed(Table::new(vec![TableRow::new(vec![cell])]), vec![WIDTH]));
    }
    // What is in two languages stands side by side; what is not of the paper on a ground of its own.
    let is_outside = matches!(section.part, Part::Outside | Part::Later);
    if is_outside || section.lines.iter().any(|line| matches!(line.text, Wording::Both { .. })) {
        let ground = is_outside.then_some("EDEDED");
        return docx.add_table(side_by_side(&section.lines, ground));
    }
    for line in &section.lines {
        docx = docx.add_paragraph(point(line, None, line.text.in_lang(Lang::Lv)));
    }
    docx
}

/// A point of a list in one language.
fn point(line: &Line, lang: Option<Lang>, text: &str) -> Paragraph {
    let mut point = Paragraph::new().style("Point").numbering(NumberingId::new(LIST), IndentLevel::new(0));
    let lead = match lang {
        Some(lang) if !line.lead.is_empty() => line.opening_in(lang) + " ",
        _ => lead(line),
    };
    if !lead.is_empty() {
        point = point.add_run(said(lang, &lead).bold());
    }
    point = point.add_run(said(lang, text));
    if !line.url.is_empty() {
        let address = run(&line.url).style("Hyperlink");
        let shown = Hyperlink::new(line.url.clone(), HyperlinkType::External).add_run(address);
        point = point.add_run(run(" ")).add_hyperlink(shown);
    }
    point
}

/// Latvian on the left and English on the right; what is in no language over both.
fn side_by_side(lines: &[Line], ground: Option<&str>) -> Table {
    let half = WIDTH / 2;
    let cell = |width| {
        let cell = TableCell::new().width(width, WidthType::Dxa);
        ground.map_or(cell.clone(), |ground| cell.shading(Shading::new().fill(ground)))
    };
    let row = |line: &Line| match line.text {
        Wording::One(_) => {
            let over_both = cell(WIDTH).grid_span(2);
            TableRow::new(vec![over_both.add_paragraph(point(line, None, line.text.in_lang(Lang::Lv)))])
        }
        Wording::Both { .. } => {
            let side = |lang: Lang| {
                let plain = Line { url: String::new(), ..line.clone() };
                let line = if lang == Lang::Lv { line } else { &plain };
                cell(half).add_paragraph(point(line, Some(lang), line.text.in_lang(lang)))
            };
            TableRow::new(vec![side(Lang::Lv), side(Lang::En)])
        }
    };
    // Nothing that is read out is turned over in the middle.
    let rows = lines.iter().map(|line| row(line).cant_split());
    quiet(Table::without_borders(rows.collect()), vec![half, half])
}

/// Lines beside their labels, on one page with what follows where that is asked for.
fn labelled(docx: Docx, lines: &[Line], is_kept: bool) -> Docx {
    let row = |line: &Line| {
        let label = Paragraph::new().style("Fact").keep_next(is_kept).add_run(run(&line.lead.joined()).bold());
        let mut text = TableCell::new().width(WIDTH - LABELS, WidthType::Dxa);
        for (lang, said_so) in line.text.each() {
            text = text.add_paragraph(Paragraph::new().style("Fact").keep_next(is_kept).add_run(said(lang, said_so)));
        }
        TableRow::new(vec![TableCell::new().width(LABELS, WidthType::Dxa).add_paragraph(label), text]).cant_split()
    };
    let (plain, labelled): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(|line| line.lead.is_empty());
    let mut docx = docx;
    if !labelled.is_empty() {
        let table = Table::without_borders(labelled.into_iter().map(row).collect());
        docx = docx.add_table(quiet(table, vec![LABELS, WIDTH - LABELS]));
    }
    for line in plain {
        docx = docx.add_paragraph(Paragraph::new().style("Fact").add_run(run(&line.text.joined())));
    }
    docx
}

/// A table with thin lines between its rows only.
fn quiet(table: Table, columns: Vec<usize>) -> Table {
    let between =
        TableBorder::new(TableBorderPosition::InsideH).border_type(BorderType::Single).size(2).color("BFBFBF");
    framed(table.set_borders(TableBorders::with_empty().set(between)), columns)
}

/// A table as wide as the text.
fn framed(table: Table, columns: Vec<usize>) -> Table {
    table.set_grid(columns).layout(TableLayoutType::Fixed).width(WIDTH, WidthType::Dxa)
}

fn heading(level: usize, text: &str) -> Paragraph {
    Paragraph::new().style(&format!("Heading{level}")).keep_next(true).add_run(run(text))
}

fn lead(line: &Line) -> String {
    if line.lead.is_empty() { String::new() } else { line.opening() + " " }
}

fn run(text: &str) -> Run {
    Run::new().add_text(text)
}

/// A text in its language, so that the spelling is checked in it.
fn said(lang: Option<Lang>, text: &str) -> Run {
    match lang {
        Some(Lang::En) => run(text).style(ENGLISH),
        _ => run(text),
    }
}

fn styled(docx: Docx, briefing: &Briefing) -> Docx {
    let spaced = |before, after| LineSpacing::new().before(before).after(after);
    let heading = |level: usize, size: usize, before: u32| {
        Style::new(format!("Heading{level}"), StyleType::Paragraph)
            .name(format!("heading {level}"))
            .based_on("Normal")
            .next("Normal")
            .size(size)
            .bold()
            .outline_lvl(level - 1)
            .line_spacing(spaced(before, 60))
    };
    let plain = |name: &str| Style::new(name, StyleType::Paragraph).name(name).based_on("Normal");
    let bullet = Level::new(0, Start::new(1), NumberFormat::new("bullet"), LevelText::new("–"), LevelJc::new("left"))
        .indent(Some(284), Some(SpecialIndentType::Hanging(284)), None, None);
    let fonts = RunFonts::new().ascii("Calibri").hi_ansi("Calibri").cs("Calibri").east_asia("Calibri");
    let margin =
        PageMargin::new().top(MARGIN).bottom(MARGIN).left(MARGIN).right(MARGIN).header(567).footer(567).gutter(0);
    let docx = docx
        .default_fonts(fonts)
        .default_size(22)
        .page_size(PAGE.0, PAGE.1)
        .page_margin(margin)
        .add_style(plain("Title").size(36).bold().line_spacing(spaced(0, 120)))
        .add_style(heading(1, 28, 340))
        .add_style(heading(2, 24, 200))
        .add_style(heading(3, 22, 140))
        .add_style(plain("Point").line_spacing(spaced(20, 40)))
        .add_style(plain("Fact").line_spacing(spaced(20, 20)))
        .add_style(plain("Note").line_spacing(spaced(0, 0)))
        .add_style(plain("Imprint").size(18).color("595959").line_spacing(spaced(160, 0)))
        .add_style(Style::new("Hyperlink", StyleType::Character).name("Hyperlink").color("1A4B8C").size(18))
        .add_abstract_numbering(AbstractNumbering::new(LIST).add_level(bullet))
        .add_numbering(Numbering::new(LIST, LIST))
        .footer(Footer::new().add_paragraph(foot(briefing)));
    let Some(marking) = briefing.marking() else { return docx };
    let marking = Paragraph::new().align(AlignmentType::Center).add_run(run(&marking).bold());
    docx.header(Header::new().add_paragraph(marking))
}

/// The marking, and the number of the page out of how many.
fn foot(briefing: &Briefing) -> Paragraph {
    let between = briefing.marking().map(|marking| format!("{marking}   ")).unwrap_or_default();
    Paragraph::new()
        .align(AlignmentType::Center)
        .add_run(run(&between).bold())
        .add_page_num(PageNum::new())
        .add_run(run(" / "))
        .add_num_pages(NumPages::new())
}

/// The document as a file, with what the crate has no words for: language, title, and no author.
fn packed(docx: Docx, briefing: &Briefing) -> Vec<u8> {
    let day = format!("{}T00:00:00Z", briefing.prepared.first_day());
    let mut parts = docx.created_at(&day).updated_at(&day).build();
    let lang = locale(briefing.lang().unwrap_or_default());
    let default = format!("<w:lang w:val=\"{lang}\" w:eastAsia=\"{lang}\" w:bidi=\"ar-SA\" /></w:rPr></w:rPrDefault>");
    parts.styles = replaced(&parts.styles, "</w:rPr></w:rPrDefault>", &default);
    let english = format!(
        "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"{ENGLISH}\"><w:name w:val=\"{ENGLISH}\" />\
         <w:rPr><w:lang w:val=\"{}\" /></w:rPr></w:style></w:styles>",
        locale(Lang::En)
    );
    parts.styles = replaced(&parts.styles, "</w:styles>", &english);
    let normal = "w:type=\"paragraph\" w:styleId=\"Normal\"";
    parts.styles = replaced(&parts.styles, normal, &format!("{normal} w:default=\"1\""));
    parts.doc_props.core = replaced(&parts.doc_props.core, ">unknown<", "><");
    let title = briefing.title.joined();
    let title = format!("<dc:title>{title}</dc:title><dc:language>{lang}</dc:language></cp:coreProperties>");
    parts.doc_props.core = replaced(&parts.doc_props.core, "</cp:coreProperties>", &title);
    let mut bytes = Cursor::new(Vec::new());
    parts.pack(&mut bytes).expect("memory takes it");
    bytes.into_inner()
}

fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Lv => "lv-LV",
        Lang::En => "en-GB",
    }
}

fn replaced(part: &[u8], from: &str, to: &str) -> Vec<u8> {
    String::from_utf8_lossy(part).replace(from, to).into_bytes()
}
