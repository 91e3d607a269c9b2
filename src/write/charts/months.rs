//! Where the points of a time axis stand, and which of them get a label.

use super::face::SMALL;
use super::text::shorten;

const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/// Pixels from one label to the next: "Jun 2024", "Jun", "2024".
const FULL: f64 = 76.0;
const SHORT: f64 = 36.0;
const YEAR: f64 = 48.0;
const OTHER_LIMIT: i32 = 120;

/// A label, and the year in the row below it when the label is a bare month.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    pub place: i64,
    pub label: String,
    pub year: Option<String>,
}

/// Months since the year 0, so that a month nobody wrote in still takes its room; a plain count if `x` is not rising months.
pub fn places(x: &[String]) -> Vec<i64> {
    rising_months(x).unwrap_or_else(|| (0..x.len() as i64).collect())
}

/// As many labels as fit when two neighbouring places are `pixels` apart.
pub fn ticks(x: &[String], pixels: f64) -> Vec<Tick> {
    let Some(months) = rising_months(x) else {
        return other_ticks(x, pixels);
    };
    let (Some(&first), Some(&last)) = (months.first(), months.last()) else {
        return Vec::new();
    };
    let full = |place: i64| Tick { place, label: format!("{} {}", name(place), place.div_euclid(12)), year: None };
    if pixels >= FULL {
        return (first..=last).map(full).collect();
    }
    let ticks = match [1, 2, 3, 6].into_iter().find(|&stride| pixels * stride as f64 >= SHORT) {
        Some(stride) => month_ticks(first, last, stride, pixels),
        None => year_ticks(first, last, pixels),
    };
    if ticks.is_empty() { vec![full(first)] } else { ticks }
}

fn month_ticks(first: i64, last: i64, stride: i64, pixels: f64) -> Vec<Tick> {
    let places: Vec<i64> = (first..=last).filter(|place| place % stride == 0).collect();
    let named = places.iter().enumerate().map(|(index, &place)| {
        let to_january = (12 - place.rem_euclid(12)) % 12;
        // The first label names its year too, if the next January's has room beside it.
        let has_year = to_january == 0 || index == 0 && to_january as f64 * pixels >= YEAR;
        Tick { place, label: name(place).to_owned(), year: has_year.then(|| place.div_euclid(12).to_string()) }
    });
    named.collect()
}

fn year_ticks(first: i64, last: i64, pixels: f64) -> Vec<Tick> {
    let strides = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
    let stride = strides.into_iter().find(|stride| pixels * 12.0 * f64::from(*stride) >= YEAR).unwrap_or(2000);
    let years =
        (first.div_euclid(12)..=last.div_euclid(12)).filter(|year| year % i64::from(stride) == 0 && year * 12 >= first);
    years.map(|year| Tick { place: year * 12, label: year.to_string(), year: None }).collect()
}

fn other_ticks(x: &[String], pixels: f64) -> Vec<Tick> {
    let labels: Vec<String> = x.iter().map(|label| shorten(label, SMALL, OTHER_LIMIT)).collect();
    let room = f64::from(labels.iter().map(|label| SMALL.width(label)).max().unwrap_or(0) + 16);
    let stride = (room / pixels.max(0.001)).ceil().max(1.0) as usize;
    let kept = labels.into_iter().enumerate().step_by(stride);
    kept.map(|(index, label)| Tick { place: index as i64, label, year: None }).collect()
}

fn rising_months(x: &[String]) -> Option<Vec<i64>> {
    let months: Option<Vec<i64>> = x.iter().map(|text| month(text)).collect();
    months.filter(|months| months.is_sorted_by(|earlier, later| earlier < later))
}

/// "2024-06" as months since the year 0.
fn month(text: &str) -> Option<i64> {
    let (year, month) = text.split_once('-')?;
    if year.len() != 4 || month.len() != 2 || !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
        return None;
    }
    let (year, month): (i64, i64) = (year.parse().ok()?, month.parse().ok()?);
    (1..=12).contains(&month).then(|| year * 12 + month - 1)
}

fn name(place: i64) -> &'static str {
    NAMES[place.rem_euclid(12) as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(first: i64, count: i64) -> Vec<String> {
        (first..first + count).map(|place| format!("{:04}-{:02}", place / 12, place % 12 + 1)).collect()
    }

    fn labels(ticks: &[Tick]) -> Vec<&str> {
        ticks.iter().map(|tick| tick.label.as_str()).collect()
    }

    #[test]
    fn few_months_are_named_in_full() {
        assert_eq!(labels(&ticks(&months(2024 * 12 + 11, 2), 300.0)), ["Dec 2024", "Jan 2025"]);
    }

    #[test]
    fn many_months_have_their_years_below() {
        let ticks = ticks(&months(2023 * 12 + 6, 24), 30.0);
        assert_eq!(labels(&ticks)[..4], ["Jul", "Sep", "Nov", "Jan"]);
        let years: Vec<_> = ticks.iter().filter_map(|tick| tick.year.as_deref()).collect();
        assert_eq!(years, ["2023", "2024", "2025"]);
    }

    #[test]
    fn decades_show_only_years() {
        assert_eq!(labels(&ticks(&months(1990 * 12 + 3, 480), 1.6))[..3], ["1995", "2000", "2005"]);
    }

    #[test]
    fn a_missing_month_keeps_its_room_and_other_labels_are_counted() {
        assert_eq!(places(&["2024-01".to_owned(), "2024-03".to_owned()]), [24288, 24290]);
        assert_eq!(places(&["week 9".to_owned(), "week 10".to_owned()]), [0, 1]);
        assert_eq!(places(&["2024-13".to_owned()]), [0]);
    }
}
