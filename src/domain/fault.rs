//! What can be wrong with a data file: the kinds of fault and the place of each.
//!
//! Holds no wording: `i18n` says each of them in both languages.

use std::fmt;

/// A fault with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file, as the user named it.
    pub file: String,
    /// Line and column, in characters from 1; absent where the file could not be read at all.
    pub at: Option<(usize, usize)>,
    /// The field.
    pub path: Path,
    /// What is wrong there.
    pub problem: Problem,
}

impl Fault {
    /// Whether the record stays in spite of it.
    #[must_use]
    pub fn is_warning(&self) -> bool {
        matches!(self.problem, Problem::UnknownField { .. })
    }
}

/// The way from the top of a file down to a field: `meeting.agenda[2].related[0]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Path(pub Vec<Step>);

/// One step of a [`Path`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// Into a field.
    Field(String),
    /// Into an element, counted from 0.
    Element(usize),
}

impl Path {
    /// The path one field further down.
    #[must_use]
    pub fn field(&self, name: &str) -> Self {
        let mut steps = self.0.clone();
        steps.push(Step::Field(name.to_owned()));
        Self(steps)
    }

    /// The path one element further down.
    #[must_use]
    pub fn element(&self, index: usize) -> Self {
        let mut steps = self.0.clone();
        steps.push(Step::Element(index));
        Self(steps)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, step) in self.0.iter().enumerate() {
            match step {
                Step::Field(name) if i == 0 => f.write_str(name)?,
                Step::Field(name) => write!(f, ".{name}")?,
                Step::Element(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// Sort of JSON value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `null`
    Null,
    /// `true` or `false`
    Truth,
    /// A number without a fraction.
    WholeNumber,
    /// Any other number.
    Number,
    /// A text in quotes.
    Text,
    /// `[...]`
    List,
    /// `{...}`
    Object,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The system would not read the file; holds its reason.
    Unreadable(String),
    /// A folder, pipe or device.
    NotAFile,
    /// Larger than this program reads; both in bytes.
    TooLarge {
        /// Size found.
        size: u64,
        /// Largest size read.
        limit: u64,
    },
    /// Nothing in it but blanks.
    Empty,
    /// Text in UTF-16.
    Utf16,
    /// Some other encoding, or damage.
    NotUtf8,
    /// NUL bytes.
    Damaged,
    /// gzip or zip.
    Compressed,
    /// A PDF.
    Pdf,
    /// HTML, as a login page gives.
    WebPage,
    /// Left over from a merge.
    ConflictMarkers,
    /// Nested deeper than this program reads.
    TooDeep {
        /// Deepest nesting read.
        limit: usize,
    },
    /// No JSON; holds what the parser says.
    Syntax(String),
    /// JSON, but not an object at the top.
    NotAnObject,
    /// No such kind of file.
    UnknownKind(String),
    /// Written for another version of this program.
    UnknownVersion {
        /// Version in the file.
        found: String,
        /// Version read.
        known: u32,
    },
    /// A field given twice.
    GivenTwice(String),
    /// A field this program does not know; the record stays.
    UnknownField {
        /// The field.
        name: String,
        /// A known field spelt much like it.
        meant: Option<String>,
    },
    /// A language key other than `lv` and `en`.
    NotALanguage(String),
    /// A field that must be there and is not.
    Missing(String),
    /// A value of another sort.
    WrongShape {
        /// Sort wanted.
        wanted: Shape,
        /// Sort found.
        found: Shape,
    },
    /// A word outside a closed list.
    NotOneOf {
        /// The word.
        found: String,
        /// The list.
        allowed: Vec<String>,
    },
    /// A number below zero or too large.
    OutOfRange,
    /// No date.
    NotADate(String),
    /// No id or code.
    NotAnId(String),
    /// A text longer than its field takes, in characters.
    TooLong {
        /// Length found.
        length: usize,
        /// Longest allowed.
        limit: usize,
    },
    /// A text with nothing in it.
    EmptyText,
    /// The start lies after the end.
    StartAfterEnd,
    /// An id already taken.
    DoubleId {
        /// The id.
        id: String,
        /// File in which it stands first.
        first: String,
    },
    /// An id that does not begin with the id of its document or meeting.
    ForeignId {
        /// The id.
        id: String,
        /// What it must begin with.
        collection: String,
    },
    /// No such record.
    UnknownRecord(String),
    /// No such partner.
    UnknownPartner(String),
    /// No such glossary entry.
    UnknownTerm(String),
    /// A line or page 0, or lines the wrong way round.
    BadLines,
    /// No public address.
    NotAnAddress(String),
}
