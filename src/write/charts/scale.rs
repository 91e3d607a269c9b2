//! The ramp of a heat map as a legend: which shade is which value.

use super::canvas::{Canvas, MARGIN, WIDTH};
use super::cells::missing;
use super::face::SMALL;
use super::palette::{Color, GREY, ramp};
use super::text::shorten;
use super::words::Words;

const STEPS: i32 = 40;
const STEP: i32 = 4;

/// What the legend says.
pub struct Scale<'a> {
    pub label: &'a str,
    pub low: String,
    pub high: String,
    /// The one shade if all values are the same, so that there is no ramp.
    pub flat: Option<Color>,
    /// What a cell without a value means, if there is one.
    pub missing: Option<&'a str>,
}

/// Writes the legend at `top` and returns the height below it.
pub fn scale(canvas: &mut Canvas, scale: &Scale, top: i32) -> i32 {
    let middle = top + 9;
    let mut x = word(canvas, &shorten(scale.label, SMALL, 400), MARGIN, middle);
    x = word(canvas, &shorten(&scale.low, SMALL, 120), x + 4, middle);
    if let Some(shade) = scale.flat {
        canvas.fill(x, top + 3, 24, 12, shade);
        x += 32;
    } else {
        for step in 0..STEPS {
            canvas.fill(x + step * STEP, top + 3, STEP, 12, ramp(f64::from(step) / f64::from(STEPS - 1)));
        }
        x = word(canvas, &shorten(&scale.high, SMALL, 120), x + STEPS * STEP + 8, middle);
    }
    if let Some(meaning) = scale.missing {
        missing(canvas, (x + 16, top + 3), (25, 13));
        word(canvas, &shorten(meaning, SMALL, WIDTH - MARGIN - x - 48), x + 48, middle);
    }
    top + 30
}

/// The colour of `value` between the ends of the data; if all are the same, the middle one, but for zeros the lightest.
pub fn shade(value: f64, low: f64, high: f64) -> Color {
    let flat = if value == 0.0 { 0.0 } else { 0.5 };
    ramp(if high > low { (value - low) / (high - low) } else { flat })
}

fn word(canvas: &mut Canvas, text: &str, x: i32, middle: i32) -> i32 {
    canvas.write(Words::new(text, (x, middle), SMALL).color(GREY));
    x + SMALL.width(text) + 8
}
