//! Where lines come from and go to.

use std::io::{self, BufRead, Write};

use textwrap::{Options, WordSplitter};
use unicode_width::UnicodeWidthStr;

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
    height: Option<usize>,
    /// Lines written since a line was asked for.
    said: usize,
}

impl<I: BufRead, O: Write> Desk<I, O> {
    pub fn new(input: I, output: O, is_typed: bool, width: usize, height: Option<usize>) -> Self {
        Self { input, output, is_typed, width, height, said: 0 }
    }

    /// Writes a line, or several.
    pub fn say(&mut self, text: &str) -> io::Result<()> {
        self.said += text.lines().count().max(1);
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

    /// Lines that may be written before there is to be a pause.
    pub fn room(&self) -> usize {
        self.height.map_or(usize::MAX, |height| height.saturating_sub(self.said))
    }

    /// Asks for a line, with a prompt where somebody types; none where there are no more.
    pub fn ask(&mut self, prompt: &str) -> io::Result<Option<String>> {
        if self.is_typed {
            self.begin(prompt)?;
        }
        self.output.flush()?;
        self.said = 0;
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

/// `text` in lines of at most `width` columns; a word that is longer stays whole, since it may be an address or a path.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let options = Options::new(width.max(4)).break_words(false).word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// A text behind a lead, its further lines as far in.
pub fn hanging(lead: &str, text: &str, width: usize) -> Vec<String> {
    let indent = lead.width();
    let lines = wrapped(text, width.saturating_sub(indent)).into_iter().enumerate();
    lines.map(|(place, line)| if place == 0 { format!("{lead}{line}") } else { " ".repeat(indent) + &line }).collect()
}
