//! Where each part of the dashboard lies in a window of a given size.

/// A part of the window, in cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Area {
    /// Column of the left edge.
    pub x: u16,
    /// Row of the top edge.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// How list and text share the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panes {
    /// Side by side, a line between them.
    Beside {
        /// The list.
        list: Area,
        /// The text.
        detail: Area,
    },
    /// The list on top, a line between them.
    Stacked {
        /// The list.
        list: Area,
        /// The text.
        detail: Area,
    },
    /// Only the one that has the focus.
    Single(Area),
}

/// The layout of a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// Tabs.
    pub header: Area,
    /// The search line.
    pub query: Area,
    /// Everything between the search line and the footer.
    pub body: Area,
    /// List and text.
    pub panes: Panes,
    /// Keys or a notice.
    pub footer: Area,
}

/// Least window.
pub const LEAST: (u16, u16) = (20, 5);

impl Layout {
    /// The layout of a window of `width` by `height`; none below the least size.
    #[must_use]
    pub fn of(width: u16, height: u16, is_zoomed: bool) -> Option<Self> {
        if width < LEAST.0 || height < LEAST.1 {
            return None;
        }
        let row = |y| Area { x: 0, y, width, height: 1 };
        let body = Area { x: 0, y: 2, width, height: height - 3 };
        let panes = if is_zoomed || width < 60 || height < 16 {
            Panes::Single(body)
        } else if width >= 100 {
            let list = u16::try_from(u32::from(width) * 3 / 5).unwrap_or(width / 2);
            Panes::Beside {
                list: Area { width: list, ..body },
                detail: Area { x: list + 1, width: width - list - 1, ..body },
            }
        } else {
            let list = (body.height * 2 / 5).max(4);
            Panes::Stacked {
                list: Area { height: list, ..body },
                detail: Area { y: body.y + list + 1, height: body.height - list - 1, ..body },
            }
        };
        Some(Self { header: row(0), query: row(1), body, panes, footer: row(height - 1) })
    }

    /// The same with more of the height for the list, where list and text share it.
    #[must_use]
    pub fn with_tall_list(self) -> Self {
        let Panes::Stacked { list, detail } = self.panes else { return self };
        let more = (self.body.height * 3 / 5).saturating_sub(list.height);
        let panes = Panes::Stacked {
            list: Area { height: list.height + more, ..list },
            detail: Area { y: detail.y + more, height: detail.height - more, ..detail },
        };
        Self { panes, ..self }
    }

    /// The list, if there is room for it beside a focused text.
    #[must_use]
    pub fn list(&self) -> Area {
        match self.panes {
            Panes::Beside { list, .. } | Panes::Stacked { list, .. } | Panes::Single(list) => list,
        }
    }

    /// The text.
    #[must_use]
    pub fn detail(&self) -> Area {
        match self.panes {
            Panes::Beside { detail, .. } | Panes::Stacked { detail, .. } | Panes::Single(detail) => detail,
        }
    }

    /// Whether list and text are both on screen.
    #[must_use]
    pub fn shows_both(&self) -> bool {
        !matches!(self.panes, Panes::Single(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_window_has_its_class() {
        let panes = |width, height| Layout::of(width, height, false).map(|layout| layout.panes);
        assert!(matches!(panes(120, 36), Some(Panes::Beside { .. })));
        assert!(matches!(panes(80, 24), Some(Panes::Stacked { .. })));
        assert!(matches!(panes(40, 12), Some(Panes::Single(_))));
        assert_eq!(panes(19, 5), None);
        assert_eq!(panes(20, 4), None);
    }

    #[test]
    fn no_part_leaves_the_window_or_lies_on_another() {
        for width in 20..=300 {
            for height in 5..=100 {
                let layout = Layout::of(width, height, false).expect("large enough");
                let layout = if width % 2 == 0 { layout } else { layout.with_tall_list() };
                let (list, detail) = (layout.list(), layout.detail());
                for area in [layout.header, layout.query, list, detail, layout.footer] {
                    assert!(area.x + area.width <= width && area.y + area.height <= height, "{width}x{height}");
                    assert!(area.width > 0 && area.height > 0, "{width}x{height}");
                }
                match layout.panes {
                    Panes::Beside { .. } => assert!(list.x + list.width < detail.x),
                    Panes::Stacked { .. } => assert!(list.y + list.height < detail.y),
                    Panes::Single(area) => assert!(area.y + area.height <= layout.footer.y),
                }
            }
        }
    }
}
