//! What can be wrong with a data file: the kinds of fault and the place of each.
//!
//! Holds no wording: `i18n` says each of them in both languages.

use std::fmt;

use super::kept::Reason;

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
    /// The word behind `dosje schema` for this kind of file, where the kind is known.
    pub schema: Option<&'static str>,
}

impl Fault {
    /// The same in a file of this kind.
    #[must_use]
    pub fn of(self, schema: &'static str) -> Self {
        Self { schema: Some(schema), ..self }
    }

    /// Whether the record stays in spite of it.
    #[must_use]
    pub fn is_warning(&self) -> bool {
        matches!(self.problem, Problem::UnknownField { .. } | Problem::Hidden(_))
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

/// Why a text is no JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slip {
    /// It ends before all is closed.
    EndsEarly,
    /// Something stands after the closing bracket.
    TextAfterEnd,
    /// A comma with nothing after it.
    CommaTooMany,
    /// No comma between two elements.
    NoComma,
    /// No colon after a field's name.
    NoColon,
    /// No name in quotes where a field begins.
    NoFieldName,
    /// No value where one must stand.
    NoValue,
    /// A comment.
    Comment,
    /// Quotation marks other than `"`.
    OtherQuotes,
    /// A line break or tab inside a text.
    BreakInText,
    /// Half of a character written as two `\u` escapes.
    HalfCharacter,
    /// A backslash before a letter it does not go with.
    Backslash,
    /// A number no computer number holds.
    HugeNumber,
    /// Something that one JSON reader takes and another does not.
    Disputed,
    /// Anything else, as the parser says it.
    AsSaid(String),
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// There is no such file.
    NoFile,
    /// The system would not read the file.
    Unreadable(Reason),
    /// A folder, pipe or device.
    NotAFile,
    /// A folder of data files that is not there.
    NoFolder,
    /// Something else where such a folder should be.
    NotAFolder,
    /// A folder whose files cannot be listed.
    UnreadableFolder(Reason),
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
    /// No JSON.
    Syntax(Slip),
    /// JSON, but not an object at the top.
    NotAnObject,
    /// The file does not say of what kind it is.
    NoKind,
    /// No such kind of file.
    UnknownKind(String),
    /// Written for a newer version of this program.
    NewerVersion {
        /// Version in the file.
        found: u64,
        /// Version read.
        known: u32,
    },
    /// No version of the file format.
    UnknownVersion {
        /// Version in the file, as it stands there; absent where it states none.
        found: Option<String>,
        /// Version read.
        known: u32,
    },
    /// A field given twice.
    GivenTwice(String),
    /// So many characters that nobody could have seen; they are left out and the record stays.
    Hidden(usize),
    /// A field this program does not know; the record stays.
    UnknownField {
        /// The field.
        name: String,
        /// A known field spelt much like it.
        meant: Option<String>,
    },
    /// A field that must be there under a name spelt much like its own.
    Misspelt {
        /// The name given.
        name: String,
        /// Its own name.
        meant: String,
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
    /// A value of another sort where a word of a closed list must stand.
    NotAWord {
        /// Sort found.
        found: Shape,
        /// The list.
        allowed: Vec<String>,
    },
    /// A number below zero or too large.
    OutOfRange,
    /// A list with more or fewer elements than it must have.
    WrongCount {
        /// How many there must be.
        wanted: usize,
        /// How many there are.
        found: usize,
    },
    /// No date.
    NotADate(String),
    /// No SHA-256.
    NotAHash(String),
    /// No id or code.
    NotAnId(String),
    /// A name that the program keeps for itself.
    ReservedId(String),
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
    /// An id that stands further up in the same file.
    DoubleId {
        /// The id.
        id: String,
        /// Where it stands first.
        first: Path,
    },
    /// An id that another file of the user's has.
    TakenId {
        /// The id.
        id: String,
        /// The other file.
        file: String,
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
    /// What is referred to was left out itself.
    LeftOut(String),
    /// A record of another kind where a theme must stand.
    NotATheme(String),
    /// No such partner.
    UnknownPartner(String),
    /// No such glossary entry.
    UnknownTerm(String),
    /// A line or page 0, or lines the wrong way round.
    BadLines,
    /// No public address.
    NotAnAddress(String),
    /// A number outside its bounds.
    NotBetween {
        /// Least allowed.
        least: u32,
        /// Most allowed.
        most: u32,
    },
    /// No such command.
    UnknownCommand {
        /// The name given.
        name: String,
        /// A name spelt much like it.
        meant: Option<String>,
    },
    /// No such key, or one that no terminal sends.
    UnknownKey {
        /// The name given.
        name: String,
        /// What that key is called here.
        meant: Option<String>,
    },
    /// A key that is text wherever the command is for.
    TypedKey {
        /// The key.
        key: String,
        /// The command.
        command: String,
    },
    /// A key that would be two commands in one place.
    TwoMeanings {
        /// The key.
        key: String,
        /// The command that does not get it, and the one that has it.
        commands: [String; 2],
    },
    /// A command whose key cannot be changed.
    FixedKey(String),
    /// A command that cannot be left without a key.
    NeedsKey(String),
}

/// Whether two names are made of the same letters but for one, in whatever order.
#[must_use]
pub fn is_slip(known: &str, found: &str) -> bool {
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        letters.sort_unstable();
        letters
    };
    let (known, found) = (sorted(known), sorted(found));
    let (long, mut short) = if known.len() >= found.len() { (known, found) } else { (found, known) };
    if long.len() - short.len() > 1 {
        return false;
    }
    let missing = long.iter().filter(|c| match short.iter().position(|s| s == *c) {
        Some(at) => {
            short.remove(at);
            false
        }
        None => true,
    });
    missing.count() <= 1
}
