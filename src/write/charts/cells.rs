//! The squares of a heat map: a shade with a number, or the hatching of what was not observed.

use super::canvas::Canvas;
use super::matrix::Matrix;
use super::palette::{Color, HATCH, UNSEEN, letters_on};
use super::words::{Align, Words};

/// A cell with its value, in letters that stand out on its shade.
pub fn filled(canvas: &mut Canvas, matrix: &Matrix, (x, y): (i32, i32), ground: Color, text: &str) {
    let (width, height) = matrix.cell;
    canvas.fill(x, y, width - 1, height - 1, ground);
    if let Some(face) = matrix.values {
        let words = Words::new(text, (x + (width - 1) / 2, y + height / 2), face);
        canvas.write(words.color(letters_on(ground)).align(Align::Centre));
    }
}

/// A cell that was not observed: grey strokes, so that it cannot be read as a low value.
pub fn hatched(canvas: &mut Canvas, (x, y): (i32, i32), (width, height): (i32, i32)) {
    let (width, height) = (width - 1, height - 1);
    canvas.fill(x, y, width, height, UNSEEN);
    let mut points = Vec::new();
    for (index, along) in (7..width + height - 2).step_by(7).enumerate() {
        let low = (x + (along - height).max(0), y + along.min(height));
        let high = (x + along.min(width), y + (along - width).max(0));
        // There and back in one line: a thousand cells would otherwise be ten thousand elements.
        points.extend(if index % 2 == 0 { [low, high] } else { [high, low] });
    }
    canvas.line(points, HATCH, 1);
}
