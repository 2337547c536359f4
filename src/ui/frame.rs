//! What a view is drawn into: the cells of a screen, and where the cursor stands.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

/// One picture of the screen while it is drawn.
pub struct Frame<'a> {
    buffer: &'a mut Buffer,
    cursor: Option<Position>,
}

impl<'a> Frame<'a> {
    /// A frame over `buffer`, without a cursor; what stands there already stays.
    pub fn new(buffer: &'a mut Buffer) -> Self {
        Self { buffer, cursor: None }
    }

    /// The whole screen.
    #[must_use]
    pub fn area(&self) -> Rect {
        self.buffer.area
    }

    /// Its cells.
    pub fn buffer_mut(&mut self) -> &mut Buffer {
        self.buffer
    }

    /// Draws a widget into a part of it.
    pub fn render_widget(&mut self, widget: impl Widget, area: Rect) {
        widget.render(area, self.buffer);
    }

    /// Puts the cursor there; without it, the frame shows none.
    pub fn set_cursor_position(&mut self, position: impl Into<Position>) {
        self.cursor = Some(position.into());
    }

    /// Where the cursor stands, if it is shown.
    #[must_use]
    pub fn cursor(&self) -> Option<Position> {
        self.cursor
    }
}

/// What `view` draws on an empty screen of so many columns and rows.
pub fn drawn(size: (u16, u16), view: impl FnOnce(&mut Frame<'_>)) -> Buffer {
    let mut buffer = Buffer::empty(Rect::from((Position::ORIGIN, size.into())));
    view(&mut Frame::new(&mut buffer));
    buffer
}
