//! Why a file could not be read or written.

use crate::domain::kept::{Reason, Unkept};

/// What stood in the way.
pub fn reason(reason: &Reason) -> &str {
    match reason {
        Reason::NoPlace => "no home folder is known to keep it in",
        Reason::Newer => "a newer version of the program wrote them; the file is as it was",
        Reason::Damaged(..) => "the file is damaged",
        Reason::Taken => "a file of this name is there already",
        Reason::Missing => "no such file or folder",
        Reason::NotUtf8(..) => "not a text in UTF-8",
        Reason::Busy => "another window holds the file",
        Reason::NoPermission => "no permission",
        Reason::ReadOnly => "read-only file system",
        Reason::Full => "no room left on the disk",
        Reason::NotAFile => "not a regular file",
        Reason::NotAFolder => "a file stands where a folder should",
        Reason::Gone => "it is gone",
        Reason::NotText => "it holds no UTF-8 text",
        Reason::Empty => "the file is empty",
        Reason::TooLarge => "the file is too large",
        Reason::BadName => "a name that cannot be here, or too long",
        Reason::Other(reason) => reason,
    }
}

/// The same with the file.
pub fn why(unkept: &Unkept) -> String {
    unkept.told(reason(&unkept.reason))
}
