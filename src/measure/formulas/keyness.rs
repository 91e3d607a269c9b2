//! Keyness: how much more often a term is used in a group of texts than in the rest.

use super::contingency::Table;
use super::odds_limit::{deviance, ln_lower_odds};
use super::significance::p_of_g2;

/// How often a term occurs in a group of texts (`group`) and in the others (`rest`), and how many tokens these have.
///
/// Needs `group <= group_size` and `rest <= rest_size`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keyness {
    pub group: u64,
    pub rest: u64,
    pub group_size: u64,
    pub rest_size: u64,
}

impl Keyness {
    /// The term and the group as two things that occur together, counted in tokens.
    pub fn table(self) -> Table {
        let Self { group, rest, group_size, rest_size } = self;
        Table { both: group, a: group + rest, b: group_size, all: group_size + rest_size }
    }

    /// G2 over four cells (Dunning 1993), negative where the group uses the term less than by chance. UCREL's wizard sums
    /// two cells, which is nearly the same for rare words only.
    pub fn g2(self) -> Option<f64> {
        self.table().g2()
    }

    /// log2 of how many times as frequent the term is in the group as in the rest (Hardie 2014); a frequency of 0 counts as
    /// 0.5. Undefined for a term in neither and where either side has no tokens.
    pub fn log_ratio(self) -> Option<f64> {
        let share = |n: u64, size: u64| if n == 0 { 0.5 } else { n as f64 } / size as f64;
        self.is_defined().then(|| (share(self.group, self.group_size) / share(self.rest, self.rest_size)).log2())
    }

    /// The end nearer to 0 of the confidence interval of the log ratio, 0 where the interval holds 0 (Evert 2022).
    ///
    /// The interval is two-sided, at level `alpha` corrected for `tested` terms (Bonferroni), and exact for Poisson counts
    /// given their sum. So a term stands out by it only if it is both significant and strong, and no frequency of 0 needs
    /// to be made up. Undefined where `log_ratio` is, without tests, and for an alpha that is not between 0 and 1.
    pub fn log_ratio_conservative(self, tested: u64, alpha: f64) -> Option<f64> {
        if !self.is_defined() || tested == 0 || !(alpha > 0.0 && alpha < 1.0) {
            return None;
        }
        let ln_level = (alpha / 2.0).ln() - (tested as f64).ln();
        let product = |n: u64, size: u64| u128::from(n) * u128::from(size);
        if product(self.group, self.rest_size) >= product(self.rest, self.group_size) {
            Some(self.lower_bound(ln_level))
        } else {
            Some(0.0 - self.mirrored().lower_bound(ln_level))
        }
    }

    /// The lower bound of a log ratio that is not negative, at least 0.
    fn lower_bound(self, ln_level: f64) -> f64 {
        let sizes = (self.rest_size as f64 / self.group_size as f64).ln();
        // The chance of so many in the group is at least the normal tail of its signed root deviance (Zubkov & Serov
        // 2013). Where that alone is above the level, as for most terms, the bound is 0 and its quantile is not needed.
        if self.rest > 0 {
            let shift = -((self.group as f64 / self.rest as f64).ln() + sizes);
            if p_of_g2(deviance(self.group, self.rest, shift)) / 2.0 >= ln_level.exp() {
                return 0.0;
            }
        }
        ((ln_lower_odds(self.group, self.rest, ln_level) + sizes) / std::f64::consts::LN_2).max(0.0)
    }

    fn mirrored(self) -> Self {
        Self { group: self.rest, rest: self.group, group_size: self.rest_size, rest_size: self.group_size }
    }

    fn is_defined(self) -> bool {
        (self.group > 0 || self.rest > 0) && self.group_size > 0 && self.rest_size > 0
    }
}

#[cfg(test)]
mod tests {
    use super::{Keyness, p_of_g2};
    use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};

    fn of(group: u64, rest: u64) -> Keyness {
        Keyness { group, rest, group_size: 15_334, rest_size: 176_664 }
    }

    #[test]
    fn a_frequency_of_zero_counts_as_a_half_in_the_plain_ratio() {
        assert_eq!(Keyness { group: 8, rest: 0, group_size: 100, rest_size: 100 }.log_ratio(), Some(4.0));
        assert_eq!(Keyness { group: 0, rest: 8, group_size: 100, rest_size: 200 }.log_ratio(), Some(-3.0));
    }

    #[test]
    fn the_bound_of_a_term_that_only_the_group_has_can_be_counted_by_hand() {
        // P(all 10 in the group) = p^10 = 0.05/2/1 gives p = 0.025^0.1 and the odds p/(1-p) against 1:1.
        let p = 0.025_f64.powf(0.1);
        let bound = Keyness { group: 10, rest: 0, group_size: 100, rest_size: 100 }.log_ratio_conservative(1, 0.05);
        assert!((bound.unwrap_or(f64::NAN) - (p / (1.0 - p)).log2()).abs() < 1e-14, "{bound:?}");
    }

    #[test]
    fn a_ratio_that_is_not_significant_has_the_bound_zero() {
        assert_eq!(of(2, 3).log_ratio_conservative(1, 0.001), Some(0.0));
        assert_eq!(of(0, 3).log_ratio_conservative(1, 0.001), Some(0.0));
        assert_eq!(of(1, 0).log_ratio_conservative(2_000, 0.05), Some(0.0));
    }

    #[test]
    fn keyness_is_absent_without_the_term_or_without_a_side() {
        let absent = |k: Keyness| (k.log_ratio(), k.log_ratio_conservative(10, 0.05));
        assert_eq!(absent(of(0, 0)), (None, None));
        assert_eq!(absent(Keyness { group: 0, rest: 3, group_size: 0, rest_size: 9 }), (None, None));
        assert_eq!(absent(Keyness { group: 3, rest: 0, group_size: 9, rest_size: 0 }), (None, None));
        assert_eq!(Keyness { group: 0, rest: 0, group_size: 0, rest_size: 0 }.g2(), None);
        for (tested, alpha) in [(0, 0.05), (1, 0.0), (1, 1.0), (1, -0.1), (1, f64::NAN)] {
            assert_eq!(of(9, 1).log_ratio_conservative(tested, alpha), None);
        }
    }

    fn any_counts() -> impl Strategy<Value = Keyness> {
        let size = || (0_u32..40).prop_flat_map(|bits| 1_u64..(2 << bits));
        let count = || (0_u32..40).prop_flat_map(|bits| 0_u64..(1 << bits));
        (count(), count(), size(), size()).prop_map(|(group, rest, group_size, rest_size)| {
            let (group_size, rest_size) = (group_size.max(group), rest_size.max(rest));
            Keyness { group, rest, group_size, rest_size }
        })
    }

    proptest! {
        #[test]
        fn the_bound_lies_between_zero_and_the_ratio(k in any_counts(), tested in 1_u64..1_000_000) {
            let bound = k.log_ratio_conservative(tested, 0.05);
            prop_assert_eq!(bound.is_some(), k.log_ratio().is_some());
            if let (Some(bound), Some(ratio), true) = (bound, k.log_ratio(), k.group > 0 && k.rest > 0) {
                prop_assert!(bound.abs() <= ratio.abs() + 1e-14 && bound * ratio >= 0.0, "{bound} of {ratio}");
            }
        }

        #[test]
        fn what_is_not_significant_by_g2_has_the_bound_zero(k in any_counts(), tested in 1_u64..1_000_000) {
            // The bound is that of the two cells with the term, which deviate less than all four.
            if k.is_defined() && k.g2().is_some_and(|g2| p_of_g2(g2) > 0.001 / tested as f64) {
                prop_assert_eq!(k.log_ratio_conservative(tested, 0.001), Some(0.0));
            }
        }

        #[test]
        fn group_and_rest_exchanged_give_the_opposite(k in any_counts(), tested in 1_u64..1_000_000) {
            let opposite = |x: Option<f64>| x.map(|x| 0.0 - x);
            let bound = k.log_ratio_conservative(tested, 0.05);
            prop_assert_eq!(k.mirrored().log_ratio_conservative(tested, 0.05), opposite(bound));
        }

        #[test]
        fn more_tests_never_move_the_bound_away_from_zero(k in any_counts(), tested in 1_u64..1_000_000) {
            let size = |tested| k.log_ratio_conservative(tested, 0.05).map(f64::abs);
            prop_assert!(size(tested * 10).unwrap_or(0.0) <= size(tested).unwrap_or(0.0) + 1e-14);
        }
    }
}
