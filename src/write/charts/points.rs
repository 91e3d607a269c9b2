//! Where each observation stands: equal values of a month are set side by side, so that no line hides another.

use super::canvas::Point;
use super::plot::Plot;

/// Pixels from one of several equal points to the next: enough to see the shape and colour of each.
const APART: f64 = 6.0;
/// Points whose heights differ by no more than this cover each other too.
const NEAR: i32 = 3;

/// The point of each series and month; `values` hold one value or gap for each of the plot's places.
pub fn points(plot: &Plot, values: &[Vec<Option<f64>>]) -> Vec<Vec<Option<Point>>> {
    let point = |values: &Vec<Option<f64>>| (0..values.len()).map(|at| plot.point(values, at)).collect();
    let mut points: Vec<Vec<Option<Point>>> = values.iter().map(point).collect();
    let months = months(values);
    for (order, &at) in months.iter().enumerate() {
        let neighbours = [order.checked_sub(1), Some(order + 1)].into_iter().flatten();
        let distances = neighbours.filter_map(|other| months.get(other)).map(|&other| plot.between(at, other));
        let room = distances.fold(f64::from(plot.width), f64::min);
        for group in groups(&points, at) {
            // Never so far that a point would come near those of the next month.
            let step = APART.min(room / group.len() as f64);
            let first = (group.len() as f64 - 1.0) / -2.0;
            for (rank, series) in group.into_iter().enumerate() {
                if let Some((across, _)) = &mut points[series][at] {
                    *across += ((first + rank as f64) * step).round() as i32;
                }
            }
        }
    }
    points
}

/// The places in which any series has a value.
pub fn months(values: &[Vec<Option<f64>>]) -> Vec<usize> {
    let places = values.iter().map(Vec::len).max().unwrap_or(0);
    let has_value = |at: usize| values.iter().any(|values| values.get(at).is_some_and(Option::is_some));
    (0..places).filter(|&at| has_value(at)).collect()
}

/// The series whose points of one month cover each other, in the order of the series.
fn groups(points: &[Vec<Option<Point>>], at: usize) -> Vec<Vec<usize>> {
    let heights = points.iter().enumerate().filter_map(|(series, points)| Some((points[at]?.1, series)));
    let mut heights: Vec<(i32, usize)> = heights.collect();
    heights.sort_unstable();
    let near = heights.chunk_by(|one, next| next.0 - one.0 <= NEAR);
    let mut groups: Vec<Vec<usize>> = near.map(|group| group.iter().map(|&(_, series)| series).collect()).collect();
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plot(months: usize, values: &[Vec<Option<f64>>]) -> Plot {
        let x: Vec<String> = (0..months).map(|at| format!("{}-{:02}", 2015 + at / 12, at % 12 + 1)).collect();
        Plot::around(&x, values, &[], 50)
    }

    #[test]
    fn equal_values_of_a_month_stand_side_by_side_at_their_true_height() {
        let values = vec![vec![Some(1.0), Some(2.0)], vec![Some(3.0), Some(2.0)], vec![Some(5.0), Some(2.0)]];
        let plot = plot(2, &values);
        let placed = points(&plot, &values);
        let months: Vec<Vec<Point>> =
            (0..2).map(|at| placed.iter().filter_map(|series| series[at]).collect()).collect();
        assert!(months[0].iter().all(|point| point.0 == plot.across(plot.places[0])), "others keep their month");
        let middle = (plot.across(plot.places[1]), plot.down(2.0));
        assert_eq!(months[1], [(middle.0 - 6, middle.1), middle, (middle.0 + 6, middle.1)]);
    }

    #[test]
    fn no_point_comes_near_those_of_the_next_month() {
        for months in [1, 2, 24, 90, 240] {
            let values = vec![vec![Some(1.0); months]; 6];
            let placed = points(&plot(months, &values), &values);
            let last_of_each = (0..months).map(|at| placed[5][at].map(|point| point.0));
            let first_of_next = (1..months).map(|at| placed[0][at].map(|point| point.0));
            assert!(last_of_each.zip(first_of_next).all(|(last, first)| last <= first), "{months}");
        }
    }
}
