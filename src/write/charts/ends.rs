//! The names of the lines at their right ends, where the eye looks for them, instead of in a legend.

use super::canvas::{Canvas, Point};
use super::face::LABEL;
use super::lines::Lines;
use super::markers::marker;
use super::palette::{HATCH, series};
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

/// Writes the names beside the plot, with a leader from the last point of each line.
pub fn ends(canvas: &mut Canvas, plot: &Plot, values: &[Vec<Option<f64>>], names: &[Vec<String>]) {
    let last = |values: &Vec<Option<f64>>| (0..values.len()).rev().find_map(|index| plot.point(values, index));
    let ends: Vec<Option<Point>> = values.iter().map(last).collect();
    // A series without a single value has its name at the foot, and no leader.
    let foot = plot.top + plot.height;
    let wishes: Vec<Wish> = ends
        .iter()
        .zip(names)
        .map(|(end, name)| Wish { centre: f64::from(end.map_or(foot, |(_, y)| y)), height: f64::from(height(name)) })
        .collect();
    let centres = spread(&wishes, f64::from(plot.top - 8), f64::from(foot + 8));
    let x = plot.left + plot.width + LEADERS;
    for (index, (centre, name)) in centres.iter().zip(names).enumerate() {
        let y = centre.round() as i32;
        if let Some(end) = ends[index] {
            // A leader from an earlier month crosses the plane and must not look like data.
            let is_short = end.0 + 3 * LEADERS > x;
            let color = if is_short { series(index) } else { HATCH };
            canvas.line(vec![(end.0 + 8, end.1), (x - 8, y)], color, 1);
        }
        marker(canvas, index, (x, y), series(index));
        canvas.write_block(name, &Words::new("", (x + 12, y), LABEL));
    }
}
