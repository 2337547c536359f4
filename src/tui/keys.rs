//! From crossterm's events to what the dashboard understands.

use crossterm::event::{Event, KeyCode as Code, KeyEvent, KeyEventKind, KeyModifiers};

use crate::app::{Key, KeyCode, Msg};

/// What an event means to the dashboard; nothing for those it does not know.
pub fn message(event: Event) -> Option<Msg> {
    match event {
        Event::Key(event) if event.kind != KeyEventKind::Release => key(event).map(Msg::Key),
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::Resize(columns, rows) => Some(Msg::Resized(columns, rows)),
        _ => None,
    }
}

fn key(event: KeyEvent) -> Option<Key> {
    let has = |modifier| event.modifiers.contains(modifier);
    let code = match event.code {
        Code::Char(letter) if has(KeyModifiers::CONTROL) => KeyCode::Char(letter.to_ascii_lowercase()),
        Code::Char(letter) => KeyCode::Char(letter),
        Code::F(number) => KeyCode::F(number),
        Code::Enter => KeyCode::Enter,
        Code::Esc => KeyCode::Esc,
        Code::Tab if has(KeyModifiers::SHIFT) => KeyCode::BackTab,
        Code::Tab => KeyCode::Tab,
        Code::BackTab => KeyCode::BackTab,
        Code::Backspace => KeyCode::Backspace,
        Code::Delete => KeyCode::Delete,
        Code::Up => KeyCode::Up,
        Code::Down => KeyCode::Down,
        Code::Left => KeyCode::Left,
        Code::Right => KeyCode::Right,
        Code::Home => KeyCode::Home,
        Code::End => KeyCode::End,
        Code::PageUp => KeyCode::PageUp,
        Code::PageDown => KeyCode::PageDown,
        _ => return None,
    };
    Some(Key { code, ctrl: has(KeyModifiers::CONTROL), alt: has(KeyModifiers::ALT) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shift_is_in_the_letter_and_ctrl_beside_it() {
        let press = |code, modifiers| key(KeyEvent::new(code, modifiers));
        assert_eq!(press(Code::Char('L'), KeyModifiers::SHIFT), Some(Key::plain(KeyCode::Char('L'))));
        let ctrl = press(Code::Char('N'), KeyModifiers::CONTROL);
        assert_eq!(ctrl, Some(Key { code: KeyCode::Char('n'), ctrl: true, alt: false }));
        assert_eq!(press(Code::Tab, KeyModifiers::SHIFT), Some(Key::plain(KeyCode::BackTab)));
    }
}
