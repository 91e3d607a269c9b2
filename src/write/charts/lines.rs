//! Lines over months, each with its own marker and its name at its right end.

use super::axes::{heights, times};
use super::canvas::{Canvas, MARGIN, Point, WIDTH};
use super::ends::{ends, names};
use super::face::SMALL;
use super::head::{head, nothing};
use super::markers::marker;
use super::palette::{GREY, series};
use super::plot::Plot;
use super::series::{observed, stretches};
use super::svg::svg;
use super::text::shorten;
use super::words::Words;
use super::{Drawn, Head};

/// Markers closer than this run into one another; then only one a few months is drawn, at the distance that follows.
const CLOSEST_MARKERS: f64 = 16.0;
const THINNED_MARKERS: f64 = 56.0;

/// What to draw: one value or gap a month and series.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    pub head: Head,
    /// What the heights mean, such as "mentions per 1,000 articles".
    pub axis: String,
    /// Months as "2024-06"; any other labels stand at equal distances.
    pub x: Vec<String>,
    pub series: Vec<(String, Vec<Option<f64>>)>,
}

/// Draws the lines, or a sentence if no series has a value.
pub fn lines(chart: &Lines) -> Drawn {
    let values: Vec<_> = chart.series.iter().map(|(_, values)| observed(values, chart.x.len())).collect();
    if values.iter().flatten().all(Option::is_none) {
        return nothing(&chart.head, "Line chart");
    }
    let kind = format!("Line chart of {}, {} series over {} months", chart.axis, chart.series.len(), chart.x.len());
    svg(&sheet(chart, &values), &chart.head, &kind)
}

fn sheet(chart: &Lines, values: &[Vec<Option<f64>>]) -> Canvas {
    let mut canvas = Canvas::new();
    let top = head(&mut canvas, &chart.head);
    let names = names(chart);
    let plot = Plot::around(&chart.x, values, &names, top + 30);
    let axis = shorten(&chart.axis, SMALL, WIDTH - 2 * MARGIN);
    canvas.write(Words::new(&axis, (MARGIN, top + 6), SMALL).color(GREY));
    heights(&mut canvas, &plot);
    let foot = times(&mut canvas, &chart.x, &plot);
    // Backwards, so that the first series, usually the one that matters most, lies on top.
    for (index, values) in values.iter().enumerate().rev() {
        line(&mut canvas, &plot, index, values);
    }
    ends(&mut canvas, &plot, values, &names);
    canvas.end(foot);
    canvas
}

fn line(canvas: &mut Canvas, plot: &Plot, index: usize, values: &[Option<f64>]) {
    let every = if plot.pixels() < CLOSEST_MARKERS { (THINNED_MARKERS / plot.pixels()).ceil() as usize } else { 1 };
    for stretch in stretches(values, &plot.places) {
        let points: Vec<Point> = stretch.iter().filter_map(|&at| plot.point(values, at)).collect();
        if points.len() > 1 {
            canvas.line(points.clone(), series(index), 2);
        }
        for (&at, &point) in stretch.iter().zip(&points) {
            // Series take turns, so that the markers of equal lines lie side by side.
            let has_turn = (at + index * every / 8).is_multiple_of(every);
            if has_turn || at + 1 == values.len() || points.len() == 1 {
                marker(canvas, index, point, series(index));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(months: usize, series: usize) -> Lines {
        let x = (0..months).map(|month| format!("{}-{:02}", 2015 + month / 12, month % 12 + 1)).collect();
        let value = |month: usize| (month % 7 != 3).then_some((month % 5) as f64);
        let line = |index: usize| {
            (format!("Standing Committee of the National People's Congress {index}"), (0..months).map(value).collect())
        };
        Lines { axis: "mentions".to_owned(), x, series: (0..series).map(line).collect(), ..Lines::default() }
    }

    fn drawn(chart: &Lines) -> Canvas {
        let values: Vec<_> = chart.series.iter().map(|(_, values)| observed(values, chart.x.len())).collect();
        sheet(chart, &values)
    }

    #[test]
    fn no_two_labels_overlap_though_all_lines_end_at_the_same_point() {
        for months in [1, 3, 13, 24, 60, 120, 600] {
            for series in [1, 2, 8, 11] {
                drawn(&chart(months, series)).assert_legible();
            }
        }
    }

    #[test]
    fn no_months_and_no_values_draw_a_sentence() {
        let unseen = Lines { series: vec![("a".to_owned(), vec![Some(f64::NAN), None])], ..chart(2, 0) };
        for chart in [chart(0, 3), chart(3, 0), unseen] {
            assert!(lines(&chart).is_ok_and(|svg| svg.contains("Nothing to show")));
        }
    }

    #[test]
    fn infinite_huge_and_tiny_values_end() {
        for value in [f64::INFINITY, f64::NAN, 9e17, -9e17, 1e-300, f64::MIN_POSITIVE / 2.0, -3.5, 0.0] {
            let series = vec![("a".to_owned(), vec![Some(value), Some(0.0)])];
            assert!(lines(&Lines { series, ..chart(2, 1) }).is_ok(), "{value}");
        }
    }
}
