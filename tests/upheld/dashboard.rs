//! What holds of the dashboard whatever has happened.

use dosje::app::meeting::Parts;
use dosje::app::{Focus, Mode};

use crate::grammar::foreign;
use crate::script::Script;

/// The terminal is sent nothing but what it may be, and neither the selection nor the text is lost from sight.
pub fn uphold(script: &Script) {
    let screen = script.screen();
    assert_eq!(foreign(&screen.wire()), None);
    assert!(screen.fits(script.model.size), "{:?}", script.model.size);
    let (model, view) = (&script.model, script.model.view());
    assert!(view.rows.is_empty() || view.cursor.selected < view.rows.len());
    if let (Mode::Meeting(meeting), Some(parts)) = (&model.mode, Parts::of(model.size)) {
        let (scroll, lines) = (meeting.scroll, meeting.page.lines.len());
        assert!(scroll <= lines.saturating_sub(parts.body.height.into()), "line {scroll} of {lines}");
    }
    let Some(layout) = model.layout() else { return };
    let is_list_shown = layout.shows_both() || model.focus == Focus::List;
    if is_list_shown && !matches!(model.mode, Mode::Palette(_)) {
        let page = usize::from(layout.list().height);
        let (top, selected) = (view.cursor.top, view.cursor.selected);
        assert!((top..top + page).contains(&selected), "row {selected} of page {top}+{page}");
    }
    if model.shows_text() {
        let lines = model.text().lines.len();
        assert!(view.scroll <= lines.saturating_sub(model.text_page()), "line {} of {lines}", view.scroll);
    }
}
