//! Any bytes as a file of settings.
#![no_main]

#[path = "../../upheld/place.rs"]
mod place;
#[path = "../../upheld/settings.rs"]
mod settings;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;

static FOLDER: LazyLock<TempDir> = LazyLock::new(|| tempfile::tempdir().expect("a folder"));

fuzz_target!(|bytes: &[u8]| settings::uphold(FOLDER.path(), bytes));
