//! What a packager lays beside the program, made from the words themselves: completions and the manual page.

use std::io::Write;

use clap::{Command, CommandFactory};
use clap_complete::{Shell, generate};
use clap_mangen::Man;

use super::args::Args;
use super::failure::Failure;
use super::words::DONE;

/// The script by which a shell completes what is typed.
pub fn completions(shell: Shell, out: &mut impl Write) -> Result<u8, Failure> {
    // Into memory first: the generator panics where it cannot write.
    let mut script = Vec::new();
    generate(shell, &mut Args::command(), "dosje", &mut script);
    out.write_all(&script)?;
    Ok(DONE)
}

/// The manual page, with a section for each word.
pub fn page(out: &mut impl Write) -> Result<u8, Failure> {
    let mut command = Args::command();
    command.build();
    let man = Man::new(command.clone());
    man.render_title(out)?;
    man.render_name_section(out)?;
    man.render_synopsis_section(out)?;
    man.render_description_section(out)?;
    man.render_options_section(out)?;
    for word in command.get_subcommands().filter(|word| word.get_name() != "help") {
        let named = word.clone().mut_args(hide_global);
        writeln!(out, ".SH \"{}\"", shown(word).to_uppercase())?;
        let man = Man::new(named);
        let mut part = Vec::new();
        man.render_description_section(&mut part)?;
        man.render_options_section(&mut part)?;
        // Headings and definitions are those of a page; here they stand within one.
        let is_of_page = |line: &&str| [".SH", ".ie", ".el"].iter().any(|start| line.starts_with(start));
        for line in String::from_utf8_lossy(&part).lines().filter(|line| !is_of_page(line)) {
            writeln!(out, "{line}")?;
        }
    }
    man.render_extra_section(out)?;
    Ok(DONE)
}

fn shown(word: &Command) -> String {
    format!("dosje {}", word.get_name())
}

/// What holds for every word is told once.
fn hide_global(arg: clap::Arg) -> clap::Arg {
    let is_global = arg.is_global_set();
    arg.hide(is_global)
}
