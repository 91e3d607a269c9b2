//! The ground of a two-sided bar chart: where its zero stands, and how many pixels a unit has.

use super::face::{LABEL, SMALL};
use super::numbers::fixed;
use super::series::can_be_drawn;
use super::steps::{around, step};
use super::text::{shorten, widest, wrap};
use super::track::BAR;

/// Between a label and the zero line.
pub const AIR: i32 = 8;
/// Between the end of a bar and its note.
pub const NOTE: i32 = 6;
const LABEL_LIMIT: i32 = 300;

/// A row as it is laid out: its bar on one side of the zero line, its label on the other.
pub struct Row {
    pub label: Vec<String>,
    /// Absent if it cannot be drawn.
    pub value: Option<f64>,
    pub note: String,
    /// Whether the label and the note could be kept whole.
    pub is_whole: bool,
}

impl Row {
    /// Laid out for a panel of `width`. Two fifths of it for a label and one for a note always leave room for the bars.
    pub fn new((label, value, note): &(String, f64, String), width: i32) -> Row {
        let wrapped = wrap(label, LABEL, (width * 2 / 5).min(LABEL_LIMIT), 3);
        let short = shorten(note, SMALL, width / 5);
        let is_whole = !wrapped.iter().any(|line| line.contains('…')) && !short.contains('…');
        Row { label: wrapped, value: Some(*value).filter(|&value| can_be_drawn(value)), note: short, is_whole }
    }

    pub fn is_left(&self) -> bool {
        self.value.is_some_and(|value| value < 0.0)
    }

    pub fn height(&self) -> i32 {
        (self.label.len() as i32 * LABEL.leading() + 8).max(BAR + 8)
    }
}

/// The same for all panels of a sheet, so that their bars can be compared.
pub struct Balance {
    /// Pixels from the left edge of a panel to its zero line.
    pub zero: i32,
    /// Pixels of one unit.
    unit: f64,
    /// The whole numbers that have a line down the panel.
    pub levels: Vec<f64>,
}

impl Balance {
    /// The longest bars for which labels, bars and notes fit `width`.
    pub fn around(panels: &[Vec<Row>], width: i32) -> Balance {
        let (left, right) = (Side::of(panels, true), Side::of(panels, false));
        let room = f64::from(width);
        // On each side stand the bars and notes of its own rows and the labels of the others; whichever reaches further counts.
        let unit = [
            (room - left.bars(0.0) - right.bars(0.0)) / (left.reach + right.reach),
            (room - right.label - right.bars(0.0)) / right.reach,
            (room - left.label - left.bars(0.0)) / left.reach,
        ];
        // A side without rows has no reach, and its term is no limit.
        let unit = unit.into_iter().filter(|unit| unit.is_finite()).fold(f64::INFINITY, f64::min);
        let zero = right.label.max(left.bars(unit)).ceil() as i32;
        let mut balance = Balance { zero, unit, levels: Vec::new() };
        balance.levels = balance.levels(left.reach, right.reach, width);
        balance
    }

    /// Pixels from the zero line, negative to its left; something is never drawn as nothing.
    pub fn across(&self, value: f64) -> i32 {
        let pixels = (value * self.unit).round() as i32;
        if pixels == 0 && value != 0.0 { value.signum() as i32 } else { pixels }
    }

    /// Those whole numbers whose line and name lie inside the panel.
    fn levels(&self, left: f64, right: f64, width: i32) -> Vec<f64> {
        let half = |level: f64| SMALL.width(&fixed(level, 0)) / 2;
        let pixels = (left + right) * self.unit;
        let wanted = (pixels as i32 / (2 * half(left.max(right)) + 28)).clamp(1, 12);
        let levels = around(-left, right, step(left + right, wanted, true)).into_iter();
        let is_inside = |level: f64| {
            let x = self.zero + self.across(level);
            level == 0.0 || x >= half(level) && x + half(level) <= width
        };
        levels.filter(|&level| is_inside(level)).collect()
    }
}

/// What the rows on one side of the zero line need.
struct Side {
    /// The largest value, at least 1, or the axis would have no number but its zero; 0 if there are no rows.
    reach: f64,
    note: i32,
    /// Pixels of the labels, which stand on the other side.
    label: f64,
}

impl Side {
    fn of(panels: &[Vec<Row>], is_left: bool) -> Side {
        let rows = || panels.iter().flatten().filter(move |row| row.is_left() == is_left);
        let longest = rows().filter_map(|row| row.value).map(f64::abs).fold(1.0, f64::max);
        Side {
            reach: if rows().next().is_some() { longest } else { 0.0 },
            note: rows().map(|row| SMALL.width(&row.note) + NOTE).max().unwrap_or(0),
            label: f64::from(rows().map(|row| widest(&row.label, LABEL) + AIR).max().unwrap_or(0)),
        }
    }

    fn bars(&self, unit: f64) -> f64 {
        self.reach * unit + f64::from(self.note)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(values: &[f64]) -> Vec<Vec<Row>> {
        let row = |&value: &f64| Row::new(&("sanctions".to_owned(), value, "12 : 3".to_owned()), 900);
        vec![values.iter().map(row).collect()]
    }

    #[test]
    fn bars_and_notes_reach_from_edge_to_edge() {
        let balance = Balance::around(&rows(&[4.0, -4.0]), 900);
        let note = SMALL.width("12 : 3") + NOTE;
        assert!((balance.zero - balance.across(4.0) - note).abs() <= 1);
        assert!((balance.zero + balance.across(4.0) + note - 900).abs() <= 1);
        assert_eq!(balance.levels, [-4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0]);
    }

    #[test]
    fn a_side_without_rows_takes_no_room_but_for_the_labels_of_the_other() {
        let label = LABEL.width("sanctions") + AIR;
        assert_eq!(Balance::around(&rows(&[4.0, 1.0]), 900).zero, label);
        let left = Balance::around(&rows(&[-4.0]), 900);
        assert!((900 - left.zero - label).abs() <= 1);
    }

    #[test]
    fn small_values_have_an_axis_up_to_one_and_something_is_never_nothing() {
        let balance = Balance::around(&rows(&[0.001, 0.0]), 900);
        assert_eq!(balance.levels, [0.0, 1.0]);
        assert_eq!([0.001, 0.0, -0.0, -1e-9].map(|value| balance.across(value)), [1, 0, 0, -1]);
    }

    #[test]
    fn any_values_leave_a_scale_that_fits() {
        for values in [[9e17, -9e17], [f64::NAN, f64::INFINITY], [1e-300, -1e-300], [9e17, 0.1]] {
            let balance = Balance::around(&rows(&values), 400);
            assert!(balance.zero > 0 && balance.zero < 400, "{values:?}");
            assert!(!balance.levels.is_empty() && balance.levels.len() < 20, "{values:?}");
        }
    }
}
