//! The squares of a heat map: a shade with a number in it, or a plain light one where there is no value.

use super::canvas::{Canvas, Point};
use super::matrix::Matrix;
use super::palette::{Color, UNSEEN};
use super::words::{Align, Words};

/// A cell with its value, in `letters` that stand out on its shade.
pub fn filled(canvas: &mut Canvas, matrix: &Matrix, (x, y): Point, (ground, letters): (Color, Color), text: &str) {
    let (width, height) = matrix.cell;
    canvas.fill(x, y, width - 1, height - 1, ground);
    if let Some(face) = matrix.values {
        let words = Words::new(text, (x + (width - 1) / 2, y + height / 2), face);
        canvas.write(words.color(letters).align(Align::Centre));
    }
}

/// A cell without a value: grey, which no value has, and calm, so that the values are what is seen.
pub fn missing(canvas: &mut Canvas, (x, y): Point, (width, height): (i32, i32)) {
    canvas.fill(x, y, width - 1, height - 1, UNSEEN);
}
