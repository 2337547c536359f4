//! The words of the interface in both languages.
//!
//! A language is a [`Messages`] value: a text that exists only in one language does not compile. Whatever needs a
//! number, a date or a name is a function, since Latvian endings follow it.

mod briefing;
mod cli;
pub mod copy;
pub mod doctor;
mod en;
pub mod files;
mod labels;
mod lv;
pub mod meeting;
mod own;
pub mod plain;
pub mod plural;
mod queries;
pub mod settings;
pub mod source;
pub mod time;
pub mod usage;
mod writing;

pub use briefing::BriefingWords;
pub use cli::CliWords;
pub use labels::Labels;
pub use own::OwnWords;
pub use queries::QueryWords;
pub use writing::WritingWords;

use crate::domain::RecordKind;
use crate::domain::fault::Problem;
use crate::domain::kept::Reason;
use crate::domain::ladder::RungKind;
use crate::domain::meeting::{Classification, Holder, Stance};
use crate::domain::overlay::{LaterKind, Relation};
use crate::domain::records::{FlagKind, Source};
use crate::domain::timeline::{Certainty, State, Timeline};
use crate::domain::vocabulary::{GlossaryKind, PartnerKind};
use crate::domain::{Date, EnStatus, Lang, Span};
use crate::search::filter::MistakeKind;
use crate::search::{Repair, Why};

/// Every text of the interface.
pub struct Messages {
    /// Names of the tabs, in their order.
    pub tabs: [&'static str; 7],
    /// Labels of the fields of a record.
    pub labels: Labels,
    /// What stands in the empty search line.
    pub search_hint: &'static str,
    /// What the marks at the edge of a list mean.
    pub legend: &'static [&'static str],
    /// What the figures of the partners' list mean.
    pub partner_legend: &'static [&'static str],
    /// Why a hit is there.
    pub why: fn(&Why) -> String,
    /// A word that stands in the text of one language only.
    pub in_language: fn(Lang, &str) -> String,
    /// The match of the query stands in the language that is not shown; the key that shows it.
    pub match_in_other_language: fn(&str) -> String,
    /// A word that was read as another or left out.
    pub repair: fn(&Repair) -> String,
    /// Why a file could not be read or written.
    pub reason: fn(&Reason) -> &str,
    /// A condition of a query that cannot be met.
    pub mistake: fn(&MistakeKind) -> String,
    /// In place of a list with nothing in it; the key to step back.
    pub nothing_found: fn(&str) -> String,
    /// The window is below the least size.
    pub too_small: &'static str,
    /// Heading of the help page.
    pub help_title: &'static str,
    /// Heading of the palette.
    pub palette_title: &'static str,
    /// What stands in the empty search line of the help page; the key that runs the pick.
    pub help_hint: fn(&str) -> String,
    /// No earlier or no later place to go to.
    pub no_further: &'static str,
    /// A key that does nothing here, another one, and whether that shows all keys or leads back.
    pub unbound: fn(&str, &str, bool) -> String,
    /// There is no query; the key that begins one.
    pub nothing_searched: fn(&str) -> String,
    /// The text has no match of the query.
    pub no_match_in_text: &'static str,
    /// The text leads nowhere.
    pub no_links: &'static str,
    /// No link has the number typed.
    pub no_link: fn(&str) -> String,
    /// Before the number of the link that is typed.
    pub link: &'static str,
    /// Behind an English title that is our translation.
    pub our_translation: &'static str,
    /// Before the printed words of a time span.
    pub printed: &'static str,
    /// After a time span that the document calls indicative.
    pub indicative: &'static str,
    /// The language, and over English that its words are ours.
    pub language: &'static str,
    /// The language alone.
    pub language_short: &'static str,
    /// The word that narrows a query to a theme.
    pub theme_filter: &'static str,
    /// A fact that lies ahead.
    pub ahead: &'static str,
    /// Over links that are the editors' and not the documents'.
    pub editorial_heading: &'static str,
    /// Over a point of position that is as old as its meeting.
    pub position_of: fn(i16) -> String,
    /// `3 of 50`.
    pub hits: fn(usize, usize) -> String,
    /// How many more records other tabs list.
    pub elsewhere: fn(usize) -> String,
    /// `1 action`, `21 actions`.
    pub actions: fn(usize) -> String,
    /// `2 faults`.
    pub faults: fn(usize) -> String,
    /// How much is wrong in the user's files, the first of them, and how to see all of it.
    pub left_out: fn(usize, &str) -> String,
    /// The user's files are still being read.
    pub loading: &'static str,
    /// Built-in records replaced by the user's.
    pub replaced: fn(&[String]) -> String,
    /// When a list of members was valid, and where it was taken from.
    pub members_as_of: fn(Date, &str) -> String,
    /// The date on which the dashboard stands, when it is not today.
    pub as_of: fn(jiff::civil::Date) -> String,
    /// A file without a fault.
    pub no_faults: fn(&str) -> String,
    /// Where a record stands: citation, pages, lines.
    pub source: fn(&str, &[Source]) -> String,
    /// A date as it is read.
    pub date: fn(Date) -> String,
    /// One or two days, or a wider date.
    pub span: fn(Span) -> String,
    /// The same in at most fourteen columns.
    pub short_span: fn(Span) -> String,
    /// Year of the next end date in at most fourteen columns.
    pub next_by: fn(i16) -> String,
    /// The time span in at most nine columns.
    pub badge: fn(&Timeline) -> String,
    /// The time span in words.
    pub time_span: fn(&Timeline) -> String,
    /// Kind of record.
    pub kind: fn(RecordKind) -> &'static str,
    /// In how many records a partner is one, and in how many it is only named.
    pub named: fn(usize, usize) -> String,
    /// Over records that concern a partner in one way: through what, how many, and the day of a list of members.
    pub rung: fn(RungKind, &str, usize, Option<Date>) -> String,
    /// What Enter does in the palette.
    pub run: &'static str,
    /// So many more of one heading than are listed.
    pub further: fn(usize) -> String,
    /// So many more of a partner's records than are listed, and where all are.
    pub more: fn(usize) -> String,
    /// A partner's records are in the order of their numbers.
    pub by_number: &'static str,
    /// A partner's records are in the order of their ends.
    pub by_deadline: &'static str,
    /// Kind of partner.
    pub partner_kind: fn(PartnerKind) -> &'static str,
    /// Kind of glossary entry.
    pub glossary_kind: fn(GlossaryKind) -> &'static str,
    /// State of a time span.
    pub state: fn(State) -> &'static str,
    /// Certainty of a time span; empty for a firm one.
    pub certainty: fn(Certainty) -> &'static str,
    /// Kind of warning.
    pub flag: fn(FlagKind) -> &'static str,
    /// Whose view it is.
    pub holder: fn(Holder) -> &'static str,
    /// What the holder does with a point.
    pub stance: fn(Stance) -> &'static str,
    /// Kind of meeting.
    pub classification: fn(Classification) -> &'static str,
    /// What a later fact is to its record.
    pub later: fn(LaterKind) -> &'static str,
    /// How two records stand to each other.
    pub relation: fn(Relation) -> &'static str,
    /// What is wrong with a file.
    pub problem: fn(&Problem) -> String,
    /// What to do about it, given the word behind `dosje schema` for the kind of file.
    pub hint: fn(&Problem, Option<&str>) -> Option<String>,
    /// Texts about the user's queries.
    pub queries: QueryWords,
    /// Texts about what the user adds.
    pub own: OwnWords,
    /// Texts on data files that change.
    pub files: files::FileWords,
    /// Texts of the dashboard line by line.
    pub plain: plain::PlainWords,
    /// Texts of a briefing.
    pub briefing: BriefingWords,
    /// Texts on what is taken out of the dashboard.
    pub copy: copy::CopyWords,
    /// Texts on the texts of documents.
    pub source_text: source::SourceWords,
    /// Texts about writing on a record.
    pub writing: WritingWords,
    /// Texts of a meeting.
    pub meeting: meeting::MeetingWords,
    /// Texts on time.
    pub time: time::TimeWords,
    /// Texts on the user's settings.
    pub settings: settings::SettingsWords,
    /// Texts of `dosje doctor`.
    pub doctor: doctor::DoctorWords,
    /// Texts of the command line.
    pub cli: CliWords,
    /// Texts on its words.
    pub usage: usage::UsageWords,
}

/// The texts in `lang`.
#[must_use]
pub fn messages(lang: Lang) -> &'static Messages {
    match lang {
        Lang::Lv => &lv::MESSAGES,
        Lang::En => &en::MESSAGES,
    }
}

impl Messages {
    /// What a mark at the edge of a list means.
    #[must_use]
    pub fn meaning(&self, mark: &str) -> Option<&'static str> {
        self.legend.iter().find_map(|meaning| meaning.strip_prefix(mark)?.strip_prefix(' '))
    }

    /// The mark behind a title in English; nothing in Latvian or where the English is official.
    #[must_use]
    pub fn translation_mark(&self, status: EnStatus, lang: Lang) -> &'static str {
        match (lang, status) {
            (Lang::Lv, _) | (Lang::En, EnStatus::Official | EnStatus::ProperName) => "",
            (Lang::En, EnStatus::Own) => self.our_translation,
        }
    }
}

/// The language a locale name asks for: Latvian unless it names another one.
///
/// ```
/// use dosje::{domain::Lang, i18n::language_of};
/// assert_eq!(language_of("lv_LV.UTF-8"), Some(Lang::Lv));
/// assert_eq!(language_of("en_IE.UTF-8"), Some(Lang::En));
/// assert_eq!(language_of("C.UTF-8"), None);
/// ```
#[must_use]
pub fn language_of(locale: &str) -> Option<Lang> {
    match locale.split(['_', '.', '@', '-']).next() {
        Some("lv") => Some(Lang::Lv),
        Some("" | "C" | "POSIX") | None => None,
        Some(_) => Some(Lang::En),
    }
}

/// A year in two digits, as badges have it.
fn short_year(year: i16) -> String {
    format!("{:02}", year.rem_euclid(100))
}
