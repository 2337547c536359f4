//! Briefings, as the person who takes one into a meeting reads them.

mod command;
#[path = "../program/home.rs"]
mod home;
mod told;
mod writers;

use dosje::briefing::{Briefing, Languages, Setting, markdown};
use dosje::domain::annotations::{Annotations, Change, Depth, Slot};
use dosje::domain::kept::Book;
use dosje::domain::{Contents, Dataset, RecordId};
use dosje::store;
use jiff::civil::date;

const ITEM: &str = "tte-2014-10/Q3";

fn dataset() -> Dataset {
    store::load(None).dataset
}

fn ids(dataset: &Dataset, numbers: &[&str]) -> Vec<RecordId> {
    numbers.iter().map(|number| dataset.named(number)[0].id().clone()).collect()
}

fn setting(languages: Languages) -> Setting {
    Setting::new(languages, date(2026, 11, 22))
}

/// What a user has written on some records.
fn own(written: &[(&str, Slot, &str)]) -> Annotations {
    let mut own = Annotations::default();
    for (id, slot, text) in written {
        let change = Change::Write {
            id: RecordId::new(*id),
            slot: *slot,
            seen: Vec::new(),
            text: (*text).to_owned(),
            on: String::new(),
        };
        own.apply(&change);
    }
    own
}

fn story() -> Annotations {
    let mut own = own(&[
        (ITEM, Slot::Objective, "Panākt pastāvīgu IGF mandātu."),
        (ITEM, Slot::Points, "- Pateicamies prezidentūrai.\n- Mandāts jāpagarina."),
        (ITEM, Slot::Note, "Runāt ar Kārkliņu."),
        ("ids25/6.2", Slot::Points, "Internets paliek viens."),
    ]);
    own.apply(&Change::Show(RecordId::new("ids25/6.2"), Depth::Short));
    own
}

fn markdown_of(numbers: &[&str], own: &Annotations, setting: &Setting) -> String {
    let dataset = dataset();
    markdown::write(&Briefing::build(&dataset, own, &ids(&dataset, numbers), setting))
}

fn built(dataset: &Dataset, numbers: &[&str], own: &Annotations, languages: Languages) -> Briefing {
    Briefing::build(dataset, own, &ids(dataset, numbers), &setting(languages))
}

/// The built-in data with a handling marking on the plan.
fn marked(marking: &str) -> Dataset {
    let mut files = store::builtin::contents();
    for contents in &mut files {
        if let Contents::Document(file) = contents {
            file.document.marking = Some(marking.to_owned());
        }
    }
    Dataset::build(files)
}
