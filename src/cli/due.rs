//! `dosje due`: what falls due when, as the dashboard's timeline has it.

use std::io::Write;

use serde_json::json;

use super::args::{Args, DueForm};
use super::failure::Failure;
use super::words::{DONE, load, nothing, when};
use super::{json as envelope, print};
use crate::briefing::{Languages, Sort, calendar, markings, occasions};
use crate::domain::due::{Deadline, Deadlines, Due};
use crate::domain::{Dataset, Date, Lang, RecordId};
use crate::i18n::messages;

/// Lists every action and milestone by where its end lies; with `until`, only those that state an end until then.
pub fn due(args: &Args, until: Option<Date>, form: DueForm, out: &mut impl Write) -> Result<u8, Failure> {
    let dataset = load(args)?;
    let deadlines = Deadlines::on(args.day(), &dataset);
    let is_asked =
        |deadline: &&Deadline| until.is_none_or(|until| deadline.last.is_some_and(|last| last <= until.last_day()));
    let asked: Vec<&Deadline> = deadlines.all().iter().filter(is_asked).collect();
    if form.ics {
        calendar_of(args, &dataset, &asked, form.allow_marked, out)?;
    } else if form.json {
        let list: Vec<_> = asked.iter().filter_map(|deadline| deadline_json(&dataset, deadline)).collect();
        envelope::envelope("deadlines", list, out)?;
    } else {
        let rows: Vec<Vec<String>> = asked.iter().map(|deadline| cells(args, &dataset, deadline)).collect();
        let lines = print::aligned(&rows);
        for due in Due::ALL {
            let of_class: Vec<_> = asked.iter().zip(&lines).filter(|(deadline, _)| deadline.due == due).collect();
            if of_class.is_empty() {
                continue;
            }
            writeln!(out, "{}", heading(args.language(), due, of_class.len()))?;
            of_class.iter().try_for_each(|(_, line)| writeln!(out, "  {line}"))?;
        }
    }
    Ok(if asked.is_empty() { nothing(args)? } else { DONE })
}

/// The ends as a calendar has them; what states none is not in it.
fn calendar_of(
    args: &Args,
    dataset: &Dataset,
    asked: &[&Deadline],
    allow_marked: bool,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let ids: Vec<RecordId> =
        asked.iter().filter(|deadline| deadline.last.is_some()).map(|deadline| deadline.record.clone()).collect();
    let markings = markings(dataset, &ids);
    if !markings.is_empty() && !allow_marked {
        return Err(Failure::Marked(markings.join(", ")));
    }
    let languages = Languages::One(args.language());
    let mut ends = occasions(dataset, &ids, languages, args.day());
    ends.retain(|occasion| occasion.sort != Sort::Mentioned);
    write!(out, "{}", calendar::of(&ends, languages, args.day(), &markings))?;
    Ok(())
}

fn heading(lang: Lang, due: Due, count: usize) -> String {
    let words = &messages(lang).time;
    let note = (words.due_note)(due);
    let note = if note.is_empty() { String::new() } else { format!(" ({note})") };
    format!("{}{note}: {count}", (words.due)(due))
}

/// Id, time span or date, title, and whether it is only possible.
fn cells(args: &Args, dataset: &Dataset, deadline: &Deadline) -> Vec<String> {
    let words = messages(args.language());
    let record = dataset.record(&deadline.record);
    let when = record.map(|record| when(record, words)).unwrap_or_default();
    let title = record.map_or("", |record| record.title(args.language()));
    let title = match (words.certainty)(deadline.certainty) {
        "" => title.to_owned(),
        certainty => format!("{title} ({certainty})"),
    };
    vec![deadline.record.to_string(), when, title]
}

fn deadline_json(dataset: &Dataset, deadline: &Deadline) -> Option<serde_json::Value> {
    let record = dataset.record(&deadline.record)?;
    let more = json!({
        "due": deadline.due.word(),
        "last_day": deadline.last.map(|day| day.to_string()),
        "certainty": deadline.certainty,
    });
    Some(envelope::named(record, more))
}
