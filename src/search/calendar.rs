//! Dates in the words in which one types them.

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

/// Quarters in words and in figures that are no word besides; the first has none of those.
const QUARTERS: [&str; 4] = ["pirmais first", "otrais second ii", "trešais third iii", "ceturtais fourth iv"];

/// A date as words: `2027 27`; with its quarter `q4 4c 2027q4 4c27`, month `jūnijs june 06`, season or day.
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
            let said = usize::try_from(quarter - 1).ok().and_then(|place| QUARTERS.get(place)).copied();
            format!(
                "q{quarter} {quarter}c {year}q{quarter} {quarter}c{short:02} q{quarter}{year} {quarter} cet {} ceturksnis quarter",
                said.unwrap_or_default()
            )
        }
        Date::Season(_, season) => {
            let name = usize::try_from(season - 1).ok().and_then(|place| SEASONS.get(place));
            name.copied().unwrap_or_default().to_owned()
        }
        Date::Month(_, number) => month(number),
        // Also as it is typed in figures: `2.10.2014`, `02.10.2014`.
        Date::Day(day) => {
            let (number, of_month) = (day.day(), day.month());
            format!("{} {number} {of_month} {year} {number:02} {of_month:02} {year}", month(of_month))
        }
    };
    format!("{year} {short:02} {rest}")
}
