//! The footnotes that names with an asterisk carry wherever they stand.

use super::Dataset;
use super::text::{Lang, Prose};

/// The footnotes of the partners that `texts` in `lang` name with an asterisk.
#[must_use]
pub fn footnotes<'d>(dataset: &'d Dataset, texts: &[&str], lang: Lang) -> Vec<&'d Prose> {
    let noted = dataset.partners().iter().filter_map(|partner| Some((partner, partner.footnote.as_ref()?)));
    let named = noted.filter(|(partner, _)| {
        let name = partner.name.in_lang(lang);
        // Latvian endings change the name's last letter, not the asterisk behind it.
        let root: String = name.chars().take(name.chars().count().saturating_sub(2)).collect();
        let is_named =
            |text: &&str| text.match_indices(&root).any(|(at, _)| text[at..].chars().take(12).any(|c| c == '*'));
        texts.iter().any(is_named)
    });
    named.map(|(_, footnote)| footnote).collect()
}
