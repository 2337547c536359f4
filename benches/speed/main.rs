//! How long the parts of the program take: loading, reading for the search, searching, typing, drawing, tabs.
//!
//! `cargo bench` runs all of it in under two minutes, `cargo bench -- searching` one group.
//! `cargo bench --bench speed -- --write DIR 50 10000 100000` measures nothing and writes the made-up records, for
//! `benches/against_fzf.py` and for whoever wants to see the dashboard with many records.

mod corpus;
mod program;
mod words;

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, OnceLock};

use divan::{Bencher, black_box};
use program::{Dashboard, Searchable, Way};

/// Numbers of records: the built-in ones, and as many as nobody should ever have.
const SIZES: [usize; 3] = [50, 10_000, 100_000];
/// The most of them.
const MANY: usize = 100_000;
/// What is typed letter by letter.
const TYPED: &str = "kvantu japana";

/// Where made-up records are written, each number of them once.
static FOLDER: OnceLock<PathBuf> = OnceLock::new();
static SEARCHABLE: LazyLock<Searchable> = LazyLock::new(|| Searchable::new(program::load(&folder(MANY))));

fn main() -> std::io::Result<()> {
    // Cargo adds its own word.
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    if let [option, folder, sizes @ ..] = words.as_slice()
        && option == "--write"
    {
        for size in sizes {
            write(&Path::new(folder).join(size), size.parse().expect("a number of records"))?;
        }
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    FOLDER.get_or_init(|| folder.path().to_owned());
    divan::main();
    folder.close()
}

fn write(folder: &Path, size: usize) -> std::io::Result<()> {
    corpus::write(folder, size, &program::built_in())
}

/// The folder that holds this many records.
fn folder(size: usize) -> PathBuf {
    let folder = FOLDER.get().expect("set at the start").join(size.to_string());
    if !folder.exists() {
        write(&folder, size).expect("the folder for temporary files takes the records");
    }
    folder
}

/// Data files into a dataset that keeps all rules.
#[divan::bench(args = SIZES, max_time = 8)]
fn loading(bencher: Bencher, size: usize) {
    let folder = folder(size);
    bencher.bench_local(|| program::load(&folder));
}

/// Data files that have changed into a dataset that can be searched, and what differs in it; on a thread beside the
/// dashboard.
#[divan::bench(args = SIZES, max_time = 8)]
fn reloading(bencher: Bencher, size: usize) {
    let folder = folder(size);
    let shelf = program::Shelf::of(&folder);
    bencher.bench_local(|| shelf.again(&folder));
}

/// A dataset into what the search needs.
#[divan::bench(args = SIZES, max_time = 8)]
fn indexing(bencher: Bencher, size: usize) {
    let dataset = program::load(&folder(size));
    bencher.bench_local(|| program::index(&dataset));
}

/// A word, and the way in which it is to be found.
struct Rung {
    name: &'static str,
    typed: &'static str,
    way: Option<Way>,
}

impl fmt::Display for Rung {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.typed)
    }
}

/// One word for each rung of the ladder from the same word down to a slip of the fingers, and one in no record.
const RUNGS: [Rung; 7] = [
    Rung { name: "1 same word", typed: "kvantu", way: Some(Way::Same) },
    Rung { name: "2 other ending", typed: "uzticamam", way: Some(Way::Stem) },
    Rung { name: "3 beginning", typed: "kiberdr", way: Some(Way::Prefix) },
    Rung { name: "4 inside", typed: "rammatur", way: Some(Way::Inside) },
    Rung { name: "5 letters in order", typed: "kibdrosi", way: Some(Way::Loose) },
    Rung { name: "6 slip", typed: "kiberdrosbia", way: Some(Way::Typo) },
    Rung { name: "7 in no record", typed: "astonkajis", way: None },
];

/// A word among 100,000 records.
#[divan::bench(args = RUNGS, max_time = 2)]
fn searching(bencher: Bencher, rung: &Rung) {
    let records = &*SEARCHABLE;
    assert_eq!(records.search(rung.typed).1, rung.way, "{rung}");
    bencher.bench_local(|| records.search(black_box(rung.typed)));
}

/// Two words, 13 keys, letter by letter into the search line, without drawing.
#[divan::bench(args = SIZES, max_time = 4, sample_size = 1)]
fn typing(bencher: Bencher, size: usize) {
    let dashboard = std::cell::RefCell::new(Dashboard::open(program::load(&folder(size))));
    bencher.with_inputs(|| dashboard.borrow_mut().clear()).bench_local_values(|()| {
        dashboard.borrow_mut().type_letters(TYPED);
        dashboard.borrow().rows()
    });
}

/// One frame of list and text with a query in the search line.
#[divan::bench(args = SIZES, max_time = 2)]
fn drawing(bencher: Bencher, size: usize) {
    let mut dashboard = Dashboard::open(program::load(&folder(size)));
    dashboard.type_letters(TYPED);
    bencher.bench_local(|| dashboard.draw());
}

/// A tab over so many records.
struct Place {
    name: &'static str,
    key: &'static str,
    size: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {}", self.name, self.size)
    }
}

/// The tabs whose rows and texts are put together out of many records.
fn places() -> impl Iterator<Item = Place> {
    let tabs = [("partners", "4"), ("timeline", "5")];
    tabs.into_iter().flat_map(|(name, key)| SIZES.map(|size| Place { name, key, size }))
}

/// The key that opens a tab, with its frame.
#[divan::bench(args = places(), max_time = 1)]
fn opening(bencher: Bencher, place: &Place) {
    let mut dashboard = Dashboard::open(program::load(&folder(place.size)));
    dashboard.leave_search_line();
    let dashboard = std::cell::RefCell::new(dashboard);
    bencher.with_inputs(|| dashboard.borrow_mut().type_letters("2")).bench_local_values(|()| {
        dashboard.borrow_mut().type_letters(place.key);
        dashboard.borrow_mut().draw()
    });
}

/// A row down and up again on a tab, with their frames.
#[divan::bench(args = places(), max_time = 1)]
fn moving(bencher: Bencher, place: &Place) {
    let mut dashboard = Dashboard::open(program::load(&folder(place.size)));
    dashboard.leave_search_line();
    dashboard.type_letters(place.key);
    bencher.bench_local(|| {
        for key in ["j", "k"] {
            dashboard.type_letters(key);
            black_box(dashboard.draw());
        }
    });
}
