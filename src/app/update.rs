//! How the dashboard changes: one small function a command.

mod ask;
mod copy;
mod export;
mod follow;
mod idle;
mod leave;
pub mod lines;
mod meeting;
mod overlay;
mod own;
mod pointer;
mod queries;
mod source;
mod text;
mod write;

use super::command::Command;
use super::keymap::{Context, Key, KeyCode};
use super::model::{Focus, Mode, Model};
use super::msg::{Effect, Msg};
use super::palette::Face;
use super::recall::Recall;
use super::view::Tab;
use crate::domain::Record;
use ask::run_in_ask;
pub use copy::LIMIT as CLIPBOARD_LIMIT;
use follow::run_in_follow;
use leave::{leave, pick, suspend};
use overlay::run_in_palette;
pub use pointer::turn as turn_mouse;
use queries::{leave_search, quit, recall, remember};
use source::run_in_source;
use text::{find_match, first_link_on_page, line_of_link, scroll_to, select_first_link, step_in_text};

/// Exit code after Ctrl-C, as a shell gives it for an interrupt.
const INTERRUPTED: i32 = 130;

/// Takes what happened into the model and says what is to be done about it.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Key(key) => {
            let effects = press(model, key);
            if model.focus == Focus::List {
                model.gone = None;
            }
            effects
        }
        // Only who draws knows what lies under it.
        Msg::Mouse(_) => Vec::new(),
        Msg::Point(target) => pointer::point(model, target),
        Msg::Paste(text) => {
            paste(model, &text);
            Vec::new()
        }
        Msg::Resized(columns, rows) => {
            model.size = (columns, rows);
            lay_out(model);
            Vec::new()
        }
        Msg::Elapsed(time) => {
            meeting::pass(model, time);
            Vec::new()
        }
        Msg::Arrived(arrival) => {
            model.arrive(*arrival);
            lay_out(model);
            Vec::new()
        }
        Msg::Renewed(renewal) => {
            model.renew(*renewal);
            lay_out(model);
            Vec::new()
        }
        Msg::Kept(kept) => {
            queries::hear(model, kept);
            Vec::new()
        }
        Msg::Annotated(kept) => {
            let effects = own::hear(model, kept);
            meeting::lay_out(model);
            effects
        }
        Msg::Left(leftovers, unread) => write::find(model, leftovers, &unread),
        Msg::Fetched(fetched) => source::hear(model, *fetched),
        Msg::Sent(sent) => copy::hear_sent(model, sent),
        Msg::Exported(export, outcome) => export::hear(model, *export, outcome),
        Msg::Edited(edited) => write::hear(model, *edited),
    }
}

/// Lays out anew what is on screen: another width or language, other data.
fn lay_out(model: &mut Model) {
    settle(model);
    model.refresh_palette();
    source::lay_out(model);
    meeting::lay_out(model);
}

fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    model.notice = None;
    model.take_over();
    let context = model.context();
    let command = model.resolve(key);
    model.own.is_warned &= command == Some(Command::Quit);
    if model.layout().is_none() {
        // Nobody sees what a key would do: only the ways out are open.
        return match model.ways.keymap.resolve(Context::Browse, key) {
            Some(Command::Quit) => leave(model),
            Some(Command::QuitNow) => quit(model, INTERRUPTED),
            Some(Command::Suspend) => suspend(model),
            _ => Vec::new(),
        };
    }
    if command.is_none() && key.alt {
        // Esc and a key typed fast after it come as one from a terminal multiplexer that waits to tell them apart.
        let mut effects = press(model, Key::plain(KeyCode::Esc));
        effects.extend(press(model, Key { alt: false, ..key }));
        return effects;
    }
    match (command, key.typed()) {
        // The letter that closes the help is a letter like any other where one is typing.
        (Some(_), Some(letter)) if model.is_typing_in_palette() => type_in(model, letter.encode_utf8(&mut [0; 4])),
        (Some(command), _) => run(model, command),
        (None, Some(letter)) if context == Context::Follow => follow::type_digit(model, letter),
        (None, Some(letter)) if context.is_typed_into() => type_in(model, letter.encode_utf8(&mut [0; 4])),
        (None, _) => {
            model.notice = idle::unbound(model, context, key);
            Vec::new()
        }
    }
}

/// Pasted text is never taken for keys: it goes into a search line or nowhere.
fn paste(model: &mut Model, text: &str) {
    model.take_over();
    let is_yes_or_no = matches!(&model.mode, Mode::Ask(asked) if asked.question.is_yes_or_no());
    if model.layout().is_some() && !is_yes_or_no {
        let _ = type_in(model, text); // only the answer to such a question asks for work
    }
}

fn type_in(model: &mut Model, text: &str) -> Vec<Effect> {
    let has_room = match &mut model.mode {
        Mode::Browse | Mode::Follow(_) | Mode::Source(_) | Mode::Meeting(_) => true,
        Mode::Ask(asked) if asked.question.is_yes_or_no() => return ask::answer_with(model, text),
        Mode::Ask(asked) => asked.input.insert(text),
        Mode::Search => {
            let has_room = model.view_mut().input.insert(text);
            model.view_mut().is_led = false;
            model.search_in(model.tab);
            has_room
        }
        Mode::Palette(palette) => {
            let has_room = palette.input.insert(text);
            model.search_in_palette();
            has_room
        }
    };
    if !has_room {
        model.notice = Some(model.words().writing.too_long.to_owned());
    }
    Vec::new()
}

fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::Mouse => return pointer::turn(model),
        Command::Redraw => return vec![Effect::Redraw],
        Command::Suspend => return suspend(model),
        Command::QuitNow => return quit(model, INTERRUPTED),
        Command::Language => {
            model.lang = model.lang.other();
            lay_out(model);
            return Vec::new();
        }
        _ => {}
    }
    match model.mode {
        Mode::Palette(_) => run_in_palette(model, command),
        Mode::Source(_) => run_in_source(model, command),
        Mode::Ask(_) => run_in_ask(model, command),
        Mode::Follow(_) => run_in_follow(model, command),
        Mode::Meeting(_) => meeting::run(model, command),
        Mode::Browse | Mode::Search => run_in_list(model, command),
    }
}

fn run_in_list(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::Search => {
            model.mode = Mode::Search;
            model.focus = Focus::List;
            model.recall.end();
        }
        Command::OlderQuery if recall(model, Recall::older) => {}
        Command::NewerQuery if recall(model, Recall::newer) => {}
        Command::ToList | Command::NewerQuery => return leave_search(model),
        Command::Open => {
            let effects = if model.focus == Focus::List { remember(model) } else { Vec::new() };
            open(model);
            return effects;
        }
        Command::Follow => follow::begin(model),
        Command::Pick => return pick(model),
        Command::StepBack => return step_back(model),
        Command::Down => step(model, 1),
        Command::Up | Command::OlderQuery => step(model, -1),
        Command::PageDown => turn_page(model, 1),
        Command::PageUp => turn_page(model, -1),
        Command::Top => jump(model, 0),
        Command::Bottom => jump(model, usize::MAX),
        Command::Tab(tab) => show_tab(model, tab),
        Command::NextTab => show_tab(model, model.tab.turned(1)),
        Command::PreviousTab => show_tab(model, model.tab.turned(Tab::ALL.len() - 1)),
        Command::NextMatch => find_match(model, true),
        Command::PreviousMatch => find_match(model, false),
        Command::Back | Command::Forward => {
            if model.travel(command == Command::Back) {
                settle(model);
            } else {
                model.notice = Some(model.words().no_further.to_owned());
            }
        }
        Command::Source => return source::ask(model),
        Command::Meet => meeting::open(model),
        Command::Copy => return copy::copy(model),
        Command::CopyReference => return copy::copy_reference(model),
        Command::WriteFile => return copy::write(model),
        Command::Zoom => zoom(model),
        Command::Mark
        | Command::MarkAll
        | Command::Write
        | Command::Intend
        | Command::Depth
        | Command::MoveUp
        | Command::MoveDown => return own::run(model, command),
        Command::Export => export::begin(model),
        Command::Heading => model.open_palette(Face::Heading),
        Command::Sort if model.tab == Tab::Briefing => return own::group(model),
        Command::Sort if model.tab != Tab::Timeline => {
            if matches!(model.selected(), Some(Record::Partner { .. })) {
                model.turn_order();
                settle(model);
            } else {
                idle::say(model, command);
            }
        }
        Command::Reasons if model.view().query.is_empty() => model.notice = Some(text::nothing_searched(model)),
        Command::Reasons => model.shows_reasons = !model.shows_reasons,
        command if command == Command::Sort || command.is_of_timeline() => {
            if !model.run_on_timeline(command) {
                idle::say(model, command);
            }
            settle(model);
        }
        Command::Help | Command::Palette => {
            model.open_palette(if command == Command::Help { Face::Help } else { Face::Commands });
            return vec![Effect::Reread];
        }
        Command::Changes if model.changes.is_empty() => model.notice = Some(model.words().files.none.to_owned()),
        Command::Changes => model.open_palette(Face::Changes),
        Command::Quit => return own::leave_kept(model),
        edit => {
            if model.view_mut().input.edit(edit) {
                model.view_mut().is_led = false;
                model.search_in(model.tab);
            }
        }
    }
    Vec::new()
}

fn open(model: &mut Model) {
    let Some(selected) = model.selected() else { return };
    if let Record::Theme(theme) = selected
        && model.focus == Focus::List
    {
        let number = theme.id.number();
        // A paper of the user's own may number its themes in the same way.
        let is_only = !model.dataset.themes().iter().any(|other| other.id != theme.id && other.id.number() == number);
        let name = if is_only { number } else { theme.id.as_str() };
        let query = format!("{}:{name} ", model.words().theme_filter);
        model.go_to_query(Tab::Actions, &query);
        return;
    }
    if model.focus == Focus::Detail {
        let link = model.view().link.and_then(|link| model.text().links.into_iter().nth(link));
        if let Some(link) = link {
            model.go_to(&link.target, Focus::Detail);
            select_first_link(model);
        }
    } else {
        model.focus = Focus::Detail;
        select_first_link(model);
    }
}

fn step_back(model: &mut Model) -> Vec<Effect> {
    if model.mode == Mode::Search {
        model.mode = Mode::Browse;
    } else if model.focus == Focus::Detail {
        model.focus = Focus::List;
        model.view_mut().link = None;
        model.is_zoomed = false;
    } else if model.is_zoomed {
        model.is_zoomed = false;
    } else if !model.view().input.text().is_empty() {
        model.clear_query();
    } else if model.is_for_picking() {
        return leave(model);
    }
    settle(model);
    Vec::new()
}

/// One pane over the whole window; where there is only one, the other.
fn zoom(model: &mut Model) {
    let is_single = model.layout().is_some_and(|layout| !layout.shows_both());
    if is_single && !model.is_zoomed {
        model.focus = if model.focus == Focus::List { Focus::Detail } else { Focus::List };
    } else {
        model.is_zoomed = !model.is_zoomed;
    }
    settle(model);
}

fn show_tab(model: &mut Model, tab: Tab) {
    model.tab = tab;
    model.focus = Focus::List;
    if tab == Tab::Timeline {
        model.open_timeline();
    }
    settle(model);
}

fn step(model: &mut Model, by: isize) {
    match model.focus {
        Focus::List => {
            let selected = model.view().cursor.selected.saturating_add_signed(by);
            model.select(selected);
        }
        Focus::Detail => step_in_text(model, by),
    }
}

fn turn_page(model: &mut Model, by: isize) {
    match model.focus {
        Focus::List => model.turn_list(by),
        Focus::Detail => {
            let page = isize::try_from(model.text_page()).unwrap_or(1);
            let scroll = model.view().scroll.saturating_add_signed(by * (page - 1).max(1));
            scroll_to(model, scroll);
            select_first_link(model);
        }
    }
}

fn jump(model: &mut Model, to: usize) {
    match model.focus {
        Focus::List => model.select(to),
        Focus::Detail => {
            scroll_to(model, to);
            select_first_link(model);
        }
    }
}

/// Brings selection and scroll back within a window or a text that has changed its size.
fn settle(model: &mut Model) {
    let page = model.list_page();
    let view = model.view_mut();
    let selected = view.cursor.selected;
    view.select(selected, page);
    view.matched = None;
    let scroll = model.view().scroll;
    scroll_to(model, scroll);
    if model.focus == Focus::Detail {
        let text = model.text();
        let page = model.text_page();
        let view = model.view();
        let is_seen =
            |link| line_of_link(&text, link).is_some_and(|line| (view.scroll..view.scroll + page).contains(&line));
        if !view.link.is_some_and(is_seen) {
            select_first_link(model);
        }
    }
}
