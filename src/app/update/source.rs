//! What the document itself says: asked for, laid on top, and what keys do there.

use crate::app::command::Command;
use crate::app::former::Former;
use crate::app::model::{Mode, Model};
use crate::app::msg::{Effect, Fetched};
use crate::app::reader::{Page, Reader, page};
use crate::domain::Record;
use crate::domain::passage::Place;

/// Asks for what the document says at the place of the selected record.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let place = |record: Record<'_>| Some(Place::of(record, model.dataset.document_of(record.id())?));
    let asked = model.selected().and_then(|record| Some((record.id().clone(), place(record)?)));
    if let Some((record, place)) = asked {
        return vec![Effect::Fetch { record, place }];
    }
    let words = &model.words().copy;
    let said = if model.selected().is_some() { words.no_place } else { words.nothing };
    model.notice = Some(said.to_owned());
    Vec::new()
}

/// Lays what was found on top, at the cited lines.
pub fn hear(model: &mut Model, fetched: Fetched) -> Vec<Effect> {
    let Fetched { record, found } = fetched;
    if model.dataset.record(&record).is_none() {
        // It went while its text was being looked up.
        let title = model.changes.of(&record).map_or(record.number(), |gone| gone.title(model.lang));
        model.notice = Some((model.words().files.is_gone)(title));
        return Vec::new();
    }
    let mut reader = Reader { record, former: Former::default(), found, page: Page::default(), scroll: 0 };
    reader.page = laid_out(model, &reader);
    reader.scroll_to_cited(model.reader_page());
    model.mode = Mode::Source(Box::new(reader));
    Vec::new()
}

/// Lays it out anew, in another width or language.
pub fn lay_out(model: &mut Model) {
    let Mode::Source(reader) = &model.mode else { return };
    let (page, height) = (laid_out(model, reader), model.reader_page());
    if let Mode::Source(reader) = &mut model.mode {
        // The line that was on top stays near it.
        let scroll = reader.scroll * page.lines.len() / reader.page.lines.len().max(1);
        reader.page = page;
        reader.scroll_to(scroll, height);
    }
}

fn laid_out(model: &Model, reader: &Reader) -> Page {
    let width = model.layout().map_or(0, |layout| usize::from(layout.body.width.saturating_sub(2)));
    reader
        .placed(&model.dataset)
        .map(|(record, document)| page(record, document, &reader.found, model.lang, width))
        .unwrap_or_default()
}

pub fn run_in_source(model: &mut Model, command: Command) -> Vec<Effect> {
    let height = model.reader_page();
    let Mode::Source(reader) = &mut model.mode else { return Vec::new() };
    let step = height.saturating_sub(1).max(1);
    match command {
        Command::Down => reader.scroll_to(reader.scroll + 1, height),
        Command::Up => reader.scroll_to(reader.scroll.saturating_sub(1), height),
        Command::PageDown => reader.scroll_to(reader.scroll + step, height),
        Command::PageUp => reader.scroll_to(reader.scroll.saturating_sub(step), height),
        Command::Top => reader.scroll_to(0, height),
        Command::Bottom => reader.scroll_to(usize::MAX, height),
        _ => model.mode = Mode::Browse,
    }
    Vec::new()
}
