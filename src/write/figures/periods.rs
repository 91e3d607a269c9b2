//! The months or quarters along a chart: every one from the first to the last, so that a gap is as long as it was.
//!
//! But for gaps of more than ten years, which are one place each: a single misread date, 1024 beside 2024, would leave the
//! other articles one pixel between them.

use std::collections::BTreeMap;

/// The longest gap that is drawn as long as it was.
const YEARS: u32 = 10;
/// What a longer one is called.
const LEFT_OUT: &str = "…";

/// Periods in order.
#[derive(Default)]
pub struct Periods {
    /// What stands below each place.
    pub x: Vec<String>,
    /// Where the periods that hold articles stand.
    places: BTreeMap<String, usize>,
}

/// How a year is cut: "2024-06", "2024-Q2".
struct Cut {
    a_year: u32,
    sign: &'static str,
    digits: usize,
}

const MONTHS: Cut = Cut { a_year: 12, sign: "-", digits: 2 };
const QUARTERS: Cut = Cut { a_year: 4, sign: "-Q", digits: 1 };

impl Periods {
    /// Of the months that hold articles, in order.
    pub fn months(covered: &[&str]) -> Self {
        Self::of(covered, &MONTHS)
    }

    pub fn quarters(covered: &[&str]) -> Self {
        Self::of(covered, &QUARTERS)
    }

    fn of(covered: &[&str], cut: &Cut) -> Self {
        let mut periods = Self::default();
        let mut next = None;
        for (number, name) in covered.iter().filter_map(|name| Some((cut.number(name)?, name))) {
            let from = next.unwrap_or(number);
            if number.saturating_sub(from) > YEARS * cut.a_year {
                periods.x.push(LEFT_OUT.to_owned());
            } else {
                periods.x.extend((from..number).map(|number| cut.name(number)));
            }
            if next.is_none_or(|next| next <= number) {
                periods.places.insert((*name).to_owned(), periods.x.len());
                periods.x.push((*name).to_owned());
                next = Some(number + 1);
            }
        }
        periods
    }

    /// Where `period` stands; nowhere without articles.
    pub fn place(&self, period: &str) -> Option<usize> {
        self.places.get(period).copied()
    }

    /// A value for each place: `of_covered` where there are articles. Without them nothing can be said of anybody: a gap, not a
    /// zero.
    pub fn values<T: Copy>(&self, of_covered: T) -> Vec<Option<T>> {
        let mut values = vec![None; self.x.len()];
        self.places.values().for_each(|place| values[*place] = Some(of_covered));
        values
    }

    pub fn has_gaps(&self) -> bool {
        self.places.len() < self.x.len()
    }

    /// What the subtitle says of places that are no period.
    pub fn note(&self) -> &'static str {
        let is_cut = self.x.iter().any(|name| name == LEFT_OUT);
        if is_cut { "; more than ten years without an article are one place, …" } else { "" }
    }
}

impl Cut {
    /// Periods since the year 0.
    fn number(&self, name: &str) -> Option<u32> {
        let (year, part) = name.split_once(self.sign)?;
        let year: u32 = year.parse::<u16>().ok()?.into();
        let part: u32 = part.parse::<u8>().ok()?.into();
        (1..=self.a_year).contains(&part).then(|| year * self.a_year + part - 1)
    }

    fn name(&self, number: u32) -> String {
        let (year, part) = (number / self.a_year, number % self.a_year + 1);
        format!("{year:04}{}{part:0digits$}", self.sign, digits = self.digits)
    }
}

#[cfg(test)]
mod tests {
    use super::Periods;

    #[test]
    fn months_without_an_article_keep_their_place() {
        let months = Periods::months(&["2024-11", "2025-02", ""]);
        assert_eq!(months.x, ["2024-11", "2024-12", "2025-01", "2025-02"]);
        assert_eq!((months.place("2025-02"), months.place("2025-01"), months.place("")), (Some(3), None, None));
        assert_eq!(months.values(0.0), [Some(0.0), None, None, Some(0.0)]);
        assert!(months.has_gaps() && months.note().is_empty());
        assert_eq!(Periods::months(&["2024-11"]).x, ["2024-11"]);
        assert!(Periods::months(&[""]).x.is_empty());
    }

    #[test]
    fn quarters_without_an_article_keep_their_place() {
        let quarters = Periods::quarters(&["2024-Q3", "2024-Q3", "2025-Q2"]);
        assert_eq!(quarters.x, ["2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2"]);
        assert!(Periods::quarters(&[]).x.is_empty());
    }

    #[test]
    fn more_than_ten_years_without_an_article_are_one_place() {
        let months = Periods::months(&["1024-05", "2024-01", "2024-03", "9999-12"]);
        assert_eq!(months.x, ["1024-05", "…", "2024-01", "2024-02", "2024-03", "…", "9999-12"]);
        assert_eq!(months.place("9999-12"), Some(6));
        assert!(months.note().contains("ten years"));
        let ten_years = Periods::months(&["2010-01", "2020-02"]);
        assert_eq!((ten_years.x.len(), ten_years.note()), (122, ""));
        assert_eq!(Periods::quarters(&["2010-Q1", "2020-Q3"]).x, ["2010-Q1", "…", "2020-Q3"]);
    }
}
