//! Any bytes as a file of the user's data.
#![no_main]

#[path = "../../upheld/data_file.rs"]
mod data_file;
#[path = "../../upheld/place.rs"]
mod place;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;

static FOLDER: LazyLock<TempDir> = LazyLock::new(|| tempfile::tempdir().expect("a folder"));

fuzz_target!(|bytes: &[u8]| data_file::uphold(FOLDER.path(), bytes));
