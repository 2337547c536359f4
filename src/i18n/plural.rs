//! Plural forms of counted nouns.

/// Latvian forms: for 1, 21, 31 ...; for 2, 3, 22 ...; and for 0, 10 to 20, 30, 111 ... (genitive plural).
#[must_use]
pub fn latvian<'a>(count: usize, one: &'a str, many: &'a str, none: &'a str) -> &'a str {
    match (count % 10, count % 100) {
        (0, _) | (_, 11..=19) => none,
        (1, _) => one,
        _ => many,
    }
}

/// English forms.
#[must_use]
pub fn english<'a>(count: usize, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latvian_numbers_take_the_form_their_last_digits_ask_for() {
        let form = |count| latvian(count, "darbība", "darbības", "darbību");
        for (counts, expected) in [
            (&[1, 21, 101, 1031][..], "darbība"),
            (&[2, 9, 22, 50 + 3], "darbības"),
            (&[0, 10, 11, 19, 50, 111, 212], "darbību"),
        ] {
            for &count in counts {
                assert_eq!(form(count), expected, "{count}");
            }
        }
    }
}
