//! Any text as one from a file.
#![no_main]

#[path = "../../wire/grammar.rs"]
mod grammar;
#[path = "../../upheld/untrusted.rs"]
mod untrusted;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| untrusted::uphold(text));
