//! The stem of a word: what stays when a Latvian ending, or an English plural, is taken off.
//!
//! The rules follow the light stemmer of K. Kreslins ("A stemming algorithm for Latvian", Loughborough University, 1996)
//! in its reduced form: only endings of nouns and adjectives, never prefixes or suffixes that make another word, so that
//! *drošums* (safety) and *drošība* (security) stay apart. It works on folded words: what palatalisation does to *l*, *n*,
//! *k* and *g* is gone by folding already, and only the changes that leave other letters behind are undone.

/// Endings, the longest first, each with the vowels that must stay before it, so that a short word keeps its own letters.
const ENDINGS: &[(&str, usize)] = &[
    ("ajiem", 1),
    ("ajai", 1),
    ("ajam", 1),
    ("ajas", 1),
    ("ajos", 1),
    ("aja", 1),
    ("iem", 1),
    ("ies", 1),
    ("ais", 1),
    ("ai", 1),
    ("ei", 1),
    ("am", 1),
    ("em", 1),
    ("im", 1),
    ("um", 1),
    ("us", 1),
    ("as", 1),
    ("es", 1),
    ("os", 1),
    ("is", 1),
    ("ie", 1),
    ("ij", 1),
    ("u", 1),
    ("a", 1),
    ("i", 1),
    ("e", 1),
    ("o", 1),
    ("y", 1),
    ("s", 1),
];

/// Roots to which the "aj" of an ending belongs: *nostāja* is no form of an adjective.
const WITH_AJ: &[&str] = &["nost"];

/// Shortest stem left.
const SHORTEST: usize = 3;

/// The stem of a folded word: always its beginning.
///
/// ```
/// use dosje::search::stem::stem;
/// assert_eq!(stem("kiberdrosibas"), stem("kiberdrosiba"));
/// assert_eq!(stem("apvarsna"), stem("apvarsnis"));
/// assert_ne!(stem("drosums"), stem("drosiba"));
/// ```
#[must_use]
pub fn stem(word: &str) -> &str {
    if !word.is_ascii() || word.bytes().any(|b| b.is_ascii_digit()) {
        return word;
    }
    let last = word.as_bytes().last();
    let fits = |(ending, vowels): &&(&str, usize)| {
        ending.as_bytes().last() == last
            && word.strip_suffix(ending).is_some_and(|rest| {
                let is_own = ending.starts_with("aj") && WITH_AJ.contains(&rest);
                rest.len() >= SHORTEST && vowel_groups(rest) >= *vowels && !is_own
            })
    };
    let Some((ending, _)) = ENDINGS.iter().find(fits) else { return word };
    let rest = word.strip_suffix(ending).unwrap_or(word);
    // A doer in -ājs would lose his own letters in the dative only, where they look like an adjective's ending.
    let doer = rest.strip_suffix("aj").filter(|root| root.len() > SHORTEST && vowel_groups(root) >= 2);
    hardened(doer.unwrap_or(rest))
}

/// What makes a verb of a root, or a noun or an adjective of a verb; the longest first.
const OF_VERBS: &[&str] = &[
    "ation", "ating", "ated", "ator", "ajum", "ejum", "ijum", "ojum", "ajam", "ejam", "ijam", "ojam", "ajot", "ejot",
    "ijot", "ojot", "asan", "esan", "isan", "osan", "usan", "acij", "san", "ion", "ing", "ed", "at", "et", "it", "ot",
    "ut", "t",
];

/// Shortest root left.
const SHORTEST_ROOT: usize = 4;

/// The root of a stem, without what makes a verb of it or a noun of a verb; the stem itself where there is nothing of it.
///
/// ```
/// use dosje::search::stem::{root, stem};
/// assert_eq!(root(stem("saskanosana")), root(stem("saskanot")));
/// assert_eq!(root(stem("analizet")), stem("analize"));
/// ```
#[must_use]
pub fn root(stem: &str) -> &str {
    let left = OF_VERBS.iter().filter_map(|ending| stem.strip_suffix(ending)).find(|rest| rest.len() >= SHORTEST_ROOT);
    left.filter(|_| stem.is_ascii()).unwrap_or(stem)
}

fn vowel_groups(word: &str) -> usize {
    let mut count = 0;
    let mut in_vowels = false;
    for letter in word.bytes() {
        let is_vowel = matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
        count += usize::from(is_vowel && !in_vowels);
        in_vowels = is_vowel;
    }
    count
}

/// Undoes the softening that an ending of the second declension brings: *kape, kapja*; *spalvs, spalvja*.
fn hardened(stem: &str) -> &str {
    let softened = ["pj", "bj", "mj", "vj"].iter().any(|ending| stem.ends_with(ending));
    let kept = if softened { stem.len() - 1 } else { stem.len() };
    stem.get(..kept).unwrap_or(stem)
}

#[cfg(test)]
mod tests {
    use super::super::fold::fold;
    use super::*;

    fn stem_of(word: &str) -> String {
        stem(&fold(word)).to_owned()
    }

    #[test]
    fn every_case_of_a_word_has_one_stem() {
        for forms in [
            "savienotība savienotības savienotībai savienotību savienotībā savienotībām",
            "Japāna Japānas Japānai Japānu Japānā",
            "Apvārsnis Apvāršņa Apvārsnim Apvārsni Apvārsnī",
            "kiberdrošība kiberdrošības kiberdrošību kiberdrošībā",
            "Viedāfrika Viedāfriku Viedāfrikas",
            "pusvadītājs pusvadītāja pusvadītāju pusvadītājam pusvadītāji pusvadītājiem pusvadītājos",
            "kabelis kabeļa kabeļi kabeļu kabeļiem",
            "datošana datošanas datošanu datošanā",
            "pārvalde pārvaldes pārvaldi pārvaldē",
            "mandāts mandāta mandātu mandātam",
            "maks maka maku makā",
            "tīkls tīkla tīklu tīkli tīklos tīklam tīkliem",
            "čips čipa čipiem čipi",
            "plāns plāna plāniem plānam",
            "solis soļa soļiem",
            "brīvs brīva brīvajam brīvajā brīvais",
            "drošs droša drošajā drošajam drošās",
            "tīra tīrajai tīro",
            "jauns jaunajiem jaunie jauno",
            "nostāja nostājas nostāju nostājai nostājā",
            "cable cables",
            "network networks",
            "cybersecurity",
            "partner partners",
            "supply supplies",
        ] {
            let stems: std::collections::BTreeSet<String> = forms.split(' ').map(stem_of).collect();
            assert_eq!(stems.len(), 1, "{forms}: {stems:?}");
        }
    }

    #[test]
    fn words_of_another_meaning_keep_another_stem() {
        for (a, b) in [
            ("drošums", "drošība"),
            ("multilateral", "multistakeholder"),
            ("daudzpusēji", "daudzpusējība"),
            ("pārvalde", "pārvaldība"),
            ("Koreja", "korekts"),
            ("standarti", "standartizācija"),
        ] {
            assert_ne!(stem_of(a), stem_of(b), "{a} and {b}");
        }
    }

    #[test]
    fn a_verb_and_what_is_made_of_it_have_one_root() {
        for forms in [
            "saskaņot saskaņošana saskaņošanu saskaņots saskaņo",
            "iecelšana iecelts iecelšanu",
            "novērtēt novērtējums novērtēšana",
            "piedalīties piedalīšanās",
            "standartizācija standartizēt",
            "regulation regulate regulatory",
            "connection connecting",
        ] {
            let roots: std::collections::BTreeSet<String> =
                forms.split(' ').map(|word| root(&stem_of(word)).to_owned()).collect();
            assert_eq!(roots.len(), 1, "{forms}: {roots:?}");
        }
        for (a, b) in [("drošums", "drošība"), ("dati", "datošana"), ("standarti", "standartizācija")] {
            let [a, b] = [a, b].map(stem_of);
            assert_ne!(root(&a), root(&b), "{a} and {b}");
        }
    }

    #[test]
    fn short_words_and_numbers_stay_as_they_are() {
        for word in ["es", "5g", "2027", "un", "ito"] {
            assert_eq!(stem(word), word);
        }
    }
}
