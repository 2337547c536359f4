//! Any text as a query.
#![no_main]

#[path = "../../upheld/query.rs"]
mod query;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| query::uphold(text));
