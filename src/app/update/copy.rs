//! A record goes out of the dashboard as plain text: to the terminal's clipboard, or into a file.

use crate::app::command::Command;
use crate::app::flow::{flow, plain};
use crate::app::keymap::Context;
use crate::app::model::Model;
use crate::app::msg::{Effect, Export, Sent, Target};
use crate::card::{card, shown_number};
use crate::domain::parts::places_quoted;
use crate::domain::{Record, untrusted};
use crate::search::slug::slug;

/// Columns of a text taken away: what a mail does not break again.
const COLUMNS: usize = 72;

/// Most bytes sent to a clipboard, 74,994 once encoded: some terminals drop a longer sequence without a word.
pub const LIMIT: usize = 56_244;

/// Bytes above which a number of terminals drop it.
const LONG: usize = 1000;

/// Sends the selected record to the clipboard.
pub fn copy(model: &mut Model) -> Vec<Effect> {
    let text = record(model);
    // Without the last line break: pasted into a shell, it would run the last line.
    send(model, text.map(|text| text.trim_end().to_owned()))
}

/// Sends to the clipboard where the selected record stands.
pub fn copy_reference(model: &mut Model) -> Vec<Effect> {
    let Some(record) = model.selected() else { return send(model, None) };
    let Some(text) = reference(model, record) else {
        model.notice = Some(model.words().copy.no_place.to_owned());
        return Vec::new();
    };
    send(model, Some(text))
}

/// Writes the selected record into a file.
pub fn write(model: &mut Model) -> Vec<Effect> {
    let (Some(text), Some(record)) = (record(model), model.selected()) else { return send(model, None) };
    let stem = slug(&format!("{} {}", shown_number(record), record.title(model.lang)));
    let bytes = untrusted::block(&text).into_owned().into_bytes();
    vec![Effect::Export(Export { target: Target::Named(stem), bytes })]
}

/// Says that a text was sent; whether it arrived, no terminal tells.
pub fn hear_sent(model: &mut Model, sent: Sent) -> Vec<Effect> {
    let words = &model.words().copy;
    let said = (words.sent)(sent.characters);
    model.notice = Some(match (sent.is_refused, sent.bytes > LONG) {
        (true, _) => format!("{} {said}", words.refused),
        (false, true) => format!("{said}; {}", words.long),
        (false, false) => said,
    });
    Vec::new()
}

/// The selected record as `dosje show` prints it, without what the user added.
fn record(model: &Model) -> Option<String> {
    let card = card(&model.dataset, model.selected()?, model.reading(), None);
    Some(plain(&flow(&card, COLUMNS)))
}

/// What a record is called in its document, and where it stands there.
fn reference(model: &Model, record: Record<'_>) -> Option<String> {
    let words = model.words();
    let citation = model.dataset.document_of(record.id())?.citation.in_lang(model.lang);
    let title = record.title(model.lang);
    let name = match shown_number(record) {
        "" => title.to_owned(),
        number => (words.copy.numbered)(record.kind(), number),
    };
    Some(match &*places_quoted(record) {
        [] if name == citation => name,
        [] => format!("{name}, {citation}"),
        source => format!("{name}, {}", (words.source)(citation, source)),
    })
}

fn send(model: &mut Model, text: Option<String>) -> Vec<Effect> {
    let words = &model.words().copy;
    let Some(text) = text else {
        model.notice = Some(words.nothing.to_owned());
        return Vec::new();
    };
    let text = untrusted::block(&text).into_owned();
    if text.len() > LIMIT {
        model.notice =
            Some((words.too_long)(text.chars().count(), &model.key_name(Context::Browse, Command::WriteFile)));
        return Vec::new();
    }
    vec![Effect::Copy(text)]
}
