//! Texts that would do harm, and data files that say nothing else.

use serde_json::{Value, json};

/// Each steers a terminal, hides, turns the reading order, or is measured differently by different programs.
pub const TEXTS: [&str; 14] = [
    "clip\u{1b}]52;c;ZXZpbA==\u{7}board",
    "title\u{1b}]0;owned\u{1b}\\ and \u{1b}[31mred\u{1b}[6n\u{1b}c",
    "eight bits \u{9b}31m\u{9d}0;t\u{9c}\u{90}q\u{98}\u{85}end",
    "turned \u{202e}txt.exe\u{202c} \u{2066}in\u{2069} \u{200f}right",
    "hidden \u{200b}\u{200d}\u{2060}\u{feff}\u{ad}\u{e0061}\u{e007f}\u{115f}\u{3164}letters",
    "zalgo a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}\u{30b}\u{30c} b\u{489}\u{20dd}\u{20e3}",
    "flags 🇱🇻🇪🇺🇱 family 👩\u{200d}👩\u{200d}👧 skin 👍🏽 key 1\u{fe0f}\u{20e3} heart ❤\u{fe0f}",
    "wide 中文字符 ﾊﾝｶｸ ｶﾞ ＦＵＬＬ 한국어 각",
    "scripts لا إله हिन्दी க்ஷ ភាសា မြန်မာ שָׁלוֹם ཧཱུྃ",
    "breaks one\r\ntwo\rthree\u{b}four\u{c}five\u{2028}six\u{2029}seven\ttab\u{0}nul\u{7f}del",
    "private \u{e000}\u{f8ff}\u{f0000} nothing \u{fffe}\u{ffff}\u{fdd0} swap \u{fff9}a\u{fffa}b\u{fffb}\u{fffc}",
    "\u{301}\u{200d}\u{fe0f}begins with marks",
    "paste\u{1b}[201~:q\r",
    "\u{1d173}\u{13430}\u{1bca0}\u{61c}signs\u{17b4}\u{180e}\u{034f}",
];

/// What stands in a data file for people to read.
const FOR_PEOPLE: [&str; 6] = ["lv", "en", "raw", "as_printed", "text", "name"];

/// The same file, where everything that is for people is the next of `texts`.
pub fn poisoned(file: &str, texts: &mut impl Iterator<Item = String>) -> String {
    let mut value: Value = serde_json::from_str(file.trim_start_matches('\u{feff}')).expect("sound");
    poison(&mut value, texts);
    value.to_string()
}

fn poison(value: &mut Value, texts: &mut impl Iterator<Item = String>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| poison(item, texts)),
        Value::Object(fields) => {
            for (name, field) in fields {
                match field {
                    Value::String(text) if FOR_PEOPLE.contains(&name.as_str()) => {
                        *text = texts.next().expect("endless");
                    }
                    field => poison(field, texts),
                }
            }
        }
        _ => {}
    }
}

/// Data files of every kind, by their names.
pub fn files(mut texts: impl Iterator<Item = String>) -> Vec<(&'static str, String)> {
    let mut next = || texts.next().expect("endless");
    let (name, alias) = (json!({ "lv": next(), "en": next() }), json!({ "lv": [next()], "en": [next()] }));
    let partner = json!({ "code": "XZ", "kind": "country", "name": name, "aliases": alias });
    let partners = json!({ "schema_version": 1, "kind": "partners", "partners": [partner] });
    let (headline, text) = (json!({ "lv": next(), "en": next() }), json!({ "lv": next(), "en": next() }));
    let later = json!({
        "id": "later/own", "targets": ["ministra-piezime/1.1"], "kind": "fact", "date": "2026-11-01",
        "headline": headline, "text": text, "url": "https://www.example.lv/",
    });
    let later = json!({ "schema_version": 1, "kind": "later", "later": [later] });
    vec![
        ("document.json", poisoned(include_str!("../data/good/piezime.json"), &mut texts)),
        ("meeting.json", poisoned(include_str!("../data/good/sanaksme.json"), &mut texts)),
        ("glossary.json", poisoned(include_str!("../data/good/ar-bom.json"), &mut texts)),
        ("links.json", poisoned(include_str!("../data/good/saites.json"), &mut texts)),
        ("partners.json", partners.to_string()),
        ("later.json", later.to_string()),
    ]
}

/// [`TEXTS`] again and again.
pub fn known() -> impl Iterator<Item = String> {
    TEXTS.into_iter().cycle().map(str::to_owned)
}

/// Texts of letters from everywhere, the harmful ones most of all; the same for the same seed.
pub struct Dice(pub u64);

impl Dice {
    /// Of so many.
    pub fn roll(&mut self, sides: u32) -> u32 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        u32::try_from((mixed ^ (mixed >> 31)) % u64::from(sides)).expect("fewer than sides")
    }

    fn letter(&mut self) -> char {
        const RANGES: [(u32, u32); 22] = [
            (0x20, 0x7e),
            (0x61, 0x7a),
            (0x0, 0x1f),
            (0x7f, 0x9f),
            (0xa0, 0x17f),
            (0x300, 0x36f),
            (0x483, 0x489),
            (0x590, 0x6ff),
            (0x900, 0xd7f),
            (0xe00, 0xfff),
            (0x1000, 0x11ff),
            (0x1780, 0x180f),
            (0x2000, 0x206f),
            (0x20d0, 0x27bf),
            (0x3000, 0x33ff),
            (0xac00, 0xae00),
            (0xd7b0, 0xd7ff),
            (0xf900, 0xffff),
            (0x1d100, 0x1d1ff),
            (0x1f1e6, 0x1f6ff),
            (0xe0000, 0xe01ff),
            (0x0, 0x0010_ffff),
        ];
        let (first, last) = RANGES[self.roll(22) as usize];
        char::from_u32(first + self.roll(last - first + 1)).unwrap_or('\u{1b}')
    }

    /// A text with something in it to be seen.
    pub fn text(&mut self, longest: u32) -> String {
        let length = self.roll(longest);
        let text: String = (0..length).map(|_| self.letter()).collect();
        match self.roll(8) {
            0 => format!("{text}{}", TEXTS[self.roll(14) as usize]),
            1 => format!("x\u{1b}]52;c;{text}\u{7}"),
            _ => format!("x{text}"),
        }
    }
}

/// A document with so many actions, each under a number and in words of its own.
pub fn document(count: usize, dice: &mut Dice) -> String {
    let mut value: Value = serde_json::from_str(include_str!("../data/good/piezime.json")).expect("sound");
    let sample = value["actions"][0].clone();
    let actions = (0..count).map(|nth| {
        let mut action = sample.clone();
        action["id"] = json!(format!("ministra-piezime/{nth}"));
        poison(&mut action, &mut std::iter::repeat_with(|| dice.text(60)));
        action
    });
    value["actions"] = actions.collect();
    value.to_string()
}
