//! An entry as a card, so that the screen shows what will be written.

use super::{Briefing, Entry, Layer, Line, Part, Section};
use crate::card::{self, Block, Card};
use crate::domain::{Lang, RecordId};

impl Briefing {
    /// The entry of a record as a card in `lang`; none where it is no entry.
    #[must_use]
    pub fn card(&self, id: &RecordId, lang: Lang) -> Option<Card> {
        let entry = self.entries().find(|entry| entry.id == *id)?;
        let mut blocks =
            vec![Block::Heading { number: entry.number.clone(), title: entry.title.in_lang(lang).to_owned() }];
        blocks.extend(entry.facts.iter().map(|fact| pair(fact, lang)));
        entry.sections.iter().for_each(|section| add(section, lang, &mut blocks));
        // Whose English it is stands last in what is written.
        let remark = self.remarks.last().map(|remark| remark.in_lang(lang).to_owned());
        if let Some(remark) = remark.filter(|_| has_sign(entry, lang)) {
            blocks.extend([Block::Gap, Block::Text(remark, card::Layer::Editorial)]);
        }
        Some(Card { blocks })
    }
}

fn has_sign(entry: &Entry, lang: Lang) -> bool {
    let sign = crate::i18n::messages(lang).briefing.ours;
    let titles = entry.sections.iter().map(|section| &section.title).chain([&entry.title]);
    !sign.is_empty() && titles.into_iter().any(|title| title.in_lang(lang).ends_with(sign))
}

fn pair(fact: &Line, lang: Lang) -> Block {
    let (label, text) = (fact.lead.in_lang(lang).to_owned(), fact.text.in_lang(lang).to_owned());
    Block::Pair { label: label.into(), text, target: fact.record.clone() }
}

fn add(section: &Section, lang: Lang, blocks: &mut Vec<Block>) {
    let layer = section.card_layer();
    blocks.extend([Block::Gap, Block::Section(section.title.in_lang(lang).to_owned().into(), layer)]);
    if !section.remark.is_empty() {
        blocks.push(Block::Text(section.remark.in_lang(lang).to_owned(), layer));
    }
    for line in &section.lines {
        let url = if line.url.is_empty() { String::new() } else { format!(" {}", line.url) };
        let text = format!("{}{url}", line.text.in_lang(lang));
        blocks.push(match (&line.record, section.part) {
            (Some(target), Part::Linked) => {
                let (number, lead) = (target.number(), line.lead.in_lang(lang));
                let title = lead.strip_prefix(number).unwrap_or(lead).trim();
                let text = if title.is_empty() { text } else { format!("{title}: {text}") };
                Block::Link { target: target.clone(), number: number.to_owned(), text, badge: String::new() }
            }
            (_, Part::Note) => Block::Text(format!("{}{text}", line.opening_in(lang)), layer),
            _ => Block::Point { lead: line.opening_in(lang), text, layer },
        });
    }
}

impl Section {
    /// Whose words they are, as a card tells them apart.
    #[must_use]
    pub fn card_layer(&self) -> card::Layer {
        match (self.part, self.layer) {
            (_, Layer::Own) => card::Layer::Own,
            (_, Layer::Outside | Layer::Later) => card::Layer::Later,
            (Part::Warnings, _) => card::Layer::Warning,
            (_, Layer::Editorial) => card::Layer::Editorial,
            (_, Layer::Document) => card::Layer::Document,
        }
    }
}
