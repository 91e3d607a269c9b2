//! Lines over months, each with its own marker and its name at its right end.

use super::axes::{heights, times};
use super::canvas::{Canvas, MARGIN, WIDTH};
use super::ends::{ends, names};
use super::face::SMALL;
use super::head::{head, nothing};
use super::layers::layers;
use super::palette::GREY;
use super::plot::Plot;
use super::points::points;
use super::series::observed;
use super::svg::svg;
use super::text::shorten;
use super::words::Words;
use super::{Drawn, Head};

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

/// Draws the lines, dashed across gaps, or a sentence if no series has a value.
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
    let points = points(&plot, values);
    layers(&mut canvas, &plot, values, &points);
    ends(&mut canvas, &plot, &points, &names);
    canvas.end(foot);
    canvas
}

#[cfg(test)]
mod tests {
    use super::super::canvas::Mark;
    use super::super::words::Align;
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
        for months in [1, 3, 13, 24, 60, 90, 120, 240, 600] {
            for series in [1, 2, 8, 11] {
                drawn(&chart(months, series)).assert_legible();
            }
        }
    }

    fn sparse(months: usize, every: usize) -> Lines {
        let values = (0..months).map(|month| (month % every == 0).then_some(1.0)).collect();
        Lines { series: vec![("a".to_owned(), values)], ..chart(months, 0) }
    }

    fn discs(canvas: &Canvas) -> usize {
        canvas.marks.iter().filter(|mark| matches!(mark, Mark::Disc(..))).count()
    }

    #[test]
    fn a_gap_is_bridged_by_dashes_and_never_by_a_solid_line() {
        let months = drawn(&sparse(90, 6));
        let dashes = months.marks.iter().filter(|mark| matches!(mark, Mark::Dashes(..))).count();
        // One leader to the name is the only solid line.
        let solid = months.marks.iter().filter(|mark| matches!(mark, Mark::Line(..))).count();
        assert_eq!((dashes, solid), (14, 1));
    }

    #[test]
    fn every_value_has_its_marker_up_to_forty_months() {
        // A rim and a disc for each, and for the name.
        assert_eq!(discs(&drawn(&sparse(40, 1))), 2 * 41);
        assert!(discs(&drawn(&sparse(90, 1))) < 2 * 41);
        assert_eq!(discs(&drawn(&sparse(240, 6))), 2 * 41);
    }

    fn months_named(months: usize) -> Vec<String> {
        let sheet = drawn(&sparse(months, 1));
        let centred = sheet.marks.iter().filter_map(|mark| match mark {
            Mark::Words(words) if words.align == Align::Centre => Some(words.text.clone()),
            _ => None,
        });
        centred.collect()
    }

    #[test]
    fn the_foot_names_as_many_months_as_fit_and_each_year_once() {
        assert_eq!(months_named(1), ["Jan 2015"]);
        assert_eq!(months_named(3), ["Jan 2015", "Feb 2015", "Mar 2015"]);
        // The year of a month is written before the month, below it.
        assert_eq!(months_named(24)[..4], ["2015", "Jan", "Feb", "Mar"]);
        assert_eq!(months_named(24).len(), 24 + 2);
        assert_eq!(months_named(90)[..5], ["2015", "Jan", "Jul", "2016", "Jan"]);
        assert_eq!(months_named(90)[21..], ["2022", "Jan"]);
        let years: Vec<String> = (2016..2035).step_by(2).map(|year| year.to_string()).collect();
        assert_eq!(months_named(240), years);
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
