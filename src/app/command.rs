//! What a user can mean: one row a command, from which help, footer and README are made.

use super::view::Tab;
use crate::domain::Lang;

/// What a key means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Command {
    /// Go to the search line.
    Search,
    /// Leave the search line for the list and keep the query.
    ToList,
    /// The query asked before the one in the search line.
    OlderQuery,
    /// The query asked after it.
    NewerQuery,
    /// Open the selected record, or follow the selected link.
    Open,
    /// Follow a link by its number.
    Follow,
    /// Pick the selected record and end the program.
    Pick,
    /// One step back: from the text to the list, from a query to none.
    StepBack,
    /// One line down.
    Down,
    /// One line up.
    Up,
    /// A page down.
    PageDown,
    /// A page up.
    PageUp,
    /// To the first line.
    Top,
    /// To the last line.
    Bottom,
    /// To the tab of this number.
    Tab(Tab),
    /// To the tab on the right.
    NextTab,
    /// To the tab on the left.
    PreviousTab,
    /// Mark the selected record for the briefing, or no longer.
    Mark,
    /// Mark all that the selected record stands for, or all that was found.
    MarkAll,
    /// Write on the selected record: objective, own lines, note.
    Write,
    /// What one will do at the selected agenda item.
    Intend,
    /// The entry of the briefing further down.
    MoveDown,
    /// The entry of the briefing further up.
    MoveUp,
    /// How much of the record the briefing shows.
    Depth,
    /// What stands over the briefing: meeting, date, for whom, time to speak.
    Heading,
    /// Write the briefing into a file.
    Export,
    /// Sit in the meeting: one item a screen.
    Meet,
    /// To the next item.
    NextItem,
    /// To the item before.
    PreviousItem,
    /// Open the background of the item, or close it.
    Background,
    /// Say of each row why it is in the list, or stop saying so.
    Reasons,
    /// To the next match in the text.
    NextMatch,
    /// To the match before in the text.
    PreviousMatch,
    /// To where one was before.
    Back,
    /// And forward again.
    Forward,
    /// Show what the document itself says at the selected record's place.
    Source,
    /// Send the selected record to the clipboard.
    Copy,
    /// Send to the clipboard where it stands.
    CopyReference,
    /// Write it into a file.
    WriteFile,
    /// Another order: of the timeline's groups, of the records that concern a partner.
    Sort,
    /// Give the whole window to one pane, or take it back.
    Zoom,
    /// What falls due when, and back to the axis.
    Lens,
    /// A closer look at the axis.
    Closer,
    /// A wider look at the axis.
    Wider,
    /// The axis a year back.
    Earlier,
    /// The axis a year on.
    Later,
    /// All that is stated on the axis, and today.
    WholeAxis,
    /// The other language.
    Language,
    /// The keys.
    Help,
    /// Commands and saved queries by their names.
    Palette,
    /// What has changed in the user's files.
    Changes,
    /// Hear the mouse, or no longer.
    Mouse,
    /// Draw everything anew.
    Redraw,
    /// Stop and give the terminal back to the shell.
    Suspend,
    /// Close what lies on top, else end the program.
    Quit,
    /// End the program from anywhere.
    QuitNow,
    /// Keep the text that is being written, and close it.
    SaveText,
    /// Throw it away.
    DropText,
    /// Take back the last change to it.
    Undo,
    /// Make that change again.
    Redo,
    /// Cursor of the search line to the left.
    InputLeft,
    /// Cursor of the search line to the right.
    InputRight,
    /// Cursor of the search line a word to the left.
    InputWordLeft,
    /// Cursor of the search line a word to the right.
    InputWordRight,
    /// Cursor of the search line to its start.
    InputStart,
    /// Cursor of the search line to its end.
    InputEnd,
    /// Delete the letter before the cursor.
    DeleteBack,
    /// Delete the letter under the cursor.
    DeleteForward,
    /// Delete the word before the cursor.
    DeleteWord,
    /// Delete the word after the cursor.
    DeleteWordForward,
    /// Delete all before the cursor.
    DeleteToStart,
    /// Delete all after the cursor.
    DeleteToEnd,
}

impl Command {
    /// Whether it is a key of the timeline.
    #[must_use]
    pub fn is_of_timeline(self) -> bool {
        about(self).is_some_and(|about| about.group == Group::Time)
    }
}

/// Where in the help a command stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Finding.
    Find,
    /// Moving.
    Move,
    /// Reading.
    Read,
    /// Preparing a meeting.
    Prepare,
    /// The timeline.
    Time,
    /// The program itself.
    Program,
    /// Editing the search line.
    Edit,
}

impl Group {
    /// All groups in the order of the help.
    pub const ALL: [Self; 7] =
        [Self::Find, Self::Move, Self::Read, Self::Prepare, Self::Time, Self::Program, Self::Edit];

    /// Its name.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Find, Lang::Lv) => "Meklēšana",
            (Self::Find, Lang::En) => "Finding",
            (Self::Move, Lang::Lv) => "Pārvietošanās",
            (Self::Move, Lang::En) => "Moving",
            (Self::Read, Lang::Lv) => "Lasīšana",
            (Self::Read, Lang::En) => "Reading",
            (Self::Prepare, Lang::Lv) => "Sagatavošanās",
            (Self::Prepare, Lang::En) => "Preparing",
            (Self::Time, Lang::Lv) => "Grafikā",
            (Self::Time, Lang::En) => "On the timeline",
            (Self::Program, Lang::Lv) => "Programma",
            (Self::Program, Lang::En) => "Program",
            (Self::Edit, Lang::Lv) => "Meklēšanas rindā",
            (Self::Edit, Lang::En) => "In the search line",
        }
    }
}

/// What is said of a command.
pub struct About {
    /// The command.
    pub command: Command,
    /// Its name in the user's settings, which never changes.
    pub id: &'static str,
    /// Its place in the help.
    pub group: Group,
    /// One or two words for the footer; none where it has no place there.
    pub short: Option<(&'static str, &'static str)>,
    /// How early it stands in the footer; the lowest first.
    pub priority: u8,
    /// Latvian and English line for the help.
    pub help: (&'static str, &'static str),
}

impl About {
    /// The help line.
    #[must_use]
    pub fn help(&self, lang: Lang) -> &'static str {
        pick(self.help, lang)
    }

    /// The footer's words.
    #[must_use]
    pub fn short(&self, lang: Lang) -> Option<&'static str> {
        self.short.map(|short| pick(short, lang))
    }
}

fn pick(both: (&'static str, &'static str), lang: Lang) -> &'static str {
    match lang {
        Lang::Lv => both.0,
        Lang::En => both.1,
    }
}

macro_rules! commands {
    ($($group:ident { $($command:expr, $id:literal, $priority:literal, $short:expr, $lv:literal, $en:literal;)* })*) => {
        /// Every command, in the order of the help.
        pub const COMMANDS: &[About] = &[$($(
            About {
                command: $command, id: $id, group: Group::$group, short: $short, priority: $priority, help: ($lv, $en),
            },
        )*)*];
    };
}

commands! {
    Find {
        Command::Search, "search", 2, Some(("meklēt", "search")), "meklēt", "search";
        Command::ToList, "to-list", 1, Some(("uz sarakstu", "to the list")),
            "no meklēšanas uz sarakstu, vaicājums paliek", "from the search to the list, keeping the query";
        Command::Reasons, "reasons", 25, Some(("kāpēc", "why")), "pie katra atrastā: kāpēc tas ir sarakstā", "beside each row found: why it is there";
        Command::OlderQuery, "older-query", 90, None, "tukšā rindā: iepriekšējais vaicājums; citādi augšup",
            "in an empty line: the query before; else up the list";
        Command::NewerQuery, "newer-query", 90, None, "pēc tam: nākamais vaicājums; citādi uz sarakstu", "then: the query after; else to the list";
        Command::NextMatch, "next-match", 20, Some(("nākamā vieta", "next match")), "nākamā atrastā vieta tekstā", "next match in the text";
        Command::PreviousMatch, "previous-match", 90, None, "iepriekšējā atrastā vieta tekstā", "previous match in the text";
    }
    Move {
        Command::Down, "down", 90, None, "rindu uz leju", "a line down";
        Command::Up, "up", 90, None, "rindu uz augšu", "a line up";
        Command::PageDown, "page-down", 90, None, "lappusi uz leju", "a page down";
        Command::PageUp, "page-up", 90, None, "lappusi uz augšu", "a page up";
        Command::Top, "top", 90, None, "uz pašu sākumu", "to the first line";
        Command::Bottom, "bottom", 90, None, "uz pašām beigām", "to the last line";
        Command::Tab(Tab::Themes), "tab-themes", 90, None, "tēmas", "themes";
        Command::Tab(Tab::Actions), "tab-actions", 90, None, "darbības", "actions";
        Command::Tab(Tab::Agenda), "tab-agenda", 90, None, "darba kārtība", "agenda";
        Command::Tab(Tab::Partners), "tab-partners", 90, None, "partneri", "partners";
        Command::Tab(Tab::Timeline), "tab-timeline", 90, None, "grafiks: laika ass un termiņi", "timeline: axis and what falls due";
        Command::Tab(Tab::Briefing), "tab-briefing", 90, None, "brīfings: viss atzīmētais", "briefing: all that is marked";
        Command::Tab(Tab::Glossary), "tab-glossary", 90, None, "glosārijs: saīsinājumi un termini", "glossary: abbreviations and terms";
        Command::NextTab, "next-tab", 30, Some(("cilne", "tab")), "nākamā cilne", "next tab";
        Command::PreviousTab, "previous-tab", 90, None, "iepriekšējā cilne", "previous tab";
    }
    Read {
        Command::Open, "open", 0, Some(("atvērt", "open")), "atvērt ierakstu; sekot saitei", "open the record; follow the link";
        Command::Follow, "follow", 14, Some(("saite", "link")), "sekot saitei pēc tās numura", "follow a link by its number";
        Command::Pick, "pick", 0, Some(("izvēlēties", "pick")), "izvēlēties ierakstu (dosje pick)", "pick the record (dosje pick)";
        Command::StepBack, "step-back", 3, Some(("atpakaļ", "step back")),
            "soli atpakaļ: uz sarakstu; tad notīra vaicājumu", "one step back: text to list; then clear the query";
        Command::Back, "back", 12, Some(("kur biju", "where I was")), "atpakaļ uz iepriekšējo vietu", "back to the place before";
        Command::Forward, "forward", 90, None, "atkal uz priekšu", "forward again";
        Command::Sort, "sort", 7, Some(("kārtot", "sort")),
            "citā kārtībā: grafiku vai partnera ierakstus",
            "in another order: timeline or a partner's records";
        Command::Source, "source", 14, Some(("avots", "source")), "avots: ko saka pats dokuments", "source: what the document itself says";
        Command::Copy, "copy", 13, Some(("kopēt", "copy")), "kopēt ierakstu kā vienkāršu tekstu", "copy the record as plain text";
        Command::CopyReference, "copy-reference", 90, None, "kopēt atsauci: dokuments, lappuse, rindas", "copy its reference: document, page, lines";
        Command::WriteFile, "write-file", 90, None, "ierakstīt to teksta datnē pašreizējā mapē", "write it into a text file in the current folder";
        Command::Zoom, "zoom", 15, Some(("viena rūts", "one pane")), "viena rūts pa visu logu un atpakaļ", "one pane over the whole window, and back";
        Command::Language, "language", 10, Some(("English", "latviski")), "otra valoda", "the other language";
    }
    Prepare {
        Command::Mark, "mark", 12, Some(("atzīmēt", "mark")), "atzīmēt brīfingam vai noņemt atzīmi", "mark for the briefing, or no longer";
        Command::MarkAll, "mark-all", 18, Some(("atzīmēt visu", "mark all")),
            "atzīmēt visu ietverto vai atrasto; vēlreiz: atsaukt",
            "mark all it stands for or all found; again: undo";
        Command::Write, "write", 17, Some(("rakstīt", "write")), "rakstīt: mērķi, savas tēzes, piezīmi", "write: objective, own lines, note";
        Command::Export, "export", 2, Some(("eksportēt", "export")), "brīfings datnē: Word, HTML, kalendārs un citi veidi",
            "briefing into a file: Word, HTML, calendar and others";
        Command::Heading, "heading", 5, Some(("galvene", "heading")), "brīfinga galvene: sanāksme, datums, kam, runas laiks",
            "briefing heading: meeting, date, for whom, minutes";
        Command::SaveText, "save-text", 0, Some(("saglabāt", "save")), "rakstot: saglabāt un aizvērt", "while writing: save and close";
        Command::DropText, "drop-text", 1, Some(("atmest", "discard")), "rakstot: aizvērt un atmest uzrakstīto", "while writing: close and discard";
        Command::Undo, "undo", 8, Some(("atsaukt", "undo")), "rakstot: atsaukt izmaiņu", "while writing: undo";
        Command::Redo, "redo", 9, Some(("atjaunot", "redo")), "rakstot: atjaunot atsaukto", "while writing: redo";
        Command::Intend, "intend", 12, Some(("nodoms", "intent")),
            "nodoms: runāt, klausīties, neiebilst, ja aktualizē",
            "intent: speak, listen, no objection, if raised";
        Command::MoveDown, "move-down", 90, None, "ieraksts brīfingā zemāk", "the entry of the briefing further down";
        Command::MoveUp, "move-up", 3, Some(("augstāk", "move up")), "ieraksts brīfingā augstāk", "the entry of the briefing further up";
        Command::Depth, "depth", 4, Some(("apjoms", "depth")),
            "brīfingā no ieraksta: viss, īsi, tikai virsraksts", "in the briefing: whole, short or title only";
        Command::Meet, "meet", 16, Some(("sanāksme", "meeting")),
            "sanāksmē: pa vienam jautājumam ekrānā",
            "in the meeting: one item a screen";
        Command::NextItem, "next-item", 1, Some(("nākamais", "next")), "sanāksmē: nākamais jautājums", "in the meeting: the next item";
        Command::PreviousItem, "previous-item", 2, Some(("iepriekšējais", "previous")), "sanāksmē: iepriekšējais jautājums",
            "in the meeting: the item before";
        Command::Background, "background", 0, Some(("konteksts", "background")), "sanāksmē: atvērt vai aizvērt kontekstu",
            "in the meeting: open or close the background";
    }
    Time {
        Command::Lens, "lens", 6, Some(("termiņi/ass", "due/axis")),
            "termiņi (no jebkuras cilnes); vēlreiz: laika ass", "what falls due when (from any tab); again: the axis";
        Command::Closer, "closer", 8, Some(("tuvāk", "closer")), "laika ass tuvāk: gads, pusgads, ceturksnis, mēnesis", "a closer look: year, half, quarter, month";
        Command::Wider, "wider", 9, Some(("plašāk", "wider")), "laika ass plašāk", "a wider look";
        Command::Earlier, "earlier", 11, Some(("agrāk", "earlier")), "laika ass gadu atpakaļ", "the axis a year back";
        Command::Later, "later", 11, Some(("vēlāk", "later")), "laika ass gadu uz priekšu", "the axis a year on";
        Command::WholeAxis, "whole-axis", 13, Some(("viss", "all")), "viss laiks un šodiena", "all that is stated, and today";
    }
    Program {
        Command::Help, "help", 4, Some(("palīdzība", "help")), "šis saraksts", "this list";
        Command::Palette, "palette", 25, Some(("komandas", "commands")), "komandas un saglabātie vaicājumi pēc nosaukuma",
            "commands and saved queries by name";
        Command::Changes, "changes", 24, Some(("izmaiņas", "changes")), "kas jūsu datnēs mainījies, kopš programma ir atvērta",
            "what has changed in your files since the start";
        Command::Mouse, "mouse", 90, None, "pele: lietot vai nelietot", "mouse: heard, or no longer";
        Command::Redraw, "redraw", 90, None, "pārzīmēt ekrānu", "draw everything anew";
        Command::Suspend, "suspend", 90, None, "apturēt un atgriezties čaulā (fg turpina)", "stop and return to the shell (fg resumes)";
        Command::Quit, "quit", 5, Some(("iziet", "quit")), "iziet (palīdzībā: aizvērt to)", "quit (in the help: close it)";
        Command::QuitNow, "quit-now", 90, None, "iziet jebkurā brīdī", "quit from anywhere";
    }
    Edit {
        Command::InputLeft, "input-left", 90, None, "kursors pa kreisi", "cursor left";
        Command::InputRight, "input-right", 90, None, "kursors pa labi", "cursor right";
        Command::InputWordLeft, "input-word-left", 90, None, "kursors vienu vārdu pa kreisi", "cursor a word left";
        Command::InputWordRight, "input-word-right", 90, None, "kursors vienu vārdu pa labi", "cursor a word right";
        Command::InputStart, "input-start", 90, None, "kursors uz sākumu", "cursor to the start";
        Command::InputEnd, "input-end", 90, None, "kursors uz beigām", "cursor to the end";
        Command::DeleteBack, "delete-back", 90, None, "dzēst burtu pirms kursora", "delete the letter before the cursor";
        Command::DeleteForward, "delete-forward", 90, None, "dzēst burtu zem kursora", "delete the letter under the cursor";
        Command::DeleteWord, "delete-word", 90, None, "dzēst vārdu pirms kursora", "delete the word before the cursor";
        Command::DeleteWordForward, "delete-word-forward", 90, None, "dzēst vārdu aiz kursora", "delete the word after the cursor";
        Command::DeleteToStart, "delete-to-start", 90, None, "dzēst līdz sākumam", "delete to the start";
        Command::DeleteToEnd, "delete-to-end", 90, None, "dzēst līdz beigām", "delete to the end";
    }
}

/// The command of this name.
#[must_use]
pub fn named(id: &str) -> Option<Command> {
    COMMANDS.iter().find(|about| about.id == id).map(|about| about.command)
}

/// What is said of `command`.
#[must_use]
pub fn about(command: Command) -> Option<&'static About> {
    COMMANDS.iter().find(|about| about.command == command)
}
