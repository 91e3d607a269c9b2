//! A date: a day, a month or a year, as precisely as its source says.

use std::fmt;
use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

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

/// A calendar month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i16,
    month: i8,
}

impl Date {
    /// Reads ISO dates ("2024", "2024-06", "2024-06-19", with or without a time behind it), "20240619", "2024/06/19",
    /// "19 June 2024", "June 19, 2024" and mail dates. Nothing that two countries read differently ("06/07/2024").
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        iso(text).or_else(|| worded(text))
    }

    /// The month, where the date says one.
    pub fn month(self) -> Option<Month> {
        Some(Month { year: self.year(), month: self.month_of_year()? })
    }

    /// The week, where the date says the day.
    pub fn week(self) -> Option<Week> {
        let date = jiff::civil::Date::new(self.year(), self.month_of_year()?, self.day()?).ok()?;
        let week = date.iso_week_date();
        // Its Monday, so that all days of a week are equal.
        let monday = jiff::civil::ISOWeekDate::new(week.year(), week.week(), jiff::civil::Weekday::Monday);
        monday.ok().map(Week)
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

fn iso(text: &str) -> Option<Date> {
    let (date, rest) = text.split_at(text.find(['T', ' ']).unwrap_or(text.len()));
    let time = rest.get(1..).unwrap_or("").trim_start();
    let is_time = time.contains(':') && time.starts_with(|c: char| c.is_ascii_digit());
    if !(time.is_empty() || is_time) {
        return None;
    }
    let date = date.strip_suffix('Z').unwrap_or(date);
    let parts: Vec<&str> = match date.bytes().all(|byte| byte.is_ascii_digit()) && date.len() == 8 {
        true => vec![&date[..4], &date[4..6], &date[6..]],
        false => date.split(['-', '/', '.']).collect(),
    };
    // Full stops between day, month and year are written from the day on wherever they are written.
    let parts: Vec<&str> =
        if date.contains('.') && parts[0].len() <= 2 { parts.into_iter().rev().collect() } else { parts };
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if parts.len() > 3
        || parts[0].len() != 4
        || parts[1..].iter().any(|part| part.len() > 2)
        || !parts.iter().all(digits)
    {
        return None;
    }
    let numbers: Vec<i16> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    let small = |index: usize| numbers.get(index).map(|number| i8::try_from(*number).unwrap_or(-1));
    Date::checked(*numbers.first()?, small(1), small(2))
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A month by its name, whole or cut to three or four letters.
fn month_named(word: &str) -> Option<i8> {
    let cut = |name: &&str| *name == word || ((3..=4).contains(&word.len()) && name.starts_with(word));
    MONTHS.iter().position(cut).and_then(|index| i8::try_from(index + 1).ok())
}

/// "19 June 2024", "June 19, 2024", "June 2024", "Wed, 19 Jun 2024 10:00:00 GMT".
fn worded(text: &str) -> Option<Date> {
    let (mut year, mut month, mut day) = (None, None, None);
    for word in text.split([' ', ',', '.']).filter(|word| !word.is_empty()) {
        let lower = word.to_lowercase();
        let named = month_named(&lower);
        let number = lower.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<i16>().ok();
        match (named, number) {
            (Some(found), _) if month.is_none() => month = Some(found),
            (None, Some(found @ 1000..=9999)) if year.is_none() => year = Some(found),
            (None, Some(found @ 1..=31)) if day.is_none() => day = i8::try_from(found).ok(),
            // Behind the year stand a time and its zone.
            _ if year.is_some() => break,
            // Before it only the name of the weekday may stand.
            _ if lower.chars().all(char::is_alphabetic) && month.is_none() => {}
            _ => return None,
        }
    }
    month?;
    Date::checked(year?, month, day)
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(out, self.year(), [self.month_of_year(), self.day()])
    }
}

impl fmt::Display for Month {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(out, self.year, [Some(self.month), None])
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

/// A week of ISO 8601, from Monday to Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week(jiff::civil::ISOWeekDate);

impl Week {
    /// How many weeks lie between this one and that of 1 January 1970; neighbours differ by 1.
    pub fn number(self) -> i32 {
        let epoch = jiff::civil::date(1969, 12, 29);
        // A span between two dates is counted in days unless more is asked for.
        epoch.until(self.0.date()).map_or(0, |span| span.get_days().div_euclid(7))
    }
}

impl fmt::Display for Week {
    /// "2024-W25".
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-W{:02}", self.0.year(), self.0.week())
    }
}

impl Month {
    /// How many months it is from the year 0; neighbours differ by 1.
    pub fn number(self) -> i32 {
        i32::from(self.year) * 12 + i32::from(self.month) - 1
    }

    /// Its quarter of the year, "2024-Q2".
    pub fn quarter(self) -> String {
        format!("{:04}-Q{}", self.year, (self.month - 1) / 3 + 1)
    }

    /// The month after this one.
    pub fn next(self) -> Self {
        if self.month == 12 { Self { year: self.year + 1, month: 1 } } else { Self { month: self.month + 1, ..self } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_precisely_as_they_are_written() {
        let read = |text: &str| Date::parse(text).map(|date| date.to_string());
        let cases = [
            ("2024-06-19", "2024-06-19"),
            ("2024-06-19T10:00:00Z", "2024-06-19"),
            ("2024-06-19 10:00", "2024-06-19"),
            ("20240619", "2024-06-19"),
            ("2024/6/9", "2024-06-09"),
            ("2024-06", "2024-06"),
            ("2024", "2024"),
            ("19 June 2024", "2024-06-19"),
            ("June 19th, 2024", "2024-06-19"),
            ("Wed, 19 Jun 2024 10:00:00 GMT", "2024-06-19"),
            ("June 2024", "2024-06"),
            ("2024 June 19", "2024-06-19"),
            ("Sept. 5, 2024", "2024-09-05"),
            ("19.06.2024", "2024-06-19"),
            ("2024.06.19", "2024-06-19"),
            ("2024-06-19Z", "2024-06-19"),
        ];
        for (text, date) in cases {
            assert_eq!(read(text).as_deref(), Some(date), "{text}");
        }
    }

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

    #[test]
    fn a_week_runs_from_monday_to_sunday_and_belongs_to_the_year_of_its_thursday() {
        let week = |text: &str| Date::parse(text).and_then(Date::week);
        let cases = [
            ("2024-06-17", "2024-W25"),
            ("2024-06-23", "2024-W25"),
            ("2024-12-30", "2025-W01"),
            ("2021-01-03", "2020-W53"),
        ];
        for (day, name) in cases {
            assert_eq!(week(day).map(|week| week.to_string()).as_deref(), Some(name), "{day}");
        }
        assert_eq!(week("2024-06-17"), week("2024-06-23"));
        let number = |text: &str| week(text).map(Week::number);
        assert_eq!(number("1970-01-01"), Some(0));
        assert_eq!(number("2025-01-06"), number("2024-12-30").map(|number| number + 1));
        assert_eq!(number("1969-12-28"), Some(-1));
        assert_eq!(week("2024-06"), None);
    }

    #[test]
    fn months_are_counted_on_and_known_by_their_quarter() {
        let month = |text: &str| Date::parse(text).and_then(Date::month);
        assert_eq!(month("2024-12").map(|month| month.number() + 1), month("2025-01").map(Month::number));
        let quarters =
            ["2024-03", "2024-04", "2024-12"].map(|text| month(text).map(Month::quarter).unwrap_or_default());
        assert_eq!(quarters, ["2024-Q1", "2024-Q2", "2024-Q4"]);
    }

    #[test]
    fn what_is_no_date_or_two_dates_is_refused() {
        for text in [
            "",
            "soon",
            "06/07/2024",
            "2024-13-01",
            "2024-02-30",
            "19",
            "12 monkeys",
            "2024-06-19-1",
            "9999999",
            "2024 сентября 5",
            "Marching 3 2024",
            "2024-+6-1",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }
}
