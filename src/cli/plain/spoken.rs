//! A record in words, to be heard: no columns, no signs for words, nothing cut.

use crate::app::{Model, Tab};
use crate::card::{Block, Card, Count, shown_number, year_of};
use crate::domain::annotations::Depth;
use crate::domain::{Record, RecordId};
use crate::i18n::Messages;

/// A paragraph of a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// What stands before it, and its further lines as far in: a number to be followed, a dash.
    pub lead: String,
    /// What it says; empty between groups.
    pub text: String,
}

impl Said {
    fn alone(text: impl Into<String>) -> Self {
        Self { lead: String::new(), text: text.into() }
    }

    /// What leads to another record under its number among `targets`.
    pub fn leading(target: &RecordId, targets: &[RecordId], text: String) -> Self {
        let place = targets.iter().position(|known| known == target);
        Self { lead: place.map(|place| bracketed(place + 1)).unwrap_or_default(), text }
    }

    /// A row that is opened by its bare number.
    pub fn row(number: usize, text: String) -> Self {
        Self { lead: numbered(number), text }
    }
}

/// The number of what a record leads to: in brackets, since by a bare one a row of the last list is opened.
fn bracketed(number: usize) -> String {
    format!("[{number}] ")
}

/// A number before what it stands for.
pub fn numbered(number: usize) -> String {
    format!("{number:>2}. ")
}

/// A number and what follows it.
fn led(number: &str, text: &str) -> String {
    format!("{number} {text}").trim().to_owned()
}

/// A card in paragraphs; what it leads to is numbered as in `targets`.
pub fn card(card: &Card, targets: &[RecordId], words: &Messages) -> Vec<Said> {
    card.blocks.iter().flat_map(|block| self::block(block, targets, words)).collect()
}

fn block(block: &Block, targets: &[RecordId], words: &Messages) -> Vec<Said> {
    let said = match block {
        Block::Gap => Said::default(),
        Block::Heading { number, title } => return vec![Said::alone(led(number, title)), Said::default()],
        Block::Rung(text) | Block::Text(text, _) => Said::alone(text),
        Block::Section(name, _) => Said::alone(name.as_ref()),
        Block::Pair { label, text, target } => {
            let text = if label.is_empty() { text.clone() } else { format!("{label}: {text}") };
            match target {
                Some(target) => Said::leading(target, targets, text),
                None => Said::alone(text),
            }
        }
        Block::Point { lead, text, .. } => Said { lead: "– ".to_owned(), text: led(lead, text) },
        Block::Link { target, number, text, badge } => {
            // A dot stands on screen where a record has no number.
            let text = led(number.trim_matches('·'), text);
            let text = if badge.is_empty() { text } else { format!("{text}, {}", doubted(badge, words)) };
            Said::leading(target, targets, text)
        }
        Block::Chart(counts) => return counts.iter().map(count).collect(),
    };
    vec![said]
}

fn count(line: &Count) -> Said {
    Said::alone(format!("{}: {}", led(line.number.trim(), &line.label), line.count))
}

/// A row of a list: number, title, and behind it in brackets what else the row shows.
pub fn row(model: &Model, record: Record<'_>, reason: Option<String>) -> String {
    let words = model.words();
    let mut parts = vec![(words.kind)(record.kind()).to_owned(), when(record, words)];
    parts.extend(figures(model, record));
    parts.extend(model.marks(record).signs().filter_map(|sign| words.meaning(sign)).map(str::to_owned));
    parts.extend(reason);
    parts.retain(|part| !part.is_empty());
    format!("{} ({})", led(shown_number(record), record.title(model.lang)), parts.join(", "))
}

/// A short time span whose doubt is not a sign, which may not be heard.
fn doubted(badge: &str, words: &Messages) -> String {
    match badge.strip_prefix('?').zip(words.meaning("?")) {
        Some((rest, doubt)) => format!("{rest}, {doubt}"),
        None => badge.to_owned(),
    }
}

/// The time span of a record, or its date in words.
fn when(record: Record<'_>, words: &Messages) -> String {
    match record {
        Record::Action(action) => doubted(&(words.badge)(&action.timeline), words),
        _ => record.date().map(words.span).unwrap_or_default(),
    }
}

/// What a row counts or says beside its dates.
fn figures(model: &Model, record: Record<'_>) -> Vec<String> {
    let (words, dataset, id) = (model.words(), &model.dataset, record.id());
    let added = model.annotations().of(id);
    let mut said = match record {
        Record::Theme(theme) => {
            let next = dataset.next_end(&theme.id, model.today);
            let next = next.map(|next| (words.next_by)(next.year())).unwrap_or_default();
            vec![(words.actions)(dataset.count_under(&theme.id)), next]
        }
        Record::Item(_) => {
            let intent = added.and_then(|added| added.intent).map(words.own.intent);
            intent.map(str::to_owned).into_iter().collect()
        }
        Record::Position(_) | Record::Question(_) => vec![year_of(dataset, id).to_string()],
        Record::Partner { partner, .. } => {
            let (direct, named) = dataset.concerns().named(&partner.code);
            vec![(words.plain.partner_in)(direct), (words.plain.named_in)(named)]
        }
        Record::Term { entry, .. } => entry.abbreviations.in_lang(model.lang).iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    };
    let depth = added.map(|added| added.depth).filter(|depth| model.tab == Tab::Briefing && *depth != Depth::Whole);
    said.extend(depth.map(|depth| (words.own.depth)(depth).to_owned()));
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::Layer;
    use crate::domain::Lang;
    use crate::i18n::messages;

    #[test]
    fn what_columns_and_bars_say_is_said_one_after_the_other() {
        let target = RecordId::new("ids25/2.4.1");
        let count = Count { number: "  2.4".into(), label: "Kvantiska datošana".into(), count: 5 };
        let blocks = vec![
            Block::Pair { label: "Partneri".into(), text: "Japāna".into(), target: None },
            Block::Link { target: target.clone(), number: "·".into(), text: "Glosārijs".into(), badge: "?26".into() },
            Block::Point { lead: "2014.".into(), text: "Teksts".into(), layer: Layer::Document },
            Block::Chart(vec![count]),
        ];
        let said = card(&Card { blocks }, &[RecordId::new("ids25/1"), target], messages(Lang::Lv));
        let said: Vec<String> = said.iter().map(|said| format!("{}{}", said.lead, said.text)).collect();
        assert_eq!(
            said,
            ["Partneri: Japāna", "[2] Glosārijs, 26, nav skaidrs", "– 2014. Teksts", "2.4 Kvantiska datošana: 5"]
        );
    }
}
