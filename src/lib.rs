//! `dosje` is a keyboard-driven terminal dossier on EU digital policy: themes, actions and meetings, in Latvian and
//! English, answered from a local dataset.
//!
//! This page is the map. A pure core is wrapped in a thin shell; imports run downwards only, and a test holds them to it.
//!
//! | room | what it is for | what it must not know |
//! |---|---|---|
//! | [`domain`] | records, dates, partners, rules; the immutable [`domain::Dataset`] | files, terminal, clock, wording |
//! | [`search`] | a query in, ranked hits out; highlights | files, terminal, wording |
//! | [`i18n`] | every word of the interface in both languages | files, terminal |
//! | [`card`] | a record laid out for reading, before any width | files, terminal |
//! | [`briefing`] | what was marked, laid out for a meeting; its writers | files, terminal, clock |
//! | [`store`] | files: reads, checks, puts together; writes in one place, `keep` | terminal, wording |
//! | [`app`] | the dashboard as a state machine: [`app::Model`], [`app::update`] | files, terminal, clock |
//! | `ui` | draws the model into a frame | files, events |
//! | `tui` | the loop and the terminal guard | data files |
//! | [`cli`] | the words on the command line; the only room that prints | events |
//!
//! ```text
//! domain <- search <- i18n <- card <- briefing <- app <- ui <- tui <- cli
//! domain <- store                                          <- cli
//! ```
//!
//! Three vocabularies are kept apart: a key becomes a [`app::Command`], what the user means; a [`app::Msg`] is what
//! happened; an [`app::Effect`] is work for the shell. *Action* and *theme* are the domain's own words.
//!
//! # Journeys
//!
//! **Start.** [`cli`] reads the arguments; [`store::load`] puts the built-in data and the user's folder together and lists
//! what was left out; `tui` takes the terminal and draws. The terminal is asked nothing, and the first query builds the
//! index. Where the user's files are large, they are read after the first frame and come in as [`app::Msg::Arrived`];
//! what the tabs list of them is then put together on the same thread, so that no key has to wait for it.
//!
//! **A frame.** The styles name the 16 colours; `ui::look` makes of the finished frame what [`app::Look`] says the terminal
//! can show; `tui::painter` writes what differs from the frame before, in as few bytes as it finds.
//!
//! **A key in the search line.** the terminal's bytes, [`app::Key`], [`app::keymap`], text into [`app::input`],
//! [`search::SearchIndex::read`], [`search::SearchIndex::find`], [`app::Rows`], in order as far as one looks; when nothing
//! more waits, one draw, which asks for the highlights of the rows it shows.
//!
//! **A query is kept, a record marked.** The key gives an [`app::Effect`], which the loop hands to its shell: in [`cli`] a
//! thread for each file that carries the change out through [`store::book`] and [`store::keep`], on whatever another
//! window has written meanwhile. [`app::ledger`] shows the change at once and remembers it until it is heard what came of
//! it, which is a [`app::Msg`] like any other; on quitting the loop waits for it.
//!
//! **A record is taken away, or its source looked up.** The key gives an [`app::Effect`] too. A text for the clipboard is
//! offered to tmux by the shell, else passed to the terminal between two frames (`tui::clipboard`); a file is written by
//! [`store::keep::export`]; a document's own text comes from [`store::texts`] as a [`domain::passage::Passage`].
//!
//! **A briefing is written.** [`briefing::Briefing::build`] takes records, what the user wrote on them and a
//! [`briefing::Setting`]; a writer makes it text or bytes; [`store::keep::export`] puts them into a file that is not there
//! yet. `dosje brief` and `dosje due --ics` go this way.
//!
//! **A note.** [`app::draft`] makes one text of the three a record has; `tui` lays it down as a file through its shell
//! (`store::drafts`) and hands it to the user's editor, or opens the program's own pad. What comes back is a
//! [`app::Msg`]: only the texts that changed become changes, and the file goes once those are on the disk.
//!
//! **In the meeting.** While an item is on screen alone, [`app::Model::wants_tick`] asks the loop to wake once a second; how
//! much time has passed comes in as an [`app::Msg`]. [`app::meeting`] lays out what [`briefing`] says of the item.
//!
//! **A data file is written meanwhile.** `store::watch` hears of it from the kernel, and each key has it looked for too. The
//! thread that reads large data waits until nothing has been written for a while, reads again, and compares record by
//! record ([`domain::changes`]); what comes of it is a [`app::Renewal`], which moves nothing under the user's hands.
//!
//! **Line by line.** `cli::plain` reads a line, makes it the [`app::Command`] that a key would be, and writes in numbered
//! lines what came of it: the same model, cards and keeper, through [`app::lines`], and no screen.
//!
//! **A data file of the user.** `store::bytes` refuses what is no JSON text; `store::swift` reads a sound file in one go.
//! Any other is taken apart: `store::shape` compares it with the schema generated
//! from the types; [`domain::rules`] checks ids, dates and references. Each fault has a place; the record around it is
//! left out, and the rest loads.
//!
//! **Settings.** [`store::config`] reads the file against the schema of [`app::config::Config`], as data files are read;
//! [`app::rebinding`] lays the user's keys over the table, and [`app::config::Settled`] decides between flag, environment
//! and settings, and remembers which it was.
//!
//! **The mouse.** What it did comes in as a [`app::Msg`]; `ui` says what lies under it, by the places in which it draws.
//!
//! Without the feature `tui` the crate is the core and the command line, and holds no terminal crate.

pub mod app;
pub mod briefing;
pub mod card;
pub mod cli;
pub mod domain;
pub mod i18n;
pub mod search;
pub mod store;
#[cfg(feature = "tui")]
pub mod tui;
#[cfg(feature = "tui")]
pub mod ui;
