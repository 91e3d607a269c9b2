//! One of many small line charts: its plane, the bands of its bursts and its line.

use super::canvas::{Canvas, MARGIN};
use super::face::SMALL;
use super::months::places;
use super::numbers::fixed;
use super::palette::{pale, series};
use super::plot::Plot;
use super::series::stretches;
use super::steps::{around, decimals, step};

const HEIGHT: i32 = 110;
/// Half the width of a band around a single month, at least.
const NARROWEST: f64 = 3.0;
/// Closer months than this have a finer line: steep strokes side by side would run into one.
const CLOSE: f64 = 6.0;

/// The plane that all panels share, `left` and `top` still open.
pub fn plane(x: &[String], values: &[Vec<Option<f64>>], width: i32) -> Plot {
    let seen = || values.iter().flatten().flatten().copied();
    let (low, high) = seen().fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
    let step = step(high - low, 4, seen().all(|value| value.fract() == 0.0));
    let (levels, decimals) = (around(low, high, step), decimals(step));
    let numbers = levels.iter().map(|&level| SMALL.width(&fixed(level, decimals))).max().unwrap_or(0) + 10;
    Plot { left: numbers, top: 0, width: width - numbers, height: HEIGHT, places: places(x), levels, decimals }
}

/// The same plane at another place of the sheet.
pub fn moved(plane: &Plot, left: i32, top: i32) -> Plot {
    let (places, levels) = (plane.places.clone(), plane.levels.clone());
    Plot { left: plane.left + left, top: plane.top + top, places, levels, ..*plane }
}

/// Bands behind the months from the first to the last of each mark.
pub fn bands(canvas: &mut Canvas, plot: &Plot, marks: &[(usize, usize)]) {
    let half = (plot.pixels() / 2.0).clamp(NARROWEST, f64::from(MARGIN) / 2.0).round() as i32;
    for &(first, last) in marks {
        let ends = plot.places.get(first).zip(plot.places.get(last.min(plot.places.len().saturating_sub(1))));
        if let Some((&from, &to)) = ends.filter(|(from, to)| from <= to) {
            let left = plot.across(from) - half;
            // Twice as pale as what leads the eye, for the line must stand out on it in grey too.
            canvas.fill(left, plot.top, plot.across(to) + half - left, plot.height, pale(pale(series(4))));
        }
    }
}

/// The line, dashed across gaps; dots where a value stands alone, and at the newest, which the eye looks for.
pub fn line(canvas: &mut Canvas, plot: &Plot, values: &[Option<f64>]) {
    let color = series(0);
    let stroke = if plot.pixels() < CLOSE { 1 } else { 2 };
    let stretches = stretches(values, &plot.places);
    for (before, after) in stretches.iter().zip(stretches.iter().skip(1)) {
        let ends = [before.last(), after.first()].into_iter().flatten();
        canvas.dashes(ends.filter_map(|&at| plot.point(values, at)).collect(), pale(color));
    }
    for stretch in &stretches {
        let points: Vec<_> = stretch.iter().filter_map(|&at| plot.point(values, at)).collect();
        if let [point] = points[..] {
            canvas.disc(point, stroke + 1, color);
        } else {
            canvas.line(points, color, stroke as u32);
        }
    }
    let newest = stretches.last().and_then(|stretch| plot.point(values, *stretch.last()?));
    if let Some(newest) = newest {
        canvas.disc(newest, 4, color);
    }
}
