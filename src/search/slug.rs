//! A title as the name of a file, on any system and in any shell.

use super::fold::fold;

/// Longest name, in letters.
const LENGTH: usize = 60;

/// `text` in small letters without diacritics, digits and hyphens: 1 to 60 of them, cut between words where that can be.
///
/// ```
/// use dosje::search::slug::slug;
/// assert_eq!(slug("2.4.1 ES un Japānas sadarbība"), "2-4-1-es-un-japanas-sadarbiba");
/// ```
#[must_use]
pub fn slug(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        let gap = usize::from(!slug.is_empty());
        let room = LENGTH.saturating_sub(slug.len() + gap);
        if word.len() > room && !slug.is_empty() {
            break;
        }
        slug.extend((gap > 0).then_some('-'));
        slug.extend(word.chars().take(room));
    }
    // A title in letters that have no Latin ones beneath their marks.
    if slug.is_empty() { "dosje".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_of_plain_letters_and_never_too_long_or_empty() {
        for (text, name) in [
            ("5.1 „Digitālo tirgu” akts — ŠĶĒRSOT!", "5-1-digitalo-tirgu-akts-skersot"),
            ("../../etc/passwd", "etc-passwd"),
            ("Ελλάδα \u{1b}]0;x\u{7}", "0-x"),
            ("—", "dosje"),
            ("", "dosje"),
        ] {
            assert_eq!(slug(text), name);
        }
        assert_eq!(slug(&"a".repeat(90)), "a".repeat(60));
        assert_eq!(slug(&"septini ".repeat(12)), ["septini"; 7].join("-"));
    }
}
