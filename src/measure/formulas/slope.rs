//! The median of the slopes between all pairs of points, without a list of all of them (after Matousek 1991).
//!
//! Ten years have 547 weeks and 149,331 slopes: to divide for each and to part their list took 0.35 ms a term. A sample brackets the
//! median. Slopes below the bracket are pairs of points whose heights over a line of its lower end fall, and are counted while
//! points are sorted by them; those within it are the pairs that fall too over a line of its upper end.

use super::falls::by_merging;

/// The slopes of many series over the same times.
pub struct Slopes {
    times: Vec<f64>,
    /// Whether there are two points and no time comes twice.
    defined: bool,
    /// Room that each series uses again: slopes, and points with their heights over a line.
    listed: Vec<f64>,
    points: Vec<Point>,
    spare: Vec<Point>,
}

/// Height and index.
type Point = (f64, usize);

/// Fewer points have so few slopes that all are listed.
const MANY: usize = 64;
/// One slope of so many is in the sample.
const SAMPLED: usize = 32;
/// How much further than its ends the bracket is taken where heights are compared: far more than they are rounded by.
const MARGIN: f64 = 1e-12;

impl Slopes {
    /// `times` are whole numbers in order: that neighbours are 1 apart or more is what makes the margin sound.
    pub fn over(times: Vec<f64>) -> Self {
        let defined = times.len() >= 2 && times.windows(2).all(|pair| pair[0] < pair[1]);
        Self { times, defined, listed: Vec::new(), points: Vec::new(), spare: Vec::new() }
    }

    pub fn are_defined(&self) -> bool {
        self.defined
    }

    /// The median of those of `values`, one for each time, where they are defined; of an even number the mean of the middle two.
    pub fn median(&mut self, values: &[f64]) -> Option<f64> {
        let bracketed = if values.len() < MANY { None } else { self.bracketed(values) };
        bracketed.or_else(|| self.of_all(values))
    }

    fn of_all(&mut self, values: &[f64]) -> Option<f64> {
        self.list(values, 1);
        let all = self.listed.len();
        let (lower, upper) = middle(&mut self.listed, 0, all)?;
        Some(0.5 * (lower + upper))
    }

    /// `None` where the sample misled.
    fn bracketed(&mut self, values: &[f64]) -> Option<f64> {
        self.list(values, SAMPLED);
        // The rank of the median in a sample has a standard deviation of about 0.3 times this root: five of them to each side.
        let reach = (1.5 * (self.listed.len() as f64).sqrt()) as usize;
        // Of a sample of `MANY` points, the smallest, neither is beyond its ends.
        let (from, to) = ((self.listed.len() / 2).checked_sub(reach)?, self.listed.len() / 2 + reach);
        let (smaller, high, _) = self.listed.select_nth_unstable_by(to, f64::total_cmp);
        let (low, high) = (*smaller.select_nth_unstable_by(from, f64::total_cmp).1, *high);
        let below = self.list_within(values, low, high);
        let (lower, upper) = middle(&mut self.listed, below, values.len() * (values.len() - 1) / 2)?;
        // In the margins a slope may have been left that is larger than one that was listed.
        (low <= lower && upper <= high).then_some(0.5 * (lower + upper))
    }

    /// Lists one slope of each `step`.
    fn list(&mut self, values: &[f64], step: usize) {
        self.listed.clear();
        for (at, (time, value)) in self.times.iter().zip(values).enumerate() {
            // The later points, too, are then looked at equally often: 19 has no divisor in common with the step.
            let next = at + 1 + at * 18 % step;
            let later = self.times.iter().zip(values).skip(next).step_by(step);
            self.listed.extend(later.map(|(t, v)| (v - value) / (t - time)));
        }
    }

    /// Lists the slopes from `low` to `high`, and perhaps some that are next to these; how many there are below those that it
    /// lists.
    fn list_within(&mut self, values: &[f64], low: f64, high: f64) -> usize {
        let Self { times, listed, points, spare, .. } = self;
        let largest = |list: &[f64]| list.iter().fold(0.0_f64, |largest, x| largest.max(x.abs()));
        let margin = MARGIN * (largest(values) + low.abs().max(high.abs()) * largest(times));
        let height = |at: usize, slope: f64| values[at] - slope * times[at];
        points.clear();
        points.extend((0..values.len()).map(|at| (height(at, low - margin), at)));
        let mut below = 0;
        by_merging(points, spare, &|point| point.0, &mut |earlier, _| below += earlier.len());
        points.iter_mut().for_each(|point| point.0 = height(point.1, high + margin));
        listed.clear();
        by_merging(points, spare, &|point| point.0, &mut |earlier, (_, b)| {
            listed.extend(earlier.iter().map(|(_, a)| (values[b] - values[*a]) / (times[b] - times[*a])));
        });
        below
    }
}

/// The middle two of `all` slopes, of which `below` are smaller than those that are listed; of an odd number one twice.
fn middle(listed: &mut [f64], below: usize, all: usize) -> Option<(f64, f64)> {
    let at = (all / 2).checked_sub(below).filter(|at| *at < listed.len())?;
    let (smaller, upper, _) = listed.select_nth_unstable_by(at, f64::total_cmp);
    let lower = if all % 2 == 1 { *upper } else { smaller.iter().copied().max_by(f64::total_cmp)? };
    Some((lower, *upper))
}

#[cfg(test)]
mod tests {
    use super::Slopes;
    use proptest::prelude::{prop, prop_assert_eq, proptest};

    #[test]
    fn slopes_are_defined_of_two_points_at_different_times() {
        let defined = |times: &[f64]| Slopes::over(times.to_vec()).are_defined();
        assert_eq!([&[][..], &[1.0], &[1.0, 1.0], &[1.0, 3.0]].map(defined), [false, false, false, true]);
    }

    proptest! {
        /// Few different values, and times with gaps, so that many slopes are equal or differ by rounding alone.
        #[test]
        fn the_median_is_that_of_the_list_of_all_slopes(
            points in prop::collection::vec((1_u8..4, 0_u16..60, 1_u16..4), 2..150), shares: bool,
        ) {
            let mut time = 0.0;
            let (mut times, mut values) = (Vec::new(), Vec::new());
            for (gap, n, all) in points {
                time += f64::from(gap);
                times.push(time);
                values.push(f64::from(n) / if shares { 7.0 * f64::from(all) } else { 1.0 });
            }
            let mut slopes = Slopes::over(times);
            prop_assert_eq!(slopes.median(&values), slopes.of_all(&values));
        }

        #[test]
        fn a_series_without_pattern_needs_no_list_of_all_slopes(values in prop::collection::vec(0.0..1.0_f64, 300)) {
            let mut slopes = Slopes::over((0..300).map(f64::from).collect());
            let found = slopes.bracketed(&values);
            prop_assert_eq!(found, slopes.of_all(&values));
        }
    }
}
