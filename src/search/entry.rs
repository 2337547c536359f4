//! A record as the search sees it: every text of it with the field it stands in.

use std::collections::HashSet;

use jiff::civil::Date as Day;

use super::calendar::{EVERY_YEAR, words_of_date};
use super::choice::{KINDS, STATES};
use super::field::{Field, Slot};
use super::fold::Folded;
use super::numerals::words_of_number;
use super::words::words;
use crate::domain::records::{Action, PartnerRole};
use crate::domain::timeline::{State, TimelineKind};
use crate::domain::vocabulary::{GlossaryEntry, Partner};
use crate::domain::{Dataset, Date, Lang, PartnerCode, Prose, Record, RecordKind, Span, Title};

/// Names that many records share: read once, they need not be read with each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shared {
    /// A partner, by its place in the vocabulary, as partner or as only named.
    Partner(Field, u32),
    /// A glossary entry, by its place.
    Term(u32),
    /// The title of a theme, by its place, around what lies below.
    Theme(u32),
    /// What a kind of record is called.
    Kind(RecordKind),
}

/// Who reads the texts of a record.
pub trait Reader {
    /// A text, with the slot it stands in.
    fn text(&mut self, slot: Slot, text: &str);

    /// The texts of a shared name, as if they stood in the record; true if it wants to read them here.
    fn wants(&mut self, shared: Shared) -> bool;
}

impl<F: FnMut(Slot, &str)> Reader for F {
    fn text(&mut self, slot: Slot, text: &str) {
        self(slot, text);
    }

    fn wants(&mut self, _: Shared) -> bool {
        true
    }
}

/// The texts of a record.
struct Texts<'a> {
    dataset: &'a Dataset,
    reader: &'a mut dyn Reader,
}

/// Gives every text of `record` to `reader`.
pub fn visit_texts(dataset: &Dataset, record: Record<'_>, reader: &mut dyn Reader) {
    Texts { dataset, reader }.record(record);
}

/// Gives every text of a shared name to `reader`.
pub fn visit_shared(dataset: &Dataset, shared: Shared, reader: &mut dyn Reader) {
    Texts { dataset, reader }.name(shared);
}

impl Texts<'_> {
    fn add(&mut self, field: Field, lang: Option<Lang>, text: &str) {
        self.reader.text(Slot::new(field, lang), text);
    }

    fn shared(&mut self, shared: Shared) {
        if self.reader.wants(shared) {
            self.name(shared);
        }
    }

    fn name(&mut self, shared: Shared) {
        let dataset = self.dataset;
        match shared {
            Shared::Partner(field, place) => {
                if let Some(partner) = dataset.partners().get(place as usize) {
                    self.partner(field, partner);
                }
            }
            Shared::Term(place) => {
                if let Some(entry) = dataset.glossary().get(place as usize) {
                    self.entry(Field::Term, entry);
                }
            }
            Shared::Theme(place) => {
                if let Some(theme) = dataset.themes().get(place as usize) {
                    self.title(Field::Around, &theme.title);
                }
            }
            Shared::Kind(kind) => KINDS.words_for(kind).for_each(|word| self.add(Field::Kind, None, word)),
        }
    }

    fn both(&mut self, field: Field, prose: &Prose) {
        self.add(field, Some(Lang::Lv), &prose.lv);
        self.add(field, Some(Lang::En), &prose.en);
    }

    fn title(&mut self, field: Field, title: &Title) {
        self.add(field, Some(Lang::Lv), &title.lv);
        self.add(field, Some(Lang::En), &title.en);
    }

    fn part(&mut self, headline: &Prose, texts: &[&Prose]) {
        self.both(Field::Title, headline);
        for text in texts {
            self.both(Field::Text, text);
        }
        // An abbreviation printed in the text stands for its forms in the other language too.
        let all = [headline].into_iter().chain(texts.iter().copied()).flat_map(|prose| [&prose.lv, &prose.en]);
        let printed: HashSet<&str> = all.flat_map(|text| text.split(|c: char| !c.is_alphanumeric())).collect();
        for (place, entry) in (0..).zip(self.dataset.glossary()) {
            let mut short = entry.abbreviations.lv.iter().chain(&entry.abbreviations.en);
            if short.any(|word| printed.contains(&**word)) {
                self.shared(Shared::Term(place));
            }
        }
    }

    fn entry(&mut self, field: Field, entry: &GlossaryEntry) {
        let forms = [
            (Lang::Lv, &entry.abbreviations.lv, &entry.aliases.lv),
            (Lang::En, &entry.abbreviations.en, &entry.aliases.en),
        ];
        for (lang, short, long) in forms {
            for word in short {
                self.add(Field::Keyword, Some(lang), word);
            }
            for word in long {
                self.add(field, Some(lang), word);
            }
        }
        self.both(field, &entry.name);
    }

    fn partner(&mut self, field: Field, partner: &Partner) {
        self.both(field, &partner.name);
        partner.short.iter().for_each(|short| self.both(field, short));
        partner.aliases.lv.iter().for_each(|name| self.add(field, Some(Lang::Lv), name));
        partner.aliases.en.iter().for_each(|name| self.add(field, Some(Lang::En), name));
        partner.codes.iter().for_each(|code| self.add(field, None, code));
        let code = partner.code.as_str();
        self.add(field, None, code.split_once(':').map_or(code, |(_, name)| name));
    }

    fn actors<'p>(&mut self, field: Field, codes: impl IntoIterator<Item = &'p PartnerCode>) {
        let dataset = self.dataset;
        let places = codes.into_iter().filter_map(|code| dataset.place_of_partner(code));
        places.for_each(|place| self.shared(Shared::Partner(field, place)));
    }

    fn time(&mut self, field: Field, dates: [Option<Date>; 2]) {
        dates.into_iter().flatten().for_each(|date| self.add(field, None, &words_of_date(date)));
    }

    fn span(&mut self, span: Span) {
        let month = |day: Day| (day.year(), day.month());
        // What happens in December is meant before what only lasts until then.
        let is_long = span.to.is_some() && month(span.first_day()) != month(span.last_day());
        self.time(if is_long { Field::Span } else { Field::Time }, [Some(span.from), span.to]);
    }

    fn record(&mut self, record: Record<'_>) {
        self.said(record);
        // A number with dots is no word; `Query::numbers` finds it. A word that is also said is spelt as it is there.
        let is_word = !matches!(record, Record::Partner { .. } | Record::Term { .. });
        if is_word && !record.id().local().contains('.') {
            self.add(Field::Number, None, record.id().local());
        }
    }

    fn said(&mut self, record: Record<'_>) {
        let dataset = self.dataset;
        self.shared(Shared::Kind(record.kind()));
        self.add(Field::Printed, Some(Lang::Lv), record.printed());
        record.date().into_iter().for_each(|date| self.span(date));
        dataset.later_of(record.id()).into_iter().for_each(|fact| self.both(Field::Later, &fact.text));
        match record {
            Record::Document(document) => {
                document.title.iter().for_each(|title| self.title(Field::Title, title));
                self.both(Field::Title, &document.citation);
                self.both(Field::Summary, &document.about);
                document.identifiers.iter().for_each(|number| self.add(Field::Keyword, None, &number.value));
            }
            Record::Theme(theme) => {
                self.title(Field::Title, &theme.title);
                dataset.actions_under(&theme.id).for_each(|action| self.title(Field::Around, &action.title));
            }
            Record::Action(action) => self.action(action),
            Record::Meeting(meeting) => {
                let led = meeting.delegation.iter().flat_map(|delegation| [&delegation.lead, &delegation.basis]);
                let texts: Vec<&Prose> = [&meeting.about, &meeting.place.name].into_iter().chain(led).collect();
                self.part(&meeting.name, &texts);
            }
            Record::Event(event) => {
                self.part(&event.headline, &[&event.text]);
                self.actors(Field::Partner, &event.actors);
                event.raw.iter().for_each(|raw| self.add(Field::Text, Some(Lang::Lv), raw));
            }
            Record::Context(context) => self.part(&context.headline, &[&context.text]),
            Record::Item(item) => {
                // `3. jautājums` is typed for Q3, or `trešais jautājums`.
                let number = item.id.local().trim_start_matches(|c: char| !c.is_ascii_digit());
                self.add(Field::Number, None, number);
                if let Some(words) = words_of_number(number) {
                    self.add(Field::Kind, None, words);
                }
                self.part(&item.headline, &[&item.text]);
            }
            Record::Position(position) => self.part(&position.headline, &[&position.text, &position.line]),
            Record::Question(question) => {
                let texts: Vec<&Prose> = std::iter::once(&question.text).chain(&question.options).collect();
                self.part(&question.headline, &texts);
            }
            Record::Milestone(milestone) => {
                self.part(&milestone.headline, &[&milestone.text]);
                self.actors(Field::Partner, &milestone.actors);
                milestone.raw.iter().for_each(|raw| self.add(Field::Text, Some(Lang::Lv), raw));
            }
            Record::Person(person) => {
                let names = person.name.iter().chain(&person.other_names);
                names.for_each(|name| self.add(Field::Title, None, name));
                self.both(Field::Text, &person.role);
            }
            // Of a name only the names: a note tells of other things.
            Record::Partner { partner, .. } => {
                self.both(Field::Title, &partner.name);
                partner.short.iter().for_each(|short| self.both(Field::Title, short));
                self.partner(Field::Keyword, partner);
            }
            Record::Term { entry, .. } => {
                self.both(Field::Title, &entry.name);
                self.entry(Field::Text, entry);
            }
        }
    }

    fn action(&mut self, action: &Action) {
        let dataset = self.dataset;
        self.title(Field::Title, &action.title);
        self.both(Field::Summary, &action.summary);
        self.both(Field::Text, &action.description);
        action.parts.iter().for_each(|part| self.both(Field::Text, part));
        self.add(Field::Text, Some(Lang::Lv), &action.timeline.raw);
        self.time(Field::Time, [action.timeline.start, action.timeline.end]);
        match action.timeline.kind {
            TimelineKind::Ongoing => {
                STATES.words_for(State::OpenEnded).for_each(|word| self.add(Field::Time, None, word));
            }
            TimelineKind::RecurringAnnual => self.add(Field::Time, None, EVERY_YEAR),
            _ => {}
        }
        for date in &action.inner_dates {
            self.add(Field::Text, Some(Lang::Lv), &date.raw);
            self.both(Field::Text, &date.what);
        }
        action.keywords.lv.iter().for_each(|word| self.add(Field::Keyword, Some(Lang::Lv), word));
        action.keywords.en.iter().for_each(|word| self.add(Field::Keyword, Some(Lang::En), word));
        let terms = action.terms.iter().chain(&action.instruments);
        terms.filter_map(|id| dataset.place_of_term(id)).for_each(|place| self.shared(Shared::Term(place)));
        dataset.place_of_theme(&action.theme).into_iter().for_each(|place| self.shared(Shared::Theme(place)));
        for (role, field) in [(PartnerRole::Partner, Field::Partner), (PartnerRole::Named, Field::Named)] {
            let of_role = action.partners.iter().filter(|partner| partner.role == role);
            self.actors(field, of_role.map(|partner| &partner.code));
        }
    }
}

/// The word of a record that costs least, spelt as it stands there; of equals the first. Only one slot is read where that
/// is given; `cost` is told the folded word, and gives none for one that is not meant.
pub fn cheapest_word(
    dataset: &Dataset,
    record: Record<'_>,
    only: Option<Slot>,
    cost: impl Fn(&str) -> Option<usize>,
) -> Option<String> {
    let mut cheapest: Option<(usize, String)> = None;
    visit_texts(dataset, record, &mut |slot: Slot, text: &str| {
        let is_done = cheapest.as_ref().is_some_and(|(least, _)| *least == 0);
        if is_done || only.is_some_and(|only| only != slot) {
            return;
        }
        let whole = Folded::of(text);
        for (start, word) in words(whole.text()) {
            let least = cheapest.as_ref().map_or(usize::MAX, |(least, _)| *least);
            let Some(cost) = cost(word).filter(|cost| *cost < least) else { continue };
            let spelt = text.get(whole.original(start..start + word.len()));
            cheapest = spelt.map(|spelt| (cost, spelt.to_owned())).or(cheapest.take());
        }
    });
    cheapest.map(|(_, word)| word)
}
