//! The layers of a line chart: dashes over the gaps, lines where months follow one another, and markers on top.

use super::canvas::{Canvas, Point};
use super::markers::marker;
use super::palette::{pale, series};
use super::plot::Plot;
use super::points::months;
use super::series::stretches;

/// Up to so many months with a value, each value has its marker.
const MARKED_MONTHS: usize = 40;
/// With more, markers closer than this run into one another; then only one a few months is drawn, at the distance that follows.
const CLOSEST_MARKERS: f64 = 16.0;
const THINNED_MARKERS: f64 = 56.0;

/// Draws the lines of `values`, whose observations stand at `points`.
pub fn layers(canvas: &mut Canvas, plot: &Plot, values: &[Vec<Option<f64>>], points: &[Vec<Option<Point>>]) {
    let every = every(plot, values);
    // Finer where months are close: steep strokes side by side would run into one.
    let stroke = if plot.pixels() < CLOSEST_MARKERS { 1 } else { 2 };
    let lines = points.iter().zip(values).enumerate().map(|(index, (points, values))| {
        let stretches = stretches(values, &plot.places);
        Line { index, points, stretches, every, stroke }
    });
    // Backwards, so that the first series, usually the one that matters most, lies on top.
    let lines: Vec<Line> = lines.rev().collect();
    for layer in [bridges as fn(&mut Canvas, &Line), strokes, markers] {
        lines.iter().for_each(|line| layer(canvas, line));
    }
}

/// One series as it is drawn.
struct Line<'a> {
    index: usize,
    points: &'a [Option<Point>],
    stretches: Vec<Vec<usize>>,
    /// Months from one marker to the next.
    every: usize,
    stroke: u32,
}

fn every(plot: &Plot, values: &[Vec<Option<f64>>]) -> usize {
    let are_few = months(values).len() <= MARKED_MONTHS;
    if are_few || plot.pixels() >= CLOSEST_MARKERS { 1 } else { (THINNED_MARKERS / plot.pixels()).ceil() as usize }
}

/// Thin and pale from stretch to stretch: the eye can follow the series, and nobody takes the gap for data.
fn bridges(canvas: &mut Canvas, line: &Line) {
    for (before, after) in line.stretches.iter().zip(line.stretches.iter().skip(1)) {
        let ends = before.last().zip(after.first()).map(|(&from, &to)| [from, to]);
        let points: Vec<Point> = ends.into_iter().flatten().filter_map(|at| line.points[at]).collect();
        canvas.dashes(points, pale(series(line.index)));
    }
}

fn strokes(canvas: &mut Canvas, line: &Line) {
    for stretch in line.stretches.iter().filter(|stretch| stretch.len() > 1) {
        canvas.line(stretch.iter().filter_map(|&at| line.points[at]).collect(), series(line.index), line.stroke);
    }
}

fn markers(canvas: &mut Canvas, line: &Line) {
    for stretch in &line.stretches {
        for &at in stretch {
            // Series take turns, so that the markers of equal lines lie side by side.
            let has_turn = (at + line.index * line.every / 8).is_multiple_of(line.every);
            // A short stretch might have none, and its ends could be told from nothing.
            let is_end = stretch.len() < line.every && [stretch.first(), stretch.last()].contains(&Some(&at));
            let is_newest = at + 1 == line.points.len();
            if let Some(point) = line.points[at].filter(|_| has_turn || is_end || is_newest) {
                marker(canvas, line.index, point, series(line.index));
            }
        }
    }
}
