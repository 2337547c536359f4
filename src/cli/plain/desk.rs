//! Where lines come from and go to.

use std::io::{self, BufRead, Write};

use crate::app::flow::wrapped;
use crate::domain::untrusted;

/// Longest line that is taken in whole, in bytes.
const LONGEST: u64 = 64 * 1024;

/// Where lines come from and go to; nothing leaves it that a terminal could obey.
pub struct Desk<I, O> {
    input: I,
    output: O,
    /// Whether somebody types at a terminal.
    pub is_typed: bool,
    /// Columns of a line that is written.
    pub width: usize,
    /// Lines that are written at once; none where nobody has to read them as they come.
    pub height: Option<usize>,
}

impl<I: BufRead, O: Write> Desk<I, O> {
    pub fn new(input: I, output: O, is_typed: bool, width: usize, height: Option<usize>) -> Self {
        Self { input, output, is_typed, width, height }
    }

    /// Writes a line, or several.
    pub fn say(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.output, "{}", untrusted::block(text).trim_end_matches('\n'))
    }

    /// Writes a sentence, in as many lines as it takes.
    pub fn tell(&mut self, sentence: &str) -> io::Result<()> {
        wrapped(&untrusted::line(sentence), self.width).iter().try_for_each(|line| self.say(line))
    }

    /// Writes the beginning of a line, and lets it be seen at once.
    pub fn begin(&mut self, text: &str) -> io::Result<()> {
        write!(self.output, "{}", untrusted::line(text))?;
        self.output.flush()
    }

    /// Asks for a line, with a prompt where somebody types; none where there are no more.
    pub fn ask(&mut self, prompt: &str) -> io::Result<Option<String>> {
        if self.is_typed {
            self.begin(prompt)?;
        }
        self.output.flush()?;
        let mut bytes = Vec::new();
        let mut input = io::Read::take(&mut self.input, LONGEST);
        if input.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        if !bytes.ends_with(b"\n") {
            // The rest of a line that is too long is no line of its own.
            self.input.skip_until(b'\n')?;
        }
        let text = String::from_utf8_lossy(&bytes);
        Ok(Some(untrusted::line(text.trim_end_matches(['\n', '\r'])).into_owned()))
    }
}
