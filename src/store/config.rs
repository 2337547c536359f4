//! The file of the user's settings, checked against the schema of its type as data files are.

use std::path::Path as File;

use schemars::Schema;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use super::datafile::make_harmless;
use super::object::{Object, whole_file};
use super::{bytes, shape, shown_name};
use crate::domain::fault::{Fault, Path, Problem, Slip, Step};
use crate::domain::untrusted;

/// What the file at `path` holds without what is wrong in it, and that; `check` finds what the schema cannot say.
///
/// A field at fault is as if it were not there. A file that is not there holds nothing. `word` names its schema.
#[must_use]
pub fn read<T: DeserializeOwned + Default>(
    path: &File,
    word: &'static str,
    schema: impl FnOnce() -> Schema,
    check: impl FnOnce(&T) -> Vec<(Path, Problem)>,
) -> (T, Vec<Fault>) {
    let (held, faults) = held_in(path, schema, check);
    (held, faults.into_iter().map(|fault| fault.of(word)).collect())
}

fn held_in<T: DeserializeOwned + Default>(
    path: &File,
    schema: impl FnOnce() -> Schema,
    check: impl FnOnce(&T) -> Vec<(Path, Problem)>,
) -> (T, Vec<Fault>) {
    let name = shown_name(path, None);
    let mut room = Vec::new();
    let text = match bytes::read(path, &mut room).and_then(|()| bytes::text(room)) {
        Ok(text) => text,
        Err((_, Problem::NoFile)) => return Default::default(),
        Err((at, problem)) => return (T::default(), vec![whole_file(&name, at, problem)]),
    };
    let mut object = match Object::read(&text, &name) {
        Ok(object) => object,
        Err(fault) => return (T::default(), vec![*fault]),
    };
    let schema = schema();
    let mut faults = shape::faults(&object.tree, schema.as_value(), &name);
    let mut json = std::mem::take(&mut object.json);
    shape::prune(&mut json, schema.as_value());
    make_harmless(&mut json);
    faults.iter().filter(|fault| !fault.is_warning()).for_each(|fault| leave_out(&mut json, &fault.path));
    match serde_json::from_value::<T>(json) {
        Ok(held) => {
            faults.extend(check(&held).into_iter().map(|(path, problem)| object.fault_at(path, problem)));
            faults.sort_by_key(|fault| fault.at);
            (held, faults)
        }
        Err(error) => {
            let slip = Slip::AsSaid(untrusted::excerpt(&error.to_string()));
            faults.push(whole_file(&name, None, Problem::Syntax(slip)));
            (T::default(), faults)
        }
    }
}

/// Takes out the field in which a fault lies: the list itself where one of its elements is wrong.
fn leave_out(json: &mut Json, path: &Path) {
    let names: Vec<&String> = path
        .0
        .iter()
        .map_while(|step| match step {
            Step::Field(name) => Some(name),
            Step::Element(_) => None,
        })
        .collect();
    let Some((last, above)) = names.split_last() else { return };
    let around = above.iter().try_fold(json, |json, name| json.get_mut(name.as_str()));
    if let Some(Json::Object(fields)) = around {
        // A path names a field as it is shown.
        fields.retain(|name, _| untrusted::excerpt(name) != **last);
    }
}
