//! Words on what is taken out of the dashboard.

use super::names::kind;
use super::reasons::why;
use crate::i18n::copy::CopyWords;
use crate::i18n::plural::english;

pub const COPY: CopyWords = CopyWords {
    sent: |n| format!("Sent to the terminal's clipboard ({n} {})", characters(n)),
    refused: "tmux did not take it.",
    long: "some drop long text",
    too_long: |n, key| format!("Too long for a clipboard ({n} {}); {key} writes a file.", characters(n)),
    nothing: "No record is selected.",
    no_place: "This record stands in no document.",
    written: |path| format!("Written: {path}"),
    unwritten: |unkept| format!("Not written: {}", why(unkept)),
    numbered: |of, number| format!("{} {number}", kind(of)),
};

fn characters(n: usize) -> &'static str {
    english(n, "character", "characters")
}
