//! Compares a data file with the JSON Schema of its kind and finds everything that differs, each with its place.
//!
//! The types are the truth: the schema is generated from them, and what passes here can be read into them. Reading
//! alone would stop at the first fault of a record.

use std::collections::HashSet;

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use serde_json::Value as Json;

use super::tree::Tree;
use crate::domain::fault::{Fault, Path, Problem, Shape, is_slip};
use crate::domain::passage::TextHash;
use crate::domain::{Date, Span, id, untrusted};

/// A difference and where it shows.
struct Finding {
    /// Byte in the text.
    at: usize,
    /// The field.
    path: Path,
    /// What differs.
    problem: Problem,
}

/// Everything in `value` that differs from `schema`.
fn compare(value: &Value<'_>, schema: &Json) -> Vec<Finding> {
    let mut comparison = Comparison { defs: schema.get("$defs").unwrap_or(&Json::Null), found: Vec::new() };
    comparison.value(value, schema, &Path::default());
    comparison.found
}

/// The same as faults of the file reported as `name`.
#[must_use]
pub fn faults(tree: &Tree<'_>, schema: &Json, name: &str) -> Vec<Fault> {
    let fault = |found: Finding| Fault {
        file: name.to_owned(),
        at: Some(tree.lines.place(found.at)),
        path: found.path,
        problem: found.problem,
        schema: None,
    };
    compare(&tree.root, schema).into_iter().map(fault).collect()
}

/// Takes the fields that `schema` does not know out of `value`.
pub fn prune(value: &mut Json, schema: &Json) {
    prune_by(value, schema, schema.get("$defs").unwrap_or(&Json::Null));
}

fn prune_by(value: &mut Json, schema: &Json, defs: &Json) {
    let schema = resolve(schema, defs);
    if let Some(choices) = schema.get("anyOf").and_then(Json::as_array) {
        let other = choices.iter().find(|choice| !names_type(choice, "null"));
        return other.into_iter().for_each(|choice| prune_by(value, choice, defs));
    }
    match value {
        Json::Object(fields) => {
            let Some(properties) = schema.get("properties").and_then(Json::as_object) else { return };
            fields.retain(|name, field| match properties.get(name) {
                Some(schema) => {
                    prune_by(field, schema, defs);
                    true
                }
                None => false,
            });
        }
        Json::Array(items) => {
            let Some(schema) = schema.get("items") else { return };
            for item in items {
                prune_by(item, schema, defs);
            }
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}

fn resolve<'s>(schema: &'s Json, defs: &'s Json) -> &'s Json {
    let name = schema.get("$ref").and_then(Json::as_str).and_then(|r| r.strip_prefix("#/$defs/"));
    name.and_then(|name| defs.get(name)).unwrap_or(schema)
}

struct Comparison<'s> {
    defs: &'s Json,
    found: Vec<Finding>,
}

impl<'s> Comparison<'s> {
    fn report(&mut self, at: usize, path: &Path, problem: Problem) {
        self.found.push(Finding { at, path: path.clone(), problem });
    }

    fn value(&mut self, value: &Value<'_>, schema: &'s Json, path: &Path) {
        let schema = resolve(schema, self.defs);
        if let Some(choices) = schema.get("anyOf").and_then(Json::as_array) {
            let may_be_null = choices.iter().any(|choice| names_type(choice, "null"));
            if may_be_null && matches!(value, Value::NullKeyword(_)) {
                return;
            }
            let other = choices.iter().find(|choice| !names_type(choice, "null"));
            return other.into_iter().for_each(|choice| self.value(value, choice, path));
        }
        if let Some(words) = closed_list(schema) {
            return self.word(value, &words, path);
        }
        match (value, wanted(schema)) {
            (Value::NullKeyword(_), _) if names_type(schema, "null") => {}
            (Value::Object(object), Some(Shape::Object)) => self.object(object, schema, path),
            (Value::Array(array), Some(Shape::List)) => {
                // The only lists with a bound are those of a fixed length.
                let wanted = schema.get("maxItems").and_then(Json::as_u64).and_then(|n| usize::try_from(n).ok());
                let found = array.elements.len();
                if let Some(wanted) = wanted.filter(|wanted| *wanted != found) {
                    self.report(array.range.start, path, Problem::WrongCount { wanted, found });
                }
                let Some(items) = schema.get("items") else { return };
                for (index, element) in array.elements.iter().enumerate() {
                    self.value(element, items, &path.element(index));
                }
            }
            (Value::StringLit(text), Some(Shape::Text)) => {
                let format = schema.get("format").and_then(Json::as_str).unwrap_or_default();
                if let Some(problem) = wrong_format(format, &text.value) {
                    self.report(text.range.start, path, problem);
                }
            }
            (Value::NumberLit(number), Some(Shape::WholeNumber)) if shape_of(value) == Shape::WholeNumber => {
                if let Some(problem) = out_of_bounds(number.value, schema) {
                    self.report(number.range.start, path, problem);
                }
            }
            (Value::BooleanLit(_), Some(Shape::Truth)) | (_, None) => {}
            (_, Some(wanted)) => {
                self.report(value.range().start, path, Problem::WrongShape { wanted, found: shape_of(value) });
            }
        }
    }

    fn word(&mut self, value: &Value<'_>, words: &[&str], path: &Path) {
        let at = value.range().start;
        let allowed = words.iter().map(|&word| word.to_owned()).collect();
        match value {
            Value::StringLit(text) if words.contains(&&*text.value) => {}
            Value::StringLit(text) => {
                self.report(at, path, Problem::NotOneOf { found: untrusted::excerpt(&text.value), allowed });
            }
            _ => self.report(at, path, Problem::NotAWord { found: shape_of(value), allowed }),
        }
    }

    fn object(&mut self, object: &Object<'_>, schema: &'s Json, path: &Path) {
        let further = schema.get("additionalProperties").filter(|further| further.is_object());
        let none = serde_json::Map::new();
        let properties = match schema.get("properties").and_then(Json::as_object) {
            Some(properties) => properties,
            None if further.is_some() => &none,
            None => return,
        };
        let required = schema.get("required").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str);
        let names: HashSet<&str> = object.properties.iter().map(|property| property.name.as_str()).collect();
        let mut missing: Vec<&str> = required.filter(|name| !names.contains(name)).collect();
        let mut earlier: HashSet<&str> = HashSet::new();
        for property in &object.properties {
            let given = property.name.as_str();
            // A path is shown, and a known name has nothing to hide.
            let name = untrusted::excerpt(given);
            let below = path.field(&name);
            if !earlier.insert(given) {
                self.report(property.range.start, &below, Problem::GivenTwice(name));
                continue;
            }
            if let Some(schema) = schema_of(schema, given).or(further) {
                self.value(&property.value, schema, &below);
                continue;
            }
            let problem = match stranger(given, name, properties) {
                Problem::UnknownField { name, meant: Some(meant) } if missing.contains(&meant.as_str()) => {
                    Problem::Misspelt { name, meant }
                }
                problem => problem,
            };
            // What stands under a wrong name is not said to be missing as well.
            missing.retain(|missing| match &problem {
                Problem::Misspelt { meant, .. } => missing != meant,
                Problem::NotALanguage(name) => !is_language_like(missing, name),
                _ => true,
            });
            self.report(property.range.start, &below, problem);
        }
        for name in missing {
            self.report(object.range.start, path, Problem::Missing(name.to_owned()));
        }
    }
}

/// The schema of a field that `schema` names.
fn schema_of<'s>(schema: &'s Json, name: &str) -> Option<&'s Json> {
    schema.get("properties")?.get(name)
}

/// What is wrong with a whole number for its bounds.
fn out_of_bounds(digits: &str, schema: &Json) -> Option<Problem> {
    let bound = |name: &str| schema.get(name).and_then(Json::as_u64).and_then(|bound| u32::try_from(bound).ok());
    let (least, most) = (bound("minimum").unwrap_or(0), bound("maximum"));
    match (digits.parse::<u32>(), most) {
        (Ok(number), most) if number >= least && most.is_none_or(|most| number <= most) => None,
        (_, Some(most)) => Some(Problem::NotBetween { least, most }),
        (_, None) => Some(Problem::OutOfRange),
    }
}

/// What is wrong with a field that is none of `properties`; `name` is how it is shown.
fn stranger(given: &str, name: String, properties: &serde_json::Map<String, Json>) -> Problem {
    let is_text_pair = properties.contains_key("lv") && properties.contains_key("en");
    let is_short = (2..=3).contains(&given.len()) && given.bytes().all(|b| b.is_ascii_alphabetic());
    let is_language = is_short || ["latvian", "latviešu", "english"].contains(&given.to_lowercase().as_str());
    if is_text_pair && is_language {
        return Problem::NotALanguage(name);
    }
    let meant = properties.keys().find(|known| is_slip(known, given)).cloned();
    Problem::UnknownField { name, meant }
}

/// Whether `name` may be meant for the language key `known`: `eng` for `en`, `LV` for `lv`.
fn is_language_like(known: &str, name: &str) -> bool {
    ["lv", "en"].contains(&known) && name.to_lowercase().get(..1) == known.get(..1)
}

fn names_type(schema: &Json, name: &str) -> bool {
    match schema.get("type") {
        Some(Json::String(one)) => one == name,
        Some(Json::Array(many)) => many.iter().any(|one| one == name),
        _ => false,
    }
}

fn wanted(schema: &Json) -> Option<Shape> {
    let shapes = [
        ("object", Shape::Object),
        ("array", Shape::List),
        ("string", Shape::Text),
        ("integer", Shape::WholeNumber),
        ("number", Shape::Number),
        ("boolean", Shape::Truth),
    ];
    shapes.into_iter().find(|(name, _)| names_type(schema, name)).map(|(_, shape)| shape)
}

fn shape_of(value: &Value<'_>) -> Shape {
    match value {
        Value::StringLit(_) => Shape::Text,
        Value::NumberLit(number) if !number.value.contains(['.', 'e', 'E']) => Shape::WholeNumber,
        Value::NumberLit(_) => Shape::Number,
        Value::BooleanLit(_) => Shape::Truth,
        Value::Object(_) => Shape::Object,
        Value::Array(_) => Shape::List,
        Value::NullKeyword(_) => Shape::Null,
    }
}

fn closed_list(schema: &Json) -> Option<Vec<&str>> {
    let choices = schema.get("oneOf").and_then(Json::as_array)?;
    Some(choices.iter().filter_map(|choice| choice.get("const").and_then(Json::as_str)).collect())
}

fn wrong_format(format: &str, text: &str) -> Option<Problem> {
    match format {
        "edtf" if text.parse::<Date>().is_err() => Some(Problem::NotADate(untrusted::excerpt(text))),
        "sha256" if text.parse::<TextHash>().is_err() => Some(Problem::NotAHash(untrusted::excerpt(text))),
        "edtf-interval" if text.parse::<Span>().is_err() => Some(Problem::NotADate(untrusted::excerpt(text))),
        "dosje-id" | "dosje-code" | "dosje-term" if !id::is_well_formed(text) => {
            Some(Problem::NotAnId(untrusted::excerpt(text)))
        }
        _ => None,
    }
}
