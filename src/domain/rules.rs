//! The rules a file must keep beyond its shape: ids that exist and are its own, dates in order, texts within bounds.
//!
//! A rule sees one file and the ids known over all files; it reports the path and the problem, never a line.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::contents::Contents;
use super::date::Span;
use super::fault::{Path, Problem, Step};
use super::id::{self, RecordId};
use super::known::Known;
use super::meeting::{AgendaItem, Meeting, MeetingFile};
use super::overlay::{LaterFile, LinksFile};
use super::records::{Action, Document, DocumentFile, Source};
use super::text::{Prose, Title};
use super::timeline::Timeline;
use super::untrusted;
use super::vocabulary::{GlossaryFile, PartnersFile};

/// Longest summary, in characters of either language.
pub const SUMMARY_LIMIT: usize = 160;

/// The same of a title or a headline.
pub const TITLE_LIMIT: usize = 1000;

/// The same of any other text.
pub const TEXT_LIMIT: usize = 65_536;

/// Everything in `contents` that breaks a rule, in the order of the file.
#[must_use]
pub fn check(contents: &Contents, known: &Known<'_>) -> Vec<(Path, Problem)> {
    let mut checker =
        Checker { known, way: Vec::new(), seen: FxHashMap::default(), ways: Vec::new(), found: Vec::new() };
    match contents {
        Contents::Document(file) => checker.document_file(file),
        Contents::Meeting(file) => checker.meeting_file(file),
        Contents::Partners(file) => checker.partners_file(file),
        Contents::Glossary(file) => checker.glossary_file(file),
        Contents::Links(file) => checker.links_file(file),
        Contents::Later(file) => checker.later_file(file),
    }
    checker.found
}

struct Checker<'a> {
    known: &'a Known<'a>,
    /// From the top of the file to what is being checked.
    way: Vec<Turn>,
    /// Each id found so far, and where among the ways its own lies.
    seen: FxHashMap<&'a str, Range<usize>>,
    ways: Vec<Turn>,
    found: Vec<(Path, Problem)>,
}

/// A step that is written out only where something is reported: nearly nothing ever is.
#[derive(Clone, Copy)]
enum Turn {
    Field(&'static str),
    Element(usize),
}

fn path(way: &[Turn]) -> Path {
    let step = |turn: &Turn| match turn {
        Turn::Field(name) => Step::Field((*name).to_owned()),
        Turn::Element(index) => Step::Element(*index),
    };
    Path(way.iter().map(step).collect())
}

impl<'a> Checker<'a> {
    fn report(&mut self, field: &str, problem: Problem) {
        self.found.push((path(&self.way).field(field), problem));
    }

    fn within(&mut self, field: &'static str, visit: impl FnOnce(&mut Self)) {
        self.way.push(Turn::Field(field));
        visit(self);
        self.way.pop();
    }

    fn each<T>(&mut self, field: &'static str, items: &'a [T], visit: impl Fn(&mut Self, &'a T)) {
        self.within(field, |checker| {
            for (index, item) in items.iter().enumerate() {
                checker.way.push(Turn::Element(index));
                visit(checker, item);
                checker.way.pop();
            }
        });
    }

    fn new_id(&mut self, field: &'static str, id: &'a str) {
        if !id::is_well_formed(id) {
            self.report(field, Problem::NotAnId(id.to_owned()));
        }
        if let Some(first) = self.seen.get(id) {
            let first = path(self.ways.get(first.clone()).unwrap_or_default());
            return self.report(field, Problem::DoubleId { id: id.to_owned(), first });
        }
        let start = self.ways.len();
        self.ways.extend_from_slice(&self.way);
        self.ways.push(Turn::Field(field));
        self.seen.insert(id, start..self.ways.len());
    }

    /// The id of a document or a meeting, by which all its records begin.
    fn collection_id(&mut self, id: &'a RecordId) {
        self.new_id("id", id.as_str());
        if id::OWN_COLLECTIONS.contains(&id.as_str()) {
            self.report("id", Problem::ReservedId(id.to_string()));
        }
    }

    fn own_id(&mut self, id: &'a RecordId, collection: &str) {
        self.new_id("id", id.as_str());
        if id.collection() != collection || id.local() == id.as_str() {
            let wanted = format!("{collection}/");
            self.report("id", Problem::ForeignId { id: id.to_string(), collection: wanted });
        }
    }

    /// Reports what `problem` finds in a field.
    fn refer<T>(&mut self, field: &str, name: &T, problem: impl Fn(&Known<'a>, &T) -> Option<Problem>) {
        if let Some(problem) = problem(self.known, name) {
            self.report(field, problem);
        }
    }

    /// The same for every element of a list.
    fn refer_each<T>(
        &mut self,
        field: &'static str,
        names: &'a [T],
        problem: impl Fn(&Known<'a>, &T) -> Option<Problem>,
    ) {
        self.each(field, names, |checker, name| {
            if let Some(problem) = problem(checker.known, name) {
                checker.found.push((path(&checker.way), problem));
            }
        });
    }

    fn filled(&mut self, field: &str, text: &str) {
        if text.chars().all(char::is_whitespace) {
            self.report(field, Problem::EmptyText);
        }
    }

    /// A text in both languages, neither empty nor longer than `limit`, in characters.
    fn both(&mut self, field: &'static str, lv: &str, en: &str, limit: usize) {
        self.within(field, |checker| {
            for (lang, text) in [("lv", lv), ("en", en)] {
                checker.filled(lang, text);
                // Letters are only counted where there may be too many: none takes less than a byte.
                let length = if text.len() > limit { text.chars().count() } else { 0 };
                if length > limit {
                    checker.report(lang, Problem::TooLong { length, limit });
                }
            }
        });
    }

    fn prose(&mut self, field: &'static str, prose: &Prose) {
        self.both(field, &prose.lv, &prose.en, TEXT_LIMIT);
    }

    fn headline(&mut self, prose: &Prose) {
        self.both("headline", &prose.lv, &prose.en, TITLE_LIMIT);
    }

    fn title(&mut self, title: &Title) {
        self.both("title", &title.lv, &title.en, TITLE_LIMIT);
    }

    fn span(&mut self, field: &str, span: Option<Span>) {
        if span.is_some_and(|span| span.first_day() > span.last_day()) {
            self.report(field, Problem::StartAfterEnd);
        }
    }

    fn timeline(&mut self, timeline: &Timeline) {
        let (Some(start), Some(end)) = (timeline.start, timeline.end) else { return };
        if start.first_day() > end.last_day() {
            self.within("timeline", |checker| checker.report("start", Problem::StartAfterEnd));
        }
    }

    fn sources(&mut self, sources: &'a [Source]) {
        self.each("source", sources, |checker, source| {
            let [first, last] = source.lines;
            if first == 0 || last < first {
                checker.report("lines", Problem::BadLines);
            }
            if source.page == Some(0) {
                checker.report("page", Problem::BadLines);
            }
        });
    }

    fn address(&mut self, field: &str, url: &str) {
        let plain = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        if !plain.is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace)) {
            self.report(field, Problem::NotAnAddress(untrusted::excerpt(url)));
        }
    }

    fn document(&mut self, document: &'a Document) {
        self.within("document", |checker| {
            checker.collection_id(&document.id);
            document.title.iter().for_each(|title| checker.title(title));
            checker.prose("citation", &document.citation);
            checker.refer_each("authors", &document.authors, Known::no_partner);
            checker.each("urls", &document.urls, |checker, url| checker.address("url", &url.url));
        });
    }

    fn document_file(&mut self, file: &'a DocumentFile) {
        self.document(&file.document);
        let collection = file.document.id.as_str();
        self.seen.reserve(file.themes.len() + file.actions.len());
        self.each("themes", &file.themes, |checker, theme| {
            checker.own_id(&theme.id, collection);
            checker.title(&theme.title);
            if let Some(parent) = &theme.parent {
                checker.refer("parent", parent, Known::no_theme);
            }
            checker.sources(&theme.source);
        });
        self.each("actions", &file.actions, |checker, action| checker.action(action, collection));
    }

    fn action(&mut self, action: &'a Action, collection: &str) {
        self.own_id(&action.id, collection);
        self.refer("theme", &action.theme, Known::no_theme);
        self.title(&action.title);
        self.both("summary", &action.summary.lv, &action.summary.en, SUMMARY_LIMIT);
        self.prose("description", &action.description);
        self.each("partners", &action.partners, |checker, partner| {
            checker.refer("code", &partner.code, Known::no_partner);
        });
        self.timeline(&action.timeline);
        self.refer_each("instruments", &action.instruments, Known::no_term);
        self.refer_each("terms", &action.terms, Known::no_term);
        self.sources(&action.source);
    }

    fn meeting_file(&mut self, file: &'a MeetingFile) {
        self.document(&file.document);
        self.within("meeting", |checker| checker.meeting(&file.meeting));
    }

    fn meeting(&mut self, meeting: &'a Meeting) {
        let collection = meeting.id.as_str();
        self.collection_id(&meeting.id);
        self.prose("name", &meeting.name);
        self.span("date", Some(meeting.date));
        self.within("place", |checker| checker.refer("country", &meeting.place.country, Known::no_partner));
        if let Some(presidency) = &meeting.presidency {
            self.refer("presidency", presidency, Known::no_partner);
        }
        self.each("chronology", &meeting.chronology, |checker, event| {
            checker.own_id(&event.id, collection);
            checker.headline(&event.headline);
            checker.span("date", event.date);
            checker.refer_each("actors", &event.actors, Known::no_partner);
            checker.sources(&event.source);
        });
        self.each("context", &meeting.context, |checker, context| {
            checker.own_id(&context.id, collection);
            checker.headline(&context.headline);
            checker.sources(&context.source);
        });
        self.each("agenda", &meeting.agenda, |checker, item| checker.agenda_item(item, collection));
        self.each("milestones", &meeting.milestones, |checker, milestone| {
            checker.own_id(&milestone.id, collection);
            checker.headline(&milestone.headline);
            checker.span("planned", milestone.planned);
            checker.refer_each("actors", &milestone.actors, Known::no_partner);
            checker.sources(&milestone.source);
        });
        self.each("people", &meeting.people, |checker, person| {
            checker.own_id(&person.id, collection);
            checker.prose("role", &person.role);
            checker.sources(&person.source);
        });
        self.each("bodies", &meeting.bodies, |checker, body| {
            checker.refer("code", &body.code, Known::no_partner);
            checker.sources(&body.source);
        });
        self.sources(&meeting.source);
    }

    fn agenda_item(&mut self, item: &'a AgendaItem, collection: &str) {
        self.own_id(&item.id, collection);
        self.headline(&item.headline);
        self.each("positions", &item.positions, |checker, position| {
            checker.own_id(&position.id, collection);
            checker.headline(&position.headline);
            checker.prose("text", &position.text);
            checker.sources(&position.source);
        });
        self.each("open_questions", &item.open_questions, |checker, question| {
            checker.own_id(&question.id, collection);
            checker.headline(&question.headline);
            checker.prose("text", &question.text);
            checker.sources(&question.source);
        });
        self.refer_each("related", &item.related, Known::no_record);
        self.sources(&item.source);
    }

    fn partners_file(&mut self, file: &'a PartnersFile) {
        self.each("partners", &file.partners, |checker, partner| {
            checker.new_id("code", partner.code.as_str());
            checker.prose("name", &partner.name);
            checker.refer_each("within", &partner.within, Known::no_partner);
            checker.refer_each("members", &partner.members, Known::no_partner);
        });
    }

    fn glossary_file(&mut self, file: &'a GlossaryFile) {
        self.each("entries", &file.entries, |checker, entry| {
            checker.new_id("id", entry.id.as_str());
            checker.prose("name", &entry.name);
            checker.refer_each("not_to_confuse", &entry.not_to_confuse, Known::no_term);
        });
    }

    fn links_file(&mut self, file: &'a LinksFile) {
        self.each("links", &file.links, |checker, link| {
            checker.refer("from", &link.from, Known::no_record);
            checker.refer("to", &link.to, Known::no_record);
            checker.prose("reason", &link.reason);
        });
    }

    fn later_file(&mut self, file: &'a LaterFile) {
        self.each("later", &file.later, |checker, later| {
            checker.own_id(&later.id, "later");
            checker.headline(&later.headline);
            checker.refer_each("targets", &later.targets, Known::no_record);
            checker.span("date", Some(later.date));
            checker.address("url", &later.url);
        });
    }
}
