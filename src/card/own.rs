//! What the user added to a record, in a block of its own.

use super::{Block, Layer, Writer};
use crate::domain::Record;
use crate::domain::annotations::{Added, Depth, Slot};

impl Writer<'_> {
    /// What the user added; nothing where that is nothing to read.
    pub(super) fn own(&mut self, record: Record<'_>, added: &Added) {
        let words = &self.words.own;
        if !added.has_text() && added.intent.is_none() && added.depth == Depth::Whole {
            return;
        }
        self.add(Block::Section(words.heading.into(), Layer::Own));
        if let Some(intent) = added.intent {
            self.own_line(words.intent_label, (words.intent)(intent));
        }
        if added.depth != Depth::Whole {
            self.own_line(words.depth_label, (words.depth)(added.depth));
        }
        for slot in Slot::ALL {
            let versions = added.texts(slot).all();
            for (number, text) in (1..).zip(versions) {
                let label = (words.slot)(slot);
                if versions.len() > 1 {
                    let version = (words.version)(number, versions.len());
                    self.own_line(&format!("{label}: {version}"), text);
                } else {
                    self.own_line(label, text);
                }
            }
        }
        if added.written_on.as_ref().is_some_and(|on| *on != record.fingerprint()) {
            self.add(Block::Text(words.changed_since.to_owned(), Layer::Warning));
        }
        self.add(Block::Gap);
    }

    fn own_line(&mut self, label: &str, text: &str) {
        let is_one_line = text.lines().nth(1).is_none();
        if is_one_line {
            self.add(Block::Text(format!("{label}: {text}"), Layer::Own));
            return;
        }
        // Its lines are read as they stand, a list among them.
        self.add(Block::Text(format!("{label}:"), Layer::Own));
        for line in text.lines() {
            self.add(Block::Text(line.to_owned(), Layer::Own));
        }
    }
}
