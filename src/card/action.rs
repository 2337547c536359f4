//! Cards of a paper, a theme and an action.

use jiff::civil::Date as Day;

use super::{Block, Layer, Writer};
use crate::domain::records::{Action, Document, Identifier, PartnerRef, PartnerRole, Place, Theme};
use crate::domain::timeline::Certainty;
use crate::domain::{Dataset, Lang, id};
use crate::i18n::messages;

impl Writer<'_> {
    pub(super) fn document(&mut self, document: &Document) {
        let labels = &self.words.labels;
        self.text(document.about.in_lang(self.lang));
        self.add(Block::Gap);
        self.pair(self.words.briefing.marking, document.marking.as_deref().unwrap_or_default());
        self.pair(labels.date, document.date.map(self.words.date).unwrap_or_default());
        self.pair(labels.place, document.place.as_ref().map_or("", |place| place.in_lang(self.lang)));
        let authors: Vec<_> = document.authors.iter().map(|code| self.partner_name(code)).collect();
        self.pair(labels.authors, authors.join("; "));
        // A JOIN or COM number begins with the name of its scheme already.
        let number = |id: &Identifier| {
            if id.value.starts_with(&*id.scheme) { id.value.to_string() } else { format!("{} {}", id.scheme, id.value) }
        };
        let numbers: Vec<_> = document.identifiers.iter().map(number).collect();
        self.pair(labels.identifiers, numbers.join("; "));
        let lang = self.lang.code();
        for url in document.urls.iter().filter(|url| *url.lang == *lang) {
            self.pair(labels.url, url.url.clone());
        }
        let is_of_it = |id: &crate::domain::RecordId| id.collection() == document.id.as_str();
        let count = self.dataset.figures(&document.id).map_or(0, |figures| figures.actions);
        if count > 0 {
            self.pair(labels.actions, (self.words.actions)(count));
        }
        self.pair(labels.provenance, document.provenance.in_lang(self.lang));
        self.flags(&document.flags);
        let themes = self.dataset.themes().iter().filter(|theme| is_of_it(&theme.id) && theme.parent.is_none());
        self.links(labels.themes, themes.map(|theme| &theme.id));
        self.figures(&document.id);
    }

    pub(super) fn theme(&mut self, theme: &Theme) {
        let labels = &self.words.labels;
        let count = self.dataset.count_under(&theme.id);
        self.other_title(&theme.title.lv, &theme.title.en);
        if let Some(above) = theme.parent.as_ref().and_then(|id| self.dataset.theme(id)) {
            let text = format!("{} {}", above.id.number(), above.title.in_lang(self.lang));
            self.add(Block::Pair { label: labels.theme.into(), text, target: Some(above.id.clone()) });
        }
        self.pair(labels.actions, (self.words.actions)(count));
        if let Some(next) = self.dataset.next_end(&theme.id, self.today) {
            self.pair(labels.next_end, (self.words.date)(next));
        }
        let below = self.dataset.themes().iter().filter(|other| other.parent.as_ref() == Some(&theme.id));
        self.links(labels.sub_themes, below.map(|other| &other.id));
        self.links(labels.actions, self.dataset.actions_under(&theme.id).map(|action| &action.id));
    }

    pub(super) fn action(&mut self, action: &Action) {
        let labels = &self.words.labels;
        self.other_title(&action.title.lv, &action.title.en);
        let above = self.dataset.theme(&action.theme);
        let parent = above.and_then(|theme| theme.parent.as_ref()).and_then(|id| self.dataset.theme(id));
        let names: Vec<_> = parent
            .into_iter()
            .chain(above)
            .map(|theme| format!("{} {}", theme.id.number(), theme.title.in_lang(self.lang)))
            .collect();
        let target = Some(action.theme.clone());
        self.add(Block::Pair { label: labels.theme.into(), text: names.join(" > "), target });
        // The time span is one line; partners may be many.
        self.pair(labels.timeline, time_span(self.dataset, action, self.lang, self.today));
        for (label, role) in [(labels.partners, PartnerRole::Partner), (labels.named, PartnerRole::Named)] {
            let of_role = action.partners.iter().filter(|partner| partner.role == role);
            let names = of_role.map(|partner| (id::of_partner(&partner.code), actor(self.dataset, partner, self.lang)));
            self.pairs(label, names.collect());
        }
        self.pair(labels.summary, action.summary.in_lang(self.lang));
        self.paragraph(action.description.in_lang(self.lang));
        if !action.parts.is_empty() {
            self.section(labels.parts, Layer::Document);
            for (index, part) in action.parts.iter().enumerate() {
                self.text(format!("{}) {}", index + 1, part.in_lang(self.lang)));
            }
        }
        self.instruments_and_dates(action);
        self.flags(&action.flags);
    }

    fn instruments_and_dates(&mut self, action: &Action) {
        let labels = &self.words.labels;
        if !action.instruments.is_empty() || !action.inner_dates.is_empty() {
            self.add(Block::Gap);
        }
        let terms = action.instruments.iter().filter_map(|id| self.dataset.term(id));
        let names = terms.map(|term| (id::of_term(&term.id), term.name.in_lang(self.lang).to_owned()));
        self.pairs(labels.instruments, names.collect());
        let dates = action.inner_dates.iter();
        let dates: Vec<_> = dates.map(|inner| format!("{}: {}", inner.raw, inner.what.in_lang(self.lang))).collect();
        self.pair(labels.inner_dates, dates.join("; "));
    }

    fn other_title(&mut self, lv: &str, en: &str) {
        let other = match self.lang {
            Lang::Lv => en,
            Lang::En => lv,
        };
        if lv != en {
            self.pair(self.words.labels.other_title, other);
        }
    }
}

/// The names of those who have a role in an action: as printed in Latvian where the row lists them; a name that its title
/// or text prints in the case of the sentence, and any in English, as the vocabulary has it.
#[must_use]
pub fn actors(dataset: &Dataset, action: &Action, role: PartnerRole, lang: Lang) -> String {
    let of_role = action.partners.iter().filter(|partner| partner.role == role);
    of_role.map(|partner| actor(dataset, partner, lang)).collect::<Vec<_>>().join(", ")
}

fn actor(dataset: &Dataset, partner: &PartnerRef, lang: Lang) -> String {
    match (lang, partner.from) {
        (Lang::Lv, Place::Cell) if !partner.as_printed.is_empty() => partner.as_printed.to_string(),
        _ => dataset.partner(&partner.code).map_or("?", |known| known.name.in_lang(lang)).to_owned(),
    }
}

/// The time span of an action: the printed words, then whether they bind, then how things stand on `today`.
#[must_use]
pub fn time_span(dataset: &Dataset, action: &Action, lang: Lang, today: Day) -> String {
    let (timeline, words) = (&action.timeline, messages(lang));
    let is_indicative = dataset.document_of(&action.id).is_some_and(|document| document.indicative);
    let mut parts = match lang {
        Lang::Lv => vec![timeline.raw.to_string()],
        Lang::En => {
            let said = (words.time_span)(timeline);
            let printed = format!("{}: {}", words.printed, timeline.raw);
            // Figures alone are the same in both languages.
            if said == *timeline.raw { vec![said] } else { vec![said, printed] }
        }
    };
    if timeline.certainty != Certainty::Firm {
        parts.push((words.certainty)(timeline.certainty).to_owned());
    }
    if is_indicative && timeline.end.is_some() {
        parts.push(words.indicative.to_owned());
    }
    parts.push((words.state)(timeline.state(today)).to_owned());
    parts.join("; ")
}
