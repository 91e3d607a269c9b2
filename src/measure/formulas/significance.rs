//! How surprising a statistic is by chance alone, and what of that is left where many are tested at once.
//!
//! Tokens are no independent draws, so a p of words is an aid to ranking and not the chance of an error.

/// P(X >= |g2|) for X chi-square distributed with one degree of freedom: erfc(sqrt(|g2|/2)).
///
/// Taken from the upper tail, since 1 - P(X < g2) is 0 from about 70 on. Its own limits are those of the floats: full
/// precision down to 2e-308 (g2 of about 1405), then fewer digits, and 0 from a g2 of about 1482 on.
pub fn p_of_g2(g2: f64) -> f64 {
    libm::erfc((g2.abs() / 2.0).sqrt())
}

/// The q of each p, in the order of `p`: the smallest false discovery rate at which its test is still called significant.
///
/// q(r) = min over s >= r of p(s)*m/s, at most 1, where p(s) is the s-th smallest of the m given (Benjamini & Hochberg
/// 1995). So `p` holds every test that was made, not only those that are shown.
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    // Each p carries its place: a look at `p` for each comparison takes twice the time.
    let mut falling: Vec<(f64, usize)> = p.iter().copied().zip(0..).collect();
    falling.sort_unstable_by(|a, b| b.0.total_cmp(&a.0));
    let mut q = vec![1.0; p.len()];
    let mut least = 1.0_f64;
    for (larger, (p_here, at)) in falling.into_iter().enumerate() {
        let rank = p.len() - larger;
        least = least.min(p_here * (p.len() as f64 / rank as f64));
        q[at] = least;
    }
    q
}

#[cfg(test)]
mod tests {
    use super::{benjamini_hochberg, p_of_g2};
    use proptest::prelude::{prop, prop_assert, proptest};

    #[test]
    fn p_gives_the_critical_values_that_are_printed_in_tables() {
        for (g2, p) in [(3.841_458_820_694_124, 0.05), (6.634_896_601_021_214, 0.01), (10.827_566_170_662_733, 0.001)] {
            assert!((p_of_g2(g2) / p - 1.0).abs() < 1e-12, "{g2}: {}", p_of_g2(g2));
            assert_eq!(p_of_g2(-g2), p_of_g2(g2));
        }
        assert_eq!(p_of_g2(0.0), 1.0);
    }

    #[test]
    fn p_keeps_its_digits_where_one_minus_the_lower_tail_has_none() {
        // erfc(sqrt(250)) and erfc(sqrt(700)), to 50 digits elsewhere.
        for (g2, p) in [(500.0, 9.505_397_766_554_092e-111), (1400.0, 2.101_014_516_264_217_5e-306)] {
            assert!((p_of_g2(g2) / p - 1.0).abs() < 1e-12, "{g2}: {}", p_of_g2(g2));
        }
        assert!(p_of_g2(1480.0) > 0.0);
        assert_eq!(p_of_g2(1483.0), 0.0);
    }

    #[test]
    fn q_gives_the_known_values_in_the_order_of_p() {
        let q = benjamini_hochberg(&[0.01, 0.04, 0.03, 0.005]);
        assert!(q.iter().zip([0.02, 0.04, 0.04, 0.02]).all(|(q, known)| (q - known).abs() < 1e-15), "{q:?}");
        assert_eq!(benjamini_hochberg(&[1.0, 0.9]), [1.0, 1.0]);
        assert!(benjamini_hochberg(&[]).is_empty());
    }

    proptest! {
        #[test]
        fn q_is_never_below_p_nor_above_one_and_keeps_the_order_of_p(p in prop::collection::vec(0.0..1.0_f64, 1..40)) {
            let q = benjamini_hochberg(&p);
            for i in 0..p.len() {
                prop_assert!(p[i] <= q[i] && q[i] <= 1.0);
                prop_assert!((0..p.len()).all(|j| p[j] < p[i] || q[j] >= q[i]));
            }
        }
    }
}
