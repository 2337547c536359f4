//! What a document says in its own words, where the user has laid its text beside the data.

use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};

use super::args::Args;
use super::failure::Failure;
use super::words::{DONE, FAULTY, load, named};
use super::{json as envelope, print};
use crate::app::flow::{Flow, plain};
use crate::app::reader::{page, place as place_of};
use crate::domain::kept::{Reason, Unkept};
use crate::domain::passage::{Likeness, Passage, Place, lines};
use crate::domain::records::Document;
use crate::domain::{Dataset, Record, untrusted};
use crate::i18n::messages;
use crate::store::{paths, shown_name, texts};

/// A record and the document it stands in.
fn placed<'a>(dataset: &'a Dataset, typed: &str) -> Result<(Record<'a>, &'a Document), Failure> {
    let record = named(dataset, typed)?;
    let document = dataset.document_of(record.id()).ok_or_else(|| Failure::NoDocument(typed.to_owned()))?;
    Ok((record, document))
}

pub fn source(args: &Args, typed: &str, as_json: bool, out: &mut impl Write) -> Result<u8, Failure> {
    let dataset = load(args)?;
    let (record, document) = placed(&dataset, typed)?;
    let folder = paths::data_folder(args.options.data.as_deref());
    let found = texts::passage(folder.as_deref(), &Place::of(record, document));
    if as_json {
        // Half an answer would be taken for one.
        let found = found.map_err(Failure::UnreadText)?;
        envelope::envelope("source", found_json(record, document, found.as_ref()), out)?;
        return Ok(DONE);
    }
    let page = page(record, document, &found, args.language(), print::WIDTH);
    writeln!(out, "{}", place_of(record, document, args.language()))?;
    out.write_all(plain(&Flow { lines: page.lines, links: Vec::new() }).as_bytes())?;
    Ok(if found.is_ok() { DONE } else { FAULTY })
}

fn found_json(record: Record<'_>, document: &Document, found: Option<&Passage>) -> Value {
    let text = found.map(|passage| {
        let lines = passage.lines.iter();
        let lines = lines.map(|line| json!({ "number": line.number, "cited": line.is_cited, "text": line.text }));
        json!({
            "is_the_one_counted": match passage.likeness {
                Likeness::Same => Some(true),
                Likeness::Other => Some(false),
                Likeness::Unstated => None,
            },
            "line_count": passage.count,
            "is_cut": passage.is_cut,
            "lines": lines.collect::<Vec<_>>(),
        })
    });
    envelope::named(
        record,
        json!({
            "document": document.id,
            "citation": document.citation,
            "places": record.source(),
            "urls": document.urls,
            "text": text,
        }),
    )
}

/// Keeps the text of a document beside the data.
pub fn attach(args: &Args, typed: &str, file: &Path, replaces: bool, out: &mut impl Write) -> Result<u8, Failure> {
    let dataset = load(args)?;
    let (_, document) = placed(&dataset, typed)?;
    let text = texts::read(file).map_err(Failure::UnfitText)?;
    let no_place = || Failure::UnkeptText(Unkept { file: String::new(), reason: Reason::NoPlace });
    let folder = paths::data_folder(args.options.data.as_deref()).ok_or_else(no_place)?;
    let (path, was_there) = texts::keep(&folder, &document.id, &text, replaces).map_err(Failure::UnkeptText)?;
    let words = messages(args.language());
    let said = if was_there { words.source_text.was_attached } else { words.source_text.attached };
    writeln!(out, "{}", said(document.id.as_str(), &shown_name(&path, None), lines(&text).count()))?;
    let warning = match texts::likeness(&text, document.text_sha256.as_ref()) {
        Likeness::Same => return Ok(DONE),
        Likeness::Other => words.source_text.other,
        Likeness::Unstated => words.source_text.unstated,
    };
    print::err(Some(args), &untrusted::block(&format!("{}: {warning}\n", words.cli.warning)))?;
    Ok(DONE)
}
