//! A heat map: one square a pair, the darker the higher, with its value printed in it.

use super::canvas::Canvas;
use super::cells::{filled, hatched};
use super::head::{head, nothing};
use super::matrix::Matrix;
use super::numbers::fixed;
use super::scale::{Scale, scale, shade};
use super::series::can_be_drawn;
use super::svg::svg;
use super::words::{Align, Turn, Words};
use super::{Drawn, Head};

/// What to draw: `cells` by row, then by column; a cell that is absent, None or not a number was not observed.
#[derive(Clone, Debug, Default)]
pub struct Heatmap {
    pub head: Head,
    pub rows: Vec<String>,
    pub columns: Vec<String>,
    pub cells: Vec<Vec<Option<f64>>>,
    /// What the values are, such as "NPMI".
    pub scale: String,
    pub decimals: usize,
    /// Behind each value: nothing or "%".
    pub suffix: String,
}

/// Draws the heat map, or a sentence if no cell was observed.
pub fn heatmap(chart: &Heatmap) -> Drawn {
    let Some(range) = range(chart) else {
        return nothing(&chart.head, "Heat map");
    };
    let kind =
        format!("Heat map of {} with {} rows and {} columns", chart.scale, chart.rows.len(), chart.columns.len());
    svg(&sheet(chart, range), &chart.head, &kind)
}

/// The lowest and the highest value, if any was observed.
fn range(chart: &Heatmap) -> Option<(f64, f64)> {
    let seen = pairs(chart).filter_map(|(row, column)| cell(chart, row, column));
    seen.fold(None, |range, value| match range {
        None => Some((value, value)),
        Some((low, high)) => Some((value.min(low), value.max(high))),
    })
}

fn pairs(chart: &Heatmap) -> impl Iterator<Item = (usize, usize)> {
    let columns = chart.columns.len();
    (0..chart.rows.len()).flat_map(move |row| (0..columns).map(move |column| (row, column)))
}

fn cell(chart: &Heatmap, row: usize, column: usize) -> Option<f64> {
    chart.cells.get(row)?.get(column).copied().flatten().filter(|&value| can_be_drawn(value))
}

fn text(chart: &Heatmap, value: f64) -> String {
    format!("{}{}", fixed(value, chart.decimals), chart.suffix)
}

fn sheet(chart: &Heatmap, (low, high): (f64, f64)) -> Canvas {
    let mut canvas = Canvas::new();
    let top = head(&mut canvas, &chart.head);
    let has_gaps = pairs(chart).any(|(row, column)| cell(chart, row, column).is_none());
    let legend =
        Scale { label: &chart.scale, low: text(chart, low), high: text(chart, high), flat: low == high, has_gaps };
    let top = scale(&mut canvas, &legend, top);
    let texts: Vec<String> =
        pairs(chart).filter_map(|(row, column)| cell(chart, row, column)).map(|value| text(chart, value)).collect();
    let matrix = Matrix::around(&chart.rows, &chart.columns, &texts, top);
    canvas.width = matrix.width;
    labels(&mut canvas, &matrix);
    for (row, column) in pairs(chart) {
        let corner = matrix.corner(row, column);
        match cell(chart, row, column) {
            None => hatched(&mut canvas, corner, matrix.cell),
            Some(value) => {
                let ground = shade(value, low, high);
                filled(&mut canvas, &matrix, corner, ground, &text(chart, value));
            }
        }
    }
    canvas.end(matrix.corner(chart.rows.len(), 0).1);
    canvas
}

fn labels(canvas: &mut Canvas, matrix: &Matrix) {
    let (width, height) = matrix.cell;
    for (row, lines) in matrix.rows.iter().enumerate() {
        let at = (matrix.left - 8, matrix.corner(row, 0).1 + height / 2);
        canvas.write_block(lines, &Words::new("", at, matrix.face).align(Align::Right));
    }
    for (column, lines) in matrix.columns.iter().enumerate() {
        let x = matrix.corner(0, column).0 + width / 2;
        // The lowest line of a block ends just above the cells, whichever way it is turned.
        let block = (lines.len() as i32 - 1) * matrix.face.leading();
        let (rise, align) = match matrix.turn {
            Turn::Flat => (block / 2 + 11, Align::Centre),
            Turn::Slant => (block * 35 / 100 + 9, Align::Left),
            Turn::Upright => (6, Align::Left),
        };
        let words = Words::new("", (x, matrix.top - rise), matrix.face).align(align);
        canvas.write_block(lines, &words.turn(matrix.turn));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(count: usize) -> Heatmap {
        let names: Vec<String> =
            (0..count).map(|index| format!("Central Commission for Discipline Inspection {index}")).collect();
        let value =
            |row: usize, column: usize| (row != column).then_some((row * 7 + column * 3) as f64 % 19.0 / 10.0 - 0.9);
        let cells = (0..count).map(|row| (0..count).map(|column| value(row, column)).collect()).collect();
        Heatmap {
            rows: names.clone(),
            columns: names,
            cells,
            scale: "NPMI".to_owned(),
            decimals: 2,
            ..Heatmap::default()
        }
    }

    fn drawn(chart: &Heatmap) -> Canvas {
        sheet(chart, range(chart).expect("the test data have values"))
    }

    #[test]
    fn any_number_of_labels_draws_without_overlap() {
        for count in [2, 3, 20, 40] {
            drawn(&chart(count)).assert_legible();
        }
    }

    #[test]
    fn what_is_not_a_number_is_not_observed() {
        let mut chart = chart(3);
        chart.cells = vec![vec![Some(f64::NAN), Some(f64::INFINITY), Some(0.5)], vec![Some(1.0)]];
        assert_eq!(range(&chart), Some((0.5, 1.0)));
        let svg = heatmap(&chart).expect("odd cells can be drawn");
        assert!(svg.contains("not observed") && !svg.contains("NaN") && !svg.contains("inf"));
    }

    #[test]
    fn a_matrix_without_values_draws_a_sentence() {
        for chart in [chart(0), chart(1), Heatmap { cells: Vec::new(), ..chart(3) }] {
            assert!(heatmap(&chart).is_ok_and(|svg| svg.contains("Nothing to show")));
        }
    }
}
