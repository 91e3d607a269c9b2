//! A heat map: one square a pair, the darker the higher, with its value printed in it.

use super::Drawn;
use super::canvas::Canvas;
use super::cells::{filled, missing};
use super::grid::{Cell, Heatmap};
use super::head::{head, nothing};
use super::matrix::Matrix;
use super::palette::{Color, FAINT, letters_on};
use super::scale::{Scale, scale, shade};
use super::svg::svg;
use super::words::{Align, Turn, Words};

/// Draws the heat map, or a sentence if no cell was observed.
pub fn heatmap(chart: &Heatmap) -> Drawn {
    let Some(range) = chart.range() else {
        return nothing(&chart.head, "Heat map");
    };
    let kind =
        format!("Heat map of {} with {} rows and {} columns", chart.scale, chart.rows.len(), chart.columns.len());
    svg(&sheet(chart, range), &chart.head, &kind)
}

fn sheet(chart: &Heatmap, (low, high): (f64, f64)) -> Canvas {
    let mut canvas = Canvas::new();
    let top = head(&mut canvas, &chart.head);
    let legend = Scale {
        label: &chart.scale,
        low: chart.text(low),
        high: chart.text(high),
        flat: (low == high).then(|| shade(low, low, high)),
        missing: chart.has_missing().then_some(chart.missing.as_str()),
    };
    let top = scale(&mut canvas, &legend, top);
    let texts: Vec<String> = chart.values().map(|value| chart.text(value)).collect();
    let matrix = Matrix::around(&chart.rows, &chart.columns, &texts, top);
    canvas.width = matrix.width;
    labels(&mut canvas, &matrix);
    for (row, column) in chart.places() {
        let corner = matrix.corner(row, column);
        match chart.cell(row, column) {
            Cell::Blank => {}
            Cell::Missing => missing(&mut canvas, corner, matrix.cell),
            Cell::Value(value) => {
                let colors = colors(chart, value, (low, high));
                filled(&mut canvas, &matrix, corner, colors, &chart.text(value));
            }
        }
    }
    canvas.end(matrix.corner(chart.rows.len(), 0).1);
    canvas
}

/// The ground of a value and its letters, which are faint for a count of zero.
fn colors(chart: &Heatmap, value: f64, (low, high): (f64, f64)) -> (Color, Color) {
    let ground = shade(value, low, high);
    // Among decimals, a zero is a measurement like any other; below zero lie darker grounds.
    let is_nothing = chart.decimals == 0 && value == 0.0 && low == 0.0;
    (ground, if is_nothing { FAINT } else { letters_on(ground) })
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
        let further = lines.len() as i32 - 1;
        let (rise, align) = match matrix.turn {
            Turn::Flat => (further * matrix.face.leading() / 2 + 11, Align::Centre),
            Turn::Slant => (further * matrix.face.tight() * 35 / 100 + 9, Align::Left),
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
        let value = |row: usize, column: usize| match row == column {
            true => Cell::Blank,
            false => Cell::Value((row * 7 + column * 3) as f64 % 19.0 / 10.0 - 0.9),
        };
        let cells = (0..count).map(|row| (0..count).map(|column| value(row, column)).collect()).collect();
        Heatmap {
            rows: names.clone(),
            columns: names,
            cells,
            missing: "no common sentence".to_owned(),
            scale: "NPMI".to_owned(),
            decimals: 2,
            ..Heatmap::default()
        }
    }

    fn drawn(chart: &Heatmap) -> Canvas {
        sheet(chart, chart.range().expect("the test data have values"))
    }

    #[test]
    fn any_number_of_labels_draws_without_overlap() {
        for count in [2, 3, 20, 40] {
            drawn(&chart(count)).assert_legible();
        }
    }

    #[test]
    fn a_single_long_row_and_column_draw_without_overlap_and_with_one_shade() {
        let one = Heatmap { cells: vec![vec![Cell::Value(100.0)]], ..chart(1) };
        let sheet = drawn(&one);
        sheet.assert_legible();
        let values = sheet.boxes().iter().filter(|(text, _)| text == "100.00").count();
        assert_eq!(values, 2, "once in the legend and once in the cell");
    }

    #[test]
    fn odd_cells_reach_the_sheet_as_missing_ones() {
        let chart = Heatmap { cells: vec![vec![Cell::Value(f64::NAN), Cell::Value(0.5)]], ..chart(3) };
        let svg = heatmap(&chart).expect("odd cells can be drawn");
        assert!(svg.contains("no common sentence") && !svg.contains("NaN"));
    }

    #[test]
    fn the_legend_names_missing_cells_only_where_there_are_any() {
        let words = |chart: &Heatmap| drawn(chart).boxes().iter().any(|(text, _)| text == "no common sentence");
        let mut chart = chart(3);
        assert!(!words(&chart), "a blank diagonal is not missing");
        chart.cells[0][2] = Cell::Missing;
        assert!(words(&chart));
    }

    #[test]
    fn a_count_of_zero_is_faint_and_a_measured_zero_is_not() {
        let counts = Heatmap { decimals: 0, ..chart(2) };
        assert_eq!(colors(&counts, 0.0, (0.0, 9.0)).1, FAINT);
        assert_ne!(colors(&counts, 1.0, (0.0, 9.0)).1, FAINT);
        assert_ne!(colors(&chart(2), 0.0, (0.0, 0.5)).1, FAINT);
        let nothing_but_zeros = colors(&counts, 0.0, (0.0, 0.0));
        assert_eq!(nothing_but_zeros, colors(&counts, 0.0, (0.0, 9.0)), "zeros are light though they are the highest");
    }

    #[test]
    fn a_matrix_without_values_draws_a_sentence() {
        for chart in [chart(0), chart(1), Heatmap { cells: Vec::new(), ..chart(3) }] {
            assert!(heatmap(&chart).is_ok_and(|svg| svg.contains("Nothing to show")));
        }
    }
}
