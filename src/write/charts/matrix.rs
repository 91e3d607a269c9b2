//! The squares of a heat map: how large they are, and where their labels go.

use super::canvas::{MARGIN, WIDTH};
use super::face::{Face, LABEL};
use super::header::{Header, MANY};
use super::text::{widest, wrap};
use super::words::Turn;

const ROW_LIMIT: i32 = 280;

/// Where everything goes, in pixels.
pub struct Matrix {
    pub left: i32,
    pub top: i32,
    pub cell: (i32, i32),
    /// The width that the sheet needs, seldom more than the usual.
    pub width: i32,
    pub face: Face,
    pub rows: Vec<Vec<String>>,
    pub columns: Vec<Vec<String>>,
    pub turn: Turn,
    /// The letters in which every value fits its cell, if there are any.
    pub values: Option<Face>,
}

impl Matrix {
    /// Lays out below `top`; `texts` are the values as they will be printed.
    pub fn around(rows: &[String], columns: &[String], texts: &[String], top: i32) -> Matrix {
        let face = if columns.len().max(rows.len()) > MANY { Face::plain(11) } else { LABEL };
        // Three lines beside a small square would make a tall strip of it.
        let most = if columns.len() > MANY / 2 { 2 } else { 3 };
        let rows: Vec<Vec<String>> = rows.iter().map(|label| wrap(label, face, ROW_LIMIT, most)).collect();
        let left = MARGIN + widest(rows.iter().flatten(), face) + 8;
        let smallest = (widest(texts, Face::plain(8)) + 1).clamp(14, 26);
        let header = Header::new(columns, face, WIDTH - MARGIN - left, smallest);
        let tallest = rows.iter().map(Vec::len).max().unwrap_or(0) as i32 * face.leading() + 4;
        let cell = (header.cell, (header.cell * 4 / 5).clamp(18, 60).max(tallest));
        let width = left + header.cell * columns.len() as i32 + header.overhang + MARGIN;
        let top = top + header.height();
        let values = value_face(texts, header.cell);
        Matrix {
            left,
            top,
            cell,
            width: width.max(WIDTH),
            face,
            rows,
            columns: header.labels,
            turn: header.turn,
            values,
        }
    }

    /// The left upper corner of a cell.
    pub fn corner(&self, row: usize, column: usize) -> (i32, i32) {
        (self.left + column as i32 * self.cell.0, self.top + row as i32 * self.cell.1)
    }
}

fn value_face(texts: &[String], cell: i32) -> Option<Face> {
    let faces = [(12, 6), (11, 5), (10, 4), (9, 2), (8, 0)].map(|(size, air)| (Face::plain(size), air));
    faces.into_iter().find(|&(face, air)| widest(texts, face) + air <= cell).map(|(face, _)| face)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(count: usize, value: &str) -> Matrix {
        let names: Vec<String> = (0..count).map(|index| format!("Ministry of Foreign Affairs {index}")).collect();
        Matrix::around(&names, &names, &[value.to_owned()], 100)
    }

    #[test]
    fn a_usual_matrix_keeps_the_usual_width_and_prints_its_values() {
        for count in [1, 3, 10, 20, 24, 25, 36] {
            let matrix = matrix(count, "-0.43");
            assert_eq!(matrix.width, WIDTH, "{count}");
            assert!(matrix.values.is_some(), "{count}");
        }
    }

    #[test]
    fn a_very_wide_matrix_widens_the_sheet_rather_than_vanish() {
        let matrix = matrix(200, "-0.43");
        assert!(matrix.cell.0 >= 14 && matrix.width > WIDTH);
    }

    #[test]
    fn values_too_long_for_a_cell_are_left_out_rather_than_cut() {
        assert!(matrix(40, "1,234,567.89").values.is_none());
    }
}
