//! The names beside a chart of ranks: to the left where lines begin, to the right where they end.

use super::canvas::{Canvas, MARGIN, Point};
use super::ends::LEADERS;
use super::face::LABEL;
use super::markers::marker;
use super::palette::{GREY, pale, series};
use super::plot::Plot;
use super::spread::{Wish, spread};
use super::text::widest;
use super::words::{Align, Words};

/// From the ranks to the markers where there is no plane between them.
const LIST: i32 = 8;

/// The pixels that a name takes among others.
pub fn height(name: &[String]) -> i32 {
    name.len() as i32 * LABEL.leading() + 7
}

/// Writes the names of the lines that begin in the first period to the left of the ranks.
pub fn beginnings(canvas: &mut Canvas, plot: &Plot, points: &[Vec<Option<Point>>], names: &[Vec<String>]) {
    let firsts: Vec<Option<Point>> = points.iter().map(|points| points.first().copied().flatten()).collect();
    let x = MARGIN + widest(names.iter().flatten(), LABEL);
    for (index, _, y) in beside(plot, &firsts, names) {
        canvas.write_block(&names[index], &Words::new("", (x, y), LABEL).align(Align::Right));
    }
}

/// Writes the names of all lines to the right, with a leader from each that lasts to the end, and returns the height below them.
///
/// Those that left the ranking before stand in grey below the last rank: leaders from the midst of the plane
/// would look like data, and their names among the others would push those off their ranks.
pub fn endings(canvas: &mut Canvas, plot: &Plot, points: &[Vec<Option<Point>>], names: &[Vec<String>]) -> i32 {
    let lasts: Vec<Option<Point>> = points.iter().map(|points| points.last().copied().flatten()).collect();
    let edge = plot.left + plot.width;
    let x = edge + if plot.width > 0 { LEADERS } else { LIST };
    for (index, end, y) in beside(plot, &lasts, names) {
        if plot.width > 0 {
            canvas.line(vec![(edge + 2, end.1), (x - 8, y)], pale(series(index)), 1);
        }
        marker(canvas, index, (x, y), series(index));
        canvas.write_block(&names[index], &Words::new("", (x + 12, y), LABEL));
    }
    let mut foot = plot.top + plot.height;
    for (index, name) in names.iter().enumerate().filter(|&(index, _)| lasts[index].is_none()) {
        let y = foot + height(name) / 2;
        marker(canvas, index, (x, y), series(index));
        canvas.write_block(name, &Words::new("", (x + 12, y), LABEL).color(GREY));
        foot += height(name);
    }
    foot
}

/// The lines that have a point, with the height at which the name of each stands.
fn beside(plot: &Plot, points: &[Option<Point>], names: &[Vec<String>]) -> Vec<(usize, Point, i32)> {
    let there: Vec<(usize, Point)> =
        points.iter().enumerate().filter_map(|(index, point)| Some((index, (*point)?))).collect();
    let wish =
        |&(index, (_, y)): &(usize, Point)| Wish { centre: f64::from(y), height: f64::from(height(&names[index])) };
    let wishes: Vec<Wish> = there.iter().map(wish).collect();
    let centres = spread(&wishes, f64::from(plot.top), f64::from(plot.top + plot.height));
    there.into_iter().zip(centres).map(|((index, point), centre)| (index, point, centre.round() as i32)).collect()
}
