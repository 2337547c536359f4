//! Questions at the top of the window, and what their answers lead to.

use std::mem;

use super::export;
use super::own::annotate;
use super::settle;
use crate::app::ask::{Ask, Field, Question};
use crate::app::command::Command;
use crate::app::input::Input;
use crate::app::model::{Mode, Model};
use crate::app::msg::Effect;
use crate::app::palette::Face;
use crate::domain::annotations::Change;
use crate::domain::untrusted;

/// Asks something; `answer` stands there to be changed.
pub fn ask(model: &mut Model, question: Question, answer: &str) {
    model.mode = Mode::Ask(Box::new(Ask { question, input: Input::of(answer) }));
}

/// Takes a letter for the answer yes, or for no.
pub fn answer_with(model: &mut Model, letter: &str) -> Vec<Effect> {
    match letter {
        "j" | "J" | "y" | "Y" => answer(model),
        _ => {
            close(model);
            Vec::new()
        }
    }
}

pub fn run_in_ask(model: &mut Model, command: Command) -> Vec<Effect> {
    let Mode::Ask(asked) = &mut model.mode else { return Vec::new() };
    match command {
        // Enter alone says neither yes nor no.
        Command::Open if asked.question.is_yes_or_no() => {}
        Command::Open => return answer(model),
        Command::StepBack => close(model),
        edit => {
            asked.input.edit(edit);
        }
    }
    Vec::new()
}

fn close(model: &mut Model) {
    let Mode::Ask(asked) = mem::take(&mut model.mode) else { return };
    if let Question::Field(field) = asked.question {
        return_to_heading(model, Some(field));
    }
    settle(model);
}

/// Shows the heading on one of its fields; on the last where none is left.
fn return_to_heading(model: &mut Model, field: Option<Field>) {
    model.open_palette(Face::Heading);
    let place = Field::ALL.iter().position(|other| Some(*other) == field).unwrap_or(Field::ALL.len());
    model.select_in_palette(place);
}

fn answer(model: &mut Model) -> Vec<Effect> {
    let Mode::Ask(asked) = mem::take(&mut model.mode) else { return Vec::new() };
    let text = untrusted::line(asked.input.text()).trim().to_owned();
    match asked.question {
        Question::Field(field) => {
            let Some(head) = field.change(&text) else {
                model.notice = Some((model.words().own.no_number)(&text));
                ask(model, Question::Field(field), &text);
                return Vec::new();
            };
            let effects = annotate(model, Change::Head(head));
            return_to_heading(model, field.next());
            effects
        }
        Question::File(..) if text.is_empty() => Vec::new(),
        Question::File(format, languages) => export::write(model, format, languages, text),
        Question::Marked(export, _) => vec![Effect::Export(*export)],
        Question::Replace(export) => vec![Effect::Export(export.replacing())],
    }
}
