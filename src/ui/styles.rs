//! The styles, from the 16 colours of the user's own terminal; `look` puts others in their place.
//!
//! Nothing is told by colour alone: what is selected is reversed and has a marker, what matches is underlined.

use ratatui::style::{Color, Modifier, Style};

use crate::app::flow::Tone;
use crate::card::Layer;

/// The one accent.
const ACCENT: Color = Color::Cyan;

pub fn plain() -> Style {
    Style::new()
}

pub fn quiet() -> Style {
    Style::new().add_modifier(Modifier::DIM)
}

pub fn accent() -> Style {
    Style::new().fg(ACCENT)
}

pub fn strong() -> Style {
    Style::new().add_modifier(Modifier::BOLD)
}

/// The row or tab that is chosen, where the keys move.
pub fn selected() -> Style {
    Style::new().add_modifier(Modifier::REVERSED)
}

/// The row that is chosen while the keys move elsewhere.
pub fn selected_aside() -> Style {
    Style::new().add_modifier(Modifier::BOLD)
}

/// A match of the query, on top of the style of its text.
pub fn matched() -> Style {
    Style::new().fg(Color::Yellow).add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
}

pub fn warning() -> Style {
    Style::new().fg(Color::Yellow)
}

pub fn later() -> Style {
    Style::new().fg(Color::Green)
}

/// What the user added.
pub fn own() -> Style {
    Style::new().fg(Color::Magenta)
}

pub fn of(tone: Tone) -> Style {
    match tone {
        Tone::Text(Layer::Document | Layer::Editorial | Layer::Warning) | Tone::Link => plain(),
        Tone::Text(Layer::Later) => later(),
        Tone::Text(Layer::Own) => own(),
        Tone::Heading | Tone::Section(Layer::Document) => strong(),
        Tone::Number | Tone::Section(Layer::Editorial) => accent(),
        Tone::Bar => accent().add_modifier(Modifier::DIM),
        Tone::Label | Tone::Badge => quiet(),
        Tone::Section(Layer::Later) => later().add_modifier(Modifier::BOLD),
        Tone::Section(Layer::Own) => own().add_modifier(Modifier::BOLD),
        Tone::Section(Layer::Warning) => warning().add_modifier(Modifier::BOLD),
    }
}
