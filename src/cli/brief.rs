//! `dosje brief`: a briefing in the form asked for.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::args::Args;
use super::failure::Failure;
use super::words::{DONE, load, nothing, say_repairs};
use super::{own, print};
use crate::app::ask::Field;
use crate::app::file_name::file_name;
use crate::briefing::{Briefing, Format, Languages, Setting, Subject};
use crate::domain::annotations::{Annotations, Depth, Grouping, Head};
use crate::domain::gathered::gathered;
use crate::domain::{Dataset, Lang, Record, RecordId, RecordKind, id, untrusted};
use crate::i18n::messages;
use crate::search::fold::fold;
use crate::search::values::{Values, titled};
use crate::search::{Query, SearchIndex, Situation};
use crate::store::{self, keep};

/// Most records that a query brings into a briefing.
const HITS: usize = 100;

/// What kind of briefing is to be written, and where to.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "flags, each on or off by itself")]
pub struct Brief {
    #[arg(value_name = "QUERY|ID")]
    asked: Vec<String>,
    #[arg(long, requires = "asked")]
    alone: bool,
    #[arg(long, value_enum, default_value_t = Form::Md)]
    format: Form,
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[arg(long)]
    force: bool,
    #[arg(long, value_enum)]
    group: Option<Group>,
    #[arg(long, value_enum)]
    depth: Option<Extent>,
    #[arg(long)]
    notes: bool,
    #[arg(long = "for", value_name = "WHOM")]
    audience: Option<String>,
    #[arg(long, value_name = "TEXT")]
    meeting: Option<String>,
    #[arg(long, value_name = "TEXT")]
    date: Option<String>,
    #[arg(long, value_name = "MIN")]
    limit: Option<String>,
    #[arg(long)]
    allow_marked: bool,
}

/// The form of a briefing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    Md,
    Txt,
    Html,
    Docx,
    Ics,
    Csv,
    Json,
}

/// How entries are grouped.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Group {
    None,
    Item,
    Theme,
    Partner,
}

/// How much is shown.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Extent {
    Whole,
    Short,
    Title,
}

/// Writes a briefing; gives the exit code.
pub fn brief(args: &Args, asked: &Brief, out: &mut impl Write) -> Result<u8, Failure> {
    let dataset = load(args)?;
    let file = asked.output.as_deref().filter(|file| *file != Path::new("-"));
    let mut own = own::annotations()?;
    let (scope, subject) = if asked.asked.is_empty() {
        (own.marked.clone(), None)
    } else {
        let (scope, subject) = scope(args, &dataset, &own, asked)?;
        (scope, Some(subject))
    };
    let (scope, gone): (Vec<RecordId>, Vec<RecordId>) = scope.into_iter().partition(|id| dataset.ordinal(id).is_some());
    if !gone.is_empty() {
        let words = messages(args.language());
        let gone: Vec<String> = gone.iter().map(|id| untrusted::line(id.as_str()).into_owned()).collect();
        print::err(Some(args), &format!("{}: {}\n", words.cli.warning, (words.briefing.gone)(&gone)))?;
    }
    if scope.is_empty() {
        return if asked.asked.is_empty() { Err(Failure::NothingMarked) } else { nothing(args) };
    }
    if !asked.asked.is_empty() {
        own = own.for_others();
    }
    asked.head(&mut own)?;
    if asked.format == Form::Docx && file.is_none() && std::io::stdout().is_terminal() {
        let name = file_name(asked.format.format(), &own.heading.meeting, languages(args), args.day());
        return Err(Failure::NeedsFile(name));
    }
    let briefing = Briefing::build_on(&dataset, &own, &scope, &asked.setting(args), subject.as_ref());
    if !briefing.markings.is_empty() && !asked.allow_marked {
        return Err(Failure::Marked(briefing.markings.join(", ")));
    }
    let bytes = asked.format.format().write(&briefing);
    match file {
        None => out.write_all(&bytes)?,
        Some(file) => {
            keep::export(file, &bytes, asked.force).map_err(Failure::Unwritten)?;
            let words = messages(args.language());
            print::err(Some(args), &format!("{}\n", (words.briefing.written)(&store::shown_name(file, None))))?;
        }
    }
    Ok(DONE)
}

impl Form {
    fn format(self) -> Format {
        match self {
            Self::Md => Format::Markdown,
            Self::Txt => Format::Text,
            Self::Html => Format::Html,
            Self::Docx => Format::Docx,
            Self::Ics => Format::Calendar,
            Self::Csv => Format::Csv,
            Self::Json => Format::Json,
        }
    }
}

impl Brief {
    /// Whether it is written as plain text or Markdown.
    pub fn is_text(&self) -> bool {
        matches!(self.format, Form::Md | Form::Txt)
    }

    /// What stands over the briefing this once, whatever is kept.
    fn head(&self, own: &mut Annotations) -> Result<(), Failure> {
        let heading = &mut own.heading;
        let given = [
            (&mut heading.meeting, &self.meeting),
            (&mut heading.date, &self.date),
            (&mut heading.audience, &self.audience),
        ];
        for (text, given) in given {
            if let Some(given) = given {
                text.clone_from(given);
            }
        }
        if let Some(typed) = &self.limit {
            let Some(Head::Limit(limit)) = Field::Limit.change(typed) else {
                return Err(Failure::NoMinutes(typed.clone()));
            };
            heading.limit = limit;
        }
        Ok(())
    }

    fn setting(&self, args: &Args) -> Setting {
        let depth = self.depth.map(|depth| match depth {
            Extent::Whole => Depth::Whole,
            Extent::Short => Depth::Short,
            Extent::Title => Depth::Title,
        });
        let grouping = self.group.map(|group| match group {
            Group::None => Grouping::None,
            Group::Item => Grouping::Item,
            Group::Theme => Grouping::Theme,
            Group::Partner => Grouping::Partner,
        });
        let pace = args.settings.settled.pace.0;
        Setting { depth, grouping, has_notes: self.notes, pace, ..Setting::new(languages(args), args.day()) }
    }
}

fn languages(args: &Args) -> Languages {
    if args.wants_both() { Languages::Both } else { Languages::One(args.language()) }
}

/// The records that are meant: of ids and names what they stand for, of anything else what it finds; and what they are on.
fn scope(
    args: &Args,
    dataset: &Dataset,
    own: &Annotations,
    brief: &Brief,
) -> Result<(Vec<RecordId>, Subject), Failure> {
    let asked = &brief.asked;
    let mut scope: Vec<RecordId> = Vec::new();
    let named: Vec<Vec<Record<'_>>> = asked.iter().map(|word| named(dataset, word)).collect();
    let are_numbers = asked.iter().all(|word| is_number(dataset, word));
    let missing = asked.iter().zip(&named).find(|(_, records)| are_numbers && records.is_empty());
    let starts = if named.iter().all(|records| !records.is_empty()) {
        if let Some((word, records)) = asked.iter().zip(&named).find(|(_, records)| records.len() > 1) {
            return Err(Failure::Several(word.clone(), records.iter().map(|r| r.id().to_string()).collect()));
        }
        named.into_iter().flatten().collect()
    } else if let Some(record) = of_name(dataset, &asked.join(" ")) {
        vec![record]
    } else if let Some((number, _)) = missing {
        return Err(Failure::NoRecord(number.clone()));
    } else {
        let query = asked.join(" ");
        return Ok((found(args, dataset, own, &query)?, Subject::Query(query)));
    };
    let subject = Subject::Records(starts.iter().map(|record: &Record<'_>| record.id().clone()).collect());
    for record in starts {
        let meant = if brief.alone { vec![record.id().clone()] } else { gathered(dataset, record) };
        scope.extend(meant.into_iter().filter(|id| !scope.contains(id)).collect::<Vec<_>>());
    }
    Ok((scope, subject))
}

/// The records of an id or a number. An entry of the glossary is asked for by its whole id: its short one is a word that
/// is searched for.
fn named<'a>(dataset: &'a Dataset, word: &str) -> Vec<Record<'a>> {
    let is_meant = |record: &Record<'_>| record.kind() != RecordKind::Term || record.id().as_str() == word;
    dataset.named(word).into_iter().filter(is_meant).collect()
}

/// Whether a word is the number or the id of a record, there or not: `2.4.1`, `Q3`, `ids25/2.4.1`. A briefing on what is
/// like it would be one on something else.
fn is_number(dataset: &Dataset, word: &str) -> bool {
    if let Some((collection, _)) = word.split_once('/') {
        return dataset.record(&RecordId::new(collection)).is_some();
    }
    let digits = word.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
    let is_local = (1..=2).contains(&(word.len() - digits.len()))
        && !digits.is_empty()
        && digits.chars().all(|digit| digit.is_ascii_digit());
    is_local || !Query::parse(word).numbers.is_empty()
}

/// The theme or meeting of a whole title, the partner of a name, or the meeting of a part of its name: *milāna*.
fn of_name<'a>(dataset: &'a Dataset, typed: &str) -> Option<Record<'a>> {
    let name = fold(typed);
    let has_it = |record: &Record<'_>| [Lang::Lv, Lang::En].iter().any(|lang| fold(record.title(*lang)) == name);
    let is_whole = |record: &Record<'_>| matches!(record, Record::Theme(_) | Record::Meeting(_));
    let by_title = || dataset.records().filter(is_whole).find(has_it);
    let partner = || match Values::of(dataset).partners_called(typed).as_slice() {
        [code] => dataset.record(&id::of_partner(code)),
        _ => None,
    };
    by_title().or_else(partner).or_else(|| meeting_called(dataset, typed))
}

/// The meeting whose name these words are a part of, where no record but its own tells of them in its title.
fn meeting_called<'a>(dataset: &'a Dataset, typed: &str) -> Option<Record<'a>> {
    if !Query::parse(typed).is_words() {
        return None;
    }
    let records: Vec<Record<'_>> = titled(dataset, typed).filter(|record| is_told(record.kind())).collect();
    let meeting = records.iter().find(|record| matches!(record, Record::Meeting(_)))?;
    let is_own = |record: &Record<'_>| record.id().collection() == meeting.id().collection();
    records.iter().all(is_own).then_some(*meeting)
}

/// Whether records of a kind tell something, and not only what a name stands for.
fn is_told(kind: RecordKind) -> bool {
    use RecordKind::{Document, Partner, Term};
    !matches!(kind, Document | Partner | Term)
}

/// What a query finds, best first; the vocabulary, themes and papers only where there is nothing else.
fn found(args: &Args, dataset: &Dataset, own: &Annotations, query: &str) -> Result<Vec<RecordId>, Failure> {
    let index = SearchIndex::build(dataset);
    let query = index.read(dataset, query);
    if query.is_empty() {
        return Err(Failure::NoQuery);
    }
    if let Some(mistake) = index.mistakes(&query).into_iter().next() {
        return Err(Failure::WrongFilter(Box::new(mistake)));
    }
    let situation = Situation { today: args.day(), annotations: own };
    let mut found = index.search(dataset, &query, situation);
    // A briefing on something else would be worse than none.
    if !found.has_every_word() {
        return Err(Failure::Partly(found.repairs));
    }
    say_repairs(args, &found.repairs)?;
    found.hits.retain(|hit| index.is_read_as_said(hit, &found.repairs));
    let records: Vec<Record<'_>> = found.hits.iter().filter_map(|hit| dataset.at(hit.ordinal)).collect();
    let is_matter = |record: &&Record<'_>| is_told(record.kind()) && record.kind() != RecordKind::Theme;
    let told: Vec<&Record<'_>> = records.iter().filter(is_matter).collect();
    let chosen = if told.is_empty() { records.iter().collect() } else { told };
    Ok(chosen.into_iter().take(HITS).map(|record| record.id().clone()).collect())
}
