//! What the user added, for the words of the command line.

use super::args::Args;
use super::failure::Failure;
use super::print;
use crate::domain::annotations::Annotations;
use crate::store::{book, paths};

/// What the user added to the records.
///
/// # Errors
/// When its file cannot be read.
pub fn annotations() -> Result<Annotations, Failure> {
    paths::annotations_file()
        .map_or_else(|| Ok(Annotations::default()), |file| book::load(&file))
        .map_err(Failure::Unread)
}

/// The same; where it cannot be read, nothing, and that is said beside the answer.
///
/// # Errors
/// When it cannot be said.
pub fn readable(args: &Args) -> Result<Annotations, Failure> {
    annotations().or_else(|failure| {
        print::err(Some(args), &failure.words(args.language()))?;
        Ok(Annotations::default())
    })
}
