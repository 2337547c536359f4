//! Made-up documents, as many actions as are wanted, the same for the same number on every machine.
//!
//! A smaller corpus is the beginning of a larger one. No sentence is taken from any document: the texts are words strung
//! together, and mean nothing. About 600 letters of text a record, in two languages.

use std::fs::{self, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use dosje::domain::records::{Action, Document, DocumentFile, Keywords, PartnerRef, PartnerRole, Place, Source, Theme};
use dosje::domain::rules::SUMMARY_LIMIT;
use dosje::domain::timeline::{Certainty, Timeline, TimelineKind};
use dosje::domain::vocabulary::Partner;
use dosje::domain::{Dataset, Date, EnStatus, Prose, RecordId, SCHEMA_VERSION, Title};

use crate::words::{Chance, Words};

/// Actions in one file: some 30 MB, well below what a file may have.
const ACTIONS_A_FILE: usize = 25_000;
/// Seed of the first action; below it lie those of the documents.
const FIRST_SEED: u64 = 1_000_000;
/// Themes of one file.
const THEMES: usize = 10;
/// Invented names already known to the first record, and how their number grows with the root of the records.
const FIRST_NAMES: usize = 1_000;
const NAMES_A_ROOT: usize = 132;

/// Writes into `folder` what makes `count` actions together with the `built_in` ones: data files for the program, and all
/// actions, one a line, in `lines.txt`.
pub fn write(folder: &Path, count: usize, built_in: &Dataset) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut lines = new_file(&folder.join("lines.txt"))?;
    for action in built_in.actions() {
        writeln!(lines, "{}", line(action))?;
    }
    let count = count.saturating_sub(built_in.actions().count());
    let words = Words::new();
    for (number, first) in (1..).zip((0..count).step_by(ACTIONS_A_FILE)) {
        let range = first..count.min(first + ACTIONS_A_FILE);
        let file = document_file(number, range, &words, built_in.partners());
        for action in &file.actions {
            writeln!(lines, "{}", line(action))?;
        }
        let mut json = new_file(&folder.join(format!("made{number}.json")))?;
        serde_json::to_writer(&mut json, &file)?;
        json.flush()?;
    }
    lines.flush()
}

fn new_file(path: &Path) -> io::Result<BufWriter<fs::File>> {
    Ok(BufWriter::new(OpenOptions::new().write(true).create(true).truncate(true).open(path)?))
}

/// All texts of an action on one line, for programs that search lines.
fn line(action: &Action) -> String {
    let mut texts = vec![action.id.number(), &action.title.lv, &action.title.en];
    texts.extend(action.partners.iter().map(|partner| &*partner.as_printed));
    texts.push(&action.timeline.raw);
    let prose = [&action.summary, &action.description].into_iter().chain(&action.parts);
    texts.extend(prose.flat_map(|prose| [&*prose.lv, &*prose.en]));
    texts.extend(action.keywords.lv.iter().chain(&action.keywords.en).map(|word| &**word));
    texts.join("  ").replace('\n', " ")
}

fn document_file(number: u64, actions: std::ops::Range<usize>, words: &Words, partners: &[Partner]) -> DocumentFile {
    let id = RecordId::new(format!("made{number}"));
    let mut chance = Chance::new(number);
    let theme = |theme: usize, chance: &mut Chance| Theme {
        id: RecordId::new(format!("{id}/T{theme}")),
        parent: None,
        title: title(words, chance, FIRST_NAMES),
        source: [Source { page: Some(1), lines: [1, 1] }].into(),
    };
    let themes = (1..=THEMES).map(|number| theme(number, &mut chance)).collect();
    let first = actions.start;
    let actions = actions.map(|index| action(&id, index, index - first, words, partners)).collect();
    DocumentFile {
        schema_version: SCHEMA_VERSION,
        kind: "document".to_owned(),
        document: document(id),
        themes,
        actions,
    }
}

fn document(id: RecordId) -> Document {
    let both = |lv: &str, en: &str| Prose { lv: lv.into(), en: en.into() };
    Document {
        citation: both(&format!("Izdomāts dokuments {id}"), &format!("Made-up document {id}")),
        about: both("Vārdi bez nozīmes.", "Words without meaning."),
        provenance: both("Radīts ātruma mērīšanai.", "Made to measure speed with."),
        text_sha256: None,
        language: "lv".into(),
        marking: None,
        title: None,
        date: None,
        place: None,
        authors: [].into(),
        identifiers: [].into(),
        urls: [].into(),
        indicative: true,
        flags: [].into(),
        id,
    }
}

/// The action with this index among all, which stands at `place` in its document.
fn action(document: &RecordId, index: usize, place: usize, words: &Words, partners: &[Partner]) -> Action {
    let chance = &mut Chance::new(FIRST_SEED + index as u64);
    let names = FIRST_NAMES + index.isqrt() * NAMES_A_ROOT;
    let (theme, number) = (place * THEMES / ACTIONS_A_FILE + 1, place % (ACTIONS_A_FILE / THEMES) + 1);
    let line = u32::try_from(place + 1).unwrap_or(u32::MAX);
    Action {
        id: RecordId::new(format!("{document}/{theme}.{number}")),
        theme: RecordId::new(format!("{document}/T{theme}")),
        title: title(words, chance, names),
        summary: prose(words, chance, SUMMARY_LIMIT / 2, names),
        description: prose(words, chance, 130, names),
        parts: [].into(),
        partners: partners_of(chance, partners),
        timeline: timeline(chance),
        inner_dates: [].into(),
        instruments: [].into(),
        terms: [].into(),
        keywords: Keywords {
            lv: (0..2).map(|_| words.latvian_keyword(chance).into()).collect(),
            en: (0..2).map(|_| words.english_keyword(chance).into()).collect(),
        },
        flags: [].into(),
        printed: Box::default(),
        source: [Source { page: Some(line / 40 + 1), lines: [line, line + 3] }].into(),
    }
}

fn title(words: &Words, chance: &mut Chance, names: usize) -> Title {
    let Prose { lv, en } = prose(words, chance, 35, names);
    Title { lv, en, en_status: EnStatus::Own }
}

fn prose(words: &Words, chance: &mut Chance, length: usize, names: usize) -> Prose {
    Prose { lv: words.latvian(chance, length, names).into(), en: words.english(chance, length, names).into() }
}

fn partners_of(chance: &mut Chance, all: &[Partner]) -> Box<[PartnerRef]> {
    let count = 1 + chance.low_below(5);
    let mut chosen: Vec<usize> = (0..count).map(|_| chance.low_below(all.len())).collect();
    chosen.sort_unstable();
    chosen.dedup();
    let reference = |partner: &Partner| PartnerRef {
        code: partner.code.clone(),
        role: PartnerRole::Partner,
        from: Place::Cell,
        as_printed: (&*partner.name.lv).into(),
        members_by_name: false,
    };
    chosen.into_iter().filter_map(|index| all.get(index)).map(reference).collect()
}

fn timeline(chance: &mut Chance) -> Timeline {
    let start = chance.one_of(&[2024_i16, 2025, 2026, 2027]);
    let end = start + chance.one_of(&[1_i16, 2, 3, 4]);
    let quarter = chance.one_of(&[1_i8, 2, 3, 4]);
    let (raw, kind, start, end) = match chance.below(10) {
        0..5 => ("Pastāvīgi".to_owned(), TimelineKind::Ongoing, None, None),
        5..8 => (format!("{start}–{end}"), TimelineKind::Window, Some(Date::Year(start)), Some(Date::Year(end))),
        8 => {
            let date = Some(Date::Quarter(end, quarter));
            (format!("{end}. gada {quarter}. cet."), TimelineKind::Quarter, date, date)
        }
        _ => (format!("Līdz {end}. gadam"), TimelineKind::Deadline, None, Some(Date::Year(end))),
    };
    Timeline { raw: raw.into(), kind, start, end, certainty: Certainty::Firm }
}
