//! Charts of a plan: how its actions are spread over themes, sorts of time span, years of end and partners.

use super::{Block, Count, Layer, Writer};
use crate::domain::RecordId;
use crate::domain::vocabulary::PartnerKind;

/// How many partners are shown.
const PARTNERS: usize = 10;

impl Writer<'_> {
    pub(super) fn figures(&mut self, document: &RecordId) {
        let Some(figures) = self.dataset.figures(document) else { return };
        let words = &self.words.time;
        let themes = figures.themes.iter().filter_map(|(id, count)| {
            let theme = self.dataset.theme(id)?;
            let inset = if theme.parent.is_some() { "  " } else { "" };
            let number = format!("{inset}{}", id.number());
            Some(Count { number, label: theme.title.in_lang(self.lang).to_owned(), count: *count })
        });
        let themes: Vec<Count> = themes.collect();
        let kinds = figures.timelines.iter().map(|(kind, count)| plain((words.kind)(*kind), *count)).collect();
        let year = |year: Option<i16>| year.map_or_else(|| words.no_end.to_owned(), |year| year.to_string());
        let ends = figures.ends.iter().map(|(end, count)| plain(&year(*end), *count)).collect();
        let partners = self.frequent_partners(document);
        for (name, counts) in [
            (words.count_themes, themes),
            (words.count_kinds, kinds),
            (words.count_ends, ends),
            (words.count_partners, partners),
        ] {
            if !counts.is_empty() {
                self.section(name, Layer::Document);
                self.add(Block::Chart(counts));
            }
        }
    }

    /// The partners of most actions; "bilateral" or "global" names none.
    fn frequent_partners(&self, document: &RecordId) -> Vec<Count> {
        let Some(figures) = self.dataset.figures(document) else { return Vec::new() };
        let mut partners: Vec<_> = figures
            .partners
            .iter()
            .filter_map(|(code, mentions)| Some((self.dataset.partner(code)?, mentions.partner)))
            .filter(|(partner, count)| *count > 0 && partner.kind != PartnerKind::Scope)
            .collect();
        partners.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        partners.into_iter().take(PARTNERS).map(|(p, count)| plain(p.name.in_lang(self.lang), count)).collect()
    }
}

fn plain(label: &str, count: usize) -> Count {
    Count { number: String::new(), label: label.to_owned(), count }
}
