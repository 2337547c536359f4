//! Drafts between the dashboard and the disk.

use std::sync::Arc;

use crate::app::Msg;
use crate::app::draft::Draft;
use crate::app::writing::{Leftover, Sheet};
use crate::domain::kept::{Reason, Unkept};
use crate::store::drafts::{self, Drafts, Left};
use crate::store::shown_name;
use crate::tui::Paper;

/// Lays a draft down; the unfinished ones that stand in it are not needed any more then.
pub fn lay(drafts: &Drafts, draft: &Draft) -> Result<Arc<dyn Paper>, Unkept> {
    let laid = drafts.lay(&draft.id, &draft.mark(), &draft.text)?;
    for leftover in &draft.leftovers {
        // What cannot be removed is offered again at the next start.
        let _ = drafts::remove(&leftover.sheet.path);
    }
    Ok(Arc::new(laid))
}

/// What is to be said of drafts whose programs have died.
pub fn left(drafts: &Drafts) -> Option<Msg> {
    let (mut leftovers, mut unread) = (Vec::new(), Vec::new());
    for Left { path, id, mark, text } in drafts.left() {
        let sheet = Sheet { name: shown_name(&path, None), path };
        match text {
            Ok(text) => leftovers.push(Leftover { sheet, id, mark, text }),
            Err(unkept) => unread.push(unkept),
        }
    }
    let is_any = !leftovers.is_empty() || !unread.is_empty();
    is_any.then_some(Msg::Left(leftovers, unread))
}

impl Paper for drafts::Draft {
    fn sheet(&self) -> Sheet {
        let path = self.path();
        Sheet { name: shown_name(&path, None), path }
    }

    fn write(&self, text: &str) -> Result<(), Unkept> {
        Self::write(self, text)
    }

    fn read(&self) -> Result<Option<String>, Unkept> {
        match Self::read(self) {
            Ok(text) => Ok(Some(text)),
            Err(Unkept { reason: Reason::Gone, .. }) => Ok(None),
            Err(unkept) => Err(unkept),
        }
    }
}
