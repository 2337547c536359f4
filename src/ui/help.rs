//! The help page: every command with its keys, found by typing.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;
use unicode_width::UnicodeWidthStr;

use super::{styles, text};
use crate::app::command::{Command, Group, about};
use crate::app::model::Help;
use crate::app::{Model, Tab, keymap};

/// Room for the keys of a command.
const KEYS: usize = 24;

pub fn draw(model: &Model, help: &Help, frame: &mut Frame<'_>, area: Rect) {
    frame.render_widget(Clear, area);
    let width = usize::from(area.width);
    let rows_shown = model.help_page();
    let mut legend = String::new();
    let words = model.words();
    let legend_of_tab = if model.tab == Tab::Timeline { words.time.legend } else { words.legend };
    for meaning in legend_of_tab {
        // A meaning cut short would mislead: it is shown whole or not at all.
        if legend.width() + meaning.width() + 4 <= width {
            legend = format!("{legend}  {meaning}");
        }
    }
    let last = Rect { y: area.y + area.height.saturating_sub(1), height: 1, ..area };
    frame.render_widget(Line::styled(legend, styles::quiet()), last);
    if help.rows.is_empty() {
        let words = text::truncated(model.words().nothing_found, width.saturating_sub(3));
        frame.render_widget(Line::styled(format!("   {words}"), styles::quiet()), Rect { height: 1, ..area });
    }
    let rows = help.rows.iter().enumerate().skip(help.cursor.top).take(rows_shown);
    let mut group: Option<Group> = None;
    for ((index, &command), place) in rows.zip(area.rows()) {
        let Some(about) = about(command) else { continue };
        let is_selected = index == help.cursor.selected;
        let base = if is_selected { styles::selected() } else { styles::plain() };
        let keys_width = KEYS.min(width / 3);
        let keys = text::padded(&keys_of(command, keys_width - 1), keys_width);
        let line_text = about.help(model.lang);
        let name = if group == Some(about.group) { "" } else { about.group.name(model.lang) };
        group = Some(about.group);
        let room = width.saturating_sub(2 + keys_width);
        let shown = text::truncated(line_text, room);
        let mut spans = vec![
            Span::styled(if is_selected { "> " } else { "  " }, base),
            Span::styled(keys, if is_selected { base } else { styles::accent() }),
            Span::styled(shown.clone(), base),
        ];
        if room > shown.width() + name.width() + 2 {
            let fill = " ".repeat(room - shown.width() - name.width() - 1);
            spans.push(Span::styled(format!("{fill}{name} "), if is_selected { base } else { styles::quiet() }));
        }
        frame.render_widget(Line::from(spans), place);
    }
}

/// The keys of a command, as many as fit whole.
fn keys_of(command: Command, width: usize) -> String {
    let mut shown = String::new();
    for key in keymap::shown_keys(command).map(|key| key.to_string()) {
        let gap = if shown.is_empty() { "" } else { "  " };
        if shown.width() + gap.len() + key.width() <= width {
            shown = format!("{shown}{gap}{key}");
        }
    }
    shown
}
