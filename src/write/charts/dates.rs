//! The dates at the side of many rows: as many as there is room for, the turns of years first.

use super::steps::step;
use super::ticks::TickRow;
use crate::base::wording::grouped;

/// Pixels from one date to the next.
const APART: i32 = 18;

/// A date beside the row it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub y: i32,
    pub text: String,
}

/// Marks for the rows, whose middles are at `middle`: years that begin have one before quarters, then months, then days.
/// Each names its day in full, so that it says the same whichever neighbours it has. Rows without any date are numbered.
pub fn marks(rows: &[TickRow], middle: impl Fn(usize) -> i32) -> Vec<Mark> {
    let mut before = None;
    let mut turns: Vec<(u8, usize, &str)> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let Some(day) = day(&row.label) else { continue };
        if let Some(turn) = turn(before, day) {
            turns.push((turn, index, day));
        }
        before = Some(day);
    }
    if turns.is_empty() {
        return numbers(rows.len(), middle);
    }
    turns.sort_by_key(|&(turn, index, _)| (turn, index));
    let mut marks: Vec<Mark> = Vec::new();
    for (_, index, day) in turns {
        let y = middle(index);
        if marks.iter().all(|mark| (mark.y - y).abs() >= APART) {
            marks.push(Mark { y, text: day.to_owned() });
        }
    }
    marks.sort_by_key(|mark| mark.y);
    marks
}

fn numbers(rows: usize, middle: impl Fn(usize) -> i32) -> Vec<Mark> {
    let step = step(rows as f64, 10, true) as usize;
    let numbered = (1..=rows).filter(|number| number.is_multiple_of(step.max(1)));
    numbered.map(|number| Mark { y: middle(number - 1), text: grouped(number as u64) }).collect()
}

/// The "2024-06-19" that a label begins with.
fn day(label: &str) -> Option<&str> {
    let day = label.get(..10)?;
    let is_date = day.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    is_date.then_some(day)
}

/// What begins with `day`: 0 a year, 1 a quarter, 2 a month, 3 a day; nothing if it is the day before it in the list.
fn turn(before: Option<&str>, day: &str) -> Option<u8> {
    let Some(before) = before else { return Some(0) };
    let quarter = |day: &str| day[5..7].parse::<u8>().map_or(0, |month| month.saturating_sub(1) / 3);
    let turns = [before[..4] != day[..4], quarter(before) != quarter(day), before[..7] != day[..7], before != day];
    turns.into_iter().zip(0..).find(|&(turns, _)| turns).map(|(_, rank)| rank)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(labels: &[&str]) -> Vec<TickRow> {
        labels.iter().map(|label| TickRow { label: (*label).to_owned(), ..TickRow::default() }).collect()
    }

    fn texts(labels: &[&str], pitch: i32) -> Vec<String> {
        marks(&rows(labels), |row| row as i32 * pitch).into_iter().map(|mark| mark.text).collect()
    }

    #[test]
    fn the_turn_of_a_year_comes_before_that_of_a_month() {
        let labels = ["2023-11-30 a", "2023-12-01 b", "2023-12-01 c", "2024-01-02 d", "2024-01-03 e"];
        assert_eq!(texts(&labels, 20), ["2023-11-30", "2023-12-01", "2024-01-02", "2024-01-03"]);
        assert_eq!(texts(&labels, 9), ["2023-11-30", "2024-01-02"]);
    }

    #[test]
    fn rows_without_dates_are_numbered() {
        assert_eq!(texts(&["Ünïcödé names", "2024-6-1", ""], 20), ["1", "2", "3"]);
        assert_eq!(texts(&[""; 3000], 1)[..2], ["500", "1,000"]);
    }

    #[test]
    fn dates_never_come_too_near_to_one_another() {
        let labels: Vec<String> = (0..900).map(|row| format!("20{:02}-{:02}-01", row / 12, row % 12 + 1)).collect();
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        let marks = marks(&rows(&labels), |row| row as i32);
        assert!(marks.len() > 30 && marks.windows(2).all(|pair| pair[1].y - pair[0].y >= APART));
    }
}
