//! Puts the built-in data into the program without the blanks that people read them by: they are read at every start, and
//! a fifth of them is blanks.

#![expect(clippy::disallowed_methods, reason = "runs where the program is built, far from any file of its users")]

use std::io::Write;
use std::path::PathBuf;
use std::{env, fs, io};

/// Where the data lie.
const FOLDERS: [&str; 3] = ["data", "data/documents", "data/meetings"];

fn main() -> io::Result<()> {
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    writeln!(io::stdout(), "cargo::rerun-if-changed=data")?;
    for folder in FOLDERS {
        fs::create_dir_all(out.join(folder))?;
        for file in fs::read_dir(folder)? {
            let file = file?.path();
            if file.extension().is_some_and(|extension| extension == "json") {
                fs::write(out.join(&file), without_blanks(&fs::read_to_string(&file)?))?;
            }
        }
    }
    Ok(())
}

/// The same JSON with no blank outside its texts.
fn without_blanks(json: &str) -> String {
    let (mut is_text, mut is_escaped) = (false, false);
    let stays = |letter: &char| {
        let stays = is_text || !letter.is_ascii_whitespace();
        is_text ^= *letter == '"' && !is_escaped;
        is_escaped = *letter == '\\' && !is_escaped;
        stays
    };
    json.chars().filter(stays).collect()
}
