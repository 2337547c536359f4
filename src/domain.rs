//! The field's own words as plain data: documents, themes, actions, meetings, partners, and what was added to them.
//!
//! Pure: knows no file, terminal, clock or wording of the interface.

pub mod annotations;
pub mod axis;
pub mod changes;
pub mod concerns;
pub mod contents;
pub mod count;
pub mod dataset;
pub mod date;
pub mod due;
pub mod ends;
pub mod fault;
pub mod fingerprint;
pub mod footnotes;
pub mod gathered;
pub mod grouped;
pub mod hidden;
pub mod id;
pub mod kept;
pub mod known;
pub mod ladder;
pub mod meeting;
pub mod mishap;
mod ordinals;
pub mod origin;
pub mod overlay;
mod pace;
pub mod parts;
pub mod passage;
pub mod queries;
pub mod record;
pub mod records;
pub mod rules;
pub mod text;
pub mod timeline;
pub mod untrusted;
pub mod uses;
pub mod versions;
pub mod vocabulary;

pub use contents::{Contents, FileKind};
pub use dataset::Dataset;
pub use date::{Date, Span};
pub use id::{GlossaryId, PartnerCode, RecordId};
pub use ordinals::Ordinal;
pub use pace::Pace;
pub use record::{Record, RecordKind};
pub use text::{EnStatus, Lang, Prose, Title};

/// Version of the data file format this program reads and writes.
pub const SCHEMA_VERSION: u32 = 1;
