//! The tabs and the search line.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::frame::Frame;
use super::{styles, text};
use crate::app::ask::Question;
use crate::app::cut::begun;
use crate::app::input::Input;
use crate::app::ledger::Progress;
use crate::app::palette::{Face, label};
use crate::app::{Command, Context, Mode, Model, Tab};
use crate::search::Repair;

pub fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let (tabs, right) = shown(model, usize::from(area.width));
    let x = area.x + area.width - u16::try_from(right.width()).unwrap_or(0);
    let place = Rect { x, width: area.x + area.width - x, ..area };
    text::put(frame, &Line::styled(right, styles::quiet()), place);
    text::put(frame, &tabs, Rect { width: area.width - place.width, ..area });
}

/// The tab whose name or number stands at a column of a header so wide.
pub fn tab_at(model: &Model, width: u16, column: u16) -> Option<Tab> {
    let (tabs, _) = shown(model, usize::from(width));
    let before = tabs.spans.len() - Tab::ALL.len();
    let ends = tabs.spans.iter().scan(0, |end, span| {
        *end += span.width();
        Some(*end)
    });
    let span = ends.take_while(|end| *end <= usize::from(column)).count();
    Tab::ALL.get(span.checked_sub(before)?).copied()
}

/// The tabs, and what stands on the right.
fn shown(model: &Model, width: usize) -> (Line<'static>, String) {
    // The present tab is reversed to its last blank: there is another one behind it.
    let fits = |(tabs, right): &(Line<'static>, String)| tabs.width() + right.width() < width;
    forms(model, width).find(fits).unwrap_or_else(|| narrow(model, width))
}

/// The header where not even the numbers have room beside all that stands on the right: that something is not on the disk
/// stays, and a day that is not today, or what is said of dates would mislead.
fn narrow(model: &Model, width: usize) -> (Line<'static>, String) {
    let day = if model.is_other_day { format!("{} ", (model.words().as_of)(model.today)) } else { String::new() };
    let mut forms = match (model.own.progress(), keeping(model)) {
        (Progress::Kept, _) => vec![day],
        (Progress::Pending, keeping) => vec![format!("{keeping} {day}"), day],
        (Progress::Failed(_), keeping) => vec![format!("{keeping} {day}"), format!("{keeping} ")],
    };
    forms.retain(|right| TIGHT_NUMBERS + LEAST_BESIDE_DAY + right.width() < width);
    let right = forms.into_iter().next().unwrap_or_default();
    // A blank before what stands on the right.
    let width = width - right.width() - usize::from(!right.is_empty());
    let names = match width.saturating_sub(NUMBERS) {
        room if room < LEAST_NAME => Names::Tight(width.saturating_sub(TIGHT_NUMBERS)),
        room => Names::Present(room),
    };
    (tabs(model, false, names), right)
}

/// The forms of the header, the longest first: the program's name goes before the names of tabs do.
fn forms(model: &Model, width: usize) -> impl Iterator<Item = (Line<'static>, String)> {
    let (long, short) = (model.words().language, model.words().language_short);
    let [long, short, close] =
        [(long, "  "), (short, "  "), (short, " ")].map(|(language, gap)| right_side(model, language, gap));
    let shapes = [
        (true, Names::All, long.clone()),
        (false, Names::All, long.clone()),
        (false, Names::Main, long),
        (false, Names::Main, short.clone()),
        (false, Names::Main, close.clone()),
        (false, Names::Close, close),
        (false, Names::Present(width), short),
    ];
    shapes.into_iter().map(move |(is_named, names, right)| (tabs(model, is_named, names), right))
}

/// Columns of the tabs without a name, and of the blanks around the present one.
const NUMBERS: usize = 3 * Tab::ALL.len() + 2;

/// The same with no more than one blank between them.
const TIGHT_NUMBERS: usize = 2 * Tab::ALL.len() + 3;

/// Columns in which the name of a tab is still one.
const LEAST_NAME: usize = 7;

/// The same beside a day that is not today, which is worth more.
const LEAST_BESIDE_DAY: usize = 4;

/// Which tabs are named.
#[derive(Clone, Copy)]
enum Names {
    All,
    /// All but the glossary, which is looked at from elsewhere; while one is there, all but the timeline.
    Main,
    /// The same with one blank between them.
    Close,
    /// The present one, in at most so many columns.
    Present(usize),
    /// The same, with the numbers of the others close together.
    Tight(usize),
}

/// Whether data is still being read, the day if it is not today, and the language; over English whose words they are.
fn right_side(model: &Model, language: &str, gap: &str) -> String {
    let day = if model.is_other_day { (model.words().as_of)(model.today) } else { String::new() };
    let loading = if model.loading.is_some() { model.words().loading } else { "" };
    let parts = [keeping(model), loading, day.as_str(), language];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{} ", parts.join(gap))
}

/// How far keeping what the user added has come; nothing where all of it is on the disk.
fn keeping(model: &Model) -> &'static str {
    match model.own.progress() {
        Progress::Kept => "",
        Progress::Pending => model.words().own.saving,
        Progress::Failed(_) => model.words().own.unsaved,
    }
}

fn tabs(model: &Model, is_named: bool, names: Names) -> Line<'static> {
    let mut spans = Vec::new();
    if is_named {
        spans.push(Span::styled(" dosje ", styles::strong()));
    }
    let spared = if model.tab == Tab::Glossary { Tab::Timeline } else { Tab::Glossary };
    for tab in Tab::ALL {
        let name = name_of(model, tab);
        let number = tab.number();
        let is_present = tab == model.tab;
        let label = match names {
            Names::Close if !is_present => {
                let gap = if tab.index() == 0 { " " } else { "" };
                if tab == spared { format!("{gap}{number} ") } else { format!("{gap}{number} {name} ") }
            }
            Names::Main if tab == spared => format!(" {number} "),
            Names::All | Names::Main | Names::Close => format!(" {number} {name} "),
            Names::Present(room) | Names::Tight(room) if is_present => {
                format!(" {number} {} ", text::truncated(&name, room))
            }
            Names::Present(_) => format!(" {number} "),
            Names::Tight(_) => format!("{number} "),
        };
        let style = if is_present { styles::accent().patch(styles::selected()) } else { styles::plain() };
        spans.push(Span::styled(label, style));
    }
    Line::from(spans)
}

/// The name of a tab; of the briefing, how much is in it as well.
fn name_of(model: &Model, tab: Tab) -> String {
    let name = model.words().tabs.get(tab.index()).copied().unwrap_or_default();
    match model.annotations().marked.len() {
        marked if tab == Tab::Briefing && marked > 0 => format!("{name} {marked}"),
        _ => name.to_owned(),
    }
}

/// Draws the search line, with the cursor in it while it is typed into.
pub fn draw_query(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let words = model.words();
    let width = usize::from(area.width);
    let prompt = text::truncated(&prompt(model), width.saturating_sub(PROMPT));
    // What is typed comes before what is said of it.
    let room_beside = |input: &Input| width.saturating_sub(input.text().width() + prompt.width() + 3);
    let (input, hint, remarks, is_typing) = match &model.mode {
        Mode::Palette(palette) => {
            let title = match palette.face {
                Face::Help => words.help_title,
                Face::Commands => words.palette_title,
                Face::Exports => words.own.exports,
                Face::Heading => words.own.heading_title,
                Face::Changes => words.files.title,
            };
            let hint = (words.help_hint)(&model.key_name(Context::Palette, Command::Open));
            (&palette.input, hint, vec![title.to_owned()], true)
        }
        Mode::Ask(asked) => (&asked.input, String::new(), Vec::new(), true),
        mode => {
            let input = &model.view().input;
            let said = remarks(model, words.repair);
            let is_too_long = said.first().is_some_and(|remark| remark.width() > room_beside(input));
            let said = if is_too_long { remarks(model, sign) } else { said };
            (input, words.search_hint.to_owned(), said, *mode == Mode::Search)
        }
    };
    let count = first_of(remarks, room_beside(input));
    let room = width.saturating_sub(count.width() + prompt.width() + 2).max(4);
    let (typed, before) = around_cursor(input, room);
    let text_style = if is_typing { styles::strong() } else { styles::plain() };
    let (shown, style) = match input.text() {
        "" => (text::truncated(&hint, room), styles::quiet()),
        _ => (typed, text_style),
    };
    let start = prompt.width();
    let prompt = Span::styled(prompt, styles::accent());
    text::put(frame, &Line::from(vec![prompt, Span::styled(shown, style)]), area);
    if !count.is_empty() && width > count.width() + 8 {
        let x = area.x + area.width - u16::try_from(count.width() + 1).unwrap_or(0);
        let place = Rect { x, width: area.x + area.width - x, ..area };
        frame.render_widget(Line::styled(count, styles::quiet()), place);
    }
    if is_typing {
        let x = area.x + u16::try_from(start + before).unwrap_or(0);
        frame.set_cursor_position(Position { x: x.min(area.x + area.width - 1), y: area.y });
    }
}

/// A question that a letter answers, where there is no room for all of it before the line that is typed.
pub fn question(model: &Model) -> Option<String> {
    let Mode::Ask(asked) = &model.mode else { return None };
    let prompt = prompt(model);
    let is_cut = prompt.width() > usize::from(model.size.0).saturating_sub(PROMPT);
    (is_cut && asked.question.is_yes_or_no()).then(|| prompt.trim().to_owned())
}

/// Columns that what stands before the line that is typed leaves to it.
const PROMPT: usize = 4;

/// What stands before the line that is typed.
fn prompt(model: &Model) -> String {
    let words = &model.words().own;
    let asked = match &model.mode {
        Mode::Ask(asked) => &asked.question,
        Mode::Palette(palette) if palette.face == Face::Commands => return " : ".to_owned(),
        _ => return " / ".to_owned(),
    };
    match asked {
        Question::Field(field) => format!(" {}: ", label(*field, model.lang)),
        Question::File(..) => format!(" {}: ", words.file),
        Question::Replace(export) => format!(" {} ", (words.replace)(export.path())),
        Question::Marked(_, marking) => format!(" {} ", (words.is_marked)(marking)),
    }
}

/// What is to be said of the query, the most telling first: a condition that cannot be met, words read as others or left
/// out, how many records answer.
fn remarks(model: &Model, repair: impl Fn(&Repair) -> String) -> Vec<String> {
    let (view, words) = (model.view(), model.words());
    if view.query.is_empty() {
        return if model.tab == Tab::Briefing { vec![speaking(model)] } else { Vec::new() };
    }
    let mistake = view.mistake.iter().map(|mistake| (words.mistake)(&mistake.kind));
    let repairs = view.repairs.iter().map(repair);
    let parts = mistake.chain(repairs).chain([(words.hits)(view.found, view.total)]);
    let elsewhere = view.rows.len().saturating_sub(view.own);
    parts.chain((elsewhere > 0).then(|| (words.elsewhere)(elsewhere))).collect()
}

/// What became of a word, where there is no room to say so: a word left out looks like one that is not to be found.
fn sign(repair: &Repair) -> String {
    match repair {
        Repair::ReadAs(_, read) | Repair::AsCondition(_, read) | Repair::Like(_, read) => format!("~{read}"),
        Repair::Without(typed) => format!("-{typed}"),
    }
}

/// As many of the first remarks as there is room for; of the first at least its beginning.
fn first_of(mut remarks: Vec<String>, room: usize) -> String {
    while remarks.len() > 1 && remarks.join(BETWEEN).width() > room {
        remarks.pop();
    }
    begun(&remarks.join(BETWEEN), room)
}

/// What stands between two remarks.
const BETWEEN: &str = " · ";

/// How long it takes to say what is marked.
fn speaking(model: &Model) -> String {
    let speaking = model.speaking();
    let time = (model.words().own.speaking)(speaking.seconds(), speaking.limit);
    match (speaking.seconds(), speaking.over()) {
        (0, _) => String::new(),
        (_, None) => time,
        (_, Some(_)) => format!("! {time}"),
    }
}

/// The part of a line around its cursor that fits into `room` columns, and the columns before the cursor.
fn around_cursor(input: &Input, room: usize) -> (String, usize) {
    let before = input.before_cursor();
    let hidden: usize = before.width().saturating_sub(room.saturating_sub(1));
    let mut skipped = 0;
    let start = before.graphemes(true).take_while(|grapheme| {
        let is_hidden = skipped < hidden;
        skipped += grapheme.width();
        is_hidden
    });
    let start: usize = start.map(str::len).sum();
    let mut used = 0;
    let visible = input.text().get(start..).unwrap_or_default().graphemes(true).take_while(|grapheme| {
        used += grapheme.width();
        used <= room
    });
    (visible.collect(), before.get(start..).unwrap_or_default().width())
}
