//! Why a file could not be read or written.

use crate::domain::kept::{Reason, Unkept};

/// What stood in the way.
pub fn reason(reason: &Reason) -> &str {
    match reason {
        Reason::NoPlace => "nav zināma mājas mape, kurā glabāt",
        Reason::Newer => "to rakstījusi jaunāka programmas versija; datne nav mainīta",
        Reason::Damaged(..) => "datne ir bojāta",
        Reason::Taken => "datne ar šādu nosaukumu jau ir",
        Reason::Missing => "tādas datnes vai mapes nav",
        Reason::NotUtf8(..) => "tas nav UTF-8 teksts",
        Reason::Busy => "datni aizņēmis cits logs",
        Reason::NoPermission => "nav atļaujas",
        Reason::ReadOnly => "datņu sistēma ir tikai lasāma",
        Reason::Full => "diskā nav vietas",
        Reason::NotAFile => "tā nav parasta datne",
        Reason::NotAFolder => "mapes vietā ir datne",
        Reason::Gone => "tās vairs nav",
        Reason::NotText => "tajā nav UTF-8 teksta",
        Reason::Empty => "datne ir tukša",
        Reason::TooLarge => "datne ir pārāk liela",
        Reason::BadName => "tāds nosaukums nav iespējams vai ir pārāk garš",
        Reason::Other(reason) => reason,
    }
}

/// The same with the file.
pub fn why(unkept: &Unkept) -> String {
    unkept.told(reason(&unkept.reason))
}
