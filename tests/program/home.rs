//! The program in a home of its own, with nothing of this machine's around it.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// `dosje`, still without its words.
pub fn command(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dosje"));
    command
        .current_dir(home)
        .env_clear()
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_STATE_HOME", home.join("state"))
        .env("TZ", "UTC")
        .stdin(Stdio::null());
    command
}

/// What `dosje` says to these words.
pub fn dosje(home: &TempDir, args: &[&str]) -> Output {
    command(home.path()).args(args).output().expect("it starts")
}

pub fn home() -> TempDir {
    TempDir::new().expect("a folder")
}

pub fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}
