//! The axes of a line chart: values to the left, months at the foot.

use super::canvas::Canvas;
use super::face::SMALL;
use super::months::ticks;
use super::numbers::fixed;
use super::palette::{AXIS, GREY, RULE};
use super::plot::Plot;
use super::words::{Align, Words};

/// Rules the plane and writes the values at its left.
pub fn heights(canvas: &mut Canvas, plot: &Plot) {
    for &level in &plot.levels {
        let (y, color) = (plot.down(level), if level == 0.0 { AXIS } else { RULE });
        canvas.fill(plot.left, y, plot.width, 1, color);
        let number = Words::new(&fixed(level, plot.decimals), (plot.left - 8, y), SMALL);
        canvas.write(number.color(GREY).align(Align::Right));
    }
}

/// Writes the months and returns the height of their foot.
pub fn times(canvas: &mut Canvas, x: &[String], plot: &Plot) -> i32 {
    let foot = plot.top + plot.height;
    let ticks = ticks(x, plot.pixels());
    let has_years = ticks.iter().any(|tick| tick.year.is_some());
    for tick in ticks {
        let across = plot.across(tick.place);
        canvas.fill(across, foot, 1, 5, AXIS);
        let label = Words::new(&tick.label, (across, foot + 16), SMALL).color(GREY).align(Align::Centre);
        if let Some(year) = tick.year {
            canvas.write(Words { text: year, at: (across, foot + 33), ..label.clone() });
        }
        canvas.write(label);
    }
    foot + if has_years { 38 } else { 21 }
}
