//! Whether values rise or fall over the periods, and how fast, whatever their distribution: by ranks and medians.
//!
//! A point is a period (its number, so that gaps count as long as they are) and a value. Periods differ from each other.

use super::falls::Falls;
use super::slope::Slopes;

/// The test of Mann (1945) and Kendall (1975) for a trend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MannKendall {
    /// Kendall's tau-b, from -1 (always falls) to 1 (always rises): S, the pairs of points whose later value is larger less those
    /// whose later value is smaller, by the pairs that are not equal and by all pairs.
    pub tau: f64,
    /// Two-sided, by the normal approximation with continuity correction and a variance corrected for equal values.
    pub p: f64,
}

/// Fewer points have no normal approximation to speak of: with three, even a steady rise has an exact p of 1/3.
const FEWEST: usize = 4;

/// Slopes and tests of many series over the same periods, one after the other: in the same memory, since lists of their own for
/// each of 30,000 terms took as long as the sums.
pub struct Trends {
    slopes: Slopes,
    falls: Falls,
}

impl Trends {
    /// `times` are the numbers of the periods in order.
    pub fn over(times: Vec<f64>) -> Self {
        Self { slopes: Slopes::over(times), falls: Falls::default() }
    }

    /// What the values of all periods, in order, say: the slope, if it is asked for, and the test.
    ///
    /// The slope is the median of those between all pairs of points (Theil 1950, Sen 1968), in units of the value per period; of an
    /// even number the mean of the middle two. Up to 29 % of the points may be anything without moving it far. Undefined for
    /// fewer than two points and where a period comes twice.
    ///
    /// The test is undefined for fewer than four points and where all values are the same. It takes periods for independent, so
    /// a p of values that depend on those before is too small.
    pub fn of(&mut self, values: &[f64], sloped: bool) -> (Option<f64>, Option<MannKendall>) {
        let order = Order::of(values, &mut self.falls);
        let slope = match (sloped && self.slopes.are_defined(), order.is_level()) {
            (false, _) => None,
            // Most things are in few periods, and the slopes between the others are 0.
            (true, true) => Some(0.0),
            (true, false) => self.slopes.median(values),
        };
        (slope, order.test())
    }
}

/// Of n points without ties: n(n-1)/2 pairs, and n(n-1)(2n+5), which is 18 times the variance of S.
#[derive(Clone, Copy)]
struct Spread {
    pairs: u128,
    variance_18: u128,
}

impl Spread {
    fn of(points: usize) -> Self {
        let n = points as u128;
        let ordered = n * n.saturating_sub(1);
        Self { pairs: ordered / 2, variance_18: ordered * (2 * n + 5) }
    }

    fn without(self, tied: Self) -> Self {
        Self { pairs: self.pairs - tied.pairs, variance_18: self.variance_18 - tied.variance_18 }
    }
}

/// How the values of points in the order of time follow each other.
struct Order {
    points: usize,
    /// Pairs of points whose later value is smaller.
    falls: u64,
    /// All pairs, and those whose values differ.
    whole: Spread,
    free: Spread,
}

impl Order {
    fn of(values: &[f64], room: &mut Falls) -> Self {
        let (falls, whole) = (room.count(values), Spread::of(values.len()));
        // Whole numbers up to the end, so that the order of the ties does not show.
        let ties = room.ties().map(Spread::of);
        Self { points: values.len(), falls, whole, free: ties.fold(whole, Spread::without) }
    }

    /// Whether the middle two of all slopes are 0, that is, neither those below 0 nor those above reach the middle.
    fn is_level(&self) -> bool {
        let (all, below) = (self.whole.pairs, u128::from(self.falls));
        below <= all.saturating_sub(1) / 2 && self.free.pairs.saturating_sub(below) < all - all / 2
    }

    fn test(&self) -> Option<MannKendall> {
        let Self { points, falls, whole, free } = *self;
        let s = free.pairs as i64 - 2 * falls as i64;
        (points >= FEWEST && free.pairs > 0).then(|| MannKendall {
            tau: s as f64 / (free.pairs as f64 * whole.pairs as f64).sqrt(),
            p: libm::erfc((s.abs() - 1).max(0) as f64 / (2.0 * free.variance_18 as f64 / 18.0).sqrt()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{MannKendall, Trends};
    use proptest::prelude::{prop, prop_assert, prop_assert_eq, proptest};

    fn of(points: &[(u32, f64)]) -> (Option<f64>, Option<MannKendall>) {
        let (times, values): (Vec<f64>, Vec<f64>) =
            points.iter().map(|(period, value)| (f64::from(*period), *value)).unzip();
        let mut trends = Trends::over(times);
        // Another series before it leaves no trace.
        trends.of(&values.iter().map(|value| -value * value).collect::<Vec<_>>(), true);
        trends.of(&values, true)
    }

    fn theil_sen(points: &[(u32, f64)]) -> Option<f64> {
        of(points).0
    }

    fn mann_kendall(points: &[(u32, f64)]) -> Option<MannKendall> {
        of(points).1
    }

    fn months(values: &[f64]) -> Vec<(u32, f64)> {
        (0..).zip(values.iter().copied()).collect()
    }

    #[test]
    fn the_slope_is_the_median_over_pairs_and_one_wild_value_does_not_move_it() {
        assert_eq!(theil_sen(&months(&[1.0, 3.0, 5.0, 7.0])), Some(2.0));
        assert_eq!(theil_sen(&months(&[1.0, 3.0, 5.0, 700.0, 9.0])), Some(2.0));
        // Slopes 1, 2, 1.5 and, with the fourth, 0, 1/3, -1: the middle two are 1/3 and 1.
        let slope = theil_sen(&months(&[0.0, 1.0, 3.0, 2.0])).unwrap_or(f64::NAN);
        assert!((slope - 5.0 / 6.0).abs() < 1e-15, "{slope}");
    }

    #[test]
    fn a_gap_counts_as_long_as_it_is() {
        assert_eq!(theil_sen(&[(3, 10.0), (13, 30.0)]), Some(2.0));
    }

    #[test]
    fn a_steady_rise_over_a_hundred_periods_has_the_known_test() {
        let rise: Vec<f64> = (1..=100).map(f64::from).collect();
        assert_eq!(mann_kendall(&months(&rise)).map(|test| test.tau), Some(1.0));
        // S = 4950; z = 4949/sqrt(112750) = 14.73869998; p = erfc(z/sqrt(2)).
        let p = mann_kendall(&months(&rise)).map_or(f64::NAN, |test| test.p);
        assert!((p / 3.637_189_687_627_117e-49 - 1.0).abs() < 1e-12, "{p}");
    }

    #[test]
    fn five_points_have_the_tau_that_is_counted_by_hand() {
        // S = 6 of 10 pairs.
        assert_eq!(mann_kendall(&months(&[1.0, 3.0, 2.0, 5.0, 4.0])).map(|test| test.tau), Some(0.6));
    }

    #[test]
    fn equal_values_are_taken_out_of_the_variance_and_of_tau() {
        // 1 1 2 3: S = 5 of 6 pairs, one tied; variance (4*3*13 - 2*1*9)/18 = 138/18; z = 4/sqrt(138/18).
        let test = mann_kendall(&months(&[1.0, 1.0, 2.0, 3.0])).expect("four points that differ");
        assert!((test.tau - 5.0 / 30.0_f64.sqrt()).abs() < 1e-15, "{}", test.tau);
        assert!((test.p - 0.148_561_774_891_868_66).abs() < 1e-12, "{}", test.p);
    }

    #[test]
    fn a_trend_is_absent_with_too_few_points_and_its_test_where_nothing_changes() {
        assert_eq!((theil_sen(&[]), theil_sen(&[(3, 1.0)]), theil_sen(&[(3, 1.0), (3, 2.0)])), (None, None, None));
        assert_eq!(mann_kendall(&months(&[1.0, 2.0, 3.0])), None);
        assert_eq!(mann_kendall(&months(&[2.0; 9])), None);
        assert_eq!(theil_sen(&months(&[2.0; 9])), Some(0.0));
    }

    proptest! {
        #[test]
        fn a_slope_of_many_equal_values_is_still_the_median_of_all(values in prop::collection::vec(0_u8..3, 2..150)) {
            let points: Vec<(u32, f64)> = (0..).zip(values.into_iter().map(f64::from)).collect();
            let mut slopes: Vec<f64> = Vec::new();
            for (at, a) in points.iter().enumerate() {
                slopes.extend(points[at + 1..].iter().map(|b| (b.1 - a.1) / f64::from(b.0 - a.0)));
            }
            slopes.sort_by(f64::total_cmp);
            let middle = 0.5 * (slopes[(slopes.len() - 1) / 2] + slopes[slopes.len() / 2]);
            prop_assert_eq!(theil_sen(&points), Some(middle));
        }

        #[test]
        fn a_trend_turned_round_is_the_opposite_trend(values in prop::collection::vec(0_i16..20, 4..40)) {
            let rising: Vec<f64> = values.iter().map(|value| f64::from(*value)).collect();
            let falling: Vec<f64> = rising.iter().map(|value| -value).collect();
            prop_assert_eq!(theil_sen(&months(&falling)).map(|slope| 0.0 - slope), theil_sen(&months(&rising)));
            let (there, back) = (mann_kendall(&months(&rising)), mann_kendall(&months(&falling)));
            prop_assert_eq!(there.map(|test| (0.0 - test.tau, test.p)), back.map(|test| (test.tau, test.p)));
            prop_assert!(there.is_none_or(|test| test.tau.abs() <= 1.0 + 1e-15 && (0.0..=1.0).contains(&test.p)));
        }
    }
}
