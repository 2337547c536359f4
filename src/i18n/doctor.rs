//! Words of `dosje doctor`.

use crate::domain::kept::Unkept;
use crate::domain::origin::Origin;

/// Texts of `dosje doctor`.
pub struct DoctorWords {
    /// Before the version of the file format.
    pub file_format: &'static str,
    /// Heading: what the program is run in.
    pub terminal: &'static str,
    /// Heading: what was decided, and by what.
    pub settings: &'static str,
    /// Heading: where files lie.
    pub folders: &'static str,
    /// Heading: data files.
    pub data: &'static str,
    /// Heading: what the user added.
    pub own: &'static str,
    /// Kind of terminal.
    pub kind: &'static str,
    /// Columns and rows.
    pub size: &'static str,
    /// Where input and output lead.
    pub ends: &'static str,
    /// It is a terminal.
    pub a_terminal: &'static str,
    /// It is none.
    pub no_terminal: &'static str,
    /// What lies around the program.
    pub inside: &'static str,
    /// Nothing does.
    pub nothing: &'static str,
    /// The locale.
    pub locale: &'static str,
    /// None is set.
    pub no_locale: &'static str,
    /// How a text reaches the clipboard.
    pub clipboard: &'static str,
    /// Through tmux.
    pub by_tmux: &'static str,
    /// By a sequence for the terminal.
    pub by_terminal: &'static str,
    /// How long the rest of a key is waited for.
    pub escape_delay: &'static str,
    /// The user's editor.
    pub editor: &'static str,
    /// There is none but the program's own.
    pub own_pad: &'static str,
    /// The file of settings.
    pub file: &'static str,
    /// Language.
    pub language: &'static str,
    /// The tab to start with.
    pub start_tab: &'static str,
    /// How fast one speaks.
    pub words_a_minute: &'static str,
    /// Which colours there are.
    pub colours: &'static str,
    /// What they stand on.
    pub background: &'static str,
    /// Whether only ASCII is sent.
    pub ascii: &'static str,
    /// Whether the mouse is heard.
    pub mouse: &'static str,
    /// The user's own keys.
    pub keys: &'static str,
    /// It is so.
    pub yes: &'static str,
    /// It is not.
    pub no: &'static str,
    /// Folder of data files.
    pub data_folder: &'static str,
    /// Folder of the settings.
    pub settings_folder: &'static str,
    /// Folder of the queries.
    pub state_folder: &'static str,
    /// Folder of drafts.
    pub drafts_folder: &'static str,
    /// Folder of drafts where the other cannot be written.
    pub runtime_folder: &'static str,
    /// Nobody says what it is.
    pub unknown: &'static str,
    /// A light background.
    pub light: &'static str,
    /// A dark one.
    pub dark: &'static str,
    /// There is none.
    pub none: &'static str,
    /// Nothing is there yet.
    pub not_there: &'static str,
    /// Something else stands there.
    pub no_folder: &'static str,
    /// It can be written.
    pub writable: &'static str,
    /// It cannot.
    pub not_writable: &'static str,
    /// Nothing is wrong with it.
    pub no_faults: &'static str,
    /// The built-in data files.
    pub built_in: &'static str,
    /// The user's.
    pub own_files: &'static str,
    /// Texts of documents.
    pub texts: &'static str,
    /// What was added to records.
    pub added: &'static str,
    /// The user's queries.
    pub queries: &'static str,
    /// Nothing is wrong.
    pub sound: &'static str,
    /// So much is wrong.
    pub faulty: fn(usize) -> String,
    /// So many faults, and how to see them.
    pub faults: fn(usize) -> String,
    /// So many files.
    pub files: fn(usize) -> String,
    /// So many records.
    pub records: fn(u32) -> String,
    /// So many records with the built-in ones.
    pub together: fn(u32) -> String,
    /// Of so many documents the text is there.
    pub attached: fn(usize, usize) -> String,
    /// So many records are marked, and on so many something is written.
    pub marked: fn(usize, usize) -> String,
    /// So many queries were asked, and so many saved.
    pub asked: fn(usize, usize) -> String,
    /// So many commands have keys of the user's own.
    pub rebound: fn(usize) -> String,
    /// By what a setting was decided.
    pub by: fn(Origin) -> &'static str,
    /// Why a file cannot be read.
    pub why: fn(&Unkept) -> String,
}
