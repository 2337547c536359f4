//! A file of the user's in the dashboard: as it will be once every change is kept, and the changes of which nothing has
//! been heard yet.

use std::collections::VecDeque;
use std::mem;

use super::msg::Kept;
use crate::domain::kept::{Book, Unkept};

/// What a file holds, and how far keeping it has come.
#[derive(Debug, Clone)]
pub struct Ledger<B: Book> {
    book: B,
    /// Changes asked for, in their order, until it is heard what came of them.
    pending: VecDeque<B::Change>,
    /// Changes that could not be kept; tried again with the next one.
    failed: Vec<B::Change>,
    /// Why the last of them failed.
    failure: Option<Unkept>,
    /// Whether the key before was to end the program and the user was told that some is not on the disk.
    pub(super) is_warned: bool,
}

/// How far keeping has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress<'a> {
    /// All is on the disk.
    Kept,
    /// Some is under way.
    Pending,
    /// Some is not on the disk, and why.
    Failed(&'a Unkept),
}

/// What came of changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome<C> {
    /// These are on the disk; none where the file was only read. The second is the name of a damaged file set aside.
    Kept(Vec<C>, Option<String>),
    /// The file cannot be read.
    Unread(Unkept),
    /// These were not kept.
    Unkept(Vec<C>, Unkept),
}

impl<B: Book> Default for Ledger<B> {
    fn default() -> Self {
        Self { book: B::default(), pending: VecDeque::new(), failed: Vec::new(), failure: None, is_warned: false }
    }
}

impl<B: Book> Ledger<B> {
    /// What the file holds.
    #[must_use]
    pub fn book(&self) -> &B {
        &self.book
    }

    /// Makes a change; gives the changes that are to be kept: none where it changes nothing.
    pub fn change(&mut self, change: B::Change) -> Vec<B::Change> {
        let before = self.book.clone();
        self.book.apply(&change);
        if self.book == before {
            return Vec::new();
        }
        let mut changes = mem::take(&mut self.failed);
        changes.push(change);
        self.pending.extend(changes.iter().cloned());
        changes
    }

    /// The changes that could not be kept, to be tried again.
    pub fn again(&mut self) -> Vec<B::Change> {
        let changes = mem::take(&mut self.failed);
        self.pending.extend(changes.iter().cloned());
        changes
    }

    /// Hears what came of changes.
    pub fn hear(&mut self, kept: Kept<B>) -> Outcome<B::Change> {
        let answered: Vec<B::Change> = self.pending.drain(..kept.changes.min(self.pending.len())).collect();
        match kept.outcome {
            Ok(book) => {
                self.book = book;
                for change in self.failed.iter().chain(&self.pending) {
                    self.book.apply(change);
                }
                Outcome::Kept(answered, kept.aside)
            }
            Err(unkept) if answered.is_empty() => Outcome::Unread(unkept),
            Err(unkept) => {
                self.failed.extend(answered.iter().cloned());
                self.failure = Some(unkept.clone());
                Outcome::Unkept(answered, unkept)
            }
        }
    }

    /// How far keeping what the user asked for has come.
    #[must_use]
    pub fn progress(&self) -> Progress<'_> {
        match &self.failure {
            Some(unkept) if self.failed.iter().any(B::is_asked_for) => Progress::Failed(unkept),
            _ if self.pending.iter().any(B::is_asked_for) => Progress::Pending,
            _ => Progress::Kept,
        }
    }
}
