//! Dates in the words in which one types them.

use super::numerals::number_of_words;
use crate::domain::Date;

/// Months, Latvian and English; endings are the stemmer's.
const MONTHS: [&str; 12] = [
    "janvāris january",
    "februāris february",
    "marts march",
    "aprīlis april",
    "maijs may",
    "jūnijs june",
    "jūlijs july",
    "augusts august",
    "septembris september",
    "oktobris october",
    "novembris november",
    "decembris december",
];

/// Seasons from spring on.
const SEASONS: [&str; 4] = ["pavasaris spring", "vasara summer", "rudens autumn", "ziema winter"];

/// What comes back each year.
pub const EVERY_YEAR: &str = "katru gadu ik gadu every year yearly annually";

/// A date as words: `2027 27`; with its quarter as `4c`, `q4` and more, month as `jūnijs june 06 2014`, season or day.
pub fn words_of_date(date: Date) -> String {
    let year = date.year();
    let short = year.rem_euclid(100);
    let month = |month: i8| {
        let name = usize::try_from(month - 1).ok().and_then(|place| MONTHS.get(place)).copied().unwrap_or_default();
        format!("{name} {month:02}")
    };
    let rest = match date {
        Date::Year(_) => String::new(),
        Date::Quarter(_, quarter) => {
            format!(
                "q{quarter} {quarter}c {year}q{quarter} {quarter}c{short:02} q{quarter}{year} {quarter} cet ceturksnis quarter"
            )
        }
        Date::Season(_, season) => {
            let name = usize::try_from(season - 1).ok().and_then(|place| SEASONS.get(place));
            name.copied().unwrap_or_default().to_owned()
        }
        Date::Month(_, number) => format!("{} {year}", month(number)),
        // Also as it is typed in figures: `2.10.2014`, `02.10.2014`.
        Date::Day(day) => {
            let (number, of_month) = (day.day(), day.month());
            format!("{} {number} {of_month} {year} {number:02} {of_month:02} {year}", month(of_month))
        }
    };
    format!("{year} {short:02} {rest}")
}

/// The word for a quarter that folded words spell, `4c`, and how many of them do, from the second one on: a number and
/// *cet.*, *ceturksnis* or *quarter*; or `q4` beside a year, if that quarter of it is known, since questions of an agenda
/// are called so too.
pub fn quarter(words: [Option<&str>; 3], is_known: impl Fn(&str) -> bool) -> Option<(String, usize)> {
    let [before, own, behind] = words;
    let own = own?;
    let is_quarter = |word: &str| word == "cet" || ["ceturks", "quarter"].iter().any(|start| word.starts_with(start));
    if behind.is_some_and(is_quarter) {
        return Some((format!("{}c", number_of_quarter(own)?), 2));
    }
    let number = number_of_quarter(own.strip_prefix('q')?)?;
    let is_year = |word: &&str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let mut years = [before, behind].into_iter().flatten().filter(is_year);
    years.any(|year| is_known(&format!("{year}q{number}"))).then(|| (format!("{number}c"), 1))
}

/// The word for a quarter that is typed in one with its year: `2027q4` for `Q4/2027` or `2027/Q4`.
pub fn quarter_of_year(piece: &str) -> Option<String> {
    let (one, other) = piece.split_once('/')?;
    let is_quarter = |part: &str| part.starts_with(['q', 'Q']);
    let (year, quarter) = if is_quarter(one) { (other, one) } else { (one, other) };
    if !is_quarter(quarter) {
        return None;
    }
    match Date::typed(&format!("{year}{quarter}")) {
        Ok(Date::Quarter(year, quarter)) => Some(format!("{year}q{quarter}")),
        _ => None,
    }
}

/// Which quarter a folded number is: in figures, Roman ones too, or in words of any ending.
fn number_of_quarter(word: &str) -> Option<usize> {
    let romans = ["i", "ii", "iii", "iv"].iter().position(|roman| *roman == word).map(|place| place + 1);
    let number = word.parse().ok().or(romans).or_else(|| number_of_words(word))?;
    (1..=4).contains(&number).then_some(number)
}
