//! The names of the lines at their right ends, where the eye looks for them, instead of in a legend.

use super::canvas::{Canvas, Point};
use super::face::LABEL;
use super::lines::Lines;
use super::markers::marker;
use super::palette::{LEADER, pale, series};
use super::plot::Plot;
use super::spread::{Wish, spread};
use super::text::wrap;
use super::words::Words;

/// Room for the leaders between the last month and the names.
pub const LEADERS: i32 = 34;
const NAME_LIMIT: i32 = 200;

/// The name of each series, broken into lines.
pub fn names(chart: &Lines) -> Vec<Vec<String>> {
    chart.series.iter().map(|(name, _)| wrap(name, LABEL, NAME_LIMIT, 3)).collect()
}

/// The pixels that all names take one below the other.
pub fn heights(names: &[Vec<String>]) -> i32 {
    names.iter().map(|name| height(name)).sum()
}

fn height(name: &[String]) -> i32 {
    name.len() as i32 * LABEL.leading() + 7
}

/// Writes the names beside the plot, with a leader from the last of the `points` of each line.
pub fn ends(canvas: &mut Canvas, plot: &Plot, points: &[Vec<Option<Point>>], names: &[Vec<String>]) {
    let ends: Vec<Option<Point>> = points.iter().map(|points| points.iter().rev().find_map(|&point| point)).collect();
    // A series without a single value has its name at the foot, and no leader.
    let foot = plot.top + plot.height;
    let wishes: Vec<Wish> = ends
        .iter()
        .zip(names)
        .map(|(end, name)| Wish { centre: f64::from(end.map_or(foot, |(_, y)| y)), height: f64::from(height(name)) })
        .collect();
    let centres = spread(&wishes, f64::from(plot.top - 8), f64::from(foot + 8));
    let edge = plot.left + plot.width;
    let x = edge + LEADERS;
    for (index, (centre, name)) in centres.iter().zip(names).enumerate() {
        let y = centre.round() as i32;
        if let Some(end) = ends[index] {
            // A leader from an earlier month crosses the plane and must not look like data.
            let is_short = end.0 + 3 * LEADERS > x;
            let (from, color) = if is_short { (edge + 2, pale(series(index))) } else { (end.0 + 8, LEADER) };
            canvas.line(vec![(from, end.1), (x - 8, y)], color, 1);
        }
        marker(canvas, index, (x, y), series(index));
        canvas.write_block(name, &Words::new("", (x + 12, y), LABEL));
    }
}
