//! What holds of any text that comes from a file.

use dosje::domain::untrusted::{block, excerpt, is_harmless, line};
use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthChar;

use crate::grammar::foreign;

/// What is cleaned is clean, stays as it is, and is not much longer than it was.
pub fn uphold(text: &str) {
    for clean in [line(text).into_owned(), block(text).into_owned(), excerpt(text)] {
        // On the main screen, where lines may break.
        assert_eq!(foreign(clean.as_bytes()), None, "{clean:?}");
        assert_eq!(block(&clean), clean);
        assert!(clean.len() <= 3 * text.len() + 600, "{} of {}", clean.len(), text.len());
    }
    let (one, block) = (line(text).into_owned(), block(text).into_owned());
    assert!(!one.contains('\n'));
    assert_eq!(line(&one), one);
    let is_mark_or_narrow = |c: char| is_combining_mark(c) || c.width() == Some(0);
    assert!(is_harmless(&block) || block.chars().any(is_mark_or_narrow), "{block:?}");
    assert!(!is_harmless(text) || block == text, "{text:?}");
}
