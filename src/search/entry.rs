//! A record as the search sees it: every text of it with the field it stands in.

use std::collections::HashSet;

use super::field::{Field, Slot};
use super::filter::words_of_kind;
use super::fold::Folded;
use super::words::words;
use crate::domain::records::{Action, PartnerRole};
use crate::domain::vocabulary::{GlossaryEntry, Partner};
use crate::domain::{Dataset, Date, Lang, PartnerCode, Prose, Record, Title};

/// The texts of a record.
pub struct Texts<'a> {
    visit: &'a mut dyn FnMut(Slot, &str),
}

/// Gives every text of `record` to `visit`, with the slot it stands in.
pub fn visit_texts(dataset: &Dataset, record: Record<'_>, visit: &mut dyn FnMut(Slot, &str)) {
    let mut texts = Texts { visit };
    texts.record(dataset, record);
}

impl Texts<'_> {
    fn add(&mut self, field: Field, lang: Option<Lang>, text: &str) {
        (self.visit)(Slot::new(field, lang), text);
    }

    fn both(&mut self, field: Field, prose: &Prose) {
        self.add(field, Some(Lang::Lv), &prose.lv);
        self.add(field, Some(Lang::En), &prose.en);
    }

    fn title(&mut self, field: Field, title: &Title) {
        self.add(field, Some(Lang::Lv), &title.lv);
        self.add(field, Some(Lang::En), &title.en);
    }

    fn part(&mut self, dataset: &Dataset, headline: &Prose, texts: &[&Prose]) {
        self.both(Field::Title, headline);
        for text in texts {
            self.both(Field::Text, text);
        }
        // An abbreviation printed in the text stands for its forms in the other language too.
        let all = [headline].into_iter().chain(texts.iter().copied()).flat_map(|prose| [&prose.lv, &prose.en]);
        let printed: HashSet<&str> = all.flat_map(|text| text.split(|c: char| !c.is_alphanumeric())).collect();
        for entry in dataset.glossary() {
            let mut short = entry.abbreviations.lv.iter().chain(&entry.abbreviations.en);
            if short.any(|word| printed.contains(word.as_str())) {
                self.entry(entry);
            }
        }
    }

    fn entry(&mut self, entry: &GlossaryEntry) {
        let forms = [
            (Lang::Lv, &entry.abbreviations.lv, &entry.aliases.lv),
            (Lang::En, &entry.abbreviations.en, &entry.aliases.en),
        ];
        for (lang, short, long) in forms {
            for word in short {
                self.add(Field::Keyword, Some(lang), word);
            }
            for word in long {
                self.add(Field::Text, Some(lang), word);
            }
        }
        self.both(Field::Text, &entry.name);
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

    fn actors<'p>(&mut self, dataset: &Dataset, codes: impl IntoIterator<Item = &'p PartnerCode>) {
        codes.into_iter().filter_map(|code| dataset.partner(code)).for_each(|p| self.partner(Field::Partner, p));
    }

    /// A date in the forms in which one types it: `2027`, `q4`, `4c`, `2027q4`, `4c27`.
    fn time(&mut self, date: Date) {
        let year = date.year();
        self.add(Field::Time, None, &year.to_string());
        if let Date::Quarter(_, quarter) = date {
            let short = year.rem_euclid(100);
            let forms =
                format!("q{quarter} {quarter}c {year}q{quarter} {quarter}c{short:02} q{quarter}{year} {quarter} cet");
            self.add(Field::Time, None, &forms);
        }
    }

    fn record(&mut self, dataset: &Dataset, record: Record<'_>) {
        // A number with dots is no word; `Query::numbers` finds it.
        let is_word = !matches!(record, Record::Partner { .. } | Record::Term { .. });
        if is_word && !record.id().local().contains('.') {
            self.add(Field::Number, None, record.id().local());
        }
        words_of_kind(record.kind()).for_each(|word| self.add(Field::Around, None, word));
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
            Record::Action(action) => self.action(dataset, action),
            Record::Meeting(meeting) => {
                self.part(dataset, &meeting.name, &[&meeting.about, &meeting.place.name]);
                self.time(meeting.date.from);
            }
            Record::Event(event) => {
                self.part(dataset, &event.headline, &[&event.text]);
                self.actors(dataset, &event.actors);
                event.date.iter().for_each(|date| self.time(date.from));
            }
            Record::Context(context) => self.part(dataset, &context.headline, &[&context.text]),
            Record::Item(item) => {
                // `3. jautājums` is typed for Q3.
                self.add(Field::Number, None, item.id.local().trim_start_matches(|c: char| !c.is_ascii_digit()));
                self.part(dataset, &item.headline, &[&item.text]);
            }
            Record::Position(position) => self.part(dataset, &position.headline, &[&position.text, &position.line]),
            Record::Question(question) => self.part(dataset, &question.headline, &[&question.text]),
            Record::Milestone(milestone) => {
                self.part(dataset, &milestone.headline, &[&milestone.text]);
                self.actors(dataset, &milestone.actors);
                milestone.planned.iter().for_each(|date| self.time(date.from));
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
                self.entry(entry);
            }
        }
    }

    fn action(&mut self, dataset: &Dataset, action: &Action) {
        self.title(Field::Title, &action.title);
        self.both(Field::Summary, &action.summary);
        self.both(Field::Text, &action.description);
        action.parts.iter().for_each(|part| self.both(Field::Text, part));
        self.add(Field::Text, Some(Lang::Lv), &action.timeline.raw);
        [action.timeline.start, action.timeline.end].into_iter().flatten().for_each(|date| self.time(date));
        action.keywords.lv.iter().for_each(|word| self.add(Field::Keyword, Some(Lang::Lv), word));
        action.keywords.en.iter().for_each(|word| self.add(Field::Keyword, Some(Lang::En), word));
        let terms = action.terms.iter().chain(&action.instruments);
        terms.filter_map(|id| dataset.term(id)).for_each(|entry| self.entry(entry));
        if let Some(theme) = dataset.theme(&action.theme) {
            self.title(Field::Around, &theme.title);
        }
        for partner in &action.partners {
            let field = if partner.role == PartnerRole::Partner { Field::Partner } else { Field::Named };
            dataset.partner(&partner.code).into_iter().for_each(|p| self.partner(field, p));
        }
    }
}

/// How a folded word is spelt where it stands in a record.
pub fn spelling(dataset: &Dataset, record: Record<'_>, slot: Slot, folded: &str) -> Option<String> {
    let mut spelling = None;
    visit_texts(dataset, record, &mut |place, text| {
        if spelling.is_none() && place == slot {
            let whole = Folded::of(text);
            let found = words(whole.text()).find(|(_, word)| *word == folded);
            let range = found.map(|(start, word)| whole.original(start..start + word.len()));
            spelling = range.and_then(|range| text.get(range)).map(str::to_owned);
        }
    });
    spelling
}

/// Partners and bodies of a record, whether they take part or are only named.
pub fn partners_of(record: Record<'_>) -> Vec<&PartnerCode> {
    match record {
        Record::Action(action) => action.partners.iter().map(|partner| &partner.code).collect(),
        Record::Event(event) => event.actors.iter().collect(),
        Record::Milestone(milestone) => milestone.actors.iter().collect(),
        Record::Partner { partner, .. } => vec![&partner.code],
        Record::Meeting(meeting) => meeting.bodies.iter().map(|body| &body.code).chain(&meeting.presidency).collect(),
        _ => Vec::new(),
    }
}
