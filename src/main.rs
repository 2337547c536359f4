//! Starts `dosje`.

use std::process::ExitCode;

fn main() -> ExitCode {
    dosje::cli::main()
}
