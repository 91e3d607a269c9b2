//! What a heat map shows, as plain data: rows, columns and cells, and which of the cells hold a value that can be drawn.

use super::Head;
use super::numbers::fixed;
use super::series::can_be_drawn;

/// One square.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    Value(f64),
    /// No value, for the reason that the legend names.
    Missing,
    /// No value to be expected, such as of a thing with itself: left white.
    Blank,
}

/// What to draw: `cells` by row, then by column; a cell that is absent or not a number counts as missing.
#[derive(Clone, Debug, Default)]
pub struct Heatmap {
    pub head: Head,
    pub rows: Vec<String>,
    pub columns: Vec<String>,
    pub cells: Vec<Vec<Cell>>,
    /// What a missing cell means, in the words of the legend.
    pub missing: String,
    /// What the values are, such as "NPMI".
    pub scale: String,
    pub decimals: usize,
    /// Behind each value: nothing or "%".
    pub suffix: String,
    /// The values of the lightest and the darkest shade, where charts are to be compared; else those of the data.
    pub ends: Option<(f64, f64)>,
}

impl Heatmap {
    pub fn cell(&self, row: usize, column: usize) -> Cell {
        match self.cells.get(row).and_then(|cells| cells.get(column)) {
            Some(&Cell::Value(value)) if can_be_drawn(value) => Cell::Value(value),
            Some(Cell::Blank) => Cell::Blank,
            _ => Cell::Missing,
        }
    }

    /// Row and column of every cell.
    pub fn places(&self) -> impl Iterator<Item = (usize, usize)> {
        let columns = self.columns.len();
        (0..self.rows.len()).flat_map(move |row| (0..columns).map(move |column| (row, column)))
    }

    pub fn values(&self) -> impl Iterator<Item = f64> {
        self.places().filter_map(|(row, column)| match self.cell(row, column) {
            Cell::Value(value) => Some(value),
            Cell::Missing | Cell::Blank => None,
        })
    }

    /// The values of the lightest and the darkest shade, if there is any value.
    pub fn range(&self) -> Option<(f64, f64)> {
        let range = self.values().fold(None, |range, value| match range {
            None => Some((value, value)),
            Some((low, high)) => Some((value.min(low), value.max(high))),
        });
        range.map(|range| self.ends.unwrap_or(range))
    }

    pub fn has_missing(&self) -> bool {
        self.places().any(|(row, column)| self.cell(row, column) == Cell::Missing)
    }

    /// A value as it is printed.
    pub fn text(&self, value: f64) -> String {
        format!("{}{}", fixed(value, self.decimals), self.suffix)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_a_number_or_not_there_is_missing() {
        let labels = vec!["a".to_owned(), "b".to_owned(), "c".to_owned()];
        let cells = vec![[f64::NAN, f64::INFINITY, 0.5].map(Cell::Value).to_vec(), vec![Cell::Value(1.0), Cell::Blank]];
        let chart = Heatmap { rows: labels.clone(), columns: labels, cells, ..Heatmap::default() };
        assert_eq!(chart.range(), Some((0.5, 1.0)));
        let missing = chart.places().filter(|&(row, column)| chart.cell(row, column) == Cell::Missing).count();
        assert_eq!(missing, 6);
    }
}
