//! Dates as exact as the documents give them, after EDTF (ISO 8601-2): a year, quarter, season, month or day.
//!
//! Knows nothing of today: a caller passes it in.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date as Day;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// A date that may be as wide as a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Date {
    /// `2027`
    Year(i16),
    /// `2027-36` is the fourth quarter: EDTF counts quarters from 33.
    Quarter(i16, i8),
    /// `2015-21` is spring: EDTF counts seasons from 21.
    Season(i16, i8),
    /// `2015-05`
    Month(i16, i8),
    /// `2014-06-06`
    Day(Day),
}

/// A text that is no date of the forms this program reads.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "not a date: {0:?}; write 2027, 2027-10, 2027-10-31, a quarter as 2027-33 to 2027-36, a season as 2027-21 to 2027-24"
)]
pub struct NotADate(pub String);

impl Date {
    /// First day of the date.
    #[must_use]
    pub fn first_day(self) -> Day {
        let (year, month) = match self {
            Self::Day(day) => return day,
            Self::Quarter(year, quarter) => (year, quarter * 3 - 2),
            // Winter is taken as the months that open the year, so that a season never crosses one.
            Self::Year(year) | Self::Season(year, 4) => (year, 1),
            Self::Season(year, season) => (year, season * 3),
            Self::Month(year, month) => (year, month),
        };
        Day::new(year, month, 1).unwrap_or(Day::MIN)
    }

    /// Last day of the date.
    #[must_use]
    pub fn last_day(self) -> Day {
        let further_months = match self {
            Self::Day(day) => return day,
            Self::Year(_) => 11,
            Self::Quarter(..) | Self::Season(..) => 2,
            Self::Month(..) => 0,
        };
        let first = self.first_day();
        Day::new(first.year(), first.month() + further_months, 1).map_or(Day::MAX, Day::last_of_month)
    }

    /// The year it lies in.
    #[must_use]
    pub fn year(self) -> i16 {
        match self {
            Self::Year(year) | Self::Quarter(year, _) | Self::Season(year, _) | Self::Month(year, _) => year,
            Self::Day(day) => day.year(),
        }
    }

    /// A date as people type it: as in the data, and besides `2027q4` or `4c27`, as the lists have it, and years of this
    /// century by two digits.
    ///
    /// ```
    /// use dosje::domain::Date;
    /// assert_eq!(Date::typed("27"), Ok(Date::Year(2027)));
    /// assert_eq!(Date::typed("27Q4"), "2027-36".parse());
    /// assert_eq!(Date::typed("4c27"), "2027-36".parse());
    /// ```
    ///
    /// # Errors
    /// What is no date.
    pub fn typed(text: &str) -> Result<Self, NotADate> {
        let refused = || NotADate(text.to_owned());
        let (year, quarter) = match text.split_once(['q', 'Q', 'c', 'C']) {
            Some((quarter, year)) if quarter.len() == 1 => (year, Some(quarter)),
            Some((year, quarter)) => (year, Some(quarter)),
            None => (text, None),
        };
        let is_short = year.len() == 2 && year.bytes().all(|byte| byte.is_ascii_digit());
        let year = if is_short { format!("20{year}") } else { year.to_owned() };
        match (year.parse()?, quarter) {
            (date, None) => Ok(date),
            (Self::Year(year), Some(quarter)) => {
                let quarter = quarter.parse().ok().filter(|quarter| (1..=4).contains(quarter));
                quarter.map(|quarter| Self::Quarter(year, quarter)).ok_or_else(refused)
            }
            _ => Err(refused()),
        }
    }
}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let refused = || NotADate(text.to_owned());
        let mut parts = text.split('-');
        let mut number = |width: usize| -> Result<Option<i16>, NotADate> {
            match parts.next() {
                None => Ok(None),
                Some(digits) if digits.len() == width && digits.bytes().all(|b| b.is_ascii_digit()) => {
                    digits.parse().map(Some).map_err(|_| refused())
                }
                Some(_) => Err(refused()),
            }
        };
        let (year, second, third, rest) = (number(4)?, number(2)?, number(2)?, number(1)?);
        let small = |n: i16| i8::try_from(n).map_err(|_| refused());
        match (year, second, third, rest) {
            (Some(year), None, None, None) => Ok(Self::Year(year)),
            (Some(year), Some(month @ 1..=12), None, None) => Ok(Self::Month(year, small(month)?)),
            (Some(year), Some(season @ 21..=24), None, None) => Ok(Self::Season(year, small(season - 20)?)),
            (Some(year), Some(quarter @ 33..=36), None, None) => Ok(Self::Quarter(year, small(quarter - 32)?)),
            (Some(year), Some(month), Some(day), None) => {
                Day::new(year, small(month)?, small(day)?).map(Self::Day).map_err(|_| refused())
            }
            _ => Err(refused()),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-{}", quarter + 32),
            Self::Season(year, season) => write!(f, "{year:04}-{}", season + 20),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(day) => write!(f, "{day}"),
        }
    }
}

/// One date, or all from one date to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Span {
    /// The date, or the first of two.
    pub from: Date,
    /// The second of two.
    pub to: Option<Date>,
}

impl Span {
    /// First day.
    #[must_use]
    pub fn first_day(self) -> Day {
        self.from.first_day()
    }

    /// Last day.
    #[must_use]
    pub fn last_day(self) -> Day {
        self.to.unwrap_or(self.from).last_day()
    }
}

impl FromStr for Span {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        match text.split_once('/') {
            None => Ok(Self { from: text.parse()?, to: None }),
            Some((from, to)) => Ok(Self { from: from.parse()?, to: Some(to.parse()?) }),
        }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to {
            None => self.from.fmt(f),
            Some(to) => write!(f, "{}/{to}", self.from),
        }
    }
}

macro_rules! dated_text {
    ($name:ident, $format:literal, $example:literal) => {
        impl TryFrom<String> for $name {
            type Error = NotADate;
            fn try_from(text: String) -> Result<Self, NotADate> {
                text.parse()
            }
        }
        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.to_string()
            }
        }
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "format": $format, "examples": [$example] })
            }
        }
    };
}
dated_text!(Date, "edtf", "2027-36");
dated_text!(Span, "edtf-interval", "2014-10-02/2014-10-03");

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> (String, String) {
        let date: Date = text.parse().expect("a date");
        assert_eq!(date.to_string(), text, "written back as read");
        (date.first_day().to_string(), date.last_day().to_string())
    }

    #[test]
    fn each_form_of_date_knows_its_first_and_last_day() {
        for (text, first, last) in [
            ("2027", "2027-01-01", "2027-12-31"),
            ("2025-36", "2025-10-01", "2025-12-31"),
            ("2015-21", "2015-03-01", "2015-05-31"),
            ("2015-24", "2015-01-01", "2015-03-31"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("9999", "9999-01-01", "9999-12-31"),
            ("2014-06-06", "2014-06-06", "2014-06-06"),
        ] {
            assert_eq!(days(text), (first.to_owned(), last.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in
            ["", "27", "2027-13", "2027-02-30", "2027-37", "2027-1", "2027-01-01-1", "+027", "2027/2028", "gads"]
        {
            assert!(text.parse::<Date>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_span_of_two_dates_runs_from_the_first_to_the_last_day() {
        let span: Span = "2014-10-02/2014-10-03".parse().expect("a span");
        assert_eq!(span.first_day().to_string(), "2014-10-02");
        assert_eq!(span.last_day().to_string(), "2014-10-03");
    }
}
