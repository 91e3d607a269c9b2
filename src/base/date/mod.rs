//! A date: a day, a month or a year, as precisely as its source says.

mod calendar;
mod written;

use std::fmt;
use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

pub use calendar::{Month, Week};

/// Ordered by time; a month comes before its days.
///
/// Its number: counting compares dates for each article of each term, and four bytes are compared at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "Parts", try_from = "Parts")]
pub struct Date(NonZeroU32);

/// What is said of a date in JSON, and so what the hash of a dictionary is taken of.
#[derive(Serialize, Deserialize)]
struct Parts {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

impl From<Date> for Parts {
    fn from(date: Date) -> Self {
        Self { year: date.year(), month: date.month_of_year(), day: date.day() }
    }
}

impl TryFrom<Parts> for Date {
    type Error = &'static str;

    fn try_from(parts: Parts) -> Result<Self, Self::Error> {
        Self::checked(parts.year, parts.month, parts.day).ok_or("no date of the calendar")
    }
}

impl Date {
    /// Reads ISO dates ("2024", "2024-06", "2024-06-19", with or without a time behind it), "20240619", "2024/06/19",
    /// "19 June 2024", "June 19, 2024" and mail dates. Nothing that two countries read differently ("06/07/2024").
    pub fn parse(text: &str) -> Option<Self> {
        written::date(text.trim())
    }

    /// The month, where the date says one.
    pub fn month(self) -> Option<Month> {
        Some(Month::of(self.year(), self.month_of_year()?))
    }

    /// The week, where the date says the day.
    pub fn week(self) -> Option<Week> {
        Week::of(self.year(), self.month_of_year()?, self.day()?)
    }

    /// All of a year.
    pub fn of_year(year: i16) -> Option<Self> {
        Self::checked(year, None, None)
    }

    pub fn year(self) -> i16 {
        // It was made of a year of four digits.
        (self.number() / 10_000) as i16
    }

    /// Whether it says the day.
    pub fn is_day(self) -> bool {
        self.day().is_some()
    }

    /// The numbers of its first and its last possible day; days that no calendar has do no harm, since numbers are compared.
    pub fn span(self) -> (u32, u32) {
        let number = self.number();
        let open = |scale: u32, all: u32| if number % (scale * 100) / scale == 0 { all * scale } else { 0 };
        (number + open(1, 1) + open(100, 1), number + open(1, 31) + open(100, 12))
    }

    /// 20240619, 20240600 or 20240000.
    pub fn number(self) -> u32 {
        self.0.get()
    }

    /// The date with this number; `None` of any other.
    pub fn of_number(number: u32) -> Option<Self> {
        let date = Self(NonZeroU32::new(number)?);
        Self::checked(i16::try_from(number / 10_000).ok()?, date.month_of_year(), date.day())
    }

    /// The same of a number that a date gave, and of 0, which is none.
    pub fn of_known(number: u32) -> Option<Self> {
        NonZeroU32::new(number).map(Self)
    }

    fn month_of_year(self) -> Option<i8> {
        two_digits(self.number() / 100)
    }

    fn day(self) -> Option<i8> {
        two_digits(self.number())
    }

    fn checked(year: i16, month: Option<i8>, day: Option<i8>) -> Option<Self> {
        let real =
            (1000..=9999).contains(&year) && jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).is_ok();
        // A real date has no negative parts.
        let part = |part: Option<i8>| u32::from(part.unwrap_or(0).unsigned_abs());
        let number = u32::from(year.unsigned_abs()) * 10_000 + part(month) * 100 + part(day);
        NonZeroU32::new(number).filter(|_| real).map(Self)
    }
}

/// The last two of a number, unless they are 0.
fn two_digits(number: u32) -> Option<i8> {
    Some((number % 100) as i8).filter(|part| *part > 0)
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(out, self.year(), [self.month_of_year(), self.day()])
    }
}

/// Digit by digit, since a table can hold a million dates, and `write!("{:04}-{:02}")` took most of the time to fill it.
fn write(out: &mut fmt::Formatter<'_>, year: i16, parts: [Option<i8>; 2]) -> fmt::Result {
    let two = |number: i16| [b'0' + (number / 10 % 10) as u8, b'0' + (number % 10) as u8];
    let mut text = *b"0000-00-00";
    text[..2].copy_from_slice(&two(year / 100));
    text[2..4].copy_from_slice(&two(year));
    let mut end = 4;
    for part in parts.into_iter().flatten() {
        text[end + 1..end + 3].copy_from_slice(&two(i16::from(part)));
        end += 3;
    }
    out.write_str(std::str::from_utf8(&text[..end]).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_ordered_by_time_and_come_back_from_their_numbers_and_from_json() {
        let dates = ["2023-12-31", "2024", "2024-06", "2024-06-01", "2024-06-19", "2024-07"].map(Date::parse);
        assert!(dates.is_sorted() && dates.iter().all(Option::is_some));
        for date in dates.into_iter().flatten() {
            assert_eq!([Date::of_number(date.number()), Date::of_known(date.number())], [Some(date); 2]);
            let json = serde_json::to_string(&date).unwrap();
            assert_eq!(serde_json::from_str::<Date>(&json).unwrap(), date, "{json}");
        }
        assert_eq!([0, 20_241_301, 20_240_230].map(Date::of_number), [None; 3]);
        assert!(serde_json::from_str::<Date>(r#"{"year":2024,"month":13,"day":null}"#).is_err());
    }
}
