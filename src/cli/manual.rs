//! What a packager lays beside the program, made from the words themselves: completions and the manual page.

use std::io::Write;

use clap::Command;
use clap_complete::{Shell, generate};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::args::Args;
use super::failure::Failure;
use super::wording::{command, values_in};
use super::words::DONE;
use crate::i18n::messages;
use crate::i18n::usage::{Both, LIMITS, in_language, manual};

/// The script by which a shell completes what is typed.
pub fn completions(args: &Args, shell: Shell, out: &mut impl Write) -> Result<u8, Failure> {
    // Into memory first: the generator panics where it cannot write.
    let mut script = Vec::new();
    generate(shell, &mut command(args.language()), "dosje", &mut script);
    out.write_all(&script)?;
    Ok(DONE)
}

/// The manual page, with a section for each word.
pub fn page(args: &Args, out: &mut impl Write) -> Result<u8, Failure> {
    let lang = args.language();
    let words = &messages(lang).usage;
    let command = command(lang);
    let man = Man::new(command.clone());
    let mut title = Vec::new();
    man.render_title(&mut title)?;
    out.write_all(&title)?;
    // No word is broken: not a path that is to be copied, and Latvian not by the rules of another language.
    writeln!(out, ".nh\n.ad l")?;
    let part = |heading: &str, render: &dyn Fn(&mut Vec<u8>) -> std::io::Result<()>, out: &mut dyn Write| {
        let mut text = Vec::new();
        render(&mut text)?;
        writeln!(out, ".SH \"{heading}\"")?;
        // Definitions are those of the page, and so is the heading.
        let is_of_page = |line: &&str| [".SH", ".ie", ".el"].iter().any(|start| line.starts_with(start));
        let text = values_in(&String::from_utf8_lossy(&text), lang);
        text.lines().filter(|line| !is_of_page(line)).try_for_each(|line| writeln!(out, "{line}"))
    };
    part(words.name, &|to| man.render_name_section(to), out)?;
    part(words.synopsis, &|to| man.render_synopsis_section(to), out)?;
    part(words.description, &|to| man.render_description_section(to), out)?;
    part(&words.options.to_uppercase(), &|to| man.render_options_section(to), out)?;
    for word in command.get_subcommands().filter(|word| word.get_name() != "help") {
        let man = Man::new(word.clone().mut_args(hide_global));
        let told = |to: &mut Vec<u8>| man.render_description_section(to).and_then(|()| man.render_options_section(to));
        part(&shown(word).to_uppercase(), &told, out)?;
    }
    part(words.limits, &|to| Roff::new().text([roman(in_language(LIMITS, lang))]).to_writer(to), out)?;
    let listed = |list: &'static [(&str, Both)]| {
        move |to: &mut Vec<u8>| {
            let mut roff = Roff::new();
            for (name, text) in list {
                roff.control("TP", []).text([bold(*name)]).text([roman(in_language(*text, lang))]);
            }
            roff.to_writer(to)
        }
    };
    part(words.exit_status, &listed(&manual::EXIT_CODES), out)?;
    part(words.files, &listed(manual::FILES), out)?;
    part(words.environment, &listed(manual::ENVIRONMENT), out)?;
    part(words.examples, &listed(manual::EXAMPLES), out)?;
    Ok(DONE)
}

fn shown(word: &Command) -> String {
    format!("dosje {}", word.get_name())
}

/// What holds for every word is told once.
fn hide_global(arg: clap::Arg) -> clap::Arg {
    let is_told = arg.is_global_set() || arg.get_id() == "help";
    arg.hide(is_told)
}
