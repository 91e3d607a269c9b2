//! Several small charts on one sheet: how wide their columns are, and the headings above a row of them.

use super::canvas::{Canvas, MARGIN, WIDTH};
use super::face::{Face, SMALL};
use super::palette::GREY;
use super::text::wrap;
use super::words::Words;

/// Between two columns.
const GUTTER: i32 = 32;
const HEADING: Face = Face { size: 14, bold: true };
/// More lines than any name takes; text that is longer still was not meant for a heading.
const MOST_LINES: usize = 6;

/// The columns of a sheet, all of the same width.
#[derive(Clone, Copy)]
pub struct Columns {
    pub count: usize,
    pub width: i32,
}

impl Columns {
    pub fn new(count: usize) -> Columns {
        let count = count.max(1);
        let columns = count as i32;
        Columns { count, width: (WIDTH - 2 * MARGIN - (columns - 1) * GUTTER) / columns }
    }

    pub fn left(&self, column: usize) -> i32 {
        MARGIN + column as i32 * (self.width + GUTTER)
    }
}

/// Writes a title and a note over each panel of one row, and returns the height below the tallest,
/// so that panels side by side begin at the same height.
pub fn headings(canvas: &mut Canvas, columns: Columns, row: &[(&str, &str)], top: i32) -> i32 {
    let mut foot = top;
    for (column, (title, note)) in row.iter().enumerate() {
        let mut y = top;
        for (text, face) in [(title, HEADING), (note, SMALL)] {
            for line in wrap(text, face, columns.width, MOST_LINES) {
                let words = Words::new(&line, (columns.left(column), y + face.leading() / 2), face);
                canvas.write(if face.bold { words } else { words.color(GREY) });
                y += face.leading();
            }
        }
        foot = foot.max(y);
    }
    foot + if foot > top { 8 } else { 0 }
}
