//! The words that made-up records consist of: real ones of digital policy in all their cases, and invented names.
//!
//! Real words make the texts look like the field and give searches something to find; invented names make the vocabulary
//! grow with the number of records, as it does in real collections.

/// Latvian nouns in the nominative, the commonest first.
const NOUNS: &str = "sadarbība partneris projekts stratēģija tehnoloģija infrastruktūra drošība dialogs valsts reģions \
    standarts programma kiberdrošība pakalpojums tīkls iniciatīva inovācija pētījums prasme savienotība komisija \
    padome partnerība ieguldījums regula pārvaldība platforma identitāte kabelis atbalsts darbība mērķis prioritāte \
    uzņēmums iestāde sabiedrība aizsardzība apmaiņa ekonomika izglītība veselība vienošanās pārvalde rīkkopa \
    intelekts modelis sistēma kritērijs izstrāde ieviešana tirgus tirdzniecība nolīgums nostāja viedoklis sanāksme \
    darbakārtība jautājums priekšlikums forums birojs grupa komiteja aģentūra ministrija delegācija prezidentūra \
    kvants pusvadītājs datošana superdators mākonis satelīts frekvence antena serveris algoritms programmatūra ierīce \
    sensors robots paraksts sertifikāts reģistrs maks uzticamība noturība apdraudējums uzbrukums incidents rezerve \
    ievainojamība šifrs dezinformācija vēlēšana žurnālists mediji bērns patērētājs pilsonis tiesības vērtība princips \
    demokrātija caurskatāmība atbildība uzraudzība prasība novērtējums atbilstība izmēģinājums laboratorija institūts \
    universitāte stipendija apmācība konkurss finansējums instruments fonds banka granta budžets termiņš posms ziņojums \
    deklarācija rezolūcija process pārskats ceļvedis kartējums piegāde ķēde izejviela ražošana rūpniecība jaunuzņēmums \
    enerģija klimats transports lauksaimniecība pilsēta ciems sala osta maršruts jūra okeāns kontinents plūsma krātuve \
    centrs mezgls domēns protokols adrese interneta saturs tiešsaiste vide ekosistēma arhitektūra koplietošana \
    sadarbspēja atvērtība ilgtspēja iekļautība plaisa piekļuve kapacitāte zināšana eksperts speciālists tīklojums";

/// Stems of Latvian adjectives.
const ADJECTIVES: &str = "digitāl starptautisk kopīg droš divpusēj daudzpusēj mākslīg publisk uzticam noturīg jaun \
    stratēģisk tehnisk praktisk eiropeisk reģionāl globāl nacionāl vispārīg atvērt ilgtspējīg iekļaujoš kritisk \
    zemūden kvantisk virtuāl elektronisk ekonomisk sociāl zinātnisk rūpniecisk kultūr privāt tiesisk administratīv \
    finansiāl operatīv taisnīg caurskatām vienot sekmīg nozīmīg steidzam ikgadēj pakāpenisk savstarpēj aktīv nākam";

/// Latvian verbs as sentences need them.
const VERBS: &str = "veicina stiprina atbalsta izstrādā turpina sekmē paredz nodrošina aptver uzlabo paplašina veido \
    pārrauga organizē finansē izvērtē apspriež ierosina saskaņo īsteno padziļina sagatavo rosina pārbauda ievieš";

/// Latvian words that bind others.
const LATVIAN_SMALL: &str = "un ar par no uz kā arī pie pēc starp lai tostarp tādējādi kopš līdz caur bez pret";

/// English words of the field, the commonest first.
const ENGLISH: &str = "cooperation digital partners cybersecurity support projects research connectivity infrastructure \
    global public security international innovation partnership standards framework exchange services technologies \
    trusted development joint secure countries regions practice programme initiative dialogue council commission \
    governance identity platforms networks cables submarine quantum computing semiconductor artificial intelligence \
    model safety resilience toolbox investment funding capacity skills training education health energy climate \
    transport industry trade agreement regulation principles values rights democracy transparency accountability \
    supervision conformity assessment certification testing laboratory institute university scholarship call budget \
    deadline stage report declaration resolution roadmap supply chain materials manufacturing start-ups enterprises \
    satellites spectrum antenna servers cloud storage data flows centres nodes domain protocol address content online \
    environment architecture interoperability openness sustainability inclusion divide access experts specialists \
    journalists media elections disinformation children consumers citizens incidents threats reserve vulnerability \
    encryption signatures wallets registers administration administrative strategic bilateral multilateral practical \
    technical regional national open sustainable inclusive critical virtual electronic economic social scientific \
    industrial legal financial operational fair common mutual annual gradual active future";

/// English words that bind others.
const ENGLISH_SMALL: &str = "and with on for of in the to through between by from under towards including within";

/// Parts of invented syllables, the commonest first.
const ONSETS: &[&str] = &[
    "k", "t", "s", "l", "r", "p", "m", "v", "n", "d", "b", "st", "j", "g", "z", "tr", "š", "pr", "kr", "sk", "dz",
    "gr", "sp", "ž", "č", "br", "c", "ļ", "ņ", "f", "ķ", "ģ",
];
const VOWELS: &[&str] = &["a", "i", "e", "u", "ā", "o", "ie", "ē", "ī", "au", "ū", "ai", "ei"];
const CODAS: &[&str] = &["", "r", "n", "l", "s", "m"];

/// A source of chance that gives the same for the same seed (`SplitMix64`, by Steele, Lea and Flood).
pub struct Chance(u64);

impl Chance {
    /// Starts from `seed`.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, each as likely as any other.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap_or(u64::MAX);
        usize::try_from(self.next() % end).unwrap_or(0)
    }

    /// A number below `end`, the lower the likelier, as words of a language are.
    pub fn low_below(&mut self, end: usize) -> usize {
        let roof = self.below(end);
        self.below(roof + 1)
    }

    /// Whether something happens that does so `times` in a hundred.
    pub fn happens(&mut self, times: usize) -> bool {
        self.below(100) < times
    }

    /// One of `all`, each as likely as any other.
    pub fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    /// One of `words`, the first ones the likeliest.
    fn word(&mut self, words: &[&'static str]) -> &'static str {
        words[self.low_below(words.len())]
    }
}

/// All words there are, as far as they are written down.
pub struct Words {
    nouns: Vec<&'static str>,
    adjectives: Vec<&'static str>,
    verbs: Vec<&'static str>,
    latvian_small: Vec<&'static str>,
    english: Vec<&'static str>,
    english_small: Vec<&'static str>,
}

impl Words {
    /// The words as lists.
    pub fn new() -> Self {
        let list = |words: &'static str| words.split_whitespace().collect();
        Self {
            nouns: list(NOUNS),
            adjectives: list(ADJECTIVES),
            verbs: list(VERBS),
            latvian_small: list(LATVIAN_SMALL),
            english: list(ENGLISH),
            english_small: list(ENGLISH_SMALL),
        }
    }

    /// A Latvian text of about `length` letters; among its words are some of the first `names` invented names.
    pub fn latvian(&self, chance: &mut Chance, length: usize, names: usize) -> String {
        let next = |chance: &mut Chance| match chance.below(100) {
            0..30 => declined(chance.word(&self.nouns), chance.below(CASES)),
            30..48 => format!("{}{}", chance.word(&self.adjectives), chance.one_of(&ADJECTIVE_ENDINGS)),
            48..56 => chance.word(&self.verbs).to_owned(),
            56..74 => chance.word(&self.latvian_small).to_owned(),
            _ => capitalised(&declined(&name(chance.low_below(names)), chance.low_below(CASES))),
        };
        text(chance, length, next)
    }

    /// The same in English.
    pub fn english(&self, chance: &mut Chance, length: usize, names: usize) -> String {
        let next = |chance: &mut Chance| match chance.below(100) {
            0..58 => chance.word(&self.english).to_owned(),
            58..80 => chance.word(&self.english_small).to_owned(),
            _ => capitalised(&name(chance.low_below(names))),
        };
        text(chance, length, next)
    }

    /// A Latvian word that people may look for.
    pub fn latvian_keyword(&self, chance: &mut Chance) -> String {
        declined(chance.word(&self.nouns), 0)
    }

    /// An English word that people may look for.
    pub fn english_keyword(&self, chance: &mut Chance) -> String {
        chance.word(&self.english).to_owned()
    }
}

/// Words until they have about `length` letters together, the first one with a capital.
fn text(chance: &mut Chance, length: usize, mut next: impl FnMut(&mut Chance) -> String) -> String {
    let mut text = capitalised(&next(chance));
    let mut letters = text.chars().count();
    while letters < length {
        let word = next(chance);
        letters += word.chars().count() + 1;
        text.push_str(if chance.happens(6) { ", " } else { " " });
        text.push_str(&word);
    }
    text
}

/// Nominative, genitive, dative, accusative and locative of a noun, in singular and plural.
const CASES: usize = 10;
const ADJECTIVE_ENDINGS: [&str; 9] = ["ais", "ā", "o", "ajam", "ajai", "ajā", "ie", "ajos", "ajiem"];

/// A Latvian noun in its `case`, from the nominative singular to the locative plural.
fn declined(nominative: &str, case: usize) -> String {
    // Endings that soften the consonant before them begin with `j`.
    const DECLENSIONS: [(&str, [&str; CASES]); 4] = [
        ("is", ["is", "ja", "im", "i", "ī", "ji", "ju", "jiem", "jus", "jos"]),
        ("s", ["s", "a", "am", "u", "ā", "i", "u", "iem", "us", "os"]),
        ("a", ["a", "as", "ai", "u", "ā", "as", "u", "ām", "as", "ās"]),
        ("e", ["e", "es", "ei", "i", "ē", "es", "ju", "ēm", "es", "ēs"]),
    ];
    let found = DECLENSIONS.iter().find_map(|(last, endings)| Some((nominative.strip_suffix(last)?, endings[case])));
    let Some((stem, ending)) = found else { return nominative.to_owned() };
    match ending.strip_prefix('j') {
        Some(ending) => format!("{}{ending}", softened(stem)),
        None => format!("{stem}{ending}"),
    }
}

fn softened(stem: &str) -> String {
    // `r` has lost its soft form.
    const SOFT: [(&str, &str); 8] =
        [("l", "ļ"), ("n", "ņ"), ("t", "š"), ("s", "š"), ("d", "ž"), ("z", "ž"), ("k", "ķ"), ("r", "r")];
    let soft = SOFT.iter().find_map(|(hard, soft)| Some(format!("{}{soft}", stem.strip_suffix(hard)?)));
    soft.unwrap_or_else(|| format!("{stem}j"))
}

/// The invented name of this number, long enough to be no slip away from a real word.
fn name(number: usize) -> String {
    let mut chance = Chance::new(u64::try_from(number).unwrap_or(0));
    let mut name = String::new();
    for _ in 0..3 + chance.below(2) {
        name.push_str(chance.word(ONSETS));
        name.push_str(chance.word(VOWELS));
        let coda = chance.low_below(CODAS.len());
        name.push_str(CODAS[chance.low_below(coda + 1)]);
    }
    name + chance.one_of(&["ns", "lis", "ta", "de", "ra", "me", "ts", "va"])
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
