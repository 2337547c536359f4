//! What a terminal is sent for hostile texts, wherever they come from: nothing but the closed list, each letter in its
//! place.

use std::hash::{BuildHasher, Hasher, RandomState};

use dosje::domain::Dataset;
use dosje::domain::Lang::{En, Lv};
use dosje::store;

use unicode_width::UnicodeWidthChar;

use crate::grammar::foreign;
use crate::hostile::{self, Dice};
use crate::script::Script;

const SIZES: [(u16, u16); 4] = [(120, 36), (80, 24), (40, 12), (20, 5)];

/// Through every tab and over everything that can lie on top; a text is pasted wherever a line is typed.
const WALK: &str = "1 G Enter o j o 2 G Enter v Esc i Y Space e PASTE Esc 3 G Space m M n Enter Esc 4 G s 5 d t G z z 7 G 6 s c \
    a PASTE Enter Esc x Enter PASTE Esc Esc / PASTE Enter Esc : PASTE Esc ? PgDn Esc w y L";

/// How much of a test is run.
fn much(fast: usize, slow: usize) -> usize {
    if std::env::var_os("TORTURE").is_some_and(|word| word == "slow") { slow } else { fast }
}

/// What the dice begin with: another one each time, save where a run is to be had again.
fn seed() -> u64 {
    let asked = std::env::var_os("TORTURE_SEED").and_then(|seed| seed.to_str()?.parse().ok());
    asked.unwrap_or_else(|| RandomState::new().build_hasher().finish())
}

/// The built-in data together with these files.
fn load<'a>(files: impl IntoIterator<Item = (&'a str, String)>) -> Dataset {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        store::keep::export(&folder.path().join(name), text.as_bytes(), false).expect("written");
    }
    let loaded = store::load(Some(folder.path()));
    assert_eq!(loaded.faults, []);
    loaded.dataset
}

/// The bytes are the program's own, and every letter stands where the program meant it.
#[track_caller]
fn check(script: &Script, context: &str) {
    let screen = script.screen();
    let bytes = screen.wire();
    assert_eq!(foreign(&bytes), None, "{context}");
    let (columns, rows) = script.model.size;
    let mut terminal = vt100::Parser::new(rows, columns, 0);
    // This terminal leaves out the sign for what cannot be shown.
    terminal.process(String::from_utf8_lossy(&bytes).replace('\u{fffd}', "?").as_bytes());
    for row in 0..rows {
        // Of a cluster, terminals make one letter or several: where the next letter stands tells its width.
        for (column, symbol) in screen.cells(row).filter(|(_, symbol)| symbol.chars().count() == 1) {
            let shown = terminal.screen().cell(row, column).map(vt100::Cell::contents).unwrap_or_default();
            // What takes no room stands with the letter before it.
            let shown: String = shown.chars().filter(|letter| letter.width() != Some(0)).collect();
            let is_same = shown == symbol.replace('\u{fffd}', "?") || (shown.is_empty() && symbol == " ");
            assert!(is_same, "{context}: {shown:?}, not {symbol:?}, at {column} of row {row}: {}", screen.row(row));
        }
    }
}

#[test]
fn hostile_texts_in_every_place_reach_the_terminal_as_plain_letters() {
    let windows = SIZES.into_iter().flat_map(|size| [(size, Lv), (size, En)]);
    for (nth, text) in hostile::TEXTS.into_iter().enumerate() {
        let some = windows.clone().cycle().skip(3 * nth).take(much(2, 8));
        for ((columns, rows), lang) in some {
            let dataset = load(hostile::files(std::iter::repeat_with(|| text.to_owned())));
            let mut script = Script::over(dataset, lang, columns, rows).with_text(text);
            for keys in WALK.split(' ') {
                script = if keys == "PASTE" { script.paste(text) } else { script.keys(keys) };
                check(&script, &format!("text {nth} in {columns}x{rows} after {keys}"));
            }
        }
    }
}

/// Goes through as many records of random texts, each in the list and on its card.
#[test]
fn a_record_of_whatever_letters_reaches_the_terminal_as_plain_letters_in_their_places() {
    const LOAD: usize = 250;
    let (mut left, seed) = (much(500, 100_000), seed());
    let mut dice = Dice(seed);
    while left > 0 {
        let dataset = load([("document.json", hostile::document(LOAD, &mut dice))]);
        let (columns, rows) = SIZES[dice.roll(4) as usize];
        let lang = [Lv, En][dice.roll(2) as usize];
        let mut script = Script::over(dataset, lang, columns, rows).keys("2 G z");
        for _ in 0..LOAD.min(left) {
            check(&script, &format!("seed {seed}, {left} left in {columns}x{rows}"));
            script = script.keys("Up");
            left -= 1;
        }
    }
}
