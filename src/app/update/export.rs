//! The briefing goes out of the dashboard into a file.

use super::ask::ask;
use crate::app::ask::Question;
use crate::app::file_name::file_name;
use crate::app::model::Model;
use crate::app::msg::{Effect, Export, Target};
use crate::app::palette::Face;
use crate::briefing::{Briefing, Format, Languages, Setting};
use crate::domain::kept::{Reason, Unkept};

/// Shows the forms to choose from.
pub fn begin(model: &mut Model) {
    if model.annotations().marked.is_empty() {
        model.notice = Some(model.nothing_marked());
        return;
    }
    model.open_palette(Face::Exports);
}

/// Asks for the file, with a name to begin with.
pub fn choose(model: &mut Model, format: Format, languages: Languages) {
    let name = file_name(format, &model.annotations().heading.meeting, languages, model.today);
    ask(model, Question::File(format, languages), &name);
}

/// Writes the briefing, once what bears a handling marking may be written.
pub fn write(model: &mut Model, format: Format, languages: Languages, path: String) -> Vec<Effect> {
    let briefing = model.briefing(languages);
    let bytes = format.write(&briefing);
    let export = Export { target: Target::File { path, is_replaced: false }, bytes };
    if briefing.markings.is_empty() {
        return vec![Effect::Export(export)];
    }
    ask(model, Question::Marked(Box::new(export), briefing.markings.join(", ")), "");
    Vec::new()
}

/// Says under which name a file was written; where that is taken, asks whether it is to be replaced.
pub fn hear(model: &mut Model, export: Export, outcome: Result<String, Unkept>) -> Vec<Effect> {
    let words = &model.words().copy;
    match outcome {
        Ok(path) => model.notice = Some((words.written)(&path)),
        Err(Unkept { reason: Reason::Taken, .. }) if matches!(export.target, Target::File { .. }) => {
            ask(model, Question::Replace(Box::new(export)), "");
        }
        Err(unkept) => model.notice = Some((words.unwritten)(&unkept)),
    }
    Vec::new()
}

impl Model {
    /// The briefing as it stands.
    #[must_use]
    pub fn briefing(&self, languages: Languages) -> Briefing {
        let annotations = self.annotations();
        let setting = Setting { pace: self.ways.pace, ..Setting::new(languages, self.today) };
        Briefing::build(&self.dataset, annotations, &annotations.marked, &setting)
    }
}
