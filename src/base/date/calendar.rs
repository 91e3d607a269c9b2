//! Months and weeks: what time is cut into.

use std::fmt;

use super::write;

/// A calendar month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i16,
    month: i8,
}

/// A week of ISO 8601, from Monday to Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week(jiff::civil::ISOWeekDate);

impl Week {
    /// The week of a day.
    pub fn of(year: i16, month: i8, day: i8) -> Option<Self> {
        let week = jiff::civil::Date::new(year, month, day).ok()?.iso_week_date();
        // Its Monday, so that all days of a week are equal.
        let monday = jiff::civil::ISOWeekDate::new(week.year(), week.week(), jiff::civil::Weekday::Monday);
        monday.ok().map(Week)
    }

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
    pub(super) fn of(year: i16, month: i8) -> Self {
        Self { year, month }
    }

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

impl fmt::Display for Month {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(out, self.year, [Some(self.month), None])
    }
}

#[cfg(test)]
mod tests {
    use super::super::Date;
    use super::*;

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
}
