//! `dosje partner`: a partner and all that concerns it.

use std::io::Write;

use serde_json::{Value, json};

use super::args::Args;
use super::failure::Failure;
use super::{json as envelope, print, words};
use crate::card::{Reading, card};
use crate::domain::ladder::{Order, Rung};
use crate::domain::{Dataset, Record, id};
use crate::search::values::Values;

/// Prints the partner of a name; gives the exit code.
pub fn partner(args: &Args, typed: &str, order: Order, as_json: bool, out: &mut impl Write) -> Result<u8, Failure> {
    let dataset = words::load(args)?;
    let no_partner = |meant| Failure::NoPartner(typed.to_owned(), meant);
    let codes = Values::of(&dataset).partners(typed).map_err(no_partner)?;
    let code = match codes.as_slice() {
        [code] => code,
        [] => return Err(no_partner(None)),
        several => {
            let codes = several.iter().map(ToString::to_string).collect();
            return Err(Failure::Several(typed.to_owned(), codes));
        }
    };
    let record = dataset.record(&id::of_partner(code)).ok_or_else(|| no_partner(None))?;
    if as_json {
        let ladder = dataset.concerns().ladder(code, order).unwrap_or_default();
        let rungs: Vec<Value> = ladder.rungs.iter().map(|rung| rung_json(&dataset, rung)).collect();
        let mut value = envelope::record(&dataset, record);
        if let Some(fields) = value.as_object_mut() {
            fields.insert("rungs".to_owned(), json!(rungs));
        }
        envelope::envelope("result", value, out)?;
    } else {
        print::card(&card(&dataset, record, Reading { order, ..args.reading() }, None), out)?;
    }
    Ok(0)
}

fn rung_json(dataset: &Dataset, rung: &Rung<'_>) -> Value {
    let records = rung.records.iter().filter_map(|id| dataset.record(id));
    let records: Vec<Value> = records.map(record_json).collect();
    let via: Vec<Value> =
        rung.via.iter().map(|via| json!({ "code": via.code, "members_as_of": via.members_as_of })).collect();
    json!({ "kind": rung.kind.word(), "via": via, "count": records.len(), "records": records })
}

fn record_json(record: Record<'_>) -> Value {
    let timeline = match record {
        Record::Action(action) => Some(&action.timeline),
        _ => None,
    };
    envelope::named(record, json!({ "timeline": timeline }))
}
